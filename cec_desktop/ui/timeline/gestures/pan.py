"""Moving the view by dragging it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt

from cec_desktop.ui.timeline.gestures.base import Gesture, Stage


class Pan(Gesture):
    """Drags the view: the day under the pointer stays under it."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ClosedHandCursor
    scrolls: ClassVar[bool] = False

    def __init__(self, grabbed: float) -> None:
        self._grabbed = grabbed

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        stage.show(stage.scale.panned((self._grabbed - stage.scale.boundary(x)) * stage.scale.px))

    def release(self, stage: Stage) -> None:
        """The view stays where it is."""

    def cancel(self, stage: Stage) -> None:
        """The view stays where it is: a place is no edit."""
