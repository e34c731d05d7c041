"""What is under the pointer, what is said of it, and where the box that says it stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.edits import Edit
from cec_desktop.ui.timeline.bars import Bar, Key, Lane
from cec_desktop.ui.timeline.board import Board
from cec_desktop.ui.timeline.charting import item_of, work_of
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.gestures.base import Act, Proposal
from cec_desktop.ui.timeline.hits import Zone, hit
from cec_desktop.ui.timeline.measure import Sizes
from cec_desktop.ui.timeline.moves import Moving, move_edit
from cec_desktop.ui.timeline.navigation import beside, in_order, nearest, next_part, parts_of
from cec_desktop.ui.timeline.readout import Readout, readout
from cec_desktop.ui.timeline.readout_box import place_box
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.scene import Part, Scene
from cec_desktop.ui.timeline.tooltips import bar_lines
from tests.ui.timeline.stories import (
    EN,
    at,
    bar,
    case_of,
    chart,
    full_life,
    gap_of_three_days,
    letters,
    view_of,
)

VIEW = view_of(full_life())
LIFE = chart(full_life())
WIDTH, HEIGHT = 900.0, 320.0


@pytest.fixture
def board() -> Board:
    board = Board(EN, letters, Sizes())
    board.display(VIEW)
    board.look(Scale(at("2024-08-09"), 0.9), WIDTH - 92)
    return board


def scene_of(board: Board) -> Scene:
    scene = board.scene(WIDTH, HEIGHT, 0)
    assert scene is not None
    return scene


def zone(board: Board, x: float, y: float) -> Zone:
    return hit(scene_of(board), x, y, board.marks.selected).zone


def rect(board: Board, item_id: str) -> Rect:
    scene = scene_of(board)
    placed = scene.placed(bar(scene.chart, item_id).key)
    assert placed is not None
    return scene.rect(placed.rect)


# Under the pointer


def test_what_lies_where(board: Board) -> None:
    scene = scene_of(board)
    harbour = rect(board, "harbour")
    y = harbour.middle[1]
    assert zone(board, 10, 10) is Zone.NAMES
    assert zone(board, 400, 10) is Zone.AXIS
    assert zone(board, 400, scene.sizes.axis + 10) is Zone.RIBBON
    assert zone(board, 30, y) is Zone.NAMES
    assert zone(board, harbour.middle[0], y) is Zone.BAR
    assert zone(board, harbour.x + 4, y) is Zone.START
    assert zone(board, harbour.right - 4, y) is Zone.END
    assert zone(board, harbour.right + 12, y) is Zone.LANE
    assert zone(board, scene.flag.middle[0], scene.flag.middle[1]) is Zone.HANDLE
    assert zone(board, scene.handle + 2, y) is Zone.HANDLE
    assert zone(board, 400, HEIGHT - 1) is Zone.BELOW


def test_an_end_takes_the_pointer_within_five_pixels(board: Board) -> None:
    harbour = rect(board, "harbour")
    y = harbour.middle[1]
    assert zone(board, harbour.right - 5, y) is Zone.END
    assert zone(board, harbour.right - 6, y) is Zone.BAR


def test_the_ends_of_the_selected_bar_come_first(board: Board) -> None:
    y = rect(board, "pgwp").middle[1]
    x = rect(board, "kept").x + 1
    found = hit(scene_of(board), x, y)
    assert (found.zone, found.bar and found.bar.key.item_id) == (Zone.START, "kept")
    found = hit(scene_of(board), x, y, Key("statuses", "pgwp"))
    assert (found.zone, found.bar and found.bar.key.item_id) == (Zone.END, "pgwp")


def test_a_test_has_no_ends_to_drag(board: Board) -> None:
    new = rect(board, "new")
    assert zone(board, new.x + 2, new.middle[1]) is Zone.BAR
    assert zone(board, new.x - 5, new.middle[1]) is Zone.BAR


def test_the_stretch_under_the_pointer_is_known(board: Board) -> None:
    scene = scene_of(board)
    board.look(Scale(at("2026-01-09"), 2.0), WIDTH - 92)
    scene = scene_of(board)
    north = rect(board, "north")
    found = hit(scene, scene.x(at("2026-07-15")), north.middle[1])
    assert found.stretch is not None
    assert found.stretch.leave == 0


# Where the keyboard goes


def test_bars_are_walked_in_time() -> None:
    assert [each.key.item_id for each in in_order(LIFE, Lane.STUDY)] == ["lake", "french"]
    assert beside(LIFE, bar(LIFE, "lake"), 1) == bar(LIFE, "french")
    assert beside(LIFE, bar(LIFE, "lake"), -1) is None


def test_the_nearest_bar_is_the_one_that_holds_the_day() -> None:
    jobs = in_order(LIFE, Lane.WORK)
    assert nearest(jobs, at("2025-01-01")) == bar(LIFE, "harbour")
    assert nearest(jobs, at("2024-09-10")) == bar(LIFE, "harbour")
    assert nearest((), 0) is None


def test_parts_of_a_bar() -> None:
    case = VIEW.case

    def parts(item_id: str) -> tuple[int, ...]:
        found = bar(LIFE, item_id)
        return parts_of(found, item_of(case, found.key))

    assert parts("harbour") == (Part.START, Part.END, Part.BODY)
    assert parts("north") == (Part.START, Part.BODY, Part.LEAF)
    assert parts("new") == (Part.BODY,)
    gap = next(each for each in chart(gap_of_three_days()).bars if not each.movable)
    assert parts_of(gap, None) == ()


def test_parts_are_gone_through_and_left() -> None:
    parts = (Part.START, Part.END, Part.BODY)
    assert next_part(parts, Part.NONE, 1) == Part.START
    assert next_part(parts, Part.BODY, 1) is None
    assert next_part(parts, Part.NONE, -1) is None


# What is said


def lines(item_id: str, stretch: int, raw: dict[str, object] | None = None) -> list[str]:
    view = VIEW if raw is None else view_of(raw)
    found: Bar = bar(LIFE if raw is None else chart(raw), item_id)
    item, work = item_of(view.case, found.key), work_of(view, found.key)
    told = bar_lines(found, item, found.stretches[stretch], work, EN)
    return [line for line in told if line != "W: week by week"]


def test_days_that_count_tell_their_hours() -> None:
    assert lines("harbour", 0)[-1] == "Counts: 2024-09-16 – 2025-03-09, 175 days, 562.5 h"


def test_projected_days_say_so() -> None:
    assert lines("north", 3)[-2:] == [
        "Counts: 2026-11-03 – 2026-11-21, 19 days, 81.4 h",
        "Projected: after today",
    ]


def test_a_leave_tells_its_reason() -> None:
    told = lines("north", 1)
    assert told[0] == "Northlight Software Inc., Software developer"
    assert told[2] == "Does not count: 2026-07-06 – 2026-08-01, 27 days"
    assert told[3].startswith("on leave")


def test_days_outside_the_window_say_no_more_than_that() -> None:
    assert lines("kudi", 0)[-1] == "Outside the window"


def test_a_missing_status_is_told_where_the_work_waits() -> None:
    told = lines("row", 1, gap_of_three_days())
    assert told[2] == "Not known yet: 2025-03-15 – 2025-03-17, 3 days"


def test_a_month_without_a_day_is_told() -> None:
    raw = full_life()
    raw["studies"][0]["start"] = "2023-09"
    assert lines("lake", 0, raw)[-1] == "Only the month is known: these days are not known"


# The readout


def proposed(board: Board, act: Act, edit: Edit, first: str, last: str, item_id: str) -> Readout:
    board.display(view_of(edit.change(VIEW.case), preview=True))
    found = bar(LIFE, item_id)
    proposal = Proposal(
        edit=edit,
        act=act,
        key=found.key,
        lane=found.lane,
        first=at(first),
        after=at(last) + 1,
        old=(found.first, found.after),
        edge=at(first),
        shown=date.fromisoformat(first),
    )
    said = readout(board, proposal, "")
    assert said is not None
    return said


def unmoved(edit: Edit) -> Proposal:
    """A proposal about the job at Harbour that says nothing of its days."""
    found = bar(LIFE, "harbour")
    on = VIEW.assessment.on
    return Proposal(edit, Act.MOVED, found.key, found.lane, found.first, found.after, None, 0, on)


def test_a_moved_job_tells_dates_length_and_hours(board: Board) -> None:
    edit = move_edit(bar(LIFE, "harbour"), Moving.WHOLE, 7)
    said = proposed(board, Act.MOVED, edit, "2024-09-23", "2025-03-16", "harbour")
    assert (said.title, said.act) == ("Harbour Analytics Ltd.", "moved")
    assert [(row.label, row.value, row.difference) for row in said.rows] == [
        ("Dates", "2024-09-23 – 2025-03-16", "was 2024-09-16"),
        ("Length", "175 days, 25 weeks", ""),
        ("Hours", "562.5 counted", ""),
    ]
    assert said.verdict[0] == "Member on 2026-11-22: 1,612.5 of 1,560 h"
    assert said.verdict[1] == "Member from 2026-11-10 until 2027-03-01"
    assert said.said().startswith("Harbour Analytics Ltd.. moved. Dates 2024-09-23")


def test_a_moved_test_tells_the_day_of_its_result(board: Board) -> None:
    edit = move_edit(bar(LIFE, "new"), Moving.WHOLE, 10)
    said = proposed(board, Act.MOVED, edit, "2025-03-12", "2027-03-11", "new")
    assert [(row.label, row.value, row.difference) for row in said.rows] == [
        ("Result", "2025-03-12", "was 2025-03-02")
    ]


def test_a_refusal_takes_the_place_of_the_verdict(board: Board) -> None:
    edit = move_edit(bar(LIFE, "harbour"), Moving.WHOLE, 7)
    proposal = unmoved(edit)
    said = readout(board, proposal, "is before the date of birth")
    assert said is not None
    assert said.verdict == ("Not possible", "is before the date of birth")
    assert said.outcome == "not_met"


def test_an_unknown_outcome_is_said_to_be_one(board: Board) -> None:
    raw = full_life()
    raw["jobs"][4]["noc"] = None
    view = view_of(case_of(raw), preview=True)
    board.display(view)
    found = bar(LIFE, "harbour")
    proposal = unmoved(move_edit(found, Moving.WHOLE, 1))
    said = readout(board, proposal, "")
    assert said is not None
    assert said.outcome == "undetermined"
    assert said.verdict[0].startswith("Undetermined on 2026-11-22: 562.5 of 1,560 h")


sizes = st.tuples(st.floats(200, 360), st.floats(80, 160))


@given(sizes, st.floats(92, 1200), st.floats(60, 200), st.floats(2, 600), st.floats(0, 1))
def test_the_readout_stays_in_view_and_off_the_bar(
    size: tuple[float, float], x: float, y: float, width: float, part: float
) -> None:
    view = Rect(2, 2, 1300, 420)
    dragged = Rect(x, y, width, 24)
    guide = min(x + width * part, 1290)
    place = place_box(size, dragged, guide, view)
    assert view.x <= place.x
    assert place.right <= view.right + 1e-6
    assert view.y <= place.y
    assert place.bottom <= view.bottom + 1e-6
    roomy = y + 24 + 4 + 12 + size[1] < view.bottom or y - 12 - size[1] > view.y + 4
    if roomy:
        assert not place.meets(dragged)


def test_the_readout_stands_right_of_and_below_the_bar_when_it_can() -> None:
    place = place_box((356, 150), Rect(200, 100, 120, 24), 320, Rect(0, 0, 1400, 500))
    assert (place.x, place.y) == (344, 136)


def test_the_readout_turns_left_before_it_leaves_the_view() -> None:
    place = place_box((356, 150), Rect(1200, 100, 120, 24), 1320, Rect(0, 0, 1400, 500))
    assert place.right <= 1200
