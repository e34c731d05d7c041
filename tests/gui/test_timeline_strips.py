"""What stands around the lanes: buttons, undated entries, the overview, the foot of an empty file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Key, Lane
from cec_desktop.ui.timeline.tray import ChipButton
from cec_desktop.ui.timeline.zooming import Fit
from tests.gui.timeline_desk import DARK, LEFT, NONE, PLAIN, SHIFT, Desk, use_own_font
from tests.ui.timeline.stories import FR, at, full_life, nothing_yet, view_of

pytestmark = pytest.mark.usefixtures("own_font")


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, full_life(), width=1100, height=760)


def still(desk: Desk) -> None:
    """Wait for a glide to end."""
    glide = desk.canvas.zoomer._glide
    desk.qtbot.waitUntil(lambda: glide.state() == glide.State.Stopped)


def mouse(
    widget: QWidget, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    place = QPointF(x, y)
    QApplication.sendEvent(widget, QMouseEvent(kind, place, widget.mapToGlobal(place), button, held, PLAIN))


def pull(widget: QWidget, start: float, end: float, y: float = 12) -> None:
    """Drag in a strip from one place to another."""
    mouse(widget, QEvent.Type.MouseMove, start, y, NONE, NONE)
    mouse(widget, QEvent.Type.MouseButtonPress, start, y, LEFT, LEFT)
    for step in range(1, 5):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step / 4, y, NONE, LEFT)
    mouse(widget, QEvent.Type.MouseButtonRelease, end, y, LEFT, NONE)


def press_key(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


# Buttons


@pytest.mark.parametrize("lane", list(Lane))
def test_a_button_adds_to_each_lane(desk: Desk, lane: Lane) -> None:
    desk.timeline.toolbar.adds[lane].click()
    assert desk.added == [(lane.list_name, None, None)]


def test_the_window_fits_at_first_and_everything_on_demand(desk: Desk) -> None:
    toolbar = desk.timeline.toolbar
    assert toolbar.window_fit.isChecked()
    assert toolbar.window_fit.text().strip() == "3 years"
    scene = desk.scene
    assert scene.left < scene.x(at("2023-11-22")) < scene.x(at("2026-11-22")) < scene.width
    assert scene.x(at("2018-07-02")) < scene.left
    toolbar.life.click()
    still(desk)
    assert (toolbar.life.isChecked(), toolbar.window_fit.isChecked()) == (True, False)
    assert desk.scene.x(at("2018-07-02")) > scene.left
    toolbar.window_fit.click()
    still(desk)
    assert desk.scene.layout.scale == scene.layout.scale


def test_a_fitted_view_stays_fitted_when_the_width_changes(desk: Desk) -> None:
    desk.window.resize(1500, 760)
    desk.qtbot.waitUntil(lambda: desk.surface.width() > 1400)
    assert desk.scene.x(at("2023-11-22")) > desk.scene.left
    assert desk.scene.handle < desk.scene.width
    assert desk.scene.handle > desk.scene.width * 0.8


def test_zoom_buttons_keep_the_middle(desk: Desk) -> None:
    middle = desk.canvas.board.scale.boundary(desk.canvas.zoomer.lanes_width / 2)
    px = desk.canvas.board.scale.px
    desk.timeline.toolbar.closer.click()
    still(desk)
    assert desk.canvas.board.scale.px == pytest.approx(px * 1.5)
    assert desk.canvas.board.scale.boundary(desk.canvas.zoomer.lanes_width / 2) == pytest.approx(middle)
    assert not desk.timeline.toolbar.window_fit.isChecked()
    desk.timeline.toolbar.farther.click()
    still(desk)
    assert desk.canvas.board.scale.px == pytest.approx(px)


def test_a_glide_is_left_out_where_the_system_asks_for_no_motion(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cec_desktop.ui.timeline.zooming.motion", lambda _widget, _ms: 0)
    px = desk.canvas.board.scale.px
    desk.timeline.toolbar.closer.click()
    assert desk.canvas.board.scale.px == pytest.approx(px * 1.5)


def test_clicks_in_a_row_zoom_from_where_the_glide_is_going(desk: Desk) -> None:
    px = desk.canvas.board.scale.px
    desk.timeline.toolbar.closer.click()
    desk.timeline.toolbar.closer.click()
    still(desk)
    assert desk.canvas.board.scale.px == pytest.approx(px * 2.25)


def test_snapping_can_be_switched_off(desk: Desk) -> None:
    desk.look_at("2024-08-09", 1.43)
    desk.timeline.toolbar.snap.click()
    rect = desk.rect("harbour")
    end = QPointF(rect.right - 1, rect.middle[1])
    desk.drag(end, QPointF(desk.scene.x(at("2025-02-16")) - 1, end.y()))
    assert str(desk.period("harbour")[1]) == "2025-02-15"


def test_words_give_way_to_icons_where_there_is_no_room(desk: Desk) -> None:
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    toolbar = desk.timeline.toolbar
    assert toolbar.adds[Lane.WORK].toolButtonStyle() is beside
    desk.window.resize(420, 760)
    desk.qtbot.waitUntil(lambda: toolbar.adds[Lane.WORK].toolButtonStyle() is alone)
    assert toolbar.window_fit.toolButtonStyle() is beside
    assert toolbar.adds[Lane.WORK].toolTip() == "Add: Job (J)"


def test_before_the_class_existed_there_is_no_window_to_fit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life() | {"application_date": "2008-01-15"})
    assert not desk.timeline.toolbar.window_fit.isEnabled()
    assert not desk.timeline.toolbar.window_fit.isChecked()


# Undated entries


def test_an_entry_without_a_day_waits_in_the_tray(desk: Desk) -> None:
    (chip,) = desk.timeline.tray.chips
    assert chip.isVisible()
    assert chip.accessibleName() == "Job, Tutor Hub, no start date"
    chip.click()
    assert desk.selected == [("jobs", "tutor")]
    assert chip.chosen
    mouse(chip, QEvent.Type.MouseButtonDblClick, 10, 10, LEFT, LEFT)
    press_key(chip, Qt.Key.Key_Return)
    assert desk.opened == [("jobs", "tutor")] * 2
    press_key(chip, Qt.Key.Key_Delete)
    assert all(job.id != "tutor" for job in desk.case.jobs)
    assert desk.timeline.tray.isHidden()


def test_the_tray_goes_when_nothing_waits(qtbot: QtBot) -> None:
    raw = full_life()
    del raw["jobs"][-1]
    desk = Desk(qtbot, raw, height=760)
    assert desk.timeline.tray.isHidden()
    assert desk.timeline.overview.isVisible()


def test_the_legend_names_the_fills_there_are(desk: Desk) -> None:
    assert desk.timeline.tray.legend() == [
        (Fill.COUNTS, "counts"),
        (Fill.NOT_COUNTED, "does not count"),
        (Fill.PROJECTED, "projected"),
    ]
    desk.timeline.set_words(FR)
    assert desk.timeline.tray.legend()[1] == (Fill.NOT_COUNTED, "ne compte pas")


def test_chips_without_room_wait_in_a_menu(qtbot: QtBot) -> None:
    raw = full_life()
    raw["jobs"] += [{"id": f"more{number}", "employer": f"Employer number {number}"} for number in range(8)]
    desk = Desk(qtbot, raw, width=700, height=760)
    tray = desk.timeline.tray
    visible = [chip for chip in tray.chips if chip.isVisible()]
    assert 0 < len(visible) < 9
    assert max(chip.geometry().right() for chip in visible) < tray.width()
    actions: list[Any] = tray._more.menu().actions()
    assert len(visible) + len(actions) == 9
    actions[-1].trigger()
    assert desk.opened == [("jobs", "more7")]


def to_lanes(desk: Desk, chip: ChipButton, day: str, *, let_go: bool = True) -> None:
    """Drag a chip onto the lanes, to a day."""
    there = QPointF(desk.scene.x(at(day) + 0.2), desk.scene.y(desk.scene.box(chip.chip.lane).top) + 20)
    end = QPointF(chip.mapFromGlobal(desk.surface.mapToGlobal(there.toPoint())))
    mouse(chip, QEvent.Type.MouseMove, 10, 10, NONE, NONE)
    mouse(chip, QEvent.Type.MouseButtonPress, 10, 10, LEFT, LEFT)
    for step in range(1, 5):
        place = QPointF(10, 10) + (end - QPointF(10, 10)) * step / 4
        mouse(chip, QEvent.Type.MouseMove, place.x(), place.y(), NONE, LEFT)
    if let_go:
        mouse(chip, QEvent.Type.MouseButtonRelease, end.x(), end.y(), LEFT, NONE)


def test_an_undated_entry_is_dragged_onto_the_lanes_to_be_dated(desk: Desk) -> None:
    (chip,) = desk.timeline.tray.chips
    to_lanes(desk, chip, "2025-04-10", let_go=False)
    readout = desk.timeline.readout.readout
    assert readout is not None
    assert (readout.title, readout.act) == ("Tutor Hub", "dated")
    assert readout.rows[0].value == "from 2025-04-10, goes on"
    assert readout.verdict
    assert any(bar.key.item_id == "tutor" for bar in desk.scene.chart.bars)
    assert desk.edits == []
    mouse(chip, QEvent.Type.MouseButtonRelease, 10, 10, LEFT, NONE)
    assert desk.period("tutor") == (date(2025, 4, 10), None)
    assert len(desk.edits) == 1
    assert desk.timeline.tray.isHidden()


def test_escape_leaves_a_dragged_entry_in_its_tray(desk: Desk) -> None:
    (chip,) = desk.timeline.tray.chips
    to_lanes(desk, chip, "2025-04-10", let_go=False)
    press_key(chip, Qt.Key.Key_Escape)
    mouse(chip, QEvent.Type.MouseButtonRelease, 10, 10, LEFT, NONE)
    assert desk.edits == []
    assert desk.previews[-1] is None
    assert desk.timeline.readout.isHidden()
    assert [each.chip.key.item_id for each in desk.timeline.tray.chips] == ["tutor"]


def test_an_entry_let_go_beside_the_lanes_stays_undated(desk: Desk) -> None:
    (chip,) = desk.timeline.tray.chips
    to_lanes(desk, chip, "2025-04-10", let_go=False)
    mouse(chip, QEvent.Type.MouseMove, 60, 12, NONE, LEFT)
    mouse(chip, QEvent.Type.MouseButtonRelease, 60, 12, LEFT, NONE)
    assert desk.edits == []


def test_a_test_and_a_leave_without_a_day_are_dated_too(qtbot: QtBot) -> None:
    raw = full_life()
    raw["language_tests"].append({"id": "tef", "test": "tef_canada"})
    raw["jobs"][1]["leaves"] = [{"id": "rest", "kind": "unpaid", "end": "2024-12-31"}]
    desk = Desk(qtbot, raw, width=1100, height=760)
    desk.look_at("2024-11-20", 6.0)
    chips = {chip.text(): chip for chip in desk.timeline.tray.chips}
    to_lanes(desk, chips["TEF Canada, no result date"], "2025-04-10")
    assert desk.case.language_tests[-1].result_date == date(2025, 4, 10)
    desk.look_at("2024-11-20", 6.0)
    chips = {chip.text(): chip for chip in desk.timeline.tray.chips}
    to_lanes(desk, chips["Leave from Harbour Analytics, no start date"], "2024-12-10")
    (leave,) = desk.case.jobs[1].leaves
    assert (leave.start, leave.end) == (date(2024, 12, 10), date(2024, 12, 31))


# Overview


def test_the_frame_shows_the_view(desk: Desk) -> None:
    overview = desk.timeline.overview
    frame = overview.frame
    view = desk.canvas.board.scale
    assert overview.scale.boundary(frame.x - desk.scene.left) == pytest.approx(view.left, abs=1)
    right = view.boundary(desk.canvas.zoomer.lanes_width)
    assert overview.scale.boundary(frame.right - desk.scene.left) == pytest.approx(right, abs=1)


def test_dragging_the_frame_moves_the_view(desk: Desk) -> None:
    overview = desk.timeline.overview
    before, frame = desk.canvas.board.scale, overview.frame
    pull(overview, frame.middle[0], frame.middle[0] - 100)
    assert desk.canvas.board.scale.px == pytest.approx(before.px)
    moved = before.left - desk.canvas.board.scale.left
    assert moved == pytest.approx(100 / overview.scale.px, rel=0.02)


@pytest.mark.parametrize("side", ["left", "right"])
def test_dragging_a_side_of_the_frame_zooms(desk: Desk, side: str) -> None:
    overview = desk.timeline.overview
    before, frame = desk.canvas.board.scale, overview.frame
    width = desk.canvas.zoomer.lanes_width
    start, end = (frame.x, frame.x - 60) if side == "left" else (frame.right, frame.right - 60)
    pull(overview, start, end)
    after = desk.canvas.board.scale
    still_end = width if side == "left" else 0
    assert after.boundary(still_end) == pytest.approx(before.boundary(still_end), abs=1.5)
    assert (after.px < before.px) == (side == "left")


def test_a_click_beside_the_frame_brings_the_view_there(desk: Desk) -> None:
    overview = desk.timeline.overview
    x = desk.scene.left + overview.scale.x(at("2020-01-01"))
    pull(overview, x, x)
    middle = desk.canvas.board.scale.boundary(desk.canvas.zoomer.lanes_width / 2)
    assert middle == pytest.approx(at("2020-01-01"), abs=3)


def test_a_double_click_shows_everything(desk: Desk) -> None:
    mouse(desk.timeline.overview, QEvent.Type.MouseButtonDblClick, 400, 10, LEFT, LEFT)
    assert desk.scene.x(at("2018-07-02")) > desk.scene.left


def test_arrow_keys_move_the_frame(desk: Desk) -> None:
    left = desk.canvas.board.scale.left
    press_key(desk.timeline.overview, Qt.Key.Key_Left)
    assert desk.canvas.board.scale.left < left
    press_key(desk.timeline.overview, Qt.Key.Key_Right, SHIFT)
    assert desk.canvas.board.scale.left > left


def test_a_tiny_frame_can_still_be_held(desk: Desk) -> None:
    desk.look_at("2025-01-01", 40.0)
    assert desk.timeline.overview.frame.w == 8


def test_the_overview_is_painted_anew_only_when_the_file_changes(desk: Desk) -> None:
    overview = desk.timeline.overview
    first = overview._life_picture()
    desk.look_at("2025-01-01", 2.0)
    assert overview._life_picture() is first
    desk.timeline.set_theme(DARK)
    assert overview._life_picture() is not first


# Empty and low


def test_an_empty_file_offers_two_buttons(qtbot: QtBot) -> None:
    desk = Desk(qtbot, nothing_yet(), height=760)
    foot = desk.timeline.empty
    assert foot.isVisible()
    assert desk.timeline.overview.isHidden()
    foot.status.click()
    foot.job.click()
    assert [added[0] for added in desk.added] == ["statuses", "jobs"]


def test_in_a_low_window_the_strips_wait_behind_a_button(desk: Desk) -> None:
    timeline = desk.timeline
    assert timeline.toolbar.strips.isHidden()
    desk.window.resize(1100, 600)
    desk.qtbot.waitUntil(timeline.toolbar.strips.isVisible)
    assert timeline.overview.isHidden()
    assert timeline.tray.isHidden()
    timeline.toolbar.strips.click()
    assert timeline.overview.isVisible()
    assert timeline.tray.isVisible()
    desk.window.resize(1100, 760)
    desk.qtbot.waitUntil(timeline.toolbar.strips.isHidden)
    assert timeline.overview.isVisible()


def test_folded_only_the_overview_is_left(desk: Desk) -> None:
    tall = desk.timeline.sizeHint().height()
    desk.timeline.set_folded(True)
    assert desk.canvas.isHidden()
    assert desk.timeline.overview.isVisible()
    assert desk.timeline.sizeHint().height() < tall / 2
    desk.timeline.set_folded(False)
    assert desk.canvas.isVisible()


def test_the_timeline_asks_for_what_its_lanes_need(desk: Desk) -> None:
    timeline = desk.timeline
    parts = (timeline.toolbar, timeline.tray, timeline.overview)
    strips = sum(part.sizeHint().height() for part in parts)
    assert timeline.sizeHint().height() == round(desk.scene.top + desk.scene.layout.height) + strips


def test_lanes_that_do_not_fit_scroll(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life(), height=230)
    bar = desk.canvas.verticalScrollBar()
    assert bar.maximum() > 0
    before = desk.rect("pgwp").y
    bar.setValue(bar.maximum())
    assert desk.rect("pgwp").y == before - bar.maximum()
    assert desk.scene.sizes.axis == desk.scene.flag.y


def test_another_file_begins_at_its_own_window(desk: Desk) -> None:
    desk.look_at("2019-01-01", 4.0)
    desk.timeline.select(*desk.key("harbour"))
    other = full_life() | {"file_number": "2011-0001", "application_date": "2011-06-01"}
    desk.timeline.display(view_of(other))
    assert desk.canvas.zoomer.fit is Fit.WINDOW
    assert desk.scene.docked == 0
    assert desk.canvas.board.marks.selected is None


def test_selecting_what_stands_in_no_lane_selects_nothing_here(desk: Desk) -> None:
    shown = []
    for key in (("jobs", "cafe"), ("education", "x"), ("jobs", "free"), ("", "")):
        desk.timeline.select(*key)
        shown.append(desk.canvas.board.marks.selected)
    assert shown == [Key("jobs", "cafe"), None, Key("jobs", "free"), None]
    assert desk.selected == []
