"""Client files that have given facts on a day, as a consultant would enter them; clients are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.validation import checked_case_from_raw

Raw = dict[str, Any]

DEVELOPER = {"version": "2021", "code": "21232"}
SENIOR = {"version": "2021", "code": "00012"}
ABILITIES = ("listening", "reading", "writing", "speaking")


def raw_file(on: date, **changes: Any) -> Raw:
    """A file of somebody of 29 without anything that earns points but age, and nothing left open."""
    return {
        "format": "cec-case",
        "version": 1,
        "file_number": "2026-0555",
        "application_date": on.isoformat(),
        "destination": "NS",
        "client": {"family_name": "Aalto", "date_of_birth": born(on, 29)},
        "statuses": [{"kind": "open_work_permit", "start": add_months(on, -132).isoformat()}],
        "sibling_in_canada": False,
        **changes,
    }


def read(raw: Raw) -> CaseFile:
    return checked_case_from_raw(raw)


def born(on: date, age: int) -> str:
    return add_months(on, -12 * age - 3).isoformat()


def result(on: date, levels: dict[str, int], language: str, **more: Any) -> Raw:
    """A result of half a year ago whose levels are stated."""
    day = add_months(on, -6).isoformat()
    return {"test": "benchmarks", "language": language, "result_date": day, **levels, **more}


def work(on: date, years: int, *, country: str = "CA") -> list[Raw]:
    """One job of whole years up to the day before; a few days more, since a year is 52 weeks of hours."""
    if not years:
        return []
    start = add_months(on, -12 * years)
    return [
        {
            "employer": "Fundy Works",
            "country": country,
            "start": start.isoformat(),
            "hours_per_week": 40,
            "noc": DEVELOPER,
            "duties_match": True,
        }
    ]


def education(on: date, level: str) -> list[Raw]:
    """A foreign credential assessed a year ago."""
    if level == "none":
        return []
    assessed = {"organization": "WES", "issued_on": add_months(on, -12).isoformat()}
    return [{"level": level, "canadian": False, "completed_on": "2012-06-01", "eca": assessed}]
