"""A date field of a fixed width, for places where it stands alone: the head of a file, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.fields.date_field import DateField
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget


class DayField(QWidget):
    """A :class:`DateField` for a day."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = DateField(words, theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.setFixedWidth(style.dp(128))

    def on_commit(self, commit: Callable[[object], None]) -> None:
        """What takes a new day when the field is left or a day is chosen."""
        self.field.commit = commit

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self.field.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.field.set_theme(theme)

    def calendar(self) -> QCalendarWidget:
        """Open the calendar under the field; a day chosen in it is written into the field."""
        return self.field.open_calendar().calendar
