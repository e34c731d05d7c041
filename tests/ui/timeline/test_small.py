"""Bars without room for words, hours that vary, and reasons on the days that do not count."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Key, Lane, Names, Stretch
from cec_desktop.ui.timeline.layout import Arranging, Layout, arrange
from cec_desktop.ui.timeline.measure import Sizes
from cec_desktop.ui.timeline.plain import PLAIN, plain_bars
from cec_desktop.ui.timeline.plan import Plan
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.sub_lanes import Row
from tests.ui.timeline.stories import at, bar, chart, full_life, letters

WIDTH = 900.0


def laid_out(raw: dict[str, Any], left: str, px: float) -> Layout:
    how = Arranging(WIDTH, Sizes(), letters)
    return arrange(Plan.of(chart(raw)), Scale(at(left), px), how)


def a_bar(first: int, after: int, fill: Fill = Fill.COUNTS) -> Bar:
    return Bar(
        Lane.WORK,
        Key("jobs", str(first)),
        first,
        after,
        date.fromordinal(first),
        None,
        Names("Job"),
        "Job",
        stretches=(Stretch(first, after, fill),),
    )


DAY = at("2020-01-01")
days = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=40)


@given(days, st.floats(0.01, 4.0))
def test_every_bar_is_drawn_one_way_or_the_other(found: list[tuple[int, int]], px: float) -> None:
    bars, first = [], DAY
    for length, gap in found:
        bars.append(a_bar(first, first + length))
        first += length + gap
    row = Row.of(bars)
    plain = plain_bars([row], px)
    runs = [run for batch in plain.batches.values() for run in batch]
    (loud,) = plain.loud
    for number, each in enumerate(bars):
        x, right = (each.first - plain.origin) * px, (each.after - plain.origin) * px
        drawn = any(left <= x + 1e-6 and right <= end + 1e-6 for left, end, _row in runs)
        assert number in loud or (drawn and right - x < PLAIN)


def test_bars_under_a_pixel_that_meet_are_one() -> None:
    row = Row.of([a_bar(DAY + 2 * number, DAY + 2 * number + 2) for number in range(400)])
    plain = plain_bars([row], 0.1)
    (batch,) = plain.batches.values()
    assert len(batch) == 1


def test_bars_that_fare_otherwise_stay_apart() -> None:
    fills = (Fill.COUNTS, Fill.NOT_COUNTED)
    row = Row.of([a_bar(DAY + 20 * number, DAY + 20 * number + 20, fills[number % 2]) for number in range(9)])
    plain = plain_bars([row], 0.5)
    assert {look: len(batch) for look, batch in plain.batches.items()} == {
        Fill.COUNTS: 4,
        Fill.NOT_COUNTED: 4,
    }
    assert plain.loud == ((8,),)


def with_hours(*rows: dict[str, Any]) -> dict[str, Any]:
    raw = full_life()
    raw["jobs"][1]["hours"] = list(rows)
    return raw


def test_pay_periods_become_hours_a_week() -> None:
    raw = with_hours(
        {"start": "2024-10-14", "end": "2024-10-27", "hours": 30, "per": "period"},
        {"start": "2024-09-16", "end": "2024-10-13", "hours": 40, "per": "week"},
    )
    pays = bar(chart(raw), "harbour").pays
    assert [(pay.first, pay.after, pay.weekly) for pay in pays] == [
        (at("2024-09-16"), at("2024-10-14"), 40.0),
        (at("2024-10-14"), at("2024-10-28"), 15.0),
    ]


def test_hours_are_columns_as_high_as_they_are_many() -> None:
    raw = with_hours(
        {"start": "2024-09-16", "end": "2024-10-13", "hours": 40, "per": "week"},
        {"start": "2024-10-14", "end": "2024-10-27", "hours": 20, "per": "week"},
    )
    layout = laid_out(raw, "2024-09-01", 2.0)
    placed = next(each for each in layout.lanes[Lane.WORK].bars if each.bar.key.item_id == "harbour")
    assert [(column.x, column.right, column.part) for column in placed.columns] == [
        (30.0, 86.0, 1.0),
        (86.0, 114.0, 0.5),
    ]


def test_columns_too_narrow_to_be_told_are_one() -> None:
    weeks = [
        {"start": f"2024-{month:02d}-01", "end": f"2024-{month:02d}-07", "hours": 7 * month, "per": "week"}
        for month in (10, 11, 12)
    ]
    layout = laid_out(with_hours(*weeks), "2000-01-01", 0.03)
    placed = layout.placed(bar(chart(with_hours(*weeks)), "harbour"))
    assert placed is not None
    assert 0 < len(placed.columns) <= 3


def test_a_leave_says_its_reason_where_it_has_room() -> None:
    layout = laid_out(full_life(), "2026-05-01", 6.0)
    north = next(each for each in layout.lanes[Lane.WORK].bars if each.bar.key.item_id == "north")
    (label,) = north.reasons
    piece = next(each for each in north.pieces if each.stretch.leave == 0)
    assert label.text == "on leave"
    assert piece.x <= label.x
    assert label.x + label.width <= piece.right
    far = laid_out(full_life(), "2023-05-01", 0.6)
    north = next(each for each in far.lanes[Lane.WORK].bars if each.bar.key.item_id == "north")
    assert north.reasons == ()
