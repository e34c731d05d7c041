"""A layout that sets widgets side by side and goes on in the next line where they would not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Left to right, then the next line; lines are as high as their highest widget."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Set an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in a width."""
        return self._placed(QRect(0, 0, width, 0))[1]

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._placed(rect)[0], strict=True):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _placed(self, rect: QRect) -> tuple[list[QRect], int]:
        """Where every item goes, and the height of all lines."""
        lines: list[list[tuple[int, QSize]]] = [[]]
        across = 0
        for item in self._items:
            size = item.sizeHint()
            if lines[-1] and across + size.width() > rect.width():
                lines.append([])
                across = 0
            lines[-1].append((across, size))
            across += size.width() + self._gap
        places: list[QRect] = []
        down = 0
        for line in lines:
            height = max((size.height() for _left, size in line), default=0)
            for left, size in line:
                top = down + (height - size.height()) // 2
                places.append(QRect(rect.topLeft() + QPoint(left, top), size))
            down += height + self._gap
        return places, max(0, down - self._gap)
