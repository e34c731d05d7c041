"""What a consultant should know that is never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.message import Arg, message
from cec_desktop.casefile.model import Job
from cec_desktop.rules.findings import Advisory, JobWork, Outcome, WorkPeriod
from cec_desktop.rules.judge import DayState, Judge, StreamState
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Fact, HeldStatus
from cec_desktop.rules.results import language_outcome
from cec_desktop.rules.rulebook import WorkTerms, in_force
from cec_desktop.rules.workdays import undated


def membership_advisories(
    judge: Judge,
    state: DayState,
    spoken: StreamState | None,
    work: tuple[JobWork, ...],
    on: date,
    today: date,
) -> tuple[Advisory, ...]:
    """Advisories of membership on a day, the weightiest first."""
    found: list[Advisory] = []
    if spoken is not None:
        found += _close_calls(judge, state, spoken)
        found += _thresholds(judge, state, spoken)
        found += _of_jobs(judge, work)
        found += _of_statuses(judge, work)
        found += _of_editions(judge, state, work, on)
    if on > judge.book.verified_to:
        found.append(_advisory("law_not_verified", verified_to=judge.book.verified_to))
    if next(undated(judge.case), None):
        found.append(_advisory("undated_entry", places=tuple(undated(judge.case))))
    if on > today:
        found.append(_advisory("projected", today=today))
    return tuple(found)


def _advisory(id_: str, **args: Arg) -> Advisory:
    return Advisory(id_, message(id_, **args))


def _close_calls(judge: Judge, state: DayState, spoken: StreamState) -> Iterator[Advisory]:
    """Hours met, but barely, or in less than a calendar year (or two) of qualifying days."""
    if spoken.work is not Outcome.MET:
        return
    assert state.regime.terms is not None
    sweep = judge.sweep(state.regime.terms)
    days, begins = sweep.qualifying_days(spoken.first, spoken.last)
    years = spoken.stream.weeks // judge.book.counting.weeks_a_year
    if begins is not None:
        first = date.fromordinal(begins)
        needed = (add_months(first, 12 * years) - first).days
        if days < needed:
            yield _advisory("close_call_calendar_year", days=days, needed=needed)
    if spoken.counted < spoken.required + spoken.spare:
        yield _advisory(
            "close_call_hours",
            margin=sweep.hours(spoken.counted - spoken.required),
            spare=sweep.hours(spoken.spare),
        )


def _thresholds(judge: Judge, state: DayState, spoken: StreamState) -> Iterator[Advisory]:
    """A tie between thresholds; and the instructions' reading by level where its result differs."""
    version, terms = state.regime.version, state.regime.terms
    assert version is not None
    assert terms is not None
    if not spoken.counted:
        return
    sweep = judge.sweep(terms)
    standings = sweep.standings(spoken.first, spoken.last).values()
    most = max(hours for hours, _ in standings)
    leading = {clb for hours, clb in standings if hours == most}
    law = max(leading)
    if len(leading) > 1:
        yield _advisory("threshold_tie", clb=law)
    if version.decides != "occupation":
        return
    other = _threshold_by_level(judge, state, spoken)
    if other is None or other == law:
        return
    outcomes = [
        language_outcome(judge.results, clb, state.day, state.regime.age, version) for clb in (law, other)
    ]
    if outcomes[0] is not outcomes[1]:
        yield _advisory("threshold_readings_differ", law=law, other=other)


def _threshold_by_level(judge: Judge, state: DayState, spoken: StreamState) -> int | None:
    """The threshold of the level (not the occupation) with most hours counted; the higher one on a tie."""
    assert state.regime.terms is not None
    sweep = judge.sweep(state.regime.terms)
    hours: dict[tuple[int, str], int] = {}
    counted = sweep.job_units(spoken.first, spoken.last)
    for occupation, units in zip(sweep.occupations, counted, strict=True):
        if units and occupation.threshold is not None:
            # Levels carried to several that agree on the threshold stand for one of them.
            key = (occupation.threshold, occupation.level or "")
            hours[key] = hours.get(key, 0) + units
    return max(((units, clb) for (clb, _), units in hours.items()), default=(0, None))[1]


