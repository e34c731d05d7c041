"""Paints the axis, the ribbon of the window, and the lanes' ground with its grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cec_desktop.ui.timeline.axis import LABEL_INDENT, Axis, Level, Tick
from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.pencil import Pencil
    from cec_desktop.ui.timeline.scene import Marks, Scene

_STUB: Final = 5.0
"""The length of a tick without a label."""
_NAME_X: Final = 12.0
_ICON: Final = 16
_NAME_GAP: Final = 8.0
_LANE_ICONS: Final = {Lane.STATUS: "status", Lane.WORK: "work", Lane.STUDY: "study", Lane.TESTS: "tests"}


def paint_axis(pencil: Pencil, scene: Scene) -> None:
    """The two tiers of the axis with their ground."""
    sizes = scene.sizes
    pencil.fill(Rect(0, 0, scene.width, sizes.axis), "sunken")
    _clip(pencil, scene, 0, scene.sizes.axis)
    half = sizes.axis / 2
    for tick in scene.axis.lower:
        _lower_tick(pencil, scene, tick, half, scene.axis.level)
    for tick in scene.axis.upper:
        x = scene.left + tick.x
        pencil.down(x, 0, sizes.axis, "grid-year")
        pencil.text(x + LABEL_INDENT, half / 2 + 1, tick.label, Type.HEADING, "text")
    if scene.axis.repeated:
        pencil.text(scene.left + LABEL_INDENT, half / 2 + 1, scene.axis.repeated, Type.HEADING, "text")
    _today_word(pencil, scene, half / 2 + 1)
    pencil.painter.setClipping(False)
    pencil.across(0, scene.width, sizes.axis - pencil.thick(1), "border")
    pencil.down(scene.left, 0, sizes.axis, "border")


def _lower_tick(pencil: Pencil, scene: Scene, tick: Tick, half: float, level: Level) -> None:
    x, bottom = scene.left + tick.x, scene.sizes.axis
    strong = tick.strong or (bool(tick.label) and level is not Level.DAYS)
    pencil.down(x, half if tick.label else bottom - _STUB, bottom, "grid-year" if strong else "grid")
    if tick.label:
        pencil.text(
            x + LABEL_INDENT, half * 1.5 - 1, tick.label, Type.CAPTION, "text" if tick.strong else "muted"
        )


def _today_word(pencil: Pencil, scene: Scene, middle: float) -> None:
    """The word "today" left of its line, or right of it, where no label of the axis stands."""
    x = scene.x(scene.chart.today.toordinal() + 1)
    if not scene.left < x < scene.width:
        return
    width = scene.measure(scene.texts.today, Type.CAPTION)
    taken = _upper_words(scene.axis, scene)
    for at in (x - width - LABEL_INDENT, x + LABEL_INDENT):
        clear = all(at + width + LABEL_INDENT <= left or at >= right + LABEL_INDENT for left, right in taken)
        if clear and at >= scene.left and at + width <= scene.width:
            pencil.text(at, middle, scene.texts.today, Type.CAPTION, "today")
            return


def _upper_words(axis: Axis, scene: Scene) -> list[tuple[float, float]]:
    labels = [(tick.x, tick.label) for tick in axis.upper if tick.label]
    if axis.repeated:
        labels.append((0.0, axis.repeated))
    return [
        (scene.left + x, scene.left + x + LABEL_INDENT + scene.measure(text, Type.HEADING))
        for x, text in labels
    ]


def paint_ribbon(pencil: Pencil, scene: Scene) -> None:
    """The window before the application as a ribbon with its dates."""
    top, height = scene.sizes.axis, scene.sizes.ribbon
    pencil.fill(Rect(0, top, scene.width, height), "surface")
    pencil.fill(Rect(0, top, scene.left, height), "sunken")
    pencil.text(_NAME_X, top + height / 2, scene.texts.window, Type.CAPTION, "muted")
    _clip(pencil, scene, top, height)
    if scene.chart.window is not None:
        first, after = scene.chart.window
        left, right = max(scene.x(first), scene.left - 4), min(scene.x(after), scene.width + 4)
        if right > left:
            ribbon = Rect(left, top + 3, right - left, height - 5)
            pencil.fill(ribbon, "ribbon")
            if not _is_quiet(pencil):
                pencil.frame(ribbon, "border-strong")
            pencil.down(left, top + 3, top + height - 2, "work", width=2)
            _ribbon_words(pencil, scene, max(left, scene.left), min(right, scene.width))
    pencil.painter.setClipping(False)
    pencil.across(0, scene.width, top + height - pencil.thick(1), "border")
    pencil.down(scene.left, top, top + height, "border")


def _ribbon_words(pencil: Pencil, scene: Scene, left: float, right: float) -> None:
    if scene.docked:
        flag = scene.flag
        left, right = (max(left, flag.right), right) if scene.docked < 0 else (left, min(right, flag.x))
    elif scene.flag.x < scene.handle - 2:
        right = min(right, scene.flag.x)
    room = right - left - 16
    for text in scene.texts.ribbon:
        width = scene.measure(text, Type.CAPTION)
        if width <= room:
            middle = scene.sizes.axis + scene.sizes.ribbon / 2
            pencil.text((left + right - width) / 2, middle + 0.5, text, Type.CAPTION, "text")
            return


def paint_ground(pencil: Pencil, scene: Scene) -> None:
    """The ground of the lanes: surface, the shade of the window, the grid."""
    top, bottom = scene.top, scene.bottom
    pencil.fill(Rect(scene.left, top, scene.lanes_width, scene.height - top), "surface")
    _clip(pencil, scene, top, bottom - top)
    if scene.chart.window is not None:
        first, after = scene.chart.window
        left, right = max(scene.x(first), scene.left), min(scene.x(after), scene.width)
        if right > left:
            pencil.fill(Rect(left, top, right - left, bottom - top), "shade")
    for tick in scene.axis.lower if _is_quiet(pencil) else ():
        pencil.down(scene.left + tick.x, top, bottom, "grid-year" if tick.strong else "grid")
    for tick in scene.axis.upper:
        pencil.down(scene.left + tick.x, top, bottom, "grid-year")
    pencil.painter.setClipping(False)


def _is_quiet(pencil: Pencil) -> bool:
    """Whether the theme has a colour for what should hardly be seen; one of high contrast has none."""
    return pencil.theme.hex("grid") != pencil.theme.hex("text")


def paint_names(pencil: Pencil, scene: Scene, marks: Marks, *, focused: bool) -> None:
    """The lanes' names with their icons, and the lines between the lanes."""
    pencil.fill(Rect(0, scene.top, scene.left, scene.height - scene.top), "sunken")
    pencil.painter.setClipRect(0, int(scene.top), int(scene.width) + 1, int(scene.height - scene.top) + 1)
    for box in scene.layout.lanes:
        y = scene.y(box.top)
        middle = y + scene.sizes.pad + scene.sizes.bar / 2
        icon = round(_ICON * scene.sizes.letter)
        pencil.icon(_NAME_X, middle, icon, _LANE_ICONS[box.lane], box.lane.token)
        x = _NAME_X + icon + _NAME_GAP
        pencil.text(x, middle, scene.texts.lanes[box.lane], Type.HEADING, "text")
        second = scene.texts.rows.get(box.lane) or (scene.texts.hours if box.lane is Lane.WORK else "")
        if second:
            below = middle + pencil.fonts.height(Type.BODY) / 2 + pencil.fonts.height(Type.CAPTION) / 2
            pencil.text(x, below, second, Type.CAPTION, "muted")
        pencil.across(0, scene.width, y + box.height - pencil.thick(1), "border")
        if focused and marks.lane is box.lane:
            pencil.rounded(Rect(2, y + 2, scene.left - 4, box.height - 5), None, "focus", width=2)
    pencil.painter.setClipping(False)
    pencil.down(scene.left, scene.top, scene.height, "border")


def _clip(pencil: Pencil, scene: Scene, top: float, height: float) -> None:
    pencil.painter.setClipRect(pencil.aligned(Rect(scene.left, top, scene.lanes_width, height)))
