"""From when and until when: the exact ends of membership, by pieces on which every sum is linear.

Between two boundaries (of work, law, results, credentials, and the calendar's uneven Februaries) each
sum of hours changes by the same amount a day, so a comparison that says the same at both ends of a piece
says it throughout. Where the ends differ the piece is halved, down to the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.message import Message, message
from cec_desktop.rules.findings import MembershipDates, Outcome
from cec_desktop.rules.judge import DayState, Judge, Regime
from cec_desktop.rules.person import NEVER
from cec_desktop.rules.results import Result

SEARCH_MONTHS = 120
"""Ten years either way, as the exchange format says."""

Accept = Callable[[Outcome], bool]


def membership_dates(judge: Judge, on: date) -> MembershipDates:
    """The stretch of membership that holds a day, or the first after it; with the reason of each end."""
    search = Search(judge, on)
    earliest, last = search.stretch(_met)
    possible, _ = search.stretch(_possible)
    safe = None
    if earliest is not None and last is not None:
        safe = search.first_safe(earliest, last)
    return MembershipDates(
        earliest=_day(earliest),
        earliest_reason=None if earliest is None else search.begins(earliest),
        last=_day(last),
        last_reason=None if last is None else search.ends(last),
        safe=_day(safe),
        earliest_possible=_day(possible),
    )


def _met(outcome: Outcome) -> bool:
    return outcome is Outcome.MET


def _possible(outcome: Outcome) -> bool:
    return outcome in (Outcome.MET, Outcome.UNDETERMINED)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


class Search:
    """Searches days around one day; days are ordinals."""

    def __init__(self, judge: Judge, on: date) -> None:
        self.judge = judge
        self.on = on.toordinal()
        self.first = add_months(on, -SEARCH_MONTHS).toordinal()
        self.last = add_months(on, SEARCH_MONTHS).toordinal()
        self._states: dict[int, DayState] = {}
        self._eras = self._regimes_in_reach()
        self._cuts: dict[int, list[int]] = {}

    def state(self, day: int) -> DayState:
        """Membership on a day, judged once."""
        found = self._states.get(day)
        if found is None:
            found = self._states[day] = self.judge.on(day)
        return found

    def stretch(self, accept: Accept) -> tuple[int | None, int | None]:
        """Ends of the stretch of accepted days that holds the day, or of the first one after it."""
        if accept(self.state(self.on).outcome):
            return self._back(accept), self._forward(self.on, accept)
        for first, last, state in self._pieces_after(self.on):
            if accept(state.outcome):
                return first, self._forward(last, accept)
        return None, None

    def first_safe(self, earliest: int, last: int) -> int | None:
        """The first day of a stretch with hours to spare.

        Two weeks' hours beyond the requirement need more qualifying days than a calendar year (or two)
        has, since a day brings at most a seventh of a full-time week: both marks are then past.
        """
        if self.state(earliest).safe:
            return earliest
        for first, end, state in self._pieces_after(earliest):
            if first > last:
                return None
            if state.safe and end >= first:
                return first
        return None

    def begins(self, day: int) -> Message:
        """Why membership begins on a day and not on the day before."""
        if day <= self.first:
            return message("search_limit")
        return self._change(self.state(day - 1), self.state(day), begins=True)

    def ends(self, day: int) -> Message:
        """Why membership ends on a day."""
        if day >= self.last:
            return message("search_limit")
        return self._change(self.state(day), self.state(day + 1), begins=False)

    def _change(self, before: DayState, after: DayState, *, begins: bool) -> Message:
        inside, outside = (after, before) if begins else (before, after)
        if before.regime.version is not after.regime.version:
            return message("law_changes", rules=after.regime.version.id if after.regime.version else "")
        language_holds = any(s.language is Outcome.MET for s in outside.streams if s.work is Outcome.MET)
        hours_hold = any(s.work is Outcome.MET for s in outside.streams)
        if not hours_hold:
            if before.regime.terms is not after.regime.terms:
                return self._terms_change(before.regime, after.regime)
            if begins:
                reached = message("hours_reached")
                return reached if self._work_known(outside) else message("hours_reached_surely")
            opens = add_months(date.fromordinal(after.day), -inside.streams[0].stream.window_months)
            return message("work_leaves_window", month=f"{opens.year:04d}-{opens.month:02d}")
        if not language_holds:
            return self._language_change(before, after, begins=begins)
        return message("facts_change")

    @staticmethod
    def _terms_change(before: Regime, after: Regime) -> Message:
        """What counts as work changes within one text: for physicians by the policy, else by the NOC."""
        assert before.terms is not None
        assert after.terms is not None
        lifted = before.terms.physicians != after.terms.physicians
        return message("physicians_policy_begins" if lifted else "occupations_change")

    @staticmethod
    def _work_known(state: DayState) -> bool:
        return all(stream.work is not Outcome.UNDETERMINED for stream in state.streams)

    def _language_change(self, before: DayState, after: DayState, *, begins: bool) -> Message:
        held = {result.index for result in self._held(before)}
        holds = {result.index for result in self._held(after)}
        changed = (holds - held) if begins else (held - holds)
        for result in self.judge.results:
            if result.index in changed:
                return message(
                    "test_result" if begins else "test_expires",
                    test=message(f"test_{result.test.test}"),
                    result=result.test.result_date,
                )
        return message("threshold_changes")

    def _held(self, state: DayState) -> list[Result]:
        version = state.regime.version
        written = version is not None and version.written_evidence
        return [
            result
            for result in self.judge.results
            if result.holds(state.day, state.regime.age, written_evidence=written)
        ]

    def _pieces_after(self, day: int) -> Iterator[tuple[int, int, DayState]]:
        """Days after a day, as stretches on which every comparison stays the same."""
        for first, last, regime in self._eras:
            if last <= day:
                continue
            begin = max(first, day + 1)
            for cut in (*self._cuts_of(first, last, regime), last + 1):
                if cut > begin:
                    yield from self._linear(begin, cut - 1)
                    begin = cut

    def _pieces_before(self, day: int) -> Iterator[tuple[int, int, DayState]]:
        """Days before a day, backwards."""
        for first, last, regime in reversed(self._eras):
            if first >= day:
                continue
            end = min(last, day - 1)
            for cut in (*reversed(self._cuts_of(first, last, regime)), first):
                if cut <= end:
                    yield from reversed(list(self._linear(cut, end)))
                    end = cut - 1

    def _linear(self, first: int, last: int) -> Iterator[tuple[int, int, DayState]]:
        """A piece on which sums are linear, cut where a comparison flips."""
        begin, end = self.state(first), self.state(last)
        if first == last or (begin.signature == end.signature and begin.outcome is end.outcome):
            yield first, last, begin
            return
        middle = (first + last) // 2
        yield from self._linear(first, middle)
        yield from self._linear(middle + 1, last)

    def _forward(self, day: int, accept: Accept) -> int:
        """The last day of the accepted stretch that holds a day."""
        reached = day
        for first, last, state in self._pieces_after(day):
            if first != reached + 1 or not accept(state.outcome):
                break
            reached = last
        return reached

    def _back(self, accept: Accept) -> int:
        """The first day of the accepted stretch that holds the day asked about."""
        reached = self.on
        for first, last, state in self._pieces_before(self.on):
            if last != reached - 1 or not accept(state.outcome):
                break
            reached = first
        return reached

    def _regimes_in_reach(self) -> list[tuple[int, int, Regime]]:
        """First and last searched day of every regime within reach."""
        regimes = self.judge.regimes
        ends = (*(regime.first - 1 for regime in regimes[1:]), self.last)
        eras = (
            (max(regime.first, self.first), min(end, self.last), regime)
            for regime, end in zip(regimes, ends, strict=True)
        )
        return [(first, last, regime) for first, last, regime in eras if first <= last]

    def _cuts_of(self, first: int, last: int, regime: Regime) -> list[int]:
        """First days of pieces inside an era: wherever a sum bends, or a result begins or ends."""
        found = self._cuts.get(first)
        if found is None:
            person = self.judge.person
            cuts = {person.first_study_without_status + 1, person.first_study_status_unknown + 1}
            for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
                march = date(year, 3, 1).toordinal()
                # The window's start stands still on 29 February and skips it after: sums bend there.
                cuts.update((march - 1, march))
            cuts.update(self._bends(regime))
            found = self._cuts[first] = sorted(cut for cut in cuts if first < cut <= last)
        return found

    def _bends(self, regime: Regime) -> Iterator[int]:
        """Days on which a sum bends, or a result begins or ends, under one regime."""
        judge = self.judge
        if regime.version is None or regime.terms is None:
            return
        for stream in regime.version.streams:
            for day in judge.sweep(regime.terms).starts:
                yield from _bends_at(day, stream.window_months)
            for tried in judge.credentials if stream.after_credential else ():
                yield from _bends_at(tried.first_day + 1, stream.window_months)
                yield from _bends_at(tried.last_day + 1, stream.window_months)
        for result in judge.results:
            last = result.last(regime.age)
            yield result.accepted
            yield from (day for day in (result.first, None if last is None else last + 1) if day is not None)


def _bends_at(day: int, months: int) -> tuple[int, int, int]:
    """Days on which a window that ends the day before passes a boundary, at its end and at its start."""
    return day, day + 1, _months_after(day, months)


def _months_after(day: int, months: int) -> int:
    """The same day of the month, months later; NEVER past the calendar."""
    if not 0 < day < NEVER - 400_000:
        return NEVER
    try:
        return add_months(date.fromordinal(day), months).toordinal()
    except ValueError:
        return NEVER
