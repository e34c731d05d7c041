"""The list of ten thousand client files: how long a key of a search takes until the list is painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from cec_desktop.app import Program
from cec_desktop.practice.assessing import Rules
from cec_desktop.practice.places import Places
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.records import Kind
from cec_desktop.ui.background import InlineBackground
from tests.benchmarks.test_casebook import PASSPHRASE
from tests.storage.clients import ANA, NAME, client_file, outcome

FILES = 10_000
KEY_LIMIT_MS = 50
TODAY = date(2026, 11, 3)
FAMILIES = (
    "Okafor",
    "Singh",
    "Nguyễn",
    "Tremblay",
    "Kowalczyk",
    "Haddad",
    "Patel",
    "Delgado",
    "Mbeki",
    "Côté",
)
GIVEN = ("Adaeze", "Wei", "Harleen", "Thị Hương", "Łukasz", "Aminata", "Emre")
TYPED = ("okaforc", "2024-01", "northlight", "zzz")


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("list")
    places = Places(folder / "data", folder / "config")
    fill(places.default_casebook)
    return places


def fill(path: Path) -> None:
    """Make a casebook of ten thousand files, all assessed."""
    files = []
    for number in range(FILES):
        family = FAMILIES[number % len(FAMILIES)] + chr(97 + number // len(FAMILIES) % 26)
        files.append(client_file(f"20{number % 26:02d}-{number:05d}", family, GIVEN[number % len(GIVEN)]))
    days = [TODAY + timedelta(days=number % 400) for number in range(FILES)]
    pack = Rules().pack
    outcomes = [replace(outcome(next_on=day, computed_on=TODAY), rule_pack=pack) for day in days]
    with Casebook.create(path, PASSPHRASE, ANA) as casebook:
        casebook.add(files, Kind.IMPORTED, NAME, outcomes)
        casebook.index_anew()


@pytest.fixture(scope="module")
def open_window(qapp: QApplication, where: Places) -> Iterator[Program]:
    program = Program(qapp, where, background=InlineBackground(), today=lambda: TODAY)
    program.window.show()
    program.settle()
    program.window.unlock.passphrase.field.setText(PASSPHRASE)
    QTest.keyClick(program.window.unlock.passphrase.field, Qt.Key.Key_Return)
    qapp.processEvents()
    yield program
    program.window.close()
    program.close()
    qapp.setStyleSheet("")


def test_each_key_of_a_search(benchmark: BenchmarkFixture, qapp: QApplication, open_window: Program) -> None:
    space = open_window.window.workspace
    assert space is not None
    files = space.list
    assert files.model.rowCount() == FILES
    taken: list[float] = []

    def key(letter: str | Qt.Key) -> None:
        begun = perf_counter()
        if isinstance(letter, str):
            QTest.keyClicks(files.search, letter)
        else:
            QTest.keyClick(files.search, letter)
        qapp.processEvents()
        taken.append((perf_counter() - begun) * 1000)

    def search() -> None:
        for words in TYPED:
            for letter in words:
                key(letter)
            shown = files.model.rowCount()
            assert shown < FILES or words == "northlight"
            for _letter in words:
                key(Qt.Key.Key_Backspace)
        assert files.model.rowCount() == FILES

    search()
    taken.clear()
    benchmark.pedantic(search, rounds=3)  # type: ignore[no-untyped-call]
    worst, middle = max(taken), median(taken)
    benchmark.extra_info |= {"median_ms": round(middle, 1), "worst_ms": round(worst, 1)}
    print(f"\na key over {FILES} files: {middle:.0f} ms, worst {worst:.0f} ms, at most {KEY_LIMIT_MS}")
