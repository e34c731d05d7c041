"""What is so on one day, taken from the file one fact after the other: yes, no, or not known (None)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from cec_desktop.casefile.dates import Edge, YearMonth
from cec_desktop.casefile.model import CaseFile, HoursRow, Job, Leave, NocCode, Period, StatusPeriod
from tests.oracle import law

Known = bool | None
ONE_DAY = timedelta(days=1)


def every(facts: Iterable[Known]) -> Known:
    """One sure failure decides; else one fact not known leaves it open."""
    facts = list(facts)
    if False in facts:
        return False
    return None if None in facts else True


def some(facts: Iterable[Known]) -> Known:
    """One yes decides; else one fact not known leaves it open."""
    facts = list(facts)
    if True in facts:
        return True
    return None if None in facts else False


def opposite(fact: Known) -> Known:
    return None if fact is None else not fact


def first_day(edge: Edge) -> date:
    return edge.first if isinstance(edge, YearMonth) else edge


def last_day(edge: Edge) -> date:
    return edge.last if isinstance(edge, YearMonth) else edge


def covers(period: Period, day: date) -> Known:
    """Whether a period covers a day; month-only edges leave days open, an undated entry covers none."""
    if period.start is None or day < first_day(period.start):
        return False
    if period.end is not None and day > last_day(period.end):
        return False
    if day < last_day(period.start):
        return None
    if period.end is not None and day > first_day(period.end):
        return None
    return True


@dataclass(frozen=True)
class Occupation:
    """A job's occupation on the day of the application: does it count, and with which threshold.

    ``key`` names it; ``choices`` are what an occupation not known may turn out to be (None: anything).
    """

    accepted: Known
    threshold: int | None
    key: str | None
    choices: tuple[tuple[str, int], ...] | None = None


class Facts:
    """The facts of one file; those that do not hang on the day of the application are worked out once."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        # Remembered only because the same day is asked for again for every day of application.
        self.lasting = cache(self._lasting)
        self.resident = cache(self._resident)
        self.hours = cache(self._hours)
        self.on_vacation = cache(self._on_vacation)

    # --- status -----------------------------------------------------------------------------------------

    def _resident(self, day: date) -> Known:
        """Temporary resident status on the day; no period at all is not known."""
        return self._told(day, self._makes_resident)

    def authorized(self, job: Job, day: date) -> Known:
        """Authorized to work in the job on the day."""
        if job.authorized is not None:
            return job.authorized
        return self._told(day, lambda status: self._lets_work(status, job))

    def _told(self, day: date, tell: object) -> Known:
        assert callable(tell)
        told: list[Known] = []
        for status in self.case.statuses:
            covered = covers(status, day)
            if covered is True:
                told.append(tell(status))
            elif covered is None:
                told.append(None)
        return some(told) if told else None

    def _makes_resident(self, status: StatusPeriod) -> Known:
        if status.kind in ("restoration", "none", "refugee_claimant", "permanent_resident", "citizen"):
            return False
        if status.kind == "maintained" and status.applied_on is not None:
            before = self._status_before(status)
            if before is not None and before.end is not None:
                if status.applied_on > last_day(before.end):
                    return False
                if status.applied_on > first_day(before.end):
                    return None
        return True

    def _status_before(self, status: StatusPeriod) -> StatusPeriod | None:
        """The status that ended last before this one began."""
        assert status.start is not None
        earlier = [
            other
            for other in self.case.statuses
            if other is not status
            and other.start is not None
            and other.end is not None
            and first_day(other.end) < last_day(status.start)
        ]
        return max(earlier, key=lambda other: last_day(other.end or date.max), default=None)

    def _lets_work(self, status: StatusPeriod, job: Job) -> Known:
        if status.may_work is not None:
            return status.may_work
        if status.kind in (
            "open_work_permit",
            "post_graduation_work_permit",
            "bridging_open_work_permit",
            "permanent_resident",
            "citizen",
        ):
            return True
        if status.kind == "work_permit":
            return True if status.employer is None or _same_name(status.employer, job.employer) else None
        if status.kind in ("visitor", "restoration", "none"):
            return False
        if status.kind == "maintained":
            return some([self._lets_work(other, job) for other in self._ended_just_before(status)] or [None])
        return None  # study permit, temporary resident permit, refugee claimant

    def _ended_just_before(self, status: StatusPeriod) -> list[StatusPeriod]:
        return [
            other
            for other in self.case.statuses
            if other.start is not None
            and isinstance(other.end, date)
            and isinstance(status.start, date)
            and other.end + ONE_DAY == status.start
        ]

    # --- study, absence, leave --------------------------------------------------------------------------

    def studying_full_time(self, day: date) -> Known:
        return some(every([covers(study, day), study.full_time]) for study in self.case.studies)

    def in_canada(self, index: int, day: date) -> Known:
        job = self.case.jobs[index]
        away = some(covers(absence, day) for absence in self.case.absences)
        country = None if job.country is None else job.country == "CA"
        return every(
            [country, job.physically_in_canada, some([opposite(away), self.on_vacation(index, day)])]
        )

    def _on_vacation(self, index: int, day: date) -> Known:
        leaves = self.case.jobs[index].leaves
        return some(every([covers(leave, day), _is_vacation(leave)]) for leave in leaves)

    def not_on_leave(self, index: int, day: date) -> Known:
        """Not in a leave, paid vacation of 14 days in each 52-week year of the job excepted."""
        job = self.case.jobs[index]
        other = some(every([covers(leave, day), opposite(_is_vacation(leave))]) for leave in job.leaves)
        sure = None if any(covers(leave, day) is None for leave in job.leaves) else True
        return every([opposite(other), self._vacation_within(index, day), sure])

    def _vacation_within(self, index: int, day: date) -> Known:
        start_of_job = self.case.jobs[index].start
        here = self.on_vacation(index, day)
        if here is False or start_of_job is None:
            return True
        answers: set[Known] = set()
        for start in law.days_of(first_day(start_of_job), min(day, last_day(start_of_job))):
            year_begins = start + (day - start).days // law.JOB_YEAR * law.JOB_YEAR * ONE_DAY
            vacation = [self.on_vacation(index, each) for each in law.days_of(year_begins, day)]
            sure = sum(each is True for each in vacation)
            most = sum(each is not False for each in vacation)
            if here is True and most <= law.VACATION_DAYS:
                answers.add(True)
            elif here is True and sure > law.VACATION_DAYS:
                answers.add(False)
            else:
                answers.add(None)
        return answers.pop() if len(answers) == 1 else None

    # --- the day of a job -------------------------------------------------------------------------------

    def _lasting(self, index: int, day: date) -> dict[str, Known]:
        """The conditions of one day of a job that are the same for every day of application."""
        job = self.case.jobs[index]
        covered = covers(job, day)
        if covered is False:
            return {"covered": False}
        return {
            "covered": covered,
            "abroad": self.in_canada(index, day),
            "unpaid": job.paid,
            "duties": job.duties_match is not False,
            "unauthorized": self.authorized(job, day),
            "no_status": self.resident(day),
            "full_time_study": opposite(self.studying_full_time(day)),
            "leave": self.not_on_leave(index, day),
        }

    def employed(self, job: Job, on: date) -> Known:
        """Not self-employed, or a publicly funded physician under the public policy of 2023-04-25."""
        invitation = self.case.invitation
        if invitation is None:
            in_time: Known = True
        elif invitation.issued_on is None:
            in_time = None
        else:
            in_time = invitation.issued_on >= law.PHYSICIANS_FROM
        policy = every([on >= law.PHYSICIANS_FROM, job.publicly_funded_physician, in_time])
        return some([opposite(job.self_employed), policy])

    def _hours(self, index: int, day: date) -> Fraction | None:
        """Hours the job brings on a day it covers; None is not known."""
        job = self.case.jobs[index]
        for row in job.hours:
            covered = covers(row, day)
            if covered is None:
                return None
            if covered:
                return _hours_of_row(row)
        return None if job.hours_per_week is None else Fraction(job.hours_per_week) / 7

    # --- occupation -------------------------------------------------------------------------------------

    def occupation(self, job: Job, on: date, barred: frozenset[str] = frozenset()) -> Occupation:
        """The occupation under the edition in force on the day; ``barred`` codes do not count.

        A code of that edition answers, else one of an edition with the same codes, else the codes carried
        over, the job's own before those beside it: the first that says whether the work counts.
        """
        own = [] if job.noc is None else [job.noc]
        codes = [*own, *job.noc_also]
        in_force = [code for code in codes if code.version == law.edition(on, code.version)]
        as_good = [
            code for code in job.noc_also if law.same_codes(code.version, law.edition(on, code.version))
        ]
        if in_force or as_good:
            return _read((in_force or as_good)[0], on, barred)
        readings = [_read(code, on, barred) for code in codes]
        decided = [each for each in readings if each.accepted is not None]
        return next(iter([*decided, *readings]), Occupation(None, None, None))


