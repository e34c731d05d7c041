"""Settings of this person on this computer: language, theme, name, and when the casebook locks itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from cec_desktop.i18n.words import Words
from cec_desktop.ui.preferences.page import Choices, Page
from cec_desktop.ui.theme import Theme

MINUTES: Final = (1, 2, 5, 10, 15, 30, 60, 0)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What can be set here; `lock_minutes` 0 never locks by itself."""

    language: str
    theme: str
    user_name: str
    lock_minutes: int


class GeneralPage(Page):
    """Each change holds at once."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    name_given = Signal(str)
    minutes_chosen = Signal(int)

    def __init__(self, now: Preferences, words: Words, theme: Theme) -> None:
        super().__init__(lambda _: _("General"), words, theme)
        self._name = now.user_name
        languages = (("en", lambda _: "English"), ("fr", lambda _: "Français"))
        self.language = Choices(languages, now.language, self.phrases)
        self.theme = Choices(
            (
                ("system", lambda _: _("As the system has it")),
                ("light", lambda _: _("Light")),
                ("dark", lambda _: _("Dark")),
            ),
            now.theme,
            self.phrases,
        )
        self.user_name = QLineEdit(now.user_name)
        self.lock = QComboBox()
        for minutes in MINUTES:
            self.lock.addItem("", minutes)
        self.lock.setCurrentIndex(max(0, self.lock.findData(now.lock_minutes)))
        self.add(lambda _: _("Language of the window"), self.language)
        self.add(lambda _: _("Theme"), self.theme)
        self.add(lambda _: _("Lock the casebook when the program is not used"), self.lock)
        self.add(lambda _: _("Your name, kept with every change"), self.user_name)
        self.add_hint(lambda _: _("A new name holds from the next time the casebook is unlocked."))
        self.language.chosen.connect(self.language_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        self.lock.activated.connect(lambda _at: self.minutes_chosen.emit(self.lock.currentData()))
        self.user_name.editingFinished.connect(self.flush)
        self._say_minutes()

    def flush(self) -> bool:
        """Take the name that is typed; a change is never anonymous."""
        name = self.user_name.text().strip()
        self.wrong.say("" if name else self.words("Your name is needed: it stands beside every change."))
        if name and name != self._name:
            self._name = name
            self.name_given.emit(name)
        return bool(name)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        super().set_words(words)
        self._say_minutes()
        if self.wrong.text():
            self.flush()

    def _say_minutes(self) -> None:
        _ = self.words
        for at, minutes in enumerate(MINUTES):
            text = _.plural("after {n} minute", "after {n} minutes", minutes) if minutes else _("never")
            self.lock.setItemText(at, text)
