"""A date field with a calendar behind a button: typing is quicker, seeing is surer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.fields.date_field import DateField
from cec_desktop.ui.icons import icon
from cec_desktop.ui.theme import Theme


class DayField(QWidget):
    """A :class:`DateField` for a day, and a calendar that writes into it."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self.field = DateField(words, theme, self)
        self.button = QToolButton(self)
        self.button.clicked.connect(self._open)
        self._popup: QFrame | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(2))
        row.addWidget(self.field)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.setFixedWidth(style.dp(116))
        self.set_words(words)
        self.set_theme(theme)

    def on_commit(self, commit: Callable[[object], None]) -> None:
        """What takes a new day when the field is left or a day is chosen."""
        self.field.commit = commit

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = self._words = words
        self.field.set_words(words)
        self.button.setToolTip(_("Choose in the calendar"))
        self.button.setAccessibleName(_("Choose in the calendar"))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.field.set_theme(theme)
        self.button.setIcon(icon("calendar", theme, "muted"))

    def calendar(self) -> QCalendarWidget:
        """A calendar on the day of the field; choosing a day writes it there."""
        calendar = QCalendarWidget()
        country = QLocale.Country.Canada
        language = QLocale.Language.French if self._words.language == "fr" else QLocale.Language.English
        calendar.setLocale(QLocale(language, country))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, plain)
        value = self.field.value
        shown = value.first if isinstance(value, YearMonth) else value
        day = shown if isinstance(shown, date) else self.field.setting.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        _ = self._words
        calendar.setAccessibleName(_("Calendar"))
        return calendar

    def _open(self) -> None:
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.set_ground(self._popup, "raised")
        box = QVBoxLayout(self._popup)
        box.setContentsMargins(4, 4, 4, 4)
        calendar = self.calendar()
        box.addWidget(calendar)
        self._popup.adjustSize()
        below = self.mapToGlobal(QPoint(self.width() - self._popup.width(), self.height() + 2))
        screen = self.screen().availableGeometry()
        left = min(max(below.x(), screen.left()), screen.right() - self._popup.width())
        self._popup.move(left, min(below.y(), screen.bottom() - self._popup.height()))
        self._popup.show()
        calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.field.edit.setText(date(day.year(), day.month(), day.day()).isoformat())
        self.field.flush()
        self.field.setFocus()
