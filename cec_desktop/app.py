"""The composition root: builds the services, wires them by constructor and opens the window.

What knows nothing of Qt is imported first, then what gives `import` back once Qt is there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from cec_desktop.i18n.words import Language, Words, words
from cec_desktop.practice.places import Places, places
from cec_desktop.ui import imports  # noqa: F401 - first of those that know Qt
from cec_desktop.ui.asking import Asker, SystemAsker
from cec_desktop.ui.crash import CrashGuard
from cec_desktop.ui.kit import Kit
from cec_desktop.ui.main_window import PROGRAM, MainWindow
from cec_desktop.ui.office_door import OfficeDoor
from cec_desktop.ui.settings import LANGUAGE, THEME, Settings
from cec_desktop.ui.style import STYLE_ARGUMENTS, Styler
from cec_desktop.ui.theme_choice import Choice, ThemeChoice

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from PySide6.QtWidgets import QApplication

    from cec_desktop.practice.office import Office
    from cec_desktop.ui.background import Background
    from cec_desktop.ui.qt_words import QtWords
    from cec_desktop.ui.signals import EndingSignals
    from cec_desktop.ui.theme import Theme
    from cec_desktop.ui.views import FileViews, ViewMaker

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_WARM_UP_AFTER_MS: Final = 100
_PICTURE_SIZE: Final = (1440, 900)
_PICTURES: Final[tuple[tuple[Language, Choice], ...]] = (("en", "light"), ("fr", "dark"))


class Program:
    """Everything that lives as long as the window: services first, then the window that uses them."""

    def __init__(
        self,
        application: QApplication,
        where: Places,
        guard: CrashGuard | None = None,
        *,
        background: Background | None = None,
        asker: Asker | None = None,
        views: ViewMaker | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Wire the window; the application must have been started with the style's arguments."""
        from cec_desktop.ui.background import ThreadBackground

        self._application = application
        application.setApplicationName(PROGRAM)
        application.setDesktopFileName("cec-desktop")
        self.guard = guard or CrashGuard(where.data / "logs")
        self.settings = Settings(where.config / "window.ini")
        self._threads = ThreadBackground() if background is None else None
        self._theme_choice = ThemeChoice(application, self.settings.get(THEME))
        self._styler = Styler(application)
        self._styler.dress(self._theme_choice.theme)
        self._theme_choice.changed.connect(self._styler.dress)
        self.kit = Kit(
            settings=self.settings,
            background=background or self._threads or ThreadBackground(),
            asker=asker or SystemAsker(),
            make_views=views or _make_views,
            today=today,
            fault=self.guard.take,
        )
        self.door = OfficeDoor(where, self.settings, today)
        self.window = MainWindow(
            self.door,
            self.kit,
            self._theme_choice,
            words(cast("Language", self.settings.language())),
            lambda: self.guard.last_report,
            self.guard.left_behind,
        )
        self.window.demo_requested.connect(self._show_demo)
        self.guard.show = self.window.show_report
        self._qt_words: QtWords | None = None
        self._signals: EndingSignals | None = None
        self._demo_folder: TemporaryDirectory[str] | None = None

    def speak(self, language: Language) -> None:
        """Speak a language without remembering it."""
        kept = self.settings.get(LANGUAGE)
        self.window.set_language(language)
        self.settings.set(LANGUAGE, kept)

    def set_theme(self, choice: Choice) -> None:
        """Choose a theme without remembering it."""
        self._theme_choice.choose(choice)

    def open_demo(self) -> Office:
        """Open the invented clients in a casebook that is thrown away at the end."""
        from tempfile import TemporaryDirectory, mkdtemp

        if self._demo_folder is None:
            self._demo_folder = TemporaryDirectory(prefix="cec-desktop-demo-")
        office = self.door.demonstration(Path(mkdtemp(dir=self._demo_folder.name)))
        self.window.show_office(office)
        return office

    def _show_demo(self) -> None:
        self.open_demo()
        self.window.help_desk.begin_first_tour()

    def open_first_file(self) -> None:
        """Open the file that is first in the list."""
        space = self.window.workspace
        rows = space.list.model.rows() if space is not None else ()
        if space is not None and rows:
            space.open_case(rows[0].case_id)

    def settle(self) -> None:
        """Once the window stands: keys, the system's wishes and signals, and Qt's own words."""
        from cec_desktop.ui.qt_words import QtWords
        from cec_desktop.ui.signals import EndingSignals

        if self._signals is None:
            self._signals = EndingSignals(self.window.close)
        self.window.actions_.arm()
        self._theme_choice.follow_system()
        if self._qt_words is None:
            self._qt_words = QtWords(self._application)
            self.window.language_changed.connect(self._qt_words.speak)
            self._qt_words.speak(self.window.words.language)

    def warm_up(self) -> None:
        """Import in the background what the first unlocking would have to wait for."""
        self.kit.background.run(lambda _task: _import_heavy(), lambda _nothing: None, self.guard.take)

    def close(self) -> None:
        """End what runs beside the window and throw the demonstration away."""
        self.guard.show = None
        if self._signals is not None:
            self._signals.release()
            self._signals = None
        if self._qt_words is not None:
            self._qt_words.fall_silent()
        if self._threads is not None:
            self._threads.finish()
        if self._demo_folder is not None:
            self._demo_folder.cleanup()
            self._demo_folder = None


