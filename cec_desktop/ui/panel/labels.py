"""Labels the panel is made of: wrapped words whose dates and numbers never break, and shapes beside them."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.ui.icons import outcome_pixmap
from cec_desktop.ui.style import Role, dp, set_kind, set_role
from cec_desktop.ui.theme import Theme

TOP = Qt.AlignmentFlag.AlignTop
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
        self._said: tuple[str, ...] | None = None
        set_role(self, role, ink)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Show words, dates kept whole on screen and plain for the ear."""
        if self._is_news(text):
            self._show(Qt.TextFormat.PlainText, whole_dates(text), text)

    def say_day(self, text: str) -> None:
        """Show words with their dates strong."""
        if self._is_news(text, "day"):
            shown = _DAY.sub(lambda found: strong(whole_dates(found[0])), escape(text))
            self._show(Qt.TextFormat.RichText, shown, text)

    def say_two(self, first: str, second: str) -> None:
        """Show words of which the first are strong and the second quiet."""
        if self._is_news(first, second, "two"):
            shown = " ".join(filter(None, (strong(whole_dates(first)), escape(whole_dates(second)))))
            self._show(Qt.TextFormat.RichText, shown, " ".join(filter(None, (first, second))))

    def _is_news(self, *said: str) -> bool:
        """Whether other words are to be shown: the same again would lay the whole panel out anew."""
        news, self._said = said != self._said, said
        return news

    def _show(self, form: Qt.TextFormat, shown: str, heard: str) -> None:
        self.setTextFormat(form)
        self.setText(shown)
        self.setAccessibleName(heard)
        self.setVisible(bool(heard))

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
        if outcome == self._outcome:
            return
        self._outcome = outcome
        self._paint()

    def _paint(self) -> None:
        outcome = self._outcome
        if outcome:
            picture = outcome_pixmap(outcome, self._theme, dp(self._size), self.devicePixelRatioF())
            self.setPixmap(picture)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self._paint()


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
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.lines.addWidget(self.words)
        row.addWidget(self.shape, 0, TOP)
        row.addLayout(self.lines, 1)
        row.addWidget(self.link, 0, TOP)

    def say(self, outcome: str, text: str, link: str = "") -> None:
        """Show a line."""
        self.shape.show_outcome(outcome)
        self.words.say(text)
        if link != self.link.text():
            self.link.setText(link)
            self.link.setVisible(bool(link))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.shape.set_theme(theme)
