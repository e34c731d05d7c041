"""What is still to settle, what to note, and what was not assessed at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import N_, Words
from cec_desktop.reports.blocks import (
    UNPRINTED,
    Block,
    Closing,
    Heading,
    Mark,
    Notes,
    Paragraph,
    Run,
    Said,
)
from cec_desktop.reports.content.names import credential_name, name_of_test, status_name
from cec_desktop.reports.content.speaker import Phrase, Speaker, clipped, quiet, strong
from cec_desktop.rules.findings import Advisory, Assessment, MissingFact

_PLACE = re.compile(r"(\w+)\[(\d+)\]")

_LEAD = re.compile(r"([^:.]{3,24}?)\u00a0?: ")
"""The words a note begins with, up to an early colon: ``Close call: ``."""

_FIELDS = {
    "listening": N_("Listening"),
    "reading": N_("Reading"),
    "writing": N_("Writing"),
    "speaking": N_("Speaking"),
}

_TITLES = {
    "threshold_readings_differ": N_("Language threshold."),
    "vacation_over_two_weeks": N_("Vacation."),
    "foreign_employer": N_("Foreign employer."),
    "law_not_verified": N_("Law."),
    "noc_editions_differ": N_("Occupation."),
    "duties_to_confirm": N_("Duties."),
    "study_abroad": N_("Study abroad."),
    "closed_permit": N_("Work permit."),
    "physician_policy": N_("Physicians."),
    "caps_2013_2014": N_("Caps."),
    "invitation_90_days_2020": N_("Invitation."),
    "maintained_not_shown": N_("Maintained status."),
}
"""Leads of the advisories whose sentence has none of its own."""


def question_blocks(
    case: CaseFile, assessment: Assessment, numbers: dict[int, int], speaker: Speaker
) -> list[Block]:
    """The facts that are missing and would decide; none where nothing is."""
    facts = assessment.membership.missing_facts
    if not facts:
        return []
    items = tuple(_question(case, fact, numbers, speaker) for fact in facts)
    return [Heading(speaker.say(lambda _: _("Still to settle"))), Notes(Mark.QUESTION, items)]


def advisory_blocks(
    assessment: Assessment, speaker: Speaker, *, letters_missing: bool = False
) -> list[Block]:
    """What to know beside the verdict; each sentence once. Letters nobody can print are told first."""
    advisories = dict.fromkeys((*assessment.membership.advisories, *assessment.advisories))
    items = [_missing_letters(speaker)] if letters_missing else []
    items += [_advice(advisory, speaker) for advisory in advisories]
    if not items:
        return []
    return [Heading(speaker.say(lambda _: _("Please note"))), Notes(Mark.ADVISORY, tuple(items))]


def not_assessed_blocks(speaker: Speaker) -> list[Block]:
    """What this summary says nothing about."""
    return [
        Heading(speaker.say(lambda _: _("Not assessed"))),
        Paragraph(
            speaker.say(
                lambda _: _(
                    "Inadmissibility (security, human or international rights violations, criminality, "
                    "health, financial reasons), misrepresentation, the medical examination, and whether "
                    "the documents prove what is entered were not assessed."
                )
            )
        ),
    ]


def closing(consultant: str, licence: str, speaker: Speaker) -> Closing:
    """The disclaimer and the line to sign on."""
    designation = designated(licence, speaker)
    signer = [strong(consultant)] if consultant else []
    if designation:
        signer.append(quiet(f", {designation}") if signer else quiet(designation))
    return Closing(
        speaker.say(
            lambda _: quiet(
                _(
                    "This summary applies the regulation to the facts in the file. "
                    "It is not a decision; the officer decides."
                )
            )
        ),
        tuple(signer),
        speaker.say(lambda _: _("Date")),
    )


def designated(licence: str, speaker: Speaker) -> str:
    """The consultant's title and licence number: ``RCIC · CRIC R000000``."""
    if not licence:
        return ""
    return speaker.joined(lambda _: _("RCIC")) + f" {licence}"


def _question(case: CaseFile, fact: MissingFact, numbers: dict[int, int], speaker: Speaker) -> Said:
    def phrase(_: Words) -> Phrase:
        subject = _subject(_, case, fact.place, numbers)
        parts = [strong(f"{subject}. " if subject else ""), Run(_.message(fact.message))]
        if fact.hours:
            parts.append(quiet(" " + _("It decides {hours} hours.", hours=fact.hours)))
        return parts

    return speaker.say(phrase)


def _advice(advisory: Advisory, speaker: Speaker) -> Said:
    title = _TITLES.get(advisory.id)

    def phrase(_: Words) -> Phrase:
        text = _.message(advisory.message)
        if title:
            return [strong(f"{_(title)} "), text]
        lead = _LEAD.match(text)
        if lead is None:
            return text
        rest = text[lead.end() :]
        return [strong(f"{lead[1]}. "), rest[:1].upper() + rest[1:]]

    return speaker.say(phrase)


def _missing_letters(speaker: Speaker) -> Said:
    return speaker.say(
        lambda _: [
            strong(_("Letters.") + " "),
            _(
                "The typeface of this document lacks letters of some names of the file; they stand as "
                "{mark}. Enter such names in Latin letters, as in the passport.",
                mark=UNPRINTED,
            ),
        ]
    )


def _subject(_: Words, case: CaseFile, place: str, numbers: dict[int, int]) -> str:
    """What a place in the file is called on paper; empty where it is the file as a whole."""
    match = _PLACE.match(place)
    name = match[1] if match else place.split(".")[0]
    whole: dict[str, Callable[[], str]] = {
        "statuses": lambda: _("Status"),
        "jobs": lambda: _("Work"),
        "studies": lambda: _("Study"),
        "language_tests": lambda: _("Language"),
        "destination": lambda: _("Destination"),
        "absences": lambda: _("Absence"),
        "invitation": lambda: _("Invitation to apply"),
    }
    item = _item(_, case, name, int(match[2]), numbers) if match else ""
    field = _FIELDS.get(place.rpartition(".")[2])
    subject = item or whole.get(name, str)()
    return f"{subject}, {_(field).lower()}" if field and item else subject


def _item(_: Words, case: CaseFile, name: str, index: int, numbers: dict[int, int]) -> str:
    items = getattr(case, name, ())
    if not 0 <= index < len(items):
        return ""
    item = items[index]
    if name == "jobs":
        return _("Work {number}", number=numbers[index])
    if name == "statuses":
        return status_name(_, item.kind)
    if name == "studies":
        return clipped(item.program or credential_name(_, item.credential), 60)
    return name_of_test(_, item.test) if name == "language_tests" else ""
