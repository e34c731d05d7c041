"""What lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from cec_desktop.ui.timeline.bars import Bar, Key, Lane, Stretch
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.layout import LaneBox
from cec_desktop.ui.timeline.placed import ARROW, DIAMOND, PlacedBar
from cec_desktop.ui.timeline.scene import Scene

EDGE: Final = 5.0
"""How near to an end the pointer takes it."""
NARROW: Final = 18.0
"""The ends of bars narrower than this lie outside them."""
LINE: Final = 3.0
"""How near to the line of the application date the pointer takes it."""


class Zone(Enum):
    """The kinds of places."""

    NAMES = "names"
    AXIS = "axis"
    RIBBON = "ribbon"
    HANDLE = "handle"
    START = "start"
    END = "end"
    BAR = "bar"
    NEIGHBOUR = "neighbour"
    LANE = "lane"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place: its kind, its lane and bar, and the stretch of the bar under the pointer."""

    zone: Zone
    lane: Lane | None = None
    bar: Bar | None = None
    stretch: Stretch | None = None


def hit(scene: Scene, x: float, y: float, selected: Key | None = None) -> Hit:
    """What lies at a place of the view; the selected bar's ends come before what else is there."""
    if scene.flag.holds(x, y) or _on_grip(scene, x, y):
        return Hit(Zone.HANDLE)
    if y < scene.top:
        if x < scene.left:
            return Hit(Zone.NAMES)
        return Hit(Zone.AXIS if y < scene.sizes.axis else Zone.RIBBON)
    box = scene.lane_at(y)
    if box is None:
        return Hit(Zone.BELOW)
    if x < scene.left:
        return Hit(Zone.NAMES, box.lane)
    return _in_lane(scene, box, x, y, selected)


def _on_grip(scene: Scene, x: float, y: float) -> bool:
    grip = scene.grip
    return grip is not None and grip.grown(3).holds(x, y)


def _in_lane(scene: Scene, box: LaneBox, x: float, y: float, selected: Key | None) -> Hit:
    at = x - scene.left
    near = [each for each in box.placed_in(at - EDGE, at + EDGE) if _reach(scene, each).holds(x, y)]
    chosen = next((placed for placed in near if placed.bar.key == selected), None)
    if chosen is not None and (zone := _zone(scene, chosen, x)) is not Zone.BAR:
        return _on_bar(scene, chosen, x, zone)
    on_line = not scene.docked and abs(x - scene.handle) <= LINE
    inside = [placed for placed in near if scene.rect(placed.rect).holds(x, y)]
    if on_line and not (inside and _zone(scene, inside[0], x) is not Zone.BAR):
        return Hit(Zone.HANDLE)
    for placed in inside or near:
        return _on_bar(scene, placed, x, _zone(scene, placed, x))
    for neighbour in box.neighbours:
        if scene.rect(neighbour.rect).holds(x, y):
            return Hit(Zone.NEIGHBOUR, box.lane, neighbour.bar)
    return Hit(Zone.LANE, box.lane)


def _reach(scene: Scene, placed: PlacedBar) -> Rect:
    """The bar with the room outside it in which its ends take the pointer."""
    rect = scene.rect(placed.rect)
    reach = EDGE if rect.w < NARROW else EDGE / 2
    before = max(reach, DIAMOND / 2) if placed.bar.marked else reach
    return Rect(rect.x - before, rect.y, rect.w + before + reach, rect.h)


def _zone(scene: Scene, placed: PlacedBar, x: float) -> Zone:
    bar, rect = placed.bar, scene.rect(placed.rect)
    if not bar.movable or bar.marked:
        return Zone.BAR
    if placed.arrow_right and x >= scene.width - ARROW:
        return Zone.END
    inner = 0.0 if rect.w < NARROW else EDGE
    if x < rect.x + inner and not placed.cut_left:
        return Zone.START
    return Zone.END if x >= rect.right - inner and not bar.goes_on else Zone.BAR


def _on_bar(scene: Scene, placed: PlacedBar, x: float, zone: Zone) -> Hit:
    at = x - scene.left
    stretch = next((piece.stretch for piece in placed.pieces if piece.x <= at < piece.right), None)
    if stretch is None and placed.pieces:
        stretch = placed.pieces[0 if at < placed.pieces[0].x else -1].stretch
    return Hit(zone, placed.bar.lane, placed.bar, stretch)
