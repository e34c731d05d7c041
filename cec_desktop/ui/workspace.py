"""The unlocked window: client files at the left, open files as tabs, and what happens between them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.failure import explained, is_ours, sentence
from cec_desktop.ui.file_filter import Question, keep_question, kept_question
from cec_desktop.ui.file_list import FileList
from cec_desktop.ui.file_page import FilePage
from cec_desktop.ui.file_tabs import FileTabs
from cec_desktop.ui.fold_pane import FoldPane
from cec_desktop.ui.kit import Kit
from cec_desktop.ui.messages import Messages, Notice
from cec_desktop.ui.rails import ListRail
from cec_desktop.ui.session_object import SessionObject
from cec_desktop.ui.splitter import Splitter
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.widths import WidthClass, roomy_width, width_class

if TYPE_CHECKING:
    from cec_desktop.practice.office import Office
    from cec_desktop.storage.records import Narrowing

_LIST_AFTER_MS = 150


class Workspace(QWidget):
    """Shows an office; it changes the office only through the sessions of open files."""

    changed = Signal()
    """What is open, or what can be undone, is another."""
    saved = Signal()
    """A change was saved."""
    done = Signal(object)
    """The name (a message) of an edit that was made, for the undo line."""
    summary_requested = Signal()
    act_requested = Signal(str, str)
    new_requested = Signal()
    _rows_changed = Signal()

    def __init__(
        self, office: Office, kit: Kit, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self._kit = office, kit
        self._words, self._theme = words, theme
        self._class: WidthClass | None = None
        self._folds: dict[str, bool] = {}
        self._timeline_folded = False
        self.list = FileList(words, theme, self)
        self.rail = ListRail(self.list.model, words, theme, self)
        self.list_pane = FoldPane(self.list, self.rail, "left", self)
        self.messages = Messages(words, theme, self)
        self.tabs = FileTabs(words, theme, self)
        self._splitter = Splitter(Qt.Orientation.Horizontal, words, theme, self)
        self._lay_out()
        self._list_soon = QTimer(self)
        self._list_soon.setSingleShot(True)
        self._list_soon.setInterval(_LIST_AFTER_MS)
        self._list_soon.timeout.connect(self.list.ask)
        self._nearest_soon = QTimer(self)
        self._nearest_soon.setSingleShot(True)
        self._nearest_soon.setInterval(_LIST_AFTER_MS)
        self._nearest_soon.timeout.connect(self._show_nearest)
        self._connect()
        self.list.set_question(kept_question(kit.settings))
        self.list.ask()

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.tabs, 1)
        self._splitter.addWidget(self.list_pane)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        rule = QFrame(self)
        rule.setProperty("rule", "across")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule)
        box.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.list.asked.connect(self._answer)
        self.list.filter.opening.connect(lambda: self.list.filter.show_tags(self.office.tags()))
        self.list.act_requested.connect(self._act)
        self.list.new_requested.connect(self.new_requested)
        self.rail.new_requested.connect(self.new_requested)
        self.rail.search_requested.connect(self.search)
        self.rail.chosen.connect(self.open_case)
        self.tabs.current_changed.connect(self._current_changed)
        self.tabs.close_requested.connect(self.close_case)
        self.tabs.new_requested.connect(self.new_requested)
        self._splitter.splitterMoved.connect(self._remember_list)
        self._splitter.reset_requested.connect(self._forget_list)
        # Rows may change from a thread in the background; the signal brings the news over.
        self._rows_changed.connect(self._ask_soon)
        self._unsubscribe = self.office.subscribe(lambda _ids: self._rows_changed.emit())

    # The list.

    def _answer(self, question: Question) -> None:
        from cec_desktop.storage.records import Filter, Sort

        self._list_soon.stop()
        self._nearest_soon.stop()
        keep_question(self._kit.settings, question)
        rows = self.office.rows(
            Filter(question.which), question.words, Sort(question.order), self._narrowing(question)
        )
        page = self.tabs.current()
        self.list.show_rows(rows, self.office.counts(), page.case_id if page is not None else None)
        self.rail.choose(page.case_id if page is not None else None)
        if not rows:
            self.list.show_nothing(None)
            self._nearest_soon.start()

    def _narrowing(self, question: Question) -> Narrowing:
        from cec_desktop.storage.records import Narrowing

        until = self._kit.today() + timedelta(days=question.within) if question.within else None
        return Narrowing(question.outcome or None, until, question.tag or None)

    def _show_nearest(self) -> None:
        from cec_desktop.storage.records import Filter, Sort
        from cec_desktop.ui.nearest import nearest

        if not self.list.model.rowCount():
            rows = self.office.rows(Filter.ALL, "", Sort.NAME)
            self.list.show_nothing(nearest(rows, self.list.question().words))

    def _ask_soon(self) -> None:
        self._list_soon.start()

    def ask_again(self) -> None:
        """Read the list again, as after outcomes were computed in the background."""
        self.list.ask()

    def search(self) -> None:
        """Bring the cursor into the search field."""
        self.list_pane.slide_out()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _act(self, act: str, case_id: str) -> None:
        if act == "open":
            self.open_case(case_id)
            self.list_pane.slide_in()
        else:
            self.act_requested.emit(act, case_id)

    # Open files.

    def open_case(self, case_id: str) -> bool:
        """Open a file in a tab, or show the tab it has; False when it cannot be opened."""
        if self.tabs.page_of(case_id) is not None:
            self.tabs.show_page(case_id)
            return True
        try:
            session = self.office.open(case_id)
        except explained() as error:
            self.show_error(error)
            self.ask_again()
            return False
        page = self._page(SessionObject(session))
        self.tabs.add(page)
        if self._class is not None:
            self._fit_page(page)
        return True

    def _page(self, session: SessionObject) -> FilePage:
        views = self._kit.make_views(self._words, self._theme)
        page = FilePage(session, views, self._words, self._theme, self._kit.settings, self)
        session.setParent(page)
        page.summary_requested.connect(self.summary_requested)
        session.done.connect(self.done)
        session.shown.connect(lambda view: None if view.preview else self._page_changed(page))
        page.what_if.changed.connect(lambda: self._page_changed(page))
        return page

    def _page_changed(self, page: FilePage) -> None:
        self.tabs.say(page)
        if page.what_if.trial is None:
            self.saved.emit()
        self.changed.emit()

    def close_case(self, case_id: str) -> bool:
        """Save or keep what is typed and close a file; False when it can be neither."""
        page = self.tabs.page_of(case_id)
        if page is None:
            return True
        if not page.let_go():
            self.tabs.show_page(case_id)
            return False
        self.drop_case(case_id)
        return True

    def drop_case(self, case_id: str) -> None:
        """Close a file, whatever is being typed."""
        page = self.tabs.page_of(case_id)
        if page is not None:
            page.close_file()
            self.tabs.remove(page)
            self.office.close_case(case_id)

    def current(self) -> FilePage | None:
        """The page shown."""
        return self.tabs.current()

    def go_to_date(self) -> None:
        """Bring the cursor to the application date."""
        page = self.current()
        if page is not None:
            page.header.date.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def act_on_timeline(self, act: str) -> None:
        """Press a button of the timeline of the open file."""
        page = self.current()
        if page is not None:
            page.views.timeline.act(act)

    def begin_entry(self, list_name: str) -> None:
        """Begin a new entry of a list of the open file."""
        page = self.current()
        if page is not None:
            page.views.tables.add(list_name)

    def open_ids(self) -> list[str]:
        """The ids of the open files, the one shown last."""
        current = self.current()
        ids = [page.case_id for page in self.tabs.pages()]
        if current is not None:
            ids.remove(current.case_id)
            ids.append(current.case_id)
        return ids

    def flush(self) -> bool:
        """Save or keep what is being typed in any open file; False when something can be neither."""
        saved = [page.let_go() for page in self.tabs.pages()]
        return all(saved)

    def close_office(self) -> None:
        """Close every file and the casebook."""
        self._unsubscribe()
        self._list_soon.stop()
        self._nearest_soon.stop()
        self.list_pane.slide_in()
        for page in self.tabs.pages():
            page.close_file()
        self.office.close()

    def show_error(self, error: Exception) -> None:
        """Say above the pages what could not be done."""
        self.messages.show_notice(Notice("office", "not_met", lambda words: sentence(error, words)))
        if is_ours(error):
            self._kit.fault(error)

    def _current_changed(self) -> None:
        page = self.current()
        self.list.choose(page.case_id if page is not None else None)
        self.rail.choose(page.case_id if page is not None else None)
        self.changed.emit()

    # Language, theme, focus, sizes.

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for part in (self.list, self.rail, self.messages, self.tabs, self._splitter):
            part.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for part in (self.list, self.rail, self.messages, self.tabs, self._splitter):
            part.set_theme(theme)

    def focus_next(self, step: int) -> None:
        """Bring the focus to the next pane, or the one before."""
        page = self.current()
        first = self.rail.view if self.list_pane.folded else self.list.view
        panes: list[QWidget] = [first, *(page.panes() if page is not None else [])]
        at = next((n for n, pane in enumerate(panes) if _has_focus(pane)), -1 if step > 0 else 0)
        for distance in range(1, len(panes) + 1):
            pane = panes[(at + step * distance) % len(panes)]
            target = _first_focus(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the look of the new width."""
        super().resizeEvent(event)
        now = width_class(roomy_width(self.width(), style.base_pixels() / style.BASE_PIXELS))
        if now is not self._class:
            self._class = now
            self._folds.clear()
            self.fit()

    def fit(self) -> None:
        """Lay the panes out for the present width and folds."""
        width = self._class
        if width is None:
            return
        self.list_pane.set_drawer_width(style.dp(width.list_width))
        self.list.set_short(width.short and not width.list_rail)
        folded = self._folds.get("list", width.list_rail)
        self.list_pane.fold(folded)
        remembered = self._kit.settings.size(f"list-{width.name}")
        left = self.list_pane.rail_width if folded else remembered or style.dp(width.list_width)
        self._splitter.setSizes([left, max(1, self.width() - left - 1)])
        for page in self.tabs.pages():
            self._fit_page(page)

    def _fit_page(self, page: FilePage) -> None:
        if self._class is not None:
            page.fit(self._class, self._folds.get("panel", self._class.panel_rail))
            page.fold_timeline(self._timeline_folded)

    def fold(self, pane: str) -> None:
        """Fold the list, the timeline or the panel, or show it again."""
        if pane == "timeline":
            self._timeline_folded = not self._timeline_folded
        elif self._class is not None:
            rails = {"list": self._class.list_rail, "panel": self._class.panel_rail}
            self._folds[pane] = not self._folds.get(pane, rails[pane])
        self.fit()

    def _remember_list(self) -> None:
        if self._class is not None and not self.list_pane.folded:
            self._kit.settings.set_size(f"list-{self._class.name}", self._splitter.sizes()[0])

    def _forget_list(self) -> None:
        if self._class is not None:
            self._kit.settings.set_size(f"list-{self._class.name}", None)
            self.fit()


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))


def _first_focus(pane: QWidget) -> QWidget | None:
    """The part of a pane that takes the keyboard: itself, its proxy, or the first that does."""
    parts = [pane.focusProxy() or pane, *pane.findChildren(QWidget)]
    return next((part for part in parts if _takes_focus(part)), None)


def _takes_focus(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
