"""Rectangles in logical pixels, without a window."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle; its right and bottom edges lie outside it."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The first position right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The first position below it."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The middle point."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether two rectangles share an area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` more on every side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle at another place."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)
