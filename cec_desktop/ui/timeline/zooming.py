"""Moves the view to another scale: at once under the pointer, in a short glide from buttons and keys."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cec_desktop.ui.timeline.board import Board
    from cec_desktop.ui.timeline.scale import Scale

GLIDE: Final = 120
"""Milliseconds a glide takes; none where the system asks for no motion."""
STEP: Final = 1.5
"""The factor of one step of the zoom buttons."""
WHEEL_STEP: Final = 1.2
"""The factor of one notch of the wheel."""


class Fit(Enum):
    """What the view keeps in sight when its width changes."""

    FREE = "free"
    WINDOW = "window"
    LIFE = "life"


class Zoomer(QObject):
    """Owns where the view is; `moved` tells every change."""

    moved = Signal()

    def __init__(self, canvas: QWidget, board: Board) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._board = board
        self._width = 1.0
        self._from = self._to = board.scale
        self._glide = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._step)
        self.fit = Fit.WINDOW

    @property
    def scale(self) -> Scale:
        """The scale now."""
        return self._board.scale

    def set_width(self, width: float) -> None:
        """Take another width of the view; a fitted view stays fitted."""
        self._width = width
        self.refit()

    def refit(self) -> None:
        """Fit again what the view keeps in sight."""
        target = self._fitted(self.fit)
        self._put(target if target is not None else self._board.scale)

    def show(self, scale: Scale) -> None:
        """Show other days at once; the view no longer keeps anything in sight."""
        self._glide.stop()
        self.fit = Fit.FREE
        self._put(scale)

    def glide(self, scale: Scale, fit: Fit = Fit.FREE) -> None:
        """Show other days after a short glide that keeps one's place."""
        self.fit = fit
        self._from, self._to = self._board.scale, scale.kept(self.lanes_width)
        duration = motion(self._canvas, GLIDE)
        if not duration or not self._canvas.isVisible():
            self._glide.stop()
            self._put(scale)
            return
        self._glide.stop()
        self._glide.setDuration(duration)
        self._glide.start()

    def glide_to_fit(self, fit: Fit) -> None:
        """Bring the window, or everything entered, into sight and keep it there."""
        target = self._fitted(fit)
        if target is not None:
            self.glide(target, fit)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Zoom about a place of the lanes, by default their middle."""
        self.glide(self.aim.zoomed(factor, self.lanes_width / 2 if x is None else x))

    def wheel(self, notches: float, x: float) -> None:
        """Zoom about the pointer, without a glide."""
        self.show(self._board.scale.zoomed(WHEEL_STEP**notches, x))

    def pan(self, dx: float) -> None:
        """Move the view by pixels, without a glide."""
        self.show(self._board.scale.panned(dx))

    def reveal(self, first: int, after: int) -> None:
        """Bring days into sight if they are not: moved as little as needed, never zoomed."""
        scale, width, margin = self.aim, self.lanes_width, min(40.0, self.lanes_width / 8)
        left, right = scale.x(first), scale.x(after)
        if left < width - margin and right > margin and (left >= 0 or right <= width or right - left > width):
            return
        if left < 0 or right - left > width - 2 * margin:
            self.glide(scale.panned(left - margin))
        else:
            self.glide(scale.panned(right - width + margin))

    @property
    def aim(self) -> Scale:
        """Where the view is, or where it is gliding to."""
        return self._to if self._glide.state() == QVariantAnimation.State.Running else self._board.scale

    @property
    def lanes_width(self) -> float:
        """How wide the lanes are, without their names."""
        return max(self._width - self._board.sizes.names, 1.0)

    def _fitted(self, fit: Fit) -> Scale | None:
        if fit is Fit.FREE:
            return None
        window = self._board.window_scale(self._width) if fit is Fit.WINDOW else None
        return window or self._board.life_scale(self._width)

    def _step(self, part: float) -> None:
        self._put(self._from.between(self._to, part))

    def _put(self, scale: Scale) -> None:
        self._board.look(scale, self.lanes_width)
        self.moved.emit()


def motion(widget: QWidget, milliseconds: int) -> int:
    """How long a movement may take; 0 where the system or the style asks for none."""
    hint = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return milliseconds if hint > 0 else 0
