"""Numbers are held as they will be read again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.fields import number_to_json, read_day, read_edge, read_number, read_score


@given(st.decimals(0, 10**12, allow_nan=False) | st.floats(0, 1e12) | st.integers(0, 10**12))
def test_a_number_is_the_same_after_writing(number: Decimal | float | int) -> None:
    held = read_number(number)

    assert read_number(number_to_json(held)) == held


def test_decimal_fractions_are_exact() -> None:
    assert read_number(0.1) + read_number(0.2) == Decimal("0.3")
    assert number_to_json(Decimal("37.50")) == 37.5
    assert isinstance(number_to_json(Decimal("30.0")), int)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), float("inf"), True, "1", None])
def test_other_things_are_no_numbers(number: object) -> None:
    with pytest.raises(PydanticCustomError, match="number_expected"):
        read_number(number)


def test_days_may_be_given_as_days() -> None:
    assert read_day(date(2026, 11, 22)) == read_day("2026-11-22") == date(2026, 11, 22)
    assert read_edge(YearMonth(2026, 11)) == read_edge("2026-11")
    with pytest.raises(PydanticCustomError, match="date_expected"):
        read_day(20261122)


def test_scores_are_numbers_or_codes() -> None:
    assert read_score("4H") == "4H"
    assert read_score("M") == "M"
    assert read_score(6.5) == Decimal("6.5")
