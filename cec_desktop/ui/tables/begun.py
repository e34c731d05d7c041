"""The entries of a list that are being added, by the key of the row each stands in."""

from __future__ import annotations

from datetime import date

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.tables.draft import DRAFT_KEY, Draft, gap_draft
from cec_desktop.ui.tables.other_rows import gaps
from cec_desktop.ui.tables.record_kinds import RecordKind
from cec_desktop.ui.tables.rows import Cell, Listing, Row, Sort, Swatch
from cec_desktop.ui.timeline.held_bars import GAP


class BegunEntries:
    """One begun by hand has a row of its own; one that fills a gap stands in the gap's row."""

    def __init__(self, kind: RecordKind) -> None:
        self._kind = kind
        self.by_key: dict[str, Draft] = {}

    def begin(self, first: date | None, last: date | None) -> None:
        """Begin a new entry, on these days where they are given; one begun before goes on."""
        if DRAFT_KEY not in self.by_key:
            self.by_key[DRAFT_KEY] = Draft(self._kind, self._kind.empty).on_days(first, last)

    def begin_in_gap(self, key: str, view: CaseView, words: Words) -> None:
        """A status for days that have none, where the row of the key is such a gap."""
        if not key.startswith(GAP) or key in self.by_key:
            return
        gap = next((bar for bar in gaps(view, words) if bar.key.item_id == key), None)
        if gap is not None:
            self.by_key[key] = gap_draft(view.case, gap)

    def change(self, key: str, name: str, value: object) -> None:
        """Set a fact of an entry being added."""
        self.by_key[key] = self.by_key[key].having(name, value)

    def listed(self, listing: Listing, words: Words) -> Listing:
        """The listing with a row for the entry begun by hand, before the sum."""
        if DRAFT_KEY not in self.by_key:
            return listing
        empty = Cell("")
        cells = (Cell(words(self._kind.unsaved)), *(empty for _column in listing.columns[1:]))
        row = Row(DRAFT_KEY, cells, Swatch.DRAFT, sort=Sort.DRAFT)
        items = [each for each in listing.rows if each.sort is not Sort.SUM]
        sums = [each for each in listing.rows if each.sort is Sort.SUM]
        return Listing(listing.columns, (*items, row, *sums))
