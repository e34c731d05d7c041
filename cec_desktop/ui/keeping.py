"""Keeps what is typed into an open file and cannot be saved yet, and offers it again where it was.

Kept in the casebook beside the file a moment after the last key, so that a lock, a crash or closing loses
nothing that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from cec_desktop.storage.errors import CasebookError
from cec_desktop.ui.messages import Messages, Notice, Offer

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.session import CaseSession
    from cec_desktop.storage.difference import Json
    from cec_desktop.ui.header import FileHeader
    from cec_desktop.ui.views import TablesLike

PAUSE_MS: Final = 700
"""So long after the last key what is typed is kept."""
_TOPIC: Final = "unsaved"


class Keeper(QObject):
    """Watches the head and the tables of one file."""

    def __init__(
        self,
        file: CaseSession,
        header: FileHeader,
        tables: TablesLike,
        messages: Messages,
        words: Callable[[], Words],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._header, self._tables, self._messages = file, header, tables, messages
        self._words = words
        self._kept: Json = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        tables.unsaved_changed.connect(self._pause.start)
        header.date.field.edited.connect(self._pause.start)

    def changed(self) -> None:
        """Something was saved: what is kept may be more than what is still unsaved."""
        if self._kept is not None:
            self._pause.start()

    def keep(self) -> bool:
        """Keep what is typed now; False when the casebook cannot take it."""
        self._pause.stop()
        now = self._unsaved()
        if now == self._kept:
            return True
        try:
            self._file.keep_draft(now)
        except CasebookError:
            return False  # saving itself will say what is wrong with the casebook
        self._kept = now
        if now is None:
            self._messages.take_away(_TOPIC)
        return True

    def put_back(self) -> None:
        """Put back what was kept when the file was closed, and say so."""
        found = self._file.draft()
        if not isinstance(found, dict):
            return
        self._kept = found
        places: list[str] = []
        pages = found.get("pages")
        if isinstance(pages, dict):
            places += self._tables.put_unsaved(pages)
        head = found.get("head")
        if isinstance(head, str):
            self._header.date.field.put_typed(head)
            _ = self._words()
            places.append(_("Day of the application"))
        if places:
            self._say(places)
        self._pause.start()

    def stop(self) -> None:
        """Keep what is typed, and watch no longer."""
        self.keep()
        self._pause.stop()

    def _unsaved(self) -> Json:
        pages, head = self._tables.unsaved(), self._header.date.field.typed()
        if not pages and head is None:
            return None
        return {**({"pages": pages} if pages else {}), **({"head": head} if head is not None else {})}

    def _say(self, places: list[str]) -> None:
        self._messages.show_notice(
            Notice(
                _TOPIC,
                "advisory",
                lambda _: _("{places}. It stands again where it was typed.", places="; ".join(places)),
                title=lambda _: _("Typed before and not saved:"),
                offers=(
                    Offer(lambda _: _("Show"), self._tables.show_unsaved),
                    Offer(lambda _: _("Throw away"), self._throw_away),
                ),
            )
        )

    def _throw_away(self) -> None:
        self._header.date.field.revert()
        self._tables.drop_unsaved()
        self.keep()
        self._messages.take_away(_TOPIC)
