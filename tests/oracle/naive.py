"""Membership by counting every day of the window, one after the other, with exact fractions.

Slow and obvious on purpose: this is what the rules engine is held against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache

from cec_desktop.casefile.dates import Edge
from cec_desktop.casefile.model import CaseFile, LanguageTest, Study
from cec_desktop.rules.language import load_language
from tests.oracle import law
from tests.oracle.facts import (
    ONE_DAY,
    Facts,
    Known,
    Occupation,
    covers,
    every,
    first_day,
    last_day,
    opposite,
    some,
)
from tests.oracle.threshold import Bring, Day, Work

RANK: dict[Known, int] = {True: 2, None: 1, False: 0}
NONE_BARRED: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fate:
    """How one day of a job fared; hours are after the cap."""

    counts: Known
    reasons: frozenset[str]
    hours: Fraction


@dataclass(frozen=True)
class Credential:
    """A credential of the graduate stream; ``qualifies`` is None when a fact about it is not known."""

    obtained: Edge
    qualifies: Known


@dataclass
class Tally:
    """One stream counted."""

    stream: law.Stream
    start: date
    end: date
    required: Fraction
    counted: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)
    fates: dict[int, dict[date, Fate]] = field(default_factory=dict)
    qualifying_days: list[date] = field(default_factory=list)
    credential: Known = True
    threshold: int | None = None
    tie: bool = False
    language: Known = None
    open_threshold: bool = False
    """Undecided hours might be thought to move the threshold that decides, though no way they fall does."""

    @property
    def amount(self) -> Known:
        """Whether enough hours count."""
        if self.counted >= self.required:
            return True
        return False if self.possible < self.required else None

    @property
    def outcome(self) -> Known:
        return every([self.credential, self.amount, self.language])

    @property
    def margin(self) -> Fraction:
        return self.counted - self.required


@dataclass(frozen=True)
class Judgement:
    """What is said of one day."""

    outcome: Known
    tally: Tally | None
    """The stream spoken of; None before the class."""
    equals: tuple[Tally, ...] = ()
    """Tallies of the same stream as good as the one spoken of: it may rest on either of two credentials."""
    tallies: tuple[Tally, ...] = ()
    destination: Known = None
    study_status: Known = None


class Naive:
    """One file, judged on any day."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self.facts = Facts(case)

    # --- membership -------------------------------------------------------------------------------------

    def on(self, on: date, barred: frozenset[str] = NONE_BARRED) -> Judgement:
        """Membership under the rules in force on the day; work in ``barred`` occupations is left out."""
        if on < law.CLASS_OPENS:
            return Judgement(False, None)
        tried = [self._best_tallies(on, stream, barred) for stream in law.streams(on)]
        tallies = tuple(best[0] for best in tried)
        destination = None if self.case.destination is None else self.case.destination != "QC"
        study_status = self._study_status(on)
        outcome = every([destination, study_status, some(each.outcome for each in tallies)])
        spoken = _spoken_of(tallies)
        equals = tuple(next(best for best in tried if best[0] is spoken))
        return Judgement(outcome, spoken, equals, tallies, destination, study_status)

    def _best_tallies(self, on: date, stream: law.Stream, barred: frozenset[str]) -> list[Tally]:
        if stream.name != law.GRADUATE:
            return [self._count(on, stream, None, barred)]
        tries = [self._count(on, stream, each, barred) for each in self.credentials(on)]
        without = self._empty(on, stream)
        without.credential = False
        tries.append(without)
        ranks = [(RANK[each.outcome], each.counted, RANK[each.credential]) for each in tries]
        return [each for each, rank in zip(tries, ranks, strict=True) if rank == max(ranks)]

    def _empty(self, on: date, stream: law.Stream) -> Tally:
        required = law.full_time(on) * stream.weeks
        return Tally(stream, law.same_day(on, -stream.months), on - ONE_DAY, required)

    def _count(
        self, on: date, stream: law.Stream, credential: Credential | None, barred: frozenset[str]
    ) -> Tally:
        tally = self._empty(on, stream)
        tally.fates = {index: {} for index in range(len(self.case.jobs))}
        tally.credential = True if credential is None else credential.qualifies
        occupations = {i: self.facts.occupation(job, on, barred) for i, job in enumerate(self.case.jobs)}
        cap = law.full_time(on) / 7
        alike: Counter[Day] = Counter()
        for day in law.days_of(tally.start, tally.end):
            brings: list[Bring] = []
            for index in range(len(self.case.jobs)):
                conditions = self._conditions(index, day, on, occupations[index], credential)
                if conditions["covered"] is not False:
                    brings += self._bring(index, day, conditions, cap, tally)
            if brings:
                alike[frozenset(brings)] += 1
                self._cap(day, frozenset(brings), cap, tally)
        self._language(on, tally, Work(dict(alike), cap, occupations, on < law.ONE_STREAM_FROM))
        return tally

    def _conditions(
        self, index: int, day: date, on: date, occupation: Occupation, credential: Credential | None
    ) -> dict[str, Known]:
        """What must hold on a day of a job for it to count; the names are those of the reasons."""
        return {
            **self.facts.lasting(index, day),
            "self_employed": self.facts.employed(self.case.jobs[index], on),
            "occupation_level": occupation.accepted,
            "before_credential": True if credential is None else _after(credential.obtained, day),
        }

    def _bring(
        self, index: int, day: date, conditions: dict[str, Known], cap: Fraction, tally: Tally
    ) -> list[Bring]:
        """What the job brings on the day before the cap, surely or perhaps; nothing after a sure failure."""
        failed = frozenset(name for name, fact in conditions.items() if fact is False)
        if failed:
            tally.fates[index][day] = Fate(False, failed, Fraction(0))
            return []
        hours = self.facts.hours(index, day)
        sure = every(conditions.values()) is True and hours is not None
        reasons = frozenset() if sure else frozenset({"not_known"})
        tally.fates[index][day] = Fate(True if sure else None, reasons, Fraction(0))
        return [Bring(index, cap if hours is None else hours, sure, hours is not None)]

    @staticmethod
    def _cap(day: date, brings: Day, cap: Fraction, tally: Tally) -> None:
        """A day brings at most a seventh of a full-time week; each counting job keeps its share."""
        counted, possible, shares = share_out(brings, cap)
        for job, hours in shares.items():
            tally.fates[job][day] = Fate(True, frozenset(), hours)
        tally.counted += counted
        tally.possible += possible
        if shares:
            tally.qualifying_days.append(day)

    def _study_status(self, on: date) -> Known:
        """To 2016-11-18: status on every day of full-time study in Canada too, R87.1(3)(c)."""
        if on > law.STUDY_STATUS_UNTIL:
            return True
        days: list[Known] = []
        for study in self.case.studies:
            if study.start is None:
                continue
            in_canada = None if study.country is None else study.country == "CA"
            end = on - ONE_DAY if study.end is None else min(on - ONE_DAY, last_day(study.end))
            for day in law.days_of(first_day(study.start), end):
                studied = every([covers(study, day), study.full_time, in_canada])
                days.append(some([opposite(studied), self.facts.resident(day)]))
        return every(days)

    # --- graduate stream --------------------------------------------------------------------------------

    def credentials(self, on: date) -> Iterator[Credential]:
        """Every credential that qualifies or may, obtained before the day of the application."""
        for study in self.case.studies:
            if study.credential_date is None or first_day(study.credential_date) >= on:
                continue
            routes = [_two_years(study), *(_second(study, first) for first in self.case.studies)]
            before = True if last_day(study.credential_date) < on else None
            qualifies = every([before, some(routes)])
            if qualifies is not False:
                yield Credential(study.credential_date, qualifies)

    # --- language ---------------------------------------------------------------------------------------

    def _language(self, on: date, tally: Tally, work: Work) -> None:
        tally.threshold = work.decides()
        tally.tie = work.tie()
        answers = {7: self._meets(7, on), 5: self._meets(5, on)}
        if answers[7] == answers[5]:
            tally.language = answers[7]
            return
        possible = {answers[each] for each in work.possible_thresholds() or {5, 7}}
        tally.language = possible.pop() if len(possible) == 1 else None
        tally.open_threshold = tally.language is not None and work.undecided()

    def _meets(self, threshold: int, on: date) -> Known:
        return some(self.test_meets(test, threshold, on) for test in self.case.language_tests)

    def test_meets(self, test: LanguageTest, threshold: int, on: date) -> Known:
        """Whether one test meets a threshold on the day."""
        return every([self.test_holds(test, on), _passes(levels_of(test), threshold, on)])

    def test_holds(self, test: LanguageTest, on: date) -> Known:
        """Whether a result is accepted and of the right age on the day."""
        if test.test == "written_evidence":
            future = test.result_date is not None and test.result_date > on
            return on <= law.WRITTEN_EVIDENCE_UNTIL and not future
        if test.test == "pte_core" and on < law.PTE_CORE_FROM:
            return False
        return None if test.result_date is None else law.result_holds(test.result_date, on)

    # --- intake -----------------------------------------------------------------------------------------

    def intake(self, on: date) -> Known:
        """Whether the application would be taken in."""
        if on < date(2010, 6, 26):
            return True
        if on <= date(2013, 11, 8):
            designated = [each for each in self.case.language_tests if each.test != "written_evidence"]
            return some(self.test_holds(test, on) for test in designated)
        if on <= date(2014, 12, 31):
            return self.on(on, law.SIX_OCCUPATIONS).outcome
        return self._invited(on)

    def _invited(self, on: date) -> Known:
        invitation = self.case.invitation
        if invitation is None:
            return False
        for_class = None if invitation.program_class is None else invitation.program_class == "cec"
        live = invitation.declined_on is None or on < invitation.declined_on
        issued = invitation.issued_on
        if issued is None:
            return every([for_class, live, None, self.on(on).outcome])
        days = law.invitation_days(issued)
        in_time = days is not None and issued <= on <= issued + days * ONE_DAY
        if not in_time:
            return False
        return every([for_class, live, self.on(issued).outcome, self.on(on).outcome])


