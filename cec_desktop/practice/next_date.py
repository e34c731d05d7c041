"""What the list keeps of an assessment: the outcome, and the date that comes next with what it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Assessment, Outcome
from cec_desktop.storage.records import OutcomeRecord

_SOON = timedelta(days=90)

Next = tuple[date | None, Message | None]
"""A day to count down to, and what stands on the row; either may be missing."""


def outcome_record(case: CaseFile, assessment: Assessment, rule_pack: str) -> OutcomeRecord:
    """What the casebook keeps of an assessment."""
    membership, dates = assessment.membership, assessment.dates
    next_on, next_words = next_date(case, assessment)
    expires_on, expires_words = next_expiry(case, assessment)
    return OutcomeRecord(
        outcome=membership.outcome.value,
        assessed_on=assessment.on,
        earliest=dates.earliest,
        last=dates.last,
        next_on=next_on,
        next_words=next_words,
        rules_id=membership.rules.id if membership.rules else None,
        rule_pack=rule_pack,
        computed_on=assessment.today,
        expires_on=expires_on,
        expires_words=expires_words,
    )


def next_date(case: CaseFile, assessment: Assessment) -> Next:
    """The next date of a file and what it is.

    An application that was sent has no date to come. While a question is open, only a date that is close
    stands before the question.
    """
    application = case.application
    if application and application.submitted:
        received = application.received_on
        return (None, message("list_sent", day=received)) if received else (None, None)
    today, outcome = assessment.today, assessment.membership.outcome
    coming = min(((day, words) for day, words in _dates(assessment) if day >= today), default=None, key=_day)
    if outcome is Outcome.UNDETERMINED and (coming is None or coming[0] > today + _SOON):
        return None, message("list_questions", n=len(assessment.membership.missing_facts))
    return coming or (None, _without_date(assessment))


def next_expiry(case: CaseFile, assessment: Assessment) -> Next:
    """The first day to come on which something the client holds ends, and what that is."""
    coming = (each for each in _expiries(case, assessment) if each[0] >= assessment.today)
    return min(coming, default=(None, None), key=_day)


def _expiries(case: CaseFile, assessment: Assessment) -> Iterator[tuple[date, Message]]:
    client, language = case.client, assessment.membership.language
    days = {
        "list_status_ends": assessment.bridge.authorized_until,
        "list_test_expires": language.valid_until if language else None,
        "list_passport_expires": client.passport.expires if client.passport else None,
        "list_medical_expires": client.medical.expires_on if client.medical else None,
    }
    for words, day in days.items():
        if day is not None:
            yield day, message(words, day=day)


def _day(each: tuple[date, Message]) -> date:
    return each[0]


def _dates(assessment: Assessment) -> Iterator[tuple[date, Message]]:
    dates, bridge, intake = assessment.dates, assessment.bridge, assessment.intake
    if intake.respond_by:
        yield intake.respond_by, message("list_apply_by", day=intake.respond_by)
    if bridge.extend_by:
        yield bridge.extend_by, message("list_extend_by", day=bridge.extend_by)
    if assessment.membership.outcome is Outcome.UNDETERMINED:
        return
    if dates.earliest:
        yield dates.earliest, message("list_from", day=dates.earliest)
    if dates.last:
        yield dates.last, message("list_until", day=dates.last)


def _without_date(assessment: Assessment) -> Message | None:
    never = assessment.membership.outcome is Outcome.NOT_MET and assessment.dates.earliest is None
    return message("list_not_within") if never else None
