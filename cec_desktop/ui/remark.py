"""A shape and a sentence below a field: what is wrong with it, or what to know."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.icons import outcome_pixmap
from cec_desktop.ui.theme import Theme


class Remark(QWidget):
    """Keeps its place while it says nothing."""

    def __init__(self, theme: Theme, outcome: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome, self._theme = outcome, theme
        self._shape, self._text = QLabel(self), QLabel(self)
        style.set_role(self._text, "second")
        self._text.setWordWrap(True)
        top = QVBoxLayout()
        top.addWidget(self._shape)
        top.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(7))
        row.addLayout(top)
        row.addWidget(self._text, 1)
        self.setMinimumHeight(style.dp(18))
        # No higher than its words: room to spare belongs to the end of a form.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._shape.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.say(self.text())

    def say(self, sentence: str) -> None:
        """Show a sentence; empty shows nothing."""
        self._text.setText(sentence)
        self._shape.setVisible(bool(sentence))
        if sentence:
            ratio = self.devicePixelRatioF()
            self._shape.setPixmap(outcome_pixmap(self._outcome, self._theme, style.dp(14), ratio))

    def text(self) -> str:
        """What it says now."""
        return self._text.text()
