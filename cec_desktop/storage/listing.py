"""What the list of client files shows, read without opening one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select, text
from sqlalchemy.orm import Session

from cec_desktop.storage import search
from cec_desktop.storage.records import CaseSummary, Counts, Filter, Narrowing, OutcomeRecord, Sort
from cec_desktop.storage.tables import CaseRow, OutcomeRow, TagRow

_MATCHES = text("case_file.row IN (SELECT rowid FROM case_search WHERE case_search MATCH :words)")

_FILTERS: dict[Filter, ColumnElement[bool]] = {
    Filter.ALL: CaseRow.binned_on.is_(None),
    Filter.ACTIVE: and_(CaseRow.archived_on.is_(None), CaseRow.binned_on.is_(None)),
    Filter.ARCHIVED: and_(CaseRow.archived_on.is_not(None), CaseRow.binned_on.is_(None)),
    Filter.BIN: CaseRow.binned_on.is_not(None),
}
_BY_OUTCOME = case({"met": 0, "undetermined": 1, "not_met": 2}, value=OutcomeRow.outcome, else_=3)
_ORDERS: dict[Sort, ColumnElement[Any]] = {
    Sort.NEXT_DATE: OutcomeRow.next_on.asc().nulls_last(),
    Sort.NAME: CaseRow.sort_name.asc(),
    Sort.NUMBER: CaseRow.file_number.asc(),
    Sort.OUTCOME: _BY_OUTCOME,
    Sort.EARLIEST: OutcomeRow.earliest.asc().nulls_last(),
    Sort.EXPIRY: OutcomeRow.expires_on.asc().nulls_last(),
    Sort.CHANGED: CaseRow.changed_at.desc(),
    Sort.OPENED: CaseRow.opened_at.desc().nulls_last(),
}
_COLUMNS = (
    CaseRow.row,
    CaseRow.id,
    CaseRow.file_number,
    CaseRow.family_name,
    CaseRow.given_names,
    CaseRow.changed_at,
    CaseRow.opened_at,
    CaseRow.archived_on,
    CaseRow.binned_on,
    OutcomeRow.outcome,
    OutcomeRow.assessed_on,
    OutcomeRow.earliest,
    OutcomeRow.last,
    OutcomeRow.next_on,
    OutcomeRow.next_words,
    OutcomeRow.rules_id,
    OutcomeRow.rule_pack,
    OutcomeRow.computed_on,
    OutcomeRow.expires_on,
    OutcomeRow.expires_words,
)
_MANY = 500
"""From so many rows on all of them are read: naming each would take longer."""


def found(session: Session, which: Filter, words: str, order: Sort, narrowing: Narrowing) -> tuple[int, ...]:
    """The rows of the client files of a filter with every word typed, in order; then by name and number."""
    chosen = select(CaseRow.row).join(OutcomeRow, isouter=True).where(_FILTERS[which], *_narrow(narrowing))
    question = search.query(words)
    if question:
        chosen = chosen.where(_MATCHES.bindparams(words=question))
    elif words.strip():
        return ()  # signs alone are in no file
    chosen = chosen.order_by(_ORDERS[order], CaseRow.sort_name, CaseRow.file_number)
    return tuple(session.scalars(chosen))


def summaries_of(session: Session, rows: Collection[int]) -> dict[int, CaseSummary]:
    """What the list shows of client files, by row."""
    tags = _tags_by_row(session)
    chosen: Select[*tuple[Any, ...]] = select(*_COLUMNS).join(OutcomeRow, isouter=True)
    if len(rows) < _MANY:
        chosen = chosen.where(CaseRow.row.in_(rows))
    return {each[0]: _summary(each, tags.get(each[0], ())) for each in session.execute(chosen)}


def tags(session: Session) -> tuple[str, ...]:
    """Every tag in use outside the bin, in alphabetical order."""
    chosen = select(TagRow.tag).distinct().join(CaseRow).where(_FILTERS[Filter.ALL])
    return tuple(sorted(session.scalars(chosen), key=search.fold))


def counts(session: Session) -> Counts:
    """How many client files are active, archived and in the bin."""
    binned = CaseRow.binned_on.is_not(None)
    archived = and_(CaseRow.archived_on.is_not(None), CaseRow.binned_on.is_(None))
    place = case((binned, "bin"), (archived, "archive"), else_="active")
    found = {row[0]: row[1] for row in session.execute(select(place, func.count()).group_by(place))}
    return Counts(found.get("active", 0), found.get("archive", 0), found.get("bin", 0))


def stale(session: Session, rule_pack: str, today: date) -> tuple[str, ...]:
    """Ids of the files whose outcome is missing or was computed on another day or under other rules.

    Active ones first, in the order of the list; the bin is left alone.
    """
    chosen = (
        select(CaseRow.id)
        .join(OutcomeRow, isouter=True)
        .where(
            CaseRow.binned_on.is_(None),
            or_(
                OutcomeRow.case_row.is_(None),
                OutcomeRow.rule_pack != rule_pack,
                OutcomeRow.computed_on != today,
            ),
        )
        .order_by(CaseRow.archived_on.is_not(None), OutcomeRow.next_on.asc().nulls_last(), CaseRow.row)
    )
    return tuple(session.scalars(chosen))


def _narrow(narrowing: Narrowing) -> Iterator[ColumnElement[bool]]:
    if narrowing.outcome is not None:
        yield OutcomeRow.outcome == narrowing.outcome
    if narrowing.until is not None:
        yield or_(OutcomeRow.next_on <= narrowing.until, OutcomeRow.expires_on <= narrowing.until)
    if narrowing.tag is not None:
        yield CaseRow.row.in_(select(TagRow.case_row).where(TagRow.tag == narrowing.tag))


def _tags_by_row(session: Session) -> dict[int, tuple[str, ...]]:
    by_row: dict[int, tuple[str, ...]] = {}
    for row, tag in session.execute(select(TagRow.case_row, TagRow.tag)):
        by_row[row] = (*by_row.get(row, ()), tag)
    return by_row


def _summary(row: Row[*tuple[Any, ...]], tags: tuple[str, ...]) -> CaseSummary:
    (_at, case_id, number, family, given, changed, opened, archived, binned, outcome, *rest) = row
    record = None if outcome is None else OutcomeRecord(outcome, *rest)
    return CaseSummary(case_id, number, family, given, record, changed, opened, archived, binned, tags)
