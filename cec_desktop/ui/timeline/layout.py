"""From a chart to rectangles: lanes, sub-lanes, bars, stretches, words. Pure: no window, no painter.

Places are logical pixels from the left end of the lanes; heights count from the top of the first lane.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Chart, Lane, Stretch
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import MeasureText, Sizes, Type
from cec_desktop.ui.timeline.placing import CLEAR, Label, Room, Tone, place
from cec_desktop.ui.timeline.scale import Scale

MOST_ROWS: Final = 4
"""Sub-lanes a lane shows; more are reached by scrolling the lane."""
THIN: Final = 6.0
"""A stretch narrower than this is marked by a pin if it does not count or is not known."""
THINNEST: Final = 2.0
PIN: Final = 10.0
ARROW: Final = 14.0
"""Room for the arrow of a bar that goes on out of view."""
DIAMOND: Final = 12.0
_FAR: Final = 40.0
"""How far outside the view anything is placed at most."""
_PLATED: Final = (Fill.NOT_COUNTED, Fill.NOT_KNOWN)


class Piece(NamedTuple):
    """A stretch in place."""

    stretch: Stretch
    x: float
    right: float


class Pin(NamedTuple):
    """The shape above a stretch too thin to be told: where its middle is, and which outcome's shape."""

    x: float
    outcome: str


class PlacedBar(NamedTuple):
    """A bar in place; its rectangle ends a little outside the view where the bar goes on."""

    bar: Bar
    row: int
    rect: Rect
    pieces: tuple[Piece, ...]
    labels: tuple[Label, ...]
    pins: tuple[Pin, ...]
    cut_left: bool
    """Begins before the view: an arrow at the left edge says so."""
    arrow_right: bool
    """Goes on without a last day, out of view."""
    plated: bool
    """Its inner words stand on a pattern and need a plate under them."""


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
    neighbours: tuple[Neighbour, ...] = ()
    prompt: Rect | None = None
    """Where the lane asks for its first entry."""

    @property
    def bottom(self) -> float:
        """The first position below the lane."""
        return self.top + self.height

    def placed_in(self, x: float, right: float) -> Iterator[PlacedBar]:
        """The bars that lie between two places of the lanes."""
        return (placed for placed in self.bars if placed.rect.x < right and x < placed.rect.right)


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
        return next((each for each in self.lanes[bar.lane].bars if each.bar.key == bar.key), None)


