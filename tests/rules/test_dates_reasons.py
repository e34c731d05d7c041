"""Why membership begins on a day, where the law itself is the reason."""

from __future__ import annotations

from datetime import date

from cec_desktop.rules.assess import assess
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw


def test_a_physician_in_her_own_practice_becomes_a_member_by_the_policy_not_by_the_occupations() -> None:
    case = checked_case_from_raw(
        {
            "format": "cec-case",
            "version": 1,
            "file_number": "2023-0077",
            "destination": "AB",
            "client": {"family_name": "Haddad", "date_of_birth": "1984-11-20"},
            "statuses": [{"kind": "open_work_permit", "start": "2021-12-01"}],
            "jobs": [
                {
                    "start": "2022-01-01",
                    "noc": {"version": "2021", "code": "31102"},
                    "hours_per_week": 30,
                    "self_employed": True,
                    "publicly_funded_physician": True,
                }
            ],
            "language_tests": [
                {
                    "test": "benchmarks",
                    "language": "en",
                    "result_date": "2023-01-01",
                    **dict.fromkeys(("listening", "reading", "writing", "speaking"), 9),
                }
            ],
        }
    )
    dates = assess(case, date(2023, 4, 24), date(2023, 4, 24), load_rulebook()).dates

    assert dates.earliest == date(2023, 4, 25)
    assert dates.earliest_reason is not None
    assert dates.earliest_reason.id == "physicians_policy_begins"
