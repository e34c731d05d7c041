"""What dragging or the arrow keys ask for: edits that move an entry or one of its edges by whole days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from cec_desktop.casefile.dates import Edge, YearMonth, earliest
from cec_desktop.casefile.edits import Edit, add_item, change_item, move_period
from cec_desktop.casefile.group_edits import together
from cec_desktop.casefile.items import find_item
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Item, Job, LanguageTest, Leave, Period, StatusPeriod, Study
from cec_desktop.ui.timeline.bars import Bar, Chip, Key, Lane
from cec_desktop.ui.timeline.scale import FIRST, LAST

if TYPE_CHECKING:
    from cec_desktop.casefile.model import StatusKind


class Moving(Enum):
    """What of a period moves."""

    START = "start"
    END = "end"
    WHOLE = "whole"


def allowed_shift(bar: Bar, moving: Moving, shift: int) -> int:
    """The shift nearest to the wanted one that leaves the period a day, and days there are."""
    if moving is Moving.START:
        return min(max(shift, FIRST - bar.first), bar.after - 1 - bar.first)
    if moving is Moving.END:
        return max(min(shift, LAST - bar.after), bar.first + 1 - bar.after)
    last = bar.first + 1 if bar.goes_on else bar.after
    return max(min(shift, LAST - last), FIRST - bar.first)


def move_edit(bar: Bar, moving: Moving, shift: int, merge_key: str | None = None) -> Edit:
    """Move a bar's entry, or one of its edges, by days.

    A month whose day is not known stays a month while the whole period moves; an edge that is dragged
    itself gets a day. A period that goes on keeps going on unless its end is moved.
    """
    if bar.lane is Lane.TESTS:
        day = date.fromordinal(bar.first + shift)
        return change_item(bar.key.list_name, bar.key.item_id, merge_key, result_date=day)
    start, end = bar.start, bar.end
    if moving is Moving.START:
        start = date.fromordinal(bar.first + shift)
    elif moving is Moving.END:
        end = date.fromordinal(bar.after + shift - 1)
    else:
        start, end = _shifted(start, shift), _shifted(end, shift)
    return move_period(bar.key.list_name, bar.key.item_id, start, end, merge_key)


def shift_of_all(bars: Sequence[Bar], moving: Moving, shift: int) -> int:
    """The shift nearest to the wanted one that every period can take."""
    return min((allowed_shift(bar, moving, shift) for bar in bars), key=abs, default=0)


def move_together(bars: Sequence[Bar], moving: Moving, shift: int, merge_key: str | None = None) -> Edit:
    """Move several entries, or the same edge of each, by as many days."""
    edits = [move_edit(bar, moving, shift, merge_key) for bar in bars]
    return together(message("move_several", n=len(bars)), edits, merge_key)


def date_edit(chip: Chip, day: date) -> Edit:
    """Give an entry without a day its first one; a leave gets it inside its job."""
    list_name, item_id = chip.key
    if chip.leave is not None:
        return _date_leave(chip.key, chip.leave, day)
    if chip.lane is Lane.TESTS:
        return change_item(list_name, item_id, result_date=day)
    return move_period(list_name, item_id, day, chip.end)


def _date_leave(key: Key, number: int, day: date) -> Edit:
    def change(case: CaseFile) -> CaseFile:
        job = find_item(case, *key)
        leaves = list(job.leaves) if isinstance(job, Job) else []
        leaves[number] = leaves[number].model_copy(update={"start": day})
        return change_item(*key, leaves=tuple(leaves)).change(case)

    return Edit(message("change_leaves"), change, target=(key.list_name, key.item_id))


def restore_edit(key: Key, before: Item, now: Item, merge_key: str) -> Edit | None:
    """Put what moves of an entry back to where it was; None where nothing moved."""
    changed = {
        name: getattr(before, name)
        for name in ("start", "end", "leaves", "result_date")
        if getattr(before, name, None) != getattr(now, name, None)
    }
    if not changed:
        return None
    if isinstance(before, Period) and changed.keys() <= {"start", "end"}:
        return move_period(key.list_name, key.item_id, before.start, before.end, merge_key)
    return change_item(key.list_name, key.item_id, merge_key, **changed)


def end_edit(bar: Bar, day: date) -> Edit:
    """Give a period that goes on a last day."""
    return move_period(bar.key.list_name, bar.key.item_id, bar.start, day)


def leave_edit(key: Key, job: Job, number: int, shift: int, merge_key: str | None = None) -> Edit:
    """Move one leave of a job by days."""
    leaves = list(job.leaves)
    leave = leaves[number]
    changes = {"start": _shifted(leave.start, shift), "end": _shifted(leave.end, shift)}
    given = {name: edge for name, edge in changes.items() if edge is not None}
    leaves[number] = Leave(**{**{name: getattr(leave, name) for name in leave.model_fields_set}, **given})
    return change_item(key.list_name, key.item_id, merge_key, leaves=tuple(leaves))


def add_edit(case: CaseFile, lane: Lane, start: date | None, end: date | None) -> Edit:
    """Add an entry of a lane with what can be supposed of it; the rest is asked in its form."""
    return add_item(lane.list_name, new_item(case, lane, start, end))


def new_item(case: CaseFile, lane: Lane, start: date | None, end: date | None) -> Item:
    """A new entry of a lane; a test takes its first day as the day of its result."""
    if lane is Lane.TESTS:
        return LanguageTest.model_validate(_given(test="ielts_general", result_date=start))
    if lane is Lane.STATUS:
        return StatusPeriod.model_validate(_given(kind=_likely_status(case, start), start=start, end=end))
    return (Job if lane is Lane.WORK else Study).model_validate(_given(start=start, end=end))


def _given(**fields: object) -> dict[str, object]:
    """The fields that have a value: what is not known stays absent."""
    return {name: value for name, value in fields.items() if value is not None}


def _likely_status(case: CaseFile, start: date | None) -> StatusKind:
    """After a study permit a graduate's permit is likely; else a work permit."""
    before = [
        status
        for status in case.statuses
        if status.start is not None and (start is None or earliest(status.start) < start)
    ]
    last = max(before, key=lambda each: earliest(each.start) if each.start else date.min, default=None)
    return (
        "post_graduation_work_permit" if last is not None and last.kind == "study_permit" else "work_permit"
    )


def _shifted(edge: Edge | None, days: int) -> Edge | None:
    if edge is None:
        return None
    if isinstance(edge, YearMonth):
        moved = date.fromordinal(edge.first.toordinal() + days)
        # The first of a month moved by some days lies in the month it moved to, once rounded.
        middle = date.fromordinal(min(moved.toordinal() + 14, date.max.toordinal()))
        return YearMonth(middle.year, middle.month)
    return date.fromordinal(edge.toordinal() + days)
