"""Scores that others have published or worked out, each with its source in ``golden.json``.

Every case is scored twice: its facts by the tables alone, and as a whole client file from which the facts
have to be counted first. Two cases have facts no file can have together, such as Canadian study without a
credential; they are scored by the tables only.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cec_desktop.rules.crs.points import LINES, SECTIONS, Four, Profile, points_of
from cec_desktop.rules.crs.score import score_case
from cec_desktop.rules.crs.tables import load_crs
from cec_desktop.rules.rulebook import load_rulebook
from tests.rules.crs.files import (
    ABILITIES,
    DEVELOPER,
    SENIOR,
    Raw,
    born,
    education,
    raw_file,
    read,
    result,
    work,
)

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "golden.json").read_text(encoding="utf-8"))
NOT_A_FILE = {"A31-d-cap", "H12-2016-cap"}
OFFERS = {"none": 0, "other": 1, "major_group_00": 2}
STUDIES = {"none": 0, "one_or_two_year": 1, "three_year_plus_or_graduate": 2}
LETTERS = dict(zip("ABCD", SECTIONS, strict=True))


@pytest.fixture(params=CASES, ids=[case["id"] for case in CASES])
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    assert found["source"]
    return found


def test_the_tables_give_the_points_of_the_source(case: dict[str, Any]) -> None:
    book = load_crs()
    version = book.version_on(date.fromisoformat(case["version"]))
    assert version is not None

    points = points_of(_profile(case), book, version)

    expected = case["expected"]
    assert dict(zip(LINES, points.lines, strict=True)) | expected["lines"] == dict(
        zip(LINES, points.lines, strict=True)
    )
    assert {letter: points.sections[SECTIONS.index(id_)] for letter, id_ in LETTERS.items()} == {
        letter: expected[letter] for letter in "ABCD"
    }
    assert points.total == expected["total"]


def test_a_file_with_these_facts_has_the_score_of_the_source(case: dict[str, Any]) -> None:
    if case["id"] in NOT_A_FILE:
        return
    on = date.fromisoformat(case["version"])

    score = score_case(read(_file(case, on)), on, load_rulebook())

    assert score is not None
    assert score.missing_facts == ()
    assert {line.id: line.points for line in score.lines} == case["expected"]["lines"]
    assert {line.id: line.highest for line in score.lines} == case["expected"]["lines"]
    assert [(section.id, section.points) for section in score.sections] == [
        (id_, case["expected"][letter]) for letter, id_ in LETTERS.items()
    ]
    assert (score.total, score.total_max, score.exact) == (case["expected"]["total"],) * 2 + (True,)
    assert all(line.citation.startswith("MI ") for line in score.lines)


def _four(levels: dict[str, int]) -> Four:
    return levels["listening"], levels["reading"], levels["writing"], levels["speaking"]


def _profile(case: dict[str, Any]) -> Profile:
    book, spouse, second = load_crs(), case["spouse"], case["second"]
    return Profile(
        age=case["age"],
        education=book.levels.index(case["education"]),
        first=_four(case["first"]["clb"]),
        second=_four(second["clb"]) if second else None,
        first_is_french=case["first"]["lang"] == "fr",
        canadian_years=case["canadian_work"],
        foreign_years=case["foreign_work"],
        couple=spouse is not None,
        spouse_education=book.levels.index(spouse["education"]) if spouse else 0,
        spouse_language=_four(spouse["clb"]) if spouse and spouse["clb"] else None,
        spouse_years=spouse["canadian_work"] if spouse else 0,
        certificate=case["certificate"],
        nomination=case["nomination"],
        offer=OFFERS[case["job_offer"]],
        study=STUDIES[case["canadian_study"]],
        sibling=case["sibling"],
    )


def _file(case: dict[str, Any], on: date) -> Raw:
    first, second = case["first"], case["second"]
    raw = raw_file(
        on,
        first_official_language=first["lang"],
        jobs=[*work(on, case["canadian_work"]), *_abroad(on, case)],
        language_tests=[result(on, each["clb"], each["lang"]) for each in (first, second) if each],
        education=_credentials(case, on),
        sibling_in_canada=case["sibling"],
    )
    raw["client"]["date_of_birth"] = born(on, case["age"])
    if case["nomination"]:
        raw["nomination"] = {"province": "NS", "issued_on": on.isoformat()}
    if case["certificate"]:
        raw["certificate_of_qualification"] = on.isoformat()
    if case["job_offer"] != "none":
        noc = SENIOR if case["job_offer"] == "major_group_00" else DEVELOPER
        raw["job_offer"] = {"basis": "lmia", "noc": noc, "hours_per_week": 40, "duration_months": 24}
    if case["spouse"]:
        raw["spouse"] = _spouse(case["spouse"], on)
    return raw


def _abroad(on: date, case: dict[str, Any]) -> list[Raw]:
    """Years abroad before those in Canada."""
    until = date(on.year - case["canadian_work"], on.month, min(on.day, 28))
    jobs = work(until, case["foreign_work"], country="PT")
    return [{**job, "end": until.isoformat()} for job in jobs]


def _credentials(case: dict[str, Any], on: date) -> list[Raw]:
    level, study = case["education"], case["canadian_study"]
    if study == "none":
        return education(on, level)
    short = study == "one_or_two_year"
    worth = {"two_or_more": "one_year" if short else "three_year"}.get(level, level)
    if short and worth not in ("one_year", "two_year"):
        worth = "one_year"
    own = {"level": worth, "canadian": True, "completed_on": "2013-06-01"}
    return [own, *([] if worth == level else education(on, level))]


def _spouse(spouse: dict[str, Any], on: date) -> Raw:
    return {
        "accompanying": True,
        "citizen_or_pr": False,
        "statuses": [{"kind": "open_work_permit", "start": "2000-01-01"}],
        "jobs": work(on, spouse["canadian_work"]),
        "education": education(on, spouse["education"]),
        "language_tests": [result(on, dict(zip(ABILITIES, _four(spouse["clb"]), strict=True)), "en")]
        if spouse["clb"]
        else [],
    }
