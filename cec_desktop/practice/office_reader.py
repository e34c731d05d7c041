"""What can be asked of an unlocked casebook without changing it: its list, its files, its firm.

Every method but :meth:`OfficeReader.close` may be called from any thread; each is a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import write_case
from cec_desktop.practice.assessing import Assessor, Rules
from cec_desktop.practice.files import write_whole
from cec_desktop.practice.firm import Firm, read_firm
from cec_desktop.practice.list_rows import ListRow, ListRows
from cec_desktop.practice.next_date import outcome_record
from cec_desktop.storage.errors import CaseGone, CaseUnreadable
from cec_desktop.storage.reading import CasebookReader
from cec_desktop.storage.records import ANY, Counts, Filter, Narrowing, OutcomeRecord, Sort, StoredCase


class OfficeReader:
    """An unlocked casebook, to be read. Close it when done."""

    def __init__(
        self, casebook: CasebookReader, rules: Assessor | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self._reader = casebook
        self._rules = rules or Rules()
        self._today = today
        self._rows = ListRows(casebook, today, lambda: self._rules.pack)

    @classmethod
    def beside(cls, path: Path, passphrase: str, today: Callable[[], date] = date.today) -> OfficeReader:
        """A casebook that another program has open, to be read beside it.

        Raises:
            CasebookError: it cannot be read.
        """
        return OfficeReader(CasebookReader.beside(path, passphrase), today=today)

    def close(self) -> None:
        """Lock the casebook."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The casebook's file."""
        return self._reader.path

    # The list

    def rows(
        self,
        which: Filter = Filter.ACTIVE,
        words: str = "",
        order: Sort = Sort.NEXT_DATE,
        narrowing: Narrowing = ANY,
    ) -> tuple[ListRow, ...]:
        """The files of a filter that hold every word typed, whatever its case and accents."""
        return self._rows.found(which, words, order, narrowing)

    def counts(self) -> Counts:
        """How many files are active, archived and in the bin."""
        return self._reader.counts()

    def tags(self) -> tuple[str, ...]:
        """Every tag that a file outside the bin has, in alphabetical order."""
        return self._reader.tags()

    def refresh_outcomes(
        self,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Assess every file whose outcome is of another day or of other rules; returns how many were.

        ``progress`` gets the number done and the number to do. Here the outcomes are not kept.
        """
        waiting = self._reader.stale(self._rules.pack, self._today())
        for done, case_id in enumerate(waiting):
            if cancelled():
                return done
            with suppress(CaseGone, CaseUnreadable):
                self._rows.know(case_id, self._outcome(self._reader.get(case_id).case))
            progress(done + 1, len(waiting))
        return len(waiting)

    # Client files

    def id_of(self, file_number: str) -> str | None:
        """The id of the file with a number, wherever it is kept."""
        return self._reader.id_of(file_number)

    def get(self, case_id: str) -> StoredCase:
        """A client file as stored.

        Raises:
            CasebookError: it is gone, or cannot be read.
        """
        return self._reader.get(case_id)

    def export(self, case_id: str, path: Path) -> None:
        """Write a client file as JSON, whole or not at all.

        Raises:
            CasebookError: it cannot be read.
            FileTroubleError: it cannot be written.
        """
        write_whole(path, write_case(self._reader.get(case_id).case))

    def firm(self) -> Firm:
        """The firm and its consultant.

        Raises:
            CasebookError: it cannot be read.
        """
        return read_firm(self._reader)

    def _outcome(self, case: CaseFile) -> OutcomeRecord:
        return outcome_record(case, self._rules.assess(case, self._today()), self._rules.pack)
