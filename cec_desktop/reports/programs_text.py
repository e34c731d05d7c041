"""The three classes of a file as readable text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import Words
from cec_desktop.reports.content.names import client_name, outcome_word
from cec_desktop.reports.content.speaker import clipped
from cec_desktop.reports.text_backend import wrapped
from cec_desktop.rules.findings import Finding
from cec_desktop.rules.programs.results import Program, Programs

_INDENT: Final = "    "


def programs_text(case: CaseFile, found: Programs, _: Words) -> str:
    """Which classes the client is in, then each class with its conditions and what is missing."""
    lines = [
        f"{clipped(case.file_number)} {clipped(client_name(case.client))}",
        _("Classes of Express Entry on {day}", day=found.on),
        _members(found, _),
    ]
    for program in found.programs:
        lines += ["", *_program(program, _)]
    return "\n".join(lines) + "\n"


def _members(found: Programs, _: Words) -> str:
    if not found.members:
        return _("The client is surely in none of the three classes.")
    names = tuple(message(f"program_{each}") for each in found.members)
    return _("The client is in: {classes}", classes=names)


def _program(program: Program, _: Words) -> Iterator[str]:
    yield _(
        "{name}: {outcome}",
        name=message(f"program_{program.id}"),
        outcome=outcome_word(_, program.outcome),
    )
    if program.rules is not None:
        yield _INDENT + _("Rules in force since {day}", day=program.rules.in_force_from)
    yield from _findings(program.conditions, _, 1)
    for fact in program.missing_facts:
        yield from wrapped(
            _("{place}: {said}", place=fact.place, said=fact.message), f"{_INDENT}? ", 2 * _INDENT
        )
    for advisory in program.advisories:
        yield from wrapped(_.message(advisory.message), f"{_INDENT}! ", 2 * _INDENT)


def _findings(findings: Iterable[Finding], _: Words, depth: int) -> Iterator[str]:
    """The tree of conditions with the facts they rest on."""
    for finding in findings:
        said = f"{outcome_word(_, finding.outcome)}: {_.message(finding.message)}"
        text = f"{said} {_.citation(finding.citation)}"
        yield from wrapped(text, depth * _INDENT, (depth + 1) * _INDENT)
        for fact in finding.facts:
            place = (depth + 1) * _INDENT
            yield from wrapped(
                _("{place}: {said}", place=fact.place, said=fact.value), place, place + _INDENT
            )
        yield from _findings(finding.conditions, _, depth + 1)
