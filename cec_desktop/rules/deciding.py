"""Which condition decides what: the one place that leads from reasons and missing facts to conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from cec_desktop.rules.findings import Finding

WORK: Final = "work_experience"
"""The condition all days of work are counted for; what no other decides, it does."""

EXCLUSION_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "full_time_study": "study_excluded",
        "study": "study_excluded",
        "self_employed": "self_employment_excluded",
        "publicly_funded_physician": "self_employment_excluded",
        "invitation": "self_employment_excluded",
        "unauthorized": "self_employment_excluded",
        "authorization": "self_employment_excluded",
        "no_status": "temporary_status",
        "status": "temporary_status",
    }
)
"""The exclusion that a reason, or a missing fact, belongs to."""

_CONDITION_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **{reason: (condition,) for reason, condition in EXCLUSION_OF.items()},
        "occupation_level": ("occupation_level",),
        "duties": ("main_duties", "lead_statement"),
        "before_credential": ("credential",),
    }
)
"""The conditions a reason belongs to, the first of which speaks for it."""


def condition_of(reason: str, conditions: Iterable[Finding]) -> str:
    """The id of the condition that leaves days out for a reason; of those a version of the class asks for."""
    asked = {finding.id for finding in walk(conditions)}
    return next((id_ for id_ in _CONDITION_OF.get(reason, ()) if id_ in asked), WORK)


def decides(condition: str, reason: str, conditions: Iterable[Finding]) -> bool:
    """Whether a condition is one of those a reason belongs to."""
    return condition in _CONDITION_OF.get(reason, ()) or condition_of(reason, conditions) == condition


def finding_of(condition: str, conditions: Iterable[Finding]) -> Finding | None:
    """The finding of an id, wherever it stands in the tree; None where it is not asked."""
    return next((finding for finding in walk(conditions) if finding.id == condition), None)


def walk(conditions: Iterable[Finding]) -> Iterator[Finding]:
    """Every finding with those below it, in the regulation's order."""
    for finding in conditions:
        yield finding
        yield from walk(finding.conditions)
