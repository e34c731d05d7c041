"""The law's data of the other classes: complete, cited, and refused when malformed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from cec_desktop.resources import resource
from cec_desktop.rules.programs.book import ProgramDataError, load_programs, on_day, read_programs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("fsw.toml", "fst.toml", "funds.toml"):
        shutil.copy(resource("rules", name), tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("fsw.toml", "pass_mark = 67", 'pass_mark = "67"'),
        ("fsw.toml", "pass_mark = 67", "pass_mark = 67\nfail_mark = 66"),
        ("fsw.toml", "gap_days = 3\n", ""),
        ("fsw.toml", 'citation = "R81"', 'citation = ""'),
        ("fsw.toml", "first_day = 2016-11-19", "first_day = 2022-11-16"),
        ("fst.toml", "first_day = 2013-01-02", "first_day = 2017-01-02"),
        ("fst.toml", "listening = 5", "listening = 5.5"),
        ("fst.toml", 'sure = "law"', 'sure = "surely"'),
        ("funds.toml", "first_day = 2025-07-01", "first_day = 2024-01-01"),
        ("funds.toml", "[[amounts]]", "[[amount]]"),
        ("fsw.toml", "[grid]", "[grid"),
    ],
)
def test_spoiled_data_are_refused_with_the_name_of_the_file(
    folder: Path, name: str, old: str, new: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProgramDataError, match=name):
        read_programs(folder)


def test_the_grid_adds_up_to_a_hundred() -> None:
    assert load_programs().fsw.grid.maximum == 100


@pytest.mark.parametrize(
    ("day", "persons", "expected"),
    [
        (date(2025, 1, 6), 1, 14690),
        (date(2025, 1, 6), 8, 38875 + 3958),
        (date(2026, 1, 6), 1, 15263),
        (date(2026, 1, 6), 7, 40392),
        (date(2026, 1, 6), 9, 40392 + 2 * 4112),
    ],
)
def test_funds_by_size_of_the_family(day: date, persons: int, expected: int) -> None:
    amounts = on_day(load_programs().funds.amounts, day)
    assert amounts is not None
    assert amounts.for_family(persons) == expected
