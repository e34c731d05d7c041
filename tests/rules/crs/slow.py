"""The score by counting every day and trying every choice: slow, obvious, and with tables of its own.

Facts must all be known; ranges come from trying every value of a fact that is not. Written from the tables
and definitions of the instructions, not from the program's scorer or its data.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from cec_desktop.casefile.model import CaseFile
from tests.oracle import law
from tests.oracle.facts import ONE_DAY, Facts, every
from tests.rules.crs.files import ABILITIES, read

FULL_DAY = Fraction(30, 7)
YEAR = 1560
HIGH_SCHOOL = "none secondary one_year two_year three_year two_or_more masters doctoral".split()
POST_SECONDARY = set(HIGH_SCHOOL[2:])

AGE = {18: (90, 99), 19: (95, 105), **dict.fromkeys(range(20, 30), (100, 110)), 30: (95, 105), 31: (90, 99)}
AGE |= {32: (85, 94), 33: (80, 88), 34: (75, 83), 35: (70, 77), 36: (65, 72), 37: (60, 66), 38: (55, 61)}
AGE |= {39: (50, 55), 40: (45, 50), 41: (35, 39), 42: (25, 28), 43: (15, 17), 44: (5, 6)}
SCHOOL = dict(
    zip(
        HIGH_SCHOOL,
        [(0, 0), (28, 30), (84, 90), (91, 98), (112, 120), (119, 128), (126, 135), (140, 150)],
        strict=True,
    )
)
SPOUSE_SCHOOL = dict(zip(HIGH_SCHOOL, [0, 2, 6, 7, 8, 9, 10, 10], strict=True))
FIRST = {4: (6, 6), 5: (6, 6), 6: (8, 9), 7: (16, 17), 8: (22, 23), 9: (29, 31), 10: (32, 34)}
WORK = [(0, 0), (35, 40), (46, 53), (56, 64), (63, 72), (70, 80)]
SPOUSE_WORK = [0, 5, 7, 8, 9, 10]
OFFERS = [("2025-03-25", 0, 0), ("2016-11-19", 50, 200), ("2015-01-01", 600, 600)]
FRENCH = [("2020-10-20", 25, 50), ("2017-06-06", 15, 30), ("2015-01-01", 0, 0)]

Levels = list[int]


def total(raw: dict[str, Any], on: date) -> int:
    """The score of a file all of whose facts are known."""
    case = read(raw)
    spouse = case.spouse
    with_spouse = spouse is not None and spouse.accompanying is True and spouse.citizen_or_pr is False
    column = 0 if with_spouse else 1
    facts = _Facts(case, on)
    if not with_spouse:
        return max(_sum(facts, column, 0, *way) for way in facts.languages())
    assert spouse is not None
    own = _Facts(_of_spouse(case), on)
    best = max((_second_points(levels, 5) for _, levels in own.tests()), default=0)
    theirs = SPOUSE_SCHOOL[own.school()] + best + SPOUSE_WORK[min(5, own.canadian_years())]
    return max(_sum(facts, column, theirs, *way) for way in facts.languages())


def _sum(
    facts: _Facts, column: int, spouse: int, first: Levels, second: Levels, french: tuple[Levels, Levels]
) -> int:
    years, abroad, school = facts.canadian_years(), facts.foreign_years(), facts.school()
    core = AGE.get(facts.age(), (0, 0))[column] + SCHOOL[school][column] + WORK[min(5, years)][column]
    core += sum(FIRST.get(min(10, level), (0, 0))[column] for level in first)
    core += min((22, 24)[column], _second_points(second, 6))
    tiers = (_school_tier(school), 2 if abroad >= 3 else 1 if abroad else 0)
    pairs = [_pairs(tier, first, years) for tier in tiers]
    trade = (50 if min(first) >= 7 else 25 if min(first) >= 5 else 0) if facts.certified() else 0
    return core + spouse + min(100, sum(pairs) + trade) + min(600, _extra(facts, *french))


def _pairs(tier: int, first: Levels, years: int) -> int:
    band = 2 if min(first) >= 9 else 1 if min(first) >= 7 else 0
    worth = {(1, 1): 13, (1, 2): 25, (2, 1): 25, (2, 2): 50}
    return min(50, worth.get((tier, band), 0) + worth.get((tier, min(2, years)), 0))


def _school_tier(school: str) -> int:
    return 0 if school in ("none", "secondary") else 1 if school.endswith("_year") else 2


def _second_points(levels: Iterable[int], most: int) -> int:
    return sum(most if level >= 9 else 3 if level >= 7 else 1 if level >= 5 else 0 for level in levels)


def _extra(facts: _Facts, english: Levels, french: Levels) -> int:
    on, case = facts.on, facts.case
    points = 600 if facts.nominated() else 0
    other, senior = next(row[1:] for row in OFFERS if date.fromisoformat(row[0]) <= on)
    offer = case.job_offer
    if offer is not None and offer.basis == "lmia":
        assert offer.noc is not None
        points += senior if offer.noc.code.startswith("00") else other
    if on >= date(2016, 11, 19):
        points += max((facts.study_points(entry) for entry in case.education), default=0)
    if case.sibling_in_canada and on >= date(2017, 6, 6):
        points += 15
    lower, higher = next(row[1:] for row in FRENCH if date.fromisoformat(row[0]) <= on)
    if min(french) >= 7:
        points += higher if min(english) >= 5 else lower
    return points


class _Facts:
    """The facts of one person on one day."""

    def __init__(self, case: CaseFile, on: date) -> None:
        self.case, self.on, self.days = case, on, Facts(case)
        self._canadian: int | None = None

    def age(self) -> int:
        born, years = self.case.client.date_of_birth, 0
        while law.same_day(born, 12 * (years + 1)) <= self.on:
            years += 1
        return years

    def school(self) -> str:
        held = [entry.level for entry in self.case.education if self._recognized(entry)]
        best = max(held, key=HIGH_SCHOOL.index, default="none")
        further = [level for level in held if level in POST_SECONDARY]
        long = {"three_year", "masters", "doctoral"} & set(further)
        if len(further) > 1 and long and HIGH_SCHOOL.index(best) < HIGH_SCHOOL.index("two_or_more"):
            return "two_or_more"
        return best

    def _recognized(self, entry: Any) -> bool:
        if entry.completed_on > self.on:
            return False
        if entry.canadian:
            return True
        issued = entry.eca.issued_on if entry.eca else None
        return issued is not None and issued <= self.on < law.same_day(issued, 60)

    def study_points(self, entry: Any) -> int:
        if not entry.canadian or entry.completed_on > self.on:
            return 0
        behind = [study for study in self.case.studies if study.id == entry.study]
        if entry.study and behind:
            (study,) = behind
            months = study.full_time_months or 0
            if study.distance or not study.full_time or min(months, study.months_in_canada or months) < 8:
                return 0
        if entry.level in ("one_year", "two_year"):
            return 15
        return 30 if entry.level in ("three_year", "masters", "doctoral") else 0

    def tests(self) -> list[tuple[str, Levels]]:
        return [
            (str(test.language), [int(getattr(test, ability)) for ability in ABILITIES])
            for test in self.case.language_tests
            if test.result_date and test.result_date <= self.on < law.same_day(test.result_date, 24)
        ]

    def languages(self) -> list[tuple[Levels, Levels, tuple[Levels, Levels]]]:
        """Every way to take first and second language, with English and French beside them."""
        none = [0, 0, 0, 0]
        english = [levels for language, levels in self.tests() if language == "en"] or [none]
        french = [levels for language, levels in self.tests() if language == "fr"] or [none]
        declared = self.case.first_official_language
        ways = []
        for one in english:
            for other in french:
                if declared != "fr":
                    ways.append((one, other, (one, other)))
                if declared != "en":
                    ways.append((other, one, (one, other)))
        return ways

    def canadian_years(self) -> int:
        if self._canadian is None:
            jobs = self.case.jobs
            at_work = {i: self.days.occupation(job, self.on).accepted for i, job in enumerate(jobs)}
            employed = {i: self.days.employed(job, self.on) for i, job in enumerate(jobs)}
            hours = Fraction(0)
            for day in law.days_of(law.same_day(self.on, -120), self.on - ONE_DAY):
                today = Fraction(0)
                for index in range(len(jobs)):
                    conditions = [*self.days.lasting(index, day).values(), at_work[index], employed[index]]
                    if every(conditions):
                        today += self.days.hours(index, day) or 0
                hours += min(FULL_DAY, today)
            self._canadian = int(hours / YEAR)
        return self._canadian

    def foreign_years(self) -> int:
        found = [0]
        codes = {job.noc.code for job in self.case.jobs if job.country != "CA" and job.noc}
        for code in codes:
            jobs = [job for job in self.case.jobs if job.country != "CA" and job.noc and job.noc.code == code]
            if self.days.occupation(jobs[0], self.on).accepted:
                found.append(self._years_abroad(jobs))
        return max(found)

    def _years_abroad(self, jobs: list[Any]) -> int:
        """Whole years, where one stretch without a break of more than a long weekend is a year of hours."""
        every_hour = run = longest = Fraction(0)
        idle = 0
        for day in law.days_of(law.same_day(self.on, -120), self.on - ONE_DAY):
            working = [job for job in jobs if job.start <= day and (job.end is None or day <= job.end)]
            idle = 0 if working else idle + 1
            if idle > 3:
                run = Fraction(0)
            today = min(FULL_DAY, sum((Fraction(job.hours_per_week) / 7 for job in working), Fraction(0)))
            every_hour, run = every_hour + today, run + today
            longest = max(longest, run)
        return int(every_hour / YEAR) if longest >= YEAR else 0

    def certified(self) -> bool:
        held = self.case.certificate_of_qualification
        return isinstance(held, date) and held <= self.on

    def nominated(self) -> bool:
        nomination = self.case.nomination
        if nomination is None or not nomination.express_entry:
            return False
        assert nomination.issued_on is not None
        return nomination.issued_on <= self.on <= (nomination.expires_on or date.max)


def _of_spouse(case: CaseFile) -> CaseFile:
    spouse = case.spouse
    assert spouse is not None
    return case.model_copy(
        update={
            "jobs": spouse.jobs,
            "statuses": spouse.statuses,
            "studies": spouse.studies,
            "absences": (),
            "education": spouse.education,
            "language_tests": spouse.language_tests,
        }
    )
