"""What single fields cannot say is refused, and only where it is certain."""

from __future__ import annotations

from typing import Any

import pytest

from cec_desktop.casefile.reading import CaseFileError, case_from_raw


def found(**fields: Any) -> list[tuple[str, str]]:
    raw = {
        "format": "cec-case",
        "version": 1,
        "file_number": "1",
        "client": {"family_name": "Ng", "date_of_birth": "1990-06-15"},
        **fields,
    }
    try:
        case_from_raw(raw)
    except CaseFileError as error:
        return [(problem.place, problem.message.id) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "name", ["statuses", "jobs", "absences", "studies", "history", "spouse.jobs", "spouse.history"]
)
def test_no_period_ends_before_it_starts(name: str) -> None:
    period = {"start": "2024-03-02", "end": "2024-03-01", **({"kind": "none"} if name == "statuses" else {})}
    *person, list_name = name.split(".")
    fields = {"spouse": {list_name: [period]}} if person else {list_name: [period]}

    assert found(**fields) == [(f"{name}[0].end", "end_before_start")]


@pytest.mark.parametrize(
    ("start", "end", "refused"),
    [
        ("2024-03-01", "2024-03-01", False),
        ("2024-03", "2024-03", False),
        ("2024-03-31", "2024-03", False),
        ("2024-03", "2024-03-01", False),
        ("2024-03", "2024-02", True),
        ("2024-03", "2024-02-29", True),
        ("2024-03-01", "2024-02", True),
        (None, "2024-02", False),
    ],
)
def test_a_month_whose_day_is_not_known_is_given_the_benefit_of_the_doubt(
    start: str | None, end: str, refused: bool
) -> None:
    assert bool(found(jobs=[{"start": start, "end": end}])) is refused


def test_nobody_worked_before_being_born() -> None:
    assert found(jobs=[{"start": "1990-06-14"}]) == [("jobs[0].start", "before_birth")]
    assert found(jobs=[{"start": "1990-06-15"}, {"start": "1990-06"}]) == []
    assert found(absences=[{"end": "1990-05"}]) == [("absences[0].end", "before_birth")]
    assert found(history=[{"start": "1980-01", "end": "1981-01"}]) == [("history[0].start", "before_birth")]


def test_a_leave_and_a_row_of_hours_are_periods_too() -> None:
    inner = [{"start": "1989-01-01", "end": "1988-01-01"}]

    assert found(jobs=[{"leaves": inner, "hours": inner}]) == [
        ("jobs[0].leaves[0].start", "before_birth"),
        ("jobs[0].leaves[0].end", "end_before_start"),
        ("jobs[0].hours[0].start", "before_birth"),
        ("jobs[0].hours[0].end", "end_before_start"),
    ]


def test_the_spouse_has_a_birthday_of_their_own() -> None:
    spouse = {"date_of_birth": "2000-01-01", "jobs": [{"start": "1995-01-01"}]}

    assert found(spouse=spouse, jobs=[{"start": "1995-01-01"}]) == [("spouse.jobs[0].start", "before_birth")]
    assert found(spouse={"jobs": [{"start": "1950-01-01"}]}) == []


def test_a_job_offer_ends_after_it_starts() -> None:
    offer = {"start": "2026-02-01", "end": "2026-01-01"}

    assert found(job_offer=offer) == [("job_offer.end", "end_before_start")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"hours": 168, "per": "week"}, None),
        ({"hours": 169, "per": "week"}, "hours_out_of_range"),
        ({"hours": 240, "per": "period", "start": "2024-01-01", "end": "2024-01-10"}, None),
        ({"hours": 241, "per": "period", "start": "2024-01-01", "end": "2024-01-10"}, "hours_beyond_period"),
        ({"hours": 744, "per": "period", "start": "2024-01", "end": "2024-01"}, None),
        ({"hours": 241, "per": "period", "start": "2024-01-01"}, None),
        ({"hours": 500}, None),
    ],
)
def test_a_row_has_no_more_hours_than_its_days(row: dict[str, Any], reason: str | None) -> None:
    assert found(jobs=[{"hours": [row]}]) == ([("jobs[0].hours[0].hours", reason)] if reason else [])


def test_there_is_one_code_for_each_edition() -> None:
    job = {
        "noc": {"version": "2021", "code": "21232"},
        "noc_also": [
            {"version": "2016", "code": "2173"},
            {"version": "2021", "code": "21231"},
            {"version": "2016", "code": "2174"},
        ],
    }

    assert found(jobs=[job]) == [
        ("jobs[0].noc_also[1].version", "edition_twice"),
        ("jobs[0].noc_also[2].version", "edition_twice"),
    ]


@pytest.mark.parametrize("kind", ["benchmarks", "written_evidence"])
def test_stated_levels_say_their_language_and_are_whole(kind: str) -> None:
    stated = {"test": kind, "listening": 12, "reading": 12.5, "writing": 13, "speaking": "M"}

    assert found(language_tests=[stated]) == [
        ("language_tests[0].language", "language_required"),
        ("language_tests[0].reading", "level_invalid"),
        ("language_tests[0].writing", "level_invalid"),
        ("language_tests[0].speaking", "level_invalid"),
    ]
    assert found(language_tests=[{"test": kind, "language": "fr", "listening": 0, "reading": 7.0}]) == []


def test_ids_are_unique_in_their_list() -> None:
    assert found(jobs=[{"id": "a"}, {"id": "a"}, {}, {}], studies=[{"id": "a"}]) == [
        ("jobs[1].id", "id_twice")
    ]
    assert found(jobs=[{"id": "a", "leaves": [{"id": "x"}, {"id": "x"}]}]) == [
        ("jobs[0].leaves[1].id", "id_twice")
    ]
    assert found(spouse={"police": [{"id": "p"}, {"id": "p"}]}) == [("spouse.police[1].id", "id_twice")]


def test_the_firm_may_number_its_own_data_as_it_likes() -> None:
    assert found(office={"tags": [{"id": "a"}, {"id": "a"}]}) == []
