"""Moving several periods at once, by as many days each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from cec_desktop.ui.timeline.bars import Bar, Lane
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage
from cec_desktop.ui.timeline.moves import Moving, move_together, shift_of_all


class MoveSeveral(Gesture):
    """Drags all selected periods by the one that is held."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ClosedHandCursor

    def __init__(self, held: Bar, bars: Sequence[Bar], grabbed: float) -> None:
        self._held, self._bars = held, tuple(bars)
        self._grabbed = grabbed
        open_ended = [bar for bar in self._bars if bar.goes_on or bar.lane is Lane.TESTS]
        self._edges = [bar.first for bar in self._bars]
        self._edges += [bar.after for bar in self._bars if bar not in open_ended]

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        moved = stage.scale.boundary(x) - self._grabbed
        snapped = stage.snap(self._edges, moved, [bar.key for bar in self._bars], free=free)
        shift = shift_of_all(self._bars, Moving.WHOLE, snapped.shift)
        target = snapped.target if shift == snapped.shift else None
        held = self._held
        edge = target.boundary if target is not None else held.first + shift
        ends = target is not None and edge - shift not in {bar.first for bar in self._bars}
        stage.propose(
            Proposal(
                edit=move_together(self._bars, Moving.WHOLE, shift),
                act=Act.MOVED,
                key=held.key,
                lane=held.lane,
                first=held.first + shift,
                after=held.after if held.goes_on else held.after + shift,
                old=(held.first, held.after),
                edge=edge,
                shown=date.fromordinal(edge - 1 if ends else edge),
                target=target,
                others=tuple(bar.key for bar in self._bars if bar.key != held.key),
            )
        )
