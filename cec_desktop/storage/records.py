"""The plain values that go into a casebook and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cec_desktop.casefile.message import Message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.storage.difference import Change


class Filter(StrEnum):
    """Where the client files of a list are kept; archived and binned ones only where they are named."""

    ALL = "all"
    """Active and archived ones; the bin is never part of it."""
    ACTIVE = "active"
    ARCHIVED = "archived"
    BIN = "bin"


class Sort(StrEnum):
    """The order of a list; what has no date comes last."""

    NEXT_DATE = "next_date"
    NAME = "name"
    NUMBER = "number"
    OUTCOME = "outcome"
    EARLIEST = "earliest"
    EXPIRY = "expiry"
    CHANGED = "changed"
    OPENED = "opened"


class Kind(StrEnum):
    """The kind of an operation in the history."""

    CREATED = "created"
    IMPORTED = "imported"
    DUPLICATED = "duplicated"
    EDITED = "edited"
    UNDONE = "undone"
    REDONE = "redone"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    BINNED = "binned"
    RESTORED = "restored"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What the rules said of a file: kept for the list.

    ``outcome`` is the word of membership on ``assessed_on``; ``next_on`` the next date that matters and
    ``next_words`` what it is. ``expires_on`` is the day on which the first of what the client holds ends,
    and ``expires_words`` what that is. ``rule_pack`` and ``computed_on`` tell when it is stale.
    """

    outcome: str
    assessed_on: date
    earliest: date | None
    last: date | None
    next_on: date | None
    next_words: Message | None
    rules_id: str | None
    rule_pack: str
    computed_on: date
    expires_on: date | None = None
    expires_words: Message | None = None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What else the client files of a list have in common; None asks nothing."""

    outcome: str | None = None
    """The word of their outcome."""
    until: date | None = None
    """The last day on which their next date or their next expiry may be."""
    tag: str | None = None


ANY = Narrowing()


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A client file as the list shows it; ``outcome`` is None until it has been assessed."""

    case_id: str
    file_number: str
    family_name: str
    given_names: str | None
    outcome: OutcomeRecord | None
    changed_at: datetime
    opened_at: datetime | None
    archived_on: date | None
    binned_on: date | None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A client file as stored; ``revision`` counts its changes and guards against overwriting."""

    case_id: str
    revision: int
    case: CaseFile


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the history; ``name`` and ``changes`` are None once the client file is deleted."""

    sequence: int
    case_id: str
    at: datetime
    author: str
    machine: str
    kind: Kind
    name: Message | None
    changes: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many client files there are, by where they are kept."""

    active: int
    archived: int
    binned: int
