"""The difference of two documents, small and good in both directions: what the history keeps of an edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Absent:
    """Stands where a document has no such field, which is not the same as null."""


ABSENT = Absent()
Side: TypeAlias = "Json | Absent"
Step: TypeAlias = "str | int"


@dataclass(frozen=True, slots=True)
class Change:
    """One place of a document, and what stood and stands there."""

    path: tuple[Step, ...]
    before: Side
    after: Side


def difference(before: Json, after: Json) -> tuple[Change, ...]:
    """The places where two documents differ.

    Lists of one length are compared entry by entry; a list that grew or shrank is one change.
    """
    return tuple(_walk((), before, after))


def forward(document: Json, changes: tuple[Change, ...]) -> Json:
    """The document with the changes made."""
    for change in changes:
        document = _put(document, change.path, change.after)
    return document


def backward(document: Json, changes: tuple[Change, ...]) -> Json:
    """The document with the changes taken back."""
    for change in reversed(changes):
        document = _put(document, change.path, change.before)
    return document


def changes_to_json(changes: tuple[Change, ...]) -> Json:
    """Changes as JSON; a side that is absent is left out."""
    rows: list[Json] = []
    for change in changes:
        sides = (("before", change.before), ("after", change.after))
        row: dict[str, Json] = {name: side for name, side in sides if not isinstance(side, Absent)}
        rows.append({"path": list(change.path), **row})
    return rows


def changes_from_json(raw: Json) -> tuple[Change, ...]:
    """The changes that :func:`changes_to_json` wrote.

    Raises:
        TypeError: the value is something else.
    """
    if not isinstance(raw, list):
        raise TypeError(raw)
    return tuple(_change(row) for row in raw)


def _change(row: Json) -> Change:
    if not (isinstance(row, dict) and isinstance(row.get("path"), list)):
        raise TypeError(row)
    path = tuple(step for step in _steps(row["path"]))
    return Change(path, row.get("before", ABSENT), row.get("after", ABSENT))


def _steps(raw: Json) -> Iterator[Step]:
    for step in raw if isinstance(raw, list) else []:
        if isinstance(step, bool) or not isinstance(step, str | int):
            raise TypeError(step)
        yield step


def _walk(path: tuple[Step, ...], before: Json, after: Json) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted(before.keys() | after.keys()):
            yield from _side((*path, name), before.get(name, ABSENT), after.get(name, ABSENT))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from _walk((*path, index), old, new)
    elif not _same(before, after):
        yield Change(path, before, after)


def _side(path: tuple[Step, ...], before: Side, after: Side) -> Iterator[Change]:
    if isinstance(before, Absent) or isinstance(after, Absent):
        yield Change(path, before, after)
    else:
        yield from _walk(path, before, after)


def _same(before: Json, after: Json) -> bool:
    # Python holds True == 1 and 1 == 1.0; a document does not.
    return type(before) is type(after) and before == after and not isinstance(before, list | dict)


def _put(document: Json, path: tuple[Step, ...], side: Side) -> Json:
    if not path:
        return None if isinstance(side, Absent) else side
    step, rest = path[0], path[1:]
    if isinstance(document, list) and isinstance(step, int):
        return [_put(item, rest, side) if index == step else item for index, item in enumerate(document)]
    if not (isinstance(document, dict) and isinstance(step, str)):
        raise TypeError(path)
    if not rest and isinstance(side, Absent):
        return {name: value for name, value in document.items() if name != step}
    return {**document, step: _put(document.get(step), rest, side)}
