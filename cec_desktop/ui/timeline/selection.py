"""Which entries are selected after a click, a key or a rubber band. Values, no window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.bars import Bar, Key
    from cec_desktop.ui.timeline.geometry import Rect
    from cec_desktop.ui.timeline.scene import Marks, Scene


class Choice(NamedTuple):
    """The entry the keyboard is on, and what is selected besides it."""

    selected: Key | None = None
    others: frozenset[Key] = frozenset()


def toggled(marks: Marks, key: Key) -> Choice:
    """The selection with an entry more, or, where it was in it, without it."""
    if key not in marks.chosen:
        return Choice(key, marks.chosen)
    rest = marks.chosen - {key}
    selected = marks.selected if marks.selected in rest else min(rest, default=None)
    return Choice(selected, rest - {selected} if selected is not None else rest)


def extended(marks: Marks, key: Key) -> Choice:
    """The selection with the keyboard gone on to an entry."""
    return Choice(key, marks.chosen - {key})


def of(keys: Iterable[Key], first: Key | None = None) -> Choice:
    """A selection of entries, with the keyboard on one of them."""
    found = frozenset(keys)
    on = first if first in found else min(found, default=None)
    return Choice(on, found - {on} if on is not None else found)


def in_band(scene: Scene, band: Rect) -> frozenset[Key]:
    """The entries a rubber band touches; days for which nothing is entered are none."""
    return frozenset(
        placed.bar.key
        for box in scene.layout.lanes
        for placed in box.placed_in(band.x - scene.left, band.right - scene.left)
        if placed.bar.movable and scene.rect(placed.rect).meets(band)
    )


def in_time(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Bars lane by lane, in order of time."""
    return tuple(sorted(bars, key=lambda bar: (bar.lane, bar.first, bar.after, bar.key)))
