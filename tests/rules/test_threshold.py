"""Which language threshold applies where hours of a job are not known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from cec_desktop.rules.assess import assess
from cec_desktop.rules.findings import Membership, Outcome
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw

ON = date(2024, 6, 3)
PROGRAMMER, BOOKKEEPER = "21232", "12200"
"""TEER 1, which asks for level 7, and TEER 2, which asks for level 5."""


def two_jobs_at_once(bookkeeping: dict[str, Any]) -> Membership:
    """Half days as a programmer beside bookkeeping of the same two years; the test reaches level 5 only."""
    job = {"start": "2022-06-01", "end": "2024-05-31", "authorized": True}
    case = checked_case_from_raw(
        {
            "format": "cec-case",
            "version": 1,
            "file_number": "2024-0311",
            "destination": "ON",
            "client": {"family_name": "Ferreira", "date_of_birth": "1991-08-02"},
            "statuses": [{"kind": "open_work_permit", "start": "2022-01-01"}],
            "jobs": [
                {**job, "noc": {"version": "2021", "code": PROGRAMMER}, "hours_per_week": 37.5},
                {**job, "noc": {"version": "2021", "code": BOOKKEEPER}, **bookkeeping},
            ],
            "language_tests": [
                {
                    "test": "benchmarks",
                    "language": "en",
                    "result_date": "2024-01-15",
                    **dict.fromkeys(("listening", "reading", "writing", "speaking"), 5),
                }
            ],
        }
    )
    return assess(case, ON, ON + timedelta(days=1), load_rulebook()).membership


def test_hours_not_known_may_be_more_than_a_full_time_week_and_take_the_lead() -> None:
    said = two_jobs_at_once({"hours_per_week": None})

    assert said.outcome is Outcome.UNDETERMINED
    assert [fact.place for fact in said.missing_facts] == ["jobs[1].hours_per_week"]


@pytest.mark.parametrize(
    ("hours", "outcome"), [(30, Outcome.NOT_MET), (37.5, Outcome.NOT_MET), (40, Outcome.MET)]
)
def test_hours_that_are_known_settle_it(hours: float, outcome: Outcome) -> None:
    assert two_jobs_at_once({"hours_per_week": hours}).outcome is outcome
