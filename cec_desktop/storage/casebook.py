"""The casebook: one encrypted file that holds the firm's client files; the only place that writes them.

Every change is one transaction: document, list columns, tags, search index, outcome and history together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Self
from uuid import uuid4

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from cec_desktop.casefile.message import Message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import CaseFileError, case_to_raw, read_case, write_case
from cec_desktop.storage import drafts, history, tags
from cec_desktop.storage.author import Author
from cec_desktop.storage.database import empty_log
from cec_desktop.storage.difference import Json, difference
from cec_desktop.storage.errors import CasebookMoved, CaseChanged, FileNumberTaken, unavailable
from cec_desktop.storage.lock import CasebookLock
from cec_desktop.storage.opening import make_file, open_file, salt_of
from cec_desktop.storage.reading import CasebookReader, row_of
from cec_desktop.storage.records import Kind, OutcomeRecord, StoredCase
from cec_desktop.storage.schema import SCHEMA, Schema
from cec_desktop.storage.sealing import new_key
from cec_desktop.storage.search import (
    INDEX,
    add_to_index,
    clear_index,
    fold,
    forget_case,
    index_case,
    settle_index,
)
from cec_desktop.storage.tables import CaseKeyRow, CaseRow, DocumentRow, OutcomeRow, SettingRow

_INDEX_MADE = "search_index"


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Casebook(CasebookReader):
    """An open casebook. Use :meth:`create` or :meth:`open`, and close it when done."""

    def __init__(
        self, path: Path, engine: Engine, lock: CasebookLock, author: Author, now: Callable[[], datetime]
    ) -> None:
        super().__init__(path, engine)
        self.author = author
        self.copied_to: Path | None = None
        """The encrypted copy made before an older file was brought up to date, if it was."""
        self._lock = lock
        self._now = now
        self._file = _identity(path)

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        author: Author,
        *,
        schema: Schema = SCHEMA,
        now: Callable[[], datetime] = utc_now,
    ) -> Self:
        """Make a new casebook and open it; folders on the way are made too.

        Raises:
            CasebookError: a file is there already, the passphrase is empty, or the place cannot be written.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unavailable(path, error) from error
        lock = CasebookLock(path, author, now)
        with _released_on_failure(lock):
            return cls(path, make_file(path, passphrase, schema), lock, author, now)

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str,
        author: Author,
        *,
        schema: Schema = SCHEMA,
        now: Callable[[], datetime] = utc_now,
    ) -> Self:
        """Open a casebook, upgrading an older one behind an encrypted copy.

        Raises:
            CasebookError: of the kinds in :mod:`cec_desktop.storage.errors`; the file is as it was.
        """
        salt_of(path)  # a file that is none of ours gets no lock beside it
        lock = CasebookLock(path, author, now)
        with _released_on_failure(lock):
            engine, copy = open_file(path, passphrase, schema, now())
            casebook = cls(path, engine, lock, author, now)
            casebook.copied_to = copy
            return casebook

    def close(self) -> None:
        """Close every connection, which leaves one complete file, and release the lock.

        A call of another thread is waited for; later ones raise CasebookClosed.
        """
        with self._turn:
            held = not self._closed
            super().close()
            if held:
                self._lock.release()

    # Writing

    def add(
        self,
        cases: Sequence[CaseFile],
        kind: Kind,
        name: Message,
        outcomes: Sequence[OutcomeRecord | None] = (),
    ) -> tuple[str, ...]:
        """Put new client files in, all or none, and return their ids; with their outcomes where known.

        Raises:
            FileNumberTaken: a number is in use, or twice among them.
        """
        with self._write() as session:
            return tuple(
                self._add(session, case, kind, name, outcome)
                for case, outcome in zip_longest(cases, outcomes[: len(cases)])
            )

    def save(
        self,
        before: StoredCase,
        after: CaseFile,
        kind: Kind,
        name: Message,
        outcome: OutcomeRecord | None = None,
    ) -> StoredCase:
        """Store an edit: what the file was, and what it is now.

        Raises:
            CaseGone: the file was deleted.
            CaseChanged: the stored file is not the one the edit was made on; nothing is overwritten.
            FileNumberTaken: the new file number is in use.
        """
        with self._write() as session:
            row = row_of(session, before.case_id)
            if row.revision != before.revision:
                raise CaseChanged
            if after.file_number != row.file_number:
                _refuse_taken(session, after.file_number)
            changes = difference(_raw(before.case), _raw(after))
            _describe(row, after)
            row.revision += 1
            row.changed_at = self._now()
            session.get_one(DocumentRow, row.row).content = write_case(after)
            _index(session, row.row, after)
            if outcome:
                session.merge(_outcome_row(row.row, outcome))
            key = session.get_one(CaseKeyRow, row.row).key
            history.add(session, row.id, key, row.changed_at, self.author, kind, name, changes)
            return StoredCase(row.id, row.revision, after)

    def put_outcomes(self, found: Mapping[str, tuple[int, OutcomeRecord]]) -> None:
        """Keep outcomes by case id, with the revision each was computed from; outdated ones are dropped."""
        with self._write() as session:
            for row in session.scalars(select(CaseRow).where(CaseRow.id.in_(found))):
                revision, outcome = found[row.id]
                if revision == row.revision:
                    session.merge(_outcome_row(row.row, outcome))

    def archive(self, case_id: str, on: date | None, name: Message) -> None:
        """Put a client file into the archive, or take it out again (``on`` None).

        Raises:
            CaseGone: it is not in the casebook.
        """
        with self._write() as session:
            row = row_of(session, case_id)
            row.archived_on = on
            self._note(session, row, Kind.ARCHIVED if on else Kind.UNARCHIVED, name)

    def bin(self, case_id: str, on: date | None, name: Message) -> None:
        """Put a client file into the bin, or take it out again (``on`` None).

        Raises:
            CaseGone: it is not in the casebook.
        """
        with self._write() as session:
            row = row_of(session, case_id)
            row.binned_on = on
            self._note(session, row, Kind.BINNED if on else Kind.RESTORED, name)

    def delete(self, case_id: str, name: Message) -> None:
        """Delete a client file for good: document, index and key go; the history cannot be read any more.

        Raises:
            CaseGone: it is not in the casebook.
        """
        with self._write() as session:
            row = row_of(session, case_id)
            forget_case(session, row.row)
            session.delete(row)
            session.flush()
            history.add(session, case_id, None, self._now(), self.author, Kind.DELETED, name, ())
        # What the write-ahead log still holds of the client goes now; at the latest when the casebook closes.
        with self._my_turn(), suppress(DBAPIError):
            empty_log(self._engine)

    def opened(self, case_id: str) -> None:
        """Remember that a client file was opened now.

        Raises:
            CaseGone: it is not in the casebook.
        """
        with self._write() as session:
            row_of(session, case_id).opened_at = self._now()

    def keep_draft(self, case_id: str, content: Json) -> None:
        """Keep what is typed into a client file and not saved yet; None: nothing is.

        Raises:
            CaseGone: it is not in the casebook.
        """
        with self._write() as session:
            drafts.keep_draft(session, row_of(session, case_id).row, content)

    def index_anew(self) -> None:
        """Bring the search index up to date where an older program made it."""
        if self.setting(_INDEX_MADE) == INDEX:
            return
        with self._write() as session:
            clear_index(session)
            for row, content in session.execute(select(DocumentRow.case_row, DocumentRow.content)).all():
                with suppress(CaseFileError):  # what this program cannot read it cannot search
                    case = read_case(content)
                    add_to_index(session, row, case)
                    tags.keep_tags(session, row, case)
            settle_index(session)
            session.merge(SettingRow(name=_INDEX_MADE, value=json.dumps(INDEX)))

    # Settings of the firm

    def set_setting(self, name: str, value: Json) -> None:
        """Keep a setting."""
        with self._write() as session:
            session.merge(SettingRow(name=name, value=json.dumps(value, ensure_ascii=False)))

    # Within

    @contextmanager
    def _write(self) -> Iterator[Session]:
        # The system would go on writing to a file that nobody finds again.
        if _identity(self.path) != self._file:
            raise CasebookMoved(self.path)
        with self._session(self._engine) as session:
            yield session

    def _add(
        self, session: Session, case: CaseFile, kind: Kind, name: Message, outcome: OutcomeRecord | None
    ) -> str:
        _refuse_taken(session, case.file_number)
        now = self._now()
        row = CaseRow(id=str(uuid4()), revision=1, created_at=now, changed_at=now)
        _describe(row, case)
        session.add(row)
        session.flush()
        key = new_key()
        session.add(DocumentRow(case_row=row.row, content=write_case(case)))
        session.add(CaseKeyRow(case_row=row.row, key=key))
        if outcome:
            session.add(_outcome_row(row.row, outcome))
        _index(session, row.row, case)
        history.add(session, row.id, key, now, self.author, kind, name, difference(None, _raw(case)))
        session.flush()
        return row.id

    def _note(self, session: Session, row: CaseRow, kind: Kind, name: Message) -> None:
        key = session.get_one(CaseKeyRow, row.row).key
        history.add(session, row.id, key, self._now(), self.author, kind, name, ())


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _released_on_failure(lock: CasebookLock) -> Iterator[None]:
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            lock.release()


def _refuse_taken(session: Session, file_number: str) -> None:
    if session.scalar(select(CaseRow.row).where(CaseRow.file_number == file_number)) is not None:
        raise FileNumberTaken(file_number)


def _describe(row: CaseRow, case: CaseFile) -> None:
    client = case.client
    row.file_number = case.file_number
    row.family_name, row.given_names = client.family_name, client.given_names
    row.sort_name = fold(f"{client.family_name}, {client.given_names or ''}")


def _index(session: Session, row: int, case: CaseFile) -> None:
    index_case(session, row, case)
    tags.keep_tags(session, row, case)


def _raw(case: CaseFile) -> Json:
    raw: Json = case_to_raw(case)
    return raw


def _outcome_row(row: int, outcome: OutcomeRecord) -> OutcomeRow:
    return OutcomeRow(
        case_row=row,
        outcome=outcome.outcome,
        assessed_on=outcome.assessed_on,
        earliest=outcome.earliest,
        last=outcome.last,
        next_on=outcome.next_on,
        next_words=outcome.next_words,
        rules_id=outcome.rules_id,
        rule_pack=outcome.rule_pack,
        computed_on=outcome.computed_on,
        expires_on=outcome.expires_on,
        expires_words=outcome.expires_words,
    )
