"""Everything the pointer does on the timeline: choosing, dragging, drawing, panning, zooming."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt

from cec_desktop.ui.timeline.gestures.application import DragApplication
from cec_desktop.ui.timeline.gestures.band import RubberBand
from cec_desktop.ui.timeline.gestures.draw import DrawPeriod
from cec_desktop.ui.timeline.gestures.pan import Pan
from cec_desktop.ui.timeline.gestures.periods import EndPeriod, MovePeriod, ResizePeriod
from cec_desktop.ui.timeline.gestures.several import MoveSeveral
from cec_desktop.ui.timeline.hits import Hit, Zone, hit
from cec_desktop.ui.timeline.moves import Moving
from cec_desktop.ui.timeline.scene import Part

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from cec_desktop.ui.timeline.bars import Bar, Key, Lane
    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.dragging import Drags
    from cec_desktop.ui.timeline.gestures.base import Gesture
    from cec_desktop.ui.timeline.scene import Scene
    from cec_desktop.ui.timeline.zooming import Zoomer

NOTCH: Final = 120
"""What one notch of the wheel is, in eighths of a degree."""
DRAG_FROM: Final = 3.0
"""Pixels the pointer moves before a press is a drag."""
_WHEEL_PIXELS: Final = 60.0
_RIGHT_MARGIN: Final = 0.3
_PARTS: Final = {Zone.START: Part.START, Zone.END: Part.END}
"""Where a click on an end leaves the keyboard, so that arrow keys go on from there."""
_ALT: Final = Qt.KeyboardModifier.AltModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

Prepared = Callable[[], "Gesture"] | None
"""What a drag from where the button went down would be."""


class Mouse:
    """Turns what the pointer does into choices and drags."""

    def __init__(
        self, surface: QWidget, canvas: TimelineCanvas, board: Board, drags: Drags, zoomer: Zoomer
    ) -> None:
        self._surface, self._canvas, self._chooser = surface, canvas, canvas.chooser
        self._board, self._drags, self._zoomer = board, drags, zoomer
        self._pressed: QPointF | None = None
        self._prepared: Prepared = None
        self._at = QPointF()
        self._alone: tuple[Key, int] | None = None
        """What a click, if it is no drag, selects alone of the several that are selected."""
        self.draws = True
        """Whether dragging the empty space of a lane draws a period; else it moves the view."""

    def press(self, event: QMouseEvent) -> None:
        """A button went down: choose what is there, and make ready to drag it."""
        scene = self._canvas.scene()
        if scene is None or self._drags.active:
            return
        at = self._at = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._prepared = self._pan(scene, at)
        elif event.button() is Qt.MouseButton.LeftButton:
            found = hit(scene, at.x(), at.y(), self._board.marks.selected)
            more = bool(event.modifiers() & (_SHIFT | _CTRL))
            self._prepared = self._press_more(found, at) if more else self._press(scene, found, at)
        else:
            return
        self._pressed = at

    def _press(self, scene: Scene, found: Hit, at: QPointF) -> Prepared:
        """Choose what is there; what dragging it would do."""
        place = scene.layout.scale.boundary(at.x() - scene.left)
        if found.zone is Zone.HANDLE:
            return self._press_handle(scene, place)
        if found.bar is not None and found.zone is Zone.NEIGHBOUR:
            self._zoomer.reveal(found.bar.first, found.bar.after)
        elif found.bar is not None:
            return self._press_bar(found.bar, found.zone, place)
        elif found.zone in (Zone.AXIS, Zone.RIBBON):
            return self._pan(scene, at)
        elif found.zone is Zone.BELOW:
            self._chooser.choose(None)
            return self._pan(scene, at)
        elif found.lane is not None:
            self._chooser.stand(found.lane)
            if found.zone is Zone.LANE:
                return self._drawing(found.lane, place) if self.draws else self._pan(scene, at)
        return None

    def _press_bar(self, bar: Bar, zone: Zone, place: float) -> Prepared:
        part = _PARTS.get(zone, Part.NONE)
        several = bar.key in self._board.marks.chosen and bool(self._board.marks.others)
        self._alone = (bar.key, part) if several else None
        self._chooser.focus_on(bar.key, part)
        # Choosing may have saved what was typed about it: its days may be others now.
        now = self._board.bar(bar.key)
        return self._bar_gesture(now, zone, place) if now is not None and now.movable else None

    def _press_more(self, found: Hit, at: QPointF) -> Prepared:
        """Shift or Ctrl: a click selects more, a drag of the empty space draws a rubber band."""
        if found.bar is not None and found.zone is not Zone.NEIGHBOUR:
            if found.bar.movable:
                self._chooser.choose_more(found.bar.key)
            return None
        if found.zone not in (Zone.LANE, Zone.BELOW):
            return None
        chooser = self._chooser
        return lambda: RubberBand(at, lambda: self._at, chooser.draw_band, chooser.keep_band)

    def _drawing(self, lane: Lane, place: float) -> Prepared:
        if self._board.base is None:
            return None
        case = self._board.base.view.case
        return lambda: DrawPeriod(case, lane, place)

    def _press_handle(self, scene: Scene, place: float) -> Prepared:
        if scene.docked:
            scale = scene.layout.scale
            wanted = self._zoomer.lanes_width * (1 - _RIGHT_MARGIN)
            self._zoomer.glide(scale.panned(scale.x(scene.chart.on.toordinal()) - wanted))
            return None
        self._chooser.stand(None)
        if scene.chart.on_fixed:
            self._canvas.say_fixed()
            return None
        on_day = scene.chart.on
        return lambda: DragApplication(on_day, place)

    def _bar_gesture(self, bar: Bar, zone: Zone, place: float) -> Callable[[], Gesture]:
        if zone is Zone.START:
            return lambda: ResizePeriod(bar, Moving.START, place)
        if zone is Zone.END:
            return lambda: EndPeriod(bar) if bar.goes_on else ResizePeriod(bar, Moving.END, place)
        bars = self._canvas.operations.chosen
        return lambda: MoveSeveral(bar, bars, place) if len(bars) > 1 else MovePeriod(bar, place)

    def _pan(self, scene: Scene, at: QPointF) -> Callable[[], Gesture]:
        place = scene.layout.scale.boundary(at.x() - scene.left)
        return lambda: Pan(place)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved: go on with the drag, begin one, or show what is pointed at."""
        at, free = event.position(), bool(event.modifiers() & _ALT)
        self._at = at
        scene = self._canvas.scene()
        if scene is None:
            return
        x = at.x() - scene.left
        if self._drags.active:
            self._drags.move(x, free=free)
        elif self._pressed is not None and self._prepared is not None and event.buttons():
            if (at - self._pressed).manhattanLength() >= DRAG_FROM:
                gesture = self._prepared()
                self._surface.setCursor(gesture.cursor)
                self._drags.begin(gesture, x, free=free)
        else:
            self.hover(at)

    def release(self, event: QMouseEvent) -> None:
        """A button went up: what was dragged stays where it is."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        dragged, alone = self._drags.active, self._alone
        self.drop()
        self._drags.release()
        if alone is not None and not dragged:
            self._chooser.choose(*alone)
        self.hover(event.position())

    def double(self, event: QMouseEvent) -> None:
        """A double click opens what is there."""
        found = self.hit(event.position())
        self.drop()
        if event.button() is Qt.MouseButton.LeftButton and found is not None and found.bar is not None:
            self._canvas.open(found.bar)

    def wheel(self, event: QWheelEvent) -> bool:
        """Ctrl zooms about the pointer, Shift or a sideways turn pans, else a lane scrolls; else False."""
        scene = self._canvas.scene()
        if scene is None:
            return False
        turn = event.angleDelta()
        if event.modifiers() & _CTRL:
            self._zoomer.wheel(turn.y() / NOTCH, event.position().x() - scene.left)
            return True
        sideways = turn.x() or (turn.y() if event.modifiers() & (_SHIFT | _ALT) else 0)
        if sideways:
            exact = event.pixelDelta().x()
            self._zoomer.pan(-exact if exact else -sideways / NOTCH * _WHEEL_PIXELS)
            return True
        return self._scroll_lane(scene, event)

    def _scroll_lane(self, scene: Scene, event: QWheelEvent) -> bool:
        """Scroll a lane that has more sub-lanes than it shows; at its end the wheel passes on."""
        box = scene.lane_at(event.position().y())
        if box is None or box.rows <= box.shown:
            return False
        row = box.first_row + (-1 if event.angleDelta().y() > 0 else 1)
        if not 0 <= row <= box.rows - box.shown:
            return False
        self._board.first_rows[box.lane] = row
        self._board.change()
        self._surface.update()
        return True

    def hover(self, at: QPointF) -> None:
        """Mark what is pointed at, and shape the pointer after what it can do there."""
        found = self.hit(at)
        zone = None if found is None else found.zone
        bar = None if found is None or found.zone is Zone.NEIGHBOUR else found.bar
        scene = self._canvas.scene()
        handle = zone is Zone.HANDLE
        self._canvas.point(None if found is None or bar is None else found.stretch)
        self._surface.setCursor(self._cursor(zone, bar, docked=bool(scene and scene.docked)))
        key = None if bar is None else bar.key
        if (key, handle) != (self._board.marks.hovered, self._board.marks.handle_hovered):
            self._board.mark(hovered=key, handle_hovered=handle)
            self._surface.update()

    def leave(self) -> None:
        """The pointer left."""
        self._canvas.point(None)
        self._board.mark(hovered=None, handle_hovered=False)
        self._surface.update()

    def drop(self) -> None:
        """A press that was made ready is none any more."""
        self._pressed = self._prepared = self._alone = None

    def hit(self, at: QPointF) -> Hit | None:
        """What lies under a place of the surface; None while no file is shown."""
        scene = self._canvas.scene()
        return None if scene is None else hit(scene, at.x(), at.y(), self._board.marks.selected)

    def _cursor(self, zone: Zone | None, bar: Bar | None, *, docked: bool) -> Qt.CursorShape:
        if zone in (Zone.START, Zone.END):
            return Qt.CursorShape.SizeHorCursor
        if zone is Zone.HANDLE:
            fixed = self._board.shown is not None and self._board.shown.chart.on_fixed
            return (
                Qt.CursorShape.ArrowCursor
                if fixed and not docked
                else (Qt.CursorShape.PointingHandCursor if docked else Qt.CursorShape.SplitHCursor)
            )
        if zone is Zone.NEIGHBOUR:
            return Qt.CursorShape.PointingHandCursor
        if zone in (Zone.AXIS, Zone.RIBBON, Zone.BELOW) or (zone is Zone.LANE and not self.draws):
            return Qt.CursorShape.OpenHandCursor
        if zone is Zone.BAR and bar is not None and bar.movable:
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.ArrowCursor
