"""The timeline as shapes: a pure layout from days and words to rectangles, lines and labels in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cec_desktop.reports.shapes import Box, Drawing, Face, Measure, Shape, Stroke, Words
from cec_desktop.reports.timeline_data import Bar, Edge, Fill, Lane, Timeline
from cec_desktop.reports.timeline_scale import Scale, scale_of
from cec_desktop.reports.timeline_work import BADGE, READABLE, THINNEST, Place, job_shapes, stretch_shapes

NAMES_WIDTH = 58.0
_AXIS = 21.0
_RIBBON = 10.0
_BAR = 18.0
_GAP = 4.0
_PADDING = 4.5
_TALLEST_WORK = 220.0
_TALLEST = 96.0
_WITH_NOTE = 34.0
_SIZE = 7.4
_INSET = 4.0
_LEGEND_ROW = 14.0
_LEGEND_GAP = 10.0
_SWATCH = (16.0, 8.5)
_LINE_WIDTH = 0.75
_LEAST_CUT = 26.0
_ELLIPSIS = "…"

Room = tuple[float, float]
"""The left and right end of where words may stand."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar with its row in the lane and its ends in points."""

    bar: Bar
    row: int
    left: float
    right: float
    room: float
    """How far words may reach to the right of the bar."""


@dataclass(frozen=True, slots=True)
class _Band:
    """A lane on the paper: its top, the height of its bars, and its bars."""

    lane: Lane
    top: float
    height: float
    bar_height: float
    pitch: float
    bars: tuple[_Placed, ...]

    def top_of(self, row: int) -> float:
        """The top of a row of bars."""
        return self.top + _PADDING + row * self.pitch


def draw_timeline(timeline: Timeline, width: float, measure: Measure) -> Drawing:
    """The timeline over the full width of the text."""
    scale = scale_of(timeline, NAMES_WIDTH, width)
    bands = _bands(timeline, scale)
    bottom = bands[-1].top + bands[-1].height if bands else _AXIS + _RIBBON
    shapes: list[Shape] = [*_ground(timeline, scale, bottom)]
    for band in bands:
        shapes += _band(band, timeline, scale, measure, last=band is bands[-1])
    shapes += _application(timeline, scale, bottom, measure)
    legend, height = _legend(timeline, width, bottom + 6, measure)
    return Drawing(height, (*shapes, *legend))


def _ground(timeline: Timeline, scale: Scale, bottom: float) -> Iterator[Shape]:
    window = timeline.window
    if window is not None:
        left, right = scale.start_of(window.start), scale.end_of(window.end)
        yield Box(left, _AXIS, right - left, bottom - _AXIS, "shade")
    yield from _axis(scale, bottom)
    if window is not None:
        left, right = scale.start_of(window.start), scale.end_of(window.end)
        yield Box(left, _AXIS + 1, right - left, _RIBBON - 1, "ribbon")
        middle = (left + right) / 2
        yield Words(middle, _AXIS + 8.2, timeline.window_label, "semibold", 7.6, align="middle")


def _axis(scale: Scale, bottom: float) -> Iterator[Shape]:
    first_tick = next((day for day in scale.quarters() if day.month == 1), None)
    if first_tick is None or scale.start_of(first_tick) - scale.left > 24:
        yield Words(scale.left + 2, 7.5, str(scale.first.year), "semibold", 8.6)
    for day in scale.quarters():
        x, new_year = scale.start_of(day), day.month == 1
        yield Stroke(x, 0 if new_year else 10, x, bottom, "grid-year" if new_year else "grid", 0.6)
        if x + 12 <= scale.right:
            yield Words(x + 2, 17.4, f"{day.month:02d}", "regular", 7.4, "muted")
        if new_year and x + 22 <= scale.right:
            yield Words(x + 2, 7.5, str(day.year), "semibold", 8.6)
    yield Stroke(0, _AXIS, scale.right, _AXIS, "border-strong")


def _application(timeline: Timeline, scale: Scale, bottom: float, measure: Measure) -> Iterator[Shape]:
    x, text = scale.start_of(timeline.on), timeline.on.isoformat()
    width = measure(text, "semibold", 8) + 8
    left = x if x + width <= scale.right else x - width
    yield Stroke(x, _AXIS, x, bottom, "surface", 3.4)
    yield Stroke(x, _AXIS, x, bottom, "handle", 1.6)
    yield Box(left, _AXIS, width, _RIBBON + 0.6, "handle")
    yield Words(left + width / 2, _AXIS + 8.1, text, "semibold", 8, "surface", "middle")


