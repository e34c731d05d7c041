"""The line at the foot of the window: saved, law compared to, undo, language, lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cec_desktop.i18n.words import Language, Words
from cec_desktop.ui import style
from cec_desktop.ui.icons import pixmap
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.theme import Theme
from cec_desktop.version import VERSION

if TYPE_CHECKING:
    from cec_desktop.ui.undo_line import UndoLine

_LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "fr": "Français"}


class StatusBar(QFrame):
    """What is true of the whole window, and the switch of its language."""

    language_requested = Signal(str)
    lock_requested = Signal()
    undo_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._said: dict[QLabel, Callable[[Words], str]] = {}
        style.set_ground(self, "window")
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(10), style.dp(2), style.dp(10), style.dp(2))
        row.setSpacing(style.dp(8))
        self._tick, self.saved, self.law, self.locked = (QLabel(self) for _ in range(4))
        self._law_rule = self._rule()
        for part in (self._tick, self.saved, self._law_rule, self.law, self.locked):
            row.addWidget(part)
        row.addStretch(1)
        self._undo_place = QHBoxLayout()
        row.addLayout(self._undo_place)
        self._undo_line: UndoLine | None = None
        row.addStretch(1)
        self.languages = self._language_switch(row)
        self._lock_rule = self._rule()
        self.lock = QPushButton(self)
        style.set_kind(self.lock, "choice")
        self._tints.put(self.lock.setIcon, "lock", "muted")
        self._phrases.say(self.lock.setToolTip, lambda _: _("Lock now (Ctrl+L)"))
        self.lock.clicked.connect(self.lock_requested)
        self.version = QLabel(self)
        self._phrases.say(self.version.setText, lambda _: _("Version {number}", number=VERSION))
        for widget in (self._lock_rule, self.lock, self.version):
            row.addWidget(widget)
        for label in (self.saved, self.law, self.locked, self.version):
            style.set_role(label, "second", "muted")
        self._say(self.locked, lambda _: _("No client names are shown while the casebook is locked"))
        self.set_theme(theme)
        self.show_locked(True)

    def _language_switch(self, row: QHBoxLayout) -> dict[Language, QPushButton]:
        group = QButtonGroup(self)
        buttons: dict[Language, QPushButton] = {}
        for language, name in _LANGUAGE_NAMES.items():
            button = QPushButton(name, self)
            style.set_kind(button, "choice")
            button.setCheckable(True)
            button.setMinimumWidth(_bold_width(name))
            button.setChecked(language == self._phrases.words.language)
            button.clicked.connect(lambda _on, to=language: self.language_requested.emit(to))
            group.addButton(button)
            if buttons:
                row.addWidget(self._rule())
            row.addWidget(button)
            buttons[language] = button
        return buttons

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setProperty("rule", "short")
        rule.setFixedHeight(style.dp(12))
        return rule

    def offer_undo(self, said: Callable[[Words], str]) -> None:
        """Say what was done, and offer to take it back."""
        if self._undo_line is None:
            from cec_desktop.ui.undo_line import UndoLine

            self._undo_line = UndoLine(self._phrases.words, self._tints.theme, self)
            self._undo_line.undo_requested.connect(self.undo_requested)
            self._undo_place.addWidget(self._undo_line)
        self._undo_line.offer(said)

    def withdraw_undo(self) -> None:
        """There is nothing to take back any more."""
        if self._undo_line is not None:
            self._undo_line.withdraw()

    def undo_line(self) -> UndoLine | None:
        """The undo line, once there was one."""
        return self._undo_line

    def show_locked(self, locked: bool) -> None:
        """Whether a casebook is open; a locked window says less."""
        for part in (self._tick, self.saved, self._law_rule, self.law, self._lock_rule, self.lock):
            part.setVisible(not locked)
        self.locked.setVisible(locked)
        self.version.setVisible(locked)
        if locked:
            self.withdraw_undo()
        else:
            for part in (self._tick, self.saved, self._law_rule):
                part.setVisible(bool(self.saved.text()))

    def show_saved(self, at: datetime) -> None:
        """When the last change was saved."""
        self._say(self.saved, lambda _: _("Saved {time}", time=f"{at:%H:%M}"))
        for part in (self._tick, self.saved, self._law_rule):
            part.show()

    def show_law(self, verified_to: date) -> None:
        """The last day the law was compared with the official text."""
        self._say(self.law, lambda _: _("Law compared with the official text to {day}", day=verified_to))

    def show_lock_in(self, minutes: int | None) -> None:
        """In how many minutes the casebook locks by itself; None: it never does."""
        _ = self._phrases.words
        self._minutes = minutes
        if minutes is None:
            self.lock.setText(_("Lock"))
        else:
            self.lock.setText(_("Locks in {n} min", n=minutes))

    _minutes: int | None = None

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        for label, text in self._said.items():
            label.setText(text(words))
        self.show_lock_in(self._minutes)
        if self._undo_line is not None:
            self._undo_line.set_words(words)
        for language, button in self.languages.items():
            button.setChecked(language == words.language)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        if self._undo_line is not None:
            self._undo_line.set_theme(theme)
        ratio = self.devicePixelRatioF()
        self._tick.setPixmap(pixmap("check", theme, style.dp(14), ratio, "muted"))

    def _say(self, label: QLabel, text: Callable[[Words], str]) -> None:
        self._said[label] = text
        label.setText(text(self._phrases.words))


def _bold_width(text: str) -> int:
    """Room for a text when it is bold, so that nothing moves when the choice changes."""
    return round(QFontMetricsF(style.font("heading")).horizontalAdvance(text)) + style.dp(12)
