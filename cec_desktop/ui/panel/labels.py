"""Labels the panel is made of: wrapped words whose dates and numbers never break, and shapes beside them."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cec_desktop.ui.icons import outcome_pixmap
from cec_desktop.ui.style import Role, dp, set_kind, set_role
from cec_desktop.ui.theme import Theme

_DAY = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")


def whole_dates(text: str) -> str:
    """The text with its dates kept on one line."""
    return _DAY.sub(lambda found: found[0].replace("-", "\u2011"), text)


def strong(text: str) -> str:
    """Words of a rich text in the heavier weight."""
    return f'<span style="font-weight:600">{escape(text)}</span>'


class WrappedLabel(QLabel):
    """Words that wrap; their height follows the width."""

    def __init__(self, role: Role, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role, ink)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Show words, dates kept whole on screen and plain for the ear."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(whole_dates(text))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def say_day(self, text: str) -> None:
        """Show words with their dates strong."""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(_DAY.sub(lambda found: strong(whole_dates(found[0])), escape(text)))
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def say_two(self, first: str, second: str) -> None:
        """Show words of which the first are strong and the second quiet."""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(" ".join(filter(None, (strong(whole_dates(first)), escape(whole_dates(second))))))
        self.setAccessibleName(" ".join(filter(None, (first, second))))
        self.setVisible(bool(first or second))

    def minimumSizeHint(self) -> QSize:
        """Narrow is never a reason to push the panel wider."""
        least = super().minimumSizeHint()
        return QSize(dp(40), least.height()) if self.wordWrap() else least


class ShapeLabel(QLabel):
    """The shape of an outcome."""

    def __init__(self, size: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._theme = theme
        self._outcome = ""
        self.setFixedSize(dp(size), dp(size))

    @property
    def outcome(self) -> str:
        """Which outcome is shown."""
        return self._outcome

    def show_outcome(self, outcome: str) -> None:
        """Show the shape of an outcome, or of an advisory."""
        self._outcome = outcome
        if outcome:
            picture = outcome_pixmap(outcome, self._theme, dp(self._size), self.devicePixelRatioF())
            self.setPixmap(picture)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.show_outcome(self._outcome)


class ShapeLine(QWidget):
    """A shape, words, and where something can be done a link at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, role: Role = "body") -> None:
        super().__init__(parent)
        self.shape = ShapeLabel(16, theme, self)
        self.words = WrappedLabel(role, "text", self)
        self.link = QPushButton(self)
        set_kind(self.link, "link")
        self.link.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(dp(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.shape, 0, top)
        row.addWidget(self.words, 1)
        row.addWidget(self.link, 0, top)

    def say(self, outcome: str, text: str, link: str = "") -> None:
        """Show a line."""
        self.shape.show_outcome(outcome)
        self.words.say(text)
        self.link.setText(link)
        self.link.setVisible(bool(link))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.shape.set_theme(theme)
