"""``cec-desktop programs``: the three classes of a file as text in both languages and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.client import written
from tests.cli.conftest import Run


def test_the_three_classes_are_told_with_their_conditions(cec: Run, tmp_path: Path) -> None:
    ended = cec("programs", written(tmp_path, sibling_in_canada=False), "--lang", "en")

    assert (ended.status, ended.err) == (0, "")
    assert "Classes of Express Entry on 2026-03-02" in ended.out
    assert "The client is in: Canadian Experience Class" in ended.out
    assert "Federal Skilled Worker Class: Not met" in ended.out
    assert "Age: 12 of 12 (30 years old) R81" in ended.out
    assert "Federal Skilled Trades Class: Not met" in ended.out


def test_the_same_in_french(cec: Run, tmp_path: Path) -> None:
    ended = cec("programs", written(tmp_path), "--lang", "fr")

    assert "Catégorie des travailleurs qualifiés (fédéral)" in ended.out
    assert "R75(2)a)" in ended.out


def test_the_json_has_every_class_with_points_and_missing_facts(cec: Run, tmp_path: Path) -> None:
    degree = {"level": "masters", "canadian": True, "completed_on": "2020-06-01"}
    path = written(tmp_path, education=[degree], funds={"amount": 20000}, destination=None)
    value = json.loads(cec("programs", path, "--json").out)

    assert (value["format"], value["version"], value["members"]) == ("cec-programs", 1, [])
    assert value["on"] == "2026-03-02"
    assert value["fsw"]["rules"]["id"] == "fsw-2022-11-16"
    assert value["fsw"]["outcome"] == "undetermined"
    assert [fact["place"] for fact in value["fsw"]["missing_facts"]] == ["destination"]
    points = value["fsw"]["points"]
    assert points["total"] == sum(factor["points"] for factor in points["factors"]) >= points["pass_mark"]
    assert value["fst"]["points"] is None
    assert value["cec"]["outcome"] == "undetermined"


def test_another_day_and_a_day_before_the_classes(cec: Run, tmp_path: Path) -> None:
    path = written(tmp_path, statuses=[])
    value = json.loads(cec("programs", path, "--on", "2012-01-01", "--json").out)
    outcomes = [value[each]["outcome"] for each in ("fsw", "fst")]
    assert outcomes == ["undetermined", "not_met"]
    assert value["fsw"]["rules"] is None


def test_help_is_in_both_languages_and_usage_is_checked(cec: Run, tmp_path: Path) -> None:
    assert "Federal Skilled Trades" in cec("programs", "--help", "--lang", "en").out
    assert "métiers spécialisés" in cec("programs", "--help", "--lang", "fr").out
    assert cec("programs").status == 2
    assert cec("programs", written(tmp_path), "--on", "2026-02-30").status == 2
