"""Several entries at once: chosen by clicks, keys or a band, then moved, cut, ended, joined, deleted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import CaseFile
from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.day_ask import DayAsk
from tests.gui.timeline_desk import ALT, CTRL, LEFT, NONE, SHIFT, Desk, d, use_own_font
from tests.ui.timeline.stories import at, full_life

pytestmark = pytest.mark.usefixtures("own_font")
Key = Qt.Key


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.look_at("2023-08-15", 0.95)
    desk.canvas.setFocus()
    return desk


def chosen(desk: Desk) -> set[str]:
    return {key.item_id for key in desk.canvas.board.marks.chosen}


def click(desk: Desk, day: str, item_id: str, modifiers: Qt.KeyboardModifier = SHIFT) -> None:
    place = desk.place(day, item_id)
    desk.press(place, modifiers=modifiers)
    desk.release(place, modifiers=modifiers)


def two_jobs(desk: Desk) -> None:
    """Harbour and Café are selected."""
    desk.click(desk.place("2024-12-01", "harbour"))
    click(desk, "2025-08-15", "cafe")


def jobs(case: CaseFile) -> dict[str, tuple[object, object]]:
    return {job.id or "": (job.start, job.end) for job in case.jobs}


# Choosing


def test_shift_and_a_click_choose_more_and_less(desk: Desk) -> None:
    two_jobs(desk)
    assert chosen(desk) == {"harbour", "cafe"}
    assert desk.selected[-1] == ("jobs", "cafe")
    click(desk, "2024-12-01", "harbour")
    assert chosen(desk) == {"cafe"}
    click(desk, "2024-10-01", "pgwp", CTRL)
    assert chosen(desk) == {"cafe", "pgwp"}
    assert desk.edits == []


def test_a_click_on_one_of_several_selects_it_alone(desk: Desk) -> None:
    two_jobs(desk)
    desk.click(desk.place("2024-12-01", "harbour"))
    assert chosen(desk) == {"harbour"}


def test_all_that_are_selected_have_a_frame(desk: Desk) -> None:
    two_jobs(desk)
    for item_id in ("harbour", "cafe"):
        rect = desk.rect(item_id)
        assert "#1a5dab" in desk.colours(rect.middle[0], rect.y - 4, 1, 2)


def test_a_rubber_band_selects_what_it_touches(desk: Desk) -> None:
    box = desk.scene.box(Lane.WORK)
    y = desk.scene.y(box.bottom) - 3
    start = QPointF(desk.scene.x(at("2026-03-20")), y)
    end = QPointF(desk.scene.x(at("2025-11-20")), desk.rect("cafe").y + 2)
    desk.drag(start, end, modifiers=SHIFT, let_go=False)
    assert "#1a5dab" in desk.colours(end.x() + 20, end.y(), 8, 1)
    assert chosen(desk) == {"cafe", "free", "north"}
    desk.release(end, modifiers=SHIFT)
    assert desk.canvas.board.marks.band is None
    assert chosen(desk) == {"cafe", "free", "north"}
    assert desk.edits == []


def test_a_rubber_band_adds_and_escape_takes_it_back(desk: Desk) -> None:
    desk.click(desk.place("2024-12-01", "harbour"))
    y = desk.scene.y(desk.scene.box(Lane.WORK).bottom) - 3
    start = QPointF(desk.scene.x(at("2026-02-20")), y)
    end = QPointF(desk.scene.x(at("2026-01-20")), desk.rect("cafe").y + 2)
    desk.drag(start, end, modifiers=SHIFT, let_go=False)
    assert chosen(desk) == {"harbour", "cafe"}
    desk.keys(Key.Key_Escape)
    assert chosen(desk) == {"harbour"}
    assert desk.canvas.board.marks.band is None


def test_shift_and_arrows_extend_the_selection(desk: Desk) -> None:
    desk.timeline.select(*desk.key("harbour"))
    desk.keys(Key.Key_Right, modifiers=SHIFT)
    desk.keys(Key.Key_Up, modifiers=SHIFT)
    assert {"harbour", "cafe"} < chosen(desk)
    assert desk.canvas.board.marks.selected in {desk.key("pgwp"), desk.key("kept")}
    desk.keys(Key.Key_Escape)
    assert len(chosen(desk)) == 1


def test_ctrl_a_selects_everything_that_can_be_changed(desk: Desk) -> None:
    desk.keys(Key.Key_A, modifiers=CTRL)
    assert chosen(desk) == {bar.key.item_id for bar in desk.scene.chart.bars if bar.movable}


# Doing


def test_dragging_one_of_several_moves_all_of_them_as_one_edit(desk: Desk) -> None:
    two_jobs(desk)
    place = desk.place("2024-12-01", "harbour")
    desk.drag(place, place + QPointF(19, 0), modifiers=ALT, let_go=False)
    readout = desk.timeline.readout.readout
    assert readout is not None
    assert readout.title == "2 entries"
    assert next((row.label, row.value) for row in readout.rows) == ("Moved", "+20 days")
    assert len(desk.canvas.board.marks.ghosts) == 2
    desk.release(place + QPointF(19, 0))
    found = jobs(desk.case)
    assert found["harbour"] == (d("2024-10-06"), d("2025-03-29"))
    assert found["cafe"] == (d("2025-04-20"), d("2026-03-05"))
    assert len(desk.edits) == 1
    assert chosen(desk) == {"harbour", "cafe"}


def test_arrows_move_all_that_are_selected(desk: Desk) -> None:
    two_jobs(desk)
    desk.keys(Key.Key_Tab, Key.Key_Right, Key.Key_Right)
    found = jobs(desk.case)
    assert (found["harbour"][0], found["cafe"][0]) == (d("2024-09-18"), d("2025-04-02"))
    assert len({edit.merge_key for edit in desk.edits}) == 1
    desk.keys(Key.Key_Escape)
    assert jobs(desk.case) == jobs(desk.steps[0])


def test_delete_takes_all_that_are_selected(desk: Desk) -> None:
    two_jobs(desk)
    desk.keys(Key.Key_Delete)
    assert not {"harbour", "cafe"} & jobs(desk.case).keys()
    assert len(desk.edits) == 1
    assert desk.edits[0].name.id == "remove_several"
    assert len(chosen(desk)) == 1


def test_duplicates_are_selected(desk: Desk) -> None:
    two_jobs(desk)
    desk.keys(Key.Key_D)
    assert [job.employer for job in desk.case.jobs].count("Café Meridian") == 2
    assert len(desk.edits) == 1
    assert len(chosen(desk)) == 2
    assert not {"harbour", "cafe"} & chosen(desk)


def asked(desk: Desk) -> DayAsk:
    ask = desk.canvas.day_ask
    assert isinstance(ask, DayAsk)
    return ask


def answer(desk: Desk, day: str) -> None:
    field = asked(desk).field.edit
    field.selectAll()
    QTest.keyClicks(field, day)
    QTest.keyClick(field, Key.Key_Return)


def test_a_job_is_split_on_a_day_by_keys_alone_and_joined_again(desk: Desk) -> None:
    before = jobs(desk.case)
    desk.timeline.select(*desk.key("cafe"))
    desk.keys(Key.Key_K)
    answer(desk, "2025-08-15")
    parts = [(job.start, job.end) for job in desk.case.jobs if job.employer == "Café Meridian"]
    assert parts == [(d("2025-03-31"), d("2025-08-14")), (d("2025-08-15"), d("2026-02-13"))]
    click(desk, "2025-05-15", "cafe")
    assert len(chosen(desk)) == 2
    desk.keys(Key.Key_M)
    assert jobs(desk.case) == before
    assert chosen(desk) == {"cafe"}


def test_jobs_of_another_kind_are_not_joined_and_it_is_said_why(desk: Desk) -> None:
    two_jobs(desk)
    desk.keys(Key.Key_M)
    assert desk.edits == []
    assert "cannot be joined" in desk.canvas.teller.notice


def test_several_end_on_a_day(desk: Desk) -> None:
    desk.click(desk.place("2025-06-15", "free"))
    click(desk, "2025-06-15", "cafe")
    desk.keys(Key.Key_E)
    answer(desk, "2025-09-30")
    found = jobs(desk.case)
    assert (found["free"][1], found["cafe"][1]) == (d("2025-09-30"), d("2025-09-30"))
    assert len(desk.edits) == 1


def test_a_day_on_which_nothing_can_be_cut_is_refused_in_the_question(desk: Desk) -> None:
    desk.timeline.select(*desk.key("cafe"))
    desk.keys(Key.Key_E)
    answer(desk, "2019-01-01")
    assert desk.edits == []
    assert asked(desk).isVisible()
    QTest.keyClick(asked(desk), Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert desk.edits == []


def test_nothing_selected_asks_nothing(desk: Desk) -> None:
    desk.keys(Key.Key_K, Key.Key_E, Key.Key_M, Key.Key_D)
    assert desk.canvas.day_ask is None
    assert desk.edits == []


def menu_of(desk: Desk, place: QPointF) -> dict[str, str]:
    """The menu of a place: its lines and the keys beside them."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place.toPoint(), desk.surface.mapToGlobal(place.toPoint())
    )
    QApplication.sendEvent(desk.surface, event)
    assert desk.canvas.menu is not None
    lines = dict(action.text().partition("\t")[::2] for action in desk.canvas.menu.actions())
    desk.canvas.menu.close()
    return lines