@cache  # most days of a file are like another
def share_out(brings: Day, cap: Fraction) -> tuple[Fraction, Fraction, dict[int, Fraction]]:
    """Hours counted and possible on a day after the cap, and each counting job's share."""
    counted = sum((bring.hours for bring in brings if bring.sure), Fraction(0))
    possible = sum((bring.hours for bring in brings), Fraction(0))
    scale = cap / counted if counted > cap else Fraction(1)
    shares = {bring.job: bring.hours * scale for bring in brings if bring.sure}
    return min(counted, cap), min(possible, cap), shares


def is_safe(judgement: Judgement, on: date) -> bool:
    """A full calendar year (or two) of qualifying days, and two weeks' hours to spare."""
    for tally in judgement.tallies:
        years = tally.stream.weeks // 52
        days = tally.qualifying_days
        if tally.outcome is not True or tally.margin < 2 * law.full_time(on) or not days:
            continue
        a_year = law.days_of(days[0], law.same_day(days[0], 12 * years) - ONE_DAY)
        if len(days) >= len(a_year):
            return True
    return False


def levels_of(test: LanguageTest) -> list[int | None]:
    """The levels of the four abilities by the charts shipped."""
    levels = load_language().levels(
        test=test.test,
        test_date=test.test_date or test.result_date,
        scores={
            "listening": test.listening,
            "reading": test.reading,
            "writing": test.writing,
            "speaking": test.speaking,
        },
        tef_scale=test.tef_scale,
        former=None if test.former is None else dict(test.former),
    )
    return list(levels.each())


