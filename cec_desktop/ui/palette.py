"""The palette: everything the menus can do and every client file, found by typing a few of its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.storage.records import Filter, Sort
from cec_desktop.storage.search import fold
from cec_desktop.ui import style
from cec_desktop.ui.file_list_model import client_name
from cec_desktop.ui.icons import icon, outcome_icon
from cec_desktop.ui.rows import SECOND, SHAPE, TRAILING, AnyIndex, RowDelegate
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow
    from cec_desktop.practice.office import Office
    from cec_desktop.ui.actions import Actions

_RECENT: Final = 8
"""Files shown before anything is typed."""
_MOST: Final = 50
"""Hits shown; who looks further types another letter."""
_ROW_HEIGHT: Final = 40
_SIZE: Final = (560, 420)
_LIST_KEYS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_NO_INDEX: Final = QModelIndex()


class Entry(NamedTuple):
    """A place to go: its words, what is said below and at the right, and what finds it."""

    text: str
    below: str
    keys: str
    sought: str
    """The folded text that typed letters are looked for in."""
    go: Callable[[], object]
    outcome: str = ""
    """Of a client file: the outcome whose shape it has."""


def unlikeness(words: Sequence[str], text: str) -> float | None:
    """How far folded words are from a folded text, 0 where each begins a word of it; None: not in it."""
    far = [_word_unlikeness(word, text) for word in words]
    return None if None in far else sum(each for each in far if each is not None)


def _word_unlikeness(word: str, text: str) -> float | None:
    if text.startswith(word) or f" {word}" in text:
        return 0
    return 1 if word in text else _spread(word, text)


def _spread(word: str, text: str) -> float | None:
    """2 and more for letters that follow each other with others between them."""
    first = at = text.find(word[0])
    for letter in word[1:]:
        if at < 0:
            return None
        at = text.find(letter, at + 1)
    return 1 + (at - first + 1) / len(word) if at >= 0 else None


def likeliest(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """What holds every word typed, the nearest first; equally near ones stay in their order."""
    words = fold(typed).split()
    near = [(far, entry) for entry in entries if (far := unlikeness(words, entry.sought)) is not None]
    near.sort(key=lambda each: each[0])
    return [entry for _far, entry in near[:_MOST]]


def action_entries(actions: Actions, words: Words) -> list[Entry]:
    """What the menus can do now, with its keys and the menu it stands in."""
    found = []
    for name, menu in actions.in_menus():
        action = actions[name]
        if action.isEnabled() and action.isVisible() and name != "palette":
            text = _plain(action.text())
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            found.append(Entry(text, _plain(words(menu)), keys, fold(text), action.trigger))
    return found


def file_entries(office: Office, open_case: Callable[[str], object]) -> list[Entry]:
    """Every client file outside the bin, the one opened last first."""
    return [_of_file(row, open_case) for row in office.rows(Filter.ALL, "", Sort.OPENED)]


def _of_file(row: ListRow, open_case: Callable[[str], object]) -> Entry:
    name = client_name(row.family_name, row.given_names)
    outcome = row.outcome.value if row.outcome else "not_applicable"
    sought = fold(f"{name.replace(',', '')} {row.file_number}")
    return Entry(name, row.file_number, "", sought, lambda: open_case(row.case_id), outcome)


def _plain(text: str) -> str:
    """A menu's text without the marks of its keys."""
    return re.sub("&(.)", r"\1", text)


class _Hits(QAbstractListModel):
    """The entries found."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of an entry, its shape, and the whole of it for the ear."""
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (entry.text, entry.below, entry.keys)))
        if role == SHAPE:
            return self._shape(entry)
        return {SECOND: entry.below, TRAILING: entry.keys}.get(role)

    def _shape(self, entry: Entry) -> QIcon:
        if entry.outcome:
            return outcome_icon(entry.outcome, self._theme)
        return icon("chevron-right", self._theme, "muted")


class Palette(QDialog):
    """A line to type in over what it finds. Use :meth:`ask`."""

    def __init__(
        self, files: list[Entry], acts: list[Entry], words: Words, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        _ = words
        self._files, self._acts = files, acts
        self.answer: Entry | None = None
        self.setWindowTitle(_("Go to anything"))
        self.line, self.view, self.nothing = QLineEdit(self), QListView(self), QLabel(self)
        self.hits = _Hits(theme, self)
        self._dress(_, theme)
        self._lay_out(parent)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(lambda: self._take(self.view.currentIndex()))
        self.line.installEventFilter(self)
        self.view.clicked.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self._say_current)
        self._look("")
        self.line.setFocus()

    @classmethod
    def ask(
        cls, files: list[Entry], acts: list[Entry], words: Words, theme: Theme, parent: QWidget
    ) -> Entry | None:
        """Where the person wants to go; None when they changed their mind."""
        palette = cls(files, acts, words, theme, parent)
        palette.exec()
        palette.deleteLater()
        return palette.answer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the list while the cursor stays in the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            if event.type() == QEvent.Type.KeyPress:
                QCoreApplication.sendEvent(self.view, event)
            return event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)

    def _dress(self, _: Words, theme: Theme) -> None:
        style.set_kind(self.line, "large")
        self.line.setPlaceholderText(_("A file’s name or number, or something to do"))
        self.line.setAccessibleName(_("Go to anything"))
        self.view.setAccessibleName(_("Files and actions"))
        self.view.setModel(self.hits)
        self.view.setItemDelegate(RowDelegate(theme, _ROW_HEIGHT, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setText(_("No file and no action is called that."))
        style.set_role(self.nothing, "body", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self, parent: QWidget) -> None:
        frame = QFrame(self)
        style.set_ground(frame, "raised")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        box = QVBoxLayout(frame)
        box.setContentsMargins(*(style.dp(10),) * 4)
        box.setSpacing(style.dp(8))
        box.addWidget(self.line)
        box.addWidget(self.view, 1)
        box.addWidget(self.nothing, 1)
        room = parent.window().geometry()
        wide, high = min(style.dp(_SIZE[0]), room.width()), min(style.dp(_SIZE[1]), room.height())
        self.resize(wide, high)
        self.move(room.left() + (room.width() - wide) // 2, room.top() + (room.height() - high) // 4)

    def _look(self, typed: str) -> None:
        if typed.strip():
            found = likeliest([*self._files, *self._acts], typed)
        else:
            found = [*self._files[:_RECENT], *self._acts]
        self.hits.show(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.view.setCurrentIndex(self.hits.index(0))
        self._say_current(self.view.currentIndex())

    def _say_current(self, index: QModelIndex, _before: QModelIndex = _NO_INDEX) -> None:
        """The cursor stays in the line, so the line tells a screen reader which entry Enter takes."""
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else self.nothing.text()
        self.line.setAccessibleDescription(str(said))

    def _take(self, index: QModelIndex) -> None:
        self.answer = self.hits.entry(index)
        if self.answer is not None:
            self.accept()
