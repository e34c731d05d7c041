"""The Federal Skilled Worker Class in full: conditions, the grid line by line, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cec_desktop.casefile.message import Message, message
from cec_desktop.rules.conditions import occupation_message
from cec_desktop.rules.crs.tables import load_crs
from cec_desktop.rules.findings import Advisory, Fact, Finding, MissingFact, Outcome, all_of
from cec_desktop.rules.programs import asking, saying
from cec_desktop.rules.programs.book import rules_ref
from cec_desktop.rules.programs.facts import outcome_of
from cec_desktop.rules.programs.fsw import FswFile, FswStanding
from cec_desktop.rules.programs.grid import ELEMENTS, FACTORS
from cec_desktop.rules.programs.results import Factor, Grid, Program

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED


def fsw_on(file: FswFile, day: date) -> Program:
    """Membership and points on a day; of a day before 2013-05-04 the text is not held."""
    standing = file.on(day)
    if standing is None:
        return _text_not_held(file, day)
    telling = _Telling(file, standing)
    open_ = standing.outcome is UNDETERMINED
    return Program(
        "fsw",
        rules_ref(file.fsw.version, standing.version, file.fsw.verified_to),
        standing.outcome,
        telling.conditions(),
        asking.once(telling.missing()) if open_ else (),
        tuple(telling.advisories()),
        telling.grid(),
    )


def _text_not_held(file: FswFile, day: date) -> Program:
    begun = day >= file.fsw.first_day_of_class
    said = message(
        "program_text_not_held" if begun else "program_not_yet",
        first_day=file.fsw.version[0].first_day if begun else file.fsw.first_day_of_class,
    )
    outcome = UNDETERMINED if begun else NOT_MET
    finding = Finding("class_in_force", file.fsw.first_day_citation, outcome, said)
    return Program("fsw", None, outcome, (finding,))


class _Telling:
    """Says what stands on one day; every method is one provision."""

    def __init__(self, file: FswFile, standing: FswStanding) -> None:
        self.file = file
        self.standing = standing
        self.rules = file.fsw
        self.cite = file.fsw.citations
        self.window = asking.window_of(standing.day, file.fsw.requirements.window_months)

    def conditions(self) -> tuple[Finding, ...]:
        """All findings in the regulation's order."""
        s = self.standing
        minimal = Finding(
            "minimal_requirements",
            self.cite.minimal_requirements,
            s.minimal,
            message("fsw_minimal"),
            (),
            (self._primary(), *self._duties(), self._language(), self._credential(), self._body()),
        )
        return (
            saying.residence(self.file.case, s.residence, self.cite.residence_intent),
            minimal,
            self._points(),
            saying.funds(self.file.case, s.funds, s.offer, s.enough_funds, self.cite.funds),
        )

    def _primary(self) -> Finding:
        s, rule = self.standing, self.rules.requirements
        counted = possible = 0
        if s.work is not None:
            counted, possible = s.work.units_in_a_run(*self.window)
        hours = s.work.sweep.hours if s.work is not None else None
        said = message(
            "fsw_primary_open" if s.experience is UNDETERMINED else "fsw_primary",
            counted=hours(counted) if hours else 0,
            possible=hours(possible) if hours else 0,
            required=rule.weeks * s.terms.full_time_hours,
        )
        facts = saying.jobs_of(self.file.case, s.work, *self.window)
        if s.primary is not None:
            facts = (Fact("primary_occupation", occupation_message(s.primary)), *facts)
        return Finding("primary_occupation", self.cite.primary_occupation, s.experience, said, facts)

    def _duties(self) -> tuple[Finding, ...]:
        work = self.standing.work
        possible = 0 if work is None else work.units_in_a_run(*self.window)[1]
        citations = (self.cite.lead_statement, self.cite.main_duties)
        return saying.duties(self.file.case, work, possible, citations)

    def _language(self) -> Finding:
        s, clb = self.standing, self.rules.requirements.clb
        best = saying.best_result(self.file.judge, s.day.toordinal(), (clb, clb, clb, clb))
        said = message("program_language" if best is not None else "program_language_none", clb=clb)
        facts = saying.result_facts(self.file.judge, (best,))
        return Finding("language", self.cite.language, s.language, said, facts)

    def _credential(self) -> Finding:
        s, schooling = self.standing, self.file.schooling
        facts = tuple(
            Fact(f"education[{index}]", message(f"crs_level_{entry.level}"))
            for index, entry in enumerate(schooling.entries)
            if schooling.counts(entry, s.day) is not False
        )
        return Finding("credential", self.cite.credential, s.credential, message("fsw_credential"), facts)

    def _body(self) -> Finding:
        s = self.standing
        if s.body is None:
            said, outcome = message("fsw_body_none"), Outcome.NOT_APPLICABLE
        else:
            said = message("fsw_body", body=Message(f"fsw_body_{s.body.id}"))
            outcome = s.assessed_by_body
        return Finding("professional_body", self.cite.professional_body, outcome, said)

    def _points(self) -> Finding:
        s, grid = self.standing, self.grid()
        said = message(
            "fsw_points",
            points=saying.points_message(grid.points, grid.highest, grid.maximum),
            pass_mark=grid.pass_mark,
        )
        factors = tuple(self._factor(each) for each in grid.factors)
        return Finding("points", self.cite.points, s.points, said, (), factors)

    def grid(self) -> Grid:
        """The points of every factor."""
        s, rules = self.standing, self.rules.grid
        factors = tuple(
            Factor(id_, s.low.points.factors[at], s.high.points.factors[at], int(getattr(rules, id_).maximum))
            for at, id_ in enumerate(FACTORS)
        )
        return Grid(s.low.points.total, s.high.points.total, rules.maximum, rules.pass_mark, factors)

    def _factor(self, factor: Factor) -> Finding:
        citation: str = getattr(self.rules.grid, factor.id).citation
        said = message(
            f"fsw_factor_{factor.id}",
            points=saying.points_message(factor.points, factor.highest, factor.maximum),
            row=self._row(factor.id),
        )
        parts = self._elements() if factor.id == "adaptability" else ()
        return Finding(
            factor.id, citation, _paid(factor.points, factor.highest), said, self._facts(factor.id), parts
        )

    def _row(self, id_: str) -> Message:
        """What the points are for."""
        low, high = self.standing.low.candidate, self.standing.high.candidate
        if id_ == "education":
            names = load_crs().levels
            one, other = (message(f"crs_level_{names[each.education]}") for each in (low, high))
            return one if one == other else message("fsw_row_to", one=one, other=other)
        if id_ == "experience":
            one, other = (message("fsw_row_years", n=each.years) for each in (low, high))
            return one if one == other else message("fsw_row_to", one=one, other=other)
        if id_ == "age":
            return message("crs_row_age", n=low.age)
        return message(f"fsw_row_{id_}")

    def _facts(self, id_: str) -> tuple[Fact, ...]:
        s, judge = self.standing, self.file.judge
        if id_ == "first_language":
            return saying.result_facts(judge, (s.high.first,))
        if id_ == "second_language":
            return saying.result_facts(judge, (s.high.second,))
        if id_ == "experience":
            return saying.jobs_of(self.file.case, s.all_work, *self.window)
        if id_ == "arranged_employment" and s.offered is not None:
            return (Fact("job_offer", occupation_message(s.offered)),)
        return ()

    def _elements(self) -> tuple[Finding, ...]:
        s, rule = self.standing, self.rules.grid.adaptability
        return tuple(
            Finding(
                id_,
                getattr(rule.citations, id_),
                outcome_of(s.elements[id_]),
                message(f"fsw_element_{id_}", n=getattr(rule.points, id_), clb=rule.spouse_clb),
            )
            for id_ in ELEMENTS
        )

    def missing(self) -> Iterator[MissingFact]:
        """Facts of every condition that is open, in order."""
        s, case = self.standing, self.file.case
        if s.residence is UNDETERMINED:
            yield from asking.of_residence(case)
        if s.experience is UNDETERMINED:
            yield from asking.of_work(case, s.work, *self.window)
        if s.language is UNDETERMINED:
            yield from asking.of_results(self.file.judge, s.day)
        if s.credential is UNDETERMINED:
            yield from asking.of_credentials(self.file.schooling, s.day)
        if s.assessed_by_body is UNDETERMINED and s.body is not None:
            body = Message(f"fsw_body_{s.body.id}")
            yield from asking.of_organizations(self.file.schooling, s.day, body)
        if s.points is UNDETERMINED:
            yield from self._missing_points()
        if s.enough_funds is UNDETERMINED:
            yield from asking.of_funds(case, s.day, self.file.book.funds)
            yield from asking.of_offer(s.offer)
            yield from asking.of_permit(s.offer)

    def _missing_points(self) -> Iterator[MissingFact]:
        s, file = self.standing, self.file
        differs = {each.id for each in self.grid().factors if each.points != each.highest}
        if "education" in differs:
            yield from asking.of_credentials(file.schooling, s.day)
        if differs & {"first_language", "second_language"}:
            yield from asking.of_results(file.judge, s.day)
        if "experience" in differs:
            yield from asking.of_work(file.case, s.all_work, *self.window)
        if s.offer.counts is None and differs & {"arranged_employment", "adaptability"}:
            yield from asking.of_offer(s.offer)
        if "adaptability" in differs:
            yield from self._missing_adaptability()

    def _missing_adaptability(self) -> Iterator[MissingFact]:
        s, file, elements = self.standing, self.file, self.standing.elements
        months = self.rules.grid.adaptability.study_months
        theirs = file.spouse
        if file.coming is None:
            yield from asking.of_couple(file.case)
        if elements["study"] is None:
            yield from asking.of_studies(file.case.studies, s.day, months)
        if elements["work"] is None:
            yield from asking.of_full_time_work(file.judge, s.day)
        if theirs is not None and elements["spouse_language"] is None:
            yield from asking.of_results(theirs, s.day, "spouse.")
        if theirs is not None and elements["spouse_study"] is None:
            yield from asking.of_studies(theirs.case.studies, s.day, months, "spouse.")
        if theirs is not None and elements["spouse_work"] is None:
            yield from asking.of_full_time_work(theirs, s.day, "spouse.")
        if elements["relative"] is None:
            yield from asking.of_relatives(file.case, file.coming, self.rules.relatives)

    def advisories(self) -> Iterator[Advisory]:
        """What was taken to be so, and what else is to be known."""
        s, case = self.standing, self.file.case
        if s.version.sure == "deduced":
            yield Advisory(
                "program_text_deduced", message("program_text_deduced", first_day=s.version.first_day)
            )
        if s.day > self.rules.verified_to:
            yield Advisory("law_not_verified", message("program_not_verified", day=self.rules.verified_to))
        if case.primary_occupation is None and s.work is not None:
            yield Advisory("primary_occupation_taken", message("fsw_primary_taken"))
        if any(job.country == "CA" and job.authorized is False for job in case.jobs):
            yield Advisory("unauthorized_work", message("program_unauthorized_work"))
        if s.offer.counts is not False and _offer_assumed(self.file):
            yield Advisory("job_offer_assumed", message("crs_job_offer_assumed"))
        yield from funds_advisories(s.day, s.funds.renewed_by, lifted=bool(s.offer.lifts_funds))
        if s.points is NOT_MET and s.minimal is not NOT_MET:
            yield Advisory("substituted_evaluation", message("fsw_substituted_evaluation"))
        if s.outcome is MET:
            yield Advisory("both_days", message("fsw_both_days"))


def funds_advisories(day: date, renewed_by: date | None, *, lifted: bool) -> Iterator[Advisory]:
    """Whether the amounts asked may be out of date."""
    if renewed_by is not None and day >= renewed_by and not lifted:
        yield Advisory("funds_may_be_old", message("program_funds_old", day=renewed_by))


def _offer_assumed(file: FswFile) -> bool:
    given = file.case.job_offer
    return given is not None and None in (given.hours_per_week, given.duration_months)


def _paid(least: int, most: int) -> Outcome:
    """Points earned, not earned, or open."""
    return all_of([MET if least == most else UNDETERMINED, MET if most else NOT_MET])
