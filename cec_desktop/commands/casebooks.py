"""An unlocked casebook for a command; its passphrase is never an argument, where others could read it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cec_desktop.commands.parser import Call, Parser
from cec_desktop.commands.refusal import Refusal

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.office import Office
    from cec_desktop.practice.office_reader import OfficeReader


def casebook_options(parser: Parser, _: Words) -> None:
    """Take which casebook is meant and where its passphrase comes from."""
    parser.option("--casebook", shown=_("FILE"), meaning=_("casebook; else the one that was opened last"))
    parser.option(
        "--passphrase-file",
        shown=_("FILE"),
        meaning=_("file whose first line is the passphrase; else it is asked for on the terminal"),
    )
    parser.flag("--keychain", meaning=_("take the passphrase from the keychain of this system"))
    parser.language()


@contextmanager
def opened(options: argparse.Namespace, call: Call, *, new: bool = False) -> Iterator[Office]:
    """The casebook that is meant, open for the block; ``new`` makes it where there is none.

    Raises:
        Refusal: it cannot be opened, or does not do what the block asks of it.
    """
    from cec_desktop.practice.office import Office
    from cec_desktop.practice.people import author_here
    from cec_desktop.storage.errors import CasebookMissing

    with _refusing(call):
        path = _path(options)
        make = new and not path.exists()
        if not make and not path.exists():
            raise CasebookMissing(path)
        passphrase = _passphrase(path, options, call.words, twice=make)
        open_it = Office.create if make else Office.unlock
        with open_it(path, passphrase, author_here(), lambda: call.today) as office:
            yield office


@contextmanager
def opened_to_read(options: argparse.Namespace, call: Call) -> Iterator[OfficeReader]:
    """The casebook that is meant, for a block that changes nothing in it.

    Where another program has it open, such as the window, it is read beside that program.

    Raises:
        Refusal: it cannot be opened, or does not do what the block asks of it.
    """
    from cec_desktop.practice.office import Office
    from cec_desktop.practice.office_reader import OfficeReader
    from cec_desktop.practice.people import author_here
    from cec_desktop.storage.errors import CasebookInUse, CasebookMissing

    with _refusing(call):
        path = _path(options)
        if not path.exists():
            raise CasebookMissing(path)
        passphrase = _passphrase(path, options, call.words, twice=False)
        office: OfficeReader
        try:
            office = Office.unlock(path, passphrase, author_here(), lambda: call.today)
        except CasebookInUse:
            office = OfficeReader.beside(path, passphrase, lambda: call.today)
        with office:
            yield office


@contextmanager
def _refusing(call: Call) -> Iterator[None]:
    """Say in words why a casebook could not be used."""
    from cec_desktop.practice.files import FileTroubleError
    from cec_desktop.practice.passphrase import PassphraseError
    from cec_desktop.storage.errors import CasebookError

    try:
        yield
    except (CasebookError, FileTroubleError, PassphraseError) as error:
        raise Refusal([call.words.message(error.message)]) from error


def _path(options: argparse.Namespace) -> Path:
    from cec_desktop.practice.places import places

    return Path(options.casebook) if options.casebook else places().current_casebook


def _passphrase(path: Path, options: argparse.Namespace, _: Words, *, twice: bool) -> str:
    from cec_desktop.practice.passphrase import from_file, from_keychain, from_terminal

    if options.passphrase_file:
        return from_file(Path(options.passphrase_file))
    if options.keychain:
        kept = from_keychain(path)
        if kept is None:
            raise Refusal([_("The keychain holds no passphrase of {file}.", file=path.name)])
        return kept
    question = _("Passphrase of {file}: ", file=path.name)
    return from_terminal(question, _("The same passphrase again: ") if twice else None)
