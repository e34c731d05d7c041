"""What held for the client on each day: status, study and absence, as stretches of equal days.

Days are ordinals (``date.toordinal``). Facts are three-valued: True, False, or None for not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cec_desktop.casefile.model import CaseFile, Period, StatusPeriod, Study
from cec_desktop.rules.rulebook import RuleBook, StatusRule

NEVER = 4_000_000
"""Later than any calendar day: the end of what goes on."""

Fact = bool | None


class Interval(NamedTuple):
    """Days an entry covers: surely from ``sure_first`` to ``sure_last``, possibly ``first`` to ``last``."""

    first: int
    sure_first: int
    sure_last: int
    last: int

    def covers(self, day: int) -> Fact:
        """True, False, or None where a month-only edge leaves it open."""
        if self.sure_first <= day <= self.sure_last:
            return True
        return None if self.first <= day <= self.last else False

    @property
    def exact(self) -> bool:
        """Whether both ends are exact days."""
        return self.first == self.sure_first and self.last == self.sure_last

    def edges(self) -> tuple[int, int, int, int]:
        """First days of stretches over which :meth:`covers` does not change; some may be the same."""
        return (self.first, self.sure_first, self.sure_last + 1, self.last + 1)


def interval_of(period: Period) -> Interval | None:
    """The days of a period; None when its start is not known, for then it changes nothing."""
    start, end = period.start, period.end
    if start is None:
        return None
    if isinstance(start, date):
        first = sure_first = start.toordinal()
    else:
        first, sure_first = start.first.toordinal(), start.last.toordinal()
    if end is None:
        return Interval(first, sure_first, NEVER, NEVER)
    if isinstance(end, date):
        last = end.toordinal()
        return Interval(first, sure_first, last, last)
    return Interval(first, sure_first, end.first.toordinal(), end.last.toordinal())


def any_true(facts: Iterable[Fact]) -> Fact:
    """True if one is; else None if one is not known; else False."""
    result: Fact = False
    for fact in facts:
        if fact:
            return True
        if fact is None:
            result = None
    return result


class WorkRight(NamedTuple):
    """Right to work one status gives; with ``employer`` it is for that employer only."""

    allowed: Fact
    employer: str | None = None

    def for_employer(self, employer: str | None) -> Fact:
        """The right to work for an employer; another one than the permit's is not known."""
        if self.employer is None:
            return self.allowed
        return self.allowed if same_employer(self.employer, employer) else None


