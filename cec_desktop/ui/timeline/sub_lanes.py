"""A sub-lane: bars in order of time, none of which meet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Dress, Lane

Look = Fill | Dress
"""How days are filled: those of work by how they fare, all others by the dress of their bar."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sub-lane: bars in order of time, none of which meet."""

    bars: tuple[Bar, ...]
    firsts: tuple[int, ...]
    afters: tuple[int, ...]
    looks: tuple[tuple[tuple[int, int, Look], ...], ...]
    """The stretches of each bar, with how they look."""

    @classmethod
    def of(cls, bars: Sequence[Bar]) -> Row:
        """A sub-lane of bars."""
        in_time = tuple(sorted(bars, key=lambda bar: bar.first))
        return cls(
            in_time,
            tuple(bar.first for bar in in_time),
            tuple(bar.after for bar in in_time),
            tuple(_looks(bar) for bar in in_time),
        )

    def between(self, first: float, after: float) -> range:
        """The positions of the bars that have days between two boundaries."""
        return range(bisect_right(self.afters, first), bisect_left(self.firsts, after))

    def following(self, at: int) -> Bar | None:
        """The bar after one; None for the last."""
        return self.bars[at + 1] if at + 1 < len(self.bars) else None


def _looks(bar: Bar) -> tuple[tuple[int, int, Look], ...]:
    if bar.lane is Lane.WORK:
        return tuple((each.first, each.after, each.fill or Fill.OUTSIDE) for each in bar.stretches)
    return ((bar.first, bar.after, bar.dress),)
