"""The state behind the picture: the file shown, the scale, what is chosen. No widget, no painter."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cec_desktop.ui.timeline import captions
from cec_desktop.ui.timeline.axis import Axis, Calendar
from cec_desktop.ui.timeline.bars import Bar, Chart, Key, Lane
from cec_desktop.ui.timeline.charting import chart_of, item_of
from cec_desktop.ui.timeline.layout import Arranging, Layout, arrange, lane_height
from cec_desktop.ui.timeline.measure import MeasureText, Sizes
from cec_desktop.ui.timeline.plan import Plan
from cec_desktop.ui.timeline.scale import Scale, fitting
from cec_desktop.ui.timeline.scene import Marks, Scene, Texts
from cec_desktop.ui.timeline.snapping import SnapModel, Snapped
from cec_desktop.ui.timeline.targets import snap_model

if TYPE_CHECKING:
    from cec_desktop.casefile.model import Item
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView

_BEFORE_WINDOW = 0.09
_BEHIND_WINDOW = 0.15
_AROUND_LIFE = 0.03
_HALF_A_YEAR = 183


@dataclass(frozen=True, slots=True)
class Shown:
    """A view of a file with its chart, the plan of its lanes, and the words beside them."""

    view: CaseView
    chart: Chart
    plan: Plan
    texts: Texts


class Board:
    """What the timeline shows and what of it stands out.

    ``base`` is the file as it is, ``shown`` the file as it is or, while a drag lasts, as it would be.
    """

    def __init__(self, words: Words, measure: MeasureText, sizes: Sizes) -> None:
        self.words = words
        self.base: Shown | None = None
        self.shown: Shown | None = None
        self.scale = Scale(0.0, 1.0)
        self.marks = Marks()
        self.first_rows: dict[Lane, int] = {}
        self.least_rows: dict[Lane, int] = {}
        self._snapping: SnapModel | None = None
        self._scene: Scene | None = None
        self._kept_axis: tuple[tuple[Calendar, Scale, float], Axis] | None = None
        self.set_type(measure, sizes)

    def set_type(self, measure: MeasureText, sizes: Sizes) -> None:
        """Use other type; everything is measured again."""
        self._measure = measure
        self._sizes = sizes
        self._calendar = Calendar(self.words, measure)
        self.change()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self.words = words
        self._calendar = Calendar(words, self._measure)
        if self.base is not None and self.shown is not None:
            preview = self.shown.view if self.shown.view.preview else None
            self.display(self.base.view)
            if preview is not None:
                self.display(preview)

    @property
    def sizes(self) -> Sizes:
        """The lengths in use."""
        return self._sizes

    def display(self, view: CaseView) -> None:
        """Show a file; a preview leaves the base as it is."""
        chart = chart_of(view, self.words, self.marks.selected if view.preview else None)
        shown = Shown(view, chart, Plan.of(chart), captions.texts(chart, self.words))
        if not view.preview or self.base is None:
            self.base = shown
            self._snapping = None
            self.least_rows = {}
        self.shown = shown
        self.change()

    def change(self) -> None:
        """Forget the picture: something it is made of changed."""
        self._scene = None

    def look(self, scale: Scale, width: float) -> None:
        """Show other days."""
        self.scale = scale.kept(width)
        self.change()

    def mark(self, **changes: Any) -> None:  # noqa: ANN401 - fields of Marks
        """Let other things stand out; nothing has to be placed again."""
        self.marks = replace(self.marks, **changes)

    def scene(self, width: float, height: float, scroll: float) -> Scene | None:
        """The picture for a size of view; None while no file is shown."""
        if self.shown is None:
            return None
        found = self._scene
        if found is not None and (found.width, found.height, found.scroll) == (width, height, scroll):
            return found
        lanes_width = max(width - self._sizes.names, 1.0)
        how = Arranging(lanes_width, self._sizes, self._measure, self.first_rows, self.least_rows)
        layout = arrange(self.shown.plan, self.scale, how)
        self._scene = Scene(
            chart=self.shown.chart,
            layout=layout,
            axis=self._axis(lanes_width),
            sizes=self._sizes,
            texts=self._texts(self.shown.texts, layout),
            measure=self._measure,
            width=width,
            height=height,
            scroll=scroll,
        )
        return self._scene

    def _axis(self, width: float) -> Axis:
        """The axis; it stays for as long as the same days are in view."""
        key = (self._calendar, self.scale, width)
        if self._kept_axis is None or self._kept_axis[0] != key:
            self._kept_axis = (key, self._calendar.axis(self.scale, width))
        return self._kept_axis[1]

    def _texts(self, texts: Texts, layout: Layout) -> Texts:
        rows = captions.rows_shown(layout, self.words)
        return replace(texts, rows=rows) if rows else texts

    def lanes_height(self) -> float:
        """The height all lanes take."""
        if self.shown is None:
            return 0.0
        rows = self.shown.plan.rows
        return sum(
            lane_height(max(rows[lane], self.least_rows.get(lane, 1)), lane, self._sizes) for lane in Lane
        )

    def snap(
        self, edges: Collection[int], moved: float, ignored: Collection[Hashable], *, free: bool
    ) -> Snapped:
        """Draw moving boundaries to days of the file as it is."""
        if self._snapping is None:
            if self.base is None:
                return Snapped(round(moved))
            self._snapping = snap_model(self.base.chart, self.base.view.assessment.dates)
        return self._snapping.snap(edges, moved, self.scale.px, ignored=ignored, free=free)

    def keep_rows(self) -> None:
        """Let no lane lose sub-lanes while a drag lasts."""
        if self.shown is not None:
            rows = self.shown.plan.rows
            self.least_rows = {lane: max(rows[lane], self.least_rows.get(lane, 1)) for lane in Lane}

    def window_scale(self, width: float) -> Scale | None:
        """The scale that shows the window with the application date; None without a window."""
        window = None if self.shown is None else self.shown.chart.window
        if window is None:
            return None
        return fitting(*window, self._lanes_width(width), _BEFORE_WINDOW, _BEHIND_WINDOW)

    def life_scale(self, width: float) -> Scale | None:
        """The scale that shows everything entered; None while no file is shown."""
        if self.shown is None:
            return None
        return fitting(*life(self.shown.chart), self._lanes_width(width), _AROUND_LIFE, _AROUND_LIFE)

    def bar(self, key: Key | None) -> Bar | None:
        """The bar of an entry as it is shown."""
        return None if self.shown is None else self.shown.chart.find(key)

    def item(self, key: Key) -> Item | None:
        """The entry of a key, in the file as it is."""
        return None if self.base is None else item_of(self.base.view.case, key)

    def _lanes_width(self, width: float) -> float:
        return max(width - self._sizes.names, 1.0)


def life(chart: Chart) -> tuple[int, int]:
    """From the first day entered to the last, the application and today included."""
    on = chart.on.toordinal()
    firsts = [bar.first for bar in chart.bars] + [on]
    ends = [bar.after for bar in chart.bars if not bar.goes_on] + [on + 1, chart.today.toordinal() + 1]
    if any(bar.goes_on for bar in chart.bars):
        ends.append(max(on, chart.today.toordinal()) + _HALF_A_YEAR)
    if chart.window is not None:
        firsts.append(chart.window[0])
    return min(firsts), max(ends)
