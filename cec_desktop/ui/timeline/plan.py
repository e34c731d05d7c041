"""Which bar stands in which sub-lane: what does not change while the view moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane
from cec_desktop.ui.timeline.plain import Plain, plain_bars
from cec_desktop.ui.timeline.sub_lanes import Row


@dataclass(frozen=True, slots=True)
class Plan:
    """The sub-lanes of every lane; what is plain in them at the last zoom is kept, for panning."""

    chart: Chart
    lanes: Mapping[Lane, tuple[Row, ...]]
    places: Mapping[Key, tuple[int, int]]
    """Of every bar its sub-lane, and its position in it."""
    _kept: dict[Lane, tuple[range, float, Plain]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, chart: Chart) -> Plan:
        """The plan of a chart."""
        lanes = {lane: _rows(chart.in_lane(lane)) for lane in Lane}
        places = {
            bar.key: (number, at)
            for rows in lanes.values()
            for number, row in enumerate(rows)
            for at, bar in enumerate(row.bars)
        }
        return cls(chart, lanes, places)

    def plain(self, lane: Lane, rows: range, px: float) -> Plain:
        """The bars without words in some sub-lanes when a day takes ``px`` pixels."""
        kept = self._kept.get(lane)
        if kept is None or kept[:2] != (rows, px):
            kept = (rows, px, plain_bars(self.lanes[lane][rows.start : rows.stop], px))
            self._kept[lane] = kept
        return kept[2]

    @property
    def rows(self) -> Mapping[Lane, int]:
        """How many sub-lanes a lane has, at least one."""
        return {lane: max(len(rows), 1) for lane, rows in self.lanes.items()}

    def row(self, bar: Bar) -> int:
        """The sub-lane of a bar."""
        return self.places.get(bar.key, (0, 0))[0]


def first_fit(bars: Sequence[Bar]) -> tuple[int, ...]:
    """The sub-lane of each bar: in order of time, the first in which it meets no other."""
    ends: list[int] = []
    rows = [0] * len(bars)
    for at in sorted(range(len(bars)), key=lambda index: (bars[index].first, index)):
        bar = bars[at]
        row = next((row for row, end in enumerate(ends) if end <= bar.first), len(ends))
        if row == len(ends):
            ends.append(0)
        ends[row] = bar.after
        rows[at] = row
    return tuple(rows)


def _rows(bars: Sequence[Bar]) -> tuple[Row, ...]:
    rows: dict[int, list[Bar]] = {}
    for bar, row in zip(bars, first_fit(bars), strict=True):
        rows.setdefault(row, []).append(bar)
    return tuple(Row.of(rows[number]) for number in sorted(rows))
