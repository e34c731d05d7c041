"""Membership on any day: the law of the day, the streams, the window, hours and language.

One judge serves one file. It prepares what does not change from day to day once, so that a day costs a
few sums; the search for dates and the full assessment of a day ask the same judge.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Outcome, all_of, any_of
from cec_desktop.rules.graduate import CredentialTry, credential_tries
from cec_desktop.rules.jobdays import DAYS_IN_A_WEEK, DayFacts, job_days
from cec_desktop.rules.person import Fact, Person, prepare_person
from cec_desktop.rules.results import Result, Spans, outcome_on, results_of, spans_of
from cec_desktop.rules.rulebook import (
    ClassVersion,
    InvitationDays,
    RuleBook,
    Stream,
    TestAge,
    WorkTerms,
    in_force,
)
from cec_desktop.rules.sweep import ANY_THRESHOLD, Series, Sweep, sweep_jobs

__all__ = ["DayState", "InvitationDays", "Judge", "Regime", "StreamState"]


@dataclass(frozen=True, slots=True, eq=False)
class Regime:
    """All law that membership rests on, equal from one change to the next."""

    first: int
    version: ClassVersion | None
    terms: WorkTerms | None
    age: TestAge


@dataclass(slots=True)
class StreamState:
    """How the file stands in one stream, through one credential, on one day; hours in sweep units."""

    stream: Stream
    credential: CredentialTry | None
    first: int
    """First day that surely belongs to the window."""
    last: int
    counted: int
    possible: int
    required: int
    spare: int
    """Hours beyond the requirement that make the date safe."""
    work: Outcome
    thresholds: tuple[int, ...]
    """Thresholds that may apply; empty where all have the same result."""
    language: Outcome
    outcome: Outcome

    @property
    def qualifies(self) -> Fact:
        """Whether the stream's credential qualifies; True where none is asked."""
        return self.credential.qualifies if self.credential else True


@dataclass(slots=True)
class DayState:
    """Membership on one day, with what it was made of."""

    day: int
    regime: Regime
    outcome: Outcome
    residence: Outcome
    study_status: Outcome
    streams: tuple[StreamState, ...]
    signature: tuple[object, ...]
    """Signs of every comparison of hours the outcome rests on."""

    @property
    def safe(self) -> bool:
        """Whether a stream is met with hours to spare."""
        return self.outcome is Outcome.MET and any(
            state.outcome is Outcome.MET and state.counted >= state.required + state.spare
            for state in self.streams
        )


class Judge:
    """Judges one file on any day.

    ``excluded`` are occupations of ministerial instructions that may not support the application.
    """

    def __init__(self, case: CaseFile, book: RuleBook, excluded: tuple[str, ...] = ()) -> None:
        self.case = case
        self.book = book
        self.person: Person = prepare_person(case, book)
        self.results: tuple[Result, ...] = results_of(case, book)
        self.residence = _residence(case)
        self.regimes = regimes_of(book, excluded, physicians=_invited_since(case, book.physicians_from))
        self._starts = [regime.first for regime in self.regimes]
        self._sweeps: dict[int, Sweep] = {}
        self._spans: dict[int, dict[int, Spans]] = {}
        self._job_days: tuple[tuple[DayFacts, ...], ...] | None = None
        self._credentials: tuple[CredentialTry, ...] | None = None

    @property
    def credentials(self) -> tuple[CredentialTry, ...]:
        """All credentials tried for the graduate stream."""
        if self._credentials is None:
            self._credentials = credential_tries(self.case, self.book.graduate)
        return self._credentials

    def regime(self, day: int) -> Regime:
        """The law of a day."""
        return self.regimes[bisect_right(self._starts, day) - 1]

    def sweep(self, terms: WorkTerms) -> Sweep:
        """The counted work on terms, counted once."""
        found = self._sweeps.get(id(terms))
        if found is None:
            if self._job_days is None:
                counting = self.book.counting
                self._job_days = tuple(job_days(job, self.person, counting) for job in self.case.jobs)
            found = self._sweeps[id(terms)] = sweep_jobs(self.case, self._job_days, terms, self.book.noc)
        return found

    def on(self, day: int) -> DayState:
        """Membership on a day."""
        regime = self.regime(day)
        if regime.version is None or regime.terms is None:
            return DayState(day, regime, Outcome.NOT_MET, self.residence, Outcome.MET, (), ())
        signature: list[object] = []
        study_status = self._study_status(day, regime.version)
        streams = []
        for stream in regime.version.streams:
            streams.extend(self._stream_states(stream, day, regime, signature))
        outcome = all_of([self.residence, any_of([state.outcome for state in streams]), study_status])
        return DayState(day, regime, outcome, self.residence, study_status, tuple(streams), tuple(signature))

    def _spans_of(self, regime: Regime) -> dict[int, Spans]:
        """When results serve each threshold of a regime's text."""
        found = self._spans.get(id(regime))
        if found is None:
            version = regime.version
            assert version is not None
            found = self._spans[id(regime)] = {
                clb: spans_of(self.results, clb, regime.age, version) for clb in version.thresholds
            }
        return found

    def _study_status(self, day: int, version: ClassVersion) -> Outcome:
        """R87.1(3)(c) to 2016-11-18: status on every day of full-time study in Canada too."""
        if not version.study_needs_status:
            return Outcome.MET
        if self.person.first_study_without_status < day:
            return Outcome.NOT_MET
        return Outcome.UNDETERMINED if self.person.first_study_status_unknown < day else Outcome.MET

    def _stream_states(
        self, stream: Stream, day: int, regime: Regime, signature: list[object]
    ) -> list[StreamState]:
        opens = add_months(date.fromordinal(day), -stream.window_months).toordinal()
        if not stream.after_credential:
            return [self._state(stream, None, opens, opens, day, regime, signature)]
        tries = [_obtained_before(tried, day) for tried in self.credentials if tried.first_day < day]
        return [
            self._state(
                stream,
                tried,
                max(opens, tried.last_day + 1),
                max(opens, tried.first_day + 1),
                day,
                regime,
                signature,
            )
            for tried in tries
        ]

    def _state(
        self,
        stream: Stream,
        tried: CredentialTry | None,
        first: int,
        first_possible: int,
        day: int,
        regime: Regime,
        signature: list[object],
    ) -> StreamState:
        version, terms = regime.version, regime.terms
        assert version is not None
        assert terms is not None
        sweep = self.sweep(terms)
        last = day - 1
        qualifies = True if tried is None else tried.qualifies
        required = stream.weeks * DAYS_IN_A_WEEK * sweep.cap
        spare = self.book.counting.spare_weeks * DAYS_IN_A_WEEK * sweep.cap
        counted = possible = 0
        if qualifies is not False:
            possible = sweep.possible.between(first_possible, last)
            counted = sweep.total.between(first, last) if possible else 0
        enough, may_be = counted >= required, possible >= required
        work = Outcome.MET if enough else Outcome.UNDETERMINED if may_be else Outcome.NOT_MET
        signature.append((enough, may_be, counted >= required + spare))
        language, thresholds = self._language(sweep, day, regime, (first, first_possible, last), signature)
        credential = (
            Outcome.MET if qualifies else Outcome.UNDETERMINED if qualifies is None else Outcome.NOT_MET
        )
        outcome = all_of([credential, work, language])
        return StreamState(
            stream,
            tried,
            first,
            last,
            counted,
            possible,
            required,
            spare,
            work,
            thresholds,
            language,
            outcome,
        )

    def _language(
        self,
        sweep: Sweep,
        day: int,
        regime: Regime,
        window: tuple[int, int, int],
        signature: list[object],
    ) -> tuple[Outcome, tuple[int, ...]]:
        """The language outcome and the thresholds that may apply; which one is asked only if it matters."""
        assert regime.version is not None
        spans = self._spans_of(regime)
        outcomes = [outcome_on(spans[clb], day) for clb in regime.version.thresholds]
        signature.append(tuple(outcomes))
        if outcomes.count(outcomes[0]) == len(outcomes):
            return outcomes[0], ()
        thresholds = possible_thresholds(sweep, regime.version, window, signature)
        found = {outcome_on(spans[clb], day) for clb in thresholds}
        return (found.pop() if len(found) == 1 else Outcome.UNDETERMINED), thresholds


