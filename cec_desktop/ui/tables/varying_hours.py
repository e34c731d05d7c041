"""Hours that vary: a few rows of fields, or many as a bar chart and lines; pay periods pasted or read in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import HoursRow, Job, Value
from cec_desktop.i18n.words import Words
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.ui.fields.field import Note
from cec_desktop.ui.fields.rows_field import RowKind, RowsField
from cec_desktop.ui.icons import icon
from cec_desktop.ui.style import dp, set_kind, set_role
from cec_desktop.ui.tables.hours_chart import HoursChart
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import tenths

if TYPE_CHECKING:
    from cec_desktop.ui.tables.pay_dialog import PayDialog

MOST_ROWS = 6
"""More rows than these are shown as a chart and edited as lines, all at once."""
_PASTED = "pasted"


class VaryingHoursField(RowsField):
    """Rows of hours of a job; lines that were pasted and not taken over wait here."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None, *, kind: RowKind) -> None:
        self._job = Job()
        self._lines = ""
        self.summary = QLabel()
        self.chart = HoursChart(theme)
        self.paste_button, self.edit_button = QPushButton(), QPushButton()
        self.dialog: PayDialog | None = None
        super().__init__(words, theme, parent, kind=kind)
        set_role(self.summary, "second", "muted")
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(dp(8))
        for button in (self.paste_button, self.edit_button):
            set_kind(button, "link")
            row.addWidget(button)
        row.addStretch(1)
        self.paste_button.clicked.connect(self.paste)
        self.edit_button.clicked.connect(self.edit_as_lines)
        self.place()

    def set_job(self, job: Job) -> None:
        """The job whose hours these are."""
        self._job = job

    # Rows.

    def items_shown(self) -> Sequence[Value]:
        """None where there are many."""
        return () if self.folded else self.items

    @property
    def folded(self) -> bool:
        """Whether there are too many rows for fields of their own."""
        return len(self.items) > MOST_ROWS

    @property
    def hours_rows(self) -> list[HoursRow]:
        """The rows of the file."""
        return [row for row in self.items if isinstance(row, HoursRow)]

    def add_row(self) -> None:
        """A blank row; among many, the lines are shown instead."""
        if self.folded:
            self.edit_as_lines()
        else:
            super().add_row()

    def show_value(self, value: object) -> None:
        """Show the rows of the file, as bars too."""
        super().show_value(value)
        self._say_rows()

    def place_below(self, grid: QGridLayout, row: int, columns: int) -> None:
        """The buttons, the sum and the bars under the rows."""
        if hasattr(self, "_buttons"):
            for at, widget in enumerate((self._buttons, self.summary, self.chart)):
                grid.addWidget(widget, row + at, 0, 1, columns + 2)

    # Lines.

    def paste(self) -> PayDialog:
        """Show the dialog for pasted or imported pay periods, with what waits from before."""
        dialog = self._open()
        dialog.put_lines(self._lines)
        return dialog

    def edit_as_lines(self) -> PayDialog:
        """Show the rows of the file as lines, to be changed all at once."""
        dialog = self._open()
        dialog.edit_rows()
        return dialog

    def _open(self) -> PayDialog:
        from cec_desktop.ui.tables.pay_dialog import PayDialog  # not needed to open a file

        job = self._job.model_copy(update={"hours": tuple(self.hours_rows)})
        dialog = PayDialog(job, self.setting.today, self._full_time(), self.words, self.theme, self.window())
        dialog.taken.connect(self._take)
        dialog.finished.connect(self._closed)
        dialog.lines.textChanged.connect(self.edited)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _take(self, rows: object) -> None:
        refusal = self.check(rows)
        if refusal is not None:
            self.complain(refusal)
            return
        self.commit(rows)

    def _closed(self, accepted: int) -> None:
        """What was not taken over stays with the field, for the next time."""
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        self._lines = "" if accepted or dialog.is_editing else dialog.lines.toPlainText().rstrip()
        dialog.deleteLater()
        self._say_waiting()
        self.edited.emit()

    def _say_waiting(self) -> None:
        _ = self.words
        if self._lines:
            text = _("Pay periods that were pasted and not taken over wait here.")
            self.say(Note("hint", text, _("Go on with them")))
        else:
            self.say(None)

    def follow_link(self) -> None:
        """Go on with the lines that wait."""
        self.paste()

    # Unsaved words.

    def typed(self) -> str | None:
        """What stands unsaved in the rows, and lines that wait."""
        rows = json.loads(super().typed() or "{}")
        dialog = self.dialog
        pasting = dialog is not None and not dialog.is_editing
        lines = dialog.lines.toPlainText().rstrip() if dialog is not None and pasting else self._lines
        texts = {**rows, **({_PASTED: lines} if lines else {})}
        return json.dumps(texts) if texts else None

    def put_typed(self, text: str) -> None:
        """Put unsaved words back; lines wait again."""
        texts = json.loads(text)
        self._lines = str(texts.pop(_PASTED, ""))
        if texts:
            super().put_typed(json.dumps(texts))
        self._say_waiting()

    def revert(self) -> None:
        """Take back what is unsaved."""
        self._lines = ""
        super().revert()

    # Words and looks.

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        super().set_words(words)
        _ = words
        self.paste_button.setText(_("Paste or import pay periods…"))
        self.edit_button.setText(_("Edit as lines…"))
        self._say_rows()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        super().set_theme(theme)
        self.paste_button.setIcon(icon("copy", theme, "accent"))
        self.edit_button.setIcon(icon("open", theme, "accent"))
        self.chart.set_theme(theme)

    def _say_rows(self) -> None:
        _, rows = self.words, self.hours_rows
        self.edit_button.setVisible(bool(rows))
        self.add_button.setVisible(not self.folded)
        self.summary.setVisible(bool(rows))
        starts = [earliest(row.start) for row in rows if row.start is not None]
        ends = [latest(row.end) for row in rows if row.end is not None]
        last = max(ends, default=self.setting.today)
        self.chart.show_rows(rows, last, self._full_time(), _)
        if not starts:
            return
        total = sum((Fraction(row.hours) for row in rows if row.per == "period" and row.hours), Fraction(0))
        words = _.plural("{n} row of hours", "{n} rows of hours", len(rows))
        span = _("{first} to {last}", first=_.day(min(starts)), last=_.day(last))
        parts = [words, span, *([_("{hours} h in all", hours=tenths(total, _))] if total else [])]
        self.summary.setText(" · ".join(parts))

    def _full_time(self) -> Fraction:
        version = load_rulebook().version_on(self.setting.anchor)
        return Fraction(version.full_time_hours) if version is not None else Fraction(0)
