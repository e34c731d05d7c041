"""Pay periods as they come out of a spreadsheet or a payroll program: read, checked, made rows of hours.

Each line is the first day, the last day and the hours, in whatever columns and forms; or one day and the
hours. Lines that cannot be taken keep their number and their words, and say why: nothing is lost silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from cec_desktop.casefile.dates import Edge, earliest, latest
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import HoursRow, Job
from cec_desktop.practice.pay_lines import Line, Per, read_lines

HOURS_IN_A_DAY = 24
HOURS_IN_A_WEEK = 168

Single = Literal["day", "first", "last"]
"""What one date alone in a line stands for: that day, or the first or last day of a pay period."""


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """One line as read; ``problem`` says why it cannot be taken over."""

    line: int
    text: str
    start: Edge | None = None
    end: Edge | None = None
    hours: Decimal | None = None
    per: Per = "period"
    problem: Message | None = None

    @property
    def days(self) -> int | None:
        """How many days it has, both ends included; None where an end is open or missing."""
        if self.start is None or self.end is None:
            return None
        return (latest(self.end) - earliest(self.start)).days + 1

    def row(self) -> HoursRow:
        """The row of hours it becomes."""
        return HoursRow(start=self.start, end=self.end, hours=self.hours, per=self.per)


@dataclass(frozen=True, slots=True)
class PayPeriods:
    """Everything that was read, line by line; ``single`` tells how lines of one date were understood."""

    periods: tuple[PayPeriod, ...]
    single: Single | None = None

    @property
    def good(self) -> tuple[PayPeriod, ...]:
        """The lines that can be taken over."""
        return tuple(period for period in self.periods if period.problem is None)

    @property
    def left_over(self) -> str:
        """The lines that cannot, as they came."""
        return "\n".join(period.text for period in self.periods if period.problem is not None)


def read_pay_periods(
    text: str,
    job: Job,
    today: date,
    *,
    single: Single | None = None,
    day_first: bool = True,
    replacing: bool = False,
) -> PayPeriods:
    """Read and check pay periods of a job.

    Args:
        text: lines separated by tab, semicolon, comma or blanks; a heading may stand first.
        job: whose days they must lie in, and whose rows of hours they must not repeat.
        today: the day that "today" means.
        single: what one date alone stands for; None: deduced from the dates.
        day_first: how ``5/9/2023`` is read where all lines leave it open.
        replacing: whether the job's rows of hours go when these come.
    """
    lines = read_lines(text, today, day_first=day_first)
    alone = [line for line in lines if line.end is None and not line.open_end and line.problem is None]
    meaning = (single or _likely_single(alone)) if alone else None
    periods = [_period(line) for line in lines]
    if meaning is not None:
        periods = _spread(periods, {line.number for line in alone}, meaning)
    held = () if replacing else job.hours
    return PayPeriods(tuple(_checked(periods, job, held)), meaning)


def taken_over(job: Job, found: PayPeriods, *, replacing: bool) -> tuple[HoursRow, ...]:
    """The job's rows of hours with the good lines among them, by their days; those that stay keep ids."""
    kept = () if replacing else job.hours
    ids = {(row.start, row.end): row.id for row in job.hours}
    new = [
        row.model_copy(update={"id": ids[row.start, row.end]}) if (row.start, row.end) in ids else row
        for row in (period.row() for period in found.good)
    ]
    return tuple(sorted([*kept, *new], key=lambda row: earliest(row.start) if row.start else date.min))


def written_out(rows: Iterable[HoursRow], number: str = ".") -> str:
    """Rows of hours as lines that :func:`read_pay_periods` reads again; ``number`` is the decimal mark."""
    lines = []
    for row in rows:
        edges = (str(row.start or ""), str(row.end or ""))
        hours = "" if row.hours is None else plain_hours(row.hours).replace(".", number)
        lines.append("\t".join((*edges, hours, *(["/ 7"] if row.per == "week" else []))))
    return "\n".join(lines)


