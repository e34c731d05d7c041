"""`cec-desktop summary`: the PDF of a client file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.client import raw_file, written
from tests.cli.conftest import Run

LETTER, A4 = (612, 792), (595, 842)


def text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def paper(path: Path) -> tuple[int, int]:
    box = PdfReader(path).pages[0].mediabox
    return round(box.width), round(box.height)


def test_the_summary_is_bilingual_on_letter_paper(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "trinh.pdf"
    ended = cec("summary", written(tmp_path), "-o", str(target))
    assert (ended.status, ended.out, ended.err) == (0, f"{target}\n", "")
    assert paper(target) == LETTER
    assert "Eligibility summary" in text(target)
    assert "Sommaire d’admissibilité" in text(target)
    assert "2026-03-02" in text(target)


def test_one_language_and_a4_may_be_chosen(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "trinh.pdf"
    options = ("--lang", "fr", "--paper", "a4", "--on", "2026-03-09")
    assert cec("summary", written(tmp_path), "-o", str(target), *options).status == 0
    assert paper(target) == A4
    assert "Sommaire d’admissibilité" in text(target)
    assert "Eligibility summary" not in text(target)
    assert "2026-03-09" in text(target)


def test_the_summary_names_who_hands_it_out(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "trinh.pdf"
    options = ("--firm", "Étude Roy", "--consultant", "Ana Roy", "--licence", "R123456")
    assert cec("summary", written(tmp_path), "-o", str(target), *options).status == 0
    for said in ("Étude Roy", "Ana Roy", "R123456"):
        assert said in text(target)


def test_the_file_may_come_through_standard_input(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "trinh.pdf"
    assert cec("summary", "-", "-o", str(target), typed=json.dumps(raw_file()).encode()).status == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_letters_that_cannot_be_printed_are_told_beside_the_result(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    raw = raw_file()
    raw["client"]["family_name"] = "王"
    ended = cec("summary", "-", "-o", str(target), typed=json.dumps(raw).encode())
    assert (ended.status, ended.out) == (0, f"{target}\n")
    assert ended.err == "The PDF lacks letters of some names and says where: enter them in Latin letters.\n"


def test_a_bad_file_writes_nothing(cec: Run, tmp_path: Path) -> None:
    target = tmp_path / "trinh.pdf"
    ended = cec("summary", written(tmp_path, file_number=7), "-o", str(target), "--lang", "en")
    assert (ended.status, ended.out, ended.err) == (2, "", "file_number: is not text\n")
    assert not target.exists()


@pytest.mark.parametrize("place", ["gone/trinh.pdf", "folder"])
def test_a_target_that_cannot_be_written_is_said_and_leaves_nothing(
    cec: Run, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    path = written(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    ended = cec("summary", path, "-o", str(tmp_path / place), "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before
