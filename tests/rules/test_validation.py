"""Codes and scores are held against the tables."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings

from cec_desktop.casefile import edits
from cec_desktop.casefile.items import with_ids
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import CaseFileError, EditRefused, Problem, case_from_raw, read_case
from cec_desktop.rules.noc import load_noc
from cec_desktop.rules.validation import checked_case_from_raw, checked_edit, read_checked_case
from tests.samples import sample_raw
from tests.strategies import Raw, raw_cases


def refused(**fields: Any) -> list[Problem]:
    try:
        checked_case_from_raw({**sample_raw(), **fields})
    except CaseFileError as error:
        return list(error.problems)
    return []


def reasons(**fields: Any) -> list[tuple[str, str]]:
    return [(problem.place, problem.message.id) for problem in refused(**fields)]


@given(raw_cases())
@settings(max_examples=50)
def test_sound_files_pass(raw: Raw) -> None:
    assert read_checked_case(json.dumps(raw)) == case_from_raw(raw)


def test_a_code_belongs_to_its_edition() -> None:
    assert reasons(jobs=[{"noc": {"version": "2021", "code": "00018"}}]) == []
    assert reasons(jobs=[{"noc": {"version": "2021", "code": "2173"}}]) == [
        ("jobs[0].noc.code", "noc_code_unknown")
    ]
    assert reasons(jobs=[{"noc": {"version": "2016", "code": "99999"}}]) == [
        ("jobs[0].noc.code", "noc_code_unknown")
    ]


def test_an_edition_that_is_not_held_is_named_with_those_that_are() -> None:
    (problem,) = refused(jobs=[{"noc": {"version": "2026", "code": "21232"}}])

    assert (problem.place, problem.message.id) == ("jobs[0].noc.version", "noc_version_unknown")
    assert dict(problem.message.args) == {"held": load_noc().editions}


def test_codes_are_checked_wherever_they_stand() -> None:
    wrong = {"version": "2021", "code": "12345"}

    assert reasons(
        jobs=[{"noc_also": [wrong]}],
        spouse={"jobs": [{"noc": wrong}]},
        job_offer={"noc": wrong},
        certificate_of_qualification={"noc": wrong},
        primary_occupation=wrong,
    ) == [
        ("jobs[0].noc_also[0].code", "noc_code_unknown"),
        ("spouse.jobs[0].noc.code", "noc_code_unknown"),
        ("job_offer.noc.code", "noc_code_unknown"),
        ("certificate_of_qualification.noc.code", "noc_code_unknown"),
        ("primary_occupation.code", "noc_code_unknown"),
    ]


@pytest.mark.parametrize(
    ("test", "places"),
    [
        ({"test": "ielts_general", "listening": 9, "reading": 0.5}, []),
        ({"test": "ielts_general", "listening": 9.5, "reading": 6.3}, ["listening", "reading"]),
        ({"test": "ielts_general", "speaking": "M"}, ["speaking"]),
        ({"test": "celpip_general", "result_date": "2024-01-01", "listening": "M", "reading": 12}, []),
        ({"test": "celpip_general", "result_date": "2024-01-01", "listening": "4H"}, ["listening"]),
        ({"test": "celpip_general", "result_date": "2013-01-01", "listening": "4H"}, []),
        ({"test": "celpip_general", "listening": 6.5}, ["listening"]),
        ({"test": "pte_core", "listening": 9, "reading": 91}, ["listening", "reading"]),
        ({"test": "tcf_canada", "writing": 21, "listening": 699}, ["writing"]),
        ({"test": "tef_canada", "listening": 361, "reading": 300}, ["listening"]),
        ({"test": "tef_canada", "tef_scale": "since_2019", "listening": 699}, []),
        (
            {"test": "tef_canada", "tef_scale": "since_2019", "former": {"listening": 361}},
            ["former.listening"],
        ),
        ({"test": "benchmarks", "language": "en", "listening": 13}, ["listening"]),
    ],
)
def test_scores_are_on_the_scale_of_their_test(test: dict[str, Any], places: list[str]) -> None:
    found = refused(language_tests=[test])

    assert [problem.place for problem in found] == [f"language_tests[0].{place}" for place in places]


def test_a_score_off_the_scale_is_told_the_scale() -> None:
    (number,) = refused(language_tests=[{"test": "ielts_general", "listening": 6.3}])
    (code,) = refused(
        language_tests=[{"test": "celpip_general", "result_date": "2024-01-01", "listening": 13}]
    )

    assert dict(number.message.args) == {"lowest": 0, "highest": 9, "step": Fraction(1, 2)}
    assert dict(code.message.args)["codes"] == ("M", *range(13))


def test_all_three_kinds_of_errors_come_at_once_in_the_order_of_the_file() -> None:
    raw = sample_raw()
    raw["jobs"][0]["noc"]["code"] = "00000"
    raw["jobs"][0]["paid"] = "yes"
    raw["jobs"][1]["end"] = "2024-01-01"
    raw["language_tests"][0]["reading"] = 7.25
    raw["language_tests"][0]["wrting"] = 7

    with pytest.raises(CaseFileError) as found:
        read_checked_case(json.dumps(raw))

    assert [(problem.place, problem.message.id) for problem in found.value.problems] == [
        ("jobs[0].noc.code", "noc_code_unknown"),
        ("jobs[0].paid", "yes_no_expected"),
        ("jobs[1].end", "end_before_start"),
        ("language_tests[0].reading", "score_off_scale"),
        ("language_tests[0].wrting", "field_unknown"),
    ]


def sound() -> CaseFile:
    ids = count()
    return with_ids(case_from_raw(sample_raw()), lambda: f"n{next(ids)}")


def test_an_edit_may_not_bring_in_a_code_that_does_not_exist() -> None:
    edit = edits.change_item("jobs", "redriver", noc={"version": "2021", "code": "21239"})

    with pytest.raises(EditRefused) as refusal:
        checked_edit(edit, sound())

    assert [problem.place for problem in refusal.value.problems] == ["jobs[1].noc.code"]


def test_a_sound_edit_is_made() -> None:
    edit = edits.change_item("jobs", "redriver", noc={"version": "2016", "code": "2175"})

    assert checked_edit(edit, sound()) == edit.change(sound())


def test_an_edit_of_an_old_file_may_not_add_another_wrong_code() -> None:
    raw = sample_raw()
    raw["jobs"][0]["noc"]["code"] = "00000"
    raw["language_tests"][0]["reading"] = 8.25
    case = with_ids(read_case(json.dumps(raw)))
    edit = edits.change_item("jobs", "redriver", noc={"version": "2016", "code": "21234"})

    with pytest.raises(EditRefused) as refusal:
        checked_edit(edit, case)

    assert [problem.place for problem in refusal.value.problems] == ["jobs[1].noc.code"]


def test_an_old_file_with_a_code_no_longer_held_can_still_be_edited() -> None:
    raw = sample_raw()
    raw["jobs"][0]["noc"]["code"] = "00000"
    case = with_ids(read_case(json.dumps(raw)))

    after = checked_edit(edits.set_application_date(date(2026, 12, 1)), case)

    assert after.application_date == date(2026, 12, 1)
