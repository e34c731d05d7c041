"""Where a passphrase comes from: the terminal, a file, the system's keychain; never an argument or a log."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cec_desktop.casefile.message import Message, message

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "cec-desktop"


class PassphraseError(Exception):
    """There is no passphrase to be had; ``message`` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.id)
        self.message = reason


def from_file(path: Path) -> str:
    """The first line of a file, without its end.

    Raises:
        PassphraseError: the file cannot be read, or its first line is empty.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseError(message("passphrase_file_unreadable", file=path.name)) from error
    passphrase = text.partition("\n")[0].removesuffix("\r")
    if not passphrase:
        raise PassphraseError(message("passphrase_file_empty", file=path.name))
    return passphrase


def from_terminal(question: str, again: str | None = None) -> str:
    """What a person types unseen; ``again`` asks a second time, for a new casebook.

    Raises:
        PassphraseError: there is no terminal, or the two differ.
    """
    if not sys.stdin.isatty():
        raise PassphraseError(message("passphrase_no_terminal"))
    try:
        passphrase = getpass.getpass(question)
        if again is not None and getpass.getpass(again) != passphrase:
            raise PassphraseError(message("passphrases_differ"))
    except EOFError:
        raise PassphraseError(message("passphrase_no_terminal")) from None
    return passphrase


def keychain_works() -> bool:
    """Whether this system has a keychain that keeps secrets."""
    return _usable(_keychain())


def from_keychain(casebook: Path) -> str | None:
    """The passphrase of a casebook in the system's keychain; None where there is none, or no keychain."""
    from keyring.errors import KeyringError

    try:
        return _keychain().get_password(_SERVICE, _name(casebook))
    except KeyringError:
        return None


def keep_in_keychain(casebook: Path, passphrase: str) -> None:
    """Keep the passphrase of a casebook in the system's keychain.

    Raises:
        PassphraseError: the keychain refuses, or there is none.
    """
    from keyring.errors import KeyringError

    keychain = _keychain()
    try:
        if not _usable(keychain):
            raise PassphraseError(message("keychain_unavailable"))
        keychain.set_password(_SERVICE, _name(casebook), passphrase)
    except KeyringError as error:
        raise PassphraseError(message("keychain_unavailable")) from error


def forget_in_keychain(casebook: Path) -> None:
    """Take the passphrase of a casebook out of the keychain, if it is there.

    Raises:
        PassphraseError: the keychain refuses.
    """
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        _keychain().delete_password(_SERVICE, _name(casebook))
    except (PasswordDeleteError, NotImplementedError):
        return
    except KeyringError as error:
        raise PassphraseError(message("keychain_unavailable")) from error


def _keychain() -> KeyringBackend:
    import keyring  # asks the desktop's services, which takes a while

    return keyring.get_keyring()


def _usable(keychain: KeyringBackend) -> bool:
    # The stand-ins for "no keychain" have no priority above zero.
    return bool(keychain.priority > 0)


def _name(casebook: Path) -> str:
    return str(casebook.absolute())
