"""Language: every result entered with its scores, the levels they earn and the last day it holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cec_desktop.casefile.model import CaseFile, LanguageTest
from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Block, Cell, Column, Heading, Line, Paragraph, Run, Table
from cec_desktop.reports.content.names import name_of_test
from cec_desktop.reports.content.speaker import Phrase, Speaker
from cec_desktop.rules.findings import Assessment, LanguageStanding
from cec_desktop.rules.language import ABILITIES
from cec_desktop.rules.person import NEVER
from cec_desktop.rules.results import Result, results_of
from cec_desktop.rules.rulebook import RuleBook, in_force

_STATED = {"benchmarks", "written_evidence"}


def language_blocks(case: CaseFile, assessment: Assessment, book: RuleBook, speaker: Speaker) -> list[Block]:
    """The table of results, and what the class asks."""
    blocks: list[Block] = [Heading(speaker.say(lambda _: _("Language")))]
    results = results_of(case, book)
    if results:
        ordered = sorted(results, key=lambda result: result.test.result_date or date.min, reverse=True)
        rows = tuple(_row(result, assessment.on, book, speaker) for result in ordered)
        blocks.append(Table(_columns(speaker), rows))
    else:
        blocks.append(Paragraph(speaker.say(lambda _: _("No language test is entered."))))
    standing = assessment.membership.language
    if standing is not None and standing.required_clb is not None:
        blocks.append(Paragraph(speaker.say(lambda _: _asked(_, standing)), small=True))
    return blocks


def last_day(result: Result, on: date, book: RuleBook) -> date | None:
    """The last day a result holds under the rule in force on a day; None without one."""
    last = result.last(in_force(book.test_ages, on))
    return None if last is None or last == NEVER else date.fromordinal(last)


def scale_name(test: LanguageTest, book: RuleBook) -> str:
    """CLB for a test of English, NCLC for one of French."""
    return "NCLC" if (book.language.test_language(test.test) or test.language) == "fr" else "CLB"


def _columns(speaker: Speaker) -> tuple[Column, ...]:
    say = speaker.say
    return (
        Column(say(lambda _: _("Test")), 118),
        Column(say(lambda _: _("Date of result")), 66),
        Column(say(lambda _: _("Listening")), 74, numeric=True),
        Column(say(lambda _: _("Reading")), 76, numeric=True),
        Column(say(lambda _: _("Writing")), 60, numeric=True),
        Column(say(lambda _: _("Speaking")), 58, numeric=True),
        Column(say(lambda _: _("Valid to")), 64, numeric=True),
    )


def _row(result: Result, on: date, book: RuleBook, speaker: Speaker) -> tuple[Cell, ...]:
    test = result.test
    scale = scale_name(test, book)
    last = last_day(result, on, book)
    abilities = zip(ABILITIES, result.levels.each(), strict=True)
    return (
        Cell(said=speaker.say(lambda _: Run(f"{name_of_test(_, test.test)}, {scale}", "strong"))),
        _day_cell(test.result_date, speaker),
        *(Cell((_score(test, ability, level, speaker.first),)) for ability, level in abilities),
        Cell((speaker.shared(last.isoformat(), "strong"),)) if last else _without_end(result, speaker),
    )


def _day_cell(day: date | None, speaker: Speaker) -> Cell:
    if day is None:
        return Cell(said=speaker.say(lambda _: _("not known")))
    return Cell((speaker.shared(day.isoformat()),))


def _without_end(result: Result, speaker: Speaker) -> Cell:
    if result.designated:
        return Cell(said=speaker.say(lambda _: _("not known")))
    return Cell(said=speaker.say(lambda _: _("no limit")))


def _score(test: LanguageTest, ability: str, level: int | None, _: Words) -> Line:
    score = getattr(test, ability)
    if score is None and test.former is not None:
        score = getattr(test.former, ability)
    earned = Run("?" if level is None else str(level), "strong")
    if score is None or test.test in _STATED:
        return (earned,)
    shown = _.number(score) if isinstance(score, int | Decimal) else score
    return (Run(f"{shown}\u00a0→\u00a0"), earned)


def _asked(_: Words, standing: LanguageStanding) -> Phrase:
    if standing.achieved_clb is None:
        return _("CLB/NCLC {required} is required in each ability.", required=standing.required_clb)
    return _(
        "CLB/NCLC {required} is required in each ability; one test reaches {achieved} in all four.",
        required=standing.required_clb,
        achieved=standing.achieved_clb,
    )
