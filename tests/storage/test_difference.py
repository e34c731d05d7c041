"""The difference of two documents is exact in both directions, and small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.storage.difference import (
    ABSENT,
    Change,
    Json,
    backward,
    changes_from_json,
    changes_to_json,
    difference,
    forward,
)

scalars = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, 1.0, 2.5]) | st.text(max_size=2)
)
documents: st.SearchStrategy[Json] = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3)
    ),
    max_leaves=12,
)


def exact(document: Json) -> str:
    """Equal texts for the same document alone: 1, 1.0 and true are three things."""
    return repr(sorted(document.items()) if isinstance(document, dict) else document)


@given(documents, documents)
def test_forward_and_backward(before: Json, after: Json) -> None:
    changes = difference(before, after)
    assert forward(before, changes) == after
    assert backward(after, changes) == before
    assert changes_from_json(changes_to_json(changes)) == changes


@given(documents)
def test_a_document_does_not_differ_from_itself(document: Json) -> None:
    assert difference(document, document) == ()


@given(documents, documents)
def test_what_does_not_differ_is_the_same_document(before: Json, after: Json) -> None:
    if not difference(before, after):
        assert exact(before) == exact(after)


def test_one_field_of_one_entry_is_one_change() -> None:
    before: Json = {"jobs": [{"id": "a", "end": None}, {"id": "b", "end": "2025-01-31"}], "notes": "x"}
    after: Json = {"jobs": [{"id": "a", "end": None}, {"id": "b", "end": "2025-02-28"}], "notes": "x"}
    assert difference(before, after) == (Change(("jobs", 1, "end"), "2025-01-31", "2025-02-28"),)


def test_a_list_that_grew_is_one_change() -> None:
    assert difference({"jobs": [1]}, {"jobs": [1, 2]}) == (Change(("jobs",), [1], [1, 2]),)


def test_absent_is_not_null() -> None:
    assert difference({}, {"end": None}) == (Change(("end",), ABSENT, None),)
    assert backward({"end": None}, difference({}, {"end": None})) == {}


@pytest.mark.parametrize(
    "raw", [None, {}, ["x"], [{"before": 1}], [{"path": "ab"}], [{"path": [None]}], [{"path": [True]}]]
)
def test_what_is_no_difference_is_refused(raw: Json) -> None:
    with pytest.raises(TypeError):
        changes_from_json(raw)


def test_a_difference_of_another_document_is_refused() -> None:
    with pytest.raises(TypeError):
        forward({"jobs": "none"}, (Change(("jobs", 0), 1, 2),))
