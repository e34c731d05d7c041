"""Warnings of a file."""

from datetime import date

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Warning


def warnings_of(case: CaseFile, today: date) -> tuple[Warning, ...]:
    """Nothing yet."""
    return ()
