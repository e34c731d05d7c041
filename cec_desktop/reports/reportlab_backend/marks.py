"""The shapes of outcomes as paths: a circle, a square, a diamond, a ring; a triangle for an advisory.

Each tells itself from the others without colour. The drawing grid is 16 by 16, as for the window's icons.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cec_desktop.reports.reportlab_backend.paper import MARGIN
from cec_desktop.reports.reportlab_backend.pen import Pen, ink
from cec_desktop.rules.findings import Outcome

_GRID = 16.0
_ROUND_ENDS = "1 J 1 j"

# A quarter of a circle as a curve: where its handles lie, as a share of the radius.
_HANDLE = 0.5523

_MET = "4.7 8.3 m 7 10.6 l 11.4 5.7 l S"
_NOT_MET = "5.2 5.2 m 10.8 10.8 l 10.8 5.2 m 5.2 10.8 l S"
_SQUARE = (
    "3.7 1.5 m 12.3 1.5 l 13.5 1.5 14.5 2.5 14.5 3.7 c 14.5 12.3 l 14.5 13.5 13.5 14.5 12.3 14.5 c "
    "3.7 14.5 l 2.5 14.5 1.5 13.5 1.5 12.3 c 1.5 3.7 l 1.5 2.5 2.5 1.5 3.7 1.5 c f"
)
_DIAMOND = "8 .4 m 15.6 8 l 8 15.6 l .4 8 l f"
_QUESTION = "6.3 6.4 m 6.3 4.1 9.7 4.1 9.7 6.4 c 9.7 7.9 8 7.7 8 9.2 c 8 11.5 m 8 11.52 l S"
_TRIANGLE = "8 2 m 14.6 13.6 l 1.4 13.6 l s"
_EXCLAMATION = "8 6.3 m 8 9.5 l 8 11.6 m 8 11.62 l S"
_DASH = "5.3 8 m 10.7 8 l S"


def outcome_mark(pen: Pen, outcome: Outcome | None, x: float, y: float, size: float) -> None:
    """The shape of an outcome (None: of an advisory), its top left corner at ``x``, ``y``."""
    scale = size / _GRID
    pen.operate(f"q {scale:.4f} 0 0 {-scale:.4f} {MARGIN + x:.2f} {pen.up(y):.2f} cm {_mark(outcome)} Q")


@cache
def _mark(outcome: Outcome | None) -> str:
    white = f"{ink('surface')} RG {_ROUND_ENDS}"
    shapes: Mapping[Outcome | None, str] = {
        Outcome.MET: f"{ink('met')} rg {_circle(7)} f {white} 1.9 w {_MET}",
        Outcome.NOT_MET: f"{ink('not-met')} rg {_SQUARE} {white} 1.9 w {_NOT_MET}",
        Outcome.UNDETERMINED: f"{ink('undetermined')} rg {_DIAMOND} {white} 1.6 w {_QUESTION}",
        Outcome.NOT_APPLICABLE: f"{ink('neutral')} RG {_ROUND_ENDS} 1.5 w {_circle(6.2)} S {_DASH}",
        None: f"{ink('undetermined')} RG {_ROUND_ENDS} 1.5 w {_TRIANGLE} {_EXCLAMATION}",
    }
    return shapes[outcome]


def _circle(radius: float) -> str:
    """A circle in the middle of the grid."""
    middle = _GRID / 2
    quarters = []
    across, along = radius, 0.0
    for _ in range(4):
        # Each quarter is the one before, turned by a right angle.
        turned = (-along, across)
        points = (
            (across - along * _HANDLE, along + across * _HANDLE),
            (turned[0] + turned[1] * _HANDLE, turned[1] - turned[0] * _HANDLE),
            turned,
        )
        quarters.append(" ".join(f"{middle + x:.3f} {middle + y:.3f}" for x, y in points) + " c")
        across, along = turned
    return f"{middle + radius:.3f} {middle} m {' '.join(quarters)}"
