"""From a chart to rectangles: lanes, sub-lanes, bars, stretches, words. Pure: no window, no painter.

Places are logical pixels from the left end of the lanes; heights count from the top of the first lane.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cec_desktop.ui.timeline.bars import Bar, Chart, Lane
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import MeasureText, Sizes, Type
from cec_desktop.ui.timeline.placed import ARROW, DIAMOND, Limits, PlacedBar, place_bar
from cec_desktop.ui.timeline.placing import CLEAR, Tone
from cec_desktop.ui.timeline.plain import Plain
from cec_desktop.ui.timeline.plan import Plan
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.sub_lanes import Row

MOST_ROWS: Final = 4
"""Sub-lanes a lane shows; more are reached by scrolling the lane."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What lies just outside a lane, named at its edge."""

    bar: Bar
    text: str
    rect: Rect
    before: bool


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane in place. ``rows`` sub-lanes there are, ``shown`` of them from ``first_row`` on are in view."""

    lane: Lane
    top: float
    height: float
    rows: int
    shown: int
    first_row: int
    bars: tuple[PlacedBar, ...]
    """Bars in view that have words, or room for them."""
    placer: Placer
    """Places any other bar of the lane."""
    neighbours: tuple[Neighbour, ...] = ()
    prompt: Rect | None = None
    """Where the lane asks for its first entry."""

    @property
    def bottom(self) -> float:
        """The first position below the lane."""
        return self.top + self.height

    @property
    def plain(self) -> Plain:
        """The bars in the sub-lanes shown that have no words and no room for any."""
        return self.placer.plain

    def placed_in(self, x: float, right: float) -> Iterator[PlacedBar]:
        """The bars between two places of the lanes, with words or without."""
        return self.placer.between(x, right)


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes in place."""

    scale: Scale
    width: float
    lanes: tuple[LaneBox, ...]

    @property
    def height(self) -> float:
        """The height of all lanes."""
        return self.lanes[-1].bottom if self.lanes else 0.0

    def placed(self, bar: Bar) -> PlacedBar | None:
        """A bar in place; None when it is out of view."""
        box = self.lanes[bar.lane]
        found = next((each for each in box.bars if each.bar.key == bar.key), None)
        return found or box.placer.find(bar)


@dataclass(frozen=True, slots=True)
class Arranging:
    """What a layout depends on besides the plan and the scale."""

    width: float
    sizes: Sizes
    measure: MeasureText
    first_rows: Mapping[Lane, int] = field(default_factory=dict)
    least_rows: Mapping[Lane, int] = field(default_factory=dict)
    """Sub-lanes a lane keeps while a drag lasts, so that nothing below it jumps."""


def arrange(plan: Plan, scale: Scale, how: Arranging) -> Layout:
    """Everything in view in place."""
    boxes = []
    top = 0.0
    for lane in Lane:
        box = _lane(plan, lane, scale, how, top)
        boxes.append(box)
        top = box.bottom
    return Layout(scale, how.width, tuple(boxes))


def lane_height(rows: int, lane: Lane, sizes: Sizes) -> float:
    """The height of a lane with its separating line; Work has room for its hours under its name."""
    height = sizes.lane(min(rows, MOST_ROWS))
    return (max(height, sizes.least_work) if lane is Lane.WORK else height) + sizes.line


class Placer:
    """Places bars of the sub-lanes of a lane that are shown, from the first one shown on."""

    def __init__(self, plan: Plan, lane: Lane, rows: range, top: float, limits: Limits) -> None:
        self._plan, self._first_row = plan, rows.start
        self._rows = plan.lanes[lane][rows.start : rows.stop]
        self._top, self._limits = top, limits
        self.plain = plan.plain(lane, rows, limits.scale.px)

    def loud(self) -> Iterator[PlacedBar]:
        """The bars in view that are not plain, sub-lane by sub-lane."""
        for number, (row, loud) in enumerate(zip(self._rows, self.plain.loud, strict=True)):
            shown = row.between(*self._view(row.bars[0]))
            for at in loud[bisect_left(loud, shown.start) : bisect_left(loud, shown.stop)]:
                yield self._place(number, at)

    def between(self, x: float, right: float) -> Iterator[PlacedBar]:
        """The bars between two places of the lanes, a diamond that stands out included."""
        scale, reach = self._limits.scale, DIAMOND / 2
        for number, row in enumerate(self._rows):
            for at in row.between(scale.boundary(x - reach), scale.boundary(right + reach)):
                placed = self._place(number, at)
                before = reach if placed.bar.marked else 0.0
                if placed.rect.x - before < right and x < placed.rect.right:
                    yield placed

    def holds_first(self, x: float, right: float) -> bool:
        """Whether a bar of the first sub-lane shown stands between two places of the lanes."""
        scale, reach = self._limits.scale, DIAMOND / 2
        first, after = scale.boundary(x - reach), scale.boundary(right + reach)
        return bool(self._rows) and len(self._rows[0].between(first, after)) > 0

    def find(self, bar: Bar) -> PlacedBar | None:
        """A bar in place; None where it is out of view."""
        number, at = self._plan.places.get(bar.key, (-1, -1))
        number -= self._first_row
        first, after = self._view(bar)
        if not 0 <= number < len(self._rows) or not (bar.first < after and bar.after > first):
            return None
        return self._place(number, at)

    def _view(self, bar: Bar) -> tuple[float, float]:
        """The boundaries between which a bar is in view, with the diamond that stands out before it."""
        limits = self._limits
        reach = (DIAMOND / 2 if bar.marked else 0.0) / limits.scale.px
        return limits.scale.left - reach, limits.scale.boundary(limits.width) + reach

    def _place(self, number: int, at: int) -> PlacedBar:
        row, sizes = self._rows[number], self._limits.sizes
        y = self._top + sizes.pad + number * (sizes.bar + sizes.gap)
        return place_bar(row.bars[at], self._first_row + number, y, row.following(at), self._limits)


