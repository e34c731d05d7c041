"""Everything the mouse does on the timeline, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.edits import Edit, set_application_date
from cec_desktop.casefile.group_edits import together
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import Item, Job
from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane
from cec_desktop.ui.timeline.moves import Moving, leave_edit, move_together, restore_edit, shift_of_all
from cec_desktop.ui.timeline.navigation import beside, in_order, nearest, next_part, parts_of
from cec_desktop.ui.timeline.scene import Part
from cec_desktop.ui.timeline.zooming import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.zooming import Zoomer

_WEEK: Final = 7
_PAGE: Final = 0.8
_STEP_ASIDE: Final = 0.1
"""How much of its width the view moves by an arrow key."""
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_MOVING: Final = {Part.START: Moving.START, Part.END: Moving.END, Part.BODY: Moving.WHOLE}
_ADDS: Final = {
    Qt.Key.Key_S: Lane.STATUS,
    Qt.Key.Key_J: Lane.WORK,
    Qt.Key.Key_U: Lane.STUDY,
    Qt.Key.Key_T: Lane.TESTS,
}
Act = Callable[[], bool]
"""What a key does; False when it means nothing now."""
_APPLICATION_RUN: Final = "timeline:application"
_HANDLE: Final = -1
"""The application date stands above the first lane."""


class Keyboard:
    """Turns keys into choices and edits; arrow keys in a row are one undo step."""

    def __init__(self, canvas: TimelineCanvas, board: Board, zoomer: Zoomer) -> None:
        self._canvas, self._chooser, self._operations = canvas, canvas.chooser, canvas.operations
        self._board = board
        self._zoomer = zoomer
        self._before: dict[Key, Item] = {}
        self._on_before: date | None = None
        self._plain = self._acts() | {key: self._adder(lane) for key, lane in _ADDS.items()}

    def _acts(self) -> dict[int, Act]:
        key, act = Qt.Key, self._operations
        return {
            key.Key_Up: lambda: self._change_lane(-1),
            key.Key_Down: lambda: self._change_lane(1),
            key.Key_Return: self._open,
            key.Key_Enter: self._open,
            key.Key_Delete: act.remove,
            key.Key_Backspace: act.remove,
            key.Key_D: act.duplicate,
            key.Key_K: lambda: self._canvas.ask_day(splits=True),
            key.Key_E: lambda: self._canvas.ask_day(splits=False),
            key.Key_M: act.join,
            key.Key_Escape: self._escape,
            key.Key_Insert: self._insert,
            key.Key_Plus: lambda: self._zoom(STEP),
            key.Key_Equal: lambda: self._zoom(STEP),
            key.Key_Minus: lambda: self._zoom(1 / STEP),
            key.Key_Home: lambda: self._to_end(0),
            key.Key_End: lambda: self._to_end(-1),
            key.Key_PageUp: lambda: self._pan(-_PAGE),
            key.Key_PageDown: lambda: self._pan(_PAGE),
            key.Key_W: self._weeks,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False when it means nothing here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._arrow(1 if key == Qt.Key.Key_Right else -1, modifiers)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self._choose_everything()
        if modifiers == _SHIFT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._change_lane(1 if key == Qt.Key.Key_Down else -1, more=True)
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
        several = len(self._operations.chosen) > 1
        parts = (Part.BODY,) if several else parts_of(bar, self._item(bar))
        part = next_part(parts, self._board.marks.part, step)
        self._chooser.focus_on(bar.key, Part.NONE if part is None else part)
        return part is not None

    def forget(self) -> None:
        """What Esc would take back is settled."""
        self._before = {}
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

    def _change_lane(self, step: int, *, more: bool = False) -> bool:
        """Go to the lane above or below, to what it holds at the same time; with `more` select that too."""
        chart = self._chart
        if chart is None:
            return False
        to = self._position + step
        if not _HANDLE <= to <= Lane.TESTS:
            return True
        if to == _HANDLE:
            self._chooser.stand(None)
            return True
        bar = self._bar
        if bar is not None:
            place = (bar.first + min(bar.after, self._right_end())) / 2
        else:
            place = float(chart.on.toordinal()) if self._position == _HANDLE else self._middle()
        found = nearest(in_order(chart, Lane(to)), place)
        if found is None:
            self._chooser.stand(Lane(to))
        elif more:
            self._chooser.extend_to(found.key)
        else:
            self._chooser.choose(found.key)
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
        if bar is not None and (marks.part in _MOVING or marks.part >= Part.LEAF):
            return self._move(bar, marks.part, step, modifiers)
        if modifiers & _CTRL:
            return self._pan(step * _STEP_ASIDE)
        if bar is None:
            return self._first_in_lane() or self._pan(step * _STEP_ASIDE)
        return self._go_beside(chart, bar, step, more=bool(modifiers & _SHIFT))

    def _go_beside(self, chart: Chart, bar: Bar, step: int, *, more: bool) -> bool:
        """Go to the next bar of the lane; past the last one the view moves on."""
        found = beside(chart, bar, step)
        if found is None:
            return self._pan(step * _STEP_ASIDE)
        if more:
            self._chooser.extend_to(found.key)
        else:
            self._chooser.choose(found.key)
        return True

    def _choose_everything(self) -> bool:
        chart = self._chart
        bars = [] if chart is None else [bar for bar in chart.bars if bar.movable]
        self._chooser.choose_all([bar.key for bar in bars])
        return bool(bars)

    def _first_in_lane(self) -> bool:
        chart = self._chart
        lane = self._board.marks.lane
        if chart is None:
            return False
        bars = in_order(chart, lane) if lane is not None else chart.bars
        found = nearest(bars, self._middle())
        if found is not None:
            self._chooser.choose(found.key)
        return found is not None

    def _move(self, bar: Bar, part: int, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        if part >= Part.STRETCH:
            return self._step_stretch(step)
        item = self._item(bar)
        if item is None:
            return False
        bars = self._operations.chosen if part == Part.BODY else (bar,)
        for each in bars:
            if (before := self._item(each)) is not None:
                self._before.setdefault(each.key, before)
        if part >= Part.LEAF:
            return self._move_leave(bar, item, part - Part.LEAF, step, modifiers)
        moving = _MOVING[Part(part)]
        edge = bar.after - 1 if moving is Moving.END else bar.first
        shift = shift_of_all(bars, moving, _shift(date.fromordinal(edge), step, modifiers))
        if shift:
            self._canvas.ask(move_together(bars, moving, shift, self._merge_key(bar.key)))
        return True

    def _step_stretch(self, step: int) -> bool:
        """Days that do not count follow from facts and cannot be moved: the arrows go to the next of them."""
        self.step_part(step)
        return True

    def _item(self, bar: Bar) -> Item | None:
        return self._board.item(bar.key)

    def _move_leave(
        self, bar: Bar, item: Item, number: int, step: int, modifiers: Qt.KeyboardModifier
    ) -> bool:
        if isinstance(item, Job) and number < len(item.leaves):
            start = item.leaves[number].start
            day = start if isinstance(start, date) else date.fromordinal(bar.first)
            shift = _shift(day, step, modifiers)
            self._canvas.ask(leave_edit(bar.key, item, number, shift, self._merge_key(bar.key)))
        return True

    def _move_application(self, chart: Chart, step: int, modifiers: Qt.KeyboardModifier) -> bool:
        if chart.on_fixed:
            self._canvas.say_fixed()
            return True
        if self._on_before is None:
            self._on_before = chart.on
        day = date.fromordinal(chart.on.toordinal() + _shift(chart.on, step, modifiers))
        self._canvas.ask(set_application_date(day, _APPLICATION_RUN))
        return True

    def _open(self) -> bool:
        bar = self._bar
        if bar is None:
            return False
        if self._board.marks.part >= Part.STRETCH and bar.lane is Lane.WORK:
            return self._weeks()
        self._canvas.open(bar)
        return True

    def _weeks(self) -> bool:
        bar = self._bar
        if bar is None or bar.lane is not Lane.WORK:
            return False
        self._canvas.show_weeks(bar)
        return True

    def _escape(self) -> bool:
        """Take the last moves back; else leave the part, then the bar."""
        marks, bar = self._board.marks, self._bar
        back = self._way_back(bar)
        self.forget()
        if back is not None:
            self._canvas.ask(back)
            return True
        if bar is None:
            return False
        if marks.part != Part.NONE:
            self._chooser.focus_on(bar.key)
        elif marks.others:
            self._chooser.choose(bar.key)
        else:
            self._chooser.stand(bar.lane)
        return True

    def _way_back(self, bar: Bar | None) -> Edit | None:
        """The edit that takes the last run of arrow keys back; None where there was none."""
        if bar is not None and bar.key in self._before:
            return self._restoring(bar.key)
        chart, on = self._chart, self._on_before
        if chart is None or on is None or on == chart.on or not self._board.marks.on_handle:
            return None
        return set_application_date(on, _APPLICATION_RUN)

    def _restoring(self, key: Key) -> Edit | None:
        """The edit that puts everything the run of arrow keys moved back to where it was."""
        edits = []
        for each, before in self._before.items():
            bar = self._board.bar(each)
            now = None if bar is None else self._item(bar)
            edit = None if now is None else restore_edit(each, before, now, self._merge_key(key))
            if edit is not None:
                edits.append(edit)
        name = message("move_several", n=len(edits))
        return together(name, edits, self._merge_key(key)) if edits else None

    def _insert(self) -> bool:
        bar, lane = self._bar, self._board.marks.lane
        if bar is not None:
            lane = bar.lane
        if lane is None:
            return False
        self._canvas.add(lane)
        return True

    def _adder(self, lane: Lane) -> Callable[[], bool]:
        def add() -> bool:
            self._canvas.add(lane)
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
            self._chooser.choose(bars[at].key)
        return True

    def _to_application(self) -> bool:
        if self._chart is None:
            return False
        self._chooser.stand(None)
        return True

    def _pan(self, part: float) -> bool:
        """Move the view by a part of its width."""
        self._zoomer.glide(self._zoomer.aim.panned(part * self._zoomer.lanes_width))
        return True

    def _merge_key(self, key: Key) -> str:
        return f"timeline:{key.list_name}:{key.item_id}"


def _shift(day: date, step: int, modifiers: Qt.KeyboardModifier) -> int:
    """Days an arrow key means: a day, with Shift a week, with Ctrl a month."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return (add_months(day, step) - day).days
    return step * _WEEK if modifiers & Qt.KeyboardModifier.ShiftModifier else step
