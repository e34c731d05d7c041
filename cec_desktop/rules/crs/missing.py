"""The facts that would close a score's range: only those on which a line hangs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cec_desktop.casefile.message import Arg, message
from cec_desktop.casefile.model import Certificate
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.crs import claims
from cec_desktop.rules.crs.findings import CrsSection
from cec_desktop.rules.crs.schooling import Schooling, assessment_day
from cec_desktop.rules.crs.standing import CrsFile, Standing, language_of
from cec_desktop.rules.crs.work import canadian_sweep, window_first
from cec_desktop.rules.findings import MissingFact
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.rulebook import RuleBook
from cec_desktop.rules.sweep import Sweep

_LANGUAGE = (
    *("first_language", "second_language", "c_education_language", "c_foreign_language", "c_certificate"),
    "d_french",
)
_WORK = ("canadian_work", "c_education_canadian_work", "c_foreign_canadian_work")
_ABROAD = ("c_foreign_language", "c_foreign_canadian_work")
_EDUCATION = ("education", "c_education_language", "c_education_canadian_work")


def missing_facts(
    file: CrsFile, standing: Standing, sections: tuple[CrsSection, ...]
) -> tuple[MissingFact, ...]:
    """Facts of whatever leaves a line open, in the order of the tables."""
    if standing.low == standing.high and standing.couple is not None:
        return ()
    open_lines = {line.id for section in sections for line in section.lines if line.points != line.highest}
    low, high = standing.low, standing.high
    asked: tuple[tuple[bool, tuple[str, ...], Callable[[], Iterator[MissingFact]]], ...] = (
        (low.education != high.education, _EDUCATION, lambda: _credentials(file.schooling, standing, "")),
        (
            (low.english, low.french) != (high.english, high.french),
            _LANGUAGE,
            lambda: _results(file.judge, file.rules, standing, ""),
        ),
        (low.canadian_years != high.canadian_years, _WORK, lambda: _work(file.judge, file, standing, "")),
        (low.foreign_years != high.foreign_years, _ABROAD, lambda: _abroad(file, standing)),
        (standing.couple is None, tuple(open_lines), lambda: _couple(file)),
        (
            True,
            ("spouse_education", "spouse_language", "spouse_canadian_work"),
            lambda: _spouse(file, standing),
        ),
        (low.certificate != high.certificate, ("c_certificate",), lambda: _certificate(file)),
        (low.nomination != high.nomination, ("d_nomination",), lambda: _nomination(file)),
        (low.offer != high.offer, ("d_job_offer",), lambda: _offer(file, standing)),
        (low.study != high.study, ("d_canadian_study",), lambda: _study(file, standing)),
        (low.sibling != high.sibling, ("d_sibling",), _sibling),
    )
    found = [
        fact for differs, lines, facts in asked if differs and open_lines & set(lines) for fact in facts()
    ]
    return tuple({(fact.place, fact.id): fact for fact in found}.values())


def _missing(place: str, id_: str, said: str | None = None, **args: Arg) -> MissingFact:
    return MissingFact(place, id_, message(said or id_, **args))


def _credentials(schooling: Schooling, standing: Standing, owner: str) -> Iterator[MissingFact]:
    for index, entry in enumerate(schooling.entries):
        if schooling.counts(entry, standing.day) is not None:
            continue
        place = f"{owner}education[{index}]"
        if schooling.completed(entry, standing.day) is None:
            yield _missing(f"{place}.completed_on", "crs_completed_not_known")
        if entry.canadian is None:
            yield _missing(f"{place}.canadian", "crs_canadian_not_known")
        if entry.eca is not None and assessment_day(entry) is None:
            yield _missing(f"{place}.eca.issued_on", "crs_assessment_not_known")


def _results(judge: Judge, rules: RuleBook, standing: Standing, owner: str) -> Iterator[MissingFact]:
    day = standing.day.toordinal()
    for result in judge.results:
        if result.holds(day, judge.regime(day).age, written_evidence=False) is False:
            continue
        place = f"{owner}language_tests[{result.index}]"
        test = message(f"test_{result.test.test}")
        if result.test.result_date is None:
            yield _missing(f"{place}.result_date", "result_date_not_known", test=test)
        if language_of(result, rules) is None:
            yield _missing(f"{place}.language", "crs_test_language_not_known", test=test)
        for ability, level in zip(ABILITIES, result.levels.each(), strict=True):
            if level is None:
                yield _missing(
                    f"{place}.{ability}", "level_not_known", f"level_not_known_{ability}", test=test
                )


def _work(judge: Judge, file: CrsFile, standing: Standing, owner: str) -> Iterator[MissingFact]:
    day = standing.day.toordinal()
    sweep = canadian_sweep(judge, day)
    yield from _of_sweep(
        judge, sweep, range(len(judge.case.jobs)), (window_first(day, file.book), day), owner
    )


def _abroad(file: CrsFile, standing: Standing) -> Iterator[MissingFact]:
    day = standing.day.toordinal()
    terms = file.judge.regime(day).terms
    assert terms is not None
    for trade in file.foreign.trades(terms):
        yield from _of_sweep(file.judge, trade.sweep, trade.jobs, (window_first(day, file.book), day), "")


def _of_sweep(
    judge: Judge, sweep: Sweep, jobs: range | tuple[int, ...], days: tuple[int, int], owner: str
) -> Iterator[MissingFact]:
    """What the days hang on that may count but do not surely; ``days`` ends before its second."""
    first, after = days
    for place, stretches in zip(jobs, sweep.stretches, strict=True):
        employer = judge.case.jobs[place].employer or message("employer_not_entered")
        for stretch in stretches:
            if stretch.last >= first and stretch.first < after:
                for unknown in stretch.unknowns:
                    yield _of_day(owner, place, unknown, employer)


_PERSONAL = {
    "status": ("statuses", "status_not_known"),
    "study": ("studies", "study_not_known"),
    "absence": ("absences", "absence_not_known"),
    "invitation": ("invitation.issued_on", "invitation_day_not_known"),
}
_OF_JOB = {
    "authorization": ("authorized", "authorization_not_known"),
    "noc": ("noc", "occupation_not_known"),
    "hours_per_week": ("hours_per_week", "hours_not_known"),
}


def _of_day(owner: str, job: int, unknown: str, employer: Arg) -> MissingFact:
    """A missing fact of a day of work, named like those of the class."""
    place, id_ = _PERSONAL.get(unknown, ("", ""))
    if place:
        return _missing(f"{owner}{place}", id_, employer=employer)
    place = f"{owner}jobs[{job}]"
    if unknown in _OF_JOB:
        field, id_ = _OF_JOB[unknown]
        return _missing(f"{place}.{field}", id_, employer=employer)
    if unknown in ("start", "end"):
        return _missing(
            f"{place}.{unknown}", "edge_not_known", f"edge_not_known_{unknown}", employer=employer
        )
    if unknown.startswith("hours["):
        return _missing(f"{place}.{unknown}", "hours_not_known", employer=employer)
    if unknown.startswith("leaves["):
        return _missing(f"{place}.{unknown}", "leave_not_known", employer=employer)
    said = f"job_fact_not_known_{unknown}"
    return _missing(f"{place}.{unknown}", "job_fact_not_known", said, employer=employer)


def _couple(file: CrsFile) -> Iterator[MissingFact]:
    spouse = file.case.spouse
    if spouse is not None and spouse.accompanying is None:
        yield _missing("spouse.accompanying", "crs_accompanying_not_known")
    if spouse is not None and spouse.citizen_or_pr is None:
        yield _missing("spouse.citizen_or_pr", "crs_spouse_settled_not_known")


def _spouse(file: CrsFile, standing: Standing) -> Iterator[MissingFact]:
    spouse, low, high = file.spouse, standing.low, standing.high
    if spouse is None:
        return
    if low.spouse_education != high.spouse_education:
        yield from _credentials(spouse.schooling, standing, "spouse.")
    if low.spouse_language != high.spouse_language:
        yield from _results(spouse.judge, file.rules, standing, "spouse.")
    if low.spouse_years != high.spouse_years:
        yield from _work(spouse.judge, file, standing, "spouse.")


def _certificate(file: CrsFile) -> Iterator[MissingFact]:
    if isinstance(file.case.certificate_of_qualification, Certificate):
        yield _missing("certificate_of_qualification.issued_on", "crs_certificate_day_not_known")


def _nomination(file: CrsFile) -> Iterator[MissingFact]:
    nomination = file.case.nomination
    if nomination is not None and nomination.issued_on is None:
        yield _missing("nomination.issued_on", "crs_nomination_day_not_known")
    if nomination is not None and nomination.express_entry is None:
        yield _missing("nomination.express_entry", "crs_nomination_kind_not_known")


def _offer(file: CrsFile, standing: Standing) -> Iterator[MissingFact]:
    given = file.case.job_offer
    terms = file.judge.regime(standing.day.toordinal()).terms
    assert terms is not None
    if given is not None:
        occupation = claims.offered_occupation(given, terms, file.rules.noc)
        facts = claims.offer_facts(given, standing.day, standing.version, file.book, occupation)
        unknown = [field for field, fact in facts if fact is None]
        for field in unknown or ["noc"]:
            yield _missing(f"job_offer.{field}", "crs_offer_not_known", f"crs_offer_not_known_{field}")


def _study(file: CrsFile, standing: Standing) -> Iterator[MissingFact]:
    schooling = file.schooling
    for index, entry in enumerate(schooling.entries):
        if not schooling.worth(entry) or entry.canadian is False:
            continue
        if entry.canadian is None:
            yield _missing(f"education[{index}].canadian", "crs_canadian_not_known")
        if schooling.completed(entry, standing.day) is None:
            yield _missing(f"education[{index}].completed_on", "crs_completed_not_known")
        study = schooling.study_of(entry)
        if study is not None:
            at = file.case.studies.index(study)
            for field, fact in schooling.study_facts(study):
                if fact is None:
                    yield _missing(
                        f"studies[{at}].{field}", "crs_study_not_known", f"crs_study_not_known_{field}"
                    )


def _sibling() -> Iterator[MissingFact]:
    yield _missing("sibling_in_canada", "crs_sibling_not_known")
