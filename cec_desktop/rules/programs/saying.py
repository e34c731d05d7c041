"""Findings that both of the other classes have: where somebody will live, duties, results, points, funds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.conditions import PROVINCES
from cec_desktop.rules.crs.standing import Held, held_on
from cec_desktop.rules.findings import Fact, Finding, Outcome
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.programs.family import Funds
from cec_desktop.rules.programs.offers import Offer
from cec_desktop.rules.programs.work import Work


def residence(case: CaseFile, outcome: Outcome, citation: str) -> Finding:
    """Whether the client intends to live outside Quebec."""
    place = case.destination
    if place is None:
        return Finding("residence_intent", citation, outcome, message("residence_intent"))
    named = Message(f"province_{place}") if place in PROVINCES else place
    said = message("residence_intent_in", place=named)
    return Finding(
        "residence_intent", citation, outcome, said, (Fact("destination", message("fact_text", text=place)),)
    )


def duties(case: CaseFile, work: Work | None, possible: int, citations: Sequence[str]) -> tuple[Finding, ...]:
    """Whether the lead statement and the main duties were performed; taken to be so where it is not said."""
    jobs = () if work is None else work.jobs
    denied = [index for index in jobs if case.jobs[index].duties_match is False]
    refused = bool(denied) and not possible
    assumed = any(case.jobs[index].duties_match is None for index in jobs)
    suffix = "not_met" if refused else "no_work" if not jobs else "assumed" if assumed else "met"
    facts = tuple(Fact(f"jobs[{index}].duties_match", message("fact_duties_denied")) for index in denied)
    return tuple(
        Finding(id_, citation, Outcome.NOT_MET if refused else Outcome.MET, message(f"{id_}_{suffix}"), facts)
        for id_, citation in zip(("lead_statement", "main_duties"), citations, strict=True)
    )


def jobs_of(case: CaseFile, work: Work | None, first: int, last: int) -> tuple[Fact, ...]:
    """The jobs that bring hours in a window."""
    if work is None:
        return ()
    units = work.sweep.job_units(first, last)
    return tuple(
        Fact(
            f"jobs[{index}]",
            message(
                "program_fact_job",
                employer=case.jobs[index].employer or message("employer_not_entered"),
                hours=work.sweep.hours(brought),
            ),
        )
        for index, brought in zip(work.jobs, units, strict=True)
        if brought
    )


def result_facts(judge: Judge, places: Iterable[int | None], owner: str = "") -> tuple[Fact, ...]:
    """The levels of results, by their places in the file."""
    found = []
    for place in places:
        if place is not None:
            result = next(each for each in judge.results if each.index == place)
            levels = dict(zip(ABILITIES, result.levels.each(), strict=True))
            said = message("fact_levels", test=message(f"test_{result.test.test}"), **levels)
            found.append(Fact(f"{owner}language_tests[{place}]", said))
    return tuple(found)


def best_result(judge: Judge, day: int, needed: tuple[int, int, int, int]) -> int | None:
    """The place of the result nearest to levels that are asked; None where no result holds."""
    _, (english, french) = held_on(judge, day, judge.book)
    held: list[Held] = [*english, *french]

    def short(levels: Held) -> int:
        return sum(max(0, asked - level) for asked, level in zip(needed, levels[1], strict=True))

    return min(held, key=short)[0] if held else None


def points_message(least: int, most: int, maximum: int) -> Message:
    """Points, or a range of them, of those there are."""
    if least == most:
        return message("program_points", points=least, maximum=maximum)
    return message("program_points_open", least=least, most=most, maximum=maximum)


def funds(case: CaseFile, held: Funds, offer: Offer, outcome: Outcome, citation: str) -> Finding:
    """Whether the funds are enough, or lifted by the offer."""
    if offer.lifts_funds:
        return Finding("funds", citation, Outcome.MET, message("program_funds_lifted"))
    if held.asked is None:
        return Finding("funds", citation, outcome, message("program_funds_no_table"))
    facts: tuple[Fact, ...] = ()
    if case.funds is not None and case.funds.amount is not None:
        facts = (Fact("funds.amount", message("program_fact_dollars", amount=int(case.funds.amount))),)
    least, most = held.asked
    said = message(
        "program_funds" if least == most else "program_funds_open",
        n=held.persons[1],
        least=least,
        most=most,
    )
    return Finding("funds", citation, outcome, said, facts)
