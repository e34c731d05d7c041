"""The pane of client files: search, filter, order, the list, and what to do where nothing is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui import style
from cec_desktop.ui.file_filter import FileFilter, Question
from cec_desktop.ui.file_list_model import FileListModel
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.nothing_found import NothingFound
from cec_desktop.ui.rows import RowDelegate
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow
    from cec_desktop.storage.records import Counts

Act = Literal["open", "duplicate", "archive", "unarchive", "bin", "restore", "delete"]

SORTS: Final = (
    ("next_date", N_("Next date")),
    ("name", N_("Name")),
    ("number", N_("Number")),
    ("outcome", N_("Outcome")),
    ("earliest", N_("Earliest date")),
    ("expiry", N_("Next expiry")),
    ("changed", N_("Last changed")),
)
ACTS: Final[dict[Act, str]] = {
    "open": N_("Open"),
    "duplicate": N_("Duplicate"),
    "archive": N_("Archive"),
    "unarchive": N_("Take out of the archive"),
    "bin": N_("Delete"),
    "restore": N_("Restore from the bin"),
    "delete": N_("Delete for good…"),
}
_SEARCH_AFTER_MS = 0
"""Every key asks; keys that came in meanwhile ask together."""


def acts_on(row: ListRow) -> tuple[Act, ...]:
    """What can be done with a file where it is kept now."""
    if row.binned:
        return ("restore", "delete")
    return ("open", "duplicate", "unarchive" if row.archived else "archive", "bin")


class _List(QListView):
    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FileList(QWidget):
    """The left pane of the window."""

    asked = Signal(object)
    """A :class:`~cec_desktop.ui.file_filter.Question`: the list should show its answer."""
    act_requested = Signal(str, str)
    """What to do (`open`, `archive`, ...) with which file (its id)."""
    new_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._counts: Counts | None = None
        style.set_ground(self, "window")
        self.model = FileListModel(words, theme, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self._middle(theme), 1)
        box.addWidget(self._foot())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_AFTER_MS)
        self._typing.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda: self._typing.start())
        self.search.returnPressed.connect(self._search_entered)
        self.filter.changed.connect(self.ask)
        self.order.activated.connect(lambda: self.ask())
        self._say_choices()

    def _head(self) -> QWidget:
        head = QWidget(self)
        self.search = QLineEdit(head)
        self.search.setClearButtonEnabled(True)
        look = QAction(self.search)
        self._tints.put(look.setIcon, "search", "muted")
        self.search.addAction(look, QLineEdit.ActionPosition.LeadingPosition)
        self._phrases.say(self.search.setAccessibleName, lambda _: _("Search files"))
        self._phrases.say(
            self.search.setToolTip,
            lambda _: _(
                "Names, numbers, employers, tags, notes, all that is in a file; "
                "case and accents do not matter (Ctrl+F)"
            ),
        )
        self.filter = FileFilter(self._phrases, self._tints, head)
        self.order = QComboBox(head)
        self._phrases.say(self.order.setAccessibleName, lambda _: _("In which order"))
        # As narrow as the pane gets; the list that drops down shows whole words.
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(4)
        for value, _text in SORTS:
            self.order.addItem("", value)
        choices_row = QHBoxLayout()
        choices_row.setSpacing(style.dp(6))
        choices_row.addWidget(self.filter.button, 1)
        choices_row.addWidget(self.order, 1)
        box = QVBoxLayout(head)
        box.setContentsMargins(style.dp(10), style.dp(8), style.dp(10), style.dp(8))
        box.setSpacing(style.dp(6))
        box.addWidget(self.search)
        box.addLayout(choices_row)
        box.addWidget(self.filter.line)
        return head

    def _middle(self, theme: Theme) -> QWidget:
        self.view = _List(self)
        self.view.setModel(self.model)
        self._delegate = RowDelegate(theme, 60, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._phrases.say(self.view.setAccessibleName, lambda _: _("Client files"))
        self.view.clicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.empty = NothingFound(self._phrases, self)
        self.empty.widen.connect(self._search_everywhere)
        self.empty.nearest_chosen.connect(lambda case_id: self.act_requested.emit("open", case_id))
        holder = QFrame(self)
        style.set_ground(holder, "surface")
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.empty)
        box.addWidget(self.view, 1)
        self.empty.hide()
        return holder

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        self.counted, self.new_file = QLabel(foot), QPushButton(foot)
        style.set_role(self.counted, "second", "muted")
        style.set_kind(self.new_file, "small")
        self._tints.put(self.new_file.setIcon, "add")
        self._phrases.say(self.new_file.setText, lambda _: _("New file"))
        self._phrases.say(self.new_file.setToolTip, lambda _: _("New file (Ctrl+N)"))
        self.new_file.clicked.connect(self.new_requested)
        row = QHBoxLayout(foot)
        row.setContentsMargins(style.dp(10), style.dp(7), style.dp(10), style.dp(7))
        row.addWidget(self.counted, 1)
        row.addWidget(self.new_file)
        return foot

    # What the window tells the list.

    def question(self) -> Question:
        """What the list is asked to show now."""
        return replace(self.filter.question, words=self.search.text(), order=self.order.currentData())

    def set_question(self, question: Question) -> None:
        """Choose filter and order, as remembered."""
        self.filter.ask(question)
        self.order.setCurrentIndex(max(0, self.order.findData(question.order)))

    def ask(self) -> None:
        """Ask for the files that fit what is typed and chosen."""
        self._typing.stop()
        self.asked.emit(self.question())

    def show_rows(self, rows: Sequence[ListRow], counts: Counts, chosen: str | None) -> None:
        """Show the answer; the open file keeps its selection."""
        self._counts = counts
        self.model.show_rows(rows)
        self._say_counts()
        self.empty.hide()
        self.view.show()
        self.choose(chosen)

    def show_nothing(self, nearest: ListRow | None) -> None:
        """Say that no file fits, which name comes nearest and what was not searched."""
        question, counts = self.question(), self._counts
        unseen = 0 if counts is None else _unseen(question, counts)
        self.empty.say(question.words, nearest, unseen)
        self.empty.show()
        self.view.hide()

    def choose(self, case_id: str | None) -> None:
        """Select a file without opening it; None selects nothing."""
        at = self.model.place_of(case_id) if case_id is not None else None
        selection = self.view.selectionModel()
        if at is None:
            selection.clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self.model.index(at), flags)
            self.view.scrollTo(self.model.index(at))

    def current(self) -> ListRow | None:
        """The file selected."""
        return self.model.row(self.view.currentIndex())

    def set_short(self, short: bool) -> None:
        """Say less in the rows, where there is less room."""
        self.model.set_short(short)
        self._say_counts()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.model.set_words(words)
        self._say_choices()
        self._say_counts()
        self.empty.say_again()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        self.model.set_theme(theme)
        self._delegate.theme = theme

    # Within.

    def _say_choices(self) -> None:
        for at, (_value, text) in enumerate(SORTS):
            self.order.setItemText(at, self._phrases.words(text))
        self.filter.say()

    def _say_counts(self) -> None:
        _, counts = self._phrases.words, self._counts
        if counts is None:
            return
        total = counts.active + counts.archived
        self.search.setPlaceholderText(_.plural("Search {n} file", "Search {n} files", total))
        self.counted.setText(
            _("{shown} of {total}", shown=self.model.rowCount(), total=total)
            if self.model.short
            else ", ".join(
                (
                    _.plural("{n} active", "{n} active", counts.active),
                    _.plural("{n} archived", "{n} archived", counts.archived),
                )
            )
        )

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and "open" in acts_on(row):
            self.act_requested.emit("open", row.case_id)

    def _search_entered(self) -> None:
        self.ask()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
            self._open(self.model.index(0))

    def _search_everywhere(self) -> None:
        self.filter.choose(which="all", outcome="", within=0, tag="")

    def _show_menu(self, at: QPoint) -> None:
        row = self.model.row(self.view.indexAt(at))
        if row is not None:
            menu = self.menu_of(row)
            menu.exec(self.view.viewport().mapToGlobal(at))
            menu.deleteLater()

    def menu_of(self, row: ListRow) -> QMenu:
        """The menu of a file: what can be done with it."""
        _ = self._phrases.words
        menu = QMenu(self)
        for act in acts_on(row):
            entry = menu.addAction(_(ACTS[act]))
            entry.triggered.connect(lambda _on, act=act: self.act_requested.emit(act, row.case_id))
        return menu


def _unseen(question: Question, counts: Counts) -> int:
    """How many files were not searched; where the list is narrowed, those it leaves out as well."""
    if question.narrowed:
        return counts.active + counts.archived
    match question.which:
        case "all":
            return 0
        case "bin":
            return counts.active + counts.archived
        case "archived":
            return counts.active
    return counts.archived
