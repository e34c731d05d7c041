"""The history: who did what and when; it survives deletion, and deletion really deletes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import new_case
from cec_desktop.casefile.reading import case_to_raw
from cec_desktop.storage import history
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.difference import ABSENT, Change, Json, backward, forward
from cec_desktop.storage.errors import CasebookDamaged
from cec_desktop.storage.records import Kind
from cec_desktop.storage.sealing import seal, unseal
from cec_desktop.storage.tables import CaseKeyRow, HistoryRow
from tests.storage.clients import ANA, BEN, PASSPHRASE, Clock, client_file

EDIT = message("change_notes")


@pytest.fixture
def worked_in(casebook: Casebook) -> Casebook:
    """Two files; the first was edited twice."""
    other = new_case("2026-0043", "Li", date(1994, 2, 3)).model_copy(update={"notes": "sings in a choir"})
    casebook.add([client_file(), other], Kind.IMPORTED, message("case_imported"))
    case_id = casebook.id_of("2026-0042") or ""
    for note in ("moved to Halifax", "moved to Moncton"):
        stored = casebook.get(case_id)
        casebook.save(stored, stored.case.model_copy(update={"notes": note}), Kind.EDITED, EDIT)
    return casebook


def id_of(casebook: Casebook, number: str = "2026-0042") -> str:
    found = casebook.id_of(number)
    assert found
    return found


def test_every_change_says_who_made_it_where_when_and_what(path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA, now=Clock()) as casebook:
        casebook.add([client_file()], Kind.CREATED, message("case_created"))
    with Casebook.open(path, PASSPHRASE, BEN, now=Clock()) as casebook:
        case_id = id_of(casebook)
        stored = casebook.get(case_id)
        casebook.save(stored, stored.case.model_copy(update={"notes": None}), Kind.EDITED, EDIT)
        casebook.archive(case_id, date(2026, 11, 22), message("case_archived"))
        made, edited, archived = casebook.history(case_id)

    assert (made.author, made.machine, made.kind) == ("Ana Roy", "desk-1", Kind.CREATED)
    assert (edited.author, edited.machine, edited.kind) == ("Ben Côté", "desk-2", Kind.EDITED)
    assert edited.name == EDIT
    assert edited.changes == (Change(("notes",), "met at the Rideau clinic", None),)
    assert edited.at == datetime(2026, 11, 22, 9, 3, tzinfo=UTC)
    assert (archived.kind, archived.changes) == (Kind.ARCHIVED, ())


def test_the_history_gives_every_earlier_text_of_the_file(worked_in: Casebook) -> None:
    case_id = id_of(worked_in)
    made, first, second = (operation.changes or () for operation in worked_in.history(case_id))
    now: Json = case_to_raw(worked_in.get(case_id).case)

    once = backward(now, second)
    at_first = backward(once, first)

    assert isinstance(once, dict)
    assert once["notes"] == "moved to Halifax"
    assert at_first == case_to_raw(client_file())
    assert forward(None, made) == at_first
    assert backward(at_first, made) is None


def test_deletion_leaves_a_chain_that_holds_and_nothing_to_read(worked_in: Casebook) -> None:
    case_id = id_of(worked_in)
    with worked_in._read() as session:
        key = session.scalars(select(CaseKeyRow.key)).first()
    assert key
    assert worked_in.broken_history() is None

    worked_in.delete(case_id, message("case_deleted"))

    assert worked_in.broken_history() is None
    kinds = [operation.kind for operation in worked_in.history(case_id)]
    assert kinds == [Kind.IMPORTED, Kind.EDITED, Kind.EDITED, Kind.DELETED]
    assert {(each.name, each.changes) for each in worked_in.history(case_id)} == {(None, None)}
    dump = everything_stored(worked_in)
    for gone in (key, b"Okafor", b"okafor", b"adaeze", b"0042", b"northlight", b"Moncton", b"halifax"):
        assert gone not in dump
    assert b"choir" in dump, "the other client is still indexed"


def test_what_a_deleted_file_leaves_opens_with_no_other_key(worked_in: Casebook) -> None:
    worked_in.delete(id_of(worked_in), message("case_deleted"))
    with worked_in._read() as session:
        (other,) = session.scalars(select(CaseKeyRow.key))
        sealed = session.scalars(select(HistoryRow.sealed).where(HistoryRow.sequence == 1)).one()
    with pytest.raises(ValueError, match="not sealed"):
        unseal(other, sealed, b"")


def test_the_log_beside_the_file_keeps_nothing_of_a_deleted_client(worked_in: Casebook) -> None:
    worked_in.delete(id_of(worked_in), message("case_deleted"))
    assert worked_in.path.with_name(worked_in.path.name + "-wal").stat().st_size == 0


def test_the_history_cannot_be_changed_by_the_program(worked_in: Casebook) -> None:
    def change() -> None:
        with worked_in._write() as session:
            session.execute(update(HistoryRow).values(author="Somebody else"))

    def take_out() -> None:
        with worked_in._write() as session:
            session.execute(delete(HistoryRow))

    for act in (change, take_out):
        with pytest.raises((CasebookDamaged, DBAPIError)):
            act()
    assert worked_in.broken_history() is None


@pytest.mark.parametrize(
    ("tampering", "noticed_at"),
    [
        ("UPDATE history SET author = 'Somebody else' WHERE sequence = 2", 2),
        ("UPDATE history SET at = '2020-01-01T00:00:00.000000+00:00' WHERE sequence = 3", 3),
        ("UPDATE history SET sealed = x'00' WHERE sequence = 1", 1),
        ("UPDATE history SET case_id = 'another' WHERE sequence = 4", 4),
        ("DELETE FROM history WHERE sequence = 2", 2),
        ("UPDATE history SET sequence = 20 WHERE sequence = 4", 4),
    ],
)
def test_tampering_is_noticed(worked_in: Casebook, tampering: str, noticed_at: int) -> None:
    with worked_in._write() as session:
        connection = session.connection()
        for event in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER history_no_{event}")
        connection.exec_driver_sql(tampering)
    assert worked_in.broken_history() == noticed_at


def test_a_row_moved_to_another_place_does_not_open(worked_in: Casebook) -> None:
    with worked_in._write() as session:
        connection = session.connection()
        connection.exec_driver_sql("DROP TRIGGER history_no_update")
        connection.exec_driver_sql("UPDATE history SET author = 'Somebody else' WHERE sequence = 3")
    with pytest.raises(ValueError, match="not sealed"):
        worked_in.history(id_of(worked_in))


def test_what_was_sealed_must_be_an_operation(worked_in: Casebook) -> None:
    with worked_in._write() as session:
        key = session.scalars(select(CaseKeyRow.key)).first()
        row = session.get_one(HistoryRow, 1)
        assert key
        sealed = seal(key, ["something else"], history._heading(row))
        session.connection().exec_driver_sql("DROP TRIGGER history_no_update")
        row.sealed = sealed
    with pytest.raises(ValueError, match="something else"):
        worked_in.history(id_of(worked_in))


def test_a_field_given_for_the_first_time_was_absent_not_null(casebook: Casebook) -> None:
    (case_id,) = casebook.add([client_file()], Kind.CREATED, message("case_created"))
    stored = casebook.get(case_id)
    casebook.save(stored, stored.case.model_copy(update={"sibling_in_canada": None}), Kind.EDITED, EDIT)
    assert casebook.history(case_id)[-1].changes == (Change(("sibling_in_canada",), ABSENT, None),)


def everything_stored(casebook: Casebook) -> bytes:
    """Every value of every table, decrypted; the parts of the search index included."""
    with casebook._engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        rows = [row for table in tables for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]
    return b"\n".join(_bytes(rows))


def _bytes(rows: list[sqlcipher3.Row]) -> Iterator[bytes]:
    for row in rows:
        for value in row:
            yield value if isinstance(value, bytes) else str(value).encode()
