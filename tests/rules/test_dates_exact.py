"""The dates of membership are exact to the day: what the search says is what trying every day finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, note
from hypothesis import strategies as st

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.assess import assess
from cec_desktop.rules.findings import MembershipDates, Outcome
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.membership import membership_on
from cec_desktop.rules.rulebook import load_rulebook
from tests.oracle import law
from tests.oracle.dates import Dates, dates_by_trying
from tests.oracle.effort import examples
from tests.oracle.facts import Known
from tests.oracle.naive import Naive, is_safe
from tests.oracle.strategies import Raw, cases_near_membership, cases_on, read

TODAY = date(2026, 11, 22)
KNOWN: dict[Outcome, Known] = {Outcome.MET: True, Outcome.NOT_MET: False}


def said(case: CaseFile, on: date) -> MembershipDates:
    return assess(case, on, TODAY, load_rulebook()).dates


def tried_by_engine(case: CaseFile) -> tuple[Callable[[date], Known], Callable[[date], bool]]:
    """The engine's word on single days: its outcome, and whether the margin is safe."""
    judge = Judge(case, load_rulebook())

    def outcome(day: date) -> Known:
        return KNOWN.get(membership_on(judge, day, TODAY)[0].outcome)

    def safe(day: date) -> bool:
        hours = membership_on(judge, day, TODAY)[0].hours
        return hours is not None and hours.margin >= 2 * law.full_time(day)

    return outcome, safe


def tried_by_counting(case: CaseFile) -> tuple[Callable[[date], Known], Callable[[date], bool]]:
    """The slow count of single days."""
    naive = Naive(case)
    return (lambda day: naive.on(day).outcome), (lambda day: is_safe(naive.on(day), day))


@examples(8)
@given(cases_near_membership())
def test_the_dates_are_those_trying_every_day_finds(drawn: tuple[Raw, date]) -> None:
    raw, on = drawn
    case = read(raw)
    found = said(case, on)

    tried = dates_by_trying(on, *tried_by_engine(case))

    assert Dates(found.earliest, found.last, found.safe, found.earliest_possible) == tried


@examples(60)
@given(st.one_of(cases_near_membership(), cases_on()), st.data())
def test_no_day_tried_at_random_contradicts_the_dates(drawn: tuple[Raw, date], data: st.DataObject) -> None:
    raw, on = drawn
    case = read(raw)
    _hold_against(said(case, on), on, *tried_by_engine(case), data, count=40)


@examples(8)
@given(cases_near_membership(), st.data())
def test_no_day_counted_slowly_contradicts_the_dates(drawn: tuple[Raw, date], data: st.DataObject) -> None:
    raw, on = drawn
    case = read(raw)
    _hold_against(said(case, on), on, *tried_by_counting(case), data, count=6)


def _hold_against(
    found: MembershipDates,
    on: date,
    outcome: Callable[[date], Known],
    safe: Callable[[date], bool],
    data: st.DataObject,
    *,
    count: int,
) -> None:
    """Try the days beside each date, and some days between, after and before them."""
    first, final = law.same_day(on, -120), law.same_day(on, 120)
    told = [on, found.earliest, found.last, found.safe, found.earliest_possible]
    days = {day + timedelta(days=n) for day in told if day for n in (-1, 0, 1)}
    within = [day for day in told if day]
    for low, high in ((first, final), (min(within), max(within))):
        days |= set(data.draw(st.lists(st.dates(low, high), max_size=count // 2)))
    note(f"{found}")
    for day in sorted(days):
        if first <= day <= final:
            assert expected(found, on, day, outcome(day)), (day, outcome(day))
            if found.earliest and found.last and found.earliest <= day <= found.last:
                assert found.safe != day or safe(day), day
                assert not safe(day) or (found.safe is not None and found.safe <= day), day


def expected(found: MembershipDates, on: date, day: date, outcome: Known) -> bool:
    """Whether the dates told allow the outcome of a day."""
    start, end, possible = found.earliest, found.last, found.earliest_possible
    if start and end:
        if start <= day <= end:
            return outcome is True
        if day in (start - timedelta(days=1), end + timedelta(days=1)) or on <= day < start:
            allowed = outcome is not True
            return allowed and not (possible and on <= day < possible and outcome is None)
    elif day >= on:
        return outcome is not True and not ((possible is None or day < possible) and outcome is None)
    if possible and day in (possible, possible - timedelta(days=1)):
        return (outcome is not False) == (day == possible)
    return True
