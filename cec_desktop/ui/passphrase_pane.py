"""The right half of the unlock card for a casebook there is: passphrase, what is wrong with it, Unlock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.icons import pixmap
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.passphrase_field import PassphraseField
from cec_desktop.ui.remark import Remark
from cec_desktop.ui.theme import Theme

_PROGRESS_AFTER_MS = 150


class PassphrasePane(QWidget):
    """Asks for the passphrase of the casebook chosen."""

    unlock_requested = Signal(str)
    keychain_requested = Signal()
    forget_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._wrong: Callable[[Words], str] | None = None
        self._busy_soon = QTimer(self)
        self._busy_soon.setSingleShot(True)
        self._busy_soon.setInterval(_PROGRESS_AFTER_MS)
        self._busy_soon.timeout.connect(self._show_waiting)
        self._build(words, theme)
        self.set_theme(theme)

    def _build(self, words: Words, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(30), style.dp(26), style.dp(30), style.dp(26))
        box.setSpacing(style.dp(6))
        box.addLayout(self._head())
        box.addSpacing(style.dp(14))
        label = QLabel(self)
        style.set_role(label, "second", "muted")
        self.field = PassphraseField(words, theme, self)
        label.setBuddy(self.field)
        self._phrases.say(label.setText, lambda _: _("&Passphrase"))
        self._phrases.say(self.field.setAccessibleName, lambda _: _("Passphrase"))
        self.wrong, self.caps = Remark(theme, "not_met", self), Remark(theme, "advisory", self)
        self.caps.hide()
        self.remember = QCheckBox(self)
        self._phrases.say(self.remember.setText, lambda _: _("Remember in the system keychain"))
        for widget in (label, self.field, self.caps, self.wrong, self.remember):
            box.addWidget(widget)
        box.addSpacing(style.dp(6))
        box.addWidget(self._button_row())
        box.addStretch()
        self.field.returnPressed.connect(self._ask)
        self.field.textEdited.connect(lambda: self.refuse(None))
        self.field.caps_lock_changed.connect(self._say_caps)

    def _head(self) -> QHBoxLayout:
        self._picture, self.title, self._reason = QLabel(self), QLabel(self), QLabel(self)
        style.set_role(self.title, "title")
        style.set_role(self._reason, "second", "muted")
        self._reason.setWordWrap(True)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(style.dp(14))
        row.addWidget(self._picture)
        row.addLayout(names, 1)
        return row

    def _button_row(self) -> QStackedWidget:
        page = QWidget(self)
        self.unlock, self.keychain, self.forget = (QPushButton(page) for _ in range(3))
        style.set_kind(self.unlock, "primary")
        self._tints.put(self.unlock.setIcon, "unlock", "on-accent")
        self._phrases.say(self.unlock.setText, lambda _: _("Unlock"))
        self._phrases.say(self.keychain.setText, lambda _: _("Use the keychain"))
        self._phrases.say(self.forget.setText, lambda _: _("Forget it there"))
        style.set_kind(self.forget, "link")
        self.keychain.hide()
        self.forget.hide()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.unlock)
        row.addWidget(self.keychain)
        row.addWidget(self.forget)
        row.addStretch()
        self._buttons = QStackedWidget(self)
        self._buttons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._buttons.addWidget(page)
        self.unlock.clicked.connect(self._ask)
        self.keychain.clicked.connect(self.keychain_requested)
        self.forget.clicked.connect(self.forget_requested)
        return self._buttons

    def _show_waiting(self) -> None:
        """The progress line in the buttons' place, made when somebody first has to wait."""
        if self._buttons.count() == 1:
            self._buttons.addWidget(self._waiting_page())
        self._buttons.setCurrentIndex(1)

    def _waiting_page(self) -> QWidget:
        from PySide6.QtWidgets import QProgressBar

        waiting = QWidget(self)
        line, said = QProgressBar(waiting), QLabel(waiting)
        line.setRange(0, 0)
        line.setTextVisible(False)
        style.set_role(said, "second", "muted")
        self._phrases.say(said.setText, lambda _: _("Unlocking…"))
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(said)
        column.addWidget(line)
        return waiting

    def show_casebook(
        self, name: str, reason: Callable[[Words], str] | None, keychain: bool, may_keep: bool = True
    ) -> None:
        """Ask for the passphrase of another casebook.

        `reason` says why it is locked, `keychain` whether the system keeps its passphrase, `may_keep` whether
        the person is asked if it should.
        """
        self.title.setText(name)
        self._said_reason = reason
        self._reason.setText(reason(self._phrases.words) if reason else "")
        self._reason.setVisible(reason is not None)
        self.keychain.setVisible(keychain)
        self.forget.setVisible(keychain)
        self.remember.setVisible(may_keep and not keychain)
        self.field.forget()
        self.refuse(None)

    def refuse(self, sentence: Callable[[Words], str] | None) -> None:
        """Say what is wrong under the field and select what was typed; None takes it back."""
        self._wrong = sentence
        self.wrong.say(sentence(self._phrases.words) if sentence else "")
        self.field.set_wrong(sentence is not None)
        if sentence is not None:
            self.field.setFocus()
            self.field.selectAll()

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer; the progress line comes only when the wait is felt."""
        self.field.setReadOnly(busy)
        self.unlock.setEnabled(not busy)
        self.keychain.setEnabled(not busy)
        self.forget.setEnabled(not busy)
        if busy:
            self._busy_soon.start()
        else:
            self._busy_soon.stop()
            self._buttons.setCurrentIndex(0)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.field.set_words(words)
        if self._said_reason is not None:
            self._reason.setText(self._said_reason(words))
        if self._wrong is not None:
            self.wrong.say(self._wrong(words))
        if self.caps.text():
            self._say_caps(True)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        for part in (self.field, self.wrong, self.caps):
            part.set_theme(theme)
        self._picture.setPixmap(pixmap("app", theme, style.dp(34), self.devicePixelRatioF(), "accent"))

    _said_reason: Callable[[Words], str] | None = None

    def _say_caps(self, on: bool) -> None:
        _ = self._phrases.words
        self.caps.say(_("Caps Lock is on") if on else "")
        self.caps.setVisible(on)

    def _ask(self) -> None:
        if not self.field.text():
            self.refuse(lambda _: _("Type the passphrase of this casebook."))
        elif self.unlock.isEnabled():
            self.unlock_requested.emit(self.field.text())
