"""What the program remembers between two starts: declared once, typed, kept in an ini file of its own.

Nothing here is about a client: names, numbers and dates of client files stay in the casebook.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

Value = TypeVar("Value", str, int, bool, list[str])


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One thing remembered: its name in the file and what holds until it is set.

    `choices`, where given, are the only values taken; anything else in the file reads as the default.
    """

    key: str
    default: Value
    choices: tuple[Value, ...] = ()


LANGUAGE: Final = Setting("window/language", "", ("", "en", "fr"))
"""Language of the window; empty follows the system."""
THEME: Final = Setting("window/theme", "system", ("system", "light", "dark"))
LOCK_MINUTES: Final = Setting("security/lock_minutes", 10)
"""Minutes without use until the casebook locks; 0 is never."""
KEYCHAIN: Final = Setting("security/keychain", False)
USER_NAME: Final = Setting("user/name", "")
"""Who sits here, kept with every change; empty is the name of the system's account."""
LIST_FILTER: Final = Setting("list/filter", "active", ("active", "archived", "bin", "all"))
LIST_OUTCOME: Final = Setting("list/outcome", "", ("", "met", "not_met", "undetermined"))
LIST_WITHIN: Final = Setting("list/within", 0, (0, 7, 30, 90))
"""Days within which a date is to come; 0 asks nothing."""
LIST_SORT: Final = Setting(
    "list/sort",
    "next_date",
    ("next_date", "name", "number", "outcome", "earliest", "expiry", "changed"),
)
LAST_FOLDER: Final = Setting("window/last_folder", "")


class Settings:
    """Reads and writes what is declared above; a spoilt value in the file reads as the default."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[Value]) -> Value:
        """The value of a setting."""
        stored = self._store.value(setting.key)
        value = setting.default if stored is None else _as_kind_of(setting.default, stored)
        return value if not setting.choices or value in setting.choices else setting.default

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value.

        Raises:
            ValueError: the setting does not take this value.
        """
        if setting.choices and value not in setting.choices:
            raise ValueError(setting.key)
        self._store.setValue(setting.key, value)

    def shape(self, name: str) -> QByteArray | None:
        """The remembered geometry or state of a part of the window."""
        stored = self._store.value(f"shape/{name}")
        return stored if isinstance(stored, QByteArray) else None

    def set_shape(self, name: str, state: QByteArray) -> None:
        """Remember the geometry or state of a part of the window."""
        self._store.setValue(f"shape/{name}", state)

    def size(self, name: str) -> int | None:
        """The remembered width or height of a pane in logical pixels."""
        stored = str(self._store.value(f"size/{name}") or "")
        return int(stored) if stored.isdecimal() else None

    def set_size(self, name: str, pixels: int | None) -> None:
        """Remember the width or height of a pane; None forgets it."""
        if pixels is None:
            self._store.remove(f"size/{name}")
        else:
            self._store.setValue(f"size/{name}", pixels)

    def language(self) -> str:
        """The language of the window: the one chosen, else the system's, else English."""
        return self.get(LANGUAGE) or _system_language()


def _system_language() -> str:
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    if not named:  # where the system says it in another way; not imported for those that say it plainly
        from PySide6.QtCore import QLocale

        named = QLocale.system().name()
    return "fr" if named.startswith("fr") else "en"


def _as_kind_of(default: Value, stored: object) -> Value:
    """The stored value in the type of the default; an ini file gives texts back."""
    if isinstance(default, bool):
        return stored in (True, "true")
    if isinstance(default, int):
        return int(stored) if isinstance(stored, int | str) and str(stored).isdecimal() else default
    if isinstance(default, list):
        many = stored if isinstance(stored, list) else [stored] if stored else []
        return [str(each) for each in many]
    return str(stored)
