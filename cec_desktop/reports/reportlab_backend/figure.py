"""Draws the shapes of a figure on the page: boxes, hatches, dots, lines, words and badges, all as vectors."""

from __future__ import annotations

from cec_desktop.reports.fonts import measure, printable
from cec_desktop.reports.reportlab_backend.marks import outcome_mark
from cec_desktop.reports.reportlab_backend.paper import MARGIN
from cec_desktop.reports.reportlab_backend.pen import Pen, colour, ink
from cec_desktop.reports.reportlab_backend.setting import Ink, Piece
from cec_desktop.reports.shapes import Badge, Box, Drawing, OutcomeMark, Shape, Stroke, Words

_HATCH_PITCH = 4.2
_HATCH_WIDTH = 1.15
_DOT_PITCH = 3.6
_DOT_RADIUS = 0.8
_EDGE = 0.75
_DASHES = "[2.2 1.5] 0 d"
_SOLID = "[] 0 d"
_BADGE_SIZE = 7.6
_BADGE_EDGE = 0.8


def draw_figure(pen: Pen, drawing: Drawing, top: float) -> None:
    """All shapes in order, the figure's top at ``top``."""
    for shape in drawing.shapes:
        _draw(pen, shape, top)


def _draw(pen: Pen, shape: Shape, top: float) -> None:
    if isinstance(shape, Box):
        _box(pen, shape, top)
    elif isinstance(shape, Stroke):
        if shape.dashed:
            pen.operate(_DASHES)
        pen.rule(shape.x1, top + shape.y1, shape.x2, shape.colour, shape.width, y2=top + shape.y2)
        if shape.dashed:
            pen.operate(_SOLID)
    elif isinstance(shape, Words):
        _words(pen, shape, top)
    elif isinstance(shape, Badge):
        _badge(pen, shape, top)
    else:
        _mark(pen, shape, top)


def _box(pen: Pen, box: Box, top: float) -> None:
    if box.fill:
        pen.ground(box.x, top + box.y, box.width, box.height, box.fill)
    if box.pattern != "solid" and box.ink:
        _pattern(pen, box, top)
    if box.edge:
        half = _EDGE / 2
        pen.frame(box.x + half, top + box.y + half, box.width - _EDGE, box.height - _EDGE, box.edge, _EDGE)


def _pattern(pen: Pen, box: Box, top: float) -> None:
    """Lines or dots clipped to the box; their grid is the page's, so that neighbours join."""
    left, base = MARGIN + box.x, pen.up(top + box.y + box.height)
    clip = f"q {left:.2f} {base:.2f} {box.width:.2f} {box.height:.2f} re W n {ink(str(box.ink))} RG"
    drawn = _hatch(box, left, base) if box.pattern == "hatch" else _dots(box, left, base)
    pen.operate(f"{clip} {drawn} Q")


def _hatch(box: Box, left: float, base: float) -> str:
    """Lines at 45 degrees; along the level they are further apart than across."""
    step = _HATCH_PITCH * 2**0.5
    first = left - box.height - (left - box.height - base) % step
    count = int((left + box.width - first) / step) + 1
    lines = (
        f"{x:.2f} {base:.2f} m {x + box.height:.2f} {base + box.height:.2f} l"
        for x in (first + index * step for index in range(count))
    )
    return f"{_HATCH_WIDTH} w {' '.join(lines)} S"


def _dots(box: Box, left: float, base: float) -> str:
    """Rows of dashes of no length with round ends, which print as dots."""
    rows = (
        f"{left + _DOT_PITCH / 2:.2f} {y:.2f} m {left + box.width:.2f} {y:.2f} l"
        for y in (base + (row + 0.5) * _DOT_PITCH for row in range(int(box.height / _DOT_PITCH) + 1))
    )
    return f"{2 * _DOT_RADIUS:.2f} w 1 J [0 {_DOT_PITCH}] 0 d {' '.join(rows)} S"


def _words(pen: Pen, words: Words, top: float) -> None:
    text = printable(words.text)
    width = measure(text, words.face, words.size)
    left = words.x - {"left": 0.0, "middle": width / 2, "right": width}[words.align]
    pen.words(Piece(Ink(words.face, words.size, words.colour), text), left, top + words.y)


def _badge(pen: Pen, badge: Badge, top: float) -> None:
    x, y = MARGIN + badge.x, pen.paper.height - top - badge.y
    pen.setFillColor(colour("surface"))
    pen.setStrokeColor(colour(badge.ring or "surface"))
    pen.setLineWidth(_BADGE_EDGE)
    pen.circle(x, y, badge.radius, stroke=1 if badge.ring else 0, fill=1)
    size = min(_BADGE_SIZE, badge.radius * (1.4 if len(badge.text) < 2 else 1.25))
    width = measure(badge.text, "bold", size)
    number = Piece(Ink("bold", size, "text"), badge.text)
    pen.words(number, badge.x - width / 2, top + badge.y + size * 0.34)


def _mark(pen: Pen, mark: OutcomeMark, top: float) -> None:
    half = mark.size / 2
    outcome_mark(pen, mark.outcome, mark.x - half, top + mark.y - half, mark.size)
