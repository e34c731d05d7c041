"""The buttons, or the field, that answer the open question; beside them the way to its form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.day_field import DayField
from cec_desktop.ui.fields.field import Field, Setting
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.fields.numbers import HoursField, NumberField
from cec_desktop.ui.fields.scores import ScoreField
from cec_desktop.ui.panel.answers import Answer, Choices, Typed
from cec_desktop.ui.panel.flow import Flow
from cec_desktop.ui.style import dp, set_kind, set_role
from cec_desktop.ui.tables.note_line import NoteLine
from cec_desktop.ui.theme import Theme

_MOST_BUTTONS: Final = 3
"""More choices go into a menu."""
_MOST_MONTHS: Final = Decimal(120)


class AnswerRow(QWidget):
    """Answers one question; it is made for its question and thrown away with it."""

    answered = Signal(object)
    """The edit that answers."""
    form_requested = Signal()

    def __init__(
        self,
        question: str,
        answer: Answer | None,
        setting: Setting,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._question = question
        self._answer = answer
        self.buttons: list[QPushButton] = []
        self.menu: QMenu | None = None
        self.field: Field | None = None
        self._day: DayField | None = None
        self._row = Flow(dp(6))
        self._row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dp(4))
        column.addLayout(self._row)
        self.note = NoteLine(words, theme, self)
        self.note.hide()
        column.addWidget(self.note)
        if isinstance(answer, Choices):
            self._offer(answer)
        elif answer is not None:
            self._ask(answer, setting)
        self.form = self._form_button(answer)

    def take(self, answer: Answer | None) -> bool:
        """Go on with the same answers of a later file; False where they are others."""
        if _shape(answer) != _shape(self._answer):
            return False
        self._answer = answer
        return True

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.note.set_theme(theme)
        if self._day is not None:
            self._day.set_theme(theme)
        elif self.field is not None:
            self.field.set_theme(theme)

    def first(self) -> QWidget:
        """What takes the keyboard first."""
        if self.field is not None:
            return self.field.focusProxy() or self.field
        return self.buttons[0] if self.buttons else self.form

    def still_asked(self) -> None:
        """The file came back without the answer: what was typed was refused and stays."""
        if isinstance(self.field, LineField):
            self.field.show_value(None)

    def _offer(self, answer: Choices) -> None:
        _ = self._words
        if len(answer.choices) <= _MOST_BUTTONS:
            for at, choice in enumerate(answer.choices):
                button = self._button(choice.text)
                button.clicked.connect(self._choosing(at))
                self.buttons.append(button)
            return
        button = self._button(_("Choose…"))
        self.menu = QMenu(button)
        for at, choice in enumerate(answer.choices):
            self.menu.addAction(choice.text).triggered.connect(self._choosing(at))
        button.setMenu(self.menu)
        self.buttons.append(button)

    def _choosing(self, at: int) -> Callable[[], None]:
        return lambda *_checked: self._choose(at)

    def _choose(self, at: int) -> None:
        if isinstance(self._answer, Choices):
            self.answered.emit(self._answer.choices[at].edit)

    def _typed(self, value: object) -> None:
        if isinstance(self._answer, Typed) and value is not None:
            self.answered.emit(self._answer.edit_of(value))

    def _button(self, text: str) -> QPushButton:
        _ = self._words
        button = QPushButton(text, self)
        set_kind(button, "small")
        button.setAccessibleName(_("{answer}: {question}", answer=text, question=self._question))
        self._row.addWidget(button)
        return button

    def _form_button(self, answer: Answer | None) -> QPushButton:
        """The way to the form: the only answer there is, another than those offered, or the rest of it."""
        _ = self._words
        if answer is None:
            button = self._button(_("Answer…"))
        elif isinstance(answer, Choices) and answer.kind == "status":
            button = self._button(_("Another…"))
        else:
            button = self._button(_("In the form…"))
            set_kind(button, "link")
        button.clicked.connect(self.form_requested)
        return button

    def _ask(self, answer: Typed, setting: Setting) -> None:
        _ = self._words
        field, unit = self._field(answer)
        field.set_setting(setting)
        field.commit = self._typed
        field.noted.connect(lambda: self.note.show_note(field.note))
        self.note.followed.connect(field.follow_link)
        field.set_accessible(self._question, "")
        self.field = field
        self._row.addWidget(self._day or field)
        if unit:
            label = QLabel(unit, self)
            set_role(label, "second", "muted")
            self._row.addWidget(label)

    def _field(self, answer: Typed) -> tuple[Field, str]:
        """The field for a kind of answer, and the unit beside it."""
        _, theme = self._words, self._theme
        if answer.kind == "day":
            self._day = DayField(_, theme, self)
            return self._day.field, ""
        if answer.kind == "score":
            score = ScoreField(_, theme, self, ability=answer.ability)
            score.set_sheet(answer.sheet)
            score.setFixedWidth(dp(110))
            return score, ""
        hours = answer.kind == "hours"
        number = HoursField(_, theme, self) if hours else NumberField(_, theme, self, highest=_MOST_MONTHS)
        number.setFixedWidth(dp(64))
        return number, _("h a week") if hours else _("months")


def _shape(answer: Answer | None) -> tuple[object, ...]:
    """What of an answer its buttons and fields are made by."""
    if isinstance(answer, Choices):
        return (answer.kind, *(choice.text for choice in answer.choices))
    return () if answer is None else (answer.kind, answer.ability, answer.sheet)
