"""Clients of the federal skilled worker and trades classes, as a consultant would enter them; invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Finding
from cec_desktop.rules.programs.beside import programs_on
from cec_desktop.rules.programs.results import Program
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw

Raw = dict[str, Any]

ON = date(2026, 3, 2)
ABILITIES = ("listening", "reading", "writing", "speaking")
ANALYST = {"version": "2021", "code": "21222"}
ELECTRICIAN = {"version": "2021", "code": "72200"}
CASHIER = {"version": "2021", "code": "65100"}


def months_before(on: date, months: int) -> str:
    return add_months(on, -months).isoformat()


def born(on: date, age: int) -> str:
    return add_months(on, -12 * age - 3).isoformat()


def levels(*each: int) -> dict[str, int]:
    """Levels of listening, reading, writing and speaking, or one for all."""
    return dict(zip(ABILITIES, each * 4 if len(each) == 1 else each, strict=True))


def result(on: date, *each: int, language: str = "en") -> Raw:
    return {
        "test": "benchmarks",
        "language": language,
        "result_date": months_before(on, 6),
        **levels(*each),
    }


def job(on: date, months: int, **changes: Any) -> Raw:
    """Full-time work abroad up to the day; a few days more, since a year is 52 weeks."""
    return {
        "employer": "Minas do Sul",
        "country": "BR",
        "start": months_before(on, months),
        "hours_per_week": 40,
        "noc": ANALYST,
        "duties_match": True,
        **changes,
    }


def assessed(level: str, on: date = ON) -> Raw:
    return {
        "level": level,
        "canadian": False,
        "completed_on": "2012-06-01",
        "eca": {"organization": "WES", "issued_on": months_before(on, 12)},
    }


def file(on: date = ON, *, age: int = 30, **changes: Any) -> Raw:
    """Somebody who meets all minimal requirements of the worker class, has funds, and nothing open."""
    return {
        "format": "cec-case",
        "version": 1,
        "file_number": "2026-0701",
        "application_date": on.isoformat(),
        "destination": "AB",
        "client": {"family_name": "Prado", "date_of_birth": born(on, age)},
        "statuses": [{"kind": "none", "start": months_before(on, 120)}],
        "jobs": [job(on, 36)],
        "language_tests": [result(on, 8)],
        "education": [assessed("three_year", on)],
        "sibling_in_canada": False,
        "funds": {"amount": 60000, "on": on.isoformat()},
        **changes,
    }


def read(raw: Raw) -> CaseFile:
    return checked_case_from_raw(raw)


def program(raw: Raw, id_: str, on: date = ON) -> Program:
    return programs_on(read(raw), on, on, load_rulebook()).of(id_)


def points(raw: Raw, on: date = ON) -> dict[str, int]:
    """Points of each factor, where nothing is open."""
    grid = program(raw, "fsw", on).grid
    assert grid is not None
    assert grid.points == grid.highest
    return {each.id: each.points for each in grid.factors}


def total(raw: Raw, on: date = ON) -> int:
    return sum(points(raw, on).values())


def finding(program_: Program, id_: str) -> Finding:
    def walk(findings: tuple[Finding, ...]) -> Finding | None:
        for each in findings:
            found = each if each.id == id_ else walk(each.conditions)
            if found is not None:
                return found
        return None

    found = walk(program_.conditions)
    assert found is not None, id_
    return found


def asked(program_: Program) -> set[str]:
    return {fact.place for fact in program_.missing_facts}
