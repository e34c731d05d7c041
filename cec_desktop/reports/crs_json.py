"""The points of a file as plain values for other programs, by the names of the published format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.words import LANGUAGES, words
from cec_desktop.rules.crs.findings import CrsScore, Help, Step

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"

FORMAT: Final = "cec-crs"
VERSION: Final = 1


def crs_json(
    file_number: str, on: date, score: CrsScore | None, changes: Sequence[Help], steps: Sequence[Step]
) -> str:
    """One line of JSON: the ``crs`` object, what would help, and the score over time."""
    value = {
        "format": FORMAT,
        "version": VERSION,
        "file_number": file_number,
        "on": on.isoformat(),
        "crs": crs_object(score),
        "help": help_objects(changes),
        "over_time": step_objects(steps),
    }
    return json.dumps(value, ensure_ascii=False) + "\n"


def crs_object(score: CrsScore | None) -> dict[str, Value] | None:
    """The ``crs`` object; None before there were points.

    Numbers are the sure minimum; ``total_max`` and the ``max`` of a line are the other end.
    """
    if score is None:
        return None
    return {
        "rules": {"id": score.rules.id},
        "exact": score.exact,
        "reason": score.reason,
        "total": score.total,
        "total_max": score.total_max,
        "sections": {section.id: section.points for section in score.sections},
        "lines": [
            {"id": line.id, "points": line.points, "max": line.highest, "citation": line.citation}
            for line in score.lines
        ],
        "missing_facts": [
            {"place": fact.place, "id": fact.id, "text": _said(fact.message)} for fact in score.missing_facts
        ],
    }


def help_objects(changes: Sequence[Help]) -> list[dict[str, Value]]:
    """What would help, the greatest gain first."""
    return [
        {
            "ids": list(change.ids),
            "text": [_said(each) for each in change.changes],
            "gain": change.gain,
            "gain_max": change.highest,
            "effective": change.effective.isoformat(),
        }
        for change in changes
    ]


def step_objects(steps: Sequence[Step]) -> list[dict[str, Value]]:
    """The score over time, a step for each stretch of days with one score."""
    return [
        {
            "start": step.first.isoformat(),
            "end": step.last.isoformat(),
            "total": step.total,
            "total_max": step.total_max,
            "exact": step.exact,
            "reasons": [{"id": reason.id, "text": _said(reason)} for reason in step.reasons],
        }
        for step in steps
    ]


def _said(said: Message) -> dict[str, Value]:
    return {language: words(language).message(said) for language in LANGUAGES}
