"""All jobs together: the daily cap, shares under it, and sums over any window.

A sweep over the boundaries of all stretches, in whole numbers of a common unit. Prefix sums answer the
hours of any window at once; the search for dates and the assessment of one day use the same sums.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise
from math import lcm
from typing import NamedTuple

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.jobdays import DAYS_IN_A_WEEK, DayFacts, JobStretch, State, job_stretches
from cec_desktop.rules.noc import NocTables
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.rulebook import WorkTerms

ANY_THRESHOLD = 0
"""The threshold of work whose occupation is not known: it may be any."""

Entity = Hashable
"""What competes for deciding the threshold: an occupation, or a level's threshold before 2013."""


class Cell(NamedTuple):
    """Days on which the same jobs bring the same hours; rates in units a day."""

    first: int
    last: int
    total: int
    possible: int
    sure: tuple[tuple[int, int], ...]
    """Job and its share of the day after the cap."""
    maybe: tuple[int, ...]


class Series:
    """A rate that changes at boundaries, with prefix sums."""

    __slots__ = ("_rates", "_starts", "_sums")

    def __init__(self, starts: Sequence[int], rates: Sequence[int]) -> None:
        self._starts = starts
        self._rates = rates
        lengths = [after - first for first, after in pairwise(starts)]
        self._sums = [0, *accumulate(rate * length for rate, length in zip(rates, lengths, strict=False))]

    def up_to(self, day: int) -> int:
        """Sum of all days up to and including ``day``."""
        index = bisect_right(self._starts, day) - 1
        return self._sums[index] + self._rates[index] * (day - self._starts[index] + 1)

    def between(self, first: int, last: int) -> int:
        """Sum of the days from ``first`` to ``last``, both included; 0 when there are none."""
        return self.up_to(last) - self.up_to(first - 1) if last >= first else 0


class Sweep:
    """Counted work of a file on one set of terms.

    ``unit`` is how many units make an hour, ``cap`` the units a day brings at most. Series and contenders
    are built when first asked for: most days need few of them.
    """

    def __init__(
        self,
        terms: WorkTerms,
        occupations: tuple[Occupation, ...],
        stretches: tuple[tuple[JobStretch, ...], ...],
    ) -> None:
        self.terms = terms
        self.occupations = occupations
        self.stretches = stretches
        active = _active(stretches)
        weeklies = {stretch.weekly for job in stretches for stretch in job} - {None}
        scale = lcm(
            terms.full_time_hours.denominator, *(week.denominator for week in weeklies if week is not None)
        )
        self._week = int(terms.full_time_hours * scale)
        self._rates = [_rates(jobs, stretches, scale, self._week) for _, _, jobs in active]
        self._entity_of = [_entity(occupation, terms) for occupation in occupations]
        self._finest = lcm(1, *_divisors(self._rates, self._entity_of, self._week))
        self.unit = scale * DAYS_IN_A_WEEK * self._finest
        self.cap = self._week * self._finest
        self.cells = tuple(
            _cell(first, last, sure, maybe, self._week, self._finest)
            for (first, last, _), (sure, maybe) in zip(active, self._rates, strict=True)
        )
        self.undecided = any(cell.maybe for cell in self.cells)
        self.open_occupation = any(
            occupations[job].accepted is None for cell in self.cells for job in cell.maybe
        )
        """Whether work of an occupation that is not known may count."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First days of all stretches of one rate, gaps included."""
        return tuple(_boundaries(self.cells))

    @cached_property
    def total(self) -> Series:
        """Hours that surely count."""
        return self._series([cell.total for cell in self.cells])

    @cached_property
    def possible(self) -> Series:
        """Hours that count or may count."""
        return self._series([cell.possible for cell in self.cells])

    @cached_property
    def contenders(self) -> Mapping[Entity, Contender]:
        """Every occupation (or level) that may decide the threshold."""
        thresholds: dict[Entity, int] = {
            entity: occupation.threshold
            for entity, occupation in zip(self._entity_of, self.occupations, strict=True)
            if entity is not None and occupation.threshold is not None
        }
        if self.open_occupation:
            thresholds[None] = ANY_THRESHOLD
        return {entity: self._contender(entity, clb) for entity, clb in thresholds.items()}

    def hours(self, units: int) -> Fraction:
        """Units as exact hours."""
        return Fraction(units, self.unit)

    def job_units(self, first: int, last: int) -> list[int]:
        """Units each job brings from ``first`` to ``last``."""
        units = [0] * len(self.occupations)
        for cell in self.cells:
            days = min(cell.last, last) - max(cell.first, first) + 1
            if days > 0:
                for job, share in cell.sure:
                    units[job] += share * days
        return units

    def standings(self, first: int, last: int) -> dict[Entity, tuple[int, int]]:
        """Counted units and threshold of every occupation (or level) with hours in a window."""
        standings: dict[Entity, tuple[int, int]] = {}
        for entity, occupation, units in zip(
            self._entity_of, self.occupations, self.job_units(first, last), strict=True
        ):
            if units and occupation.threshold is not None:
                standings[entity] = (standings.get(entity, (0, 0))[0] + units, occupation.threshold)
        return standings

    def _contender(self, entity: Entity, threshold: int) -> Contender:
        own = {job for job, of in enumerate(self._entity_of) if of == entity}
        counted = self._series([sum(units for job, units in cell.sure if job in own) for cell in self.cells])
        if not self.undecided:
            return Contender(threshold, counted, counted)
        # Work of an unknown occupation may turn out to be of this one.
        open_to = own | {job for job, of in enumerate(self._entity_of) if of is None}
        return Contender(
            threshold,
            self._series([_least(rates, own, self._week, self._finest) for rates in self._rates]),
            self._series([_most(rates, open_to, self._week, self._finest) for rates in self._rates]),
        )

    def _series(self, rates: Sequence[int]) -> Series:
        by_start = dict(zip((cell.first for cell in self.cells), rates, strict=True))
        return Series(self.starts, [by_start.get(start, 0) for start in self.starts])


