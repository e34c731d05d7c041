"""The fills of days: solid, light, hatched, dotted, tinted. The pattern carries the meaning, not the hue.

Qt's own hatches ignore the screen's ratio and crawl while a view pans; these are antialiased tiles drawn
at the ratio of the screen. Set the painter's brush origin to the content's origin before using a brush.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTransform

if TYPE_CHECKING:
    from cec_desktop.ui.theme import Theme

_HATCH_TILE = 8
_HATCH_WIDTH = 1.6
_DOT_PITCH = 5
_DOT_TILE = 4 * _DOT_PITCH
_DOT_RADIUS = 1.1


class Fill(StrEnum):
    """How days of work fare, and so how they are filled."""

    COUNTS = "counts"
    PROJECTED = "projected"
    NOT_COUNTED = "not_counted"
    NOT_KNOWN = "not_known"
    OUTSIDE = "outside"


def hatch_brush(theme: Theme, ratio: float, ink: str = "work", ground: str = "surface") -> QBrush:
    """Lines at 45 degrees for days that do not count; `ink` and `ground` are tokens."""
    return _tiled(_hatch_tile(theme.hex(ink), theme.hex(ground), ratio), ratio)


def dots_brush(theme: Theme, ratio: float) -> QBrush:
    """Dots on a tint for days of which a missing fact decides."""
    return _tiled(_dots_tile(theme.hex("undetermined"), theme.hex("undetermined-tint"), ratio), ratio)


def fill_brush(fill: Fill, theme: Theme, ratio: float) -> QBrush:
    """The brush of a kind of days."""
    if fill is Fill.NOT_COUNTED:
        return hatch_brush(theme, ratio)
    if fill is Fill.NOT_KNOWN:
        return dots_brush(theme, ratio)
    token = {Fill.COUNTS: "work", Fill.PROJECTED: "work-projected", Fill.OUTSIDE: "work-tint"}[fill]
    return QBrush(theme.colour(token))


def paint_fill(painter: QPainter, rect: QRectF, fill: Fill, theme: Theme, ratio: float) -> None:
    """Fill a rectangle with a kind of days and draw the edge that belongs to it, inside the rectangle."""
    painter.save()
    painter.fillRect(rect, fill_brush(fill, theme, ratio))
    token = "undetermined" if fill is Fill.NOT_KNOWN else "work"
    pen = QPen(theme.colour(token), 1)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if fill is Fill.PROJECTED:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    if fill in (Fill.NOT_COUNTED, Fill.NOT_KNOWN):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner)
    elif fill in (Fill.PROJECTED, Fill.OUTSIDE):
        painter.drawLine(QLineF(inner.topLeft(), inner.topRight()))
        painter.drawLine(QLineF(inner.bottomLeft(), inner.bottomRight()))
    painter.restore()


def _tiled(tile: QPixmap, ratio: float) -> QBrush:
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def _tile(side: int, ground: str, ratio: float) -> QPixmap:
    # The tile itself claims the ratio 1: brushes scale by their transform on every paint device.
    tile = QPixmap(round(side * ratio), round(side * ratio))
    tile.fill(QColor(ground))
    return tile


@cache
def _hatch_tile(ink: str, ground: str, ratio: float) -> QPixmap:
    tile = _tile(_HATCH_TILE, ground, ratio)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(tile.width() / _HATCH_TILE, tile.height() / _HATCH_TILE)
    painter.setPen(QPen(QColor(ink), _HATCH_WIDTH))
    for shift in (-_HATCH_TILE, 0, _HATCH_TILE):
        start = QPointF(shift - _HATCH_TILE, 2 * _HATCH_TILE)
        painter.drawLine(QLineF(start, start + QPointF(3 * _HATCH_TILE, -3 * _HATCH_TILE)))
    painter.end()
    return tile


@cache
def _dots_tile(ink: str, ground: str, ratio: float) -> QPixmap:
    tile = _tile(_DOT_TILE, ground, ratio)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(tile.width() / _DOT_TILE, tile.height() / _DOT_TILE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    middles = [_DOT_PITCH * (step + 0.5) for step in range(_DOT_TILE // _DOT_PITCH)]
    for x in middles:
        for y in middles:
            painter.drawEllipse(QPointF(x, y), _DOT_RADIUS, _DOT_RADIUS)
    painter.end()
    return tile
