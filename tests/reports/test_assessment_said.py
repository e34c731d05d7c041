"""Whatever file comes, both forms of the assessment can be said in both languages."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import LANGUAGES
from cec_desktop.reports.assessment_json import assessment_json, assessment_object
from cec_desktop.reports.assessment_text import assessment_text, headline
from cec_desktop.reports.text_backend import WIDTH
from cec_desktop.rules.assess import assess, load_rulebook
from tests.oracle.strategies import Raw, cases_on, read
from tests.strategies import case_files

DAYS = st.dates(date(2008, 1, 1), date(2030, 12, 31))
FIELD = re.compile(r"\{\w*\}")
"""A field of a sentence that was not filled."""


def walk(value: Any, name: str = "") -> list[tuple[str, Any]]:
    """Every value of the object with its name."""
    if isinstance(value, dict):
        return [(name, value), *(each for key, inner in value.items() for each in walk(inner, key))]
    if isinstance(value, list):
        return [each for inner in value for each in walk(inner, name)]
    return [(name, value)]


@settings(max_examples=15)
@given(cases_on(), DAYS)
def test_the_text_of_the_object_says_the_object(drawn: tuple[Raw, date], today: date) -> None:
    case, on = read(drawn[0]), drawn[1]
    assessment = assess(case, on, today, load_rulebook())
    for language in LANGUAGES:
        text = assessment_json(case, assessment, language)
        assert "\n" not in text
        assert json.loads(text, parse_float=Decimal) == assessment_object(case, assessment, language)


@settings(max_examples=15)
@given(cases_on(), DAYS)
def test_hours_round_down_to_two_decimals(drawn: tuple[Raw, date], today: date) -> None:
    case, on = read(drawn[0]), drawn[1]
    assessment = assess(case, on, today, load_rulebook())
    tally = assessment.membership.hours
    said = assessment_object(case, assessment, "en")["cec"]
    assert isinstance(said, dict)
    if tally is None:
        assert said["hours"] is None
        return
    for name in ("counted", "possible", "required", "margin"):
        shown = said["hours"][name]
        assert shown.as_tuple().exponent == -2
        assert 0 <= getattr(tally, name) - Fraction(shown) < Fraction(1, 100)


@settings(max_examples=15)
@given(cases_on(), DAYS)
def test_every_sentence_is_there_in_both_languages(drawn: tuple[Raw, date], today: date) -> None:
    case, on = read(drawn[0]), drawn[1]
    said = assessment_object(case, assess(case, on, today, load_rulebook()), "fr")
    texts = [value for name, value in walk(said) if name == "text"]
    assert texts
    for text in texts:
        assert list(text) == list(LANGUAGES)
        assert all(each and not FIELD.search(each) for each in text.values())


@settings(max_examples=15)
@given(cases_on(), DAYS)
def test_the_readable_text_is_whole(drawn: tuple[Raw, date], today: date) -> None:
    case, on = read(drawn[0]), drawn[1]
    assessment = assess(case, on, today, load_rulebook())
    for language in LANGUAGES:
        text = assessment_text(case, assessment, language)
        assert text.endswith(".\n")
        assert not FIELD.search(text)
        assert max(map(len, text.splitlines())) <= WIDTH
        assert len(headline(case, assessment, language).splitlines()) == 1


@settings(max_examples=15)
@given(case_files(), DAYS, DAYS)
def test_the_strangest_file_can_be_said(case: CaseFile, on: date, today: date) -> None:
    assessment = assess(case, on, today, load_rulebook())
    json.loads(assessment_json(case, assessment, "fr"))
    assert assessment_text(case, assessment, "fr").endswith(".\n")
