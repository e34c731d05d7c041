"""Connections to the encrypted file.

Every connection is given the raw key, which costs under a millisecond. Transactions really begin: writing
ones take SQLite's write lock at once, reading ones see one state throughout. Nothing is ever put into a
temporary file, and what is deleted is overwritten.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from cec_desktop.storage.keys import FileKey

APPLICATION_ID = 0x43454343
"""Marks the file as a casebook of ours, once it is decrypted."""

PAGE_BYTES = 4096
READING = {"casebook_begin": "BEGIN"}
"""Execution options of a transaction that only reads."""
_OUTSIDE = {"casebook_begin": None}

_FORMAT = (
    # The parameters of SQLCipher 4, whatever later versions of the library take for granted.
    "PRAGMA cipher_compatibility = 4",
    # A wrong key is an exception here; the library would write lines to standard error as well.
    "PRAGMA cipher_log_level = NONE",
)
_SAFETY = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 5000",
)
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


def open_engine(path: Path, key: FileKey, *, foreign_keys: bool = True) -> Engine:
    """Connections for daily work, safe to use from several threads.

    ``foreign_keys`` is off for migrations alone: rebuilding a table drops the old one, which would
    take the rows that refer to it along.
    """
    keys = f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}"
    return _engine(path.resolve().as_uri(), key, (*_FORMAT, *_SAFETY, *_WRITING, keys))


def open_untouched(path: Path, key: FileKey) -> Engine:
    """A connection that changes no byte of the file.

    Where nothing waits in the write-ahead log, not even side files are made.
    """
    log = path.with_name(path.name + "-wal")
    waiting = log.exists() and log.stat().st_size > 0
    mode = "mode=ro" if waiting else "mode=ro&immutable=1"
    engine = _engine(f"{path.resolve().as_uri()}?{mode}", key, _FORMAT, pooled=False)
    return engine.execution_options(**READING)


def open_reading(path: Path, key: FileKey) -> Engine:
    """Connections that read what another program has open, its write-ahead log included."""
    engine = _engine(f"{path.resolve().as_uri()}?mode=ro", key, (*_FORMAT, "PRAGMA busy_timeout = 5000"))
    return engine.execution_options(**READING)


def empty_log(engine: Engine) -> None:
    """Bring everything from the write-ahead log into the file, so that the file alone is complete."""
    with engine.connect().execution_options(**_OUTSIDE) as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _engine(uri: str, key: FileKey, pragmas: tuple[str, ...], *, pooled: bool = True) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlcipher", password=key.pragma, database=uri, query={"uri": "true"}),
        poolclass=QueuePool if pooled else NullPool,
        connect_args={"isolation_level": None, "check_same_thread": False},
        hide_parameters=True,  # errors and logs never show what was stored
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver has no types
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get("casebook_begin", "BEGIN IMMEDIATE")
        if statement:
            connection.exec_driver_sql(statement)

    return engine
