"""Everything the mouse does on the timeline, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.edits import Edit, remove_item, set_application_date
from cec_desktop.casefile.model import Item, Job
from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane
from cec_desktop.ui.timeline.charting import item_of
from cec_desktop.ui.timeline.moves import Moving, allowed_shift, leave_edit, move_edit, restore_edit
from cec_desktop.ui.timeline.navigation import beside, in_order, nearest, next_part, parts_of
from cec_desktop.ui.timeline.scene import Part
from cec_desktop.ui.timeline.zooming import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.zooming import Zoomer

_WEEK: Final = 7
_PAGE: Final = 0.8
_MOVING: Final = {Part.START: Moving.START, Part.END: Moving.END, Part.BODY: Moving.WHOLE}
_ADDS: Final = {
    Qt.Key.Key_S: Lane.STATUS,
    Qt.Key.Key_J: Lane.WORK,
    Qt.Key.Key_U: Lane.STUDY,
    Qt.Key.Key_T: Lane.TESTS,
}
_APPLICATION_RUN: Final = "timeline:application"
_HANDLE: Final = -1
"""The application date stands above the first lane."""


class Desk(Protocol):
    """What keys ask the timeline for."""

    def choose(self, key: Key | None, part: int = Part.NONE) -> None:
        """Select an entry, or nothing, and put the keyboard on a part of it."""

    def stand(self, lane: Lane | None) -> None:
        """Put the keyboard on a lane without selecting, or on the application date."""

    def ask(self, edit: Edit) -> bool:
        """Ask for an edit; False when it would be refused, which is said."""

    def say_fixed(self) -> None:
        """Say that the application date is a fact that cannot be moved."""

    def open(self, bar: Bar) -> None:
        """Open an entry, or fill a gap."""

    def show_weeks(self, bar: Bar) -> None:
        """Show a job week by week."""

    def add(self, lane: Lane) -> None:
        """Add an entry to a lane."""


class Keyboard:
    """Turns keys into choices and edits; arrow keys in a row are one undo step."""

    def __init__(self, desk: Desk, board: Board, zoomer: Zoomer) -> None:
        self._desk = desk
        self._board = board
        self._zoomer = zoomer
        self._before: tuple[Key, Item] | None = None
        self._on_before: date | None = None
        plain: dict[int, Callable[[], bool]] = {
            Qt.Key.Key_Up: lambda: self._change_lane(-1),
            Qt.Key.Key_Down: lambda: self._change_lane(1),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Backspace: self.remove,
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Insert: self._insert,
            Qt.Key.Key_Plus: lambda: self._zoom(STEP),
            Qt.Key.Key_Equal: lambda: self._zoom(STEP),
            Qt.Key.Key_Minus: lambda: self._zoom(1 / STEP),
            Qt.Key.Key_Home: lambda: self._to_end(0),
            Qt.Key.Key_End: lambda: self._to_end(-1),
            Qt.Key.Key_PageUp: lambda: self._page(-1),
            Qt.Key.Key_PageDown: lambda: self._page(1),
            Qt.Key.Key_W: self._weeks,
        }
        self._plain = plain | {key: self._adder(lane) for key, lane in _ADDS.items()}

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False when it means nothing here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._arrow(1 if key == Qt.Key.Key_Right else -1, modifiers)
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return key == Qt.Key.Key_Home and self._to_application()
        taken = self._plain.get(key)
        return taken() if taken is not None else False

    def step_part(self, step: int) -> bool:
        """Go to the next part of the selected bar (Tab) or the one before; False when there is none."""
        bar = self._bar
        if bar is None:
            return False
        parts = parts_of(bar, self._item(bar))
        part = next_part(parts, self._board.marks.part, step)
        if part is None:
            self._desk.choose(bar.key)
            return False
        self._desk.choose(bar.key, part)
        return True

    def forget(self) -> None:
        """What Esc would take back is settled."""
        self._before = None
        self._on_before = None

    @property
    def _chart(self) -> Chart | None:
        return None if self._board.shown is None else self._board.shown.chart

    @property
    def _bar(self) -> Bar | None:
        return self._board.bar(self._board.marks.selected)

    @property
    def _position(self) -> int:
        if self._board.marks.on_handle:
            return _HANDLE
        if (bar := self._bar) is not None:
            return bar.lane
        return self._board.marks.lane if self._board.marks.lane is not None else _HANDLE

    def _change_lane(self, step: int) -> bool:
        chart = self._chart
        if chart is None:
            return False
        to = self._position + step
        if not _HANDLE <= to <= Lane.TESTS:
            return True
        if to == _HANDLE:
            self._desk.stand(None)
            return True
        bar = self._bar
        if bar is not None:
            place = (bar.first + min(bar.after, self._right_end())) / 2
        else:
            place = float(chart.on.toordinal()) if self._position == _HANDLE else self._middle()
        found = nearest(in_order(chart, Lane(to)), place)
        if found is None:
            self._desk.stand(Lane(to))
        else:
            self._desk.choose(found.key)
        return True

    def _middle(self) -> float:
        return self._board.scale.boundary(self._zoomer.lanes_width / 2)

    def _right_end(self) -> int:
        return int(self._board.scale.boundary(self._zoomer.lanes_width))

    def _arrow(self, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        chart, marks = self._chart, self._board.marks
        if chart is None:
            return False
        if marks.on_handle:
            return self._move_application(chart, step, modifiers)
        bar = self._bar
        if bar is None:
            return self._first_in_lane()
        if marks.part != Part.NONE:
            return self._move(bar, marks.part, step, modifiers)
        if modifiers:
            return False
        found = beside(chart, bar, step)
        if found is not None:
            self._desk.choose(found.key)
        return True

    def _first_in_lane(self) -> bool:
        chart = self._chart
        lane = self._board.marks.lane
        if chart is None:
            return False
        bars = in_order(chart, lane) if lane is not None else chart.bars
        found = nearest(bars, self._middle())
        if found is not None:
            self._desk.choose(found.key)
        return True

    def _move(self, bar: Bar, part: int, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        item = self._item(bar)
        if item is None:
            return False
        if self._before is None or self._before[0] != bar.key:
            self._before = (bar.key, item)
        if part >= Part.LEAF:
            return self._move_leave(bar, item, part - Part.LEAF, step, modifiers)
        moving = _MOVING[Part(part)]
        edge = bar.after - 1 if moving is Moving.END else bar.first
        shift = allowed_shift(bar, moving, _shift(date.fromordinal(edge), step, modifiers))
        if shift:
            self._desk.ask(move_edit(bar, moving, shift, self._merge_key(bar.key)))
        return True

    def _item(self, bar: Bar) -> Item | None:
        return None if self._board.base is None else item_of(self._board.base.view.case, bar.key)

    def _move_leave(
        self, bar: Bar, item: Item, number: int, step: int, modifiers: Qt.KeyboardModifier
    ) -> bool:
        if isinstance(item, Job) and number < len(item.leaves):
            start = item.leaves[number].start
            day = start if isinstance(start, date) else date.fromordinal(bar.first)
            shift = _shift(day, step, modifiers)
            self._desk.ask(leave_edit(bar.key, item, number, shift, self._merge_key(bar.key)))
        return True

    def _move_application(self, chart: Chart, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        if chart.on_fixed:
            self._desk.say_fixed()
            return True
        if self._on_before is None:
            self._on_before = chart.on
        day = date.fromordinal(chart.on.toordinal() + _shift(chart.on, step, modifiers))
        self._desk.ask(set_application_date(day, _APPLICATION_RUN))
        return True

    def _open(self) -> bool:
        bar = self._bar
        if bar is None:
            return False
        self._desk.open(bar)
        return True

    def _weeks(self) -> bool:
        bar = self._bar
        if bar is None or bar.lane is not Lane.WORK:
            return False
        self._desk.show_weeks(bar)
        return True

    def remove(self) -> bool:
        """Delete the selected entry and go to the one beside it."""
        bar, chart = self._bar, self._chart
        if bar is None or chart is None or not bar.movable:
            return False
        following = beside(chart, bar, 1) or beside(chart, bar, -1)
        if self._desk.ask(remove_item(*bar.key)):
            self._desk.choose(following.key if following is not None else None)
            if following is None:
                self._desk.stand(bar.lane)
        return True

    def _escape(self) -> bool:
        """Take the last moves back; else leave the part, then the bar."""
        marks, bar = self._board.marks, self._bar
        back = self._way_back(bar)
        self.forget()
        if back is not None:
            self._desk.ask(back)
            return True
        if bar is None:
            return False
        self._desk.choose(bar.key if marks.part != Part.NONE else None)
        if marks.part == Part.NONE:
            self._desk.stand(bar.lane)
        return True

    def _way_back(self, bar: Bar | None) -> Edit | None:
        """The edit that takes the last run of arrow keys back; None where there was none."""
        if self._before is not None and bar is not None and self._before[0] == bar.key:
            now = self._item(bar)
            return None if now is None else restore_edit(*self._before, now, self._merge_key(bar.key))
        chart, on = self._chart, self._on_before
        if chart is None or on is None or on == chart.on or not self._board.marks.on_handle:
            return None
        return set_application_date(on, _APPLICATION_RUN)

    def _insert(self) -> bool:
        bar, lane = self._bar, self._board.marks.lane
        if bar is not None:
            lane = bar.lane
        if lane is None:
            return False
        self._desk.add(lane)
        return True

    def _adder(self, lane: Lane) -> Callable[[], bool]:
        def add() -> bool:
            self._desk.add(lane)
            return True

        return add

    def _zoom(self, factor: float) -> bool:
        bar, scale = self._bar, self._board.scale
        x = None
        if bar is not None:
            middle = scale.x((bar.first + min(bar.after, self._right_end())) / 2)
            x = middle if 0 <= middle <= self._zoomer.lanes_width else None
        self._zoomer.zoom(factor, x)
        return True

    def _to_end(self, at: int) -> bool:
        chart = self._chart
        if chart is None:
            return False
        lane = Lane(max(self._position, 0))
        bars = in_order(chart, lane)
        if bars:
            self._desk.choose(bars[at].key)
        return True

    def _to_application(self) -> bool:
        if self._chart is None:
            return False
        self._desk.stand(None)
        return True

    def _page(self, step: int) -> bool:
        self._zoomer.glide(self._board.scale.panned(step * self._zoomer.lanes_width * _PAGE))
        return True

    def _merge_key(self, key: Key) -> str:
        return f"timeline:{key.list_name}:{key.item_id}"


def _shift(day: date, step: int, modifiers: Qt.KeyboardModifier) -> int:
    """Days an arrow key means: a day, with Shift a week, with Ctrl a month."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return (add_months(day, step) - day).days
    return step * _WEEK if modifiers & Qt.KeyboardModifier.ShiftModifier else step
