"""A person works on the timeline with the mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import LanguageTest, StatusPeriod
from cec_desktop.rules.findings import Outcome
from cec_desktop.ui.timeline.bars import Lane
from tests.gui.timeline_desk import ALT, CTRL, MIDDLE, SHIFT, Desk, d, use_own_font
from tests.ui.timeline.stories import at, busy_life, full_life, gap_of_three_days, nothing_yet, view_of

pytestmark = pytest.mark.usefixtures("own_font")


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.look_at("2024-08-09", 1.43)
    return desk


def by(dx: float, dy: float = 0) -> QPointF:
    return QPointF(dx, dy)


def end_of(desk: Desk, item_id: str) -> QPointF:
    rect = desk.rect(item_id)
    return QPointF(rect.right - 1, rect.middle[1])


def start_of(desk: Desk, item_id: str) -> QPointF:
    rect = desk.rect(item_id)
    return QPointF(rect.x + 1, rect.middle[1])


def test_dragging_the_end_of_a_job_is_one_edit(desk: Desk) -> None:
    desk.drag(end_of(desk, "harbour"), end_of(desk, "harbour") - by(60), modifiers=ALT)
    assert len(desk.edits) == 1
    assert desk.edits[0].target == ("jobs", "harbour")
    assert desk.period("harbour") == (d("2024-09-16"), d("2025-01-26"))


def test_the_panel_sees_every_step_before_the_button_is_let_go(desk: Desk) -> None:
    desk.drag(end_of(desk, "harbour"), end_of(desk, "harbour") - by(28), let_go=False)
    assert desk.edits == []
    assert desk.previews[0] is not None
    desk.qtbot.waitUntil(lambda: desk.scene.chart.counted is not None and desk.scene.chart.counted < 1560)
    said = desk.timeline.readout.readout
    assert said is not None
    assert [row.value for row in said.rows] == [
        "2024-09-16 – 2025-02-17",
        "155 days, 22 weeks 1 day",
        "498.2 counted",
    ]
    assert [row.difference for row in said.rows] == ["was 2025-03-09", "−20 days", "−64.3 h"]
    assert said.outcome == Outcome.NOT_MET
    assert said.verdict == (
        "Not a member on 2026-11-22: 1,548.2 of 1,560 h",
        "Member from 2026-11-25, 3 days later",
    )
    assert said.foot == "Snapped: IELTS General expires"
    assert not desk.timeline.readout.isHidden()
    desk.release(end_of(desk, "harbour"))
    assert desk.timeline.readout.isHidden()


def test_the_last_place_of_the_pointer_is_never_lost(desk: Desk) -> None:
    desk.press(end_of(desk, "harbour"))
    start = end_of(desk, "harbour")
    for step in range(1, 30):
        desk.move(start - by(3 * step), modifiers=ALT)
    desk.qtbot.waitUntil(lambda: desk.rect("harbour").right < start.x() - 80)
    assert len(desk.previews) < 29


def test_letting_go_leaves_no_preview_behind(desk: Desk) -> None:
    desk.drag(end_of(desk, "harbour"), end_of(desk, "harbour") - by(60))
    assert desk.previews[-1] is None
    shown = desk.canvas.board.shown
    assert shown is not None
    assert not shown.view.preview


def test_moving_a_job_keeps_its_length(desk: Desk) -> None:
    place = desk.place("2024-12-01", "harbour")
    desk.drag(place, place + by(14.3), modifiers=ALT)
    assert desk.period("harbour") == (d("2024-09-26"), d("2025-03-19"))


def test_dragging_the_start(desk: Desk) -> None:
    desk.drag(start_of(desk, "harbour"), start_of(desk, "harbour") - by(14.3), modifiers=ALT)
    assert desk.period("harbour") == (d("2024-09-06"), d("2025-03-09"))


def test_a_job_that_goes_on_is_given_an_end_by_its_arrow(desk: Desk) -> None:
    desk.look_at("2025-06-01", 1.0)
    rect = desk.rect("north")
    arrow = QPointF(desk.surface.width() - 6, rect.middle[1])
    desk.drag(arrow, QPointF(desk.scene.x(at("2026-10-01")), rect.middle[1]), modifiers=ALT)
    assert desk.period("north") == (d("2026-02-23"), d("2026-09-30"))


def test_a_click_selects_and_changes_nothing(desk: Desk) -> None:
    desk.click(desk.place("2025-08-15", "cafe"))
    assert desk.selected == [("jobs", "cafe")]
    assert desk.edits == []
    assert desk.previews == []


def test_a_change_from_elsewhere_ends_a_drag(desk: Desk) -> None:
    start = end_of(desk, "harbour")
    desk.drag(start, start - by(60), let_go=False)
    desk.timeline.display(view_of(nothing_yet() | {"file_number": "2026-0042"}))
    desk.move(start - by(90))
    desk.release(start - by(90))
    assert desk.edits == []
    assert desk.timeline.readout.isHidden()


def test_a_shaking_hand_changes_nothing(desk: Desk) -> None:
    place = desk.place("2025-08-15", "cafe")
    desk.press(place)
    desk.move(place + by(1, 1))
    desk.release(place + by(1, 1))
    assert desk.edits == []


def test_a_click_beside_everything_selects_nothing(desk: Desk) -> None:
    desk.click(desk.place("2025-08-15", "cafe"))
    desk.click(QPointF(desk.scene.x(at("2026-06-01")), desk.rect("french").middle[1]))
    assert desk.selected[-1] == ("", "")


def test_escape_takes_a_drag_back(desk: Desk) -> None:
    start = end_of(desk, "harbour")
    desk.drag(start, start - by(60), let_go=False)
    desk.keys(Qt.Key.Key_Escape)
    assert desk.previews[-1] is None
    desk.move(start - by(90))
    desk.release(start - by(90))
    assert desk.edits == []
    assert desk.period("harbour") == (d("2024-09-16"), d("2025-03-09"))


def test_dragging_back_to_where_it_was_is_no_edit(desk: Desk) -> None:
    start = end_of(desk, "harbour")
    desk.drag(start, start - by(40), let_go=False)
    desk.move(start, modifiers=ALT)
    desk.release(start)
    assert desk.edits == []
    assert desk.previews[-1] is None


def test_a_refused_drag_says_why_and_changes_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.look_at("1995-06-01", 0.1)
    place = QPointF(desk.rect("kudi").x + 1, desk.rect("kudi").middle[1])
    target = QPointF(desk.scene.x(at("1995-12-01")), place.y())
    desk.drag(place, target, let_go=False, modifiers=ALT)
    said = desk.timeline.readout.readout
    assert said is not None
    assert said.verdict[0] == "Not possible"
    assert said.verdict[1]
    assert said.outcome == Outcome.NOT_MET
    assert desk.canvas.board.marks.refused is not None
    desk.release(target)
    assert desk.edits == []
    assert desk.canvas.board.marks.refused is None


def test_drawing_a_job_adds_it_and_opens_it(desk: Desk) -> None:
    y = desk.rect("harbour").middle[1]
    free_from = desk.scene.x(at("2025-03-14") + 0.1)
    desk.drag(QPointF(free_from, y), QPointF(desk.scene.x(at("2025-03-26") + 0.1), y), modifiers=ALT)
    assert len(desk.edits) == 1
    job = desk.case.jobs[-1]
    assert (job.start, job.end) == (d("2025-03-14"), d("2025-03-25"))
    assert desk.opened == [("jobs", job.id)]
    assert desk.selected[-1] == ("jobs", job.id)


def test_drawing_meets_its_neighbours(desk: Desk) -> None:
    y = desk.rect("harbour").middle[1]
    desk.drag(QPointF(desk.scene.x(at("2025-03-12")), y), QPointF(desk.scene.x(at("2025-03-30")), y))
    assert (desk.case.jobs[-1].start, desk.case.jobs[-1].end) == (d("2025-03-10"), d("2025-03-30"))


def test_drawing_a_status_supposes_its_kind(desk: Desk) -> None:
    y = desk.rect("permit").middle[1]
    desk.look_at("2026-06-01", 1.43)
    desk.drag(QPointF(desk.scene.x(at("2027-01-31")), y), QPointF(desk.scene.x(at("2027-06-30")), y))
    status = desk.case.statuses[-1]
    assert isinstance(status, StatusPeriod)
    assert (status.kind, status.start) == ("work_permit", d("2027-01-28"))
    assert desk.selected[-1] == ("statuses", status.id)
    assert desk.opened == []


def test_drawing_in_the_tests_lane_adds_a_result(qtbot: QtBot) -> None:
    desk = Desk(qtbot, nothing_yet())
    box = desk.scene.box(Lane.TESTS)
    y = desk.scene.y(box.top + box.height / 2)
    desk.drag(
        QPointF(desk.scene.x(at("2025-06-02")), y), QPointF(desk.scene.x(at("2025-12-02")), y), modifiers=ALT
    )
    (test,) = desk.case.language_tests
    assert isinstance(test, LanguageTest)
    assert test.result_date == d("2025-06-02")
    assert desk.opened == [("language_tests", test.id)]


def test_what_is_drawn_is_seen_while_it_grows(desk: Desk) -> None:
    y = desk.rect("lake").middle[1]
    desk.drag(
        QPointF(desk.scene.x(at("2025-02-01")), y), QPointF(desk.scene.x(at("2025-06-01")), y), let_go=False
    )
    shown = desk.canvas.board.shown
    assert shown is not None
    assert len(shown.view.case.studies) == 3
    assert desk.canvas.board.bar(desk.canvas.board.marks.selected) is not None
    said = desk.timeline.readout.readout
    assert said is not None
    assert said.title == "New study"
    desk.keys(Qt.Key.Key_Escape)
    assert desk.canvas.board.marks.selected is None
    assert len(desk.case.studies) == 2
    assert desk.edits == []


def test_dragging_the_application_date_moves_the_window(desk: Desk) -> None:
    grip = desk.scene.grip
    assert grip is not None
    start = QPointF(*grip.middle)
    desk.drag(start, start + by(14.3), modifiers=ALT, let_go=False)
    desk.qtbot.waitUntil(lambda: desk.scene.chart.on == d("2026-12-02"))
    assert desk.scene.chart.window == (at("2023-12-02"), at("2026-12-02"))
    desk.release(start + by(14.3))
    assert desk.case.application_date == d("2026-12-02")
    assert len(desk.edits) == 1


def test_the_flag_drags_the_application_date_too(desk: Desk) -> None:
    start = QPointF(*desk.scene.flag.middle)
    desk.drag(start, start - by(14.3), modifiers=ALT)
    assert desk.case.application_date == d("2026-11-12")


def test_the_view_stays_where_it_is_when_the_application_date_is_dropped(desk: Desk) -> None:
    before = desk.canvas.board.scale
    start = QPointF(*desk.scene.flag.middle)
    desk.drag(start, start - by(60))
    assert desk.canvas.board.scale == before


def test_a_received_application_cannot_be_dragged(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life() | {"application": {"submitted": True, "received_on": "2026-10-15"}})
    start = QPointF(*desk.scene.flag.middle)
    desk.drag(start, start - by(80))
    assert desk.edits == []
    assert desk.previews == []


def test_a_docked_flag_brings_the_application_date_back(desk: Desk) -> None:
    desk.look_at("2019-01-01", 1.43)
    assert desk.scene.docked == 1
    assert desk.scene.flag.right == desk.surface.width()
    desk.click(QPointF(*desk.scene.flag.middle))
    desk.qtbot.waitUntil(lambda: desk.scene.docked == 0)
    assert desk.edits == []
    desk.look_at("2030-01-01", 1.43)
    assert desk.scene.docked == -1
    assert desk.scene.flag.x == desk.scene.left


def test_the_flag_turns_left_before_it_leaves_the_view(desk: Desk) -> None:
    desk.look_at("2024-08-09", 1.55)
    on = desk.scene.handle
    assert on < desk.surface.width()
    assert desk.scene.flag.right <= desk.surface.width()
    assert desk.scene.flag.x < on - 40


def test_a_double_click_opens(desk: Desk) -> None:
    desk.double_click(desk.place("2025-08-15", "cafe"))
    assert desk.opened == [("jobs", "cafe")]
    assert desk.edits == []


def test_a_gap_opens_as_the_status_that_fills_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, gap_of_three_days())
    desk.look_at("2025-02-10", 11)
    place = desk.place("2025-03-16", "gap:")
    desk.drag(place, place + by(60))
    assert desk.edits == []
    desk.double_click(place)
    assert desk.opened == [("statuses", f"gap:{at('2025-03-15')}")]


def test_what_lies_outside_is_brought_in_by_a_click(desk: Desk) -> None:
    desk.look_at("2024-10-01", 4.5)
    neighbour = next(each for each in desk.scene.box(Lane.STUDY).neighbours if not each.before)
    desk.click(QPointF(*desk.scene.rect(neighbour.rect).middle))
    desk.qtbot.waitUntil(lambda: desk.scene.placed(desk.key("french")) is not None)


def test_the_wheel_with_ctrl_zooms_about_the_pointer(desk: Desk) -> None:
    place = QPointF(500, 100)
    day = desk.canvas.board.scale.boundary(500 - desk.scene.left)
    desk.wheel(place, 1, CTRL)
    assert desk.canvas.board.scale.px == pytest.approx(1.43 * 1.2)
    assert desk.canvas.board.scale.boundary(500 - desk.scene.left) == pytest.approx(day)
    desk.wheel(place, -1, CTRL)
    assert desk.canvas.board.scale.px == pytest.approx(1.43)


def test_a_pinch_on_a_touch_pad_zooms_about_the_fingers(desk: Desk) -> None:
    place = QPointF(700, 120)
    day, px = desk.canvas.board.scale.boundary(700 - desk.scene.left), desk.canvas.board.scale.px
    pad = QPointingDevice.primaryPointingDevice()
    for spread in (0.1, 0.2):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture, pad, 2, place, place, place, spread, QPointF()
        )
        QApplication.sendEvent(desk.surface, event)
    assert desk.canvas.board.scale.px == pytest.approx(px * 1.1 * 1.2)
    assert desk.canvas.board.scale.boundary(700 - desk.scene.left) == pytest.approx(day)


def test_a_pinch_on_a_touch_screen_zooms(desk: Desk) -> None:
    px = desk.canvas.board.scale.px
    device = QTest.createTouchDevice()
    for gap in (60, 60, 80, 110, 150, 200):
        touch = QTest.touchEvent(desk.surface, device)
        for finger, x in ((0, 700 - gap), (1, 700 + gap)):
            (touch.press if gap == 60 and desk.canvas.board.scale.px == px else touch.move)(
                finger, QPoint(x, 120), desk.surface
            )
        touch.commit()
    QTest.touchEvent(desk.surface, device).release(0, QPoint(500, 120), desk.surface).release(
        1, QPoint(900, 120), desk.surface
    ).commit()
    assert desk.canvas.board.scale.px > px * 1.2
    assert desk.edits == []


def test_the_wheel_with_shift_and_sideways_pans(desk: Desk) -> None:
    left = desk.canvas.board.scale.left
    desk.wheel(QPointF(500, 100), -1, SHIFT)
    assert desk.canvas.board.scale.left > left
    desk.wheel(QPointF(500, 100), 0, sideways=1)
    assert desk.canvas.board.scale.left == pytest.approx(left)


def test_the_middle_button_pans(desk: Desk) -> None:
    place = desk.place("2025-08-15", "cafe")
    day = desk.canvas.board.scale.boundary(place.x() - desk.scene.left)
    desk.drag(place, place - by(200), button=MIDDLE)
    assert desk.canvas.board.scale.boundary(place.x() - 200 - desk.scene.left) == pytest.approx(day)
    assert desk.edits == []


def test_dragging_the_axis_pans(desk: Desk) -> None:
    left = desk.canvas.board.scale.left
    desk.drag(QPointF(500, 10), QPointF(357, 10))
    assert desk.canvas.board.scale.left == pytest.approx(left + 100)


def test_the_view_moves_on_when_a_drag_waits_at_its_edge(desk: Desk) -> None:
    desk.look_at("2025-09-01", 3.0)
    left = desk.canvas.board.scale.left
    edge = QPointF(desk.surface.width() - 2, desk.rect("free").middle[1])
    desk.drag(end_of(desk, "free"), edge, let_go=False, modifiers=ALT)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.left > left + 30)
    desk.release(edge)
    start, end = desk.period("free")
    assert start == d("2025-05-01")
    assert isinstance(end, type(d("2026-01-01")))
    assert end > d("2026-10-01")


def test_the_wheel_scrolls_a_lane_with_many_sub_lanes(qtbot: QtBot) -> None:
    raw = busy_life(12)
    for job in raw["jobs"]:
        job |= {"start": "2025-01-01", "end": "2025-12-31"}
    desk = Desk(qtbot, raw)
    box = desk.scene.box(Lane.WORK)
    assert (box.rows, box.shown) == (12, 4)
    place = QPointF(400, desk.scene.y(box.top + 20))
    desk.wheel(place, -1)
    assert desk.scene.box(Lane.WORK).first_row == 1
    assert desk.scene.texts.rows[Lane.WORK] == "2 to 5 of 12"
    desk.wheel(place, 1)
    desk.wheel(place, 1)
    assert desk.scene.box(Lane.WORK).first_row == 0


def test_a_click_on_an_end_leaves_the_keyboard_there(desk: Desk) -> None:
    desk.click(end_of(desk, "harbour"))
    desk.keys(Qt.Key.Key_Left, modifiers=SHIFT)
    assert desk.period("harbour") == (d("2024-09-16"), d("2025-03-02"))


@pytest.mark.parametrize(
    ("where", "shape"),
    [
        ("end", Qt.CursorShape.SizeHorCursor),
        ("middle", Qt.CursorShape.OpenHandCursor),
        ("grip", Qt.CursorShape.SplitHCursor),
        ("lane", Qt.CursorShape.ArrowCursor),
    ],
)
def test_the_pointer_says_what_it_can_do(desk: Desk, where: str, shape: Qt.CursorShape) -> None:
    grip = desk.scene.grip
    assert grip is not None
    places = {
        "end": end_of(desk, "harbour"),
        "middle": desk.place("2024-12-01", "harbour"),
        "grip": QPointF(*grip.middle),
        "lane": QPointF(desk.scene.x(at("2026-06-01")), desk.rect("french").middle[1]),
    }
    desk.move(places[where], Qt.MouseButton.NoButton)
    assert desk.surface.cursor().shape() is shape


def test_the_ends_of_a_narrow_bar_lie_outside_it(desk: Desk) -> None:
    desk.look_at("2024-08-09", 0.09)
    rect = desk.rect("free")
    assert rect.w < 25
    desk.look_at("2024-08-09", 0.06)
    rect = desk.rect("free")
    assert rect.w < 18
    desk.move(QPointF(rect.middle[0], rect.middle[1]), Qt.MouseButton.NoButton)
    assert desk.surface.cursor().shape() is Qt.CursorShape.OpenHandCursor
    desk.move(QPointF(rect.right + 3, rect.middle[1]), Qt.MouseButton.NoButton)
    assert desk.surface.cursor().shape() is Qt.CursorShape.SizeHorCursor


def test_hiding_the_timeline_takes_a_drag_back(desk: Desk) -> None:
    start = end_of(desk, "harbour")
    desk.drag(start, start - by(60), let_go=False)
    desk.window.hide()
    assert desk.previews[-1] is None
    assert desk.edits == []


def act(desk: Desk, place: QPointF, text: str) -> None:
    """Choose from the menu of what lies at a place."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place.toPoint(), desk.surface.mapToGlobal(place.toPoint())
    )
    QApplication.sendEvent(desk.surface, event)
    menu = desk.canvas.menu
    assert menu is not None
    next(each for each in menu.actions() if each.text().partition("\t")[0] == text).trigger()
    menu.close()


