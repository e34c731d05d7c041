"""Points of facts that are known: every line, its group and section, under the caps. A few table look-ups."""

from __future__ import annotations

from typing import Final, NamedTuple

from cec_desktop.rules.crs.tables import HIGHEST_CLB, Additional, Column, CrsBook

Four = tuple[int, int, int, int]
"""Levels of listening, reading, writing and speaking."""

LINES: Final = (
    *("age", "education", "first_language", "second_language", "canadian_work"),
    *("spouse_education", "spouse_language", "spouse_canadian_work"),
    *("c_education_language", "c_education_canadian_work", "c_education_group"),
    *("c_foreign_language", "c_foreign_canadian_work", "c_foreign_group", "c_certificate"),
    *("d_nomination", "d_job_offer", "d_canadian_study", "d_sibling", "d_french"),
)
"""Ids of all lines in the order of the tables."""

SECTIONS: Final = ("core", "spouse", "transferability", "additional")
SECTION_OF: Final = dict(
    zip(LINES, ["core"] * 5 + ["spouse"] * 3 + ["transferability"] * 7 + ["additional"] * 5, strict=True)
)
SUMS: Final = frozenset({"c_education_group", "c_foreign_group"})
"""Lines that are the capped sum of the two before them."""


class Offer:
    """What an offer of arranged employment earns, by the occupation it is in."""

    NONE: Final = 0
    OTHER: Final = 1
    SENIOR: Final = 2


class CanadianStudy:
    """What the highest eligible Canadian credential earns, by its length."""

    NONE: Final = 0
    SHORT: Final = 1
    LONG: Final = 2


class Profile(NamedTuple):
    """Facts the tables ask for, all known; ``education`` is the place of the level in the data's order.

    Years are completed years. ``first`` and ``second`` are levels of the official languages, None without a
    result that holds.
    """

    age: int
    education: int
    first: Four | None
    second: Four | None
    first_is_french: bool
    canadian_years: int
    foreign_years: int
    couple: bool
    spouse_education: int
    spouse_language: Four | None
    spouse_years: int
    certificate: bool
    nomination: bool
    offer: int
    study: int
    sibling: bool


class Points(NamedTuple):
    """Points of a profile; ``lines`` in the order of :data:`LINES`, ``sections`` in that of the sections."""

    lines: tuple[int, ...]
    sections: tuple[int, int, int, int]
    total: int


def points_of(profile: Profile, book: CrsBook, version: Additional) -> Points:
    """All points of a profile under a version, at most 1,200."""
    column = book.couple if profile.couple else book.alone
    core = _core(profile, book, column)
    spouse = _spouse(profile, book) if profile.couple else (0, 0, 0)
    transfer = _transferability(profile, book)
    additional = _additional(profile, book, version)
    sections = (
        min(column.maximum, sum(core)),
        min(book.spouse_maximum, sum(spouse)),
        min(book.transferability_maximum, transfer[2] + transfer[5] + transfer[6]),
        min(book.additional_maximum, sum(additional)),
    )
    human_capital = min(book.human_capital_maximum, sections[0] + sections[1] + sections[2])
    return Points(
        (*core, *spouse, *transfer, *additional),
        sections,
        min(book.total_maximum, human_capital + sections[3]),
    )


def per_ability(levels: Four | None, table: tuple[int, ...]) -> int:
    """Points of the four abilities; a level above the table's last row earns that row."""
    return 0 if levels is None else sum([table[min(level, HIGHEST_CLB)] for level in levels])


def _core(profile: Profile, book: CrsBook, column: Column) -> tuple[int, int, int, int, int]:
    row = min(max(profile.age - book.youngest, 0), len(column.age) - 1)
    return (
        column.age[row],
        column.education[profile.education],
        per_ability(profile.first, column.first_language),
        min(column.second_language_maximum, per_ability(profile.second, column.second_language)),
        column.canadian_work[min(profile.canadian_years, book.most_years)],
    )


def _spouse(profile: Profile, book: CrsBook) -> tuple[int, int, int]:
    return (
        book.spouse_education[profile.spouse_education],
        per_ability(profile.spouse_language, book.spouse_language),
        book.spouse_canadian_work[min(profile.spouse_years, book.most_years)],
    )


def band_of(levels: Four | None, book: CrsBook) -> int:
    """The language band of the transferability tables: 0 none, 1 good, 2 strong, by the lowest ability."""
    lowest = min(levels) if levels else 0
    return 2 if lowest >= book.strong else 1 if lowest >= book.good else 0


def _transferability(profile: Profile, book: CrsBook) -> tuple[int, int, int, int, int, int, int]:
    band, work = band_of(profile.first, book), min(profile.canadian_years, 2)
    schooling = book.education_tiers[profile.education]
    abroad = book.foreign_tiers[min(profile.foreign_years, len(book.foreign_tiers) - 1)]
    pairs = [
        (book.pair_language[tier][band], book.pair_canadian_work[tier][work]) for tier in (schooling, abroad)
    ]
    groups = [min(book.group_maximum, sum(pair)) for pair in pairs]
    return (*pairs[0], groups[0], *pairs[1], groups[1], _certificate(profile, book))


def _certificate(profile: Profile, book: CrsBook) -> int:
    lowest = min(profile.first) if profile.certificate and profile.first else 0
    low, high = book.certificate_levels
    fewer, more = book.certificate_points
    return min(book.group_maximum, more if lowest >= high else fewer if lowest >= low else 0)


def _additional(profile: Profile, book: CrsBook, version: Additional) -> tuple[int, int, int, int, int]:
    return (
        version.nomination if profile.nomination else 0,
        (0, version.offer, version.offer_senior)[profile.offer],
        (0, version.study_short, version.study_long)[profile.study],
        version.sibling if profile.sibling else 0,
        _french(profile, book, version),
    )


def _french(profile: Profile, book: CrsBook, version: Additional) -> int:
    """French earns points whichever language is the first; more beside English in all four abilities."""
    two = (profile.second, profile.first) if profile.first_is_french else (profile.first, profile.second)
    english, french = two
    if french is None or min(french) < book.french_level:
        return 0
    both = english is not None and min(english) >= book.english_level
    return version.french_with_english if both else version.french
