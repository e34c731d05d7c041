"""A timeline on a desk: a person's mouse and keys in front, a session that answers behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.model import CaseFile, Item
from cec_desktop.practice.view import CaseView
from cec_desktop.resources import resource
from cec_desktop.ui.theme import theme_named
from cec_desktop.ui.timeline.bars import Key
from cec_desktop.ui.timeline.charting import item_of
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.scene import Scene
from cec_desktop.ui.timeline.view import TimelineView
from tests.ui.timeline.stories import EN, FR, at, case_of, view_of

LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LIGHT, DARK = theme_named("light"), theme_named("dark")
FAMILY = "Source Sans 3"


def use_own_font() -> Iterator[None]:
    """Write with the typeface of the program, whatever the machine has."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font()
    for weight in ("Regular", "Semibold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSans3-{weight}.ttf")))
    font = app.font()
    font.setFamily(FAMILY)
    font.setPixelSize(13)
    app.setFont(font)
    yield
    app.setFont(before)


class Desk:
    """Shows a file on a timeline and carries out what the timeline asks for."""

    def __init__(
        self,
        qtbot: QtBot,
        raw: Mapping[str, Any],
        *,
        width: int = 900,
        height: int = 420,
        language: str = "en",
    ) -> None:
        self.qtbot = qtbot
        self.timeline = TimelineView(FR if language == "fr" else EN, LIGHT)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.timeline)
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        self.steps: list[CaseFile] = [case_of(raw)]
        self.edits: list[Edit] = []
        self.previews: list[Edit | None] = []
        self.selected: list[tuple[str, str]] = []
        self.opened: list[tuple[str, str]] = []
        self.added: list[tuple[str, object, object]] = []
        self.weeks: list[str] = []
        self.timeline.edit_requested.connect(self._apply)
        self.timeline.preview_requested.connect(self._preview)
        self.timeline.selection_requested.connect(lambda *key: self.selected.append(key))
        self.timeline.open_requested.connect(lambda *key: self.opened.append(key))
        self.timeline.add_requested.connect(lambda *new: self.added.append(new))
        self.timeline.weeks_requested.connect(self.weeks.append)
        self.view: CaseView = view_of(self.case)
        self.timeline.display(self.view)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.canvas = self.timeline.canvas
        self.surface = self.canvas.viewport()

    @property
    def case(self) -> CaseFile:
        return self.steps[-1]

    def undo(self) -> None:
        self.steps.pop()
        self._show()

    def _apply(self, edit: Edit) -> None:
        self.edits.append(edit)
        self.steps.append(edit.change(self.case))
        self._show()

    def _show(self) -> None:
        self.view = view_of(self.case)
        self.timeline.display(self.view)

    def _preview(self, edit: Edit | None) -> None:
        self.previews.append(edit)
        self.timeline.display(self.view if edit is None else view_of(edit.change(self.case), preview=True))

    # What is on the screen

    @property
    def scene(self) -> Scene:
        scene = self.canvas.scene()
        assert scene is not None
        return scene

    def look_at(self, left: str, px: float) -> None:
        """Show the days from one on, so many pixels each."""
        self.canvas.zoomer.show(Scale(at(left), px))

    def key(self, item_id: str) -> Key:
        return next(bar.key for bar in self.scene.chart.bars if bar.key.item_id.startswith(item_id))

    def rect(self, item_id: str) -> Rect:
        placed = self.scene.placed(self.key(item_id))
        assert placed is not None
        return self.scene.rect(placed.rect)

    def item(self, item_id: str) -> Item:
        list_name = next(
            key.list_name for bar in self.scene.chart.bars if (key := bar.key).item_id == item_id
        )
        found = item_of(self.case, Key(list_name, item_id))
        assert found is not None
        return found

    def place(self, day: str, item_id: str) -> QPointF:
        """The middle of a bar's height on a day."""
        return QPointF(self.scene.x(at(day) + 0.5), self.rect(item_id).middle[1])

    def picture(self, ratio: float = 1.0) -> QImage:
        """What is painted, as the screen of a ratio would show it."""
        size = self.surface.size() * ratio
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("#FF00FF"))
        self.surface.render(image)
        return image

    def colours(self, x: float, y: float, w: float, h: float) -> set[str]:
        """The colours painted in a rectangle of the view."""
        image = self.picture()
        return {
            image.pixelColor(column, row).name()
            for column in range(round(x), round(x + w))
            for row in range(round(y), round(y + h))
        }

    # What a person does

    def mouse(
        self,
        kind: QEvent.Type,
        place: QPointF,
        button: Qt.MouseButton = NONE,
        held: Qt.MouseButton = NONE,
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        event = QMouseEvent(kind, place, self.surface.mapToGlobal(place), button, held, modifiers)
        QApplication.sendEvent(self.surface, event)

    def press(
        self, place: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.mouse(QEvent.Type.MouseMove, place)
        self.mouse(QEvent.Type.MouseButtonPress, place, button, button, modifiers)

    def move(
        self, place: QPointF, held: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.mouse(QEvent.Type.MouseMove, place, NONE, held, modifiers)

    def release(
        self, place: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, place, button, NONE, modifiers)

    def click(self, place: QPointF) -> None:
        self.press(place)
        self.release(place)

    def double_click(self, place: QPointF) -> None:
        self.click(place)
        self.mouse(QEvent.Type.MouseButtonDblClick, place, LEFT, LEFT)
        self.release(place)

    def drag(
        self,
        start: QPointF,
        end: QPointF,
        *,
        button: Qt.MouseButton = LEFT,
        modifiers: Qt.KeyboardModifier = PLAIN,
        let_go: bool = True,
    ) -> None:
        """Press, move in steps, let go."""
        self.press(start, button, modifiers)
        for step in range(1, 6):
            self.move(start + (end - start) * step / 5, button, modifiers)
        if let_go:
            self.release(end, button, modifiers)

    def wheel(
        self, place: QPointF, notches: float, modifiers: Qt.KeyboardModifier = PLAIN, sideways: float = 0
    ) -> None:
        event = QWheelEvent(
            place,
            self.surface.mapToGlobal(place),
            QPoint(),
            QPoint(round(sideways * 120), round(notches * 120)),
            NONE,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.surface, event)

    def keys(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
        for key in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.canvas, QKeyEvent(kind, key, modifiers, text))

    def period(self, item_id: str) -> tuple[object, object]:
        item = self.item(item_id)
        return getattr(item, "start", None), getattr(item, "end", None)


def d(text: str) -> date:
    return date.fromisoformat(text)
