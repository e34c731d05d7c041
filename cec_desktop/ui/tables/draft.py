"""An entry being added: nothing is in the file before all of it is, in one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.edits import Edit, add_item
from cec_desktop.casefile.model import CaseFile, Item, Period, StatusPeriod
from cec_desktop.casefile.problems import Problem
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.assess import load_rulebook, preview
from cec_desktop.rules.findings import Assessment
from cec_desktop.ui.tables.judging import problems_of
from cec_desktop.ui.tables.record_kinds import STATUSES, RecordKind, items_of, unfinished
from cec_desktop.ui.tables.spec import changes_for
from cec_desktop.ui.timeline.bars import Bar

DRAFT_KEY = "draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """The entry so far; ``fills`` are the days of a gap it was begun for."""

    kind: RecordKind
    item: Item
    fills: int = 0
    touched: bool = False
    """Whether the person has said something of it."""

    def having(self, name: str, value: object) -> Draft:
        """The draft with another value of a field."""
        item = self.item.model_copy(update=changes_for(self.item, name, value))
        return Draft(self.kind, item, self.fills, touched=True)

    def on_days(self, first: date | None, last: date | None) -> Draft:
        """The draft with its days, where it is of a period and they are given."""
        if first is None or not isinstance(self.item, Period):
            return self
        return self.having("start", first).having("end", last)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts without which it cannot be added."""
        return tuple(name for name in self.kind.needed if getattr(self.item, name) is None)

    def edit(self) -> Edit | None:
        """The edit that adds it; None while something needed is missing."""
        if self.missing:
            return None
        facts = {name: getattr(self.item, name) for name in self.item.model_fields_set}
        return add_item(self.kind.list_name, type(self.item)(**facts))

    def problems(self, case: CaseFile) -> tuple[Problem, ...]:
        """What would be wrong with it in a file."""
        edit = self.edit()
        return problems_of(edit, case) if edit is not None else ()

    def assessed(self, view: CaseView) -> Assessment | None:
        """What would be said of the file with it; None while it cannot be added."""
        edit = self.edit()
        if edit is None or self.problems(view.case):
            return None
        today, on = view.assessment.today, view.assessment.on
        return preview(edit.change(view.case), on, today, load_rulebook())

    def place(self, case: CaseFile) -> str:
        """Where it would stand in a file."""
        return f"{self.kind.list_name}[{len(items_of(case, self.kind))}]"


def gap_draft(case: CaseFile, gap: Bar) -> Draft:
    """A status for the days of a gap: maintained status where another ended the day before."""
    before = date.fromordinal(gap.first - 1)
    ended = any(status.end == before for status in case.statuses)
    item = unfinished(
        StatusPeriod,
        start=date.fromordinal(gap.first),
        end=date.fromordinal(gap.after - 1),
        kind="maintained" if ended else None,
    )
    return Draft(STATUSES, item, gap.after - gap.first)
