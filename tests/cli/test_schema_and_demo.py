"""`schema` for other programs, `demo` for whoever wants to see the program at work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cec_desktop import app
from cec_desktop.casefile.schema import case_schema
from cec_desktop.commands.window import has_screen
from cec_desktop.practice.demo import demo_files
from tests.cli.conftest import Run


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for the drawing of the window, which has stories of its own."""

    def draw(folder: Path) -> tuple[Path, ...]:
        (folder / "window.png").write_bytes(b"")
        return (folder / "window.png",)

    monkeypatch.setattr(app, "demo_pictures", draw)


def opening(monkeypatch: pytest.MonkeyPatch, name: str, status: int) -> list[str | None]:
    """Put a screen there, and a window that closes at once; lists the languages it was opened in."""
    languages: list[str | None] = []

    def open_it(language: str | None) -> int:
        languages.append(language)
        return status

    monkeypatch.setattr(app, name, open_it)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    return languages


def test_the_schema_is_the_format_s(cec: Run) -> None:
    ended = cec("schema")
    assert (ended.status, ended.err) == (0, "")
    assert json.loads(ended.out) == case_schema()


@pytest.mark.usefixtures("no_screen", "pictures")
def test_without_a_screen_the_demonstration_is_written_to_files(cec: Run, tmp_path: Path) -> None:
    ended = cec("demo", "--lang", "en", "-o", str(tmp_path / "demo"))
    assert (ended.status, ended.err) == (0, "")
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    assert names == {"window.png", *(f"{path.stem}.pdf" for path in demo_files())}
    for name in names:
        assert f"  {tmp_path / 'demo' / name}\n" in ended.out
    answers = [line for line in ended.out.splitlines() if " · " in line]
    assert len(answers) == len(demo_files())
    assert [line for line in answers if " · from " not in line and "not within ten years" not in line] == []


@pytest.mark.usefixtures("no_screen", "pictures")
def test_it_says_that_there_is_no_screen_and_where_the_files_are(
    cec: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ended = cec("demo", "--lang", "en")
    assert ended.status == 0
    assert ended.out.startswith("There is no screen to open the window on")
    (folder,) = tmp_path.iterdir()
    assert f"  {folder / 'window.png'}\n" in ended.out
    assert "Member of the Canadian Experience Class" in ended.out


@pytest.mark.usefixtures("no_screen")
def test_a_folder_that_cannot_be_made_is_said(cec: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = cec("demo", "-o", str(tmp_path / "file" / "demo"))
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def test_with_a_screen_the_window_opens_on_the_invented_clients(
    cec: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = opening(monkeypatch, "open_demo", 0)
    assert cec("demo", "--lang", "fr") == cec("demo")
    assert opened == ["fr", None]


def test_without_a_command_the_window_opens(cec: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opening(monkeypatch, "open_window", 3)
    assert cec("--lang", "fr").status == 3
    assert cec().status == 3
    assert opened == ["fr", None]


@pytest.mark.usefixtures("no_screen")
def test_without_a_command_and_a_screen_the_help_is_pointed_at(cec: Run) -> None:
    ended = cec("--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert "cec-desktop --help" in ended.err


def test_a_screen_is_a_display_where_there_may_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    assert has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr("sys.platform", "win32")
    assert has_screen()


def test_a_library_the_window_lacks_is_named(cec: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opening(monkeypatch, "open_window", 0)

    def fail(language: str | None) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui")

    monkeypatch.setattr(app, "open_window", fail)
    ended = cec("--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("The window needs a library that this system lacks: libEGL.so.1")
