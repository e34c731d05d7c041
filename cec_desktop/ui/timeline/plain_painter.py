"""Paints the bars that are too small for words: all of a look in one stroke, in whole device pixels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QRegion, QTransform

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Dress, Lane
from cec_desktop.ui.timeline.sub_lanes import Look

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.layout import LaneBox
    from cec_desktop.ui.timeline.measure import Sizes
    from cec_desktop.ui.timeline.pencil import Pencil
    from cec_desktop.ui.timeline.plain import Plain
    from cec_desktop.ui.timeline.scene import Scene

_SIDED: Final = 4
"""A bar of so many device pixels shows its sides; a smaller one is edged above and below."""
_KEPT: Final = 16
_BARE: Final = (Fill.COUNTS, Fill.PROJECTED)
"""Looks without an edge."""


class _Strokes(NamedTuple):
    """The rectangles of a look: those with sides and what is inside them, and those too small for sides."""

    look: Look
    sided: list[QRect]
    inside: list[QRect]
    small: list[QRect]


def paint_plain(pencil: Pencil, scene: Scene, box: LaneBox, opacity: float) -> None:
    """The small bars of a lane."""
    plain = box.plain
    if not plain.batches:
        return
    painter, ratio = pencil.painter, pencil.ratio
    x = round(scene.x(plain.origin) * ratio)
    y = round((scene.y(box.top) + scene.sizes.pad) * ratio)
    origin = painter.brushOrigin()
    painter.save()
    painter.setOpacity(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(1 / ratio, 1 / ratio)
    painter.translate(x, y)
    painter.setBrushOrigin(QPointF(origin.x() * ratio - x, origin.y() * ratio - y))
    for strokes in _strokes(plain, scene.sizes, ratio):
        _paint(pencil, strokes, box, scene.sizes, x)
    painter.restore()
    pencil.forget()


def _paint(pencil: Pencil, strokes: _Strokes, box: LaneBox, sizes: Sizes, x: int) -> None:
    painter, (edge, ground) = pencil.painter, _inks(pencil, strokes.look, box.lane)
    if edge is None:
        painter.setBrush(ground)
        painter.drawRects(strokes.small)
        return
    painter.setBrush(edge)
    painter.drawRects(strokes.sided)
    painter.drawRects(strokes.small)
    painter.setBrush(ground)
    painter.drawRects(strokes.inside)
    if strokes.small:
        painter.save()
        painter.setClipRegion(_within(sizes, pencil.ratio, box.shown, x), Qt.ClipOperation.IntersectClip)
        painter.drawRects(strokes.small)
        painter.restore()


def _within(sizes: Sizes, ratio: float, rows: int, x: int) -> QRegion:
    """The sub-lanes without the edges above and below their bars."""
    hair, pitch, high = _measures(sizes, ratio)
    region = QRegion()
    for row in range(rows):
        region += QRect(-x, round(row * pitch) + hair, 1 << 15, high - 2 * hair)
    return region


def _measures(sizes: Sizes, ratio: float) -> tuple[int, float, int]:
    """In device pixels: a thin line, from sub-lane to sub-lane, the height of a bar."""
    return max(1, round(ratio)), (sizes.bar + sizes.gap) * ratio, round(sizes.bar * ratio)


def _inks(pencil: Pencil, look: Look, lane: Lane) -> tuple[QBrush | None, QBrush]:
    """The edge and the ground of a look; what counts has no edge."""
    token = lane.token
    if look in _BARE:
        return None, _unscaled(pencil.brush(Fill(look)))
    if isinstance(look, Fill):
        unknown = look is Fill.NOT_KNOWN
        return QBrush(pencil.colour("undetermined" if unknown else token)), _unscaled(pencil.brush(look))
    if look is Dress.GAP:
        return QBrush(pencil.colour("undetermined")), _unscaled(pencil.brush(Fill.NOT_KNOWN))
    ground = "surface" if look is Dress.HOLLOW else f"{token}-tint"
    return QBrush(pencil.colour(token)), QBrush(pencil.colour(ground))


def _unscaled(brush: QBrush) -> QBrush:
    """A pattern for a painter that counts in device pixels, of which its tile is made."""
    plain = QBrush(brush)
    plain.setTransform(QTransform())
    return plain


@lru_cache(maxsize=_KEPT)
def _strokes(plain: Plain, sizes: Sizes, ratio: float) -> tuple[_Strokes, ...]:
    """All rectangles; they stay for as long as a day takes as many pixels."""
    hair, pitch, high = _measures(sizes, ratio)
    tops = [round(row * pitch) for row in range(len(plain.loud))]
    made = []
    for look, batch in plain.batches.items():
        strokes = _Strokes(look, [], [], [])
        sided = _SIDED if look not in _BARE else 1 << 15
        small, rect = strokes.small.append, QRect
        for x, right, row in batch:
            left = int(x * ratio + 0.5)
            wide = int(right * ratio + 0.5) - left or 1
            if wide < sided:
                small(rect(left, tops[row], wide, high))
            else:
                strokes.sided.append(QRect(left, tops[row], wide, high))
                strokes.inside.append(QRect(left + hair, tops[row] + hair, wide - 2 * hair, high - 2 * hair))
        made.append(strokes)
    return tuple(made)
