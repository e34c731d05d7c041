"""Entries keep their ids, and are found by them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from cec_desktop.casefile.items import NoSuchItemError, find_item, item_place, items_of, with_ids
from cec_desktop.casefile.model import CaseFile, Item, Job, Value
from cec_desktop.casefile.reading import case_from_raw, case_to_raw
from tests.samples import sample_raw
from tests.strategies import case_files


def lists_of(value: object) -> Iterator[tuple[Item, ...]]:
    """Every list of entries in a file, inner ones too."""
    if isinstance(value, tuple):
        yield tuple(item for item in value if isinstance(item, Item))
        for item in value:
            yield from lists_of(item)
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from lists_of(getattr(value, name))


@given(case_files())
@settings(max_examples=60)
def test_every_entry_gets_an_id_and_none_changes(case: CaseFile) -> None:
    named = with_ids(case)

    for before, after in zip(lists_of(case), lists_of(named), strict=True):
        ids = [item.id for item in after]
        assert None not in ids
        assert len(set(ids)) == len(ids)
        assert all(old.id in (None, new.id) for old, new in zip(before, after, strict=True))
    assert with_ids(named) is named
    assert case_from_raw(case_to_raw(named)) == named


def test_a_new_id_is_never_one_that_is_taken() -> None:
    raw = {**sample_raw(), "statuses": [{"kind": "visitor"}, {"kind": "none", "id": "n1"}]}
    ids = iter(f"n{number}" for number in range(1, 100))

    named = with_ids(case_from_raw(raw), lambda: next(ids))

    assert [status.id for status in named.statuses] == ["n2", "n1"]


def test_an_entry_is_found_by_its_id() -> None:
    raw = sample_raw()
    raw["spouse"] = {"jobs": [{"id": "nursery", "employer": "Sunflower Nursery"}]}
    case = case_from_raw(raw)

    assert item_place(case, "jobs", "redriver") == "jobs[1]"
    assert item_place(case, "spouse.jobs", "nursery") == "spouse.jobs[0]"
    found = find_item(case, "spouse.jobs", "nursery")
    assert isinstance(found, Job)
    assert found.employer == "Sunflower Nursery"


def test_the_lists_of_a_spouse_who_is_not_there_are_empty() -> None:
    assert items_of(case_from_raw(sample_raw()), "spouse.jobs") == ()


@pytest.mark.parametrize(
    ("list_name", "item_id"), [("jobs", "gone"), ("hobbies", "x"), ("client", "x"), ("notes.jobs", "x")]
)
def test_what_is_not_there_is_not_found(list_name: str, item_id: str) -> None:
    with pytest.raises(NoSuchItemError):
        item_place(case_from_raw({**sample_raw(), "notes": "n"}), list_name, item_id)
