"""How each day of one job fares: counts, does not count and why, or hangs on a missing fact.

The conditions are those of R87.1(2)(a) and (3) as the counting rules put them; one sure failure and a
day brings nothing, whatever else is not known.
"""

from __future__ import annotations

from bisect import bisect_right
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
from cec_desktop.rules.person import NEVER, Fact, Interval, Person, Stretch, any_true, interval_of, told_of
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


def job_stretches(
    job: Job, days: Sequence[DayFacts], terms: WorkTerms, occupation: Occupation
) -> list[JobStretch]:
    """All days of a job in order, judged on terms; neighbours that fare alike are one."""
    job_failures, job_unknowns = _constant_facts(job, terms, occupation)
    merged: list[JobStretch] = []
    since = until = 0
    fares: _Fares | None = None
    for first, last, failures, unknowns, weekly in days:
        if job_failures or failures:
            both = job_failures and failures
            reasons = tuple(dict.fromkeys((*job_failures, *failures))) if both else job_failures or failures
            now: _Fares = (State.NO, reasons, (), None)
        elif job_unknowns or unknowns:
            now = (State.UNKNOWN, _NOT_KNOWN, (*job_unknowns, *unknowns), weekly)
        else:
            now = (State.YES, (), (), weekly)
        if now != fares:
            if fares is not None:
                merged.append(JobStretch(since, until, *fares))
            since, fares = first, now
        until = last
    if fares is not None:
        merged.append(JobStretch(since, until, *fares))
    return merged


_Fares = tuple[State, tuple[str, ...], tuple[str, ...], Fraction | None]
"""State, reasons, missing facts and hours a week of days."""

_NOT_KNOWN = ("not_known",)


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
    )
    return tuple(_judged(prepared, person))


