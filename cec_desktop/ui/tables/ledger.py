"""The week-by-week ledger of a job: hours counted in each week, and why other days were not."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import JobWork, Week
from cec_desktop.rules.ledger import week_ledger
from cec_desktop.ui.style import dp, set_ground, set_role
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.tables.rows import Cell, Column, Listing, Row, Sort, Swatch, aligned_tenths
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import reason_words

_SUNDAY = timedelta(days=6)


def ledger_listing(view: CaseView, index: int, _: Words) -> Listing:
    """The weeks of a job inside the window, latest last, and their sum."""
    weeks = week_ledger(view.case, view.assessment, index)
    work = next((each for each in view.assessment.membership.work if each.index == index), None)
    rows = [_row(week, work, _) for week in weeks]
    if rows:
        total = sum((week.hours for week in weeks), Fraction(0))
        counted = _.plural("{n} week", "{n} weeks", len(weeks))
        rows.append(
            Row("", (Cell(counted), Cell(""), Cell(aligned_tenths(total, _)), Cell("")), sort=Sort.SUM)
        )
    columns = (
        Column("monday", _("Week from")),
        Column("sunday", _("To")),
        Column("hours", _("Hours counted"), number=True),
        Column("why", _("Left out, and why"), wide=True),
    )
    return Listing(columns, tuple(rows))


def _row(week: Week, work: JobWork | None, _: Words) -> Row:
    why = "; ".join(
        f"{reason_words(reason, work, _)} ({_.citation(reason.citation)})"
        if reason.citation
        else reason_words(reason, work, _)
        for reason in week.reasons
    )
    unknown = any(reason.id == "not_known" for reason in week.reasons)
    swatch = Swatch.COUNTS if week.hours else Swatch.NOT_KNOWN if unknown else Swatch.NOT_COUNTED
    said = _("counts") if week.hours else _("not known whether it counts") if unknown else _("does not count")
    return Row(
        week.start.isoformat(),
        (
            Cell(_.day(week.start)),
            Cell(_.day(week.start + _SUNDAY)),
            Cell(aligned_tenths(week.hours, _)),
            Cell(why, quiet=True),
        ),
        swatch,
        said,
    )


class LedgerDialog(QDialog):
    """The ledger beside the work; it can stay open while one goes on."""

    def __init__(
        self, view: CaseView, index: int, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job_id = view.case.jobs[index].id
        self._words = words
        self._view = view
        self._head = QLabel(self)
        set_role(self._head, "heading")
        self.table = RecordTable(theme, self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        set_ground(self, "surface")
        column = QVBoxLayout(self)
        column.addWidget(self._head)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons)
        self.set_words(words)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, view: CaseView) -> None:
        """Follow the file; the dialog of a job that is gone closes."""
        self._view = view
        index = next((at for at, job in enumerate(view.case.jobs) if job.id == self._job_id), None)
        if index is None:
            self.close()
            return
        _, job = self._words, view.case.jobs[index]
        name = job.employer or job.title or _("Job without a name")
        self._head.setText(_("{job}: hours counted week by week", job=name))
        self.setWindowTitle(_("Weeks of {job}", job=name))
        self.table.records.show_listing(ledger_listing(view, index, _))

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self._words = words
        self.table.setAccessibleName(_("Weeks"))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        self.display(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.table.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Room for about twenty weeks."""
        return QSize(dp(560), dp(600))
