"""The facts that would decide an undetermined outcome, and what hangs on them in hours."""

from __future__ import annotations

from fractions import Fraction

from cec_desktop.casefile.message import Arg, message
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.findings import MissingFact, Outcome
from cec_desktop.rules.jobdays import JobStretch
from cec_desktop.rules.judge import DayState, Judge, StreamState
from cec_desktop.rules.results import serves
from cec_desktop.rules.sweep import Sweep
from cec_desktop.rules.workdays import undated


def missing_facts(judge: Judge, state: DayState) -> tuple[MissingFact, ...]:
    """Facts that would decide, in the order of the conditions; undated entries always."""
    facts: dict[tuple[str, str], MissingFact] = {}
    if state.outcome is Outcome.UNDETERMINED:
        if state.residence is Outcome.UNDETERMINED:
            _add(facts, "destination", "destination_not_known")
        if state.study_status is Outcome.UNDETERMINED:
            _add(facts, "statuses", "study_status_not_known")
        for stream in state.streams:
            if stream.outcome is Outcome.UNDETERMINED:
                _of_stream(judge, state, stream, facts)
    for place in undated(judge.case):
        _add(facts, place, "undated_entry")
    return tuple(facts.values())


def _add(
    facts: dict[tuple[str, str], MissingFact],
    place: str,
    id_: str,
    hours: Fraction | None = None,
    **args: Arg,
) -> None:
    known = facts.get((place, id_))
    if known is not None and hours is not None:
        hours += known.hours or 0
    if known is None or hours is not None:
        facts[place, id_] = MissingFact(place, id_, message(_question(place, id_), **args), hours)


_ASKED_OF = {
    "edge_not_known": {"start", "end"},
    "job_fact_not_known": {
        "country",
        "paid",
        "self_employed",
        "physically_in_canada",
        "publicly_funded_physician",
    },
    "credential_not_known": {
        "country",
        "credential",
        "credential_date",
        "institution_kind",
        "full_time_months",
        "months_in_canada",
        "mostly_language_training",
        "award_with_return_condition",
    },
    "level_not_known": set(ABILITIES),
}
"""Missing facts that are asked in words of their own for each field."""


def _question(place: str, id_: str) -> str:
    """The sentence that asks for a fact: that of its field, where the fact may be one of several."""
    field = place.rpartition(".")[2]
    return f"{id_}_{field}" if field in _ASKED_OF.get(id_, ()) else id_


def _of_stream(
    judge: Judge, state: DayState, stream: StreamState, facts: dict[tuple[str, str], MissingFact]
) -> None:
    if stream.credential is not None and stream.qualifies is None:
        for field in stream.credential.missing:
            _credential(judge, stream.credential.index, field, facts)
    hangs = stream.language is Outcome.UNDETERMINED and len(stream.thresholds) > 1
    if stream.work is Outcome.UNDETERMINED or hangs:
        assert state.regime.terms is not None
        _of_work(judge, judge.sweep(state.regime.terms), stream, facts)
        if stream.credential is not None and stream.credential.first_day != stream.credential.last_day:
            _credential(judge, stream.credential.index, "credential_date", facts)
    if stream.language is Outcome.UNDETERMINED:
        _of_language(judge, state, stream, facts)


def _credential(judge: Judge, index: int, field: str, facts: dict[tuple[str, str], MissingFact]) -> None:
    study = judge.case.studies[index]
    name = study.program or study.institution or message("institution_not_entered")
    _add(facts, f"studies[{index}].{field}", "credential_not_known", study=name)


def _of_work(
    judge: Judge, sweep: Sweep, stream: StreamState, facts: dict[tuple[str, str], MissingFact]
) -> None:
    """Facts that work hangs on, with the hours that would be gained under the cap."""
    for cell in sweep.cells:
        days = min(cell.last, stream.last) - max(cell.first, stream.first) + 1
        if not cell.maybe or days <= 0:
            continue
        hours = sweep.hours(sweep.open_units(cell) * days)
        named: dict[tuple[str, str], int] = {}
        for job, _ in cell.maybe:
            for unknown in _unknowns(sweep.stretches[job], cell.first):
                named.setdefault(_place(job, unknown), job)
        for (place, id_), job in named.items():
            employer = judge.case.jobs[job].employer or message("employer_not_entered")
            _add(facts, place, id_, hours, employer=employer)


def _unknowns(stretches: tuple[JobStretch, ...], day: int) -> tuple[str, ...]:
    return next(stretch.unknowns for stretch in stretches if stretch.first <= day <= stretch.last)


_PERSONAL = {
    "status": ("statuses", "status_not_known"),
    "study": ("studies", "study_not_known"),
    "absence": ("absences", "absence_not_known"),
    "invitation": ("invitation.issued_on", "invitation_day_not_known"),
}
_OF_JOB = {
    "authorization": ("authorized", "authorization_not_known"),
    "noc": ("noc", "occupation_not_known"),
    "hours_per_week": ("hours_per_week", "hours_not_known"),
    "start": ("start", "edge_not_known"),
    "end": ("end", "edge_not_known"),
}


def _place(index: int, unknown: str) -> tuple[str, str]:
    if unknown in _PERSONAL:
        return _PERSONAL[unknown]
    if unknown.startswith("hours["):
        return f"jobs[{index}].{unknown}", "hours_not_known"
    if unknown.startswith("leaves["):
        return f"jobs[{index}].{unknown}", "leave_not_known"
    field, id_ = _OF_JOB.get(unknown, (unknown, "job_fact_not_known"))
    return f"jobs[{index}].{field}", id_


def _of_language(
    judge: Judge, state: DayState, stream: StreamState, facts: dict[tuple[str, str], MissingFact]
) -> None:
    version = state.regime.version
    assert version is not None
    for result in judge.results:
        if all(
            serves(result, clb, state.day, state.regime.age, version) is not None
            for clb in stream.thresholds or version.thresholds
        ):
            continue
        place = f"language_tests[{result.index}]"
        test = message(f"test_{result.test.test}")
        if result.first is None:
            _add(facts, f"{place}.result_date", "result_date_not_known", test=test)
        for ability, level in zip(ABILITIES, result.levels.each(), strict=True):
            # A score without a day earns no level yet: the day alone is missing.
            if level is None and (result.first is not None or getattr(result.test, ability) is None):
                _add(facts, f"{place}.{ability}", "level_not_known", test=test)
