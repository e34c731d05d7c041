"""Asks for the three facts every client file has, and the name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.day_field import DayField
from cec_desktop.ui.dialog import FormDialog
from cec_desktop.ui.fields.field import Setting
from cec_desktop.ui.theme import Theme

LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class NewFile:
    """What a new client file begins with."""

    family_name: str
    given_names: str | None
    date_of_birth: date
    file_number: str


class NewFileDialog(FormDialog):
    """Use :meth:`ask`."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        today: date,
        number: str,
        taken: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        _ = words
        super().__init__(_("New client file"), _("Make file"), words, theme, parent)
        self._taken = taken
        self.answer: NewFile | None = None
        self.family_name, self.given_names = QLineEdit(self), QLineEdit(self)
        self.date_of_birth = DayField(words, theme, self)
        self.date_of_birth.field.set_setting(Setting(None, today))
        self.date_of_birth.field.noted.connect(self._say_note)
        self.number = QLineEdit(number, self)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.date_of_birth.field.moved_on.connect(self.number.setFocus)
        self.add(_("Family name"), self.family_name)
        self.add(_("Given names"), self.given_names)
        self.add(_("Date of birth (2001-12-31)"), self.date_of_birth)
        self.note = self.add_hint("")
        self.add(_("File number"), self.number)
        self.family_name.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        words: Words,
        theme: Theme,
        today: date,
        number: str,
        taken: Callable[[str], bool],
    ) -> NewFile | None:
        """What the person entered; None when they changed their mind. `taken`: is a file number in use?"""
        dialog = cls(words, theme, today, number, taken, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def accept(self) -> None:
        """Close only with an answer that can be used."""
        born = self._born()
        refusal = self._refusal(born)
        if refusal is not None:
            self.complain(*refusal)
        elif isinstance(born, date):
            self.answer = NewFile(
                self.family_name.text().strip(),
                self.given_names.text().strip() or None,
                born,
                self.number.text().strip(),
            )
            super().accept()

    def _born(self) -> object:
        field = self.date_of_birth.field
        return field.value if field.flush() else None

    def _refusal(self, born: object) -> tuple[str, QWidget] | None:
        _ = self.words
        if not self.family_name.text().strip():
            return _("Every file has a family name."), self.family_name
        if not isinstance(born, date):
            return _("Every file has the day of birth."), self.date_of_birth
        if born > self.date_of_birth.field.setting.today:
            return _("The day of birth is in the future."), self.date_of_birth
        if not self.number.text().strip():
            return _("Every file has a number."), self.number
        if self._taken(self.number.text().strip()):
            return _("Another file has this number."), self.number
        return None

    def _say_note(self) -> None:
        note = self.date_of_birth.field.note
        self.note.setText(note.text if note is not None else "")
