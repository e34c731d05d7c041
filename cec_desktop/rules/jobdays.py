"""How each day of one job fares: counts, does not count and why, or hangs on a missing fact.

The conditions are those of R87.1(2)(a) and (3) as the counting rules put them; one sure failure and a
day brings nothing, whatever else is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cec_desktop.casefile.model import HoursRow, Job
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.person import NEVER, Fact, Interval, Person, Stretch, any_true, interval_of
from cec_desktop.rules.rulebook import CountingRule, WorkTerms

DAYS_IN_A_WEEK = 7


class State(IntEnum):
    """Whether days count."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class JobStretch(NamedTuple):
    """Days of a job that fare alike. ``weekly`` are its hours a week, None where not known.

    ``reasons`` say why days do not count; ``unknowns`` name the missing facts (a field of the job, or
    ``status``, ``authorization``, ``study``, ``absence``, ``leave[i]``, ``hours[i]``, ``start``, ``end``).
    """

    first: int
    last: int
    state: State
    reasons: tuple[str, ...]
    unknowns: tuple[str, ...]
    weekly: Fraction | None


class DayFacts(NamedTuple):
    """Days of a job, and what is said of them whatever the law: reasons, missing facts, hours a week."""

    first: int
    last: int
    failures: tuple[str, ...]
    unknowns: tuple[str, ...]
    weekly: Fraction | None


@dataclass(slots=True)
class _Job:
    """What the days of a job are judged by."""

    job: Job
    days: Interval
    weekly: Fraction | None
    rows: Sequence[tuple[int, HoursRow, Interval]]
    leaves: Sequence[tuple[int, str | None, Interval]]
    over: Sequence[tuple[int, int, bool]]
    uneven: Sequence[tuple[int, int]]
    """Days that leaves or rows of hours may cover."""


def job_stretches(
    job: Job, days: Sequence[DayFacts], terms: WorkTerms, occupation: Occupation
) -> list[JobStretch]:
    """All days of a job in order, judged on terms; neighbours that fare alike are one."""
    failures, unknowns = _constant_facts(job, terms, occupation)
    merged: list[JobStretch] = []
    for day in days:
        stretch = _stretch(day, failures, unknowns)
        if merged and merged[-1][2:] == stretch[2:]:
            merged[-1] = merged[-1]._replace(last=stretch.last)
        else:
            merged.append(stretch)
    return merged


def _stretch(day: DayFacts, failures: tuple[str, ...], unknowns: tuple[str, ...]) -> JobStretch:
    if failures or day.failures:
        reasons = tuple(dict.fromkeys((*failures, *day.failures))) if failures and day.failures else ()
        return JobStretch(day.first, day.last, State.NO, reasons or failures or day.failures, (), None)
    if unknowns or day.unknowns:
        missing = (*unknowns, *day.unknowns)
        return JobStretch(day.first, day.last, State.UNKNOWN, ("not_known",), missing, day.weekly)
    return JobStretch(day.first, day.last, State.YES, (), (), day.weekly)


def job_days(job: Job, person: Person, counting: CountingRule) -> tuple[DayFacts, ...]:
    """All days of a job in order; empty where its start is not known."""
    days = interval_of(job)
    if days is None or days.last < days.first:
        return ()
    leaves = [(i, leave.kind, span) for i, leave in enumerate(job.leaves) if (span := interval_of(leave))]
    rows = [(i, row, span) for i, row in enumerate(job.hours) if (span := interval_of(row))]
    prepared = _Job(
        job,
        days,
        None if job.hours_per_week is None else exact(job.hours_per_week),
        rows,
        leaves,
        _vacation_over(days, leaves, counting) if leaves else (),
        [(span.first, span.last) for _, _, span in (*leaves, *rows)],
    )
    return tuple(_judge(first, last, stretch, prepared) for first, last, stretch in _pieces(prepared, person))


