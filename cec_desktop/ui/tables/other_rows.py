"""The tables of status, studies, language results, absences and education."""

from __future__ import annotations

from datetime import date

from cec_desktop.casefile.dates import earliest
from cec_desktop.casefile.model import Education, StatusPeriod, Study
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.language import load_language
from cec_desktop.rules.person import NEVER, HeldStatus, held_statuses
from cec_desktop.rules.results import Result, results_of
from cec_desktop.rules.rulebook import TestAge, in_force, load_rulebook
from cec_desktop.ui.fields.places import country_name
from cec_desktop.ui.fields.scores import level_name
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.tables.rows import (
    Cell,
    Column,
    Listing,
    Row,
    Sort,
    Swatch,
    day_cell,
    days_between,
    end_cell,
    fact_words,
    last_day,
    start_cell,
)
from cec_desktop.ui.timeline.bars import Bar, Dress, Lane
from cec_desktop.ui.timeline.charting import chart_of
from cec_desktop.ui.timeline.wording import days_words

_STUDY_PERMIT = "study_permit"


def status_listing(view: CaseView, _: Words) -> Listing:
    """Statuses by their start, with the days between for which nothing is entered."""
    held = {each.at: each for each in held_statuses(view.case.statuses, load_rulebook())}
    rows = [
        (_start_of(status), _status_row(status, held.get(index), view, _))
        for index, status in enumerate(view.case.statuses)
    ]
    rows += [(date.fromordinal(gap.first), _gap_row(gap, view, _)) for gap in gaps(view, _)]
    columns = (
        Column("kind", _.pgettext("lane", "Status"), wide=True),
        Column("start", _("From")),
        Column("end", _("To")),
        Column("days", _("Days"), number=True, spare=True),
        Column("resident", _("Temp. resident"), spare=True),
        Column("work", _("May work")),
        Column("remark", _("Remark"), wide=True),
    )
    return Listing(columns, tuple(row for _day, row in sorted(rows, key=lambda pair: pair[0])))


def gaps(view: CaseView, _: Words) -> list[Bar]:
    """Stretches of days for which no status is entered, as the timeline shows them."""
    return [bar for bar in chart_of(view, _).in_lane(Lane.STATUS) if bar.dress is Dress.GAP]


def _start_of(status: StatusPeriod) -> date:
    return earliest(status.start) if status.start else date.max


def _status_row(status: StatusPeriod, held: HeldStatus | None, view: CaseView, _: Words) -> Row:
    name = kinds.name(kinds.STATUS, status.kind, _)
    days = days_between(status.start, status.end, last_day(view))
    maintained = status.kind == "maintained"
    resident = held.resident if held else None
    return Row(
        status.id or "",
        (
            Cell(", ".join(filter(None, (name, status.employer)))),
            start_cell(status.start, _),
            end_cell(status.end, _),
            Cell("" if days is None else _.number(days)),
            Cell(fact_words(resident, _) if held else ""),
            Cell(_may_work(status, held, _)),
            Cell(_status_remark(status, held, _), quiet=True),
        ),
        Swatch.MAINTAINED if maintained else Swatch.STATUS,
        _("maintained") if maintained else "",
    )


def _may_work(status: StatusPeriod, held: HeldStatus | None, _: Words) -> str:
    if held is None:
        return ""
    if held.right.employer is not None:
        return _("yes, for this employer")
    if held.right.allowed is None and status.kind == _STUDY_PERMIT:
        return _("while studying")
    return fact_words(held.right.allowed, _)


def _status_remark(status: StatusPeriod, held: HeldStatus | None, _: Words) -> str:
    if held is None:
        return _("changes nothing without a start")
    if status.kind == "maintained" and status.applied_on is None:
        return _("application day not entered")
    return status.note or status.document or ""


def _gap_row(gap: Bar, view: CaseView, _: Words) -> Row:
    unknown, waiting = _("not known"), _waiting_days(gap, view)
    remark = (
        _.plural("{n} day of work waits for it", "{n} days of work wait for it", waiting) if waiting else ""
    )
    return Row(
        gap.key.item_id,
        (
            Cell(_("Nothing entered")),
            Cell(date.fromordinal(gap.first).isoformat()),
            Cell(date.fromordinal(gap.after - 1).isoformat()),
            Cell(_.number(gap.after - gap.first)),
            Cell(unknown),
            Cell(unknown),
            Cell(remark, quiet=True),
        ),
        Swatch.GAP,
        _("not known"),
        Sort.GAP,
    )


def _waiting_days(gap: Bar, view: CaseView) -> int:
    """Days of work that may count once a status is entered for the gap."""
    days: set[int] = set()
    for work in view.assessment.membership.work:
        for period in work.periods:
            if not period.known:
                first = max(gap.first, period.start.toordinal())
                days.update(range(first, min(gap.after, period.end.toordinal() + 1)))
    return len(days)


def study_listing(view: CaseView, _: Words) -> Listing:
    """Studies by their start, newest first."""
    studies = sorted(view.case.studies, key=lambda study: str(study.start or ""), reverse=True)
    columns = (
        Column("program", _("Program"), wide=True),
        Column("institution", _("Institution"), wide=True),
        Column("start", _("From")),
        Column("end", _("To")),
        Column("time", _("Full-time"), spare=True),
        Column("credential", _("Credential")),
        Column("obtained", _("Obtained")),
    )
    return Listing(columns, tuple(_study_row(study, _) for study in studies))


