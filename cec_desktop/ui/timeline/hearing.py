"""What is heard of lanes and of the parts of bars, and the value of what can be moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cec_desktop.ui.timeline import wording
from cec_desktop.ui.timeline.bars import Bar, Chart, Lane
from cec_desktop.ui.timeline.charting import item_of, work_of
from cec_desktop.ui.timeline.navigation import stretch_of
from cec_desktop.ui.timeline.scene import Part
from cec_desktop.ui.timeline.tooltips import bar_lines

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView


def lane_heard(chart: Chart, lane: Lane, _: Words) -> str:
    """A lane: its name, what counts in it, how many entries stand in it."""
    parts = [wording.lane_name(lane, _)]
    if lane is Lane.WORK and chart.counted is not None:
        parts.append(_("{hours} h", hours=wording.tenths(chart.counted, _)))
    entries = sum(bar.movable for bar in chart.in_lane(lane))
    parts.append(_.plural("{n} entry", "{n} entries", entries))
    return ", ".join(parts)


def part_heard(view: CaseView, bar: Bar, part: int, _: Words) -> str:
    """A part of a bar: an end, or what a pointer on its days would be told."""
    name = bar.names.forms[-1]
    if part == Part.START:
        return _("Start of {name}", name=name)
    if part == Part.END:
        return _("End of {name}", name=name)
    if part == Part.BODY:
        return _("All of {name}", name=name)
    stretch = stretch_of(bar, part)
    if stretch is None:
        return _("Leave from {job}", job=name)
    # The first two lines are of the whole bar, which was named before.
    return ". ".join(bar_lines(bar, item_of(view.case, bar.key), stretch, work_of(view, bar.key), _)[2:])


def value_heard(chart: Chart, bar: Bar | None, part: int, _: Words) -> str:
    """The day of what can be moved: an end, a whole period, the application date; empty for all else."""
    if bar is None:
        return _.day(chart.on)
    if part == Part.START:
        return wording.edge_words(bar.start, _)
    if part == Part.END:
        return wording.edge_words(bar.end, _)
    if bar.marked:
        return _.day(date.fromordinal(bar.first))
    return wording.span_words(bar.start, bar.end, _) if part in (Part.NONE, Part.BODY) else ""
