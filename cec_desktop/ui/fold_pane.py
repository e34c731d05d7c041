"""A pane at the side of the window that folds to a rail and slides out over the page when it is asked for."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cec_desktop.ui import style

Side = Literal["left", "right"]

_HOVER_MS = 250


class FoldPane(QWidget):
    """Holds a pane and its rail; exactly one of them is in the layout."""

    folded_changed = Signal(bool)

    def __init__(self, pane: QWidget, rail: QWidget, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane, self.rail = pane, rail
        self._side: Side = side
        self._width = style.dp(248)
        self.folded = False
        self._drawer: QFrame | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(pane)
        self._box.addWidget(rail)
        rail.hide()
        rail.installEventFilter(self)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(_HOVER_MS)
        self._opening.timeout.connect(self.slide_out)

    def set_drawer_width(self, width: int) -> None:
        """How wide the pane is while it lies over the page."""
        self._width = width

    @property
    def rail_width(self) -> int:
        """How wide the rail is."""
        return style.dp(44 if self._side == "left" else 40)

    def fold(self, folded: bool) -> None:
        """Fold to the rail, or show the pane again in its place."""
        if folded == self.folded:
            return
        self.slide_in()
        self.folded = folded
        self.pane.setVisible(not folded)
        self.rail.setVisible(folded)
        if folded:
            self.setFixedWidth(self.rail_width)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        self.folded_changed.emit(folded)

    @property
    def out(self) -> bool:
        """Whether the pane lies over the page now."""
        return self._drawer is not None

    def slide_out(self) -> None:
        """Show the folded pane over the page, until it is left."""
        if not self.folded or self._drawer is not None:
            return
        window = self.window()
        self._drawer = QFrame(window)
        style.set_ground(self._drawer, "raised")
        box = QHBoxLayout(self._drawer)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.pane)
        self.pane.show()
        self._place()
        self._drawer.show()
        self._drawer.raise_()
        window.installEventFilter(self)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def slide_in(self) -> None:
        """Put the pane away again."""
        self._opening.stop()
        if self._drawer is None:
            return
        drawer, self._drawer = self._drawer, None
        self.window().removeEventFilter(self)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.pane.hide()
        self._box.insertWidget(0, self.pane)
        self.pane.setVisible(not self.folded)
        drawer.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pointer on the rail brings the pane out; a click elsewhere or Escape puts it away."""
        kind = event.type()
        if watched is self.rail:
            if kind == QEvent.Type.Enter and self._side == "left":
                self._opening.start()
            elif kind == QEvent.Type.Leave:
                self._opening.stop()
        elif self._drawer is not None:
            if watched is self.window() and kind == QEvent.Type.Resize:
                self._place()
            elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape and self._holds(QApplication.focusWidget()):
                    self.slide_in()
                    return True
            elif kind == QEvent.Type.MouseButtonPress and self._is_elsewhere(watched):
                self.slide_in()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._drawer is None:
            return
        corner = self.mapTo(self.window(), QPoint(0, 0))
        left = corner.x() + self.width() if self._side == "left" else corner.x() - self._width
        self._drawer.setGeometry(left, corner.y(), self._width, self.height())

    def _is_elsewhere(self, clicked: QObject) -> bool:
        return isinstance(clicked, QWidget) and not self._holds(clicked) and not _is_popup(clicked)

    def _holds(self, widget: QWidget | None) -> bool:
        drawer = self._drawer
        if widget is None or drawer is None:
            return False
        return widget is drawer or drawer.isAncestorOf(widget) or self.isAncestorOf(widget)


def _is_popup(widget: QWidget) -> bool:
    return widget.window().windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
