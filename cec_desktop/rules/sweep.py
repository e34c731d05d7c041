"""All jobs together: the daily cap, shares under it, and sums over any window.

A sweep over the boundaries of all stretches, in whole numbers of a common unit. Prefix sums answer the
hours of any window at once; the search for dates and the assessment of one day use the same sums.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import lcm

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.jobdays import JobStretch, State, job_stretches
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Person
from cec_desktop.rules.rulebook import RuleBook, WorkTerms

DAYS_IN_A_WEEK = 7
ANY_THRESHOLD = 0
"""The threshold of work whose occupation is not known: it may be any."""

Entity = Hashable
"""What competes for deciding the threshold: an occupation, or a level's threshold before 2013."""


@dataclass(frozen=True, slots=True)
class Cell:
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
        lengths = [after - first for first, after in zip(starts, starts[1:], strict=False)]
        self._sums = [0, *accumulate(rate * length for rate, length in zip(rates, lengths, strict=False))]

    def up_to(self, day: int) -> int:
        """Sum of all days up to and including ``day``."""
        index = bisect_right(self._starts, day) - 1
        return self._sums[index] + self._rates[index] * (day - self._starts[index] + 1)

    def between(self, first: int, last: int) -> int:
        """Sum of the days from ``first`` to ``last``, both included; 0 when there are none."""
        return self.up_to(last) - self.up_to(first - 1) if last >= first else 0


@dataclass(slots=True)
class Sweep:
    """Counted work of a file on one set of terms.

    ``unit`` is how many units make an hour. ``entities`` give, for every occupation (or level) that may
    decide the threshold: its threshold and the series of its counted, least and most hours.
    """

    terms: WorkTerms
    occupations: tuple[Occupation, ...]
    stretches: tuple[tuple[JobStretch, ...], ...]
    cells: tuple[Cell, ...]
    starts: tuple[int, ...]
    unit: int
    cap: int
    """Units a day at most."""
    total: Series
    possible: Series
    entities: dict[Entity, Contender]
    open_occupation: bool
    """Whether work of an occupation that is not known may count."""

    def hours(self, units: int) -> Fraction:
        """Units as exact hours."""
        return Fraction(units, self.unit)

    def units(self, hours: Fraction) -> int:
        """Hours that are whole multiples of the weekly cap, as units."""
        return int(hours * self.unit)


@dataclass(frozen=True, slots=True)
class Contender:
    """An occupation or level with its threshold and its series of hours."""

    threshold: int
    counted: Series
    least: Series
    most: Series


def sweep_jobs(case: CaseFile, person: Person, terms: WorkTerms, book: RuleBook) -> Sweep:
    """Count all jobs of a file on one set of terms."""
    occupations = tuple(occupation_of(job, terms, book.noc) for job in case.jobs)
    stretches = tuple(
        tuple(job_stretches(job, person, terms, occupation, book.counting))
        for job, occupation in zip(case.jobs, occupations, strict=True)
    )
    active = _active(stretches)
    scale = lcm(
        terms.full_time_hours.denominator,
        *(s.weekly.denominator for job in stretches for s in job if s.weekly is not None),
    )
    week = int(terms.full_time_hours * scale)
    rates = [_rates(jobs, stretches, scale, week) for _, _, jobs in active]
    finest = lcm(
        1, *(sum(r for _, r in sure) for sure, _ in rates if len(sure) > 1 and sum(r for _, r in sure) > week)
    )
    entity_of = [_entity(occupation, terms) for occupation in occupations]
    if any(maybe for _, maybe in rates):
        finest = lcm(finest, *_finer(rates, entity_of, week))
    cells = tuple(
        _cell(first, last, sure, maybe, week, finest)
        for (first, last, _), (sure, maybe) in zip(active, rates, strict=True)
    )
    starts = tuple(_boundaries(cells))
    sweep = Sweep(
        terms,
        occupations,
        stretches,
        cells,
        starts,
        scale * DAYS_IN_A_WEEK * finest,
        week * finest,
        _series(starts, cells, [cell.total for cell in cells]),
        _series(starts, cells, [cell.possible for cell in cells]),
        {},
        any(occupations[job].accepted is None for cell in cells for job in cell.maybe),
    )
    sweep.entities = _contenders(sweep, rates, entity_of, week, finest)
    return sweep


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
    for day, after in zip(days, days[1:], strict=False):
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


def _finer(rates: Sequence[_Rates], entity_of: Sequence[Entity | None], week: int) -> set[int]:
    """Further divisors the least and most hours of each contender need."""
    sums = set()
    for sure, maybe in rates:
        for others in _rivals(sure, maybe, entity_of):
            worked = sum(rate for _, rate in others)
            if worked > week:
                sums.add(worked)
    return sums or {1}


def _rivals(
    sure: tuple[tuple[int, int], ...], maybe: tuple[tuple[int, int], ...], entity_of: Sequence[Entity | None]
) -> list[list[tuple[int, int]]]:
    """The sets of jobs whose sums set shares: all, and per contender the sure ones with its own possible ones."""
    entities = {entity_of[job] for job, _ in (*sure, *maybe)}
    sets = [[*sure, *maybe]]
    for entity in entities:
        sets.append([*sure, *((job, rate) for job, rate in maybe if entity_of[job] in (entity, None))])
    return sets


def _contenders(
    sweep: Sweep, rates: Sequence[_Rates], entity_of: Sequence[Entity | None], week: int, finest: int
) -> dict[Entity, Contender]:
    thresholds: dict[Entity, int] = {
        entity: occupation.threshold
        for entity, occupation in zip(entity_of, sweep.occupations, strict=True)
        if entity is not None and occupation.threshold is not None
    }
    if sweep.open_occupation:
        thresholds[None] = ANY_THRESHOLD
    undecided = any(maybe for _, maybe in rates)
    contenders = {}
    for entity, threshold in thresholds.items():
        own = {job for job, of in enumerate(entity_of) if of == entity}
        counted = _series(
            sweep.starts, sweep.cells, [sum(u for job, u in cell.sure if job in own) for cell in sweep.cells]
        )
        least = most = counted
        if undecided:
            # Work of an unknown occupation may turn out to be of this one.
            open_to = own | {job for job, of in enumerate(entity_of) if of is None}
            least = _series(sweep.starts, sweep.cells, [_least(rate, own, week, finest) for rate in rates])
            most = _series(sweep.starts, sweep.cells, [_most(rate, open_to, week, finest) for rate in rates])
        contenders[entity] = Contender(threshold, counted, least, most)
    return contenders


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


def _series(starts: Sequence[int], cells: Sequence[Cell], rates: Sequence[int]) -> Series:
    """A series over all boundaries from the rates of the cells."""
    by_start = {cell.first: rate for cell, rate in zip(cells, rates, strict=True)}
    return Series(starts, [by_start.get(start, 0) for start in starts])
