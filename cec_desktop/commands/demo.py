"""``cec-desktop demo``: the invented clients in a window, or their reports where there is no screen."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.commands.window import has_screen, open_demo
from cec_desktop.i18n.words import N_, Words


def run(call: Call) -> int:
    """Open the demonstration; without a screen write what it would show, and say where.

    Raises:
        Refusal: bad usage.
    """
    _ = call.words
    options = _parser(_).parse(call.arguments)
    if options is None:
        return 0
    if options.output is None and has_screen():
        return open_demo(call)
    if options.output is None:
        print(_("There is no screen to open the window on; the demonstration is written to files."))
    folder = Path(options.output or tempfile.mkdtemp(prefix="cec-desktop-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    _write_demo(folder, _, call.today)
    return 0


COMMAND = Command("demo", N_("show the program on invented clients"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _("[-o FOLDER] [--lang en|fr]"),
        _(
            "Opens a throw-away casebook of invented clients. Without a screen, or with -o, it assesses them "
            "and writes their summaries and a picture of the window into a folder."
        ),
    )
    parser.option(
        "-o", "--output", shown=_("FOLDER"), meaning=_("write files there instead of opening the window")
    )
    parser.language()
    return parser


def _write_demo(folder: Path, words: Words, today: date) -> None:
    from cec_desktop.practice.demo import demo_files
    from cec_desktop.practice.files import read_case_file
    from cec_desktop.reports.assessment_text import headline
    from cec_desktop.reports.office_details import OfficeDetails
    from cec_desktop.reports.summary import write_summary
    from cec_desktop.rules.assess import assess, day_of, load_rulebook

    book = load_rulebook()
    for path in demo_files():
        case = read_case_file(path)
        assessment = assess(case, day_of(case, today), today, book)
        target = folder / f"{path.stem}.pdf"
        write_summary(
            case,
            assessment,
            target,
            language="both",
            paper="letter",
            office=OfficeDetails(),
            prepared_on=today,
        )
        print(headline(case, assessment, words.language))
        print(f"  {target}")
