"""Everything one picture of the timeline is painted from, and where its parts lie in the view."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from cec_desktop.ui.timeline.axis import Axis
from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.layout import LaneBox, Layout
from cec_desktop.ui.timeline.measure import MeasureText, Sizes, Type
from cec_desktop.ui.timeline.placed import PlacedBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cec_desktop.ui.timeline.lighting import Lit

FLAG_PAD: Final = 6.0
GRIP: Final = (9.0, 13.0)
SELECTION_OFF: Final = 4.0
"""How far the frame of a selected bar reaches beyond it: 2 off, 2 wide."""


class Part(IntEnum):
    """Which part of the selected bar the keyboard is on.

    Leaves follow, counted from LEAF, and the stretches of the bar that do not count, counted from STRETCH.
    """

    NONE = 0
    START = 1
    END = 2
    BODY = 3
    LEAF = 4
    STRETCH = 10_000


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a dragged bar was."""

    lane: Lane
    row: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Guide:
    """The line from a dragged edge to what it snapped to; ``shown`` is the day the axis says."""

    boundary: int
    shown: date
    met: Key | None = None
    """The entry whose edge was met."""
    snapped: bool = False
    """Whether the edge met anything: only then the line is drawn."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands out in the picture beyond the chart itself."""

    selected: Key | None = None
    """The entry the keyboard is on."""
    others: frozenset[Key] = frozenset()
    """What is selected besides it."""
    part: int = Part.NONE
    hovered: Key | None = None
    refused: Ghost | None = None
    """Where the drag would put the bar, if it were not refused."""
    lane: Lane | None = None
    """The lane the keyboard is on while no bar is selected."""
    on_handle: bool = False
    """The keyboard is on the application date."""
    handle_hovered: bool = False
    lit: Lit | None = None
    """What is not dimmed; None while nothing is."""
    band: Rect | None = None
    """The rubber band, in the view."""
    ghosts: tuple[Ghost, ...] = ()
    """Where what is dragged was."""
    guide: Guide | None = None
    drawn: Ghost | None = None
    """The period being drawn."""

    @property
    def chosen(self) -> frozenset[Key]:
        """Everything that is selected."""
        return self.others if self.selected is None else self.others | {self.selected}


@dataclass(frozen=True, slots=True)
class Texts:
    """The words in the picture that are not on bars, in the language of the window."""

    lanes: Mapping[Lane, str] = field(default_factory=dict)
    hours: str = ""
    window: str = ""
    ribbon: tuple[str, ...] = ()
    """The words of the ribbon, longest first."""
    today: str = ""
    on: str = ""
    prompts: Mapping[Lane, str] = field(default_factory=dict)
    rows: Mapping[Lane, str] = field(default_factory=dict)
    """Which sub-lanes are shown, where not all are."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture. Places in the view count from its top left corner."""

    chart: Chart
    layout: Layout
    axis: Axis
    sizes: Sizes
    texts: Texts
    measure: MeasureText
    width: float
    height: float
    scroll: float = 0.0
    """How far the lanes are scrolled up."""

    @property
    def left(self) -> float:
        """Where the lanes begin, right of their names."""
        return self.sizes.names

    @property
    def top(self) -> float:
        """Where the lanes begin, below axis and ribbon."""
        return self.sizes.axis + self.sizes.ribbon

    @property
    def bottom(self) -> float:
        """Where the lanes end, or the view."""
        return min(self.height, self.top + self.layout.height - self.scroll)

    @property
    def lanes_width(self) -> float:
        """How much of the view the lanes take."""
        return self.width - self.left

    def x(self, boundary: float) -> float:
        """Where a boundary lies in the view."""
        return self.left + self.layout.scale.x(boundary)

    def y(self, lanes_y: float) -> float:
        """Where a height on the lanes lies in the view."""
        return self.top + lanes_y - self.scroll

    def rect(self, on_lanes: Rect) -> Rect:
        """A rectangle on the lanes in the view."""
        return on_lanes.moved(self.left, self.top - self.scroll)

    def placed(self, key: Key | None) -> PlacedBar | None:
        """The bar of an entry in place; None when it is out of view."""
        bar = self.chart.find(key)
        return None if bar is None else self.layout.placed(bar)

    def box(self, lane: Lane) -> LaneBox:
        """A lane in place."""
        return self.layout.lanes[lane]

    def lane_at(self, y: float) -> LaneBox | None:
        """The lane at a height of the view."""
        if not self.top <= y < self.bottom:
            return None
        inside = y - self.top + self.scroll
        return next((box for box in self.layout.lanes if box.top <= inside < box.bottom), None)

    @property
    def handle(self) -> float:
        """Where the line of the application date lies, in view or not."""
        return self.x(self.chart.on.toordinal())

    @property
    def docked(self) -> int:
        """-1 or 1 when the application date is out of view on the left or right, else 0."""
        if self.handle < self.left:
            return -1
        return 1 if self.handle > self.width else 0

    @property
    def flag(self) -> Rect:
        """The flag of the application date: right of its line, left when it would leave the view."""
        text = self.measure(self.texts.on, Type.HEADING) + 2 * FLAG_PAD
        y, height = self.sizes.axis, self.sizes.ribbon
        if self.docked < 0:
            return Rect(self.left, y, text + 2 * FLAG_PAD, height)
        if self.docked > 0:
            return Rect(self.width - text - 2 * FLAG_PAD, y, text + 2 * FLAG_PAD, height)
        if self.handle + text > self.width:
            return Rect(self.handle - text + 1, y, text, height)
        return Rect(self.handle - 1, y, text, height)

    @property
    def grip(self) -> Rect | None:
        """The grip at the foot of the line of the application date; None while it is docked."""
        if self.docked:
            return None
        width, height = GRIP
        return Rect(self.handle - width / 2, self.bottom - height - 1, width, height)

    def lane_rect(self, lane: Lane) -> Rect:
        """Where a lane lies in the view, with its name."""
        box = self.box(lane)
        return Rect(0, self.y(box.top), self.width, box.height)

    def days_rect(self, bar: Rect, first: int, after: int) -> Rect | None:
        """Where days of a bar lie in the view; None when they are out of it."""
        left, right = max(self.x(first), self.left), min(self.x(after), self.width)
        return Rect(left, bar.y, right - left, bar.h) if right > left else None

    def end_rect(self, bar: Rect, *, at_start: bool) -> Rect:
        """Where an end of a bar takes the pointer."""
        x = bar.x if at_start else bar.right
        return Rect(x - SELECTION_OFF, bar.y, 2 * SELECTION_OFF, bar.h)

    def ghost_rect(self, ghost: Ghost) -> Rect:
        """Where a ghost lies in the view."""
        box = self.box(ghost.lane)
        row = min(max(ghost.row - box.first_row, 0), box.shown - 1)
        y = box.top + self.sizes.pad + row * (self.sizes.bar + self.sizes.gap)
        x, right = self.x(ghost.first), self.x(ghost.after)
        left, end = max(x, self.left - 20), min(right, self.width + 20)
        return Rect(left, self.y(y), max(end - left, 2), self.sizes.bar)

    def bar_rect(self, bar: Bar) -> Rect | None:
        """The rectangle of a bar in the view; None when it is out of it."""
        placed = self.layout.placed(bar)
        return None if placed is None else self.rect(placed.rect)
