"""What the search for an occupation found, as a list to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cec_desktop.ui.style import dp, font
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole.UserRole


class Hit(NamedTuple):
    """A unit group in words: code, level, title, and what it is in another edition."""

    code: str
    level: str
    title: str
    other: str = ""


class Hits(QAbstractListModel):
    """What the search found, best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit] = []

    def show(self, rows: list[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit as the line takes it, with what it is elsewhere for the ear, or its parts."""
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return " · ".join(hit[:3])
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(filter(None, hit))
            case _:
                return hit if role == _ROLE else None


class HitPainter(QStyledItemDelegate):
    """A hit: the code strong, the title, and at the right the levels, now and in another edition."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row; the width is the list's, and long titles are cut."""
        return QSize(0, dp(26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit; only the title may be cut."""
        code, level, title, other = index.data(_ROLE)
        levels = " · ".join(filter(None, (level, other)))
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ground = "selection" if state & QStyle.StateFlag.State_Selected else "surface"
        painter.save()
        painter.fillRect(rect, self.theme.colour(ground))
        inner = rect.adjusted(dp(8), 0, -dp(8), 0)
        painter.setFont(font("heading"))
        painter.setPen(self.theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, code)
        left = painter.fontMetrics().horizontalAdvance("00000") + dp(12)
        painter.setFont(font("second"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, levels)
        right = painter.fontMetrics().horizontalAdvance(levels) + dp(12)
        painter.setFont(font("body"))
        painter.setPen(self.theme.colour("text"))
        room = inner.adjusted(left, 0, -right, 0)
        cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, cut)
        painter.restore()
