"""Tells what is pointed at, what the keyboard came to, and why something is refused, beside where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QToolTip

from cec_desktop.ui.timeline.accessible import announce
from cec_desktop.ui.timeline.charting import item_of, work_of
from cec_desktop.ui.timeline.navigation import stretch_of
from cec_desktop.ui.timeline.scene import Part
from cec_desktop.ui.timeline.tooltips import bar_lines

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.bars import Bar, Stretch
    from cec_desktop.ui.timeline.canvas import TimelineCanvas
    from cec_desktop.ui.timeline.geometry import Rect


class Teller:
    """The tooltips of the timeline; `notice` is the last refusal, until something else happens."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self.notice = ""

    def pointed_at(self, at: QPoint, global_at: QPoint) -> None:
        """Say what lies under the pointer: days, reason, citation."""
        found = None if self._canvas.drags.active else self._canvas.mouse.hit(QPointF(at))
        if found is None or found.bar is None:
            QToolTip.hideText()
            return
        QToolTip.showText(global_at, self._lines(found.bar, found.stretch), self._canvas.viewport())

    def come_to(self) -> None:
        """Say of the bar the keyboard came to what a pointer on it would be told."""
        bar = self._chosen
        if bar is not None:
            telling = [stretch for stretch in bar.stretches if stretch.reasons]
            longest = max(telling or bar.stretches, key=lambda stretch: stretch.days)
            self._canvas.point(longest)
            self._below_bar(bar, self._lines(bar, longest))

    def part(self) -> None:
        """Say what the keyboard is on, when it is on days of a bar, and which condition decides them."""
        part, bar = self._canvas.board.marks.part, self._chosen
        stretch = None if bar is None else stretch_of(bar, part)
        self._canvas.point(stretch)
        if bar is not None and part >= Part.LEAF:
            self._below_bar(bar, self._lines(bar, stretch))

    def refuse(self, text: str, bar: Bar | None = None) -> None:
        """Say why something cannot be: below a bar, or below the flag of the application date."""
        self.notice = text
        announce(self._canvas, text)
        scene = self._canvas.scene()
        if bar is not None:
            self._below_bar(bar, text)
        elif scene is not None:
            self._below(scene.flag, text)

    @property
    def _chosen(self) -> Bar | None:
        return self._canvas.board.bar(self._canvas.board.marks.selected)

    def _lines(self, bar: Bar, stretch: Stretch | None) -> str:
        shown = self._canvas.board.shown
        if shown is None:
            return ""
        item, work = item_of(shown.view.case, bar.key), work_of(shown.view, bar.key)
        return "\n".join(bar_lines(bar, item, stretch, work, self._canvas.board.words))

    def _below_bar(self, bar: Bar, text: str) -> None:
        scene = self._canvas.scene()
        rect = None if scene is None else scene.bar_rect(bar)
        if rect is not None:
            self._below(rect, text)

    def _below(self, rect: Rect, text: str) -> None:
        viewport = self._canvas.viewport()
        x = min(max(rect.x, self._canvas.board.sizes.names), viewport.width() - 8.0)
        QToolTip.showText(viewport.mapToGlobal(QPoint(round(x) + 8, round(rect.bottom) + 4)), text, viewport)
