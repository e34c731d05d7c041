"""Which theme holds: the one chosen, else the system's; a system palette of high contrast wins."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from cec_desktop.ui.theme import Theme, high_contrast_theme, theme_named

Choice = Literal["system", "light", "dark"]

_DARK_BELOW = 128


class ThemeChoice(QObject):
    """Follows the choice and the system."""

    changed = Signal(object)
    """The :class:`~cec_desktop.ui.theme.Theme` that holds now."""

    def __init__(self, application: QApplication, choice: str) -> None:
        super().__init__(application)
        self._application = application
        # Before anything of ours is put on: what the system looks like.
        self._system_palette = application.palette()
        self._system_dark = self._system_palette.color(QPalette.ColorRole.Window).lightness() < _DARK_BELOW
        self._high_contrast = False
        self._choice = choice
        self.theme = self._wanted()

    def choose(self, choice: Choice) -> None:
        """Choose system, light or dark."""
        self._choice = choice
        self._tell_system()
        self._look_again()

    def follow_system(self) -> None:
        """Ask what the system says in enumerations, and listen to it; to be called once the window stands."""
        from PySide6.QtCore import Qt

        hints = self._application.styleHints()
        contrast = hints.accessibility().contrastPreference()
        self._high_contrast = contrast == Qt.ContrastPreference.HighContrast
        self._tell_system()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        self._look_again()

    def _tell_system(self) -> None:
        """The frame of the window and the dialogs of the system follow."""
        from PySide6.QtCore import Qt

        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._application.styleHints().setColorScheme(schemes.get(self._choice, Qt.ColorScheme.Unknown))

    def _scheme_changed(self, scheme: object) -> None:
        from PySide6.QtCore import Qt

        if self._choice == "system" and scheme != Qt.ColorScheme.Unknown:
            self._system_dark = scheme == Qt.ColorScheme.Dark
            self._look_again()

    def _look_again(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        if self._high_contrast:
            return high_contrast_theme(self._system_palette)
        dark = self._system_dark if self._choice == "system" else self._choice == "dark"
        return theme_named("dark" if dark else "light")
