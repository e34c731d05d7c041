"""``cec-desktop demo``: the invented clients in a window, or their reports where there is no screen."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from cec_desktop.commands.case_files import assessed
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.commands.summary import write_pdf
from cec_desktop.commands.window import has_screen, open_demo, qt_libraries
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


def _write_demo(folder: Path, _: Words, today: date) -> None:
    """Say the outcome of every invented client, write the summaries and draw the window."""
    from cec_desktop.practice.demo import demo_files
    from cec_desktop.practice.files import read_case_file
    from cec_desktop.reports.assessment_text import headline

    folder.mkdir(parents=True, exist_ok=True)
    for path in demo_files():
        case = read_case_file(path)
        assessment = assessed(case, None, today)
        print(headline(case, assessment, _.language))
        target = folder / f"{path.stem}.pdf"
        write_pdf(case, assessment, target, today, _)
        print(f"  {target}")
    print(_("The window on these clients:"))
    with qt_libraries(_):
        from cec_desktop import app

        for picture in app.demo_pictures(folder):
            print(f"  {picture}")
