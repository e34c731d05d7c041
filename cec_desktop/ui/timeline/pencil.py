"""A painter that keeps to whole device pixels, and the fonts it writes with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from cec_desktop.ui import style
from cec_desktop.ui.icons import outcome_pixmap, pixmap
from cec_desktop.ui.patterns import Fill, fill_brush
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type

if TYPE_CHECKING:
    from cec_desktop.ui.theme import Theme

TILE: Final = 40
"""Both patterns repeat after so many logical pixels."""
_DASH: Final = (3.0, 2.0)
_DOTTED: Final = (1.5, 3.0)


class Fonts:
    """The fonts of the timeline at the system's size of type, and how wide their words are."""

    def __init__(self) -> None:
        heading = style.font("heading")
        heading.setPixelSize(max(11, round(style.base_pixels() * 0.96)))
        self._fonts: Mapping[Type, QFont] = {
            Type.BODY: style.font("body"),
            Type.CAPTION: style.font("caption"),
            Type.SECOND: style.font("second"),
            Type.HEADING: heading,
        }
        self._metrics = {type_: QFontMetricsF(font) for type_, font in self._fonts.items()}
        self._widths: dict[tuple[str, Type], float] = {}
        self.growth = max(1.0, style.base_pixels() / style.BASE_PIXELS)
        self._baselines = {
            type_: (metrics.ascent() - metrics.descent()) / 2 for type_, metrics in self._metrics.items()
        }

    def font(self, type_: Type) -> QFont:
        """The font of a kind of type."""
        return self._fonts[type_]

    def height(self, type_: Type) -> float:
        """The height of a line."""
        return self._metrics[type_].height()

    def baseline(self, type_: Type) -> float:
        """How far below the middle of a line its letters stand."""
        return self._baselines[type_]

    def width(self, text: str, type_: Type) -> float:
        """The width of a line of text."""
        key = (text, type_)
        found = self._widths.get(key)
        if found is None:
            found = self._metrics[type_].horizontalAdvance(text)
            self._widths[key] = found
        return found


