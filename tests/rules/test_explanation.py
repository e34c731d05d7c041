"""Whatever is entered, everything the assessment says can be said in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from hypothesis import given

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.law_messages import LAW_MESSAGES
from cec_desktop.i18n.words import LANGUAGES, words
from cec_desktop.rules.assess import assess, load_rulebook
from cec_desktop.rules.findings import Assessment, Finding, Outcome
from tests.oracle.strategies import cases_on, read

TODAY = date(2026, 11, 22)
Drawn = tuple[dict[str, Any], date]


def assessed(drawn: Drawn) -> Assessment:
    raw, on = drawn
    return assess(read(raw), on, TODAY, load_rulebook())


def findings(tree: Iterable[Finding]) -> Iterator[Finding]:
    for finding in tree:
        yield finding
        yield from findings(finding.conditions)


def messages(assessment: Assessment) -> Iterator[Message]:
    membership = assessment.membership
    for finding in findings((*membership.conditions, *assessment.intake.conditions)):
        yield finding.message
        yield from (fact.value for fact in finding.facts)
    yield from (missing.message for missing in membership.missing_facts)
    yield from (advisory.message for advisory in assessment.advisories)
    yield from (warning.message for warning in assessment.warnings)
    for reason in (assessment.dates.earliest_reason, assessment.dates.last_reason):
        if reason is not None:
            yield reason


@given(cases_on())
def test_every_sentence_exists_in_both_languages_with_all_its_fields(drawn: Drawn) -> None:
    assessment = assessed(drawn)
    for message in messages(assessment):
        for language in LANGUAGES:
            said = words(language).message(message)
            assert said
            assert not re.search(r"\{\w+\}", said), said


@given(cases_on())
def test_the_verdict_follows_from_the_conditions_shown(drawn: Drawn) -> None:
    membership = assessed(drawn).membership
    outcomes = {finding.outcome for finding in membership.conditions}
    if membership.outcome is Outcome.MET:
        assert outcomes <= {Outcome.MET, Outcome.NOT_APPLICABLE}
    elif membership.outcome is Outcome.UNDETERMINED:
        assert Outcome.UNDETERMINED in outcomes
        assert Outcome.NOT_MET not in outcomes
        assert membership.missing_facts
    else:
        assert Outcome.NOT_MET in outcomes


@given(cases_on())
def test_the_hours_of_the_jobs_add_up_to_the_hours_counted(drawn: Drawn) -> None:
    membership = assessed(drawn).membership
    if membership.hours is not None:
        assert sum(job.hours for job in membership.work) == membership.hours.counted
        assert membership.hours.counted <= membership.hours.possible


def test_no_law_sentence_is_written_twice_under_two_ids() -> None:
    texts = [text if isinstance(text, str) else text[0] for text in LAW_MESSAGES.values()]
    repeated = {text for text in texts if texts.count(text) > 1}
    assert repeated <= {"not known"}
