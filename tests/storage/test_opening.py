"""What is refused before anything is touched, each with a sentence of its own."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from cec_desktop.i18n.words import LANGUAGES, words
from cec_desktop.storage import errors
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import (
    CasebookDamaged,
    CasebookError,
    CasebookExists,
    CasebookInUse,
    CasebookMissing,
    CasebookUnavailable,
    EmptyPassphrase,
    NewerSchema,
    NotACasebook,
    WrongPassphrase,
)
from cec_desktop.storage.keys import derive
from cec_desktop.storage.opening import make_file
from cec_desktop.storage.records import Kind
from cec_desktop.storage.schema import SCHEMA
from tests.conftest import ROOT
from tests.storage.clients import ANA, BEN, NAME, PASSPHRASE, client_file


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def bare(path: Path) -> sqlcipher3.Connection:
    """The file as SQLCipher alone sees it."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f'PRAGMA key = "{derive(PASSPHRASE, path.read_bytes()[:16]).pragma}"')
    return connection


def test_a_wrong_passphrase_is_refused_and_changes_nothing(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = digest(path)
    with pytest.raises(WrongPassphrase):
        Casebook.open(path, PASSPHRASE + " ", ANA)
    assert digest(path) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert capfd.readouterr() == ("", "")


def test_the_right_passphrase_opens_after_a_wrong_one(path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Casebook.open(path, "wrong", ANA)
    Casebook.open(path, PASSPHRASE, ANA).close()


def test_a_newer_schema_is_refused_and_the_file_keeps_every_byte(path: Path) -> None:
    connection = bare(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = digest(path)

    with pytest.raises(NewerSchema):
        Casebook.open(path, PASSPHRASE, ANA)

    assert digest(path) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_schema_still_in_the_log_is_refused_too(path: Path, tmp_path: Path) -> None:
    """As after a power cut: the last transaction is in the write-ahead log only."""
    connection = bare(path)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    left = tmp_path / "left"
    left.mkdir()
    for name in (path.name, f"{path.name}-wal"):
        (left / name).write_bytes((tmp_path / name).read_bytes())
    connection.close()
    before = {each.name: digest(each) for each in left.iterdir()}

    with pytest.raises(NewerSchema):
        Casebook.open(left / path.name, PASSPHRASE, ANA)

    assert {name: digest(left / name) for name in before} == before


def test_work_still_in_the_log_is_not_lost(path: Path, tmp_path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        (case_id,) = casebook.add([client_file()], Kind.CREATED, NAME)
        left = tmp_path / "left"
        left.mkdir()
        for name in (path.name, f"{path.name}-wal"):
            (left / name).write_bytes((tmp_path / name).read_bytes())
    with Casebook.open(left / path.name, PASSPHRASE, ANA) as casebook:
        assert casebook.get(case_id).case == client_file()


def test_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(CasebookMissing):
        Casebook.open(tmp_path / "none.casebook", PASSPHRASE, ANA)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_casebook_is_refused_and_left_alone(tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "letter.txt").write_text("Dear client", encoding="utf-8")
    (tmp_path / "torn").write_bytes(os.urandom(5000))
    before = {each.name for each in tmp_path.iterdir()}

    for name in before:
        with pytest.raises(NotACasebook):
            Casebook.open(tmp_path / name, PASSPHRASE, ANA)
    assert {each.name for each in tmp_path.iterdir()} == before


def test_another_programs_encrypted_file_is_no_casebook(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    key = derive(PASSPHRASE, bytes(range(16)))
    connection = sqlcipher3.connect(str(path))
    connection.execute(f'PRAGMA key = "{key.pragma}"')
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    with pytest.raises(NotACasebook):
        Casebook.open(path, PASSPHRASE, ANA)


def test_a_casebook_needs_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Casebook.create(tmp_path / "clients.casebook", "", ANA)
    assert list(tmp_path.iterdir()) == []


def test_a_new_casebook_never_replaces_a_file(path: Path) -> None:
    before = digest(path)
    with pytest.raises(CasebookExists):
        Casebook.create(path, PASSPHRASE, ANA)
    assert digest(path) == before


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CasebookUnavailable):
        Casebook.create(tmp_path / "file" / "clients.casebook", PASSPHRASE, ANA)


def test_a_place_that_cannot_be_written_is_said_when_the_file_itself_is_made(tmp_path: Path) -> None:
    with pytest.raises(CasebookUnavailable):
        make_file(tmp_path / "none" / "clients.casebook", PASSPHRASE, SCHEMA)


@pytest.mark.parametrize("beside", ["-shm", "-wal"])
def test_a_casebook_that_cannot_be_written_is_refused_on_opening(path: Path, beside: str) -> None:
    """What SQLite needs beside the file cannot be made."""
    path.with_name(path.name + beside).mkdir()
    before = digest(path)
    with pytest.raises(CasebookUnavailable):
        Casebook.open(path, PASSPHRASE, ANA)
    assert digest(path) == before
    assert not path.with_name(path.name + ".lock").exists()


def test_a_casebook_without_its_schema_is_damaged(path: Path) -> None:
    connection = bare(path)
    connection.execute("DROP TABLE alembic_version")
    connection.close()
    with pytest.raises(CasebookDamaged):
        Casebook.open(path, PASSPHRASE, ANA)


def test_a_folder_that_may_not_be_entered_is_said(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CasebookUnavailable) as refused:
        Casebook.open(path, PASSPHRASE, ANA)
    assert refused.value.message.id == "casebook_no_permission"


def test_a_damaged_page_is_said_to_be_damage(path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        cases = [client_file(str(number)) for number in range(30)]
        casebook.add(cases, Kind.CREATED, NAME)
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start + 100] ^= 0xFF
    path.write_bytes(content)

    def use() -> None:
        with Casebook.open(path, PASSPHRASE, ANA) as casebook:
            casebook.summaries()

    with pytest.raises(CasebookDamaged):
        use()
    assert not path.with_name(path.name + ".lock").exists()


def test_a_casebook_is_open_once_and_says_who_has_it(path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA):
        with pytest.raises(CasebookInUse) as refused:
            Casebook.open(path, PASSPHRASE, BEN)
        said = words("fr").message(refused.value.message)
        assert "Ana Roy" in said
        assert "desk-1" in said
    Casebook.open(path, PASSPHRASE, BEN).close()


HOLD = """
import sys
from pathlib import Path
from cec_desktop.storage import keys
from cec_desktop.storage.author import Author
from cec_desktop.storage.casebook import Casebook
keys._ROUNDS = 2
book = Casebook.open(Path(sys.argv[1]), sys.argv[2], Author("Ana Roy", "desk-1"))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_crashed_program_does_not_keep_the_casebook_locked(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path), PASSPHRASE]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        with pytest.raises(CasebookInUse):
            Casebook.open(path, PASSPHRASE, BEN)
        program.kill()
    assert path.with_name(path.name + ".lock").exists()
    Casebook.open(path, PASSPHRASE, BEN).close()


def test_every_refusal_has_a_sentence_in_both_languages() -> None:
    place = Path("clients.casebook")
    known: list[CasebookError] = [
        errors.CasebookMissing(place),
        errors.CasebookExists(place),
        errors.NotACasebook(place),
        errors.EmptyPassphrase(),
        errors.WrongPassphrase(place),
        errors.NewerSchema(place),
        errors.CasebookInUse(place, "Ana Roy", "desk-1", "2026-11-22 09:00"),
        errors.CasebookInUse(place, "", "", ""),
        errors.CasebookClosed(),
        errors.CasebookDamaged(place),
        errors.UpgradeFailed(place, Path("copy")),
        errors.FileNumberTaken("2026-0042"),
        errors.CaseGone(),
        errors.CaseChanged(),
        errors.CaseUnreadable("2026-0042"),
        errors.unavailable(place, PermissionError()),
        errors.unavailable(place, OSError()),
    ]
    said = [words(language).message(each.message) for language in LANGUAGES for each in known]
    assert all(said)
    assert len(set(said)) == len(said)


def test_what_the_driver_says_becomes_plain() -> None:
    from sqlalchemy.exc import OperationalError

    def plain(said: str) -> str:
        error = OperationalError("SELECT 1", {}, sqlcipher3.OperationalError(said))
        return errors.database_error(Path("x"), error).message.id

    assert plain("database or disk is full") == "casebook_disk_full"
    assert plain("attempt to write a readonly database") == "casebook_no_permission"
    assert plain("unable to open database file") == "casebook_no_permission"
    assert plain("database is locked") == "casebook_busy"
    assert plain("database disk image is malformed") == "casebook_damaged"
