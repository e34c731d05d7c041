"""What looks wrong in a file but is not refused: a consultant may know better.

Only what is certain is said: an edge of which the month alone is known overlaps nothing and leaves no gap
inside its month, and an entry without a start says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from itertools import pairwise

from cec_desktop.casefile.dates import Edge, earliest, latest
from cec_desktop.casefile.message import Arg, message
from cec_desktop.casefile.model import CaseFile, HistoryPeriod, HoursRow, Job, Period, Spouse, StatusPeriod
from cec_desktop.rules.findings import Warning  # noqa: A004 - the format's own word
from cec_desktop.rules.person import Interval, interval_of

LONG_WEEK = 60
"""Hours a week, over all jobs, past which an entry is more likely wrong than the client tireless."""

_CANADA = "CA"
_NONE = Decimal(0)
_FINE = Decimal("0.000001")


def warnings_of(case: CaseFile, today: date) -> tuple[Warning, ...]:
    """Everything that looks wrong, in the order of the file."""
    until = min(today, _applied_on(case) or today)
    return (
        *_application_date(case),
        *_overlapping_statuses(case.statuses),
        *_jobs_without_status(case, until.toordinal()),
        *_long_weeks(case.jobs, until.toordinal()),
        *_person("", case, today, until),
        *(() if case.spouse is None else _person("spouse.", case.spouse, today, until)),
    )


def _warning(place: str, id: str, **args: Arg) -> Warning:  # noqa: A002 - the format's own word
    return Warning(place, id, message(id, **args))


def _person(where: str, person: CaseFile | Spouse, today: date, until: date) -> Iterator[Warning]:
    yield from _future(where, person, today)
    yield from _lost_references(where, person)
    yield from _history_gaps(where, person, until)


def _applied_on(case: CaseFile) -> date | None:
    application = case.application
    if application is not None and application.submitted and application.received_on is not None:
        return application.received_on
    return case.application_date


def _application_date(case: CaseFile) -> Iterator[Warning]:
    received, entered = _applied_on(case), case.application_date
    if received is not None and entered is not None and received != entered:
        yield _warning("application_date", "application_date_differs", received=received, entered=entered)


def _overlapping_statuses(statuses: tuple[StatusPeriod, ...]) -> Iterator[Warning]:
    """For each status the first earlier one it shares days with."""
    held = [(days, at) for at, status in enumerate(statuses) if (days := interval_of(status))]
    reach: tuple[Interval, int] | None = None
    found = []
    for days, at in sorted(held, key=lambda entry: (entry[0].sure_first, entry[1])):
        if reach is not None and days.sure_first <= min(days.sure_last, reach[0].sure_last):
            last = min(days.sure_last, reach[0].sure_last)
            found.append((at, reach[1], days.sure_first, last))
        if reach is None or days.sure_last > reach[0].sure_last:
            reach = days, at
    for at, other, first, last in sorted(found):
        yield _overlap(statuses, at, other, date.fromordinal(first), last)


def _overlap(statuses: tuple[StatusPeriod, ...], at: int, other: int, start: date, last: int) -> Warning:
    kinds = {"first": statuses[other].kind, "second": statuses[at].kind}
    args: dict[str, Arg] = {name: message(f"status_{kind}") for name, kind in kinds.items()}
    place = f"statuses[{at}]"
    if last > date.max.toordinal():
        told = message("overlapping_statuses_on", start=start, **args)
        return Warning(place, "overlapping_statuses", told)
    return _warning(place, "overlapping_statuses", start=start, end=date.fromordinal(last), **args)


def _jobs_without_status(case: CaseFile, until: int) -> Iterator[Warning]:
    """For each job in Canada the first days on which no status is entered at all."""
    covered = _union((days.first, days.last) for status in case.statuses if (days := interval_of(status)))
    for at, job in enumerate(case.jobs):
        days = interval_of(job)
        if days is None or job.country != _CANADA or job.physically_in_canada is False:
            continue
        gap = _first_gap(covered, days.sure_first, min(days.sure_last, until))
        if gap is not None:
            start, end = date.fromordinal(gap[0]), date.fromordinal(gap[1])
            yield _warning(f"jobs[{at}]", "job_without_status", start=start, end=end)


def _union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans joined where they touch or overlap, in order."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _first_gap(covered: list[tuple[int, int]], first: int, last: int) -> tuple[int, int] | None:
    """The first stretch from ``first`` to ``last`` that no span covers."""
    for start, end in covered:
        if start > first:
            last = min(last, start - 1)
            break
        first = max(first, end + 1)
    return (first, last) if first <= last else None


def _long_weeks(jobs: tuple[Job, ...], until: int) -> Iterator[Warning]:
    """Each stretch up to a day in which the hours entered add up to more than a long week."""
    if sum(map(_most_hours, jobs)) <= LONG_WEEK:
        return
    changes: dict[int, Decimal] = {}
    starts: dict[int, int] = {}
    for at, job in enumerate(jobs):
        for first, after, hours in _weekly(job, until):
            changes[first] = changes.get(first, _NONE) + hours
            changes[after] = changes.get(after, _NONE) - hours
            starts[first] = at
    total = most = _NONE
    began = latest_job = place = 0
    for day in sorted(changes):
        total, before = total + changes[day], total
        latest_job = starts.get(day, latest_job)
        if total > LONG_WEEK >= before:
            began, place, most = day, latest_job, total
        elif total > LONG_WEEK:
            most = max(most, total)
        elif before > LONG_WEEK:
            start, end = date.fromordinal(began), date.fromordinal(day - 1)
            yield _warning(f"jobs[{place}]", "over_60_hours", start=start, end=end, hours=Fraction(most))


def _most_hours(job: Job) -> Decimal:
    """No week of the job has more hours than this."""
    hours = [row.hours * 7 for row in job.hours if row.hours is not None]
    return max(hours, default=_NONE) + (job.hours_per_week or 0)


def _weekly(job: Job, until: int) -> Iterator[tuple[int, int, Decimal]]:
    """Stretches of a job, leaves left out: first day, the day after the last, hours a week."""
    days = interval_of(job)
    if days is None:
        return
    last = min(days.sure_last, until)
    rows = [(row, inside) for row in job.hours if (inside := interval_of(row))]
    away = [leave for period in job.leaves if (leave := interval_of(period))]
    edges = {days.sure_first, last + 1}
    for inside in (*(inside for _, inside in rows), *away):
        edges.update((inside.first, inside.last + 1))
    cuts = sorted(edge for edge in edges if days.sure_first <= edge <= last + 1)
    for first, after in pairwise(cuts):
        if any(leave.first <= first <= leave.last for leave in away):
            continue
        row = next(((row, inside) for row, inside in rows if inside.first <= first <= inside.last), None)
        hours = job.hours_per_week if row is None else _row_hours(*row)
        if hours:
            yield first, after, hours


def _row_hours(row: HoursRow, days: Interval) -> Decimal | None:
    if row.hours is None or row.per != "period":
        return row.hours
    # Rounded down, so that rounding never makes a week long.
    return (row.hours * 7 / (days.last - days.first + 1)).quantize(_FINE, ROUND_DOWN)


def _future(where: str, person: CaseFile | Spouse, today: date) -> Iterator[Warning]:
    for at, study in enumerate(person.studies):
        if (day := _after(study.credential_date, today)) is not None:
            yield _warning(f"{where}studies[{at}].credential_date", "credential_in_future", day=day)
    for at, test in enumerate(person.language_tests):
        if (day := _after(test.result_date, today)) is not None:
            yield _warning(f"{where}language_tests[{at}].result_date", "result_in_future", day=day)
    for at, credential in enumerate(person.education):
        if (day := _after(credential.completed_on, today)) is not None:
            yield _warning(f"{where}education[{at}].completed_on", "credential_in_future", day=day)


def _after(edge: Edge | None, today: date) -> str | None:
    """The edge as it is written, if it is surely after today."""
    return edge.isoformat() if edge is not None and earliest(edge) > today else None


def _lost_references(where: str, person: CaseFile | Spouse) -> Iterator[Warning]:
    if not person.education and not person.history:
        return
    studies, jobs = {study.id for study in person.studies}, {job.id for job in person.jobs}
    references = [
        (f"education[{at}].study", entry.study, studies) for at, entry in enumerate(person.education)
    ]
    for at, entry in enumerate(person.history):
        references += [
            (f"history[{at}].job", entry.job, jobs),
            (f"history[{at}].study", entry.study, studies),
        ]
    for place, given, held in references:
        if given is not None and given not in held:
            yield _warning(where + place, "reference_not_found", entry=given)


@dataclass(frozen=True, slots=True)
class _Months:
    """Months an entry of the history touches, counted from year 0."""

    at: int
    first: int
    last: int


def _history_gaps(where: str, person: CaseFile | Spouse, until: date) -> Iterator[Warning]:
    """Whole months without an entry, in the activities and in the addresses, each from its first entry on."""
    if not person.history:
        return
    pointed: dict[tuple[str, str | None], Period] = {("study", study.id): study for study in person.studies}
    pointed |= {("job", job.id): job for job in person.jobs}
    tracks: dict[bool, list[_Months]] = {False: [], True: []}
    for at, entry in enumerate(person.history):
        months = _months(at, entry, pointed, until)
        if months is not None:
            tracks[entry.activity == "address"].append(months)
    found = [gap for track in tracks.values() for gap in _month_gaps(track, until)]
    for at, first, last in sorted(found):
        yield _warning(f"{where}history[{at}]", "gap_in_history", first=_month(first), last=_month(last))


def _months(
    at: int, entry: HistoryPeriod, pointed: dict[tuple[str, str | None], Period], until: date
) -> _Months | None:
    """The months of an entry; one without days of its own has those of the job or study it points at."""
    source: Period | None = entry
    if entry.start is None and entry.end is None:
        source = pointed.get(("job", entry.job)) if entry.job else pointed.get(("study", entry.study))
    if source is None or source.start is None:
        return None
    end = until if source.end is None else latest(source.end)
    return _Months(at, _count(earliest(source.start)), _count(end))


def _month_gaps(track: list[_Months], until: date) -> Iterator[tuple[int, int, int]]:
    """The entry before each gap, and the first and last month of the gap."""
    reach: _Months | None = None
    for months in sorted(track, key=lambda each: each.first):
        if reach is not None and months.first > reach.last + 1:
            yield reach.at, reach.last + 1, months.first - 1
        if reach is None or months.last > reach.last:
            reach = months
    if reach is not None and reach.last < _count(until):
        yield reach.at, reach.last + 1, _count(until)


def _count(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(count: int) -> str:
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