def _constant_facts(
    job: Job, terms: WorkTerms, occupation: Occupation
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Failures of all days of the job, and the fields that would decide whether there are more."""
    in_canada = None if job.country is None else job.country == "CA"
    holds: tuple[Fact, ...] = (
        in_canada,
        job.physically_in_canada,
        job.paid,
        _not(_self_employment(job, terms)),
        occupation.accepted,
        job.duties_match is not False,
        job.authorized is not False,
    )
    if holds == _ALL_HOLD:
        return (), ()
    named = (
        ("abroad", "country"),
        ("abroad", "physically_in_canada"),
        ("unpaid", "paid"),
        ("self_employed", _self_employment_field(job)),
        ("occupation_level", "noc"),
        ("duties", "duties_match"),
        ("unauthorized", "authorized"),
    )
    failures = [reason for fact, (reason, _) in zip(holds, named, strict=True) if fact is False]
    unknowns = [field for fact, (_, field) in zip(holds, named, strict=True) if fact is None]
    return tuple(dict.fromkeys(failures)), tuple(unknowns)


_ALL_HOLD = (True,) * 7


def _self_employment_field(job: Job) -> str:
    """The fact that would decide whether self-employment keeps the job out."""
    if job.self_employed is None:
        return "self_employed"
    return "publicly_funded_physician" if job.publicly_funded_physician is None else "invitation"


@lru_cache(maxsize=256)
def exact(number: Decimal) -> Fraction:
    """A number of the file as an exact fraction."""
    return Fraction(number)


@lru_cache(maxsize=256)
def _spread(hours: Decimal, days: int) -> Fraction:
    """Hours a week of hours spread evenly over days."""
    return Fraction(hours) * DAYS_IN_A_WEEK / days


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
    most = sorted([(s.first, s.last) for _, kind, s in leaves if kind in ("paid_vacation", None)])
    if sum([last - first + 1 for first, last in most]) <= counting.vacation_days:
        return []
    sure = sorted(
        [
            (s.sure_first, s.sure_last)
            for _, kind, s in leaves
            if kind == "paid_vacation" and s.sure_first <= s.sure_last
        ]
    )
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


def _judged(prepared: _Job, person: Person) -> Iterator[DayFacts]:
    """The job's days, cut wherever something about the person or the job changes."""
    days = prepared.days
    first, end = days.first, min(days.last, NEVER)
    place = bisect_right(person.starts, first) - 1
    changes = bisect_right(person.starts, end)
    cuts = {first, end + 1, *person.starts[place + 1 : changes], *_own_cuts(prepared)}
    stretch = person.stretches[place]
    for begin, after in pairwise(sorted(cuts)):
        if begin > stretch.last:
            place += 1
            stretch = person.stretches[place]
        yield _judge(begin, after - 1, stretch, prepared)


def _own_cuts(prepared: _Job) -> list[int]:
    """First days of stretches over which edges, leaves and hours of the job do not change."""
    first, _, _, last = prepared.days
    cuts = [*prepared.days.edges()]
    for _, _, span in prepared.leaves:
        cuts += span.edges()
    for _, _, span in prepared.rows:
        cuts += span.edges()
    for over_first, over_last, _ in prepared.over:
        cuts += (over_first, over_last + 1)
    return [cut for cut in cuts if first < cut <= last]


def _judge(first: int, last: int, stretch: Stretch, prepared: _Job) -> DayFacts:
    leave_failures, leave_unknowns, vacation = _NO_LEAVE
    for _, _, span in prepared.leaves:
        if span.first <= first <= span.last:
            leave_failures, leave_unknowns, vacation = _judge_leaves(first, prepared)
            break
    failures, unknowns = _judge_person(stretch, prepared.job, excused=vacation)
    days = prepared.days
    if not days.sure_first <= first <= days.sure_last:
        unknowns = (*unknowns, "end" if first > days.sure_last else "start")
    weekly, missing = _weekly(first, prepared)
    if missing is not None:
        unknowns = (*unknowns, missing)
    if leave_failures or leave_unknowns:
        failures, unknowns = (*leave_failures, *failures), (*leave_unknowns, *unknowns)
    return DayFacts(first, last, failures, unknowns, weekly)


_Told = tuple[str, ...]
_NO_LEAVE: tuple[_Told, _Told, Fact] = ((), (), False)


def _judge_person(stretch: Stretch, job: Job, *, excused: Fact) -> tuple[_Told, _Told]:
    """What absence, right to work, status and study say; a paid vacation excuses an absence."""
    absent = stretch.absent
    if (absent and excused is not False) or excused:
        # Where the vacation itself is not known, the leave is the missing fact.
        absent = False
    if job.authorized is not None:
        if absent is stretch.absent:
            return stretch.other_failures, stretch.other_unknowns
        told = told_of(stretch.resident, True, stretch.studying, absent, has_status=stretch.has_status)
    elif absent is stretch.absent and not stretch.closed:
        return stretch.failures, stretch.unknowns
    else:
        rights = (right.for_employer(job.employer) for right in stretch.closed)
        allowed = any_true((stretch.may_work, *rights))
        told = told_of(stretch.resident, allowed, stretch.studying, absent, has_status=stretch.has_status)
    return told[:2]


def _judge_leaves(first: int, prepared: _Job) -> tuple[_Told, _Told, Fact]:
    """What the leaves of the day say; True on a paid vacation, which also excuses an absence."""
    failures: dict[str, None] = {}
    unknowns: list[str] = []
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
            failures["leave"] = None
        else:
            vacation = True
    for over_first, over_last, sure in prepared.over if vacation else ():
        if over_first <= first <= over_last:
            if sure:
                failures["leave"] = None
            else:
                unknowns.append("start")
    return tuple(failures), tuple(unknowns), vacation


def _weekly(first: int, prepared: _Job) -> tuple[Fraction | None, str | None]:
    """Hours a week on a day, or the missing fact: a row of varying hours replaces the job's own."""
    for index, row, span in prepared.rows:
        if not span.first <= first <= span.last:
            continue
        # Hours of a whole stretch spread over its days only where its days are known.
        spread = row.per == "period" and span.exact and span.last < NEVER
        if span.covers(first) is None or row.hours is None or not (row.per == "week" or spread):
            return None, f"hours[{index}]"
        if row.per == "week":
            return exact(row.hours), None
        return _spread(row.hours, span.last - span.first + 1), None
    return prepared.weekly, "hours_per_week" if prepared.weekly is None else None
