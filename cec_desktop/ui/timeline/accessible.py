"""The timeline for those who hear it: its lanes, in them their bars, in those their ends and stretches.

Qt makes no value interface of one written in Python, so that what a handle says is its text as a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

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
from cec_desktop.ui.timeline.hearing import lane_heard, part_heard, value_heard
from cec_desktop.ui.timeline.navigation import parts_of, stretch_of
from cec_desktop.ui.timeline.scene import Part

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.geometry import Rect

APPLICATION = "application"
"""The child that stands for the application date."""


class PartName(NamedTuple):
    """A part of a bar: an end, the whole, a leave, a stretch that does not count."""

    key: Key
    part: int


ChildName: TypeAlias = "str | Lane | Key | PartName"

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


def announce_focus(canvas: TimelineCanvas, on: Key | Lane | None, part: int = Part.NONE) -> None:
    """Tell a screen reader what the keyboard is on: a bar, its part, a lane, or the application date."""
    if _heard():
        name: ChildName = APPLICATION if on is None else on
        if isinstance(on, Key) and part != Part.NONE:
            name = PartName(on, part)
        _tell_of(canvas, name, QAccessible.Event.Focus)


def announce_change(canvas: TimelineCanvas, key: Key | None, part: int = Part.NONE) -> None:
    """Tell a screen reader that the selected bar is called otherwise now: its days changed."""
    if key is not None and _heard() and canvas.board.bar(key) is not None:
        if part in (Part.START, Part.END):
            _tell_of(canvas, PartName(key, part), QAccessible.Event.ValueChanged)
        _tell_of(canvas, key, QAccessible.Event.NameChanged)


def _tell_of(canvas: TimelineCanvas, name: ChildName, what: QAccessible.Event) -> None:
    reader = QAccessible.queryAccessibleInterface(canvas)
    child = reader.named(name) if isinstance(reader, TimelineInterface) else None
    _send(QAccessibleEvent(canvas, what) if child is None else QAccessibleEvent(child, what))


def announce(canvas: TimelineCanvas, text: str) -> None:
    """Let a screen reader say something at once."""
    if _heard():
        _send(QAccessibleAnnouncementEvent(canvas, text))


def _heard() -> bool:
    """Whether anybody listens."""
    return QAccessible.isActive()


def _send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)


def _make_interface(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or not thing.property("timeline"):
        return None
    _interfaces[:] = [each for each in _interfaces if shiboken6.isValid(each)]
    _children[:] = [each for each in _children if shiboken6.isValid(each)]
    interface = TimelineInterface(cast("TimelineCanvas", thing))
    _interfaces.append(interface)
    return interface


class TimelineInterface(QAccessibleWidget):
    """The timeline as a tree."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = canvas
        self._made: dict[ChildName, TimelineChild] = {}

    def childCount(self) -> int:
        """The application date and the lanes."""
        return len(self._names)

    @property
    def _names(self) -> list[ChildName]:
        return [] if self._canvas.board.shown is None else [APPLICATION, *Lane]

    def named(self, name: ChildName) -> TimelineChild:
        """What stands for something, made when it is first asked for."""
        if name not in self._made or not shiboken6.isValid(self._made[name]):
            self._made[name] = TimelineChild(self._canvas, self, name)
            _children.append(self._made[name])
        return self._made[name]

    def child(self, index: int) -> QAccessibleInterface:
        """The child at a position."""
        names = self._names
        return self.named(names[index]) if 0 <= index < len(names) else _NO_INTERFACE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The position of a child; -1 for none of ours."""
        return _position(self._names, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The child at a place of the screen."""
        found = (self.child(index) for index in range(self.childCount()))
        return next((child for child in found if child.rect().contains(x, y)), _NO_INTERFACE)

    def focusChild(self) -> QAccessibleInterface:
        """What the keyboard is on."""
        marks = self._canvas.board.marks
        if not self._canvas.hasFocus() or self._canvas.board.shown is None:
            return _NO_INTERFACE
        if marks.on_handle:
            return self.named(APPLICATION)
        if marks.selected is None:
            return _NO_INTERFACE if marks.lane is None else self.named(marks.lane)
        return self.named(marks.selected if marks.part == Part.NONE else PartName(marks.selected, marks.part))


