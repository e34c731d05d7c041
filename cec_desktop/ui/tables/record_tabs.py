"""Everything in a file as tables and forms: what the timeline shows in paint stands here in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cec_desktop.casefile.problems import path_of
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.storage.difference import Json
from cec_desktop.ui.tables.corner import Corner
from cec_desktop.ui.tables.form_page import FormPage
from cec_desktop.ui.tables.ledger import LedgerDialog, Part
from cec_desktop.ui.tables.record_kinds import BY_NAME, OF_SPOUSE, RecordKind, items_of
from cec_desktop.ui.tables.record_page import RecordPage
from cec_desktop.ui.tables.tab_state import TabState
from cec_desktop.ui.tables.tab_strip import TabStrip
from cec_desktop.ui.tables.unsaved import Unsaved, read_unsaved
from cec_desktop.ui.tables.whole_forms import FORMS, form_of
from cec_desktop.ui.theme import Theme

ORDER: Final = (
    "person",
    "jobs",
    "studies",
    "statuses",
    "language_tests",
    "education",
    "family",
    "absences",
    "express_entry",
    "history",
    "notes",
)
"""The tabs, by the name of the first page of each."""
FAMILY: Final = ("family", "children", *(kind.list_name for kind in OF_SPOUSE))
"""The pages of the family tab, which has tabs of its own."""


class RecordTabs(QWidget):
    """The tabs below the timeline. A page is built when it is first looked at."""

    edit_requested = Signal(object)
    preview_requested = Signal(object)
    selection_requested = Signal(str, str)
    unsaved_changed = Signal()
    """What is typed and not saved is other than before."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._pages: dict[str, RecordPage | FormPage] = {}
        self._stale: set[str] = {*ORDER, *FAMILY}
        self._hidden_columns: dict[str, list[str]] = {}
        self._ledgers: list[LedgerDialog] = []
        self._waiting: dict[str, Unsaved] = {}
        """Words put back into pages that were not looked at yet."""
        self._asked: tuple[str, str] = ("", "")
        self.strip = TabStrip(words, theme, self)
        self.family_strip = TabStrip(words, theme, self)
        self._stack = QStackedWidget(self)
        self.corner = Corner(self.strip, theme)
        self.corner.connect(self._act, self._page_in_sight)
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(lambda: self.add())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.family_strip)
        column.addWidget(self._stack, 1)
        self._show_titles()
        self.strip.choose(ORDER.index("jobs"))
        self.strip.chosen.connect(self._tab_chosen)
        self.family_strip.chosen.connect(self._tab_chosen)
        self._show_page()

    def _act(self, name: str) -> None:
        match name:
            case "add":
                self.add()
            case "copy":
                self.duplicate()
            case "remove":
                self.remove()
            case _:
                self.show_weeks()

    # The contract of a view.

    def display(self, view: CaseView) -> None:
        """Show a file; pages out of sight follow when they are looked at."""
        self._view = view
        self._stale = {*ORDER, *FAMILY}
        self._show_titles()
        self._refresh()
        for ledger in list(self._ledgers):
            ledger.display(view)

    def select(self, list_name: str, item_id: str) -> None:
        """Show an entry, as another view asks; lists without a table here change nothing."""
        if list_name not in BY_NAME or not item_id:
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
        self.family_strip.set_words(words)
        self._show_titles()
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
        self.corner.set_theme(theme)

    # What the window asks for.

    @property
    def current(self) -> str:
        """The page in sight: ``person``, ``jobs``, ``children``, ..."""
        name = ORDER[self.strip.bar.currentIndex()]
        return FAMILY[max(0, self.family_strip.bar.currentIndex())] if name == FAMILY[0] else name

    def flush(self) -> bool:
        """Save what is typed anywhere; False when some of it is wrong and stays where it is."""
        saved = [page.flush() for page in self._pages.values()]
        return all(saved)

    def unsaved(self) -> dict[str, Json]:
        """What is typed anywhere and not saved, by page, as plain values; empty when there is nothing."""
        found = {name: page.unsaved() for name, page in self._pages.items()}
        return {name: each.plain() for name, each in {**self._waiting, **found}.items() if each}

    def put_unsaved(self, raw: Mapping[str, Json]) -> list[str]:
        """Put back what :meth:`unsaved` gave, and return where it belongs, in words."""
        if self._view is None:
            return []
        places: list[str] = []
        for name, each in raw.items():
            if name not in FORMS and name not in BY_NAME:
                continue
            unsaved = read_unsaved(each, BY_NAME.get(name))
            places += unsaved.places(name, self._view.case, self._words)
            if unsaved:
                self._waiting[name] = unsaved
        self._refresh_waiting()
        return places

    def show_unsaved(self) -> None:
        """Go to the first page with words that are not saved."""
        name = next(iter(self.unsaved()), None)
        if name is not None:
            self._go(name)
            page = self._pages[name]
            if isinstance(page, RecordPage):
                page.show_unsaved()

    def drop_unsaved(self) -> None:
        """Throw away every word that is not saved."""
        self._waiting.clear()
        for page in self._pages.values():
            page.drop_unsaved()
        if self._view is not None:
            self.display(self._view)
        self.unsaved_changed.emit()

    def _refresh_waiting(self) -> None:
        """Put words that wait into the pages that show this file by now."""
        for name in [name for name in self._waiting if name in self._pages and name not in self._stale]:
            self._pages[name].put_unsaved(self._waiting.pop(name))

    def open_entry(self, list_name: str, item_id: str) -> None:
        """Bring the keyboard into the form of an entry or of a gap; other lists change nothing."""
        if list_name in BY_NAME:
            self.select(list_name, item_id)
            self.page(list_name).open_form(item_id)

    def show_place(self, place: str) -> bool:
        """Go to the field of a place (``jobs[1].noc``); False when no tab has it."""
        if self._view is None:
            return False
        path = path_of(place)
        names = (".".join(str(step) for step in path[:length]) for length in (2, 1))
        for length, name in zip((2, 1), names, strict=True):
            if name in BY_NAME and len(path) >= length:
                return self._show_entry(BY_NAME[name], path[length:])
        name = ".".join(str(step) for step in path if isinstance(step, str))
        name = name.replace(".class", ".program_class")
        form = form_of(name)
        if form is None:
            return False
        self._go(form)
        page = self._pages[form]
        return isinstance(page, FormPage) and page.show_place(name)

    def add(self, list_name: str = "", first: date | None = None, last: date | None = None) -> None:
        """Begin a new entry of a list, by default the one in sight, on these days where they are given."""
        name = list_name or self.current
        if name in BY_NAME:
            self._go(name)
            self.page(name).begin(first, last)

    def duplicate(self) -> None:
        """Copy the entries chosen."""
        page = self._page_in_sight()
        if page is not None:
            page.acts.duplicate()

    def remove(self) -> None:
        """Delete the entries chosen."""
        page = self._page_in_sight()
        if page is not None:
            page.remove()

    def show_weeks(self, job_id: str = "") -> None:
        """Open the week-by-week ledger of a job, by default the one chosen."""
        self._show_ledger(job_id, "weeks")

    def show_days(self, job_id: str = "") -> None:
        """Open the days of a job that count and those that do not, by default of the one chosen."""
        self._show_ledger(job_id, "days")

    def _show_ledger(self, job_id: str, part: Part) -> None:
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
        ledger.show_part(part)

    def page(self, list_name: str) -> RecordPage:
        """The page of a list, built if it was not.

        Raises:
            KeyError: there is no such list.
        """
        page = self._built(BY_NAME[list_name].list_name)
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
        return TabState(self.current, self._hidden_columns).written()

    def restore_state(self, state: QByteArray) -> None:
        """Take over what :meth:`save_state` gave; anything else is passed over."""
        found = TabState.read(state)
        if found is None:
            return
        for name in BY_NAME.keys() & found.hidden.keys():
            self._hidden_columns[name] = found.hidden[name]
            page = self._pages.get(name)
            if isinstance(page, RecordPage):
                page.table.hide_columns(found.hidden[name])
        if found.tab in ORDER or found.tab in FAMILY:
            self._go(found.tab)

    # Pages.

    def _built(self, name: str) -> RecordPage | FormPage:
        if name not in self._pages:
            page = self._new_page(name)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _new_page(self, name: str) -> RecordPage | FormPage:
        if name in FORMS:
            form = FormPage(name, FORMS[name][1], self._words, self._theme, self._stack)
            form.edit_requested.connect(self.edit_requested)
            form.edited.connect(self.unsaved_changed)
            return form
        page = RecordPage(BY_NAME[name], self._words, self._theme, self._stack)
        page.table.hide_columns(self._hidden_columns.get(name, []))
        page.edit_requested.connect(self.edit_requested)
        page.selection_requested.connect(self._pass_selection)
        page.acts_changed.connect(self._say_buttons)
        page.edited.connect(self.unsaved_changed)
        page.days_asked.connect(self.show_days)
        page.weeks_asked.connect(self.show_weeks)
        return page

    def _pass_selection(self, list_name: str, item_id: str) -> None:
        if self._asked == ("", ""):
            self.selection_requested.emit(list_name, item_id)

    def _go(self, name: str) -> None:
        if self.current != name:
            tab = name if name in ORDER else FAMILY[0]
            if name in FAMILY:
                self.family_strip.choose(FAMILY.index(name))
            self.strip.choose(ORDER.index(tab))
        self._show_page()

    def _tab_chosen(self, _at: int) -> None:
        self._show_page()

    def _show_page(self) -> None:
        self.family_strip.setVisible(self.current in FAMILY)
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
            self._refresh_waiting()
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

    def _show_titles(self) -> None:
        self.strip.set_titles([self._title(name) for name in ORDER])
        self.family_strip.set_titles([self._title(name, inside=True) for name in FAMILY])

    def _title(self, name: str, *, inside: bool = False) -> str:
        """The words of a tab, with the number of entries behind it."""
        _ = self._words
        case = self._view.case if self._view is not None else None
        if name == FAMILY[0] and not inside:
            title, count = _("Family"), (case.spouse is not None) + len(case.children) if case else 0
        elif name in FORMS:
            title, count = _(FORMS[name][0]), 0
        else:
            title, count = _(BY_NAME[name].title), len(items_of(case, BY_NAME[name])) if case else 0
        return f"{title} {count}" if count else title

    def _say_buttons(self) -> None:
        self.corner.say(self._page_in_sight(), self._view is not None, self._words)
        self.strip.fit()
