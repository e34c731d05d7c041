"""``cec-desktop crs``: the points of a file as text in both languages and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.client import written
from tests.cli.conftest import Run


def test_the_score_is_told_line_by_line(cec: Run, tmp_path: Path) -> None:
    ended = cec("crs", written(tmp_path, sibling_in_canada=False), "--lang", "en")

    assert (ended.status, ended.err) == (0, "")
    assert "Comprehensive Ranking System (CRS), 2026-03-02, rules of 2025-03-25" in ended.out
    assert "Score: 261 of 1,200" in ended.out
    assert "Age: 105 of 110 (30 years old) MI 8(1)(a)" in ended.out
    assert "Not exact" not in ended.out.partition("What would help")[0]
    assert "What would help" in ended.out
    assert "Score over time" in ended.out


def test_the_same_in_french(cec: Run, tmp_path: Path) -> None:
    ended = cec("crs", written(tmp_path), "--lang", "fr", "--on", "2026-11-22")

    assert "Système de classement global (SCG), 2026-11-22" in ended.out
    assert "Non exact" in ended.out
    assert "sibling_in_canada" in ended.out


def test_the_json_has_the_score_the_help_and_the_steps(cec: Run, tmp_path: Path) -> None:
    path = written(tmp_path)
    value = json.loads(cec("crs", path, "--json").out)
    (line,) = cec("assess", path, "--json").out.splitlines()

    assert list(value) == ["format", "version", "file_number", "on", "crs", "help", "over_time"]
    assert value["crs"] == json.loads(line)["crs"]
    assert value["help"][0]["gain"] >= value["help"][-1]["gain"]
    assert value["over_time"][0]["start"] == "2026-03-02"
    assert value["over_time"][0]["total"] == value["crs"]["total"]


def test_before_2015_there_is_no_score(cec: Run, tmp_path: Path) -> None:
    path = written(tmp_path)
    assert json.loads(cec("crs", path, "--on", "2012-01-01", "--json").out)["crs"] is None
    assert (
        "There were no points before 2015-01-01."
        in cec("crs", path, "--on", "2012-01-01", "--lang", "en").out
    )


def test_help_is_in_both_languages_and_usage_is_checked(cec: Run, tmp_path: Path) -> None:
    assert "Comprehensive Ranking System" in cec("crs", "--help", "--lang", "en").out
    assert "Système de classement global" in cec("crs", "--help", "--lang", "fr").out
    assert cec("crs").status == 2
    assert cec("crs", written(tmp_path), "--on", "2026-02-30").status == 2
