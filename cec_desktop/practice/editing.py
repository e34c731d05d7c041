"""Working on a client file: edits with their names, undo and redo, previews, and views that are told.

Where the result of an edit is kept is for the subclass to say: in the casebook, or nowhere yet.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.practice.assessing import Assessor
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import Assessment
from cec_desktop.rules.validation import checked_edit
from cec_desktop.storage.records import Kind

MERGE_SECONDS = 60
"""Edits of one field no further apart than this are one undo step."""

Callback = Callable[[CaseView], None]


@dataclass(frozen=True, slots=True)
class _Step:
    """One undo step; ``at`` is the time of its last edit on the session's clock."""

    name: Message
    before: CaseFile
    after: CaseFile
    merge_key: str | None
    at: float


class Editing(ABC):
    """A client file being worked on; what every view shows is :attr:`view`."""

    def __init__(
        self, case: CaseFile, assessor: Assessor, today: date, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with a file as it stands; ``clock`` counts seconds."""
        self._assessor = assessor
        self._today = today
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._callbacks: list[Callback] = []
        self._view = CaseView(case, assessor.assess(case, today))

    @property
    @abstractmethod
    def case_id(self) -> str:
        """The id of the client file in its casebook."""

    @abstractmethod
    def _keep(self, after: CaseFile, assessment: Assessment, kind: Kind, name: Message) -> None:
        """Keep the file as an edit made it.

        Raises:
            EditRefused: it cannot be kept as it is.
            CasebookError: it could not be saved.
        """

    @property
    def view(self) -> CaseView:
        """The file as it stands, and what the rules say of it."""
        return self._view

    @property
    def undo_name(self) -> Message | None:
        """What undo would take back; None when there is nothing."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> Message | None:
        """What redo would do again; None when there is nothing."""
        return self._undone[-1].name if self._undone else None

    def apply(self, edit: Edit) -> None:
        """Make an edit, keep it, and tell the views; an edit that changes nothing is none.

        Raises:
            EditRefused: the file would not be sound, or its number is in use; nothing happened.
            CasebookError: it could not be saved; nothing happened.
        """
        before = self._view.case
        after = checked_edit(edit, before)
        if after == before:
            return
        name = edit.name_in(before)
        self._store(after, Kind.EDITED, name)
        self._undone.clear()
        self._remember(_Step(name, before, after, edit.merge_key, self._clock()))
        self._tell()

    def preview(self, edit: Edit) -> CaseView:
        """The file as it would be, with what the rules would say; nothing is kept and nobody is told.

        Raises:
            EditRefused: the file would not be sound.
        """
        case = edit.change(self._view.case)
        return CaseView(case, self._assessor.preview(case, self._today), preview=True)

    def undo(self) -> None:
        """Take the last step back, if there is one.

        Raises:
            EditRefused: the old file number is in use by now; nothing happened.
            CasebookError: it could not be saved; nothing happened.
        """
        if not self._done:
            return
        step = self._done[-1]
        self._store(step.before, Kind.UNDONE, message("edit_undone", what=step.name))
        self._undone.append(self._done.pop())
        if self._done:  # what is typed next is a step of its own
            self._done[-1] = replace(self._done[-1], merge_key=None)
        self._tell()

    def redo(self) -> None:
        """Do the step last taken back again, if there is one.

        Raises:
            EditRefused: the file number is in use by now; nothing happened.
            CasebookError: it could not be saved; nothing happened.
        """
        if not self._undone:
            return
        step = self._undone[-1]
        self._store(step.after, Kind.REDONE, message("edit_redone", what=step.name))
        self._done.append(replace(self._undone.pop(), merge_key=None))
        self._tell()

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Tell ``callback`` of every change, in this thread; the result ends that."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def set_today(self, today: date) -> None:
        """Go on with another day, as after midnight."""
        if today != self._today:
            self._today = today
            self._view = CaseView(self._view.case, self._assessor.assess(self._view.case, today))
            self._tell()

    def _store(self, after: CaseFile, kind: Kind, name: Message) -> None:
        assessment = self._assessor.assess(after, self._today)
        self._keep(after, assessment, kind, name)
        self._view = CaseView(after, assessment)

    def _remember(self, step: _Step) -> None:
        last = self._done[-1] if self._done else None
        if last is None or not _continues(last, step):
            self._done.append(step)
        elif step.after == last.before:  # typed, and typed back
            self._done.pop()
        else:
            self._done[-1] = replace(step, name=last.name, before=last.before)

    def _tell(self) -> None:
        for callback in tuple(self._callbacks):
            callback(self._view)


def _continues(last: _Step, step: _Step) -> bool:
    """Whether an edit goes on with the same field soon enough to be part of the step before."""
    same = step.merge_key is not None and step.merge_key == last.merge_key
    return same and step.at - last.at <= MERGE_SECONDS
