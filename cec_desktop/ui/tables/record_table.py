"""The table: rows to choose from, one or several; columns fit themselves to the width there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from cec_desktop.ui.style import dp, font
from cec_desktop.ui.tables.record_model import NO_INDEX, ROW_ROLE, Index, RecordModel
from cec_desktop.ui.tables.row_painter import PAD, RowPainter
from cec_desktop.ui.tables.rows import Sort
from cec_desktop.ui.theme import Theme

_LEAST_WIDE: Final = 90
_FIRST_SHARE: Final = 58
"""Percent of the room of all wide columns that the first may take."""


class RecordTable(QTableView):
    """Rows to choose from; columns fit themselves, dates and codes whole or gone."""

    chosen = Signal(str)
    """The key of the row chosen, by click or key."""
    opened = Signal(str)
    """Enter or a double click on a row."""
    several_chosen = Signal()
    """Other rows are chosen together than before."""
    removal_asked = Signal(str)
    addition_asked = Signal()
    letter_pressed = Signal(str)
    """A letter alone, with a row chosen: the acts of the timeline go by letters, and so do these."""
    menu_asked = Signal(QPoint)
    """A right click on a row, or the menu key: where on the screen a menu of it should open."""
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
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
        self.selectionModel().selectionChanged.connect(lambda *_: self.several_chosen.emit())
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

    def chosen_keys(self) -> list[str]:
        """The keys of all rows chosen together, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._records.rows[row].key for row in rows if self._records.rows[row].key]

    def choose_several(self, keys: list[str]) -> None:
        """Choose rows together without saying so, the first of them with the keyboard on it."""
        self.choose(keys[0] if keys else "")
        mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for key in keys[1:]:
            row = self._records.row_of(key)
            if row >= 0:
                self.selectionModel().select(self._records.index(row, 0), mode)

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
        heading = QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(title) + 2 * dp(PAD) + dp(4)
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

    def _ask_menu(self, at: QPoint) -> None:
        """A click on a row that is not among those chosen chooses it first; the menu key opens at the row."""
        index = self.indexAt(at)
        if index.isValid() and not self.selectionModel().isRowSelected(index.row(), NO_INDEX):
            self.selectRow(index.row())
        if self.key():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

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
        return right - self.columnViewportPosition(index.column()) - 2 * dp(PAD)

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
        """Enter opens, Insert adds, Delete removes; letters do what they do in the timeline."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
        elif key == Qt.Key.Key_Delete and self.key():
            self.removal_asked.emit(self.key())
        elif key == Qt.Key.Key_Insert:
            self.addition_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.text().isalpha() and self.key():
            self.letter_pressed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def _point_at(self, key: str) -> None:
        if key != self.pointed_key:
            self.pointed_key = key
            self.viewport().update()

    def _row_changed(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.key())
