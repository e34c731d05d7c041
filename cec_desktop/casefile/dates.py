"""Calendar days without time zones: exact days, months whose day is not known, and month arithmetic."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS_OF_EVERY_MONTH = 28
_MONTH = re.compile("[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, order=True, slots=True)
class YearMonth:
    """A month of which the day is not known, written ``YYYY-MM``."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def isoformat(self) -> str:
        """The month as ``YYYY-MM``."""
        return f"{self.year:04d}-{self.month:02d}"

    def __str__(self) -> str:
        return self.isoformat()


Edge = date | YearMonth
"""An end of a period: an exact day, or a month whose day is not known."""


def parse_day(text: str) -> date:
    """Read ``YYYY-MM-DD``.

    Raises:
        ValueError: the text has another form or names a day that does not exist.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def parse_edge(text: str) -> Edge:
    """Read ``YYYY-MM-DD`` or ``YYYY-MM``.

    Raises:
        ValueError: the text has another form or names a day or month that does not exist.
    """
    if not _MONTH.fullmatch(text):
        return parse_day(text)
    year, month = int(text[:4]), int(text[5:])
    if not (1 <= month <= 12 and year >= 1):
        raise ValueError(text)
    return YearMonth(year, month)


def earliest(edge: Edge) -> date:
    """The first day the edge can mean."""
    return edge.first if isinstance(edge, YearMonth) else edge


def latest(edge: Edge) -> date:
    """The last day the edge can mean."""
    return edge.last if isinstance(edge, YearMonth) else edge


def add_days(day: date, days: int) -> date:
    """The day ``days`` later (earlier when negative); at the ends of the calendar, its last or first day."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later (earlier when negative).

    Where that month has no such day, its last day is meant (Interpretation Act, s. 28). Beyond the years 1
    to 9999 it is the first or the last day of all.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    if day.day <= _DAYS_OF_EVERY_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