def test_the_menu_speaks_of_everything_selected(desk: Desk) -> None:
    two_jobs(desk)
    lines = menu_of(desk, desk.place("2024-12-01", "harbour"))
    assert chosen(desk) == {"harbour", "cafe"}
    assert lines["Delete 2 entries"] == "Delete"
    assert lines["Duplicate 2 entries"] == "D"
    assert "Join" in lines
    assert "End here, on 2024-12-01" in lines
    assert "Open" not in lines


def test_end_here_ends_on_the_day_pointed_at(desk: Desk) -> None:
    place = desk.place("2024-12-01", "harbour")
    menu_of(desk, place)
    assert desk.canvas.menu is not None
    line = next(each for each in desk.canvas.menu.actions() if each.text().startswith("End here"))
    line.trigger()
    assert jobs(desk.case)["harbour"][1] == d("2024-12-01")


# Moving the view by its empty space


def empty(desk: Desk, day: str) -> QPointF:
    return QPointF(desk.scene.x(at(day)), desk.rect("french").middle[1])


def test_with_drawing_off_the_empty_space_of_a_lane_moves_the_view(desk: Desk) -> None:
    desk.timeline.toolbar.draw.click()
    left = desk.canvas.board.scale.left
    place = empty(desk, "2026-06-01")
    desk.move(place, NONE)
    assert desk.surface.cursor().shape() is Qt.CursorShape.OpenHandCursor
    desk.drag(place, place - QPointF(95, 0))
    assert desk.canvas.board.scale.left == pytest.approx(left + 100)
    assert desk.edits == []
    desk.timeline.toolbar.draw.click()
    desk.drag(empty(desk, "2026-06-01"), empty(desk, "2026-08-01"))
    assert len(desk.edits) == 1


def test_below_the_lanes_a_drag_moves_the_view(desk: Desk) -> None:
    desk.window.resize(1440, 700)
    desk.qtbot.waitUntil(lambda: desk.surface.height() > desk.scene.bottom + 20)
    left = desk.canvas.board.scale.left
    place = QPointF(800, desk.scene.bottom + 10)
    desk.drag(place, place - QPointF(95, 0), button=LEFT)
    assert desk.canvas.board.scale.left == pytest.approx(left + 100)


def test_arrows_move_the_view_where_they_move_nothing_else(desk: Desk) -> None:
    left = desk.canvas.board.scale.left
    desk.keys(Key.Key_Right, modifiers=CTRL)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.left > left + 50)
    desk.timeline.select(*desk.key("french"))
    desk.qtbot.wait(150)
    left = desk.canvas.board.scale.left
    desk.keys(Key.Key_Right)
    desk.qtbot.waitUntil(lambda: desk.canvas.board.scale.left > left + 50)
    assert chosen(desk) == {"french"}
