"""A calendar under a date field: typing is quicker, seeing is surer. All of it goes by keyboard too.

Arrows go by days and weeks, Page Up and Down by months, with Ctrl by years; Enter chooses, Escape closes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.theme import Theme


def calendar_on(day: date, words: Words, theme: Theme) -> QCalendarWidget:
    """A calendar of the language with a day chosen."""
    calendar = QCalendarWidget()
    country = QLocale.Country.Canada
    language = QLocale.Language.French if words.language == "fr" else QLocale.Language.English
    calendar.setLocale(QLocale(language, country))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    # The short names of French are too wide for a column of two digits.
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    calendar.setMinimumSize(style.dp(250), style.dp(210))
    plain = QTextCharFormat()
    plain.setForeground(theme.colour("text"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    _ = words
    calendar.setAccessibleName(_("Calendar"))
    return calendar


class CalendarPopup(QFrame):
    """The calendar with what else the field takes: today, the month alone, an open end."""

    def __init__(
        self,
        field: QWidget,
        day: date,
        today: date,
        take: Callable[[str], None],
        words: Words,
        theme: Theme,
        *,
        months: bool,
        goes_on: bool,
    ) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.set_ground(self, "raised")
        self._take = take
        self.calendar = calendar_on(day, words, theme)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        for part in (self.calendar, *self.calendar.findChildren(QWidget)):
            part.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.setSpacing(4)
        box.addWidget(self.calendar)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        _ = words
        self._offer(_("Today"), lambda: take(today.isoformat()))
        if months:
            self._offer(_("The month alone"), self._take_month)
        if goes_on:
            self._offer(_("Goes on"), lambda: take(""))
        self._row.addStretch(1)
        box.addLayout(self._row)

    def open_under(self, field: QWidget) -> None:
        """Show under a field, inside the screen, with the keyboard in the calendar."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        screen = field.screen().availableGeometry()
        left = min(max(corner.x(), screen.left()), screen.right() - self.width())
        self.move(left, min(corner.y(), screen.bottom() - self.height()))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes from wherever the keyboard is; Ctrl with Page Up and Page Down go by years."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        years = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        if years is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.calendar.setSelectedDate(self.calendar.selectedDate().addYears(years))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _offer(self, text: str, act: Callable[[], None]) -> None:
        button = QPushButton(text, self)
        style.set_kind(button, "small")
        button.setAutoDefault(False)

        def go() -> None:
            self.close()
            act()

        button.clicked.connect(go)
        self._row.addWidget(button)

    def _choose(self, day: QDate) -> None:
        self.close()
        self._take(date(day.year(), day.month(), day.day()).isoformat())

    def _take_month(self) -> None:
        self._take(YearMonth(self.calendar.yearShown(), self.calendar.monthShown()).isoformat())
