"""Conditions of the class and of intake, as a tree laid out in rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cec_desktop.reports.blocks import Block, FindingRow, Findings, Heading, Paragraph, Said
from cec_desktop.reports.content.names import outcome_word
from cec_desktop.reports.content.speaker import Speaker
from cec_desktop.rules.findings import Assessment, Finding, Outcome


def condition_blocks(assessment: Assessment, speaker: Speaker) -> list[Block]:
    """Every condition of the class in the regulation's order."""
    return [
        Heading(speaker.say(lambda _: _("Conditions"))),
        Findings(
            speaker.say(lambda _: _("Result")),
            speaker.say(lambda _: _("Condition, as the regulation has it on {day}", day=assessment.on)),
            tuple(_rows(assessment.membership.conditions, speaker)),
        ),
    ]


def intake_blocks(assessment: Assessment, speaker: Speaker) -> list[Block]:
    """Whether the application would be taken in on the day."""
    intake = assessment.intake
    blocks: list[Block] = [Heading(speaker.say(lambda _: _("Intake of the application")))]
    if intake.conditions:
        result = speaker.say(lambda _: _("Result"))
        condition = speaker.say(lambda _: _("Condition of intake on {day}", day=assessment.on))
        blocks.append(Findings(result, condition, tuple(_rows(intake.conditions, speaker))))
    else:
        blocks.append(
            Paragraph(speaker.say(lambda _: _("No further condition of intake applied on this day.")))
        )
    return blocks


def _rows(findings: Iterable[Finding], speaker: Speaker, depth: int = 0) -> Iterator[FindingRow]:
    for finding in findings:
        outcome = finding.outcome
        text = speaker.found(finding.message, finding.citation)
        yield FindingRow(outcome, outcome_words(outcome, speaker), text, depth)
        yield from _rows(finding.conditions, speaker, depth + 1)


def outcome_words(outcome: Outcome, speaker: Speaker) -> Said:
    """The outcome of a condition in every language."""
    return speaker.say(lambda _: outcome_word(_, outcome))
