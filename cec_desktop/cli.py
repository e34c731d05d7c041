"""The command line: the same services without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from cec_desktop.commands import assess, crs, demo, exporting, importing, listing, programs, schema, summary
from cec_desktop.commands.console import Console
from cec_desktop.commands.parser import Call, Command, Parser, asked_language, system_language
from cec_desktop.commands.window import open_window
from cec_desktop.i18n.words import Words, words
from cec_desktop.version import VERSION

COMMANDS: Final[tuple[Command, ...]] = (
    assess.COMMAND,
    crs.COMMAND,
    programs.COMMAND,
    summary.COMMAND,
    importing.COMMAND,
    exporting.COMMAND,
    listing.COMMAND,
    schema.COMMAND,
    demo.COMMAND,
)


def main(argv: Sequence[str] | None = None, today: Callable[[], date] = date.today) -> int:
    """Run one command and return the exit status.

    0 is done, whatever the outcome; 2 is bad input or usage; 1 is a fault of the program.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    asked = asked_language(arguments)
    _ = words(asked or system_language(os.environ))
    console = Console(_)
    with console:
        console.status = _run(Call(arguments, _, today(), asked))
        if sys.stdout:
            sys.stdout.flush()  # what cannot be written shall be said now
    return console.status


def _run(call: Call) -> int:
    """The whole line: options of the program, then a command with its own."""
    _, arguments = call.words, call.arguments
    at = _command_at(arguments)
    parser = _parser(_)
    options = parser.parse(arguments[:at])
    if options is None:
        return 0
    if options.version:
        print(VERSION)
        return 0
    if at == len(arguments):
        return open_window(call)
    for command in COMMANDS:
        if command.name == arguments[at]:
            return command.run(replace(call, arguments=arguments[at + 1 :]))
    names = ", ".join(command.name for command in COMMANDS)
    raise parser.refusal(_("{given} is not a command; there are: {names}", given=arguments[at], names=names))


def _command_at(arguments: Sequence[str]) -> int:
    """Where the command's name stands: the first argument that is no option or an option's value."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] == "--lang" else 1
    return min(at, len(arguments))


def _parser(_: Words) -> Parser:
    lines = [_("commands:"), *(f"  {each.name:10}{_(each.summary)}" for each in COMMANDS)]
    lines += ["", _("cec-desktop COMMAND --help explains a command.")]
    parser = Parser(
        _,
        "",
        _("[COMMAND ...] [--lang en|fr]"),
        _("Case files for the Canadian Experience Class. Without a command the window opens."),
        "\n".join(lines),
    )
    parser.language()
    parser.flag("--version", meaning=_("show the version"))
    return parser
