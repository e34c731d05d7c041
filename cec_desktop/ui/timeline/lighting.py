"""What a condition lights up on the timeline, and the condition a stretch of days hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cec_desktop.casefile.items import items_of
from cec_desktop.rules.deciding import WORK, condition_of, decides, finding_of, walk
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Key, Lane, Stretch, lane_of
from cec_desktop.ui.timeline.charting import key_of

if TYPE_CHECKING:
    from cec_desktop.practice.view import CaseView
    from cec_desktop.rules.findings import Finding
    from cec_desktop.ui.timeline.bars import Chart

_COUNTED = (Fill.COUNTS, Fill.PROJECTED)


class Lit(NamedTuple):
    """What stands out while the rest is dimmed: entries, and those of their stretches that get the frame.

    An entry without such a stretch gets the frame as a whole.
    """

    keys: frozenset[Key]
    stretches: frozenset[tuple[Key, int]]
    """Each by its entry and first day."""


def lit_by(condition: str, view: CaseView, chart: Chart) -> Lit | None:
    """The stretches a condition decided, else the entries it rests on; None where it speaks of none."""
    conditions = _conditions(view)
    finding = finding_of(condition, conditions)
    if finding is None:
        return None
    parts = [part.id for part in walk((finding,))]
    placed = frozenset(key for fact in finding.facts if (key := _key_of_place(fact.place, view)) is not None)
    stretches = frozenset(
        (bar.key, stretch.first)
        for bar in chart.in_lane(Lane.WORK)
        for stretch in bar.stretches
        if _decided(parts, stretch, conditions) or (bar.key in placed and stretch.fill is Fill.NOT_KNOWN)
    )
    keys = frozenset(key for key, _first in stretches) or placed
    return Lit(keys, stretches) if keys else None


def condition_at(stretch: Stretch | None, view: CaseView) -> str:
    """The condition that decides a stretch which does not count; empty where none does."""
    if stretch is None or not stretch.reasons or stretch.fill in _COUNTED:
        return ""
    return condition_of(stretch.reasons[0].id, view.assessment.membership.conditions)


def _decided(parts: list[str], stretch: Stretch, conditions: tuple[Finding, ...]) -> bool:
    if stretch.fill in _COUNTED:
        return WORK in parts
    return any(decides(part, reason.id, conditions) for part in parts for reason in stretch.reasons)


def _conditions(view: CaseView) -> tuple[Finding, ...]:
    return (*view.assessment.membership.conditions, *view.assessment.intake.conditions)


def _key_of_place(place: str, view: CaseView) -> Key | None:
    """The entry at a place of the file, such as ``jobs[1].end``."""
    name, _, rest = place.partition("[")
    index, _, _ = rest.partition("]")
    if lane_of(name) is None or not index.isdigit():
        return None
    items = items_of(view.case, name)
    return key_of(name, int(index), items[int(index)]) if int(index) < len(items) else None
