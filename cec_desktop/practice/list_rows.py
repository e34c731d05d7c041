"""The list of client files: rows read once and kept, so that each key of a search only asks which."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from cec_desktop.casefile.message import Message
from cec_desktop.rules.findings import Outcome
from cec_desktop.storage.reading import CasebookReader
from cec_desktop.storage.records import ANY, CaseSummary, Filter, Narrowing, OutcomeRecord, Sort


@dataclass(frozen=True, slots=True)
class ListRow:
    """A client file as the list shows it.

    ``next_words`` says what comes next, ``next_on`` when and ``days`` in how many days, where it has a day;
    ``earliest`` is the first day of membership, and ``expires_on`` the day on which the first of what the
    client holds ends. ``stale`` is true while the outcome is of another day or of other rules; ``outcome``
    is None at first.
    """

    case_id: str
    file_number: str
    family_name: str
    given_names: str | None
    outcome: Outcome | None
    next_on: date | None
    next_words: Message | None
    days: int | None
    archived: bool
    binned: bool
    stale: bool
    earliest: date | None = None
    expires_on: date | None = None
    expires_words: Message | None = None
    changed_at: datetime | None = None
    tags: tuple[str, ...] = ()


class ListRows:
    """The rows of a casebook; may be used from any thread."""

    def __init__(self, casebook: CasebookReader, today: Callable[[], date], pack: Callable[[], str]) -> None:
        """``pack`` names the rules, so that outcomes found under others are known as stale."""
        self._casebook, self._today, self._pack = casebook, today, pack
        self._turn = threading.RLock()
        self._day = today()
        self._rows: dict[int, ListRow] = {}
        self._places: dict[str, int] = {}
        self._known: dict[str, OutcomeRecord] = {}

    def found(
        self,
        which: Filter = Filter.ACTIVE,
        words: str = "",
        order: Sort = Sort.NEXT_DATE,
        narrowing: Narrowing = ANY,
    ) -> tuple[ListRow, ...]:
        """The files of a filter that hold every word typed, whatever its case and accents."""
        with self._turn:
            if self._day != self._today():
                self.forget_all()
            places = self._casebook.found(which, words, order, narrowing)
            missing = [place for place in places if place not in self._rows]
            if missing:
                self._read(missing)
            return tuple(self._rows[place] for place in places)

    def forget(self, case_ids: Iterable[str]) -> None:
        """These files are read again when they are next asked for."""
        with self._turn:
            for case_id in case_ids:
                self._rows.pop(self._places.pop(case_id, -1), None)

    def forget_all(self) -> None:
        """Every file is read again when it is next asked for."""
        with self._turn:
            self._day = self._today()
            self._rows.clear()
            self._places.clear()

    def know(self, case_id: str, outcome: OutcomeRecord) -> None:
        """An outcome that the casebook itself does not keep."""
        with self._turn:
            self._known[case_id] = outcome
            self.forget((case_id,))

    def _read(self, missing: list[int]) -> None:
        pack = self._pack()
        for place, summary in self._casebook.summaries_of(missing).items():
            known = self._known.get(summary.case_id)
            shown = replace(summary, outcome=known) if known else summary
            self._rows[place] = _row(shown, self._day, pack)
            self._places[summary.case_id] = place


def _row(summary: CaseSummary, today: date, pack: str) -> ListRow:
    record = summary.outcome
    next_on = record.next_on if record else None
    return ListRow(
        case_id=summary.case_id,
        file_number=summary.file_number,
        family_name=summary.family_name,
        given_names=summary.given_names,
        outcome=Outcome(record.outcome) if record else None,
        next_on=next_on,
        next_words=record.next_words if record else None,
        days=(next_on - today).days if next_on else None,
        archived=summary.archived_on is not None,
        binned=summary.binned_on is not None,
        stale=record is None or record.rule_pack != pack or record.computed_on != today,
        earliest=record.earliest if record else None,
        expires_on=record.expires_on if record else None,
        expires_words=record.expires_words if record else None,
        changed_at=summary.changed_at,
        tags=summary.tags,
    )
