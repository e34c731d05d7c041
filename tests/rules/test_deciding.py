"""From the reason days are left out to the condition that leaves them out."""

from __future__ import annotations

import pytest

from cec_desktop.casefile.message import message
from cec_desktop.rules.deciding import condition_of, decides, finding_of
from cec_desktop.rules.findings import Finding, Outcome
from cec_desktop.rules.rulebook import load_rulebook
from tests.ui.timeline.stories import full_life, view_of


def finding(id_: str, *parts: Finding) -> Finding:
    return Finding(id_, "R87.1", Outcome.MET, message(id_), conditions=parts)


TREE = (
    finding("streams", finding("graduate", finding("credential"), finding("work_experience"))),
    finding("study_excluded"),
)


@pytest.mark.parametrize(
    ("reason", "condition"),
    [
        ("full_time_study", "study_excluded"),
        ("before_credential", "credential"),
        ("duties", "work_experience"),  # these versions do not ask for duties by themselves
        ("abroad", "work_experience"),
    ],
)
def test_a_reason_belongs_to_a_condition_that_is_asked(reason: str, condition: str) -> None:
    assert condition_of(reason, TREE) == condition
    assert decides(condition, reason, TREE)


def test_every_reason_of_the_law_belongs_to_a_condition_of_today() -> None:
    conditions = view_of(full_life()).assessment.membership.conditions
    for reason in load_rulebook().reasons:
        assert finding_of(condition_of(reason, conditions), conditions) is not None


def test_duties_speak_for_the_lead_statement_too() -> None:
    conditions = view_of(full_life()).assessment.membership.conditions
    assert condition_of("duties", conditions) == "main_duties"
    assert decides("lead_statement", "duties", conditions)
    assert not decides("study_excluded", "duties", conditions)


def test_what_is_not_asked_is_not_found() -> None:
    assert finding_of("credential", TREE) is not None
    assert finding_of("language", TREE) is None