def _study_row(study: Study, _: Words) -> Row:
    part_time = study.full_time is False
    credential = kinds.name(kinds.CREDENTIAL, study.credential, _) if study.credential else _("not known")
    said = {True: _("full-time"), False: _("part-time"), None: _("full-time or not: not known")}
    return Row(
        study.id or "",
        (
            Cell(study.program or _("Study without a name")),
            Cell(study.institution or "", quiet=True),
            start_cell(study.start, _),
            end_cell(study.end, _),
            Cell(fact_words(study.full_time, _)),
            Cell(credential),
            Cell(study.credential_date.isoformat() if study.credential_date else ""),
        ),
        Swatch.PART_TIME if part_time else Swatch.STUDY,
        said[study.full_time],
    )


def language_listing(view: CaseView, _: Words) -> Listing:
    """Language results with the levels they earn and the last day they hold."""
    book = load_rulebook()
    age = in_force(book.test_ages, view.assessment.on)
    used = view.assessment.membership.language
    rows = [
        _language_row(result, age, used is not None and used.index == result.index, view, _)
        for result in results_of(view.case, book)
    ]
    columns = (
        Column("test", _("Test"), wide=True),
        Column("result", _("Result")),
        *(Column(ability, _(kinds.ABILITY_SHORT[ability]), number=True) for ability in ABILITIES),
        Column("level", _("Level")),
        Column("until", _("Valid until")),
        Column("use", _("Remark"), wide=True),
    )
    return Listing(columns, tuple(rows))


def _language_row(result: Result, age: TestAge, used: bool, view: CaseView, _: Words) -> Row:
    test = result.test
    last = result.last(age)
    expired = last is not None and last < view.assessment.on.toordinal()
    language = load_language().test_language(test.test) or test.language
    levels = result.levels.each()
    lowest = result.levels.minimum
    until = "" if last is None else _("no limit") if last >= NEVER else _.day(date.fromordinal(last))
    remark = _("serves this application") if used else _("expired") if expired else ""
    return Row(
        test.id or "",
        (
            Cell(kinds.test_name(test.test, _)),
            day_cell(test.result_date, _),
            *(
                Cell(
                    "–" if level is None else _.number(level),
                    tip=_score_tip(getattr(test, ability), language, level, _),
                )
                for ability, level in zip(ABILITIES, levels, strict=True)
            ),
            Cell(_("not known") if lowest is None else level_name(_, language, lowest)),
            Cell(until),
            Cell(remark, quiet=True),
        ),
        Swatch.EXPIRED if expired else Swatch.TEST,
        _("expired") if expired else "",
    )


def _score_tip(score: object, language: str | None, level: int | None, _: Words) -> str:
    if score is None:
        return _("no score entered")
    earned = _("no level") if level is None else level_name(_, language, level)
    return _("score {score}: {level}", score=score, level=earned)


def absence_listing(view: CaseView, _: Words) -> Listing:
    """Stays outside Canada, newest first."""
    absences = sorted(view.case.absences, key=lambda absence: str(absence.start or ""), reverse=True)
    columns = (
        Column("country", _("Country"), wide=True),
        Column("start", _("From")),
        Column("end", _("To")),
        Column("days", _("Days"), number=True),
        Column("purpose", _("Purpose"), wide=True),
    )
    rows = []
    for absence in absences:
        days = days_between(absence.start, absence.end, last_day(view))
        rows.append(
            Row(
                absence.id or "",
                (
                    Cell(country_name(_, absence.country) if absence.country else _("not known")),
                    start_cell(absence.start, _),
                    end_cell(absence.end, _),
                    Cell("" if days is None else _.number(days)),
                    Cell(
                        kinds.name(kinds.PURPOSE, absence.purpose, _) if absence.purpose else _("not known")
                    ),
                ),
            )
        )
    return Listing(columns, tuple(rows))


def education_listing(view: CaseView, _: Words) -> Listing:
    """Completed credentials, newest first."""
    order = sorted(view.case.education, key=lambda entry: str(entry.completed_on or ""), reverse=True)
    columns = (
        Column("level", _("Level"), wide=True),
        Column("where", _("Where"), wide=True),
        Column("completed", _("Completed")),
        Column("canadian", _("Canadian")),
        Column("eca", _("Assessment"), spare=True),
    )
    return Listing(columns, tuple(_education_row(entry, view, _) for entry in order))


def _education_row(entry: Education, view: CaseView, _: Words) -> Row:
    study = next((each for each in view.case.studies if entry.study and each.id == entry.study), None)
    where = entry.institution or (study.institution if study else None)
    country = country_name(_, entry.country) if entry.country else None
    eca = entry.eca
    assessed = ""
    if eca is not None:
        issued = _.day(eca.issued_on) if eca.issued_on else None
        assessed = " ".join(filter(None, (eca.organization, issued)))
    return Row(
        entry.id or "",
        (
            Cell(kinds.name(kinds.EDUCATION, entry.level, _)),
            Cell(", ".join(filter(None, (where, country))), quiet=True),
            Cell(entry.completed_on.isoformat() if entry.completed_on else ""),
            Cell(fact_words(entry.canadian, _)),
            Cell(assessed or (_.day(entry.eca_date) if entry.eca_date else "")),
        ),
    )


def gap_days(gap: Bar, _: Words) -> str:
    """How many days a gap has, in words."""
    return days_words(gap.after - gap.first, _)
