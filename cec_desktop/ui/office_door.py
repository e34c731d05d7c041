"""The way into casebooks: which there are, opening, making, the keychain, the demonstration.

Everything behind it is imported only when it is used, so that the locked window stands at once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cec_desktop.ui.casebook_list import CasebookEntry
from cec_desktop.ui.settings import USER_NAME, Setting, Settings

if TYPE_CHECKING:
    from cec_desktop.practice.office import Office
    from cec_desktop.practice.places import Places

_IN_KEYCHAIN: Final = Setting("security/keychain", list[str]())
"""Casebooks whose passphrase was put into the system's keychain from here."""


class OfficeDoor:
    """Opens casebooks; may be used from a thread in the background, but for what touches settings."""

    def __init__(self, places: Places, settings: Settings, today: Callable[[], date] = date.today) -> None:
        self.places, self._settings, self._today = places, settings, today
        self._demonstration: CasebookEntry | None = None

    def entries(self) -> list[CasebookEntry]:
        """The casebooks of this computer, the last one first; a default one that is there is one of them."""
        known = [path for path in self.places.recent_casebooks() if path.exists()]
        default = self.places.default_casebook
        if default.exists() and default not in known:
            known.append(default)
        kept = self._settings.get(_IN_KEYCHAIN)
        entries = [CasebookEntry(path, path.stem, _place(path), str(path) in kept) for path in known]
        return [*entries, self._demonstration] if self._demonstration is not None else entries

    def new_path(self, name: str) -> Path:
        """Where a new casebook of a name is made."""
        from cec_desktop.practice.places import SUFFIX

        return self.places.data / f"{name}{SUFFIX}"

    def user_name(self) -> str:
        """Who sits here: the name that was set, else the account's."""
        from cec_desktop.practice.people import account_name

        return self._settings.get(USER_NAME) or account_name()

    def unlock(self, path: Path, passphrase: str, user_name: str) -> Office:
        """Open a casebook.

        Raises:
            CasebookError: it stays closed; its message says why.
        """
        from cec_desktop.practice.office import Office
        from cec_desktop.practice.people import author_here

        return Office.unlock(path, passphrase, author_here(user_name), self._today)

    def create(self, path: Path, passphrase: str, user_name: str) -> Office:
        """Make a casebook and open it.

        Raises:
            CasebookError: it was not made; its message says why.
        """
        from cec_desktop.practice.office import Office
        from cec_desktop.practice.people import author_here

        return Office.create(path, passphrase, author_here(user_name), self._today)

    def demonstration(self, folder: Path) -> Office:
        """The casebook of invented clients, in a folder that is thrown away.

        Raises:
            CasebookError: it cannot be made there.
        """
        from cec_desktop.practice.demo import DEMO_PASSPHRASE, open_demo
        from cec_desktop.practice.people import author_here

        office = open_demo(folder, author_here(self.user_name()), self._today)
        self._demonstration = CasebookEntry(office.path, office.path.stem, "", published=DEMO_PASSPHRASE)
        return office

    def from_keychain(self, path: Path) -> str | None:
        """The passphrase the system keeps for a casebook."""
        from cec_desktop.practice.passphrase import from_keychain

        return from_keychain(path)

    def keep_in_keychain(self, path: Path, passphrase: str) -> None:
        """Let the system keep a passphrase.

        Raises:
            PassphraseError: it does not; the message says why.
        """
        from cec_desktop.practice.passphrase import keep_in_keychain

        keep_in_keychain(path, passphrase)
        kept = self._settings.get(_IN_KEYCHAIN)
        self._settings.set(_IN_KEYCHAIN, [*(each for each in kept if each != str(path)), str(path)])

    def forget_in_keychain(self, path: Path) -> None:
        """Let the system forget a passphrase.

        Raises:
            PassphraseError: it does not; the message says why.
        """
        from cec_desktop.practice.passphrase import forget_in_keychain

        kept = self._settings.get(_IN_KEYCHAIN)
        self._settings.set(_IN_KEYCHAIN, [each for each in kept if each != str(path)])
        forget_in_keychain(path)

    def remember(self, path: Path) -> None:
        """Put a casebook at the head of the list; a list that cannot be written is let be."""
        if self._demonstration is not None and path == self._demonstration.path:
            return  # it is thrown away
        from cec_desktop.practice.files import FileTroubleError

        try:
            self.places.remember(path)
        except FileTroubleError:
            return


def _place(path: Path) -> str:
    """A folder as people say it: Documents / Casebooks."""
    parent = path.parent
    try:
        inside = parent.relative_to(Path.home())
    except ValueError:
        return str(parent)
    return " / ".join(inside.parts[-2:]) or str(parent)
