"""Paints what lies over the bars: today, the application date, ghosts and guides, prompts of empty lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type
from cec_desktop.ui.timeline.scene import FLAG_PAD

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.layout import LaneBox
    from cec_desktop.ui.timeline.pencil import Pencil
    from cec_desktop.ui.timeline.scene import Ghost, Guide, Marks, Scene

_SQUARE: Final = 7.0
_LINE: Final = 2.0
_REFUSED: Final = 16


def paint_today(pencil: Pencil, scene: Scene) -> None:
    """The dashed line at the end of today: what lies right of it is projected."""
    x = scene.x(scene.chart.today.toordinal() + 1)
    if scene.left < x < scene.width:
        pencil.dotted_down(x, 2, scene.bottom, "today")


def paint_handle(pencil: Pencil, scene: Scene, marks: Marks, *, focused: bool) -> None:
    """The line of the application date with its flag and grip; docked at the edge when out of view."""
    flag = scene.flag
    if not scene.docked:
        top, x = scene.sizes.axis, scene.handle - _LINE / 2
        pencil.fill(Rect(x - 1, scene.top, _LINE + 2, scene.bottom - scene.top), "surface")
        pencil.fill(Rect(x, top, _LINE, scene.bottom - top), "handle")
    pencil.fill(Rect(flag.x, flag.y + 1, flag.w, flag.h - 2), "handle")
    middle = flag.y + flag.h / 2
    text_x = flag.x + FLAG_PAD + (2 * FLAG_PAD if scene.docked < 0 else 0)
    pencil.text(text_x, middle, scene.texts.on, Type.HEADING, "on-handle")
    if scene.docked:
        x = flag.x + FLAG_PAD + 2 if scene.docked < 0 else flag.right - FLAG_PAD - 3
        pencil.chevron(x, middle, "on-handle", leftward=scene.docked < 0)
    if focused and marks.on_handle:
        pencil.rounded(Rect(flag.x - 3, flag.y - 1, flag.w + 6, flag.h + 2), None, "focus", width=2)
    elif marks.handle_hovered:
        pencil.rounded(Rect(flag.x, flag.y + 1, flag.w, flag.h - 2), None, "focus", width=2, radius=0)
    _grip(pencil, scene)


def _grip(pencil: Pencil, scene: Scene) -> None:
    grip = scene.grip
    if grip is None or scene.chart.on_fixed:
        return
    pencil.rounded(grip.grown(1), "surface", None)
    pencil.rounded(grip, "handle", None, radius=2)
    for dx in (-2.0, 1.0):
        pencil.fill(Rect(grip.middle[0] + dx, grip.y + 3, 1, grip.h - 6), "on-handle")


def paint_ghost(pencil: Pencil, scene: Scene, ghost: Ghost) -> None:
    """Where the dragged bar was, as a dashed outline."""
    pencil.frame(scene.ghost_rect(ghost), ghost.lane.token, dashed=True)


def paint_drawn(pencil: Pencil, scene: Scene, drawn: Ghost) -> None:
    """The period being drawn in its lane."""
    rect = scene.ghost_rect(drawn)
    pencil.fill(rect, f"{drawn.lane.token}-tint")
    pencil.frame(rect, drawn.lane.token)
    pencil.rounded(rect.grown(4), None, "focus", width=2)


def paint_refused(pencil: Pencil, scene: Scene, refused: Ghost) -> None:
    """Where a drag would put a bar that may not go there: a dashed frame with the shape of a refusal."""
    rect = scene.ghost_rect(refused)
    pencil.rounded(rect.grown(4), None, "not-met", width=2, dashed=True)
    pencil.outcome(rect.x + rect.w / 2, rect.y + rect.h / 2, _REFUSED, "not_met")


def paint_guide(pencil: Pencil, scene: Scene, guide: Guide) -> None:
    """The dashed line from a dragged edge to what it met, with the day in a label on the axis."""
    x = scene.x(guide.boundary)
    if not guide.snapped or not scene.left <= x <= scene.width:
        return
    pencil.dashed_down(x - pencil.thick(2) / 2, scene.sizes.axis, scene.bottom, "focus", width=2)
    met = scene.placed(guide.met)
    if met is not None:
        rect = scene.rect(met.rect)
        y = rect.y + rect.h / 2
        pencil.fill(Rect(x - _SQUARE / 2 - 1, y - _SQUARE / 2 - 1, _SQUARE + 2, _SQUARE + 2), "surface")
        pencil.fill(Rect(x - _SQUARE / 2, y - _SQUARE / 2, _SQUARE, _SQUARE), "focus")


def paint_day(pencil: Pencil, scene: Scene, guide: Guide) -> None:
    """The day of a dragged edge in a filled label on the axis."""
    text = guide.shown.isoformat()
    width = scene.measure(text, Type.HEADING) + 2 * FLAG_PAD + 4
    x = min(max(scene.x(guide.boundary) - width / 2, scene.left), scene.width - width)
    half = scene.sizes.axis / 2
    label = Rect(x, half, width, half - 1)
    pencil.rounded(label, "accent", None, radius=2)
    pencil.text(x + FLAG_PAD + 2, half * 1.5 - 0.5, text, Type.HEADING, "on-accent")


def paint_band(pencil: Pencil, band: Rect) -> None:
    """The rubber band."""
    pencil.frame(band, "focus", dashed=True)


def paint_prompt(pencil: Pencil, scene: Scene, box: LaneBox) -> None:
    """The dashed field in which an empty lane asks for its first entry."""
    text = scene.texts.prompts.get(box.lane)
    if box.prompt is None or not text:
        return
    rect = scene.rect(box.prompt)
    pencil.rounded(rect, "surface", box.lane.token, radius=2, dashed=True)
    if scene.measure(text, Type.BODY) + 16 <= rect.w:
        pencil.text(rect.x + 8, rect.y + rect.h / 2, text, Type.BODY, "muted")


def paint_row_bar(pencil: Pencil, scene: Scene, box: LaneBox) -> None:
    """How far a lane with more sub-lanes than it shows is scrolled."""
    if box.rows <= box.shown:
        return
    track = Rect(scene.width - 7, scene.y(box.top) + 4, 4, box.height - 9)
    part = box.shown / box.rows
    pencil.rounded(
        Rect(track.x, track.y + track.h * box.first_row / box.rows, track.w, track.h * part),
        "border-strong",
        None,
        radius=2,
    )
