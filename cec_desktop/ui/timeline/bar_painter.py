"""Paints bars: fills and edges that say how days fare, words, arrows, pins, the frame of what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Dress, Key, Lane
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.layout import Neighbour
from cec_desktop.ui.timeline.measure import Type
from cec_desktop.ui.timeline.navigation import stretch_of
from cec_desktop.ui.timeline.placed import ARROW, DIAMOND, PIN, THIN, Column, Piece, PlacedBar
from cec_desktop.ui.timeline.placing import Label, Tone
from cec_desktop.ui.timeline.plain_painter import paint_plain
from cec_desktop.ui.timeline.scene import SELECTION_OFF, Part

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.pencil import Pencil
    from cec_desktop.ui.timeline.scene import Marks, Scene

DIMMED: Final = 0.45
_END: Final = 3.0
"""Width of the solid left end of a bar that is not work."""
_PLATE: Final = 3.0
_CHART: Final = 8.0
"""The height of the chart of hours."""
_RAISED: Final = 4.0
"""How much higher words stand above a chart."""
_GAPPED: Final = 4.0
"""Columns as wide as this have a gap between them."""
_CHART_INKS: Final = {
    Fill.COUNTS: "work-tint",
    Fill.PROJECTED: "work",
    Fill.NOT_COUNTED: "muted",
    Fill.NOT_KNOWN: "undetermined",
    Fill.OUTSIDE: "work-projected",
}
_GRIP: Final = (5.0, 14.0)
_LARGE_DIAMOND: Final = 16
_SMALL_DIAMOND: Final = 10


def paint_bars(pencil: Pencil, scene: Scene, marks: Marks) -> None:
    """All bars in view, what is chosen last."""
    above = _standing_out(scene, marks)
    for box in scene.layout.lanes:
        paint_plain(pencil, scene, box, DIMMED if marks.lit is not None else 1.0)
        for placed in box.bars:
            if placed.bar.key not in above:
                _bar(pencil, scene, marks, placed)
        for neighbour in box.neighbours:
            _neighbour(pencil, scene, neighbour)
    for found in above.values():
        _bar(pencil, scene, marks, found)


def _standing_out(scene: Scene, marks: Marks) -> dict[Key, PlacedBar]:
    """The bars that are painted last, small ones too: what is lit, pointed at, selected."""
    keys = [*(marks.lit.keys if marks.lit is not None else ()), *marks.chosen]
    if marks.hovered is not None:
        keys.insert(0, marks.hovered)
    found = {key: placed for key in keys if (placed := scene.placed(key)) is not None}
    selected = found.pop(marks.selected, None) if marks.selected is not None else None
    return found if selected is None else {**found, selected.bar.key: selected}


def _bar(pencil: Pencil, scene: Scene, marks: Marks, placed: PlacedBar) -> None:
    bar, rect = placed.bar, scene.rect(placed.rect)
    lit = marks.lit is None or bar.key in marks.lit.keys
    selected = bar.key in marks.chosen
    if not lit:
        pencil.painter.setOpacity(DIMMED)
    if selected:
        pencil.rounded(rect.grown(2), "surface", None, radius=2)
    if bar.lane is Lane.WORK:
        _work(pencil, scene, placed, rect)
        _chart(pencil, scene, placed, rect)
    else:
        _held(pencil, scene, placed, rect)
    _words(pencil, scene, placed, rect)
    _arrows(pencil, scene, placed, rect)
    for pin in placed.pins:
        pencil.outcome(scene.left + pin.x, rect.y - PIN / 2 + 2, int(PIN), pin.outcome)
    if marks.hovered == bar.key and not selected:
        pencil.frame(rect, _edge_token(placed), 2)
    if lit and marks.lit is not None:
        _light(pencil, scene, marks, placed, rect)
    if selected:
        _chosen(pencil, scene, marks, placed, rect)
    if not lit:
        pencil.painter.setOpacity(1.0)


def _edge_token(placed: PlacedBar) -> str:
    return "undetermined" if placed.bar.dress is Dress.GAP else placed.bar.lane.token


def _work(pencil: Pencil, scene: Scene, placed: PlacedBar, rect: Rect) -> None:
    for piece in placed.pieces:
        where = Rect(scene.left + piece.x, rect.y, piece.right - piece.x, rect.h)
        fill = piece.stretch.fill
        if fill is Fill.COUNTS:
            pencil.pattern(where, fill)
        elif fill is Fill.PROJECTED:
            pencil.pattern(where, fill)
            for y in (rect.y, rect.bottom - pencil.thick(1)):
                pencil.across(where.x, where.right, y, "work", dashed=True)
        elif fill is Fill.NOT_COUNTED:
            pencil.boxed(where, fill, "work")
        elif fill is Fill.NOT_KNOWN:
            pencil.boxed(where, fill, "undetermined")
            _question(pencil, placed, where, scene)
        else:
            pencil.boxed(where, Fill.OUTSIDE, "work", _closed(placed, piece))


def _closed(placed: PlacedBar, piece: Piece) -> tuple[bool, bool]:
    """Days outside the window have an edge where the bar itself ends, none where it goes on."""
    bar = placed.bar
    return piece.stretch.first == bar.first, piece.stretch.after == bar.after and not bar.goes_on


def _question(pencil: Pencil, placed: PlacedBar, where: Rect, scene: Scene) -> None:
    """The diamond of a stretch that is not known, in the middle of the part without words."""
    if where.w < THIN:
        return
    left, right = max(where.x, scene.left), min(where.right, scene.width)
    for label in placed.labels:
        end = scene.left + label.x + label.width + _PLATE
        if label.tone is Tone.INSIDE and left <= scene.left + label.x < right:
            left = end
    size = _LARGE_DIAMOND if right - left >= _LARGE_DIAMOND + 2 else _SMALL_DIAMOND
    if right - left >= min(where.w, size):
        pencil.outcome((left + right) / 2, where.y + where.h / 2, size, "undetermined")


def _held(pencil: Pencil, scene: Scene, placed: PlacedBar, rect: Rect) -> None:
    """A status, a study or a test: tint, edge, solid left end; dashed or hollow where it is less."""
    bar, token = placed.bar, placed.bar.lane.token
    if bar.dress is Dress.GAP:
        pencil.pattern(rect, Fill.NOT_KNOWN)
        pencil.frame(rect, "undetermined", dashed=True)
        _question(pencil, placed, rect, scene)
        return
    ground = "surface" if bar.dress is Dress.HOLLOW else f"{token}-tint"
    if bar.dress is Dress.SOLID:
        pencil.boxed(rect, ground, token)
    else:
        pencil.fill(rect, ground)
    for piece in placed.pieces:
        if piece.stretch.fill is Fill.NOT_KNOWN:
            where = Rect(scene.left + piece.x, rect.y, piece.right - piece.x, rect.h)
            pencil.boxed(where, Fill.NOT_KNOWN, token)
            _question(pencil, placed, where, scene)
    if bar.dress is not Dress.SOLID:
        pencil.frame(rect, token, dashed=True)
    shown_left = max(rect.x, scene.left)
    if bar.dress is not Dress.HOLLOW and not bar.marked:
        pencil.fill(Rect(shown_left, rect.y, min(_END, rect.w), rect.h), token)
    if bar.marked:
        if not bar.goes_on:
            pencil.fill(Rect(rect.right - 2, rect.y, 2, rect.h), token)
        pencil.diamond(rect.x, rect.y + rect.h / 2, DIAMOND, token, "surface")


def _words(pencil: Pencil, scene: Scene, placed: PlacedBar, rect: Rect) -> None:
    middle = rect.y + rect.h / 2 - (_RAISED if placed.columns else 0)
    for label in placed.reasons:
        _plate(pencil, scene, label, rect)
        pencil.text(scene.left + label.x, middle, label.text, Type.SECOND, "text")
    for label in placed.labels:
        x = scene.left + label.x
        if placed.plated and label.tone is Tone.INSIDE:
            _plate(pencil, scene, label, rect)
        pencil.text(x, middle, label.text, Type.BODY, _ink(placed, label))


def _plate(pencil: Pencil, scene: Scene, label: Label, rect: Rect) -> None:
    """The plate words on a pattern stand on."""
    x = scene.left + label.x
    plate = Rect(x - _PLATE, rect.y + _PLATE, label.width + 2 * _PLATE, rect.h - 2 * _PLATE)
    pencil.fill(plate, "surface")


def _chart(pencil: Pencil, scene: Scene, placed: PlacedBar, rect: Rect) -> None:
    """Hours that vary, as small bars at the foot of the job's own."""
    for column in placed.columns:
        gap = 1.0 if column.right - column.x >= _GAPPED else 0.0
        height = max(column.part * _CHART, 1.0) if column.part else 0.0
        where = Rect(scene.left + column.x, rect.bottom - 1 - height, column.right - column.x - gap, height)
        pencil.fill(where, _CHART_INKS[_fill_at(placed, column)])


