"""The rules engine, which sweeps over boundaries, agrees with a slow count of every day on invented files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, note
from hypothesis import strategies as st

from cec_desktop.rules.assess import assess
from cec_desktop.rules.findings import Assessment, JobWork, MembershipDates, Outcome
from cec_desktop.rules.rulebook import load_rulebook
from tests.oracle import law
from tests.oracle.compare import differences
from tests.oracle.effort import examples
from tests.oracle.naive import Naive
from tests.oracle.strategies import Raw, cases_on, read

TODAY = date(2026, 11, 22)
ANY_DAY = st.dates(date(2008, 1, 1), date(2036, 12, 31))


@examples(200)
@given(cases_on())
def test_the_engine_and_the_slow_count_say_the_same(drawn: tuple[Raw, date]) -> None:
    raw, on = drawn
    case = read(raw)
    said = assess(case, on, TODAY, load_rulebook())

    found = differences(case, on, said, Naive(case))

    note("\n".join(found))
    assert found == []


@examples(150)
@given(cases_on(), ANY_DAY, ANY_DAY)
def test_any_file_is_assessed_on_any_day_without_a_fault(
    drawn: tuple[Raw, date], on: date, today: date
) -> None:
    case = read(drawn[0])

    said = assess(case, on, today, load_rulebook())

    assert list(_contradictions(said)) == []


def _contradictions(said: Assessment) -> Iterator[str]:
    """What cannot be, whatever the file."""
    membership, dates, on = said.membership, said.dates, said.on
    hours, missing = membership.hours, membership.missing_facts
    member, open_ = (membership.outcome is each for each in (Outcome.MET, Outcome.UNDETERMINED))
    impossible = {
        "projected is true for every day after today": membership.projected != (on > said.today),
        "an outcome is undetermined and no fact is missing": open_ and not missing,
        "rules are in force from 2008-09-17": (membership.rules is None) != (on < law.CLASS_OPENS),
        "more hours count than are possible": hours is not None and hours.counted > hours.possible,
        "a member is one from a day on": member and not (dates.earliest and dates.earliest <= on),
    }
    yield from (words for words, broken in impossible.items() if broken)
    yield from _out_of_order(dates)
    for work in membership.work:
        yield from _out_of_step(work)


def _out_of_order(dates: MembershipDates) -> Iterator[str]:
    earliest, last, possible = dates.earliest, dates.last, dates.earliest_possible
    if (earliest is None) != (last is None):
        yield "a stretch has two ends"
    if earliest and last and not earliest <= (dates.safe or earliest) <= last:
        yield "dates are out of order"
    if earliest and not (possible and possible <= earliest):
        yield "what is met is possible"


def _out_of_step(work: JobWork) -> Iterator[str]:
    if any(period.start > period.end for period in work.periods):
        yield f"a period of {work.job} ends before it starts"
    if any(before.end + timedelta(days=1) != after.start for before, after in pairwise(work.periods)):
        yield f"periods of {work.job} overlap, or leave days out"
    if any(
        (before.counts, before.reasons) == (after.counts, after.reasons)
        for before, after in pairwise(work.periods)
    ):
        yield f"two periods of {work.job} in a row fare alike"
    if work.days != sum(period.days for period in work.periods if period.counts):
        yield f"days of {work.job} are not those of its periods"
    if work.hours != sum(period.hours for period in work.periods):
        yield f"hours of {work.job} are not those of its periods"
    if any(period.counts == bool(period.reasons) for period in work.periods):
        yield f"a period of {work.job} counts for a reason, or does not without one"
