"""The right half of the unlock card for a new casebook: its name, who sits here, a passphrase twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.passphrase_field import PassphraseField
from cec_desktop.ui.remark import Remark
from cec_desktop.ui.strength import SHORTEST, Strength, strength
from cec_desktop.ui.theme import Theme

_STRENGTHS: dict[Strength, str] = {
    "too_short": N_("Too short: at least {n} characters."),
    "weak": N_("Weak: guessed within hours. Add a few words."),
    "fair": N_("Fair. One more word makes it good."),
    "good": N_("Good."),
    "strong": N_("Strong."),
}


@dataclass(frozen=True, slots=True)
class NewCasebook:
    """What is needed to make a casebook; the passphrase is never shown."""

    name: str
    user_name: str
    passphrase: str = field(repr=False)
    remember: bool = False


class NewCasebookPane(QWidget):
    """Asks for everything a new casebook needs, the passphrase twice."""

    create_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, words: Words, theme: Theme, user_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = Phrases(words)
        self._wrong: Callable[[Words], str] | None = None
        self._folder = Path()
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(30), style.dp(22), style.dp(30), style.dp(22))
        box.setSpacing(style.dp(4))
        self._add_head(box)
        self.name = self._line(box, lambda _: _("Name of the casebook"))
        self.user_name = self._line(box, lambda _: _("Your name, kept with every change"))
        self.user_name.setText(user_name)
        self.passphrase = self._secret(box, words, theme, lambda _: _("Passphrase"))
        self.how_strong = QLabel(self)
        style.set_role(self.how_strong, "second", "muted")
        self.how_strong.setWordWrap(True)
        box.addWidget(self.how_strong)
        self.again = self._secret(box, words, theme, lambda _: _("The same passphrase again"))
        self.wrong = Remark(theme, "not_met", self)
        box.addWidget(self.wrong)
        self._add_foot(box)
        self.passphrase.textChanged.connect(self._say_strength)
        for line in (self.name, self.user_name, self.passphrase, self.again):
            line.textEdited.connect(lambda: self.refuse(None))
            line.returnPressed.connect(self._create)
        self._say_strength()

    def _add_head(self, box: QVBoxLayout) -> None:
        self.title, self._hint = QLabel(self), QLabel(self)
        style.set_role(self.title, "title")
        style.set_role(self._hint, "second", "muted")
        self._hint.setWordWrap(True)
        self._phrases.say(self.title.setText, lambda _: _("New casebook"))
        self._phrases.say(
            self._hint.setText,
            lambda _: _(
                "A casebook is one encrypted file that holds all client files. Nobody can open it without "
                "the passphrase, and nobody can replace the passphrase: keep it in a safe place."
            ),
        )
        box.addWidget(self.title)
        box.addWidget(self._hint)
        box.addSpacing(style.dp(6))

    def _add_foot(self, box: QVBoxLayout) -> None:
        self.remember = QCheckBox(self)
        self.create_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self._phrases.say(self.remember.setText, lambda _: _("Remember in the system keychain"))
        self._phrases.say(self.create_button.setText, lambda _: _("Create casebook"))
        self._phrases.say(self.cancel_button.setText, lambda _: _("Cancel"))
        style.set_kind(self.create_button, "primary")
        box.addWidget(self.remember)
        box.addSpacing(style.dp(6))
        row = QHBoxLayout()
        row.addWidget(self.create_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        box.addLayout(row)
        box.addStretch()
        self.create_button.clicked.connect(self._create)
        self.cancel_button.clicked.connect(self.cancelled)

    def _label(self, box: QVBoxLayout, line: QLineEdit, text: Callable[[Words], str]) -> None:
        label = QLabel(self)
        style.set_role(label, "second", "muted")
        label.setBuddy(line)
        self._phrases.say(label.setText, text)
        self._phrases.say(line.setAccessibleName, text)
        box.addWidget(label)
        box.addWidget(line)

    def _line(self, box: QVBoxLayout, text: Callable[[Words], str]) -> QLineEdit:
        line = QLineEdit(self)
        self._label(box, line, text)
        return line

    def _secret(
        self, box: QVBoxLayout, words: Words, theme: Theme, text: Callable[[Words], str]
    ) -> PassphraseField:
        line = PassphraseField(words, theme, self)
        self._label(box, line, text)
        return line

    def begin(self, name: str, *, first: bool) -> None:
        """Start over with a proposed name; the very first casebook cannot be cancelled."""
        self.name.setText(name)
        self.passphrase.forget()
        self.again.forget()
        self.cancel_button.setVisible(not first)
        self.refuse(None)
        (self.name if not first else self.passphrase).setFocus()

    def refuse(self, sentence: Callable[[Words], str] | None) -> None:
        """Say why the casebook is not made; what was typed stays."""
        self._wrong = sentence
        self.wrong.say(sentence(self._phrases.words) if sentence else "")
        if sentence is None:
            for line in (self.passphrase, self.again):
                line.set_wrong(False)

    def set_busy(self, busy: bool) -> None:
        """Wait while the casebook is made."""
        self.create_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.passphrase.set_words(words)
        self.again.set_words(words)
        self._say_strength()
        if self._wrong is not None:
            self.wrong.say(self._wrong(words))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for part in (self.passphrase, self.again, self.wrong):
            part.set_theme(theme)

    def _say_strength(self) -> None:
        _ = self._phrases.words
        typed = self.passphrase.text()
        if typed:
            self.how_strong.setText(_(_STRENGTHS[strength(typed)], n=SHORTEST))
        else:
            self.how_strong.setText(
                _("Five or six words chosen by chance are strong, and can be remembered.")
            )

    def _create(self) -> None:
        problem = self._problem()
        if problem is not None:
            line, sentence = problem
            self.refuse(sentence)
            line.setFocus()
            line.selectAll()
            if isinstance(line, PassphraseField):
                line.set_wrong(True)
            return
        self.create_requested.emit(
            NewCasebook(
                self.name.text().strip(),
                self.user_name.text().strip(),
                self.passphrase.text(),
                self.remember.isChecked(),
            )
        )

    def _problem(self) -> tuple[QLineEdit, Callable[[Words], str]] | None:
        if not self.name.text().strip() or set(self.name.text()) & set('/\\:*?"<>|'):
            return self.name, lambda _: _("A name is needed, without signs such as / or :")
        if not self.user_name.text().strip():
            return self.user_name, lambda _: _("Your name is needed: it stands beside every change.")
        if len(self.passphrase.text()) < SHORTEST:
            too_short = _STRENGTHS["too_short"]
            return self.passphrase, lambda _: _(too_short, n=SHORTEST)
        if self.passphrase.text() != self.again.text():
            return self.again, lambda _: _("The two passphrases are not the same.")
        return None
