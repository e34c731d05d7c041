"""The row of the tables behind each line, the most the table pays, and the facts a line rests on."""

from __future__ import annotations

from collections.abc import Callable

from cec_desktop.casefile.message import Message, message
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.crs.points import Profile, band_of
from cec_desktop.rules.crs.standing import Choice, CrsFile, Standing
from cec_desktop.rules.crs.work import canadian_sweep, window_first
from cec_desktop.rules.findings import Fact

_OFFERS = ("none", "other", "senior")
_STUDIES = ("none", "short", "long")


class Explainer:
    """Explains the lines of one score."""

    def __init__(self, file: CrsFile, standing: Standing, choices: tuple[Choice, ...]) -> None:
        self._file = file
        self._book = file.book
        self._standing = standing
        by_total = sorted(choices, key=lambda choice: choice.points.total)
        self._low, self._high = by_total[0], by_total[-1]
        self._column = self._book.alone if standing.couple is False else self._book.couple
        self._rows: dict[str, Callable[[Profile], Message]] = self._row_makers()

    # --- the most that is paid ------------------------------------------------------------------------

    def section_maximum(self, id_: str) -> int:
        """The cap of a section in the column that applies."""
        book = self._book
        return {
            "core": self._column.maximum,
            "spouse": 0 if self._standing.couple is False else book.spouse_maximum,
            "transferability": book.transferability_maximum,
            "additional": book.additional_maximum,
        }[id_]

    def maximum(self, id_: str) -> int:
        """The most a line can earn."""
        book, column, version = self._book, self._column, self._standing.version
        return {
            "age": max(column.age),
            "education": max(column.education),
            "first_language": len(ABILITIES) * max(column.first_language),
            "second_language": column.second_language_maximum,
            "canadian_work": max(column.canadian_work),
            "spouse_education": max(book.spouse_education),
            "spouse_language": len(ABILITIES) * max(book.spouse_language),
            "spouse_canadian_work": max(book.spouse_canadian_work),
            "d_nomination": version.nomination,
            "d_job_offer": max(version.offer, version.offer_senior),
            "d_canadian_study": version.study_long,
            "d_sibling": version.sibling,
            "d_french": version.french_with_english,
        }.get(id_, book.group_maximum)

    # --- the row that applied -------------------------------------------------------------------------

    def row(self, id_: str) -> Message:
        """The row of the table; both where a missing fact leaves two open."""
        make = self._rows[id_]
        least, most = make(self._low.profile), make(self._high.profile)
        return least if least == most else message("crs_row_open", least=least, most=most)

    def _row_makers(self) -> dict[str, Callable[[Profile], Message]]:
        group = message("crs_row_group", n=self._book.group_maximum)
        return {
            "age": lambda p: message("crs_row_age", n=p.age),
            "education": lambda p: self._level(p.education),
            "first_language": lambda p: _language(p, first=True),
            "second_language": lambda p: _language(p, first=False),
            "canadian_work": lambda p: _years(p.canadian_years),
            "spouse_education": lambda p: self._level(p.spouse_education),
            "spouse_language": lambda p: _levels(p.spouse_language),
            "spouse_canadian_work": lambda p: _years(p.spouse_years),
            "c_education_language": lambda p: _pair(self._level(p.education), self._band(p)),
            "c_education_canadian_work": lambda p: _pair(self._level(p.education), _years(p.canadian_years)),
            "c_education_group": lambda _: group,
            "c_foreign_language": lambda p: _pair(_abroad(p), self._band(p)),
            "c_foreign_canadian_work": lambda p: _pair(_abroad(p), _years(p.canadian_years)),
            "c_foreign_group": lambda _: group,
            "c_certificate": lambda p: _pair(_yes_no(p.certificate), _lowest(p)),
            "d_nomination": lambda p: _yes_no(p.nomination),
            "d_job_offer": lambda p: message(f"crs_row_offer_{_OFFERS[p.offer]}"),
            "d_canadian_study": lambda p: message(f"crs_row_study_{_STUDIES[p.study]}"),
            "d_sibling": lambda p: _yes_no(p.sibling),
            "d_french": self._french,
        }

    def _level(self, place: int) -> Message:
        return message(f"crs_level_{self._book.levels[place]}")

    def _band(self, profile: Profile) -> Message:
        band = band_of(profile.first, self._book)
        if not band:
            return message("crs_row_no_band", clb=self._book.good)
        return message("crs_row_band", clb=(self._book.good, self._book.strong)[band - 1])

    def _french(self, profile: Profile) -> Message:
        english, french = (
            (profile.second, profile.first) if profile.first_is_french else (profile.first, profile.second)
        )
        if french is None or min(french) < self._book.french_level:
            return message("crs_row_no_french", clb=self._book.french_level)
        both = english is not None and min(english) >= self._book.english_level
        id_ = "crs_row_french_with_english" if both else "crs_row_french"
        return message(id_, clb=self._book.french_level, english=self._book.english_level)

    # --- what it rests on -----------------------------------------------------------------------------

    def facts(self, id_: str) -> tuple[Fact, ...]:
        """The entries of the file a line rests on."""
        case = self._file.case
        if id_ == "age":
            born = case.client.date_of_birth
            return (Fact("client.date_of_birth", message("fact_day", day=born)),)
        if id_ in ("education", "d_canadian_study"):
            return self._credentials(canadian=id_ != "education")
        if id_ in ("first_language", "second_language"):
            return self._test(self._low.first if id_ == "first_language" else self._low.second)
        if id_ == "canadian_work":
            return self._jobs()
        if id_ == "d_nomination" and case.nomination and case.nomination.issued_on:
            return (Fact("nomination", message("fact_day", day=case.nomination.issued_on)),)
        return ()

    def _credentials(self, *, canadian: bool) -> tuple[Fact, ...]:
        schooling, day = self._file.schooling, self._standing.day
        return tuple(
            Fact(f"education[{index}]", self._level(schooling.places[index]))
            for index, entry in enumerate(schooling.entries)
            if schooling.counts(entry, day) and (entry.canadian or not canadian)
        )

    def _test(self, index: int | None) -> tuple[Fact, ...]:
        if index is None:
            return ()
        result = self._file.judge.results[index]
        levels = dict(zip(ABILITIES, result.levels.each(), strict=True))
        said = message("fact_levels", test=message(f"test_{result.test.test}"), **levels)
        return (Fact(f"language_tests[{index}]", said),)

    def _jobs(self) -> tuple[Fact, ...]:
        jobs = self._file.case.jobs
        if not jobs:
            return ()
        day = self._standing.day.toordinal()
        sweep = canadian_sweep(self._file.judge, day)
        first = window_first(day, self._book)
        return tuple(
            Fact(
                f"jobs[{index}]",
                message(
                    "crs_fact_job",
                    employer=jobs[index].employer or message("employer_not_entered"),
                    hours=sweep.hours(units),
                ),
            )
            for index, units in enumerate(sweep.job_units(first, day - 1))
            if units
        )


def _pair(one: Message, other: Message) -> Message:
    return message("crs_row_pair", one=one, other=other)


def _years(years: int) -> Message:
    return message("crs_row_years", n=years) if years else message("crs_row_no_year")


def _abroad(profile: Profile) -> Message:
    years = profile.foreign_years
    return message("crs_row_years_abroad", n=years) if years else message("crs_row_no_year_abroad")


def _yes_no(fact: bool) -> Message:
    return message("crs_row_yes" if fact else "crs_row_no")


def _levels(levels: tuple[int, ...] | None) -> Message:
    if levels is None:
        return message("crs_row_no_result")
    return message("crs_row_levels", **dict(zip(ABILITIES, levels, strict=True)))


def _language(profile: Profile, *, first: bool) -> Message:
    levels = profile.first if first else profile.second
    if levels is None:
        return message("crs_row_no_result")
    name = "crs_french" if profile.first_is_french == first else "crs_english"
    return message("crs_row_language", language=message(name), levels=_levels(levels))


def _lowest(profile: Profile) -> Message:
    return message("crs_row_lowest", clb=min(profile.first) if profile.first else 0)