def first_fit(bars: Sequence[Bar]) -> tuple[int, ...]:
    """The sub-lane of each bar: in order of time, the first in which it meets no other."""
    ends: list[int] = []
    rows = [0] * len(bars)
    for at in sorted(range(len(bars)), key=lambda index: (bars[index].first, index)):
        bar = bars[at]
        row = next((row for row, end in enumerate(ends) if end <= bar.first), len(ends))
        if row == len(ends):
            ends.append(0)
        ends[row] = bar.after
        rows[at] = row
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which bar stands in which sub-lane: what does not change while the view moves."""

    chart: Chart
    lanes: Mapping[Lane, tuple[tuple[Bar, int], ...]]
    rows: Mapping[Lane, int]

    @classmethod
    def of(cls, chart: Chart) -> Plan:
        """The plan of a chart."""
        lanes = {}
        for lane in Lane:
            bars = chart.in_lane(lane)
            lanes[lane] = tuple(zip(bars, first_fit(bars), strict=True))
        rows = {lane: max((row for _, row in placed), default=0) + 1 for lane, placed in lanes.items()}
        return cls(chart, lanes, rows)

    def row(self, bar: Bar) -> int:
        """The sub-lane of a bar."""
        return next((row for each, row in self.lanes[bar.lane] if each.key == bar.key), 0)


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


def _lane(plan: Plan, lane: Lane, scale: Scale, how: Arranging, top: float) -> LaneBox:
    rows = max(plan.rows[lane], how.least_rows.get(lane, 1))
    shown = min(rows, MOST_ROWS)
    first_row = min(max(how.first_rows.get(lane, 0), 0), rows - shown)
    limits = _Limits(scale, how, plan.chart.on.toordinal())
    bars = []
    for row, in_row in _by_row(plan.lanes[lane], first_row, first_row + shown).items():
        y = top + how.sizes.pad + (row - first_row) * (how.sizes.bar + how.sizes.gap)
        bars.extend(_row(in_row, row, y, limits))
    box = LaneBox(lane, top, lane_height(rows, lane, how.sizes), rows, shown, first_row, tuple(bars))
    if not plan.lanes[lane]:
        return replace(box, prompt=_prompt(box, plan.chart, limits))
    return replace(box, neighbours=_neighbours(box, plan.lanes[lane], limits))


def _by_row(placed: Sequence[tuple[Bar, int]], first: int, after: int) -> dict[int, list[Bar]]:
    rows: dict[int, list[Bar]] = {}
    for bar, row in placed:
        if first <= row < after:
            rows.setdefault(row, []).append(bar)
    return rows


class _Limits:
    """Places on the lanes: days to pixels, kept near the view."""

    def __init__(self, scale: Scale, how: Arranging, on: int) -> None:
        self.scale, self.width, self.sizes, self.measure = scale, how.width, how.sizes, how.measure
        self.handle = scale.x(on)
        self._least, self._most = -_FAR, how.width + _FAR

    def x(self, boundary: float) -> float:
        x = (boundary - self.scale.left) * self.scale.px
        return self._least if x < self._least else min(x, self._most)


def _row(bars: Sequence[Bar], row: int, y: float, limits: _Limits) -> list[PlacedBar]:
    """The bars of a sub-lane in view, in order of time."""
    reach = (DIAMOND / 2 if bars and bars[0].marked else 0.0) / limits.scale.px
    first, after = limits.scale.left - reach, limits.scale.boundary(limits.width) + reach
    placed = []
    for at, bar in enumerate(bars):
        if bar.first >= after:
            break
        if bar.after > first:
            following = bars[at + 1] if at + 1 < len(bars) else None
            placed.append(_bar(bar, row, y, following, limits))
    return placed


def _bar(bar: Bar, row: int, y: float, following: Bar | None, limits: _Limits) -> PlacedBar:
    left = limits.x(bar.first)
    right = max(limits.x(bar.after), left + THINNEST)
    pieces = _pieces(bar, left, right, limits)
    label_piece = _widest(pieces, limits.width)
    labels: tuple[Label, ...] = ()
    if label_piece is not None:
        labels = place(bar.names, _room(bar, label_piece, right, following, limits), limits.measure)
    return PlacedBar(
        bar=bar,
        row=row,
        rect=Rect(left, y, right - left, limits.sizes.bar),
        pieces=pieces,
        labels=labels,
        pins=_pins(pieces, limits.width),
        cut_left=left < 0 < right,
        arrow_right=bar.goes_on and right > limits.width,
        plated=label_piece is not None and label_piece.stretch.fill in _PLATED,
    )


def _pieces(bar: Bar, left: float, right: float, limits: _Limits) -> tuple[Piece, ...]:
    if len(bar.stretches) == 1:
        return (Piece(bar.stretches[0], left, right),)
    found = []
    for stretch in bar.stretches:
        x, end = limits.x(stretch.first), limits.x(stretch.after)
        if stretch.fill in _PLATED:
            end = max(end, x + THINNEST)
        if end > -_FAR and x < limits.width + _FAR:
            found.append(Piece(stretch, x, end))
    return tuple(found)


def _widest(pieces: Sequence[Piece], width: float) -> Piece | None:
    """The stretch that takes the words: the widest in view, rather inside the window than outside."""
    if len(pieces) == 1:
        return pieces[0] if pieces[0].right > 0 and pieces[0].x < width else None
    seen = [piece for piece in pieces if piece.right > 0 and piece.x < width]
    inside = [piece for piece in seen if piece.stretch.fill is not Fill.OUTSIDE]
    return max(inside or seen, key=lambda piece: min(piece.right, width) - max(piece.x, 0), default=None)


def _room(bar: Bar, piece: Piece, right: float, following: Bar | None, limits: _Limits) -> Room:
    """Where the words of a bar may go, given the stretch they would stand in."""
    left, end = max(piece.x, 0.0), min(piece.right, limits.width)
    begins = piece.stretch.first == bar.first
    if begins and piece.x < 0:
        left += ARROW
    elif begins and bar.marked:
        left += DIAMOND
    if bar.goes_on and piece.stretch.after == bar.after:
        end -= ARROW
    limit = limits.width if following is None else min(limits.x(following.first), limits.width)
    if following is not None and following.marked:
        limit -= DIAMOND / 2
    if limits.handle >= right:
        limit = min(limit, limits.handle)
    left, end = _beside_handle(left, end, limits.handle)
    return Room(left, end, min(right, limits.width), limit - CLEAR)


def _beside_handle(left: float, right: float, handle: float) -> tuple[float, float]:
    """Words keep to the wider side of the line of the application date."""
    if not left < handle < right:
        return left, right
    return (left, handle) if handle - left >= right - handle else (handle, right)


def _pins(pieces: Sequence[Piece], width: float) -> tuple[Pin, ...]:
    """Pins of the thin stretches in view; where two would meet, what is not known goes first."""
    if not any(piece.right - piece.x < THIN for piece in pieces):
        return ()
    wanted = [
        (piece.stretch.fill is not Fill.NOT_KNOWN, (piece.x + piece.right) / 2)
        for piece in pieces
        if piece.stretch.fill in _PLATED and piece.right - piece.x < THIN
    ]
    kept: list[Pin] = []
    for counted_out, x in sorted(wanted):
        if 0 <= x <= width and all(abs(x - pin.x) >= PIN for pin in kept):
            kept.append(Pin(x, "not_met" if counted_out else "undetermined"))
    return tuple(kept)


def _neighbours(box: LaneBox, placed: Sequence[tuple[Bar, int]], limits: _Limits) -> tuple[Neighbour, ...]:
    """The nearest bars out of view on either side, named where the lane's first row is free."""
    before = max(
        (bar for bar, _ in placed if limits.scale.x(bar.after) <= 0), key=lambda bar: bar.after, default=None
    )
    beyond = min(
        (bar for bar, _ in placed if limits.scale.x(bar.first) >= limits.width),
        key=lambda bar: bar.first,
        default=None,
    )
    named = []
    taken = _taken(box, limits)
    for bar, is_before in ((before, True), (beyond, False)):
        if bar is None:
            continue
        text = bar.names.past if is_before else bar.names.coming
        room = limits.measure(text, Type.SECOND) + ARROW + CLEAR
        x = CLEAR / 2 if is_before else limits.width - room - CLEAR / 2
        rect = Rect(x, box.top + limits.sizes.pad, room, limits.sizes.bar)
        if room < limits.width and not any(rect.grown(CLEAR / 2).meets(other) for other in taken):
            named.append(Neighbour(bar, text, rect, is_before))
            taken.append(rect)
    return tuple(named)


def _taken(box: LaneBox, limits: _Limits) -> list[Rect]:
    taken = [Rect(limits.handle - 1, box.top, 2, box.height)]
    for placed in box.bars:
        taken.append(placed.rect)
        taken += [
            Rect(label.x, placed.rect.y, label.width, placed.rect.h)
            for label in placed.labels
            if label.tone is Tone.OUTSIDE
        ]
    return taken


def _prompt(box: LaneBox, chart: Chart, limits: _Limits) -> Rect | None:
    """The dashed field in which an empty lane asks for its first entry."""
    if box.lane not in (Lane.STATUS, Lane.WORK):
        return None
    window = chart.window or (limits.scale.left, limits.scale.boundary(limits.width))
    left = max(limits.x(window[0]), 0.0) + 2 * limits.sizes.pad
    right = min(limits.x(window[1]), limits.width) - 2 * limits.sizes.pad
    return Rect(left, box.top + limits.sizes.pad, right - left, limits.sizes.bar) if right > left else None
