"""What the rules engine says: outcomes, findings, counted work, dates. Frozen values without words.

Every statement carries a message id with its arguments; the words come last, in either language.
Hours are exact fractions; days are closed intervals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from cec_desktop.casefile.message import Message


class Outcome(StrEnum):
    """What is said of a condition, or of membership as a whole."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


def all_of(outcomes: list[Outcome]) -> Outcome:
    """Met when all that apply are met; one that is not met decides; else undetermined."""
    if Outcome.NOT_MET in outcomes:
        return Outcome.NOT_MET
    return Outcome.UNDETERMINED if Outcome.UNDETERMINED in outcomes else Outcome.MET


def any_of(outcomes: list[Outcome]) -> Outcome:
    """Met when one is met; else undetermined when one is; else not met."""
    if Outcome.MET in outcomes:
        return Outcome.MET
    return Outcome.UNDETERMINED if Outcome.UNDETERMINED in outcomes else Outcome.NOT_MET


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the file a finding rests on: where it stands, and what it says."""

    place: str
    value: Message


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that would decide an undetermined outcome: where it belongs, and what it is."""

    place: str
    id: str
    message: Message
    hours: Fraction | None = None
    """Hours that hang on it, where it decides hours."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition with its citation, outcome, facts and parts, in the regulation's order."""

    id: str
    citation: str
    outcome: Outcome
    message: Message
    facts: tuple[Fact, ...] = ()
    conditions: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why days of a job do not count."""

    id: str
    citation: str


@dataclass(frozen=True, slots=True)
class WorkPeriod:
    """Consecutive days of a job that fare alike; ``hours`` are those counted, after the cap."""

    start: date
    end: date
    counts: bool
    hours: Fraction
    reasons: tuple[Reason, ...] = ()

    @property
    def known(self) -> bool:
        """False where a missing fact decides these days."""
        return not self.reasons or self.reasons[0].id != "not_known"

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday: hours of a job counted in it, and why other days were not."""

    start: date
    hours: Fraction
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Occupation:
    """A job's occupation under the edition in force: code after carry-over and its level.

    ``codes`` are all targets of the carry-over; ``level`` is None where they disagree or the code is
    not known. ``accepted`` is None when not known.
    """

    edition: str
    code: str | None
    level: str | None
    accepted: bool | None
    threshold: int | None
    codes: tuple[str, ...] = ()
    carried_from: tuple[str, str] | None = None
    options: tuple[tuple[str, int], ...] = ()
    """Accepted codes, with their thresholds, that an occupation not known may turn out to be."""
    scheme: str = "teer"
    """How the level is named: ``teer``, or ``skill_level`` in editions before 2021."""


@dataclass(frozen=True, slots=True)
class JobWork:
    """How the days of one job fared on the day of the assessment."""

    job: str
    """The item's id, else its place in the file."""
    index: int
    occupation: Occupation
    periods: tuple[WorkPeriod, ...]
    hours: Fraction
    """Hours counted."""
    days: int
    """Days counted."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class RulesRef:
    """Which version of the rules was applied; ``verified_to`` is the last day the text was compared."""

    id: str
    in_force_from: date
    in_force_to: date | None
    verified_to: date
    instrument: str


@dataclass(frozen=True, slots=True)
class HoursTally:
    """Hours in the window: surely counted, possible with missing facts, and required."""

    counted: Fraction
    possible: Fraction
    required: Fraction
    stream: str | None = None

    @property
    def margin(self) -> Fraction:
        """Hours counted beyond the requirement; negative when short."""
        return self.counted - self.required


@dataclass(frozen=True, slots=True)
class LanguageStanding:
    """Levels (CLB / NCLC) required and achieved by the test that serves best.

    ``levels`` are listening, reading, writing, speaking; None where not known. ``index`` is the place
    of the test in the file; ``valid_until`` the last day its result holds, None without a limit.
    """

    required_clb: int | None
    achieved_clb: int | None
    test: str | None
    valid_until: date | None
    index: int | None = None
    levels: tuple[int | None, int | None, int | None, int | None] | None = None
    result_date: date | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """Membership in the class on one day under the rules in force on it."""

    rules: RulesRef | None
    outcome: Outcome
    stream: str | None
    projected: bool
    window: Span | None
    hours: HoursTally | None
    margin_days: int | None
    """Full-time days the margin makes, rounded down; negative when short."""
    language: LanguageStanding | None
    conditions: tuple[Finding, ...]
    missing_facts: tuple[MissingFact, ...]
    work: tuple[JobWork, ...]
    advisories: tuple[Advisory, ...] = ()


@dataclass(frozen=True, slots=True)
class Advisory:
    """Something to know that is never a verdict."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the format's own word
    """Something in the file that looks wrong but is not refused."""

    place: str
    id: str
    message: Message


@dataclass(frozen=True, slots=True)
class MembershipDates:
    """From when, until when, and why; see the field of the same name in the exchange format."""

    earliest: date | None
    earliest_reason: Message | None
    last: date | None
    last_reason: Message | None
    safe: date | None
    earliest_possible: date | None


@dataclass(frozen=True, slots=True)
class PermitBridge:
    """Whether the right to work carries on; None where not known.

    ``authorized_until`` None with ``open_ended`` true: no last day is entered.
    """

    authorized_until: date | None
    extend_by: date | None
    covers_earliest: bool | None
    covers_safe: bool | None
    covers_application: bool | None
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """Whether the application would be taken in on the day."""

    outcome: Outcome
    conditions: tuple[Finding, ...] = ()
    respond_by: date | None = None
    """The last day to answer the invitation, where there is one."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the program says about one file on one day."""

    file_number: str
    on: date
    today: date
    membership: Membership
    dates: MembershipDates
    bridge: PermitBridge
    intake: Intake
    advisories: tuple[Advisory, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
