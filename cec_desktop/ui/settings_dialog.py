"""Asks for what the program remembers of this person: their name, and when the casebook locks itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.dialog import FormDialog
from cec_desktop.ui.theme import Theme

MINUTES: Final = (1, 2, 5, 10, 15, 30, 60, 0)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What can be set; `lock_minutes` 0 never locks by itself."""

    user_name: str
    lock_minutes: int


class SettingsDialog(FormDialog):
    """Use :meth:`ask`."""

    def __init__(self, now: Preferences, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        _ = words
        super().__init__(_("Settings"), _("Save"), words, theme, parent)
        self.answer: Preferences | None = None
        self.user_name = QLineEdit(now.user_name, self)
        self.add(_("Your name, kept with every change"), self.user_name)
        self.add_hint(_("A new name holds from the next time the casebook is unlocked."))
        self.lock = QComboBox(self)
        for minutes in MINUTES:
            text = _.plural("after {n} minute", "after {n} minutes", minutes) if minutes else _("never")
            self.lock.addItem(text, minutes)
        self.lock.setCurrentIndex(max(0, self.lock.findData(now.lock_minutes)))
        self.add(_("Lock the casebook when the program is not used"), self.lock)

    @classmethod
    def ask(cls, parent: QWidget, now: Preferences, words: Words, theme: Theme) -> Preferences | None:
        """The settings as changed; None when the person changed their mind."""
        dialog = cls(now, words, theme, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def accept(self) -> None:
        """Close with the settings as they stand; a change is never anonymous."""
        if not self.user_name.text().strip():
            _ = self.words
            self.complain(_("Your name is needed: it stands beside every change."), self.user_name)
            return
        self.answer = Preferences(self.user_name.text().strip(), self.lock.currentData())
        super().accept()
