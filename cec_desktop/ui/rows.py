"""Rows of lines: shape, first line, one or two in a quieter ink below it, and a word at the right end.

A model gives the words under the roles below and says the whole row as its accessible text.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

FIRST: Final = Qt.ItemDataRole.DisplayRole
"""Qt's own role of what is shown."""
SHAPE: Final = Qt.ItemDataRole.DecorationRole
"""Qt's own role of the icon."""
SECOND: Final = Qt.ItemDataRole.UserRole + 1
TRAILING: Final = Qt.ItemDataRole.UserRole + 2
URGENT: Final = Qt.ItemDataRole.UserRole + 3
"""Whether the word at the right end is bold."""
THIRD: Final = Qt.ItemDataRole.UserRole + 4
"""A third line, for rows that are high enough."""

_THREE_LINES = 56


class RowDelegate(QStyledItemDelegate):
    """Paints rows of two lines, higher ones of three; folded to a rail it paints their shapes alone."""

    def __init__(self, theme: Theme, height: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height = height
        self.shapes_only = False

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are equally high, so that a long list scrolls without measuring."""
        return QSize(0, style.dp(40 if self.shapes_only else self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, selection bar, shape and words; the focus ring last."""
        state, rect = option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(painter, rect, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        shape_end = self._paint_shape(painter, rect, index)
        if not self.shapes_only:
            self._paint_words(
                painter, rect.adjusted(shape_end - rect.left(), 0, -style.dp(10), 0), index, selected
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool, pointed: bool) -> None:
        if selected or pointed:
            painter.fillRect(rect, self.theme.colour("selection" if selected else "hover"))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self.theme.colour("accent"))

    def _paint_shape(self, painter: QPainter, rect: QRect, index: AnyIndex) -> int:
        side = style.dp(16)
        left = rect.left() + ((rect.width() - side) // 2 if self.shapes_only else style.dp(15))
        icon = index.data(SHAPE)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(left, rect.top() + (rect.height() - side) // 2, side, side))
        return left + side + style.dp(10)

    def _paint_words(self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool) -> None:
        first, second = style.font("heading" if selected else "strong"), style.font("second")
        line = QFontMetricsF(second).height() + 1
        three = self._height >= _THREE_LINES
        upper = rect.top() + (rect.height() - (line if three else 0)) / 2 - 2
        trailing = str(index.data(TRAILING) or "")
        if trailing:
            word = style.font("second")
            word.setWeight(QFont.Weight.DemiBold if index.data(URGENT) else QFont.Weight.Normal)
            width = QFontMetricsF(word).horizontalAdvance(trailing)
            ink = "text" if index.data(URGENT) else "muted"
            self._put(painter, word, ink, QPointF(rect.right() - width, upper), trailing)
            room = rect.width() - width - style.dp(6)
        else:
            room = rect.width()
        self._put_cut(painter, first, "text", QPointF(rect.left(), upper), str(index.data(FIRST)), room)
        for below, role in ((1, SECOND), (2, THIRD)):
            at = QPointF(rect.left(), upper + below * line)
            self._put_cut(painter, second, "muted", at, str(index.data(role) or ""), rect.width())

    def _put_cut(self, painter: QPainter, font: QFont, ink: str, at: QPointF, text: str, room: float) -> None:
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._put(painter, font, ink, at, text)

    def _put(self, painter: QPainter, font: QFont, ink: str, at: QPointF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        painter.drawText(at, text)
