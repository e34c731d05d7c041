"""Giving an entry without a day its first day, by dragging it from the tray onto the lanes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt

from cec_desktop.casefile.dates import latest
from cec_desktop.ui.timeline.bars import Chip, Lane
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage
from cec_desktop.ui.timeline.moves import date_edit
from cec_desktop.ui.timeline.scale import LAST


class DateEntry(Gesture):
    """Drags a chip of the tray; over the lanes its entry begins on the day under the pointer."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.DragMoveCursor
    scrolls: ClassVar[bool] = False

    def __init__(self, chip: Chip, over_lanes: Callable[[], bool]) -> None:
        self._chip, self._over_lanes = chip, over_lanes

    def move(self, stage: Stage, x: float, *, free: bool) -> None:
        """The pointer moved; see `Gesture.move`."""
        if not self._over_lanes():
            stage.propose(None)
            return
        chip = self._chip
        place = stage.scale.boundary(x)
        edge = round(place)
        snapped = stage.snap([edge], place - edge, [chip.key], free=free)
        last = LAST if chip.end is None else latest(chip.end).toordinal()
        first = min(edge + snapped.shift, last)
        day = date.fromordinal(first)
        goes_on = chip.end is None and chip.lane is not Lane.TESTS
        stage.propose(
            Proposal(
                edit=date_edit(chip, day),
                act=Act.DATED,
                key=chip.key,
                lane=chip.lane,
                first=first,
                after=LAST if goes_on else max(first, last if chip.end is not None else first) + 1,
                old=None,
                edge=first,
                shown=day,
                target=snapped.target if first == edge + snapped.shift else None,
            )
        )
