"""The summary a client is handed: one file and what the rules say of it, as blocks of words."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Document, Letterhead, Strip, StripField
from cec_desktop.reports.content.dates import date_blocks
from cec_desktop.reports.content.findings import condition_blocks, intake_blocks
from cec_desktop.reports.content.language import language_blocks
from cec_desktop.reports.content.names import client_name
from cec_desktop.reports.content.notes import (
    advisory_blocks,
    closing,
    designated,
    not_assessed_blocks,
    question_blocks,
)
from cec_desktop.reports.content.speaker import Speaker, clipped, languages_of
from cec_desktop.reports.content.timeline import timeline_blocks
from cec_desktop.reports.content.verdict import rules_paragraph, verdict_of
from cec_desktop.reports.content.work import job_numbers, work_blocks
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.rules.findings import Assessment
from cec_desktop.rules.rulebook import RuleBook, load_rulebook

_NAME = 90


def summary_document(
    case: CaseFile,
    assessment: Assessment,
    *,
    language: str,
    office: OfficeDetails,
    prepared_on: date,
    book: RuleBook | None = None,
    letters_missing: bool = False,
) -> Document:
    """The whole summary in order: the answer first, then the reasons.

    ``language`` is ``en``, ``fr`` or ``both``; with both, the client's preferred language leads.
    ``letters_missing``: some words of the file cannot be printed, and that is said.

    Raises:
        ValueError: the language is none of these.
    """
    speaker = Speaker(languages_of(language, case.client.preferred_language))
    book = book or load_rulebook()
    numbers = job_numbers(case)
    client = clipped(client_name(case.client), _NAME)
    return Document(
        languages=speaker.languages,
        title=speaker.say(lambda _: _("Eligibility summary")),
        subject=speaker.joined(lambda _: _("File {number}", number=case.file_number)),
        client=client,
        letterhead=Letterhead(clipped(office.firm), clipped(office.contact), office.logo),
        foot_left=f"{case.file_number} · {client} · {prepared_on}",
        foot_middle=_responsible(office, speaker),
        prepared_on=prepared_on,
        blocks=(
            _strip(case, assessment, client, prepared_on, speaker),
            verdict_of(assessment, speaker),
            rules_paragraph(assessment, speaker),
            *timeline_blocks(case, assessment, book, numbers, speaker),
            *condition_blocks(assessment, speaker),
            *work_blocks(case, assessment, numbers, speaker),
            *language_blocks(case, assessment, book, speaker),
            *intake_blocks(assessment, speaker),
            *question_blocks(case, assessment, numbers, speaker),
            *advisory_blocks(assessment, speaker, letters_missing=letters_missing),
            *date_blocks(assessment, speaker),
            *not_assessed_blocks(speaker),
            closing(clipped(office.consultant), clipped(office.licence, 40), speaker),
        ),
    )


def printed_names(case: CaseFile, office: OfficeDetails) -> tuple[str, ...]:
    """Every text of the file and the firm that the summary prints as it was entered."""
    client = case.client
    texts = [client.family_name, client.given_names, case.file_number, case.destination]
    texts += [office.firm, office.contact, office.consultant, office.licence]
    for job in case.jobs:
        texts.append(job.employer or job.title)
    for study in case.studies:
        texts += [study.program, study.institution]
    return tuple(filter(None, texts))


def _responsible(office: OfficeDetails, speaker: Speaker) -> str:
    """Firm, consultant and licence for the foot of each page."""
    person = ", ".join(part for part in (office.consultant, designated(office.licence, speaker)) if part)
    return " · ".join(part for part in (office.firm, person) if part)


def _strip(case: CaseFile, assessment: Assessment, client: str, prepared_on: date, speaker: Speaker) -> Strip:
    say = speaker.say
    return Strip(
        (
            StripField(say(lambda _: _("Client")), client),
            StripField(say(lambda _: _("Born")), case.client.date_of_birth.isoformat()),
            StripField(say(lambda _: _("File")), clipped(case.file_number, 40)),
            StripField(say(lambda _: _day_label(_, case, assessment)), assessment.on.isoformat()),
            StripField(say(lambda _: _("Prepared")), prepared_on.isoformat()),
        )
    )


def _day_label(_: Words, case: CaseFile, assessment: Assessment) -> str:
    """The day is the application's, unless another one was asked about."""
    received = case.application.received_on if case.application else None
    if assessment.on in (received, case.application_date):
        return _.pgettext("date", "Application")
    return _("Day assessed")
