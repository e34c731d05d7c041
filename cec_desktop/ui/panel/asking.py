"""What would decide an undetermined outcome, as questions: the words, what hangs on each, what answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cec_desktop.casefile.edits import change_item
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import Job
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import Assessment, JobWork, MissingFact, Outcome
from cec_desktop.ui.panel.answers import Answer, MakeEdit, answer_to, open_study, yes_or_no
from cec_desktop.ui.panel.verdict import deciding, to_complete
from cec_desktop.ui.tables.other_rows import gaps
from cec_desktop.ui.timeline.bars import Bar
from cec_desktop.ui.timeline.held_bars import study_name
from cec_desktop.ui.timeline.wording import range_words, tenths


@dataclass(frozen=True, slots=True)
class Question:
    """A question: where its fact belongs, its words, what hangs on it, and what answers it at once."""

    place: str
    text: str
    decides: str
    answer: Answer | None


def open_questions(view: CaseView, words: Words) -> tuple[Question, ...]:
    """The questions that decide, the one that decides most first."""
    if view.assessment.membership.outcome is not Outcome.UNDETERMINED:
        return ()
    return tuple(_question(fact, view, words) for fact in deciding(view.assessment))


def other_questions(view: CaseView, words: Words) -> tuple[Question, ...]:
    """What is to be confirmed, where the outcome is open anyway, and entries to complete."""
    _ = words
    confirming = view.assessment.membership.outcome is Outcome.UNDETERMINED
    entries = [
        Question(fact.place, _.message(fact.message), "", None) for fact in to_complete(view.assessment)
    ]
    return (*(_to_confirm(view, words) if confirming else ()), *entries)


def _question(fact: MissingFact, view: CaseView, words: Words) -> Question:
    _ = words
    holes = _waiting_holes(view, _) if fact.id == "status_not_known" else []
    hole = holes[0] if holes else None
    text = _text(fact, view, hole, _)
    decides = decides_words(fact, view.assessment, _)
    if len(holes) > 1:
        rest = _.plural(
            "{n} more stretch has no status.", "{n} more stretches have no status.", len(holes) - 1
        )
        decides = f"{decides} {rest}"
    return Question(fact.place, text, decides, answer_to(fact, view, hole, _))


def _text(fact: MissingFact, view: CaseView, hole: Bar | None, _: Words) -> str:
    """The question; of a status it names the days, of a study its name."""
    if hole is not None:
        days = range_words(hole.first, hole.after, _)
        return _("Which status did the client hold: {days}?", days=days)
    study = open_study(view) if fact.id == "study_not_known" else None
    if study is not None:
        return _("Was the study “{study}” full-time?", study=study_name(study, _))
    return _.message(fact.message)


def _waiting_holes(view: CaseView, _: Words) -> list[Bar]:
    """Days without a status on which work waits for one."""
    waits = [
        (period.start.toordinal(), period.end.toordinal())
        for work in view.assessment.membership.work
        for period in work.periods
        if not period.known
    ]
    return [
        hole
        for hole in gaps(view, _)
        if any(first < hole.after and hole.first <= last for first, last in waits)
    ]


def decides_words(fact: MissingFact, assessment: Assessment, _: Words) -> str:
    """What hangs on the answer, in hours where it decides hours."""
    tally = assessment.membership.hours
    if fact.hours is None:
        return _("Decides whether the condition is met.")
    if tally is None:
        return _("Decides {hours} h.", hours=tenths(fact.hours, _))
    # Where the cap bites, less hangs on the answer than the hours of the days themselves.
    hours = min(fact.hours, tally.possible - tally.counted)
    return _(
        "Decides {hours} h: {most} with it, {counted} without.",
        hours=tenths(hours, _),
        most=tenths(tally.counted + hours, _),
        counted=tenths(tally.counted, _),
    )


def _to_confirm(view: CaseView, _: Words) -> Iterator[Question]:
    """Duties taken as those of the occupation: only a "no" changes the outcome."""
    for work in view.assessment.membership.work:
        job = view.case.jobs[work.index]
        if job.duties_match is None and job.id is not None and _matters(work):
            text = _(
                "Were the main duties of {code} performed at {employer}?",
                code=work.occupation.code or _("the occupation"),
                employer=job.employer or _.message(message("employer_not_entered")),
            )
            said = _("To confirm; only a “no” changes the outcome.")
            yield Question(f"jobs[{work.index}].duties_match", text, said, yes_or_no(_duties(job), _))


def _duties(job: Job) -> MakeEdit:
    return lambda match: change_item("jobs", job.id or "", duties_match=match)


def _matters(work: JobWork) -> bool:
    return any(period.counts or not period.known for period in work.periods)
