"""Icons and outcome shapes, tinted for the theme and sharp at every device pixel ratio.

The drawings in `resources/icons` know two inks: black is the colour asked for, white the mark inside a
filled shape. They are tinted as text before Qt reads them, so a theme needs no second set of files.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cec_desktop.resources import resource

if TYPE_CHECKING:
    from cec_desktop.ui.theme import Theme

_OUTCOMES = {
    "met": ("outcome-met", "met"),
    "not_met": ("outcome-not-met", "not-met"),
    "undetermined": ("outcome-undetermined", "undetermined"),
    "not_applicable": ("outcome-not-applicable", "neutral"),
    "advisory": ("outcome-advisory", "advisory"),
}


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon `name` in the colour of a token; greyed where its control is off.

    Raises:
        FileNotFoundError: there is no such icon.
        KeyError: there is no such token.
    """
    _drawing(name)
    return QIcon(_TintedEngine(name, theme.hex(token), theme.hex("disabled"), theme.hex("on-accent")))


def pixmap(name: str, theme: Theme, size: int, ratio: float, token: str = "text") -> QPixmap:
    """The icon `name` as a picture of `size` logical pixels for a screen of the given ratio."""
    return _rendered(name, theme.hex(token), theme.hex("on-outcome"), size, ratio)


def paint_icon(painter: QPainter, rect: QRectF, name: str, theme: Theme, token: str = "text") -> None:
    """Paint an icon into a square of logical pixels."""
    _renderer(name, theme.hex(token), theme.hex("on-outcome")).render(painter, rect)


def outcome_icon(outcome: str, theme: Theme) -> QIcon:
    """The shape of an outcome (`met`, `not_met`, `undetermined`, `not_applicable`) or of an `advisory`."""
    name, token = _OUTCOMES[outcome]
    return QIcon(_TintedEngine(name, theme.hex(token), theme.hex(token), theme.hex("on-outcome")))


def outcome_pixmap(outcome: str, theme: Theme, size: int, ratio: float) -> QPixmap:
    """The shape of an outcome as a picture of `size` logical pixels for a screen of the given ratio."""
    name, token = _OUTCOMES[outcome]
    return _rendered(name, theme.hex(token), theme.hex("on-outcome"), size, ratio)


def paint_outcome(painter: QPainter, rect: QRectF, outcome: str, theme: Theme) -> None:
    """Paint the shape of an outcome: the shape says which, the colour repeats it.

    Raises:
        KeyError: `outcome` is no outcome and not `advisory`.
    """
    name, token = _OUTCOMES[outcome]
    _renderer(name, theme.hex(token), theme.hex("on-outcome")).render(painter, rect)


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def tinted_svg(name: str, ink: str, mark: str) -> str:
    """The drawing of an icon with `ink` for black and `mark` for white, both ``#RRGGBB``.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    return _drawing(name).replace('"#000"', f'"{ink}"').replace('"#fff"', f'"{mark}"')


@cache
def _renderer(name: str, ink: str, mark: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(tinted_svg(name, ink, mark).encode()))


@cache
def _rendered(name: str, ink: str, mark: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    _renderer(name, ink, mark).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


class _TintedEngine(QIconEngine):
    """Renders a drawing at whatever size and ratio Qt asks for."""

    def __init__(self, name: str, ink: str, off: str, mark: str) -> None:
        super().__init__()
        self._name, self._ink, self._off, self._mark = name, ink, off, mark

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._ink, self._off, self._mark)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ink = self._off if mode == QIcon.Mode.Disabled else self._ink
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        _renderer(self._name, ink, self._mark).render(painter, QRectF(corner.x(), corner.y(), side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        ink = self._off if mode == QIcon.Mode.Disabled else self._ink
        picture = QPixmap(size)
        picture.fill(QColor(0, 0, 0, 0))
        side = min(size.width(), size.height())
        square = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
        painter = QPainter(picture)
        _renderer(self._name, ink, self._mark).render(painter, square)
        painter.end()
        return picture
