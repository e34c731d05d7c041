"""``cec-desktop list``: the files of a casebook with their outcomes and next dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cec_desktop.commands.casebooks import casebook_options, opened_to_read
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow


def run(call: Call) -> int:
    """Print a line for each client file.

    Raises:
        Refusal: bad usage, or a casebook that cannot be opened.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    if options.archived and options.bin:
        raise parser.refusal(_("--archived and --bin exclude each other"))
    with opened_to_read(options, call) as office:
        from cec_desktop.storage.records import Filter

        which = Filter.ARCHIVED if options.archived else Filter.BIN if options.bin else Filter.ACTIVE
        office.refresh_outcomes()
        _print([_cells(row, _) for row in office.rows(which, " ".join(options.search))])
    return 0


COMMAND = Command("list", N_("list the client files of a casebook with what comes next"), run)


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _(
            "[WORD ...] [--archived | --bin] [--casebook FILE] [--passphrase-file FILE | --keychain] "
            "[--lang en|fr]"
        ),
        _("Lists client files: number, name, outcome, and the date that comes next."),
    )
    parser.argument(
        "search", _("WORD"), _("only files that hold every word: names, numbers, employers, notes")
    )
    parser.flag("--archived", meaning=_("list the archive"))
    parser.flag("--bin", meaning=_("list the bin"))
    casebook_options(parser, _)
    return parser


def _cells(row: ListRow, _: Words) -> tuple[str, str, str, str]:
    from cec_desktop.reports.content.names import outcome_word

    name = ", ".join(part for part in (row.family_name.upper(), row.given_names) if part)
    outcome = outcome_word(_, row.outcome) if row.outcome else _("not known")
    return row.file_number, name, outcome, _.message(row.next_words) if row.next_words else ""


def _print(rows: list[tuple[str, str, str, str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
