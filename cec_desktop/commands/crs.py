"""``cec-desktop crs``: points of a client file, what would help, and the score of the next three years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cec_desktop.commands.case_files import read_cases
from cec_desktop.commands.console import collecting_paused, write_json
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from cec_desktop.casefile.model import CaseFile


def run(call: Call) -> int:
    """Print the points of one file on a day.

    Raises:
        Refusal: bad usage, or a file that is not sound.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    name = parser.only(options.files, _("CASE.json"))
    on = parser.day("--on", options.on)
    with collecting_paused():
        (case,) = read_cases([name], _)
        said = _said(case, on, call.today, _, as_json=options.json)
    if options.json:
        write_json(said)
    else:
        print(said, end="")
    return 0


COMMAND = Command("crs", N_("give the points of a client, what would help, and what is coming"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _("CASE.json [--on DATE] [--json] [--lang en|fr]"),
        _(
            "Gives the score under the Comprehensive Ranking System (CRS) on a day, line by line with the "
            "row of the tables and its citation; then what would raise it, and how it changes over "
            "three years."
        ),
        _("Exit status: 0 whatever the score, 2 for bad input or usage, 1 for a fault of the program."),
    )
    parser.argument("files", _("CASE.json"), _("client file to score; - is standard input"))
    parser.option(
        "--on",
        shown=_("DATE"),
        meaning=_("day to score, such as 2026-11-22; else the day of the application, else today"),
    )
    parser.flag("--json", meaning=_("print one JSON object"))
    parser.language()
    return parser


def _said(case: CaseFile, on: date | None, today: date, words: Words, *, as_json: bool) -> str:
    from cec_desktop.rules.assess import day_of, load_rulebook
    from cec_desktop.rules.crs.course import score_over_time
    from cec_desktop.rules.crs.helping import what_would_help
    from cec_desktop.rules.crs.score import score_on
    from cec_desktop.rules.crs.standing import CrsFile

    day = on or day_of(case, today)
    file = CrsFile(case, load_rulebook())
    score, changes, steps = score_on(file, day), what_would_help(file, day), score_over_time(file, day)
    if as_json:
        from cec_desktop.reports.crs_json import crs_json

        return crs_json(case.file_number, day, score, changes, steps)
    from cec_desktop.reports.crs_text import crs_text

    return crs_text(case, day, score, changes, steps, words)
