"""``cec-desktop assess``: what the rules say of client files, as text or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cec_desktop.commands.case_files import assessed, read_cases
from cec_desktop.commands.console import collecting_paused, write_json
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.rules.findings import Assessment


def run(call: Call) -> int:
    """Print what the rules say of each file; nothing of any, unless all of them are sound.

    Raises:
        Refusal: bad usage, or a file that is not sound.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    parser.required(options.files, _("CASE.json"))
    if options.json and options.text:
        raise parser.refusal(_("--json and --text exclude each other"))
    on = parser.day("--on", options.on)
    with collecting_paused():
        cases = read_cases(options.files, _)
        said = [_said(case, assessed(case, on, call.today), _, as_json=options.json) for case in cases]
    if options.json:
        write_json("".join(said))
    else:
        print("\n\n".join(said), end="")
    return 0


COMMAND = Command("assess", N_("say whether a client is a member of the class, since when and why"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _("CASE.json [MORE.json ...] [--on DATE] [--json | --text] [--lang en|fr]"),
        _(
            "Says whether a client is a member of the Canadian Experience Class on a day, from when and "
            "until when, and why. Reads client files in the cec-case format; needs no casebook."
        ),
        _("Exit status: 0 whatever the outcome, 2 for bad input or usage, 1 for a fault of the program."),
    )
    parser.argument("files", _("CASE.json"), _("client files to assess; - is standard input"))
    parser.option(
        "--on",
        shown=_("DATE"),
        meaning=_("day to assess, such as 2026-11-22; else the day of the application, else today"),
    )
    parser.flag("--json", meaning=_("print one JSON object a line for each file"))
    parser.flag("--text", meaning=_("print readable text (this is the default)"))
    parser.language()
    return parser


def _said(case: CaseFile, assessment: Assessment, words: Words, *, as_json: bool) -> str:
    if as_json:
        from cec_desktop.reports.assessment_json import assessment_json

        return assessment_json(case, assessment, words.language) + "\n"
    from cec_desktop.reports.assessment_text import assessment_text

    return assessment_text(case, assessment, words.language)
