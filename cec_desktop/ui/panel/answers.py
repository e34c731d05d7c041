"""What answers a question at once: a few choices, a day, a number or a score, each one edit of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cec_desktop.casefile.edits import Edit, add_item, change_case, change_item, change_part
from cec_desktop.casefile.model import Item, Job, Leave, NocCode, StatusPeriod, Study
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import MissingFact
from cec_desktop.rules.language import load_language
from cec_desktop.rules.rulebook import in_force, load_rulebook
from cec_desktop.ui.fields.occupation import level_words
from cec_desktop.ui.fields.places import PROVINCES, country_name
from cec_desktop.ui.fields.scores import Sheet
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.timeline.bars import Bar

_PLACE: Final = re.compile(r"(?P<list>\w+)\[(?P<index>\d+)\]\.(?P<field>.+)")
_LEAVE: Final = re.compile(r"leaves\[(?P<index>\d+)\]")
_YES_NO: Final = frozenset(
    {
        "authorized",
        "paid",
        "self_employed",
        "physically_in_canada",
        "publicly_funded_physician",
        "mostly_language_training",
        "award_with_return_condition",
    }
)
_DAYS: Final = frozenset({"start", "end", "credential_date", "result_date"})
_MONTHS: Final = frozenset({"full_time_months", "months_in_canada"})
_NAMED: Final[Mapping[str, kinds.Names]] = {
    "credential": kinds.CREDENTIAL,
    "institution_kind": kinds.INSTITUTION,
}
_PERMITS: Final = frozenset(
    {
        "work_permit",
        "open_work_permit",
        "post_graduation_work_permit",
        "bridging_open_work_permit",
        "study_permit",
        "visitor",
        "maintained",
    }
)
"""What may go on as maintained status while an extension is decided."""

MakeEdit = Callable[[object], Edit]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its words, and the edit that gives it."""

    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Choices:
    """A few answers; many stand in a menu."""

    choices: tuple[Choice, ...]
    kind: str = "choices"


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer that is typed: a ``day``, ``hours`` a week, ``months``, or the ``score`` of an ability."""

    kind: str
    edit_of: MakeEdit
    ability: str = ""
    sheet: Sheet | None = None


Answer = Choices | Typed


def answer_to(fact: MissingFact, view: CaseView, hole: Bar | None, words: Words) -> Answer | None:
    """What answers a missing fact at once; None where only the form can, as for hours of several weeks."""
    if fact.id == "destination_not_known":
        return Choices(tuple(Choice(words(name), change_case(destination=code)) for code, name in PROVINCES))
    if fact.id == "status_not_known":
        return _status(hole, view, words) if hole is not None else None
    if fact.id == "invitation_day_not_known":
        return Typed("day", lambda day: change_part("invitation", issued_on=day))
    if fact.id == "study_not_known":
        return _study(view, words)
    found = _PLACE.fullmatch(fact.place)
    if found is None:
        return None
    items: tuple[Item, ...] = getattr(view.case, found["list"], ())
    index = int(found["index"])
    if index >= len(items) or items[index].id is None:
        return None
    return _of_field(_Entry(found["list"], index, items[index]), found["field"], view, words)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list, and the edits of its fields."""

    list_name: str
    index: int
    item: Item

    def change(self, field: str, value: object) -> Edit:
        return change_item(self.list_name, self.item.id or "", None, **{field: value})

    def setting(self, field: str) -> MakeEdit:
        return lambda value: self.change(field, value)


def _of_field(entry: _Entry, field: str, view: CaseView, words: Words) -> Answer | None:
    item = entry.item
    if field in _YES_NO:
        return yes_or_no(entry.setting(field), words)
    if field in _DAYS:
        return Typed("day", entry.setting(field))
    if field in _MONTHS:
        return Typed("months", entry.setting(field))
    if field in _NAMED:
        return _named(_NAMED[field], entry.setting(field), words)
    if field == "hours_per_week":
        return Typed("hours", entry.setting(field))
    if field == "country":  # which other country it was, only the form can ask
        return Choices((Choice(country_name(words, "CA"), entry.change(field, "CA")),))
    if entry.list_name == "language_tests":
        test = view.case.language_tests[entry.index]
        return Typed("score", entry.setting(field), field, Sheet.of(test, load_language()))
    if isinstance(item, Job) and field == "noc":
        return _occupation(entry, item, view, words)
    if isinstance(item, Job) and (leave := _LEAVE.fullmatch(field)):
        return _leave(entry, item.leaves, int(leave["index"]), words)
    return None


def yes_or_no(edit_of: MakeEdit, words: Words) -> Choices:
    """Yes and No."""
    _ = words
    return Choices((Choice(_("Yes"), edit_of(True)), Choice(_("No"), edit_of(False))))


def _named(names: kinds.Names, edit_of: MakeEdit, words: Words) -> Choices:
    return Choices(tuple(Choice(kinds.name(names, value, words), edit_of(value)) for value in names))


def open_study(view: CaseView) -> Study | None:
    """The study of which it is not known whether it was full-time."""
    return next((study for study in view.case.studies if study.full_time is None and study.start), None)


def _study(view: CaseView, words: Words) -> Answer | None:
    study = open_study(view)
    if study is None or study.id is None:
        return None
    entry = _Entry("studies", view.case.studies.index(study), study)
    return yes_or_no(entry.setting("full_time"), words)


def _status(hole: Bar, view: CaseView, words: Words) -> Choices:
    """What may fill the days without a status: maintained, where a permit ended the day before, or none."""
    _ = words
    before = {
        status.kind
        for status in view.case.statuses
        if isinstance(status.end, date) and status.end.toordinal() == hole.first - 1
    }
    offered = [("maintained", _.pgettext("short", "Maintained"))] if before & _PERMITS else []
    offered.append(("none", _.pgettext("answer", "None")))
    return Choices(tuple(Choice(text, _filling(hole, kind)) for kind, text in offered), "status")


def _filling(hole: Bar, kind: str) -> Edit:
    status = StatusPeriod.model_validate({"kind": kind, "start": hole.start, "end": hole.end})
    return add_item("statuses", status)


def _occupation(entry: _Entry, job: Job, view: CaseView, words: Words) -> Choices | None:
    """The codes an older code was carried over to, with their levels: which of them it was."""
    found = (work.occupation for work in view.assessment.membership.work if work.index == entry.index)
    codes = next((occupation.codes for occupation in found), ())
    if len(codes) < 2:
        return None
    book = load_rulebook()
    edition = in_force(book.noc_editions, view.assessment.on).editions[-1]
    others = tuple(code for code in job.noc_also if code.version != edition)

    def choice(code: str) -> Choice:
        own = NocCode(version=edition, code=code)
        level = level_words(words, book.noc, edition, code)
        return Choice(f"{code} · {level}", entry.change("noc_also", (*others, own)))

    return Choices(tuple(map(choice, codes)))


def _leave(entry: _Entry, leaves: Iterable[Leave], index: int, words: Words) -> Choices | None:
    """The kind of a leave; its days are for the form."""
    rows = tuple(leaves)
    if index >= len(rows) or rows[index].kind is not None:
        return None

    def edit_of(kind: object) -> Edit:
        changed = rows[index].model_copy(update={"kind": kind})
        return entry.change("leaves", (*rows[:index], changed, *rows[index + 1 :]))

    return _named(kinds.LEAVE, edit_of, words)
