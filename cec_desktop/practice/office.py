"""The office: an unlocked casebook with the services a window and a command line share.

Every method but :meth:`Office.open` and :meth:`Office.close` may be called from any thread; each is a
transaction of its own. Open sessions belong to the thread that opened them, and callbacks run in the
thread that made the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile, new_case
from cec_desktop.casefile.reading import write_case
from cec_desktop.practice.assessing import Assessor, Rules
from cec_desktop.practice.files import write_whole
from cec_desktop.practice.firm import Firm, keep_firm, read_firm
from cec_desktop.practice.importing import read_for_import
from cec_desktop.practice.next_date import outcome_record
from cec_desktop.practice.session import CaseSession
from cec_desktop.practice.trial import TrialStore
from cec_desktop.rules.findings import Outcome
from cec_desktop.storage.author import Author
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import CasebookClosed, CaseGone, CaseUnreadable
from cec_desktop.storage.records import CaseSummary, Counts, Filter, Kind, OutcomeRecord, Sort, StoredCase

Changed = Callable[[frozenset[str]], None]

_BATCH = 10
"""Outcomes kept in one transaction while a whole casebook is assessed."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A client file as the list shows it.

    ``next_words`` says what comes next, ``next_on`` when and ``days`` in how many days, where it has a day.
    ``stale`` is true while the outcome is of another day or of other rules; ``outcome`` is None at first.
    """

    case_id: str
    file_number: str
    family_name: str
    given_names: str | None
    outcome: Outcome | None
    next_on: date | None
    next_words: Message | None
    days: int | None
    archived: bool
    binned: bool
    stale: bool


class Office:
    """An unlocked casebook. Use :meth:`create` or :meth:`unlock`, and close it when done."""

    def __init__(
        self, casebook: Casebook, rules: Assessor | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self._casebook = casebook
        self._rules = rules or Rules()
        self._today = today
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
        self._casebook.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The casebook's file."""
        return self._casebook.path

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

    def rows(
        self, which: Filter = Filter.ACTIVE, words: str = "", order: Sort = Sort.NEXT_DATE
    ) -> tuple[ListRow, ...]:
        """The files of a filter that hold every word typed, whatever its case and accents."""
        today, pack = self._today(), self._rules.pack
        return tuple(_row(each, today, pack) for each in self._casebook.summaries(which, words, order))

    def counts(self) -> Counts:
        """How many files are active, archived and in the bin."""
        return self._casebook.counts()

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

    def export(self, case_id: str, path: Path) -> None:
        """Write a client file as JSON, whole or not at all.

        Raises:
            CasebookError: it cannot be read.
            FileTroubleError: it cannot be written.
        """
        write_whole(path, write_case(self._casebook.get(case_id).case))

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

    def id_of(self, file_number: str) -> str | None:
        """The id of the file with a number, wherever it is kept."""
        return self._casebook.id_of(file_number)

    def get(self, case_id: str) -> StoredCase:
        """A client file as stored.

        Raises:
            CasebookError: it is gone, or cannot be read.
        """
        return self._casebook.get(case_id)

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

    def firm(self) -> Firm:
        """The firm and its consultant.

        Raises:
            CasebookError: it cannot be read.
        """
        return read_firm(self._casebook)

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

    def _outcome(self, case: CaseFile) -> OutcomeRecord:
        return outcome_record(case, self._rules.assess(case, self._today()), self._rules.pack)

    def _tell(self, case_ids: set[str]) -> None:
        for callback in tuple(self._callbacks):
            callback(frozenset(case_ids))


def _row(summary: CaseSummary, today: date, pack: str) -> ListRow:
    record = summary.outcome
    next_on = record.next_on if record else None
    return ListRow(
        case_id=summary.case_id,
        file_number=summary.file_number,
        family_name=summary.family_name,
        given_names=summary.given_names,
        outcome=Outcome(record.outcome) if record else None,
        next_on=next_on,
        next_words=record.next_words if record else None,
        days=(next_on - today).days if next_on else None,
        archived=summary.archived_on is not None,
        binned=summary.binned_on is not None,
        stale=record is None or record.rule_pack != pack or record.computed_on != today,
    )