# Lanes


def _bands(timeline: Timeline, scale: Scale) -> list[_Band]:
    bands: list[_Band] = []
    top = _AXIS + _RIBBON + 1
    for lane in timeline.lanes:
        bars = _rows(lane, scale, scale.start_of(timeline.on))
        rows = max((placed.row for placed in bars), default=0) + 1
        most = _TALLEST_WORK if lane.kind == "work" else _TALLEST
        pitch = min(_BAR + _GAP, (most - 2 * _PADDING) / rows)
        bar_height = pitch - _gap(pitch)
        height = 2 * _PADDING + rows * pitch - _gap(pitch)
        height = max(height, _WITH_NOTE if _elsewhere(lane, scale) else 0.0)
        bands.append(_Band(lane, top, height, bar_height, pitch, tuple(bars)))
        top += height
    return bands


def _gap(pitch: float) -> float:
    """The white between two rows: less where many rows share the lane."""
    return _GAP if pitch >= READABLE + _GAP else min(1.5, pitch / 4)


def _visible(bar: Bar, scale: Scale) -> bool:
    return bar.start <= scale.last and (bar.end is None or bar.end >= scale.first)


def _rows(lane: Lane, scale: Scale, application: float) -> list[_Placed]:
    """First fit by start; then each bar is told how much room its words have on the right."""
    ends: list[float] = []
    fitted: list[tuple[Bar, int, float, float]] = []
    for bar in sorted((bar for bar in lane.bars if _visible(bar, scale)), key=lambda bar: bar.start):
        left = scale.start_of(bar.start)
        right = max(scale.right if bar.end is None else scale.end_of(bar.end), left + THINNEST)
        taken = max(right, left + 2 * BADGE + 2) if bar.number is not None else right
        row = next((row for row, end in enumerate(ends) if end <= left + 0.01), len(ends))
        ends[row : row + 1] = [taken]
        fitted.append((bar, row, left, right))
    placed = []
    for bar, row, left, right in fitted:
        nexts = [
            other_left for _, other_row, other_left, _ in fitted if other_row == row and other_left >= right
        ]
        limits = [*nexts, scale.right, *([application - 3] if right < application else [])]
        placed.append(_Placed(bar, row, left, right, min(limits)))
    return placed


def _elsewhere(lane: Lane, scale: Scale) -> str:
    """The numbers of jobs before and after the days shown, behind an arrow."""
    before = [str(bar.number) for bar in lane.bars if bar.number and bar.end and bar.end < scale.first]
    after = [str(bar.number) for bar in lane.bars if bar.number and bar.start > scale.last]
    return "  ".join(
        f"{arrow} {', '.join(numbers)}" for arrow, numbers in (("←", before), ("→", after)) if numbers
    )


def _band(band: _Band, timeline: Timeline, scale: Scale, measure: Measure, *, last: bool) -> Iterator[Shape]:
    yield Words(0, band.top + 12, band.lane.names[0], "semibold", 8.6)
    if len(band.lane.names) > 1 and band.lane.names[1] != band.lane.names[0]:
        yield Words(0, band.top + 21.5, band.lane.names[1], "regular", 8.2, "muted")
    elsewhere = _elsewhere(band.lane, scale)
    if elsewhere:
        fitting = _cut(elsewhere, "regular", NAMES_WIDTH - 4, measure)
        yield Words(0, band.top + 30.5, fitting, "regular", _SIZE, "muted")
    for placed in band.bars:
        if placed.bar.number is None:
            yield from _period(placed, band, timeline, scale, measure)
        else:
            top = band.top_of(placed.row)
            yield from job_shapes(placed.bar, scale, top, band.bar_height, measure)
    bottom = band.top + band.height
    yield Stroke(0, bottom, scale.right, bottom, "border-strong" if last else "border", 0.6)


# Status, study and tests


