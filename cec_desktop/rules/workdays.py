"""Each job's days as periods that fare alike, and week by week, inside and outside the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import JobWork, Reason, Week, WorkPeriod
from cec_desktop.rules.jobdays import JobStretch, State
from cec_desktop.rules.judge import DayState, Judge, StreamState
from cec_desktop.rules.person import NEVER
from cec_desktop.rules.rulebook import RuleBook
from cec_desktop.rules.sweep import Shares, Sweep

MONDAY = 1
"""Ordinal 1 (0001-01-01) was a Monday."""


class Zone(NamedTuple):
    """Days that the window and the credential treat alike; ``reason`` keeps all of them out."""

    first: int
    last: int
    reason: str | None
    known: bool = True


Run = tuple[int, int, bool, tuple[str, ...]]
"""Days of a job that fare alike, in one zone or several: first, last, whether they count, why not."""


def job_work(judge: Judge, state: DayState, spoken: StreamState | None) -> tuple[JobWork, ...]:
    """How every job of the file fared on the day."""
    if spoken is None or state.regime.terms is None:
        return ()
    sweep = judge.sweep(state.regime.terms)
    zones = _zones(state, spoken)
    work = []
    for index, (job, stretches, shares) in enumerate(
        zip(judge.case.jobs, sweep.stretches, _shares(sweep, spoken), strict=True)
    ):
        periods = tuple(_periods(_runs(stretches, zones, spoken.last), shares, sweep, judge.book))
        work.append(
            JobWork(
                job.id or f"jobs[{index}]",
                index,
                sweep.occupations[index],
                periods,
                sweep.hours(sum(share * (last - first + 1) for first, last, share in shares)),
                sum(period.days for period in periods if period.counts),
            )
        )
    return tuple(work)


@cache
def _cited(book: RuleBook, reasons: tuple[str, ...]) -> tuple[Reason, ...]:
    """Reasons with their citations."""
    return tuple(Reason(id_, book.reasons[id_]) for id_ in reasons)


def job_weeks(judge: Judge, state: DayState, spoken: StreamState, index: int) -> tuple[Week, ...]:
    """The weeks of one job inside the window, Monday to Sunday, with their counted hours."""
    assert state.regime.terms is not None
    sweep = judge.sweep(state.regime.terms)
    hours: dict[int, int] = {}
    reasons: dict[int, dict[str, None]] = {}
    for first, last, share in _shares(sweep, spoken)[index]:
        for monday, days in _weeks(first, last):
            hours[monday] = hours.get(monday, 0) + share * days
    for first, last, _, why in _runs(sweep.stretches[index], _zones(state, spoken), spoken.last):
        if why == OUTSIDE:
            continue
        for monday, _ in _weeks(first, last):
            reasons.setdefault(monday, {}).update(dict.fromkeys(why))
    return tuple(
        Week(
            date.fromordinal(monday),
            sweep.hours(hours.get(monday, 0)),
            _cited(judge.book, tuple(reasons[monday])),
        )
        for monday in sorted(reasons)
    )


OUTSIDE = ("outside_window",)
NOT_KNOWN = ("not_known",)
NO_HOURS = Fraction(0)


def _weeks(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Mondays of the weeks that days touch, and how many of the days are in each."""
    while first <= last:
        monday = first - (first - MONDAY) % 7
        stop = min(last, monday + 6)
        yield monday, stop - first + 1
        first = stop + 1


def _shares(sweep: Sweep, spoken: StreamState) -> Shares:
    """Per job: days inside the window and the units each brings."""
    return sweep.shares(spoken.first, spoken.last) if spoken.counted else tuple([] for _ in sweep.stretches)


def window_first(state: DayState, spoken: StreamState) -> int:
    """First day of the stream's window, whatever the credential."""
    return add_months(date.fromordinal(state.day), -spoken.stream.window_months).toordinal()


def _zones(state: DayState, spoken: StreamState) -> tuple[Zone, ...]:
    """All days in order: before the window, before the credential, inside, after."""
    opens = window_first(state, spoken)
    credential_known = max(opens, spoken.credential.first_day + 1) if spoken.credential else opens
    inside = "before_credential" if spoken.qualifies is False else None
    zones = (
        Zone(0, opens - 1, *OUTSIDE),
        Zone(opens, min(credential_known - 1, spoken.last), "before_credential"),
        Zone(credential_known, spoken.first - 1, inside, known=False),
        Zone(max(spoken.first, credential_known), spoken.last, inside),
        Zone(spoken.last + 1, NEVER, *OUTSIDE),
    )
    return tuple(zone for zone in zones if zone.first <= zone.last)


def _runs(stretches: tuple[JobStretch, ...], zones: tuple[Zone, ...], window_last: int) -> Iterator[Run]:
    """A job's days as runs that fare alike; one that goes on runs through the day before the application."""
    limit = window_last if stretches and stretches[-1].last >= NEVER else NEVER
    begin = end = 0
    counts = False
    reasons: tuple[str, ...] = ()
    for first, stretch_last, state, why, _, _ in stretches:
        last = min(stretch_last, limit)
        for zone_first, zone_last, outside, known in zones:
            if zone_last < first:
                continue
            if zone_first > last or first > last:
                break
            start = first if first > zone_first else zone_first
            now = _fares(state, why, outside, known=known)
            if start != end + 1 or now != (counts, reasons):
                if end:
                    yield begin, end, counts, reasons
                begin, (counts, reasons) = start, now
            end = min(last, zone_last)
    if end:
        yield begin, end, counts, reasons


def _fares(
    state: State, why: tuple[str, ...], outside: str | None, *, known: bool
) -> tuple[bool, tuple[str, ...]]:
    """Whether days of a stretch inside a zone count, and why not."""
    if outside is not None:
        return False, OUTSIDE if outside in OUTSIDE else (*(why if state is State.NO else ()), outside)
    if state is State.NO:
        return False, why
    return (True, ()) if state is State.YES and known else (False, NOT_KNOWN)


def _periods(
    runs: Iterator[Run], shares: list[tuple[int, int, int]], sweep: Sweep, book: RuleBook
) -> Iterator[WorkPeriod]:
    """Runs as periods with their hours."""
    at = 0
    for first, last, counts, reasons in runs:
        units = 0
        while counts and at < len(shares):
            begin, end, share = shares[at]
            if begin > last:
                break
            units += share * ((end if end < last else last) - (begin if begin > first else first) + 1)
            if end > last:
                break
            at += 1
        yield WorkPeriod(
            date.fromordinal(first),
            date.fromordinal(last),
            counts,
            sweep.hours(units) if units else NO_HOURS,
            _cited(book, reasons),
        )


def undated(case: CaseFile) -> Iterator[str]:
    """Places of entries without a start, which change no hours."""
    for name in ("statuses", "jobs", "absences", "studies"):
        for index, entry in enumerate(getattr(case, name)):
            if entry.start is None:
                yield f"{name}[{index}].start"
    for index, job in enumerate(case.jobs):
        for name in ("leaves", "hours"):
            for inner, entry in enumerate(getattr(job, name)):
                if entry.start is None:
                    yield f"jobs[{index}].{name}[{inner}].start"
