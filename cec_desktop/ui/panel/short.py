"""Conditions in a few words, as the panel has room for them; the whole sentence stands under each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.markers import NP_
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.findings import Finding, Intake, Outcome
from cec_desktop.rules.rulebook import RuleBook

_SHORT: Final[Mapping[str, str | tuple[str, str]]] = {
    "class_in_force": N_("The class did not exist yet"),
    "residence_intent": N_("Will live outside Quebec: not entered"),
    "residence_intent_in": N_("Will live outside Quebec: {place}"),
    "streams": N_("One of the two streams"),
    "stream_graduate": N_("Post-graduation stream"),
    "stream_temporary_foreign_worker": N_("Temporary foreign worker stream"),
    "credential_none": N_("Canadian credential: none entered"),
    "credential_met": N_("Canadian credential, clause {clause}"),
    "credential_undetermined": N_("Canadian credential: facts are missing"),
    "credential_not_met": N_("Canadian credential: does not qualify"),
    "occupation_level": N_("In {levels}"),
    "restricted_occupation": N_("No restricted occupation"),
    "lead_statement_met": N_("Lead statement performed"),
    "lead_statement_assumed": N_("Lead statement performed: to confirm"),
    "lead_statement_no_work": N_("Lead statement: no work entered"),
    "lead_statement_not_met": N_("Lead statement not performed"),
    "main_duties_met": N_("Main and all essential duties"),
    "main_duties_assumed": N_("Main and all essential duties: to confirm"),
    "main_duties_no_work": N_("Main duties: no work entered"),
    "main_duties_not_met": N_("Main duties not performed"),
    "language_none": N_("Approved test: none entered"),
    "language_none_held": N_("Approved test: none holds on this day"),
    "language_met": N_("Approved test, four abilities"),
    "language_met_undated": N_("Approved test, four abilities"),
    "language_not_met": N_("Approved test: level not reached"),
    "language_not_met_undated": N_("Approved test: level not reached"),
    "language_undetermined": N_("Approved test: not settled"),
    "language_undetermined_undated": N_("Approved test: not settled"),
    "language_level_no_work": N_("Language level: no work counts"),
    "language_level_open": N_("Language level: hangs on the occupation"),
    "language_level_by_level": N_("CLB/NCLC {clb} for the main level"),
    "language_level_by_occupation": N_("CLB/NCLC {clb} for main occupation {main}"),
    "study_excluded": N_("No full-time study during work"),
    "study_excluded_days": NP_("Full-time study left out: {n} day", "Full-time study left out: {n} days"),
    "study_excluded_open": NP_("Full-time study: {n} day not known", "Full-time study: {n} days not known"),
    "self_employment_excluded": N_("No self-employed or unauthorized work"),
    "self_employment_excluded_days": NP_(
        "Self-employed or unauthorized work left out: {n} day",
        "Self-employed or unauthorized work left out: {n} days",
    ),
    "self_employment_excluded_open": NP_(
        "Self-employed or unauthorized work: {n} day not known",
        "Self-employed or unauthorized work: {n} days not known",
    ),
    "temporary_status": N_("Temporary resident while working"),
    "temporary_status_days": NP_(
        "Work without status left out: {n} day", "Work without status left out: {n} days"
    ),
    "temporary_status_open": NP_(
        "Temporary resident: {n} day not known", "Temporary resident: {n} days not known"
    ),
    "study_status_met": N_("Temporary resident during full-time study"),
    "study_status_not_met": N_("No status during full-time study"),
    "study_status_undetermined": N_("Status during full-time study: not known"),
    "designated_test_met": N_("Designated test within its age"),
    "designated_test_not_met": N_("No designated test within its age"),
    "designated_test_undetermined": N_("Day of the test result is missing"),
    "without_excluded_occupations_met": N_("Qualifies without the excluded occupations"),
    "without_excluded_occupations_not_met": N_("Does not qualify without the excluded occupations"),
    "without_excluded_occupations_undetermined": N_("Excluded occupations: facts are missing"),
    "no_invitation_yet": N_("no invitation entered"),
    "invitation_class_met": N_("Invited for this class"),
    "invitation_class_not_met": N_("Invited for another class"),
    "invitation_class_undetermined": N_("Class of the invitation not entered"),
    "invitation_day_not_known": N_("Day of the invitation not entered"),
    "invitation_issued_met": N_("Invited on {day}"),
    "invitation_in_time_met": N_("In time to answer: last day {last}"),
    "invitation_in_time_not_met": N_("Too late to answer: last day was {last}"),
    "member_at_invitation_met": N_("Member on the day of the invitation"),
    "member_at_invitation_not_met": N_("Not a member on the day of the invitation"),
    "member_at_invitation_undetermined": N_("Day of the invitation: undetermined"),
    "member_at_application_met": N_("Member on the day of the application"),
    "member_at_application_not_met": N_("Not a member on the day of the application"),
    "member_at_application_undetermined": N_("Day of the application: undetermined"),
}
_WORK: Final = {
    # weeks asked, months of the window
    (52, 36): N_("One year of work in three"),
    (52, 24): N_("One year of work in two"),
    (104, 36): N_("Two years of work in three"),
}


def short_text(finding: Finding, on: date, book: RuleBook, words: Words) -> str:
    """A condition in a few words; one without a short form in its whole sentence."""
    if finding.id == "work_experience":
        version = book.version_on(on)
        streams = version.streams if version is not None else ()
        for stream in streams:
            if stream.citation == finding.citation and (stream.weeks, stream.window_months) in _WORK:
                return words(_WORK[stream.weeks, stream.window_months])
    return short_message(finding.message, words)


def short_message(message: Message, words: Words) -> str:
    """The short form of a message, else its sentence."""
    short = _SHORT.get(message.id)
    if short is None:
        return words.message(message)
    arguments = dict(message.args)
    if isinstance(short, str):
        return words(short, **arguments)
    number = arguments.pop("n", 0)
    return words.plural(*short, number if isinstance(number, int) else 0, **arguments)


def intake_text(intake: Intake, words: Words) -> str:
    """Intake in one line: what stands in its way, or that nothing does."""
    _ = words
    for outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED):
        if intake.outcome is outcome:
            first = next((each for each in intake.conditions if each.outcome is outcome), None)
            what = short_message(first.message, words) if first else _("undetermined")
            return _("Intake: {what}", what=what)
    if intake.respond_by is not None:
        return _("Intake: apply by {day}", day=intake.respond_by)
    return _("Intake: would be taken in")
