"""Where lanes, bars and words come to lie."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane, Names, Stretch
from cec_desktop.ui.timeline.layout import MOST_ROWS, Arranging, LaneBox, Layout, arrange, lane_height
from cec_desktop.ui.timeline.measure import Sizes
from cec_desktop.ui.timeline.placed import PIN, PlacedBar
from cec_desktop.ui.timeline.placing import CLEAR, Tone
from cec_desktop.ui.timeline.plan import Plan, first_fit
from cec_desktop.ui.timeline.scale import LAST, Scale, fitting
from tests.ui.timeline.stories import at, busy_life, chart, full_life, letters, nothing_yet

WIDTH = 750.0
SIZES = Sizes()
DAY = at("2024-01-01")


def laid_out(found: Chart, scale: Scale | None = None, width: float = WIDTH, **how: Any) -> Layout:
    scale = scale or fitting(*(found.window or (DAY, DAY + 1000)), width, 0.09, 0.15)
    return arrange(Plan.of(found), scale, Arranging(width, SIZES, letters, **how))


def a_bar(
    name: str, first: int, days: int, *pieces: tuple[int, Fill], lane: Lane = Lane.WORK, **rest: Any
) -> Bar:
    after = LAST if rest.get("goes_on") else first + days
    stretches, begins = [], first
    for length, fill in pieces or ((after - first, Fill.COUNTS),):
        stretches.append(Stretch(begins, begins + length, fill))
        begins += length
    day = date.fromordinal(first)
    return Bar(
        lane,
        Key(lane.list_name, name),
        first,
        after,
        day,
        None,
        Names(name),
        name,
        stretches=tuple(stretches),
        **rest,
    )


def a_chart(*bars: Bar, on: int = DAY + 5000) -> Chart:
    day = date.fromordinal(on)
    in_time = tuple(sorted(bars, key=lambda bar: bar.first))
    return Chart("1", day, day, False, None, 0, in_time, (), None)


def box(layout: Layout, lane: Lane) -> LaneBox:
    return layout.lanes[lane]


def only(bar: Bar, px: float) -> PlacedBar:
    """A bar alone in its file, with the first day at the left edge."""
    (placed,) = box(laid_out(a_chart(bar), Scale(DAY, px)), bar.lane).bars
    return placed


# Sub-lanes


def test_bars_that_meet_nobody_share_a_sub_lane() -> None:
    assert first_fit([a_bar("one", DAY, 10), a_bar("two", DAY + 10, 5)]) == (0, 0)


def test_bars_at_the_same_time_stand_above_each_other() -> None:
    bars = [a_bar("one", DAY, 30), a_bar("two", DAY + 5, 30), a_bar("three", DAY + 31, 5)]
    assert first_fit(bars) == (0, 1, 0)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 120)), max_size=40))
def test_no_bars_of_a_sub_lane_overlap(periods: list[tuple[int, int]]) -> None:
    bars = [a_bar(str(number), DAY + first, days) for number, (first, days) in enumerate(periods)]
    rows = first_fit(bars)
    for row in set(rows):
        own = sorted((bar.first, bar.after) for bar, each in zip(bars, rows, strict=True) if each == row)
        assert all(one[1] <= other[0] for one, other in pairwise(own))
    most = max((sum(bar.first <= one.first < bar.after for bar in bars) for one in bars), default=0)
    assert len(set(rows)) == most


@pytest.mark.parametrize(
    ("rows", "lane", "height"),
    [(1, Lane.STATUS, 37), (1, Lane.WORK, 47), (2, Lane.WORK, 65), (9, Lane.TESTS, 121)],
)
def test_how_high_lanes_are(rows: int, lane: Lane, height: float) -> None:
    assert lane_height(rows, lane, SIZES) == height


def test_a_lane_shows_four_sub_lanes_and_scrolls() -> None:
    found = a_chart(*(a_bar(str(number), DAY, 30) for number in range(7)))
    top = box(laid_out(found), Lane.WORK)
    assert (top.rows, top.shown, [each.bar.key.item_id for each in top.bars]) == (7, MOST_ROWS, list("0123"))
    lower = box(laid_out(found, first_rows={Lane.WORK: 2}), Lane.WORK)
    assert [each.bar.key.item_id for each in lower.bars] == list("2345")
    assert lower.bars[0].rect.y == top.bars[0].rect.y
    last = box(laid_out(found, first_rows={Lane.WORK: 99}), Lane.WORK)
    assert last.first_row == 3


def test_a_lane_keeps_its_height_while_a_drag_lasts() -> None:
    found = a_chart(a_bar("one", DAY, 30))
    assert box(laid_out(found, least_rows={Lane.WORK: 3}), Lane.WORK).height == lane_height(
        3, Lane.WORK, SIZES
    )


def test_lanes_follow_each_other_without_gaps() -> None:
    lanes = laid_out(chart(full_life())).lanes
    assert [each.lane for each in lanes] == list(Lane)
    assert all(one.bottom == other.top for one, other in pairwise(lanes))


# Bars


def test_a_bar_reaches_from_its_first_day_to_the_end_of_its_last() -> None:
    placed = only(a_bar("one", DAY + 10, 20), 2.0)
    assert (placed.rect.x, placed.rect.right) == (20, 60)
    assert placed.rect.h == SIZES.bar


def test_bars_out_of_view_are_not_placed() -> None:
    layout = laid_out(a_chart(a_bar("before", DAY - 100, 99), a_bar("after", DAY + 400, 9)), Scale(DAY, 2.0))
    assert box(layout, Lane.WORK).bars == ()


def test_nothing_is_placed_far_outside_the_view() -> None:
    placed = only(a_bar("long", DAY - 20_000, 60_000), 20.0)
    assert -100 < placed.rect.x < 0
    assert WIDTH < placed.rect.right < WIDTH + 100
    assert placed.cut_left
    assert not placed.arrow_right


def test_a_bar_that_goes_on_has_an_arrow_at_the_edge() -> None:
    assert only(a_bar("long", DAY + 9, 1, goes_on=True), 1.0).arrow_right


# Words


def test_words_stand_in_the_widest_stretch_of_the_window() -> None:
    bar = a_bar(
        "Guichet",
        DAY,
        400,
        (200, Fill.OUTSIDE),
        (60, Fill.COUNTS),
        (20, Fill.NOT_COUNTED),
        (120, Fill.COUNTS),
    )
    placed = only(bar, 1.0)
    assert 280 < placed.labels[0].x < 400
    assert not placed.plated


def test_words_on_a_pattern_get_a_plate() -> None:
    placed = only(a_bar("Guichet", DAY, 200, (200, Fill.NOT_COUNTED)), 1.0)
    assert placed.plated


def test_words_keep_to_what_is_in_view() -> None:
    placed = only(a_bar("Guichet", DAY - 500, 700), 1.0)
    assert placed.labels[0].x >= 14


def test_words_stand_beside_the_line_of_the_application_date() -> None:
    found = a_chart(a_bar("Guichet", DAY, 200), on=DAY + 30)
    (placed,) = box(laid_out(found, Scale(DAY, 1.0)), Lane.WORK).bars
    assert placed.labels[0].x > 30


@given(
    st.lists(
        st.tuples(st.integers(0, 900), st.integers(1, 90), st.text("abcdef ", min_size=1, max_size=14)),
        max_size=25,
    ),
    st.floats(0.1, 6),
    st.integers(0, 900),
)
def test_words_outside_never_reach_the_next_bar_or_the_application_date(
    periods: list[tuple[int, int, str]], px: float, on: int
) -> None:
    bars = [
        a_bar(f"{text} {number}", DAY + first, days) for number, (first, days, text) in enumerate(periods)
    ]
    layout = laid_out(a_chart(*bars, on=DAY + on), Scale(DAY, px))
    handle = layout.scale.x(DAY + on)
    lane = box(layout, Lane.WORK)
    for placed in lane.bars:
        others = [each.rect.x for each in lane.bars if each.row == placed.row and each.rect.x > placed.rect.x]
        for label in placed.labels:
            if label.tone is Tone.OUTSIDE:
                end = label.x + label.width
                assert end + CLEAR <= min([*others, WIDTH]) + 1e-6
                assert not label.x <= handle < end
            else:
                assert placed.rect.x - 1e-6 <= label.x
                assert label.x + label.width <= placed.rect.right + 1e-6


# Thin stretches


def test_a_thin_stretch_is_still_seen_and_gets_a_pin() -> None:
    bar = a_bar("Guichet", DAY, 1000, (500, Fill.COUNTS), (2, Fill.NOT_KNOWN), (498, Fill.COUNTS))
    placed = only(bar, 0.3)
    thin = placed.pieces[1]
    assert thin.right - thin.x == pytest.approx(2)
    assert [(pin.outcome, round(pin.x)) for pin in placed.pins] == [("undetermined", 151)]


def test_a_stretch_of_six_pixels_needs_no_pin() -> None:
    bar = a_bar("Guichet", DAY, 100, (50, Fill.COUNTS), (6, Fill.NOT_COUNTED), (44, Fill.COUNTS))
    placed = only(bar, 1.0)
    assert placed.pins == ()


def test_pins_that_would_meet_give_way_to_what_is_not_known() -> None:
    bar = a_bar(
        "Guichet",
        DAY,
        100,
        (50, Fill.COUNTS),
        (1, Fill.NOT_COUNTED),
        (2, Fill.COUNTS),
        (1, Fill.NOT_KNOWN),
        (46, Fill.COUNTS),
    )
    placed = only(bar, 1.0)
    assert [pin.outcome for pin in placed.pins] == ["undetermined"]
    apart = only(bar, 5.0)
    assert len(apart.pins) == 2
    assert apart.pins[0].x + PIN <= apart.pins[1].x or apart.pins[1].x + PIN <= apart.pins[0].x


# What lies outside, and what is not there yet


def test_what_lies_just_outside_a_lane_is_named_at_its_edge() -> None:
    found = chart(full_life())
    layout = laid_out(found, Scale(at("2024-10-01"), 3.0))
    study = box(layout, Lane.STUDY).neighbours
    assert [(each.text, each.before) for each in study] == [
        ("Graduate certificate, to 2024-08-15", True),
        ("French, 2025-09-08", False),
    ]
    assert study[0].rect.x < 10
    assert study[1].rect.right <= WIDTH


def test_a_neighbour_is_not_named_over_a_bar() -> None:
    layout = laid_out(chart(full_life()), Scale(at("2024-09-20"), 3.0))
    assert [each for each in box(layout, Lane.WORK).neighbours if each.before] == []


def test_empty_lanes_ask_for_their_first_entry() -> None:
    layout = laid_out(chart(nothing_yet()))
    assert [each.prompt is not None for each in layout.lanes] == [True, True, False, False]
    assert box(laid_out(chart(full_life())), Lane.STATUS).prompt is None


def test_many_jobs_are_placed_only_where_they_are_seen() -> None:
    layout = laid_out(chart(busy_life(200)))
    lane = box(layout, Lane.WORK)
    assert 0 < len(lane.bars) < 200
    assert all(each.rect.right > -50 and each.rect.x < WIDTH + 50 for each in lane.bars)
