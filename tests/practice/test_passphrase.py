"""A passphrase comes from a file, a terminal or a keychain, and nowhere else."""

import getpass
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from cec_desktop.i18n.words import words
from cec_desktop.practice.passphrase import (
    PassphraseError,
    forget_in_keychain,
    from_file,
    from_keychain,
    from_terminal,
    keep_in_keychain,
    keychain_works,
)

BOOK = Path("clients.casebook")


@pytest.mark.parametrize(
    "content",
    ["neuf hérons", "neuf hérons\n", "neuf hérons\r\n", "neuf hérons\nand a remark\n", "\ufeffneuf hérons"],
)
def test_the_first_line_of_a_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(content.encode())
    assert from_file(path) == "neuf hérons"


def test_spaces_belong_to_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "passphrase"
    path.write_text(" neuf hérons ", encoding="utf-8")
    assert from_file(path) == " neuf hérons "


@pytest.mark.parametrize("content", [b"", b"\n", b"\nsecond line", b"\xff\xfe\x00"])
def test_a_file_without_a_passphrase(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(content)
    with pytest.raises(PassphraseError) as refused:
        from_file(path)
    assert "passphrase" in words("en").message(refused.value.message)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(PassphraseError):
            from_file(path)


class Terminal:
    """A person who types these lines, unseen."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.asked = list(lines), list[str]()

    def isatty(self) -> bool:
        return True

    def getpass(self, question: str) -> str:
        self.asked.append(question)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


def at_terminal(patch: pytest.MonkeyPatch, *lines: str) -> Terminal:
    terminal = Terminal(*lines)
    patch.setattr(sys, "stdin", terminal)
    patch.setattr(getpass, "getpass", terminal.getpass)
    return terminal


def test_asked_once_to_open_and_twice_to_make(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch, "one", "two", "two")
    assert from_terminal("Passphrase: ") == "one"
    assert from_terminal("New: ", "Again: ") == "two"
    assert terminal.asked == ["Passphrase: ", "New: ", "Again: "]


def test_two_that_differ_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "one", "two")
    with pytest.raises(PassphraseError) as refused:
        from_terminal("New: ", "Again: ")
    assert refused.value.message.id == "passphrases_differ"


def test_an_answer_that_never_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch)
    with pytest.raises(PassphraseError):
        from_terminal("Passphrase: ")


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch, "one")
    monkeypatch.setattr(terminal, "isatty", lambda: False)
    with pytest.raises(PassphraseError) as refused:
        from_terminal("Passphrase: ")
    assert "--passphrase-file" in words("fr").message(refused.value.message)
    assert terminal.asked == []


class Keychain(KeyringBackend):
    """A keychain that keeps secrets for as long as the test lasts."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _unlocked(self) -> dict[tuple[str, str], str]:
        if self.locked:
            raise KeyringLocked
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._unlocked().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._unlocked()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self._unlocked():
            raise PasswordDeleteError
        del self.kept[service, username]


@pytest.fixture
def keychain() -> Iterator[Keychain]:
    before = keyring.get_keyring()
    chain = Keychain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


def test_a_keychain_keeps_one_passphrase_for_each_casebook(keychain: Keychain) -> None:
    assert keychain_works()
    keep_in_keychain(BOOK, "one")
    keep_in_keychain(Path("archive.casebook"), "two")
    assert from_keychain(BOOK) == from_keychain(BOOK.absolute()) == "one"
    forget_in_keychain(BOOK)
    forget_in_keychain(BOOK)
    assert from_keychain(BOOK) is None
    assert from_keychain(Path("archive.casebook")) == "two"


def test_a_locked_keychain_has_nothing(keychain: Keychain) -> None:
    keep_in_keychain(BOOK, "one")
    keychain.locked = True
    assert from_keychain(BOOK) is None
    with pytest.raises(PassphraseError):
        keep_in_keychain(BOOK, "two")
    with pytest.raises(PassphraseError):
        forget_in_keychain(BOOK)


@pytest.mark.parametrize("none", ["fail", "null"])
def test_a_system_without_a_keychain(keychain: Keychain, none: str) -> None:
    from keyring.backends.null import Keyring as NullKeyring

    keyring.set_keyring(NoKeyring() if none == "fail" else NullKeyring())  # type: ignore[no-untyped-call]
    assert not keychain_works()
    assert from_keychain(BOOK) is None
    with pytest.raises(PassphraseError):
        keep_in_keychain(BOOK, "one")
