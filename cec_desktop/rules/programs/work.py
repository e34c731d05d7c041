"""Work wherever it was done, counted by occupation: what the other classes and the categories ask for.

Status, study and self-employment keep no work out here, unlike in the Canadian Experience Class: R73(2) asks
for work that is paid, R75(2) and R87.2(3) for an occupation and its duties.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.rules.findings import Occupation, Outcome
from cec_desktop.rules.jobdays import DAYS_IN_A_WEEK, JobStretch, State, job_days, job_stretches
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import NEVER, Fact, Person, Stretch, interval_of, told_of
from cec_desktop.rules.rulebook import RuleBook, WorkTerms
from cec_desktop.rules.sweep import Sweep

Range = tuple[int, int]
"""What is sure at least, and what is possible at most."""

Run = tuple[int, int]
"""First and last day of employment without a break."""

Fits = Callable[[Occupation], Fact]
"""Whether an occupation is one that is asked for."""

Change = Callable[[Job, JobStretch], Sequence[JobStretch]]
"""What else decides whether days of a job count."""

_TOLD: Final = told_of(True, True, False, False, has_status=True)
ANYBODY: Final = Person(
    (Stretch(0, NEVER, True, True, (), False, False, True, *_TOLD),), (0,), (), NEVER, NEVER
)
"""A person of whom nothing keeps work from counting."""


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """Work of some jobs, by their places; ``occupation`` is the one all of the sure ones are in."""

    sweep: Sweep
    jobs: tuple[int, ...]
    occupation: Occupation | None
    sure: tuple[Run, ...]
    possible: tuple[Run, ...]

    def weeks(self, number: int) -> int:
        """So many full-time weeks in units."""
        return number * DAYS_IN_A_WEEK * self.sweep.cap

    def units(self, first: int, last: int) -> Range:
        """Units of work in a window."""
        return self.sweep.total.between(first, last), self.sweep.possible.between(first, last)

    def units_in_a_run(self, first: int, last: int) -> Range:
        """The most units that one unbroken stretch of employment brings in a window."""
        low, high = (
            max((hours.between(max(first, begins), min(last, ends)) for begins, ends in runs), default=0)
            for hours, runs in ((self.sweep.total, self.sure), (self.sweep.possible, self.possible))
        )
        return low, high


def reached(units: Range, needed: int) -> Outcome:
    """Whether units reach what is needed."""
    low, high = units
    if low >= needed:
        return Outcome.MET
    return Outcome.UNDETERMINED if high >= needed else Outcome.NOT_MET


class Worked:
    """All dated jobs of one person, ready to be counted.

    ``authorized_only`` leaves out work in Canada that the file says was not authorized.
    """

    def __init__(
        self, case: CaseFile, rules: RuleBook, gap_days: int, *, authorized_only: bool = False
    ) -> None:
        self._rules = rules
        self._gap_days = gap_days
        self._authorized_only = authorized_only
        self._jobs = tuple((index, job) for index, job in enumerate(case.jobs) if interval_of(job))

    def occupations(self, terms: WorkTerms) -> dict[int, Occupation]:
        """The occupation of each job under the edition in force, by the job's place."""
        return {index: occupation_of(job, terms, self._rules.noc) for index, job in self._jobs}

    def together(
        self, terms: WorkTerms, fits: Fits, change: Change | None = None, *, in_canada: bool = False
    ) -> Work:
        """All work in occupations that fit, as one."""
        told = self._told(terms, fits, change, in_canada=in_canada)
        sure = [index for index, (occupation, _) in told.items() if occupation.accepted]
        return self._work(sure, list(told), told, terms)

    def by_occupation(
        self, terms: WorkTerms, fits: Fits, change: Change | None = None, *, in_canada: bool = False
    ) -> tuple[Work, ...]:
        """Work in each occupation that fits; one that is not known may be any of them."""
        told = self._told(terms, fits, change, in_canada=in_canada)
        groups: dict[tuple[str, str | None], list[int]] = {}
        open_: list[int] = []
        for index, (occupation, _) in told.items():
            if occupation.accepted is None:
                open_.append(index)
            else:
                groups.setdefault((occupation.edition, occupation.code), []).append(index)
        split = tuple(self._work(own, [*own, *open_], told, terms) for own in groups.values())
        return split or ((self._work([], open_, told, terms),) if open_ else ())

    def _told(
        self, terms: WorkTerms, fits: Fits, change: Change | None, *, in_canada: bool
    ) -> dict[int, _Told]:
        told: dict[int, _Told] = {}
        for index, job in self._jobs:
            occupation = occupation_of(job, terms, self._rules.noc)
            fact = fits(occupation)
            if fact is False:
                continue
            occupation = replace(occupation, accepted=fact)
            as_done = self._as_done(job, in_canada=in_canada)
            days = job_days(as_done, ANYBODY, self._rules.counting)
            stretches = job_stretches(as_done, days, terms, occupation)
            if change is not None:
                stretches = [part for stretch in stretches for part in change(job, stretch)]
            told[index] = occupation, tuple(stretches)
        return told

    def _as_done(self, job: Job, *, in_canada: bool) -> Job:
        """A job as the counting shall see it: where it was done, and for whom, does not matter."""
        here = job.country == "CA"
        refused = self._authorized_only and here and job.authorized is False
        return job.model_copy(
            update={
                "country": job.country if in_canada else "CA",
                "physically_in_canada": job.physically_in_canada if in_canada else True,
                "self_employed": False,
                "authorized": not refused,
            }
        )

    def _work(
        self, own: Sequence[int], every: Sequence[int], told: dict[int, _Told], terms: WorkTerms
    ) -> Work:
        days = {index: span for index, job in self._jobs if (span := interval_of(job))}
        return Work(
            Sweep(terms, tuple(told[i][0] for i in every), tuple(told[i][1] for i in every)),
            tuple(every),
            told[own[0]][0] if own else None,
            runs([(days[i].sure_first, days[i].sure_last) for i in own], self._gap_days),
            runs([(days[i].first, days[i].last) for i in every], self._gap_days),
        )


_Told = tuple[Occupation, tuple[JobStretch, ...]]


def runs(days: Sequence[Run], gap: int) -> tuple[Run, ...]:
    """Stretches of days joined where those between them are too few to break them."""
    joined: list[Run] = []
    for first, last in sorted(each for each in days if each[0] <= each[1]):
        if joined and first <= joined[-1][1] + gap + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def skilled(occupation: Occupation) -> Fact:
    """Whether an occupation is of a level that the classes accept on the day (TEER 0 to 3)."""
    return occupation.accepted


def cut_before(day: int, stretch: JobStretch, before: JobStretch) -> tuple[JobStretch, ...]:
    """A stretch whose days before a day fare as ``before`` says."""
    if stretch.first >= day:
        return (stretch,)
    if stretch.last < day:
        return (before,)
    return before._replace(last=day - 1), stretch._replace(first=day)


def left_open(stretch: JobStretch, missing: str) -> JobStretch:
    """A stretch of which a missing fact decides whether it counts."""
    if stretch.state is State.NO:
        return stretch
    return stretch._replace(
        state=State.UNKNOWN, reasons=("not_known",), unknowns=(*stretch.unknowns, missing)
    )
