"""The unlock screen: the casebooks of this computer left, the passphrase right; never a client's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.casebook_list import CasebookEntry, CasebookList
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.passphrase_pane import PassphrasePane
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.ui.new_casebook import NewCasebookPane

Reason = Callable[[Words], str]


class UnlockView(QFrame):
    """The card in the middle of the locked window."""

    unlock_requested = Signal(object, str)
    """The path of a casebook, and the passphrase typed."""
    keychain_requested = Signal(object)
    """The path of a casebook whose passphrase the system keeps."""
    forget_requested = Signal(object)
    """The path of a casebook whose passphrase the system should keep no longer."""
    create_requested = Signal(object)
    """A :class:`~cec_desktop.ui.new_casebook.NewCasebook`."""
    open_requested = Signal()
    demo_requested = Signal()

    def __init__(
        self, words: Words, theme: Theme, user_name: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._reasons: dict[Path, Reason] = {}
        style.set_ground(self, "window")
        self.passphrase = PassphrasePane(words, theme, self)
        self._user_name = user_name
        self._new_casebook: NewCasebookPane | None = None
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.passphrase)
        self._lay_out(theme)
        self.passphrase.unlock_requested.connect(self._ask)
        self.passphrase.keychain_requested.connect(
            lambda: self.keychain_requested.emit(self.current_casebook())
        )
        self.passphrase.forget_requested.connect(lambda: self.forget_requested.emit(self.current_casebook()))
        self.list.chosen.connect(self._show_current)

    def _lay_out(self, theme: Theme) -> None:
        card = QFrame(self)
        style.set_ground(card, "card")
        card.setFixedWidth(style.dp(720))
        rule = QFrame(card)
        rule.setProperty("rule", "down")
        row = QHBoxLayout(card)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._left(theme), 0)
        row.addWidget(rule)
        row.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch()
        box.addLayout(middle)
        box.addStretch()

    def _left(self, theme: Theme) -> QWidget:
        left = QWidget(self)
        left.setFixedWidth(style.dp(300))
        box = QVBoxLayout(left)
        box.setContentsMargins(0, style.dp(14), 0, style.dp(14))
        box.setSpacing(style.dp(2))
        head = QLabel(left)
        head.setContentsMargins(style.dp(15), 0, style.dp(15), style.dp(6))
        style.set_role(head, "second", "muted")
        self._phrases.say(head.setText, lambda _: _("Casebooks on this computer"))
        self.list = CasebookList(self._phrases.words, theme, left)
        self._phrases.say(self.list.setAccessibleName, lambda _: _("Casebooks on this computer"))
        rule = QFrame(left)
        rule.setProperty("rule", "across")
        box.addWidget(head)
        box.addWidget(self.list)
        box.addStretch(1)
        box.addSpacing(style.dp(8))
        box.addWidget(rule)
        box.addSpacing(style.dp(4))
        self.open_other = self._way(box, "files", lambda _: _("Open another casebook…"))
        self.make_new = self._way(box, "add", lambda _: _("New casebook…"))
        self.demo = self._way(box, "show", lambda _: _("Look at the demonstration"))
        self.open_other.clicked.connect(self.open_requested)
        self.make_new.clicked.connect(self.begin_new)
        self.demo.clicked.connect(self.demo_requested)
        return left

    def _way(self, box: QVBoxLayout, drawing: str, text: Reason) -> QPushButton:
        button = QPushButton(self)
        style.set_kind(button, "row")
        button.setIconSize(QSize(style.dp(16), style.dp(16)))
        self._tints.put(button.setIcon, drawing)
        self._phrases.say(button.setText, text)
        box.addWidget(button)
        return button

    @property
    def new_casebook(self) -> NewCasebookPane:
        """The page that asks for a new casebook, made when it is first needed."""
        if self._new_casebook is None:
            from cec_desktop.ui.new_casebook import NewCasebookPane

            page = NewCasebookPane(self._phrases.words, self._tints.theme, self._user_name(), self)
            page.create_requested.connect(self.create_requested)
            page.cancelled.connect(self._back)
            self._pages.addWidget(page)
            self._new_casebook = page
        return self._new_casebook

    def show_casebooks(self, entries: Sequence[CasebookEntry], current: Path | None) -> None:
        """List the casebooks known here and ask for the passphrase of one; with none, ask for a first one."""
        self.list.show_entries(entries, current)
        if entries:
            self._show_current()
        else:
            self.begin_new()

    def current_casebook(self) -> Path | None:
        """The casebook chosen in the list."""
        entry = self.list.current()
        return entry.path if entry else None

    def say_why(self, path: Path, reason: Reason) -> None:
        """Say why and when a casebook was locked, as long as it is."""
        self._reasons[path] = reason
        self._show_current()

    def begin_new(self) -> None:
        """Ask for what a new casebook needs."""
        _ = self._phrases.words
        first = not self.list.buttons
        self._pages.setCurrentWidget(self.new_casebook)
        self.new_casebook.begin(_("Casebook") if first else "", first=first)

    def refuse(self, sentence: Reason) -> None:
        """Say why the casebook stays closed, or was not made."""
        self.set_busy(False)
        if self._pages.currentWidget() is self.passphrase:
            self.passphrase.refuse(sentence)
        else:
            self.new_casebook.refuse(sentence)

    def set_busy(self, busy: bool) -> None:
        """Wait for the casebook to open."""
        for part in (self.list, self.open_other, self.make_new, self.demo):
            part.setEnabled(not busy)
        self.passphrase.set_busy(busy)
        if self._new_casebook is not None:
            self._new_casebook.set_busy(busy)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.passphrase.set_words(words)
        self.list.set_words(words)
        entry = self.list.current()
        if entry is not None:
            self.passphrase.title.setText(entry.said(words)[0])
        if self._new_casebook is not None:
            self._new_casebook.set_words(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        self.passphrase.set_theme(theme)
        if self._new_casebook is not None:
            self._new_casebook.set_theme(theme)
        self.list.set_theme(theme)

    def focus(self) -> None:
        """Put the cursor where typing goes on."""
        if self._pages.currentWidget() is self.passphrase:
            self.passphrase.field.setFocus()
        else:
            self.new_casebook.passphrase.setFocus()

    def _show_current(self) -> None:
        entry = self.list.current()
        if entry is None:
            return
        self._pages.setCurrentWidget(self.passphrase)
        name, _place = entry.said(self._phrases.words)
        remembers = not entry.published
        self.passphrase.show_casebook(name, self._reasons.get(entry.path), entry.keychain, remembers)
        self.passphrase.field.setFocus()

    def _back(self) -> None:
        self._pages.setCurrentWidget(self.passphrase)
        self._show_current()

    def _ask(self, passphrase: str) -> None:
        path = self.current_casebook()
        if path is not None:
            self.unlock_requested.emit(path, passphrase)
