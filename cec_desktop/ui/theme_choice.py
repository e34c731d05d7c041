"""Which theme holds: the one chosen, else the system's; a system palette of high contrast wins."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from cec_desktop.ui.theme import Theme, high_contrast_theme, theme_named

Choice = Literal["system", "light", "dark"]

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class ThemeChoice(QObject):
    """Follows the choice and the system."""

    changed = Signal(object)
    """The :class:`~cec_desktop.ui.theme.Theme` that holds now."""

    def __init__(self, application: QApplication, choice: str) -> None:
        super().__init__(application)
        self._application = application
        # Before anything of ours is put on: what the system looks like.
        self._system_palette = QPalette(application.palette())
        self._choice = choice
        hints = application.styleHints()
        hints.setColorScheme(_SCHEMES[choice])
        self.theme = self._wanted()
        hints.colorSchemeChanged.connect(self._look_again)

    def choose(self, choice: str) -> None:
        """Choose system, light or dark.

        Raises:
            KeyError: there is no such choice.
        """
        scheme = _SCHEMES[choice]
        self._choice = choice
        self._application.styleHints().setColorScheme(scheme)
        self._look_again()

    def _look_again(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return high_contrast_theme(self._system_palette)
        if self._choice == "system":
            return theme_named("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")
        return theme_named("dark" if self._choice == "dark" else "light")
