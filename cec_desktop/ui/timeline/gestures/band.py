"""Selecting everything a rubber band touches."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt

from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.gestures.base import Gesture, Stage

Draw = Callable[[Rect | None], None]


class RubberBand(Gesture):
    """Draws a rectangle and selects what it touches; it proposes no edit."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.CrossCursor
    scrolls: ClassVar[bool] = False

    def __init__(self, pressed: QPointF, pointer: Callable[[], QPointF], draw: Draw, keep: Draw) -> None:
        """`pointer` is where the pointer is in the view; `draw` shows a band, `keep` ends it."""
        self._pressed, self._pointer = pressed, pointer
        self._draw, self._keep = draw, keep

    @property
    def _band(self) -> Rect:
        one, other = self._pressed, self._pointer()
        x, y = min(one.x(), other.x()), min(one.y(), other.y())
        return Rect(x, y, abs(one.x() - other.x()) + 1, abs(one.y() - other.y()) + 1)

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        self._draw(self._band)

    def release(self, stage: Stage) -> None:
        """What the band touches stays selected."""
        self._keep(self._band)

    def cancel(self, stage: Stage) -> None:
        """What was selected before is selected again."""
        self._keep(None)
