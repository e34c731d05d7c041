"""The axis above the lanes: two tiers of ticks and labels, chosen by how many pixels a day takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from cec_desktop.i18n.words import N_
from cec_desktop.ui.timeline.measure import MeasureText, Type

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.timeline.scale import Scale

LABEL_INDENT: Final = 4.0
LABEL_CLEARANCE: Final = 6.0
DAY_CLEARANCE: Final = 1.0
"""Between the numbers of days, which all look alike, less is enough."""

_MONTHS: Final = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


class Level(IntEnum):
    """How fine the axis is: what its lower tier names."""

    FIVE_YEARS = 0
    YEARS = 1
    QUARTERS = 2
    MONTHS = 3
    WEEKS = 4
    DAYS = 5


_FROM: Final = {
    Level.DAYS: 18.0,
    Level.WEEKS: 2.6,
    Level.MONTHS: 1.12,
    Level.QUARTERS: 0.33,
    Level.YEARS: 0.09,
}
"""The pixels a day takes from which a level is used, unless its labels need more."""
_DAYS_PER_LABEL: Final = {
    Level.DAYS: 1.0,
    Level.WEEKS: 7.0,
    Level.MONTHS: 30.0,
    Level.QUARTERS: 90.0,
    Level.YEARS: 365.0,
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis at x, with the words right of it, if they have room."""

    x: float
    label: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks in view; an upper label at the left edge repeats the unit the view begins in."""

    level: Level
    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]
    repeated: str = ""


class Calendar:
    """Names of months in one language, and the widths that decide which level fits."""

    def __init__(self, words: Words, measure: MeasureText) -> None:
        self._months = tuple(words(name) for name in _MONTHS)
        self._measure = measure
        self._needs = {
            level: (self._widest(level) + LABEL_INDENT + _clearance(level)) / days
            for level, days in _DAYS_PER_LABEL.items()
        }

    def axis(self, scale: Scale, width: float) -> Axis:
        """The ticks of the days from x = 0 to ``width``."""
        level = self.level(scale.px)
        upper = _places(_upper_units(level), scale, width)
        lower = _places(_LOWER_UNITS[level], scale, width)
        named = [(day, x) for day, x in lower if _is_named(level, day)]
        barriers = sorted({x for _, x in named} | {x for _, x in upper} | {width + LABEL_CLEARANCE})
        labels = {
            day: text
            for day, x in named
            if self._clears(text := self._lower(level, day), x, barriers, Type.CAPTION, _clearance(level))
        }
        return Axis(
            level,
            self._upper_ticks(level, upper, width),
            tuple(Tick(x, labels.get(day, ""), _is_strong(level, day)) for day, x in lower),
            self._repeated(level, scale, upper, width),
        )

    def level(self, px: float) -> Level:
        """The finest level whose labels fit when a day takes ``px`` pixels."""
        return next(
            (level for level in _FROM if px >= max(_FROM[level], self._needs[level])), Level.FIVE_YEARS
        )

    def _upper_ticks(
        self, level: Level, upper: Sequence[tuple[date, float]], width: float
    ) -> tuple[Tick, ...]:
        barriers = [x for _, x in upper] + [width + LABEL_CLEARANCE]
        return tuple(
            Tick(x, text if self._clears(text := self._upper(level, day), x, barriers, Type.HEADING) else "")
            for day, x in upper
        )

    def _repeated(self, level: Level, scale: Scale, upper: Sequence[tuple[date, float]], width: float) -> str:
        first = scale.day(0)
        text = self._upper(level, first)
        barriers = [x for _, x in upper if x >= 0] + [width + LABEL_CLEARANCE]
        if any(abs(x) < 1 for _, x in upper):
            return ""
        return text if self._clears(text, 0.0, barriers, Type.HEADING) else ""

    def _clears(
        self,
        text: str,
        x: float,
        barriers: Sequence[float],
        type_: Type,
        clearance: float = LABEL_CLEARANCE,
    ) -> bool:
        following = next((barrier for barrier in barriers if barrier > x + 0.5), None)
        end = x + LABEL_INDENT + self._measure(text, type_) + clearance
        return following is None or end <= following

    def _upper(self, level: Level, day: date) -> str:
        if level >= Level.WEEKS:
            return f"{self._months[day.month - 1]} {day.year}"
        if level >= Level.QUARTERS:
            return str(day.year)
        return str(day.year // 10 * 10) if level is Level.YEARS else ""

    def _lower(self, level: Level, day: date) -> str:
        if level >= Level.WEEKS:
            return str(day.day)
        return self._months[day.month - 1] if level >= Level.QUARTERS else str(day.year)

    def _widest(self, level: Level) -> float:
        if level >= Level.WEEKS:
            samples: tuple[str, ...] = ("30",)
        elif level >= Level.QUARTERS:
            samples = self._months
        else:
            samples = ("2000",)
        return max(self._measure(sample, Type.CAPTION) for sample in samples)


Units = Callable[[date], Iterator[date]]
"""First days of units, from the one that holds a day on."""


def _days(day: date) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(1)


def _weeks(day: date) -> Iterator[date]:
    day -= timedelta(day.weekday())
    while True:
        yield day
        day += timedelta(7)


def _months(day: date) -> Iterator[date]:
    day = day.replace(day=1)
    while True:
        yield day
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _years(step: int) -> Units:
    def units(day: date) -> Iterator[date]:
        year = day.year // step * step
        while True:
            yield date(year, 1, 1)
            year += step

    return units


_LOWER_UNITS: Final[dict[Level, Units]] = {
    Level.DAYS: _days,
    Level.WEEKS: _weeks,
    Level.MONTHS: _months,
    Level.QUARTERS: _months,
    Level.YEARS: _years(1),
    Level.FIVE_YEARS: _years(5),
}


def _upper_units(level: Level) -> Units | None:
    if level >= Level.WEEKS:
        return _months
    if level >= Level.QUARTERS:
        return _years(1)
    return _years(10) if level is Level.YEARS else None


def _places(units: Units | None, scale: Scale, width: float) -> list[tuple[date, float]]:
    """First days of units in view with their places, the one before the left edge left out."""
    found: list[tuple[date, float]] = []
    if units is None:
        return found
    for day in units(scale.day(0)):
        x = scale.x(day.toordinal())
        if x >= width:
            return found
        if x > -0.5:
            found.append((day, x))
    return found


def _clearance(level: Level) -> float:
    return DAY_CLEARANCE if level is Level.DAYS else LABEL_CLEARANCE


def _is_named(level: Level, day: date) -> bool:
    return level is not Level.QUARTERS or day.month in {1, 4, 7, 10}


def _is_strong(level: Level, day: date) -> bool:
    return level is Level.DAYS and day.weekday() == 0
