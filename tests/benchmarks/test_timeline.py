"""A frame of the timeline against a bare widget that fills as many rectangles and writes as many names.

Two hundred jobs in sight, which no client has: at sixty frames a second a frame may take 16 ms.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from cec_desktop.ui.timeline.bars import Lane
from cec_desktop.ui.timeline.zooming import Fit
from tests.gui.timeline_desk import Desk
from tests.ui.timeline.stories import busy_life, full_life, view_of

BARS = 200
ALLOWED_FRAME = 10.0
ALLOWED_STEP = 8.0
ROUNDS = 60
SIZE = (1440, 420)
NAMED_FROM = 30
"""Pixels from which the bare widget writes a name, as the timeline does."""


class Bare(QWidget):
    """Rectangles with an edge and a name, and nothing else."""

    def __init__(self, rects: list[QRectF]) -> None:
        super().__init__()
        self.rects = rects
        self.shift = 0.0
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        fill, edge, ink = QColor("#DFEAF8"), QColor("#2163B0"), QColor("#1A1F27")
        for rect in self.rects:
            place = rect.translated(self.shift, 0)
            painter.fillRect(place, edge)
            painter.fillRect(place.adjusted(1, 1, -1, -1), fill)
            if place.width() > NAMED_FROM:
                painter.setPen(ink)
                painter.drawText(QPointF(place.x() + 6, place.y() + 17), "Employer")
        painter.end()


def test_a_frame_of_the_timeline(qtbot: QtBot, benchmark: BenchmarkFixture) -> None:
    desk = Desk(qtbot, busy_life(BARS), width=SIZE[0], height=SIZE[1])
    desk.canvas.zoomer.glide_to_fit(Fit.LIFE)
    qtbot.waitUntil(lambda: len(desk.scene.box(Lane.WORK).bars) == BARS)
    bars = [placed.rect for box in desk.scene.layout.lanes for placed in box.bars]
    bare = Bare([QRectF(rect.x, rect.y, rect.w, rect.h) for rect in bars])
    qtbot.addWidget(bare)
    with qtbot.waitExposed(bare):
        bare.show()
    step = iter(range(1_000_000))

    def frame() -> None:
        desk.canvas.zoomer.pan(1 if next(step) % 2 else -1)
        desk.surface.repaint()

    def bare_frame() -> None:
        bare.shift = float(next(step) % 2)
        bare.repaint()

    benchmark(frame)
    ours, plain = _quickest(frame, bare_frame)
    benchmark.extra_info.update(ratio=ours / plain, bare_seconds=plain, bars=len(bars), allowed=ALLOWED_FRAME)
    taken = f"{ours * 1000:.1f} ms a frame, bare {plain * 1000:.1f} ms: {ours / plain:.1f} times"
    print(f"\n{len(bars)} bars: {taken}")


def test_a_step_of_a_drag(qtbot: QtBot, benchmark: BenchmarkFixture) -> None:
    """Showing what a drag would bring, against assessing it alone."""
    desk = Desk(qtbot, full_life(), width=SIZE[0], height=SIZE[1])
    case = desk.case

    def assessed() -> None:
        view_of(case, preview=True)

    def shown() -> None:
        desk.timeline.display(view_of(case, preview=True))
        desk.surface.repaint()

    benchmark(shown)
    ours, plain = _quickest(shown, assessed)
    benchmark.extra_info.update(ratio=ours / plain, bare_seconds=plain, allowed=ALLOWED_STEP)
    print(f"\na step: {ours * 1000:.1f} ms, assessed alone {plain * 1000:.1f} ms: {ours / plain:.1f} times")


def _quickest(*acts: Callable[[], object]) -> list[float]:
    """The best time of each, taken in turns, so that what else the machine does falls on both."""
    best = [float("inf")] * len(acts)
    for _ in range(ROUNDS):
        for index, act in enumerate(acts):
            start = time.perf_counter()
            act()
            best[index] = min(best[index], time.perf_counter() - start)
    return best