def same_employer(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for case and spaces."""
    return (
        one is not None
        and other is not None
        and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    )


class HeldStatus(NamedTuple):
    """A status with the days it covers and what it gives."""

    at: int
    """Its place among the statuses of the file."""
    days: Interval
    resident: Fact
    right: WorkRight


class Stretch(NamedTuple):
    """Days over which everything about the person stays the same."""

    first: int
    last: int
    resident: Fact
    may_work: Fact
    """The right to work for any employer."""
    closed: tuple[WorkRight, ...]
    """Rights that hold for one employer only."""
    studying: Fact
    absent: Fact
    has_status: bool
    failures: tuple[str, ...]
    """Why no work of these days counts, for a job that says nothing else."""
    unknowns: tuple[str, ...]
    """Facts of these days that are not known."""
    other_failures: tuple[str, ...]
    """The same for a job that says itself whether it was authorized."""
    other_unknowns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """The client's days, prepared once for all jobs and all dates."""

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    """First days of the stretches."""
    statuses: tuple[HeldStatus, ...]
    first_study_without_status: int
    """First day of full-time study in Canada that surely had no status; NEVER if none."""
    first_study_status_unknown: int
    """First day of (possible) full-time study in Canada of which the status is not known."""


def prepare_person(case: CaseFile, book: RuleBook) -> Person:
    """Sweep the file's statuses, studies and absences into stretches of equal days."""
    statuses = held_statuses(case.statuses, book)
    studies = [
        (days, study)
        for study in case.studies
        if study.full_time is not False and (days := interval_of(study))
    ]
    absences = [days for absence in case.absences if (days := interval_of(absence))]
    edges = {0, NEVER + 1}
    for days in (*(held.days for held in statuses), *(days for days, _ in studies), *absences):
        edges.update(days.edges())
    stretches: list[Stretch] = []
    no_status = unknown_status = NEVER
    for first, after in pairwise(sorted(edge for edge in edges if edge <= NEVER + 1)):
        resident, may_work, closed, has_status = _status_on(first, statuses)
        studying, in_canada = _study_on(first, studies)
        if in_canada and resident is not True:
            if resident is False and studying:
                no_status = min(no_status, first)
            else:
                unknown_status = min(unknown_status, first)
        absent = any_true([days.covers(first) for days in absences if days.first <= first <= days.last])
        facts = (resident, may_work, closed, studying, absent, has_status)
        if stretches and stretches[-1][2:8] == facts:
            stretches[-1] = stretches[-1]._replace(last=after - 1)
        else:
            told = told_of(resident, may_work, studying, absent, has_status=has_status)
            stretches.append(Stretch(first, after - 1, *facts, *told))
    return Person(tuple(stretches), tuple(s.first for s in stretches), statuses, no_status, unknown_status)


def _status_on(day: int, statuses: Sequence[HeldStatus]) -> tuple[Fact, Fact, tuple[WorkRight, ...], bool]:
    """Of a day: status held, the right to work for any employer, those for one, whether any is entered."""
    resident: Fact = False
    may_work: Fact = False
    closed: tuple[WorkRight, ...] = ()
    entered = False
    for held in statuses:
        days, right = held.days, held.right
        if day < days.first or day > days.last:
            continue
        entered = True
        covers = days.covers(day)
        resident = _either(resident, held.resident if covers else None)
        if covers and right.employer is not None:
            closed = (*closed, right)
        else:
            may_work = _either(may_work, right.allowed if covers else None)
    return (resident, may_work, closed, True) if entered else (None, None, (), False)


def _either(one: Fact, other: Fact) -> Fact:
    """True if one is; else None if one is not known; else False."""
    return one or other if one or other else None if one is None or other is None else False


def _study_on(day: int, studies: Sequence[tuple[Interval, Study]]) -> tuple[Fact, bool]:
    """Whether the day is one of full-time study, and whether any of that may be in Canada."""
    studying: Fact = False
    in_canada = False
    for days, study in studies:
        if days.first <= day <= days.last:
            certain = days.covers(day) and study.full_time
            studying = True if certain or studying else None
            in_canada = in_canada or study.country in ("CA", None)
    return studying, in_canada


@lru_cache(maxsize=512)
def told_of(
    resident: Fact, may_work: Fact, studying: Fact, absent: Fact, *, has_status: bool
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Reasons and missing facts of days as they are told; then those of a job that says it was authorized."""
    facts = (
        (absent, "abroad", "absence"),
        (None if may_work is None else not may_work, "unauthorized", "authorization" if has_status else ""),
        (None if resident is None else not resident, "no_status", "status"),
        (studying, "full_time_study", "study"),
    )
    failures = tuple(reason for fails, reason, _ in facts if fails)
    unknowns = tuple(missing for fails, _, missing in facts if fails is None and missing)
    return (
        failures,
        unknowns,
        tuple(reason for reason in failures if reason != "unauthorized"),
        tuple(missing for missing in unknowns if missing != "authorization"),
    )


def held_statuses(periods: tuple[StatusPeriod, ...], book: RuleBook) -> tuple[HeldStatus, ...]:
    """Each dated status with what it implies, R183 and R186."""
    dated = [(index, status, days) for index, status in enumerate(periods) if (days := interval_of(status))]
    rights: dict[int, WorkRight] = {}
    held = []
    dated.sort(key=lambda entry: entry[2].first)
    for index, status, days in dated:
        rule = book.statuses[status.kind]
        resident: Fact = rule.resident
        others: list[_Dated] = []
        if rule.may_work == "before":
            others = [entry for entry in dated if entry[0] != index]
            resident = _resident(status, _status_before(days, others), rule)
        rights[index] = right = _right(status, days, others, rights, rule)
        held.append(HeldStatus(index, days, resident, right))
    return tuple(held)


_Dated = tuple[int, StatusPeriod, Interval]


def _status_before(days: Interval, others: list[_Dated]) -> _Dated | None:
    """The status that ended last before a period began."""
    earlier = [other for other in others if other[2].sure_last < days.sure_first]
    return max(earlier, key=lambda other: other[2].last, default=None)


def _resident(status: StatusPeriod, before: _Dated | None, rule: StatusRule) -> Fact:
    if status.applied_on is None or before is None:
        return rule.resident
    # Maintained status needs an application made while the earlier status still held (R183(5)).
    applied = status.applied_on.toordinal()
    if applied > before[2].last:
        return False
    return rule.resident if applied <= before[2].sure_last else None


def _meets(earlier: Interval, later: Interval) -> bool:
    """Whether a period surely ended the day before another began."""
    return earlier.sure_last == earlier.last == later.first - 1 and later.first == later.sure_first


def _breadth(right: WorkRight) -> int:
    """The widest right first: any employer, one employer, not known, none."""
    if right.allowed:
        return 3 if right.employer is None else 2
    return 1 if right.allowed is None else 0


def _right(
    status: StatusPeriod, days: Interval, others: list[_Dated], rights: dict[int, WorkRight], rule: StatusRule
) -> WorkRight:
    if status.may_work is not None:
        return WorkRight(status.may_work)
    if rule.may_work == "before":
        ended = [rights[index] for index, _, span in others if index in rights and _meets(span, days)]
        return max(ended, key=_breadth, default=WorkRight(None))
    if rule.may_work == "permit":
        return WorkRight(True, status.employer)
    return WorkRight(_IMPLIED[rule.may_work])


_IMPLIED: dict[str, Fact] = {"yes": True, "no": False, "ask": None}
"""What the kinds of status imply that do not look at another."""
