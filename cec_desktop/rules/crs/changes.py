"""The single changes a client can make, each as what it does to the facts and the first day it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.message import Arg, Message, message
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.crs.points import CanadianStudy, Four, Offer
from cec_desktop.rules.crs.schooling import Schooling
from cec_desktop.rules.crs.standing import Choice, CrsFile, Ends, Held, Standing
from cec_desktop.rules.crs.tables import HIGHEST_CLB
from cec_desktop.rules.crs.work import canadian_sweep, window_first, year_of

AIMS = (5, 7, 9, 10)
"""Levels in all four abilities that the tables pay: those of other rows follow from single steps."""
SHORT_WORK_MONTHS = 3
PROGRAM_MONTHS = 12

Column = bool
Apply = Callable[[Ends, Column, int], tuple[Ends, Column]]
"""The facts after a change; the number is the end they are of: 0 sure, 1 at best."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; two that touch the same part cannot be made together."""

    id: str
    message: Message
    touches: frozenset[str]
    effective: date
    apply: Apply


def possible_changes(file: CrsFile, standing: Standing, choice: Choice) -> Iterator[Change]:
    """Every change open to the client of a file on a day; ``choice`` is the use of what is sure."""
    yield from _first_language(standing, choice)
    yield from _second_language(standing, choice)
    yield from _credentials(file, standing)
    yield from _work(file, standing)
    yield from _claims(standing)
    yield from _family(file, standing)


def _change(id_: str, touches: set[str], effective: date, apply: Apply, **args: Arg) -> Change:
    said = id_ if not args or "clb" not in args else id_.rpartition("_")[0]
    return Change(id_, message(f"crs_change_{said}", **args), frozenset(touches), effective, apply)


# --- languages --------------------------------------------------------------------------------------------


def _first_language(standing: Standing, choice: Choice) -> Iterator[Change]:
    name = "french" if choice.profile.first_is_french else "english"
    own = {f"{name}_{ability}" for ability in ABILITIES}
    said = message(f"crs_{name}")
    levels = choice.profile.first
    if levels is not None and choice.first is not None:
        for at, ability in enumerate(ABILITIES):
            if levels[at] < HIGHEST_CLB:
                step = _raised(name, choice.first, at)
                touches = {f"{name}_{ability}"}
                yield _change(f"first_language_{ability}", touches, standing.day, step, language=said)
    for aim in AIMS:
        if levels is None or min(levels) < aim:
            id_ = f"first_language_all_{aim}"
            yield _change(id_, own, standing.day, _reaching(name, aim), language=said, clb=aim)


def _second_language(standing: Standing, choice: Choice) -> Iterator[Change]:
    if choice.profile.first is None:
        return
    name = "english" if choice.profile.first_is_french else "french"
    own = {f"{name}_{ability}" for ability in ABILITIES}
    levels = choice.profile.second
    for aim in AIMS[:3]:
        if levels is None or min(levels) < aim:
            id_ = f"second_language_{aim}"
            said = message(f"crs_{name}")
            yield _change(id_, own, standing.day, _reaching(name, aim), language=said, clb=aim)


def _raised(name: str, index: int, at: int) -> Apply:
    """One ability of one result a level higher."""

    def one_up(held: Held) -> Held:
        place, levels = held
        if place != index:
            return held
        raised = [min(HIGHEST_CLB, level + (n == at)) for n, level in enumerate(levels)]
        return place, (raised[0], raised[1], raised[2], raised[3])

    return lambda ends, column, _: (
        _with_results(ends, name, tuple(map(one_up, _results(ends, name)))),
        column,
    )


def _reaching(name: str, aim: int) -> Apply:
    """Every result of a language, or a new one, at a level in all abilities."""

    def at_least(levels: Four) -> Four:
        return (max(levels[0], aim), max(levels[1], aim), max(levels[2], aim), max(levels[3], aim))

    def apply(ends: Ends, column: Column, _: int) -> tuple[Ends, Column]:
        held = _results(ends, name)
        raised = tuple((place, at_least(levels)) for place, levels in held) or ((-1, (aim,) * 4),)
        return _with_results(ends, name, raised), column

    return apply


def _results(ends: Ends, name: str) -> tuple[Held, ...]:
    return ends.french if name == "french" else ends.english


def _with_results(ends: Ends, name: str, held: tuple[Held, ...]) -> Ends:
    return ends._replace(french=held) if name == "french" else ends._replace(english=held)


# --- credentials ------------------------------------------------------------------------------------------


def _credentials(file: CrsFile, standing: Standing) -> Iterator[Change]:
    day = standing.day
    yield from _assessments(file.schooling, day, "credential_assessment", "education")
    if file.spouse and standing.couple:
        yield from _assessments(file.spouse.schooling, day, "spouse_assessment", "spouse_education")
    program = file.book.levels.index("one_year")
    added = _with_levels(file.schooling, day, [program], "education")

    def study(ends: Ends, column: Column, end: int) -> tuple[Ends, Column]:
        ends, column = added(ends, column, end)
        return ends._replace(study=max(ends.study, CanadianStudy.SHORT)), column

    yield _change("canadian_program", {"education", "study"}, add_months(day, PROGRAM_MONTHS), study)


