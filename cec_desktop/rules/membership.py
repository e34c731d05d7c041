"""The full assessment of one day: the tree of conditions, hours, language and each job's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cec_desktop.casefile.dates import add_months
from cec_desktop.rules.advisories import membership_advisories
from cec_desktop.rules.conditions import best_of, class_in_force_finding, conditions_of
from cec_desktop.rules.findings import (
    HoursTally,
    LanguageStanding,
    Membership,
    Outcome,
    RulesRef,
    Span,
)
from cec_desktop.rules.judge import DayState, Judge, StreamState
from cec_desktop.rules.missing import missing_facts
from cec_desktop.rules.results import Result, serves
from cec_desktop.rules.workdays import job_work


@dataclass(frozen=True, slots=True)
class Spoken:
    """The stream a result speaks of: the one met, else the one nearest."""

    state: StreamState | None
    met: bool


def speak_of(state: DayState) -> Spoken:
    """Choose the stream: one that is met, the worker's if both; else the larger share of hours."""
    graduates = [stream for stream in state.streams if stream.stream.after_credential]
    candidates = [stream for stream in state.streams if not stream.stream.after_credential]
    if graduates:
        candidates.append(best_of(graduates))
    best = max(candidates, key=_rank, default=None)
    return Spoken(best, best is not None and best.outcome is Outcome.MET)


def _rank(state: StreamState) -> tuple[bool, Fraction, bool]:
    met = state.outcome is Outcome.MET
    share = Fraction(0) if met else Fraction(state.counted, state.required)
    return (met, share, not state.stream.after_credential)


def membership_on(judge: Judge, on: date, today: date) -> tuple[Membership, DayState]:
    """Membership on a day in full, with the state it rests on."""
    state = judge.on(on.toordinal())
    projected = on > today
    if not state.streams and state.regime.version is None:
        return _before_the_class(judge, projected), state
    spoken = speak_of(state)
    work = job_work(judge, state, spoken.state)
    language, result = language_standing(judge, state, spoken.state)
    conditions = conditions_of(judge, state, spoken.state, work, result)
    return (
        Membership(
            rules=_rules_ref(judge, state),
            outcome=state.outcome,
            stream=(spoken.state.stream.id or None) if spoken.met and spoken.state else None,
            projected=projected,
            window=_window(spoken.state, on),
            hours=_hours(judge, state, spoken.state),
            margin_days=_margin_days(judge, state, spoken.state),
            language=language,
            conditions=conditions,
            missing_facts=missing_facts(judge, state),
            work=work,
            advisories=membership_advisories(judge, state, spoken.state, work, on, today),
        ),
        state,
    )


def _before_the_class(judge: Judge, projected: bool) -> Membership:
    finding = class_in_force_finding(judge.book)
    return Membership(None, Outcome.NOT_MET, None, projected, None, None, None, None, (finding,), (), ())


def _rules_ref(judge: Judge, state: DayState) -> RulesRef:
    version = state.regime.version
    assert version is not None
    return RulesRef(
        version.id, version.first_day, version.last_day, judge.book.verified_to, version.instrument
    )


def _window(spoken: StreamState | None, on: date) -> Span | None:
    if spoken is None:
        return None
    return Span(add_months(on, -spoken.stream.window_months), date.fromordinal(spoken.last))


def _hours(judge: Judge, state: DayState, spoken: StreamState | None) -> HoursTally | None:
    if spoken is None or state.regime.terms is None:
        return None
    sweep = judge.sweep(state.regime.terms)
    return HoursTally(
        sweep.hours(spoken.counted),
        sweep.hours(spoken.possible),
        sweep.hours(spoken.required),
        spoken.stream.id or None,
    )


def _margin_days(judge: Judge, state: DayState, spoken: StreamState | None) -> int | None:
    if spoken is None or state.regime.terms is None:
        return None
    return (spoken.counted - spoken.required) // judge.sweep(state.regime.terms).cap


def language_standing(
    judge: Judge, state: DayState, spoken: StreamState | None
) -> tuple[LanguageStanding | None, Result | None]:
    """Levels required and achieved, by the result that serves best on the day."""
    version = state.regime.version
    if spoken is None or version is None:
        return None, None
    required = required_threshold(judge, state, spoken)
    asked = required if required is not None else version.thresholds[0]
    rank = {True: 2, None: 1, False: 0}
    held = [
        result
        for result in judge.results
        if result.holds(state.day, state.regime.age, written_evidence=version.written_evidence) is not False
    ]
    best = max(
        held,
        key=lambda result: (
            rank[serves(result, asked, state.day, state.regime.age, version)],
            result.levels.minimum or 0,
            result.last(state.regime.age) or 0,
        ),
        default=None,
    )
    if best is None:
        return LanguageStanding(required, None, None, None), None
    last = best.last_from(state.day, judge.book.test_ages)
    return (
        LanguageStanding(
            required,
            best.levels.minimum,
            best.test.test,
            date.fromordinal(last) if last is not None and best.designated else None,
            best.index,
            best.levels.each(),
            best.test.result_date,
        ),
        best,
    )


def required_threshold(judge: Judge, state: DayState, spoken: StreamState) -> int | None:
    """The threshold of the occupation (or level) with most hours counted; None when none counts.

    On a tie the higher one (R87.1(2)(e); before 2013 R87.1(3)(g)).
    """
    assert state.regime.terms is not None
    if not spoken.counted:
        return None
    sweep = judge.sweep(state.regime.terms)
    return max(sweep.standings(spoken.first, spoken.last).values(), default=(0, None))[1]


__all__ = ["Spoken", "language_standing", "membership_on", "required_threshold", "speak_of"]
