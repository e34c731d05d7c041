"""What went wrong, in words: the person's, the surroundings' and our own errors differ."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from cec_desktop.casefile.message import message
from cec_desktop.casefile.problems import CaseFileError, Problem
from cec_desktop.i18n.words import words
from cec_desktop.practice.importing import FileProblem, ImportRefusedError
from cec_desktop.reports.errors import ReportFileError
from cec_desktop.storage.errors import WrongPassphrase
from cec_desktop.ui.failure import is_ours, sentence

EN, FR = words("en"), words("fr")


def test_an_error_that_has_words_says_them() -> None:
    error = WrongPassphrase(Path("/a/firm.casebook"))
    assert sentence(error, EN) == "This passphrase does not open firm.casebook."
    assert sentence(error, FR) == "Cette phrase de passe n’ouvre pas firm.casebook."
    assert not is_ours(error)


def test_a_report_that_was_not_written_says_why() -> None:
    error = ReportFileError(message("report_disk_full", folder="/media/stick"))
    assert "/media/stick" in sentence(error, EN)
    assert not is_ours(error)


def test_every_problem_of_a_file_has_a_line() -> None:
    problems = [Problem(f"jobs[{at}].end", message("casebook_case_gone")) for at in range(11)]
    lines = sentence(CaseFileError(problems), EN).split("\n")
    assert lines[0].startswith("jobs[0].end: ")
    assert lines[-1] == "and 3 more"
    assert len(lines) == 9


def test_problems_of_several_files_begin_with_the_file() -> None:
    problem = FileProblem(Path("/x/bad.json"), Problem("client", message("casebook_case_gone")))
    whole = FileProblem(Path("/x/worse.json"), Problem("", message("file_missing")))
    lines = sentence(ImportRefusedError([problem, whole]), EN).split("\n")
    assert lines[0].startswith("bad.json: client: ")
    assert lines[1] == "worse.json: there is no such file"


@pytest.mark.parametrize(
    ("number", "begins"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "There is no permission for summary.pdf."),
        (errno.ENOENT, "summary.pdf is not there any more."),
        (errno.EIO, "The system refused: "),
    ],
)
def test_the_surroundings_are_named_plainly(number: int, begins: str) -> None:
    error = OSError(number, "reason", "/home/x/summary.pdf")
    assert sentence(error, EN).startswith(begins)
    assert not is_ours(error)


def test_a_fault_of_ours_says_nothing_of_what_it_holds() -> None:
    error = KeyError("Adaeze Okafor")
    assert is_ours(error)
    assert "Okafor" not in sentence(error, EN)
    assert "Okafor" not in sentence(error, FR)
