"""The history: one row an operation, sealed under the client's key, chained over the ciphertext.

A row is added in the transaction of the change it tells of and never altered. Deleting a client file
destroys its key: what the rows say of the client is gone, and the chain still shows that no row was
added, taken out or changed. (Somebody who holds the passphrase could write a whole new chain.)
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cec_desktop.casefile.message import Message
from cec_desktop.storage.author import Author
from cec_desktop.storage.difference import Change, Json, changes_from_json, changes_to_json
from cec_desktop.storage.message_text import message_from_text, message_to_text
from cec_desktop.storage.records import Kind, Operation
from cec_desktop.storage.sealing import seal, unseal
from cec_desktop.storage.tables import HistoryRow

_START = bytes(32)


def add(
    session: Session,
    case_id: str,
    key: bytes | None,
    at: datetime,
    author: Author,
    kind: Kind,
    name: Message,
    changes: tuple[Change, ...],
) -> None:
    """Add one operation to the end of the chain; without a key nothing but the fact of it is kept."""
    last = session.execute(
        select(HistoryRow.sequence, HistoryRow.link).order_by(HistoryRow.sequence.desc()).limit(1)
    ).first()
    row = HistoryRow(
        sequence=last.sequence + 1 if last else 1,
        case_id=case_id,
        at=at,
        author=author.name,
        machine=author.machine,
        kind=kind,
    )
    content: Json = {"name": message_to_text(name), "changes": changes_to_json(changes)}
    row.sealed = seal(key, content, _heading(row)) if key else b""
    row.link = _link(last.link if last else _START, row)
    session.add(row)


def of_case(session: Session, case_id: str, key: bytes | None) -> tuple[Operation, ...]:
    """The operations on one client file, oldest first.

    Raises:
        ValueError: a row does not open with the key.
    """
    rows = session.scalars(
        select(HistoryRow).where(HistoryRow.case_id == case_id).order_by(HistoryRow.sequence)
    )
    return tuple(_operation(row, key) for row in rows)


def first_broken(session: Session) -> int | None:
    """The sequence number of the first row that does not follow from the one before; None when all do."""
    previous, expected = _START, 1
    for row in session.scalars(select(HistoryRow).order_by(HistoryRow.sequence)):
        if row.sequence != expected or row.link != _link(previous, row):
            return expected
        previous, expected = row.link, expected + 1
    return None


def _heading(row: HistoryRow) -> bytes:
    """What of a row stands in clear, in a form that no other row shares."""
    at = row.at.isoformat(timespec="microseconds")
    parts = (str(row.sequence), row.case_id, at, row.author, row.machine, row.kind)
    return b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)


def _link(previous: bytes, row: HistoryRow) -> bytes:
    return hashlib.sha256(previous + _heading(row) + row.sealed).digest()


def _operation(row: HistoryRow, key: bytes | None) -> Operation:
    name, changes = None, None
    if key and row.sealed:
        content = unseal(key, row.sealed, _heading(row))
        if not isinstance(content, dict):
            raise ValueError(content)
        name = message_from_text(str(content["name"]))
        changes = changes_from_json(content["changes"])
    return Operation(
        row.sequence, row.case_id, row.at, row.author, row.machine, Kind(row.kind), name, changes
    )
