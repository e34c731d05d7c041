"""Stories of our own mistakes: logged, shown once, and without a word about a client."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtGui import QGuiApplication

from cec_desktop.ui.crash import CrashGuard, report_of
from cec_desktop.ui.report_dialog import ReportDialog
from tests.gui.shell import Shell, client

SECRET = "Adaeze Okafor 1996-05-17"
"""What must not be in any log or report."""


def broken() -> None:
    raise KeyError(SECRET)


def caught() -> BaseException:
    try:
        try:
            broken()
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_types_and_places_but_no_values() -> None:
    said = report_of(caught())
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "test_shell_faults.py" in said
    assert "broken" in said
    assert SECRET not in said
    assert str(Path.home()) not in said


def test_what_nobody_caught_is_logged_and_shown_once(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path, now=lambda: datetime(2026, 11, 3, 14, 32))  # noqa: DTZ001 - local, as in the log
    shown: list[str] = []

    def show(report: str) -> None:
        shown.append(report)
        guard.take(caught())  # a second one while the first is on show

    guard.show = show
    error = caught()
    guard.catch(type(error), error, error.__traceback__)
    assert len(shown) == 1
    assert "CEC Desktop" in shown[0]
    log = guard.log_file.read_text(encoding="utf-8")
    assert log.count("2026-11-03T14:32:00") == 2
    assert SECRET not in log + shown[0]


def test_the_log_starts_over_when_it_is_large(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path)
    guard.log("x" * 300_000)
    guard.log("after")
    assert "xxx" not in guard.log_file.read_text(encoding="utf-8")
    assert (tmp_path / "log.old.txt").exists()


def test_a_log_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    CrashGuard(tmp_path / "file" / "logs").take(caught())


def test_the_hooks_are_put_in_place_and_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    (tmp_path / "crash.txt").write_text("Fatal Python error: Segmentation fault")
    guard = CrashGuard(tmp_path)
    guard.install()
    assert guard.left_behind.startswith("Fatal Python error")
    assert sys.excepthook == guard.catch
    guard.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert not (tmp_path / "crash.txt").exists()


def test_ctrl_c_ends_the_program_as_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[type[BaseException]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        ended.append(kind)

    monkeypatch.setattr(sys, "__excepthook__", hook)
    guard = CrashGuard(tmp_path)
    guard.catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [KeyboardInterrupt]
    assert not guard.log_file.exists()


def test_a_fault_in_the_window_is_shown_as_a_report_that_can_be_copied(shell: Shell) -> None:
    window = shell.unlocked(client("Okafor", "Adaeze", "2026-0042"))
    guard = shell.program.guard
    guard.show = window.show_report
    copied: list[str] = []

    def copy(dialog: object) -> None:
        assert isinstance(dialog, ReportDialog)
        shell.click(dialog.copy)
        copied.append(QGuiApplication.clipboard().text())

    shell.in_dialog(copy)
    shell.space.show_error(KeyError(SECRET))
    assert "builtins.KeyError" in copied[0]
    assert SECRET not in copied[0]
    (said,) = shell.messages()
    assert said.startswith("The program made a mistake")
    guard.show = shell.faults.append


def test_what_the_last_start_left_behind_is_offered(shell: Shell) -> None:
    folder = shell.where.data / "logs"
    folder.mkdir(parents=True)
    (folder / "crash.txt").write_text("Fatal Python error: Aborted")
    shell.casebook()
    guard = CrashGuard(folder)
    guard.install()
    try:
        window = shell.start(guard)
        shell.unlock()
        (said,) = shell.messages()
        assert "ended by itself" in said
        seen: list[str] = []

        def look(dialog: object) -> None:
            assert isinstance(dialog, ReportDialog)
            seen.append(dialog.text.toPlainText())

        shell.in_dialog(look)
        (bar,) = shell.space.messages.bars()
        shell.click(bar.buttons[0])
        assert "Aborted" in seen[0]
        assert window.isVisible()
    finally:
        guard.uninstall()
