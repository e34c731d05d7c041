"""A client file comes in whole or is refused with every reason, in the order of the file."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings

from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import (
    CaseFileError,
    Problem,
    case_from_raw,
    case_to_raw,
    read_case,
    write_case,
)
from tests.samples import sample_raw
from tests.strategies import Raw, case_files, raw_cases

MINIMAL = {
    "format": "cec-case",
    "version": 1,
    "file_number": "1",
    "client": {"family_name": "Ng", "date_of_birth": "1990-01-01"},
}


def problems(raw: Any) -> list[tuple[str, str]]:
    text = raw if isinstance(raw, str | bytes) else json.dumps(raw)
    with pytest.raises(CaseFileError) as refused:
        read_case(text)
    return [(problem.place, problem.message.id) for problem in refused.value.problems]


def only_problem(raw: Any) -> Problem:
    with pytest.raises(CaseFileError) as refused:
        read_case(json.dumps(raw))
    (problem,) = refused.value.problems
    return problem


def test_a_file_is_read_and_written_back_as_it_was() -> None:
    assert case_to_raw(read_case(json.dumps(sample_raw()))) == sample_raw()


@given(raw_cases())
@settings(max_examples=150)
def test_nothing_is_lost_or_added(raw: Raw) -> None:
    text = write_case(read_case(json.dumps(raw)))

    assert json.loads(text) == raw
    assert write_case(read_case(text)) == text


@given(case_files())
@settings(max_examples=50)
def test_a_file_read_again_is_the_same_value(case: CaseFile) -> None:
    assert read_case(write_case(case)) == case


def test_absent_stays_absent_and_null_stays_null() -> None:
    raw = {**MINIMAL, "destination": None, "jobs": [{"paid": None}]}

    case = case_from_raw(raw)

    assert case.jobs[0].paid is None
    assert case.jobs[0].self_employed is False
    assert case_to_raw(case) == raw


def test_the_written_text_is_readable_utf8_with_a_line_end() -> None:
    raw = {**MINIMAL, "client": {"family_name": "Nguyễn", "date_of_birth": "1990-01-01"}}

    text = write_case(case_from_raw(raw))

    assert '"family_name": "Nguyễn"' in text
    assert text.endswith("}\n")
    assert text.startswith('{\n  "format": "cec-case",\n  "version": 1,\n  "file_number": "1"')


def test_bytes_with_a_mark_at_the_beginning_are_read() -> None:
    assert read_case(b"\xef\xbb\xbf" + json.dumps(MINIMAL).encode()) == case_from_raw(MINIMAL)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "file_empty"),
        (" \n\t", "file_empty"),
        ("{", "file_not_json"),
        ("nul", "file_not_json"),
        ('{"format": "cec-case",}', "file_not_json"),
        (b"\xff\xfe{}", "file_not_utf8"),
        ("[" * 100_000, "file_too_deep"),
        ('{"office": ' + "[" * 60 + "]" * 60 + "}", "file_too_deep"),
        ('{"jobs": [' + "1," * 200_000 + "1]}", "file_too_large"),
        ('{"version": ' + "1" * 5_000 + "}", "file_number_too_long"),
        ("[]", "object_expected"),
        ('"cec-case"', "object_expected"),
    ],
)
def test_what_is_no_file_at_all_is_refused_in_one_sentence(text: str | bytes, reason: str) -> None:
    assert problems(text) == [("", reason)]


def test_rubbish_is_refused_without_delay() -> None:
    many_fields = json.dumps({f"field {number}": number for number in range(20_000)})

    started = time.perf_counter()
    found = problems(many_fields)

    assert len(found) == 4 + 20_000
    assert time.perf_counter() - started < 5


def test_malformed_json_is_shown_with_line_and_column() -> None:
    with pytest.raises(CaseFileError) as refused:
        read_case('{\n  "format": "cec-case"\n  "version": 1}')

    assert dict(refused.value.problems[0].message.args) == {"line": 3, "column": 3}


def test_another_format_and_a_newer_version_are_refused_without_further_noise() -> None:
    assert problems({"format": "other", "version": 7, "what": 1}) == [("format", "format_other")]
    newer = {**MINIMAL, "version": 2, "field_of_the_future": True}
    assert problems(newer) == [("version", "version_newer")]


@pytest.mark.parametrize("version", [0, -1, "1", True, 1.0, None, [1]])
def test_only_the_number_1_is_a_version(version: object) -> None:
    assert problems({**MINIMAL, "version": version}) == [("version", "version_invalid")]


def test_a_field_given_twice_would_lose_a_fact() -> None:
    text = json.dumps(MINIMAL)[:-1] + ', "jobs": [{"title": "Cook", "title": "Chef"}]}'

    assert problems(text) == [("jobs[0].title", "field_twice")]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    text = (
        json.dumps(MINIMAL)[:-1]
        + f', "jobs": [{{"hours_per_week": {number}}}], "office": {{"a": {number}}}}}'
    )

    assert problems(text) == [("jobs[0].hours_per_week", "number_expected"), ("office.a", "number_expected")]


def test_text_that_cannot_be_written_is_refused() -> None:
    text = json.dumps(MINIMAL)[:-1] + ', "notes": "\\ud800", "destination": "\\u0000", "\\udfff": 1}'

    assert problems(text) == [
        ("notes", "text_not_writable"),
        ("destination", "text_not_writable"),
        ('["\ufffd"]', "name_not_writable"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "place", "reason"),
    [
        ("jobs", {}, "jobs", "list_expected"),
        ("jobs", ["x"], "jobs[0]", "object_expected"),
        ("client", None, "client", "object_expected"),
        ("office", [], "office", "object_expected"),
        ("notes", 1, "notes", "text_expected"),
        ("file_number", "", "file_number", "text_empty"),
        ("file_number", "1" * 41, "file_number", "text_too_long"),
        ("surprise", 1, "surprise", "field_unknown"),
        ("jobs", [{"paid": "yes"}], "jobs[0].paid", "yes_no_expected"),
        ("jobs", [{"paid": 1}], "jobs[0].paid", "yes_no_expected"),
        ("jobs", [{"hours_per_week": "37.5"}], "jobs[0].hours_per_week", "number_expected"),
        ("jobs", [{"hours_per_week": True}], "jobs[0].hours_per_week", "number_expected"),
        ("jobs", [{"hours_per_week": -1}], "jobs[0].hours_per_week", "number_negative"),
        ("jobs", [{"hours_per_week": 168.5}], "jobs[0].hours_per_week", "hours_out_of_range"),
        ("funds", {"amount": 10**13}, "funds.amount", "number_too_large"),
        ("jobs", [{"start": 20240101}], "jobs[0].start", "date_expected"),
        ("jobs", [{"start": "2024-02-30"}], "jobs[0].start", "edge_invalid"),
        ("jobs", [{"start": "2024-13"}], "jobs[0].start", "edge_invalid"),
        ("jobs", [{"start": "٢٠٢٤-01"}], "jobs[0].start", "edge_invalid"),
        ("application_date", "2026-11", "application_date", "date_invalid"),
        ("application_date", "2026-11-22\n", "application_date", "date_invalid"),
        ("statuses", [{"kind": "tourist"}], "statuses[0].kind", "not_one_of"),
        ("statuses", [{}], "statuses[0].kind", "field_missing"),
        ("jobs", [{"noc": {"version": "21", "code": "21232"}}], "jobs[0].noc.version", "noc_version_form"),
        ("jobs", [{"noc": {"version": "2021", "code": "x"}}], "jobs[0].noc.code", "noc_code_form"),
        ("jobs", [{"noc": {"version": "2021"}}], "jobs[0].noc.code", "field_missing"),
        ("jobs", [{"noc": {"version": 2021, "code": "21232"}}], "jobs[0].noc.version", "text_expected"),
        ("jobs", [{"id": ""}], "jobs[0].id", "text_empty"),
        ("invitation", {"class": "CEC"}, "invitation.class", "not_one_of"),
        ("invitation", {"program_class": "cec"}, "invitation.program_class", "field_unknown"),
        ("certificate_of_qualification", "soon", "certificate_of_qualification", "date_invalid"),
        ("certificate_of_qualification", 1, "certificate_of_qualification", "object_expected"),
        (
            "certificate_of_qualification",
            {"red_seal": "no"},
            "certificate_of_qualification.red_seal",
            "yes_no_expected",
        ),
        (
            "language_tests",
            [{"test": "celpip_general", "reading": "m"}],
            "language_tests[0].reading",
            "score_invalid",
        ),
        (
            "language_tests",
            [{"test": "celpip_general", "reading": "10"}],
            "language_tests[0].reading",
            "score_invalid",
        ),
    ],
)
def test_each_wrong_field_is_named_with_its_place(field: str, value: Any, place: str, reason: str) -> None:
    problem = only_problem({**MINIMAL, field: value})

    assert (problem.place, problem.message.id) == (place, reason)


def test_a_choice_that_is_none_lists_what_may_be_chosen() -> None:
    problem = only_problem({**MINIMAL, "jobs": [{"hours": [{"per": "month"}]}]})

    assert dict(problem.message.args) == {"given": '"month"', "allowed": ("week", "period")}


def test_all_errors_come_at_once_in_the_order_of_the_file() -> None:
    raw = sample_raw()
    del raw["client"]["family_name"]
    raw["client"]["date_of_birth"] = "2022-01-01"
    raw["jobs"][0]["paid"] = "yes"
    raw["jobs"][0]["end"] = "2023-08"
    raw["jobs"][1]["hours_per_week"] = "37.5"
    raw["jobs"][1]["leaves"][0]["end"] = "2025-06-30"
    raw["destinaton"] = raw.pop("destination")

    assert problems(raw) == [
        ("client.family_name", "field_missing"),
        ("statuses[0].start", "before_birth"),
        ("jobs[0].end", "end_before_start"),
        ("jobs[0].paid", "yes_no_expected"),
        ("jobs[1].hours_per_week", "number_expected"),
        ("jobs[1].leaves[0].end", "end_before_start"),
        ("studies[0].start", "before_birth"),
        ("destinaton", "field_unknown"),
    ]


def test_an_odd_field_name_stays_on_its_line() -> None:
    problem = only_problem({**MINIMAL, "a\nb.c": 1})

    assert problem.place == '["a\\nb.c"]'


def test_a_long_wrong_value_is_shown_short() -> None:
    problem = only_problem({**MINIMAL, "statuses": [{"kind": "x" * 10_000}]})

    assert len(str(dict(problem.message.args)["given"])) < 100
