"""Places are written as people read them, and can be read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.message import message
from cec_desktop.casefile.problems import Found, in_file_order, path_of, place_of, shown

names = st.from_regex("[a-z_][a-z0-9_]{0,10}", fullmatch=True)


def test_a_place_is_fields_and_positions() -> None:
    assert place_of(("spouse", "jobs", 0, "start")) == "spouse.jobs[0].start"
    assert place_of(()) == ""


@given(names, st.lists(names | st.integers(0, 99), max_size=5))
def test_a_place_leads_back_to_its_path(first: str, rest: list[str | int]) -> None:
    assert path_of(place_of((first, *rest))) == (first, *rest)


@pytest.mark.parametrize("place", ["jobs[x]", "jobs[0]]", "a..b", "["])
def test_other_text_is_no_place(place: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        path_of(place)


def test_problems_stand_in_the_order_of_the_file_and_once_a_place() -> None:
    raw = {"b": [{"x": 1}, {"y": 2}], "a": 3}
    found = [
        Found(("a",), message("third")),
        Found(("b", 1, "z"), message("second")),
        Found(("b", 0, "x"), message("first")),
        Found(("b", 0, "x"), message("too late")),
        Found(("c",), message("nought")),
    ]

    ordered = in_file_order(raw, found)

    assert [(problem.place, problem.message.id) for problem in ordered] == [
        ("c", "nought"),
        ("b[0].x", "first"),
        ("b[1].z", "second"),
        ("a", "third"),
    ]


def test_a_problem_beside_the_file_stands_before_what_should_hold_it() -> None:
    found = [Found(("jobs", 0), message("second")), Found(("client", "uci", 3), message("first"))]

    ordered = in_file_order({"client": {"uci": 1}, "jobs": [1]}, found)

    assert [problem.place for problem in ordered] == ["client.uci[3]", "jobs[0]"]


def test_values_are_shown_on_one_line() -> None:
    assert shown("a\nb") == '"a\\nb"'
    assert shown("Nguyễn") == '"Nguyễn"'
    assert shown(True) == "true"
    assert shown([1]) == "[…]"
    assert shown({"a": 1}) == "{…}"
    assert len(shown("x" * 999)) < 70
