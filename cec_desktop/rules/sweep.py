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
from itertools import accumulate, chain, combinations, pairwise
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

HOURS_IN_A_WEEK = 168
"""All hours there are."""

Entity = Hashable
"""What competes for deciding the threshold: an occupation, or a level's threshold before 2013."""


Rates = tuple[tuple[int, int], ...]
"""Jobs with their weekly rates."""


class Cell(NamedTuple):
    """Days on which the same jobs bring the same hours.

    Rates are whole numbers of a fraction of an hour a week, before the cap; ``worked`` is the sum of those
    that surely count. Hours not known are a full-time week in ``maybe``, and all hours there are in
    ``most``: so many take as large a share of the cap as they ever can.
    """

    first: int
    last: int
    sure: Rates
    maybe: Rates
    most: Rates
    worked: int


Shares = tuple[list[tuple[int, int, int]], ...]
"""Per job: first day, last day, and the units each of the days brings after the cap."""


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
        full_time = terms.full_time_hours
        parts = {each.weekly.denominator for job in stretches for each in job if each.weekly is not None}
        scale = lcm(full_time.denominator, *parts)
        self._week = int(full_time * scale)
        self.cells = tuple(_cells(stretches, scale, self._week))
        self._in_window: dict[tuple[int, int], Shares] = {}
        self._standings: dict[tuple[int, int], dict[Entity, tuple[int, int]]] = {}
        shared = {cell.worked for cell in self.cells if cell.worked > self._week and len(cell.sure) > 1}
        self._finest = lcm(1, *shared)
        self.unit = scale * DAYS_IN_A_WEEK * self._finest
        self.cap = self._week * self._finest

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First days of all stretches of one rate, gaps included, from the beginning of time."""
        return tuple(day for day, _ in self._places)

    @cached_property
    def _places(self) -> list[tuple[int, bool]]:
        """First days of all stretches of one rate, and whether it is a cell's: else nothing is worked."""
        places = [(0, False)]
        for cell in self.cells:
            if cell.first == places[-1][0]:
                places.pop()
            places += ((cell.first, True), (cell.last + 1, False))
        return places

    @cached_property
    def total(self) -> Series:
        """Hours that surely count."""
        return self._series([min(self._week, cell.worked) * self._finest for cell in self.cells])

    @cached_property
    def possible(self) -> Series:
        """Hours that count or may count."""
        if not any(cell.maybe for cell in self.cells):
            return self.total
        return self._series(
            [
                min(self._week, cell.worked + sum([rate for _, rate in cell.maybe])) * self._finest
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
        falls = [_falls(cell) for cell in self.cells]
        finest = lcm(1, *(fall.worked for each in falls for fall in each if fall.worked > self._week))
        return tuple(self._contender(entity, thresholds, falls, finest) for entity in thresholds)

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

    def shares(self, first: int, last: int) -> Shares:
        """What each job brings from ``first`` to ``last``, by days that bring the same; counted once."""
        found = self._in_window.get((first, last))
        if found is None:
            found = self._in_window[first, last] = self._shares(first, last)
        return found

    def _shares(self, first: int, last: int) -> Shares:
        shares: Shares = tuple([] for _ in self.occupations)
        week, finest = self._week, self._finest
        for cell_first, cell_last, sure, _, _, worked in self.cells:
            if cell_last < first:
                continue
            if cell_first > last:
                break
            begin, end = max(cell_first, first), min(cell_last, last)
            if len(sure) == 1:
                # Alone a job fills the cap by itself; what it exceeds it by need not divide the unit.
                shares[sure[0][0]].append((begin, end, min(worked, week) * finest))
                continue
            factor = _factor(worked, week, finest)
            for job, rate in sure:
                shares[job].append((begin, end, rate * factor))
        return shares

    def job_units(self, first: int, last: int) -> list[int]:
        """Units each job brings from ``first`` to ``last``."""
        return [
            sum(share * (end - begin + 1) for begin, end, share in job) for job in self.shares(first, last)
        ]

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
        found = self._standings.get((first, last))
        if found is not None:
            return found
        standings = self._standings[first, last] = {}
        for entity, occupation, units in zip(
            self._entity_of, self.occupations, self.job_units(first, last), strict=True
        ):
            if units and occupation.threshold is not None:
                standings[entity] = (standings.get(entity, (0, 0))[0] + units, occupation.threshold)
        return standings

    def _contender(
        self, entity: Entity, thresholds: Mapping[Entity, int], falls: Sequence[tuple[Fall, ...]], finest: int
    ) -> Contender:
        """What a contender may bring at most, and how far ahead of each rival it may be at most."""
        _, own = self._own(entity)
        leads = []
        for rival, clb in thresholds.items():
            if clb not in (thresholds[entity], ANY_THRESHOLD):
                other, _ = self._own(rival)
                leads.append((clb, self._greatest(falls, own, other, finest)))
        return Contender(thresholds[entity], self._greatest(falls, own, set(), finest), tuple(leads))

    def _greatest(
        self, falls: Sequence[tuple[Fall, ...]], own: set[int], other: set[int], finest: int
    ) -> Series:
        """Units a day that jobs are ahead of others at most, however undecided work falls."""
        return self._series(
            [max(fall.ahead(own, other, self._week, finest) for fall in each) for each in falls]
        )

    def _series(self, rates: Sequence[int]) -> Series:
        following = iter(rates)
        return Series(self.starts, [next(following) if worked else 0 for _, worked in self._places])


class Fall(NamedTuple):
    """One way the undecided work of a day may fall: the jobs that then count, with their rates."""

    jobs: Rates
    worked: int

    def ahead(self, own: set[int], other: set[int], week: int, finest: int) -> int:
        """Units, after the cap, by which some jobs are ahead of others."""
        rate = sum(rate if job in own else -rate for job, rate in self.jobs if job in own or job in other)
        return rate * _factor(self.worked, week, finest)


@dataclass(frozen=True, slots=True)
class Contender:
    """An occupation or level with its threshold; ``most`` are its hours at most, whatever is not known.

    ``leads``: for each rival of another threshold, that threshold and the greatest lead over it.
    """

    threshold: int
    most: Series
    leads: tuple[tuple[int, Series], ...]


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
    events: list[tuple[int, bool, int, int, int, bool]] = []
    for job, own in enumerate(stretches):
        for first, last, state, _, _, weekly in own:
            if state is not State.NO:
                known = None if weekly is None else weekly.numerator * (scale // weekly.denominator)
                rate, most = (week, HOURS_IN_A_WEEK * scale) if known is None else (known, known)
                events.append((first, True, job, rate, most, state is State.YES))
                events.append((last + 1, False, job, rate, most, state is State.YES))
    events.sort()
    sure: dict[int, int] = {}
    maybe: dict[int, int] = {}
    at_most: dict[int, int] = {}
    since = worked = 0
    for day, begins, job, rate, most, counts in events:
        if since < day:
            if sure or maybe:
                rates = tuple(sure.items()), tuple(maybe.items()), tuple(at_most.items())
                yield Cell(since, day - 1, *rates, worked)
            since = day
        if counts and begins:
            sure[job] = rate
            worked += rate
        elif counts:
            del sure[job]
            worked -= rate
        elif begins:
            maybe[job], at_most[job] = rate, most
        else:
            del maybe[job], at_most[job]


def _factor(worked: int, week: int, finest: int) -> int:
    """Units each hour of a job brings: all of it, or its share of the cap; ``worked`` divides ``finest``."""
    return finest if worked <= week else week * finest // worked


def _entity(occupation: Occupation, terms: WorkTerms) -> Entity | None:
    if occupation.threshold is None:
        return None
    return occupation.threshold if terms.decides == "level" else (occupation.edition, occupation.code)


MOST_OPEN = 6
"""Jobs undecided on one day of which every combination is tried; of more, each alone and all together."""


def _falls(cell: Cell) -> tuple[Fall, ...]:
    """The ways in which the undecided work of a cell may fall."""
    if len(cell.most) <= MOST_OPEN:
        picks = chain.from_iterable(combinations(cell.most, n) for n in range(len(cell.most) + 1))
    else:
        picks = chain([()], ((each,) for each in cell.most), [cell.most])
    return tuple(Fall((*cell.sure, *pick), cell.worked + sum(rate for _, rate in pick)) for pick in picks)
