"""Nothing of a client can be read from the disk, before or after the casebook is closed."""

from pathlib import Path

from cec_desktop.casefile.message import message
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.records import Kind
from tests.storage.clients import ANA, NAME, PASSPHRASE, client_file

TELLING = (
    "Okafor",
    "okafor",
    "2026-0042",
    "Northlight",
    "Lakeshore",
    "Rideau",
    "Ana Roy",
    "cec-case",
    "21232",
)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix != ".lock")


def readable(content: bytes) -> list[str]:
    return [word for word in (*TELLING, "case_file") if word.encode() in content]


def test_the_disk_holds_no_plain_text(tmp_path: Path, path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        (case_id,) = casebook.add([client_file()], Kind.CREATED, message("case_created"))
        stored = casebook.get(case_id)
        casebook.save(stored, stored.case.model_copy(update={"notes": "Rideau"}), Kind.EDITED, NAME)
        assert (tmp_path / "clients.casebook-wal").stat().st_size > 0
        assert readable(everything_in(tmp_path)) == []
    assert [each.name for each in tmp_path.iterdir()] == ["clients.casebook"]
    assert readable(everything_in(tmp_path)) == []


def test_the_search_for_plain_text_would_find_some(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text("... Okafor ...", encoding="utf-8")
    assert readable(everything_in(tmp_path)) == ["Okafor"]


def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    with Casebook.create(tmp_path / "clients.casebook", PASSPHRASE, ANA) as casebook:
        casebook.add([client_file()], Kind.CREATED, NAME)
        assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_nothing_goes_into_temporary_files(casebook: Casebook) -> None:
    in_memory = 2
    with casebook._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == in_memory


def test_the_lock_names_no_client(tmp_path: Path, casebook: Casebook) -> None:
    casebook.add([client_file()], Kind.CREATED, NAME)
    lock = (tmp_path / "clients.casebook.lock").read_bytes()
    assert b"Ana Roy" in lock
    assert b"Okafor" not in lock


def test_every_commit_reaches_the_disk(casebook: Casebook) -> None:
    full = 2
    with casebook._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == full
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