def _read(code: NocCode, on: date, barred: frozenset[str]) -> Occupation:
    """What a code says, carried to the edition in force."""
    edition = law.edition(on, code.version)
    targets = law.carried(code.version, code.code, edition)
    count = {law.accepted(edition, each) and each not in barred for each in targets}
    if count == {False}:
        return Occupation(False, None, None)
    thresholds = {law.threshold(edition, each) for each in targets}
    if count == {True} and len(thresholds) == 1:
        key = f"{edition} {targets[0]}" if len(targets) == 1 else _old_code(code)
        return Occupation(True, thresholds.pop(), key)
    choices = [
        (f"{edition} {each}", law.threshold(edition, each))
        for each in targets
        if law.accepted(edition, each) and each not in barred
    ]
    return Occupation(None, None, None, tuple(choices) if targets else None)


def _same_name(one: str, other: str | None) -> bool:
    return other is not None and one.casefold().split() == other.casefold().split()


def _is_vacation(leave: Leave) -> Known:
    return None if leave.kind is None else leave.kind == "paid_vacation"


def _hours_of_row(row: HoursRow) -> Fraction | None:
    if row.hours is None or row.per is None:
        return None
    if row.per == "week":
        return Fraction(row.hours) / 7
    if not isinstance(row.start, date) or not isinstance(row.end, date):
        return None
    return Fraction(row.hours) / len(law.days_of(row.start, row.end))


def _old_code(code: NocCode) -> str:
    return f"{'2011' if code.version == '2016' else code.version} {code.code}"
