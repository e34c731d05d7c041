"""From a passphrase to the key of a casebook.

The derivation is SQLCipher's own (version 4: PBKDF2-HMAC-SHA512, 256,000 rounds, the salt in the first
16 bytes of the file), done once here so that every connection can be given the raw key. A casebook is
therefore an ordinary SQLCipher file: any program that speaks SQLCipher opens it with the passphrase.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass, field

SALT_BYTES = 16
_KEY_BYTES = 32
_ROUNDS = 256_000


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one file, with the salt it belongs to; neither is ever shown."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """The key as ``PRAGMA key`` takes it without deriving anything."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def normalized(passphrase: str) -> str:
    """The passphrase in one Unicode form, so that every keyboard types the same ``é``."""
    return unicodedata.normalize("NFC", passphrase)


def derive(passphrase: str, salt: bytes) -> FileKey:
    """The key that a passphrase makes with the salt of a file; takes a tenth of a second on purpose."""
    secret = normalized(passphrase).encode()
    return FileKey(hashlib.pbkdf2_hmac("sha512", secret, salt, _ROUNDS, _KEY_BYTES), salt)


def new_salt() -> bytes:
    """The salt of a file that is about to be made."""
    return os.urandom(SALT_BYTES)
