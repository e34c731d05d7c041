"""A splitter with a line of one pixel, seven to grab, arrow keys while focused and reset by double click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.theme import Theme

_GRAB_EACH_SIDE = 3
_STEP = 8


class Splitter(QSplitter):
    """A splitter in the look of the window."""

    reset_requested = Signal()

    def __init__(
        self, orientation: Qt.Orientation, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self.theme = theme
        self._words = words
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """A handle of ours."""
        handle = _Handle(self.orientation(), self)
        handle.setAccessibleName(self._name(self._words))
        return handle

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for at in range(self.count()):
            self.handle(at).setAccessibleName(self._name(words))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.theme = theme
        for at in range(self.count()):
            self.handle(at).update()

    def _name(self, _: Words) -> str:
        if self.orientation() == Qt.Orientation.Horizontal:
            return _("Width of the panes: arrow keys move the border")
        return _("Height of the panes: arrow keys move the border")


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, splitter: Splitter) -> None:
        super().__init__(orientation, splitter)
        self._splitter = splitter
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QWidget.resizeEvent(self, event)
        # Margins are what Qt lets the handle reach over its neighbours.
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(_GRAB_EACH_SIDE, 0, _GRAB_EACH_SIDE, 0)
        else:
            self.setContentsMargins(0, _GRAB_EACH_SIDE, 0, _GRAB_EACH_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.contentsRect()
        if self.hasFocus():
            painter.fillRect(line.adjusted(-1, -1, 1, 1), self._splitter.theme.colour("focus"))
        else:
            painter.fillRect(line, self._splitter.theme.colour("border"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.orientation() == Qt.Orientation.Horizontal
        back = Qt.Key.Key_Left if across else Qt.Key.Key_Up
        forth = Qt.Key.Key_Right if across else Qt.Key.Key_Down
        step = {back: -_STEP, forth: _STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        middle = self.mapToParent(QPoint(self.width() // 2, self.height() // 2))
        self.moveSplitter((middle.x() if across else middle.y()) + step)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._splitter.reset_requested.emit()
