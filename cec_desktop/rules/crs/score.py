"""The score of a file on a day, line by line: what a panel, the command line and a summary show."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.crs.explaining import Explainer
from cec_desktop.rules.crs.findings import CrsLine, CrsScore, CrsSection
from cec_desktop.rules.crs.missing import missing_facts
from cec_desktop.rules.crs.points import LINES, SECTION_OF, SECTIONS
from cec_desktop.rules.crs.standing import Choice, CrsFile, Standing
from cec_desktop.rules.findings import Advisory, RulesRef
from cec_desktop.rules.rulebook import RuleBook

NOT_COMPLETE = "version_unknown"
"""Why a score is not exact: the version in force is known only as announced."""


def score_case(case: CaseFile, on: date, rules: RuleBook) -> CrsScore | None:
    """The score of a file on a day; None before 2015-01-01, when there were no points."""
    return score_on(CrsFile(case, rules), on)


def score_on(file: CrsFile, on: date) -> CrsScore | None:
    """The same for a file prepared already."""
    standing = file.on(on)
    if standing is None:
        return None
    choices = standing.scenarios(file.book)
    explainer = Explainer(file, standing, choices)
    sections = tuple(_section(file, standing, choices, explainer, id_) for id_ in SECTIONS)
    totals = [choice.points.total for choice in choices]
    announced = file.book.announced_on(on)
    return CrsScore(
        on=on,
        rules=_rules(file, standing),
        exact=announced is None,
        reason=None if announced is None else NOT_COMPLETE,
        total=min(totals),
        total_max=max(totals),
        maximum=file.book.total_maximum,
        couple=standing.couple,
        sections=sections,
        missing_facts=missing_facts(file, standing, sections),
        advisories=tuple(_advisories(file, standing, sections)),
        notes=tuple(_notes(file, standing, choices)),
    )


def _rules(file: CrsFile, standing: Standing) -> RulesRef:
    version = standing.version
    return RulesRef(
        version.id, version.first_day, version.last_day, file.book.verified_to, version.instrument
    )


def _section(
    file: CrsFile, standing: Standing, choices: tuple[Choice, ...], explainer: Explainer, id_: str
) -> CrsSection:
    at = SECTIONS.index(id_)
    sums = [choice.points.sections[at] for choice in choices]
    named = [line for line in LINES if SECTION_OF[line] == id_]
    if id_ == "spouse" and standing.couple is False:
        named = []
    return CrsSection(
        id_,
        min(sums),
        max(sums),
        explainer.section_maximum(id_),
        file.book.citations[id_],
        tuple(_line(file, choices, explainer, line) for line in named),
    )


def _line(file: CrsFile, choices: tuple[Choice, ...], explainer: Explainer, id_: str) -> CrsLine:
    at = LINES.index(id_)
    points = [choice.points.lines[at] for choice in choices]
    return CrsLine(
        id_,
        min(points),
        max(points),
        explainer.maximum(id_),
        file.book.citations[id_],
        explainer.row(id_),
        explainer.facts(id_),
    )


def _advisories(file: CrsFile, standing: Standing, sections: tuple[CrsSection, ...]) -> list[Advisory]:
    """What was taken to be so: eligible study behind a Canadian credential, an offer's hours and length."""
    paid = {line.id for section in sections for line in section.lines if line.highest}
    found = []
    schooling, day = file.schooling, standing.day
    if "d_canadian_study" in paid and any(
        entry.canadian
        and schooling.study_of(entry) is None
        and schooling.worth(entry)
        and schooling.completed(entry, day)
        for entry in schooling.entries
    ):
        found.append(Advisory("canadian_study_assumed", message("crs_canadian_study_assumed")))
    given = file.case.job_offer
    if "d_job_offer" in paid and given and None in (given.hours_per_week, given.duration_months):
        found.append(Advisory("job_offer_assumed", message("crs_job_offer_assumed")))
    return found


def _notes(file: CrsFile, standing: Standing, choices: tuple[Choice, ...]) -> list[Message]:
    """What a reader of the score has to know beside it."""
    notes = []
    announced = file.book.announced_on(standing.day)
    if announced is not None:
        notes.append(
            message("crs_not_exact", first_day=announced.first_day, version=standing.version.first_day)
        )
    if any(_mixed_english(file, choice) for choice in choices):
        notes.append(message("crs_mixed_english"))
    return notes


def _mixed_english(file: CrsFile, choice: Choice) -> bool:
    """French is paid beside English that reaches the level in some abilities only: the text is silent."""
    profile = choice.profile
    english = profile.second if profile.first_is_french else profile.first
    paid = choice.points.lines[LINES.index("d_french")]
    level = file.book.english_level
    return bool(paid and english and min(english) < level <= max(english))
