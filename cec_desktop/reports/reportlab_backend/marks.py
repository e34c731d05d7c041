"""The shapes of outcomes, drawn as paths: a circle, a square, a diamond, a ring; a triangle for an advisory.

Each tells itself from the others without colour. The drawing grid is 16 by 16, as for the window's icons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportlab.pdfgen.pathobject import PDFPathObject

from cec_desktop.reports.reportlab_backend.paper import MARGIN
from cec_desktop.reports.reportlab_backend.pen import Pen, colour
from cec_desktop.rules.findings import Outcome

_GRID = 16.0
_ROUND = 1


def outcome_mark(pen: Pen, outcome: Outcome | None, x: float, y: float, size: float) -> None:
    """The shape of an outcome (None: of an advisory), its top left corner at ``x``, ``y``."""
    pen.saveState()
    pen.translate(MARGIN + x, pen.paper.height - y)
    pen.scale(size / _GRID, -size / _GRID)
    pen.setLineCap(_ROUND)
    pen.setLineJoin(_ROUND)
    _MARKS[outcome](pen)
    pen.restoreState()


def _met(pen: Pen) -> None:
    pen.setFillColor(colour("met"))
    pen.circle(8, 8, 7, stroke=0, fill=1)
    _stroke(pen, "surface", 1.9, [(4.7, 8.3), (7, 10.6), (11.4, 5.7)])


def _not_met(pen: Pen) -> None:
    pen.setFillColor(colour("not-met"))
    pen.roundRect(1.5, 1.5, 13, 13, 2.2, stroke=0, fill=1)
    _stroke(pen, "surface", 1.9, [(5.2, 5.2), (10.8, 10.8)], [(10.8, 5.2), (5.2, 10.8)])


def _undetermined(pen: Pen) -> None:
    pen.setFillColor(colour("undetermined"))
    path = _path(pen, [(8, 0.4), (15.6, 8), (8, 15.6), (0.4, 8)], close=True)
    pen.drawPath(path, stroke=0, fill=1)
    question = pen.beginPath()
    question.moveTo(6.3, 6.4)
    question.curveTo(6.3, 4.1, 9.7, 4.1, 9.7, 6.4)
    question.curveTo(9.7, 7.9, 8, 7.7, 8, 9.2)
    _ink(pen, "surface", 1.6)
    pen.drawPath(question, stroke=1, fill=0)
    _stroke(pen, "surface", 1.7, [(8, 11.5), (8, 11.52)])


def _not_asked(pen: Pen) -> None:
    _ink(pen, "neutral", 1.5)
    pen.circle(8, 8, 6.2, stroke=1, fill=0)
    _stroke(pen, "neutral", 1.5, [(5.3, 8), (10.7, 8)])


def _advisory(pen: Pen) -> None:
    _ink(pen, "undetermined", 1.5)
    pen.drawPath(_path(pen, [(8, 2), (14.6, 13.6), (1.4, 13.6)], close=True), stroke=1, fill=0)
    _stroke(pen, "undetermined", 1.6, [(8, 6.3), (8, 9.5)], [(8, 11.6), (8, 11.62)])


_MARKS: Mapping[Outcome | None, Callable[[Pen], None]] = {
    Outcome.MET: _met,
    Outcome.NOT_MET: _not_met,
    Outcome.UNDETERMINED: _undetermined,
    Outcome.NOT_APPLICABLE: _not_asked,
    None: _advisory,
}


def _ink(pen: Pen, token: str, width: float) -> None:
    pen.setStrokeColor(colour(token))
    pen.setLineWidth(width)


def _stroke(pen: Pen, token: str, width: float, *lines: list[tuple[float, float]]) -> None:
    _ink(pen, token, width)
    for points in lines:
        pen.drawPath(_path(pen, points), stroke=1, fill=0)


def _path(pen: Pen, points: list[tuple[float, float]], *, close: bool = False) -> PDFPathObject:
    path = pen.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    return path
