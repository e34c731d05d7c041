"""What looks wrong is said, and only where it is certain."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import case_from_raw
from cec_desktop.rules.findings import Warning  # noqa: A004 - the format's own word
from cec_desktop.rules.warnings import warnings_of
from tests.samples import sample_raw
from tests.strategies import case_files

TODAY = date(2026, 11, 22)
PERMIT = {"kind": "open_work_permit", "start": "2020-01-01"}


def warned(today: date = TODAY, **fields: Any) -> list[Warning]:
    raw = {
        "format": "cec-case",
        "version": 1,
        "file_number": "1",
        "client": {"family_name": "Ng", "date_of_birth": "1990-01-01"},
        **fields,
    }
    return list(warnings_of(case_from_raw(raw), today))


def places(**fields: Any) -> list[tuple[str, str]]:
    return [(warning.place, warning.id) for warning in warned(**fields)]


def arguments(**fields: Any) -> list[dict[str, Any]]:
    return [dict(warning.message.args) for warning in warned(**fields)]


def test_an_ordinary_file_is_not_warned_about() -> None:
    assert warnings_of(case_from_raw(sample_raw()), TODAY) == ()


@given(case_files())
@settings(max_examples=60)
def test_no_file_is_too_odd_to_be_looked_at(case: CaseFile) -> None:
    for warning in warnings_of(case, TODAY):
        assert warning.message.id.startswith(warning.id)
        assert warning.place


def test_a_result_and_a_credential_of_tomorrow_do_not_exist_yet() -> None:
    fields = {
        "studies": [{"credential_date": "2026-11-23"}, {"credential_date": "2026-11"}],
        "language_tests": [
            {"test": "pte_core", "result_date": "2026-11-23"},
            {"test": "pte_core", "result_date": "2026-11-22"},
        ],
        "education": [{"level": "masters", "completed_on": "2026-12"}],
    }

    expected = [
        ("studies[0].credential_date", "credential_in_future"),
        ("language_tests[0].result_date", "result_in_future"),
        ("education[0].completed_on", "credential_in_future"),
    ]
    assert places(**fields) == expected
    assert places(spouse=fields) == [(f"spouse.{place}", told) for place, told in expected]


def test_overlapping_statuses_are_told_with_their_days() -> None:
    statuses = [
        {"kind": "study_permit", "start": "2024-01-01", "end": "2024-08-31"},
        {"kind": "open_work_permit", "start": "2024-08-01", "end": "2025-08-31"},
        {"kind": "visitor", "start": "2025-09-01", "end": "2025-12"},
        {"kind": "maintained", "start": "2025-12-15"},
    ]

    (warning,) = warned(statuses=statuses)

    assert (warning.place, warning.id) == ("statuses[1]", "overlapping_statuses")
    assert dict(warning.message.args) == {
        "start": date(2024, 8, 1),
        "end": date(2024, 8, 31),
        "first": message("status_study_permit"),
        "second": message("status_open_work_permit"),
    }


def test_two_open_statuses_overlap_from_a_day_on() -> None:
    (warning,) = warned(statuses=[PERMIT, {**PERMIT, "start": "2024-01-01"}])

    assert warning.message.id == "overlapping_statuses_on"
    assert dict(warning.message.args)["start"] == date(2024, 1, 1)


def test_a_status_without_a_start_says_nothing() -> None:
    assert places(statuses=[PERMIT, {"kind": "visitor", "end": "2025-01-01"}]) == []


@pytest.mark.parametrize(
    ("job", "statuses", "days"),
    [
        ({"start": "2024-01-01", "end": "2024-12-31"}, [PERMIT], None),
        ({"start": "2024-01-01", "end": "2024-12-31"}, [], (date(2024, 1, 1), date(2024, 12, 31))),
        (
            {"start": "2024-01-01", "end": "2024-12-31"},
            [{"kind": "visitor", "start": "2024-02-01", "end": "2024-03-31"}],
            (date(2024, 1, 1), date(2024, 1, 31)),
        ),
        (
            {"start": "2024-01-01"},
            [
                {"kind": "visitor", "start": "2023-01-01", "end": "2024-06-30"},
                {"kind": "maintained", "start": "2024-07-01", "end": "2026-10-31"},
            ],
            (date(2026, 11, 1), TODAY),
        ),
        (
            {"start": "2024-01", "end": "2024-12"},
            [{"kind": "none", "start": "2024-01-31", "end": "2024-12-01"}],
            None,
        ),
        ({"start": "2026-12-01"}, [], None),
        ({"start": "2024-01-01", "country": "NG"}, [], None),
        ({"start": "2024-01-01", "physically_in_canada": False}, [], None),
        ({"end": "2024-01-01"}, [], None),
    ],
)
def test_a_job_needs_a_status_behind_it(
    job: dict[str, Any], statuses: list[dict[str, Any]], days: tuple[date, date] | None
) -> None:
    expected = [] if days is None else [{"start": days[0], "end": days[1]}]

    assert arguments(jobs=[job], statuses=statuses) == expected
    assert all(place == ("jobs[0]", "job_without_status") for place in places(jobs=[job], statuses=statuses))


def test_after_the_application_a_job_needs_no_status() -> None:
    status = {**PERMIT, "end": "2025-06-30"}
    application = {"submitted": True, "received_on": "2025-06-30"}

    assert places(jobs=[{"start": "2024-01-01"}], statuses=[status], application=application) == []
    assert places(jobs=[{"start": "2024-01-01"}], statuses=[status], application_date="2025-07-01") != []


def test_more_than_60_hours_a_week_in_all() -> None:
    jobs = [
        {"start": "2024-01-01", "end": "2024-12-31", "hours_per_week": 37.5},
        {"start": "2024-03-01", "end": "2024-03-31", "hours_per_week": 22.5},
        {"start": "2024-06-01", "end": "2024-06-30", "hours_per_week": 22.75},
    ]

    (warning,) = warned(jobs=jobs, statuses=[PERMIT])

    assert (warning.place, warning.id) == ("jobs[2]", "over_60_hours")
    assert dict(warning.message.args) == {
        "start": date(2024, 6, 1),
        "end": date(2024, 6, 30),
        "hours": Fraction("60.25"),
    }


def test_the_longest_week_of_a_stretch_is_told_and_the_stretch_ends_today() -> None:
    jobs = [
        {"start": "2024-01-01", "hours_per_week": 40},
        {"start": "2024-02-01", "hours_per_week": 30},
        {"start": "2024-03-01", "end": "2024-03-31", "hours_per_week": 10},
    ]

    assert arguments(jobs=jobs, statuses=[PERMIT]) == [
        {"start": date(2024, 2, 1), "end": TODAY, "hours": Fraction(80)}
    ]


def test_rows_of_hours_replace_the_usual_ones_and_leaves_take_them_away() -> None:
    job = {
        "start": "2024-01-01",
        "end": "2024-01-28",
        "hours_per_week": 40,
        "hours": [
            {"start": "2024-01-08", "end": "2024-01-14", "hours": 61, "per": "week"},
            {"start": "2024-01-15", "end": "2024-01-28", "hours": 122, "per": "period"},
        ],
        "leaves": [{"start": "2024-01-22", "end": "2024-01-28", "kind": "unpaid"}],
    }

    assert arguments(jobs=[job], statuses=[PERMIT]) == [
        {"start": date(2024, 1, 8), "end": date(2024, 1, 21), "hours": Fraction(61)}
    ]


def test_the_application_date_is_not_used_once_another_day_is_on_the_receipt() -> None:
    received = {"submitted": True, "received_on": "2026-10-01"}

    assert places(application_date="2026-10-02", application=received) == [
        ("application_date", "application_date_differs")
    ]
    assert places(application_date="2026-10-01", application=received) == []
    assert places(application_date="2026-10-02", application={**received, "submitted": False}) == []
    assert places(application=received) == []


def test_a_reference_that_leads_nowhere() -> None:
    fields = {
        "studies": [{"id": "s"}],
        "education": [{"level": "one_year", "study": "s"}, {"level": "one_year", "study": "t"}],
        "history": [{"job": "j"}, {"study": "s"}],
    }

    assert places(**fields) == [
        ("education[1].study", "reference_not_found"),
        ("history[0].job", "reference_not_found"),
    ]


def test_months_without_an_entry_in_the_history() -> None:
    history = [
        {"activity": "work", "start": "2022-01", "end": "2023-03-15"},
        {"activity": "study", "start": "2023-06-30", "end": "2024-12"},
        {"activity": "address", "start": "2010-01"},
        {"activity": "travel", "start": "2025-01-31", "end": "2026-10-31"},
    ]

    assert arguments(history=history) == [
        {"first": "2023-04", "last": "2023-05"},
        {"first": "2026-11", "last": "2026-11"},
    ]
    assert [place for place, _ in places(history=history)] == ["history[0]", "history[3]"]


def test_a_history_entry_has_the_days_of_the_job_it_points_at() -> None:
    jobs = [{"id": "j", "start": "2022-03-01", "end": "2026-11-01"}]
    history = [{"activity": "work", "start": "2022-01", "end": "2022-02"}, {"activity": "work", "job": "j"}]

    assert places(jobs=jobs, statuses=[PERMIT], history=history) == []
    assert places(jobs=jobs, statuses=[PERMIT], history=history[:1]) == [("history[0]", "gap_in_history")]


def test_a_history_is_asked_for_up_to_the_application_only() -> None:
    history = [{"activity": "work", "start": "2008-01", "end": "2010-06"}]

    assert places(history=history, application_date="2010-06-15") == []
    assert places(history=history, application_date="2010-08-15") == [("history[0]", "gap_in_history")]
