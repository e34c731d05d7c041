"""What a file says of each fact the tables ask for, on any day: what is sure, and what is possible.

One :class:`CrsFile` serves one file. It prepares once what does not change from day to day, so that a day
costs a few sums and look-ups; three years of days ask the same one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from cec_desktop.casefile.dates import add_months, earliest, latest
from cec_desktop.casefile.model import CaseFile, Certificate, Spouse
from cec_desktop.rules.crs import claims
from cec_desktop.rules.crs.points import Four, Points, Profile, per_ability, points_of
from cec_desktop.rules.crs.schooling import Schooling, assessment_day
from cec_desktop.rules.crs.tables import HIGHEST_CLB, Additional, CrsBook, load_crs
from cec_desktop.rules.crs.work import ForeignWork, Range, canadian_years
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.person import Fact
from cec_desktop.rules.results import Result
from cec_desktop.rules.rulebook import RuleBook

Held = tuple[int, Four]
"""A result by its place in the file, with its levels."""


class Ends(NamedTuple):
    """All facts as they surely are, or as they are at best; languages are the results that hold."""

    age: int
    education: int
    english: tuple[Held, ...]
    french: tuple[Held, ...]
    declared: str | None
    canadian_years: int
    foreign_years: int
    spouse_education: int
    spouse_language: Four | None
    spouse_years: int
    certificate: bool
    nomination: bool
    offer: int
    study: int
    sibling: bool


class Choice(NamedTuple):
    """The best use of the results that hold: which is the first official language, and its points."""

    first: int | None
    second: int | None
    profile: Profile
    points: Points


class Standing(NamedTuple):
    """A file on a day: facts at least and at most, and whether a spouse comes along (None: not known)."""

    day: date
    low: Ends
    high: Ends
    couple: Fact
    version: Additional

    def scenarios(self, book: CrsBook) -> tuple[Choice, ...]:
        """The best use of the facts at either end, in every column that may apply."""
        columns = (True, False) if self.couple is None else (self.couple,)
        ends = (self.low,) if self.low == self.high else (self.low, self.high)
        return tuple(best_choice(end, column, book, self.version) for end in ends for column in columns)


@lru_cache(maxsize=4096)
def best_choice(ends: Ends, couple: bool, book: CrsBook, version: Additional) -> Choice:
    """The results and the first official language that earn most; of equals the first entered."""
    return max(_choices(ends, couple, book, version), key=lambda choice: choice.points.total)


def _choices(ends: Ends, couple: bool, book: CrsBook, version: Additional) -> Iterator[Choice]:
    none: tuple[tuple[int | None, Four | None], ...] = ((None, None),)
    for english, french in product(ends.english or none, ends.french or none):
        orders = {"en": (False,), "fr": (True,)}.get(ends.declared or "", (False, True))
        for is_french in orders:
            if ends.declared is None and _pointless(english[1], french[1], is_french=is_french):
                continue
            first, second = (french, english) if is_french else (english, french)
            profile = Profile(
                ends.age,
                ends.education,
                first[1],
                second[1],
                is_french,
                ends.canadian_years,
                ends.foreign_years,
                couple,
                ends.spouse_education,
                ends.spouse_language,
                ends.spouse_years,
                ends.certificate,
                ends.nomination,
                ends.offer,
                ends.study,
                ends.sibling,
            )
            yield Choice(first[0], second[0], profile, points_of(profile, book, version))


def _pointless(english: Four | None, french: Four | None, *, is_french: bool) -> bool:
    """A language without a result is the first only where there is no result at all."""
    first, second = (french, english) if is_french else (english, french)
    return first is None and (second is not None or is_french)


class CrsFile:
    """One file, ready to be scored on any day.

    ``judge`` may be one that serves the same file already, so that its work is not counted twice.
    """

    def __init__(
        self, case: CaseFile, rules: RuleBook, book: CrsBook | None = None, judge: Judge | None = None
    ) -> None:
        self.case = case
        self.rules = rules
        self.book = book or load_crs()
        self.judge = judge or Judge(case, rules)
        self.schooling = Schooling(case.education, case.studies, self.book)
        self.foreign = ForeignWork(case, rules, self.book)
        self.coming = claims.couple(case)
        self.spouse = None if case.spouse is None or self.coming is False else _Spouse(case, self)
        self._kept: dict[int, Standing] = {}
        self._edges: tuple[int, ...] = ()
        self._lasting: dict[int, tuple[Ends, Ends]] = {}

    def on(self, day: date) -> Standing | None:
        """How the file stands on a day; None before there were points."""
        ordinal = day.toordinal()
        found = self._kept.get(ordinal)
        if found is None:
            version = self.book.version_on(day)
            if version is None:
                return None
            found = self._kept[ordinal] = self._standing(day, ordinal, version)
        return found

    def with_spouse(self, day: date) -> tuple[SpouseFacts, SpouseFacts]:
        """The spouse's facts on a day, whether the spouse comes along or not."""
        ordinal = day.toordinal()
        return (self.spouse or _Spouse(self.case, self)).on(day, ordinal) if self.case.spouse else _NO_SPOUSE

    def age(self, day: date) -> int:
        """Completed years; somebody born on 29 February completes one on 28 February of other years."""
        born = self.case.client.date_of_birth
        years = day.year - born.year
        return max(0, years if add_months(born, 12 * years) <= day else years - 1)

    def forget(self) -> None:
        """Let go of all days worked out."""
        self._kept.clear()
        self._lasting.clear()

    def many_days(self) -> None:
        """Make ready for many days on end: what lasts from one edge of the file to the next is kept."""
        if not self._edges:
            self._edges = tuple(sorted(edges_of(self.case, self.book, self.judge)))

    def _standing(self, day: date, ordinal: int, version: Additional) -> Standing:
        at = bisect_right(self._edges, ordinal) if self._edges else None
        lasting = None if at is None else self._lasting.get(at)
        if lasting is None:
            lasting = self._what_lasts(day, ordinal, version)
            if at is not None:
                self._lasting[at] = lasting
        terms = self.judge.regime(ordinal).terms
        assert terms is not None
        canadian = canadian_years(self.judge, ordinal, self.book)
        foreign = self.foreign.years(ordinal, terms)
        spouse = self.spouse.years(ordinal) if self.spouse else (0, 0)
        age = self.age(day)
        low, high = (
            end._replace(age=age, canadian_years=mine, foreign_years=abroad, spouse_years=theirs)
            for end, mine, abroad, theirs in zip(lasting, canadian, foreign, spouse, strict=True)
        )
        return Standing(day, low, low if low == high else high, self.coming, version)

    def _what_lasts(self, day: date, ordinal: int, version: Additional) -> tuple[Ends, Ends]:
        """All facts but age and years of work."""
        terms = self.judge.regime(ordinal).terms
        assert terms is not None
        education = self.schooling.level(day)
        study = self.schooling.canadian_study(day)
        offer = claims.offer(self.case, day, version, self.book, terms, self.rules.noc)
        spouse = self.spouse.lasting(day, ordinal) if self.spouse else ((0, None), (0, None))
        certificate = claims.certified(self.case, day)
        nomination = claims.nominated(self.case, day)
        sibling = claims.sibling(self.case, self.coming)
        languages = held_on(self.judge, ordinal, self.rules)
        low, high = (
            Ends(
                age=0,
                education=education[end],
                english=languages[end][0],
                french=languages[end][1],
                declared=self.case.first_official_language,
                canadian_years=0,
                foreign_years=0,
                spouse_education=spouse[end][0],
                spouse_language=spouse[end][1],
                spouse_years=0,
                certificate=_at(certificate, end),
                nomination=_at(nomination, end),
                offer=offer[end],
                study=study[end],
                sibling=_at(sibling, end),
            )
            for end in (0, 1)
        )
        return low, high


