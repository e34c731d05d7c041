"""The whole assessment of one file on one day: what panel, command line and summary show."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.bridge import permit_bridge
from cec_desktop.rules.dates import membership_dates
from cec_desktop.rules.findings import Assessment
from cec_desktop.rules.intake import intake_advisories, intake_on
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.membership import membership_on
from cec_desktop.rules.rulebook import RuleBook, load_rulebook
from cec_desktop.rules.warnings import warnings_of

__all__ = ["RuleBook", "assess", "day_of", "load_rulebook", "preview"]


def day_of(case: CaseFile, today: date) -> date:
    """The day a file is assessed on: received once submitted, else the application date, else today."""
    application = case.application
    if application and application.submitted and application.received_on:
        return application.received_on
    return case.application_date or today


def assess(case: CaseFile, on: date, today: date, book: RuleBook) -> Assessment:
    """Membership on a day with its dates, the permit bridge, intake, advisories and warnings."""
    judge = Judge(case, book)
    membership, state = membership_on(judge, on, today)
    dates = membership_dates(judge, on)
    return Assessment(
        file_number=case.file_number,
        on=on,
        today=today,
        membership=membership,
        dates=dates,
        bridge=permit_bridge(judge, dates, on, today),
        intake=intake_on(judge, state, on),
        advisories=(*membership.advisories, *intake_advisories(judge, on)),
        warnings=warnings_of(case, today),
    )


preview = assess
"""Quick enough for each move of the mouse."""
