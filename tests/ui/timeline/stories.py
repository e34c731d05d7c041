"""Invented clients for the timeline, and a desk that answers it as the window does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cec_desktop.casefile.items import with_ids
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import case_from_raw
from cec_desktop.i18n.words import words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.assess import assess, day_of, load_rulebook
from cec_desktop.ui.timeline.bars import Bar, Chart
from cec_desktop.ui.timeline.charting import chart_of
from cec_desktop.ui.timeline.measure import Type

TODAY = date(2026, 11, 2)
EN, FR = words("en"), words("fr")


def _client(file_number: str, family_name: str) -> dict[str, Any]:
    return {
        "format": "cec-case",
        "version": 1,
        "file_number": file_number,
        "application_date": "2026-11-22",
        "destination": "ON",
        "client": {"family_name": family_name, "date_of_birth": "1996-05-17"},
    }


def _job(id_: str, employer: str, start: str | None, code: str, **facts: object) -> dict[str, Any]:
    job = {"id": id_, "employer": employer, "hours_per_week": 37.5, "noc": {"version": "2021", "code": code}}
    return job | ({} if start is None else {"start": start}) | facts


def full_life() -> dict[str, Any]:
    """Permits, counted and other work, a leave, studies, tests, an entry without a day."""
    return _client("2026-0042", "Okafor") | {
        "statuses": [
            {"id": "study", "kind": "study_permit", "start": "2022-08-20", "end": "2024-08-31"},
            {
                "id": "pgwp",
                "kind": "post_graduation_work_permit",
                "start": "2024-09-01",
                "end": "2025-08-31",
            },
            {
                "id": "kept",
                "kind": "maintained",
                "start": "2025-09-01",
                "end": "2026-01-27",
                "applied_on": "2025-08-20",
            },
            {"id": "permit", "kind": "work_permit", "start": "2026-01-28", "end": "2027-01-27"},
        ],
        "jobs": [
            _job("kudi", "Kudi Labs", "2018-07-02", "21234", end="2023-12-28", country="NG"),
            _job(
                "harbour",
                "Harbour Analytics Ltd.",
                "2024-09-16",
                "21234",
                end="2025-03-09",
                hours_per_week=22.5,
            ),
            _job("cafe", "Café Meridian", "2025-03-31", "65200", end="2026-02-13", hours_per_week=25),
            _job("free", "Web design", "2025-05-01", "21234", end="2025-11-30", self_employed=True),
            _job(
                "north",
                "Northlight Software Inc.",
                "2026-02-23",
                "21232",
                title="Software developer",
                leaves=[{"id": "rest", "kind": "unpaid", "start": "2026-07-06", "end": "2026-08-01"}],
            ),
            _job("tutor", "Tutor Hub", None, "43109"),
        ],
        "studies": [
            {
                "id": "lake",
                "program": "Graduate certificate",
                "full_time": True,
                "start": "2023-09-05",
                "end": "2024-08-15",
            },
            {
                "id": "french",
                "program": "French",
                "full_time": False,
                "start": "2025-09-08",
                "end": "2025-12-12",
            },
        ],
        "language_tests": [
            _test("old", "2023-02-18", 6.5, 6, 6, 6),
            _test("new", "2025-03-02", 8, 7, 6.5, 7),
        ],
    }


def _test(id_: str, result: str, *scores: float) -> dict[str, Any]:
    abilities = ("listening", "reading", "writing", "speaking")
    return {"id": id_, "test": "ielts_general", "result_date": result} | dict(
        zip(abilities, scores, strict=True)
    )


def gap_of_three_days() -> dict[str, Any]:
    """Three days of work between two permits for which nothing is entered."""
    return _client("2025-0117", "Singh") | {
        "statuses": [
            {"id": "open", "kind": "open_work_permit", "start": "2024-09-18", "end": "2025-03-14"},
            {"id": "closed", "kind": "work_permit", "start": "2025-03-18", "end": "2027-03-17"},
        ],
        "jobs": [_job("row", "Saffron Row", "2024-11-22", "63200", end="2025-11-20", hours_per_week=30)],
    }


def nothing_yet() -> dict[str, Any]:
    """A file that was just made."""
    return _client("2026-0100", "Nguyễn")


def busy_life(jobs: int) -> dict[str, Any]:
    """Many jobs at once and after another, for the sake of room and speed."""
    first = date(2023, 1, 1).toordinal()
    entries = [
        _job(
            f"job{number}",
            f"Employer {number}",
            date.fromordinal(first + 11 * number).isoformat(),
            "21232",
            end=date.fromordinal(first + 11 * number + 40).isoformat(),
            hours_per_week=10,
        )
        for number in range(jobs)
    ]
    permit = {"id": "permit", "kind": "open_work_permit", "start": "2022-01-01", "end": "2029-12-31"}
    return _client("2026-0900", "Tremblay") | {"statuses": [permit], "jobs": entries}


def case_of(raw: Mapping[str, Any]) -> CaseFile:
    return with_ids(case_from_raw(dict(raw)))


def view_of(case: CaseFile | Mapping[str, Any], *, preview: bool = False, today: date = TODAY) -> CaseView:
    case = case if isinstance(case, CaseFile) else case_of(case)
    return CaseView(case, assess(case, day_of(case, today), today, load_rulebook()), preview)


def chart(raw: Mapping[str, Any], language: str = "en", today: date = TODAY) -> Chart:
    return chart_of(view_of(raw, today=today), FR if language == "fr" else EN)


def bar(of: Chart, item_id: str) -> Bar:
    return next(each for each in of.bars if each.key.item_id == item_id)


def day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def at(text: str) -> int:
    """The boundary at which a day begins."""
    return date.fromisoformat(text).toordinal()


def letters(text: str, type_: Type) -> float:
    """Text as wide as its letters, seven pixels each, captions six."""
    return len(text) * (6.0 if type_ is Type.CAPTION else 7.0)
