"""Tags: the firm's own words on a client file."""

from __future__ import annotations

from cec_desktop.casefile.tags import cleaned, set_tags, tags_of
from tests.storage.clients import client_file


def test_tags_are_given_and_taken_and_the_rest_of_the_office_stays() -> None:
    case = client_file().model_copy(update={"office": {"stage": "gathering"}})
    tagged = set_tags(["urgent", " review  in March "]).change(case)
    assert tags_of(tagged) == ("urgent", "review in March")
    assert tagged.office == {"stage": "gathering", "tags": ["urgent", "review in March"]}
    assert set_tags(()).change(tagged) == case


def test_a_file_without_an_office_has_no_tags_and_gets_none_back() -> None:
    case = client_file()
    assert tags_of(case) == ()
    assert set_tags(()).change(set_tags(["x"]).change(case)) == case


def test_a_tag_stands_once_whatever_its_case() -> None:
    assert cleaned(["Urgent", "urgent", "", "  ", "URGENT "]) == ("Urgent",)


def test_what_another_program_put_in_the_place_of_tags_is_passed_over() -> None:
    case = client_file().model_copy(update={"office": {"tags": "urgent"}})
    assert tags_of(case) == ()
    case = client_file().model_copy(update={"office": {"tags": [3, "urgent", None]}})
    assert tags_of(case) == ("urgent",)
