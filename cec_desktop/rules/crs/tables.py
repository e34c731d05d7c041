"""The tables of the Comprehensive Ranking System as dated data: read once, checked, then only looked up.

Every number is in ``resources/rules/crs.toml``; the loader refuses unknown or missing keys, tables of another
length, points that fall where a better fact should earn more, and days that are equal or out of order.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from cec_desktop.resources import resource

HIGHEST_CLB = 10
"""The row of the tables for this level is that of all higher levels too."""


class CrsDataError(ValueError):
    """The tables are not well formed; the text names the entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """Points of sections A that hang on whether a spouse comes along."""

    age: tuple[int, ...]
    education: tuple[int, ...]
    first_language: tuple[int, ...]
    second_language: tuple[int, ...]
    canadian_work: tuple[int, ...]
    second_language_maximum: int
    maximum: int


@dataclass(frozen=True, slots=True, eq=False)
class Additional:
    """Points of section D in one version, from its first day on."""

    id: str
    first_day: date
    last_day: date | None
    instrument: str
    nomination: int
    offer_senior: int
    offer: int
    exempt_offers: bool
    study_short: int
    study_long: int
    sibling: int
    french: int
    french_with_english: int


@dataclass(frozen=True, slots=True)
class Announced:
    """A version known only as announced: from its first day no score is exact."""

    id: str
    first_day: date
    what: str


@dataclass(frozen=True, slots=True, eq=False)
class CrsBook:
    """All tables; lists are indexed as the data file says."""

    verified_to: date
    alone: Column
    couple: Column
    youngest: int
    levels: tuple[str, ...]
    post_secondary: frozenset[int]
    long_program: frozenset[int]
    education_tiers: tuple[int, ...]
    spouse_education: tuple[int, ...]
    spouse_language: tuple[int, ...]
    spouse_canadian_work: tuple[int, ...]
    spouse_maximum: int
    good: int
    strong: int
    foreign_tiers: tuple[int, ...]
    pair_language: tuple[tuple[int, ...], ...]
    pair_canadian_work: tuple[tuple[int, ...], ...]
    group_maximum: int
    transferability_maximum: int
    certificate_levels: tuple[int, int]
    certificate_points: tuple[int, int]
    additional_maximum: int
    human_capital_maximum: int
    total_maximum: int
    french_level: int
    english_level: int
    study_months: int
    short_study: frozenset[str]
    long_study: frozenset[str]
    offer_hours: int
    offer_months: int
    offer_worked_months: int
    window_months: int
    most_years: int
    credential_assessment_months: int
    gap_days: int
    versions: tuple[Additional, ...]
    announced: tuple[Announced, ...]
    citations: Mapping[str, str]
    """Of every line and section."""
    starts: tuple[date, ...]

    def version_on(self, day: date) -> Additional | None:
        """The last complete version in force on or before a day; None before there were points."""
        at = bisect_right(self.starts, day) - 1
        return None if at < 0 else self.versions[at]

    def announced_on(self, day: date) -> Announced | None:
        """The version that is in force on a day, but whose numbers are not known."""
        return next((each for each in reversed(self.announced) if each.first_day <= day), None)


@cache
def load_crs() -> CrsBook:
    """The tables shipped with the program.

    Raises:
        CrsDataError: an entry is malformed.
    """
    return parse_crs(resource("rules", "crs.toml").read_text(encoding="utf-8"))


