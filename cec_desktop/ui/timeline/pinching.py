"""Zooming by two fingers: on a touch pad, whose system speaks of a zoom, and on a touch screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas


def accept_pinches(surface: QWidget) -> None:
    """Let a surface be told of pinches."""
    surface.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    surface.grabGesture(Qt.GestureType.PinchGesture)


def take_pinch(canvas: TimelineCanvas, event: QEvent) -> bool:
    """Zoom about the place between the fingers; False when an event is no pinch."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        _zoom(canvas, 1 + event.value(), event.position())
        return True
    pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(event, QGestureEvent) or not isinstance(pinch, QPinchGesture):
        return False
    # Two fingers are no drag: what one of them began is taken back.
    canvas.mouse.drop()
    canvas.drags.cancel()
    if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
        middle = canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        _zoom(canvas, pinch.scaleFactor(), QPointF(middle))
    event.accept(pinch)
    return True


def _zoom(canvas: TimelineCanvas, factor: float, at: QPointF) -> None:
    scene = canvas.scene()
    if scene is not None and factor > 0:
        canvas.zoomer.show(canvas.board.scale.zoomed(factor, at.x() - scene.left))
