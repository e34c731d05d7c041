"""What every view of an open file is given: two frozen values, the file and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Assessment


@dataclass(frozen=True, slots=True)
class CaseView:
    """A client file with its assessment; ``preview`` while a drag has not been let go."""

    case: CaseFile
    assessment: Assessment
    preview: bool = False
