"""Drawing a new period in a lane."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from cec_desktop.casefile.edits import Edit, add_item
from cec_desktop.casefile.items import random_id
from cec_desktop.casefile.model import CaseFile
from cec_desktop.ui.timeline.bars import Key, Lane
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage
from cec_desktop.ui.timeline.moves import new_item
from cec_desktop.ui.timeline.snapping import Target

_LEAST: float = 4.0
"""Fewer pixels are no period: the hand shook."""


class DrawPeriod(Gesture):
    """Draws a period from where the button was pressed to where it is let go."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.CrossCursor

    def __init__(self, case: CaseFile, lane: Lane, pressed: float) -> None:
        self._case = case
        self._lane = lane
        self._pressed = pressed
        self._anchor: int | None = None
        self._key = Key(lane.list_name, random_id())

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        if self._anchor is None:
            self._anchor = _snapped(stage, self._pressed, free=free)
        if abs(stage.scale.x(self._pressed) - x) < _LEAST:
            stage.propose(None)
            return
        place = stage.scale.boundary(x)
        edge = round(place)
        snapped = stage.snap([edge], place - edge, (), free=free)
        moving = edge + snapped.shift
        first, after = sorted((self._anchor, moving))
        after = max(after, first + 1)
        by_end = moving >= self._anchor
        if self._lane is Lane.TESTS:
            by_end, first = False, min(first, moving)
        stage.propose(self._proposal(first, after, snapped.target, by_end=by_end))

    def _proposal(self, first: int, after: int, target: Target | None, *, by_end: bool) -> Proposal:
        return Proposal(
            edit=self._edit(first, after),
            act=Act.DRAWN,
            key=self._key,
            lane=self._lane,
            first=first,
            after=after,
            old=None,
            edge=after if by_end else first,
            shown=date.fromordinal(after - 1 if by_end else first),
            target=target,
        )

    def _edit(self, first: int, after: int) -> Edit:
        start, end = date.fromordinal(first), date.fromordinal(after - 1)
        item = new_item(self._case, self._lane, start, end)
        return add_item(self._key.list_name, item.model_copy(update={"id": self._key.item_id}))


def _snapped(stage: Stage, place: float, *, free: bool) -> int:
    edge = round(place)
    return edge + stage.snap([edge], place - edge, (), free=free).shift
