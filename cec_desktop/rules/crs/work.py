"""Completed years of work that earn points: in Canada as for the class, abroad in one occupation.

Only the window differs from the class: ten years before the day. Years are ranges where facts are missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.rules.crs.tables import CrsBook
from cec_desktop.rules.findings import Occupation
from cec_desktop.rules.jobdays import DAYS_IN_A_WEEK, JobStretch, job_days, job_stretches
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import NEVER, Person, Stretch, interval_of, told_of
from cec_desktop.rules.rulebook import RuleBook, WorkTerms
from cec_desktop.rules.sweep import Sweep

Range = tuple[int, int]
"""What is sure at least, and what is possible at most."""


def window_first(day: int, book: CrsBook) -> int:
    """The first day of the window of a day; its last is the day before."""
    return add_months(date.fromordinal(day), -book.window_months).toordinal()


def year_of(sweep: Sweep, rules: RuleBook) -> int:
    """A full-time year in the units of a sweep."""
    return rules.counting.weeks_a_year * DAYS_IN_A_WEEK * sweep.cap


def canadian_sweep(judge: Judge, day: int) -> Sweep:
    """The work in Canada counted under the law of a day since there have been points."""
    terms = judge.regime(day).terms
    assert terms is not None
    return judge.sweep(terms)


def canadian_years(judge: Judge, day: int, book: CrsBook) -> Range:
    """Completed years in Canada before a day."""
    if not judge.case.jobs:
        return 0, 0
    sweep = canadian_sweep(judge, day)
    if not sweep.cells:
        return 0, 0
    first, year = window_first(day, book), year_of(sweep, judge.book)
    sure = sweep.total.between(first, day - 1) // year
    most = sweep.possible.between(first, day - 1) // year
    return min(book.most_years, sure), min(book.most_years, most)


Run = tuple[int, int]
"""First and last day of employment in one occupation without a break."""


@dataclass(frozen=True, slots=True)
class Trade:
    """Work abroad in one occupation: jobs surely in it, and those that may be; ``jobs`` by their place."""

    sweep: Sweep
    jobs: tuple[int, ...]
    sure: tuple[Run, ...]
    possible: tuple[Run, ...]

    def years(self, first: int, last: int, year: int) -> Range:
        """Completed years in a window; none without one year that nothing broke."""
        sure, most = self.sweep.total, self.sweep.possible
        return tuple(  # type: ignore[return-value]
            hours.between(first, last) // year
            if any(
                hours.between(max(first, begins), min(last, ends)) >= year
                for begins, ends in runs
                if begins <= last and ends >= first
            )
            else 0
            for hours, runs in ((sure, self.sure), (most, self.possible))
        )


class ForeignWork:
    """Work of one person outside Canada, counted by occupation."""

    def __init__(self, case: CaseFile, rules: RuleBook, book: CrsBook) -> None:
        self._rules = rules
        self._book = book
        self._jobs = tuple(
            (index, job, days)
            for index, job in enumerate(case.jobs)
            if job.country != "CA" and (days := interval_of(job))
        )
        self._trades: dict[int, tuple[Trade, ...]] = {}

    def years(self, day: int, terms: WorkTerms) -> Range:
        """Completed years before a day in the occupation that has most."""
        if not self._jobs:
            return 0, 0
        first, most = window_first(day, self._book), len(self._book.foreign_tiers) - 1
        found = [
            trade.years(first, day - 1, year_of(trade.sweep, self._rules)) for trade in self.trades(terms)
        ]
        if not found:
            return 0, 0
        return min(most, max(low for low, _ in found)), min(most, max(high for _, high in found))

    def trades(self, terms: WorkTerms) -> tuple[Trade, ...]:
        """Every occupation on terms of a day."""
        kept = self._trades.get(id(terms))
        if kept is None:
            kept = self._trades[id(terms)] = tuple(self._build(terms))
        return kept

    def _build(self, terms: WorkTerms) -> list[Trade]:
        told = [self._told(job, terms) for _, job, _ in self._jobs]
        sure: dict[object, list[int]] = {}
        open_: list[int] = []
        for place, (occupation, _) in enumerate(told):
            if occupation.accepted is None:
                open_.append(place)
            elif occupation.accepted:
                sure.setdefault((occupation.edition, occupation.code), []).append(place)
        groups = [(own, [*own, *open_]) for own in sure.values()] or ([([], open_)] if open_ else [])
        return [self._trade(own, every, told, terms) for own, every in groups]

    def _trade(
        self, own: Sequence[int], every: Sequence[int], told: Sequence[_Told], terms: WorkTerms
    ) -> Trade:
        occupations = tuple(told[place][0] for place in every)
        stretches = tuple(told[place][1] for place in every)
        certain = [self._jobs[place] for place in own if self._jobs[place][1].country is not None]
        return Trade(
            Sweep(terms, occupations, stretches),
            tuple(self._jobs[place][0] for place in every),
            _runs([(days.sure_first, days.sure_last) for _, _, days in certain], self._book.gap_days),
            _runs(
                [(days.first, days.last) for place in every for days in [self._jobs[place][2]]],
                self._book.gap_days,
            ),
        )

    def _told(self, job: Job, terms: WorkTerms) -> _Told:
        """A job abroad as if in Canada: status, authorization and who employs do not matter there."""
        country = None if job.country is None else "CA"
        at_home = {"country": country, "physically_in_canada": True, "authorized": True}
        here = job.model_copy(update={**at_home, "self_employed": False})
        occupation = occupation_of(job, terms, self._rules.noc)
        days = job_days(here, _ANYBODY, self._rules.counting)
        return occupation, tuple(job_stretches(here, days, terms, occupation))


_Told = tuple[Occupation, tuple[JobStretch, ...]]

_ANYBODY = Person(
    stretches=(
        Stretch(
            0,
            NEVER,
            True,
            True,
            (),
            False,
            False,
            True,
            *told_of(True, True, False, False, has_status=True),
        ),
    ),
    starts=(0,),
    statuses=(),
    first_study_without_status=NEVER,
    first_study_status_unknown=NEVER,
)
"""A person of whom nothing keeps work from counting."""


def _runs(days: list[Run], gap: int) -> tuple[Run, ...]:
    """Stretches of employment joined where the days between them do not break them."""
    runs: list[Run] = []
    for first, last in sorted(days):
        if last < first:
            continue
        if runs and first <= runs[-1][1] + gap + 1:
            runs[-1] = runs[-1][0], max(runs[-1][1], last)
        else:
            runs.append((first, last))
    return tuple(runs)
