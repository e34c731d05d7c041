"""The firm and its consultant, and how the firm likes its summaries: kept in the casebook."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Literal, get_args

from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.difference import Json
from cec_desktop.storage.reading import CasebookReader

Paper = Literal["letter", "a4"]
SummaryLanguage = Literal["en", "fr", "both"]

_NAME = "firm"


@dataclass(frozen=True, slots=True)
class Firm:
    """Who hands a summary out, on what paper, and in which language unless asked otherwise."""

    details: OfficeDetails = field(default_factory=OfficeDetails)
    paper: Paper = "letter"
    language: SummaryLanguage = "both"


def read_firm(casebook: CasebookReader) -> Firm:
    """What the casebook knows of the firm; whatever is missing or spoilt is as in a new casebook.

    Raises:
        CasebookError: it cannot be read.
    """
    raw = casebook.setting(_NAME)
    if not isinstance(raw, dict):
        return Firm()
    details = OfficeDetails(
        firm=_text(raw, "firm"),
        address=_text(raw, "address"),
        phone=_text(raw, "phone"),
        consultant=_text(raw, "consultant"),
        licence=_text(raw, "licence"),
        logo=_picture(raw.get("logo")),
    )
    return Firm(details, paper_named(raw.get("paper")), language_named(raw.get("language")))


def paper_named(name: object) -> Paper:
    """The paper of a name; that of a new casebook where there is none of that name."""
    papers: Iterator[Paper] = (each for each in get_args(Paper) if each == name)
    return next(papers, Firm().paper)


def language_named(name: object) -> SummaryLanguage:
    """The language of summaries of a name; that of a new casebook where there is none of that name."""
    languages: Iterator[SummaryLanguage] = (each for each in get_args(SummaryLanguage) if each == name)
    return next(languages, Firm().language)


def keep_firm(casebook: Casebook, firm: Firm) -> None:
    """Keep what is known of the firm.

    Raises:
        CasebookError: it cannot be saved.
    """
    raw: dict[str, Json] = {**asdict(firm.details), "paper": firm.paper, "language": firm.language}
    logo = firm.details.logo
    raw["logo"] = base64.b64encode(logo).decode() if logo else None
    casebook.set_setting(_NAME, raw)


def _text(raw: dict[str, Json], name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def _picture(value: Json) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) and value else None
    except binascii.Error:
        return None
