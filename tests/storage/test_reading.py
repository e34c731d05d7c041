"""Reading a casebook that another program has open."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import CasebookClosed, CasebookInUse, NotACasebook, WrongPassphrase
from cec_desktop.storage.reading import CasebookReader
from cec_desktop.storage.records import Kind
from tests.storage.clients import BEN, NAME, PASSPHRASE, client_file


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_the_other_program_saves_is_seen(casebook: Casebook) -> None:
    with pytest.raises(CasebookInUse):
        Casebook.open(casebook.path, PASSPHRASE, BEN)
    with CasebookReader.beside(casebook.path, PASSPHRASE) as reader:
        assert reader.summaries() == ()
        (case_id,) = casebook.add([client_file()], Kind.CREATED, NAME)
        assert [each.file_number for each in reader.summaries()] == ["2026-0042"]
        assert reader.get(case_id).case == client_file()
        assert [each.kind for each in reader.history(case_id)] == [Kind.CREATED]


def test_nothing_is_written_and_the_other_program_goes_on(casebook: Casebook) -> None:
    casebook.add([client_file()], Kind.CREATED, NAME)
    before = digest(casebook.path)
    with CasebookReader.beside(casebook.path, PASSPHRASE) as reader:
        reader.summaries()
        with pytest.raises(DBAPIError, match="readonly"), reader._engine.connect() as connection:
            connection.exec_driver_sql("DELETE FROM case_file")
    assert digest(casebook.path) == before
    assert Casebook.add(casebook, [client_file("2")], Kind.CREATED, NAME)


def test_a_wrong_passphrase_reads_nothing(casebook: Casebook) -> None:
    with pytest.raises(WrongPassphrase):
        CasebookReader.beside(casebook.path, "guess")


def test_a_file_that_is_no_casebook_is_not_read(tmp_path: Path) -> None:
    other = tmp_path / "other.casebook"
    other.write_bytes(b"rubbish")
    with pytest.raises(NotACasebook):
        CasebookReader.beside(other, PASSPHRASE)


def test_a_closed_reader_reads_no_more(casebook: Casebook) -> None:
    reader = CasebookReader.beside(casebook.path, PASSPHRASE)
    reader.close()
    with pytest.raises(CasebookClosed):
        reader.counts()
