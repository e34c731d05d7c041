"""What a person can do to a client file: one pure function per thing, each giving an :class:`Edit`.

An edit is applied to the frozen file as it is and gives a new one, checked as a whole; one that would make an
unsound file is refused with the same problems reading would list. Lists are named as in ``items.py``.
Values may be given as the model's own or as the format's plain ones, so that what a person typed is refused
in the same words. Leaves and hours rows are changed through their job.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from cec_desktop.casefile.dates import Edge, YearMonth
from cec_desktop.casefile.fields import number_to_json
from cec_desktop.casefile.item_names import edit_of_item, sentence_of_list
from cec_desktop.casefile.items import find_item, identified, item_index, random_id
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile, Item, Period, Value
from cec_desktop.casefile.reading import (
    CaseFileError,
    EditRefused,
    Problem,
    case_from_raw,
    case_to_raw,
)
from cec_desktop.casefile.splitting import can_split, split_period

RawCase: TypeAlias = dict[str, Any]

SPLITTABLE = ("statuses", "jobs", "absences", "history", "spouse.statuses", "spouse.jobs", "spouse.history")
"""Lists whose periods can be cut at a day; a study has one credential, which cannot be halved."""

_JOB_FIELDS = {
    "change_hours": {"hours_per_week", "hours"},
    "change_leaves": {"leaves"},
    "change_occupation": {"noc", "noc_also"},
}
_CASE_FIELDS = {
    "destination": "change_destination",
    "notes": "change_notes",
    "invitation": "change_invitation",
    "application": "change_application",
    "profile": "change_profile",
    "nomination": "change_nomination",
    "job_offer": "change_job_offer",
    "spouse": "change_spouse",
    "funds": "change_funds",
    "office": "change_office",
    "file_number": "change_file_number",
    "client": "change_client",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One change with its name, a sentence for the menu.

    Edits of the same non-null ``merge_key`` within a while are one undo step. ``target`` is the list and id
    of the entry to show afterwards, if there is one.
    """

    name: Message
    change: Callable[[CaseFile], CaseFile]
    merge_key: str | None = None
    target: tuple[str, str] | None = None
    describe: Callable[[CaseFile], Message] | None = None

    def name_in(self, case: CaseFile) -> Message:
        """The name with the entry it is about, as the file has it before the change: *Move job: Harbour*."""
        return self.name if self.describe is None else self.describe(case)


def add_item(list_name: str, item: Item) -> Edit:
    """Add an entry at the end of a list; it gets an id if it has none. A spouse's list makes the spouse."""
    plain = _plain(item)

    def put(raw: RawCase) -> None:
        _entries(raw, list_name).append(plain)

    return Edit(sentence_of_list("add", list_name), _changing(put), target=(list_name, plain["id"]))


def change_item(list_name: str, item_id: str, merge_key: str | None = None, **changes: object) -> Edit:
    """Set fields of an entry; its id never changes."""
    verb = next((name for name, fields in _JOB_FIELDS.items() if changes and fields >= changes.keys()), None)
    name = message(verb) if verb else sentence_of_list("change", list_name)
    plain = _plain_fields({field: value for field, value in changes.items() if field != "id"})
    change = _changing_item(list_name, item_id, lambda item: item.update(plain))
    return Edit(name, change, merge_key, (list_name, item_id), _naming(name, list_name, item_id))


def move_period(
    list_name: str, item_id: str, start: Edge | None, end: Edge | None, merge_key: str | None = None
) -> Edit:
    """Set both ends of a period; ``end`` None goes on. Leaves and hours keep their own days."""
    edges = _plain_fields({"start": start, "end": end})

    def change(item: RawCase) -> None:
        # An end that was absent and stays open remains absent.
        item.update({name: edge for name, edge in edges.items() if edge != item.get(name)})

    def describe(case: CaseFile) -> Message:
        item = find_item(case, list_name, item_id)
        return edit_of_item(_move_name(list_name, item, start, end), item)

    name = sentence_of_list("move", list_name)
    return Edit(name, _changing_item(list_name, item_id, change), merge_key, (list_name, item_id), describe)


def remove_item(list_name: str, item_id: str) -> Edit:
    """Delete an entry, and what points at it.

    A credential forgets its study; a history entry that only points at a job or study goes with it.
    """

    def change(case: CaseFile) -> CaseFile:
        index = item_index(case, list_name, item_id)

        def drop(raw: RawCase) -> None:
            del _entries(raw, list_name)[index]
            _forget(raw, list_name, item_id)

        return _changed(case, drop)

    name = sentence_of_list("remove", list_name)
    return Edit(name, change, describe=_naming(name, list_name, item_id))


def duplicate_item(list_name: str, item_id: str) -> Edit:
    """Put a copy of an entry after it, under an id of its own."""
    new_id = random_id()

    def change(case: CaseFile) -> CaseFile:
        index = item_index(case, list_name, item_id)

        def put(raw: RawCase) -> None:
            entries = _entries(raw, list_name)
            entries.insert(index + 1, {**entries[index], "id": new_id})

        return _changed(case, put)

    name = sentence_of_list("duplicate", list_name)
    return Edit(name, change, target=(list_name, new_id), describe=_naming(name, list_name, item_id))


