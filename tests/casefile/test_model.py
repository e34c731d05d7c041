"""A client file as values: frozen, strict, and empty but for three facts when new."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.model import Client, Job, new_case
from cec_desktop.casefile.reading import case_from_raw, case_to_raw


def test_a_new_file_holds_three_facts() -> None:
    case = new_case("2026-0200", "Ng", date(1990, 1, 31))

    assert case_to_raw(case) == {
        "format": "cec-case",
        "version": 1,
        "file_number": "2026-0200",
        "client": {"family_name": "Ng", "date_of_birth": "1990-01-31"},
    }
    assert case_from_raw(case_to_raw(case)) == case


def test_values_do_not_change() -> None:
    job = Job(start=date(2024, 1, 1), end=YearMonth(2024, 6))

    with pytest.raises(ValidationError, match="frozen"):
        job.start = date(2025, 1, 1)  # type: ignore[misc]


def test_a_job_is_taken_as_paid_and_in_canada_unless_it_says_otherwise() -> None:
    job = Job()

    assert (job.paid, job.self_employed, job.physically_in_canada, job.country) == (True, False, True, "CA")
    assert (job.authorized, job.duties_match, job.hours_per_week, job.noc) == (None, None, None, None)


def test_a_name_is_not_empty() -> None:
    with pytest.raises(ValidationError, match="family_name"):
        Client(family_name="", date_of_birth=date(1990, 1, 1))