class Inks:
    """The colours and fills of a theme at a ratio, made once."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._colours: dict[str, QColor] = {}
        self._brushes: dict[Fill, QBrush] = {}

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = self._theme.colour(token)
        return found

    def brush(self, fill: Fill) -> QBrush:
        """The fill of a kind of days."""
        found = self._brushes.get(fill)
        if found is None:
            found = self._brushes[fill] = fill_brush(fill, self._theme, self._ratio)
        return found


@lru_cache(maxsize=8)
def _inks(theme: Theme, ratio: float) -> Inks:
    return Inks(theme, ratio)


class Pencil:
    """Draws with the theme's names of colours; every straight edge falls on a device pixel."""

    def __init__(self, painter: QPainter, theme: Theme, fonts: Fonts) -> None:
        self.painter, self.theme, self.fonts = painter, theme, fonts
        # The painter's own measure, not the widget's: a picture may be finer than the screen.
        self.ratio = ratio = painter.deviceTransform().m11()
        inks = _inks(theme, ratio)
        self.colour, self.brush = inks.colour, inks.brush
        self._hair = self.thick(1)
        self._type: Type | None = None
        self._ink = ""

    def at(self, place: float) -> float:
        """The nearest place between two device pixels."""
        return round(place * self.ratio) / self.ratio

    def thick(self, width: float) -> float:
        """The nearest whole number of device pixels, at least one."""
        return max(1, round(width * self.ratio)) / self.ratio

    def aligned(self, rect: Rect) -> QRectF:
        """A rectangle on whole device pixels."""
        x, y = self.at(rect.x), self.at(rect.y)
        return QRectF(x, y, self.at(rect.right) - x, self.at(rect.bottom) - y)

    def forget(self) -> None:
        """The painter was used by another hand: it has other ink and type now."""
        self._ink, self._type = "", None

    def fill(self, rect: Rect, token: str) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(self.aligned(rect), self.colour(token))

    def pattern(self, rect: Rect, fill: Fill) -> None:
        """Fill a rectangle with the fill of a kind of days, without its edge."""
        self.painter.fillRect(self.aligned(rect), self.brush(fill))

    def boxed(self, rect: Rect, fill: Fill | str, edge: str, sides: tuple[bool, bool] = (True, True)) -> None:
        """A fill with a thin edge inside it; `sides` are whether it has one at the left and at the right."""
        box, thick = self.aligned(rect), self._hair
        self.painter.fillRect(box, self.colour(edge))
        inner = box.adjusted(thick if sides[0] else 0, thick, -thick if sides[1] else 0, -thick)
        if isinstance(fill, Fill):
            self.painter.fillRect(inner, self.brush(fill))
        else:
            self.painter.fillRect(inner, self.colour(fill))

    def content_origin(self, x: float, y: float) -> None:
        """Let patterns stand still on the content, whose origin is here."""
        self.painter.setBrushOrigin(QPointF(self.at(x % TILE), self.at(y % TILE)))

    def frame(self, rect: Rect, token: str, width: float = 1, *, dashed: bool = False) -> None:
        """An edge inside a rectangle."""
        if dashed:
            self._dashed_frame(rect, token, width)
            return
        box, thick, colour = self.aligned(rect), self.thick(width), self.colour(token)
        self.painter.fillRect(QRectF(box.x(), box.y(), box.width(), thick), colour)
        self.painter.fillRect(QRectF(box.x(), box.bottom() - thick, box.width(), thick), colour)
        sides = box.height() - 2 * thick
        self.painter.fillRect(QRectF(box.x(), box.y() + thick, thick, sides), colour)
        self.painter.fillRect(QRectF(box.right() - thick, box.y() + thick, thick, sides), colour)

    def across(
        self, x: float, right: float, y: float, token: str, *, width: float = 1, dashed: bool = False
    ) -> None:
        """A level line; `y` is its upper side."""
        if dashed:
            self._dashes(QLineF(self.at(x), self.at(y), self.at(right), self.at(y)), token, width, _DASH)
            return
        self.painter.fillRect(
            QRectF(self.at(x), self.at(y), self.at(right) - self.at(x), self.thick(width)), self.colour(token)
        )

    def down(self, x: float, y: float, bottom: float, token: str, *, width: float = 1) -> None:
        """An upright line; `x` is its left side."""
        self.painter.fillRect(
            QRectF(self.at(x), self.at(y), self.thick(width), self.at(bottom) - self.at(y)),
            self.colour(token),
        )

    def dotted_down(self, x: float, y: float, bottom: float, token: str, *, width: float = 1) -> None:
        """An upright line of short dashes; `x` is its left side."""
        self._dashes(QLineF(self.at(x), self.at(y), self.at(x), self.at(bottom)), token, width, _DOTTED)

    def dashed_down(self, x: float, y: float, bottom: float, token: str, *, width: float = 1) -> None:
        """An upright dashed line; `x` is its left side."""
        self._dashes(QLineF(self.at(x), self.at(y), self.at(x), self.at(bottom)), token, width, _DASH)

    def rounded(
        self,
        rect: Rect,
        fill: str | None,
        edge: str | None,
        *,
        width: float = 1,
        radius: float = 3,
        dashed: bool = False,
    ) -> None:
        """A rectangle with round corners, its edge inside it."""
        thick = self.thick(width) if edge else 0.0
        half = thick / 2
        box = self.aligned(rect).adjusted(half, half, -half, -half)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(Qt.PenStyle.NoPen) if edge is None else QPen(self.colour(edge), thick)
        if dashed:
            pen.setDashPattern(_DASH)
        self.painter.setPen(pen)
        self._ink = ""
        self.painter.setBrush(QBrush(self.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, radius, radius)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def text(self, x: float, middle: float, text: str, type_: Type, token: str) -> None:
        """A line of words, its middle at a height."""
        if self._type is not type_:
            self.painter.setFont(self.fonts.font(type_))
            self._type = type_
        if self._ink != token:
            self.painter.setPen(self.colour(token))
            self._ink = token
        self.painter.drawText(QPointF(self.at(x), self.at(middle + self.fonts.baseline(type_))), text)

    def polygon(
        self, points: list[tuple[float, float]], token: str, edge: str | None = None, width: float = 1
    ) -> None:
        """A filled shape with smooth sides."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(Qt.PenStyle.NoPen) if edge is None else QPen(self.colour(edge), width))
        self._ink = ""
        self.painter.setBrush(self.colour(token))
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def diamond(self, x: float, y: float, size: float, token: str, halo: str) -> None:
        """A diamond about a point with a halo of the ground."""
        for reach, ink in ((size / 2 + 2, halo), (size / 2, token)):
            self.polygon([(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)], ink)

    def chevron(self, x: float, y: float, token: str, *, leftward: bool, size: float = 4) -> None:
        """An arrow head about a point."""
        turn = size / 2 if leftward else -size / 2
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.colour(token), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self._ink = ""
        points = [QPointF(x + turn, y - size), QPointF(x - turn, y), QPointF(x + turn, y + size)]
        self.painter.drawPolyline(points)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def outcome(self, x: float, y: float, size: int, outcome: str) -> None:
        """The shape of an outcome about a point."""
        picture = outcome_pixmap(outcome, self.theme, size, self.ratio)
        self.painter.drawPixmap(QPointF(self.at(x - size / 2), self.at(y - size / 2)), picture)

    def icon(self, x: float, middle: float, size: int, name: str, token: str) -> None:
        """An icon, its left side and middle given."""
        picture = pixmap(name, self.theme, size, self.ratio, token)
        self.painter.drawPixmap(QPointF(self.at(x), self.at(middle - size / 2)), picture)

    def _dashed_frame(self, rect: Rect, token: str, width: float) -> None:
        thick = self.thick(width)
        box = self.aligned(rect)
        colour_pen = QPen(self.colour(token), thick)
        colour_pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        colour_pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        colour_pen.setDashPattern(_DASH if width == 1 else (2.0, 1.5))
        self.painter.setPen(colour_pen)
        self._ink = ""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thick / 2
        self.painter.drawRect(box.adjusted(half, half, -half, -half))

    def _dashes(self, line: QLineF, token: str, width: float, pattern: tuple[float, float]) -> None:
        thick = self.thick(width)
        pen = QPen(self.colour(token), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(pattern)
        self.painter.setPen(pen)
        self._ink = ""
        if line.dx():
            self.painter.drawLine(line.translated(0, thick / 2))
        else:
            self.painter.drawLine(line.translated(thick / 2, 0))
