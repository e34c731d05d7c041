"""Whether an application would be taken in: instructions of 2010 to 2014, invitations since 2015."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cec_desktop.casefile.dates import add_days
from cec_desktop.casefile.message import message
from cec_desktop.rules.findings import Advisory, Fact, Finding, Intake, Outcome, all_of
from cec_desktop.rules.judge import DayState, Judge
from cec_desktop.rules.person import any_true
from cec_desktop.rules.rulebook import IntakeRule, InvitationDays, RuleBook, in_force, on_day

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED


def intake_on(judge: Judge, state: DayState, on: date) -> Intake:
    """Intake on a day, by the rule of that day."""
    rule = in_force(judge.book.intakes, on)
    if rule.kind == "designated_test":
        return Intake(*_one(_designated_test(judge, state, rule)))
    if rule.kind == "occupations":
        return Intake(*_one(_without_occupations(judge, on, rule)))
    if rule.kind == "invitation":
        return _invitation(judge, state, on, rule)
    return Intake(MET)


def intake_advisories(judge: Judge, on: date) -> Iterator[Advisory]:
    """Caps nobody can read from a file, and the invitations of a month whose day is not known."""
    if in_force(judge.book.intakes, on).kind == "occupations":
        yield Advisory("caps_2013_2014", message("caps_2013_2014"))
    invitation = judge.case.invitation
    if invitation and invitation.issued_on:
        days = on_day(judge.book.invitation_days, invitation.issued_on)
        if days and days.uncertain_to and invitation.issued_on <= days.uncertain_to:
            yield Advisory("invitation_90_days_2020", message("invitation_90_days_2020"))


def respond_by(book: RuleBook, issued_on: date) -> tuple[date, InvitationDays] | None:
    """The last day to answer an invitation; the day it was issued is left out."""
    days = on_day(book.invitation_days, issued_on)
    return (add_days(issued_on, days.days), days) if days else None


def _one(finding: Finding) -> tuple[Outcome, tuple[Finding, ...]]:
    return finding.outcome, (finding,)


def _designated_test(judge: Judge, state: DayState, rule: IntakeRule) -> Finding:
    """MI2: results of a designated test within their age, whatever the levels."""
    holds = any_true(
        result.holds(state.day, state.regime.age, written_evidence=False)
        for result in judge.results
        if result.designated
    )
    outcome = MET if holds else UNDETERMINED if holds is None else NOT_MET
    return Finding("designated_test", rule.citation, outcome, message(f"designated_test_{outcome.value}"))


def _without_occupations(judge: Judge, on: date, rule: IntakeRule) -> Finding:
    """MI10 and MI12: the class assessed again without the occupations they exclude, language included."""
    outcome = Judge(judge.case, judge.book, rule.excluded).on(on.toordinal()).outcome
    return Finding(
        "without_excluded_occupations",
        rule.citation,
        outcome,
        message(f"without_excluded_occupations_{outcome.value}", codes=rule.excluded),
    )


def _invitation(judge: Judge, state: DayState, on: date, rule: IntakeRule) -> Intake:
    """A10.1 and A11.2: an invitation for the class, answered in time, membership on both days."""
    invitation = judge.case.invitation
    if invitation is None:
        return Intake(
            NOT_MET, (Finding("no_invitation_yet", rule.citation, NOT_MET, message("no_invitation_yet")),)
        )
    issued = invitation.issued_on
    findings = [_class(invitation.program_class, rule)]
    if invitation.declined_on is not None:
        declined = invitation.declined_on
        outcome = NOT_MET if declined <= on else MET
        findings.append(
            Finding(
                "invitation_not_declined",
                "A10.1(7)",
                outcome,
                message(f"invitation_declined_{outcome.value}", day=declined),
            )
        )
    if issued is None:
        findings.append(
            Finding("invitation_issued", rule.citation, UNDETERMINED, message("invitation_day_not_known"))
        )
        findings.append(_member("member_at_application", state, on))
        return Intake(all_of([finding.outcome for finding in findings]), tuple(findings))
    last, time = respond_by(judge.book, issued) or (None, None)
    findings.append(_issued(issued, on, rule))
    if last is not None and time is not None:
        in_time = MET if on <= last else NOT_MET
        findings.append(
            Finding(
                "invitation_in_time",
                time.citation,
                in_time,
                message(f"invitation_in_time_{in_time.value}", issued=issued, days=time.days, last=last),
                (Fact("invitation.issued_on", message("fact_day", day=issued)),),
            )
        )
    findings.append(_member("member_at_invitation", judge.on(issued.toordinal()), issued))
    findings.append(_member("member_at_application", state, on))
    return Intake(all_of([finding.outcome for finding in findings]), tuple(findings), last)


def _class(program: str | None, rule: IntakeRule) -> Finding:
    outcome = UNDETERMINED if program is None else MET if program == "cec" else NOT_MET
    return Finding("invitation_class", rule.citation, outcome, message(f"invitation_class_{outcome.value}"))


def _issued(issued: date, on: date, rule: IntakeRule) -> Finding:
    outcome = NOT_MET if issued < rule.first_day or issued > on else MET
    return Finding(
        "invitation_issued", rule.citation, outcome, message(f"invitation_issued_{outcome.value}", day=issued)
    )


def _member(id_: str, state: DayState, day: date) -> Finding:
    return Finding(id_, "A11.2(1)(a)", state.outcome, message(f"{id_}_{state.outcome.value}", day=day))
