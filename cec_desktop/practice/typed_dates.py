"""What a person means by a date as typed: exact, a month alone, day and month in either order, or relative.

English and French month names are understood whatever the language of the window. Nothing is guessed
silently: where day and month could change places the other reading is kept, and years need four digits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from cec_desktop.casefile.dates import Edge, YearMonth, add_months

Fault = Literal["form", "no_such_day", "short_year", "no_month_alone", "out_of_calendar"]

_MONTHS = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_TODAY = {"today", "aujourd'hui", "aujourdhui", "auj"}
_UNITS = {"d": "days", "j": "days", "w": "weeks", "s": "weeks", "m": "months", "y": "years", "a": "years"}
_RELATIVE = re.compile(r"([+-])\s*(\d{1,4})\s*([a-z])[a-z]*")
_COMPACT = re.compile(r"\d{8}")
_PART = re.compile(r"[a-z]+|\d+")
_ORDINAL = {"st", "nd", "rd", "th", "er", "le", "the", "of", "de"}


class UnreadableDateError(ValueError):
    """The text is no date; ``fault`` says in what way."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as understood; ``other`` is the other way to read day and month, where there is one."""

    value: Edge
    other: date | None = None
    counted: bool = False
    """Whether it was counted from another day, as ``+6m`` is."""

    @property
    def month_only(self) -> bool:
        """Whether only the month is known."""
        return isinstance(self.value, YearMonth)


def read_date(text: str, *, anchor: date, today: date, months: bool, day_first: bool = True) -> DateReading:
    """Read a date as typed.

    Args:
        text: what was typed, in either language.
        anchor: the day that ``+6m`` and the like are counted from.
        today: the day that "today" means.
        months: whether a month without a day is welcome.
        day_first: whether ``5/9/2023`` is the fifth of September; the other order is kept beside it.

    Raises:
        UnreadableDateError: the text is no date, or a month alone where a day is needed.
    """
    plain = _plain(text)
    if plain in _TODAY:
        return DateReading(today)
    relative = _RELATIVE.fullmatch(plain)
    reading = _shifted(anchor, *relative.groups()) if relative else _absolute(plain, day_first)
    if reading.month_only and not months:
        raise UnreadableDateError("no_month_alone")
    return reading


def writes_day_first(language: str, pattern: str) -> bool:
    """Whether the day comes before the month where people write a date by ``pattern`` (``d/M/yy``).

    French always writes so; a pattern that begins with the year says nothing, and most of the world does.
    """
    month, day = pattern.find("M"), pattern.find("d")
    return language == "fr" or pattern.startswith("y") or min(month, day) < 0 or day < month


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold().replace("’", "'"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\u2010-\u2015\u2212]", "-", bare)


def _shifted(anchor: date, sign: str, number: str, letter: str) -> DateReading:
    unit = _UNITS.get(letter)
    if unit is None:
        raise UnreadableDateError("form")
    count = int(number) if sign == "+" else -int(number)
    try:
        return DateReading(_shift(anchor, count, unit), counted=True)
    except (ValueError, OverflowError):
        raise UnreadableDateError("out_of_calendar") from None


def _shift(anchor: date, count: int, unit: str) -> date:
    match unit:
        case "days":
            return anchor + timedelta(days=count)
        case "weeks":
            return anchor + timedelta(weeks=count)
        case "months":
            return _months_later(anchor, count)
        case _:
            return _months_later(anchor, 12 * count)


def _months_later(anchor: date, months: int) -> date:
    if not date.min.year <= anchor.year + months / 12 < date.max.year:
        raise OverflowError(months)
    return add_months(anchor, months)


def _absolute(plain: str, day_first: bool) -> DateReading:
    if _COMPACT.fullmatch(plain):
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    if re.search(r"[^a-z0-9\s./,'-]", plain):
        raise UnreadableDateError("form")
    parts = [part for part in _PART.findall(plain) if part not in _ORDINAL]
    named = [part for part in parts if part.isalpha()]
    if len(named) > 1 or not 2 <= len(parts) <= 3:
        raise UnreadableDateError("form")
    return _with_name(parts, named[0]) if named else _numbers(parts, day_first)


def _with_name(parts: list[str], name: str) -> DateReading:
    month = _month(name)
    numbers = [part for part in parts if part != name]
    years = [number for number in numbers if len(number) == 4]
    if len(years) != 1:
        raise UnreadableDateError("form" if years else "short_year")
    days = [number for number in numbers if len(number) <= 2]
    if len(numbers) == 1:
        return DateReading(_year_month(int(years[0]), month))
    if len(days) != 1:
        raise UnreadableDateError("form")
    return DateReading(_day(int(years[0]), month, int(days[0])))


def _month(name: str) -> int:
    found = {
        index
        for index, names in enumerate(_MONTHS, start=1)
        if len(name) >= 3 and any(each.startswith(name) for each in names)
    }
    if len(found) != 1:
        raise UnreadableDateError("form")
    return found.pop()


def _numbers(parts: list[str], day_first: bool) -> DateReading:
    lengths = [len(part) for part in parts]
    values = [int(part) for part in parts]
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        if len(values) == 2:
            return DateReading(_year_month(values[0], values[1]))
        return DateReading(_day(values[0], values[1], values[2]))
    if lengths[-1] == 4 and max(lengths[:-1]) <= 2:
        if len(values) == 2:
            return DateReading(_year_month(values[1], values[0]))
        return _either_order(values[0], values[1], values[2], day_first)
    raise UnreadableDateError("short_year" if max(lengths) <= 2 else "form")


def _either_order(first: int, second: int, year: int, day_first: bool) -> DateReading:
    """Day and month in the order the locale writes them; where both are possible the other one is kept."""
    if second > 12 >= first:
        return DateReading(_day(year, first, second))
    if first > 12 or first == second:
        return DateReading(_day(year, second, first))
    by_day, by_month = _day(year, second, first), _day(year, first, second)
    return DateReading(by_day, other=by_month) if day_first else DateReading(by_month, other=by_day)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDateError("no_such_day") from None


def _year_month(year: int, month: int) -> YearMonth:
    if not 1 <= month <= 12 or year < 1:
        raise UnreadableDateError("no_such_day")
    return YearMonth(year, month)
