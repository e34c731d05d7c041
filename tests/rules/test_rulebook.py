"""The law's data: complete over the calendar, cited, and refused when malformed."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from cec_desktop.resources import resource
from cec_desktop.rules.rulebook import RulebookError, load_rulebook, on_day, read_rulebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law that a test may spoil."""
    for name in ("cec.toml", "intake.toml"):
        shutil.copy(resource("rules", name), tmp_path / name)
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_six_texts_follow_each_other_without_gap_or_overlap() -> None:
    versions = load_rulebook().versions
    assert [version.id for version in versions] == [
        "cec-2008-09-17",
        "cec-2011-03-03",
        "cec-2013-01-02",
        "cec-2016-11-19",
        "cec-2022-01-01",
        "cec-2022-11-16",
    ]
    for earlier, later in pairwise(versions):
        assert earlier.last_day == later.first_day - timedelta(days=1)
    assert versions[-1].last_day is None


def test_every_day_since_the_class_exists_has_one_law_of_each_kind() -> None:
    book = load_rulebook()
    day = date(2008, 9, 17)
    while day < date(2030, 1, 1):
        version = book.version_on(day)
        assert version is not None
        assert version.first_day <= day
        assert version.last_day is None or day <= version.last_day
        assert on_day(book.noc_editions, day) is not None
        assert on_day(book.test_ages, day) is not None
        assert on_day(book.intakes, day) is not None
        day += timedelta(days=1)
    assert book.version_on(date(2008, 9, 16)) is None


def test_a_full_time_year_is_1950_hours_before_2013_and_1560_since() -> None:
    book = load_rulebook()
    before, since = book.version_on(date(2013, 1, 1)), book.version_on(date(2013, 1, 2))
    assert before is not None
    assert since is not None
    assert before.full_time_hours * before.streams[0].weeks == 1950
    assert before.full_time_hours * before.streams[1].weeks == 3900
    assert since.full_time_hours * since.streams[0].weeks == 1560
    assert before.full_time_hours == Fraction(75, 2)


def test_levels_of_every_text_are_levels_the_classification_of_its_day_has() -> None:
    book = load_rulebook()
    for version in book.versions:
        edition = on_day(book.noc_editions, version.first_day)
        assert edition is not None
        scheme = book.noc.scheme(edition.editions[-1])
        assert set(version.levels) == ({"0", "1", "2", "3"} if scheme == "teer" else {"0", "A", "B"})


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("cec.toml", "first_day = 2011-03-03", "first_day = 2008-09-17"),
        ("cec.toml", "first_day = 2013-01-02", "first_day = 2009-01-02"),
        ("cec.toml", 'residence_intent = "R87.1(1)"', 'residence_intent = ""'),
        ("cec.toml", 'instrument = "SOR/2011-54"\n', ""),
        ("cec.toml", "written_evidence = true", "written_evidence = true\nwriten_evidence = false"),
        ("cec.toml", "window_months = 24", "window_months = 23"),
        ("cec.toml", "verified_to", "verified_too"),
        ("cec.toml", "vacation_days = 14", "vacation_days = "),
        ("intake.toml", 'citation = "R2"', 'citation = ""'),
        ("intake.toml", "days = 90\nuncertain_to", "dayz = 90\nuncertain_to"),
        ("intake.toml", "first_day = 2017-10-24", "first_day = 2013-05-04"),
        ("intake.toml", 'may_work = "permit"', 'may_work = "perhaps"'),
    ],
)
def test_malformed_law_is_refused_before_anybody_relies_on_it(
    folder: Path, name: str, old: str, new: str
) -> None:
    spoil(folder, name, old, new)
    with pytest.raises(RulebookError):
        read_rulebook(folder)


def test_the_law_as_shipped_is_read(folder: Path) -> None:
    assert read_rulebook(folder).verified_to == load_rulebook().verified_to
