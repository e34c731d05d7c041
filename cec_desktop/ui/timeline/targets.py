"""The days of a file that draw dragged edges to them, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cec_desktop.ui.timeline.bars import Chart, Key, Lane
from cec_desktop.ui.timeline.gestures.application import APPLICATION
from cec_desktop.ui.timeline.snapping import Draw, SnapModel, Target
from cec_desktop.ui.timeline.wording import edge_words

if TYPE_CHECKING:
    from datetime import date

    from cec_desktop.i18n.words import Words
    from cec_desktop.rules.findings import MembershipDates


def snap_model(chart: Chart, dates: MembershipDates) -> SnapModel:
    """All targets of a file: ends of periods, today, the window, the application date, membership's ends."""
    return SnapModel(_targets(chart, dates))


def _targets(chart: Chart, dates: MembershipDates) -> Iterator[Target]:
    for bar in chart.bars:
        yield Target(bar.first, Draw.PERIOD_START, bar.key)
        if not bar.goes_on:
            yield Target(bar.after, Draw.TEST_EXPIRES if bar.lane is Lane.TESTS else Draw.PERIOD_END, bar.key)
    yield Target(chart.today.toordinal(), Draw.TODAY)
    yield Target(chart.today.toordinal() + 1, Draw.TODAY)
    yield Target(chart.on.toordinal(), Draw.APPLICATION, APPLICATION)
    if chart.window is not None:
        yield Target(chart.window[0], Draw.WINDOW_START, APPLICATION)
    for day, draw in ((dates.earliest, Draw.MEMBER_FROM), (dates.last, Draw.MEMBER_UNTIL)):
        if day is not None:
            yield Target(day.toordinal(), draw)


def target_words(target: Target, shown: date, chart: Chart, _: Words) -> str:
    """What an edge snapped to, in words; `shown` is the day the edge says."""
    if target.draw is Draw.MONTH:
        return _("start of a month") if shown.toordinal() == target.boundary else _("end of a month")
    fixed = {
        Draw.TODAY: _("today"),
        Draw.WINDOW_START: _("start of the window"),
        Draw.APPLICATION: _("application date"),
        Draw.MEMBER_FROM: _("member from {day}", day=edge_words(shown, _)),
        Draw.MEMBER_UNTIL: _("member until {day}", day=edge_words(shown, _)),
    }
    if target.draw in fixed:
        return fixed[target.draw]
    owner = chart.find(target.owner) if isinstance(target.owner, Key) else None
    name = owner.names.forms[-1] if owner is not None else ""
    if target.draw is Draw.TEST_EXPIRES:
        return _("{name} expires", name=name)
    return _("{name} begins", name=name) if target.draw is Draw.PERIOD_START else _("{name} ends", name=name)
