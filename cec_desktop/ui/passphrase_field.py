"""The field a passphrase is typed into, with show and hide, and a word when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.icons import icon
from cec_desktop.ui.style import restyle
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PassphraseField(QLineEdit):
    """A line that hides what is typed until it is asked to show it."""

    caps_lock_changed = Signal(bool)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "large")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._words, self._theme = words, theme
        self._caps_lock = False
        self._toggle = QAction(self)
        self._toggle.triggered.connect(self._show_or_hide)
        self.addAction(self._toggle, QLineEdit.ActionPosition.TrailingPosition)
        self._dress()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._dress()

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field as wrong, or no longer."""
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            restyle(self)

    def forget(self) -> None:
        """Empty the field and hide what will be typed next."""
        self.clear()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice Caps Lock by its own key, and by letters whose case does not fit Shift."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_CapsLock:
            self._set_caps_lock(not self._caps_lock)
        elif event.text().isalpha() and event.text().lower() != event.text().upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps_lock(event.text().isupper() != shift)
        super().keyPressEvent(event)

    def _set_caps_lock(self, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_changed.emit(on)

    def _show_or_hide(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._dress()

    def _dress(self) -> None:
        _ = self._words
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._toggle.setIcon(icon("show" if hidden else "hide", self._theme, "muted"))
        self._toggle.setText(_("Show what is typed") if hidden else _("Hide what is typed"))
        self._toggle.setToolTip(self._toggle.text())