def _constant_facts(
    job: Job, terms: WorkTerms, occupation: Occupation
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Failures of all days of the job, and the fields that would decide whether there are more."""
    in_canada = None if job.country is None else job.country == "CA"
    facts: tuple[tuple[Fact, str, str], ...] = (
        (in_canada, "abroad", "country"),
        (job.physically_in_canada, "abroad", "physically_in_canada"),
        (job.paid, "unpaid", "paid"),
        (
            _not(_self_employment(job, terms)),
            "self_employed",
            _self_employment_field(job),
        ),
        (occupation.accepted, "occupation_level", "noc"),
        (job.duties_match is not False, "duties", "duties_match"),
        (job.authorized is not False, "unauthorized", "authorized"),
    )
    failures = dict.fromkeys(reason for holds, reason, _ in facts if holds is False)
    return tuple(failures), tuple(field for holds, _, field in facts if holds is None)


def _self_employment_field(job: Job) -> str:
    """The fact that would decide whether self-employment keeps the job out."""
    if job.self_employed is None:
        return "self_employed"
    return "publicly_funded_physician" if job.publicly_funded_physician is None else "invitation"


@lru_cache(maxsize=256)
def exact(number: Decimal) -> Fraction:
    """A number of the file as an exact fraction."""
    return Fraction(number)


def _not(fact: Fact) -> Fact:
    return None if fact is None else not fact


def _self_employment(job: Job, terms: WorkTerms) -> Fact:
    """Whether self-employment keeps the job out; lifted for publicly funded physicians."""
    if job.self_employed is False:
        return False
    asked = (job.publicly_funded_physician, terms.physicians)
    if all(asked):
        return False
    lifted = False if False in asked else None
    return None if lifted is None or job.self_employed is None else True


def _vacation_over(
    days: Interval, leaves: Sequence[tuple[int, str | None, Interval]], counting: CountingRule
) -> list[tuple[int, int, bool]]:
    """Paid vacation past the allowance: first day, last day, and whether that is sure.

    Where only the month of the job's start is known, every day it may have begun on is tried; where days
    of vacation are not known, both none and all of them are.
    """
    sure = sorted(
        (s.sure_first, s.sure_last)
        for _, kind, s in leaves
        if kind == "paid_vacation" and s.sure_first <= s.sure_last
    )
    most = sorted((s.first, s.last) for _, kind, s in leaves if kind in ("paid_vacation", None))
    if days.first == days.sure_first and sure == most:
        return [(first, last, True) for first, last in _over_from(days.first, sure, counting)]
    starts = range(days.first, days.sure_first + 1)
    tries = [_over_from(start, vacation, counting) for start in starts for vacation in (sure, most)]
    edges = sorted({edge for over in tries for first, last in over for edge in (first, last + 1)})
    found = []
    for first, after in pairwise(edges):
        times = sum(any(begin <= first <= end for begin, end in over) for over in tries)
        if times:
            found.append((first, after - 1, times == len(tries)))
    return found


def _over_from(
    start: int, vacation: Sequence[tuple[int, int]], counting: CountingRule
) -> list[tuple[int, int]]:
    """Days past the allowance of each year of a job that began on a day."""
    over: list[tuple[int, int]] = []
    used: dict[int, int] = {}
    done = start
    for first, last in vacation:
        day = max(first, done)
        while day <= last:
            year = (day - start) // counting.vacation_year_days
            stop = min(last, start + (year + 1) * counting.vacation_year_days - 1)
            free = max(0, counting.vacation_days - used.get(year, 0))
            used[year] = used.get(year, 0) + stop - day + 1
            if stop - day + 1 > free:
                over.append((day + free, stop))
            day = stop + 1
            if year > MOST_YEARS:
                over.append((day, last))
                break
        done = max(done, last + 1)
    return over


MOST_YEARS = 100
"""Years of an open-ended vacation that are told apart."""


def _pieces(prepared: _Job, person: Person) -> Iterator[tuple[int, int, Stretch]]:
    """The job's days cut wherever something about the person or the job changes."""
    first, last = prepared.days.first, min(prepared.days.last, NEVER)
    own = _own_cuts(prepared)
    for stretch in person.stretches:
        if stretch.last < first:
            continue
        if stretch.first > last:
            return
        begin, stop = max(first, stretch.first), min(last, stretch.last)
        for cut in own:
            if begin < cut <= stop:
                yield begin, cut - 1, stretch
                begin = cut
        yield begin, stop, stretch


def _own_cuts(prepared: _Job) -> Sequence[int]:
    """First days of stretches over which edges, leaves and hours of the job do not change."""
    cuts: set[int] = set(prepared.days.edges())
    for _, _, span in (*prepared.leaves, *prepared.rows):
        cuts.update(span.edges())
    for over_first, over_last, _ in prepared.over:
        cuts.update((over_first, over_last + 1))
    return sorted(cut for cut in cuts if prepared.days.first < cut <= prepared.days.last)


def _judge(first: int, last: int, stretch: Stretch, prepared: _Job) -> DayFacts:
    if not stretch.closed and _even(first, prepared):
        return _judge_plain(first, last, stretch, prepared)
    failures: list[str] = []
    unknowns: list[str] = []
    vacation = _judge_leaves(first, prepared, failures, unknowns)
    _judge_person(stretch, prepared.job, failures, unknowns, excused=vacation)
    if prepared.days.covers(first) is None:
        unknowns.append("end" if first > prepared.days.sure_last else "start")
    weekly = _weekly(first, prepared, unknowns)
    return DayFacts(first, last, tuple(failures), tuple(unknowns), weekly)


def _even(day: int, prepared: _Job) -> bool:
    """Whether the day surely is one of the job's, outside its leaves and rows of hours."""
    for first, last in prepared.uneven:
        if first <= day <= last:
            return False
    return prepared.days.sure_first <= day <= prepared.days.sure_last


def _judge_plain(first: int, last: int, stretch: Stretch, prepared: _Job) -> DayFacts:
    """The same for most days of most jobs: what the client's days say, and the hours a week."""
    if prepared.job.authorized is None:
        failures, unknowns = stretch.failures, stretch.unknowns
    else:
        failures, unknowns = stretch.other_failures, stretch.other_unknowns
    if prepared.weekly is None:
        unknowns = (*unknowns, "hours_per_week")
    return DayFacts(first, last, failures, unknowns, prepared.weekly)


def _judge_person(
    stretch: Stretch, job: Job, failures: list[str], unknowns: list[str], *, excused: Fact
) -> None:
    """Add what absence, right to work, status and study say; a paid vacation excuses an absence."""
    if stretch.absent is not False and excused is not True:
        # Where the vacation itself is not known, the leave is the missing fact.
        if stretch.absent is None:
            unknowns.append("absence")
        elif excused is False:
            failures.append("abroad")
    allowed = _allowed(stretch, job)
    if allowed is False and job.authorized is None:
        failures.append("unauthorized")
    elif allowed is None and stretch.has_status:
        unknowns.append("authorization")
    if stretch.resident is False:
        failures.append("no_status")
    elif stretch.resident is None:
        unknowns.append("status")
    if stretch.studying is not False:
        (failures if stretch.studying else unknowns).append(
            "full_time_study" if stretch.studying else "study"
        )


def _allowed(stretch: Stretch, job: Job) -> Fact:
    """Whether the work was authorized: as the job says, else what the status implies."""
    if job.authorized is not None or not stretch.closed:
        return stretch.may_work if job.authorized is None else job.authorized
    return any_true((stretch.may_work, *(right.for_employer(job.employer) for right in stretch.closed)))


def _judge_leaves(first: int, prepared: _Job, failures: list[str], unknowns: list[str]) -> Fact:
    """Add what the leaves of the day say; True on a paid vacation, which also excuses an absence."""
    vacation: Fact = False
    for index, kind, span in prepared.leaves:
        covers = span.covers(first)
        if covers is False:
            continue
        if covers is None or kind is None:
            unknowns.append(f"leaves[{index}]")
            if kind in ("paid_vacation", None) and not vacation:
                vacation = None
        elif kind != "paid_vacation":
            if "leave" not in failures:
                failures.append("leave")
        else:
            vacation = True
    for over_first, over_last, sure in prepared.over if vacation else ():
        if over_first <= first <= over_last:
            (failures if sure else unknowns).append("leave" if sure else "start")
    return vacation


def _weekly(first: int, prepared: _Job, unknowns: list[str]) -> Fraction | None:
    """Hours a week on a day: a row of varying hours replaces the job's own."""
    for index, row, span in prepared.rows:
        covers = span.covers(first)
        if covers is False:
            continue
        # Hours of a whole stretch spread over its days only where its days are known.
        spread = row.per == "period" and span.exact and span.last < NEVER
        if covers is None or row.hours is None or not (row.per == "week" or spread):
            unknowns.append(f"hours[{index}]")
            return None
        hours = exact(row.hours)
        return hours if row.per == "week" else hours * DAYS_IN_A_WEEK / (span.last - span.first + 1)
    if prepared.weekly is None:
        unknowns.append("hours_per_week")
    return prepared.weekly