def _make_views(words: Words, theme: Theme) -> FileViews:
    """The views of an open file, imported when the first is opened."""
    from cec_desktop.ui.views import make_views

    return make_views(words, theme)


def _import_heavy() -> None:
    """Everything behind the passphrase; the law is read too."""
    from cec_desktop.practice import office  # noqa: F401
    from cec_desktop.rules.assess import load_rulebook

    load_rulebook()


def _import_window() -> None:
    """The unlocked window; widgets are defined on the window's own thread."""
    from cec_desktop.ui import file_acts, workspace  # noqa: F401


def start_application() -> QApplication:
    """The application, in the style the sheet is written for; with letters where no font is installed too."""
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication

    application = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    if application.platformName() in _WITHOUT_SCREEN and not QFontInfo(application.font()).family():
        from cec_desktop.ui.own_font import use_own_font

        use_own_font(application)
    return application


def run(language: Language | None = None, *, demo: bool = False) -> int:
    """Open the window and return the exit status when it is closed.

    `language` holds for this start; without it the window speaks the language last chosen.
    """
    where = places()
    guard = CrashGuard(where.data / "logs")
    guard.install()
    application = start_application()
    program = Program(application, where, guard)
    if language is not None:
        program.speak(language)
    program.window.show()
    _soon(program.settle)
    if demo:
        program.open_demo()
        program.open_first_file()
        _soon(program.window.help_desk.begin_first_tour)
    else:
        program.window.unlock.focus()
        _soon(program.warm_up)
        _soon(_import_window)
    status = application.exec()
    program.close()
    guard.uninstall()
    return status


def _soon(act: Callable[[], object]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(_WARM_UP_AFTER_MS, act)


def open_window(language: Language | None = None) -> int:
    """Open the window on the casebooks of this computer; returns the exit status when it is closed."""
    return run(language)


def open_demo(language: Language | None = None) -> int:
    """Open the window on the invented clients; returns the exit status when it is closed."""
    return run(language, demo=True)


def demo_pictures(folder: Path) -> tuple[Path, ...]:
    """Pictures of the window on the invented clients, drawn without a screen: English light, French dark.

    Raises:
        OSError: a picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tempfile import TemporaryDirectory

    from cec_desktop.ui.own_font import use_own_font

    application = start_application()
    use_own_font(application)
    with TemporaryDirectory(prefix="cec-desktop-picture-") as place:
        program = Program(application, Places(Path(place, "data"), Path(place, "config")))
        window = program.window
        window.resize(*_PICTURE_SIZE)
        window.show()
        program.open_demo()
        program.open_first_file()
        written = tuple(_picture(program, application, folder, *look) for look in _PICTURES)
        window.close()
        program.close()
    return written


def _picture(
    program: Program, application: QApplication, folder: Path, language: Language, choice: Choice
) -> Path:
    program.speak(language)
    program.set_theme(choice)
    application.processEvents()
    path = folder / f"window-{language}-{choice}.png"
    if not program.window.grab().save(str(path)):
        raise OSError(path.name)
    return path


def main() -> None:
    """Open the window; the entry point of a start without a terminal."""
    sys.exit(run())


if __name__ == "__main__":
    main()
