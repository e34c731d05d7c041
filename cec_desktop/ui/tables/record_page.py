"""A page of one list: the table, and below or beside it the form of the row chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cec_desktop.casefile.edits import Edit, change_item, move_period
from cec_desktop.casefile.model import Item, Period
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.tables.begun import BegunEntries
from cec_desktop.ui.tables.draft import DRAFT_KEY, Draft
from cec_desktop.ui.tables.entry_pane import EntryPane
from cec_desktop.ui.tables.form_page import setting_of
from cec_desktop.ui.tables.judging import complain_of, complaint, problems_of
from cec_desktop.ui.tables.record_kinds import SHARED, RecordKind, find, items_of
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.tables.row_acts import RowActs
from cec_desktop.ui.tables.rows import Sort
from cec_desktop.ui.tables.spec import changes_for
from cec_desktop.ui.tables.table_and_form import TableAndForm
from cec_desktop.ui.tables.unsaved import Unsaved, texts_of
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.held_bars import GAP


class RecordPage(QWidget):
    """Table and form of one list. It changes nothing: it asks for edits and shows what comes back."""

    edit_requested = Signal(object)
    selection_requested = Signal(str, str)
    edited = Signal()
    """What is typed and not saved is other than before."""
    acts_changed = Signal()
    """What can be done with the rows chosen has changed."""
    days_asked = Signal(str)
    """The id of a job whose counted and left out days should be shown."""
    weeks_asked = Signal(str)
    """The id of a job whose weeks should be shown."""

    def __init__(self, kind: RecordKind, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.words = words
        self.theme = theme
        self.view: CaseView | None = None
        self.begun = BegunEntries(kind)
        self._key = ""
        self.room = TableAndForm(words, theme, self)
        self.table = RecordTable(theme, self.room.stack)
        self.entry = EntryPane(kind, words, theme, self.room.splitter)
        self.room.hold(self.table, self.entry)
        self.form = self.entry.form
        self.form.check = self._check
        self.form.commit = self._commit
        self.form.edited.connect(self.edited)
        self.acts = RowActs(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.room)
        self._connect()
        self.set_words(words)

    def _connect(self) -> None:
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.open_form)
        self.table.several_chosen.connect(self.acts_changed)
        self.table.removal_asked.connect(lambda _key: self.remove())
        self.table.addition_asked.connect(lambda: self.begin())
        self.table.menu_asked.connect(self._show_menu)
        self.table.letter_pressed.connect(self.acts.press)
        self.entry.add_button.clicked.connect(self.add_draft)
        self.entry.discard_button.clicked.connect(self.discard_draft)

    # The contract of a view.

    def display(self, view: CaseView) -> None:
        """Show a file."""
        if self.view is not None and self.view.case.file_number != view.case.file_number:
            self.begun.by_key.clear()
            self._key = ""
        self.view = view
        chosen = self.table.chosen_keys()
        self._show_rows()
        if not self._has(self._key):
            self._key = self.table.records.first_item()
        still = [key for key in chosen if key != self._key and self._has(key)]
        if still and self._key in chosen:
            self.table.choose_several([self._key, *still])
        else:
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
        _ = self.words = words
        self.entry.set_words(words)
        self.room.set_words(words, _(self.kind.nothing))
        self.table.setAccessibleName(_(self.kind.title))
        if self.view is not None:
            self._show_rows()
            self._show_form()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.theme = theme
        for part in (self.table, self.entry, self.room):
            part.set_theme(theme)

    def flush(self) -> bool:
        """Save what is typed; False when some of it is wrong."""
        return self.form.flush() if self.form.key is not None else True

    def unsaved(self) -> Unsaved:
        """What is typed and not saved, and what was begun; a gap looked at is nothing begun."""
        begun = {key: draft for key, draft in self.begun.by_key.items() if key == DRAFT_KEY or draft.touched}
        return Unsaved(texts_of(self.form), begun)

    def put_unsaved(self, unsaved: Unsaved) -> None:
        """Put back what was typed and not saved."""
        self.begun.by_key.update(unsaved.begun)
        for item_id, texts in unsaved.texts.items():
            self.form.put_unsaved(self._form_key(item_id), texts)
        if unsaved.begun:
            self._show_rows()
            self._key = next(iter(unsaved.begun)) if self.item is None else self._key
            self.table.choose(self._key)
            self._show_form()

    def show_unsaved(self) -> None:
        """Choose the first entry with words that are not saved."""
        unsaved = self.unsaved()
        key = next(iter([*unsaved.texts, *unsaved.begun]), "")
        if key:
            self.choose(key)
            self.open_form()
            name = next(iter(unsaved.texts.get(key, ())), "")
            self.form.focus_field(name)

    def drop_unsaved(self) -> None:
        """Throw away what is typed and not saved."""
        self.begun.by_key.clear()
        self.form.drop_unsaved()
        if self._key == DRAFT_KEY:
            self._key = ""

    # What is chosen.

    @property
    def key(self) -> str:
        """The key of the row chosen, of several the one with the keyboard on it."""
        return self._key

    @property
    def item(self) -> Item | None:
        """The entry chosen, None for a gap, an entry being added, or nothing."""
        return find(self.view.case, self.kind, self._key) if self.view is not None else None

    @property
    def items(self) -> tuple[Item, ...]:
        """All entries chosen together, from the top of the table; gaps and the like left out."""
        if self.view is None:
            return ()
        found = (find(self.view.case, self.kind, key) for key in self.table.chosen_keys())
        return tuple(item for item in found if item is not None) or ((self.item,) if self.item else ())

    @property
    def keys(self) -> list[str]:
        """The ids of all entries chosen together."""
        return [item.id or "" for item in self.items]

    @property
    def draft(self) -> Draft | None:
        """The entry being added in the row chosen."""
        return self.begun.by_key.get(self._key)

    @property
    def emptiness(self) -> str:
        """What stands in the table's place while the list is empty."""
        return self.room.emptiness

    def choose(self, key: str) -> None:
        """Choose a row and tell the other views, as a click on it does."""
        if self._has(key):
            self.table.choose(key)
            self._chosen(key)

    # What a person can do.

    def begin(self, first: date | None = None, last: date | None = None) -> None:
        """Begin a new entry, on these days where they are given; one begun before goes on."""
        if self.view is None:
            return
        self.form.leave()
        self.begun.begin(first, last)
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

    def open_form(self, key: str = "") -> None:
        """Put the keyboard into the form of a row."""
        if key:
            self.select(key)
        self.room.open_form()
        self.form.focus_first()

    def close_form(self) -> None:
        """Back to the table; where there is little height the form folds away."""
        self.room.close_form()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, name: str) -> bool:
        """Put the keyboard into a field of the entry chosen; False when there is none."""
        self.room.open_form()
        return self.form.focus_field(name)

    def add_draft(self) -> None:
        """Add the entry that was begun, if it can be."""
        _ = self.words
        view = self.view
        if self.draft is None or view is None or not self.form.flush():
            return
        draft = self.begun.by_key[self._key]
        problems = draft.problems(view.case)
        for name in draft.missing:
            self.form.field(name).complain(_("This is needed."))
            self.form.focus_field(name)
        complain_of(self.form, draft.place(view.case), problems, view.case, self.words)
        edit = draft.edit()
        if edit is None or problems or edit.target is None:
            return
        self._drop_draft()
        self.ask(edit)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def discard_draft(self) -> None:
        """Throw the entry away that was begun."""
        if self.draft is None or self.view is None:
            return
        gap = self._key if self._key.startswith(GAP) else ""
        self._drop_draft()
        self._key = gap
        self.display(self.view)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Ask for the entries chosen to be deleted."""
        if self._key == DRAFT_KEY:
            self.discard_draft()
        elif self.items:
            self.acts.remove()

    def ask(self, edit: Edit, following: str | None = None) -> None:
        """Ask for an edit; afterwards its entry is chosen, or the one given; refused, all stays as it is."""
        self.form.leave()
        before, self._key = self._key, following if following is not None else _shown_after(edit, self._key)
        self.table.clearSelection()
        self.edit_requested.emit(edit)
        if self._key and not self._has(self._key):
            self._key = before
            self.table.choose_several([before])
            self._show_form()
        self._share(self._key)

    def forget_typed(self, key: str) -> None:
        """Drop what is typed for an entry that goes."""
        self.form.forget(self._form_key(key))

    def _show_menu(self, at: QPoint) -> None:
        self.acts.menu().popup(at)

    # Rows.

    def _show_rows(self) -> None:
        assert self.view is not None
        listing = self.begun.listed(self.kind.listing(self.view, self.words), self.words)
        self.table.records.show_listing(listing)
        self.room.show_rows(bool(listing.rows))

    def _has(self, key: str) -> bool:
        return self.table.records.row_of(key) >= 0

    def _chosen(self, key: str) -> None:
        if key == self._key:
            return
        self.form.leave()
        self._key = key
        self._show_form()
        self._share("" if key == DRAFT_KEY else key)

    def _share(self, key: str) -> None:
        """Let the other views select the entry too, where they show its list."""
        if self.kind.list_name in SHARED:
            self.selection_requested.emit(self.kind.list_name if key else "", key)

    # The form.

    def _show_form(self) -> None:
        """Bind the form to what is chosen: an entry, or one being added."""
        assert self.view is not None
        self.begun.begin_in_gap(self._key, self.view, self.words)
        draft = self.draft
        item = draft.item if draft is not None else self.item
        if item is None:
            self.form.leave()
        else:
            self.form.show_item(self._form_key(self._key), item, setting_of(self.view, self.kind.list_name))
        self.entry.show_draft(draft, self.view)
        self.form.setVisible(item is not None)
        self.room.show_form(item is not None)
        self.acts_changed.emit()

    def _form_key(self, key: str) -> tuple[str, str, str]:
        assert self.view is not None
        return (self.view.case.file_number, self.kind.list_name, key)

    def _edit(self, name: str, value: object) -> Edit | None:
        item = self.item
        if item is None:
            return None
        list_name, key = self.kind.list_name, self._key
        # A row more or less is a step of its own; typing in one goes on.
        rows = f".{len(value)}" if isinstance(value, tuple) else ""
        merge_key = f"{list_name}.{key}.{name}{rows}"
        if isinstance(item, Period) and name in ("start", "end"):
            moved = item.model_copy(update={name: value})
            return move_period(list_name, key, moved.start, moved.end, merge_key)
        return change_item(list_name, key, merge_key, **changes_for(item, name, value))

    def _check(self, name: str, value: object) -> str | None:
        if self.view is None:
            return None
        case, draft = self.view.case, self.draft
        if draft is not None:
            problems, place = draft.having(name, value).problems(case), draft.place(case)
            problems = tuple(each for each in problems if each.place.startswith(f"{place}.{name}"))
        else:
            edit = self._edit(name, value)
            problems = problems_of(edit, case) if edit is not None else ()
            place = self._place()
        return complaint(problems, f"{place}.{name}", self.form.label(name), case, self.words)

    def _commit(self, name: str, value: object) -> None:
        edit = self._edit(name, value)
        if self.draft is not None:
            self.begun.change(self._key, name, value)
            self._show_form()
            self.edited.emit()
        elif edit is not None:
            self.edit_requested.emit(edit)

    def _place(self) -> str:
        assert self.view is not None
        ids = [item.id for item in items_of(self.view.case, self.kind)]
        return f"{self.kind.list_name}[{ids.index(self._key)}]"

    def _drop_draft(self) -> None:
        del self.begun.by_key[self._key]
        self.forget_typed(self._key)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the form goes back to the table."""
        at = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and at is not None and self.entry.isAncestorOf(at):
            self.close_form()
        else:
            super().keyPressEvent(event)


def _shown_after(edit: Edit, key: str) -> str:
    return edit.target[1] if edit.target is not None else key
