"""What can be done with everything that is selected: delete, duplicate, split, end, join, move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cec_desktop.casefile.edits import SPLITTABLE, Edit, duplicate_item, move_period, remove_item, split_item
from cec_desktop.casefile.group_edits import JOINABLE, join_items, together
from cec_desktop.casefile.message import message
from cec_desktop.ui.timeline.bars import Bar, Key, Lane
from cec_desktop.ui.timeline.navigation import beside
from cec_desktop.ui.timeline.selection import in_time

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.choosing import Chooser


class Operations:
    """Each asks for one edit, however many entries are selected; False when nothing is to be done."""

    def __init__(self, chooser: Chooser, board: Board, ask: Callable[[Edit], bool]) -> None:
        """`ask` asks for an edit; it is False when the edit would be refused, which is then said."""
        self._chooser, self._board, self._ask = chooser, board, ask

    @property
    def chosen(self) -> tuple[Bar, ...]:
        """The selected entries that can be changed, lane by lane, in order of time."""
        found = (self._board.bar(key) for key in self._board.marks.chosen)
        return in_time(bar for bar in found if bar is not None and bar.movable)

    def remove(self) -> bool:
        """Delete what is selected and go to what stands beside it."""
        bars, shown = self.chosen, self._board.shown
        if not bars or shown is None:
            return False
        following = self._beside(bars)
        name = message("remove_several", n=len(bars))
        if self._ask(together(name, [remove_item(*bar.key) for bar in bars])):
            self._chooser.choose(following.key if following is not None else None)
            if following is None:
                self._chooser.stand(bars[0].lane)
        return True

    def duplicate(self) -> bool:
        """Put a copy of everything selected beside it, and select the copies."""
        bars = self.chosen
        edits = [duplicate_item(*bar.key) for bar in bars]
        if edits and self._ask(together(message("duplicate_several", n=len(bars)), edits)):
            self._choose_made(edits)
        return bool(edits)

    def to_split(self, day: date) -> tuple[Bar, ...]:
        """The selected periods that can be cut on a day."""
        cut = day.toordinal()
        return tuple(
            bar for bar in self.chosen if bar.key.list_name in SPLITTABLE and bar.first < cut < bar.after
        )

    def split(self, day: date) -> bool:
        """Cut every selected period that holds a day; its second part begins on it."""
        bars = self.to_split(day)
        edits = [split_item(*bar.key, day) for bar in bars]
        if edits and self._ask(together(message("split_several", n=len(bars), day=day), edits)):
            self._choose_made(edits)
        return bool(edits)

    def to_end(self, day: date) -> tuple[Bar, ...]:
        """The selected periods that hold a day and go on after it."""
        last = day.toordinal()
        return tuple(
            bar for bar in self.chosen if bar.lane is not Lane.TESTS and bar.first <= last < bar.after - 1
        )

    def end(self, day: date) -> bool:
        """Let every selected period that holds a day end on it."""
        bars = self.to_end(day)
        edits = [move_period(*bar.key, bar.start, day) for bar in bars]
        return bool(edits) and self._ask(together(message("end_several", n=len(bars), day=day), edits))

    @property
    def joinable(self) -> bool:
        """Whether several periods of one kind are selected."""
        lists = {bar.key.list_name for bar in self.chosen}
        return len(self.chosen) > 1 and len(lists) == 1 and lists <= set(JOINABLE)

    def join(self) -> bool:
        """Make one period of those selected."""
        if not self.joinable:
            return False
        first = self.chosen[0].key
        edit = join_items(first.list_name, [bar.key.item_id for bar in self.chosen])
        if self._ask(edit):
            self._chooser.choose(first)
        return True

    def _beside(self, bars: Sequence[Bar]) -> Bar | None:
        """What stands beside the last of the bars, else beside the first, and is none of them."""
        chart = None if self._board.shown is None else self._board.shown.chart
        gone = {bar.key for bar in bars}
        for bar, step in ((bars[-1], 1), (bars[0], -1)):
            found = beside(chart, bar, step) if chart is not None else None
            while chart is not None and found is not None and found.key in gone:
                found = beside(chart, found, step)
            if found is not None:
                return found
        return None

    def _choose_made(self, edits: Sequence[Edit]) -> None:
        made = [Key(*edit.target) for edit in edits if edit.target is not None]
        there = [key for key in made if self._board.bar(key) is not None]
        if there:
            self._chooser.choose_all(there)
