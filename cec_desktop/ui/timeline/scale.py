"""From days to pixels and back.

Time is measured at the boundaries between days: the boundary of a day, its ordinal, is where it begins,
so that a period of days ``a`` to ``b``, both included, reaches from boundary ``a`` to boundary ``b + 1``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

FINEST: Final = 48.0
"""The most logical pixels a day may take."""
COARSEST: Final = 0.02
"""The fewest logical pixels a day may take."""
FIRST: Final = date(1900, 1, 1).toordinal()
LAST: Final = date(2200, 1, 1).toordinal()
_HAIR: Final = 1e-6
"""Part of a day that arithmetic may lose; smaller than any pixel at any zoom."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days lie: boundary ``left`` is at x = 0, each day takes ``px`` logical pixels."""

    left: float
    px: float

    def x(self, boundary: float) -> float:
        """Where a boundary lies."""
        return (boundary - self.left) * self.px

    def boundary(self, x: float) -> float:
        """The boundary at a place, with its fraction of a day."""
        return self.left + x / self.px

    def day(self, x: float) -> date:
        """The day whose stretch holds a place."""
        return date.fromordinal(_inside(int((self.boundary(x) + _HAIR) // 1)))

    def nearest(self, x: float) -> int:
        """The whole boundary nearest to a place."""
        return _inside(round(self.boundary(x)))

    def zoomed(self, factor: float, x: float) -> Scale:
        """Closer (``factor`` above 1) or farther; the day at ``x`` stays where it is."""
        px = min(FINEST, max(COARSEST, self.px * factor))
        return Scale(self.boundary(x) - x / px, px)

    def panned(self, dx: float) -> Scale:
        """The view moved by pixels; positive shows later days."""
        return Scale(self.left + dx / self.px, self.px)

    def kept(self, width: float) -> Scale:
        """The scale with its view between the first and the last day there is."""
        last = max(float(FIRST), LAST - width / self.px)
        return Scale(min(last, max(float(FIRST), self.left)), self.px)

    def between(self, other: Scale, part: float) -> Scale:
        """The scale ``part`` of the way to another, 0 to 1: a steady zoom about the day that stays."""
        if part >= 1:
            return other
        shrink = 1 / self.px - 1 / other.px
        if abs(shrink) < _HAIR:
            return Scale(self.left + (other.left - self.left) * part, self.px)
        still = (other.left - self.left) / shrink
        px = self.px * (other.px / self.px) ** part
        return Scale(self.left + still / self.px - still / px, px)


def fitting(first: float, after: float, width: float, before: float = 0.0, behind: float = 0.0) -> Scale:
    """The scale that shows the boundaries ``first`` to ``after`` in ``width`` pixels.

    ``before`` and ``behind`` are room on either side, as parts of the stretch.
    """
    days = max(after - first, 1.0)
    shown = days * (1 + before + behind)
    px = min(FINEST, max(COARSEST, max(width, 1.0) / shown))
    return Scale(first - days * before, px)


def _inside(ordinal: int) -> int:
    return min(LAST, max(FIRST, ordinal))
