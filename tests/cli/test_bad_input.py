"""Files that are no client files: every reason at once, nothing on standard output, nothing lost."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.cli.client import raw_file, written
from tests.cli.conftest import Run


def spoilt(folder: Path, name: str = "spoilt.json") -> str:
    """Four mistakes of one hand: a typo, a text for a number, a missing number, an end before its start."""
    raw = raw_file()
    del raw["file_number"]
    raw["destinaton"] = raw.pop("destination")
    raw["jobs"][0]["end"] = "2023-12-31"
    raw["jobs"][1]["hours_per_week"] = "37.5"
    path = folder / name
    path.write_text(json.dumps(raw), encoding="utf-8")
    return str(path)


def test_every_error_of_a_file_is_named_with_its_place(cec: Run, tmp_path: Path) -> None:
    ended = cec("assess", spoilt(tmp_path), "--json", "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert sorted(ended.err.splitlines()) == [
        "destinaton: is not a field of this format",
        "file_number: is missing",
        "jobs[0].end: is before start (2024-02-05)",
        "jobs[1].hours_per_week: is not a number",
    ]


def test_errors_are_said_in_the_language_chosen(cec: Run, tmp_path: Path) -> None:
    ended = cec("assess", spoilt(tmp_path), "--lang", "fr")
    assert "jobs[1].hours_per_week: n’est pas un nombre" in ended.err.splitlines()


def test_one_bad_file_among_several_and_nothing_is_printed(cec: Run, tmp_path: Path) -> None:
    good, bad, gone = written(tmp_path), spoilt(tmp_path), str(tmp_path / "gone.json")
    ended = cec("assess", "--json", good, bad, gone, "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    lines = ended.err.splitlines()
    assert len(lines) == 5
    assert [line for line in lines if not line.startswith((f"{bad}: ", f"{gone}: "))] == []
    assert lines[-1] == f"{gone}: there is no such file"
    assert f"{bad}: file_number: is missing" in lines


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b'{"format": "cec-case",', "is not well-formed JSON (line 1, column 23)"),
        (b"[1, 2]", "is not an object with named fields"),
        (b"\xff\xfe{}", "is not text in UTF-8"),
        (b"\x00\x01\x02" * 1000, "is not well-formed JSON (line 1, column 1)"),
        (b"[" * 100_000, "is nested more than 40 levels deep, which no client file is"),
    ],
)
def test_what_is_no_json_is_refused_in_a_line(cec: Run, tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "rubbish.json"
    path.write_bytes(content)
    ended = cec("assess", str(path), "--lang", "en")
    assert (ended.status, ended.out, ended.err) == (2, "", f"{path}: {reason}\n")
    typed = cec("assess", "-", "--lang", "en", typed=content)
    assert (typed.status, typed.out, typed.err) == (2, "", f"-: {reason}\n")


def test_ten_megabytes_of_rubbish_are_refused_at_once(cec: Run, tmp_path: Path) -> None:
    path = tmp_path / "rubbish.json"
    path.write_bytes(os.urandom(16) * 655_360)
    ended = cec("assess", str(path))
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1


def test_an_endless_file_is_not_read_to_its_end(cec: Run) -> None:
    ended = cec("assess", "/dev/zero", "--lang", "en")
    assert (ended.status, ended.err) == (2, "/dev/zero: is larger than 20 megabytes; no client file is\n")


def test_a_folder_and_a_missing_file_are_named(cec: Run, tmp_path: Path) -> None:
    folder, gone = str(tmp_path), str(tmp_path / "gone.json")
    assert cec("assess", folder, "--lang", "en").err == f"{folder}: is a folder, not a file\n"
    assert cec("assess", gone, "--lang", "en").err == f"{gone}: there is no such file\n"


def test_a_file_without_permission_is_named(
    cec: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    path = written(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)  # the person who runs the tests may be allowed everything
    assert cec("assess", path, "--lang", "en").err == f"{path}: no permission for this file\n"


def test_names_that_would_break_a_line_do_not(cec: Run, tmp_path: Path) -> None:
    path = tmp_path / "two\nlines\x1b[2J.json"
    ended = cec("assess", str(path))
    assert len(ended.err.splitlines()) == 1
    assert "\x1b" not in ended.err


def test_the_ends_of_the_calendar_are_days_like_any_other(cec: Run, tmp_path: Path) -> None:
    jobs = raw_file()["jobs"]
    jobs[0]["end"] = "9999-12-31"
    path = written(tmp_path, jobs=jobs, invitation={"class": "cec", "issued_on": "9999-12-31"})
    for day in ("0001-01-01", "9999-12-31"):
        assert cec("assess", "--json", path, "--on", day).status == 0
        assert cec("summary", path, "--on", day, "-o", str(tmp_path / f"{day}.pdf")).status == 0
        assert (tmp_path / f"{day}.pdf").stat().st_size > 1000


def test_a_column_no_tef_sheet_has_is_refused_by_name(cec: Run, tmp_path: Path) -> None:
    tests = [{"test": "tef_canada", "result_date": "2024-05-01", "tef_scale": "future", "listening": 300}]
    ended = cec("assess", written(tmp_path, language_tests=tests))
    assert ended.status == 2
    assert ended.err.startswith("language_tests[0].tef_scale: ")