def _period(line: Line) -> PayPeriod:
    return PayPeriod(line.number, line.text, line.start, line.end, line.hours, line.per, line.problem)


def _likely_single(lines: Sequence[Line]) -> Single:
    """Days that follow each other with hours a day can have are days; payrolls name the last day."""
    days = sorted({earliest(line.start) for line in lines if line.start is not None})
    hours = [line.hours for line in lines if line.hours is not None]
    next_day = any(after - before == timedelta(days=1) for before, after in pairwise(days))
    few = all(each <= HOURS_IN_A_DAY for each in hours)
    return "day" if few and (next_day or len(days) == 1) else "last"


def _spread(periods: Sequence[PayPeriod], alone: set[int], meaning: Single) -> list[PayPeriod]:
    """Lines of one date with the days they stand for: up to the next one's, the outermost as long as most."""
    days = sorted({earliest(each.start) for each in periods if each.line in alone and each.start is not None})
    steps = [(after - before).days for before, after in pairwise(days)]
    usual = max(steps, key=steps.count) if steps else None
    lengths = dict(zip(days[1:] if meaning == "last" else days, steps, strict=False))
    return [_with_days(each, lengths, usual, meaning) if each.line in alone else each for each in periods]


def _with_days(period: PayPeriod, lengths: dict[date, int], usual: int | None, meaning: Single) -> PayPeriod:
    if period.start is None or meaning == "day":
        return replace(period, end=period.start)
    day = earliest(period.start)
    length = lengths.get(day, usual)
    if length is None:
        return replace(period, problem=message("pay_length_unknown"))
    # Where a pay period was left out, the next one is not longer for it.
    length = min(length, usual or length)
    if meaning == "first":
        return replace(period, end=day + timedelta(days=length - 1))
    return replace(period, start=day - timedelta(days=length - 1), end=day)


def _checked(periods: Sequence[PayPeriod], job: Job, held: Sequence[HoursRow]) -> list[PayPeriod]:
    checked: list[PayPeriod] = []
    for period in periods:
        problem = period.problem or _problem(period, job, held, checked)
        checked.append(replace(period, problem=problem))
    return checked


def _problem(
    period: PayPeriod, job: Job, held: Sequence[HoursRow], before: Sequence[PayPeriod]
) -> Message | None:
    """The first thing wrong with a line that could be read."""
    assert period.start is not None
    first, last = earliest(period.start), latest(period.end) if period.end is not None else date.max
    if last < first:
        return message("pay_end_before_start")
    return (
        _beyond(period, first, last, job)
        or _impossible(period, period.hours, period.days)
        or _repeated(first, last, held, before)
    )


def _impossible(period: PayPeriod, hours: Decimal | None, days: int | None) -> Message | None:
    if hours is None:
        return message("pay_no_hours")
    limit = HOURS_IN_A_WEEK if period.per == "week" else HOURS_IN_A_DAY * days if days is not None else None
    if limit is not None and hours > limit:
        return message(
            "pay_too_many_hours", hours=plain_hours(hours), days=7 if period.per == "week" else days or 0
        )
    return None


def plain_hours(hours: Decimal) -> str:
    """Hours without needless zeros."""
    return f"{hours.normalize():f}"


def _beyond(period: PayPeriod, first: date, last: date, job: Job) -> Message | None:
    if job.start is not None and first < earliest(job.start):
        return message("pay_before_job", start=str(job.start))
    if job.end is not None and period.end is not None and last > latest(job.end):
        return message("pay_after_job", end=str(job.end))
    return None


def _repeated(
    first: date, last: date, held: Sequence[HoursRow], before: Sequence[PayPeriod]
) -> Message | None:
    for other in before:
        if other.problem is None and other.start is not None:
            end = latest(other.end) if other.end is not None else date.max
            if earliest(other.start) <= last and first <= end:
                return message("pay_overlaps_line", line=other.line)
    for row in held:
        if row.start is not None:
            end = latest(row.end) if row.end is not None else date.max
            if earliest(row.start) <= last and first <= end:
                return message("pay_overlaps_entered", start=str(row.start))
    return None
