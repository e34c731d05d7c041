"""The points of R78 to R83 by counting every day: slow, obvious, and with tables of its own.

All facts must be known. Written from the regulations, not from the program's scorer or its data.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from cec_desktop.casefile.model import CaseFile, LanguageTest

EDUCATION = {
    "none": 0,
    "secondary": 5,
    "one_year": 15,
    "two_year": 19,
    "three_year": 21,
    "two_or_more": 22,
    "masters": 23,
    "doctoral": 25,
}
LONG = {"three_year", "masters", "doctoral", "two_or_more"}
EXPERIENCE = {0: 0, 1: 9, 2: 11, 3: 11, 4: 13, 5: 13}
AGES = {36: 11, 37: 10, 38: 9, 39: 8, 40: 7, 41: 6, 42: 5, 43: 4, 44: 3, 45: 2, 46: 1}
CLOSE = {"mother", "sister", "uncle", "niece", "grandfather", "daughter"}


def total(case: CaseFile, on: date) -> int:
    """The points of a file on a day."""
    offer = _offer(case)
    return (
        _education(case, on)
        + max(_languages(case, on))
        + EXPERIENCE.get(_years(case, on), 15)
        + _age(case, on)
        + (10 if offer else 0)
        + min(10, _adaptability(case, on) + (5 if offer else 0))
    )


def _years_before(on: date, years: int) -> date:
    return date(on.year - years, on.month, min(on.day, 28))


def _education(case: CaseFile, on: date) -> int:
    held = [
        each.level
        for each in case.education
        if each.canadian
        or (each.eca and each.eca.issued_on and _years_before(on, 5) < each.eca.issued_on <= on)
    ]
    points = [EDUCATION[level] for level in held]
    further = [level for level in held if level not in ("none", "secondary")]
    if len(further) > 1 and LONG & set(further):
        points.append(22)
    return max(points, default=0)


def _languages(case: CaseFile, on: date) -> list[int]:
    """Points of every way to call one result the first language and another the second."""
    held = [test for test in case.language_tests if _years_before(on, 2) < _day(test) <= on]
    ways = [0]
    for first in held:
        if case.first_official_language not in (None, first.language):
            continue
        earned = sum(max(0, min(level, 9) - 3) if level >= 7 else 0 for level in _four(first))
        seconds = [4 for other in held if other.language != first.language and min(_four(other)) >= 5]
        ways.append(earned + max(seconds, default=0))
    return ways


def _day(test: LanguageTest) -> date:
    assert test.result_date is not None
    return test.result_date


def _four(test: LanguageTest) -> list[int]:
    scores = (test.listening, test.reading, test.writing, test.speaking)
    return [int(score) for score in scores if score is not None]


def _years(case: CaseFile, on: date) -> int:
    """Whole years of 1,560 hours, counting at most 30 a week, day by day over ten years."""
    hours, day = Fraction(0), _years_before(on, 10)
    while day < on:
        hours += min(Fraction(30, 7), _hours_on(case, day, skilled=True))
        day += timedelta(days=1)
    return int(hours // 1560)


def _hours_on(case: CaseFile, day: date, *, skilled: bool, country: str | None = None) -> Fraction:
    found = Fraction(0)
    for job in case.jobs:
        assert isinstance(job.start, date)
        assert job.noc is not None
        low = job.noc.code[1] in "45"
        if job.start <= day and (job.end is None or (isinstance(job.end, date) and day <= job.end)):
            if (skilled and low) or (country and job.country != country):
                continue
            assert job.hours_per_week is not None
            found += Fraction(job.hours_per_week) / 7
    return found


def _age(case: CaseFile, on: date) -> int:
    born = case.client.date_of_birth
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return 12 if 18 <= age <= 35 else AGES.get(age, 0)


def _offer(case: CaseFile) -> bool:
    offer = case.job_offer
    return bool(offer and offer.basis == "lmia" and offer.noc and offer.noc.code[1] in "0123")


def _adaptability(case: CaseFile, on: date) -> int:
    points = 0
    if any(s.full_time and s.country == "CA" and (s.full_time_months or 0) >= 16 for s in case.studies):
        points += 5
    if _longest_full_time(case, on) >= 364:
        points += 10
    if any(each.relation in CLOSE and each.lives_in_canada for each in case.relatives_in_canada):
        points += 5
    spouse = case.spouse
    if spouse and spouse.accompanying and not spouse.citizen_or_pr:
        tests = [each for each in spouse.language_tests if _years_before(on, 2) < _day(each) <= on]
        if any(min(_four(test)) >= 4 for test in tests):
            points += 5
    return points


def _longest_full_time(case: CaseFile, on: date) -> int:
    """Days of full-time work in Canada in the longest stretch of employment, gaps of three days at most."""
    longest = run = gap = 0
    day = min((each.start for each in case.jobs if isinstance(each.start, date)), default=on)
    while day < on:
        gap = 0 if _hours_on(case, day, skilled=False, country="CA") else gap + 1
        if gap > 3:
            run = 0
        run += _hours_on(case, day, skilled=True, country="CA") >= Fraction(30, 7)
        longest = max(longest, run)
        day += timedelta(days=1)
    return longest
