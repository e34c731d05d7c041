"""What went wrong, in words: the person's, the surroundings' and our own errors differ in what they say."""

from __future__ import annotations

import errno
from functools import cache
from typing import TYPE_CHECKING, Final

from cec_desktop.casefile.message import Message
from cec_desktop.i18n.words import N_

if TYPE_CHECKING:
    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.i18n.words import Words

_MOST_PROBLEMS: Final = 8
_SURROUNDINGS: Final = {
    errno.ENOSPC: N_("The disk is full. Free some room, then try again."),
    errno.EACCES: N_("There is no permission for {file}. Choose another place."),
    errno.EPERM: N_("There is no permission for {file}. Choose another place."),
    errno.EROFS: N_("{file} lies where nothing can be written. Choose another place."),
    errno.ENOENT: N_("{file} is not there any more."),
    errno.EISDIR: N_("{file} is a folder, not a file."),
    errno.ENOTDIR: N_("{file} is not inside a folder."),
}


@cache
def explained() -> tuple[type[Exception], ...]:
    """The errors that have words for a person; anything else is our fault, for the crash guard."""
    from cec_desktop.casefile.problems import CaseFileError
    from cec_desktop.practice.files import FileTroubleError
    from cec_desktop.practice.importing import ImportRefusedError
    from cec_desktop.practice.passphrase import PassphraseError
    from cec_desktop.reports.errors import ReportError
    from cec_desktop.storage.errors import CasebookError

    return (
        CaseFileError,
        CasebookError,
        FileTroubleError,
        ImportRefusedError,
        PassphraseError,
        ReportError,
        OSError,
    )


def is_ours(error: Exception) -> bool:
    """Whether the error is a fault of the program, to be reported rather than explained."""
    return not isinstance(error, explained())


def sentence(error: Exception, words: Words) -> str:
    """The error in a person's words; several problems of a file stand one a line."""
    message = _message(error)
    if message is not None:
        return words.message(message)
    problems = _problems(error)
    if problems:
        return _listed(problems, words)
    if isinstance(error, OSError):
        return _of_the_surroundings(error, words)
    _ = words
    return _("The program made a mistake and stopped what it was doing. Your files are as they were.")


def refusal_words(error: Exception, case: CaseFile, words: Words) -> str:
    """Why an edit of an open file was not made, with its places as tables and forms name them."""
    from cec_desktop.casefile.problems import EditRefused
    from cec_desktop.ui.tables.judging import told

    said = told(error.problems, case, words) if isinstance(error, EditRefused) else None
    return said or sentence(error, words)


def _message(error: Exception) -> Message | None:
    message = getattr(error, "message", None)
    return message if isinstance(message, Message) else None


def _problems(error: Exception) -> list[tuple[str, Message]]:
    """Every reason with its place; of several files each place begins with the file's name."""
    found: list[tuple[str, Message]] = []
    for each in getattr(error, "problems", ()):
        path, problem = getattr(each, "path", None), getattr(each, "problem", each)
        place = ": ".join(part for part in (path.name if path else "", problem.place) if part)
        found.append((place, problem.message))
    return found


def _listed(problems: list[tuple[str, Message]], words: Words) -> str:
    lines = [f"{place}: {words.message(said)}" if place else words.message(said) for place, said in problems]
    more = len(lines) - _MOST_PROBLEMS
    if more > 0:
        lines = [*lines[:_MOST_PROBLEMS], words.plural("and {n} more", "and {n} more", more)]
    return "\n".join(lines)


def _of_the_surroundings(error: OSError, _: Words) -> str:
    file = str(error.filename or "")
    name = file.replace("\\", "/").rstrip("/").rpartition("/")[2] or file
    known = _SURROUNDINGS.get(error.errno or 0)
    if known is not None:
        return _(known, file=name)
    return _("The system refused: {reason}. Nothing was changed.", reason=error.strerror or "")
