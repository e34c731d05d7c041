"""An open client file: edits, undo and redo, each one transaction of the casebook; views are told of each.

A session belongs to the thread that opened it. Undo is the old value, kept for as long as the session
lasts; the casebook's history has the differences.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from cec_desktop.casefile.message import Message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import EditRefused, Problem
from cec_desktop.practice.assessing import Assessor
from cec_desktop.practice.editing import MERGE_SECONDS as MERGE_SECONDS
from cec_desktop.practice.editing import Editing
from cec_desktop.practice.next_date import outcome_record
from cec_desktop.practice.trial import Trial, TrialStore
from cec_desktop.rules.findings import Assessment
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.difference import Json
from cec_desktop.storage.errors import FileNumberTaken
from cec_desktop.storage.records import Kind, Operation, StoredCase


class CaseSession(Editing):
    """An open client file; every edit is saved in the casebook."""

    def __init__(
        self,
        casebook: Casebook,
        stored: StoredCase,
        assessor: Assessor,
        today: date,
        *,
        clock: Callable[[], float] = time.monotonic,
        saved: Callable[[str], None] = lambda _case_id: None,
    ) -> None:
        """Open a stored file; ``saved`` is told the id after each change, ``clock`` counts seconds."""
        super().__init__(stored.case, assessor, today, clock)
        self._casebook = casebook
        self._stored = stored
        self._saved = saved

    @property
    def case_id(self) -> str:
        """The id of the client file in its casebook."""
        return self._stored.case_id

    def history(self) -> tuple[Operation, ...]:
        """Every operation on the file since it was made, oldest first.

        Raises:
            CasebookError, ValueError: it cannot be read, or was tampered with.
        """
        return self._casebook.history(self.case_id)

    def draft(self) -> Json:
        """What was typed into the file and not saved when it was last open; None where there is nothing.

        Raises:
            CasebookError: it cannot be read.
        """
        return self._casebook.draft(self.case_id)

    def keep_draft(self, content: Json) -> None:
        """Keep what is typed and not saved beside the file; None: nothing is.

        Raises:
            CasebookError: it cannot be kept.
        """
        self._casebook.keep_draft(self.case_id, content)

    def try_out(self) -> Trial:
        """A what-if on a scratch copy of the file, which stays as it is."""
        return Trial(self, self._assessor, self._today, TrialStore(self._casebook, self.case_id))

    def kept_trial(self) -> Trial | None:
        """The what-if that was going on when the file was closed; None where there was none.

        One that was begun on another state of the file is gone.

        Raises:
            CasebookError: it cannot be read.
        """
        store = TrialStore(self._casebook, self.case_id)
        scratch = store.scratch_of(self._view.case)
        return Trial(self, self._assessor, self._today, store, scratch) if scratch is not None else None

    def _keep(self, after: CaseFile, assessment: Assessment, kind: Kind, name: Message) -> None:
        outcome = outcome_record(after, assessment, self._assessor.pack)
        try:
            self._stored = self._casebook.save(self._stored, after, kind, name, outcome)
        except FileNumberTaken as error:
            raise EditRefused([Problem("file_number", error.message)]) from error

    def _tell(self) -> None:
        self._saved(self.case_id)
        super()._tell()
