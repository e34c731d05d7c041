"""What the rules say of a file as readable text, for a terminal: the summary's blocks and a full ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.i18n.words import Language, Words
from cec_desktop.reports.blocks import (
    Block,
    Heading,
    Mark,
    Notes,
    Paragraph,
    Said,
    Strip,
    StripField,
    text_of,
)
from cec_desktop.reports.content.dates import date_blocks
from cec_desktop.reports.content.findings import condition_blocks, intake_blocks
from cec_desktop.reports.content.language import language_blocks
from cec_desktop.reports.content.names import client_name, level_name
from cec_desktop.reports.content.notes import (
    advisory_blocks,
    closing,
    not_assessed_blocks,
    question_blocks,
)
from cec_desktop.reports.content.speaker import Speaker, clipped
from cec_desktop.reports.content.verdict import rules_paragraph, verdict_of
from cec_desktop.reports.content.work import job_numbers, sum_words
from cec_desktop.reports.text_backend import block_text, wrapped
from cec_desktop.rules.findings import Assessment, JobWork, WorkPeriod
from cec_desktop.rules.findings import Warning as FileWarning
from cec_desktop.rules.rulebook import load_rulebook

_INDENT: Final = "    "


def assessment_text(case: CaseFile, assessment: Assessment, language: Language) -> str:
    """The answer, its dates, the conditions, every job's periods and what is open, in one language."""
    speaker = Speaker([language])
    numbers = job_numbers(case)
    parts: list[Block | str] = [
        _strip(case, assessment, speaker),
        verdict_of(assessment, speaker),
        rules_paragraph(assessment, speaker),
        *question_blocks(case, assessment, numbers, speaker),
        *condition_blocks(assessment, speaker),
        *_ledger(case, assessment, numbers, speaker),
        *language_blocks(case, assessment, load_rulebook(), speaker),
        *intake_blocks(assessment, speaker),
        *advisory_blocks(assessment, speaker),
        *_warning_blocks(assessment, speaker),
        *date_blocks(assessment, speaker),
        *not_assessed_blocks(speaker),
        Paragraph(closing("", "", speaker).disclaimer),
    ]
    return _together(parts, language)


def headline(case: CaseFile, assessment: Assessment, language: Language) -> str:
    """One line: whose file, the answer with its day, and from when on."""
    speaker = Speaker([language])
    verdict, earliest = verdict_of(assessment, speaker), assessment.dates.earliest
    begins = message("list_from", day=earliest) if earliest else message("list_not_within")
    parts = (
        f"{clipped(case.file_number)} {clipped(client_name(case.client))}",
        " ".join(text_of(said[0]) for said in (verdict.title, *verdict.notes)),
        speaker.first.message(begins),
    )
    return " · ".join(parts)


def _strip(case: CaseFile, assessment: Assessment, speaker: Speaker) -> Strip:
    say = speaker.say
    return Strip(
        (
            StripField(say(lambda _: _("File")), clipped(case.file_number)),
            StripField(say(lambda _: _("Client")), clipped(client_name(case.client))),
            StripField(say(lambda _: _("Day assessed")), assessment.on.isoformat()),
        )
    )


def _warning_blocks(assessment: Assessment, speaker: Speaker) -> list[Block]:
    if not assessment.warnings:
        return []
    items = tuple(_warning(each, speaker) for each in assessment.warnings)
    return [Heading(speaker.say(lambda _: _("To check in the file"))), Notes(Mark.ADVISORY, items)]


def _warning(warning: FileWarning, speaker: Speaker) -> Said:
    return speaker.say(lambda _: _("{place}: {said}", place=warning.place, said=warning.message))


def _ledger(
    case: CaseFile, assessment: Assessment, numbers: dict[int, int], speaker: Speaker
) -> list[Block | str]:
    """Every job with its periods: hours counted, or why not."""
    heading = Heading(speaker.say(lambda _: _("Work counted")))
    if not numbers:
        return [heading, Paragraph(speaker.say(lambda _: _("No work is entered.")))]
    work = {job.index: job for job in assessment.membership.work}
    lines: list[str] = []
    for index, number in numbers.items():
        lines += _job_lines(speaker.first, number, case.jobs[index], work.get(index))
    lines += _sum_line(speaker.first, assessment)
    return [heading, "\n".join(lines) + "\n"]


def _sum_line(_: Words, assessment: Assessment) -> Iterator[str]:
    hours = assessment.membership.hours
    if hours is not None:
        rest = sum_words(_, assessment, hours)
        yield from wrapped(_("Counted: {hours} h ({rest})", hours=hours.counted, rest=rest), "", _INDENT)


def _job_lines(_: Words, number: int, job: Job, work: JobWork | None) -> Iterator[str]:
    name = clipped(job.employer or job.title or _("Employer not named"))
    if work is None:
        yield from wrapped(f"{number} {name}", "", _INDENT)
        return
    occupation = " · ".join(filter(None, (work.occupation.code, level_name(_, work.occupation))))
    total = _.plural(
        "{name}, {occupation}: {hours} h counted on {n} day",
        "{name}, {occupation}: {hours} h counted on {n} days",
        work.days,
        name=name,
        occupation=occupation,
        hours=work.hours,
    )
    yield from wrapped(f"{number} {total}", "", _INDENT)
    for period in work.periods:
        yield from wrapped(_period(_, period), _INDENT, 2 * _INDENT)


def _period(_: Words, period: WorkPeriod) -> str:
    span = _.message(message("window", first=period.start, last=period.end))
    if period.counts:
        return _("{span}: {hours} h", span=span, hours=period.hours)
    why = ", ".join(
        f"{_.message(message(f'reason_{reason.id}'))} ({_.citation(reason.citation)})"
        for reason in period.reasons
    )
    if not period.known:
        return _("{span}: not settled: {why}", span=span, why=why)
    return _("{span}: not counted: {why}", span=span, why=why)


def _together(parts: list[Block | str], language: Language) -> str:
    """Every part under its heading, an empty line before all others."""
    text, before = "", parts[0]
    for part in parts:
        gap = "" if not text or isinstance(before, Heading) else "\n"
        text += gap + (part if isinstance(part, str) else block_text(part, language))
        before = part
    return text