def possible_thresholds(
    sweep: Sweep, version: ClassVersion, window: tuple[int, int, int], signature: list[object]
) -> tuple[int, ...]:
    """Every threshold that may apply once what is not known is known; one, where all is known.

    ``window``: first sure day, first possible day, last day. All where no hour can count.
    """
    _, first_possible, last = window
    found = []
    for clb in version.thresholds:
        leads = False
        for contender in sweep.contenders:
            if contender.threshold not in (clb, ANY_THRESHOLD):
                continue
            most = contender.most.between(first_possible, last)
            ahead = (
                most > 0,
                *(_leads(lead, other > clb, window) for other, lead in contender.leads if other != clb),
            )
            signature.append(ahead)
            leads = leads or all(ahead)
        if leads:
            found.append(clb)
    return tuple(found) or version.thresholds


def _leads(lead: Series, rival_is_higher: bool, window: tuple[int, int, int]) -> bool:
    """Whether hours may lead those of a rival; on a tie the higher threshold leads."""
    first, first_possible, last = window
    ahead = lead.between(first, last) + max(0, lead.between(first_possible, first - 1))
    return ahead > 0 if rival_is_higher else ahead >= 0


@cache
def regimes_of(book: RuleBook, excluded: tuple[str, ...], *, physicians: Fact) -> tuple[Regime, ...]:
    """All law in order; days between two changes that count work alike share their terms.

    ``physicians``: whether the file is one the public policy for physicians is open to.
    """
    shared: dict[object, WorkTerms] = {}
    regimes = [Regime(0, None, None, book.test_ages[0])]
    for day in book.changes():
        version = book.version_on(day)
        if version is None:
            continue
        lifted = physicians if day >= book.physicians_from else False
        editions = in_force(book.noc_editions, day).editions
        key = (version.full_time_hours, tuple(version.levels.items()), editions, lifted, version.decides)
        terms = shared.setdefault(
            key,
            WorkTerms(version.full_time_hours, version.levels, editions, lifted, version.decides, excluded),
        )
        regimes.append(Regime(day.toordinal(), version, terms, in_force(book.test_ages, day)))
    return tuple(regimes)


def _obtained_before(tried: CredentialTry, day: int) -> CredentialTry:
    """A credential as seen on a day; one of which only the month is known may not have been obtained yet."""
    if tried.last_day < day or not tried.qualifies:
        return tried
    return replace(tried, qualifies=None, missing=("credential_date",))


def _residence(case: CaseFile) -> Outcome:
    """R87.1(1): intends to live in a province other than Quebec."""
    if case.destination is None:
        return Outcome.UNDETERMINED
    return Outcome.NOT_MET if case.destination == "QC" else Outcome.MET


def _invited_since(case: CaseFile, day: date) -> Fact:
    """Whether the policy's invitation was issued from a day on, or none has been yet."""
    invitation = case.invitation
    if invitation is None:
        return True
    return None if invitation.issued_on is None else invitation.issued_on >= day
