"""What the list of client files shows, read without opening one of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, or_, select, text
from sqlalchemy.orm import Session

from cec_desktop.storage import search
from cec_desktop.storage.records import CaseSummary, Counts, Filter, OutcomeRecord, Sort
from cec_desktop.storage.tables import CaseRow, OutcomeRow

_MATCHES = text("case_file.row IN (SELECT rowid FROM case_search WHERE case_search MATCH :words)")

_ACTIVE = and_(CaseRow.archived_on.is_(None), CaseRow.binned_on.is_(None))
_FILTERS: dict[Filter, ColumnElement[bool]] = {
    Filter.ALL: CaseRow.binned_on.is_(None),
    Filter.ACTIVE: _ACTIVE,
    Filter.MET: and_(_ACTIVE, OutcomeRow.outcome == "met"),
    Filter.NOT_MET: and_(_ACTIVE, OutcomeRow.outcome == "not_met"),
    Filter.UNDETERMINED: and_(_ACTIVE, OutcomeRow.outcome == "undetermined"),
    Filter.ARCHIVED: and_(CaseRow.archived_on.is_not(None), CaseRow.binned_on.is_(None)),
    Filter.BIN: CaseRow.binned_on.is_not(None),
}
_ORDERS: dict[Sort, ColumnElement[Any]] = {
    Sort.NEXT_DATE: OutcomeRow.next_on.asc().nulls_last(),
    Sort.NAME: CaseRow.sort_name.asc(),
    Sort.NUMBER: CaseRow.file_number.asc(),
    Sort.CHANGED: CaseRow.changed_at.desc(),
    Sort.OPENED: CaseRow.opened_at.desc().nulls_last(),
}
_COLUMNS = (
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
)


def summaries(session: Session, which: Filter, words: str, order: Sort) -> tuple[CaseSummary, ...]:
    """The client files of a filter that hold every word typed, in order; then by name and number."""
    chosen: Select[*tuple[Any, ...]] = select(*_COLUMNS).join(OutcomeRow, isouter=True).where(_FILTERS[which])
    question = search.query(words)
    if question:
        chosen = chosen.where(_MATCHES.bindparams(words=question))
    elif words.strip():
        return ()  # signs alone are in no file
    chosen = chosen.order_by(_ORDERS[order], CaseRow.sort_name, CaseRow.file_number)
    return tuple(_summary(row) for row in session.execute(chosen))


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


def _summary(row: Row[*tuple[Any, ...]]) -> CaseSummary:
    (case_id, number, family, given, changed, opened, archived, binned, outcome, *rest) = row
    record = None if outcome is None else OutcomeRecord(outcome, *rest)
    return CaseSummary(case_id, number, family, given, record, changed, opened, archived, binned)
