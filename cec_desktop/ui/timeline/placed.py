"""One bar in place: its stretches, its words, its pins, its chart of hours. Pure: no window, no painter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Stretch
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import MeasureText, Sizes, Type
from cec_desktop.ui.timeline.placing import CLEAR, PAD, Label, Room, Tone, place
from cec_desktop.ui.timeline.scale import Scale

THIN: Final = 6.0
"""A stretch narrower than this is marked by a pin if it does not count or is not known."""
THINNEST: Final = 2.0
PIN: Final = 10.0
ARROW: Final = 14.0
"""Room for the arrow of a bar that goes on out of view."""
DIAMOND: Final = 12.0
COLUMN: Final = 2.0
"""The least width of a column of the chart of hours; narrower ones become one."""
MOST_HOURS: Final = 40.0
"""Hours a week that fill the height of the chart, unless there are more."""
FAR: Final = 40.0
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


class Column(NamedTuple):
    """A column of the chart of hours: from where to where, and which part of the chart's height."""

    x: float
    right: float
    part: float


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
    reasons: tuple[Label, ...] = ()
    """Why further stretches do not count, each on a plate of its own."""
    columns: tuple[Column, ...] = ()
    """Hours that vary."""


class Limits:
    """Places on the lanes: days to pixels, kept near the view."""

    def __init__(self, scale: Scale, width: float, sizes: Sizes, measure: MeasureText, on: int) -> None:
        self.scale, self.width, self.sizes, self.measure = scale, width, sizes, measure
        self.handle = scale.x(on)
        self._least, self._most = -FAR, width + FAR

    def x(self, boundary: float) -> float:
        """Where a boundary lies."""
        x = (boundary - self.scale.left) * self.scale.px
        return self._least if x < self._least else min(x, self._most)


def place_bar(bar: Bar, row: int, y: float, following: Bar | None, limits: Limits) -> PlacedBar:
    """A bar at a height of the lanes, with the one after it in its sub-lane."""
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
        reasons=tuple(_reasons(pieces, label_piece, limits)) if len(pieces) > 1 else (),
        columns=tuple(_columns(bar, limits)) if bar.pays else (),
    )


def _pieces(bar: Bar, left: float, right: float, limits: Limits) -> tuple[Piece, ...]:
    if len(bar.stretches) == 1:
        return (Piece(bar.stretches[0], left, right),)
    found = []
    for stretch in bar.stretches:
        x, end = limits.x(stretch.first), limits.x(stretch.after)
        if stretch.fill in _PLATED:
            end = max(end, x + THINNEST)
        if end > -FAR and x < limits.width + FAR:
            found.append(Piece(stretch, x, end))
    return tuple(found)


def _widest(pieces: Sequence[Piece], width: float) -> Piece | None:
    """The stretch that takes the words: the widest in view, rather inside the window than outside."""
    if len(pieces) == 1:
        return pieces[0] if pieces[0].right > 0 and pieces[0].x < width else None
    seen = [piece for piece in pieces if piece.right > 0 and piece.x < width]
    inside = [piece for piece in seen if piece.stretch.fill is not Fill.OUTSIDE]
    return max(inside or seen, key=lambda piece: min(piece.right, width) - max(piece.x, 0), default=None)


def _room(bar: Bar, piece: Piece, right: float, following: Bar | None, limits: Limits) -> Room:
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


def _reasons(pieces: Sequence[Piece], named: Piece | None, limits: Limits) -> Iterator[Label]:
    """The reasons of stretches that do not count, other than the one that has the bar's own words."""
    for piece in pieces:
        text = piece.stretch.why
        if piece is named or not text or piece.stretch.fill is not Fill.NOT_COUNTED:
            continue
        left, right = _beside_handle(max(piece.x, 0.0), min(piece.right, limits.width), limits.handle)
        if right - left > 2 * PAD:
            width = limits.measure(text, Type.SECOND)
            if width + 2 * PAD <= right - left:
                yield Label(text, (left + right - width) / 2, width, Tone.INSIDE)


def _columns(bar: Bar, limits: Limits) -> Iterator[Column]:
    """The columns of the chart of hours in view; those too narrow to be told are one, by their weight."""
    top = max(MOST_HOURS, *(pay.weekly for pay in bar.pays))
    open_one: tuple[float, float, float, float] | None = None
    for pay in bar.pays:
        x, right = limits.x(pay.first), limits.x(pay.after)
        if right <= 0 or x >= limits.width:
            continue
        if open_one is not None and x > open_one[1]:
            yield _column(open_one, top)
            open_one = None
        days = float(pay.after - pay.first)
        begins, _end, before, weight = open_one or (x, x, 0.0, 0.0)
        open_one = begins, right, before + days, weight + pay.weekly * days
        if right - begins >= COLUMN:
            yield _column(open_one, top)
            open_one = None
    if open_one is not None:
        yield _column(open_one, top)


def _column(found: tuple[float, float, float, float], top: float) -> Column:
    """A column of where it begins and ends, its days, and its hours a week times its days."""
    x, right, days, weight = found
    return Column(x, max(right, x + 1), weight / days / top)
