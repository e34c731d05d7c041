"""A page of the settings: labels above fields, choices beside each other, said again in each language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.remark import Remark
from cec_desktop.ui.theme import Theme

Said = Callable[[Words], str]


class Choices(QWidget):
    """One of a few, all in sight."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, Said]], value: str, phrases: Phrases) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(12))
        for name, said in options:
            button = self.buttons[name] = QRadioButton(self)
            phrases.say(button.setText, said)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.choose(value)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.value()))

    def choose(self, value: str) -> None:
        """Show which holds."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
            self.setFocusProxy(self.buttons[value])

    def value(self) -> str:
        """Which holds."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")


class Page(QWidget):
    """One page; what is changed on it holds at once."""

    def __init__(self, title: Said, words: Words, theme: Theme) -> None:
        super().__init__()
        self.phrases = Phrases(words)
        self.named = title
        style.set_ground(self, "surface")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.dp(20), style.dp(16), style.dp(20), style.dp(14))
        self._column.setSpacing(style.dp(4))
        heading = QLabel(self)
        style.set_role(heading, "name")
        self.phrases.say(heading.setText, title)
        self._column.addWidget(heading)
        self._column.addSpacing(style.dp(6))
        self.form = QVBoxLayout()
        self.form.setSpacing(style.dp(4))
        self._column.addLayout(self.form)
        self.wrong = Remark(theme, "not_met", self)
        self._column.addWidget(self.wrong)
        self._column.addStretch()

    @property
    def words(self) -> Words:
        """The words of the present language."""
        return self.phrases.words

    def add(self, text: Said, field: QWidget) -> None:
        """A field with its label above."""
        label = QLabel(self)
        style.set_role(label, "second", "muted")
        label.setBuddy(field)
        self.phrases.say(label.setText, text)
        if isinstance(field, Choices):
            for button in field.buttons.values():
                self.phrases.say(button.setAccessibleDescription, text)
        else:
            target = field
            while (proxy := target.focusProxy()) is not None:
                target = proxy
            self.phrases.say(target.setAccessibleName, text)
        self.form.addSpacing(style.dp(4))
        self.form.addWidget(label)
        self.form.addWidget(field)

    def add_hint(self, text: Said) -> QLabel:
        """Words that explain."""
        hint = QLabel(self)
        style.set_role(hint, "second", "muted")
        hint.setWordWrap(True)
        self.phrases.say(hint.setText, text)
        self.form.addWidget(hint)
        return hint

    def flush(self) -> bool:
        """Take what is being typed; False when something is wrong with it."""
        return True

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self.phrases.speak(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.wrong.set_theme(theme)