def test_the_menu_of_a_bar_cuts_it_on_the_day_pointed_at(desk: Desk) -> None:
    act(desk, desk.place("2025-08-15", "cafe"), "Split on 2025-08-15")
    cut = [(job.start, job.end) for job in desk.case.jobs if job.employer == "Café Meridian"]
    assert cut == [(d("2025-03-31"), d("2025-08-14")), (d("2025-08-15"), d("2026-02-13"))]
    assert len(desk.edits) == 1


def test_the_menu_of_a_bar_does_what_keys_do(desk: Desk) -> None:
    place = desk.place("2025-08-15", "cafe")
    act(desk, place, "Open")
    act(desk, place, "Week by week")
    assert (desk.opened, desk.weeks) == ([("jobs", "cafe")], ["cafe"])
    act(desk, place, "Duplicate")
    assert [job.employer for job in desk.case.jobs].count("Café Meridian") == 2
    act(desk, desk.place("2024-12-01", "harbour"), "Delete")
    assert all(job.id != "harbour" for job in desk.case.jobs)
    assert len(desk.edits) == 2


def test_the_menu_of_a_gap_only_opens_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, gap_of_three_days())
    desk.look_at("2025-02-10", 11)
    act(desk, desk.place("2025-03-16", "gap:"), "Open")
    assert desk.opened == [("statuses", f"gap:{at('2025-03-15')}")]
