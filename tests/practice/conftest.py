"""Offices for the tests, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cec_desktop.practice.office import Office
from cec_desktop.storage import keys
from cec_desktop.storage.casebook import Casebook
from tests.storage.clients import ANA, PASSPHRASE, Clock

TODAY = date(2026, 11, 2)


class Calendar:
    """A day that a test may turn."""

    def __init__(self) -> None:
        self.today = TODAY

    def __call__(self) -> date:
        return self.today


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 2)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def office(tmp_path: Path, calendar: Calendar) -> Iterator[Office]:
    """An empty office."""
    casebook = Casebook.create(tmp_path / "clients.casebook", PASSPHRASE, ANA, now=Clock())
    with Office(casebook, today=calendar) as opened:
        yield opened
