"""Moving a period, and dragging one of its ends."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from cec_desktop.ui.timeline.bars import Bar, Lane
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage
from cec_desktop.ui.timeline.moves import Moving, allowed_shift, end_edit, move_edit
from cec_desktop.ui.timeline.snapping import Snapped, Target


class MovePeriod(Gesture):
    """Drags a whole period; its length stays."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ClosedHandCursor

    def __init__(self, bar: Bar, grabbed: float) -> None:
        self._bar = bar
        self._grabbed = grabbed

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        bar = self._bar
        edges = [bar.first] if bar.goes_on or bar.lane is Lane.TESTS else [bar.first, bar.after]
        snapped = stage.snap(edges, stage.scale.boundary(x) - self._grabbed, [bar.key], free=free)
        shift = allowed_shift(bar, Moving.WHOLE, snapped.shift)
        target = _kept(snapped, shift)
        first, after = bar.first + shift, bar.after if bar.goes_on else bar.after + shift
        by_end = target is not None and not bar.goes_on and target.boundary == after
        stage.propose(
            Proposal(
                edit=move_edit(bar, Moving.WHOLE, shift),
                act=Act.MOVED,
                key=bar.key,
                lane=bar.lane,
                first=first,
                after=after,
                old=(bar.first, bar.after),
                edge=after if by_end else first,
                shown=date.fromordinal(after - 1 if by_end else first),
                target=target,
            )
        )


class ResizePeriod(Gesture):
    """Drags one end of a period; the other stays."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.SizeHorCursor

    def __init__(self, bar: Bar, moving: Moving, grabbed: float) -> None:
        self._bar = bar
        self._moving = moving
        self._grabbed = grabbed

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        bar = self._bar
        edge = bar.first if self._moving is Moving.START else bar.after
        snapped = stage.snap([edge], stage.scale.boundary(x) - self._grabbed, [bar.key], free=free)
        shift = allowed_shift(bar, self._moving, snapped.shift)
        starts = self._moving is Moving.START
        first, after = (bar.first + shift, bar.after) if starts else (bar.first, bar.after + shift)
        stage.propose(
            Proposal(
                edit=move_edit(bar, self._moving, shift),
                act=Act.START_MOVED if starts else Act.END_MOVED,
                key=bar.key,
                lane=bar.lane,
                first=first,
                after=after,
                old=(bar.first, bar.after),
                edge=first if starts else after,
                shown=date.fromordinal(first if starts else after - 1),
                target=_kept(snapped, shift),
            )
        )


class EndPeriod(Gesture):
    """Drags the open end of a period that goes on, which gives it a last day."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.SizeHorCursor

    def __init__(self, bar: Bar) -> None:
        self._bar = bar

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        bar = self._bar
        place = stage.scale.boundary(x)
        edge = round(place)
        snapped = stage.snap([edge], place - edge, [bar.key], free=free)
        after = max(edge + snapped.shift, bar.first + 1)
        day = date.fromordinal(after - 1)
        stage.propose(
            Proposal(
                edit=end_edit(bar, day),
                act=Act.END_MOVED,
                key=bar.key,
                lane=bar.lane,
                first=bar.first,
                after=after,
                old=(bar.first, bar.after),
                edge=after,
                shown=day,
                target=snapped.target if after == edge + snapped.shift else None,
            )
        )


def _kept(snapped: Snapped, shift: int) -> Target | None:
    """What was met, unless the period could not move that far."""
    return snapped.target if shift == snapped.shift else None
