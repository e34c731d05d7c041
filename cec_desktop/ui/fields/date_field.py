"""A date typed in any common form, read back in words while typing, kept as ``YYYY-MM-DD``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.i18n.words import N_, Words
from cec_desktop.practice.typed_dates import (
    DateReading,
    Fault,
    UnreadableDateError,
    read_date,
    writes_day_first,
)
from cec_desktop.ui.fields.field import Note, UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.icons import icon
from cec_desktop.ui.style import dp
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.ui.fields.calendar_popup import CalendarPopup

_FAULTS: dict[Fault, str] = {
    "form": N_("No date. Write {example}, {other} or {short}."),
    "no_such_day": N_("There is no such day in the calendar."),
    "short_year": N_("Write the year with four digits."),
    "no_month_alone": N_("The day is needed here, not the month alone."),
    "out_of_calendar": N_("That is outside the calendar."),
}
_WIDTH = 116
_OPEN = {"", "goes on", "en cours", "ongoing", "...", "…"}


def day_in_words(words: Words, day: date) -> str:
    """A day with its month spelled out: 5 September 2023, 5 septembre 2023."""
    from babel.dates import format_date  # heavy, and not needed to start

    written = format_date(day, "d MMMM y", locale=f"{words.language}_CA")
    return written.replace("1 ", "1er ", 1) if words.language == "fr" and day.day == 1 else written


class DateField(LineField):
    """A day, or where ``months`` is set also a month of which the day is not known.

    Where ``goes_on`` is set, empty means that the period goes on, and the field says so. A month at the
    ``edge`` of a period leaves all its days but one undetermined.
    """

    def __init__(
        self,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        months: bool = False,
        goes_on: bool = False,
        needed: bool = False,
        edge: bool = False,
    ) -> None:
        super().__init__(words, theme, parent)
        self._months = months
        self._goes_on = goes_on
        self._needed = needed
        self._edge = edge
        self._link_value: date | None = None
        self._calendar = QAction(icon("calendar", theme, "muted"), "", self.edit)
        self._calendar.triggered.connect(self.open_calendar)
        self.edit.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        self._name_calendar()

    def read(self, text: str) -> object:
        """The day or month typed; None for empty or "goes on"."""
        _ = self.words
        if text.strip().casefold() in self._open_words():
            if self._needed:
                raise UnreadableError(_("Every file has this. It cannot be empty."))
            return None
        try:
            return self._reading(text).value
        except UnreadableDateError as fault:
            raise UnreadableError(self._fault(fault.fault)) from None

    def write(self, value: object) -> str:
        """The date as it is stored."""
        _ = self.words
        if isinstance(value, date | YearMonth):
            return value.isoformat()
        return _("goes on") if self._goes_on else ""

    def note_at_rest(self) -> Note | None:
        """A month alone leaves days open, and that is said for as long as it stands."""
        _ = self.words
        self._link_value = None
        return self._of_month(self.value) if isinstance(self.value, YearMonth) else None

    def _of_month(self, month: YearMonth) -> Note:
        """What a month alone leaves open."""
        _ = self.words
        if not self._edge:
            return Note("month", _("Month only: the day is not known"))
        days = month.last.day - 1
        return Note("month", _("Month only: {days} of its days stay undetermined", days=days))

    def while_typing(self, text: str) -> None:
        """Read the date back in words, with the other reading as a link."""
        self._link_value = None
        try:
            self.say(self._read_back(self._reading(text), text))
        except UnreadableDateError:
            self.say(None)

    def follow_link(self) -> None:
        """Take the other reading of day and month; Alt+Enter does it too."""
        if self._link_value is not None:
            self.edit.setText(self._link_value.isoformat())
            self._link_value = None
            self.flush()

    def step(self, days: int) -> None:
        """Move the day that stands in the field; a month alone or no day stays."""
        try:
            reading = self._reading(self.edit.text())
        except UnreadableDateError:
            return
        if isinstance(reading.value, date):
            moved = (reading.value + timedelta(days=days)).isoformat()
            self.edit.setText(moved)
            self.while_typing(moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move by a day, Alt with down opens the calendar: keys that the line leaves to us."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key)
        if key == Qt.Key.Key_Down and alt:
            self.open_calendar()
        elif step is not None and not alt:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar under the field; what is chosen in it is saved."""
        from cec_desktop.ui.fields.calendar_popup import CalendarPopup  # not needed to start

        popup = CalendarPopup(
            self,
            self.likely_day(),
            self.setting.today,
            self._take,
            self.words,
            self.theme,
            months=self._months,
            goes_on=self._goes_on,
        )
        popup.open_under(self)
        return popup

    def likely_day(self) -> date:
        """The day the calendar opens on: the one typed, the one saved, else today."""
        try:
            value: object = self._reading(self.edit.text()).value
        except UnreadableDateError:
            value = self.value
        day = value.first if isinstance(value, YearMonth) else value
        return day if isinstance(day, date) else self.setting.today

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        super().set_words(words)
        self._name_calendar()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        super().set_theme(theme)
        self._calendar.setIcon(icon("calendar", theme, "muted"))

    def sizeHint(self) -> QSize:
        """As wide as a day with the calendar's button beside it."""
        return QSize(dp(_WIDTH), super().sizeHint().height())

    def _name_calendar(self) -> None:
        _ = self.words
        self._calendar.setToolTip(_("Choose in the calendar (Alt+Down)"))
        self._calendar.setText(_("Choose in the calendar (Alt+Down)"))

    def _take(self, text: str) -> None:
        self.edit.setText(text)
        self.flush()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reading(self, text: str) -> DateReading:
        setting, pattern = self.setting, QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
        return read_date(
            text,
            anchor=setting.anchor,
            today=setting.today,
            months=self._months,
            day_first=writes_day_first(self.words.language, pattern),
        )

    def _read_back(self, reading: DateReading, text: str) -> Note | None:
        _ = self.words
        value = reading.value
        if isinstance(value, YearMonth):
            return self._of_month(value)
        if value.isoformat() == text.strip():
            return None
        said = day_in_words(_, value)
        if reading.counted and self.setting.application_date is not None:
            return Note("reading", _("{day}, counted from the application", day=said))
        if reading.counted:
            return Note("reading", _("{day}, counted from today", day=said))
        if reading.other is None:
            return Note("reading", said)
        self._link_value = reading.other
        return Note("reading", said, day_in_words(_, reading.other))

    def _fault(self, fault: Fault) -> str:
        example = self.setting.anchor
        return self.words(
            _FAULTS[fault], example=example, other=day_in_words(self.words, example), short=f"{example:%Y-%m}"
        )

    def _open_words(self) -> set[str]:
        return _OPEN if self._goes_on else {""}
