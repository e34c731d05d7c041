"""Which schema a casebook has, making a new one, and bringing an older one up to date.

The names of the schemas this program knows stand here, so that Alembic is imported only when a file is
new or old. An upgrade copies the file aside first, runs every step in one transaction, checks the result,
and on any failure puts the file back as it was.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from cec_desktop.storage.database import APPLICATION_ID, empty_log, open_engine
from cec_desktop.storage.errors import UpgradeFailed
from cec_desktop.storage.keys import FileKey


@dataclass(frozen=True, slots=True)
class Schema:
    """The migrations of a folder and their names, oldest first."""

    folder: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The schema this program reads and writes."""
        return self.revisions[-1]


SCHEMA = Schema(Path(__file__).with_name("migrations"), ("0001", "0002", "0003"))


def schema_of(connection: Connection) -> str | None:
    """The name of the schema of an open file; None when the file is no casebook."""
    if connection.scalar(text("PRAGMA application_id")) != APPLICATION_ID:
        return None
    name = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return name if isinstance(name, str) else None


def make(engine: Engine, schema: Schema) -> None:
    """Give an empty file its tables, through the same migrations that every older file went through."""
    with engine.begin() as connection:
        _migrate(connection, schema)
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def upgrade(path: Path, key: FileKey, schema: Schema, found: str, now: datetime) -> Path:
    """Bring an older file up to date and return the path of the encrypted copy made before.

    Raises:
        UpgradeFailed: a step failed; the file is as it was.
    """
    settle(path, key)
    copy = path.with_name(f"{path.stem}.before-{schema.head}.{found}.{now:%Y%m%dT%H%M%S}{path.suffix}")
    copy_whole(path, copy)
    try:
        _upgrade(path, key, schema)
    except BaseException as error:
        restore(path, copy)
        if isinstance(error, SQLAlchemyError | _BrokenError):
            raise UpgradeFailed(path, copy) from error
        raise
    return copy


def settle(path: Path, key: FileKey) -> None:
    """Make the file complete without its write-ahead log."""
    engine = open_engine(path, key)
    try:
        empty_log(engine)
    finally:
        engine.dispose()


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file over another one, whole or not at all.

    Raises:
        OSError: it cannot be copied; the target is as it was.
    """
    part = target.with_name(target.name + ".part")
    try:
        shutil.copy2(source, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def restore(path: Path, copy: Path) -> None:
    """Put the copy in the file's place, whole or not at all."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    copy_whole(copy, path)


class _BrokenError(Exception):
    """A migration left something that does not hold together."""


def _upgrade(path: Path, key: FileKey, schema: Schema) -> None:
    engine = open_engine(path, key, foreign_keys=False)
    try:
        with engine.begin() as connection:
            _migrate(connection, schema)
            problems = connection.execute(text("PRAGMA foreign_key_check")).all()
            verdict = connection.scalar(text("PRAGMA integrity_check"))
            if problems or verdict != "ok":
                raise _BrokenError(str(verdict))
    finally:
        engine.dispose()


def _migrate(connection: Connection, schema: Schema) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(schema.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, schema.head)
