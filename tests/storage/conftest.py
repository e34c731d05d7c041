"""Casebooks for the tests: quick to derive a key for, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cec_desktop.storage import keys
from cec_desktop.storage.casebook import Casebook
from tests.storage.clients import ANA, PASSPHRASE, Clock


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rounds instead of 256,000; the tests of the real derivation put them back."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("casebook") / "empty.casebook"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "_ROUNDS", 2)
        Casebook.create(path, PASSPHRASE, ANA).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    """An empty casebook, closed."""
    return Path(shutil.copy(empty_file, tmp_path / "clients.casebook"))


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    """An empty casebook, open."""
    with Casebook.open(path, PASSPHRASE, ANA, now=Clock()) as opened:
        yield opened
