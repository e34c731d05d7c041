"""The line that offers to take back what was just done: it leaves by itself, unless it has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.theme import Theme

STAYS_MS = 8000


class UndoLine(QWidget):
    """Says what was done, in the words of the Edit menu, with a button that undoes it."""

    undo_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._said: Callable[[Words], str] | None = None
        self._text, self._keys = QLabel(self), QLabel("Ctrl+Z", self)
        self.button = QPushButton(self)
        style.set_kind(self.button, "link")
        self.button.installEventFilter(self)
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(12), 0, style.dp(12), 0)
        row.setSpacing(style.dp(12))
        for part in (self._text, self.button, self._keys):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(STAYS_MS)
        self._leaving.timeout.connect(self.hide)
        self.set_theme(theme)
        self.hide()

    def offer(self, said: Callable[[Words], str]) -> None:
        """Say what was done; the line of an earlier act gives way."""
        self._said = said
        self.set_words(self._words)
        self.show()
        self._leaving.start()

    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    def withdraw(self) -> None:
        """There is nothing to take back any more."""
        self._leaving.stop()
        self.hide()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = self._words = words
        if self._said is not None:
            self._text.setText(self._said(words))
        self.button.setText(_("Undo"))
        self.setAccessibleName(self._text.text())

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        ink = theme.hex("on-handle")
        for label in (self._text, self._keys):
            label.setStyleSheet(f"color: {ink};")
        self.button.setStyleSheet(f"color: {ink}; text-decoration: underline; font-weight: 600;")
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the button has the focus the line stays."""
        if event.type() == QEvent.Type.FocusIn:
            self._leaving.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._leaving.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plate in the strongest ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("handle"))
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()

    def _undo(self) -> None:
        self.withdraw()
        self.undo_requested.emit()
