"""What the rules say of a file as a ``cec-assessment`` object, version 1, for other programs.

Names and order of the fields are those of the published format. Sentences stand in both languages; hours are
numbers of two decimals, rounded down, so that a shortfall never shows as enough.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import LANGUAGES, Language, words
from cec_desktop.reports.crs_json import crs_object
from cec_desktop.rules.crs.score import score_case
from cec_desktop.rules.findings import (
    Advisory,
    Assessment,
    Fact,
    Finding,
    HoursTally,
    JobWork,
    LanguageStanding,
    Membership,
    MissingFact,
    PermitBridge,
    Reason,
    RulesRef,
    Span,
    Warning,  # noqa: A004 - the format's own word
    Week,
    WorkPeriod,
)
from cec_desktop.rules.ledger import week_ledgers
from cec_desktop.rules.rulebook import load_rulebook

FORMAT: Final = "cec-assessment"
VERSION: Final = 1

Value: TypeAlias = "str | int | bool | Decimal | Sequence[Value] | Mapping[str, Value] | None"
Object: TypeAlias = "dict[str, Value]"


def assessment_json(case: CaseFile, assessment: Assessment, language: Language) -> str:
    """The object as JSON text of one line; values of facts are in ``language``, sentences in both."""
    return _text(assessment_object(case, assessment, language))


def assessment_object(case: CaseFile, assessment: Assessment, language: Language) -> Object:
    """The object as plain values; hours are :class:`~decimal.Decimal` of two decimals."""
    membership = assessment.membership
    score = score_case(case, assessment.on, load_rulebook())
    assumed = score.advisories if score else ()
    return {
        "format": FORMAT,
        "version": VERSION,
        "file_number": assessment.file_number,
        "on": _day(assessment.on),
        "cec": {
            **_standing(membership, language),
            "work": _work(membership.work, week_ledgers(case, assessment)),
            **_dates(assessment),
            "permit_bridge": _bridge(assessment.bridge),
        },
        "intake": {
            "outcome": assessment.intake.outcome.value,
            "conditions": _conditions(assessment.intake.conditions, language),
        },
        "advisories": [_advisory(each) for each in (*assessment.advisories, *assumed)],
        "warnings": [_placed(each) for each in assessment.warnings],
        "crs": crs_object(score),
    }


def _standing(membership: Membership, language: Language) -> Object:
    return {
        "rules": _rules(membership.rules),
        "outcome": membership.outcome.value,
        "stream": membership.stream,
        "projected": membership.projected,
        "window": _span(membership.window),
        "hours": _tally(membership.hours),
        "margin_days": membership.margin_days,
        "language": _language(membership.language),
        "conditions": _conditions(membership.conditions, language),
        "missing_facts": [_placed(each) for each in membership.missing_facts],
    }


def _rules(rules: RulesRef | None) -> Value:
    if rules is None:
        return None
    return {
        "id": rules.id,
        "in_force_from": _day(rules.in_force_from),
        "in_force_to": _day(rules.in_force_to),
        "verified_to": _day(rules.verified_to),
    }


def _span(span: Span | None) -> Value:
    return None if span is None else {"start": _day(span.start), "end": _day(span.end)}


def _tally(hours: HoursTally | None) -> Value:
    if hours is None:
        return None
    return {
        "counted": _hours(hours.counted),
        "possible": _hours(hours.possible),
        "required": _hours(hours.required),
        "margin": _hours(hours.margin),
        "stream": hours.stream,
    }


def _language(standing: LanguageStanding | None) -> Value:
    if standing is None:
        return None
    return {
        "required_clb": standing.required_clb,
        "achieved_clb": standing.achieved_clb,
        "test": standing.test,
        "valid_until": _day(standing.valid_until),
    }


def _conditions(findings: Iterable[Finding], language: Language) -> Value:
    return [
        {
            "id": finding.id,
            "citation": finding.citation,
            "outcome": finding.outcome.value,
            "text": _said(finding.message),
            "facts": [_fact(fact, language) for fact in finding.facts],
            "conditions": _conditions(finding.conditions, language),
        }
        for finding in findings
    ]


def _fact(fact: Fact, language: Language) -> Object:
    return {"place": fact.place, "value": words(language).message(fact.value)}


def _work(work: Iterable[JobWork], ledgers: Sequence[Sequence[Week]]) -> Value:
    return [
        {
            "job": job.job,
            "periods": [_period(period) for period in job.periods],
            "weeks": [_week(week) for week in ledgers[job.index]],
        }
        for job in work
    ]


def _period(period: WorkPeriod) -> Object:
    return {
        "start": _day(period.start),
        "end": _day(period.end),
        "counts": period.counts,
        "hours": _hours(period.hours),
        "reasons": _reasons(period.reasons),
    }


def _week(week: Week) -> Object:
    return {"start": _day(week.start), "hours": _hours(week.hours), "reasons": _reasons(week.reasons)}


def _reasons(reasons: Iterable[Reason]) -> Value:
    return [
        {"id": reason.id, "citation": reason.citation, "text": _said(message(f"reason_{reason.id}"))}
        for reason in reasons
    ]


def _dates(assessment: Assessment) -> Object:
    dates = assessment.dates
    return {
        "earliest_date": _day(dates.earliest),
        "earliest_reason": _reason_of_date(dates.earliest_reason),
        "last_date": _day(dates.last),
        "last_reason": _reason_of_date(dates.last_reason),
        "safe_date": _day(dates.safe),
        "earliest_possible_date": _day(dates.earliest_possible),
    }


def _reason_of_date(reason: Message | None) -> Value:
    return None if reason is None else {"id": reason.id, "text": _said(reason)}


def _bridge(bridge: PermitBridge) -> Object:
    return {
        "authorized_until": _day(bridge.authorized_until),
        "extend_by": _day(bridge.extend_by),
        "covers_earliest": bridge.covers_earliest,
        "covers_safe": bridge.covers_safe,
        "covers_application": bridge.covers_application,
    }


def _advisory(advisory: Advisory) -> Object:
    return {"id": advisory.id, "text": _said(advisory.message)}


def _placed(each: MissingFact | Warning) -> Object:
    return {"place": each.place, "id": each.id, "text": _said(each.message)}


def _said(said: Message) -> Object:
    return {language: words(language).message(said) for language in LANGUAGES}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _hours(hours: Fraction) -> Decimal:
    return Decimal(hours.numerator * 100 // hours.denominator).scaleb(-2)


def _text(value: Value) -> str:
    """JSON text; the standard encoder knows no number such as 1560.00."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(name)}: {_text(each)}" for name, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
