"""The Federal Skilled Trades Class on any day: R87.2, for the trade that serves best.

One :class:`FstFile` serves one file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.model import CaseFile, Certificate, Job
from cec_desktop.rules.crs.claims import offered_occupation
from cec_desktop.rules.crs.standing import held_on
from cec_desktop.rules.findings import Occupation, Outcome, all_of
from cec_desktop.rules.jobdays import JobStretch, State
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Fact, any_true
from cec_desktop.rules.programs.asking import window_of
from cec_desktop.rules.programs.book import FstRules, ProgramBook, TradesVersion, load_programs, on_day
from cec_desktop.rules.programs.facts import all_true, outcome_of
from cec_desktop.rules.programs.family import Funds, funds_on
from cec_desktop.rules.programs.fsw import same_occupation
from cec_desktop.rules.programs.offers import NO_OFFER, Offer, OfferTerms, may_work_on, offer_on
from cec_desktop.rules.programs.work import Work, Worked, cut_before, left_open, reached
from cec_desktop.rules.rulebook import RuleBook, WorkTerms


@dataclass(frozen=True, slots=True, eq=False)
class TradeStanding:
    """How a file stands in one trade; ``trade`` is None where no occupation of the file is one."""

    trade: Occupation | None
    is_trade: Outcome
    work: Work | None
    experience: Outcome
    certificate: Fact
    offer: Offer

    @property
    def certificate_or_offer(self) -> Outcome:
        """R87.2(3)(d)."""
        return outcome_of(any_true((self.certificate, self.offer.counts)))

    @property
    def outcome(self) -> Outcome:
        """All that hangs on the trade."""
        return all_of([self.is_trade, self.experience, self.certificate_or_offer])


@dataclass(frozen=True, slots=True, eq=False)
class FstStanding:
    """How a file stands on a day."""

    day: date
    version: TradesVersion
    terms: WorkTerms
    residence: Outcome
    language: Outcome
    trade: TradeStanding
    funds: Funds
    enough_funds: Outcome

    @property
    def outcome(self) -> Outcome:
        """Membership."""
        return all_of([self.residence, self.language, self.trade.outcome, self.enough_funds])


class FstFile:
    """One file, ready to be judged on any day; ``judge`` may be one that serves the same file already."""

    def __init__(
        self, case: CaseFile, rules: RuleBook, book: ProgramBook | None = None, judge: Judge | None = None
    ) -> None:
        self.case = case
        self.rules = rules
        self.book = book or load_programs()
        self.judge = judge or Judge(case, rules)
        self.fst: FstRules = self.book.fst
        self.worked = Worked(case, rules, gap_days=0)
        self._certified = _certificate_day(case)

    def on(self, day: date) -> FstStanding | None:
        """How the file stands on a day; None before the class existed."""
        version = on_day(self.fst.version, day)
        terms = self.judge.regime(day.toordinal()).terms
        if version is None or terms is None:
            return None
        trade = max(self._trades(day, version, terms), key=_rank)
        funds = funds_on(self.case, day, self.book.funds)
        return FstStanding(
            day,
            version,
            terms,
            self.judge.residence,
            self._language(day),
            trade,
            funds,
            outcome_of(any_true((funds.enough, trade.offer.lifts_funds))),
        )

    def _language(self, day: date) -> Outcome:
        """R87.2(3)(a): one result with every ability at its threshold."""
        asked = self.fst.requirements.levels
        sure, most = (
            any(
                all(level >= least for level, least in zip(levels, asked, strict=True))
                for held in end
                for _, levels in held
            )
            for end in held_on(self.judge, day.toordinal(), self.rules)
        )
        return Outcome.MET if sure else Outcome.UNDETERMINED if most else Outcome.NOT_MET

    def _trades(self, day: date, version: TradesVersion, terms: WorkTerms) -> list[TradeStanding]:
        """Every trade the application may name: the primary occupation, else any that was worked in."""

        def in_trade(occupation: Occupation) -> Fact:
            held = {version.holds(code) for code in occupation.codes}
            return None if len(held) != 1 else held.pop()

        named = self.case.primary_occupation
        if named is not None:
            primary = occupation_of(Job(noc=named), terms, self.rules.noc)
            if in_trade(primary) is not False:
                work = self.worked.together(
                    terms,
                    lambda each: all_true((in_trade(each), same_occupation(each, primary))),
                    self._qualified,
                )
                return [self._standing(day, terms, primary, in_trade(primary), work)]
        groups = self.worked.by_occupation(terms, in_trade, self._qualified)
        found = [
            self._standing(day, terms, work.occupation, True if work.occupation else None, work)
            for work in groups
        ]
        return found or [TradeStanding(None, Outcome.NOT_MET, None, Outcome.NOT_MET, False, NO_OFFER)]

    def _standing(
        self, day: date, terms: WorkTerms, trade: Occupation | None, fact: Fact, work: Work
    ) -> TradeStanding:
        rule = self.fst.requirements
        first, last = window_of(day, rule.window_months)
        return TradeStanding(
            trade,
            outcome_of(fact),
            work,
            reached(work.units(first, last), work.weeks(rule.weeks)),
            self._certificate(day, terms, trade),
            self._offer(day, terms, trade),
        )

    def _qualified(self, job: Job, stretch: JobStretch) -> tuple[JobStretch, ...]:
        """Work counts after the client could practise alone: from the day entered, or of the certificate."""
        if job.qualified_on is not None:
            before = stretch._replace(state=State.NO, reasons=("not_qualified",), unknowns=(), weekly=None)
            return cut_before(job.qualified_on.toordinal(), stretch, before)
        before = left_open(stretch, "qualified_on")
        if self._certified is None:
            return (before,)
        return cut_before(self._certified.toordinal(), stretch, before)

    def _certificate(self, day: date, terms: WorkTerms, trade: Occupation | None) -> Fact:
        """R87.2(3)(d)(i): a certificate of qualification in the trade."""
        held = self.case.certificate_of_qualification
        if held is None:
            return False
        issued = held.issued_on if isinstance(held, Certificate) else held
        in_time = None if issued is None else issued <= day
        noc = held.noc if isinstance(held, Certificate) else None
        if noc is None or trade is None:
            return all_true((in_time, True if noc is None else None))
        return all_true((in_time, same_occupation(occupation_of(Job(noc=noc), terms, self.rules.noc), trade)))

    def _offer(self, day: date, terms: WorkTerms, trade: Occupation | None) -> Offer:
        """R87.2(3)(d)(ii) to (v): an offer in the trade."""
        given, rule = self.case.job_offer, self.fst.requirements
        if given is None:
            return NO_OFFER
        offered = offered_occupation(given, terms, self.rules.noc)
        same = None if trade is None else same_occupation(offered, trade)
        permit = may_work_on(self.judge.person.statuses, day.toordinal())
        offer_terms = OfferTerms(rule.offer_hours, rule.offer_months, rule.offer_worked_months)
        return offer_on(given, day, offer_terms, same, permit)


_BETTER = {Outcome.NOT_MET: 0, Outcome.NOT_APPLICABLE: 0, Outcome.UNDETERMINED: 1, Outcome.MET: 2}


def _rank(standing: TradeStanding) -> tuple[int, int, int]:
    """The trade that serves best: as a whole, then by its experience, then by certificate or offer."""
    return (
        _BETTER[standing.outcome],
        _BETTER[standing.experience],
        _BETTER[standing.certificate_or_offer],
    )


def _certificate_day(case: CaseFile) -> date | None:
    held = case.certificate_of_qualification
    return held.issued_on if isinstance(held, Certificate) else held