def parse_crs(text: str) -> CrsBook:
    """The tables of a TOML text.

    Raises:
        CrsDataError: an entry is malformed.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CrsDataError(f"crs.toml: {error}") from error
    _require("crs.toml", data, {*_CITED, *_TOP})
    counting = _require("counting", data["counting"], {*_COUNTING, *_CITED, "note"})
    education = _require("education", data["education"], {*_EDUCATION, *_CITED, "note"})
    core = _require("core", data["core"], {*_CORE, "alone_maximum", "couple_maximum", *_CITED})
    spouse = _require("spouse", data["spouse"], {*_SPOUSE, "maximum", *_CITED})
    transfer = _require("transferability", data["transferability"], {*_TRANSFER, "citations", *_CITED})
    certificate = _require("certificate", transfer["certificate"], {"levels", "points"})
    additional = _require("additional", data["additional"], {*_ADDITIONAL, "citations", *_CITED})
    levels = tuple(education["levels"])
    versions = _versions(data["version"])
    return CrsBook(
        verified_to=data["verified_to"],
        alone=_column(core, "alone", len(levels)),
        couple=_column(core, "couple", len(levels)),
        youngest=core["age"]["youngest"],
        levels=levels,
        post_secondary=frozenset(levels.index(each) for each in education["post_secondary"]),
        long_program=frozenset(levels.index(each) for each in education["long_program"]),
        education_tiers=_rising("education.tiers", education["tiers"], len(levels)),
        spouse_education=_spouse(spouse, "education", len(levels)),
        spouse_language=_spouse(spouse, "language", HIGHEST_CLB + 1),
        spouse_canadian_work=_spouse(spouse, "canadian_work", counting["most_years"] + 1),
        spouse_maximum=spouse["maximum"],
        good=transfer["good"],
        strong=transfer["strong"],
        foreign_tiers=_rising("transferability.foreign_tiers", transfer["foreign_tiers"], 4),
        pair_language=_pairs("language", transfer["language"]),
        pair_canadian_work=_pairs("canadian_work", transfer["canadian_work"]),
        group_maximum=transfer["group_maximum"],
        transferability_maximum=transfer["maximum"],
        certificate_levels=_two("certificate.levels", certificate["levels"]),
        certificate_points=_two("certificate.points", certificate["points"]),
        additional_maximum=additional["maximum"],
        human_capital_maximum=data["human_capital_maximum"],
        total_maximum=data["total_maximum"],
        short_study=frozenset(additional["short_study"]),
        long_study=frozenset(additional["long_study"]),
        **{key: additional[key] for key in _ADDITIONAL_NUMBERS},
        **{key: counting[key] for key in _COUNTING},
        versions=versions,
        announced=_announced(data["announced"]),
        citations=_citations(core, spouse, transfer, additional),
        starts=tuple(version.first_day for version in versions),
    )


_CITED = {"citation", "read_on", "sure"}
_TOP = {
    *("verified_to", "total_maximum", "human_capital_maximum", "counting", "education", "core", "spouse"),
    *("transferability", "additional", "version", "announced"),
}
_COUNTING = ("window_months", "most_years", "credential_assessment_months", "gap_days")
_EDUCATION = {"levels", "post_secondary", "long_program", "tiers"}
_CORE = ("age", "education", "first_language", "second_language", "canadian_work")
_SPOUSE = ("education", "language", "canadian_work")
_TRANSFER = {
    *("maximum", "group_maximum", "good", "strong", "foreign_tiers", "language", "canadian_work"),
    "certificate",
}
_ADDITIONAL_NUMBERS = (
    *("french_level", "english_level", "study_months", "offer_hours", "offer_months"),
    "offer_worked_months",
)
_ADDITIONAL = {"maximum", "short_study", "long_study", *_ADDITIONAL_NUMBERS}
_SURE = {"several", "one", "deduced"}


def _require(place: str, entry: Mapping[str, Any], keys: set[str]) -> Mapping[str, Any]:
    if set(entry) != keys:
        raise CrsDataError(f"crs.toml: {place}: {sorted(set(entry) ^ keys)}")
    if not entry.get("citation", "-"):
        raise CrsDataError(f"crs.toml: {place}: no citation")
    if entry.get("sure", "several") not in _SURE:
        raise CrsDataError(f"crs.toml: {place}: sure")
    return entry


def _rising(place: str, points: list[int], length: int) -> tuple[int, ...]:
    if len(points) != length or any(after < before for before, after in pairwise(points)):
        raise CrsDataError(f"crs.toml: {place}: wants {length} numbers that do not fall")
    return tuple(points)


def _two(place: str, numbers: list[int]) -> tuple[int, int]:
    low, high = _rising(place, numbers, 2)
    return low, high


def _pairs(place: str, rows: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(_rising(f"transferability.{place}", row, 3) for row in rows)


def _column(core: Mapping[str, Any], name: str, levels: int) -> Column:
    lengths = {"education": levels, "first_language": HIGHEST_CLB + 1, "second_language": HIGHEST_CLB + 1}
    for factor in _CORE:
        more = {"age": {"youngest"}, "second_language": {"alone_maximum", "couple_maximum"}}
        _require(f"core.{factor}", core[factor], {"alone", "couple", "citation", *more.get(factor, set())})
    if len(core["age"]["alone"]) != len(core["age"]["couple"]):
        raise CrsDataError("crs.toml: core.age: columns differ in length")
    return Column(
        age=tuple(core["age"][name]),
        canadian_work=_rising("core.canadian_work", core["canadian_work"][name], 6),
        second_language_maximum=core["second_language"][f"{name}_maximum"],
        maximum=core[f"{name}_maximum"],
        **{key: _rising(f"core.{key}", core[key][name], length) for key, length in lengths.items()},
    )


def _spouse(spouse: Mapping[str, Any], factor: str, length: int) -> tuple[int, ...]:
    entry = _require(f"spouse.{factor}", spouse[factor], {"points", "citation"})
    return _rising(f"spouse.{factor}", entry["points"], length)


def _versions(entries: list[dict[str, Any]]) -> tuple[Additional, ...]:
    keys = set(Additional.__dataclass_fields__) - {"last_day"}
    built = []
    for index, entry in enumerate(entries):
        _require(f"version[{index}]", entry, {*keys, "sure", "read_on", "sources"})
        later = entries[index + 1]["first_day"] if index + 1 < len(entries) else None
        if later is not None and later <= entry["first_day"]:
            raise CrsDataError(f"crs.toml: version[{index}]: days are equal or out of order")
        last = later - timedelta(days=1) if later else None
        built.append(Additional(last_day=last, **{key: entry[key] for key in keys}))
    if not built:
        raise CrsDataError("crs.toml: no version")
    return tuple(built)


def _announced(entries: list[dict[str, Any]]) -> tuple[Announced, ...]:
    keys = set(Announced.__dataclass_fields__)
    for index, entry in enumerate(entries):
        _require(f"announced[{index}]", entry, {*keys, "sure", "read_on", "sources"})
    return tuple(Announced(**{key: entry[key] for key in keys}) for entry in entries)


def _citations(*sections: Mapping[str, Any]) -> Mapping[str, str]:
    core, spouse, transfer, additional = sections
    names = {factor: core[factor]["citation"] for factor in _CORE}
    names |= {f"spouse_{factor}": spouse[factor]["citation"] for factor in _SPOUSE}
    names |= {**transfer["citations"], **additional["citations"]}
    names |= {
        "core": core["citation"],
        "spouse": spouse["citation"],
        "transferability": transfer["citation"],
        "additional": additional["citation"],
    }
    if not all(names.values()):
        raise CrsDataError("crs.toml: a citation is empty")
    return names
