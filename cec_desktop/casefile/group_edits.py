"""Edits of several entries at once: one step each, however many entries they touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cec_desktop.casefile.edits import SPLITTABLE, Edit
from cec_desktop.casefile.item_names import edit_of_item, sentence_of_list
from cec_desktop.casefile.items import find_item
from cec_desktop.casefile.joining import join_periods, why_not_joined
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import CaseFileError, EditRefused, Problem
from cec_desktop.casefile.reading import case_from_raw, case_to_raw

RawCase = dict[str, Any]

JOINABLE = SPLITTABLE
"""Lists whose periods can be joined again, which are those whose periods can be cut."""


def together(name: Message, edits: Sequence[Edit], merge_key: str | None = None) -> Edit:
    """Several edits as one, made in their order; a single one keeps its own name."""
    if len(edits) == 1:
        return edits[0]

    def change(case: CaseFile) -> CaseFile:
        for edit in edits:
            case = edit.change(case)
        return case

    return Edit(name, change, merge_key, edits[-1].target if edits else None)


def join_items(list_name: str, item_ids: Sequence[str]) -> Edit:
    """Make one period of several: from the first day of the earliest to the last day of the latest.

    The earliest stays, with its id; what pointed at the others points at it. Leaves and rows of hours are
    kept, and those a cut had parted become one again.

    Raises (by its change):
        EditRefused: the entries differ in more than their days, or days lie between them.
    """

    def change(case: CaseFile) -> CaseFile:
        raw = case_to_raw(case)
        entries: list[RawCase] = raw[list_name]
        wanted = [entry for entry in entries if entry.get("id") in item_ids]
        wanted.sort(key=lambda entry: str(entry.get("start") or ""))
        place = f"{list_name}[{entries.index(wanted[0])}]" if wanted else list_name
        reason = _refusal(list_name, wanted)
        if reason is not None:
            raise EditRefused([Problem(place, reason)])
        first = wanted[0]
        gone = {str(entry["id"]) for entry in wanted[1:]}
        raw[list_name] = [
            join_periods(wanted) if entry is first else entry
            for entry in entries
            if entry.get("id") not in gone
        ]
        _point_anew(raw, list_name, gone, first["id"])
        try:
            return case_from_raw(raw)
        except CaseFileError as error:
            raise EditRefused(error.problems) from None

    name = sentence_of_list("join", list_name)

    def describe(case: CaseFile) -> Message:
        return edit_of_item(name, find_item(case, list_name, item_ids[0]))

    return Edit(name, change, target=(list_name, item_ids[0]), describe=describe)


def _refusal(list_name: str, wanted: Sequence[RawCase]) -> Message | None:
    if list_name not in JOINABLE or len(wanted) < 2:
        return message("cannot_join")
    return why_not_joined(wanted)


def _point_anew(raw: RawCase, list_name: str, gone: set[str], to: str) -> None:
    """Let history entries that pointed at a period that is gone point at the one it went into."""
    if list_name != "jobs":
        return
    for entry in raw.get("history", ()):
        if entry.get("job") in gone:
            entry["job"] = to
