"""The timeline for those who hear it."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.gui.timeline_desk import Desk, use_own_font
from tests.ui.timeline.stories import FR, full_life

pytestmark = pytest.mark.usefixtures("own_font")


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, full_life(), width=1440)


def interface(desk: Desk) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(desk.canvas)
    assert found is not None
    return found


def heard(desk: Desk) -> list[str]:
    reader = interface(desk)
    return [reader.child(at).text(QAccessible.Text.Name) for at in range(reader.childCount())]


def test_every_bar_is_a_child_with_its_name(desk: Desk) -> None:
    names = heard(desk)
    assert names[0] == "Application date 2026-11-22"
    assert "Job, Harbour Analytics, 2024-09-16 to 2025-03-09, 175 days count" in names
    assert len(names) == 1 + len(desk.scene.chart.bars)
    assert all(names)


def test_the_names_follow_the_language_and_the_file(desk: Desk) -> None:
    desk.timeline.set_words(FR)
    assert "Emploi, Harbour Analytics, du 2024-09-16 au 2025-03-09, 175 jours comptent" in heard(desk)
    desk.timeline.select(*desk.key("harbour"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Delete)
    assert not any("Harbour" in name for name in heard(desk))


def test_the_timeline_itself_has_a_name_and_a_role(desk: Desk) -> None:
    reader = interface(desk)
    assert reader.role() is QAccessible.Role.List
    assert reader.text(QAccessible.Text.Name) == "Timeline"


def test_a_child_knows_its_place_parent_and_position(desk: Desk) -> None:
    reader = interface(desk)
    at = heard(desk).index("Job, Harbour Analytics, 2024-09-16 to 2025-03-09, 175 days count")
    child = reader.child(at)
    assert child.role() is QAccessible.Role.ListItem
    assert child.isValid()
    assert child.childCount() == 0
    assert reader.indexOfChild(child) == at
    parent = child.parent()
    assert parent is not None
    assert parent.childCount() == reader.childCount()
    rect, painted = child.rect(), desk.rect("harbour")
    corner = desk.surface.mapToGlobal(desk.surface.rect().topLeft())
    assert (rect.x() - corner.x(), rect.width()) == (round(painted.x), round(painted.w))
    middle = rect.center()
    found = reader.childAt(middle.x(), middle.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == child.text(QAccessible.Text.Name)


def test_what_is_out_of_view_says_so(desk: Desk) -> None:
    desk.look_at("2026-06-01", 4.0)
    reader = interface(desk)
    at = heard(desk).index("Job, Harbour Analytics, 2024-09-16 to 2025-03-09, 175 days count")
    assert reader.child(at).state().offscreen
    assert reader.child(at).rect().isEmpty()


def test_the_focus_is_where_the_keyboard_is(desk: Desk) -> None:
    reader = interface(desk)
    desk.canvas.setFocus()
    assert reader.focusChild() is None
    desk.timeline.select(*desk.key("cafe"))
    focused = reader.focusChild()
    assert focused is not None
    assert focused.text(QAccessible.Text.Name).startswith("Job, Café Meridian")
    assert focused.state().focused
    assert focused.state().selected
    desk.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    focused = reader.focusChild()
    assert focused is not None
    assert focused.role() is QAccessible.Role.Slider


def test_a_child_of_an_entry_that_is_gone_is_not_valid(desk: Desk) -> None:
    reader = interface(desk)
    at = next(at for at, name in enumerate(heard(desk)) if "Harbour" in name)
    child = reader.child(at)
    desk.timeline.select(*desk.key("harbour"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Delete)
    assert not child.isValid()
    assert child.text(QAccessible.Text.Name) == ""
    assert child.rect().isEmpty()


def test_a_screen_reader_follows_the_keyboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[QAccessibleEvent] = []
    told: list[tuple[QAccessible.Event, int]] = []

    def keep(event: QAccessibleEvent) -> None:
        sent.append(event)
        told.append((event.type(), event.child()))

    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._send", keep)
    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._heard", lambda: True)
    names = heard(desk)
    at = next(at for at, name in enumerate(names) if "Harbour" in name)
    desk.timeline.select(*desk.key("cafe"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Left)
    assert told[-1] == (QAccessible.Event.Focus, at)
    desk.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Right)
    assert (QAccessible.Event.NameChanged, at) in told
    desk.keys(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert told[-1] == (QAccessible.Event.Focus, 0)


def test_a_screen_reader_hears_why_something_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(qtbot, full_life() | {"application": {"submitted": True, "received_on": "2026-10-15"}})
    said: list[str] = []

    def keep(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._send", keep)
    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._heard", lambda: True)
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert said == ["Received on 2026-10-15: the date can no longer be moved"]
    QToolTip.hideText()


PROGRAM = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from cec_desktop.ui.theme import theme_named
from cec_desktop.ui.timeline.view import TimelineView
from tests.ui.timeline.stories import EN, full_life, view_of

app = QApplication([])
for _ in range(3):
    view = TimelineView(EN, theme_named("light"))
    view.display(view_of(full_life()))
    view.show()
    reader = QAccessible.queryAccessibleInterface(view.canvas)
    names = [reader.child(at).text(QAccessible.Text.Name) for at in range(reader.childCount())]
    for at in range(reader.childCount()):
        QAccessible.uniqueId(reader.child(at))
    view.close()
    view.deleteLater()
    del view
    app.processEvents()
    app.sendPostedEvents(None, 52)
print(len(names))
"""


def test_a_program_that_was_read_ends_in_peace() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout.strip()) == (0, "14")