def _lane(plan: Plan, lane: Lane, scale: Scale, how: Arranging, top: float) -> LaneBox:
    rows = max(plan.rows[lane], how.least_rows.get(lane, 1))
    shown = min(rows, MOST_ROWS)
    first_row = min(max(how.first_rows.get(lane, 0), 0), rows - shown)
    limits = Limits(scale, how.width, how.sizes, how.measure, plan.chart.on.toordinal())
    placer = Placer(plan, lane, range(first_row, first_row + shown), top, limits)
    box = LaneBox(
        lane,
        top,
        lane_height(rows, lane, how.sizes),
        rows,
        shown,
        first_row,
        tuple(placer.loud()),
        placer,
    )
    if not plan.lanes[lane]:
        return replace(box, prompt=_prompt(box, plan.chart, limits))
    return replace(box, neighbours=_neighbours(box, plan.lanes[lane], limits))


def _neighbours(box: LaneBox, rows: Sequence[Row], limits: Limits) -> tuple[Neighbour, ...]:
    """The nearest bars out of view on either side, named where the lane's first row is free."""
    first, after = limits.scale.left, limits.scale.boundary(limits.width)
    ended = [row.bars[at - 1] for row in rows if (at := bisect_right(row.afters, first))]
    to_come = [row.bars[at] for row in rows if (at := bisect_left(row.firsts, after)) < len(row.bars)]
    before = max(ended, key=lambda bar: bar.after, default=None)
    beyond = min(to_come, key=lambda bar: bar.first, default=None)
    named = []
    taken = _taken(box, limits)
    for bar, is_before in ((before, True), (beyond, False)):
        if bar is None:
            continue
        text = bar.names.past if is_before else bar.names.coming
        room = limits.measure(text, Type.SECOND) + ARROW + CLEAR
        x = CLEAR / 2 if is_before else limits.width - room - CLEAR / 2
        rect = Rect(x, box.top + limits.sizes.pad, room, limits.sizes.bar)
        wanted = rect.grown(CLEAR / 2)
        held = any(wanted.meets(other) for other in taken) or box.placer.holds_first(wanted.x, wanted.right)
        if room < limits.width and not held:
            named.append(Neighbour(bar, text, rect, is_before))
            taken.append(rect)
    return tuple(named)


def _taken(box: LaneBox, limits: Limits) -> list[Rect]:
    """What neighbours are not named over: the application date, words beside bars of the first sub-lane."""
    taken = [Rect(limits.handle - 1, box.top, 2, box.height)]
    taken += [
        Rect(label.x, placed.rect.y, label.width, placed.rect.h)
        for placed in box.bars
        if placed.row == box.first_row
        for label in placed.labels
        if label.tone is Tone.OUTSIDE
    ]
    return taken


def _prompt(box: LaneBox, chart: Chart, limits: Limits) -> Rect | None:
    """The dashed field in which an empty lane asks for its first entry."""
    if box.lane not in (Lane.STATUS, Lane.WORK):
        return None
    window = chart.window or (limits.scale.left, limits.scale.boundary(limits.width))
    left = max(limits.x(window[0]), 0.0) + 2 * limits.sizes.pad
    right = min(limits.x(window[1]), limits.width) - 2 * limits.sizes.pad
    return Rect(left, box.top + limits.sizes.pad, right - left, limits.sizes.bar) if right > left else None
