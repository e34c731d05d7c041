"""Between the unlock screen and the door: asks for the casebook in the background and says how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cec_desktop.i18n.words import Words
from cec_desktop.ui.kit import Kit
from cec_desktop.ui.office_door import OfficeDoor
from cec_desktop.ui.settings import USER_NAME
from cec_desktop.ui.unlock import UnlockView

if TYPE_CHECKING:
    from cec_desktop.practice.office import Office
    from cec_desktop.ui.new_casebook import NewCasebook


class Gate(QObject):
    """Opens and makes casebooks off the window's thread."""

    opened = Signal(object)
    """An open office."""
    not_remembered = Signal(object)
    """Why the system's keychain did not take the passphrase of a casebook that is open."""

    def __init__(self, view: UnlockView, door: OfficeDoor, kit: Kit, words: Words) -> None:
        super().__init__(view)
        self._view, self._door, self._kit, self._words = view, door, kit, words
        view.unlock_requested.connect(self._unlock)
        view.keychain_requested.connect(self._unlock_from_keychain)
        view.forget_requested.connect(self._forget)
        view.create_requested.connect(self._create)
        view.open_requested.connect(self.open_other)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words

    def show_casebooks(self, current: Path | None = None) -> None:
        """List the casebooks of this computer."""
        self._view.show_casebooks(self._door.entries(), current)

    def open_other(self) -> None:
        """Ask for a casebook elsewhere and put it on the list."""
        _ = self._words
        kinds = _("Casebooks") + " (*.casebook)"
        chosen = self._kit.asker.files_to_open(self._view, _("Open another casebook"), Path.home(), kinds)
        if chosen:
            self._door.remember(chosen[0])
            self.show_casebooks(chosen[0])

    def _unlock(self, path: Path, passphrase: str) -> None:
        remember = self._view.passphrase.remember.isChecked()
        self._ask_for(path, passphrase, remember=remember)

    def _ask_for(self, path: Path, passphrase: str, *, remember: bool) -> None:
        user_name = self._door.user_name()
        self._view.set_busy(True)
        self._kit.background.run(
            lambda _task: self._door.unlock(path, passphrase, user_name),
            lambda office: self._let_in(office, passphrase if remember else None),
            self._refuse,
        )

    def _unlock_from_keychain(self, path: Path) -> None:
        self._view.set_busy(True)

        def found(passphrase: str | None) -> None:
            if passphrase is None:
                self._view.refuse(lambda _: _("The keychain does not have this passphrase. Type it."))
            else:
                self._ask_for(path, passphrase, remember=False)

        self._kit.background.run(lambda _task: self._door.from_keychain(path), found, self._refuse)

    def _forget(self, path: Path) -> None:
        self._kit.background.run(
            lambda _task: self._door.forget_in_keychain(path),
            lambda _nothing: self.show_casebooks(path),
            self._refuse,
        )

    def _create(self, new: NewCasebook) -> None:
        self._kit.settings.set(USER_NAME, new.user_name)
        path = self._door.new_path(new.name)
        self._view.set_busy(True)
        self._kit.background.run(
            lambda _task: self._door.create(path, new.passphrase, new.user_name),
            lambda office: self._let_in(office, new.passphrase if new.remember else None),
            self._refuse,
        )

    def _let_in(self, office: Office, to_remember: str | None) -> None:
        self._door.remember(office.path)
        self._view.set_busy(False)
        self._view.passphrase.field.forget()
        self.opened.emit(office)
        if to_remember is not None:
            path = office.path
            self._kit.background.run(
                lambda _task: self._door.keep_in_keychain(path, to_remember),
                lambda _nothing: None,
                self.not_remembered.emit,
            )

    def _refuse(self, error: Exception) -> None:
        from cec_desktop.ui.failure import is_ours, sentence

        self._view.refuse(lambda words: sentence(error, words))
        if is_ours(error):
            self._kit.fault(error)
