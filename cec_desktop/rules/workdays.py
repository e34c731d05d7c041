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
from cec_desktop.rules.sweep import Sweep

MONDAY = 1
"""Ordinal 1 (0001-01-01) was a Monday."""


class Piece(NamedTuple):
    """Days of a job that fare alike, cut at the window and the credential; days are ordinals."""

    first: int
    last: int
    counts: bool
    reasons: tuple[str, ...]


def job_work(judge: Judge, state: DayState, spoken: StreamState | None) -> tuple[JobWork, ...]:
    """How every job of the file fared on the day."""
    if spoken is None or state.regime.terms is None:
        return ()
    sweep = judge.sweep(state.regime.terms)
    shares = _shares(sweep, spoken)
    reasons = _cited(judge.book)
    work = []
    for index, job in enumerate(judge.case.jobs):
        pieces = list(_pieces(sweep.stretches[index], state, spoken))
        periods = tuple(_periods(pieces, shares[index], sweep, reasons))
        work.append(JobWork(job.id or f"jobs[{index}]", index, sweep.occupations[index], periods))
    return tuple(work)


@cache
def _cited(book: RuleBook) -> dict[str, Reason]:
    """Every reason with its citation."""
    return {id_: Reason(id_, citation) for id_, citation in book.reasons.items()}


def job_weeks(judge: Judge, state: DayState, spoken: StreamState, index: int) -> tuple[Week, ...]:
    """The weeks of one job inside the window, Monday to Sunday, with their counted hours."""
    assert state.regime.terms is not None
    sweep = judge.sweep(state.regime.terms)
    hours: dict[int, int] = {}
    reasons: dict[int, dict[str, None]] = {}
    for first, last, share in _shares(sweep, spoken)[index]:
        for monday, days in _weeks(first, last):
            hours[monday] = hours.get(monday, 0) + share * days
    for piece in _pieces(sweep.stretches[index], state, spoken):
        if piece.reasons == (OUTSIDE,):
            continue
        for monday, _ in _weeks(piece.first, piece.last):
            reasons.setdefault(monday, {}).update(dict.fromkeys(piece.reasons))
    cited = judge.book.reasons
    return tuple(
        Week(
            date.fromordinal(monday),
            sweep.hours(hours.get(monday, 0)),
            tuple(Reason(id_, cited[id_]) for id_ in reasons[monday]),
        )
        for monday in sorted(reasons)
    )


OUTSIDE = "outside_window"
NO_HOURS = Fraction(0)


def _weeks(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Mondays of the weeks that days touch, and how many of the days are in each."""
    while first <= last:
        monday = first - (first - MONDAY) % 7
        stop = min(last, monday + 6)
        yield monday, stop - first + 1
        first = stop + 1


def _shares(sweep: Sweep, spoken: StreamState) -> list[list[tuple[int, int, int]]]:
    """Per job: days inside the window and the units each brings."""
    shares: list[list[tuple[int, int, int]]] = [[] for _ in sweep.stretches]
    if not spoken.counted:
        return shares
    for cell in sweep.cells:
        if cell.last < spoken.first:
            continue
        if cell.first > spoken.last:
            break
        first, last = max(cell.first, spoken.first), min(cell.last, spoken.last)
        for job, rate in cell.sure:
            shares[job].append((first, last, sweep.share(cell, rate)))
    return shares


def window_first(state: DayState, spoken: StreamState) -> int:
    """First day of the stream's window, whatever the credential."""
    return add_months(date.fromordinal(state.day), -spoken.stream.window_months).toordinal()


def _pieces(stretches: tuple[JobStretch, ...], state: DayState, spoken: StreamState) -> Iterator[Piece]:
    opens = window_first(state, spoken)
    credential_known = spoken.credential.first_day + 1 if spoken.credential else opens
    # A job that goes on runs through the day before the application.
    limit = spoken.last if stretches and stretches[-1].last >= NEVER else NEVER
    cuts = sorted({opens, max(opens, credential_known), spoken.first, spoken.last + 1})
    for stretch in stretches:
        last = min(stretch.last, limit)
        if last < stretch.first:
            return
        begin = stretch.first
        for cut in (*cuts, last + 1):
            if not begin < cut <= last + 1:
                continue
            yield _piece(begin, cut - 1, stretch, opens, credential_known, spoken)
            begin = cut


def _piece(
    first: int, last: int, stretch: JobStretch, opens: int, credential_known: int, spoken: StreamState
) -> Piece:
    if first > spoken.last or first < opens:
        return Piece(first, last, False, (OUTSIDE,))
    failures = stretch.reasons if stretch.state is State.NO else ()
    if first < credential_known or spoken.qualifies is False:
        return Piece(first, last, False, (*failures, "before_credential"))
    if failures:
        return Piece(first, last, False, failures)
    if stretch.state is State.UNKNOWN or first < spoken.first:
        return Piece(first, last, False, ("not_known",))
    return Piece(first, last, True, ())


def _periods(
    pieces: list[Piece], shares: list[tuple[int, int, int]], sweep: Sweep, reasons: dict[str, Reason]
) -> Iterator[WorkPeriod]:
    """Pieces as periods with their hours; neighbours that fare alike become one."""
    index = 0
    units = 0
    open_from: int | None = None
    for place, piece in enumerate(pieces):
        open_from = piece.first if open_from is None else open_from
        while index < len(shares) and shares[index][0] <= piece.last:
            first, last, share = shares[index]
            if piece.counts:
                units += share * (min(last, piece.last) - max(first, piece.first) + 1)
            if last > piece.last:
                break
            index += 1
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if (
            following
            and following.first == piece.last + 1
            and (following.counts, following.reasons) == (piece.counts, piece.reasons)
        ):
            continue
        yield WorkPeriod(
            date.fromordinal(open_from),
            date.fromordinal(piece.last),
            piece.counts,
            sweep.hours(units) if units else NO_HOURS,
            tuple(reasons[id_] for id_ in piece.reasons),
        )
        units, open_from = 0, None


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
