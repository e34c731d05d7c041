"""Reading a casebook: lists, documents, history, settings; nothing here changes anything.

A casebook may be used from several threads; each call is a transaction of its own, and they take turns.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from cec_desktop.casefile.reading import CaseFileError, read_case
from cec_desktop.storage import drafts, history, listing
from cec_desktop.storage.database import READING
from cec_desktop.storage.difference import Json
from cec_desktop.storage.errors import CasebookClosed, CaseGone, CaseUnreadable, database_error
from cec_desktop.storage.opening import open_beside
from cec_desktop.storage.records import (
    ANY,
    CaseSummary,
    Counts,
    Filter,
    Narrowing,
    Operation,
    Sort,
    StoredCase,
)
from cec_desktop.storage.schema import SCHEMA, Schema
from cec_desktop.storage.tables import CaseKeyRow, CaseRow, DocumentRow, SettingRow


class CasebookReader:
    """An open casebook, to be read. Close it when done."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._reading_engine = engine.execution_options(**READING)
        self._turn = threading.RLock()
        self._closed = False

    @classmethod
    def beside(cls, path: Path, passphrase: str, *, schema: Schema = SCHEMA) -> Self:
        """Read a casebook that another program has open, and see what that program has saved.

        Raises:
            CasebookError: it cannot be read, or its schema is not the one this program knows.
        """
        return cls(path, open_beside(path, passphrase, schema))

    def close(self) -> None:
        """Close every connection.

        A call of another thread is waited for; later ones raise CasebookClosed.
        """
        with self._turn:
            if not self._closed:
                self._closed = True
                self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # The list

    def found(
        self,
        which: Filter = Filter.ACTIVE,
        words: str = "",
        order: Sort = Sort.NEXT_DATE,
        narrowing: Narrowing = ANY,
    ) -> tuple[int, ...]:
        """The rows of the client files a list should show, in its order: quick at any number of files."""
        with self._read() as session:
            return listing.found(session, which, words, order, narrowing)

    def summaries_of(self, rows: Collection[int]) -> dict[int, CaseSummary]:
        """Client files as the list shows them, by row."""
        with self._read() as session:
            return listing.summaries_of(session, rows)

    def summaries(
        self,
        which: Filter = Filter.ACTIVE,
        words: str = "",
        order: Sort = Sort.NEXT_DATE,
        narrowing: Narrowing = ANY,
    ) -> tuple[CaseSummary, ...]:
        """The client files a list should show, in its order."""
        with self._read() as session:
            rows = listing.found(session, which, words, order, narrowing)
            by_row = listing.summaries_of(session, rows)
            return tuple(by_row[row] for row in rows)

    def counts(self) -> Counts:
        """How many client files are active, archived and in the bin."""
        with self._read() as session:
            return listing.counts(session)

    def tags(self) -> tuple[str, ...]:
        """Every tag that a client file outside the bin has, in alphabetical order."""
        with self._read() as session:
            return listing.tags(session)

    # Client files

    def stale(self, rule_pack: str, today: date) -> tuple[str, ...]:
        """Ids of the files whose outcome has to be computed again."""
        with self._read() as session:
            return listing.stale(session, rule_pack, today)

    def get(self, case_id: str) -> StoredCase:
        """One client file.

        Raises:
            CaseGone: it is not in the casebook.
            CaseUnreadable: this version of the program cannot make sense of it.
        """
        with self._read() as session:
            row = row_of(session, case_id)
            number, revision = row.file_number, row.revision
            content = session.get_one(DocumentRow, row.row).content
        try:
            return StoredCase(case_id, revision, read_case(content))
        except CaseFileError as error:
            raise CaseUnreadable(number) from error

    def id_of(self, file_number: str) -> str | None:
        """The id of the client file with a number."""
        with self._read() as session:
            return session.scalar(select(CaseRow.id).where(CaseRow.file_number == file_number))

    def file_numbers(self, start: str = "") -> tuple[str, ...]:
        """All file numbers that begin with a text, wherever the files are kept."""
        with self._read() as session:
            begins = CaseRow.file_number.startswith(start, autoescape=True)
            return tuple(session.scalars(select(CaseRow.file_number).where(begins)))

    def history(self, case_id: str) -> tuple[Operation, ...]:
        """The operations on a client file, oldest first; also of one that was deleted.

        Raises:
            ValueError: a row was tampered with.
        """
        with self._read() as session:
            key = session.scalar(select(CaseKeyRow.key).join(CaseRow).where(CaseRow.id == case_id))
            return history.of_case(session, case_id, key)

    def broken_history(self) -> int | None:
        """The first history row that does not follow from the one before; None when the chain holds."""
        with self._read() as session:
            return history.first_broken(session)

    def draft(self, case_id: str) -> Json:
        """What was typed into a client file and not saved yet; None where there is nothing."""
        with self._read() as session:
            return drafts.draft_of(session, case_id)

    def setting(self, name: str) -> Json:
        """A setting, None where it was never made."""
        with self._read() as session:
            row = session.get(SettingRow, name)
            value: Json = json.loads(row.value) if row else None
            return value

    # Within

    @contextmanager
    def _read(self) -> Iterator[Session]:
        with self._session(self._reading_engine) as session:
            yield session

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        try:
            with self._my_turn(), Session(engine) as session, session.begin():
                yield session
        except DBAPIError as error:
            raise database_error(self.path, error) from error

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        with self._turn:
            if self._closed:
                raise CasebookClosed
            yield


def row_of(session: Session, case_id: str) -> CaseRow:
    """The row of a client file.

    Raises:
        CaseGone: it is not in the casebook.
    """
    row = session.scalar(select(CaseRow).where(CaseRow.id == case_id))
    if row is None:
        raise CaseGone
    return row