def _of_jobs(judge: Judge, work: tuple[JobWork, ...]) -> Iterator[Advisory]:
    jobs = judge.case.jobs
    counted = [(jobs[entry.index], entry) for entry in work if entry.days]
    in_play = [
        (jobs[entry.index], entry) for entry in work if entry.days or any(not p.known for p in entry.periods)
    ]
    over = tuple(_name(jobs[e.index], e) for e in work if _leave_over(jobs[e.index], e))
    if over:
        yield _advisory("vacation_over_two_weeks", jobs=over)
    foreign = tuple(_name(job, entry) for job, entry in in_play if job.employer_country not in (None, "CA"))
    if foreign:
        yield _advisory("foreign_employer", jobs=foreign)
    unconfirmed = tuple(_name(job, entry) for job, entry in in_play if job.duties_match is None)
    if unconfirmed:
        yield _advisory("duties_to_confirm", jobs=unconfirmed)
    if _excluded_by_foreign_study(judge, work):
        yield _advisory("study_abroad")
    invitation = judge.case.invitation
    if (invitation is None or invitation.issued_on is None) and any(
        job.self_employed and job.publicly_funded_physician for job, _ in counted
    ):
        yield _advisory("physician_policy", first_day=judge.book.physicians_from)


def _name(job: Job, entry: JobWork) -> str:
    return job.employer or job.title or entry.job


def _leave_over(job: Job, entry: JobWork) -> bool:
    """Whether paid vacation past the allowance was left out inside the window."""
    vacations = [leave for leave in job.leaves if leave.kind == "paid_vacation"]
    return bool(vacations) and any(
        any(reason.id == "leave" for reason in period.reasons)
        and any(_touches(period, leave.start, leave.end) for leave in vacations)
        for period in entry.periods
    )


def _touches(period: WorkPeriod, start: object, end: object) -> bool:
    first = start if isinstance(start, date) else None
    last = end if isinstance(end, date) else None
    return (last is None or last >= period.start) and (first is None or first <= period.end)


def _excluded_by_foreign_study(judge: Judge, work: tuple[JobWork, ...]) -> bool:
    foreign = [s for s in judge.case.studies if s.full_time is not False and s.country not in (None, "CA")]
    return bool(foreign) and any(
        any(reason.id in ("full_time_study", "not_known") for reason in period.reasons)
        and any(_touches(period, study.start, study.end) for study in foreign)
        for entry in work
        for period in entry.periods
    )


def _of_editions(judge: Judge, state: DayState, work: tuple[JobWork, ...], on: date) -> Iterator[Advisory]:
    """Jobs whose level differs between editions where either may be read."""
    terms = state.regime.terms
    assert terms is not None
    others = set(terms.editions)
    invited = judge.case.invitation.issued_on if judge.case.invitation else None
    if invited is not None and invited <= on:
        # The department let those invited under an edition keep it (law: the edition of the day).
        others.update(in_force(judge.book.noc_editions, invited).editions)
    if len(others) == 1:
        return
    jobs = []
    for entry in work:
        if not any(period.counts or period.reasons[0].id != "outside_window" for period in entry.periods):
            continue
        job = judge.case.jobs[entry.index]
        if len({_verdict(judge, job, edition, invited, on) for edition in others}) > 1:
            jobs.append(_name(job, entry))
    if jobs:
        yield _advisory("noc_editions_differ", jobs=tuple(jobs))


def _verdict(judge: Judge, job: Job, edition: str, invited: date | None, on: date) -> tuple[Fact, int | None]:
    """Whether a job counts, and its threshold, when one edition alone is read."""
    book = judge.book
    day = on if edition in in_force(book.noc_editions, on).editions else invited or on
    version = book.version_on(day) or book.versions[0]
    terms = WorkTerms(version.full_time_hours, version.levels, (edition,), False, version.decides)
    occupation = occupation_of(job, terms, book.noc)
    return occupation.accepted, occupation.threshold


def _of_statuses(judge: Judge, work: tuple[JobWork, ...]) -> Iterator[Advisory]:
    """Readings of a status that counted days rest on."""
    statuses = judge.case.statuses
    derived = [entry for entry in work if judge.case.jobs[entry.index].authorized is None]
    closed = [
        held
        for held in judge.person.statuses
        if statuses[held.at].kind == "work_permit"
        and statuses[held.at].employer is None
        and statuses[held.at].may_work is None
    ]
    if any(_carries(held, derived) for held in closed):
        yield _advisory("closed_permit")
    unshown = [
        held
        for held in judge.person.statuses
        if statuses[held.at].kind == "maintained" and statuses[held.at].applied_on is None
    ]
    if any(_carries(held, work) for held in unshown):
        yield _advisory("maintained_not_shown")


def _carries(held: HeldStatus, work: tuple[JobWork, ...] | list[JobWork]) -> bool:
    """Whether counted days lie inside a status."""
    return any(
        period.counts
        and period.start.toordinal() <= held.days.last
        and period.end.toordinal() >= held.days.first
        for entry in work
        for period in entry.periods
    )
