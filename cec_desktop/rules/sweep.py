"""All jobs together: the daily cap, shares under it, and sums over any window.

A sweep over the boundaries of all stretches, in whole numbers of a common unit. Prefix sums answer the
hours of any window at once; the search for dates and the assessment of one day use the same sums.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
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


Rates = tuple[tuple[int, int], ...]
"""Jobs with their weekly rates."""


class Cell(NamedTuple):
    """Days on which the same jobs bring the same hours.

    Rates are whole numbers of a fraction of an hour a week, before the cap; ``worked`` is the sum of those
    that surely count.
    """

    first: int
    last: int
    sure: Rates
    maybe: Rates
    worked: int


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
        weeklies = {stretch.weekly for job in stretches for stretch in job if stretch.weekly is not None}
        full_time = terms.full_time_hours
        scale = lcm(full_time.denominator, *(weekly.denominator for weekly in weeklies))
        self._week = int(full_time * scale)
        self.cells = tuple(_cells(stretches, scale, self._week))
        shared = {cell.worked for cell in self.cells if cell.worked > self._week and len(cell.sure) > 1}
        self._finest = lcm(1, *shared)
        self.unit = scale * DAYS_IN_A_WEEK * self._finest
        self.cap = self._week * self._finest

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First days of all stretches of one rate, gaps included."""
        return tuple(_boundaries(self.cells))

    @cached_property
    def total(self) -> Series:
        """Hours that surely count."""
        return self._series([min(self._week, cell.worked) * self._finest for cell in self.cells])

    @cached_property
    def possible(self) -> Series:
        """Hours that count or may count."""
        return self._series(
            [
                min(self._week, cell.worked + sum(rate for _, rate in cell.maybe)) * self._finest
                for cell in self.cells
            ]
        )

    @cached_property
    def _entity_of(self) -> list[Entity | None]:
        return [_entity(occupation, self.terms) for occupation in self.occupations]

    @cached_property
    def contenders(self) -> tuple[Contender, ...]:
        """Every occupation (or level) that may decide the threshold, in a unit of their own."""
        thresholds: dict[Entity, int] = {
            entity: occupation.threshold
            for entity, occupation in zip(self._entity_of, self.occupations, strict=True)
            if entity is not None and occupation.threshold is not None
        }
        for job in {job for cell in self.cells for job, _ in cell.maybe}:
            if self.occupations[job].accepted is None:
                thresholds.update(self._options(job))
        finest = lcm(1, *_divisors(self.cells, [*map(self._own, thresholds)], self._week))
        return tuple(self._contender(entity, clb, finest) for entity, clb in thresholds.items())

    def _options(self, job: int) -> dict[Entity, int]:
        """What a job of an unknown occupation may turn out to be; anything where no code is entered."""
        occupation = self.occupations[job]
        if not occupation.codes:
            return {None: ANY_THRESHOLD}
        if self.terms.decides == "level":
            return {clb: clb for _, clb in occupation.options}
        return {(self.terms.editions[-1], code): clb for code, clb in occupation.options}

    def _own(self, entity: Entity) -> tuple[set[int], set[int]]:
        """Jobs that are of a contender, and with them those that may turn out to be."""
        own = {job for job, of in enumerate(self._entity_of) if of == entity and of is not None}
        unknown = [job for job, occupation in enumerate(self.occupations) if occupation.accepted is None]
        return own, own | {job for job in unknown if {entity, None} & self._options(job).keys()}

    def hours(self, units: int) -> Fraction:
        """Units as exact hours."""
        return Fraction(units, self.unit)

    def job_units(self, first: int, last: int) -> list[int]:
        """Units each job brings from ``first`` to ``last``."""
        units = [0] * len(self.occupations)
        for cell in self.cells:
            days = min(cell.last, last) - max(cell.first, first) + 1
            if days > 0:
                for job, rate in cell.sure:
                    units[job] += self.share(cell, rate) * days
        return units

    def share(self, cell: Cell, rate: int) -> int:
        """Units a job brings on a day: all of its hours, or its share of the cap."""
        return _share(rate, cell.worked, self._week, self._finest)

    def open_units(self, cell: Cell) -> int:
        """Units a day would gain if all that may count did."""
        most = min(self._week, cell.worked + sum(rate for _, rate in cell.maybe))
        return (most - min(self._week, cell.worked)) * self._finest

    def qualifying_days(self, first: int, last: int) -> tuple[int, int | None]:
        """Number of days with counted hours from ``first`` to ``last``, and the first of them."""
        days, begins = 0, None
        for cell in self.cells:
            start, end = max(cell.first, first), min(cell.last, last)
            if cell.worked and start <= end:
                days += end - start + 1
                begins = start if begins is None else begins
        return days, begins

    def standings(self, first: int, last: int) -> dict[Entity, tuple[int, int]]:
        """Counted units and threshold of every occupation (or level) with hours in a window."""
        standings: dict[Entity, tuple[int, int]] = {}
        for entity, occupation, units in zip(
            self._entity_of, self.occupations, self.job_units(first, last), strict=True
        ):
            if units and occupation.threshold is not None:
                standings[entity] = (standings.get(entity, (0, 0))[0] + units, occupation.threshold)
        return standings

    def _contender(self, entity: Entity, threshold: int, finest: int) -> Contender:
        own, open_to = self._own(entity)
        least = self._series([_least(cell, own, self._week, finest) for cell in self.cells])
        if not any(cell.maybe for cell in self.cells):
            return Contender(threshold, least, least)
        return Contender(
            threshold, least, self._series([_most(cell, open_to, self._week, finest) for cell in self.cells])
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


def _cells(stretches: Sequence[Sequence[JobStretch]], scale: int, week: int) -> Iterator[Cell]:
    """Sweep over the days on which some job begins or stops to count, or may."""
    events: list[tuple[int, int, int, int, bool]] = []
    for job, own in enumerate(stretches):
        for stretch in own:
            if stretch.state is not State.NO:
                weekly = stretch.weekly
                rate = week if weekly is None else weekly.numerator * (scale // weekly.denominator)
                events.append((stretch.first, 1, job, rate, stretch.state is State.YES))
                events.append((stretch.last + 1, 0, job, rate, False))
    events.sort()
    present: dict[int, tuple[int, bool]] = {}
    since = 0
    for day, begins, job, rate, counts in events:
        if present and since < day:
            yield _cell(since, day - 1, present)
        since = day
        if begins:
            present[job] = (rate, counts)
        else:
            del present[job]


def _cell(first: int, last: int, present: Mapping[int, tuple[int, bool]]) -> Cell:
    sure: list[tuple[int, int]] = []
    maybe: list[tuple[int, int]] = []
    worked = 0
    for job, (rate, counts) in present.items():
        if counts:
            sure.append((job, rate))
            worked += rate
        else:
            maybe.append((job, rate))
    return Cell(first, last, tuple(sure), tuple(maybe), worked)


def _share(rate: int, worked: int, week: int, finest: int) -> int:
    """A job's part of a day: all of its hours, or its share of the cap."""
    return rate * finest if worked <= week else rate * week * finest // worked


def _entity(occupation: Occupation, terms: WorkTerms) -> Entity | None:
    if occupation.threshold is None:
        return None
    return occupation.threshold if terms.decides == "level" else (occupation.edition, occupation.code)


def _divisors(cells: Sequence[Cell], contenders: Sequence[tuple[set[int], set[int]]], week: int) -> set[int]:
    """Sums above the cap that the contenders' shares are divided by."""
    sums = {cell.worked for cell in cells}
    for cell in cells:
        if cell.maybe:
            for own, open_to in contenders:
                sums.add(cell.worked + sum(rate for job, rate in cell.maybe if job not in own))
                sums.add(cell.worked + sum(rate for job, rate in cell.maybe if job in open_to))
    return {worked for worked in sums if worked > week}


def _least(cell: Cell, own: set[int], week: int, finest: int) -> int:
    """A contender's sure hours of a day when all others' work that may count does, and none of its own."""
    worked = cell.worked + sum(rate for job, rate in cell.maybe if job not in own)
    return sum(_share(rate, worked, week, finest) for job, rate in cell.sure if job in own)


def _most(cell: Cell, own: set[int], week: int, finest: int) -> int:
    """A contender's hours of a day when all of its own that may count do, and no others."""
    jobs = [*cell.sure, *((job, rate) for job, rate in cell.maybe if job in own)]
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
