"""What can be done with the rows chosen in a table, as the timeline's menu has it for its bars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from cec_desktop.casefile.dates import earliest
from cec_desktop.casefile.edits import (
    SPLITTABLE,
    Edit,
    duplicate_item,
    move_period,
    remove_item,
    split_item,
)
from cec_desktop.casefile.group_edits import JOINABLE, join_items, together
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import Item, Period
from cec_desktop.ui.tables.day_question import DayQuestion
from cec_desktop.ui.tables.form_page import setting_of
from cec_desktop.ui.tables.judging import problems_of, told

if TYPE_CHECKING:
    from cec_desktop.ui.tables.record_page import RecordPage


class RowActs(QObject):
    """Acts on the entries chosen of a page; each is one edit and so one undo step."""

    def __init__(self, page: RecordPage) -> None:
        super().__init__(page)
        self._page = page

    # What is possible.

    def can_join(self) -> bool:
        """Whether the entries chosen are periods of a list whose periods can be joined."""
        return len(self._page.items) > 1 and self._page.kind.list_name in JOINABLE

    def can_split(self) -> bool:
        """Whether the one entry chosen can be cut in two."""
        return len(self._page.items) == 1 and self._page.kind.list_name in SPLITTABLE

    def can_end(self) -> bool:
        """Whether all entries chosen are periods, which can be ended."""
        items = self._page.items
        return bool(items) and all(isinstance(item, Period) for item in items)

    def menu(self) -> QMenu:
        """Everything that can be done with the rows chosen."""
        page, _ = self._page, self._page.words
        menu = QMenu(page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def offer(text: str, act: Callable[[], object], possible: bool = True, keys: str = "") -> None:
            if possible:
                action = menu.addAction(text)
                action.setShortcut(keys)
                action.setShortcutVisibleInContextMenu(True)
                action.triggered.connect(lambda: act())

        one, some = len(page.items) == 1, bool(page.items)
        offer(_("Open"), page.open_form)
        if self._is_job() and one:
            offer(_("Days that count, and why others do not"), self.show_days)
            offer(_("Week by week"), self.show_weeks, keys="W")
        menu.addSeparator()
        offer(_("Split on…"), self.split, self.can_split(), "K")
        offer(_("End on…"), self.end, self.can_end(), "E")
        offer(_("Join"), self.join, self.can_join(), "M")
        offer(_("Duplicate"), self.duplicate, some, "D")
        offer(_("Delete"), page.remove, some or page.draft is not None)
        return menu

    def press(self, letter: str) -> None:
        """Do what a letter stands for, as in the timeline, where that is possible."""
        acts: dict[str, tuple[Callable[[], object], bool]] = {
            "D": (self.duplicate, bool(self._page.items)),
            "E": (self.end, self.can_end()),
            "K": (self.split, self.can_split()),
            "M": (self.join, self.can_join()),
            "W": (self.show_weeks, self._is_job() and len(self._page.items) == 1),
        }
        act, possible = acts.get(letter, (None, False))
        if act is not None and possible:
            act()

    # Acts.

    def show_days(self) -> None:
        """Ask for the days of the job that count, and those that do not."""
        self._page.days_asked.emit(self._page.key)

    def show_weeks(self) -> None:
        """Ask for the weeks of the job."""
        self._page.weeks_asked.emit(self._page.key)

    def _is_job(self) -> bool:
        return self._page.kind.list_name == "jobs"

    def remove(self) -> None:
        """Delete the entries chosen; the next one is chosen then."""
        page = self._page
        keys = page.keys
        following = page.table.records.left_after(keys)
        for key in keys:
            page.forget_typed(key)
        edits = [remove_item(page.kind.list_name, key) for key in keys]
        page.ask(together(message("remove_several", n=len(edits)), edits), following)

    def duplicate(self) -> None:
        """Put a copy of each entry chosen after it."""
        page = self._page
        if not page.items or not page.flush():
            return
        edits = [duplicate_item(page.kind.list_name, key) for key in page.keys]
        page.ask(together(message("duplicate_several", n=len(edits)), edits))

    def join(self) -> None:
        """Make one period of those chosen."""
        page = self._page
        if page.flush():
            ordered = sorted(page.items, key=_start)
            page.ask(join_items(page.kind.list_name, [item.id or "" for item in ordered]))

    def split(self) -> None:
        """Ask for a day and cut the entry in two on it."""
        page, _ = self._page, self._page.words
        if not self.can_split() or not page.flush():
            return
        list_name, key = page.kind.list_name, page.key
        day = self._ask(
            _("Split"), _("First day of the second part"), lambda on: split_item(list_name, key, on)
        )
        if day is not None:
            page.ask(split_item(list_name, key, day))

    def end(self) -> None:
        """Ask for a day and end the entries on it."""
        _ = self._page.words
        if self.can_end() and self._page.flush():
            day = self._ask(_("End on a day"), _("Last day"), self._ended)
            if day is not None:
                self._page.ask(self._ended(day))

    def _ended(self, day: date) -> Edit:
        name = message("end_several", n=len(self._page.items), day=day)
        list_name = self._page.kind.list_name
        return together(
            name,
            [
                move_period(list_name, item.id or "", item.start, day)
                for item in self._page.items
                if isinstance(item, Period)
            ],
        )

    def _ask(self, act: str, label: str, edit: Callable[[date], Edit]) -> date | None:
        page = self._page
        view = page.view
        if view is None:
            return None

        def refusal(on: date) -> str | None:
            return told(problems_of(edit(on), view.case), view.case, page.words)

        setting = setting_of(view)
        return DayQuestion.ask(page, act, label, self._likely_day(), setting, refusal, page.words, page.theme)

    def _likely_day(self) -> date:
        """Today where it lies inside, else the day of the application or the first possible one."""
        view = self._page.view
        assert view is not None
        item = self._page.item
        start = earliest(item.start) if isinstance(item, Period) and item.start else date.min
        end = earliest(item.end) if isinstance(item, Period) and item.end else date.max
        candidates = (view.assessment.today, view.assessment.on)
        inside = next((day for day in candidates if start < day <= end), None)
        return inside or (end if end != date.max else view.assessment.on)


def _start(item: Item) -> str:
    start = item.start if isinstance(item, Period) else None
    return start.isoformat() if start is not None else ""
