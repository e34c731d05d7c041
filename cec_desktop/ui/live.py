"""Texts and icons that follow the window's language and theme: said and tinted again on every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cec_desktop.ui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme


class Phrases:
    """Remembers where a text goes and how it is said, and says all of them in a new language.

    Usage: ``phrases.say(button.setText, lambda _: _("Unlock"))``.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self._said: list[tuple[Callable[[str], object], Callable[[Words], str]]] = []

    def say(self, put: Callable[[str], object], text: Callable[[Words], str]) -> None:
        """Put a text now, and again after every change of the language."""
        self._said.append((put, text))
        put(text(self.words))

    def speak(self, words: Words) -> None:
        """Change the language."""
        self.words = words
        for put, text in self._said:
            put(text(words))


class Tints:
    """Remembers which icon goes where and in which colour, and tints all of them for a new theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._put: list[tuple[Callable[[QIcon], object], str, str]] = []

    def put(self, place: Callable[[QIcon], object], name: str, token: str = "text") -> None:
        """Put an icon now, and again after every change of the theme."""
        self._put.append((place, name, token))
        place(icon(name, self.theme, token))

    def wear(self, theme: Theme) -> None:
        """Change the theme."""
        self.theme = theme
        for place, name, token in self._put:
            place(icon(name, theme, token))
