"""Messages that stand in the page above what they speak of: what happened, what it means, the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.icons import icon, outcome_pixmap
from cec_desktop.ui.theme import Theme

Kind = Literal["met", "not_met", "advisory"]
Text = Callable[[Words], str]

_BAR = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a message."""

    text: Text
    go: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: `topic` tells which earlier message it replaces, `kind` its shape and tint."""

    topic: str
    kind: Kind
    text: Text
    title: Text | None = None
    offers: Sequence[Offer] = ()


class MessageBar(QFrame):
    """One message; it stays until it is answered or closed."""

    closed = Signal()

    def __init__(self, notice: Notice, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._theme = theme
        self._shape, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        style.set_role(self._title, "heading")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(self._title)
        words_column.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(14) + _BAR, style.dp(8), style.dp(10), style.dp(8))
        row.setSpacing(style.dp(10))
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words_column, 1)
        self.buttons = [self._button(offer) for offer in notice.offers]
        self._close = QPushButton(self)
        style.set_kind(self._close, "quiet")
        self._close.clicked.connect(self.closed)
        for button in (*self.buttons, self._close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_words(words)
        self.set_theme(theme)

    def text(self) -> str:
        """The whole message as it reads now."""
        return " ".join(part for part in (self._title.text(), self._text.text()) if part)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = words
        self._title.setVisible(self.notice.title is not None)
        self._title.setText(self.notice.title(words) if self.notice.title else "")
        self._text.setText(self.notice.text(words))
        for button, offer in zip(self.buttons, self.notice.offers, strict=True):
            button.setText(offer.text(words))
        self._close.setAccessibleName(_("Close message"))
        self._close.setToolTip(_("Close message"))
        self.setAccessibleName(self.text())

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._shape.setPixmap(outcome_pixmap(self.notice.kind, theme, style.dp(16), self.devicePixelRatioF()))
        self._close.setIcon(icon("close", theme, "muted"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of the kind and a bar of its colour at the left."""
        tint = {"met": "met-tint", "not_met": "not-met-tint", "advisory": "undetermined-tint"}
        token = {"met": "met", "not_met": "not-met", "advisory": "advisory"}
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(tint[self.notice.kind]))
        painter.fillRect(0, 0, _BAR, self.height(), self._theme.colour(token[self.notice.kind]))
        painter.end()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(self.closed)
        button.clicked.connect(lambda: offer.go())
        return button


class Messages(QWidget):
    """The messages of a page, the newest first; one a topic."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self.hide()

    def show_notice(self, notice: Notice) -> MessageBar:
        """Put a message up, in the place of the earlier one on its topic."""
        self.take_away(notice.topic)
        bar = MessageBar(notice, self._words, self._theme, self)
        bar.closed.connect(lambda: self.take_away(notice.topic))
        self._box.insertWidget(0, bar)
        self.show()
        return bar

    def take_away(self, topic: str) -> None:
        """Remove the message on a topic, if there is one."""
        for bar in self.bars():
            if bar.notice.topic == topic:
                self._box.removeWidget(bar)
                bar.hide()
                bar.deleteLater()
        self.setVisible(bool(self.bars()))

    def bars(self) -> list[MessageBar]:
        """The messages up now."""
        items = (self._box.itemAt(at) for at in range(self._box.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, MessageBar)]

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for bar in self.bars():
            bar.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for bar in self.bars():
            bar.set_theme(theme)