def _at(fact: Fact, end: int) -> bool:
    """A fact as it surely is (end 0) or may be (end 1)."""
    return bool(end) if fact is None else fact


SpouseFacts = tuple[int, Four | None, int]
_NO_SPOUSE: Final[tuple[SpouseFacts, SpouseFacts]] = ((0, None, 0), (0, None, 0))


class _Spouse:
    """The spouse's own facts, counted like the client's."""

    def __init__(self, case: CaseFile, owner: CrsFile) -> None:
        spouse = case.spouse
        assert spouse is not None
        self._rules, self._book = owner.rules, owner.book
        self.case = as_client(case, spouse)
        self.judge = Judge(self.case, owner.rules)
        self.schooling = Schooling(spouse.education, spouse.studies, owner.book)

    def years(self, ordinal: int) -> Range:
        """Completed years of work in Canada, at least and at most."""
        return canadian_years(self.judge, ordinal, self._book)

    def lasting(self, day: date, ordinal: int) -> tuple[tuple[int, Four | None], tuple[int, Four | None]]:
        """Education and the levels of the better language, at least and at most."""
        education = self.schooling.level(day)
        sure, most = held_on(self.judge, ordinal, self._rules)
        return (education[0], self._language(sure)), (education[1], self._language(most))

    def on(self, day: date, ordinal: int) -> tuple[SpouseFacts, SpouseFacts]:
        """Education, language and years, at least and at most."""
        sure, most = self.lasting(day, ordinal)
        years = self.years(ordinal)
        return (*sure, years[0]), (*most, years[1])

    def _language(self, held: tuple[tuple[Held, ...], tuple[Held, ...]]) -> Four | None:
        fours = [levels for language in held for _, levels in language]
        return max(fours, key=lambda four: per_ability(four, self._book.spouse_language), default=None)


