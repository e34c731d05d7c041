"""What is selected, and where the keyboard is: one place that changes it and says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cec_desktop.ui.timeline import selection
from cec_desktop.ui.timeline.accessible import announce_focus
from cec_desktop.ui.timeline.bars import Key, Lane, lane_of
from cec_desktop.ui.timeline.scene import Part
from cec_desktop.ui.timeline.selection import Choice

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.geometry import Rect


class Chooser:
    """Selects entries on a canvas; another view is told which one the keyboard is on."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas, self._board = canvas, canvas.board
        self._before_band: Choice | None = None

    def select(self, list_name: str, item_id: str) -> None:
        """Another view selected an entry; one that stands in no lane selects nothing here."""
        key = Key(list_name, item_id) if lane_of(list_name) is not None and item_id else None
        if key == self._board.marks.selected:
            return
        self._canvas.keyboard.forget()
        self._board.mark(selected=key, others=frozenset(), part=Part.NONE, on_handle=False)
        self._reveal(key)
        self._canvas.viewport().update()

    def choose(self, key: Key | None, part: int = Part.NONE) -> None:
        """Select an entry alone, or nothing, and put the keyboard on a part of it."""
        self._take(Choice(key), part)

    def focus_on(self, key: Key, part: int = Part.NONE) -> None:
        """Put the keyboard on an entry; where it is one of several selected, they stay so."""
        marks = self._board.marks
        self._take(selection.extended(marks, key) if key in marks.chosen else Choice(key), part)

    def choose_more(self, key: Key) -> None:
        """Select an entry besides what is selected, or no longer."""
        self._take(selection.toggled(self._board.marks, key))

    def extend_to(self, key: Key) -> None:
        """Go on to an entry; what was selected stays so."""
        self._take(selection.extended(self._board.marks, key))

    def choose_all(self, keys: Sequence[Key]) -> None:
        """Select several entries, with the keyboard on the first."""
        self._take(selection.of(keys, keys[0] if keys else None))

    def stand(self, lane: Lane | None) -> None:
        """Put the keyboard on a lane without selecting, or (None) on the application date."""
        self.choose(None)
        self._board.mark(lane=lane, on_handle=lane is None)
        scene = self._canvas.scene()
        if lane is None and scene is not None and scene.docked:
            on = scene.chart.on.toordinal()
            self._canvas.zoomer.reveal(on, on + 1)
        announce_focus(self._canvas, lane)
        self._canvas.viewport().update()

    def draw_band(self, band: Rect | None) -> None:
        """Show a rubber band, with what it touches besides what was selected before it."""
        marks, scene = self._board.marks, self._canvas.scene()
        if self._before_band is None:
            self._before_band = Choice(marks.selected, marks.others)
        if band is not None and scene is not None:
            before = self._before_band
            kept = before.others | ({before.selected} if before.selected is not None else frozenset())
            choice = selection.of(kept | selection.in_band(scene, band), before.selected)
            self._board.mark(band=band, selected=choice.selected, others=choice.others, part=Part.NONE)
            self._canvas.viewport().update()

    def keep_band(self, band: Rect | None) -> None:
        """End a rubber band: what it touches stays selected, or (None) what was selected before is again."""
        if band is not None:
            self.draw_band(band)
        before, marks = self._before_band or Choice(), self._board.marks
        choice = before if band is None else Choice(marks.selected, marks.others)
        self._before_band = None
        self._board.mark(band=None, selected=before.selected, others=before.others)
        self._take(choice)

    def prune(self) -> None:
        """Forget what is no longer in the file."""
        marks = self._board.marks
        there = frozenset(key for key in marks.chosen if self._board.bar(key) is not None)
        if there != marks.chosen:
            choice = selection.of(there, marks.selected)
            part = marks.part if choice.selected == marks.selected else Part.NONE
            self._board.mark(selected=choice.selected, others=choice.others, part=part)

    def clear(self) -> None:
        """Another file: nothing of the last one is selected, pointed at or lit."""
        self._canvas.keyboard.forget()
        self._board.mark(
            selected=None,
            others=frozenset(),
            part=Part.NONE,
            lane=None,
            on_handle=False,
            hovered=None,
            lit=None,
            band=None,
        )

    def _take(self, choice: Choice, part: int = Part.NONE) -> None:
        canvas, marks = self._canvas, self._board.marks
        changed = choice.selected != marks.selected
        if changed or choice.others != marks.others:
            canvas.keyboard.forget()
        canvas.teller.notice = ""
        self._board.mark(
            selected=choice.selected, others=choice.others, part=part, on_handle=False, lane=None
        )
        self._reveal(choice.selected)
        canvas.viewport().update()
        if changed:
            canvas.selection_requested.emit(*(choice.selected or ("", "")))
        if choice.selected is not None:
            announce_focus(canvas, choice.selected, part)
        canvas.told.emit()
        canvas.teller.part()

    def _reveal(self, key: Key | None) -> None:
        """Bring a bar into sight: its days, its sub-lane, its lane."""
        canvas, board = self._canvas, self._board
        bar, shown = board.bar(key), board.shown
        if bar is None or shown is None:
            return
        canvas.zoomer.reveal(bar.first, bar.after)
        scene = canvas.scene()
        if scene is None:
            return
        box, row = scene.box(bar.lane), shown.plan.row(bar)
        if not box.first_row <= row < box.first_row + box.shown:
            board.first_rows[bar.lane] = max(0, row - box.shown + 1) if row > box.first_row else row
            board.change()
        scroll = canvas.verticalScrollBar()
        top, bottom = round(box.top), round(box.bottom) - (canvas.viewport().height() - round(scene.top))
        if scroll.value() > top:
            scroll.setValue(top)
        elif scroll.value() < bottom:
            scroll.setValue(bottom)
