"""The manual in a window of its own: topics and search at the left, the page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.resources import resource
from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.manual.topics import Topic, found, topics

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme

_ROOM = 44
"""Pixels a page keeps free beside its pictures."""


class ManualPage(QTextBrowser):
    """A topic; pictures are made as narrow as the page, links lead to other topics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, so that laying a page out never changes its own width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.topic: Topic | None = None
        self._width = 0
        # Not while Qt is in the middle of laying out.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out_anew)

    def show_topic(self, topic: Topic) -> None:
        """Show a topic from its beginning."""
        self.topic = topic
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the manual, scaled to the page."""
        file = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, QUrl(file))
        picture = QImage(str(resource("manual", "pictures", file.rpartition("/")[2])))
        room = self.viewport().width() - _ROOM
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(room, smooth) if picture.width() > room > 0 else picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the pictures to the new width."""
        super().resizeEvent(event)
        if self.topic is not None and self.viewport().width() != self._width:
            self._soon.start(0)

    def _lay_out_anew(self) -> None:
        """Lay out for another width, and stay where the person was reading."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._lay_out()
        bar.setValue(round(share * bar.maximum()))

    def _lay_out(self) -> None:
        if self.topic is None:
            return
        self._width = self.viewport().width()
        self.document().setDocumentMargin(style.dp(18))
        self.setMarkdown(self.topic.text)


class ManualWindow(QDialog):
    """Stands beside the main window, in its language."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._theme = Phrases(words), theme
        self.search, self.list, self.page = QLineEdit(self), QListWidget(self), ManualPage(self)
        self.nothing = QLabel(self)
        self._shown: tuple[Topic, ...] = ()
        say = self._phrases.say
        say(self.setWindowTitle, lambda _: _("Manual"))
        say(self.search.setPlaceholderText, lambda _: _("Search the manual"))
        say(self.search.setAccessibleName, lambda _: _("Search the manual"))
        say(self.list.setAccessibleName, lambda _: _("Topics"))
        say(self.page.setAccessibleName, lambda _: _("Page of the manual"))
        say(self.nothing.setText, lambda _: _("No topic has these words. Try fewer, or clear the search."))
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self.page.setFocus)
        self.list.currentRowChanged.connect(self._show_row)
        self.page.anchorClicked.connect(lambda url: self.show_topic(url.toString()))
        self._fill()

    def _lay_out(self) -> None:
        style.set_ground(self.list, "window")
        style.set_kind(self.list, "pages")
        style.set_role(self.nothing, "second", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(style.dp(10), style.dp(8), style.dp(10), 0)
        self.search.setClearButtonEnabled(True)
        left = QWidget(self)
        style.set_ground(left, "window")
        left.setFixedWidth(style.dp(230))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, style.dp(10), 0, 0)
        margins = QHBoxLayout()
        margins.setContentsMargins(style.dp(10), 0, style.dp(10), 0)
        margins.addWidget(self.search)
        column.addLayout(margins)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        rule = QFrame(self)
        rule.setProperty("rule", "down")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (left, rule):
            row.addWidget(part)
        row.addWidget(self.page, 1)
        self.resize(QSize(style.dp(940), style.dp(680)))

    def show_topic(self, name: str) -> None:
        """Turn to a topic by its name, whatever is searched for."""
        if all(topic.name != name for topic in self._shown):
            self.search.clear()
        names = [topic.name for topic in self._shown]
        if name in names:
            self.list.setCurrentRow(names.index(name))

    def set_words(self, words: Words) -> None:
        """Speak another language, on the same topic."""
        self._phrases.speak(words)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        if self.page.topic is not None:
            self.page.show_topic(self.page.topic)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F searches; F1 and Escape close."""
        if event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
            self.search.selectAll()
        elif event.key() == Qt.Key.Key_F1:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        language = self._phrases.words.language
        now = self.page.topic.name if self.page.topic is not None else topics(language)[0].name
        self._shown = found(language, self.search.text())
        self.list.blockSignals(True)
        self.list.clear()
        for topic in self._shown:
            self.list.addItem(QListWidgetItem(topic.title))
        names = [topic.name for topic in self._shown]
        row = names.index(now) if now in names else 0
        self.list.setCurrentRow(row if names else -1)
        self.list.blockSignals(False)
        self.nothing.setVisible(not names)
        self._show_row(row if names else -1)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.page.show_topic(self._shown[row])
            first = self.search.text().split()[:1]
            if first:
                self.page.find(first[0])
