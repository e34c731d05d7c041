"""Opens the settings over the window and carries out what is changed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from cec_desktop.ui.failure import explained
from cec_desktop.ui.preferences.general import Preferences
from cec_desktop.ui.preferences.places import Place
from cec_desktop.ui.preferences.window import PageName, SettingsWindow
from cec_desktop.ui.settings import LANGUAGE, LOCK_MINUTES, THEME, USER_NAME

if TYPE_CHECKING:
    from cec_desktop.practice.firm import Firm
    from cec_desktop.practice.office import Office
    from cec_desktop.ui.main_window import MainWindow
    from cec_desktop.ui.office_door import OfficeDoor
    from cec_desktop.ui.theme_choice import Choice


class SettingsDesk(QObject):
    """One settings window at a time, beside the main window."""

    def __init__(self, window: MainWindow, door: OfficeDoor) -> None:
        super().__init__(window)
        self._window, self._door = window, door
        self.shown: SettingsWindow | None = None
        window.unlocked.connect(self._renew)

    def open(self, page: PageName = "general") -> None:
        """Show the settings at a page."""
        if self.shown is None:
            self.shown = self._made()
            self.shown.finished.connect(self._closed)
        self.shown.show_page(page)
        self.shown.show()
        self.shown.raise_()
        self.shown.activateWindow()

    def close(self) -> None:
        """Close the settings, with what is being typed."""
        if self.shown is not None:
            self.shown.reject()

    def dress(self) -> None:
        """Follow the language and the theme of the window."""
        if self.shown is not None:
            self.shown.set_words(self._window.words)
            self.shown.set_theme(self._window.theme)
            self.shown.general.theme.choose(self._window.kit.settings.get(THEME))

    def _made(self) -> SettingsWindow:
        window, settings = self._window, self._window.kit.settings
        now = Preferences(
            settings.get(LANGUAGE) or window.words.language,
            settings.get(THEME),
            self._door.user_name(),
            settings.get(LOCK_MINUTES),
        )
        shown = SettingsWindow(
            now, self._firm(), self._places(), window.kit.asker, window.words, window.theme, window
        )
        general = shown.general
        general.language_chosen.connect(window.set_language)
        general.theme_chosen.connect(lambda choice: window.set_theme(cast("Choice", choice)))
        general.name_given.connect(lambda name: settings.set(USER_NAME, name))
        general.minutes_chosen.connect(self._set_minutes)
        shown.firm_given.connect(self._keep_firm)
        return shown

    def _renew(self) -> None:
        """A casebook was opened: its pages have something to show now."""
        if self.shown is not None:
            page = self.shown.page_name()
            self.shown.reject()
            self.open(page)

    def _closed(self) -> None:
        shown, self.shown = self.shown, None
        if shown is not None:
            shown.deleteLater()

    @property
    def _office(self) -> Office | None:
        space = self._window.workspace
        return space.office if space is not None else None

    def _firm(self) -> Firm | None:
        try:
            return self._office.firm() if self._office is not None else None
        except explained():
            return None  # the casebook itself says what is wrong with it

    def _keep_firm(self, firm: Firm) -> None:
        office = self._office
        if office is None or self.shown is None:
            return
        try:
            office.set_firm(firm)
        except explained() as error:
            self.shown.complain(error)

    def _set_minutes(self, minutes: int) -> None:
        self._window.kit.settings.set(LOCK_MINUTES, minutes)
        if self._office is not None:
            self._window.idle.start(minutes)

    def _places(self) -> list[Place]:
        places, office = self._door.places, self._office
        opened = [Place(lambda _: _("This casebook"), office.path)] if office is not None else []
        return [
            *opened,
            Place(lambda _: _("New casebooks"), places.data),
            Place(lambda _: _("Settings"), places.config),
            Place(lambda _: _("Problem reports"), places.data / "logs"),
        ]
