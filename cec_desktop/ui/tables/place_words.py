"""A place of the file, ``jobs[1].end``, as the person knows it: by the names in tables and forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from cec_desktop.casefile.item_names import item_name
from cec_desktop.casefile.items import NoSuchItemError, items_of
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import Path, path_of
from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui.tables import record_kinds, whole_forms
from cec_desktop.ui.tables.spec import Group, rows_of

_WHOLE_FILE: Final = {
    "application_date": N_("Application date"),
    "spouse": N_("Spouse or partner"),
    "client": N_("Client"),
}


def place_words(place: str, case: CaseFile, words: Words) -> str:
    """The entry, the row in it where there is one, and the field; empty for the file as a whole."""
    path = path_of(place)
    list_name, at = _list_of(path)
    parts = []
    if list_name:
        labels = _labels().get(list_name, {})
        index = path[at] if at < len(path) else None
        parts += [words(_WHOLE_FILE["spouse"])] if list_name.startswith("spouse.") else []
        parts.append(_entry(list_name, index, case, words))
        rest = path[at + 1 :]
    else:
        labels, rest = _file_labels(), path
    parts += _fields(rest, labels, words)
    return ", ".join(filter(None, parts))


def _list_of(path: Path) -> tuple[str, int]:
    """The list a place lies in, and where in the path its position stands; no list: an empty name."""
    for length in (2, 1):
        name = ".".join(str(step) for step in path[:length])
        if name in record_kinds.BY_NAME and len(path) >= length:
            return name, length
    return "", 0


def _entry(list_name: str, index: str | int | None, case: CaseFile, words: Words) -> str:
    kind = record_kinds.BY_NAME[list_name]
    try:
        items = items_of(case, list_name)
    except NoSuchItemError:
        items = ()
    if not isinstance(index, int):
        return words(kind.title)
    if index >= len(items):
        return words(kind.new)
    name = item_name(items[index])
    called = words.value(name) if name is not None else words.number(index + 1)
    return f"{words(kind.entry)} {called}"


Label = tuple[str, str, Mapping[str, str]]
"""A field's words; where it holds rows, what a row is called and the words of its columns."""


def _fields(rest: Sequence[str | int], labels: Mapping[str, Label], words: Words) -> list[str]:
    names = [step for step in rest if isinstance(step, str)]
    for length in range(len(names), 0, -1):
        label = labels.get(".".join(names[:length]))
        if label is None:
            continue
        own, row, columns = label
        number = next((step for step in rest if isinstance(step, int)), None)
        if not row or number is None:
            return [words(own)]
        column = columns.get(names[length]) if len(names) > length else None
        return [words(row, n=number + 1), *([words(column)] if column else [])]
    return [words(_WHOLE_FILE[names[0]])] if names and names[0] in _WHOLE_FILE else []


def _labels_of(groups: Sequence[Group]) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for group in groups:
        for spec in group.fields:
            rows = rows_of(spec)
            columns = {column.name: column.label for column in rows.columns} if rows else {}
            found[spec.name.replace("program_class", "class")] = (
                spec.label,
                rows.row if rows else "",
                columns,
            )
    return found


@cache
def _labels() -> Mapping[str, Mapping[str, Label]]:
    return {name: _labels_of(kind.form) for name, kind in record_kinds.BY_NAME.items()}


@cache
def _file_labels() -> Mapping[str, Label]:
    found: dict[str, Label] = {}
    for _title, groups in whole_forms.FORMS.values():
        found |= _labels_of(groups)
    return found
