"""The model behind every table: rows of words, sorted on request, the sum always last."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cec_desktop.ui.tables.rows import Column, Listing, Row, Sort

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_ROLE: Final = Role.UserRole + 1
"""The whole :class:`Row`."""
QUIET_ROLE: Final = Role.UserRole + 2
"""Whether the words stand in the quieter ink."""
NO_INDEX: Final = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Columns and rows of a :class:`Listing`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._sorted_by: tuple[str, Qt.SortOrder] | None = None
        self._narrow = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as they stand."""
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand, sorted."""
        return self._rows

    def show_listing(self, listing: Listing) -> None:
        """Show other words; where the rows are the same entries, only what changed is told."""
        rows = self._ordered(listing.rows, tuple(listing.columns))
        same_columns = [column.id for column in listing.columns] == [column.id for column in self._columns]
        if same_columns and [row.key for row in rows] == [row.key for row in self._rows]:
            self._replace(tuple(listing.columns), rows)
            return
        self.beginResetModel()
        self._columns, self._rows = tuple(listing.columns), rows
        self.endResetModel()

    def set_narrow(self, narrow: bool) -> None:
        """Show the short words of cells that have them."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._tell_all()

    def row_of(self, key: str) -> int:
        """The row of an entry, -1 when it has none."""
        return next((at for at, row in enumerate(self._rows) if row.key == key and key), -1)

    def first_item(self) -> str:
        """The first row that is an entry; empty where there is none."""
        return next((row.key for row in self._rows if row.sort is Sort.ITEM), "")

    def left_after(self, going: Collection[str]) -> str:
        """The entry nearest to those that go, the next one first; empty where none is left."""
        keys = [row.key for row in self._rows if row.sort is Sort.ITEM]
        at = max((keys.index(key) for key in going if key in keys), default=-1)
        left = [*keys[at + 1 :], *keys[: at + 1][::-1]]
        return next((key for key in left if key not in going), "")

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many rows, the sum included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Words, tooltip, alignment and the accessible text of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        cell = row.cells[index.column()]
        match role:
            case Role.DisplayRole:
                return cell.short if self._narrow and cell.short else cell.text
            case Role.ToolTipRole:
                return cell.tip or cell.text
            case Role.TextAlignmentRole:
                across = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return int(across | Qt.AlignmentFlag.AlignVCenter)
            case Role.AccessibleTextRole:
                return self._said(row, index.column())
            case _:
                return {ROW_ROLE: row, QUIET_ROLE: cell.quiet}.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return int(across | Qt.AlignmentFlag.AlignVCenter)
        return column.title if role in (Role.DisplayRole, Role.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row but the sum can be chosen; the keyboard and the pointer pass the sum by."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].sort is Sort.SUM:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the order of the file."""
        self._sorted_by = (self._columns[column].id, order) if 0 <= column < len(self._columns) else None
        rows = self._ordered(self._rows, self._columns)
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [(self._rows[index.row()], index.column()) for index in old]
        self._rows = rows
        self.changePersistentIndexList(old, [self.index(rows.index(row), at) for row, at in keys])
        self.layoutChanged.emit()

    def _replace(self, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> None:
        renamed = columns != self._columns
        changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
        self._columns, self._rows = columns, rows
        if renamed:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(columns) - 1))

    def _tell_all(self) -> None:
        if self._rows and self._columns:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _ordered(self, rows: tuple[Row, ...], columns: tuple[Column, ...]) -> tuple[Row, ...]:
        ids = [column.id for column in columns]
        if self._sorted_by is None or self._sorted_by[0] not in ids:
            return rows
        at, descending = ids.index(self._sorted_by[0]), self._sorted_by[1] == Qt.SortOrder.DescendingOrder
        items = [row for row in rows if row.sort is not Sort.SUM]
        items.sort(key=lambda row: row.cells[at].order or row.cells[at].text.casefold(), reverse=descending)
        return (*items, *(row for row in rows if row.sort is Sort.SUM))

    def _said(self, row: Row, at: int) -> str:
        """A cell with the heading it stands under; the first also says what its swatch shows."""
        words = row.cells[at].text
        if at == 0:
            return f"{words}, {row.said}" if row.said else words
        return f"{self._columns[at].title} {words}"