def split_item(list_name: str, item_id: str, on: date) -> Edit:
    """Cut a period in two: the first ends the day before ``on``, the second, with a new id, starts on it.

    What points at the entry keeps pointing at the first part.
    """
    new_id = random_id()

    def change(case: CaseFile) -> CaseFile:
        index = item_index(case, list_name, item_id)

        def cut(raw: RawCase) -> None:
            entries = _entries(raw, list_name)
            _refuse_split(f"{list_name}[{index}]", list_name, entries[index], on)
            first, second = split_period(entries[index], on)
            entries[index : index + 1] = [first, {**second, "id": new_id}]

        return _changed(case, cut)

    name = sentence_of_list("split", list_name)
    return Edit(name, change, target=(list_name, new_id), describe=_naming(name, list_name, item_id))


def set_application_date(day: date | None, merge_key: str | None = None) -> Edit:
    """Set the day the application is, or will be, made; None: not known."""
    name = message("clear_application_date") if day is None else message("set_application_date", day=day)
    plain = _plain_fields({"application_date": day})
    return Edit(name, _changing(lambda raw: raw.update(plain)), merge_key)


def change_client(merge_key: str | None = None, **changes: object) -> Edit:
    """Set fields of the client."""
    return change_part("client", merge_key, **changes)


def change_part(part: str, merge_key: str | None = None, **changes: object) -> Edit:
    """Set fields of one of the file's single objects; one that is not there is made.

    They are ``client``, ``spouse``, ``application``, ``invitation``, ``profile``, ``nomination``,
    ``job_offer`` and ``funds``.
    """
    plain = _plain_fields(changes)

    def change(raw: RawCase) -> None:
        raw[part] = {**(raw.get(part) or {}), **plain}

    return Edit(message(_CASE_FIELDS[part]), _changing(change), merge_key)


def change_case(merge_key: str | None = None, **changes: object) -> Edit:
    """Set fields of the file itself: the destination, the notes, a whole object, or None where it goes."""
    names = {_CASE_FIELDS.get(field, "change_file") for field in changes}
    name = message(names.pop() if len(names) == 1 else "change_file")
    plain = _plain_fields(changes)
    return Edit(name, _changing(lambda raw: raw.update(plain)), merge_key)


def _naming(name: Message, list_name: str, item_id: str) -> Callable[[CaseFile], Message]:
    return lambda case: edit_of_item(name, find_item(case, list_name, item_id))


def _changing_item(
    list_name: str, item_id: str, change: Callable[[RawCase], None]
) -> Callable[[CaseFile], CaseFile]:
    def apply(case: CaseFile) -> CaseFile:
        index = item_index(case, list_name, item_id)
        return _changed(case, lambda raw: change(_entries(raw, list_name)[index]))

    return apply


def _changing(change: Callable[[RawCase], None]) -> Callable[[CaseFile], CaseFile]:
    return lambda case: _changed(case, change)


def _changed(case: CaseFile, change: Callable[[RawCase], None]) -> CaseFile:
    raw = case_to_raw(case)
    change(raw)
    try:
        return case_from_raw(raw)
    except CaseFileError as error:
        raise EditRefused(error.problems) from None


def _entries(raw: RawCase, list_name: str) -> list[RawCase]:
    *holders, name = list_name.split(".")
    for holder in holders:
        if raw.get(holder) is None:
            raw[holder] = {}
        raw = raw[holder]
    entries: list[RawCase] = raw.setdefault(name, [])
    return entries


def _move_name(list_name: str, item: Item, start: Edge | None, end: Edge | None) -> Message:
    old = (item.start, item.end) if isinstance(item, Period) else (None, None)
    if old[0] == start and old[1] != end:
        return message("move_end")
    if old[1] == end and old[0] != start:
        return message("move_start")
    return sentence_of_list("move", list_name)


def _forget(raw: RawCase, list_name: str, item_id: str) -> None:
    *holders, name = list_name.split(".")
    for holder in holders:
        raw = raw[holder]
    field = {"jobs": "job", "studies": "study"}.get(name)
    if field is None:
        return
    for entry in raw.get("education", ()):
        if field == "study" and entry.get("study") == item_id:
            del entry["study"]
    if "history" in raw:
        kept = [_forgetting(entry, field, item_id) for entry in raw["history"]]
        raw["history"] = [entry for entry in kept if entry is not None]


def _forgetting(entry: RawCase, field: str, item_id: str) -> RawCase | None:
    if entry.get(field) != item_id:
        return entry
    if entry.get("start") is None and entry.get("end") is None:
        return None
    return {name: value for name, value in entry.items() if name != field}


def _refuse_split(place: str, list_name: str, period: RawCase, on: date) -> None:
    if list_name not in SPLITTABLE:
        raise EditRefused([Problem(place, message("cannot_split"))])
    if not can_split(period, on):
        raise EditRefused([Problem(place, message("split_outside", day=on))])


def _plain_fields(changes: Mapping[str, object]) -> RawCase:
    return {name: _plain(value) for name, value in changes.items()}


def _plain(value: object) -> Any:  # noqa: ANN401 - a JSON value
    """A value as the format writes it; entries of lists get ids."""
    if isinstance(value, Value):
        return identified(value).model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return _plain_fields(value)
    if isinstance(value, date | YearMonth):
        return value.isoformat()
    return number_to_json(value) if isinstance(value, Decimal) else value
