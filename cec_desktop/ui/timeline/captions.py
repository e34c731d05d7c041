"""The words of the picture that are not on bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cec_desktop.ui.timeline.bars import Chart, Lane
from cec_desktop.ui.timeline.layout import Layout
from cec_desktop.ui.timeline.scene import Texts
from cec_desktop.ui.timeline.wording import lane_name, range_words, tenths

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words

_MONTHS_A_YEAR = 12


def texts(chart: Chart, _: Words) -> Texts:
    """All of them but those that follow the layout, in the language of the words."""
    return Texts(
        lanes={lane: lane_name(lane, _) for lane in Lane},
        hours="" if chart.counted is None else _("{hours} h", hours=tenths(chart.counted, _)),
        window=_.pgettext("lane", "Window"),
        ribbon=_ribbon(chart, _),
        today=_.pgettext("axis", "today"),
        on=_.day(chart.on),
        prompts=prompts(chart, _),
    )


def rows_shown(layout: Layout, _: Words) -> dict[Lane, str]:
    """Which sub-lanes are in view, for lanes that have more than they show."""
    return {
        box.lane: _(
            "{first} to {last} of {all}",
            first=box.first_row + 1,
            last=box.first_row + box.shown,
            all=box.rows,
        )
        for box in layout.lanes
        if box.rows > box.shown
    }


def window_length(chart: Chart, _: Words) -> str:
    """How long the window is: 3 years."""
    years = chart.window_months // _MONTHS_A_YEAR
    return _.plural("{n} year", "{n} years", years) if years else _("Window")


def prompts(chart: Chart, _: Words) -> dict[Lane, str]:
    """What empty lanes ask for: a status first, then a job."""
    asked: dict[Lane, str] = {}
    if not chart.in_lane(Lane.STATUS):
        asked[Lane.STATUS] = _("What did the client hold? Drag here, or press {key}", key="S")
    if not chart.in_lane(Lane.WORK):
        asked[Lane.WORK] = _("Where did the client work? Drag here, or press {key}", key="J")
    if len(asked) > 1:
        asked = {lane: f"{number} {text}" for number, (lane, text) in enumerate(asked.items(), start=1)}
    return asked


def _ribbon(chart: Chart, _: Words) -> tuple[str, ...]:
    if chart.window is None:
        return ()
    dates = range_words(*chart.window, _)
    length = window_length(chart, _)
    return (_("{length} before the application: {dates}", length=length, dates=dates), dates)
