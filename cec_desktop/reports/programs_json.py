"""The three classes of a file as plain values for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.words import LANGUAGES, Language, words
from cec_desktop.rules.findings import Advisory, Finding, MissingFact, RulesRef
from cec_desktop.rules.programs.results import Grid, Program, Programs

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
Object: TypeAlias = "dict[str, Value]"

FORMAT: Final = "cec-programs"
VERSION: Final = 1


def programs_json(file_number: str, found: Programs, language: Language) -> str:
    """One line of JSON; values of facts are in ``language``, sentences in both."""
    value = {
        "format": FORMAT,
        "version": VERSION,
        "file_number": file_number,
        "on": found.on.isoformat(),
        "projected": found.projected,
        "members": list(found.members),
        **{program.id: program_object(program, language) for program in found.programs},
    }
    return json.dumps(value, ensure_ascii=False) + "\n"


def program_object(program: Program, language: Language) -> Object:
    """One class: outcome, conditions, points where it has a grid, and what is missing."""
    return {
        "rules": _rules(program.rules),
        "outcome": program.outcome.value,
        "points": _grid(program.grid),
        "conditions": finding_objects(program.conditions, language),
        "missing_facts": [_placed(each) for each in program.missing_facts],
        "advisories": [_advisory(each) for each in program.advisories],
    }


def finding_objects(findings: Iterable[Finding], language: Language) -> Value:
    """The tree of conditions, as in the assessment."""
    return [
        {
            "id": finding.id,
            "citation": finding.citation,
            "outcome": finding.outcome.value,
            "text": said(finding.message),
            "facts": [
                {"place": fact.place, "value": words(language).message(fact.value)} for fact in finding.facts
            ],
            "conditions": finding_objects(finding.conditions, language),
        }
        for finding in findings
    ]


def said(each: Message) -> Object:
    """A sentence in both languages."""
    return {language: words(language).message(each) for language in LANGUAGES}


def _rules(rules: RulesRef | None) -> Value:
    if rules is None:
        return None
    return {
        "id": rules.id,
        "in_force_from": rules.in_force_from.isoformat(),
        "in_force_to": None if rules.in_force_to is None else rules.in_force_to.isoformat(),
        "verified_to": rules.verified_to.isoformat(),
    }


def _grid(grid: Grid | None) -> Value:
    if grid is None:
        return None
    return {
        "total": grid.points,
        "total_max": grid.highest,
        "maximum": grid.maximum,
        "pass_mark": grid.pass_mark,
        "factors": [
            {"id": each.id, "points": each.points, "max": each.highest, "maximum": each.maximum}
            for each in grid.factors
        ],
    }


def _placed(fact: MissingFact) -> Object:
    return {"place": fact.place, "id": fact.id, "text": said(fact.message)}


def _advisory(advisory: Advisory) -> Object:
    return {"id": advisory.id, "text": said(advisory.message)}