def _period(
    placed: _Placed, band: _Band, timeline: Timeline, scale: Scale, measure: Measure
) -> Iterator[Shape]:
    bar, top, height, colour = placed.bar, band.top_of(placed.row), band.bar_height, band.lane.kind
    goes_on_right = bar.end is None or bar.end > scale.last
    fill = "surface" if bar.edge is Edge.HOLLOW else f"{colour}-tint"
    dashed = bar.edge is not Edge.SOLID
    yield Box(placed.left, top, placed.right - placed.left, height, fill)
    for y in (top, top + height):
        yield Stroke(placed.left, y, placed.right, y, colour, _LINE_WIDTH, dashed)
    if not goes_on_right:
        yield Stroke(placed.right, top, placed.right, top + height, colour, _LINE_WIDTH, dashed)
    if bar.start >= scale.first:
        yield Box(placed.left, top - _LINE_WIDTH / 2, 2.1, height + _LINE_WIDTH, colour)
    if height >= READABLE:
        yield from _names(placed, top, height, scale.start_of(timeline.on), measure)


def _names(
    placed: _Placed, top: float, height: float, application: float, measure: Measure
) -> Iterator[Shape]:
    """Long names inside, else short ones, else beside the bar, else cut, else none."""
    inside = _inside(placed, application)
    widest = max(inside, key=lambda room: room[1] - room[0])
    beside = (placed.right + 3.5, placed.room)
    choices: tuple[tuple[Sequence[str], Sequence[Room], str], ...] = (
        (placed.bar.names, inside, "text"),
        (placed.bar.short_names, inside, "text"),
        (placed.bar.names, [beside], "muted"),
        (placed.bar.short_names, [beside], "muted"),
    )
    for names, rooms, colour in choices:
        for left, right in rooms:
            if names and _widest(names, measure) <= right - left:
                yield from _lines(names, left, top, height, colour)
                return
    if widest[1] - widest[0] >= _LEAST_CUT:
        cut = [
            _cut(name, _face(i), widest[1] - widest[0], measure) for i, name in enumerate(placed.bar.names)
        ]
        yield from _lines(cut, widest[0], top, height, "text")


def _inside(placed: _Placed, application: float) -> list[Room]:
    """Where words may stand inside a bar: before and after the line of the application, never across it."""
    left, right = placed.left + _INSET, placed.right - 2.5
    if placed.left < application < placed.right:
        return [(left, application - 3), (application + 4, right)]
    return [(left, right)]


def _face(index: int) -> Face:
    return "semibold" if index == 0 else "regular"


def _widest(names: Sequence[str], measure: Measure) -> float:
    return max(measure(name, _face(index), _SIZE) for index, name in enumerate(names))


def _lines(names: Sequence[str], x: float, top: float, height: float, colour: str) -> Iterator[Shape]:
    first = top + height / 2 + 2.6 - (len(names) - 1) * 3.85
    for index, name in enumerate(names):
        yield Words(x, first + index * 7.7, name, _face(index), _SIZE, colour)


def _cut(text: str, face: Face, width: float, measure: Measure) -> str:
    if measure(text, face, _SIZE) <= width:
        return text
    while text and measure(text + _ELLIPSIS, face, _SIZE) > width:
        text = text[:-1].rstrip()
    return text + _ELLIPSIS


# Legend


def _legend(timeline: Timeline, width: float, top: float, measure: Measure) -> tuple[list[Shape], float]:
    """The fills that occur, in one row or as many as it takes."""
    shapes: list[Shape] = []
    x, y = NAMES_WIDTH, top
    for fill in (fill for fill in Fill if fill in _fills(timeline)):
        text = timeline.legend[fill]
        taken = _SWATCH[0] + 4 + measure(text, "regular", 7.8) + _LEGEND_GAP
        if x + taken - _LEGEND_GAP > width and x > NAMES_WIDTH:
            x, y = NAMES_WIDTH, y + _LEGEND_ROW
        shapes += stretch_shapes(fill, Place(x, y, *_SWATCH))
        shapes.append(Words(x + _SWATCH[0] + 4, y + 7, text, "regular", 7.8, "muted"))
        x += taken
    return shapes, y + (_SWATCH[1] if shapes else 0)


def _fills(timeline: Timeline) -> set[Fill]:
    return {stretch.fill for lane in timeline.lanes for bar in lane.bars for stretch in bar.stretches}
