"""The timeline for those who hear it: a list with a child for every bar and for the application date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from cec_desktop.ui.timeline.bars import Bar, Key, Lane

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.geometry import Rect

APPLICATION = "application"
"""The child that stands for the application date."""

ChildName = Key | str

# Qt takes None for what is not there, though its stubs do not say so.
_NO_INTERFACE = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)
_NO_WINDOW = cast("QWindow", None)

_interfaces: list[QAccessibleInterface] = []
"""Qt holds the interfaces only by their address: they must live on here until Qt has let them go."""
_children: list[TimelineChild] = []
_installed: list[bool] = []


def make_accessible(canvas: TimelineCanvas) -> None:
    """Let the canvas be read; from the first one on Qt asks here for its interface."""
    canvas.setProperty("timeline", True)
    if not _installed:
        QAccessible.installFactory(_make_interface)
        _installed.append(True)


def announce_focus(canvas: TimelineCanvas, on: Key | Lane | None) -> None:
    """Tell a screen reader which bar the keyboard is on; None is the application date."""
    if not _heard():
        return
    name: ChildName = on if isinstance(on, Key) else APPLICATION
    if isinstance(on, Lane):
        return
    names = child_names(canvas)
    event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
    if name in names:
        event.setChild(names.index(name))
    _send(event)


def announce_change(canvas: TimelineCanvas, key: Key | None) -> None:
    """Tell a screen reader that the selected bar is called otherwise now: its days changed."""
    names = child_names(canvas) if key is not None and _heard() else []
    if key in names:
        event = QAccessibleEvent(canvas, QAccessible.Event.NameChanged)
        event.setChild(names.index(key))
        _send(event)


def announce(canvas: TimelineCanvas, text: str) -> None:
    """Let a screen reader say something at once."""
    if _heard():
        _send(QAccessibleAnnouncementEvent(canvas, text))


def _heard() -> bool:
    """Whether anybody listens."""
    return QAccessible.isActive()


def _send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)


def child_names(canvas: TimelineCanvas) -> list[ChildName]:
    """The children in order: the application date, then the bars lane by lane."""
    shown = canvas.board.shown
    return [] if shown is None else [APPLICATION, *(bar.key for bar in shown.chart.bars)]


def _make_interface(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not thing.property("timeline"):
        return None
    _interfaces[:] = [each for each in _interfaces if shiboken6.isValid(each)]
    _children[:] = [each for each in _children if shiboken6.isValid(each)]
    interface = TimelineInterface(cast("TimelineCanvas", thing))
    _interfaces.append(interface)
    return interface


class TimelineInterface(QAccessibleWidget):
    """The timeline as a list."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = canvas
        self._made: dict[ChildName, TimelineChild] = {}

    def childCount(self) -> int:
        """How many bars there are, and the application date."""
        return len(child_names(self._canvas))

    def child(self, index: int) -> QAccessibleInterface:
        """The child at a position."""
        names = child_names(self._canvas)
        if not 0 <= index < len(names):
            return _NO_INTERFACE
        name = names[index]
        if name not in self._made or not shiboken6.isValid(self._made[name]):
            self._made[name] = TimelineChild(self._canvas, name)
            _children.append(self._made[name])
        return self._made[name]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The position of a child; -1 for none of ours."""
        names = child_names(self._canvas)
        if isinstance(child, TimelineChild) and child.name in names:
            return names.index(child.name)
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The child at a place of the screen."""
        for index in range(self.childCount()):
            child = self.child(index)
            if child.rect().contains(x, y):
                return child
        return _NO_INTERFACE

    def focusChild(self) -> QAccessibleInterface:
        """The child the keyboard is on."""
        marks = self._canvas.board.marks
        names = child_names(self._canvas)
        on = APPLICATION if marks.on_handle else marks.selected
        if on is None or on not in names or not self._canvas.hasFocus():
            return _NO_INTERFACE
        return self.child(names.index(on))


class TimelineChild(QAccessibleInterface):
    """A bar, or the application date, as an item of the list."""

    def __init__(self, canvas: TimelineCanvas, name: ChildName) -> None:
        super().__init__()
        self._canvas = canvas
        self.name = name

    def isValid(self) -> bool:
        """Whether what it stands for is still there."""
        return shiboken6.isValid(self._canvas) and self.name in child_names(self._canvas)

    def object(self) -> QObject:
        """It is no object of its own."""
        return _NO_OBJECT

    def window(self) -> QWindow:
        """It is no window."""
        return _NO_WINDOW

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> QAccessibleInterface:
        """It has no children."""
        return _NO_INTERFACE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """It has no children."""
        return _NO_INTERFACE

    def childCount(self) -> int:
        """It has no children."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has no children."""
        return -1

    def focusChild(self) -> QAccessibleInterface:
        """It has no children."""
        return _NO_INTERFACE

    def role(self) -> QAccessible.Role:
        """An item of a list; the application date can be dragged like a slider."""
        return QAccessible.Role.Slider if self.name == APPLICATION else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is selected, focused, in view."""
        state = QAccessible.State()
        marks = self._canvas.board.marks
        on = marks.on_handle if self.name == APPLICATION else marks.selected == self.name
        state.focusable = True
        state.focused = on and self._canvas.hasFocus()
        state.selectable = self.name != APPLICATION
        state.selected = on and self.name != APPLICATION
        state.offscreen = self._place() is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name: what it is, its days, how many count."""
        if kind is not QAccessible.Text.Name:
            return ""
        shown = self._canvas.board.shown
        if shown is None:
            return ""
        if self.name == APPLICATION:
            _ = self._canvas.board.words
            return _("Application date {day}", day=shown.chart.on)
        bar = self._bar
        return "" if bar is None else bar.said

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Its text follows the file."""

    def rect(self) -> QRect:
        """Where it is on the screen; empty when out of view."""
        place = self._place()
        if place is None:
            return QRect()
        corner = self._canvas.viewport().mapToGlobal(QRect(0, 0, 1, 1).topLeft())
        return QRect(round(place.x), round(place.y), round(place.w), round(place.h)).translated(corner)

    @property
    def _bar(self) -> Bar | None:
        return self._canvas.board.bar(self.name) if isinstance(self.name, Key) else None

    def _place(self) -> Rect | None:
        scene = self._canvas.scene()
        if scene is None:
            return None
        if self.name == APPLICATION:
            return scene.flag
        return None if self._bar is None else scene.bar_rect(self._bar)
