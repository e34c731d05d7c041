"""The words of Qt's own dialogs and menus, which Qt brings itself."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication


class QtWords(QObject):
    """Follows the language of the window."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator = QTranslator(self)

    def speak(self, language: str) -> None:
        """Let Qt speak another language."""
        self._application.removeTranslator(self._translator)
        spoken = QLocale.Language.French if language == "fr" else QLocale.Language.English
        QLocale.setDefault(QLocale(spoken, QLocale.Country.Canada))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(self._translator)

    def fall_silent(self) -> None:
        """Take the words away again."""
        self._application.removeTranslator(self._translator)