def _passes(levels: list[int | None], threshold: int, on: date) -> Known:
    """Levels not known are tried from 0 to 12."""
    if None in levels:
        place = levels.index(None)
        tried = {_passes([*levels[:place], n, *levels[place + 1 :]], threshold, on) for n in range(13)}
        return tried.pop() if len(tried) == 1 else None
    return law.levels_pass([level for level in levels if level is not None], threshold, on)


def _spoken_of(tallies: tuple[Tally, ...]) -> Tally:
    """The stream met; both or equal shares: the worker's; none: the larger share of what is required."""
    met = [each for each in tallies if each.outcome is True]
    if met:
        return met[0]
    return max(tallies, key=lambda each: each.counted / each.required)


def _after(obtained: Edge, day: date) -> Known:
    if day > last_day(obtained):
        return True
    return False if day <= first_day(obtained) else None


DEGREES = ("bachelor", "second_cycle_professional", "master", "doctorate")
GRADUATE_DEGREES = ("master", "doctorate")
DIPLOMAS = ("diploma", "trade_credential")


def _kind(study: Study, clauses: str) -> Known:
    """Whether a credential is of one of the kinds of R87.1(2)(a)(i): A, B, C or D."""
    held: dict[str, dict[str, tuple[str, ...]]] = {
        "A": {"public": DIPLOMAS + DEGREES},
        "B": {"private_quebec_funded": DIPLOMAS},
        "C": {"private_degree_granting": DEGREES},
        "D": {
            "public": GRADUATE_DEGREES,
            "private_degree_granting": GRADUATE_DEGREES,
            "private_quebec_funded": GRADUATE_DEGREES,
        },
    }
    institutions = [study.institution_kind] if study.institution_kind else list(ALL_INSTITUTIONS)
    credentials = [study.credential] if study.credential else list(ALL_CREDENTIALS)
    answers = {
        any(credential in held[clause].get(institution, ()) for clause in clauses)
        for institution in institutions
        for credential in credentials
    }
    return answers.pop() if len(answers) == 1 else None


