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


def below(reader: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below a reader's node, in order."""
    for at in range(reader.childCount()):
        child = reader.child(at)
        yield child
        yield from below(child)


def said(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def heard(desk: Desk, role: QAccessible.Role | None = None) -> list[str]:
    return [said(node) for node in below(interface(desk)) if role is None or node.role() is role]


def found(desk: Desk, name: str) -> QAccessibleInterface:
    return next(node for node in below(interface(desk)) if name in said(node))


HARBOUR = "Job, Harbour Analytics, 2024-09-16 to 2025-03-09, 175 days count"


def test_every_lane_and_bar_is_heard_by_its_name(desk: Desk) -> None:
    reader = interface(desk)
    assert [said(reader.child(at)) for at in range(reader.childCount())] == [
        "Application date 2026-11-22",
        "Status, 4 entries",
        "Work, 1,612.5 h, 5 entries",
        "Study, 2 entries",
        "Tests, 2 entries",
    ]
    assert HARBOUR in heard(desk, QAccessible.Role.ListItem)
    assert len(heard(desk, QAccessible.Role.ListItem)) == len(desk.scene.chart.bars)
    assert all(heard(desk))


def test_the_parts_of_a_bar_have_names_and_values(desk: Desk) -> None:
    parts = [
        (node.role(), said(node), node.text(QAccessible.Text.Value)) for node in below(found(desk, HARBOUR))
    ]
    slider = QAccessible.Role.Slider
    assert parts == [
        (slider, "Start of Harbour Analytics", "2024-09-16"),
        (slider, "End of Harbour Analytics", "2025-03-09"),
    ]
    application = interface(desk).child(0)
    assert (application.role(), application.text(QAccessible.Text.Value)) == (slider, "2026-11-22")


def test_days_that_do_not_count_are_heard_with_reason_and_citation(desk: Desk) -> None:
    (days,) = [
        node
        for node in below(found(desk, "Job, Northlight"))
        if node.role() is QAccessible.Role.StaticText and "leave" in said(node)
    ]
    assert "Does not count: 2026-07-06 – 2026-08-01, 27 days" in said(days)
    assert "on leave, R73(2)" in said(days)
    assert days.rect().width() > 0


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
    assert said(reader) == "Timeline"


def test_a_bar_knows_its_place_parent_and_position(desk: Desk) -> None:
    child = found(desk, HARBOUR)
    lane = child.parent()
    assert child.isValid()
    assert said(lane).startswith("Work")
    assert said(lane.parent()) == "Timeline"
    assert said(lane.child(lane.indexOfChild(child))) == HARBOUR
    rect, painted = child.rect(), desk.rect("harbour")
    corner = desk.surface.mapToGlobal(desk.surface.rect().topLeft())
    assert (rect.x() - corner.x(), rect.width()) == (round(painted.x), round(painted.w))
    middle = rect.center()
    there = interface(desk).childAt(middle.x(), middle.y())
    assert said(there) == said(lane)
    assert said(there.childAt(middle.x(), middle.y())) == HARBOUR


def test_what_is_out_of_view_says_so(desk: Desk) -> None:
    desk.look_at("2026-06-01", 4.0)
    child = found(desk, HARBOUR)
    assert child.state().offscreen
    assert child.rect().isEmpty()


def test_the_focus_is_where_the_keyboard_is(desk: Desk) -> None:
    reader = interface(desk)
    desk.canvas.setFocus()
    assert said(reader.focusChild()).startswith("Status, ")
    desk.timeline.select(*desk.key("cafe"))
    focused = reader.focusChild()
    assert said(focused).startswith("Job, Café Meridian")
    assert focused.state().focused
    assert focused.state().selected
    desk.keys(Qt.Key.Key_Tab)
    assert said(reader.focusChild()) == "Start of Café Meridian"
    desk.keys(Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert said(reader.focusChild()).startswith("Application date")


def test_every_one_of_several_selected_says_that_it_is(desk: Desk) -> None:
    desk.timeline.select(*desk.key("cafe"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.ShiftModifier)
    selected = [said(node) for node in below(interface(desk)) if node.state().selected]
    assert len(selected) == 2


def test_a_child_of_an_entry_that_is_gone_is_not_valid(desk: Desk) -> None:
    child = found(desk, HARBOUR)
    desk.timeline.select(*desk.key("harbour"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Delete)
    assert not child.isValid()
    assert said(child) == ""
    assert child.rect().isEmpty()


def test_a_screen_reader_follows_the_keyboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[QAccessible.Event, str]] = []

    def keep(event: QAccessibleEvent) -> None:
        told.append((event.type(), said(event.accessibleInterface())))

    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._send", keep)
    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._heard", lambda: True)
    focus, value = QAccessible.Event.Focus, QAccessible.Event.ValueChanged
    desk.timeline.select(*desk.key("cafe"))
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Left)
    assert told[-1] == (focus, HARBOUR)
    desk.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert told[-1] == (focus, "End of Harbour Analytics")
    desk.keys(Qt.Key.Key_Right)
    assert (value, "End of Harbour Analytics") in told
    assert any(kind is QAccessible.Event.NameChanged and "Harbour" in name for kind, name in told)
    desk.keys(Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert told[-1] == (focus, "Application date 2026-11-22")


def test_a_screen_reader_hears_why_something_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(qtbot, full_life() | {"application": {"submitted": True, "received_on": "2026-10-15"}})
    spoken: list[str] = []

    def keep(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            spoken.append(event.message())

    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._send", keep)
    monkeypatch.setattr("cec_desktop.ui.timeline.accessible._heard", lambda: True)
    desk.canvas.setFocus()
    desk.keys(Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert spoken == ["Received on 2026-10-15: the date can no longer be moved"]
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
    waiting, names = [reader], []
    while waiting:
        node = waiting.pop()
        waiting += [node.child(at) for at in range(node.childCount())]
        names.append(node.text(QAccessible.Text.Name))
        QAccessible.uniqueId(node)
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
    assert (run.returncode, run.stdout.strip()) == (0, "44")
