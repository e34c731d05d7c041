"""``cec-desktop import``: client files into a casebook, all of them or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cec_desktop.commands.case_files import problem_line, read_cases
from cec_desktop.commands.casebooks import casebook_options, opened
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from cec_desktop.practice.importing import ImportRefusedError


def run(call: Call) -> int:
    """Take client files in and say how many.

    Raises:
        Refusal: bad usage, a file that cannot be taken in, or a casebook that cannot be opened.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    parser.required(options.files, _("CASE.json"))
    files = ["./-" if name == "-" else name for name in options.files]  # read twice, so never a stream
    read_cases(files, _)  # what is wrong with a file is said before the passphrase is asked for
    from cec_desktop.practice.importing import ImportRefusedError

    paths = [Path(name) for name in files]
    try:
        with opened(options, call, new=options.new) as office:
            done = len(office.import_files(paths))
            print(_.plural("{n} client file imported.", "{n} client files imported.", done))
    except ImportRefusedError as error:
        raise Refusal(_lines(error, _, several=len(paths) > 1)) from error
    return 0


COMMAND = Command("import", N_("take client files into a casebook"), run)


def _lines(error: ImportRefusedError, _: Words, *, several: bool) -> list[str]:
    return [
        problem_line(str(each.path) if several else "", each.problem.place, _.message(each.problem.message))
        for each in error.problems
    ]


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _(
            "CASE.json [MORE.json ...] [--casebook FILE] [--new] [--passphrase-file FILE | --keychain] "
            "[--lang en|fr]"
        ),
        _("Takes client files into a casebook: all of them, or none when one of them cannot be."),
    )
    parser.argument("files", _("CASE.json"), _("client files to take in"))
    parser.flag("--new", meaning=_("make the casebook when there is none"))
    casebook_options(parser, _)
    return parser
