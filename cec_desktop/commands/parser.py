"""One command's arguments and its help, in words.

The standard parser finds options and lays out the help. Whatever it would say itself it would say in English,
so nothing is left for it to say: values are checked here.
"""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any, Final

from cec_desktop.casefile.message import message
from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import LANGUAGES, Language, Words

PROGRAM: Final = "cec-desktop"
_WIDEST: Final = 100
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Call:
    """A command as called: the arguments after its name, the words to answer in, and the day it is.

    ``asked`` is the language that was asked for, None where the system's is spoken.
    """

    arguments: Sequence[str]
    words: Words
    today: date
    asked: Language | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in a line, and how it is done; ``run`` returns the exit status."""

    name: str
    summary: str
    run: Callable[[Call], int]


class Parser:
    """Declares arguments one by one, then parses; every text is in the language of ``words``.

    ``usage`` is what may stand after the name; ``epilogue`` closes the help, line by line.
    """

    def __init__(self, words: Words, name: str, usage: str, summary: str, epilogue: str = "") -> None:
        _ = self._words = words
        self._program = f"{PROGRAM} {name}".strip()
        self._parser = argparse.ArgumentParser(
            prog=self._program,
            usage=f"{self._program} {usage}",
            description=_filled(summary),
            epilog="\n".join(map(_filled, epilogue.splitlines())),
            formatter_class=partial(_Formatter, lead=_("usage: ")),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._arguments = self._parser.add_argument_group(_titled(_("arguments:")))
        self._options = self._parser.add_argument_group(_titled(_("options:")))
        self._choices: dict[str, Sequence[str]] = {}
        self._flags: set[str] = set()
        self._list: str | None = None
        self.flag("-h", "--help", meaning=_("show this help"))

    def argument(self, name: str, shown: str, meaning: str) -> None:
        """Take any number of arguments that are no options, as a list under ``name``."""
        self._arguments.add_argument(name, nargs="*", metavar=shown, help=meaning)
        self._list = name

    def flag(self, *names: str, meaning: str) -> None:
        """Take an option without a value."""
        self._options.add_argument(*names, action="store_true", help=meaning)
        self._flags.update(names)

    def option(self, *names: str, shown: str, meaning: str) -> None:
        """Take an option with a value; None without it."""
        self._options.add_argument(*names, metavar=shown, help=meaning)

    def choice(self, name: str, choices: Sequence[str], default: str | None, meaning: str) -> None:
        """Take an option whose value is one of a few."""
        self._options.add_argument(name, metavar="|".join(choices), default=default, help=meaning)
        self._choices[name] = choices

    def language(self) -> None:
        """Take ``--lang``, which :func:`asked_language` has read already."""
        _ = self._words
        self.choice("--lang", LANGUAGES, None, _("language: English or French"))

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace | None:
        """The values by their names; None when help was asked for and has been shown.

        What follows ``--`` is no option, whatever it looks like.

        Raises:
            Refusal: with the usage and what is wrong.
        """
        _ = self._words
        end = arguments.index("--") if "--" in arguments else len(arguments)
        try:
            options, rest = self._parser.parse_known_intermixed_args(list(arguments[:end]))
        except argparse.ArgumentError as error:
            name = error.argument_name or ""
            if self._flags & set(name.split("/")):
                raise self.refusal(_("{option} takes no value", option=name)) from None
            raise self.refusal(_("{option} needs a value", option=name)) from None
        if options.help:
            print(self._parser.format_help(), end="")
            return None
        plain = arguments[end + 1 :]
        if rest or (plain and self._list is None):
            raise self._unknown([*rest, *plain])
        if self._list is not None:
            getattr(options, self._list).extend(plain)
        for name, choices in self._choices.items():
            self._check_choice(name, getattr(options, name.strip("-").replace("-", "_")), choices)
        return options

    def required(self, values: Sequence[str], shown: str) -> None:
        """Refuse an empty list of arguments.

        Raises:
            Refusal: it is empty.
        """
        if not values:
            _ = self._words
            raise self.refusal(_("missing: {arguments}", arguments=shown))

    def only(self, values: Sequence[str], shown: str) -> str:
        """The one argument there is.

        Raises:
            Refusal: there is none, or more than one.
        """
        self.required(values, shown)
        if len(values) > 1:
            raise self._unknown(values[1:])
        return values[0]

    def day(self, name: str, text: str | None) -> date | None:
        """The day an option gives.

        Raises:
            Refusal: it is no day of the calendar.
        """
        if text is None:
            return None
        try:
            if not _DAY.fullmatch(text):
                raise ValueError(text)
            return date.fromisoformat(text)
        except ValueError:
            said = self._words.message(message("date_invalid"))
            raise self.refusal(f"{name}: {said}") from None

    def refusal(self, said: str) -> Refusal:
        """What is wrong with the arguments, below the usage."""
        _ = self._words
        error = _("{program}: error: {said}", program=self._program, said=said)
        return Refusal([self._parser.format_usage().rstrip(), error])

    def _unknown(self, given: Sequence[str]) -> Refusal:
        _ = self._words
        text = " ".join(given)
        return self.refusal(
            _.plural("unknown argument: {given}", "unknown arguments: {given}", len(given), given=text)
        )

    def _check_choice(self, name: str, given: str | None, choices: Sequence[str]) -> None:
        if given is not None and given not in choices:
            _ = self._words
            allowed = ", ".join(choices)
            raise self.refusal(
                _("{option} takes one of {allowed}, not {given}", option=name, allowed=allowed, given=given)
            )


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language that ``--lang`` names; it must be known before anything is said."""
    given = [after for name, after in pairwise(arguments) if name == "--lang"]
    given += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    return next((language for name in given for language in LANGUAGES if name == language), None)


def system_language(environment: Mapping[str, str]) -> Language:
    """The language of the environment, as gettext finds it; English where it is none of ours.

    The first in LANGUAGE, unless the locale is the plain one, else the locale's own.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return LANGUAGES[0]
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    known = (each for name in wanted for each in LANGUAGES if re.split("[_.@-]", name.lower())[0] == each)
    return next(known, LANGUAGES[0])


def _titled(title: str) -> str:
    """The title as the parser takes it, which adds a colon of its own."""
    return title.removesuffix(":")


def _filled(text: str) -> str:
    return textwrap.fill(text, min(_WIDEST, shutil.get_terminal_size().columns) - 2)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Leads the usage with our own word; leaves the lines of running text as they are."""

    def __init__(self, prog: str, lead: str) -> None:
        super().__init__(prog, width=min(_WIDEST, shutil.get_terminal_size().columns) - 2)
        self._lead = lead

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._lead if prefix is None else prefix)
