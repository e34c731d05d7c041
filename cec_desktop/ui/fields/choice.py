"""Fields one chooses in: one of a list, and yes, no or not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.style import dp, set_kind
from cec_desktop.ui.theme import Theme

Options = Sequence[tuple[str, str]]
"""Values with their words: either sentences to translate, or names that are the same in both languages."""
Name = Callable[[Words, str], str]
"""The words of a value in a language."""


def translated(options: Options) -> Name:
    """Names that are in the catalogues."""
    known = dict(options)
    return lambda words, value: words(known[value]) if value in known else value


class _Box(QComboBox):
    """A list that a wheel does not change by accident, and that goes on with Enter."""

    entered = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ChoiceField(Field):
    """One value of a list, or none; a value the list does not have is shown as it is, never lost."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        values: Sequence[str],
        name: Name,
        none: str | None = N_("not known"),
    ) -> None:
        super().__init__(words, theme, parent)
        self._values = list(values)
        self._name = name
        self._none = none
        self._value: object = None
        self.box = _Box(self)
        self.box.setMinimumContentsLength(4)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._chosen)
        self.box.entered.connect(self._enter)
        self.box.currentIndexChanged.connect(self.edited)
        self._fill()

    def set_values(self, values: Sequence[str]) -> None:
        """Offer other values."""
        if list(values) != self._values:
            self._values = list(values)
            self._fill()

    def show_value(self, value: object) -> None:
        """Show a value unless a refused choice stands here."""
        if self.wrong and self._picked() != self._value:
            self._value = value
            return
        self._value = value
        self.say(None)
        self._point()

    def flush(self) -> bool:
        """Save the choice; False when it is refused."""
        picked = self._picked()
        if picked == self._value:
            return True
        refusal = self.check(self.truth(picked))
        if refusal is not None:
            self.complain(refusal)
            return False
        self._value = picked
        self.say(None)
        self.commit(self.truth(picked))
        return True

    def truth(self, picked: object) -> object:
        """What an entry of the list stands for: itself, unless a subclass knows better."""
        return picked

    def typed(self) -> str | None:
        """A refused choice."""
        return str(self._picked() or "") if self._picked() != self._value else None

    def put_typed(self, text: str) -> None:
        """Choose again what was refused."""
        self.box.setCurrentIndex(self._index(text or None))
        refusal = self.check(self.truth(text or None))
        if refusal is not None:
            self.complain(refusal)

    def revert(self) -> None:
        """Show the saved value again."""
        self._point()
        self.say(None)

    def set_words(self, words: Words) -> None:
        """Name the values in another language."""
        super().set_words(words)
        self._fill()

    def _fill(self) -> None:
        _ = self.words
        picked = self._picked() if self.wrong else self._value
        self.box.clear()
        self.box.setPlaceholderText(_("Choose…"))
        if self._none is not None:
            self.box.addItem(self.words(self._none), None)
        for value in self._values:
            self.box.addItem(self._name(self.words, value), value)
        self.box.setCurrentIndex(self._index(picked))

    def _point(self) -> None:
        self.box.setCurrentIndex(self._index(self._value))

    def _index(self, value: object) -> int:
        """Where a value stands in the list; one that is missing is added."""
        found = next((at for at in range(self.box.count()) if self.box.itemData(at) == value), -1)
        if found < 0 and value is not None:
            self.box.addItem(self._name(self.words, str(value)), value)
            return self.box.count() - 1
        return found

    def _picked(self) -> object:
        return self.box.currentData()

    def _chosen(self) -> None:
        self.flush()

    def _enter(self) -> None:
        if self.flush():
            self.moved_on.emit()


@dataclass(frozen=True, slots=True)
class Answers:
    """The words of the three answers to a yes-no fact."""

    yes: str = N_("Yes")
    no: str = N_("No")
    unknown: str = N_("Not known")


class _Radio(QRadioButton):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TriStateField(Field):
    """Yes, no, or not known: three buttons, never a half-checked box."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, answers: Answers | None = None
    ) -> None:
        super().__init__(words, theme, parent)
        self._answers = answers or Answers()
        self._value: object = None
        self._group = QButtonGroup(self)
        self._buttons = {value: _Radio(self) for value in (True, False, None)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(dp(8))
        for button in self._buttons.values():
            set_kind(button, "choice")
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self.flush)
            button.entered.connect(self.moved_on)
        row.addStretch(1)
        self.setFocusProxy(self._buttons[True])
        self.set_words(words)
        self.show_value(None)

    def show_value(self, value: object) -> None:
        """Show an answer; the keyboard enters at the chosen one."""
        self._value = value
        button = self._buttons[value if isinstance(value, bool) else None]
        button.setChecked(True)
        self.setFocusProxy(button)

    def flush(self) -> bool:
        """Save the answer at once."""
        picked = next(value for value, button in self._buttons.items() if button.isChecked())
        self.setFocusProxy(self._buttons[picked])
        if picked != self._value:
            self._value = picked
            self.give(picked)
        return True

    def give(self, picked: bool | None) -> None:
        """Hand the answer on."""
        self.commit(picked)

    def button(self, answer: bool | None) -> QRadioButton:
        """The button of an answer."""
        return self._buttons[answer]

    def set_words(self, words: Words) -> None:
        """Name the answers in another language."""
        super().set_words(words)
        texts = {True: self._answers.yes, False: self._answers.no, None: self._answers.unknown}
        for value, button in self._buttons.items():
            button.setText(words(texts[value]))

    def set_accessible(self, name: str, description: str) -> None:
        """Every answer says which question it answers."""
        self.setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}, {button.text()}")
            button.setAccessibleDescription(description)


class PresenceField(TriStateField):
    """Whether there is a part of the file at all: yes or no; a new part begins empty."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, part: Callable[[], object]
    ) -> None:
        super().__init__(words, theme, parent)
        self._part = part
        self.button(None).hide()

    def show_value(self, value: object) -> None:
        """Show whether there is one."""
        super().show_value(value is not None)

    def give(self, picked: bool | None) -> None:
        """A part for yes, none for no."""
        self.commit(self._part() if picked else None)


_ANSWERS: Options = (("yes", N_("Yes")), ("no", N_("No")))
_TRUTHS: Mapping[object, bool] = {"yes": True, "no": False}


class AnswerField(ChoiceField):
    """Yes, no or not known as a list, where three buttons have no room."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            theme,
            parent,
            values=[value for value, _name in _ANSWERS],
            name=translated(_ANSWERS),
        )

    def show_value(self, value: object) -> None:
        """Show an answer."""
        super().show_value({True: "yes", False: "no"}.get(value) if isinstance(value, bool) else None)

    def truth(self, picked: object) -> object:
        """The fact an entry of the list stands for."""
        return _TRUTHS.get(picked)