class TimelineChild(QAccessibleInterface):
    """The application date, a lane, a bar, or a part of a bar."""

    def __init__(self, canvas: TimelineCanvas, reader: TimelineInterface, name: ChildName) -> None:
        super().__init__()
        self._canvas, self._reader = canvas, reader
        self.name = name

    def isValid(self) -> bool:
        """Whether what it stands for is still there."""
        if not shiboken6.isValid(self._canvas) or self._canvas.board.shown is None:
            return False
        return self._key is None or self._bar is not None

    def object(self) -> QObject:
        """It is no object of its own."""
        return _NO_OBJECT

    def window(self) -> QWindow:
        """It is no window."""
        return _NO_WINDOW

    def parent(self) -> QAccessibleInterface:
        """A bar stands in its lane, a part in its bar, all else in the timeline."""
        bar = self._bar
        if isinstance(self.name, PartName):
            return self._reader.named(self.name.key)
        if isinstance(self.name, Key) and bar is not None:
            return self._reader.named(bar.lane)
        return QAccessible.queryAccessibleInterface(self._canvas)

    def _names(self) -> list[ChildName]:
        shown, bar = self._canvas.board.shown, self._bar
        if isinstance(self.name, Lane) and shown is not None:
            return [each.key for each in shown.chart.in_lane(self.name)]
        if isinstance(self.name, Key) and bar is not None:
            item = self._canvas.board.item(self.name)
            return [PartName(self.name, part) for part in parts_of(bar, item) if part != Part.BODY]
        return []

    def child(self, index: int) -> QAccessibleInterface:
        """The child at a position."""
        names = self._names()
        return self._reader.named(names[index]) if 0 <= index < len(names) else _NO_INTERFACE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The child at a place of the screen."""
        found = (self.child(index) for index in range(self.childCount()))
        return next((child for child in found if child.rect().contains(x, y)), _NO_INTERFACE)

    def childCount(self) -> int:
        """How many bars a lane has, how many parts a bar."""
        return len(self._names())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The position of a child; -1 for none of its own."""
        return _position(self._names(), child)

    def focusChild(self) -> QAccessibleInterface:
        """The child the keyboard is on."""
        focused = self._reader.focusChild()
        return focused if self.indexOfChild(focused) >= 0 else _NO_INTERFACE

    def role(self) -> QAccessible.Role:
        """A lane is a list, a bar an item of it; what can be moved along the days is a slider."""
        if isinstance(self.name, Lane):
            return QAccessible.Role.List
        if isinstance(self.name, Key):
            return QAccessible.Role.ListItem
        days = isinstance(self.name, PartName) and self.name.part >= Part.LEAF
        return QAccessible.Role.StaticText if days else QAccessible.Role.Slider

    def state(self) -> QAccessible.State:
        """Whether it is selected, focused, in view."""
        state = QAccessible.State()
        marks = self._canvas.board.marks
        state.focusable = True
        state.focused = self._reader.focusChild() is self
        state.selectable = state.multiSelectable = isinstance(self.name, Key)
        state.selected = self.name in marks.chosen
        state.offscreen = self._place() is None
        shown = self._canvas.board.shown
        state.readOnly = self.name == APPLICATION and shown is not None and shown.chart.on_fixed
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name: what it is, its days, how many count; its value where it is one that can be moved."""
        if kind not in (QAccessible.Text.Name, QAccessible.Text.Value) or not self.isValid():
            return ""
        board = self._canvas.board
        assert board.shown is not None
        _, bar, part = board.words, self._bar, self._part
        if kind is QAccessible.Text.Value:
            return value_heard(board.shown.chart, bar, part, _) if self.name not in tuple(Lane) else ""
        if isinstance(self.name, Lane):
            return lane_heard(board.shown.chart, self.name, _)
        if bar is None:
            return _("Application date {day}", day=board.shown.chart.on)
        return bar.said if part == Part.NONE else part_heard(board.shown.view, bar, part, _)

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
    def _key(self) -> Key | None:
        if isinstance(self.name, PartName):
            return self.name.key
        return self.name if isinstance(self.name, Key) else None

    @property
    def _part(self) -> int:
        return self.name.part if isinstance(self.name, PartName) else Part.NONE

    @property
    def _bar(self) -> Bar | None:
        return self._canvas.board.bar(self._key)

    def _place(self) -> Rect | None:
        scene = self._canvas.scene()
        if scene is None:
            return None
        if self.name == APPLICATION:
            return scene.flag
        if isinstance(self.name, Lane):
            return scene.lane_rect(self.name)
        bar = self._bar
        whole = None if bar is None else scene.bar_rect(bar)
        if whole is None or bar is None or self._part in (Part.NONE, Part.BODY):
            return whole
        stretch = stretch_of(bar, self._part)
        if stretch is not None:
            return scene.days_rect(whole, stretch.first, stretch.after)
        return scene.end_rect(whole, at_start=self._part == Part.START)


def _position(names: list[ChildName], child: QAccessibleInterface) -> int:
    if isinstance(child, TimelineChild) and child.name in names:
        return names.index(child.name)
    return -1
