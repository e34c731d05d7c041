"""The table as painted: swatches of the timeline's fills, whole dates, a sum row, a ring for the keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cec_desktop.ui.icons import paint_outcome
from cec_desktop.ui.patterns import Fill, paint_fill
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.tables.record_model import NO_INDEX, QUIET_ROLE, ROW_ROLE, Index, RecordModel
from cec_desktop.ui.tables.rows import Row, Sort, Swatch
from cec_desktop.ui.theme import Theme

_FILLS: Final = {
    Swatch.COUNTS: Fill.COUNTS,
    Swatch.PROJECTED: Fill.PROJECTED,
    Swatch.NOT_COUNTED: Fill.NOT_COUNTED,
    Swatch.NOT_KNOWN: Fill.NOT_KNOWN,
    Swatch.OUTSIDE: Fill.OUTSIDE,
}
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
_PAD: Final = 8
_SWATCH: Final = (14, 12)
_LEAST_WIDE: Final = 90
_FIRST_SHARE: Final = 58
"""Percent of the room of all wide columns that the first may take."""


def paint_swatch(painter: QPainter, rect: QRectF, swatch: Swatch, theme: Theme, ratio: float) -> None:
    """Paint the sample of the timeline's fill that a row stands for."""
    if swatch in _FILLS:
        painter.setBrushOrigin(rect.topLeft())
        paint_fill(painter, rect, _FILLS[swatch], theme, ratio)
        if swatch is Swatch.OUTSIDE:
            painter.setPen(QPen(theme.colour("work"), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif swatch is Swatch.GAP:
        side = rect.height() + 2
        paint_outcome(painter, QRectF(rect.x(), rect.y() - 1, side, side), "undetermined", theme)
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
        return QSize(width + 2 + 2 * dp(_PAD) + self._indent(index), dp(26))

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
        box = QRectF(rect.left() + dp(_PAD), rect.center().y() - high // 2, wide, high)
        painter.save()
        paint_swatch(painter, box, row.swatch, self.theme, self._view.devicePixelRatioF())
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        painter.setFont(_cell_font(index))
        painter.setPen(self.theme.colour("muted" if index.data(QUIET_ROLE) else "text"))
        room = rect.adjusted(dp(_PAD) + self._indent(index), 0, -dp(_PAD), 0)
        if row.sort is Sort.SUM and index.column() == 0:
            room.setWidth(self._view.free_width(index))
        cut = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        alignment = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        painter.drawText(room, alignment, cut)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        if not (option.state & QStyle.StateFlag.State_Selected and view.hasFocus()):
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


class RecordTable(QTableView):
    """Rows to choose from; columns fit themselves, dates and codes whole or gone."""

    chosen = Signal(str)
    """The key of the row chosen, by click or key."""
    opened = Signal(str)
    """Enter or a double click on a row."""
    removal_asked = Signal(str)
    addition_asked = Signal()
    columns_changed = Signal()
    """The person has shown or hidden a column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = RecordModel(self)
        self.setModel(self._records)
        self._painter = RowPainter(theme, self)
        self.setItemDelegate(self._painter)
        self._hidden: set[str] = set()
        self._quiet = False
        self.pointed_key = ""
        self._set_up()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(dp(26))
        self.verticalHeader().setMinimumSectionSize(dp(26))
        header = self.horizontalHeader()
        header.setFont(font("second"))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(dp(24))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        header.sectionClicked.connect(self._sort_by)
        self._sort: tuple[int, Qt.SortOrder] | None = None
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE).key))
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self._records.modelReset.connect(self.fit_columns)
        self._records.dataChanged.connect(self.fit_columns)
        self._records.headerDataChanged.connect(self.fit_columns)

    @property
    def records(self) -> RecordModel:
        """The model."""
        return self._records

    def key(self) -> str:
        """The key of the row chosen, empty for none."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose the row of an entry without saying so; an empty key chooses none."""
        row = self._records.row_of(key)
        if key == self.key() and row >= 0:
            return
        self._quiet = True
        if row < 0:
            self.setCurrentIndex(NO_INDEX)
            self.clearSelection()
        else:
            self.selectRow(row)
            self.scrollTo(self._records.index(row, 0))
        self._quiet = False

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._painter.theme = theme
        self.viewport().update()

    def wanted_height(self) -> int:
        """The height at which no row has to be scrolled to."""
        header = max(self.horizontalHeader().sizeHint().height(), dp(26))
        return header + self._records.rowCount() * dp(26) + 2

    def whole_rows(self, height: int) -> int:
        """A height that cuts no row in two, at most the one given."""
        header = max(self.horizontalHeader().sizeHint().height(), dp(26))
        return header + max(2, (height - header) // dp(26)) * dp(26) + 2

    # Columns.

    def fit_columns(self) -> None:
        """Give every column the width of its words; the wide ones share the rest, spare ones go first."""
        room = self.viewport().width()
        if room <= 0 or not self._records.columns:
            return
        widths, fits = self._widths(room, narrow=False)
        if not fits:
            widths, _fits = self._widths(room, narrow=True)
        for at in range(len(self._records.columns)):
            self.setColumnHidden(at, at not in widths)
            if at in widths:
                self.setColumnWidth(at, widths[at])
        self.viewport().update()

    def _widths(self, room: int, *, narrow: bool) -> tuple[dict[int, int], bool]:
        """The widths of the columns shown, and whether all of them fit whole."""
        columns = self._records.columns
        self._records.blockSignals(True)  # the caller repaints everything
        self._records.set_narrow(narrow)
        self._records.blockSignals(False)
        shown = [at for at in range(len(columns)) if self._is_shown(at, narrow)]
        widths = {at: self._width_of(at) for at in shown}
        wide = [at for at in shown if columns[at].wide]
        fixed = sum(width for at, width in widths.items() if at not in wide)
        fits = fixed + sum(min(widths[at], dp(150)) for at in wide) <= room
        self._share(widths, wide, room - fixed)
        return widths, fits

    def _share(self, widths: dict[int, int], wide: list[int], room: int) -> None:
        """Wide columns: their words if they fit, and the last what is left over; else they are cut."""
        if not wide:
            return
        wanted = sum(widths[at] for at in wide)
        if wanted <= room:
            widths[wide[-1]] += room - wanted
            return
        # The first names the row: it is cut last.
        first, *others = wide
        least = dp(_LEAST_WIDE)
        widths[first] = max(least, min(widths[first], room * _FIRST_SHARE // 100 if others else room))
        for at in others:
            widths[at] = max(least, (room - widths[first]) // len(others))

    def _is_shown(self, at: int, narrow: bool) -> bool:
        column = self._records.columns[at]
        return column.id not in self._hidden and not (narrow and column.spare)

    def _width_of(self, at: int) -> int:
        title = self._records.columns[at].title
        heading = QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(title) + 2 * dp(_PAD) + dp(4)
        cells = [
            self.sizeHintForIndex(self._records.index(row, at)).width()
            for row in range(self._records.rowCount())
            if at or self._records.rows[row].sort is not Sort.SUM
        ]
        return max([heading, *cells])

    def hidden_columns(self) -> list[str]:
        """The columns the person has hidden."""
        return sorted(self._hidden)

    def hide_columns(self, ids: list[str]) -> None:
        """Hide the columns that were hidden before."""
        self._hidden = set(ids)
        self.fit_columns()

    def column_menu(self) -> QMenu:
        """A menu of all columns but the first, each to be shown or not."""
        menu = QMenu(self)
        for column in self._records.columns[1:]:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.id not in self._hidden)
            action.toggled.connect(lambda on, id_=column.id: self._show_column(id_, on))
        return menu

    def _ask_columns(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _show_column(self, id_: str, on: bool) -> None:
        self._hidden ^= {id_} if (id_ in self._hidden) == on else set()
        self.fit_columns()
        self.columns_changed.emit()

    def _sort_by(self, section: int) -> None:
        """A click sorts, a second one the other way, a third goes back to the order of the file."""
        header = self.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        steps: list[tuple[int, Qt.SortOrder] | None] = [(section, up), (section, down), None]
        at = steps.index(self._sort) if self._sort in steps[:2] else -1
        self._sort = steps[at + 1]
        header.setSortIndicatorShown(self._sort is not None)
        if self._sort is None:
            self._records.sort(-1)
        else:
            header.setSortIndicator(*self._sort)
            self._records.sort(*self._sort)

    def free_width(self, index: Index) -> int:
        """Room for words that may run over empty cells to their right."""
        right = 0
        for at in range(self._records.columnCount()):
            if self.isColumnHidden(at):
                continue
            if at > index.column() and self._records.index(index.row(), at).data():
                break
            right = self.columnViewportPosition(at) + self.columnWidth(at)
        return right - self.columnViewportPosition(index.column()) - 2 * dp(_PAD)

    def first_column(self) -> int:
        """The first column shown."""
        return next((at for at in range(self._records.columnCount()) if not self.isColumnHidden(at)), 0)

    def last_column(self) -> int:
        """The last column shown."""
        shown = [at for at in range(self._records.columnCount()) if not self.isColumnHidden(at)]
        return shown[-1] if shown else 0

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the row pointed at."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point_at(index.data(ROW_ROLE).key if index.isValid() else "")

    def leaveEvent(self, event: QEvent) -> None:
        """No row is pointed at."""
        super().leaveEvent(event)
        self._point_at("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Insert adds, Delete removes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
        elif key == Qt.Key.Key_Delete and self.key():
            self.removal_asked.emit(self.key())
        elif key == Qt.Key.Key_Insert:
            self.addition_asked.emit()
        else:
            super().keyPressEvent(event)

    def _point_at(self, key: str) -> None:
        if key != self.pointed_key:
            self.pointed_key = key
            self.viewport().update()

    def _row_changed(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.key())
