"""The ledger of a job: its days that count and those that do not, with reasons; its hours week by week."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import JobWork, Week, WorkPeriod
from cec_desktop.rules.ledger import week_ledger
from cec_desktop.ui.style import dp, set_ground, set_role
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.tables.rows import Cell, Column, Listing, Row, Sort, Swatch, aligned_tenths
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import reason_words

_SUNDAY = timedelta(days=6)

Part = Literal["days", "weeks"]
"""Which table of the ledger is in sight."""


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


def days_listing(view: CaseView, index: int, _: Words) -> Listing:
    """The stretches of a job as they are judged: days, whether they count, why not, and by which section."""
    work = next((each for each in view.assessment.membership.work if each.index == index), None)
    columns = (
        Column("start", _("From")),
        Column("end", _("To")),
        Column("days", _("Days"), number=True),
        Column("counts", _("Counts")),
        Column("hours", _("Hours"), number=True),
        Column("why", _("Reason"), wide=True),
        Column("citation", _("Section")),
    )
    if work is None or not work.periods:
        return Listing(columns, ())
    rows = [_stretch(period, work, view, _) for period in work.periods if period.days > 0]
    counted, empty = Cell(_("Counted in the window"), quiet=True), Cell("")
    hours = Cell(aligned_tenths(work.hours, _))
    sums = (empty, empty, Cell(_.number(work.days)), empty, hours, counted, empty)
    return Listing(columns, (*rows, Row("", sums, sort=Sort.SUM)))


def _stretch(period: WorkPeriod, work: JobWork, view: CaseView, _: Words) -> Row:
    outside = any(reason.id == "outside_window" for reason in period.reasons)
    if period.counts:
        projected = period.start > view.assessment.today
        swatch, said = (Swatch.PROJECTED, _("projected")) if projected else (Swatch.COUNTS, _("yes"))
    elif not period.known:
        swatch, said = Swatch.NOT_KNOWN, _("not known")
    else:
        swatch, said = (Swatch.OUTSIDE if outside else Swatch.NOT_COUNTED), _("no")
    citations = dict.fromkeys(reason.citation for reason in period.reasons if reason.citation)
    return Row(
        period.start.isoformat(),
        (
            Cell(_.day(period.start)),
            Cell(_.day(period.end)),
            Cell(_.number(period.days)),
            Cell(said),
            Cell(aligned_tenths(period.hours, _)),
            Cell("; ".join(reason_words(reason, work, _) for reason in period.reasons), quiet=True),
            Cell(", ".join(_.citation(each) for each in citations), quiet=True),
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
        self.parts = QTabWidget(self)
        self.parts.setDocumentMode(True)
        self.days, self.table = RecordTable(theme, self), RecordTable(theme, self)
        self.parts.addTab(self.days, "")
        self.parts.addTab(self.table, "")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        set_ground(self, "surface")
        column = QVBoxLayout(self)
        column.addWidget(self._head)
        column.addWidget(self.parts, 1)
        column.addWidget(self._buttons)
        self.set_words(words)

    def show_part(self, part: Part) -> None:
        """Show the days or the weeks, with the keyboard in them."""
        shown = self.days if part == "days" else self.table
        self.parts.setCurrentWidget(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def display(self, view: CaseView) -> None:
        """Follow the file; the dialog of a job that is gone closes."""
        self._view = view
        index = next((at for at, job in enumerate(view.case.jobs) if job.id == self._job_id), None)
        if index is None:
            self.close()
            return
        _, job = self._words, view.case.jobs[index]
        name = job.employer or job.title or _("Job without a name")
        self._head.setText(_("{job}: what counts, and why the rest does not", job=name))
        self.setWindowTitle(_("Ledger of {job}", job=name))
        self.days.records.show_listing(days_listing(view, index, _))
        self.table.records.show_listing(ledger_listing(view, index, _))

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self._words = words
        for at, (table, title) in enumerate(((self.days, _("Days")), (self.table, _("Weeks")))):
            self.parts.setTabText(at, title)
            table.setAccessibleName(title)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        self.display(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for table in (self.days, self.table):
            table.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Room for about twenty weeks."""
        return QSize(dp(680), dp(600))
