"""The axis names what fits, never over the next tick, at every zoom and in both languages."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.timeline.axis import DAY_CLEARANCE, LABEL_CLEARANCE, LABEL_INDENT, Axis, Calendar, Level
from cec_desktop.ui.timeline.measure import Type
from cec_desktop.ui.timeline.scale import COARSEST, FINEST, Scale
from tests.ui.timeline.stories import EN, FR, at

WIDTH = 750.0


def narrow(text: str, type_: Type) -> float:
    return len(text) * (5.5 if type_ is Type.CAPTION else 7.0)


ENGLISH, FRENCH = Calendar(EN, narrow), Calendar(FR, narrow)


def labels(axis: Axis) -> list[str]:
    return [tick.label for tick in axis.lower if tick.label]


@pytest.mark.parametrize(
    ("px", "level"),
    [
        (23.8, Level.DAYS),
        (18.0, Level.DAYS),
        (17.9, Level.WEEKS),
        (3.64, Level.WEEKS),
        (2.59, Level.MONTHS),
        (1.13, Level.MONTHS),
        (0.454, Level.QUARTERS),
        (0.33, Level.QUARTERS),
        (0.114, Level.YEARS),
        (0.05, Level.FIVE_YEARS),
    ],
)
def test_how_fine_the_axis_is_follows_the_zoom(px: float, level: Level) -> None:
    assert ENGLISH.level(px) is level


def test_larger_type_needs_more_room_a_month() -> None:
    large = Calendar(EN, lambda text, type_: 3 * narrow(text, type_))
    assert ENGLISH.level(1.5) is Level.MONTHS
    assert large.level(1.5) is Level.QUARTERS


def test_french_months_are_longer() -> None:
    assert ENGLISH.level(1.13) is Level.MONTHS
    assert FRENCH.level(1.13) is Level.QUARTERS
    assert FRENCH.level(1.6) is Level.MONTHS


def test_quarters_are_named_and_every_month_ticked() -> None:
    axis = ENGLISH.axis(Scale(at("2024-01-01"), 0.454), WIDTH)
    assert labels(axis)[:5] == ["Jan", "Apr", "Jul", "Oct", "Jan"]
    assert [tick.label for tick in axis.upper][:2] == ["2024", "2025"]
    assert len([tick for tick in axis.lower if tick.x < 0.454 * 366]) == 12


def test_months_speak_french() -> None:
    axis = FRENCH.axis(Scale(at("2024-01-01"), 2.0), WIDTH)
    assert labels(axis)[:3] == ["janv.", "févr.", "mars"]


def test_weeks_are_named_by_their_mondays() -> None:
    axis = ENGLISH.axis(Scale(at("2025-02-01"), 4.0), WIDTH)
    # The 24th has no room before March.
    assert labels(axis)[:5] == ["3", "10", "17", "3", "10"]
    assert [tick.label for tick in axis.upper][:2] == ["Feb 2025", "Mar 2025"]


def test_mondays_are_stronger_among_days() -> None:
    axis = ENGLISH.axis(Scale(at("2025-02-16"), 23.8), WIDTH)
    strong = [tick.label for tick in axis.lower if tick.strong]
    assert strong[:2] == ["17", "24"]


def test_decades_stand_above_years() -> None:
    axis = ENGLISH.axis(Scale(at("2016-01-01"), 0.13), WIDTH)
    assert axis.repeated == "2010"
    assert [tick.label for tick in axis.upper] == ["2020", "2030"]
    assert labels(axis)[:2] == ["2016", "2017"]


def test_the_left_edge_repeats_the_unit_it_is_in() -> None:
    assert ENGLISH.axis(Scale(at("2023-08-20"), 0.55), WIDTH).repeated == "2023"


def test_the_left_edge_repeats_nothing_that_would_touch_the_next_unit() -> None:
    assert ENGLISH.axis(Scale(at("2023-12-20"), 0.55), WIDTH).repeated == ""


def test_a_unit_that_begins_at_the_left_edge_is_not_named_twice() -> None:
    axis = ENGLISH.axis(Scale(at("2024-01-01"), 0.55), WIDTH)
    assert axis.repeated == ""
    assert axis.upper[0].label == "2024"


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.floats(COARSEST, FINEST),
    st.sampled_from([ENGLISH, FRENCH]),
)
def test_no_label_reaches_the_next_tick(left: date, px: float, calendar: Calendar) -> None:
    axis = calendar.axis(Scale(left.toordinal(), px), WIDTH)
    for tier, type_ in ((axis.lower, Type.CAPTION), (axis.upper, Type.HEADING)):
        named = [tick for tick in tier if tick.label]
        for tick, following in pairwise(named):
            end = tick.x + LABEL_INDENT + narrow(tick.label, type_)
            assert (
                end + (DAY_CLEARANCE if axis.level is Level.DAYS else LABEL_CLEARANCE) <= following.x + 1e-6
            )
        assert all(tick.x + 0.5 >= 0 and tick.x < WIDTH for tick in tier)
