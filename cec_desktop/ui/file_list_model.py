"""The rows of the file list: summaries of client files as an item model, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui.icons import outcome_icon
from cec_desktop.ui.rows import SECOND, THIRD, TRAILING, URGENT
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow

Index = QModelIndex | QPersistentModelIndex

SOON_DAYS: Final = 14
"""Within so many days a date is bold."""
_OUTCOME_WORDS: Final = {
    "met": N_("met"),
    "not_met": N_("not met"),
    "undetermined": N_("undetermined"),
    "not_applicable": N_("not assessed"),
}


def client_name(family: str, given: str | None) -> str:
    """A name as forms have it: OKAFOR, Adaeze."""
    return f"{family.upper()}, {given}" if given else family.upper()


class FileListModel(QAbstractListModel):
    """Client files in the order they were handed over."""

    def __init__(self, words: Words, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._rows: list[ListRow] = []
        self.short = False
        """Whether the second line is the number and the date alone."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of files; a file has no rows below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a file for a role."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return client_name(row.family_name, row.given_names)
            case Qt.ItemDataRole.DecorationRole:
                return outcome_icon(_outcome(row), self._theme)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._whole(row)
        return self._further(row, role)

    def _further(self, row: ListRow, role: int) -> str | bool | None:
        if role == SECOND:
            said = self._next_date(row) if self.short else self._next_words(row)
            return f"{row.file_number}  {said}".strip()
        if role == THIRD:
            return self._span(row)
        if role == TRAILING:
            return self._days_left(row)
        if role == URGENT:
            return row.days is not None and row.days <= SOON_DAYS
        return None

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other files; the same ones stay as they are, for a list of thousands takes long to lay out."""
        shown = list(rows)
        if shown == self._rows:
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def row(self, index: Index) -> ListRow | None:
        """The file of a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rows(self) -> Sequence[ListRow]:
        """All files shown."""
        return tuple(self._rows)

    def place_of(self, case_id: str) -> int | None:
        """Where a file stands in the list."""
        return next((at for at, row in enumerate(self._rows) if row.case_id == case_id), None)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._all_changed()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._all_changed()

    def set_short(self, short: bool) -> None:
        """Say less in the second line, where there is less room."""
        if short != self.short:
            self.short = short
            self._all_changed()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _days_left(self, row: ListRow) -> str:
        if row.days is None or row.days < 0:
            return ""
        _ = self._words
        return _.pgettext("days until a date, as short as can be", "{n} d", n=row.days)

    def _next_words(self, row: ListRow) -> str:
        return "" if row.next_words is None else self._words.message(row.next_words)

    def _next_date(self, row: ListRow) -> str:
        return self._words.day(row.next_on) if row.next_on else self._next_words(row)

    def _span(self, row: ListRow) -> str:
        """The earliest date and the next expiry, each where the second line does not have it."""
        _, said = self._words, row.next_words.id if row.next_words else ""
        earliest = row.earliest if said != "list_from" else None
        parts = (
            _.pgettext("as short as can be", "from {day}", day=earliest) if earliest else "",
            _("exp. {day}", day=row.expires_on) if row.expires_on else "",
        )
        return " · ".join(part for part in parts if part)

    def _whole(self, row: ListRow) -> str:
        _ = self._words
        name = client_name(row.family_name, row.given_names)
        outcome = _(_OUTCOME_WORDS[_outcome(row)])
        earliest = _("from {day}", day=row.earliest) if row.earliest else ""
        dates = [self._next_words(row), earliest, _.message(row.expires_words) if row.expires_words else ""]
        parts = [name, row.file_number, outcome, *dict.fromkeys(dates), *row.tags]
        return ", ".join(part for part in parts if part)


def _outcome(row: ListRow) -> str:
    return row.outcome.value if row.outcome else "not_applicable"
