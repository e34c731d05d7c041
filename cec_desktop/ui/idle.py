"""Locks the casebook when nobody uses the window for a while."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_ACTIVITY: Final = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_LOOK_EVERY_MS: Final = 15_000


class IdleWatch(QObject):
    """Counts the minutes since the last key or movement; `expired` when there were enough.

    It listens to the window of the system that has the focus, the one a dialog stands in included: there
    every key and movement passes once, and nothing else.
    """

    minutes_left = Signal(object)
    """Whole minutes until the lock, at least 1; None when it never comes."""
    expired = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = 0
        self._last = clock()
        self._following = False
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on; with 0 minutes nothing ever expires."""
        self._minutes = minutes
        self._last = self._clock()
        self._follow(minutes > 0)
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()
        self._tell()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._follow(False)

    def look(self) -> None:
        """Compare with the clock; a computer that slept has been idle too."""
        if self._minutes and self._clock() - self._last >= self._minutes * 60:
            self.stop()
            self.expired.emit()
        else:
            self._tell()

    def _follow(self, follow: bool) -> None:
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return
        if self._following:
            application.focusWindowChanged.disconnect(self._listen_to)
        if follow:
            application.focusWindowChanged.connect(self._listen_to)
        self._following = follow
        self._listen_to(application.focusWindow() if follow else None)

    def _listen_to(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):  # a dialog's window goes with the dialog
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; every event goes on."""
        if event.type() in _ACTIVITY:
            self._last = self._clock()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not self._minutes:
            self.minutes_left.emit(None)
            return
        left = self._minutes * 60 - (self._clock() - self._last)
        self.minutes_left.emit(max(1, -int(-left // 60)))
