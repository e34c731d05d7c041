"""Assessing a client file on the day that matters for it."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from typing import Protocol

from cec_desktop.casefile.model import CaseFile
from cec_desktop.resources import resource
from cec_desktop.rules.assess import assess, day_of, load_rulebook, preview
from cec_desktop.rules.findings import Assessment
from cec_desktop.version import VERSION


class Assessor(Protocol):
    """What says whether a client is a member of the class."""

    @property
    def pack(self) -> str:
        """Names the rules, so that outcomes found under others are found again."""

    def assess(self, case: CaseFile, today: date) -> Assessment:
        """Everything there is to say."""

    def preview(self, case: CaseFile, today: date) -> Assessment:
        """What can be said quickly, for a period that is being dragged."""


class Rules:
    """The rules of this program."""

    @property
    def pack(self) -> str:
        """A fingerprint of the program's version and of every file of law it reads."""
        return _fingerprint()

    def assess(self, case: CaseFile, today: date) -> Assessment:
        """Everything there is to say of a file on its day."""
        return assess(case, day_of(case, today), today, load_rulebook())

    def preview(self, case: CaseFile, today: date) -> Assessment:
        """What can be said of a file on its day between two movements of the mouse."""
        return preview(case, day_of(case, today), today, load_rulebook())


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256(VERSION.encode())
    for folder in ("rules", "noc"):
        for path in sorted(resource(folder).iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
