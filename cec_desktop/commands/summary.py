"""``cec-desktop summary``: the PDF a client is handed, from a client file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cec_desktop.commands.case_files import assessed, read_cases
from cec_desktop.commands.parser import Call, Command, Parser
from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import N_, Words

if TYPE_CHECKING:
    from argparse import Namespace

    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.reports.office_details import OfficeDetails
    from cec_desktop.reports.summary import PaperSize, SummaryLanguage
    from cec_desktop.rules.findings import Assessment

_LANGUAGES: Final = ("en", "fr", "both")
_PAPERS: Final = ("letter", "a4")


def run(call: Call) -> int:
    """Write the summary of a file and print where.

    Raises:
        Refusal: bad usage, a file that is not sound, or a PDF that cannot be written.
    """
    _ = call.words
    parser = _parser(_)
    options = parser.parse(call.arguments)
    if options is None:
        return 0
    file = parser.only(options.files, _("CASE.json"))
    parser.required([options.output] if options.output else [], _("-o FILE.pdf"))
    on = parser.day("--on", options.on)
    (case,) = read_cases([file], _)
    office = _office(options)
    write_pdf(
        case,
        assessed(case, on, call.today),
        Path(options.output),
        call.today,
        _,
        language=options.lang,
        paper=options.paper,
        office=office,
    )
    print(options.output)
    _warn_of_letters(case, office, _)
    return 0


COMMAND = Command("summary", N_("write the summary for the client as a PDF"), run)


def _office(options: Namespace) -> OfficeDetails:
    """Who hands the summary out, as far as it was said."""
    from cec_desktop.reports.office_details import OfficeDetails

    return OfficeDetails(
        firm=options.firm or "", consultant=options.consultant or "", licence=options.licence or ""
    )


def _warn_of_letters(case: CaseFile, office: OfficeDetails, _: Words) -> None:
    from cec_desktop.reports.summary import has_letters_missing

    if has_letters_missing(case, office):
        print(
            _("The PDF lacks letters of some names and says where: enter them in Latin letters."),
            file=sys.stderr,
        )


def _parser(_: Words) -> Parser:
    parser = Parser(
        _,
        COMMAND.name,
        _("CASE.json -o FILE.pdf [--on DATE] [--lang en|fr|both] [--paper letter|a4] [--firm NAME]"),
        _(
            "Writes the eligibility summary that a client is handed, in English and French side by side or "
            "in one of them. The file is there whole, or as it was before."
        ),
    )
    parser.argument("files", _("CASE.json"), _("client file; - is standard input"))
    parser.option("-o", "--output", shown=_("FILE.pdf"), meaning=_("PDF to write"))
    parser.option(
        "--on",
        shown=_("DATE"),
        meaning=_("day to assess, such as 2026-11-22; else the day of the application, else today"),
    )
    parser.choice("--lang", _LANGUAGES, "both", _("language of the summary; both, unless one is chosen"))
    parser.choice("--paper", _PAPERS, "letter", _("size of the paper; letter, unless a4 is chosen"))
    parser.option("--firm", shown=_("NAME"), meaning=_("name of the firm on the summary"))
    parser.option("--consultant", shown=_("NAME"), meaning=_("name of the consultant on the summary"))
    parser.option(
        "--licence", shown=_("NUMBER"), meaning=_("licence number of the consultant, such as R000000")
    )
    return parser


def write_pdf(
    case: CaseFile,
    assessment: Assessment,
    path: Path,
    today: date,
    words: Words,
    *,
    language: SummaryLanguage = "both",
    paper: PaperSize = "letter",
    office: OfficeDetails | None = None,
) -> None:
    """Write the summary of a file; without an office no firm hands it out.

    Raises:
        Refusal: it cannot be written; what was there is still there.
    """
    from cec_desktop.reports.errors import ReportFileError
    from cec_desktop.reports.office_details import OfficeDetails
    from cec_desktop.reports.summary import write_summary

    try:
        write_summary(
            case,
            assessment,
            path,
            language=language,
            paper=paper,
            office=office or OfficeDetails(),
            prepared_on=today,
        )
    except ReportFileError as error:
        raise Refusal([words.message(error.message)]) from error
