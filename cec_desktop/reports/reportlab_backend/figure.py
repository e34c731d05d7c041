"""Draws the shapes of a figure on the page: boxes, hatches, dots, lines, words and badges, all as vectors."""

from __future__ import annotations

from cec_desktop.reports.fonts import font_name, measure, printable
from cec_desktop.reports.reportlab_backend.marks import outcome_mark
from cec_desktop.reports.reportlab_backend.paper import MARGIN
from cec_desktop.reports.reportlab_backend.pen import Pen, colour
from cec_desktop.reports.shapes import Badge, Box, Drawing, OutcomeMark, Shape, Stroke, Words

_HATCH_PITCH = 4.2
_HATCH_WIDTH = 1.15
_DOT_PITCH = 3.6
_DOT_RADIUS = 0.8
_EDGE = 0.75
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
        pen.dash(on=shape.dashed)
        pen.rule(shape.x1, top + shape.y1, shape.x2, shape.colour, shape.width, y2=top + shape.y2)
        pen.dash(on=False)
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
        pen.frame(box.x, top + box.y, box.width, box.height, box.edge, _EDGE)


def _pattern(pen: Pen, box: Box, top: float) -> None:
    """Lines or dots clipped to the box; their grid starts at the figure's corner, so neighbours join."""
    pen.saveState()
    left, base = MARGIN + box.x, pen.paper.height - top - box.y - box.height
    clip = pen.beginPath()
    clip.rect(left, base, box.width, box.height)
    pen.clipPath(clip, stroke=0, fill=0)
    if box.pattern == "hatch":
        _hatch(pen, box, left, base)
    else:
        _dots(pen, box, left, base)
    pen.restoreState()


def _hatch(pen: Pen, box: Box, left: float, base: float) -> None:
    pen.setStrokeColor(colour(str(box.ink)))
    pen.setLineWidth(_HATCH_WIDTH)
    # Lines rise at 45 degrees; along the level they are further apart than across.
    step = _HATCH_PITCH * 2**0.5
    path = pen.beginPath()
    x = left - box.height - (left - box.height - base) % step
    while x < left + box.width:
        path.moveTo(x, base)
        path.lineTo(x + box.height, base + box.height)
        x += step
    pen.drawPath(path, stroke=1, fill=0)


def _dots(pen: Pen, box: Box, left: float, base: float) -> None:
    pen.setFillColor(colour(str(box.ink)))
    path = pen.beginPath()
    columns, rows = int(box.width / _DOT_PITCH) + 1, int(box.height / _DOT_PITCH) + 1
    for column in range(columns):
        for row in range(rows):
            path.circle(left + (column + 0.5) * _DOT_PITCH, base + (row + 0.5) * _DOT_PITCH, _DOT_RADIUS)
    pen.drawPath(path, stroke=0, fill=1)


def _words(pen: Pen, words: Words, top: float) -> None:
    text = printable(words.text)
    width = measure(text, words.face, words.size)
    left = words.x - {"left": 0.0, "middle": width / 2, "right": width}[words.align]
    pen.setFillColor(colour(words.colour))
    pen.setFont(font_name(words.face), words.size)
    pen.drawString(MARGIN + left, pen.paper.height - top - words.y, text)


def _badge(pen: Pen, badge: Badge, top: float) -> None:
    x, y = MARGIN + badge.x, pen.paper.height - top - badge.y
    pen.setFillColor(colour("surface"))
    pen.setStrokeColor(colour(badge.ring or "surface"))
    pen.setLineWidth(_BADGE_EDGE)
    pen.circle(x, y, badge.radius, stroke=1 if badge.ring else 0, fill=1)
    size = min(_BADGE_SIZE, badge.radius * (1.4 if len(badge.text) < 2 else 1.25))
    pen.setFillColor(colour("text"))
    pen.setFont(font_name("bold"), size)
    pen.drawCentredString(x, y - size * 0.34, badge.text)


def _mark(pen: Pen, mark: OutcomeMark, top: float) -> None:
    half = mark.size / 2
    outcome_mark(pen, mark.outcome, mark.x - half, top + mark.y - half, mark.size)
