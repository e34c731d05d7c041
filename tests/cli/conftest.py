"""Runs the command line as a person at a terminal would."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from cec_desktop.cli import main

TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Ended:
    """A run that has ended: its status and what it said where."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def cec(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``cec-desktop`` with arguments on 2026-03-10; ``typed`` comes through standard input."""

    def run(*arguments: str, typed: bytes = b"") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        status = main(arguments, lambda: TODAY)
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return run