def _fill_at(placed: PlacedBar, column: Column) -> Fill:
    """How the days in the middle of a column fare."""
    middle = (column.x + column.right) / 2
    found = next((piece.stretch.fill for piece in placed.pieces if piece.x <= middle < piece.right), None)
    return found or Fill.OUTSIDE


def _ink(placed: PlacedBar, label: Label) -> str:
    if label.tone is Tone.OUTSIDE or placed.bar.dress is Dress.HOLLOW:
        return "muted"
    if placed.bar.lane is not Lane.WORK or placed.plated:
        return "text"
    at = label.x + 1
    fill = next((piece.stretch.fill for piece in placed.pieces if piece.x <= at < piece.right), None)
    return "on-work" if fill is Fill.COUNTS else "text"


def _arrows(pencil: Pencil, scene: Scene, placed: PlacedBar, rect: Rect) -> None:
    middle = rect.y + rect.h / 2
    if placed.cut_left and rect.right - scene.left >= ARROW / 2:
        pencil.chevron(scene.left + 8, middle, _arrow_ink(placed, 0), leftward=True)
    if placed.arrow_right:
        right = scene.width - scene.left
        pencil.chevron(scene.width - 9, middle, _arrow_ink(placed, right - 1), leftward=False)


def _arrow_ink(placed: PlacedBar, x: float) -> str:
    fill = next((piece.stretch.fill for piece in placed.pieces if piece.x <= x < piece.right), None)
    return "on-work" if fill is Fill.COUNTS else "text"


