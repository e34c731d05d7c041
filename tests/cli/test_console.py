"""However a command ends, a person reads a sentence and a program reads a status."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cec_desktop.commands import assess
from cec_desktop.commands.console import collecting_paused
from tests.cli.client import written
from tests.cli.conftest import Run


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Makes ``assess`` end in an error."""

    def fail(error: BaseException) -> None:
        def raise_it(*_arguments: object) -> None:
            raise error

        monkeypatch.setattr(assess, "read_cases", raise_it)

    return fail


def test_a_fault_of_the_program_is_a_sentence_without_anything_of_a_client(
    cec: Run, failing: Callable[[BaseException], None]
) -> None:
    failing(KeyError("Trịnh, Bảo"))
    ended = cec("assess", "x.json", "--lang", "en")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("The program made a mistake and stopped; your files are as they were.")
    assert "KeyError, test_console.py:" in ended.err
    assert "Trịnh" not in ended.err
    assert len(ended.err.splitlines()) == 1


def test_the_fault_is_said_in_french_too(cec: Run, failing: Callable[[BaseException], None]) -> None:
    failing(RecursionError())
    assert cec("assess", "x", "--lang", "fr").err.startswith("Le programme a fait une erreur")


def test_who_develops_the_program_sees_the_traceback(
    cec: Run, failing: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(KeyError())
    monkeypatch.setattr(sys, "flags", type("Flags", (), {"dev_mode": True}))
    with pytest.raises(KeyError):
        cec("assess", "x.json")


def test_what_the_system_refuses_is_no_fault_of_the_program(
    cec: Run, failing: Callable[[BaseException], None]
) -> None:
    failing(OSError(errno.EIO, os.strerror(errno.EIO), "clients"))
    ended = cec("assess", "x.json", "--lang", "en")
    assert (ended.status, ended.err) == (2, "The system refused clients: Input/output error.\n")


def test_ctrl_c_ends_without_a_word(cec: Run, failing: Callable[[BaseException], None]) -> None:
    failing(KeyboardInterrupt())
    ended = cec("assess", "x.json")
    assert (ended.status, ended.out, ended.err) == (130, "", "")


def test_a_program_without_output_still_ends_well(
    cec: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)
    monkeypatch.setattr(sys, "stdout", None)
    assert cec("assess", path).status == 0
    assert cec("assess", path, "--json").status == 0


def test_garbage_is_collected_again_after_a_short_run() -> None:
    assert gc.isenabled()
    with suppress(KeyError), collecting_paused():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with collecting_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
