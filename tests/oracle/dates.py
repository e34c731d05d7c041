"""The dates of membership, found by trying every day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from tests.oracle import law
from tests.oracle.facts import ONE_DAY, Known


@dataclass(frozen=True)
class Dates:
    """From when and until when."""

    earliest: date | None
    last: date | None
    safe: date | None
    earliest_possible: date | None


def dates_by_trying(on: date, outcome: Callable[[date], Known], safe: Callable[[date], bool]) -> Dates:
    """Ten years either way, a day at a time."""
    first, final = law.same_day(on, -120), law.same_day(on, 120)
    tried = cache(outcome)

    def begins(good: tuple[Known, ...]) -> date | None:
        day = on
        if tried(on) in good:
            while day > first and tried(day - ONE_DAY) in good:
                day -= ONE_DAY
            return day
        return next((day for day in law.days_of(on + ONE_DAY, final) if tried(day) in good), None)

    earliest = begins((True,))
    last = earliest
    while last is not None and last < final and tried(last + ONE_DAY) is True:
        last += ONE_DAY
    members = law.days_of(earliest, last) if earliest and last else []
    return Dates(earliest, last, next(filter(safe, members), None), begins((True, None)))
