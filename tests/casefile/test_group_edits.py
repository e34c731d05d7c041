"""Several entries at once: cut and joined again, deleted, moved, each as one step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.edits import change_item, move_period, remove_item, split_item
from cec_desktop.casefile.group_edits import join_items, together
from cec_desktop.casefile.items import with_ids
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import EditRefused
from cec_desktop.casefile.reading import case_from_raw, case_to_raw


def d(text: str) -> date:
    return date.fromisoformat(text)


def case() -> CaseFile:
    return with_ids(
        case_from_raw(
            {
                "format": "cec-case",
                "version": 1,
                "file_number": "2026-0077",
                "client": {"family_name": "Haddad", "date_of_birth": "1995-04-02"},
                "statuses": [{"id": "permit", "kind": "work_permit", "start": "2023-01-01"}],
                "jobs": [
                    {
                        "id": "quay",
                        "employer": "Quay Foods",
                        "start": "2024-01-08",
                        "end": "2025-06-30",
                        "hours_per_week": 30,
                        "leaves": [
                            {"id": "away", "kind": "unpaid", "start": "2024-03-01", "end": "2024-05-31"}
                        ],
                        "hours": [
                            {
                                "id": "row",
                                "start": "2024-02-01",
                                "end": "2024-06-30",
                                "hours": 20,
                                "per": "week",
                            }
                        ],
                    },
                    {"id": "pier", "employer": "Pier Labs", "start": "2025-07-01"},
                ],
                "history": [{"id": "past", "activity": "work", "job": "quay"}],
            }
        )
    )


@given(st.dates(date(2024, 1, 9), date(2025, 6, 30)))
def test_what_was_cut_is_whole_again_when_joined(on: date) -> None:
    before = case()
    cut = split_item("jobs", "quay", on).change(before)
    ids = [job.id or "" for job in cut.jobs if job.employer == "Quay Foods"]
    assert len(ids) == 2
    assert join_items("jobs", ids).change(cut) == before


def test_what_pointed_at_a_joined_period_points_at_the_whole() -> None:
    cut = split_item("jobs", "quay", d("2024-09-01")).change(case())
    first, second = (job.id or "" for job in cut.jobs[:2])
    raw = case_to_raw(cut)
    raw["history"][0]["job"] = second
    joined = join_items("jobs", [first, second]).change(case_from_raw(raw))
    assert [entry.job for entry in joined.history] == [first]


def test_a_period_that_goes_on_makes_the_whole_go_on() -> None:
    alike = change_item("jobs", "pier", employer="Quay Foods", hours_per_week=30).change(case())
    joined = join_items("jobs", ["pier", "quay"]).change(alike)
    (job,) = joined.jobs
    assert (job.id, job.start, job.end) == ("quay", d("2024-01-08"), None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, message("join_differs")),
        (
            {"employer": "Quay Foods", "hours_per_week": 30, "start": "2025-07-03"},
            message("join_apart", first=d("2025-07-01"), last=d("2025-07-02")),
        ),
        ({"employer": "Quay Foods", "hours_per_week": 30, "start": None}, message("join_undated")),
    ],
)
def test_what_is_apart_or_of_another_kind_is_not_joined(changes: dict[str, Any], reason: object) -> None:
    changed = change_item("jobs", "pier", **changes).change(case())
    with pytest.raises(EditRefused) as refused:
        join_items("jobs", ["quay", "pier"]).change(changed)
    assert [problem.message for problem in refused.value.problems] == [reason]


def test_one_entry_alone_is_not_joined() -> None:
    with pytest.raises(EditRefused):
        join_items("jobs", ["quay"]).change(case())


def test_joining_names_the_entry_that_stays() -> None:
    assert join_items("jobs", ["quay", "pier"]).name_in(case()) == message(
        "edit_of_item", edit=message("join_jobs"), item="Quay Foods"
    )


def test_several_edits_are_one() -> None:
    edit = together(
        message("remove_several", n=2), [remove_item("jobs", "quay"), remove_item("statuses", "permit")]
    )
    changed = edit.change(case())
    assert [job.id for job in changed.jobs] == ["pier"]
    assert changed.statuses == ()
    assert edit.name_in(case()) == message("remove_several", n=2)


def test_a_single_edit_keeps_its_own_name() -> None:
    edit = move_period("jobs", "quay", d("2024-01-08"), d("2025-05-31"))
    assert together(message("end_several", n=1, day=d("2025-05-31")), [edit]) is edit
