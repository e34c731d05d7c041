"""The box beside a drag in which the readout stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type, cut
from cec_desktop.ui.timeline.pencil import Fonts, Pencil

if TYPE_CHECKING:
    from cec_desktop.ui.theme import Theme
    from cec_desktop.ui.timeline.readout import Readout

WIDTH: Final = 356
RIGHT: Final = 24.0
BELOW: Final = 12.0
_PAD: Final = 12.0
_QUARTER: Final = _PAD / 4
_SHAPE: Final = 16
_TINTS: Final = {"met": "met-tint", "not_met": "not-met-tint", "undetermined": "undetermined-tint"}


class ReadoutBox(QWidget):
    """Paints a readout; it takes no part in what the pointer does."""

    def __init__(self, parent: QWidget, theme: Theme, fonts: Fonts) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._fonts = fonts
        self._readout: Readout | None = None
        self.hide()

    @property
    def readout(self) -> Readout | None:
        """What it says; None while it is hidden."""
        return self._readout

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def set_fonts(self, fonts: Fonts) -> None:
        """Take other type."""
        self._fonts = fonts
        self.update()

    def say(self, readout: Readout | None, bar: Rect, guide: float | None, view: Rect) -> None:
        """Stand beside a bar and say something; None says nothing any more."""
        self._readout = readout
        if readout is None:
            self.hide()
            return
        width, height = self._size(readout)
        place = place_box((width, height), bar, guide, view)
        self.setGeometry(QRect(round(place.x), round(place.y), round(width), round(height)))
        self.setAccessibleName(readout.said())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it."""
        if self._readout is None:
            return
        painter = QPainter(self)
        pencil = Pencil(painter, self._theme, self._fonts)
        self._paint(pencil, self._readout)
        painter.end()

    def _size(self, readout: Readout) -> tuple[float, float]:
        line = self._line
        lines = 2 + len(readout.rows) + len(readout.verdict)
        return round(
            WIDTH * self._fonts.growth
        ), _PAD / 2 + lines * line + 3 * _QUARTER + _PAD / 2 + 2 * _QUARTER

    @property
    def _line(self) -> float:
        return round(self._fonts.height(Type.BODY) + 5)

    def _paint(self, pencil: Pencil, readout: Readout) -> None:
        whole = Rect(0, 0, self.width(), self.height())
        pencil.rounded(whole, "raised", "border-strong", radius=4)
        line, y = self._line, _PAD / 2
        right = whole.w - _PAD
        self._ends(pencil, y + line / 2, readout.title, readout.act, (Type.HEADING, "text"), right)
        y += line + _QUARTER
        labels = max((self._fonts.width(row.label, Type.BODY) for row in readout.rows), default=0) + 16
        for row in readout.rows:
            middle = y + line / 2
            pencil.text(_PAD, middle, row.label, Type.BODY, "muted")
            width = self._fonts.width(row.difference, Type.BODY)
            room = right - width - 10 - _PAD - labels
            value = cut(row.value, room, self._fonts.width, Type.HEADING)
            pencil.text(_PAD + labels, middle, value, Type.HEADING, "text")
            pencil.text(right - width, middle, row.difference, Type.BODY, "muted")
            y += line
        y += _QUARTER
        self._verdict(pencil, readout, Rect(1, y, whole.w - 2, len(readout.verdict) * line + _PAD / 2))
        foot = whole.h - _QUARTER - line / 2
        self._ends(pencil, foot, readout.foot, readout.keys, (Type.SECOND, "muted"), right)

    def _verdict(self, pencil: Pencil, readout: Readout, band: Rect) -> None:
        pencil.fill(band, _TINTS.get(readout.outcome, "sunken"))
        pencil.outcome(_PAD + _SHAPE / 2 + 1, band.y + band.h / 2, _SHAPE, readout.outcome)
        x, room = _PAD + _SHAPE + 10, band.w - 2 * _PAD - _SHAPE - 10
        for number, text in enumerate(readout.verdict):
            type_ = Type.BODY if number else Type.HEADING
            middle = band.y + _QUARTER + (number + 0.5) * self._line
            pencil.text(x, middle, cut(text, room, self._fonts.width, type_), type_, "text")

    def _ends(
        self, pencil: Pencil, middle: float, left: str, far: str, how: tuple[Type, str], right: float
    ) -> None:
        """Words at the left, and quieter ones at the right, which keep their room."""
        type_, ink = how
        width = self._fonts.width(far, Type.SECOND)
        pencil.text(right - width, middle, far, Type.SECOND, "muted")
        room = right - width - 12 - _PAD
        pencil.text(_PAD, middle, cut(left, room, self._fonts.width, type_), type_, ink)


def place_box(size: tuple[float, float], bar: Rect, guide: float | None, view: Rect) -> Rect:
    """Where the box stands: right of and below the bar if it can, in the view, over neither bar nor guide."""
    width, height = size
    anchor = bar.right if guide is None else guide
    rights = anchor + RIGHT
    lefts = (bar.x if guide is None else min(bar.x, guide)) - RIGHT - width
    below, above = bar.bottom + BELOW, bar.y - BELOW - height
    wanted = [
        Rect(x, y, width, height) for y in (below, above) for x in (rights, lefts, (anchor - RIGHT - width))
    ]
    inside = [_inside(place, view) for place in wanted]
    keep_off = [bar.grown(4)] + ([] if guide is None else [Rect(guide - 2, view.y, 4, view.h)])
    return min(inside, key=lambda place: sum(_shared(place, other) for other in keep_off))


def _inside(place: Rect, view: Rect) -> Rect:
    x = max(view.x, min(place.x, view.right - place.w))
    y = max(view.y, min(place.y, view.bottom - place.h))
    return Rect(x, y, place.w, place.h)


def _shared(one: Rect, other: Rect) -> float:
    """The area two rectangles share."""
    w = min(one.right, other.right) - max(one.x, other.x)
    h = min(one.bottom, other.bottom) - max(one.y, other.y)
    return w * h if w > 0 and h > 0 else 0.0
