"""The overview: the whole life in a strip, with the view as a frame to drag and resize."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Chart, Dress, Lane
from cec_desktop.ui.timeline.board import life
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type
from cec_desktop.ui.timeline.pencil import Fonts, Pencil
from cec_desktop.ui.timeline.scale import Scale, fitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme
    from cec_desktop.ui.timeline.board import Board

HEIGHT: Final = 34
_LANE: Final = 3.0
_LANE_PITCH: Final = 4.5
_FIRST_LANE: Final = 3.5
_SIDE: Final = 6.0
_LEAST_FRAME: Final = 8.0
_YEAR: Final = 365.25
_NAME_X: Final = 12.0
_STEP: Final = 0.1
_SOLID: Final = (Fill.COUNTS, Fill.PROJECTED)


class Grip(Enum):
    """What of the frame is held."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"


class Overview(QWidget):
    """Shows everything entered; asks for the days its frame is put on."""

    scale_requested = Signal(object)
    """The scale the timeline should take."""

    def __init__(self, board: Board, words: Words, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._board, self._words, self._theme, self._fonts = board, words, theme, fonts
        self._view_width = 1.0
        self._fitted: tuple[Chart, float, Scale] | None = None
        self._held: tuple[Grip, float] | None = None
        self._picture: tuple[Chart | None, tuple[object, ...], QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._say()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def set_fonts(self, fonts: Fonts) -> None:
        """Take other type."""
        self._fonts = fonts
        self.updateGeometry()

    def show_view(self, lanes_width: float) -> None:
        """The timeline shows other days, in lanes of a width."""
        self._view_width = lanes_width
        self.update()

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(400, round(HEIGHT * self._fonts.growth))

    def minimumSizeHint(self) -> QSize:
        """The least size it can do with."""
        return QSize(80, round(HEIGHT * self._fonts.growth))

    @property
    def scale(self) -> Scale:
        """Where days lie in the strip, right of its name."""
        chart, width = self._chart, self.width() - self._left
        if chart is None:
            return Scale(0.0, 1.0)
        if self._fitted is None or self._fitted[0] is not chart or self._fitted[1] != width:
            first, after = life(chart)
            start = date(date.fromordinal(first).year, 1, 1).toordinal()
            end = date(date.fromordinal(after).year + 1, 1, 1).toordinal()
            self._fitted = (chart, width, fitting(start, end, width))
        return self._fitted[2]

    @property
    def frame(self) -> Rect:
        """The frame of the view in the strip, kept wide enough to be held."""
        view, scale = self._board.scale, self.scale
        x = self._left + scale.x(view.left)
        right = self._left + scale.x(view.boundary(self._view_width))
        x, right = max(x, self._left), min(right, float(self.width()))
        if right - x < _LEAST_FRAME:
            middle = min(max((x + right) / 2, self._left + _LEAST_FRAME / 2), self.width() - _LEAST_FRAME / 2)
            x, right = middle - _LEAST_FRAME / 2, middle + _LEAST_FRAME / 2
        return Rect(x, 1, right - x, self.height() - 2)

    @property
    def _chart(self) -> Chart | None:
        # The file as it is: while a drag lasts only the frame is painted anew.
        return None if self._board.base is None else self._board.base.chart

    @property
    def _left(self) -> float:
        return self._board.sizes.names

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button went down."""
        x = event.position().x()
        if event.button() is not Qt.MouseButton.LeftButton or x < self._left or self._chart is None:
            return
        frame = self.frame
        grip = self._grip_at(x)
        if grip is None:
            self._centre(x)
            grip, frame = Grip.WHOLE, self.frame
        self._held = (grip, x - (frame.right if grip is Grip.RIGHT else frame.x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        x = event.position().x()
        if self._held is None:
            self.setCursor(self._cursor(x))
        else:
            self._drag(*self._held, x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button went up."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click."""
        scale = self._board.life_scale(self._view_width + self._left)
        if scale is not None:
            self.scale_requested.emit(scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key went down."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        whole = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        self.scale_requested.emit(self._board.scale.panned(step * self._view_width * whole))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left."""
        super().focusOutEvent(event)
        self.update()

    def _grip_at(self, x: float) -> Grip | None:
        frame = self.frame
        if abs(x - frame.x) <= _SIDE and (frame.w > 3 * _SIDE or x <= frame.x):
            return Grip.LEFT
        if abs(x - frame.right) <= _SIDE and (frame.w > 3 * _SIDE or x >= frame.right):
            return Grip.RIGHT
        return Grip.WHOLE if frame.x < x < frame.right else None

    def _cursor(self, x: float) -> Qt.CursorShape:
        grip = self._grip_at(x)
        if grip is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.OpenHandCursor if grip is Grip.WHOLE else Qt.CursorShape.SizeHorCursor

    def _centre(self, x: float) -> None:
        view, place = self._board.scale, self.scale.boundary(x - self._left)
        self.scale_requested.emit(Scale(place - self._view_width / view.px / 2, view.px))

    def _drag(self, grip: Grip, offset: float, x: float) -> None:
        view, scale = self._board.scale, self.scale
        place = scale.boundary(x - offset - self._left)
        start, end = view.left, view.boundary(self._view_width)
        least = _LEAST_FRAME / scale.px
        if grip is Grip.WHOLE:
            self.scale_requested.emit(Scale(place, view.px))
        elif grip is Grip.LEFT:
            self.scale_requested.emit(fitting(min(place, end - least), end, self._view_width))
        else:
            self.scale_requested.emit(fitting(start, max(place, start + least), self._view_width))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it; only the frame changes while the view moves."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._life_picture())
        if self._chart is not None:
            self._paint_frame(Pencil(painter, self._theme, self._fonts))
        painter.end()

    def _life_picture(self) -> QPixmap:
        ratio, chart = self.devicePixelRatioF(), self._chart
        depends_on = (self.size(), ratio, self._theme, self._words, self._fonts)
        if self._picture is None or self._picture[0] is not chart or self._picture[1] != depends_on:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._paint_life(Pencil(painter, self._theme, self._fonts))
            painter.end()
            self._picture = (chart, depends_on, picture)
        return self._picture[2]

    def _paint_life(self, pencil: Pencil) -> None:
        pencil.fill(Rect(0, 0, self.width(), self.height()), "sunken")
        pencil.across(0, self.width(), self.height() - pencil.thick(1), "border")
        name = self._words.pgettext("lane", "Overview")
        pencil.text(_NAME_X, self.height() / 2, name, Type.CAPTION, "muted")
        if self._chart is not None:
            self._paint_years(pencil)
            self._paint_bars(pencil, self._chart)
        pencil.down(self._left, 0, self.height(), "border")

    def _paint_years(self, pencil: Pencil) -> None:
        scale, middle = self.scale, self.height() - self._fonts.height(Type.CAPTION) / 2 - 1
        year = scale.day(0).year
        step = next((s for s in (1, 2, 5, 10, 20, 50) if s * _YEAR * scale.px > self._year_width), 100)
        last = scale.day(self.width() - self._left).year
        for each in range(year, last + 1):
            x = self._left + scale.x(date(each, 1, 1).toordinal())
            if each % step == 0:
                pencil.down(x, 0, self.height(), "grid-year")
                pencil.text(x + 5, middle, str(each), Type.CAPTION, "muted")

    @property
    def _year_width(self) -> float:
        return self._fonts.width("2000", Type.CAPTION) + 12

    def _paint_bars(self, pencil: Pencil, chart: Chart) -> None:
        scale = self.scale
        for bar in chart.bars:
            y = _FIRST_LANE + bar.lane * _LANE_PITCH
            for first, after, solid in _strokes(bar):
                x = self._left + max(scale.x(first), 0.0)
                right = self._left + min(scale.x(after), self.width() - self._left)
                where = Rect(x, y, max(right - x, 1.0), _LANE)
                if bar.dress is Dress.GAP:
                    pencil.fill(where, "undetermined")
                elif solid:
                    pencil.fill(where, bar.lane.token)
                else:
                    pencil.fill(where, f"{bar.lane.token}-tint")
                    pencil.frame(where, bar.lane.token)

    def _paint_frame(self, pencil: Pencil) -> None:
        frame = self.frame
        token = "focus" if self.hasFocus() else "handle"
        pencil.rounded(frame, None, token, width=2)
        for x in (frame.x, frame.right):
            pencil.rounded(Rect(x - 2, frame.y + frame.h / 2 - 6, 4, 12), token, None, radius=2)

    def _say(self) -> None:
        _ = self._words
        self.setAccessibleName(_("Overview of everything entered"))
        self.setToolTip(_("Drag the frame to move the view, its sides to zoom"))


def _strokes(bar: Bar) -> Iterator[tuple[int, int, bool]]:
    """The parts of a bar: solid, or hollow where work does not count."""
    if bar.lane is not Lane.WORK:
        yield bar.first, bar.after, bar.dress is not Dress.HOLLOW
        return
    for stretch in bar.stretches:
        yield stretch.first, stretch.after, stretch.fill in _SOLID