def as_client(case: CaseFile, spouse: Spouse) -> CaseFile:
    """The file the spouse's facts would be, were the spouse the client."""
    return case.model_copy(
        update={
            "statuses": spouse.statuses,
            "jobs": spouse.jobs,
            "studies": spouse.studies,
            "education": spouse.education,
            "language_tests": spouse.language_tests,
            "absences": (),
        }
    )


def edges_of(case: CaseFile, book: CrsBook, judge: Judge) -> set[int]:
    """Days on which a fact other than age or years of work may become another, and some more."""
    days = {regime.first for regime in judge.regimes} | {first.toordinal() for first in book.starts}
    dates: list[date | None] = [kind.accepted_from for kind in judge.book.language.tests()]
    for person in (case, case.spouse):
        if person is not None:
            for entry in person.education:
                if entry.completed_on:
                    dates += [earliest(entry.completed_on), latest(entry.completed_on)]
                dates.append(assessment_day(entry))
            dates += [test.result_date for test in person.language_tests]
    certificate, nomination, offer = case.certificate_of_qualification, case.nomination, case.job_offer
    dates.append(certificate.issued_on if isinstance(certificate, Certificate) else certificate)
    dates += [nomination.issued_on, nomination.expires_on] if nomination else []
    dates += [earliest(offer.end), latest(offer.end)] if offer and offer.end else []
    ages = {0, book.credential_assessment_months, *(age.months for age in judge.book.test_ages)}
    for day in dates:
        if day is not None:
            after = [add_months(day, months).toordinal() for months in ages]
            days.update(edge for each in after for edge in (each, each + 1))
    return days


def held_on(
    judge: Judge, day: int, rules: RuleBook
) -> tuple[tuple[tuple[Held, ...], tuple[Held, ...]], tuple[tuple[Held, ...], tuple[Held, ...]]]:
    """Results in English and in French that surely hold on a day; then those that may, at their best."""
    age = judge.regime(day).age
    sure: dict[str, list[Held]] = {"en": [], "fr": []}
    most: dict[str, list[Held]] = {"en": [], "fr": []}
    for result in judge.results:
        holds = result.holds(day, age, written_evidence=False)
        if holds is False:
            continue
        low, high = levels_of(result)
        spoken = language_of(result, rules)
        for language in (spoken,) if spoken else ("en", "fr"):
            most[language].append((result.index, high))
            if holds and spoken:
                sure[language].append((result.index, low))
    low_end, high_end = (
        (tuple(held["en"]), tuple(held["fr"])) for held in (sure, sure if sure == most else most)
    )
    return low_end, high_end


def language_of(result: Result, rules: RuleBook) -> str | None:
    """The language of a result; None where neither its kind nor the entry says it."""
    return rules.language.test_language(result.test.test) or result.test.language


def levels_of(result: Result) -> tuple[Four, Four]:
    """Levels at least and at most: one that is not known may be any."""
    each = result.levels.each()
    low = tuple(0 if level is None else min(level, HIGHEST_CLB) for level in each)
    high = tuple(HIGHEST_CLB if level is None else min(level, HIGHEST_CLB) for level in each)
    return low, high  # type: ignore[return-value]
