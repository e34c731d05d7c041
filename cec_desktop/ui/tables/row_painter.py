"""How a row of a table is painted: ground, swatch of the timeline's fill, words, a ring for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cec_desktop.ui.icons import paint_outcome
from cec_desktop.ui.patterns import Fill, paint_fill
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.tables.record_model import QUIET_ROLE, ROW_ROLE, Index
from cec_desktop.ui.tables.rows import Row, Sort, Swatch
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.ui.tables.record_table import RecordTable

_FILLS: Final = {
    Swatch.COUNTS: Fill.COUNTS,
    Swatch.PROJECTED: Fill.PROJECTED,
    Swatch.NOT_COUNTED: Fill.NOT_COUNTED,
    Swatch.NOT_KNOWN: Fill.NOT_KNOWN,
    Swatch.OUTSIDE: Fill.OUTSIDE,
}
_SHAPES: Final = {Swatch.GAP: "undetermined", Swatch.WRONG: "not_met"}
_DRESSES: Final = {
    # ink, tint, dashed
    Swatch.STATUS: ("status", "status-tint", False),
    Swatch.MAINTAINED: ("status", "status-tint", True),
    Swatch.STUDY: ("study", "study-tint", False),
    Swatch.PART_TIME: ("study", None, True),
    Swatch.TEST: ("tests", "tests-tint", False),
    Swatch.EXPIRED: ("tests", None, True),
    Swatch.DRAFT: ("muted", None, True),
}
PAD: Final = 8
"""Room at either side of the words of a cell."""
_SWATCH: Final = (14, 12)


def paint_swatch(painter: QPainter, rect: QRectF, swatch: Swatch, theme: Theme, ratio: float) -> None:
    """Paint the sample of the timeline's fill that a row stands for."""
    if swatch in _FILLS:
        painter.setBrushOrigin(rect.topLeft())
        paint_fill(painter, rect, _FILLS[swatch], theme, ratio)
        if swatch is Swatch.OUTSIDE:
            painter.setPen(QPen(theme.colour("work"), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif swatch in _SHAPES:
        side = rect.height() + 2
        paint_outcome(painter, QRectF(rect.x(), rect.y() - 1, side, side), _SHAPES[swatch], theme)
    elif swatch in _DRESSES:
        ink, tint, dashed = _DRESSES[swatch]
        if tint is not None:
            painter.fillRect(rect, theme.colour(tint))
        pen = QPen(theme.colour(ink), 1)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if not dashed:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour(ink))


def _cell_font(index: Index) -> QFont:
    """Sums stand out; what merely explains them does not."""
    row: Row = index.data(ROW_ROLE)
    return font("heading" if row.sort is Sort.SUM and not index.data(QUIET_ROLE) else "body")


class RowPainter(QStyledItemDelegate):
    """Paints a cell: ground, swatch, words, line, and the ring around the row the keyboard is on."""

    def __init__(self, theme: Theme, view: RecordTable) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words, as high as every row."""
        width = QFontMetrics(_cell_font(index)).horizontalAdvance(str(index.data() or ""))
        # Two pixels more than the words, or rounding cuts them.
        return QSize(width + 2 + 2 * dp(PAD) + self._indent(index), dp(26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.fillRect(rect, self.theme.colour(self._ground(option, row)))
        self._paint_swatch(painter, rect, row, index)
        self._paint_words(painter, rect, row, index)
        painter.setPen(self.theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_ring(painter, option, index)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, row: Row) -> str:
        if row.sort is Sort.SUM:
            return "sunken"
        if option.state & QStyle.StateFlag.State_Selected:
            return "selection"
        return "hover" if self._view.pointed_key == row.key else "surface"

    def _paint_swatch(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        if index.column() != 0 or row.swatch is Swatch.NONE:
            return
        wide, high = dp(_SWATCH[0]), dp(_SWATCH[1])
        box = QRectF(rect.left() + dp(PAD), rect.center().y() - high // 2, wide, high)
        painter.save()
        paint_swatch(painter, box, row.swatch, self.theme, self._view.devicePixelRatioF())
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        painter.setFont(_cell_font(index))
        painter.setPen(self.theme.colour("muted" if index.data(QUIET_ROLE) else "text"))
        room = rect.adjusted(dp(PAD) + self._indent(index), 0, -dp(PAD), 0)
        if row.sort is Sort.SUM and index.column() == 0:
            room.setWidth(self._view.free_width(index))
        cut = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        alignment = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        painter.drawText(room, alignment, cut)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        if not view.hasFocus() or index.row() != view.currentIndex().row():
            return
        painter.setPen(QPen(self.theme.colour("focus"), 2))
        rect = option.rect
        painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if index.column() == view.first_column():
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
        if index.column() == view.last_column():
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _indent(self, index: Index) -> int:
        row: Row = index.data(ROW_ROLE)
        plain = index.column() != 0 or row.swatch is Swatch.NONE
        return 0 if plain else dp(_SWATCH[0] + 7)
