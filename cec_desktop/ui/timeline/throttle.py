"""Calls something at most once in a while: the first time at once, and the last value is never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

Value = TypeVar("Value")


class Throttle(QObject, Generic[Value]):
    """Passes values on, no two closer together than an interval."""

    def __init__(self, parent: QObject, interval: int, receive: Callable[[Value], None]) -> None:
        """Pass values to `receive`, at most one in `interval` milliseconds."""
        super().__init__(parent)
        self._receive = receive
        self._waiting: list[Value] = []
        self._timer = QTimer(self, singleShot=True, interval=interval)
        self._timer.timeout.connect(self._pass_on)

    def put(self, value: Value) -> None:
        """Pass a value on, now or as soon as the interval is over."""
        self._waiting = [value]
        if not self._timer.isActive():
            self._pass_on()

    def drop(self) -> None:
        """Forget the value that waits."""
        self._waiting.clear()
        self._timer.stop()

    def _pass_on(self) -> None:
        if self._waiting:
            value = self._waiting.pop()
            self._timer.start()
            self._receive(value)
