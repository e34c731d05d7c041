"""A page of one list: the table, and below or beside it the form of the row chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cec_desktop.casefile.edits import Edit, change_item, duplicate_item, move_period, remove_item
from cec_desktop.casefile.model import CaseFile, Item, Period
from cec_desktop.casefile.problems import Problem
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.splitter import Splitter
from cec_desktop.ui.style import dp, set_role
from cec_desktop.ui.tables.draft import DRAFT_KEY, Draft, gap_draft
from cec_desktop.ui.tables.entry_pane import EntryPane
from cec_desktop.ui.tables.form_page import setting_of
from cec_desktop.ui.tables.judging import complaint, problems_of
from cec_desktop.ui.tables.other_rows import gaps
from cec_desktop.ui.tables.record_kinds import RecordKind, find, items_of
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.tables.rows import Cell, Listing, Row, Sort, Swatch
from cec_desktop.ui.tables.spec import changes_for
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.held_bars import GAP

BESIDE_WIDTH = 1000
"""From this width on the form stands to the right of the table."""
FORM_WIDTH = 360
STANDING_HEIGHT = 290
"""Below this height the form opens on Enter instead of standing."""


class RecordPage(QWidget):
    """Table and form of one list. It changes nothing: it asks for edits and shows what comes back.

    An entry being added is kept under the key of its row until it is added or thrown away: one begun by
    hand has a row of its own, one that fills a gap stands in the gap's row.
    """

    edit_requested = Signal(object)
    selection_requested = Signal(str, str)
    acts_changed = Signal()
    """What can be done with the row chosen has changed."""

    def __init__(self, kind: RecordKind, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._drafts: dict[str, Draft] = {}
        self._key = ""
        self._opened = False
        self.table = RecordTable(theme, self)
        self.entry = EntryPane(kind, words, theme, self)
        self.form = self.entry.form
        self.form.check = self._check
        self.form.commit = self._commit
        self._nothing = QLabel(self)
        self._lay_out()
        self._connect()
        self.set_words(words)

    # Building.

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(dp(14))
        set_role(self._nothing, "body", "muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self.splitter = Splitter(Qt.Orientation.Vertical, self._words, self._theme, self)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.entry)
        self.splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._moved = False

    def _connect(self) -> None:
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.open_form)
        self.table.removal_asked.connect(lambda _key: self.remove())
        self.table.addition_asked.connect(lambda: self.begin())
        self.entry.add_button.clicked.connect(self.add_draft)
        self.entry.discard_button.clicked.connect(self.discard_draft)
        self.splitter.splitterMoved.connect(self._splitter_moved)
        self.splitter.reset_requested.connect(self._reset_split)

    # The contract of a view.

    def display(self, view: CaseView) -> None:
        """Show a file."""
        if self._view is not None and self._view.case.file_number != view.case.file_number:
            self._drafts.clear()
            self._key = ""
        self._view = view
        self._show_rows()
        if not self._has(self._key):
            self._key = self._first_key()
        self.table.choose(self._key)
        self._show_form()

    def select(self, key: str) -> None:
        """Choose an entry, as another view asks."""
        if key and self._has(key) and key != self._key:
            self.form.leave()
            self._key = key
            self.table.choose(key)
            self._show_form()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        _ = self._words = words
        self.entry.set_words(words)
        self.splitter.set_words(words)
        self.table.setAccessibleName(_(self.kind.title))
        self._nothing.setText(_(self.kind.nothing))
        if self._view is not None:
            self._show_rows()
            self._show_form()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.table.set_theme(theme)
        self.entry.set_theme(theme)
        self.splitter.set_theme(theme)

    def flush(self) -> bool:
        """Save what is typed; False when some of it is wrong."""
        return self.form.flush() if self.form.key is not None else True

    # What a person can do.

    @property
    def key(self) -> str:
        """The key of the row chosen."""
        return self._key

    @property
    def item(self) -> Item | None:
        """The entry chosen, None for a gap, an entry being added, or nothing."""
        return find(self._view.case, self.kind, self._key) if self._view is not None else None

    @property
    def draft(self) -> Draft | None:
        """The entry being added in the row chosen."""
        return self._drafts.get(self._key)

    @property
    def emptiness(self) -> str:
        """What stands in the table's place while the list is empty."""
        return self._nothing.text() if self._stack.currentWidget() is self._nothing else ""

    def begin(self, first: date | None = None, last: date | None = None) -> None:
        """Begin a new entry, on these days where they are given; one begun before goes on."""
        if self._view is None:
            return
        self.form.leave()
        if DRAFT_KEY not in self._drafts:
            self._drafts[DRAFT_KEY] = Draft(self.kind, self.kind.empty).on_days(first, last)
        self._key = DRAFT_KEY
        self._show_rows()
        self.table.choose(DRAFT_KEY)
        self._show_form()
        self.open_form()

    def fill_gap_or_begin(self) -> None:
        """Go to the first days for which nothing is entered, else begin a new entry."""
        gap = next((row.key for row in self.table.records.rows if row.sort is Sort.GAP), "")
        if gap:
            self.choose(gap)
            self.open_form()
        else:
            self.begin()

    def choose(self, key: str) -> None:
        """Choose a row and tell the other views, as a click on it does."""
        if self._has(key):
            self.table.choose(key)
            self._chosen(key)

    def open_form(self, key: str = "") -> None:
        """Put the keyboard into the form of a row."""
        if key:
            self.select(key)
        self._opened = True
        self._fit()
        self.form.focus_first()

    def close_form(self) -> None:
        """Back to the table; where there is little height the form folds away."""
        self._opened = False
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, name: str) -> bool:
        """Put the keyboard into a field of the entry chosen; False when there is none."""
        self._opened = True
        self._fit()
        return self.form.focus_field(name)

    def add_draft(self) -> None:
        """Add the entry that was begun, if it can be."""
        _ = self._words
        draft, view = self.draft, self._view
        if draft is None or view is None or not self.form.flush():
            return
        draft = self._drafts[self._key]
        problems = draft.problems(view.case)
        for name in draft.missing:
            self.form.field(name).complain(_("This is needed."))
            self.form.focus_field(name)
        self._complain(draft, problems, view.case)
        edit = draft.edit()
        if edit is None or problems or edit.target is None:
            return
        self._drop_draft()
        self._key = edit.target[1]
        self.edit_requested.emit(edit)
        self.selection_requested.emit(*edit.target)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def discard_draft(self) -> None:
        """Throw the entry away that was begun."""
        if self.draft is None or self._view is None:
            return
        gap = self._key if self._key.startswith(GAP) else ""
        self._drop_draft()
        self._key = gap
        self.display(self._view)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Ask for the entry chosen to be deleted; the next one is chosen then."""
        if self._key == DRAFT_KEY:
            self.discard_draft()
        elif self.item is not None:
            key, following = self._key, self._neighbour()
            self.form.forget(self._form_key(key))
            self._key = following
            self.edit_requested.emit(remove_item(self.kind.list_name, key))
            self.selection_requested.emit(self.kind.list_name if following else "", following)

    def duplicate(self) -> None:
        """Ask for a copy of the entry chosen."""
        if self.item is None or not self.flush():
            return
        edit = duplicate_item(self.kind.list_name, self._key)
        if edit.target is not None:
            self.form.leave()
            self._key = edit.target[1]
            self.edit_requested.emit(edit)
            self.selection_requested.emit(*edit.target)

    # Rows.

    def _show_rows(self) -> None:
        assert self._view is not None
        listing = self.kind.listing(self._view, self._words)
        if DRAFT_KEY in self._drafts:
            listing = self._with_draft(listing)
        self.table.records.show_listing(listing)
        self._stack.setCurrentIndex(0 if listing.rows else 1)

    def _with_draft(self, listing: Listing) -> Listing:
        empty = Cell("")
        cells = (Cell(self._words(self.kind.unsaved)), *(empty for _column in listing.columns[1:]))
        row = Row(DRAFT_KEY, cells, Swatch.DRAFT, sort=Sort.DRAFT)
        items = [each for each in listing.rows if each.sort is not Sort.SUM]
        sums = [each for each in listing.rows if each.sort is Sort.SUM]
        return Listing(listing.columns, (*items, row, *sums))

    def _has(self, key: str) -> bool:
        return self.table.records.row_of(key) >= 0

    def _first_key(self) -> str:
        """The row chosen when none is: the first that is an entry."""
        return next((row.key for row in self.table.records.rows if row.sort is Sort.ITEM), "")

    def _neighbour(self) -> str:
        """The entry that is chosen when the present one goes."""
        keys = [row.key for row in self.table.records.rows if row.sort is Sort.ITEM]
        at = keys.index(self._key)
        return next(iter([*keys[at + 1 : at + 2], *keys[:at][::-1]]), "")

    def _chosen(self, key: str) -> None:
        if key == self._key:
            return
        self.form.leave()
        self._key = key
        self._show_form()
        shared = bool(key) and key != DRAFT_KEY
        self.selection_requested.emit(self.kind.list_name if shared else "", key if shared else "")

    # The form.

    def _show_form(self) -> None:
        """Bind the form to what is chosen: an entry, or one being added."""
        assert self._view is not None
        if self._key.startswith(GAP) and self._key not in self._drafts:
            self._begin_in_gap()
        draft = self.draft
        item = draft.item if draft is not None else self.item
        if item is None:
            self.form.leave()
        else:
            self.form.show_item(self._form_key(self._key), item, setting_of(self._view))
        self.entry.show_draft(draft, self._view)
        self.form.setVisible(item is not None)
        self._fit()
        self.acts_changed.emit()

    def _form_key(self, key: str) -> tuple[str, str, str]:
        assert self._view is not None
        return (self._view.case.file_number, self.kind.list_name, key)

    def _edit(self, name: str, value: object) -> Edit | None:
        item = self.item
        if item is None:
            return None
        list_name, key = self.kind.list_name, self._key
        merge_key = f"{list_name}.{key}.{name}"
        if isinstance(item, Period) and name in ("start", "end"):
            moved = item.model_copy(update={name: value})
            return move_period(list_name, key, moved.start, moved.end, merge_key)
        return change_item(list_name, key, merge_key, **changes_for(item, name, value))

    def _check(self, name: str, value: object) -> str | None:
        if self._view is None:
            return None
        case, draft = self._view.case, self.draft
        if draft is not None:
            problems, place = draft.having(name, value).problems(case), draft.place(case)
            problems = tuple(each for each in problems if each.place.startswith(f"{place}.{name}"))
        else:
            edit = self._edit(name, value)
            problems = problems_of(edit, case) if edit is not None else ()
            place = self._place()
        return complaint(problems, f"{place}.{name}", self.form.label(name), self._words)

    def _commit(self, name: str, value: object) -> None:
        draft, edit = self.draft, self._edit(name, value)
        if draft is not None:
            self._drafts[self._key] = draft.having(name, value)
            self._show_form()
        elif edit is not None:
            self.edit_requested.emit(edit)

    def _place(self) -> str:
        assert self._view is not None
        ids = [item.id for item in items_of(self._view.case, self.kind)]
        return f"{self.kind.list_name}[{ids.index(self._key)}]"

    # Entries being added.

    def _begin_in_gap(self) -> None:
        """A status for days that have none."""
        assert self._view is not None
        gap = next((bar for bar in gaps(self._view, self._words) if bar.key.item_id == self._key), None)
        if gap is not None:
            self._drafts[self._key] = gap_draft(self._view.case, gap)

    def _drop_draft(self) -> None:
        del self._drafts[self._key]
        self.form.forget(self._form_key(self._key))

    def _complain(self, draft: Draft, problems: tuple[Problem, ...], case: CaseFile) -> None:
        """Say at each field what is wrong with it."""
        place = draft.place(case)
        for problem in problems:
            name = problem.place.removeprefix(f"{place}.")
            sentence = complaint((problem,), problem.place, self.form.label(name), self._words)
            if sentence is not None:
                self.form.field(name).complain(sentence)

    # Room.

    def _fit(self) -> None:
        """The form beside the table where there is width, below it where there is height, else on Enter."""
        beside = self.width() >= dp(BESIDE_WIDTH)
        across = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != across:
            self.splitter.setOrientation(across)
            self.splitter.set_words(self._words)
            self._moved = False
        stands = beside or self.height() >= dp(STANDING_HEIGHT)
        shown = (self.item is not None or self.draft is not None) and (stands or self._opened)
        self.entry.setVisible(shown)
        if shown and not self._moved:
            self._split(beside)

    def _split(self, beside: bool) -> None:
        """The table takes what its rows need, at most three fifths; the form has the rest."""
        if beside:
            self.splitter.setSizes([self.width() - dp(FORM_WIDTH), dp(FORM_WIDTH)])
            return
        wanted = min(self.table.wanted_height(), max(self.height() * 3 // 5, self.height() - dp(210)))
        table = max(dp(26 * 3), min(wanted, self.height() - dp(130)))
        table = self.table.whole_rows(table)
        self.splitter.setSizes([table, self.height() - table - self.splitter.handleWidth()])

    def _splitter_moved(self) -> None:
        self._moved = True

    def _reset_split(self) -> None:
        self._moved = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit table and form to the new size."""
        super().resizeEvent(event)
        if self._view is not None:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the form goes back to the table."""
        at = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and at is not None and self.entry.isAncestorOf(at):
            self.close_form()
        else:
            super().keyPressEvent(event)
