"""Days to keep: membership, the safe day, the right to work, the test, the invitation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Block, DatedLine, Dates, Heading, Line, Paragraph, Run, Said
from cec_desktop.reports.content.speaker import Speaker
from cec_desktop.rules.findings import Assessment

_Dated = tuple[date, Said]


def date_blocks(assessment: Assessment, speaker: Speaker) -> list[Block]:
    """The days in order, each once; below them how far the right to work carries."""
    days = sorted(_days(assessment, speaker), key=lambda dated: dated[0])
    rows = tuple(
        DatedLine(day, _together([said for _, said in group]))
        for day, group in groupby(days, key=lambda dated: dated[0])
    )
    blocks: list[Block] = [Heading(speaker.say(lambda _: _("Dates to keep")))]
    if rows:
        blocks.append(Dates(rows))
    blocks.append(Paragraph(speaker.say(lambda _: _bridge(_, assessment))))
    return blocks


def _days(assessment: Assessment, speaker: Speaker) -> Iterator[_Dated]:
    say = speaker.say
    dates, bridge, language = assessment.dates, assessment.bridge, assessment.membership.language
    if dates.earliest:
        yield dates.earliest, say(lambda _: _("Member of the class from this day"))
    if dates.safe:
        yield dates.safe, say(lambda _: _("Safe from this day: a full calendar year and two weeks to spare"))
    if dates.last:
        yield dates.last, say(lambda _: _("Last day as a member of the class"))
    if bridge.extend_by:
        yield bridge.extend_by, say(lambda _: _("Last day to apply to extend the right to work"))
    if bridge.authorized_until:
        yield bridge.authorized_until, say(lambda _: _("Last day of authorized work"))
    if language and language.valid_until:
        yield language.valid_until, say(lambda _: _("Last day the language results hold"))
    if assessment.intake.respond_by:
        yield assessment.intake.respond_by, say(lambda _: _("Last day to answer the invitation to apply"))


def _together(said: list[Said]) -> Said:
    """Several events of one day as one line in each language."""
    together = []
    for lines in zip(*said, strict=True):
        runs: list[Run] = []
        for line in lines:
            runs += [Run("; "), *_lowered(line)] if runs else line
        together.append(tuple(runs))
    return tuple(together)


def _lowered(line: Line) -> Line:
    """A sentence going on after another."""
    first, *others = line
    return (replace(first, text=first.text[:1].lower() + first.text[1:]), *others)


def _bridge(_: Words, assessment: Assessment) -> str:
    """How far the right to work carries, beside the dates it has to reach."""
    bridge = assessment.bridge
    if bridge.open_ended:
        return _("The right to work has no last day in the file.")
    if bridge.authorized_until is None and bridge.covers_application is False:
        return _("The file shows no right to work.")
    if bridge.authorized_until is None:
        return _("The file does not show how long the client may work.")
    return _("Right to work: {reach}.", reach="; ".join(_reach(_, assessment)))


def _reach(_: Words, assessment: Assessment) -> Iterator[str]:
    dates, bridge = assessment.dates, assessment.bridge
    if dates.earliest and bridge.covers_earliest is not None:
        yield _("covers the earliest date") if bridge.covers_earliest else _("ends before the earliest date")
    if dates.safe and bridge.covers_safe is not None:
        yield _("covers the safe date") if bridge.covers_safe else _("ends before the safe date")
    if bridge.covers_application:
        yield _("covers the day of the application")
    else:
        yield _("ends before the day of the application: extend it in time")
