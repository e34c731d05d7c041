"""The permit bridge: how far the client's right to work carries."""

from __future__ import annotations

from datetime import date

from cec_desktop.rules.findings import MembershipDates, PermitBridge
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.person import NEVER, Fact, Person, Stretch, any_true


def permit_bridge(judge: Judge, dates: MembershipDates, on: date, today: date) -> PermitBridge:
    """The last day of authorized work, the last day to ask for an extension, and what they cover.

    Read from the day asked about, or from today where that day is still to come. Where no work is
    authorized on that day, the last authorized day before it is given.
    """
    reference = min(on, today).toordinal()
    run = _run(judge.person, reference)
    if run is None:
        known: Fact = None if _right_on(judge.person, reference) is None else False
        return PermitBridge(
            None,
            None,
            known if dates.earliest else None,
            known if dates.safe else None,
            known,
        )
    until = run[1]
    return PermitBridge(
        authorized_until=None if until >= NEVER else date.fromordinal(until),
        extend_by=_extend_by(judge, run),
        covers_earliest=_covers(until, dates.earliest),
        covers_safe=_covers(until, dates.safe),
        covers_application=_covers(until, on),
        open_ended=until >= NEVER,
    )


def _covers(until: int, day: date | None) -> bool | None:
    return None if day is None else day.toordinal() <= until


def _right(stretch: Stretch) -> Fact:
    """Right to work in whatever job the status is for."""
    return any_true((stretch.may_work, *(right.allowed for right in stretch.closed)))


def _right_on(person: Person, day: int) -> Fact:
    return next(
        (_right(stretch) for stretch in person.stretches if stretch.first <= day <= stretch.last), None
    )


def _run(person: Person, reference: int) -> tuple[int, int] | None:
    """The unbroken days of authorized work that hold the day, else the last ones before it."""
    runs: list[tuple[int, int]] = []
    for stretch in person.stretches:
        if not _right(stretch):
            continue
        if runs and runs[-1][1] + 1 == stretch.first:
            runs[-1] = (runs[-1][0], stretch.last)
        else:
            runs.append((stretch.first, stretch.last))
    begun = [run for run in runs if run[0] <= reference]
    return begun[-1] if begun else None


def _extend_by(judge: Judge, run: tuple[int, int]) -> date | None:
    """The last day of the last permit of the run: an extension must be asked for while it holds (R201)."""
    statuses = judge.case.statuses
    ends = [
        held.days.sure_last
        for held in judge.person.statuses
        if judge.book.statuses[statuses[held.at].kind].may_work != "before"
        and (held.right.allowed)
        and held.days.first <= run[1]
        and held.days.sure_last >= run[0]
    ]
    if not ends or max(ends) >= NEVER:
        return None
    return date.fromordinal(max(ends))
