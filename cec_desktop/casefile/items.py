"""Entries of a file's lists: their ids, where they stand, and how to find them.

A list is named as the format names it, ``jobs`` or ``spouse.jobs``.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import TypeVar

from cec_desktop.casefile.model import CaseFile, Item, Value

T = TypeVar("T")
ValueT = TypeVar("ValueT", bound=Value)
NewId = Callable[[], str]


class NoSuchItemError(LookupError):
    """A list has no entry of that id, or a file has no such list."""


def random_id() -> str:
    """An id that no other entry has: 40 random bits as text."""
    return secrets.token_hex(5)


def with_ids(case: CaseFile, new_id: NewId = random_id) -> CaseFile:
    """The file with an id on every entry of every list; ids already given stay as they are."""
    return _with_ids(case, new_id)


def identified(value: ValueT, new_id: NewId = random_id) -> ValueT:
    """A part of a file with an id on itself, if it is an entry of a list, and on every entry inside it."""
    return next(_each_with_id((value,), new_id))


def items_of(case: CaseFile, list_name: str) -> tuple[Item, ...]:
    """The entries of a list; none where the person of the list is not there.

    Raises:
        NoSuchItemError: the format has no such list.
    """
    value: object = case
    for name in list_name.split("."):
        if value is None:
            return ()
        if not isinstance(value, Value) or name not in type(value).model_fields:
            raise NoSuchItemError(list_name)
        value = getattr(value, name)
    if not isinstance(value, tuple):
        raise NoSuchItemError(list_name)
    return tuple(item for item in value if isinstance(item, Item))


def find_item(case: CaseFile, list_name: str, item_id: str) -> Item:
    """The entry of an id.

    Raises:
        NoSuchItemError: there is none.
    """
    return items_of(case, list_name)[item_index(case, list_name, item_id)]


def item_index(case: CaseFile, list_name: str, item_id: str) -> int:
    """The position of the entry of an id in its list.

    Raises:
        NoSuchItemError: there is none.
    """
    for index, item in enumerate(items_of(case, list_name)):
        if item.id == item_id:
            return index
    raise NoSuchItemError(f"{list_name}: {item_id}")


def item_place(case: CaseFile, list_name: str, item_id: str) -> str:
    """The place of the entry of an id: ``jobs[1]``.

    Raises:
        NoSuchItemError: there is none.
    """
    return f"{list_name}[{item_index(case, list_name, item_id)}]"


def _with_ids(value: ValueT, new_id: NewId) -> ValueT:
    changes: dict[str, object] = {}
    for name in type(value).model_fields:
        old = getattr(value, name)
        if isinstance(old, Value):
            new: object = _with_ids(old, new_id)
        elif isinstance(old, tuple):
            new = tuple(_each_with_id(old, new_id))
        else:
            continue
        if new != old:
            changes[name] = new
    return value.model_copy(update=changes) if changes else value


def _each_with_id(entries: tuple[T, ...], new_id: NewId) -> Iterator[T]:
    taken = {entry.id for entry in entries if isinstance(entry, Item)}
    for entry in entries:
        if not isinstance(entry, Value):
            yield entry
            continue
        inner = _with_ids(entry, new_id)
        if isinstance(inner, Item) and inner.id is None:
            given = next(candidate for candidate in iter(new_id, None) if candidate not in taken)
            taken.add(given)
            inner = inner.model_copy(update={"id": given})
        yield inner
