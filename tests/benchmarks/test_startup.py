"""How soon the window stands: the process against a bare main window, and Enter to the list of files."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from cec_desktop.app import Program
from cec_desktop.practice.places import Places
from cec_desktop.ui.background import InlineBackground
from tests.benchmarks.test_casebook import PASSPHRASE, bare, fill
from tests.conftest import ROOT

START_LIMIT = 1.6
ENTER_LIMIT = 2.5
PAIRS = 15

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
"""
OURS = """
import sys
from pathlib import Path
from cec_desktop import app
from cec_desktop.practice.places import Places, places
places()
application = app.start_application()
program = app.Program(application, Places(Path(sys.argv[1]), Path(sys.argv[2])))
program.window.show()
application.processEvents()
assert program.window.unlock.passphrase.field.isVisible()
heavy = {"pydantic", "sqlalchemy", "alembic", "reportlab", "babel", "keyring"} & sys.modules.keys()
assert not heavy, heavy
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("start")
    return Places(folder / "data", folder / "config")


def seconds(script: str, *arguments: str) -> float:
    """How long a whole process takes, from start to end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    # As installed: the second start finds the modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - begun


def test_start_to_the_unlock_screen(benchmark: BenchmarkFixture, places: Places) -> None:
    path = places.default_casebook
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x07" * 4096)  # listed by its name; nothing opens it before the passphrase
    arguments = (str(places.data), str(places.config))
    seconds(OURS, *arguments)
    seconds(BARE)
    pairs = [(seconds(BARE), seconds(OURS, *arguments)) for _ in range(PAIRS)]
    benchmark.pedantic(seconds, args=(OURS, *arguments), rounds=3)  # type: ignore[no-untyped-call]
    # Other work on the machine only ever makes a start slower: the quickest of each tell most.
    ratio = min(ours for _, ours in pairs) / min(bare_ for bare_, _ in pairs)
    benchmark.extra_info["times_a_bare_window"] = round(ratio, 2)
    print(f"\nstart: {ratio:.2f} times a bare window, at most {START_LIMIT}")


@pytest.fixture
def locked(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    where = Places(tmp_path / "data", tmp_path / "config")
    fill(where.default_casebook)
    program = Program(qapp, where, background=InlineBackground(), today=lambda: date(2026, 11, 3))
    program.window.show()
    program.settle()
    qapp.processEvents()
    yield program
    program.window.close()
    program.close()
    qapp.setStyleSheet("")


def test_from_enter_to_the_list_in_the_window(
    benchmark: BenchmarkFixture, qapp: QApplication, locked: Program
) -> None:
    window = locked.window
    field = window.unlock.passphrase.field

    def enter() -> None:
        field.setText(PASSPHRASE)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qapp.processEvents()
        assert window.workspace is not None

    def timed() -> float:
        window.lock()
        qapp.processEvents()
        begun = time.perf_counter()
        enter()
        return time.perf_counter() - begun

    def timed_bare() -> float:
        path = locked.door.entries()[0].path
        window.lock()
        begun = time.perf_counter()
        bare(path)
        return time.perf_counter() - begun

    enter()
    space = window.workspace
    assert space is not None
    assert space.list.model.rowCount() == 1_000
    pairs = [(timed_bare(), timed()) for _ in range(PAIRS)]
    benchmark.pedantic(timed, rounds=3)  # type: ignore[no-untyped-call]
    ratio = median(ours for _, ours in pairs) / median(bare_ for bare_, _ in pairs)
    benchmark.extra_info["times_bare_sqlcipher"] = round(ratio, 2)
    print(f"\nEnter to the list in the window: {ratio:.2f} times bare SQLCipher, at most {ENTER_LIMIT}")
