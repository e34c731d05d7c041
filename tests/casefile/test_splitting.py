"""A period cut in two says of every day what it said before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cec_desktop.casefile.dates import earliest, latest, parse_edge
from cec_desktop.casefile.splitting import can_split, split_period


def edges(first: date, last: date) -> SearchStrategy[str]:
    """Days and months of a stretch."""
    days = st.dates(first, last).map(date.isoformat)
    return days | days.map(lambda day: day[:7])


cuts = st.dates(date(2024, 3, 1), date(2024, 4, 30))
rows = st.fixed_dictionaries(
    {
        "start": edges(date(2024, 1, 1), date(2024, 4, 30)),
        "end": st.none() | edges(date(2024, 3, 1), date(2024, 6, 30)),
    }
)
periods = st.fixed_dictionaries(
    {
        "start": edges(date(2024, 1, 1), date(2024, 2, 29)),
        "end": st.none() | edges(date(2024, 5, 1), date(2024, 6, 30)),
        "leaves": st.lists(rows, max_size=3),
    }
)


def covers(row: dict[str, Any], day: date) -> bool | None:
    """Whether a row covers a day; None where a month leaves it open."""
    start = parse_edge(row["start"])
    end = date.max if row["end"] is None else parse_edge(row["end"])
    if latest(start) <= day <= earliest(end):
        return True
    return None if earliest(start) <= day <= latest(end) else False


def on_leave(parts: list[dict[str, Any]], day: date) -> list[bool | None]:
    """What the leaves of the part that holds a day say of it."""
    held = [part for part in parts if covers(part, day) is not False]
    said = [covers(leave, day) for part in held for leave in part["leaves"]]
    return sorted((fact for fact in said if fact is not False), key=str)


@given(periods, cuts)
def test_leaves_cover_the_same_days_in_both_parts(period: dict[str, Any], on: date) -> None:
    assert can_split(period, on)
    first, second = split_period(period, on)

    assert (first["end"], second["start"]) == ((on - timedelta(days=1)).isoformat(), on.isoformat())
    assert (first["start"], second["end"]) == (period["start"], period["end"])
    for offset in range(200):
        day = date(2024, 1, 1) + timedelta(days=offset)
        if covers(period, day):
            assert on_leave([first, second], day) == on_leave([period], day)


@pytest.mark.parametrize(
    ("start", "end", "on", "may"),
    [
        ("2024-01-01", None, "2024-01-02", True),
        ("2024-01-01", None, "2024-01-01", False),
        ("2024-01-01", "2024-01-02", "2024-01-02", True),
        ("2024-01-01", "2024-01-02", "2024-01-03", False),
        ("2024-01", None, "2024-01-31", False),
        ("2024-01", None, "2024-02-01", True),
        ("2024-01-01", "2024-03", "2024-03-02", False),
        (None, None, "2024-03-02", False),
    ],
)
def test_a_cut_is_surely_inside(start: str | None, end: str | None, on: str, may: bool) -> None:
    assert can_split({"start": start, "end": end}, date.fromisoformat(on)) is may


def test_a_row_without_a_start_stays_with_the_first_part() -> None:
    period = {"start": "2024-01-01", "leaves": [{"kind": "sick"}], "hours": [{"hours": 20}]}

    first, second = split_period(period, date(2024, 2, 1))

    assert (first["leaves"], first["hours"]) == (period["leaves"], period["hours"])
    assert (second["leaves"], second["hours"]) == ([], [])


def test_hours_over_a_stretch_stay_whole_in_both_parts() -> None:
    row = {"start": "2024-01-29", "end": "2024-02-04", "hours": 35, "per": "period"}
    period = {"start": "2024-01-01", "hours": [row]}

    first, second = split_period(period, date(2024, 2, 1))

    assert first["hours"] == second["hours"] == [row]
