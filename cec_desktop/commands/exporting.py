"""``cec-desktop export``: client files out of a casebook, in the exchange format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from cec_desktop.commands.casebooks import casebook_options, opened_to_read
from cec_desktop.commands.console import write_json
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from cec_desktop.practice.office_reader import OfficeReader


def run(call: Call) -> int:
    """Print one client file, or write one or several and print where.

    Raises:
        Refusal: bad usage, a number that no file has, or a file or casebook that cannot be used.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    if not options.all:
        parser.required(options.numbers, _("NUMBER"))
    elif options.numbers:
        raise parser.refusal(_("--all and single numbers exclude each other"))
    if options.output is None and (options.all or len(options.numbers) > 1):
        raise parser.refusal(_("several client files need -o FOLDER"))
    with opened_to_read(options, call) as office:
        found = _found(office, options.numbers, _) if options.numbers else _every(office)
        if options.output is None:
            _print(office, next(iter(found.values())))
        else:
            _write(office, found, Path(options.output), single=len(options.numbers) == 1)
    return 0


COMMAND = Command("export", N_("write client files of a casebook as JSON"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _(
            "NUMBER [MORE ...] | --all [-o PLACE] [--casebook FILE] [--passphrase-file FILE | --keychain] "
            "[--lang en|fr]"
        ),
        _(
            "Writes client files of a casebook in the cec-case format: one to standard output or to a file, "
            "several into a folder, each named by its number."
        ),
    )
    parser.argument("numbers", _("NUMBER"), _("numbers of client files"))
    parser.flag("--all", meaning=_("every client file that is not in the bin, the archive included"))
    parser.option("-o", "--output", shown=_("PLACE"), meaning=_("file, or folder, to write to"))
    casebook_options(parser, _)
    return parser


def _found(office: OfficeReader, numbers: Sequence[str], _: Words) -> dict[str, str]:
    """The ids of files by their numbers."""
    ids = {number: office.id_of(number) for number in numbers}
    missing = [number for number, case_id in ids.items() if case_id is None]
    if missing:
        raise Refusal(
            [_("There is no client file {number} in the casebook.", number=each) for each in missing]
        )
    return {number: case_id for number, case_id in ids.items() if case_id is not None}


def _every(office: OfficeReader) -> dict[str, str]:
    from cec_desktop.storage.records import Filter

    kept = (*office.rows(Filter.ACTIVE), *office.rows(Filter.ARCHIVED))
    return {row.file_number: row.case_id for row in kept}


def _print(office: OfficeReader, case_id: str) -> None:
    from cec_desktop.casefile.reading import write_case

    write_json(write_case(office.get(case_id).case))


def _write(office: OfficeReader, found: dict[str, str], place: Path, *, single: bool) -> None:
    inside = not single or place.is_dir()
    for number, case_id in found.items():
        path = place / f"{_file_name(number)}.json" if inside else place
        office.export(case_id, path)
        print(path)


def _file_name(number: str) -> str:
    """A file number as a file name: what a folder or another system could not take is written as %2F."""
    return re.sub(r"[^\w .-]", lambda match: quote(match[0], safe=""), number)
