"""The casebooks of this computer, one of them chosen.

Plain buttons instead of an item view: item views bring classes that would hold up the first paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.icons import pixmap
from cec_desktop.ui.theme import Theme

MOST_SHOWN: Final = 7


@dataclass(frozen=True, slots=True)
class CasebookEntry:
    """A casebook in the list; `keychain` where its passphrase is remembered there.

    `published` is the passphrase of the demonstration, which everybody may know.
    """

    path: Path
    name: str
    place: str
    keychain: bool = False
    published: str = ""

    def said(self, _: Words) -> tuple[str, str]:
        """Its name, and what stands below it."""
        if self.published:
            return _("Demonstration"), _("Invented clients · passphrase: {word}", word=self.published)
        return self.name, self.place


class CasebookButton(QPushButton):
    """A casebook: its name, and below it where it lies."""

    def __init__(
        self, entry: CasebookEntry, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        style.set_kind(self, "casebook")
        self.setCheckable(True)
        self.setToolTip(str(entry.path))
        self._picture, self._name, self._place = QLabel(self), QLabel(self), QLabel(self)
        style.set_role(self._name, "strong")
        style.set_role(self._place, "second", "muted")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self._name)
        column.addWidget(self._place)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(15), 0, style.dp(10), 0)
        row.setSpacing(style.dp(10))
        row.addWidget(self._picture)
        row.addLayout(column, 1)
        self.setMinimumHeight(style.dp(44))
        self.set_words(words)
        self.set_theme(theme)

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as two lines."""
        return QSize(style.dp(200), style.dp(44))

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        name, place = self.entry.said(words)
        self._name.setText(name)
        self._place.setText(place)
        self.setAccessibleName(f"{name}, {place}")

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._picture.setPixmap(pixmap("backup", theme, style.dp(16), self.devicePixelRatioF()))


class CasebookList(QFrame):
    """Casebooks under each other; exactly one is chosen."""

    chosen = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self.chosen)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.buttons: list[CasebookButton] = []

    def show_entries(self, entries: Sequence[CasebookEntry], current: Path | None) -> None:
        """Show casebooks; the current one, else the first, is chosen."""
        for old in self.buttons:
            self._group.removeButton(old)
            self._box.removeWidget(old)
            old.deleteLater()
        self.buttons = [
            CasebookButton(entry, self._words, self._theme, self) for entry in entries[:MOST_SHOWN]
        ]
        for button in self.buttons:
            self._group.addButton(button)
            self._box.addWidget(button)
            button.setChecked(button.entry.path == current)
        if self.buttons and self.current() is None:
            self.buttons[0].setChecked(True)

    def current(self) -> CasebookEntry | None:
        """The casebook chosen."""
        return next((button.entry for button in self.buttons if button.isChecked()), None)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for button in self.buttons:
            button.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for button in self.buttons:
            button.set_theme(theme)