def _assessments(schooling: Schooling, day: date, id_: str, field: str) -> Iterator[Change]:
    """An assessment of each foreign credential that has none that holds; of all, where there are several."""
    wanting = [
        (place, entry)
        for place, entry in zip(schooling.places, schooling.entries, strict=True)
        if entry.canadian is False and place and schooling.completed(entry, day)
        if schooling.assessed(entry, day) is False
    ]
    for place, entry in wanting:
        apply = _with_levels(schooling, day, [place], field)
        yield _change(id_, {field}, day, apply, level=message(f"crs_level_{entry.level}"))
    if len(wanting) > 1:
        apply = _with_levels(schooling, day, [place for place, _ in wanting], field)
        yield _change(f"{id_}_all", {field}, day, apply)


def _with_levels(schooling: Schooling, day: date, places: list[int], field: str) -> Apply:
    ends_of = [schooling.highest([*counted, *places]) for counted in schooling.counted(day)]
    if field == "education":
        return lambda ends, column, end: (ends._replace(education=ends_of[end]), column)
    return lambda ends, column, end: (ends._replace(spouse_education=ends_of[end]), column)


# --- work -------------------------------------------------------------------------------------------------


def _work(file: CrsFile, standing: Standing) -> Iterator[Change]:
    """Full-time work from the day on: three months more, and until the next year is complete."""
    if not file.case.jobs or standing.low.canadian_years >= file.book.most_years:
        return
    short = add_months(standing.day, SHORT_WORK_MONTHS)
    yield _change("work_three_months", {"work"}, short, _working(file, standing, short))
    full = _next_year(file, standing)
    if full > short:
        years = standing.low.canadian_years + 1
        yield _change("work_next_year", {"work"}, full, _working(file, standing, full), n=years)


def _working(file: CrsFile, standing: Standing, until: date) -> Apply:
    reached = _years_if_working(file, standing.day.toordinal(), until.toordinal())
    return lambda ends, column, end: (
        ends._replace(canadian_years=max(ends.canadian_years, reached[end])),
        column,
    )


def _next_year(file: CrsFile, standing: Standing) -> date:
    """The first day on which one more year is complete, working full-time; work grows more than it leaves."""
    on = standing.day.toordinal()
    low, high = on, on + 366
    while low < high:
        middle = (low + high) // 2
        if _years_if_working(file, on, middle)[0] > standing.low.canadian_years:
            high = middle
        else:
            low = middle + 1
    return date.fromordinal(low)


def _years_if_working(file: CrsFile, on: int, day: int) -> tuple[int, int]:
    """Years complete on a day if every day from ``on`` to the day before brings a full day's hours."""
    sweep = canadian_sweep(file.judge, on)
    year, first = year_of(sweep, file.rules), window_first(day, file.book)
    added = (day - on) * sweep.cap
    sure, most = (
        min(file.book.most_years, (hours.between(first, on - 1) + added) // year)
        for hours in (sweep.total, sweep.possible)
    )
    return sure, most


# --- nomination, offer, certificate, family ---------------------------------------------------------------


def _claims(standing: Standing) -> Iterator[Change]:
    low, version, day = standing.low, standing.version, standing.day
    if not low.nomination:
        yield _change("nomination", {"nomination"}, day, lambda e, c, _: (e._replace(nomination=True), c))
    if not low.certificate:
        yield _change("certificate", {"certificate"}, day, lambda e, c, _: (e._replace(certificate=True), c))
    if not low.offer and version.offer:
        yield _change(
            "job_offer", {"offer"}, day, lambda e, c, _: (e._replace(offer=max(e.offer, Offer.OTHER)), c)
        )


def _family(file: CrsFile, standing: Standing) -> Iterator[Change]:
    spouse, day = file.case.spouse, standing.day
    if spouse is None or spouse.citizen_or_pr is not False:
        return
    if standing.couple:
        yield _change("without_spouse", {"spouse"}, day, lambda e, _, __: (e, False))
        for aim in AIMS[:3]:
            levels = standing.low.spouse_language
            if levels is None or min(levels) < aim:
                apply = _spouse_reaching(aim)
                yield _change(f"spouse_language_{aim}", {"spouse", "spouse_language"}, day, apply, clb=aim)
    elif spouse.accompanying is False:
        facts = file.with_spouse(day)
        yield _change(
            "with_spouse",
            {"spouse"},
            day,
            lambda e, _, end: (
                e._replace(
                    spouse_education=facts[end][0],
                    spouse_language=facts[end][1],
                    spouse_years=facts[end][2],
                ),
                True,
            ),
        )


def _spouse_reaching(aim: int) -> Apply:
    def apply(ends: Ends, column: Column, _: int) -> tuple[Ends, Column]:
        held = ends.spouse_language or (0, 0, 0, 0)
        raised = (max(held[0], aim), max(held[1], aim), max(held[2], aim), max(held[3], aim))
        return ends._replace(spouse_language=raised), column

    return apply
