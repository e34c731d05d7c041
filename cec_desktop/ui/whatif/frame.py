"""The frame around a page that shows a scratch copy: dashed, so that it is no focus ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from cec_desktop.ui.theme import Theme

_WIDTH = 3


class TrialFrame(QWidget):
    """Lies over the edges of its parent alone and lets the pointer through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self._follow(parent)

    def put_on(self) -> None:
        """Show; what is on the page moves inside."""
        self._make_room(_WIDTH)
        self.show()
        self.raise_()

    def take_off(self) -> None:
        """Hide, and give the page its edges back."""
        self.hide()
        self._make_room(0)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._follow(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dashes in the accent on the ground of the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        pen = QPen(self._theme.colour("accent"), _WIDTH)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        half = _WIDTH / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()

    def _make_room(self, width: int) -> None:
        page = self.parentWidget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.setContentsMargins(width, width, width, width)

    def _follow(self, page: QWidget) -> None:
        self.setGeometry(page.rect())
        # What the page paints inside the frame is not painted a second time.
        inside = page.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setMask(QRegion(page.rect()).subtracted(QRegion(inside)))
