"""Tables of what is not judged day by day: children, personal history, the lists of the spouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from cec_desktop.casefile.dates import Edge
from cec_desktop.casefile.items import items_of
from cec_desktop.casefile.model import (
    CaseFile,
    Child,
    Education,
    HistoryPeriod,
    Item,
    Job,
    LanguageTest,
    Period,
    StatusPeriod,
    Study,
)
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.noc import load_noc
from cec_desktop.ui.fields.occupation import occupation_words
from cec_desktop.ui.fields.places import country_name
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.tables.rows import (
    Cell,
    Column,
    Listing,
    Row,
    Swatch,
    day_cell,
    end_cell,
    fact_words,
    start_cell,
)

ItemT = TypeVar("ItemT", bound=Item)


def children_listing(view: CaseView, _: Words) -> Listing:
    """The children, oldest first."""
    children = sorted(view.case.children, key=lambda child: str(child.date_of_birth or "9999"))
    columns = (
        Column("name", _("Name"), wide=True),
        Column("born", _("Born")),
        Column("relationship", _("Relationship"), wide=True, spare=True),
        Column("accompanying", _("Comes along")),
        Column("citizen", _("Citizen or PR"), spare=True),
    )
    return Listing(columns, tuple(_child_row(child, _) for child in children))


def _child_row(child: Child, _: Words) -> Row:
    name = ", ".join(filter(None, (child.family_name, child.given_names)))
    return Row(
        child.id or "",
        (
            Cell(name or _("Child without a name")),
            day_cell(child.date_of_birth, _),
            Cell(child.relationship or "", quiet=True),
            Cell(fact_words(child.accompanying, _)),
            Cell(fact_words(child.citizen_or_pr, _)),
        ),
    )


def history_listing(list_name: str) -> Callable[[CaseView, Words], Listing]:
    """Addresses and activities, newest first."""

    def listing(view: CaseView, _: Words) -> Listing:
        entries = _by_start(view.case, list_name, HistoryPeriod)
        columns = (
            Column("activity", _("Activity"), wide=True),
            Column("start", _("From")),
            Column("end", _("To")),
            Column("city", _("City"), wide=True),
            Column("country", _("Country")),
        )
        return Listing(columns, tuple(_history_row(entry, list_name, view.case, _) for entry in entries))

    return listing


def _history_row(entry: HistoryPeriod, list_name: str, case: CaseFile, _: Words) -> Row:
    activity = kinds.name(kinds.ACTIVITY, entry.activity, _) if entry.activity else _("not known")
    meant = _meant(entry, list_name, case)
    start, end = _edges(entry, meant)
    name = " · ".join(filter(None, (activity, _name_of(meant), entry.note)))
    return Row(
        entry.id or "",
        (
            Cell(name),
            start_cell(start, _),
            end_cell(end, _),
            Cell(entry.city or "", quiet=True),
            Cell(country_name(_, entry.country) if entry.country else ""),
        ),
    )


def _meant(entry: HistoryPeriod, list_name: str, case: CaseFile) -> Job | Study | None:
    """The job or study an entry points at."""
    whose = list_name.removesuffix("history")
    found = [
        item
        for name, wanted in (("jobs", entry.job), ("studies", entry.study))
        for item in items_of(case, f"{whose}{name}")
        if wanted is not None and item.id == wanted
    ]
    first = next(iter(found), None)
    return first if isinstance(first, Job | Study) else None


def _name_of(meant: Job | Study | None) -> str | None:
    if isinstance(meant, Job):
        return meant.employer or meant.title
    return (meant.institution or meant.program) if meant is not None else None


def _edges(entry: HistoryPeriod, meant: Period | None) -> tuple[Edge | None, Edge | None]:
    """The entry's own days, else those of what it points at."""
    if entry.start is not None or meant is None:
        return entry.start, entry.end
    return meant.start, meant.end


def spouse_listing(list_name: str) -> Callable[[CaseView, Words], Listing]:
    """A list of the spouse: what each entry is, and its days."""

    def listing(view: CaseView, _: Words) -> Listing:
        items = sorted(items_of(view.case, list_name), key=_when, reverse=True)
        columns = (
            Column("entry", _("Entry"), wide=True),
            Column("start", _("From")),
            Column("end", _("To")),
            Column("more", _("Details"), wide=True),
        )
        return Listing(columns, tuple(_spouse_row(item, _) for item in items))

    return listing


def _spouse_row(item: Item, _: Words) -> Row:
    name, details, swatch = _described(item, _)
    return Row(
        item.id or "",
        (Cell(name), *_day_cells(item, _), Cell(", ".join(filter(None, details)), quiet=True)),
        swatch,
    )


def _described(item: Item, _: Words) -> tuple[str, Sequence[str | None], Swatch]:
    match item:
        case StatusPeriod():
            return kinds.name(kinds.STATUS, item.kind, _), (item.employer, item.document), Swatch.STATUS
        case Job():
            noc = occupation_words(_, load_noc(), item.noc) if item.noc is not None else None
            return item.employer or item.title or _("Job without a name"), (noc,), Swatch.OUTSIDE
        case Study():
            credential = kinds.name(kinds.CREDENTIAL, item.credential, _) if item.credential else None
            return item.program or _("Study without a name"), (item.institution, credential), Swatch.STUDY
        case LanguageTest():
            scores = [
                f"{_(kinds.ABILITY_SHORT[each])} {_.value(getattr(item, each))}"
                for each in ABILITIES
                if getattr(item, each) is not None
            ]
            return kinds.test_name(item.test, _), scores, Swatch.TEST
        case Education():
            country = country_name(_, item.country) if item.country else None
            return kinds.name(kinds.EDUCATION, item.level, _), (item.institution, country), Swatch.NONE
    return "", (), Swatch.NONE


def _day_cells(item: Item, _: Words) -> tuple[Cell, Cell]:
    match item:
        case Period():
            return start_cell(item.start, _), end_cell(item.end, _)
        case LanguageTest():
            return day_cell(item.result_date, _), Cell("")
        case Education():
            return Cell(""), Cell(item.completed_on.isoformat() if item.completed_on else "")
    return Cell(""), Cell("")


def _when(item: Item) -> str:
    match item:
        case Period():
            return str(item.start or "")
        case LanguageTest():
            return str(item.result_date or "")
        case Education():
            return str(item.completed_on or "")
    return ""


def _by_start(case: CaseFile, list_name: str, kind: type[ItemT]) -> list[ItemT]:
    found = [item for item in items_of(case, list_name) if isinstance(item, kind)]
    return sorted(found, key=_when, reverse=True)
