"""Language results on a day: whether they hold, and whether they reach a threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile, LanguageTest, Scores
from cec_desktop.rules.charts import ABILITIES, Score
from cec_desktop.rules.findings import Outcome
from cec_desktop.rules.language import Levels
from cec_desktop.rules.person import NEVER, Fact
from cec_desktop.rules.rulebook import ClassVersion, RuleBook, TestAge, in_force

HIGHEST_LEVEL = 12


@dataclass(frozen=True, slots=True)
class Result:
    """One entry of ``language_tests`` with its levels; days are ordinals.

    ``first`` is the first day it exists and is accepted, None where its date is not known.
    """

    index: int
    test: LanguageTest
    levels: Levels
    designated: bool
    first: int | None
    accepted: int
    """First day of applications that the test serves at all."""

    def last(self, age: TestAge) -> int | None:
        """The last day the result holds under an age rule; NEVER without a limit, None if not known."""
        if not self.designated:
            return NEVER
        if self.test.result_date is None:
            return None
        return _last_day(self.test.result_date, age.months, anniversary_counts=age.anniversary_counts)

    def last_from(self, day: int, ages: tuple[TestAge, ...]) -> int | None:
        """The last of the days on end from ``day`` on which the result holds, each under its own rule."""
        later = [age for age in ages if age.first_day.toordinal() > day]
        last = self.last(in_force(ages, date.fromordinal(day)))
        for age in later:
            change = age.first_day.toordinal()
            if last is None or last + 1 < change:
                break
            last = max(change - 1, self.last(age) or 0)
        return last

    def holds(self, day: int, age: TestAge, *, written_evidence: bool) -> Fact:
        """Whether the result serves on a day."""
        if not self.designated and not written_evidence:
            return False
        if day < self.accepted:
            return False
        last = self.last(age)
        if self.first is None or last is None:
            return None
        return self.first <= day <= last

    def reaches(self, threshold: int, combination: tuple[int, ...] | None) -> Fact:
        """Whether all four abilities reach a level, or the sorted combination that serves instead."""
        four = self.levels.each()
        if _passes([0 if level is None else level for level in four], threshold, combination):
            return True
        best = [HIGHEST_LEVEL if level is None else level for level in four]
        return None if _passes(best, threshold, combination) else False


@lru_cache(maxsize=1024)
def _last_day(result_date: date, months: int, *, anniversary_counts: bool) -> int:
    anniversary = add_months(result_date, months)
    return (anniversary if anniversary_counts else anniversary - timedelta(days=1)).toordinal()


def _passes(levels: list[int], threshold: int, combination: tuple[int, ...] | None) -> bool:
    if min(levels) >= threshold:
        return True
    return combination is not None and all(
        level >= least for level, least in zip(sorted(levels), combination, strict=True)
    )


def results_of(case: CaseFile, book: RuleBook) -> tuple[Result, ...]:
    """All results of a file, converted by the charts of their days."""
    return tuple(_result(index, test, book) for index, test in enumerate(case.language_tests))


def _result(index: int, test: LanguageTest, book: RuleBook) -> Result:
    kind = book.language.test(test.test)
    levels = book.language.levels(
        test=test.test,
        test_date=test.test_date or test.result_date,
        scores=_scores(test),
        tef_scale=test.tef_scale,
        former=_scores(test.former) if test.former else None,
    )
    first = test.result_date.toordinal() if test.result_date else None
    if first is None and not kind.designated:
        first = 0
    accepted = kind.accepted_from.toordinal() if kind.accepted_from else 0
    return Result(
        index, test, levels, kind.designated, None if first is None else max(first, accepted), accepted
    )


def _scores(sheet: LanguageTest | Scores) -> Mapping[str, Score | None]:
    return {ability: getattr(sheet, ability) for ability in ABILITIES}


Spans = tuple[tuple[int, int, Fact], ...]
"""Days on which results serve a threshold, or (None) may serve it."""


def spans_of(results: tuple[Result, ...], threshold: int, age: TestAge, version: ClassVersion) -> Spans:
    """When each result holds that reaches a threshold, or may reach it."""
    spans: list[tuple[int, int, Fact]] = []
    for result in results:
        reaches = result.reaches(threshold, version.combinations.get(threshold))
        if reaches is False or not (result.designated or version.written_evidence):
            continue
        last = result.last(age)
        if result.first is None or last is None:
            spans.append((result.accepted, NEVER, None))
        else:
            spans.append((result.first, last, reaches))
    return tuple(spans)


def outcome_on(spans: Spans, day: int) -> Outcome:
    """Whether one test, in one language, reaches the threshold in all four abilities on the day."""
    outcome = Outcome.NOT_MET
    for first, last, fact in spans:
        if first <= day <= last:
            if fact:
                return Outcome.MET
            outcome = Outcome.UNDETERMINED
    return outcome


def language_outcome(
    results: tuple[Result, ...], threshold: int, day: int, age: TestAge, version: ClassVersion
) -> Outcome:
    """As :func:`outcome_on`, for one day only."""
    return outcome_on(spans_of(results, threshold, age, version), day)


def serves(result: Result, threshold: int, day: int, age: TestAge, version: ClassVersion) -> Fact:
    """Whether one result holds on the day and reaches the threshold."""
    facts = (
        result.holds(day, age, written_evidence=version.written_evidence),
        result.reaches(threshold, version.combinations.get(threshold)),
    )
    return False if False in facts else None if None in facts else True
