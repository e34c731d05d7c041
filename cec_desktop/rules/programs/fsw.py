"""The Federal Skilled Worker Class on any day: the minimal requirements of R75 and the points of R76.

One :class:`FswFile` serves one file; what it says of a day is either end of what is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from typing import NamedTuple

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.rules.crs.claims import couple, offered_occupation
from cec_desktop.rules.crs.schooling import Schooling
from cec_desktop.rules.crs.standing import Held, as_client, held_on
from cec_desktop.rules.crs.tables import load_crs
from cec_desktop.rules.findings import Occupation, Outcome, all_of
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.occupations import occupation_of
from cec_desktop.rules.person import Fact
from cec_desktop.rules.programs.book import (
    FswRules,
    ProfessionalBody,
    ProgramBook,
    Version,
    load_programs,
    on_day,
)
from cec_desktop.rules.programs.canada import full_time_year, studied
from cec_desktop.rules.programs.facts import age_on, all_true, outcome_of
from cec_desktop.rules.programs.family import Funds, funds_on, related
from cec_desktop.rules.programs.grid import ELEMENTS, Candidate, GridPoints, points_of
from cec_desktop.rules.programs.offers import Offer, OfferTerms, may_work_on, offer_on
from cec_desktop.rules.programs.work import Work, Worked, reached, skilled
from cec_desktop.rules.rulebook import RuleBook, WorkTerms

Languages = tuple[tuple[Held, ...], tuple[Held, ...]]
"""Results in English and in French."""


class Best(NamedTuple):
    """The best use of results: the first and second official language by their places, and the points."""

    first: int | None
    second: int | None
    candidate: Candidate
    points: GridPoints


@dataclass(frozen=True, slots=True, eq=False)
class FswStanding:
    """How a file stands on a day; ``low`` is what is sure, ``high`` what is possible."""

    day: date
    version: Version
    terms: WorkTerms
    residence: Outcome
    work: Work | None
    primary: Occupation | None
    """The primary occupation; of a file that names none, the one with most work."""
    experience: Outcome
    language: Outcome
    credential: Outcome
    body: ProfessionalBody | None
    assessed_by_body: Outcome
    all_work: Work
    elements: dict[str, Fact]
    offer: Offer
    offered: Occupation | None
    funds: Funds
    low: Best
    high: Best
    points: Outcome
    enough_funds: Outcome

    @property
    def minimal(self) -> Outcome:
        """R75(2): all requirements without which no points are assessed."""
        return all_of([self.experience, self.language, self.credential, self.assessed_by_body])

    @property
    def outcome(self) -> Outcome:
        """Membership and the selection criteria together."""
        return all_of([self.residence, self.minimal, self.points, self.enough_funds])


class FswFile:
    """One file, ready to be judged on any day; ``judge`` may be one that serves the same file already."""

    def __init__(
        self, case: CaseFile, rules: RuleBook, book: ProgramBook | None = None, judge: Judge | None = None
    ) -> None:
        self.case = case
        self.rules = rules
        self.book = book or load_programs()
        self.judge = judge or Judge(case, rules)
        self.fsw: FswRules = self.book.fsw
        self.schooling = Schooling(case.education, case.studies, load_crs())
        self.worked = Worked(case, rules, self.fsw.requirements.gap_days)
        self.coming = couple(case)

    @cached_property
    def spouse(self) -> Judge | None:
        """The spouse as the client of a file of their own."""
        spouse = self.case.spouse
        return None if spouse is None else Judge(as_client(self.case, spouse), self.rules)

    def window_first(self, day: date) -> int:
        """The first day of the window of a day; its last is the day before."""
        return add_months(day, -self.fsw.requirements.window_months).toordinal()

    def on(self, day: date) -> FswStanding | None:
        """How the file stands on a day; None where no text of that day is held."""
        version = on_day(self.fsw.version, day)
        terms = self.judge.regime(day.toordinal()).terms
        if version is None or terms is None:
            return None
        work, primary, experience = self._experience(day, terms)
        languages = held_on(self.judge, day.toordinal(), self.rules)
        credential, body, assessed = self._credential(day, primary)
        offer, offered = self._offer(day, terms)
        elements = self._elements(day, terms, offer)
        all_work = self.worked.together(terms, skilled)
        years = self._years(day, all_work)
        low, high = (self._best(day, languages[end], end, years[end], elements) for end in (0, 1))
        funds = funds_on(self.case, day, self.book.funds)
        pass_mark = self.fsw.grid.pass_mark
        return FswStanding(
            day=day,
            version=version,
            terms=terms,
            residence=self.judge.residence,
            work=work,
            primary=primary,
            experience=experience,
            language=self._language(languages),
            credential=credential,
            body=body,
            assessed_by_body=assessed,
            all_work=all_work,
            elements=elements,
            offer=offer,
            offered=offered,
            funds=funds,
            low=low,
            high=high,
            points=reached((low.points.total, high.points.total), pass_mark),
            enough_funds=outcome_of(_either(funds.enough, offer.lifts_funds)),
        )

    def _experience(self, day: date, terms: WorkTerms) -> tuple[Work | None, Occupation | None, Outcome]:
        """R75(2)(a): a continuous year in the primary occupation."""
        rule, named = self.fsw.requirements, self.case.primary_occupation
        if named is None:
            groups = self.worked.by_occupation(terms, skilled)
            primary = None
        else:
            primary = occupation_of(Job(noc=named), terms, self.rules.noc)
            groups = (self.worked.together(terms, lambda each: same_occupation(each, primary)),)
        first, last = self.window_first(day), day.toordinal() - 1
        found = [
            (reached(work.units_in_a_run(first, last), work.weeks(rule.weeks)), work.units(first, last), work)
            for work in groups
        ]
        if not found:
            return None, primary, Outcome.NOT_MET
        outcome, _, best = max(found, key=lambda each: (_RANK[each[0]], each[1]))
        return best, primary or best.occupation, outcome

    def _language(self, languages: tuple[Languages, Languages]) -> Outcome:
        """R75(2)(d): one result with every ability at the threshold."""
        sure, most = (
            any(min(levels) >= self.fsw.requirements.clb for held in end for _, levels in held)
            for end in languages
        )
        return Outcome.MET if sure else Outcome.UNDETERMINED if most else Outcome.NOT_MET

    def _credential(
        self, day: date, primary: Occupation | None
    ) -> tuple[Outcome, ProfessionalBody | None, Outcome]:
        """R75(2)(e) and (2.1): a Canadian credential, or one assessed, where asked by the body designated."""
        sure, most = (any(places) for places in self.schooling.counted(day))
        outcome = Outcome.MET if sure else Outcome.UNDETERMINED if most else Outcome.NOT_MET
        body = (
            None
            if primary is None
            else next(
                (each for each in self.fsw.professional_body if set(primary.codes) & set(each.codes)), None
            )
        )
        if body is None or outcome is Outcome.NOT_MET:
            return outcome, body, Outcome.MET
        facts = [
            True if entry.canadian else _assessed_by(body, entry.eca.organization if entry.eca else None)
            for entry, place in zip(self.schooling.entries, self.schooling.places, strict=True)
            if place and self.schooling.counts(entry, day) is not False
        ]
        return outcome, body, Outcome.MET if True in facts else Outcome.UNDETERMINED

    def _offer(self, day: date, terms: WorkTerms) -> tuple[Offer, Occupation | None]:
        given, rule = self.case.job_offer, self.fsw.grid.arranged_employment
        offered = None if given is None else offered_occupation(given, terms, self.rules.noc)
        permit = may_work_on(self.judge.person.statuses, day.toordinal())
        offer_terms = OfferTerms(rule.hours, rule.months, rule.worked_months)
        return offer_on(given, day, offer_terms, offered.accepted if offered else None, permit), offered

    def _elements(self, day: date, terms: WorkTerms, offer: Offer) -> dict[str, Fact]:
        """R83(1): each element of adaptability."""
        rule, gap = self.fsw.grid.adaptability, self.fsw.requirements.gap_days
        ordinal, coming = day.toordinal(), self.coming
        theirs = None if coming is False else self.spouse
        spouse: tuple[Fact, Fact, Fact] = (False, False, False)
        if theirs is not None:
            spouse = (
                all_true((coming, self._speaks(theirs, ordinal))),
                all_true((coming, studied(theirs.case.studies, day, rule.study_months))),
                all_true(
                    (
                        coming,
                        full_time_year(theirs, ordinal, terms, days=rule.work_days, gap=gap, levels=False),
                    )
                ),
            )
        facts: tuple[Fact, ...] = (
            spouse[0],
            studied(self.case.studies, day, rule.study_months),
            spouse[1],
            full_time_year(self.judge, ordinal, terms, days=rule.work_days, gap=gap, levels=True),
            spouse[2],
            related(self.case, coming, self.fsw.relatives),
            offer.counts,
        )
        return dict(zip(ELEMENTS, facts, strict=True))

    def _speaks(self, spouse: Judge, day: int) -> Fact:
        """Whether the spouse's best result has every ability at the level asked."""
        least = self.fsw.grid.adaptability.spouse_clb
        sure, most = (
            any(min(levels) >= least for held in end for _, levels in held)
            for end in held_on(spouse, day, self.rules)
        )
        return True if sure else None if most else False

    def _years(self, day: date, work: Work) -> tuple[int, int]:
        """R80(1): completed years in any occupation accepted."""
        low, high = work.units(self.window_first(day), day.toordinal() - 1)
        year = work.weeks(self.rules.counting.weeks_a_year)
        return low // year, high // year

    def _best(self, day: date, languages: Languages, end: int, years: int, elements: dict[str, Fact]) -> Best:
        """The first official language that earns most, with the points; of equals the first entered."""
        held = {name: bool(end) if fact is None else fact for name, fact in elements.items()}
        without = Candidate(
            education=self.schooling.level(day)[end],
            first=None,
            second=None,
            years=years,
            age=age_on(self.case.client.date_of_birth, day),
            offer=held.pop("arranged_employment"),
            **held,
        )
        return max(self._ways(languages, without), key=lambda each: each.points.total)

    def _ways(self, languages: Languages, without: Candidate) -> Iterator[Best]:
        none: tuple[tuple[int | None, None], ...] = ((None, None),)
        orders = {"en": (False,), "fr": (True,)}.get(self.case.first_official_language or "", (False, True))
        grid, threshold = self.fsw.grid, self.fsw.requirements.clb
        for english, french in product(languages[0] or none, languages[1] or none):
            for is_french in orders:
                first, second = (french, english) if is_french else (english, french)
                if first[1] is None:
                    # The first language has to be evaluated before a second one earns anything (R79(1)).
                    second = None, None
                candidate = without._replace(first=first[1], second=second[1])
                yield Best(first[0], second[0], candidate, points_of(candidate, grid, threshold))


_RANK = {Outcome.NOT_MET: 0, Outcome.NOT_APPLICABLE: 0, Outcome.UNDETERMINED: 1, Outcome.MET: 2}


def same_occupation(one: Occupation, other: Occupation) -> Fact:
    """Whether work in one occupation is work in another that is accepted; not known where codes overlap."""
    if other.accepted is False or one.accepted is False:
        return False
    if one.code is None:
        return None
    if (one.edition, one.code) == (other.edition, other.code):
        return other.accepted
    return None if set(one.codes) & set(other.codes) else False


def _either(one: Fact, other: Fact) -> Fact:
    return True if True in (one, other) else None if None in (one, other) else False


def _assessed_by(body: ProfessionalBody, organization: str | None) -> Fact:
    """Whether an assessment names the body; another name may be one of its own."""
    name = " ".join((organization or "").casefold().split())
    return True if any(each == name or (len(each) > 5 and each in name) for each in body.names) else None
