"""Dragging the application date."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import Qt

from cec_desktop.casefile.edits import set_application_date
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage

APPLICATION: Final = "application"
"""Owner of the targets that move with the application date."""


class DragApplication(Gesture):
    """Drags the application date; the window follows it."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.SplitHCursor

    def __init__(self, on: date, grabbed: float) -> None:
        self._on = on.toordinal()
        self._grabbed = grabbed

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        moved = stage.scale.boundary(x) - self._grabbed
        snapped = stage.snap([self._on], moved, [APPLICATION], free=free)
        on = self._on + snapped.shift
        stage.propose(
            Proposal(
                edit=set_application_date(date.fromordinal(on)),
                act=Act.APPLICATION_MOVED,
                key=None,
                lane=None,
                first=on,
                after=on + 1,
                old=(self._on, self._on + 1),
                edge=on,
                shown=date.fromordinal(on),
                target=snapped.target,
            )
        )