def _neighbour(pencil: Pencil, scene: Scene, neighbour: Neighbour) -> None:
    """What lies outside the lane: its name with an arrow, at the edge."""
    rect = scene.rect(neighbour.rect)
    middle = rect.y + rect.h / 2
    if neighbour.before:
        pencil.chevron(rect.x + 5, middle, "muted", leftward=True)
        pencil.text(rect.x + ARROW, middle, neighbour.text, Type.SECOND, "muted")
    else:
        pencil.text(rect.x + 2, middle, neighbour.text, Type.SECOND, "muted")
        pencil.chevron(rect.right - 6, middle, "muted", leftward=False)


def _light(pencil: Pencil, scene: Scene, marks: Marks, placed: PlacedBar, rect: Rect) -> None:
    """The focus frame on the stretches a condition speaks of, or on the whole bar."""
    key, lit = placed.bar.key, marks.lit
    cited = [
        piece for piece in placed.pieces if lit is not None and (key, piece.stretch.first) in lit.stretches
    ]
    frames = [Rect(scene.left + piece.x, rect.y, piece.right - piece.x, rect.h) for piece in cited] or [rect]
    for frame in frames:
        pencil.rounded(frame.grown(SELECTION_OFF), None, "focus", width=2)


def _chosen(pencil: Pencil, scene: Scene, marks: Marks, placed: PlacedBar, rect: Rect) -> None:
    """The frame of the selected bar with a grip at each end."""
    pencil.rounded(rect.grown(SELECTION_OFF), None, "focus", width=2)
    if not placed.bar.movable or placed.bar.key != marks.selected:
        return
    if marks.part == Part.BODY:
        pencil.frame(rect, "focus", 2)
    _stretch(pencil, scene, marks, placed, rect)
    ends = ((rect.x, Part.START), (rect.right, Part.END))
    for x, part in ends:
        if part is Part.END and placed.bar.marked:
            continue
        focused = marks.part == part
        width, height = _GRIP if not focused else (_GRIP[0] + 2, _GRIP[1] + 2)
        grip = Rect(x - width / 2, rect.y + (rect.h - height) / 2, width, height)
        pencil.rounded(grip, "focus" if focused else "surface", "surface" if focused else "focus", radius=2)


def _stretch(pencil: Pencil, scene: Scene, marks: Marks, placed: PlacedBar, rect: Rect) -> None:
    """The frame of the leave, or of the days that do not count, the keyboard is on."""
    stretch = stretch_of(placed.bar, marks.part)
    for piece in placed.pieces if stretch is not None else ():
        same_leave = (
            stretch is not None and stretch.leave is not None and piece.stretch.leave == stretch.leave
        )
        if piece.stretch is stretch or same_leave:
            where = Rect(scene.left + piece.x, rect.y, piece.right - piece.x, rect.h)
            pencil.frame(where, "focus", 2)
