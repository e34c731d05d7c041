"""What undo and redo mean now: the act on a whole file just done, else the last edit of the open file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cec_desktop.i18n.words import Words

if TYPE_CHECKING:
    from cec_desktop.casefile.message import Message
    from cec_desktop.ui.actions import Actions
    from cec_desktop.ui.file_acts import Done
    from cec_desktop.ui.session_object import SessionObject
    from cec_desktop.ui.status_bar import StatusBar


class Undoing:
    """Names undo and redo in the menu and in the undo line, and carries them out."""

    def __init__(
        self, actions: Actions, status: StatusBar, session: Callable[[], SessionObject | None]
    ) -> None:
        """`session` gives the session of the file on show."""
        self._actions, self._status, self._session = actions, status, session
        self._act: Done | None = None

    def edit_was_done(self, name: Message) -> None:
        """An edit was made: it comes before any act on a whole file."""
        self._act = None
        self._status.offer_undo(lambda _: _.message(name))
        self.name()

    def act_was_done(self, done: Done) -> None:
        """A whole file was archived, deleted, or the like."""
        self._act = done
        self._status.offer_undo(done.said)
        self.name()

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._act = None
        self._status.withdraw_undo()

    def undo(self) -> None:
        """Take back what was done last."""
        self._status.withdraw_undo()
        done, self._act = self._act, None
        session = self._session()
        if done is not None:
            done.take_back()
        elif session is not None:
            session.undo()
        self.name()

    def redo(self) -> None:
        """Do the last edit that was taken back again."""
        session = self._session()
        if session is not None:
            session.redo()
        self.name()

    def name(self) -> None:
        """Say in the menu what undo and redo would do."""
        session = self._session()
        undo = self._act.said if self._act is not None else _said(session.undo_name if session else None)
        self._actions.name_undo(undo, _said(session.redo_name if session else None))


def _said(message: Message | None) -> Callable[[Words], str] | None:
    if message is None:
        return None
    return lambda _: _.message(message)
