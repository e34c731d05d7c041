"""Client files named on the command line: all of them are read, or every error of every file is said."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cec_desktop.commands.refusal import Refusal

if TYPE_CHECKING:
    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.i18n.words import Words
    from cec_desktop.rules.findings import Assessment

STANDARD_INPUT: Final = "-"


def read_cases(names: Sequence[str], words: Words) -> list[CaseFile]:
    """The client files in files of these names, in order; ``-`` is standard input.

    Raises:
        Refusal: one line for each error, ``PLACE: words``; of several files each line begins with the name.
    """
    from cec_desktop.casefile.problems import CaseFileError

    cases: list[CaseFile] = []
    lines: list[str] = []
    for name in names:
        try:
            cases.append(_read(name))
        except CaseFileError as error:
            prefix = name if len(names) > 1 else ""
            lines += [
                problem_line(prefix, each.place or ("" if prefix else name), words.message(each.message))
                for each in error.problems
            ]
    if lines:
        raise Refusal(lines)
    return cases


def assessed(case: CaseFile, on: date | None, today: date) -> Assessment:
    """What the rules say of a file on a day; without one, on the day of its application, else today."""
    from cec_desktop.rules.assess import assess, day_of, load_rulebook

    return assess(case, on or day_of(case, today), today, load_rulebook())


def problem_line(file: str, place: str, said: str) -> str:
    """``FILE: PLACE: words``, without what is empty; never more than one line."""
    line = ": ".join(part for part in (file, place, said) if part)
    return "".join(
        each if each.isprintable() or each == "\u00a0" else "\N{REPLACEMENT CHARACTER}" for each in line
    )


def _read(name: str) -> CaseFile:
    from cec_desktop.practice.files import read_case_file, read_case_stream

    if name != STANDARD_INPUT:
        return read_case_file(Path(name))
    return read_case_stream(sys.stdin.buffer if sys.stdin else io.BytesIO())