@dataclass(frozen=True, slots=True)
class Contender:
    """An occupation or level with its threshold, and its least and most hours, whatever is not known."""

    threshold: int
    least: Series
    most: Series


def sweep_jobs(
    case: CaseFile, days: tuple[tuple[DayFacts, ...], ...], terms: WorkTerms, noc: NocTables
) -> Sweep:
    """Count all jobs of a file on one set of terms; ``days`` are what holds of each job on any terms."""
    occupations = tuple(occupation_of(job, terms, noc) for job in case.jobs)
    stretches = tuple(
        tuple(job_stretches(job, own, terms, occupation))
        for job, own, occupation in zip(case.jobs, days, occupations, strict=True)
    )
    return Sweep(terms, occupations, stretches)


_Rates = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


def _active(stretches: Sequence[Sequence[JobStretch]]) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Stretches of days with the (job, stretch) pairs that count or may count on them."""
    events: dict[int, list[tuple[bool, int, int]]] = {}
    for job, own in enumerate(stretches):
        for index, stretch in enumerate(own):
            if stretch.state is not State.NO:
                events.setdefault(stretch.first, []).append((True, job, index))
                events.setdefault(stretch.last + 1, []).append((False, job, index))
    days = sorted(events)
    present: dict[int, int] = {}
    active = []
    for day, after in pairwise(days):
        for begins, job, index in sorted(events[day]):
            if begins:
                present[job] = index
            elif present.get(job) == index:
                del present[job]
        if present:
            active.append((day, after - 1, tuple(sorted(present.items()))))
    return active


def _rates(
    jobs: tuple[tuple[int, int], ...], stretches: Sequence[Sequence[JobStretch]], scale: int, week: int
) -> _Rates:
    """Weekly rates of the jobs that surely count and of those that may, in whole numbers."""
    sure: list[tuple[int, int]] = []
    maybe: list[tuple[int, int]] = []
    for job, index in jobs:
        stretch = stretches[job][index]
        rate = (
            week
            if stretch.weekly is None
            else stretch.weekly.numerator * (scale // stretch.weekly.denominator)
        )
        (sure if stretch.state is State.YES else maybe).append((job, rate))
    return tuple(sure), tuple(maybe)


def _cell(
    first: int,
    last: int,
    sure: tuple[tuple[int, int], ...],
    maybe: tuple[tuple[int, int], ...],
    week: int,
    finest: int,
) -> Cell:
    worked = sum(rate for _, rate in sure)
    possible = min(week, worked + sum(rate for _, rate in maybe))
    return Cell(
        first,
        last,
        min(week, worked) * finest,
        possible * finest,
        tuple((job, _share(rate, worked, week, finest)) for job, rate in sure),
        tuple(job for job, _ in maybe),
    )


def _share(rate: int, worked: int, week: int, finest: int) -> int:
    """A job's part of a day: all of its hours, or its share of the cap."""
    return rate * finest if worked <= week else rate * week * finest // worked


def _entity(occupation: Occupation, terms: WorkTerms) -> Entity | None:
    if occupation.threshold is None:
        return None
    return occupation.threshold if terms.decides == "level" else (occupation.edition, occupation.code)


def _divisors(rates: Sequence[_Rates], entity_of: Sequence[Entity | None], week: int) -> set[int]:
    """Sums above the cap that shares are divided by: of what counts, and of what may."""
    sums = set()
    for sure, maybe in rates:
        if len(sure) > 1:
            sums.add(sum(rate for _, rate in sure))
        if maybe:
            sums.update(sum(rate for _, rate in jobs) for jobs in _rivals(sure, maybe, entity_of))
    return {worked for worked in sums if worked > week}


def _rivals(
    sure: tuple[tuple[int, int], ...], maybe: tuple[tuple[int, int], ...], entity_of: Sequence[Entity | None]
) -> list[list[tuple[int, int]]]:
    """The sets of jobs whose sums set shares: all; and the sure ones with a contender's possible ones."""
    entities = {entity_of[job] for job, _ in (*sure, *maybe)}
    with_own = (
        [*sure, *((job, rate) for job, rate in maybe if entity_of[job] in (entity, None))]
        for entity in entities
    )
    return [[*sure, *maybe], *with_own]


def _least(rates: _Rates, own: set[int], week: int, finest: int) -> int:
    """A contender's sure hours of a day when everything else that may count does."""
    sure, maybe = rates
    worked = sum(rate for _, rate in (*sure, *maybe))
    return sum(_share(rate, worked, week, finest) for job, rate in sure if job in own)


def _most(rates: _Rates, own: set[int], week: int, finest: int) -> int:
    """A contender's hours of a day when all of its own that may count do, and no others."""
    sure, maybe = rates
    jobs = [*sure, *((job, rate) for job, rate in maybe if job in own)]
    worked = sum(rate for _, rate in jobs)
    return sum(_share(rate, worked, week, finest) for job, rate in jobs if job in own)


def _boundaries(cells: Sequence[Cell]) -> list[int]:
    """First days of all stretches of one rate, gaps included, from the beginning of time."""
    starts = [0]
    for cell in cells:
        if cell.first != starts[-1]:
            starts.append(cell.first)
        starts.append(cell.last + 1)
    return starts
