"""The office: an unlocked casebook with the services a window and a command line share.

Every method but :meth:`Office.open` and :meth:`Office.close` may be called from any thread; each is a
transaction of its own. Open sessions belong to the thread that opened them, and callbacks run in the
thread that made the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Self

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, new_case
from cec_desktop.practice.assessing import Assessor
from cec_desktop.practice.firm import Firm, keep_firm
from cec_desktop.practice.importing import read_for_import
from cec_desktop.practice.office_reader import OfficeReader
from cec_desktop.practice.session import CaseSession
from cec_desktop.practice.trial import TrialStore
from cec_desktop.storage.author import Author
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import CasebookClosed, CaseGone, CaseUnreadable
from cec_desktop.storage.records import Kind, OutcomeRecord

Changed = Callable[[frozenset[str]], None]

_BATCH = 10
"""Outcomes kept in one transaction while a whole casebook is assessed."""


class Office(OfficeReader):
    """An unlocked casebook. Use :meth:`create` or :meth:`unlock`, and close it when done."""

    def __init__(
        self, casebook: Casebook, rules: Assessor | None = None, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(casebook, rules, today)
        self._casebook = casebook
        self._sessions: dict[str, CaseSession] = {}
        self._callbacks: list[Changed] = []

    @classmethod
    def create(
        cls, path: Path, passphrase: str, author: Author, today: Callable[[], date] = date.today
    ) -> Self:
        """A new casebook, open.

        Raises:
            CasebookError: it cannot be made.
        """
        return cls(Casebook.create(path, passphrase, author), today=today)

    @classmethod
    def unlock(
        cls, path: Path, passphrase: str, author: Author, today: Callable[[], date] = date.today
    ) -> Self:
        """An existing casebook, open.

        Raises:
            CasebookError: it cannot be opened; the file is as it was.
        """
        return cls(Casebook.open(path, passphrase, author), today=today)

    def close(self) -> None:
        """Lock: forget the open sessions and close the casebook."""
        self._sessions.clear()
        self._callbacks.clear()
        super().close()

    @property
    def author(self) -> Author:
        """Who sits here."""
        return self._casebook.author

    @property
    def copied_to(self) -> Path | None:
        """The copy made on opening, where an older casebook was brought up to date."""
        return self._casebook.copied_to

    def subscribe(self, callback: Changed) -> Callable[[], None]:
        """Tell ``callback`` the ids of files whose row changed; the result ends that."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    # The list

    def refresh_outcomes(
        self,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Assess every file whose outcome is of another day or of other rules; returns how many were.

        For a thread in the background: ``progress`` gets the number done and the number to do, and
        ``cancelled`` is asked every few files. Nobody is told of changed rows; the caller reads them again.
        """
        done = 0
        with suppress(CasebookClosed):  # locked meanwhile: what is left waits for the next time
            self._casebook.index_anew()
            waiting = self._casebook.stale(self._rules.pack, self._today())
            for start in range(0, len(waiting), _BATCH):
                if cancelled():
                    break
                batch = waiting[start : start + _BATCH]
                done += self._refresh(batch)
                progress(start + len(batch), len(waiting))
        return done

    def _refresh(self, case_ids: Sequence[str]) -> int:
        found: dict[str, tuple[int, OutcomeRecord]] = {}
        for case_id in case_ids:
            with suppress(CaseGone, CaseUnreadable):
                stored = self._casebook.get(case_id)
                found[case_id] = (stored.revision, self._outcome(stored.case))
        self._casebook.put_outcomes(found)
        self._rows.forget(found)
        return len(found)

    # Client files

    def next_file_number(self) -> str:
        """The number proposed for a new file: the year, and one more than the highest of the year."""
        start = f"{self._today().year}-"
        used = [number.removeprefix(start) for number in self._casebook.file_numbers(start)]
        highest = max((int(each) for each in used if re.fullmatch("[0-9]{1,9}", each)), default=0)
        return f"{start}{highest + 1:04d}"

    def new(
        self,
        family_name: str,
        date_of_birth: date,
        given_names: str | None = None,
        file_number: str | None = None,
    ) -> str:
        """Make an empty client file and return its id; without a number it gets the proposed one.

        Raises:
            FileNumberTaken: another file has the number.
            CasebookError: it cannot be saved.
        """
        case = new_case(file_number or self.next_file_number(), family_name, date_of_birth)
        if given_names:
            client = case.client.model_copy(update={"given_names": given_names})
            case = case.model_copy(update={"client": client})
        return self._added((case,), Kind.CREATED, "case_created")[0]

    def duplicate(self, case_id: str, file_number: str | None = None) -> str:
        """Copy a client file under another number and return the copy's id.

        Raises:
            FileNumberTaken: another file has the number.
            CasebookError: it cannot be read or saved.
        """
        number = file_number or self.next_file_number()
        copy = self._casebook.get(case_id).case.model_copy(update={"file_number": number})
        return self._added((copy,), Kind.DUPLICATED, "case_duplicated")[0]

    def import_files(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Take client files in, all or none, and return their ids.

        Raises:
            ImportRefusedError: at least one cannot be taken in; with every reason.
            CasebookError: they cannot be saved.
        """
        return self._added(read_for_import(self._casebook, paths), Kind.IMPORTED, "case_imported")

    def archive(self, case_id: str) -> None:
        """Put a file into the archive.

        Raises:
            CasebookError: it is gone, or cannot be saved.
        """
        self._casebook.archive(case_id, self._today(), message("case_archived"))
        self._tell({case_id})

    def unarchive(self, case_id: str) -> None:
        """Take a file out of the archive.

        Raises:
            CasebookError: it is gone, or cannot be saved.
        """
        self._casebook.archive(case_id, None, message("case_unarchived"))
        self._tell({case_id})

    def bin(self, case_id: str) -> None:
        """Put a file into the bin.

        Raises:
            CasebookError: it is gone, or cannot be saved.
        """
        self._casebook.bin(case_id, self._today(), message("case_binned"))
        self._tell({case_id})

    def restore(self, case_id: str) -> None:
        """Take a file out of the bin.

        Raises:
            CasebookError: it is gone, or cannot be saved.
        """
        self._casebook.bin(case_id, None, message("case_restored"))
        self._tell({case_id})

    def delete(self, case_id: str) -> None:
        """Delete a file for good: nothing of it can be read any more, its history included.

        Raises:
            CasebookError: it is gone already, or cannot be saved.
        """
        TrialStore(self._casebook, case_id).forget()
        self._casebook.delete(case_id, message("case_deleted"))
        self._sessions.pop(case_id, None)
        self._tell({case_id})

    def open(self, case_id: str) -> CaseSession:
        """The session of a file, the same one for as long as it stays open.

        Raises:
            CasebookError: it is gone, or cannot be read.
        """
        if case_id not in self._sessions:
            stored = self._casebook.get(case_id)
            self._casebook.opened(case_id)
            self._sessions[case_id] = CaseSession(
                self._casebook, stored, self._rules, self._today(), saved=lambda each: self._tell({each})
            )
        return self._sessions[case_id]

    def new_day(self) -> None:
        """Go on with another day, as after midnight: open files are assessed again, and their views told."""
        for session in self._sessions.values():
            session.set_today(self._today())

    def close_case(self, case_id: str) -> None:
        """End the session of a file, and its undo with it."""
        self._sessions.pop(case_id, None)

    # The firm

    def set_firm(self, firm: Firm) -> None:
        """Keep what is known of the firm.

        Raises:
            CasebookError: it cannot be saved.
        """
        keep_firm(self._casebook, firm)

    # Within

    def _added(self, cases: tuple[CaseFile, ...], kind: Kind, name: str) -> tuple[str, ...]:
        outcomes = tuple(self._outcome(case) for case in cases)
        ids = self._casebook.add(cases, kind, message(name), outcomes)
        self._tell(set(ids))
        return ids

    def _tell(self, case_ids: set[str]) -> None:
        self._rows.forget(case_ids)
        for callback in tuple(self._callbacks):
            callback(frozenset(case_ids))
