"""Days to points on the timeline of a report: which days are shown, and where each falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cec_desktop.casefile.dates import add_days, add_months
from cec_desktop.reports.timeline_data import Timeline

_BEFORE = 80
_AFTER_LEAST = 145
_AFTER_MOST = 300
_AROUND_END = 24
_DAY = timedelta(days=1)
_WITHOUT_WINDOW = 36


@dataclass(frozen=True, slots=True)
class Scale:
    """Days ``first`` to ``last``, both shown whole, between two places in points."""

    first: date
    last: date
    left: float
    right: float

    @property
    def a_day(self) -> float:
        """Points a day takes."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start_of(self, day: date) -> float:
        """Where a day begins, kept inside the figure."""
        return min(self.right, max(self.left, self.left + (day - self.first).days * self.a_day))

    def end_of(self, day: date) -> float:
        """Where a day ends, kept inside the figure."""
        return self.start_of(day) if day >= date.max - _DAY else self.start_of(day + _DAY)

    def quarters(self) -> Iterator[date]:
        """The first days of January, April, July and October that are shown."""
        day = date(self.first.year, 1, 1)
        # At the end of the calendar the months stand still, on a day that is no first of a month.
        while day <= self.last and day.day == 1:
            if day >= self.first:
                yield day
            day = add_months(day, 3)


def scale_of(timeline: Timeline, left: float, right: float) -> Scale:
    """The days that matter: the window, a margin before it, and what lies ahead within reason."""
    opens = timeline.window.start if timeline.window else add_months(timeline.on, -_WITHOUT_WINDOW)
    latest = add_days(timeline.on, _AFTER_MOST - _AROUND_END)
    wanted = [add_days(timeline.on, _AFTER_LEAST)]
    wanted += [add_days(end, _AROUND_END) for end in timeline.ends if timeline.on <= end <= latest]
    return Scale(add_days(opens, -_BEFORE), max(wanted), left, right)
