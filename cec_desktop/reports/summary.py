"""The summary a client is handed, as a PDF on disk, as bytes for a preview, or as plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from cec_desktop.casefile.model import CaseFile
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.reports.summary_content import printed_names, summary_document
from cec_desktop.rules.findings import Assessment

SummaryLanguage = Literal["en", "fr", "both"]
PaperSize = Literal["letter", "a4"]


def write_summary(
    case: CaseFile,
    assessment: Assessment,
    path: Path,
    *,
    language: SummaryLanguage,
    paper: PaperSize,
    office: OfficeDetails,
    prepared_on: date,
) -> None:
    """Write the summary; the file is there whole or, on failure, as it was before.

    With ``both`` languages the client's preferred one leads.

    Raises:
        ReportFileError: the file cannot be written; its ``message`` tells why.
        LogoError: the logo is no picture that can be read.
    """
    from cec_desktop.reports.files import write_whole

    content = summary_bytes(
        case, assessment, language=language, paper=paper, office=office, prepared_on=prepared_on
    )
    write_whole(path, content)


def summary_bytes(
    case: CaseFile,
    assessment: Assessment,
    *,
    language: SummaryLanguage,
    paper: PaperSize,
    office: OfficeDetails,
    prepared_on: date,
) -> bytes:
    """The summary as a PDF in memory; the same file on the same day gives the same bytes.

    Raises:
        LogoError: the logo is no picture that can be read.
    """
    # The PDF library is heavy; what never prints does not load it.
    from cec_desktop.reports.reportlab_backend.render import render

    document = summary_document(
        case,
        assessment,
        language=language,
        office=office,
        prepared_on=prepared_on,
        letters_missing=has_letters_missing(case, office),
    )
    return render(document, paper)


def has_letters_missing(case: CaseFile, office: OfficeDetails) -> bool:
    """Whether the summary prints words in letters its typeface lacks; the summary itself says so too."""
    names = printed_names(case, office)
    if all(map(str.isascii, names)):
        return False
    from cec_desktop.reports.fonts import lacks_letters

    return any(map(lacks_letters, names))


def summary_text(
    case: CaseFile,
    assessment: Assessment,
    *,
    language: SummaryLanguage,
    prepared_on: date,
    office: OfficeDetails | None = None,
) -> str:
    """The summary as plain text, without the PDF library."""
    from cec_desktop.reports.text_backend import as_text

    document = summary_document(
        case, assessment, language=language, office=office or OfficeDetails(), prepared_on=prepared_on
    )
    return as_text(document)
