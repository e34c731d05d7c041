"""An open client file for the window: its session as a QObject, with previews no faster than the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from cec_desktop.ui.failure import explained

if TYPE_CHECKING:
    from cec_desktop.casefile.edits import Edit
    from cec_desktop.casefile.message import Message
    from cec_desktop.practice.editing import Editing
    from cec_desktop.practice.session import CaseSession
    from cec_desktop.practice.view import CaseView

PREVIEW_MS: Final = 16
"""At most one preview in so long; the first comes at once and the last is never lost."""


class SessionObject(QObject):
    """Applies, previews, undoes; says what to show and what was refused.

    `file` is the session of the client file, whatever copy of it is being worked on.
    """

    shown = Signal(object)
    """The :class:`~cec_desktop.practice.view.CaseView` every view should show now."""
    done = Signal(object)
    """The name (a message) of an edit that was made and saved."""
    refused = Signal(object)
    """The exception that stopped an edit; the file is as it was."""

    def __init__(self, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = session
        self._session: Editing = session
        self._unsubscribe = session.subscribe(self._changed)
        self._waiting: Edit | None = None
        self._previewing = False
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PREVIEW_MS)
        self._pace.timeout.connect(self._show_waiting)

    @property
    def case_id(self) -> str:
        """The id of the client file."""
        return self._session.case_id

    @property
    def view(self) -> CaseView:
        """The file as it is saved, or its scratch copy while one is worked on, and what is said of it."""
        return self._session.view

    @property
    def undo_name(self) -> Message | None:
        """What undo would take back."""
        return self._session.undo_name

    @property
    def redo_name(self) -> Message | None:
        """What redo would do again."""
        return self._session.redo_name

    def apply(self, edit: Edit) -> bool:
        """Make an edit; False when it was refused."""
        return self.carry_out(lambda: self._session.apply(edit))

    def carry_out(self, act: Callable[[], None]) -> bool:
        """Do what may make an edit; False when it was refused."""
        before = self._session.view
        if not self._tried(act):
            return False
        name = self._session.undo_name
        if self._session.view is not before and name is not None:
            self.done.emit(name)
        return True

    def preview(self, edit: Edit | None) -> None:
        """Show the file as the edit would make it; None shows it as it is."""
        if edit is None:
            if self._end_preview():
                self.shown.emit(self._session.view)
        elif self._pace.isActive():
            self._waiting = edit
        else:
            self._show_preview(edit)

    def undo(self) -> bool:
        """Take the last step back; False when that was refused."""
        return self._tried(self._session.undo)

    def redo(self) -> bool:
        """Do the last step again; False when that was refused."""
        return self._tried(self._session.redo)

    def work_on(self, session: Editing, *, show: bool = True) -> None:
        """Go on with a scratch copy of the file, or with the file itself again."""
        self._end_preview()
        self._unsubscribe()
        self._session = session
        self._unsubscribe = session.subscribe(self._changed)
        if show:
            self.shown.emit(session.view)

    def close(self) -> None:
        """Listen no longer."""
        self._pace.stop()
        self._unsubscribe()

    def _tried(self, act: Callable[[], None]) -> bool:
        before, previewed = self._session.view, self._end_preview()
        try:
            act()
        except explained() as error:
            if previewed:
                self.shown.emit(before)
            self.refused.emit(error)
            return False
        if previewed and self._session.view is before:
            self.shown.emit(before)  # the edit changed nothing: what was dragged goes back
        return True

    def _changed(self, view: CaseView) -> None:
        self.shown.emit(view)

    def _show_preview(self, edit: Edit) -> None:
        from cec_desktop.casefile.problems import CaseFileError

        self._previewing = True
        self._pace.start()
        try:
            view = self._session.preview(edit)
        except CaseFileError:
            return  # the gesture itself says why it cannot be
        self.shown.emit(view)

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._show_preview(waiting)

    def _end_preview(self) -> bool:
        was, self._previewing, self._waiting = self._previewing, False, None
        self._pace.stop()
        return was
