"""Everything in a file as tables and forms: what the timeline shows in paint stands here in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from cec_desktop.casefile.problems import path_of
from cec_desktop.i18n.words import N_, Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.icons import icon
from cec_desktop.ui.tables import other_forms, record_kinds
from cec_desktop.ui.tables.form_page import FormPage
from cec_desktop.ui.tables.ledger import LedgerDialog
from cec_desktop.ui.tables.record_kinds import JOBS, RecordKind, items_of
from cec_desktop.ui.tables.record_page import RecordPage
from cec_desktop.ui.tables.spec import Group
from cec_desktop.ui.tables.tab_strip import TabStrip
from cec_desktop.ui.theme import Theme

_FORMS: Final[dict[str, tuple[str, Sequence[Group]]]] = {
    "person": (N_("Person"), other_forms.PERSON_FORM),
    "express_entry": (N_("Express Entry"), other_forms.EXPRESS_ENTRY_FORM),
    "notes": (N_("Notes"), other_forms.NOTES_FORM),
}
_LISTS: Final = {
    kind.list_name: kind
    for kind in (
        record_kinds.JOBS,
        record_kinds.STUDIES,
        record_kinds.STATUSES,
        record_kinds.LANGUAGE_TESTS,
        record_kinds.ABSENCES,
        record_kinds.EDUCATION,
    )
}
ORDER: Final = (
    "person",
    "jobs",
    "studies",
    "statuses",
    "language_tests",
    "absences",
    "express_entry",
    "education",
    "notes",
)
_ENTRY_PARTS: Final = {"invitation", "profile"}


class RecordTabs(QWidget):
    """The tabs below the timeline. A page is built when it is first looked at."""

    edit_requested = Signal(object)
    preview_requested = Signal(object)
    selection_requested = Signal(str, str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._pages: dict[str, RecordPage | FormPage] = {}
        self._stale: set[str] = set(ORDER)
        self._hidden_columns: dict[str, list[str]] = {}
        self._ledgers: list[LedgerDialog] = []
        self._asked: tuple[str, str] = ("", "")
        self.strip = TabStrip(words, theme, self)
        self._stack = QStackedWidget(self)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.strip.set_titles(self._titles())
        self.strip.choose(ORDER.index("jobs"))
        self.strip.chosen.connect(self._tab_chosen)
        self._show_page()

    def _make_buttons(self) -> None:
        self.add_button = self._button("add", lambda: self.add())
        self.copy_button = self._button("copy", self.duplicate)
        self.remove_button = self._button("trash", self.remove)
        self.weeks_button = self._button("calendar", lambda: self.show_weeks())
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.add())

    def _button(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self.strip.corner)
        button.setProperty("drawing", name)
        button.setIcon(icon(name, self._theme))
        button.clicked.connect(act)
        self.strip.corner_row.addWidget(button)
        return button

    # The contract of a view.

    def display(self, view: CaseView) -> None:
        """Show a file; pages out of sight follow when they are looked at."""
        self._view = view
        self._stale = set(ORDER)
        self.strip.set_titles(self._titles())
        self._refresh()
        for ledger in list(self._ledgers):
            ledger.display(view)

    def select(self, list_name: str, item_id: str) -> None:
        """Show an entry, as another view asks; lists without a table here change nothing."""
        if list_name not in _LISTS or not item_id:
            return
        # A page built or brought up to date on the way must not ask for its own first row.
        self._asked = (list_name, item_id)
        self._go(list_name)
        self.page(list_name).select(item_id)
        self._asked = ("", "")

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.strip.set_words(words)
        self.strip.set_titles(self._titles())
        for page in self._pages.values():
            page.set_words(words)
        for ledger in self._ledgers:
            ledger.set_words(words)
        self._say_buttons()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        for page in self._pages.values():
            page.set_theme(theme)
        for ledger in self._ledgers:
            ledger.set_theme(theme)
        for button in (self.add_button, self.copy_button, self.remove_button, self.weeks_button):
            button.setIcon(icon(button.property("drawing"), theme))

    # What the window asks for.

    @property
    def current(self) -> str:
        """The tab in sight: ``person``, ``jobs``, ``express_entry``, ..."""
        return ORDER[self.strip.bar.currentIndex()]

    def flush(self) -> bool:
        """Save what is typed anywhere; False when some of it is wrong and stays where it is."""
        saved = [page.flush() for page in self._pages.values()]
        return all(saved)

    def open_entry(self, list_name: str, item_id: str) -> None:
        """Bring the keyboard into the form of an entry or of a gap; other lists change nothing."""
        if list_name in _LISTS:
            self.select(list_name, item_id)
            self.page(list_name).open_form(item_id)

    def show_place(self, place: str) -> bool:
        """Go to the field of a place (``jobs[1].noc``); False when no tab has it."""
        if self._view is None:
            return False
        path = path_of(place)
        head = str(path[0]) if path else ""
        if head in _LISTS:
            return self._show_entry(_LISTS[head], path[1:])
        tab = "express_entry" if head in _ENTRY_PARTS else "notes" if head == "notes" else "person"
        self._go(tab)
        page = self._pages[tab]
        name = ".".join(str(step) for step in path if isinstance(step, str))
        return isinstance(page, FormPage) and page.show_field(name)

    def add(self, list_name: str = "", first: date | None = None, last: date | None = None) -> None:
        """Begin a new entry of a list, by default the one in sight, on these days where they are given."""
        name = list_name or self.current
        if name in _LISTS:
            self._go(name)
            self.page(name).begin(first, last)

    def duplicate(self) -> None:
        """Copy the entry chosen."""
        page = self._page_in_sight()
        if page is not None:
            page.duplicate()

    def remove(self) -> None:
        """Delete the entry chosen."""
        page = self._page_in_sight()
        if page is not None:
            page.remove()

    def show_weeks(self, job_id: str = "") -> None:
        """Open the week-by-week ledger of a job, by default the one chosen."""
        key = job_id or self.page("jobs").key
        if self._view is None:
            return
        index = next((at for at, job in enumerate(self._view.case.jobs) if job.id == key), None)
        if index is None:
            return
        ledger = LedgerDialog(self._view, index, self._words, self._theme, self)
        self._ledgers.append(ledger)
        ledger.finished.connect(lambda _result: self._forget_ledger(ledger))
        ledger.show()

    def page(self, list_name: str) -> RecordPage:
        """The page of a list, built if it was not.

        Raises:
            KeyError: there is no such list.
        """
        page = self._built(_LISTS[list_name].list_name)
        assert isinstance(page, RecordPage)
        return page

    def form_page(self, name: str) -> FormPage:
        """The page of a form (``person``, ``express_entry``, ``notes``), built if it was not."""
        page = self._built(name)
        assert isinstance(page, FormPage)
        return page

    def save_state(self) -> QByteArray:
        """The tab in sight and the columns hidden, for the next start."""
        for name, page in self._pages.items():
            if isinstance(page, RecordPage):
                self._hidden_columns[name] = page.table.hidden_columns()
        state = {"tab": self.current, "hidden": self._hidden_columns}
        return QByteArray(json.dumps(state).encode())

    def restore_state(self, state: QByteArray) -> None:
        """Take over what :meth:`save_state` gave; anything else is passed over."""
        try:
            found = json.loads(bytes(state.data()))
            tab = found["tab"]
            hidden = {name: [str(column) for column in ids] for name, ids in found["hidden"].items()}
        except (AttributeError, KeyError, TypeError, ValueError):
            return
        for name in _LISTS.keys() & hidden.keys():
            self._hidden_columns[name] = hidden[name]
            page = self._pages.get(name)
            if isinstance(page, RecordPage):
                page.table.hide_columns(hidden[name])
        if tab in ORDER:
            self._go(tab)

    # Pages.

    def _built(self, name: str) -> RecordPage | FormPage:
        if name not in self._pages:
            page = self._new_page(name)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _new_page(self, name: str) -> RecordPage | FormPage:
        if name in _FORMS:
            form = FormPage(name, _FORMS[name][1], self._words, self._theme, self._stack)
            form.edit_requested.connect(self.edit_requested)
            return form
        page = RecordPage(_LISTS[name], self._words, self._theme, self._stack)
        page.table.hide_columns(self._hidden_columns.get(name, []))
        page.edit_requested.connect(self.edit_requested)
        page.selection_requested.connect(self._pass_selection)
        page.acts_changed.connect(self._say_buttons)
        return page

    def _pass_selection(self, list_name: str, item_id: str) -> None:
        if self._asked == ("", ""):
            self.selection_requested.emit(list_name, item_id)

    def _go(self, name: str) -> None:
        if self.current != name:
            self.strip.choose(ORDER.index(name))
        self._show_page()

    def _tab_chosen(self, _at: int) -> None:
        self._show_page()

    def _show_page(self) -> None:
        previous = self._stack.currentWidget()
        page = self._built(self.current)
        if previous is not page and isinstance(previous, RecordPage | FormPage):
            previous.flush()
        self._stack.setCurrentWidget(page)
        self._refresh()

    def _refresh(self) -> None:
        name = self.current
        if self._view is not None and name in self._stale:
            self._stale.discard(name)
            self._built(name).display(self._view)
        self._say_buttons()

    def _page_in_sight(self) -> RecordPage | None:
        page = self._pages.get(self.current)
        return page if isinstance(page, RecordPage) else None

    def _show_entry(self, kind: RecordKind, steps: tuple[str | int, ...]) -> bool:
        """Go to an entry by its position; a list alone begins a new entry, or fills its first gap."""
        assert self._view is not None
        self._go(kind.list_name)
        page = self.page(kind.list_name)
        if not steps or not isinstance(steps[0], int):
            page.fill_gap_or_begin()
            return True
        items = items_of(self._view.case, kind)
        if steps[0] >= len(items):
            return False
        page.choose(items[steps[0]].id or "")
        name = next((str(step) for step in steps[1:] if isinstance(step, str)), "")
        if name:
            return page.show_field(name)
        page.open_form()
        return True

    def _forget_ledger(self, ledger: LedgerDialog) -> None:
        self._ledgers = [each for each in self._ledgers if each is not ledger]

    # Words.

    def _titles(self) -> list[str]:
        return [self._title(name) for name in ORDER]

    def _title(self, name: str) -> str:
        if name in _FORMS:
            return self._words(_FORMS[name][0])
        title = self._words(_LISTS[name].title)
        count = len(items_of(self._view.case, _LISTS[name])) if self._view is not None else 0
        return f"{title} {count}" if count else title

    def _say_buttons(self) -> None:
        _ = self._words
        page = self._page_in_sight()
        chosen = page is not None and page.item is not None
        self.add_button.setVisible(page is not None)
        self.copy_button.setVisible(page is not None)
        self.remove_button.setVisible(page is not None)
        self.weeks_button.setVisible(page is not None and page.kind is JOBS)
        if page is None:
            return
        self.add_button.setText(_(page.kind.add))
        self.add_button.setEnabled(self._view is not None)
        self.copy_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen or page.draft is not None)
        self.weeks_button.setEnabled(chosen)
        for button, words in (
            (self.add_button, _("{act} (Insert)", act=_(page.kind.add))),
            (self.copy_button, _("Duplicate")),
            (self.remove_button, _("Delete (Delete)")),
            (self.weeks_button, _("Hours week by week")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.strip.fit()
