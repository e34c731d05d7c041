"""The window: locked it shows the casebooks of this computer, unlocked the workspace; menus and foot line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QStackedWidget, QVBoxLayout

from cec_desktop.i18n.words import Language, Words, words
from cec_desktop.ui import style
from cec_desktop.ui.actions import Actions, Needs
from cec_desktop.ui.gate import Gate
from cec_desktop.ui.icons import icon
from cec_desktop.ui.kit import Kit
from cec_desktop.ui.office_door import OfficeDoor
from cec_desktop.ui.settings import LANGUAGE, LOCK_MINUTES, THEME
from cec_desktop.ui.status_bar import StatusBar
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.theme_choice import Choice, ThemeChoice
from cec_desktop.ui.undoing import Undoing
from cec_desktop.ui.unlock import UnlockView

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from cec_desktop.practice.office import Office
    from cec_desktop.ui.file_acts import Done, FileActs
    from cec_desktop.ui.file_page import FilePage
    from cec_desktop.ui.help_desk import HelpDesk
    from cec_desktop.ui.idle import IdleWatch
    from cec_desktop.ui.preferences.desk import SettingsDesk
    from cec_desktop.ui.session_object import SessionObject
    from cec_desktop.ui.workspace import Workspace

PROGRAM: Final = "CEC Desktop"
FIRST_SIZE: Final = (1440, 900)
"""The window of the first start."""
LEAST_SIZE: Final = (900, 600)
"""The smallest window."""


class MainWindow(QMainWindow):
    """One casebook at a time, locked or unlocked."""

    language_changed = Signal(str)
    unlocked = Signal()
    locked = Signal()
    demo_requested = Signal()

    def __init__(
        self,
        door: OfficeDoor,
        kit: Kit,
        theme_choice: ThemeChoice,
        said: Words,
        report: Callable[[], str],
        left_behind: str = "",
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._door, self.kit, self._theme_choice = door, kit, theme_choice
        self._report, self._now, self._left_behind = report, now, left_behind
        self._words = said
        self.workspace: Workspace | None = None
        self.acts: FileActs | None = None
        self._came_back: dict[Path, list[str]] = {}
        self._number_when_locked = ""
        self.unlock = UnlockView(self._words, self.theme, door.user_name, self)
        self.gate = Gate(self.unlock, door, kit, self._words)
        self.status = StatusBar(self._words, self.theme, self)
        self._idle: IdleWatch | None = None
        self._settings_desk: SettingsDesk | None = None
        self._help_desk: HelpDesk | None = None
        self.actions_ = Actions(self, self._words)
        self.undoing = Undoing(self.actions_, self.status, self._session)
        self._lay_out()
        self._connect()
        self._show_locked_state()
        self.gate.show_casebooks()

    @property
    def words(self) -> Words:
        """The words of the window's language."""
        return self._words

    @property
    def theme(self) -> Theme:
        """The theme the window wears."""
        return self._theme_choice.theme

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.unlock)
        central = QFrame(self)
        style.set_ground(central, "window")
        box = QVBoxLayout(central)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack, 1)
        box.addWidget(self.status)
        self.setCentralWidget(central)
        self.setMinimumSize(*LEAST_SIZE)
        self.actions_.fill(self.menuBar(), locked=True)
        self.setWindowIcon(icon("app", self.theme, "accent"))
        shape = self.kit.settings.shape("window")
        if shape is None or not self.restoreGeometry(shape):
            self.resize(*FIRST_SIZE)

    def _connect(self) -> None:
        self.gate.opened.connect(self.show_office)
        self.gate.not_remembered.connect(self._show_error)
        self.unlock.demo_requested.connect(self.demo_requested)
        self.status.language_requested.connect(self.set_language)
        self.status.lock_requested.connect(self.lock)
        self.status.undo_requested.connect(self.undoing.undo)
        self._theme_choice.changed.connect(self._wear)
        self.actions_.connect_all(self._handlers())
        self.actions_.choose(f"language_{self._words.language}")
        self.actions_.choose(f"theme_{self.kit.settings.get(THEME)}")

    def _handlers(self) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[FileActs], object]] = {
            "new_file": lambda acts: acts.new(),
            "import": lambda acts: acts.import_files(),
            "export": lambda acts: acts.export(),
            "summary": lambda acts: acts.summarize(),
            "tags": lambda acts: acts.change_tags(),
        }
        on_file: dict[str, Callable[[FileActs, str], object]] = {
            "duplicate": lambda acts, case_id: acts.duplicate(case_id),
            "archive": lambda acts, case_id: acts.archive(case_id),
            "bin": lambda acts, case_id: acts.bin(case_id),
        }
        on_page: dict[str, Callable[[FilePage], object]] = {
            "what_if": lambda page: page.what_if.begin(),
            "take_over": lambda page: page.what_if.take_over(),
            "throw_away": lambda page: page.what_if.throw_away(),
        }
        space: dict[str, Callable[[Workspace], object]] = {
            "search": lambda space: space.search(),
            "palette": self._go_to_anything,
            "fold_list": lambda space: space.fold("list"),
            "fold_timeline": lambda space: space.fold("timeline"),
            "fold_panel": lambda space: space.fold("panel"),
            "next_pane": lambda space: space.focus_next(1),
            "previous_pane": lambda space: space.focus_next(-1),
            "next_file": lambda space: space.tabs.show_next(),
            "close_file": lambda space: self._with_page(lambda case_id: space.close_case(case_id)),
            "go_to_date": lambda space: space.go_to_date(),
        }
        for act in ("zoom_in", "zoom_out", "fit_life", "fit_window", "snap"):
            space[act] = partial(_act_on_timeline, act)
        for list_name in ("statuses", "jobs", "studies", "language_tests"):
            space[f"add_{list_name}"] = partial(_begin_entry, list_name)
        return {
            **{name: partial(self._with_acts, go) for name, go in acts.items()},
            **{name: partial(self._act_on_page, go) for name, go in on_file.items()},
            **{name: partial(self._with_current, go) for name, go in on_page.items()},
            **{name: partial(self._with_space, go) for name, go in space.items()},
            "new_casebook": self.unlock.begin_new,
            "open_casebook": self.gate.open_other,
            "lock": self.lock,
            "quit": self.close,
            "undo": self.undoing.undo,
            "redo": self.undoing.redo,
            "firm": lambda: self.settings_desk.open("firm"),
            "settings": lambda: self.settings_desk.open(),
            "language_en": lambda: self.set_language("en"),
            "language_fr": lambda: self.set_language("fr"),
            "theme_system": lambda: self.set_theme("system"),
            "theme_light": lambda: self.set_theme("light"),
            "theme_dark": lambda: self.set_theme("dark"),
            "manual": lambda: self.help_desk.open_manual(),
            "tour": lambda: self.help_desk.begin_tour(),
            "about": self._show_about,
            "report": self._show_last_report,
        }

    def _with_space(self, go: Callable[[Workspace], object]) -> None:
        if self.workspace is not None:
            go(self.workspace)

    def _with_acts(self, go: Callable[[FileActs], object]) -> None:
        if self.acts is not None:
            go(self.acts)

    def _with_page(self, go: Callable[[str], object]) -> None:
        page = self.workspace.current() if self.workspace is not None else None
        if page is not None:
            go(page.case_id)

    def _with_current(self, go: Callable[[FilePage], object]) -> None:
        page = self.workspace.current() if self.workspace is not None else None
        if page is not None:
            go(page)

    def _act_on_page(self, go: Callable[[FileActs, str], object]) -> None:
        acts = self.acts
        if acts is not None:
            self._with_page(lambda case_id: go(acts, case_id))

    def _go_to_anything(self, space: Workspace) -> None:
        from cec_desktop.ui.palette import Palette, action_entries, file_entries

        files = file_entries(space.office, space.open_case)
        acts = action_entries(self.actions_, self._words)
        chosen = Palette.ask(files, acts, self._words, self.theme, self)
        if chosen is not None:
            chosen.go()

    @property
    def idle(self) -> IdleWatch:
        """What locks the casebook when nobody uses it; made when there is one to lock."""
        if self._idle is None:
            from cec_desktop.ui.idle import IdleWatch

            self._idle = IdleWatch(parent=self)
            self._idle.minutes_left.connect(self.status.show_lock_in)
            self._idle.expired.connect(self._lock_idle)
        return self._idle

    @property
    def settings_desk(self) -> SettingsDesk:
        """What shows the settings; made when they are first asked for."""
        if self._settings_desk is None:
            from cec_desktop.ui.preferences.desk import SettingsDesk

            self._settings_desk = SettingsDesk(self, self._door)
        return self._settings_desk

    @property
    def help_desk(self) -> HelpDesk:
        """What shows the manual and the tour; made when they are first asked for."""
        if self._help_desk is None:
            from cec_desktop.ui.help_desk import HelpDesk

            self._help_desk = HelpDesk(self)
        return self._help_desk

    # Unlocked.

    def show_office(self, office: Office) -> None:
        """Show an open casebook."""
        from cec_desktop.ui.file_acts import FileActs
        from cec_desktop.ui.opening_notices import opening_notices
        from cec_desktop.ui.workspace import Workspace

        space = self.workspace = Workspace(office, self.kit, self._words, self.theme, self)
        self.acts = FileActs(space, self.kit, self._words, self.theme, self)
        self.acts.done.connect(self._act_was_done)
        self.actions_.fill(self.menuBar(), locked=False)
        self.actions_.arm()
        space.changed.connect(self._say_state)
        space.saved.connect(lambda: self.status.show_saved(self._now()))
        space.done.connect(self.undoing.edit_was_done)
        self._stack.addWidget(space)
        self._stack.setCurrentWidget(space)
        self._show_law()
        self.status.show_locked(False)
        for case_id in self._came_back.pop(office.path, []):
            space.open_case(case_id)
        self.idle.start(self.kit.settings.get(LOCK_MINUTES))
        self._say_state()
        self._refresh_outcomes(space)
        for notice in opening_notices(office.copied_to, self._left_behind, self.show_report):
            space.messages.show_notice(notice)
        self._left_behind = ""
        space.focus_next(1)
        self.unlocked.emit()

    def _show_law(self) -> None:
        from cec_desktop.rules.assess import load_rulebook

        self.status.show_law(load_rulebook().verified_to)

    def _refresh_outcomes(self, space: Workspace) -> None:
        office = space.office

        def refreshed(count: int) -> None:
            if count and self.workspace is space:
                space.ask_again()

        self._refreshing = self.kit.background.run(
            lambda task: office.refresh_outcomes(task.progress, task.cancelled),
            refreshed,
            self._show_error,
        )

    def _show_error(self, error: Exception) -> None:
        if self.workspace is not None:
            self.workspace.show_error(error)

    def lock(self) -> None:
        """Save what is being typed, close the casebook and show no client any more."""
        self._lock(lambda at: lambda _: _("Locked at {time}", time=f"{at:%H:%M}"))

    def _lock_idle(self) -> None:
        minutes = self.kit.settings.get(LOCK_MINUTES)
        self._lock(
            lambda at: (
                lambda _: _.plural(
                    "Locked after {n} minute without use, at {time}",
                    "Locked after {n} minutes without use, at {time}",
                    minutes,
                    time=f"{at:%H:%M}",
                )
            )
        )

    def _lock(self, why: Callable[[datetime], Callable[[Words], str]]) -> None:
        if self.workspace is None:
            return
        if _close_dialogs():
            # Their callers go on first, and find that nothing was answered.
            QTimer.singleShot(0, lambda: self._lock(why))
            return
        space, self.workspace, self.acts = self.workspace, None, None
        self.undoing.forget()
        space.flush()
        path, page = space.office.path, space.current()
        self._came_back[path] = space.open_ids()
        self._number_when_locked = page.session.view.case.file_number if page is not None else ""
        self._refreshing.cancel()
        self.idle.stop()
        space.close_office()
        self._stack.setCurrentWidget(self.unlock)
        self._stack.removeWidget(space)
        space.deleteLater()
        self.gate.show_casebooks(path)
        self.unlock.say_why(path, why(self._now()))
        self._show_locked_state()
        self.unlock.focus()
        self.locked.emit()

    def _show_locked_state(self) -> None:
        self.status.show_locked(True)
        self._say_state()

    def _say_state(self) -> None:
        """Title, menus and the names of undo and redo."""
        space = self.workspace
        page = space.current() if space is not None else None
        opened: set[Needs] = {"lock"} if space is None else {"casebook"}
        if page is not None:
            opened.add("file")
            client, case = page.session.view.case.client, page.session.view.case
            given = f", {client.given_names}" if client.given_names else ""
            about = f"{client.family_name.upper()}{given} – {case.file_number}"
            if page.what_if.trial is not None:
                opened.add("trial")
                about = self._words("What if: {about}", about=about)
        else:
            about = self._number_when_locked if space is None else ""
        self.setWindowTitle(f"{about} – {PROGRAM}" if about else PROGRAM)
        self.actions_.allow(opened)
        self.undoing.name()

    def _session(self) -> SessionObject | None:
        page = self.workspace.current() if self.workspace is not None else None
        return page.session if page is not None else None

    def _act_was_done(self, done: Done) -> None:
        self.status.show_saved(self._now())
        self.undoing.act_was_done(done)

    # Language, theme, dialogs.

    def set_language(self, language: str) -> None:
        """Speak another language, at once and everywhere."""
        self._words = words(cast("Language", language))
        self.kit.settings.set(LANGUAGE, language)
        self.language_changed.emit(language)
        self.actions_.set_words(self._words)
        self.actions_.choose(f"language_{language}")
        self.unlock.set_words(self._words)
        self.gate.set_words(self._words)
        self.status.set_words(self._words)
        if self.workspace is not None and self.acts is not None:
            self.workspace.set_words(self._words)
            self.acts.dress(self._words, self.theme)
        for desk in (self._settings_desk, self._help_desk):
            if desk is not None:
                desk.dress()
        self._say_state()

    def set_theme(self, choice: Choice) -> None:
        """Wear the theme chosen, or follow the system."""
        self.kit.settings.set(THEME, choice)
        self.actions_.choose(f"theme_{choice}")
        self._theme_choice.choose(choice)

    def _wear(self, theme: Theme) -> None:
        self.unlock.set_theme(theme)
        self.status.set_theme(theme)
        self.setWindowIcon(icon("app", theme, "accent"))
        if self.workspace is not None and self.acts is not None:
            self.workspace.set_theme(theme)
            self.acts.dress(self._words, theme)
        for desk in (self._settings_desk, self._help_desk):
            if desk is not None:
                desk.dress()

    def _show_about(self) -> None:
        from cec_desktop.ui.about import AboutDialog

        dialog = AboutDialog(self._words, self.theme, self)
        dialog.exec()
        dialog.deleteLater()

    def _show_last_report(self) -> None:
        from cec_desktop.ui.crash import versions
        from cec_desktop.ui.report_dialog import ReportDialog

        last = self._report()
        dialog = ReportDialog(last or versions(), self._words, self, fault=bool(last))
        dialog.exec()
        dialog.deleteLater()

    def show_report(self, text: str) -> None:
        """Show what can be reported of a fault."""
        from cec_desktop.ui.report_dialog import ReportDialog

        dialog = ReportDialog(text, self._words, self)
        dialog.exec()
        dialog.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and close the casebook; ask where something typed cannot be saved."""
        _, space = self._words, self.workspace
        if space is not None and not space.flush():
            leave = self.kit.asker.confirm(
                self,
                _("Quit"),
                _("Something that was typed cannot be saved as it stands. Quit and lose it?"),
                _("Quit"),
                _("Go on typing"),
            )
            if not leave:
                event.ignore()
                return
        if self._settings_desk is not None:
            self._settings_desk.close()
        self.kit.settings.set_shape("window", self.saveGeometry())
        if self._idle is not None:
            self._idle.stop()
        if space is not None:
            self._refreshing.cancel()
            self.workspace = None
            space.close_office()
        event.accept()


def _act_on_timeline(act: str, space: Workspace) -> None:
    space.act_on_timeline(act)


def _begin_entry(list_name: str, space: Workspace) -> None:
    space.begin_entry(list_name)


def _close_dialogs() -> bool:
    """Close menus and dialogs that show a client; True when there were any."""
    from PySide6.QtWidgets import QDialog

    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    dialogs = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
    ]
    for dialog in dialogs:
        dialog.reject()
    return bool(dialogs)
