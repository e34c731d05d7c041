"""The key of a casebook is the one SQLCipher itself would derive."""

import os
import unicodedata
from pathlib import Path

import pytest
import sqlcipher3

from cec_desktop.storage import keys
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import WrongPassphrase
from cec_desktop.storage.keys import derive, new_salt
from cec_desktop.storage.records import Kind
from tests.storage.clients import ANA, NAME, PASSPHRASE, client_file


@pytest.fixture
def real_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 256_000)


@pytest.mark.usefixtures("real_keys")
def test_any_program_that_speaks_sqlcipher_opens_a_casebook_with_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "clients.casebook"
    with Casebook.create(path, PASSPHRASE, ANA) as casebook:
        casebook.add([client_file()], Kind.CREATED, NAME)

    bare = sqlcipher3.connect(str(path))
    bare.execute("PRAGMA key = '" + PASSPHRASE.replace("'", "''") + "'")
    assert bare.execute("SELECT file_number FROM case_file").fetchall() == [("2026-0042",)]
    bare.close()


@pytest.mark.usefixtures("real_keys")
def test_a_passphrase_change_keeps_the_salt_so_that_the_raw_key_can_follow(tmp_path: Path) -> None:
    path = tmp_path / "clients.casebook"
    Casebook.create(path, "the old one", ANA).close()
    salt = path.read_bytes()[:16]
    bare = sqlcipher3.connect(str(path))
    bare.execute(f'PRAGMA key = "{derive("the old one", salt).pragma}"')
    bare.execute(f'PRAGMA rekey = "{derive("the new one", salt).pragma}"')
    bare.close()

    Casebook.open(path, "the new one", ANA).close()
    with pytest.raises(WrongPassphrase):
        Casebook.open(path, "the old one", ANA)


def test_every_keyboard_types_the_same_accent(tmp_path: Path) -> None:
    path = tmp_path / "clients.casebook"
    Casebook.create(path, unicodedata.normalize("NFD", "été à Montréal"), ANA).close()
    Casebook.open(path, unicodedata.normalize("NFC", "été à Montréal"), ANA).close()


def test_two_casebooks_of_one_passphrase_have_different_keys() -> None:
    assert derive("same", new_salt()).key != derive("same", new_salt()).key


def test_a_key_is_never_shown() -> None:
    key = derive("secret", os.urandom(16))
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)
