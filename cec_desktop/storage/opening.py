"""Making a casebook file and opening one: every check before anything is touched."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from cec_desktop.storage.database import PAGE_BYTES, open_engine, open_reading, open_untouched
from cec_desktop.storage.errors import (
    CasebookDamaged,
    CasebookError,
    CasebookExists,
    CasebookMissing,
    EmptyPassphrase,
    NewerSchema,
    NotACasebook,
    WrongPassphrase,
    database_error,
    unavailable,
)
from cec_desktop.storage.keys import SALT_BYTES, derive, new_salt
from cec_desktop.storage.schema import Schema, make, schema_of, upgrade

_PLAIN_SQLITE = b"SQLite format 3\x00"


def make_file(path: Path, passphrase: str, schema: Schema) -> Engine:
    """Make a new, empty casebook; readable by its owner alone.

    Raises:
        CasebookError: it cannot be made; nothing is left behind.
    """
    if not passphrase:
        raise EmptyPassphrase
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise CasebookExists(path) from None
    except OSError as error:
        raise unavailable(path, error) from error
    engine = open_engine(path, derive(passphrase, new_salt()))
    done = False
    try:
        make(engine, schema)
        done = True
    except DBAPIError as error:
        raise database_error(path, error) from error
    finally:
        if not done:
            engine.dispose()
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    return engine


def salt_of(path: Path) -> bytes:
    """The salt at the head of a casebook file.

    Raises:
        CasebookError: there is no such file, or it cannot be a casebook.
    """
    try:
        with path.open("rb") as file:
            head, size = file.read(SALT_BYTES), os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise CasebookMissing(path) from None
    except OSError as error:
        raise NotACasebook(path) if path.is_dir() else unavailable(path, error) from error
    if size < PAGE_BYTES or size % PAGE_BYTES or head == _PLAIN_SQLITE:
        raise NotACasebook(path)
    return head


def open_file(path: Path, passphrase: str, schema: Schema, now: datetime) -> tuple[Engine, Path | None]:
    """Open a casebook, brought up to date if it is older; with the copy made before, if so.

    Raises:
        CasebookError: it cannot be opened; the file is as it was.
    """
    key = derive(passphrase, salt_of(path))
    checking = open_untouched(path, key)
    try:
        with checking.connect() as connection:
            found = schema_of(connection)
    except DBAPIError as error:
        raise _refusal(path, error) from error
    finally:
        checking.dispose()
    if found is None:
        raise NotACasebook(path)
    if found not in schema.revisions:
        raise NewerSchema(path)
    try:
        copy = None if found == schema.head else upgrade(path, key, schema, found, now)
    except OSError as error:
        raise unavailable(path, error) from error
    except DBAPIError as error:
        raise database_error(path, error) from error
    return _usable(path, open_engine(path, key)), copy


def open_beside(path: Path, passphrase: str, schema: Schema) -> Engine:
    """Read a casebook that another program has open; no byte of it is changed.

    Raises:
        CasebookError: it cannot be read, or its schema is not the one this program knows.
    """
    engine = open_reading(path, derive(passphrase, salt_of(path)))
    try:
        with engine.connect() as connection:
            found = schema_of(connection)
    except DBAPIError as error:
        engine.dispose()
        raise _refusal(path, error) from error
    if found != schema.head:
        engine.dispose()
        raise NotACasebook(path) if found is None else NewerSchema(path)
    return engine


def _usable(path: Path, engine: Engine) -> Engine:
    """The engine, once a transaction has shown that the file can be written."""
    try:
        with engine.begin():
            pass
    except DBAPIError as error:
        engine.dispose()
        raise database_error(path, error) from error
    return engine


def _refusal(path: Path, error: DBAPIError) -> CasebookError:
    said = str(error.orig)
    if "not a database" in said:
        return WrongPassphrase(path)
    return CasebookDamaged(path) if "no such table" in said else database_error(path, error)
