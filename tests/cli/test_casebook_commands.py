"""`import`, `list` and `export`: an encrypted casebook without a window."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cec_desktop.practice import passphrase
from cec_desktop.practice.office import Office
from cec_desktop.storage import keys
from cec_desktop.storage.author import Author
from tests.cli.client import raw_file, written
from tests.cli.conftest import Ended, Run
from tests.conftest import ROOT

PASSPHRASE = "porte lac brume sept"
Desk = Callable[..., Ended]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rounds of key derivation instead of 256,000."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)


@pytest.fixture
def desk(cec: Run, tmp_path: Path) -> Desk:
    """Runs a command on one casebook with its passphrase in a file."""
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")

    def run(command: str, *arguments: str) -> Ended:
        where = ("--casebook", str(tmp_path / "firm.casebook"))
        secret = ("--passphrase-file", str(tmp_path / "passphrase"))
        return cec(command, *arguments, *where, *secret, "--lang", "en")

    return run


def two_clients(folder: Path) -> tuple[str, str]:
    other = {"family_name": "Ó Briain", "date_of_birth": "1990-07-01"}
    return (
        written(folder, "trinh.json"),
        written(folder, "briain.json", file_number="2026/7 B", client=other, invitation=None),
    )


def test_clients_are_taken_in_listed_and_written_out_again(desk: Desk, tmp_path: Path) -> None:
    taken = desk("import", "--new", *two_clients(tmp_path))
    assert (taken.status, taken.out, taken.err) == (0, "2 client files imported.\n", "")

    listed = desk("list").out.splitlines()
    # The invitation of 2026-01-15 can be answered to 2026-03-16, which comes before all else.
    assert listed == [
        "2026-0311  TRỊNH, Bảo  Met  apply by 2026-03-16",
        "2026/7 B   Ó BRIAIN    Met  until 2026-06-09",
    ]

    out = tmp_path / "out"
    assert desk("export", "--all", "-o", str(out)).status == 0
    assert {path.name for path in out.iterdir()} == {"2026-0311.json", "2026%2F7 B.json"}


def test_a_casebook_that_the_window_has_open_is_read_beside_it(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", written(tmp_path, "trinh.json"))
    path = tmp_path / "firm.casebook"
    with Office.unlock(path, PASSPHRASE, Author("Ana Roy", "desk-1")) as window:
        before = path.read_bytes()
        listed, exported = desk("list"), desk("export", "2026-0311")
        assert listed.out == "2026-0311  TRỊNH, Bảo  Met  apply by 2026-03-16\n"
        assert json.loads(exported.out)["file_number"] == "2026-0311"
        assert path.read_bytes() == before
        refused = desk("import", written(tmp_path, "other.json", file_number="2026-0400"))
        assert (refused.status, refused.out) == (2, "")
        assert "is open already: Ana Roy on desk-1" in refused.err
        assert window.id_of("2026-0400") is None


def test_what_comes_out_says_what_went_in(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", *two_clients(tmp_path))
    exported = desk("export", "2026-0311")
    assert exported.status == 0
    case = json.loads(exported.out)
    expected = raw_file()
    assert [job["employer"] for job in case["jobs"]] == [job["employer"] for job in expected["jobs"]]
    assert case["jobs"][1]["id"] == "software"
    assert case["jobs"][0]["id"]  # given on the way in, so that edits can speak of it
    assert case["client"] == expected["client"]
    assert case["invitation"] == expected["invitation"]


def test_one_client_goes_to_the_file_that_is_named(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", *two_clients(tmp_path))
    target = tmp_path / "one.json"
    assert desk("export", "2026/7 B", "-o", str(target)).out == f"{target}\n"
    assert json.loads(target.read_text(encoding="utf-8"))["file_number"] == "2026/7 B"


def test_words_narrow_the_list(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", *two_clients(tmp_path))
    assert [line.split()[0] for line in desk("list", "trinh", "assiniboine").out.splitlines()] == [
        "2026-0311"
    ]
    assert desk("list", "nobody") == Ended(0, "", "")
    assert desk("list", "--archived").out == ""
    assert desk("list", "--bin").out == ""


def test_nothing_is_taken_in_unless_all_can_be(desk: Desk, tmp_path: Path) -> None:
    first, second = two_clients(tmp_path)
    desk("import", "--new", first)
    again = desk("import", first, second)
    assert (again.status, again.out) == (2, "")
    assert again.err == f"{first}: file_number: The file number 2026-0311 is in use already.\n"
    assert len(desk("list").out.splitlines()) == 1


def test_a_bad_file_is_named_before_the_passphrase_is_asked_for(cec: Run, tmp_path: Path) -> None:
    ended = cec("import", written(tmp_path, file_number=""), "--lang", "en")
    assert (ended.status, ended.err) == (2, "file_number: is empty\n")


def test_standard_input_is_not_taken_in(cec: Run) -> None:
    ended = cec("import", "-", "--lang", "en", typed=json.dumps(raw_file()).encode())
    assert (ended.status, ended.err) == (2, "./-: there is no such file\n")


def test_a_casebook_that_is_not_there_is_not_made_unasked(desk: Desk, tmp_path: Path) -> None:
    for command in (("import", written(tmp_path)), ("list",), ("export", "1")):
        ended = desk(*command)
        assert (ended.status, ended.out) == (2, "")
        assert ended.err == "There is no casebook firm.casebook in this place.\n"
    assert not (tmp_path / "firm.casebook").exists()


def test_a_wrong_passphrase_is_refused_plainly(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", written(tmp_path))
    (tmp_path / "passphrase").write_text("something else\n", encoding="utf-8")
    ended = desk("list")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "This passphrase does not open firm.casebook.\n"


def test_numbers_that_are_not_there_are_all_named(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", written(tmp_path))
    ended = desk("export", "2026-0311", "7", "8", "-o", str(tmp_path / "out"))
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.splitlines() == [
        "There is no client file 7 in the casebook.",
        "There is no client file 8 in the casebook.",
    ]
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk("import", "--new", written(tmp_path))
    ended = desk("export", "2026-0311", "-o", "/proc/none/here.json")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "here.json could not be written; nothing was changed.\n"


def test_the_keychain_gives_the_passphrase_when_asked(
    cec: Run, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("import", "--new", written(tmp_path))
    casebook = tmp_path / "firm.casebook"
    arguments = ("list", "--casebook", str(casebook), "--keychain", "--lang", "en")
    empty = cec(*arguments)
    assert (empty.status, empty.err) == (2, "The keychain holds no passphrase of firm.casebook.\n")

    kept = {casebook: PASSPHRASE}
    monkeypatch.setattr(passphrase, "from_keychain", kept.get)
    assert cec(*arguments).out.startswith("2026-0311")


def test_without_a_terminal_nobody_can_be_asked(cec: Run, tmp_path: Path) -> None:
    ended = cec("import", "--new", written(tmp_path), "--casebook", str(tmp_path / "c"), "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == "There is no terminal to ask for the passphrase; use --passphrase-file.\n"


def test_the_terminal_asks_and_shows_nothing_of_the_answer(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cec_desktop", "import", "--new", written(tmp_path)]
    command += ["--casebook", str(tmp_path / "c.casebook"), "--lang", "en"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        shown = _answered(ours, [b"Passphrase of c.casebook: ", b"The same passphrase again: "])
    os.close(ours)
    assert process.returncode == 0, shown
    assert b"1 client file imported." in shown
    assert PASSPHRASE.encode() not in shown


def _answered(terminal: int, questions: list[bytes]) -> bytes:
    """Type the passphrase after each question; return all that was shown."""
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 1024)
        except OSError:  # the other end is closed
            return shown
        for question in [each for each in questions if each in shown]:
            questions.remove(question)
            os.write(terminal, PASSPHRASE.encode() + b"\n")
