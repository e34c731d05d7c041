"""``cec-desktop programs``: which of the three classes of Express Entry a client is in."""

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
    """Print what the rules of the three classes say of one file on a day.

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


COMMAND = Command("programs", N_("say which of the three classes of Express Entry a client is in"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _("CASE.json [--on DATE] [--json] [--lang en|fr]"),
        _(
            "Says of the Canadian Experience Class, the Federal Skilled Worker Class and the Federal Skilled "
            "Trades Class whether the client is in it on a day: every condition with its citation, the "
            "points of the selection grid, and the facts that are missing."
        ),
        _("Exit status: 0 whatever the outcome, 2 for bad input or usage, 1 for a fault of the program."),
    )
    parser.argument("files", _("CASE.json"), _("client file to judge; - is standard input"))
    parser.option(
        "--on",
        shown=_("DATE"),
        meaning=_("day to judge, such as 2026-11-22; else the day of the application, else today"),
    )
    parser.flag("--json", meaning=_("print one JSON object"))
    parser.language()
    return parser


def _said(case: CaseFile, on: date | None, today: date, words: Words, *, as_json: bool) -> str:
    from cec_desktop.rules.assess import day_of, load_rulebook
    from cec_desktop.rules.programs.beside import programs_on

    found = programs_on(case, on or day_of(case, today), today, load_rulebook())
    if as_json:
        from cec_desktop.reports.programs_json import programs_json

        return programs_json(case.file_number, found, words.language)
    from cec_desktop.reports.programs_text import programs_text

    return programs_text(case, found, words)
