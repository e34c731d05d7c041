"""What is wrong with a client file: a place, and a message without words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from cec_desktop.casefile.message import Message

Path: TypeAlias = "tuple[str | int, ...]"
"""Steps from the whole file to a value: field names, and positions in lists from 0."""

LONGEST_NAME = 60
_PLAIN_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_STEP = re.compile(r"\[(\d+)\]|\.?([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place, written ``jobs[2].end``; the place of the file as a whole is empty."""

    place: str
    message: Message


@dataclass(frozen=True, slots=True)
class Found:
    """A problem while its place is still a path."""

    path: Path
    message: Message


class CaseFileError(ValueError):
    """A text is no client file, or a file is not sound; ``problems`` holds every reason, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.place}: {problem.message.id}" for problem in self.problems))


class EditRefused(CaseFileError):  # noqa: N818 - it reads as what happened
    """An edit would make a file that is not sound; ``problems`` says where in the file it would be."""


def place_of(path: Path) -> str:
    """A path as people write it: ``spouse.jobs[0].start``."""
    return "".join(_step(step) for step in path).removeprefix(".")


def path_of(place: str) -> Path:
    """The path of a place that names known fields.

    Raises:
        ValueError: the text is not of the form :func:`place_of` writes.
    """
    steps, end = [], 0
    for match in _STEP.finditer(place):
        if match.start() != end:
            break
        end = match.end()
        steps.append(match[2] if match[1] is None else int(match[1]))
    if end != len(place):
        raise ValueError(place)
    return tuple(steps)


def in_file_order(raw: object, found: Iterable[Found]) -> tuple[Problem, ...]:
    """The problems in the order of the file, the first found of each place."""
    first: dict[Path, Found] = {}
    for each in found:
        first.setdefault(each.path, each)
    positions: dict[int, dict[str, int]] = {}
    ordered = sorted(first.values(), key=lambda each: _position(raw, each.path, positions))
    return tuple(Problem(place_of(each.path), each.message) for each in ordered)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_NAME.fullmatch(step):
        return f".{step}" if len(step) <= LONGEST_NAME else f".{step[:LONGEST_NAME]}…"
    return f"[{clipped(step)}]"


def clipped(text: str) -> str:
    """A text of the file as it may stand in a line: quoted, without line ends, not longer than a name."""
    short = text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + "…"
    return json.dumps(short, ensure_ascii=not short.isprintable())


def shown(value: object) -> str:
    """A value of the file as it may stand in a sentence; of lists and objects the brackets only."""
    if isinstance(value, str):
        return clipped(value)
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    return json.dumps(value, default=str)[:LONGEST_NAME]


def _position(raw: object, path: Path, positions: dict[int, dict[str, int]]) -> tuple[int, ...]:
    """Where a place stands; what is missing stands at the beginning of what should hold it."""
    order = []
    for step in path:
        if isinstance(raw, dict) and isinstance(step, str):
            if id(raw) not in positions:
                positions[id(raw)] = {name: at for at, name in enumerate(raw)}
            order.append(positions[id(raw)].get(step, -1))
            raw = raw.get(step)
        elif isinstance(raw, list) and isinstance(step, int):
            order.append(step)
            raw = raw[step] if step < len(raw) else None
        else:
            order.append(-1)
            raw = None
    return tuple(order)
