"""The timeline of a file: its lanes as days and words, and the same said in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cec_desktop.casefile.dates import add_days, earliest, latest
from cec_desktop.casefile.model import CaseFile, Job, Period, StatusPeriod, Study
from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Block, Figure, Heading
from cec_desktop.reports.content.language import last_day, scale_name
from cec_desktop.reports.content.names import credential_name, name_of_test, short_status_name, status_name
from cec_desktop.reports.content.speaker import Speaker, clipped
from cec_desktop.reports.content.work import OUTSIDE
from cec_desktop.reports.timeline_data import Bar, Edge, Fill, Lane, Stretch, Timeline
from cec_desktop.rules.findings import Assessment, JobWork, Span, WorkPeriod
from cec_desktop.rules.results import Result, results_of
from cec_desktop.rules.rulebook import RuleBook

_DAY = timedelta(days=1)
_NO_FORCE = {"none", "restoration"}
_NAME = 44


def timeline_blocks(
    case: CaseFile, assessment: Assessment, book: RuleBook, numbers: dict[int, int], speaker: Speaker
) -> list[Block]:
    """The heading and the figure."""
    aside = speaker.say(lambda _: _("numbers: table of work counted")) if case.jobs else ()
    timeline = timeline_of(case, assessment, book, numbers, speaker)
    return [
        Heading(speaker.say(lambda _: _("Timeline")), aside),
        Figure(timeline, speaker.say(lambda _: _alternative(_, case, assessment))),
    ]


def timeline_of(
    case: CaseFile, assessment: Assessment, book: RuleBook, numbers: dict[int, int], speaker: Speaker
) -> Timeline:
    """Lanes of status, work, study and tests around the day of the application."""
    window = assessment.membership.window
    say = speaker.texts
    return Timeline(
        on=assessment.on,
        today=assessment.today,
        window=window,
        window_label=_window_label(window, assessment.on, speaker) if window else "",
        lanes=(
            Lane("status", say(lambda _: _("Status")), tuple(_statuses(case, speaker))),
            Lane("work", say(lambda _: _("Work")), tuple(_jobs(case, assessment, numbers, speaker))),
            Lane("study", say(lambda _: _("Study")), tuple(_studies(case, speaker))),
            Lane("tests", say(lambda _: _("Tests")), tuple(_tests(case, assessment, book, speaker))),
        ),
        legend={fill: _legend(fill, speaker) for fill in Fill},
        ends=tuple(_ends(assessment)),
    )


def _window_label(window: Span, on: date, speaker: Speaker) -> str:
    years = on.year - window.start.year
    length = speaker.joined(lambda _: _.plural("{n} year", "{n} years", years))
    return f"{length} · {window.start} – {window.end}"


def _ends(assessment: Assessment) -> Iterator[date]:
    dates, bridge, language = assessment.dates, assessment.bridge, assessment.membership.language
    test = language.valid_until if language else None
    found = (dates.earliest, dates.last, dates.safe, bridge.authorized_until, test)
    yield from (day for day in found if day)


def _legend(fill: Fill, speaker: Speaker) -> str:
    return speaker.joined(lambda _: _fill_name(_, fill))


def _fill_name(_: Words, fill: Fill) -> str:
    if fill is Fill.COUNTS:
        return _("counts")
    if fill is Fill.PROJECTED:
        return _("projected")
    if fill is Fill.NOT_COUNTED:
        return _("does not count")
    return _("not known") if fill is Fill.NOT_KNOWN else _("outside the window")


def _bounds(period: Period) -> tuple[date, date | None] | None:
    """The days a period may cover; None where its start is not known."""
    if period.start is None:
        return None
    return earliest(period.start), latest(period.end) if period.end else None


def _statuses(case: CaseFile, speaker: Speaker) -> Iterator[Bar]:
    for status in case.statuses:
        bounds = _bounds(status)
        if bounds:
            yield Bar(*bounds, *_status_names(status, speaker), _status_edge(status))


def _status_names(status: StatusPeriod, speaker: Speaker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kind = status.kind
    long = speaker.texts(lambda _: status_name(_, kind))
    return long, speaker.texts(lambda _: short_status_name(_, kind))


def _status_edge(status: StatusPeriod) -> Edge:
    if status.kind in _NO_FORCE:
        return Edge.HOLLOW
    return Edge.DASHED if status.kind == "maintained" else Edge.SOLID


def _studies(case: CaseFile, speaker: Speaker) -> Iterator[Bar]:
    for study in case.studies:
        bounds = _bounds(study)
        if bounds:
            edge = Edge.HOLLOW if study.full_time is False else Edge.SOLID
            yield Bar(*bounds, _study_names(study, speaker), _short_study_names(study, speaker), edge)


def _study_names(study: Study, speaker: Speaker) -> tuple[str, ...]:
    """The program as entered, once, and its load in every language."""
    if not study.program:
        return speaker.texts(lambda _: f"{credential_name(_, study.credential)}{_load(_, study)}")
    loads = speaker.texts(lambda _: _load(_, study).removeprefix(", "))
    program = clipped(study.program, _NAME)
    if len(loads) == 1:
        return (program + (f", {loads[0]}" if loads[0] else ""),)
    return (program, " · ".join(loads)) if all(loads) else (program,)


def _short_study_names(study: Study, speaker: Speaker) -> tuple[str, ...]:
    if study.program:
        return (clipped(study.program, _NAME),)
    return speaker.texts(lambda _: credential_name(_, study.credential))


def _load(_: Words, study: Study) -> str:
    if study.full_time is None:
        return ""
    return ", " + (_("full-time") if study.full_time else _("part-time"))


def _tests(case: CaseFile, assessment: Assessment, book: RuleBook, speaker: Speaker) -> Iterator[Bar]:
    for result in results_of(case, book):
        start = result.test.result_date
        last = last_day(result, assessment.on, book)
        if start is not None and (last is None or last >= start):
            expired = last is not None and last < assessment.on
            names = _test_names(result, book, speaker)
            yield Bar(start, last, *names, Edge.HOLLOW if expired else Edge.SOLID)


def _test_names(result: Result, book: RuleBook, speaker: Speaker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The test with its lowest level, once where the languages agree; in short the level alone."""
    level = result.levels.minimum
    short = scale_name(result.test, book) if level is None else f"{scale_name(result.test, book)} {level}"
    suffix = "" if level is None else f", {short}"
    texts = speaker.texts(lambda _: name_of_test(_, result.test.test) + suffix)
    return tuple(dict.fromkeys(texts)), (short,)


