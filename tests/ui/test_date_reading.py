"""Dates as people type them, in either language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.dates import Edge, YearMonth
from cec_desktop.practice.typed_dates import DateReading, UnreadableDateError, read_date

ANCHOR = date(2026, 11, 22)
TODAY = date(2026, 11, 3)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def read(text: str, *, months: bool = True) -> DateReading:
    return read_date(text, anchor=ANCHOR, today=TODAY, months=months)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        (" 2026/11/22 ", date(2026, 11, 22)),
        ("20261122", date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("11/22/2026", date(2026, 11, 22)),
        ("22.11.2026", date(2026, 11, 22)),
        ("22-11-2026", date(2026, 11, 22)),
        ("22 Nov 2026", date(2026, 11, 22)),
        ("Nov 22, 2026", date(2026, 11, 22)),
        ("November 22nd 2026", date(2026, 11, 22)),
        ("2026 nov 22", date(2026, 11, 22)),
        ("22 novembre 2026", date(2026, 11, 22)),
        ("1er décembre 2026", date(2026, 12, 1)),
        ("le 3 août 2026", date(2026, 8, 3)),
        ("3 févr. 2026", date(2026, 2, 3)),
        ("2026-11", YearMonth(2026, 11)),
        ("11/2026", YearMonth(2026, 11)),
        ("sep 2025", YearMonth(2025, 9)),
        ("juillet 2025", YearMonth(2025, 7)),
        ("2025 July", YearMonth(2025, 7)),
        ("today", TODAY),
        ("aujourd’hui", TODAY),
        ("+6m", date(2027, 5, 22)),
        ("−2w", date(2026, 11, 8)),
        ("+1 an", date(2027, 11, 22)),
        ("-10j", date(2026, 11, 12)),
    ],
)
def test_what_people_write(text: str, value: Edge) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2026-02-29", "no_such_day"),
        ("31/11/2026", "no_such_day"),
        ("2026-13", "no_such_day"),
        ("22/11/26", "short_year"),
        ("22 nov", "short_year"),
        ("22 nov 26", "short_year"),
        ("soon", "form"),
        ("3 jui 2026", "form"),
        ("2026", "form"),
        ("2026-11-22 15:00", "form"),
        ("1 2 3 2026", "form"),
        ("nov dec 2026", "form"),
        ("+6x", "form"),
        ("+9999y", "out_of_calendar"),
        ("2026_11_22", "form"),
    ],
)
def test_what_is_no_date(text: str, fault: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        read(text)
    assert caught.value.fault == fault


def test_a_month_alone_is_refused_where_a_day_is_needed() -> None:
    with pytest.raises(UnreadableDateError) as caught:
        read("2026-11", months=False)
    assert caught.value.fault == "no_month_alone"


def test_day_and_month_that_could_change_places_keep_both_readings() -> None:
    reading = read("5/9/2023")
    assert (reading.value, reading.other) == (date(2023, 9, 5), date(2023, 5, 9))


@pytest.mark.parametrize("text", ["5/5/2023", "13/5/2023", "5/13/2023", "2023-05-09"])
def test_only_real_doubts_are_raised(text: str) -> None:
    assert read(text).other is None


@given(DAYS)
def test_a_stored_day_reads_as_itself(day: date) -> None:
    assert read(day.isoformat()) == DateReading(day)


@given(DAYS)
def test_day_first_is_how_slashes_read(day: date) -> None:
    reading = read(f"{day.day}/{day.month}/{day.year}")
    if day.day <= 12 and day.day != day.month:
        assert reading == DateReading(day, other=date(day.year, day.day, day.month))
    else:
        assert reading.value == day


@given(st.integers(-5000, 5000))
def test_days_are_counted_from_the_application(days: int) -> None:
    sign = "+" if days >= 0 else "-"
    assert read(f"{sign}{abs(days)}d").value == ANCHOR + timedelta(days=days)


@given(st.text(max_size=20))
def test_rubbish_is_a_fault_and_never_a_crash(text: str) -> None:
    try:
        reading = read(text)
    except UnreadableDateError:
        return
    assert isinstance(reading.value, date | YearMonth)
