"""What if: a scratch copy of an open file on which dates, hours and scores are tried.

Nothing of it is in the client file before it is taken over, as one step that undo takes back. Until then
the casebook keeps the scratch copy beside the file, so that locking or closing loses nothing.
"""

from __future__ import annotations

import hashlib
from datetime import date

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import CaseFileError, EditRefused, Problem
from cec_desktop.casefile.reading import case_from_raw, case_to_raw, write_case
from cec_desktop.practice.assessing import Assessor
from cec_desktop.practice.editing import Editing
from cec_desktop.practice.view import CaseView
from cec_desktop.practice.what_if import differences
from cec_desktop.rules.findings import Assessment
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.records import Kind


class TrialStore:
    """Where the casebook keeps the scratch copy of one client file; sealed like everything in it."""

    def __init__(self, casebook: Casebook, case_id: str) -> None:
        self._casebook = casebook
        self._name = f"what_if/{case_id}"

    def keep(self, base: CaseFile, scratch: CaseFile) -> None:
        """Keep a scratch copy, and of which state of the file it is one.

        Raises:
            CasebookError: it cannot be saved.
        """
        self._casebook.set_setting(self._name, {"base": _mark(base), "file": case_to_raw(scratch)})

    def forget(self) -> None:
        """Keep no scratch copy.

        Raises:
            CasebookError: it cannot be saved.
        """
        if self._casebook.setting(self._name) is not None:
            self._casebook.set_setting(self._name, None)

    def scratch_of(self, base: CaseFile) -> CaseFile | None:
        """The scratch copy of this state of the file; None where there is none.

        Raises:
            CasebookError: it cannot be read.
        """
        raw = self._casebook.setting(self._name)
        if not isinstance(raw, dict) or raw.get("base") != _mark(base):
            return None
        try:
            return case_from_raw(raw.get("file"))
        except CaseFileError:
            return None


def _mark(case: CaseFile) -> str:
    return hashlib.sha256(write_case(case).encode()).hexdigest()


class Trial(Editing):
    """A scratch copy being worked on, with undo and redo of its own; the client file stays as it is."""

    def __init__(
        self,
        real: Editing,
        assessor: Assessor,
        today: date,
        store: TrialStore,
        scratch: CaseFile | None = None,
    ) -> None:
        """Begin with the file as it stands, or go on with a scratch copy that was kept."""
        super().__init__(scratch or real.view.case, assessor, today)
        self._real, self._kept = real, store
        self._base = real.view.case
        self._unsubscribe = real.subscribe(self._follow)

    @property
    def case_id(self) -> str:
        """The id of the client file it is a copy of."""
        return self._real.case_id

    @property
    def real(self) -> CaseView:
        """The client file as it is saved."""
        return self._real.view

    def tried(self) -> tuple[Message, ...]:
        """What is different in the scratch copy, each difference named like the edit that makes it."""
        return tuple(differences(self._base, self._view.case))

    def take_over(self) -> None:
        """Make the client file what the scratch copy is, in one step, and end.

        Raises:
            EditRefused: the client file is another by now, or would not be sound; nothing happened.
            CasebookError: it could not be saved; nothing happened.
        """
        if self._real.view.case != self._base:
            raise EditRefused([Problem("", message("what_if_outdated"))])
        scratch, tried = self._view.case, self.tried()
        name = (
            message("what_if_taken_over", what=tried[0])
            if len(tried) == 1
            else message("what_if_changes_taken_over", n=len(tried))
        )
        self._real.apply(Edit(name, lambda _case: scratch))
        self.throw_away()

    def throw_away(self) -> None:
        """End; the client file stays as it is.

        Raises:
            CasebookError: the casebook cannot be written, and keeps the scratch copy.
        """
        self._kept.forget()
        self.stop()

    def stop(self) -> None:
        """End for now; what the casebook keeps goes on when the file is opened again."""
        self._unsubscribe()

    def resume(self) -> None:
        """Go on with a scratch copy that was thrown away.

        Raises:
            EditRefused: the client file is another by now.
            CasebookError: it cannot be saved.
        """
        if self._real.view.case != self._base:
            raise EditRefused([Problem("", message("what_if_outdated"))])
        self._kept.keep(self._base, self._view.case)
        self._unsubscribe = self._real.subscribe(self._follow)

    def _keep(self, after: CaseFile, assessment: Assessment, kind: Kind, name: Message) -> None:
        if after == self._base:
            self._kept.forget()
        else:
            self._kept.keep(self._base, after)

    def _follow(self, real: CaseView) -> None:
        """Another day began."""
        self.set_today(real.assessment.today)