# Work


def _jobs(case: CaseFile, assessment: Assessment, numbers: dict[int, int], speaker: Speaker) -> Iterator[Bar]:
    work = {job.index: job for job in assessment.membership.work}
    for index, job in enumerate(case.jobs):
        bounds = _bounds(job)
        if bounds is None:
            continue
        counted = work.get(index)
        stretches = tuple(_stretches(job, counted, assessment)) if counted else ()
        hours = f"{speaker.hours(counted.hours)}\u00a0h" if counted and counted.hours else ""
        yield Bar(*bounds, number=numbers[index], hours=hours, stretches=stretches)


def _stretches(job: Job, work: JobWork, assessment: Assessment) -> Iterator[Stretch]:
    """The job's days from end to end: those the rules speak of, and the rest, which lies outside."""
    bounds = _bounds(job)
    if bounds is None:
        return
    day, last = bounds
    for period in sorted(work.periods, key=lambda period: period.start):
        if day < period.start:
            yield Stretch(day, period.start - _DAY, Fill.OUTSIDE)
        yield from _split(period, assessment)
        day = add_days(period.end, 1)
    if last is None or day <= last:
        # An end that is not known is drawn as far as the figure goes.
        yield Stretch(day, last or date.max, Fill.OUTSIDE)


def _split(period: WorkPeriod, assessment: Assessment) -> Iterator[Stretch]:
    """A period of work, cut where the days after today begin."""
    fill = _fill(period)
    today = assessment.today
    if fill is Fill.COUNTS and period.end > today:
        if period.start <= today:
            yield Stretch(period.start, today, fill)
        yield Stretch(max(period.start, today + _DAY), period.end, Fill.PROJECTED)
    else:
        yield Stretch(period.start, period.end, fill)


def _fill(period: WorkPeriod) -> Fill:
    if period.counts:
        return Fill.COUNTS
    if any(reason.id == OUTSIDE for reason in period.reasons):
        return Fill.OUTSIDE
    return Fill.NOT_COUNTED if period.known else Fill.NOT_KNOWN


def _alternative(_: Words, case: CaseFile, assessment: Assessment) -> str:
    """The figure in words; the tables below say the same in full."""
    jobs = _.plural("{n} job", "{n} jobs", len(case.jobs))
    hours = assessment.membership.hours
    if hours is None:
        return _("Timeline of status, {jobs}, studies and tests to {day}.", jobs=jobs, day=assessment.on)
    return _(
        "Timeline of status, {jobs}, studies and tests to {day}: {counted} of {required} hours count.",
        jobs=jobs,
        day=assessment.on,
        counted=hours.counted,
        required=hours.required,
    )
