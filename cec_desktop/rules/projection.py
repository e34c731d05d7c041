"""Which of the hours that count were worked by today, and which are still to come."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from cec_desktop.rules.findings import Assessment


@dataclass(frozen=True, slots=True)
class Split:
    """Counted hours up to today and after it, and the days after it that count."""

    worked: Fraction
    projected: Fraction
    days: int


def split_hours(assessment: Assessment) -> Split:
    """Split the counted hours of an assessment at its today."""
    projected = Fraction(0)
    days: set[int] = set()
    today = assessment.today.toordinal()
    for work in assessment.membership.work:
        for period in work.periods:
            after = period.end.toordinal() - max(today, period.start.toordinal() - 1)
            if period.counts and after > 0:
                projected += period.hours * after / period.days
                days.update(range(period.end.toordinal() - after + 1, period.end.toordinal() + 1))
    tally = assessment.membership.hours
    counted = tally.counted if tally is not None else Fraction(0)
    return Split(counted - projected, projected, len(days))
