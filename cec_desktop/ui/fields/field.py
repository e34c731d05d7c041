"""What every field of a form has in common: a value it shows, a commit that may be refused, a note beside it.

A field saves when it is left. What cannot be read, or is refused, stays as it was typed, with the reason in
the note; only Escape takes it back. A value that arrives from outside never disturbs what is being typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.style import restyle
from cec_desktop.ui.theme import Theme

Check = Callable[[object], str | None]
"""Why a value that can be read is refused all the same (it ends before it starts), or None."""
Commit = Callable[[object], None]
"""Takes the new value of a field that was left."""
CommitOther = Callable[[str, object], None]
"""Takes the value of another fact of the same item, which a note's link offered."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a field; ``link`` offers another reading of what was typed."""

    kind: Literal["reading", "month", "wrong", "hint"]
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What fields need to know of the file around them: the day of the application, and today."""

    application_date: date | None
    today: date
    studies: tuple[tuple[str, str], ...] = ()
    """Ids and names of the studies of the person the form speaks of."""
    edition: str = ""
    """The NOC edition in force on the day of the application."""
    jobs: tuple[tuple[str, str], ...] = ()
    """Ids and names of that person's jobs."""

    @property
    def anchor(self) -> date:
        """The day from which ``+6m`` is counted."""
        return self.application_date or self.today


class UnreadableError(ValueError):
    """What was typed is no value of the field; the text is the sentence shown beside it."""


class Field(QWidget):
    """A field of a form, without its label; the form lays out label, field and note."""

    noted = Signal()
    """The note has changed."""
    edited = Signal()
    """What stands in the field unsaved is other than before."""
    moved_on = Signal()
    """Enter was pressed and what stands in the field is saved."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.theme = theme
        self.setting = Setting(None, date.min)
        self.note: Note | None = None
        self.check: Check = _accept
        self.commit: Commit = _ignore
        self.commit_other: CommitOther = _ignore_other

    def show_value(self, value: object) -> None:
        """Show the value of the file; what is being typed or was refused stays."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Save what is typed; False when it cannot be read or is refused."""
        return True

    def typed(self) -> str | None:
        """What stands in the field unsaved, None when all is saved."""
        return None

    def put_typed(self, text: str) -> None:
        """Put unsaved words back, as :meth:`typed` gave them, and say again what is wrong with them."""

    def revert(self) -> None:
        """Take back what is unsaved."""

    def follow_link(self) -> None:
        """Take what the note's link offers."""

    def set_setting(self, setting: Setting) -> None:
        """Take over what the file around the field says."""
        self.setting = setting

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self.words = words

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.theme = theme

    def set_accessible(self, name: str, description: str) -> None:
        """Name the part that takes the keyboard, for screen readers."""
        target = self.focusProxy() or self
        target.setAccessibleName(name)
        target.setAccessibleDescription(description)

    def parts(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        return (self.focusProxy() or self,)

    def say(self, note: Note | None) -> None:
        """Show a note beside the field."""
        if note == self.note:
            return
        self.note = note
        target = self.focusProxy()
        if target is not None and target.property("wrong") != self.wrong:
            target.setProperty("wrong", self.wrong)
            restyle(target)
        self.noted.emit()

    @property
    def wrong(self) -> bool:
        """Whether what stands in the field is not saved because it is wrong."""
        return self.note is not None and self.note.kind == "wrong"

    def complain(self, sentence: str) -> None:
        """Say what is wrong with what stands in the field."""
        self.say(Note("wrong", sentence))


def _accept(_value: object) -> str | None:
    return None


def _ignore(_value: object) -> None:
    return None


def _ignore_other(_name: str, _value: object) -> None:
    return None
