"""Three-valued facts and ages, as the other classes ask for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from cec_desktop.casefile.dates import add_months
from cec_desktop.rules.findings import Outcome
from cec_desktop.rules.person import Fact

MONTHS_A_YEAR: Final = 12


def all_true(facts: Iterable[Fact]) -> Fact:
    """False if one is; else None if one is not known; else True."""
    found = tuple(facts)
    return False if False in found else None if None in found else True


def age_on(born: date, day: date) -> int:
    """Completed years on a day; somebody born on 29 February completes one on 28 February of other years."""
    years = day.year - born.year
    return max(0, years if add_months(born, MONTHS_A_YEAR * years) <= day else years - 1)


def outcome_of(fact: Fact) -> Outcome:
    """A fact as the outcome of a condition."""
    if fact is None:
        return Outcome.UNDETERMINED
    return Outcome.MET if fact else Outcome.NOT_MET
