"""The points of a file as readable text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import Words
from cec_desktop.reports.content.names import client_name
from cec_desktop.reports.content.speaker import clipped
from cec_desktop.reports.text_backend import wrapped
from cec_desktop.rules.crs.findings import CrsLine, CrsScore, CrsSection, Help, Step

MOST_CHANGES: Final = 15
"""Changes that are printed; the JSON has all."""

_INDENT: Final = "    "


def crs_text(
    case: CaseFile, on: date, score: CrsScore | None, changes: Sequence[Help], steps: Sequence[Step], _: Words
) -> str:
    """The score with its lines, what is missing, what would help, and the days on which it changes."""
    head = f"{clipped(case.file_number)} {clipped(client_name(case.client))}"
    if score is None:
        return "\n".join((head, _("There were no points before 2015-01-01."), ""))
    lines = [
        head,
        _(
            "Comprehensive Ranking System (CRS), {day}, rules of {rules}",
            day=on,
            rules=score.rules.in_force_from,
        ),
        _("Score: {points}", points=_points(_, score.total, score.total_max, score.maximum)),
        *(line for note in _notes(score) for line in wrapped(_.message(note), "", _INDENT)),
    ]
    for section in score.sections:
        if section.lines:
            lines += ["", *_section(section, _)]
    lines += [*_missing(score, _), *_helps(changes, _), *_steps(steps, _)]
    return "\n".join(lines) + "\n"


def _notes(score: CrsScore) -> Iterator[Message]:
    yield from score.notes
    yield from (advisory.message for advisory in score.advisories)


def _points(_: Words, least: int, most: int, maximum: int) -> str:
    if least == most:
        return _("{least} of {maximum}", least=least, maximum=maximum)
    return _("{least} to {most} of {maximum}", least=least, most=most, maximum=maximum)


def _section(section: CrsSection, _: Words) -> Iterator[str]:
    name = _.message(message(f"crs_section_{section.id}"))
    points = _points(_, section.points, section.highest, section.maximum)
    yield f"{name} ({points})"
    for line in section.lines:
        yield from wrapped(_line(line, _), _INDENT, 2 * _INDENT)


def _line(line: CrsLine, _: Words) -> str:
    return _(
        "{name}: {points} ({row}) {citation}",
        name=message(f"crs_line_{line.id}"),
        points=_points(_, line.points, line.highest, line.maximum),
        row=line.row,
        citation=_.citation(line.citation),
    )


def _missing(score: CrsScore, _: Words) -> Iterator[str]:
    if score.missing_facts:
        yield from ("", _("Facts that are missing"))
    for fact in score.missing_facts:
        said = _("{place}: {said}", place=fact.place, said=fact.message)
        yield from wrapped(said, _INDENT, 2 * _INDENT)


def _helps(changes: Sequence[Help], _: Words) -> Iterator[str]:
    if changes:
        yield from ("", _("What would help"))
    for change in changes[:MOST_CHANGES]:
        said = " + ".join(_.message(each) for each in change.changes)
        gain = f"+{change.gain}" if change.gain == change.highest else f"+{change.gain}–{change.highest}"
        text = _("{gain}: {said}, from {day}", gain=gain, said=said, day=change.effective)
        yield from wrapped(text, _INDENT, 2 * _INDENT)


def _steps(steps: Sequence[Step], _: Words) -> Iterator[str]:
    if steps:
        yield from ("", _("Score over time"))
    for step in steps:
        score = str(step.total) if step.total == step.total_max else f"{step.total}–{step.total_max}"
        why = ", ".join(_.message(reason) for reason in step.reasons)
        text = f"{step.first.isoformat()}  {score}"
        yield from wrapped(f"{text}  {why}" if why else text, _INDENT, 2 * _INDENT)
