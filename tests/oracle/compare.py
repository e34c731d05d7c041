"""Where an assessment of the engine and the slow count say different things about a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from cec_desktop.casefile.model import CaseFile, Period
from cec_desktop.rules.findings import Assessment, JobWork, Membership, Outcome, all_of
from tests.oracle import law
from tests.oracle.facts import ONE_DAY, Known
from tests.oracle.naive import Fate, Judgement, Naive, Tally, levels_of

WORDS: dict[Known, Outcome] = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNDETERMINED}


def differences(case: CaseFile, on: date, assessment: Assessment, naive: Naive) -> list[str]:
    """Every statement about the day on which the two disagree, in words for a developer."""
    judgement = naive.on(on)
    said = assessment.membership
    found = list(
        _pairs(
            ("outcome", said.outcome.value, WORDS[judgement.outcome].value),
            ("rules", said.rules and said.rules.id, law.rules_id(on)),
            ("intake", assessment.intake.outcome.value, WORDS[naive.intake(on)].value),
            ("hours told", said.hours is not None, judgement.tally is not None),
        )
    )
    if judgement.tally is None or said.hours is None:
        return found
    found += _advisories(on, case, assessment, judgement.tally)
    found += _respond_by(on, case, assessment)
    found += _conditions(said, judgement)
    ways = [
        [*_hours(on, said, tally), *_work(said, tally, case), *_language(case, on, said, tally, naive)]
        for tally in judgement.equals
    ]
    if judgement.outcome is True:
        found += _pairs(("stream", said.stream, judgement.tally.stream.name))
    found += sorted(ways, key=len)[0]
    return [each for each in found if not _cautious(each, judgement)]


def _pairs(*pairs: tuple[str, object, object]) -> Iterator[str]:
    for name, engine, slow in pairs:
        if engine != slow:
            yield f"{name}: engine {engine}, slow count {slow}"


def _cautious(difference: str, judgement: Judgement) -> bool:
    """The engine may leave open what no way for undecided hours to fall changes, never the other way round.

    It weighs each occupation's most against the others' least, which need not fall together.
    """
    opened = any(tally.open_threshold for tally in judgement.tallies)
    return (
        opened
        and difference.startswith(("outcome:", "intake:", "language"))
        and "engine undetermined" in difference
    )


def _advisories(on: date, case: CaseFile, said: Assessment, tally: Tally) -> Iterator[str]:
    """Those whose occasion the format states outright."""
    told = {advisory.id for advisory in (*said.advisories, *said.membership.advisories)}
    expected = {
        "projected": on > said.today,
        "law_not_verified": on > law.LAW_VERIFIED_TO,
        "caps_2013_2014": date(2013, 11, 9) <= on <= date(2014, 12, 31),
        "undated_entry": any(period.start is None for period in _periods(case)),
        "threshold_tie": tally.tie,
        "close_call_hours": tally.amount is True and tally.margin < 2 * law.full_time(on),
    }
    for name, due in expected.items():
        yield from _pairs((f"advisory {name}", name in told, due))


def _respond_by(on: date, case: CaseFile, said: Assessment) -> Iterator[str]:
    issued = None if case.invitation is None else case.invitation.issued_on
    days = None if issued is None else law.invitation_days(issued)
    if on >= date(2015, 1, 1) and issued is not None and days is not None:
        yield from _pairs(("respond_by", said.intake.respond_by, issued + days * ONE_DAY))


def _conditions(said: Membership, judgement: Judgement) -> Iterator[str]:
    """The parts of the outcome, found in the tree of findings by their ids."""
    told = {finding.id: finding for finding in said.conditions}
    yield from _pairs(
        ("residence_intent", told["residence_intent"].outcome.value, WORDS[judgement.destination].value)
    )
    streams = {finding.id: finding for finding in told["streams"].conditions} if "streams" in told else {}
    for tally in judgement.tallies:
        parts = streams[tally.stream.name].conditions if tally.stream.name else said.conditions
        mine = {finding.id: finding.outcome for finding in parts}
        if tally.stream.name == law.GRADUATE:
            yield from _pairs(("credential", mine["credential"].value, WORDS[tally.credential].value))
        if tally.credential is False:
            continue
        yield from _pairs(
            (f"work_experience {tally.stream.name}", mine["work_experience"].value, WORDS[tally.amount].value)
        )
        if tally.threshold is not None:
            language = all_of([mine["language"], mine["language_level"]])
            yield from _pairs((f"language {tally.stream.name}", language.value, WORDS[tally.language].value))


def _periods(case: CaseFile) -> Iterator[Period]:
    yield from (*case.statuses, *case.jobs, *case.studies, *case.absences)
    for job in case.jobs:
        yield from (*job.leaves, *job.hours)


def _hours(on: date, said: Membership, tally: Tally) -> Iterator[str]:
    assert said.hours is not None
    yield from _pairs(
        ("window", said.window and (said.window.start, said.window.end), (tally.start, tally.end)),
        ("counted", said.hours.counted, tally.counted),
        ("possible", said.hours.possible, tally.possible),
        ("required", said.hours.required, tally.required),
        ("hours.stream", said.hours.stream, tally.stream.name),
        ("margin_days", said.margin_days, tally.margin // (law.full_time(on) / 7)),
    )


def _work(said: Membership, tally: Tally, case: CaseFile) -> Iterator[str]:
    told = {work.index: work for work in said.work}
    for index in range(len(case.jobs)):
        fates = tally.fates.get(index, {})
        work = told.get(index)
        if work is None:
            if fates:
                yield f"jobs[{index}]: engine tells of no work, slow count of {len(fates)} days"
            continue
        yield from _days(index, work, fates, tally)


def _days(index: int, work: JobWork, fates: dict[date, Fate], tally: Tally) -> Iterator[str]:
    seen: set[date] = set()
    for period in work.periods:
        reasons = frozenset(reason.id for reason in period.reasons)
        hours = Fraction(0)
        for day in law.days_of(max(period.start, tally.start), min(period.end, tally.end)):
            fate = fates.get(day)
            told = (period.counts, reasons)
            if day in seen:
                yield f"jobs[{index}] {day}: engine tells of it twice"
            seen.add(day)
            if fate is None:
                yield f"jobs[{index}] {day}: engine {told}, slow count: no day of the job"
                break
            hours += fate.hours
            if told != (fate.counts is True, fate.reasons):
                yield f"jobs[{index}] {day}: engine {told}, slow count {fate}"
                break
        else:
            if hours != period.hours:
                told_of = f"jobs[{index}] {period.start} to {period.end}"
                yield f"{told_of}: engine {period.hours} h, slow count {hours}"
    missing = sorted(fates.keys() - seen)
    if missing:
        yield f"jobs[{index}]: engine leaves out {len(missing)} days from {missing[0]}: {fates[missing[0]]}"


def _language(case: CaseFile, on: date, said: Membership, tally: Tally, naive: Naive) -> Iterator[str]:
    if said.language is None:
        yield "language: engine tells nothing"
        return
    yield from _pairs(("required_clb", said.language.required_clb, tally.threshold))
    held = [test for test in case.language_tests if naive.test_holds(test, on) is True]
    if len(case.language_tests) == len(held) == 1:
        levels = [level for level in levels_of(held[0]) if level is not None]
        yield from _pairs(
            ("achieved_clb", said.language.achieved_clb, min(levels) if len(levels) == 4 else None)
        )
