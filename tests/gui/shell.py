"""A person at the window, for tests: types, clicks, answers what is asked, and looks at what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.app import Program
from cec_desktop.casefile.reading import case_from_raw, write_case
from cec_desktop.practice.office import Office
from cec_desktop.practice.places import Places
from cec_desktop.storage.author import Author
from cec_desktop.ui.background import InlineBackground
from cec_desktop.ui.crash import CrashGuard
from cec_desktop.ui.file_page import FilePage
from cec_desktop.ui.main_window import MainWindow
from cec_desktop.ui.own_font import use_own_font
from cec_desktop.ui.workspace import Workspace
from tests.samples import sample_raw

PASSPHRASE = "correct horse battery"
TODAY = date(2026, 11, 3)


class Answers:
    """Answers the dialogs of the system."""

    def __init__(self) -> None:
        self.open: list[Path] = []
        self.save: Path | None = None
        self.yes = True
        self.asked: list[str] = []
        self.proposed: list[Path] = []

    def files_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
        self.asked.append(title)
        return self.open

    def file_to_save(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        self.asked.append(title)
        self.proposed.append(proposed)
        return self.save

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        self.asked.append(title)
        return self.save

    def confirm(self, parent: QWidget, title: str, text: str, yes: str, no: str) -> bool:
        self.asked.append(text)
        return self.yes


class Shell:
    """The program and the person in front of it."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self.qtbot, self.application, self.folder = qtbot, application, folder
        self.answers = Answers()
        self.faults: list[str] = []
        self.where = Places(folder / "data", folder / "config")
        self.programs: list[Program] = []
        use_own_font(application)

    # Starting and ending.

    def start(self, guard: CrashGuard | None = None) -> MainWindow:
        """Start the program, as on another day."""
        program = Program(
            self.application,
            self.where,
            guard,
            background=InlineBackground(),
            asker=self.answers,
            today=lambda: TODAY,
        )
        program.guard.show = self.faults.append
        self.programs.append(program)
        self.qtbot.addWidget(program.window)
        with self.qtbot.waitExposed(program.window):
            program.window.show()
        program.settle()
        program.window.activateWindow()
        program.window.unlock.focus()
        return program.window

    def stop(self) -> None:
        """Close the window and end the program."""
        program = self.programs.pop()
        program.window.close()
        program.close()

    def end(self) -> None:
        """End what still runs; a fault nobody saw fails the test."""
        while self.programs:
            self.stop()
        assert self.faults == []

    @property
    def program(self) -> Program:
        return self.programs[-1]

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def space(self) -> Workspace:
        space = self.window.workspace
        assert space is not None
        return space

    @property
    def page(self) -> FilePage:
        page = self.space.current()
        assert page is not None
        return page

    # A casebook that is there already.

    def casebook(self, *cases: dict[str, Any]) -> Path:
        """Make a casebook with client files where the program looks for one."""
        path = self.where.default_casebook
        with Office.create(path, PASSPHRASE, Author("A. Consultant", "desk")) as office:
            files = []
            for number, raw in enumerate(cases):
                file = self.folder / f"case-{number}.json"
                file.write_text(write_case(case_from_raw(raw)), encoding="utf-8")
                files.append(file)
            if files:
                office.import_files(files)
        return path

    def unlocked(self, *cases: dict[str, Any]) -> MainWindow:
        """The window with a casebook open."""
        self.casebook(*cases)
        window = self.start()
        self.unlock()
        return window

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase and press Enter."""
        field = self.window.unlock.passphrase.field
        self.type(field, passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)

    # What a person does.

    def type(self, widget: QWidget, text: str, *, shift: bool = True) -> None:
        """Type letters, also such as a keyboard of one language does not have; capitals with Shift."""
        widget.setFocus()
        held, free = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
        for letter in text:
            keys = held if shift and letter.isupper() else free
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, keys, letter))

    def press(self, keys: str) -> None:
        """Press keys that a menu knows, such as Ctrl+N."""
        action = next(
            each
            for each in self.window.actions()
            if keys in [sequence.toString() for sequence in each.shortcuts()]
        )
        assert action.isEnabled(), f"{keys} is off"
        action.trigger()

    def click(self, button: QAbstractButton) -> None:
        """Click a button that is in sight."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_row(self, name: str) -> None:
        """Click the file of a name in the list."""
        view = self.space.list.view
        rect = view.visualRect(self.space.list.model.index(self.names().index(name)))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    def choose(self, act: str, name: str) -> None:
        """Choose an entry of the menu of a file in the list."""
        at = self.names().index(name)
        row = self.space.list.model.rows()[at]
        menu = self.space.list.menu_of(row)
        next(entry for entry in menu.actions() if entry.text() == act).trigger()
        menu.deleteLater()

    def in_dialog(self, act: Callable[[QDialog], object]) -> None:
        """Do something in the next dialog that opens."""

        def soon() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            try:
                act(dialog)
            finally:  # a dialog left open would wait for ever
                dialog.reject()

        QTimer.singleShot(0, soon)

    # What a person sees.

    def is_open(self) -> bool:
        """Whether a casebook is open."""
        return self.window.workspace is not None

    def texts(self, within: QWidget | None = None) -> list[str]:
        """Every text in sight."""
        kinds = QLabel | QAbstractButton | QLineEdit
        parts = (within or self.window).findChildren(QWidget)
        return [part.text() for part in parts if isinstance(part, kinds) and part.isVisible()]

    def names(self) -> list[str]:
        """The names in the list."""
        model = self.space.list.model
        return [str(model.index(at).data()) for at in range(model.rowCount())]

    def search(self, words: str) -> list[str]:
        """Type into the search field and see what is found."""
        self.press("Ctrl+F")
        self.type(self.space.list.search, words)
        self.space.list.ask()
        return self.names()

    def undo_line(self) -> str:
        """What the undo line says; nothing when it is not in sight."""
        line = self.window.status.undo_line()
        return line.text() if line is not None and line.isVisible() else ""

    def messages(self) -> list[str]:
        """The messages above the pages."""
        return [bar.text() for bar in self.space.messages.bars()]

    def process(self) -> None:
        """Let the window catch up."""
        self.application.processEvents()


def client(family: str, given: str, number: str, **more: Any) -> dict[str, Any]:
    """A client file of plain values."""
    raw = sample_raw()
    raw["client"] = {**raw["client"], "family_name": family, "given_names": given}
    return {**raw, "file_number": number, **more}


def middle(widget: QWidget) -> QPoint:
    """The middle of a widget."""
    return widget.rect().center()
