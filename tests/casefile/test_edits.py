"""A consultant edits a file: each edit is one named change that gives a sound file or is refused in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cec_desktop.casefile import edits
from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.items import NoSuchItemError, find_item, with_ids
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import (
    CaseFile,
    Education,
    Invitation,
    Job,
    LanguageTest,
    Leave,
    NocCode,
    PoliceCertificate,
    StatusPeriod,
)
from cec_desktop.casefile.reading import EditRefused, case_from_raw, case_to_raw, read_case, write_case
from tests.samples import sample_raw
from tests.strategies import days


@pytest.fixture
def case() -> CaseFile:
    return with_ids(case_from_raw(sample_raw()))


def job_of(case: CaseFile, item_id: str) -> Job:
    found = find_item(case, "jobs", item_id)
    assert isinstance(found, Job)
    return found


def refusal(edit: Edit, case: CaseFile) -> list[tuple[str, str]]:
    with pytest.raises(EditRefused) as refused:
        edit.change(case)
    return [(problem.place, problem.message.id) for problem in refused.value.problems]


def test_a_job_is_added_at_the_end_with_an_id_of_its_own(case: CaseFile) -> None:
    edit = edits.add_item("jobs", Job(employer="Lakehead Marine", leaves=(Leave(kind="sick"),)))

    after = edit.change(case)

    assert after.jobs[:-1] == case.jobs
    assert edit.target == ("jobs", after.jobs[-1].id)
    assert after.jobs[-1].leaves[0].id
    assert case_to_raw(after)["jobs"][-1].keys() == {"id", "employer", "leaves"}
    assert edit.name == message("add_jobs")
    assert edit.change(case) == after


def test_the_first_job_of_a_spouse_makes_the_spouse(case: CaseFile) -> None:
    edit = edits.add_item("spouse.jobs", Job(employer="Sunflower Nursery"))

    after = edit.change(case)

    assert after.spouse is not None
    assert after.spouse.jobs[0].employer == "Sunflower Nursery"
    assert edit.name == message("edit_of_spouse", edit=message("add_jobs"))


def test_one_field_changes_and_nothing_else(case: CaseFile) -> None:
    edit = edits.change_item("jobs", "redriver", title="Lead developer", end=YearMonth(2026, 9))

    after = edit.change(case)

    assert job_of(after, "redriver").title == "Lead developer"
    assert job_of(after, "redriver").end == YearMonth(2026, 9)
    raw = case_to_raw(case)
    raw["jobs"][1] |= {"title": "Lead developer", "end": "2026-09"}
    assert case_to_raw(after) == raw


def test_what_was_typed_may_be_given_as_it_was_typed(case: CaseFile) -> None:
    edit = edits.change_item(
        "jobs", "redriver", hours_per_week=36.25, noc={"version": "2016", "code": "2175"}
    )

    after = job_of(edit.change(case), "redriver")

    assert after.hours_per_week == Decimal("36.25")
    assert after.noc == NocCode(version="2016", code="2175")


@pytest.mark.parametrize(
    ("changes", "place", "reason"),
    [
        ({"end": "2024-13-01"}, "jobs[1].end", "edge_invalid"),
        ({"end": date(2024, 5, 12)}, "jobs[1].end", "end_before_start"),
        ({"start": date(1994, 2, 8)}, "jobs[1].start", "before_birth"),
        ({"hours_per_week": Decimal(169)}, "jobs[1].hours_per_week", "hours_out_of_range"),
        ({"hours_per_week": "37.5"}, "jobs[1].hours_per_week", "number_expected"),
        ({"salary": 1}, "jobs[1].salary", "field_unknown"),
    ],
)
def test_an_edit_that_would_spoil_the_file_is_refused_with_its_place(
    case: CaseFile, changes: dict[str, Any], place: str, reason: str
) -> None:
    assert refusal(edits.change_item("jobs", "redriver", **changes), case) == [(place, reason)]


def test_an_id_never_changes(case: CaseFile) -> None:
    after = edits.change_item("jobs", "redriver", id="other", title="Lead").change(case)

    assert job_of(after, "redriver").title == "Lead"


def test_an_entry_that_is_gone_is_not_edited(case: CaseFile) -> None:
    with pytest.raises(NoSuchItemError):
        edits.change_item("jobs", "gone", title="x").change(case)


def test_a_period_is_moved_and_its_leaves_keep_their_days(case: CaseFile) -> None:
    edit = edits.move_period("jobs", "redriver", date(2024, 6, 3), date(2026, 10, 30))

    after = job_of(edit.change(case), "redriver")

    assert (after.start, after.end) == (date(2024, 6, 3), date(2026, 10, 30))
    assert after.leaves == job_of(case, "redriver").leaves


def test_an_open_end_stays_absent_when_the_start_is_dragged(case: CaseFile) -> None:
    after = edits.move_period("jobs", "redriver", date(2024, 6, 3), None).change(case)

    assert "end" not in case_to_raw(after)["jobs"][1]


def test_a_study_that_goes_is_forgotten_where_it_was_pointed_at(case: CaseFile) -> None:
    after = edits.remove_item("studies", "assiniboine").change(case)

    assert after.studies == ()
    assert "study" not in case_to_raw(after)["education"][1]
    assert after.education[1].canadian is True
    assert [entry.activity for entry in after.history] == ["unemployed", "work", "work"]


def test_history_that_says_more_than_the_job_stays_when_the_job_goes(case: CaseFile) -> None:
    after = edits.remove_item("jobs", "redriver").change(case)

    assert len(after.history) == len(case.history)
    assert after.history[-1].city == "Winnipeg"
    assert after.history[-1].job is None
    assert after.history[-2].job == "prairie"


def test_a_status_goes_without_touching_anything_else(case: CaseFile) -> None:
    after = edits.remove_item("statuses", str(case.statuses[0].id)).change(case)

    assert case_to_raw(after) == {**case_to_raw(case), "statuses": case_to_raw(case)["statuses"][1:]}


def test_the_references_of_the_spouse_are_the_spouses_own(case: CaseFile) -> None:
    raw = case_to_raw(case)
    raw["spouse"] = {
        "studies": [{"id": "assiniboine"}],
        "education": [{"level": "one_year", "study": "assiniboine"}],
    }

    after = edits.remove_item("spouse.studies", "assiniboine").change(case_from_raw(raw))

    assert after.spouse is not None
    assert after.spouse.education[0].study is None
    assert after.education == case.education


def test_a_copy_stands_behind_its_original(case: CaseFile) -> None:
    edit = edits.duplicate_item("jobs", "prairie")

    after = edit.change(case)

    assert [job.id for job in after.jobs] == ["prairie", edit.target and edit.target[1], "redriver"]
    assert after.jobs[1].model_copy(update={"id": "prairie"}) == after.jobs[0]


def test_a_job_is_split_at_a_day_with_its_leaves(case: CaseFile) -> None:
    edit = edits.split_item("jobs", "redriver", date(2025, 7, 14))

    first, second = edit.change(case).jobs[1:]

    assert (first.id, first.start, first.end) == ("redriver", date(2024, 5, 13), date(2025, 7, 13))
    assert (second.id, second.start, second.end) == (edit.target and edit.target[1], date(2025, 7, 14), None)
    assert [(leave.start, leave.end) for leave in first.leaves] == [(date(2025, 7, 7), date(2025, 7, 13))]
    assert [(leave.start, leave.end) for leave in second.leaves] == [(date(2025, 7, 14), date(2025, 7, 18))]
    assert (len(first.hours), len(second.hours)) == (1, 0)


@pytest.mark.parametrize("on", [date(2024, 5, 13), date(2020, 1, 1)])
def test_a_split_leaves_days_on_both_sides(case: CaseFile, on: date) -> None:
    assert refusal(edits.split_item("jobs", "redriver", on), case) == [("jobs[1]", "split_outside")]


def test_a_study_is_not_split(case: CaseFile) -> None:
    assert refusal(edits.split_item("studies", "assiniboine", date(2022, 1, 1)), case) == [
        ("studies[0]", "cannot_split")
    ]


def test_the_application_date_is_set_and_cleared(case: CaseFile) -> None:
    moved = edits.set_application_date(date(2026, 12, 24), merge_key="drag")
    cleared = edits.set_application_date(None)

    assert moved.change(case).application_date == date(2026, 12, 24)
    assert moved.name == message("set_application_date", day=date(2026, 12, 24))
    assert moved.merge_key == "drag"
    assert cleared.change(case).application_date is None
    assert case_to_raw(cleared.change(case))["application_date"] is None


def test_the_client_is_changed_in_place(case: CaseFile) -> None:
    after = edits.change_client(
        given_names="Lindiwe", police=(PoliceCertificate(country="ZA", issued_on=date(2026, 9, 1)),)
    ).change(case)

    assert after.client.given_names == "Lindiwe"
    assert after.client.family_name == "Mbeki"
    assert after.client.police[0].id
    assert refusal(edits.change_client(family_name=""), case) == [("client.family_name", "text_empty")]


def test_a_part_that_is_not_there_is_made(case: CaseFile) -> None:
    after = edits.change_part("application", submitted=True, received_on="2026-11-22").change(case)

    assert after.application is not None
    assert after.application.received_on == date(2026, 11, 22)


def test_the_file_itself_is_changed(case: CaseFile) -> None:
    invited = edits.change_case(
        invitation=Invitation.model_validate({"issued_on": "2026-10-01", "class": "cec"})
    )
    several = edits.change_case(destination="NS", notes="moved")

    assert invited.name == message("change_invitation")
    assert case_to_raw(invited.change(case))["invitation"] == {"issued_on": "2026-10-01", "class": "cec"}
    assert several.name == message("change_file")
    assert several.change(case).destination == "NS"
    assert refusal(edits.change_case(file_number="x" * 41), case) == [("file_number", "text_too_long")]


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (lambda: edits.change_item("jobs", "redriver", title="x"), ("change_jobs", "Red River Software")),
        (
            lambda: edits.change_item("jobs", "redriver", hours_per_week=30),
            ("change_hours", "Red River Software"),
        ),
        (lambda: edits.change_item("jobs", "redriver", leaves=()), ("change_leaves", "Red River Software")),
        (
            lambda: edits.change_item("jobs", "redriver", noc=None),
            ("change_occupation", "Red River Software"),
        ),
        (
            lambda: edits.move_period("jobs", "redriver", date(2024, 6, 1), date(2026, 1, 1)),
            ("move_jobs", "Red River Software"),
        ),
        (
            lambda: edits.move_period("jobs", "redriver", date(2024, 5, 13), date(2026, 1, 1)),
            ("move_end", "Red River Software"),
        ),
        (
            lambda: edits.move_period("jobs", "redriver", date(2024, 6, 1), None),
            ("move_start", "Red River Software"),
        ),
        (lambda: edits.remove_item("jobs", "prairie"), ("remove_jobs", "Prairie Mutual")),
        (
            lambda: edits.remove_item("studies", "assiniboine"),
            ("remove_studies", "Assiniboine Technical College"),
        ),
        (lambda: edits.duplicate_item("jobs", "prairie"), ("duplicate_jobs", "Prairie Mutual")),
        (
            lambda: edits.split_item("jobs", "prairie", date(2024, 1, 1)),
            ("split_jobs", "Prairie Mutual"),
        ),
    ],
)
def test_an_edit_is_named_with_what_it_is_about(
    case: CaseFile, edit: Callable[[], Edit], named: tuple[str, str]
) -> None:
    verb, item = named

    assert edit().name_in(case) == message("edit_of_item", edit=Message(verb), item=item)


@pytest.mark.parametrize(
    ("list_name", "item", "called"),
    [
        ("statuses", StatusPeriod(id="x", kind="visitor"), message("status_visitor")),
        ("language_tests", LanguageTest(id="x", test="pte_core"), message("test_pte_core")),
        ("education", Education(id="x", level="masters"), message("education_masters")),
    ],
)
def test_entries_without_a_name_are_called_by_their_kind(
    case: CaseFile, list_name: str, item: Any, called: Message
) -> None:
    after = edits.add_item(list_name, item).change(case)

    name = edits.remove_item(list_name, "x").name_in(after)

    assert dict(name.args)["item"] == called


def test_an_entry_that_says_nothing_leaves_the_name_short(case: CaseFile) -> None:
    after = edits.add_item("jobs", Job(id="x")).change(case)

    assert edits.remove_item("jobs", "x").name_in(after) == message("remove_jobs")


@given(st.tuples(days, days), st.sampled_from(["prairie", "redriver"]))
@settings(max_examples=60)
def test_a_drag_gives_a_sound_file_or_is_refused(ends: tuple[str, str], job: str) -> None:
    case = with_ids(case_from_raw(sample_raw()))
    start, end = (date.fromisoformat(day) for day in ends)
    edit = edits.move_period("jobs", job, start, end)

    if end < start:
        assert refusal(edit, case)[0][1] == "end_before_start"
    else:
        after = edit.change(case)
        assert read_case(write_case(after)) == after
        assert (job_of(after, job).start, job_of(after, job).end) == (start, end)


def test_the_file_before_is_untouched(case: CaseFile) -> None:
    before = json.dumps(case_to_raw(case))

    edits.remove_item("studies", "assiniboine").change(case)
    edits.change_item("jobs", "redriver", title="x").change(case)

    assert json.dumps(case_to_raw(case)) == before
