"""Bars too small and too close for words: only their fills are placed, those under a pixel as one.

They follow from how many pixels a day takes alone, so that they are made once and stay while the view pans.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cec_desktop.ui.timeline.sub_lanes import Look, Row

PLAIN: Final = 16.0
"""A bar narrower than this, with less than this before the next, takes no words and is drawn plainly."""
_PIXEL: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """The small bars of some sub-lanes, and which bars are not small.

    Places are pixels from ``origin``, a boundary of days, so that they hold for every place of the view.
    """

    origin: int
    batches: Mapping[Look, Sequence[tuple[float, float, int]]]
    """By look: from where to where, and in which of the sub-lanes."""
    loud: tuple[tuple[int, ...], ...]
    """Of every sub-lane the positions of the bars that are placed one by one."""


def plain_bars(rows: Sequence[Row], px: float) -> Plain:
    """The small bars of sub-lanes when a day takes ``px`` pixels."""
    origin = min((row.firsts[0] for row in rows if row.firsts), default=0)
    batches: dict[Look, list[tuple[float, float, int]]] = {}
    loud = tuple(_row(row, number, origin, px, batches) for number, row in enumerate(rows))
    return Plain(origin, batches, loud)


def _row(
    row: Row, number: int, origin: int, px: float, batches: dict[Look, list[tuple[float, float, int]]]
) -> tuple[int, ...]:
    """Put the small bars of a sub-lane into batches; the positions of the others."""
    loud, most, count = [], PLAIN / px, len(row.firsts)
    firsts, afters, looks = row.firsts, row.afters, row.looks
    ends: dict[Look, float] = {}
    for at, (first, after, following) in enumerate(zip(firsts, afters, firsts[1:], strict=False)):
        if after - first >= most or following - after >= most:
            loud.append(at)
            continue
        for begins, ends_at, look in looks[at]:
            x, right = (begins - origin) * px, (ends_at - origin) * px
            batch = batches.get(look)
            if batch is None:
                batch = batches[look] = []
            if right - x < _PIXEL:
                last = ends.get(look)
                if last is not None and x - last < _PIXEL:
                    batch[-1] = (batch[-1][0], right, number)
                    ends[look] = right
                    continue
                right = max(right, x + _PIXEL)
                ends[look] = right
            batch.append((x, right, number))
    return (*loud, count - 1)  # the last one has all the room after it
