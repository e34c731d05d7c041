"""A person works on the timeline with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import Job
from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.scene import Part
from tests.gui.timeline_desk import CTRL, SHIFT, Desk, d, use_own_font
from tests.ui.timeline.stories import at, full_life, gap_of_three_days, nothing_yet

pytestmark = pytest.mark.usefixtures("own_font")

Key = Qt.Key


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.canvas.setFocus()
    return desk


def chosen(desk: Desk) -> str:
    key = desk.canvas.board.marks.selected
    return "" if key is None else key.item_id


def pick(desk: Desk, item_id: str) -> None:
    desk.timeline.select(*desk.key(item_id))


def tab(desk: Desk, times: int = 1, *, back: bool = False) -> None:
    key, modifiers = (Key.Key_Backtab, SHIFT) if back else (Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    for _ in range(times):
        desk.keys(key, modifiers=modifiers)


def part(desk: Desk) -> int:
    return desk.canvas.board.marks.part


def test_up_and_down_go_from_lane_to_lane(desk: Desk) -> None:
    desk.keys(Key.Key_Down)
    assert desk.selected[-1][0] == "jobs"
    desk.keys(Key.Key_Down)
    assert desk.selected[-1][0] == "studies"
    desk.keys(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert desk.selected[-1][0] == "language_tests"
    desk.keys(Key.Key_Up)
    assert desk.selected[-1][0] == "studies"


def test_changing_lanes_stays_at_the_time(desk: Desk) -> None:
    pick(desk, "lake")
    desk.keys(Key.Key_Up)
    assert chosen(desk) == "kudi"
    pick(desk, "french")
    desk.keys(Key.Key_Up)
    assert chosen(desk) in {"cafe", "free"}


def test_left_and_right_go_through_a_lane_in_time(desk: Desk) -> None:
    pick(desk, "kudi")
    seen = []
    for _ in range(5):
        seen.append(chosen(desk))
        desk.keys(Key.Key_Right)
    assert seen == ["kudi", "harbour", "cafe", "free", "north"]
    desk.keys(Key.Key_Right)
    assert chosen(desk) == "north"
    desk.keys(Key.Key_Left)
    assert chosen(desk) == "free"
    assert desk.edits == []


def test_home_and_end_go_to_the_first_and_last_of_the_lane(desk: Desk) -> None:
    pick(desk, "cafe")
    desk.keys(Key.Key_End)
    assert chosen(desk) == "north"
    desk.keys(Key.Key_Home)
    assert chosen(desk) == "kudi"


def test_choosing_brings_into_sight(desk: Desk) -> None:
    desk.look_at("2026-01-01", 2.0)
    assert desk.scene.placed(desk.key("kudi")) is None
    pick(desk, "kudi")
    desk.qtbot.waitUntil(lambda: desk.scene.placed(desk.key("kudi")) is not None)


def test_tab_goes_through_edges_whole_and_leaves(desk: Desk) -> None:
    pick(desk, "harbour")
    seen = []
    for _ in range(4):
        seen.append(part(desk))
        tab(desk)
    assert seen == [Part.NONE, Part.START, Part.END, Part.BODY]
    pick(desk, "north")
    tab(desk, 3)
    # What goes on has no end to stand on; its leave comes last.
    assert part(desk) == Part.LEAF
    tab(desk, back=True)
    assert part(desk) == Part.BODY


def test_tab_leaves_the_timeline_after_the_last_part(desk: Desk) -> None:
    pick(desk, "harbour")
    tab(desk, 3)
    assert desk.canvas.hasFocus()
    tab(desk)
    assert QApplication.focusWidget() is not desk.canvas
    assert part(desk) == Part.NONE


@pytest.mark.parametrize(
    ("key", "modifiers", "end"),
    [
        (Key.Key_Right, Qt.KeyboardModifier.NoModifier, "2025-03-10"),
        (Key.Key_Left, Qt.KeyboardModifier.NoModifier, "2025-03-08"),
        (Key.Key_Right, SHIFT, "2025-03-16"),
        (Key.Key_Left, CTRL, "2025-02-09"),
    ],
)
def test_arrows_move_the_edge_by_day_week_month(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, end: str
) -> None:
    pick(desk, "harbour")
    tab(desk, 2)
    desk.keys(key, modifiers=modifiers)
    assert desk.period("harbour") == (d("2024-09-16"), d(end))
    assert part(desk) == Part.END


def test_arrows_move_the_whole_period(desk: Desk) -> None:
    pick(desk, "harbour")
    tab(desk, 3)
    desk.keys(Key.Key_Right, Key.Key_Right)
    assert desk.period("harbour") == (d("2024-09-18"), d("2025-03-11"))


def test_a_run_of_arrows_is_one_undo_step(desk: Desk) -> None:
    pick(desk, "harbour")
    tab(desk, 2)
    desk.keys(Key.Key_Right, Key.Key_Right, Key.Key_Left)
    keys = {edit.merge_key for edit in desk.edits}
    assert len(desk.edits) == 3
    assert len(keys) == 1
    assert None not in keys


def test_escape_takes_the_arrows_back_then_leaves_the_edge_then_the_bar(desk: Desk) -> None:
    pick(desk, "harbour")
    tab(desk, 2)
    desk.keys(Key.Key_Right, Key.Key_Right)
    desk.keys(Key.Key_Escape)
    assert desk.period("harbour") == (d("2024-09-16"), d("2025-03-09"))
    assert part(desk) == Part.END
    desk.keys(Key.Key_Escape)
    assert (chosen(desk), part(desk)) == ("harbour", Part.NONE)
    desk.keys(Key.Key_Escape)
    assert chosen(desk) == ""
    assert desk.canvas.board.marks.lane is Lane.WORK


def test_arrows_move_a_leave_inside_its_job(desk: Desk) -> None:
    pick(desk, "north")
    tab(desk, 3)
    desk.keys(Key.Key_Right, modifiers=SHIFT)
    job = desk.item("north")
    assert isinstance(job, Job)
    assert (job.leaves[0].start, job.leaves[0].end) == (d("2026-07-13"), d("2026-08-08"))


def test_escape_takes_a_moved_leave_back(desk: Desk) -> None:
    before = desk.item("north")
    pick(desk, "north")
    tab(desk, 3)
    desk.keys(Key.Key_Right, Key.Key_Right, Key.Key_Escape)
    assert desk.item("north") == before
    assert len(desk.edits) == 3


def test_a_leave_is_told_when_the_keyboard_reaches_it(desk: Desk) -> None:
    pick(desk, "north")
    tab(desk, 3)
    desk.qtbot.waitUntil(QToolTip.isVisible)
    assert "27 days" in QToolTip.text()
    QToolTip.hideText()


def test_a_bar_the_keyboard_comes_to_is_told(desk: Desk) -> None:
    pick(desk, "cafe")
    desk.keys(Key.Key_Right)
    desk.qtbot.waitUntil(QToolTip.isVisible)
    assert "self-employed, R87.1(3)(b)" in QToolTip.text()
    QToolTip.hideText()


def test_an_edge_never_passes_the_other(desk: Desk) -> None:
    pick(desk, "french")
    tab(desk, 2)
    for _ in range(6):
        desk.keys(Key.Key_Left, modifiers=CTRL)
    assert desk.period("french") == (d("2025-09-08"), d("2025-09-08"))


def test_what_would_be_refused_is_said_and_not_done(qtbot: QtBot) -> None:
    raw = full_life()
    raw["jobs"][0]["start"] = "1996-05-18"
    desk = Desk(qtbot, raw)
    desk.canvas.setFocus()
    pick(desk, "kudi")
    tab(desk)
    desk.keys(Key.Key_Left, modifiers=CTRL)
    assert desk.edits == []
    assert desk.canvas.teller.notice
    desk.qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == desk.canvas.teller.notice
    QToolTip.hideText()


def test_enter_opens(desk: Desk) -> None:
    pick(desk, "cafe")
    desk.keys(Key.Key_Return)
    assert desk.opened == [("jobs", "cafe")]


def test_enter_on_a_gap_opens_the_status_that_fills_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, gap_of_three_days())
    pick(desk, "gap:")
    desk.keys(Key.Key_Return, Key.Key_Delete)
    assert desk.opened == [("statuses", f"gap:{at('2025-03-15')}")]
    assert desk.edits == []


def test_w_shows_a_job_week_by_week(desk: Desk) -> None:
    pick(desk, "cafe")
    desk.keys(Key.Key_W)
    pick(desk, "pgwp")
    desk.keys(Key.Key_W)
    assert desk.weeks == ["cafe"]


def test_delete_removes_and_goes_to_the_next(desk: Desk) -> None:
    pick(desk, "cafe")
    desk.keys(Key.Key_Delete)
    assert [job.id for job in desk.case.jobs] == ["kudi", "harbour", "free", "north", "tutor"]
    assert chosen(desk) == "free"
    assert len(desk.edits) == 1


def test_deleting_the_only_entry_leaves_the_keyboard_on_the_lane(qtbot: QtBot) -> None:
    desk = Desk(qtbot, gap_of_three_days())
    pick(desk, "row")
    desk.keys(Key.Key_Delete)
    assert desk.case.jobs == ()
    assert desk.canvas.board.marks.lane is Lane.WORK


@pytest.mark.parametrize(
    ("key", "list_name"),
    [
        (Key.Key_S, "statuses"),
        (Key.Key_J, "jobs"),
        (Key.Key_U, "studies"),
        (Key.Key_T, "language_tests"),
    ],
)
def test_letters_add(desk: Desk, key: Qt.Key, list_name: str) -> None:
    desk.keys(key)
    assert desk.added == [(list_name, None, None)]


def test_insert_adds_to_the_lane_the_keyboard_is_on(desk: Desk) -> None:
    pick(desk, "lake")
    desk.keys(Key.Key_Insert)
    assert desk.added == [("studies", None, None)]


def test_an_empty_lane_can_be_stood_on(qtbot: QtBot) -> None:
    desk = Desk(qtbot, nothing_yet())
    desk.canvas.setFocus()
    assert desk.canvas.board.marks.lane is Lane.STATUS
    desk.keys(Key.Key_Down, Key.Key_Down, Key.Key_Insert)
    assert desk.added == [("studies", None, None)]


def test_letters_with_ctrl_are_left_to_the_window(desk: Desk) -> None:
    desk.keys(Key.Key_S, modifiers=CTRL)
    assert desk.added == []


def test_plus_and_minus_zoom_about_the_chosen_bar(desk: Desk) -> None:
    pick(desk, "harbour")
    before = desk.rect("harbour")
    px = desk.canvas.board.scale.px
    desk.keys(Key.Key_Plus)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.px == pytest.approx(px * 1.5))
    assert desk.rect("harbour").middle[0] == pytest.approx(before.middle[0], abs=0.5)
    desk.keys(Key.Key_Minus)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.px == pytest.approx(px))


def test_page_keys_turn_the_view(desk: Desk) -> None:
    left = desk.canvas.board.scale.left
    desk.keys(Key.Key_PageDown)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.left > left + 500)


def test_the_application_date_moves_by_arrows(desk: Desk) -> None:
    desk.keys(Key.Key_Up)
    assert desk.canvas.board.marks.on_handle
    desk.keys(Key.Key_Right)
    desk.keys(Key.Key_Right, modifiers=CTRL)
    assert desk.case.application_date == d("2026-12-23")
    assert len({edit.merge_key for edit in desk.edits}) == 1
    desk.keys(Key.Key_Escape)
    assert desk.case.application_date == d("2026-11-22")


def test_alt_home_goes_to_the_application_date(desk: Desk) -> None:
    desk.look_at("2015-01-01", 1.0)
    desk.keys(Key.Key_Home, modifiers=Qt.KeyboardModifier.AltModifier)
    assert desk.canvas.board.marks.on_handle
    desk.qtbot.waitUntil(lambda: desk.scene.docked == 0)


def test_the_arrows_of_a_received_application_do_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life() | {"application": {"submitted": True, "received_on": "2026-10-15"}})
    desk.canvas.setFocus()
    desk.keys(Key.Key_Up, Key.Key_Right)
    assert desk.edits == []
    assert desk.canvas.teller.notice == "Received on 2026-10-15: the date can no longer be moved"
    QToolTip.hideText()


def test_keys_the_timeline_does_not_know_go_on(desk: Desk) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
    desk.canvas.keyPressEvent(event)
    assert not event.isAccepted()
