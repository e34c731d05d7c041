"""The second line of a row: what comes next, and when."""

from dataclasses import replace
from datetime import date

import pytest

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import Application, CaseFile
from cec_desktop.i18n.words import words
from cec_desktop.practice.assessing import Rules
from cec_desktop.practice.next_date import next_date, outcome_record
from cec_desktop.rules.findings import (
    Assessment,
    Intake,
    MembershipDates,
    MissingFact,
    Outcome,
    PermitBridge,
)
from tests.storage.clients import client_file

TODAY = date(2026, 11, 2)
CASE = client_file()
EARLY, MIDDLE, LATE = date(2026, 11, 14), date(2026, 12, 1), date(2027, 5, 1)
MISSING = MissingFact("jobs[0].duties_match", "duties_match", message("x"))


@pytest.fixture(scope="module")
def whole() -> Assessment:
    return Rules().assess(CASE, TODAY)


def said(
    whole: Assessment,
    outcome: Outcome,
    *,
    earliest: date | None = None,
    last: date | None = None,
    extend_by: date | None = None,
    respond_by: date | None = None,
    missing: int = 0,
    case: CaseFile = CASE,
) -> tuple[date | None, str]:
    assessment = replace(
        whole,
        membership=replace(whole.membership, outcome=outcome, missing_facts=(MISSING,) * missing),
        dates=MembershipDates(earliest, None, last, None, None, None),
        bridge=PermitBridge(extend_by, extend_by, None, None, None),
        intake=Intake(Outcome.NOT_MET, respond_by=respond_by),
    )
    day, sentence = next_date(case, assessment)
    return day, words("en").message(sentence) if sentence else ""


def test_a_client_who_is_not_there_yet_waits_for_the_earliest_day(whole: Assessment) -> None:
    assert said(whole, Outcome.NOT_MET, earliest=MIDDLE, last=LATE) == (MIDDLE, "from 2026-12-01")


def test_a_member_has_until_the_last_day(whole: Assessment) -> None:
    assert said(whole, Outcome.MET, earliest=date(2026, 1, 1), last=LATE) == (LATE, "until 2027-05-01")


def test_an_invitation_is_answered_first(whole: Assessment) -> None:
    found = said(whole, Outcome.MET, last=LATE, extend_by=MIDDLE, respond_by=EARLY)
    assert found == (EARLY, "apply by 2026-11-14")


def test_a_permit_is_extended_in_time(whole: Assessment) -> None:
    assert said(whole, Outcome.MET, last=LATE, extend_by=MIDDLE) == (MIDDLE, "extend by 2026-12-01")


def test_today_still_counts_and_yesterday_does_not(whole: Assessment) -> None:
    assert said(whole, Outcome.MET, respond_by=TODAY)[0] == TODAY
    assert said(whole, Outcome.MET, respond_by=date(2026, 11, 1), last=LATE)[0] == LATE


@pytest.mark.parametrize(("missing", "words_"), [(1, "1 question"), (3, "3 questions")])
def test_open_questions_stand_where_no_date_is_sure(whole: Assessment, missing: int, words_: str) -> None:
    found = said(whole, Outcome.UNDETERMINED, earliest=EARLY, last=MIDDLE, extend_by=LATE, missing=missing)
    assert found == (None, words_)


def test_a_deadline_that_is_close_stands_before_the_questions(whole: Assessment) -> None:
    found = said(whole, Outcome.UNDETERMINED, extend_by=EARLY, missing=3)
    assert found == (EARLY, "extend by 2026-11-14")


def test_never_within_ten_years(whole: Assessment) -> None:
    assert said(whole, Outcome.NOT_MET) == (None, "not within ten years")


def test_a_member_of_long_ago_has_nothing_to_come(whole: Assessment) -> None:
    past = date(2011, 1, 1)
    assert said(whole, Outcome.MET, earliest=past, last=past) == (None, "")


def test_a_sent_application_waits_for_nothing(whole: Assessment) -> None:
    sent = CASE.model_copy(update={"application": Application(submitted=True, received_on=EARLY)})
    unknown = CASE.model_copy(update={"application": Application(submitted=True)})
    assert said(whole, Outcome.MET, last=LATE, case=sent) == (None, "sent 2026-11-14")
    assert said(whole, Outcome.MET, last=LATE, case=unknown) == (None, "")


def test_the_record_of_an_assessment(whole: Assessment) -> None:
    record = outcome_record(CASE, whole, "pack")
    assert record.outcome == "met"
    assert (record.assessed_on, record.computed_on) == (date(2026, 11, 22), TODAY)
    assert (record.earliest, record.last) == (whole.dates.earliest, whole.dates.last)
    assert (record.rules_id, record.rule_pack) == ("cec-2022-11-16", "pack")
