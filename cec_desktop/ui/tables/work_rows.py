"""The work table: each job with its days and hours in the window, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from cec_desktop.casefile.model import Job
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import JobWork, Reason, WorkPeriod
from cec_desktop.rules.noc import load_noc
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.ui.fields.occupation import level_words, title_words
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.tables.rows import (
    Cell,
    Column,
    Listing,
    Row,
    Sort,
    Swatch,
    aligned_tenths,
    end_cell,
    start_cell,
)
from cec_desktop.ui.timeline.wording import days_words, range_words, reason_words

_OUTSIDE = "outside_window"
_UNKNOWN = "not_known"
_WEEK = 7
UNKNOWN = "–"


def work_listing(view: CaseView, _: Words) -> Listing:
    """The jobs of a file as the assessment counts them, newest first, and their sum."""
    work = {each.index: each for each in view.assessment.membership.work}
    jobs = sorted(enumerate(view.case.jobs), key=lambda pair: _recency(pair[1]), reverse=True)
    rows = [_row(job, work.get(index), view, _) for index, job in jobs]
    if rows:
        rows.append(_sum(view, _))
    return Listing(_columns(view, _), tuple(rows))


def _recency(job: Job) -> str:
    return job.start.isoformat() if job.start else ""


def _columns(view: CaseView, _: Words) -> tuple[Column, ...]:
    edition = next((each.occupation.edition for each in view.assessment.membership.work), "")
    return (
        Column("employer", _("Employer"), wide=True),
        Column("noc", _("NOC {edition}", edition=edition) if edition else _("NOC")),
        Column("start", _("From")),
        Column("end", _("To")),
        Column("week", _("h/week"), number=True),
        Column("days", _("Days"), number=True, spare=True),
        Column("hours", _("Hours"), number=True),
        Column("left_out", _("Left out, and why"), wide=True),
    )


def _row(job: Job, work: JobWork | None, view: CaseView, _: Words) -> Row:
    swatch = _swatch(work, view)
    name = job.employer or job.title or _("Job without a name")
    return Row(
        job.id or "",
        (
            Cell(name, tip=" · ".join(filter(None, (job.employer, job.title))), order=name.casefold()),
            _occupation(job, work, _),
            start_cell(job.start, _),
            end_cell(job.end, _),
            _hours_a_week(job, _),
            Cell(_.number(work.days if work else 0), order=f"{work.days if work else 0:09d}"),
            _hours(work, _),
            _left_out(job, work, view, _),
        ),
        swatch,
        _said(swatch, _),
    )


def _occupation(job: Job, work: JobWork | None, _: Words) -> Cell:
    """The code in the edition in force, where it carries over to one, with its level."""
    tables = load_noc()
    if job.noc is None:
        return Cell(UNKNOWN, tip=_("not known"), quiet=True)
    version, code = job.noc.version, job.noc.code
    if work is not None and work.occupation.code is not None and work.occupation.edition:
        version, code = work.occupation.edition, work.occupation.code
    level = level_words(_, tables, version, code)
    entered = _("entered as {code} of NOC {version}", code=job.noc.code, version=job.noc.version)
    tip = title_words(_, tables, version, code)
    if code != job.noc.code:
        tip = f"{tip}, {entered}" if tip else entered
    return Cell(" · ".join(filter(None, (code, level))), short=code, tip=tip, order=code)


def _hours_a_week(job: Job, _: Words) -> Cell:
    if job.hours:
        return Cell(_("varies"), order="999")
    if job.hours_per_week is None:
        return Cell(UNKNOWN, tip=_("not known"), quiet=True, order="")
    return Cell(_.number(job.hours_per_week), order=f"{job.hours_per_week:09.2f}")


def _hours(work: JobWork | None, _: Words) -> Cell:
    hours = work.hours if work else Fraction(0)
    return Cell(aligned_tenths(hours, _), order=f"{float(hours):015.4f}")


def _swatch(work: JobWork | None, view: CaseView) -> Swatch:
    """The fill of most of what the window holds of the job; counted days win."""
    if work is None or not work.periods:
        return Swatch.OUTSIDE
    counting = [period for period in work.periods if period.counts]
    if counting:
        future = all(period.start > view.assessment.today for period in counting)
        return Swatch.PROJECTED if future else Swatch.COUNTS
    inside = [period for period in work.periods if not _is_outside(period)]
    if not inside:
        return Swatch.OUTSIDE
    return Swatch.NOT_KNOWN if any(not period.known for period in inside) else Swatch.NOT_COUNTED


def _said(swatch: Swatch, _: Words) -> str:
    return {
        Swatch.COUNTS: _("counts"),
        Swatch.PROJECTED: _("projected"),
        Swatch.NOT_COUNTED: _("does not count"),
        Swatch.NOT_KNOWN: _("not known whether it counts"),
    }.get(swatch, _("outside the window"))


def _is_outside(period: WorkPeriod) -> bool:
    return any(reason.id == _OUTSIDE for reason in period.reasons)


def _left_out(job: Job, work: JobWork | None, view: CaseView, _: Words) -> Cell:
    """Reasons with the days they cost; a reason that takes the whole job stands with its citation."""
    if work is None:
        return Cell("")
    left = [period for period in work.periods if not period.counts and not _is_outside(period)]
    if not left:
        text = "" if work.days else _("outside the window")
        return Cell(_joined([text, *_capped(job, work, view, _)]), quiet=True)
    days: dict[str, int] = {}
    reasons: dict[str, Reason] = {}
    for period in left:
        reason = period.reasons[0]
        days[reason.id] = days.get(reason.id, 0) + period.days
        reasons[reason.id] = reason
    whole = not work.days and len(days) == 1
    texts = [
        _whole(reasons[id_], work, _)
        if whole
        else f"{_short_days(count, _)} {_in_part(reasons[id_], job, work, _)}"
        for id_, count in days.items()
    ]
    capped = _capped(job, work, view, _)
    return Cell(_joined([*texts, *capped]), tip=left_out_tip(left, work, _), quiet=True)


def _whole(reason: Reason, work: JobWork, _: Words) -> str:
    return " · ".join(filter(None, (reason_words(reason, work, _), _.citation(reason.citation))))


def _in_part(reason: Reason, job: Job, work: JobWork, _: Words) -> str:
    """A reason that takes some of the days; leaves of one kind are named by it."""
    leaves = {leave.kind for leave in job.leaves} - {"paid_vacation", None}
    if reason.id == "leave" and len(leaves) == 1:
        return kinds.name(kinds.LEAVE, str(leaves.pop()), _).lower()
    return reason_words(reason, work, _)


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(filter(None, texts))


def _short_days(days: int, _: Words) -> str:
    return _("{n} d", n=days)


def _capped(job: Job, work: JobWork, view: CaseView, _: Words) -> list[str]:
    """Says that hours above full time were left out, where they were."""
    version = load_rulebook().version_on(view.assessment.on)
    if version is None or job.hours_per_week is None or job.hours or not work.days:
        return []
    worked = Fraction(job.hours_per_week) * work.days / _WEEK
    return [_("> {hours} h", hours=version.full_time_hours)] if worked > work.hours else []


def left_out_tip(periods: Iterable[WorkPeriod], work: JobWork, _: Words) -> str:
    """Every stretch that does not count: its days, why, and the section that says so."""
    return "\n".join(
        " · ".join(
            (
                range_words(period.start.toordinal(), period.end.toordinal() + 1, _),
                days_words(period.days, _),
                "; ".join(_whole(reason, work, _) for reason in period.reasons),
            )
        )
        for period in periods
    )


def _sum(view: CaseView, _: Words) -> Row:
    membership = view.assessment.membership
    days = {
        day
        for work in membership.work
        for period in work.periods
        if period.counts
        for day in range(period.start.toordinal(), period.end.toordinal() + 1)
    }
    hours = membership.hours
    required = _("{hours} h required", hours=hours.required) if hours is not None else ""
    counted = aligned_tenths(hours.counted, _) if hours is not None else ""
    empty = Cell("")
    return Row(
        "",
        (
            Cell(_("Counted in the window")),
            *(empty, empty, empty, empty),
            Cell(_.number(len(days))),
            Cell(counted),
            Cell(required, quiet=True),
        ),
        sort=Sort.SUM,
    )
