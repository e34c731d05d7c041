"""Study and full-time work in Canada that show how well somebody adapts, R83(1)(b) to (c.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cec_desktop.casefile.dates import add_months, earliest, latest
from cec_desktop.casefile.model import Study
from cec_desktop.rules.jobdays import job_days, job_stretches
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Fact, Person, Stretch, any_true, interval_of, told_of
from cec_desktop.rules.programs.facts import all_true
from cec_desktop.rules.programs.work import runs
from cec_desktop.rules.rulebook import WorkTerms
from cec_desktop.rules.sweep import Sweep


def studied(studies: Sequence[Study], day: date, months: int) -> Fact:
    """R83(1)(b): full-time study in Canada of so many months before a day, whether completed or not."""
    return any_true(all_true(fact for _, fact in study_facts(study, day, months)) for study in studies)


def study_facts(study: Study, day: date, months: int) -> tuple[tuple[str, Fact], ...]:
    """What is asked of a study, by the field that says it."""
    length = study.full_time_months if study.months_in_canada is None else study.months_in_canada
    return (
        ("country", None if study.country is None else study.country == "CA"),
        ("full_time", study.full_time),
        ("full_time_months", None if length is None else length >= months),
        ("distance", None if study.distance is None else not study.distance),
        ("end", _long_enough(study, day, months)),
    )


def _long_enough(study: Study, day: date, months: int) -> Fact:
    """Whether the study was over on a day, or may have lasted long enough by then."""
    if study.end is not None and latest(study.end) < day:
        return True
    if study.start is not None and add_months(earliest(study.start), months) > day:
        return False
    return None


def full_time_year(judge: Judge, day: int, terms: WorkTerms, *, days: int, gap: int, levels: bool) -> Fact:
    """R83(1)(c), (c.1): a period of full-time work in Canada under a right to work, of so many days.

    Part-time work does not make one; ``levels``: only in occupations of the levels accepted.
    """
    sweep, spans = _canadian_work(judge, terms, gap, levels=levels)
    sure = most = 0
    for first, last in spans:
        low, high = _full_days(sweep, first, min(last, day - 1))
        sure, most = max(sure, low), max(most, high)
    return True if sure >= days else None if most >= days else False


def _canadian_work(
    judge: Judge, terms: WorkTerms, gap: int, *, levels: bool
) -> tuple[Sweep, tuple[tuple[int, int], ...]]:
    """Work in Canada with the right to do it; study, absence and self-employment do not matter here."""
    free, rules = _free(judge.person), judge.book
    occupations, stretches, spans = [], [], []
    for job in judge.case.jobs:
        days = interval_of(job)
        if days is None or job.country not in ("CA", None):
            continue
        occupation = occupation_of(job, terms, rules.noc)
        as_done = job.model_copy(update={"self_employed": False})
        if not levels:
            occupation = replace(occupation, accepted=True)
        facts = job_days(as_done, free, rules.counting)
        occupations.append(occupation)
        stretches.append(tuple(job_stretches(as_done, facts, terms, occupation)))
        spans.append((days.first, days.last))
    return Sweep(terms, tuple(occupations), tuple(stretches)), runs(spans, gap)


def _full_days(sweep: Sweep, first: int, last: int) -> tuple[int, int]:
    """Days that surely bring full-time hours, and those that may."""
    low = high = 0
    for cell in sweep.cells:
        begin, end = max(cell.first, first), min(cell.last, last)
        if begin <= end:
            low += (end - begin + 1) * (sweep.total.between(begin, begin) >= sweep.cap)
            high += (end - begin + 1) * (sweep.possible.between(begin, begin) >= sweep.cap)
    return low, high


def _free(person: Person) -> Person:
    """The same person, of whom only the right to work is asked."""
    stretches = tuple(
        Stretch(
            each.first,
            each.last,
            True,
            each.may_work,
            each.closed,
            False,
            False,
            True,
            *told_of(True, each.may_work, False, False, has_status=True),
        )
        for each in person.stretches
    )
    return Person(
        stretches,
        person.starts,
        person.statuses,
        person.first_study_without_status,
        person.first_study_status_unknown,
    )