ALL_INSTITUTIONS = ("public", "private_quebec_funded", "private_degree_granting", "other")
ALL_CREDENTIALS = ("none", "secondary", "certificate", *DIPLOMAS, *DEGREES)


def _admitted(study: Study) -> Known:
    """In Canada, not mostly language training, no award that obliges return."""
    in_canada = None if study.country is None else study.country == "CA"
    return every(
        [in_canada, opposite(study.mostly_language_training), opposite(study.award_with_return_condition)]
    )


def _at_least(months: int, *values: Fraction | None) -> Known:
    known = [value for value in values if value is not None]
    if sum(known) >= months:
        return True
    return False if len(known) == len(values) else None


def _length(study: Study) -> Fraction | None:
    return None if study.full_time_months is None else Fraction(study.full_time_months)


def _presence(study: Study) -> Fraction | None:
    """Months in Canada; null is all of them, and distance study does not help (R87.1(3)(d))."""
    if study.distance is not False:
        return Fraction(0) if study.distance else None
    return _length(study) if study.months_in_canada is None else Fraction(study.months_in_canada)


def _two_years(study: Study) -> Known:
    """Kinds (A) to (C): two academic years, in Canada."""
    return every(
        [
            _kind(study, "ABC"),
            _admitted(study),
            _at_least(16, _length(study)),
            _at_least(16, _presence(study)),
        ]
    )


def _second(study: Study, first: Study) -> Known:
    """Route (D): a graduate degree within two years after an (A) or (C) credential."""
    if first is study or first.credential_date is None or study.credential_date is None:
        return False
    answers = {
        before < day <= law.same_day(before, 24)
        for before in law.days_of(first_day(first.credential_date), last_day(first.credential_date))
        for day in law.days_of(first_day(study.credential_date), last_day(study.credential_date))
    }
    return every(
        [
            answers.pop() if len(answers) == 1 else None,
            _kind(study, "D"),
            _kind(first, "AC"),
            _admitted(study),
            _admitted(first),
            _at_least(8, _length(study)),
            _at_least(8, _length(first)),
            _at_least(16, _presence(study), _presence(first)),
        ]
    )
