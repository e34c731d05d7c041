"""Days and months are read strictly and counted as the Interpretation Act counts them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.dates import YearMonth, add_months, earliest, latest, parse_day, parse_edge


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == parse_edge(day.isoformat()) == day
    assert earliest(day) == latest(day) == day


@given(st.dates())
def test_a_month_stands_for_all_its_days(day: date) -> None:
    month = parse_edge(day.isoformat()[:7])

    assert isinstance(month, YearMonth)
    assert str(month) == day.isoformat()[:7]
    assert earliest(month) <= day <= latest(month)
    assert (earliest(month).day, add_months(earliest(month), 0)) == (1, earliest(month))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-31",
        "2026-2-01",
        "20261122",
        "2026-13",
        "0000-01",
        "2026",
        "2026-11-22T00:00",
        "२०२६-११-२२",
        "",
    ],
)
def test_other_text_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_edge(text)


def test_months_are_in_order() -> None:
    assert YearMonth(2025, 12) < YearMonth(2026, 1) < YearMonth(2026, 2)
    assert latest(YearMonth(2024, 2)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2010, 6, 15), -24, date(2008, 6, 15)),
        (date(2010, 2, 28), -24, date(2008, 2, 28)),
        (date(2012, 2, 29), -12, date(2011, 2, 28)),
        (date(2024, 2, 29), -36, date(2021, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(9999, 6, 1), 7, date.max),
        (date(2, 6, 1), -36, date.min),
    ],
)
def test_the_same_day_of_another_month_or_its_last(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected
