"""Which day a dragged edge is drawn to: a model of its own that knows neither window nor words.

Everything is a boundary between days (see ``scale``), so that the end of one period and the start of
the next, the day after, meet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

NEAR: Final = 7.0
"""How many pixels away a named day draws an edge to it."""
NEAR_MONTH: Final = 4.0
"""The same for the first of a month, which is everywhere."""
_LEAST_MONTH: Final = 4 * NEAR_MONTH
"""Months narrower than this would draw every edge; they draw none."""


class Draw(IntEnum):
    """What a target is; among equally near ones the higher wins."""

    MONTH = 0
    WINDOW_START = 1
    TODAY = 2
    MEMBER_FROM = 3
    MEMBER_UNTIL = 4
    APPLICATION = 5
    PERIOD_START = 6
    PERIOD_END = 7
    TEST_EXPIRES = 8


@dataclass(frozen=True, slots=True)
class Target:
    """A boundary that draws edges to it: what it is, and whose."""

    boundary: int
    draw: Draw
    owner: Hashable = None


@dataclass(frozen=True, slots=True)
class Snapped:
    """The whole days edges move by, and the target one of them met."""

    shift: int
    target: Target | None = None


class SnapModel:
    """The targets of one file, ordered."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = sorted(targets, key=lambda target: (target.boundary, -target.draw))
        self._boundaries = [target.boundary for target in self._targets]

    def snap(
        self,
        edges: Collection[int],
        moved: float,
        px: float,
        *,
        ignored: Collection[Hashable] = (),
        free: bool = False,
    ) -> Snapped:
        """The whole days to move edges by, so that one of them meets a target within reach.

        Args:
            edges: Boundaries before the move.
            moved: How far the pointer moved them, in days with a fraction.
            px: Pixels a day takes.
            ignored: Owners whose targets draw nothing, such as what is being moved itself.
            free: Meet nothing, only round to whole days.
        """
        found = [] if free else [near for edge in edges for near in self._near(edge, moved, px, ignored)]
        if not found:
            return Snapped(round(moved))
        _, _, shift, target = min(found, key=lambda near: near[:2])
        return Snapped(shift, target)

    def _near(
        self, edge: int, moved: float, px: float, ignored: Collection[Hashable]
    ) -> Iterator[tuple[float, int, int, Target]]:
        for target in self._reached(edge + moved, px):
            if target.owner not in ignored:
                distance = abs(target.boundary - edge - moved)
                yield distance, -target.draw, target.boundary - edge, target

    def _reached(self, place: float, px: float) -> Iterator[Target]:
        """The targets within reach; the first of a month only where there is none of meaning."""
        reach, found = NEAR / px, False
        at = bisect_left(self._boundaries, place - reach)
        while at < len(self._targets) and self._boundaries[at] <= place + reach:
            yield self._targets[at]
            at, found = at + 1, True
        month = nearest_month(place)
        if not found and 30 * px >= _LEAST_MONTH and abs(month - place) * px <= NEAR_MONTH:
            yield Target(month, Draw.MONTH)


def nearest_month(place: float) -> int:
    """The boundary of the first of a month nearest to a place."""
    first = date.fromordinal(int(place)).replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first.toordinal(), following.toordinal(), key=lambda boundary: abs(boundary - place))
