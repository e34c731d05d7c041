"""The week-by-week ledger of a job: hours counted each week, and why other days were not."""

from __future__ import annotations

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Assessment, Week
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.membership import speak_of
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.workdays import job_weeks


def week_ledger(case: CaseFile, assessment: Assessment, job_index: int) -> tuple[Week, ...]:
    """Weeks of one job inside the assessed window, Monday to Sunday; hours after the cap."""
    return week_ledgers(case, assessment)[job_index] if case.jobs else ()


def week_ledgers(case: CaseFile, assessment: Assessment) -> tuple[tuple[Week, ...], ...]:
    """The ledger of every job of the file."""
    judge = Judge(case, load_rulebook())
    state = judge.on(assessment.on.toordinal())
    spoken = speak_of(state).state
    if spoken is None:
        return tuple(() for _ in case.jobs)
    return tuple(job_weeks(judge, state, spoken, index) for index in range(len(case.jobs)))
