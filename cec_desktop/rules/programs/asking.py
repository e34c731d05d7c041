"""The facts that would decide a class: what the conditions that are open hang on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cec_desktop.casefile.dates import add_months
from cec_desktop.casefile.message import Arg, Message, message
from cec_desktop.casefile.model import CaseFile, Job, Study
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.crs.schooling import Schooling, assessment_day
from cec_desktop.rules.crs.standing import language_of
from cec_desktop.rules.findings import MissingFact
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.person import Fact, interval_of
from cec_desktop.rules.programs.book import FundsRules, Relatives
from cec_desktop.rules.programs.canada import study_facts
from cec_desktop.rules.programs.facts import all_true
from cec_desktop.rules.programs.family import dependent, relative_facts
from cec_desktop.rules.programs.offers import Offer
from cec_desktop.rules.programs.work import Work


def missing(place: str, id_: str, said: str | None = None, **args: Arg) -> MissingFact:
    """A missing fact, asked in the words of its id or in others."""
    return MissingFact(place, id_, message(said or id_, **args))


def once(facts: Iterable[MissingFact]) -> tuple[MissingFact, ...]:
    """Every fact once, in the order in which they are asked."""
    return tuple({(fact.place, fact.id): fact for fact in facts}.values())


def of_residence(case: CaseFile) -> Iterator[MissingFact]:
    """Where the client intends to live."""
    if case.destination is None:
        yield missing("destination", "destination_not_known")


def of_work(case: CaseFile, work: Work | None, first: int, last: int) -> Iterator[MissingFact]:
    """What work hangs on that may count in a window but does not surely."""
    if work is None:
        return
    for index, stretches in zip(work.jobs, work.sweep.stretches, strict=True):
        for stretch in stretches:
            if stretch.last >= first and stretch.first <= last:
                for unknown in stretch.unknowns:
                    yield _of_job(index, case.jobs[index], unknown)


_FIELDS = {
    "authorization": ("authorized", "authorization_not_known", "authorization_not_known"),
    "noc": ("noc", "occupation_not_known", "occupation_not_known"),
    "hours_per_week": ("hours_per_week", "hours_not_known", "hours_not_known"),
    "start": ("start", "edge_not_known", "edge_not_known_start"),
    "end": ("end", "edge_not_known", "edge_not_known_end"),
    "qualified_on": ("qualified_on", "qualified_day_not_known", "qualified_day_not_known"),
    "country": ("country", "job_fact_not_known", "job_fact_not_known_country"),
    "paid": ("paid", "job_fact_not_known", "job_fact_not_known_paid"),
    "physically_in_canada": (
        "physically_in_canada",
        "job_fact_not_known",
        "job_fact_not_known_physically_in_canada",
    ),
}


def _of_job(index: int, job: Job, unknown: str) -> MissingFact:
    employer = job.employer or message("employer_not_entered")
    if unknown.startswith(("hours[", "leaves[")):
        id_ = "hours_not_known" if unknown.startswith("hours[") else "leave_not_known"
        return missing(f"jobs[{index}].{unknown}", id_, employer=employer)
    field, id_, said = _FIELDS.get(unknown, (unknown, "job_fact_not_known", "job_fact_not_known"))
    return missing(f"jobs[{index}].{field}", id_, said, employer=employer)


def of_results(judge: Judge, day: date, owner: str = "") -> Iterator[MissingFact]:
    """Days, languages and scores of results that may hold."""
    for result in judge.results:
        age = judge.regime(day.toordinal()).age
        if result.holds(day.toordinal(), age, written_evidence=False) is False:
            continue
        place, test = f"{owner}language_tests[{result.index}]", message(f"test_{result.test.test}")
        if result.test.result_date is None:
            yield missing(f"{place}.result_date", "result_date_not_known", test=test)
        if language_of(result, judge.book) is None:
            yield missing(f"{place}.language", "crs_test_language_not_known", test=test)
        for ability, level in zip(ABILITIES, result.levels.each(), strict=True):
            if level is None:
                yield missing(
                    f"{place}.{ability}", "level_not_known", f"level_not_known_{ability}", test=test
                )


def of_credentials(schooling: Schooling, day: date) -> Iterator[MissingFact]:
    """What decides whether a credential counts."""
    for index, entry in enumerate(schooling.entries):
        if schooling.counts(entry, day) is not None:
            continue
        place = f"education[{index}]"
        if schooling.completed(entry, day) is None:
            yield missing(f"{place}.completed_on", "crs_completed_not_known")
        if entry.canadian is None:
            yield missing(f"{place}.canadian", "crs_canadian_not_known")
        if entry.eca is not None and assessment_day(entry) is None:
            yield missing(f"{place}.eca.issued_on", "crs_assessment_not_known")


def of_organizations(schooling: Schooling, day: date, body: Message) -> Iterator[MissingFact]:
    """Which body assessed a foreign credential."""
    for index, entry in enumerate(schooling.entries):
        if entry.canadian is False and schooling.counts(entry, day) is not False:
            yield missing(f"education[{index}].eca.organization", "assessing_body_not_known", body=body)


def of_offer(offer: Offer) -> Iterator[MissingFact]:
    """What decides whether an offer of arranged employment counts."""
    for field, fact in offer.facts:
        if fact is None:
            yield missing(f"job_offer.{field}", f"crs_offer_not_known_{field}")


def of_permit(offer: Offer) -> Iterator[MissingFact]:
    """Whether the client has the right to work, where an offer lifts the funds only then."""
    if offer.counts is not False and offer.lifts_funds is None:
        yield missing("statuses", "permit_on_day_not_known")


def of_couple(case: CaseFile) -> Iterator[MissingFact]:
    """Whether the spouse comes along, and is settled already."""
    spouse = case.spouse
    if spouse is not None and spouse.accompanying is None:
        yield missing("spouse.accompanying", "crs_accompanying_not_known")
    if spouse is not None and spouse.citizen_or_pr is None:
        yield missing("spouse.citizen_or_pr", "crs_spouse_settled_not_known")


def of_studies(studies: Sequence[Study], day: date, months: int, owner: str = "") -> Iterator[MissingFact]:
    """What decides whether study in Canada was long enough."""
    for index, study in enumerate(studies):
        facts = study_facts(study, day, months)
        if all_true(fact for _, fact in facts) is not None:
            continue
        name = study.program or study.institution or message("institution_not_entered")
        for field, fact in facts:
            if fact is None:
                yield missing(
                    f"{owner}studies[{index}].{field}",
                    f"crs_study_not_known_{field}" if field != "end" else "study_end_not_known",
                    study=name,
                )


def of_full_time_work(judge: Judge, day: date, owner: str = "") -> Iterator[MissingFact]:
    """What decides whether work in Canada was full-time, authorized and long enough."""
    for index, job in enumerate(judge.case.jobs):
        span = interval_of(job)
        if span is None or span.first >= day.toordinal() or job.country not in ("CA", None):
            continue
        asked: tuple[tuple[str, Fact], ...] = (
            ("country", None if job.country is None else True),
            ("hours_per_week", None if job.hours_per_week is None and not job.hours else True),
            ("noc", None if job.noc is None and not owner else True),
            ("paid", job.paid),
            ("start", None if span.first != span.sure_first else True),
            ("end", None if span.last != span.sure_last else True),
            ("authorization", _authorization(judge, job, day)),
        )
        for unknown, fact in asked:
            if fact is None:
                found = _of_job(index, job, unknown)
                yield MissingFact(owner + found.place, found.id, found.message)


def _authorization(judge: Judge, job: Job, day: date) -> Fact:
    """Whether the right to work is known on every day of a job."""
    if job.authorized is not None:
        return True
    span = interval_of(job)
    assert span is not None
    last = min(span.last, day.toordinal() - 1)
    rights = [
        each.may_work if not each.closed else any(r.for_employer(job.employer) for r in each.closed) or None
        for each in judge.person.stretches
        if each.first <= last and each.last >= span.first
    ]
    return None if None in rights else True


def of_relatives(case: CaseFile, coming: Fact, rules: Relatives) -> Iterator[MissingFact]:
    """Whether there are relatives in Canada who earn points."""
    if case.sibling_in_canada is None:
        yield missing("sibling_in_canada", "crs_sibling_not_known")
    for index, relative in enumerate(case.relatives_in_canada):
        facts = relative_facts(relative, coming, rules)
        if all_true(fact for _, fact in facts) is None:
            for field, fact in facts:
                if fact is None and field != "of":
                    yield missing(f"relatives_in_canada[{index}].{field}", f"relative_not_known_{field}")


def of_funds(case: CaseFile, day: date, rules: FundsRules) -> Iterator[MissingFact]:
    """The amount of the funds, and who belongs to the family."""
    if case.funds is not None and case.funds.amount is None:
        yield missing("funds.amount", "funds_amount_not_known")
    for index, child in enumerate(case.children):
        if dependent(child, day, rules) is None:
            yield missing(f"children[{index}].date_of_birth", "child_birth_not_known")


def window_of(day: date, months: int) -> tuple[int, int]:
    """First and last day of a window before a day."""
    return add_months(day, -months).toordinal(), day.toordinal() - 1
