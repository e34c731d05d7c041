"""Where the keyboard goes: from lane to lane, bar to bar, and through the parts of a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cec_desktop.casefile.model import Job
from cec_desktop.ui.timeline.bars import Bar, Chart, Dress, Lane, Stretch
from cec_desktop.ui.timeline.scene import Part

if TYPE_CHECKING:
    from cec_desktop.casefile.model import Item


def in_order(chart: Chart, lane: Lane) -> tuple[Bar, ...]:
    """The bars of a lane as left and right go through them."""
    return tuple(sorted(chart.in_lane(lane), key=lambda bar: (bar.first, bar.after, bar.key)))


def beside(chart: Chart, bar: Bar, step: int) -> Bar | None:
    """The next bar of the lane (`step` 1) or the one before (-1); None at the end."""
    bars = in_order(chart, bar.lane)
    at = [each.key for each in bars].index(bar.key) + step
    return bars[at] if 0 <= at < len(bars) else None


def nearest(bars: Sequence[Bar], place: float) -> Bar | None:
    """The bar that holds a boundary, else the one nearest to it."""
    return min(bars, key=lambda bar: (max(bar.first - place, place - bar.after, 0), bar.first), default=None)


def parts_of(bar: Bar, item: Item | None) -> tuple[int, ...]:
    """What Tab goes through: the edges, the whole, then leaves and days that do not count."""
    if bar.dress is Dress.GAP:
        return ()
    if bar.marked:
        return (Part.BODY,)
    edges = (Part.START, Part.BODY) if bar.goes_on else (Part.START, Part.END, Part.BODY)
    return (*edges, *_stretches(bar, len(item.leaves) if isinstance(item, Job) else 0))


def _stretches(bar: Bar, leaves: int) -> list[int]:
    """Leaves, and stretches of other reasons, in order of time; leaves outside the window come last."""
    drawn = dict.fromkeys(
        Part.STRETCH + at if stretch.leave is None else Part.LEAF + stretch.leave
        for at, stretch in enumerate(bar.stretches)
        if stretch.reasons
    )
    return [*drawn, *(Part.LEAF + number for number in range(leaves) if Part.LEAF + number not in drawn)]


def stretch_of(bar: Bar, part: int) -> Stretch | None:
    """The days of a bar a part of it stands for; None where it is an edge or the whole."""
    if part >= Part.STRETCH:
        at = part - Part.STRETCH
        return bar.stretches[at] if at < len(bar.stretches) else None
    number = part - Part.LEAF
    return next((each for each in bar.stretches if each.leave == number), None) if number >= 0 else None


def next_part(parts: Sequence[int], part: int, step: int) -> int | None:
    """The part after (or before) one; None when there is none and the keyboard goes on elsewhere."""
    stops = (Part.NONE, *parts)
    at = (stops.index(part) if part in stops else 0) + step
    return stops[at] if 0 <= at < len(stops) else None
