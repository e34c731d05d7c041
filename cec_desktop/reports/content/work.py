"""Work counted: one row a job, with the hours that count and why the rest does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.i18n.words import Words
from cec_desktop.reports.blocks import Block, Cell, Column, Heading, Paragraph, Run, Table
from cec_desktop.reports.content.names import level_name
from cec_desktop.reports.content.speaker import Phrase, Speaker, cited, clipped, strong
from cec_desktop.rules.findings import Assessment, HoursTally, JobWork, Occupation, Reason, WorkPeriod
from cec_desktop.rules.projection import split_hours

OUTSIDE = "outside_window"


def job_numbers(case: CaseFile) -> dict[int, int]:
    """The number of each job by its place in the file: what goes on or ended last is 1, undated ones last."""

    def latest_first(index: int) -> tuple[bool, int, int]:
        start, end = case.jobs[index].start, case.jobs[index].end
        ended = latest(end) if end else date.max
        return (start is None, -ended.toordinal(), -earliest(start).toordinal() if start else index)

    return {index: number for number, index in enumerate(sorted(range(len(case.jobs)), key=latest_first), 1)}


def work_blocks(
    case: CaseFile, assessment: Assessment, numbers: dict[int, int], speaker: Speaker
) -> list[Block]:
    """The table of work with its sum, and how a day is counted."""
    heading = Heading(speaker.say(lambda _: _("Work counted")))
    if not case.jobs:
        return [heading, Paragraph(speaker.say(lambda _: _("No work is entered.")))]
    work = {job.index: job for job in assessment.membership.work}
    rows = tuple(
        _row(number, case.jobs[index], work.get(index), speaker) for index, number in numbers.items()
    )
    total = _total(assessment, tuple(work.values()), speaker)
    note = speaker.say(
        lambda _: _(
            "A day brings a seventh of the week’s hours; hours above full time in a week do not count. "
            "The numbers are those of the timeline."
        )
    )
    return [heading, Table(_columns(case, speaker), rows, total), Paragraph(note, small=True)]


def _columns(case: CaseFile, speaker: Speaker) -> tuple[Column, ...]:
    say = speaker.say
    return (
        Column((), 11 + 5 * len(str(len(case.jobs)))),
        Column(say(lambda _: _("Employer, occupation")), 124),
        Column(say(lambda _: _("Period")), 76),
        Column(say(lambda _: _("h/week")), 42, numeric=True),
        Column(say(lambda _: _("Days")), 36, numeric=True),
        Column(say(lambda _: _("Hours")), 50, numeric=True),
        Column(say(lambda _: _("Not counted, and why")), 172),
    )


def _row(number: int, job: Job, work: JobWork | None, speaker: Speaker) -> tuple[Cell, ...]:
    employer = clipped(job.employer or "") or clipped(job.title or "")
    name = (speaker.shared(employer, "strong"),) if employer else ()
    unnamed = () if employer else speaker.say(lambda _: strong(_("Employer not named")))
    occupation = _occupation(job, work, speaker)
    return (
        Cell((speaker.shared(str(number), "strong"),)),
        Cell((*name, *unnamed[:1], (Run(occupation, "citation"),))),
        _period(job, speaker),
        _weekly(job, speaker),
        Cell((speaker.shared(speaker.first.number(work.days) if work else "–"),)),
        Cell((speaker.shared(speaker.hours(work.hours) if work else "–", "strong"),)),
        Cell(said=speaker.say(lambda _: _reasons(_, work) if work else "")),
    )


def _occupation(job: Job, work: JobWork | None, speaker: Speaker) -> str:
    """The code with its level; a code carried over shows where it comes from."""
    given = job.noc.code if job.noc else ""
    if work is None:
        return given
    if work.occupation.code is None:
        return " · ".join(
            part for part in (given, speaker.joined(lambda _: _("occupation not known"))) if part
        )
    occupation = work.occupation
    level = speaker.joined(lambda _: level_name(_, occupation))
    return f"{_code(occupation)} · {level}"


def _code(occupation: Occupation) -> str:
    code = str(occupation.code)
    if occupation.carried_from and occupation.carried_from[1] != code:
        return f"{occupation.carried_from[1]} → {code}"
    return code


def _period(job: Job, speaker: Speaker) -> Cell:
    if job.start is None:
        return Cell(said=speaker.say(lambda _: _("start not known")))
    start = speaker.shared(f"{job.start.isoformat()} –")
    if job.end is None:
        return Cell((start, speaker.shared(speaker.joined(lambda _: _("goes on")))))
    return Cell((start, speaker.shared(job.end.isoformat())))


def _weekly(job: Job, speaker: Speaker) -> Cell:
    if job.hours:
        return Cell(said=speaker.say(lambda _: _("varies")))
    if job.hours_per_week is None:
        return Cell((speaker.shared("?"),))
    return Cell((speaker.shared(speaker.first.number(job.hours_per_week)),))


def _reasons(_: Words, work: JobWork) -> Phrase:
    """Days in the window that do not count, and what keeps them out; no count where it is all of them."""
    excluded = [period for period in work.periods if not period.counts]
    inside = [period for period in excluded if not _outside(period)]
    whole = len(excluded) == len(work.periods)
    if not inside:
        return _.message(message(f"reason_{OUTSIDE}")) if excluded and whole else ""
    groups: dict[tuple[Reason, ...], int] = {}
    for period in inside:
        groups[period.reasons] = groups.get(period.reasons, 0) + period.days
    phrase: list[Run] = []
    for reasons, days in groups.items():
        if phrase:
            phrase.append(Run("; "))
        if len(groups) > 1 or not whole:
            phrase.append(Run(_left_out(_, days)))
        phrase += _why(_, reasons)
    return phrase


def _left_out(_: Words, days: int) -> str:
    return _.plural("{n} day:", "{n} days:", days) + " "


def _why(_: Words, reasons: Iterable[Reason]) -> Iterator[Run]:
    for index, reason in enumerate(reasons):
        yield Run(", " * bool(index) + _.message(message(f"reason_{reason.id}")))
        yield from cited(_, reason.citation)


def _outside(period: WorkPeriod) -> bool:
    return all(reason.id == OUTSIDE for reason in period.reasons) and bool(period.reasons)


def _total(assessment: Assessment, work: tuple[JobWork, ...], speaker: Speaker) -> tuple[Cell, ...]:
    hours = assessment.membership.hours
    if hours is None:
        return ()
    days = _distinct_days(work)
    return (
        Cell(),
        Cell((speaker.shared(speaker.joined(lambda _: _("Counted")), "strong"),)),
        Cell(),
        Cell(),
        Cell((speaker.shared(speaker.first.number(days) if days is not None else "", "strong"),)),
        Cell((speaker.shared(speaker.hours(hours.counted), "strong"),)),
        Cell(said=speaker.say(lambda _: sum_words(_, assessment, hours))),
    )


def sum_words(_: Words, assessment: Assessment, hours: HoursTally) -> str:
    """What was worked by today and what is projected, where there is such, and what is required."""
    split = split_hours(assessment)
    if not split.projected:
        return _requirement(_, hours)
    worked = _printed(split.worked)
    return _(
        "{worked} h to {today}, {projected} h projected; {required}",
        worked=worked,
        today=assessment.today,
        projected=_printed(hours.counted) - worked,  # as printed, the two make the sum
        required=_requirement(_, hours),
    )


def _printed(hours: Fraction) -> Fraction:
    """Hours as they are printed, rounded down to two decimals."""
    return Fraction(hours * 100 // 1, 100)


def _requirement(_: Words, hours: HoursTally) -> str:
    if hours.possible > hours.counted:
        return _(
            "{required} hours required; {possible} possible", required=hours.required, possible=hours.possible
        )
    return _("{required} hours required", required=hours.required)


def _distinct_days(work: Iterable[JobWork]) -> int | None:
    """The days of all jobs together; None where jobs overlap, for then the column has no sum."""
    spans: list[tuple[date, date]] = sorted(
        (period.start, period.end) for job in work for period in job.periods if period.counts
    )
    if any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
        return None
    return sum((end - start).days + 1 for start, end in spans)
