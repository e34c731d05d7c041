"""Edits that move entries: what they leave of a file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.model import CaseFile, Item, Job, LanguageTest, Period, StatusPeriod
from cec_desktop.ui.timeline.bars import Bar, Lane
from cec_desktop.ui.timeline.charting import item_of
from cec_desktop.ui.timeline.moves import (
    Moving,
    add_edit,
    allowed_shift,
    end_edit,
    leave_edit,
    move_edit,
    new_item,
    restore_edit,
)
from tests.ui.timeline.stories import bar, case_of, chart, full_life, nothing_yet

LIFE = full_life()
CASE = case_of(LIFE)
CHART = chart(LIFE)


def after(case: CaseFile, moved: Bar, moving: Moving, shift: int) -> Item:
    item = item_of(move_edit(moved, moving, shift).change(case), moved.key)
    assert item is not None
    return item


def edges(item: Item) -> tuple[object, object]:
    assert isinstance(item, Period)
    return item.start, item.end


@pytest.mark.parametrize(
    ("moving", "shift", "expected"),
    [
        (Moving.WHOLE, 7, (date(2024, 9, 23), date(2025, 3, 16))),
        (Moving.START, -16, (date(2024, 8, 31), date(2025, 3, 9))),
        (Moving.END, -20, (date(2024, 9, 16), date(2025, 2, 17))),
    ],
)
def test_a_period_moves_as_a_whole_or_by_an_end(
    moving: Moving, shift: int, expected: tuple[date, date]
) -> None:
    assert edges(after(CASE, bar(CHART, "harbour"), moving, shift)) == expected


def test_what_goes_on_keeps_going_on() -> None:
    assert edges(after(CASE, bar(CHART, "north"), Moving.WHOLE, 3)) == (date(2026, 2, 26), None)


def test_what_goes_on_can_be_given_an_end() -> None:
    edit = end_edit(bar(CHART, "north"), date(2026, 10, 30))
    item = item_of(edit.change(CASE), bar(CHART, "north").key)
    assert item is not None
    assert edges(item) == (date(2026, 2, 23), date(2026, 10, 30))


def test_a_test_moves_by_the_day_of_its_result() -> None:
    moved = after(CASE, bar(CHART, "new"), Moving.WHOLE, 10)
    assert isinstance(moved, LanguageTest)
    assert moved.result_date == date(2025, 3, 12)


@pytest.mark.parametrize(("shift", "month"), [(0, 9), (3, 9), (30, 10), (-31, 8), (365, 9), (-3, 9)])
def test_a_month_without_a_day_stays_a_month(shift: int, month: int) -> None:
    raw = full_life()
    raw["studies"][0]["start"] = "2023-09"
    start, _ = edges(after(case_of(raw), bar(chart(raw), "lake"), Moving.WHOLE, shift))
    assert isinstance(start, YearMonth)
    assert start.month == month


def test_dragging_the_edge_of_a_month_gives_it_a_day() -> None:
    raw = full_life()
    raw["studies"][0]["start"] = "2023-09"
    moved = after(case_of(raw), bar(chart(raw), "lake"), Moving.START, 4)
    assert edges(moved)[0] == date(2023, 9, 5)


@given(
    st.sampled_from(["harbour", "north", "kudi", "study"]), st.sampled_from(Moving), st.integers(-9000, 9000)
)
def test_a_period_is_never_turned_round(name: str, moving: Moving, wanted: int) -> None:
    moved = bar(CHART, name)
    if moved.goes_on and moving is Moving.END:
        return
    shift = allowed_shift(moved, moving, wanted)
    first = moved.first + (0 if moving is Moving.END else shift)
    last = moved.after + (0 if moving is Moving.START else shift)
    assert first < last
    assert abs(shift) <= abs(wanted)


@pytest.mark.parametrize("name", ["harbour", "north", "new", "study"])
def test_a_moved_entry_can_be_put_back(name: str) -> None:
    moved = bar(CHART, name)
    before = item_of(CASE, moved.key)
    assert before is not None
    assert restore_edit(moved.key, before, before, "run") is None
    changed = move_edit(moved, Moving.WHOLE, 30).change(CASE)
    if isinstance(before, Job) and before.leaves:
        changed = leave_edit(moved.key, before, 0, 40).change(changed)
    now = item_of(changed, moved.key)
    assert now is not None
    back = restore_edit(moved.key, before, now, "run")
    assert back is not None
    assert back.change(changed) == CASE


def test_a_leave_moves_inside_its_job() -> None:
    key = bar(CHART, "north").key
    job = item_of(CASE, key)
    assert isinstance(job, Job)
    moved = item_of(leave_edit(key, job, 0, 5).change(CASE), key)
    assert isinstance(moved, Job)
    assert (moved.leaves[0].start, moved.leaves[0].end) == (date(2026, 7, 11), date(2026, 8, 6))
    assert (moved.leaves[0].kind, moved.leaves[0].id) == ("unpaid", "rest")
    assert moved.start == job.start


def test_arrow_keys_of_one_bar_are_one_step() -> None:
    harbour = bar(CHART, "harbour")
    assert move_edit(harbour, Moving.END, 1, "run").merge_key == "run"
    assert move_edit(harbour, Moving.END, 1).merge_key is None


def test_a_new_status_is_the_one_that_is_likely() -> None:
    start, end = date(2027, 2, 1), date(2027, 12, 31)
    after_work = new_item(CASE, Lane.STATUS, start, end)
    after_study = new_item(CASE, Lane.STATUS, date(2024, 8, 1), end)
    assert isinstance(after_work, StatusPeriod)
    assert isinstance(after_study, StatusPeriod)
    assert (after_work.kind, after_study.kind) == ("work_permit", "post_graduation_work_permit")


@pytest.mark.parametrize("lane", list(Lane))
def test_every_lane_takes_a_new_entry(lane: Lane) -> None:
    empty = case_of(nothing_yet())
    changed = add_edit(empty, lane, date(2025, 1, 6), date(2025, 6, 30)).change(empty)
    (item,) = getattr(changed, lane.list_name)
    if isinstance(item, LanguageTest):
        assert item.result_date == date(2025, 1, 6)
    else:
        assert edges(item) == (date(2025, 1, 6), date(2025, 6, 30))
