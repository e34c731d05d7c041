"""The Federal Skilled Trades Class in full: conditions, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cec_desktop.casefile.message import message
from cec_desktop.rules.conditions import occupation_message
from cec_desktop.rules.findings import Advisory, Fact, Finding, MissingFact, Outcome
from cec_desktop.rules.programs import asking, saying
from cec_desktop.rules.programs.book import rules_ref
from cec_desktop.rules.programs.facts import outcome_of
from cec_desktop.rules.programs.fst import FstFile, FstStanding
from cec_desktop.rules.programs.fsw_findings import funds_advisories
from cec_desktop.rules.programs.results import Program

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED


def fst_on(file: FstFile, day: date) -> Program:
    """Membership on a day; not before 2013-01-02."""
    standing = file.on(day)
    if standing is None:
        said = message("program_not_yet", first_day=file.fst.version[0].first_day)
        finding = Finding("class_in_force", file.fst.citations.residence_intent, NOT_MET, said)
        return Program("fst", None, NOT_MET, (finding,))
    telling = _Telling(file, standing)
    open_ = standing.outcome is UNDETERMINED
    return Program(
        "fst",
        rules_ref(file.fst.version, standing.version, file.fst.verified_to),
        standing.outcome,
        telling.conditions(),
        asking.once(telling.missing()) if open_ else (),
        tuple(telling.advisories()),
    )


class _Telling:
    """Says what stands on one day; every method is one provision."""

    def __init__(self, file: FstFile, standing: FstStanding) -> None:
        self.file = file
        self.standing = standing
        self.cite = file.fst.citations
        self.window = asking.window_of(standing.day, file.fst.requirements.window_months)

    def conditions(self) -> tuple[Finding, ...]:
        """All findings in the regulation's order."""
        s, case = self.standing, self.file.case
        return (
            saying.residence(case, s.residence, self.cite.residence_intent),
            self._trade(),
            self._language(),
            self._experience(),
            *self._duties(),
            self._requirements(),
            self._certificate_or_offer(),
            saying.funds(case, s.funds, s.trade.offer, s.enough_funds, self.cite.funds),
        )

    def _trade(self) -> Finding:
        trade = self.standing.trade
        facts = () if trade.trade is None else (Fact("primary_occupation", occupation_message(trade.trade)),)
        said = message("fst_trade_none" if trade.is_trade is NOT_MET else "fst_trade")
        return Finding("trade", self.cite.trade, trade.is_trade, said, facts)

    def _language(self) -> Finding:
        s, rule = self.standing, self.file.fst.requirements
        best = saying.best_result(self.file.judge, s.day.toordinal(), rule.levels)
        said = message(
            "fst_language" if best is not None else "fst_language_none",
            listening=rule.listening,
            speaking=rule.speaking,
            reading=rule.reading,
            writing=rule.writing,
        )
        facts = saying.result_facts(self.file.judge, (best,))
        return Finding("language", self.cite.language, s.language, said, facts)

    def _experience(self) -> Finding:
        s, rule, work = self.standing, self.file.fst.requirements, self.standing.trade.work
        low, high = (0, 0) if work is None else work.units(*self.window)
        hours = work.sweep.hours if work is not None else None
        said = message(
            "fst_experience_open" if s.trade.experience is UNDETERMINED else "fst_experience",
            counted=hours(low) if hours else 0,
            possible=hours(high) if hours else 0,
            required=rule.weeks * s.terms.full_time_hours,
        )
        facts = saying.jobs_of(self.file.case, work, *self.window)
        return Finding("experience", self.cite.experience, s.trade.experience, said, facts)

    def _duties(self) -> tuple[Finding, ...]:
        work = self.standing.trade.work
        possible = 0 if work is None else work.units(*self.window)[1]
        citations = (self.cite.lead_statement, self.cite.main_duties)
        return saying.duties(self.file.case, work, possible, citations)

    def _requirements(self) -> Finding:
        """No fact of a file says whether the requirements of the occupation are met."""
        trade = self.standing.trade
        outcome = NOT_MET if trade.is_trade is NOT_MET else MET
        id_ = "fst_requirements_none" if trade.is_trade is NOT_MET else "fst_requirements"
        return Finding("employment_requirements", self.cite.employment_requirements, outcome, message(id_))

    def _certificate_or_offer(self) -> Finding:
        trade = self.standing.trade
        offer = message("fst_offer_none" if self.file.case.job_offer is None else "fst_offer")
        parts = (
            Finding(
                "certificate",
                self.cite.certificate,
                outcome_of(trade.certificate),
                message("fst_certificate"),
            ),
            Finding("offer", self.cite.offer, outcome_of(trade.offer.counts), offer),
        )
        return Finding(
            "certificate_or_offer",
            self.cite.certificate_or_offer,
            trade.certificate_or_offer,
            message("fst_certificate_or_offer"),
            (),
            parts,
        )

    def missing(self) -> Iterator[MissingFact]:
        """Facts of every condition that is open, in order."""
        s, case, trade = self.standing, self.file.case, self.standing.trade
        if s.residence is UNDETERMINED:
            yield from asking.of_residence(case)
        if s.language is UNDETERMINED:
            yield from asking.of_results(self.file.judge, s.day)
        if UNDETERMINED in (trade.is_trade, trade.experience):
            yield from asking.of_work(case, trade.work, *self.window)
        if trade.certificate_or_offer is UNDETERMINED:
            if trade.certificate is None:
                yield asking.missing(
                    "certificate_of_qualification.issued_on", "crs_certificate_day_not_known"
                )
            yield from asking.of_offer(trade.offer)
        if s.enough_funds is UNDETERMINED:
            yield from asking.of_funds(case, s.day, self.file.book.funds)
            yield from asking.of_permit(trade.offer)

    def advisories(self) -> Iterator[Advisory]:
        """What was taken to be so, and what else is to be known."""
        s, verified = self.standing, self.file.fst.verified_to
        if s.version.sure == "deduced":
            yield Advisory(
                "program_text_deduced", message("program_text_deduced", first_day=s.version.first_day)
            )
        if s.day > verified:
            yield Advisory("law_not_verified", message("program_not_verified", day=verified))
        if s.trade.is_trade is not NOT_MET:
            yield Advisory("employment_requirements", message("fst_requirements_to_confirm"))
            lifted = bool(s.trade.offer.lifts_funds)
            yield from funds_advisories(s.day, s.funds.renewed_by, lifted=lifted)
        if any(job.country == "CA" and job.authorized is False for job in self.file.case.jobs):
            yield Advisory("unauthorized_work", message("program_unauthorized_work"))
        if s.outcome is NOT_MET and s.trade.is_trade is MET:
            yield Advisory("substituted_evaluation", message("fst_substituted_evaluation"))
