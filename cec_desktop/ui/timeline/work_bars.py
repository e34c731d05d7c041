"""Jobs as bars: which days count, which do not and why, which hang on a missing fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import Job
from cec_desktop.i18n.words import NO_BREAK_SPACE
from cec_desktop.rules.findings import JobWork, WorkPeriod
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Bar, Key, Lane, Names, Pay, Stretch
from cec_desktop.ui.timeline.scale import LAST

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words

_OUTSIDE: Final = "outside_window"
_WEEK: Final = 7
_LEGAL_FORM: Final = re.compile(
    r"[,\s]+(?:inc|ltd|ltée|limited|limitée|corp|co|llc|llp|lp|s\.?e\.?n\.?c\.?(?:r\.?l\.?)?|s\.?a\.?)\.?$",
    re.IGNORECASE,
)


def job_bar(
    key: Key, job: Job, work: JobWork | None, today: date, _: Words, *, dragged: bool = False
) -> Bar | None:
    """The bar of a job; None where its start is not known. `work` is what the assessment says of its days.

    A bar that is dragged tells its hours that count, others their hours a week.
    """
    if job.start is None:
        return None
    first = earliest(job.start).toordinal()
    after = LAST if job.end is None else latest(job.end).toordinal() + 1
    stretches = tuple(_stretches(job, work, (first, after), today.toordinal() + 1, _))
    return Bar(
        lane=Lane.WORK,
        key=key,
        first=first,
        after=after,
        start=job.start,
        end=job.end,
        names=_names(job, work, stretches, counted_hours(work, _) if dragged else _weekly(job, _), _),
        said=_said(job, work, stretches, _),
        stretches=stretches,
        goes_on=job.end is None,
        pays=tuple(_pays(job, first, after, today)),
    )


def job_name(job: Job, _: Words) -> str:
    """What a job is called: its employer without the legal form, else its title."""
    if job.employer:
        return _LEGAL_FORM.sub("", job.employer.strip()) or job.employer
    return job.title or _("Job without a name")


def counted_hours(work: JobWork | None, _: Words) -> str:
    """The hours of a job that count, as they stand on its bar."""
    return "" if work is None else _("{hours} h", hours=wording.tenths(work.hours, _))


def _pays(job: Job, first: int, after: int, today: date) -> Iterator[Pay]:
    """The rows of hours that lie in a job, as hours a week; one that goes on ends with the job or today."""
    rows = [row for row in job.hours if row.start is not None and row.hours is not None]
    for row in sorted(rows, key=lambda each: earliest(each.start or today)):
        begins = earliest(row.start or today).toordinal()
        open_end = min(after, max(today.toordinal(), begins) + 1)
        ends = open_end if row.end is None else latest(row.end).toordinal() + 1
        if ends <= max(begins, first) or begins >= after:
            continue
        hours = float(row.hours or 0)
        weekly = hours if row.per == "week" else hours * _WEEK / (ends - begins)
        yield Pay(max(begins, first), min(ends, after), weekly)


def _weekly(job: Job, _: Words) -> str:
    if job.hours_per_week is None:
        return ""
    return _("{hours} h a week", hours=_.value(job.hours_per_week)).replace(" ", NO_BREAK_SPACE)


def _names(job: Job, work: JobWork | None, stretches: tuple[Stretch, ...], aside: str, _: Words) -> Names:
    short = job_name(job, _)
    name = f"{short}, {job.title}" if job.employer and job.title else short
    past, coming = wording.past_words(short, job.end, _), wording.coming_words(short, job.start, _)
    counting = any(stretch.fill in (Fill.COUNTS, Fill.PROJECTED) for stretch in stretches)
    if counting:
        return Names(name, short, aside=aside, past=past, coming=coming)
    note = _main_reason(work, stretches, _)
    return Names(name, short, note=note, past=past, coming=coming)


def _main_reason(work: JobWork | None, stretches: tuple[Stretch, ...], _: Words) -> str:
    """Why most of the days that do not count do not."""
    left_out = [stretch for stretch in stretches if stretch.fill is Fill.NOT_COUNTED and stretch.reasons]
    if not left_out:
        return ""
    return wording.reason_words(max(left_out, key=lambda each: each.days).reasons[0], work, _)


def _said(job: Job, work: JobWork | None, stretches: tuple[Stretch, ...], _: Words) -> str:
    parts = [
        wording.entry_name(Lane.WORK, _),
        job_name(job, _),
        wording.span_words(job.start, job.end, _),
        _.plural("{n} day counts", "{n} days count", _days(stretches, Fill.COUNTS, Fill.PROJECTED)),
    ]
    if left_out := _days(stretches, Fill.NOT_COUNTED):
        days = _.plural("{n} day does not count", "{n} days do not count", left_out)
        reason = _main_reason(work, stretches, _)
        parts.append(f"{days} ({reason})" if reason else days)
    if unknown := _days(stretches, Fill.NOT_KNOWN):
        parts.append(_.plural("{n} day not known", "{n} days not known", unknown))
    return ", ".join(parts)


def _days(stretches: Iterable[Stretch], *fills: Fill) -> int:
    return sum(stretch.days for stretch in stretches if stretch.fill in fills)


def _stretches(
    job: Job, work: JobWork | None, days: tuple[int, int], projected: int, _: Words
) -> Iterator[Stretch]:
    """The days of a bar without gaps: what no period speaks of is outside the window."""
    at, after = days
    for period in sorted(work.periods if work else (), key=lambda each: each.start):
        start, end = max(period.start.toordinal(), at), min(period.end.toordinal() + 1, after)
        if end <= start or any(reason.id == _OUTSIDE for reason in period.reasons):
            continue
        if start > at:
            yield Stretch(at, start, Fill.OUTSIDE)
        yield from _split(job, work, period, (start, end), projected, _)
        at = end
    if at < after:
        yield Stretch(at, after, Fill.OUTSIDE)


def _split(
    job: Job, work: JobWork | None, period: WorkPeriod, days: tuple[int, int], projected: int, _: Words
) -> Iterator[Stretch]:
    """A period of the assessment; where it counts, days after today are told apart."""
    start, end = days
    if not period.counts:
        fill = Fill.NOT_COUNTED if period.known else Fill.NOT_KNOWN
        why = wording.reason_words(period.reasons[0], work, _) if period.reasons else ""
        yield Stretch(start, end, fill, period.reasons, leave=_leave(job, period, start), why=why)
        return
    hours = period.hours / period.days
    if start < projected:
        until = min(end, projected)
        yield Stretch(start, until, Fill.COUNTS, hours=hours * (until - start))
    if end > projected:
        since = max(start, projected)
        yield Stretch(since, end, Fill.PROJECTED, hours=hours * (end - since))


def _leave(job: Job, period: WorkPeriod, day: int) -> int | None:
    if all(reason.id != "leave" for reason in period.reasons):
        return None
    for number, leave in enumerate(job.leaves):
        if leave.start is None or earliest(leave.start).toordinal() > day:
            continue
        if leave.end is None or latest(leave.end).toordinal() >= day:
            return number
    return None
