"""Days of work as shapes: each stretch in the fill of how it fares, the job's number on it.

Counted work is the one solid fill; work that does not count is hatched, unknown days are dotted, projected
ones light and dashed, and what lies outside the window is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cec_desktop.reports.shapes import Badge, Box, Measure, OutcomeMark, Shape, Stroke, Words
from cec_desktop.reports.timeline_data import Bar, Fill, Stretch
from cec_desktop.reports.timeline_scale import Scale
from cec_desktop.rules.findings import Outcome

BADGE = 5.4
THINNEST = 1.6
READABLE = 13.0
"""The lowest bar that has room for words."""

_HATCHED = 4.0
"""The narrowest stretch with room for a hatch; below it a gap shows."""
_MARKED = 26.0
_LINE = 0.75
_HOURS_SIZE = 7.6
_APART = 0.9
_SMALLEST = 1.5
"""A badge that is smaller cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch lies, and at which sides it goes on."""

    left: float
    top: float
    width: float
    height: float
    open_left: bool = True
    open_right: bool = True

    @property
    def right(self) -> float:
        """The right end."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


def stretch_shapes(fill: Fill, place: Place) -> Iterator[Shape]:
    """A stretch in its fill."""
    return _PAINTERS[fill](place)


def job_shapes(bar: Bar, scale: Scale, top: float, height: float, measure: Measure) -> Iterator[Shape]:
    """A job's stretches as far as they are shown, and its number."""
    stretches = bar.stretches or (Stretch(bar.start, bar.end or scale.last, Fill.OUTSIDE),)
    drawn = [
        (stretch, _place(stretch, bar, scale, top, height))
        for stretch in stretches
        if stretch.start <= scale.last and stretch.end >= scale.first
    ]
    # A day or two that do not count stay visible between weeks that do: they are painted last.
    for stretch, place in sorted(drawn, key=lambda each: not _solid(each[0])):
        yield from stretch_shapes(stretch.fill, place)
        if stretch.start == bar.start and _solid(stretch):
            # Two jobs that follow each other without a day between must not look like one.
            yield Stroke(place.left, place.top, place.left, place.bottom, "surface", _APART)
    if drawn:
        yield from _number(bar, drawn, measure)


def _solid(stretch: Stretch) -> bool:
    return stretch.fill in (Fill.COUNTS, Fill.PROJECTED)


def _place(stretch: Stretch, bar: Bar, scale: Scale, top: float, height: float) -> Place:
    left, right = scale.start_of(stretch.start), scale.end_of(stretch.end)
    return Place(
        left,
        top,
        max(right - left, THINNEST),
        height,
        open_left=stretch.start > bar.start or stretch.start < scale.first,
        open_right=bar.end is None or stretch.end < bar.end or stretch.end > scale.last,
    )


def _counts(place: Place) -> Iterator[Shape]:
    yield Box(place.left, place.top, place.width, place.height, "work")


def _projected(place: Place) -> Iterator[Shape]:
    yield Box(place.left, place.top, place.width, place.height, "work-projected")
    yield from _level_edges(place, dashed=True)


def _not_counted(place: Place) -> Iterator[Shape]:
    if place.width < _HATCHED:
        yield Box(place.left, place.top, place.width, place.height, "surface")
        yield from _level_edges(place)
    else:
        yield Box(place.left, place.top, place.width, place.height, "surface", "hatch", "work", edge="work")


def _not_known(place: Place) -> Iterator[Shape]:
    ink = "undetermined"
    yield Box(place.left, place.top, place.width, place.height, f"{ink}-tint", "dots", ink, edge=ink)
    if place.width > _MARKED:
        middle = (place.left + place.right) / 2
        yield OutcomeMark(middle, place.top + place.height / 2, place.height * 0.55, Outcome.UNDETERMINED)


def _outside(place: Place) -> Iterator[Shape]:
    yield Box(place.left, place.top, place.width, place.height, "work-tint")
    yield from _level_edges(place)
    for x, is_open in ((place.left, place.open_left), (place.right, place.open_right)):
        if not is_open:
            yield Stroke(x, place.top, x, place.bottom, "work", _LINE)


def _level_edges(place: Place, *, dashed: bool = False) -> Iterator[Shape]:
    for y in (place.top + _LINE / 2, place.bottom - _LINE / 2):
        yield Stroke(place.left, y, place.right, y, "work", _LINE, dashed)


_PAINTERS: Mapping[Fill, Callable[[Place], Iterator[Shape]]] = {
    Fill.COUNTS: _counts,
    Fill.PROJECTED: _projected,
    Fill.NOT_COUNTED: _not_counted,
    Fill.NOT_KNOWN: _not_known,
    Fill.OUTSIDE: _outside,
}

_WEIGHT = {Fill.COUNTS: 2, Fill.OUTSIDE: 0}


def _number(bar: Bar, drawn: list[tuple[Stretch, Place]], measure: Measure) -> Iterator[Shape]:
    """The job's number where its work counts most, and the hours beside it where they fit."""
    stretch, place = max(drawn, key=_carries)
    radius = min(BADGE, place.height / 2 - 0.4)
    if radius < _SMALLEST:
        return
    roomy = place.width > 2 * radius + 6
    x = place.left + radius + 3 if roomy else max(place.left + radius, place.left + place.width / 2)
    solid = stretch.fill is Fill.COUNTS
    yield Badge(x, place.top + place.height / 2, radius, str(bar.number), None if solid else "work")
    left = x + radius + 3
    fits = place.right - left >= measure(bar.hours, "semibold", _HOURS_SIZE) + 3
    if bar.hours and solid and fits and place.height >= READABLE:
        baseline = place.top + place.height / 2 + 2.7
        yield Words(left, baseline, bar.hours, "semibold", _HOURS_SIZE, "surface")


def _carries(drawn: tuple[Stretch, Place]) -> tuple[bool, int, float]:
    """Rank for carrying the number: room for it, then what counts, then the widest."""
    stretch, place = drawn
    return place.width > 2 * BADGE + 4, _WEIGHT.get(stretch.fill, 1), place.width
