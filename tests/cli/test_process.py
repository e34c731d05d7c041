"""The program as a process: what it loads, how it ends, and what its streams carry."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.client import raw_file, written
from tests.conftest import ROOT

HEAVY = ("PySide6", "sqlalchemy", "sqlcipher3", "alembic", "reportlab", "keyring", "cryptography")
PROGRAM = [sys.executable, "-m", "cec_desktop"]


def run(*arguments: str, typed: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("form", ["--json", "--text"])
def test_assessing_loads_no_window_no_database_and_no_pdf(tmp_path: Path, form: str) -> None:
    program = (
        "import sys; from cec_desktop.cli import main; status = main(sys.argv[1:3] + [sys.argv[3]]);"
        "print(status, *(name for name in sys.argv[4:] if name in sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "assess", written(tmp_path), form, *HEAVY]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stderr.split() == ["0"]
    assert "2026-0311" in ended.stdout


def test_a_file_comes_in_and_an_object_goes_out() -> None:
    ended = run("assess", "-", "--json", typed=json.dumps(raw_file()).encode())
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["cec"]["outcome"] == "met"


def test_a_bad_file_ends_with_two_and_says_nothing_on_standard_output() -> None:
    ended = run("assess", "-", typed=b"{}")
    assert ended.returncode == 2
    assert ended.stdout == b""
    assert b"Traceback" not in ended.stderr


def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    ended = run("assess", "--json", written(tmp_path), PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert "heures atteintes" in ended.stdout.decode("utf-8")
    assert "comptées" in ended.stdout.decode("utf-8")


def test_a_terminal_without_accents_gets_question_marks(tmp_path: Path) -> None:
    ended = run("assess", "--lang", "fr", written(tmp_path), PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"cat?gorie de l?exp?rience canadienne" in ended.stdout


def test_a_reader_that_leaves_early_is_no_mistake(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [*PROGRAM, "assess", written(tmp_path)], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE
    ) as process:
        os.close(writing)
        _, complaint = process.communicate()
    assert (process.returncode, complaint) == (0, b"")


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, "assess", written(tmp_path), "--lang", "en"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr.decode() == "The system refused: No space left on device.\n"
