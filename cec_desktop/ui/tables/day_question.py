"""Asks for a day: on which to cut a period in two, or to end it. What is wrong is said while one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.day_field import DayField
from cec_desktop.ui.dialog import FormDialog
from cec_desktop.ui.fields.field import Setting
from cec_desktop.ui.theme import Theme

Refusal = Callable[[date], str | None]


class DayQuestion(FormDialog):
    """Use :meth:`ask`."""

    def __init__(
        self,
        act: str,
        label: str,
        proposed: date,
        setting: Setting,
        refusal: Refusal,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(act, act, words, theme, parent)
        self._refusal = refusal
        self.answer: date | None = None
        self.day = DayField(words, theme, self)
        self.day.field.set_setting(setting)
        self.day.field.show_value(proposed)
        self.day.field.noted.connect(self._say_note)
        self.day.field.moved_on.connect(self.accept)
        self.add(label, self.day)
        self.note = self.add_hint("")
        self.day.field.edit.selectAll()
        self.day.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        act: str,
        label: str,
        proposed: date,
        setting: Setting,
        refusal: Refusal,
        words: Words,
        theme: Theme,
    ) -> date | None:
        """The day; None when the person thinks better of it."""
        dialog = cls(act, label, proposed, setting, refusal, words, theme, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def accept(self) -> None:
        """Take the day, or say what is wrong with it."""
        _ = self.words
        field = self.day.field
        if not field.flush():
            self.complain(field.note.text if field.note is not None else "", field)
            return
        if not isinstance(field.value, date):
            self.complain(_("The day is needed."), field)
            return
        refusal = self._refusal(field.value)
        if refusal is not None:
            self.complain(refusal, field)
            return
        self.answer = field.value
        super().accept()

    def _say_note(self) -> None:
        note = self.day.field.note
        self.note.setText(note.text if note is not None else "")
