"""Paints one picture of the timeline, back to front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cec_desktop.ui.timeline.axis_painter import paint_axis, paint_ground, paint_names, paint_ribbon
from cec_desktop.ui.timeline.bar_painter import paint_bars
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.mark_painter import (
    paint_band,
    paint_day,
    paint_drawn,
    paint_ghost,
    paint_guide,
    paint_handle,
    paint_prompt,
    paint_refused,
    paint_row_bar,
    paint_today,
)

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.pencil import Pencil
    from cec_desktop.ui.timeline.scene import Marks, Scene


def paint(pencil: Pencil, scene: Scene, marks: Marks, *, focused: bool) -> None:
    """The whole view; `focused` is whether the keyboard is on it."""
    paint_ground(pencil, scene)
    paint_names(pencil, scene, marks, focused=focused)
    lanes = pencil.aligned(Rect(scene.left + 1, scene.top, scene.lanes_width, scene.height - scene.top))
    pencil.painter.setClipRect(lanes)
    pencil.content_origin(scene.x(0), scene.y(0))
    for box in scene.layout.lanes:
        paint_prompt(pencil, scene, box)
    for ghost in marks.ghosts:
        paint_ghost(pencil, scene, ghost)
    paint_bars(pencil, scene, marks)
    for box in scene.layout.lanes:
        paint_row_bar(pencil, scene, box)
    if marks.drawn is not None:
        paint_drawn(pencil, scene, marks.drawn)
    if marks.refused is not None:
        paint_refused(pencil, scene, marks.refused)
    pencil.painter.setClipping(False)
    if scene.bottom >= scene.height:
        # Lanes go on below the view: it ends in a line all the same.
        pencil.across(0, scene.width, scene.height - pencil.thick(1), "border")
    paint_axis(pencil, scene)
    paint_ribbon(pencil, scene)
    right_of_names = pencil.aligned(Rect(scene.left + 1, 0, scene.lanes_width, scene.height))
    pencil.painter.setClipRect(right_of_names)
    paint_today(pencil, scene)
    paint_handle(pencil, scene, marks, focused=focused)
    if marks.guide is not None:
        paint_guide(pencil, scene, marks.guide)
        paint_day(pencil, scene, marks.guide)
    if marks.band is not None:
        paint_band(pencil, marks.band)
    pencil.painter.setClipping(False)
