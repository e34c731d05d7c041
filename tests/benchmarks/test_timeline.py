"""Frames of the timeline against bare widgets, and a drag of the application date in the whole window.

Two hundred periods are a long life, two thousand nobody has; at sixty frames a second a frame may take 16 ms.
Nothing is asserted of speed: the ratios are printed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from cec_desktop.ui.timeline.zooming import Fit
from tests.gui.shell import Shell
from tests.gui.test_timeline_in_window import Hand, opened
from tests.gui.timeline_desk import Desk
from tests.ui.timeline.stories import busy_life, full_life, view_of

ALLOWED_FRAME = 8.0
"""Milliseconds, median, for two hundred periods."""
ALLOWED_RATIO = 2.0
"""For two thousand periods, against as many plain rectangles."""
ALLOWED_STEP = 16.0
"""Milliseconds of any frame of a drag."""
ROUNDS = 60
SIZE = (1440, 420)
MOVES = 120
FIRST = date(1997, 1, 1).toordinal()
DAYS = 29 * 365


class Bare(QWidget):
    """Rectangles with an edge, and nothing else."""

    def __init__(self, rects: list[QRectF]) -> None:
        super().__init__()
        self.rects = rects
        self.shift = 0.0
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.setPen(QColor("#2163B0"))
        painter.setBrush(QColor("#DFEAF8"))
        painter.translate(self.shift, 0)
        for rect in self.rects:
            painter.drawRect(rect)
        painter.end()


def life_of(periods: int) -> dict[str, Any]:
    """Jobs over a whole life, several at a time."""
    raw = busy_life(periods)
    for at, job in enumerate(raw["jobs"]):
        start = FIRST + at * DAYS // periods
        length = max(3, 3 * DAYS // periods + at * 7 % 11)
        job["start"] = date.fromordinal(start).isoformat()
        job["end"] = date.fromordinal(start + length).isoformat()
    return raw


def shown(qtbot: QtBot, periods: int) -> tuple[Desk, Bare]:
    """A desk with everything in sight, and as many plain rectangles at the same places."""
    desk = Desk(qtbot, life_of(periods), width=SIZE[0], height=SIZE[1])
    desk.canvas.zoomer.show(desk.canvas.board.life_scale(desk.surface.width()) or desk.canvas.board.scale)
    desk.canvas.zoomer.fit = Fit.LIFE
    scene = desk.scene
    bars = [bar for bar in scene.chart.bars if bar.after > bar.first]
    places = [(scene.x(bar.first), scene.x(bar.after), desk.canvas.board.shown.plan.row(bar)) for bar in bars]  # type: ignore[union-attr]
    rects = [QRectF(x, 100 + row % 4 * 28, max(right - x, 1), 24) for x, right, row in places]
    bare = Bare(rects)
    qtbot.addWidget(bare)
    with qtbot.waitExposed(bare):
        bare.show()
    return desk, bare


@pytest.mark.parametrize("periods", [200, 2000])
@pytest.mark.parametrize("act", ["pan", "zoom"])
def test_a_frame(qtbot: QtBot, benchmark: BenchmarkFixture, periods: int, act: str) -> None:
    desk, bare = shown(qtbot, periods)
    zoomer, surface = desk.canvas.zoomer, desk.surface
    step = iter(range(1_000_000))

    def frame() -> None:
        there = 1 if next(step) % 2 else -1
        if act == "pan":
            zoomer.pan(there)
        else:
            zoomer.wheel(there / 10, 500)
        surface.repaint()

    def plain() -> None:
        bare.shift = float(next(step) % 2)
        bare.repaint()

    benchmark(frame)
    ours, theirs = _in_turns(frame, plain)
    ratio = median(ours) / median(theirs)
    benchmark.extra_info.update(
        ratio=ratio, median_ms=median(ours) * 1000, allowed_ms=ALLOWED_FRAME, allowed_ratio=ALLOWED_RATIO
    )
    print(
        f"\n{act}, {periods} periods: {median(ours) * 1000:.1f} ms a frame (median), "
        f"as many rectangles {median(theirs) * 1000:.1f} ms: {ratio:.1f} times"
    )


def test_a_step_of_a_drag(qtbot: QtBot, benchmark: BenchmarkFixture) -> None:
    """Showing what a drag would bring, against assessing it alone."""
    desk = Desk(qtbot, full_life(), width=SIZE[0], height=SIZE[1])
    case = desk.case

    def assessed() -> None:
        view_of(case, preview=True)

    def step() -> None:
        desk.timeline.display(view_of(case, preview=True))
        desk.surface.repaint()

    benchmark(step)
    ours, theirs = (median(times) for times in _in_turns(step, assessed))
    benchmark.extra_info.update(ratio=ours / theirs, allowed_ms=ALLOWED_STEP)
    print(f"\na step: {ours * 1000:.1f} ms, assessed alone {theirs * 1000:.1f} ms: {ours / theirs:.1f} times")


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    palette, font = qapp.palette(), qapp.font()
    shell = Shell(qtbot, qapp, tmp_path)
    yield shell
    shell.end()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_dragging_the_application_date(shell: Shell, benchmark: BenchmarkFixture) -> None:
    """Every frame of a drag in the whole window: verdict, dates, panel and timeline, painted."""
    hand = opened(shell, full_life())
    scene = hand.canvas.scene()
    assert scene is not None
    assert scene.grip is not None
    grabbed = QPointF(*scene.grip.middle)
    send, none = hand.send, Qt.MouseButton.NoButton
    left = Qt.MouseButton.LeftButton
    send(QEvent.Type.MouseMove, grabbed, none, none)
    send(QEvent.Type.MouseButtonPress, grabbed, left, left)
    frames: list[float] = []
    moved = iter(range(1_000_000))

    def frame() -> None:
        """One move of the pointer and everything that follows from it until the next could come."""
        at = next(moved) % MOVES
        place = grabbed - QPointF(at if at < MOVES / 2 else MOVES - at, 0)
        begun = time.perf_counter()
        send(QEvent.Type.MouseMove, place, none, left)
        QApplication.processEvents()
        frames.append(time.perf_counter() - begun)
        while time.perf_counter() - begun < ALLOWED_STEP / 1000:
            begun_late = time.perf_counter()
            QApplication.processEvents()
            late = time.perf_counter() - begun_late
            if late > 0.001:
                frames.append(late)

    benchmark.pedantic(frame, rounds=2 * MOVES, iterations=1, warmup_rounds=10)  # type: ignore[no-untyped-call]
    last = grabbed - QPointF(45, 0)
    send(QEvent.Type.MouseMove, last, none, left)
    shell.qtbot.waitUntil(lambda: _day_shown(hand) == _day_proposed(hand))
    hand.let_go(last)
    times = sorted(frames)
    worst, typical = times[-1] * 1000, median(times) * 1000
    over = sum(each * 1000 > ALLOWED_STEP for each in times)
    benchmark.extra_info.update(median_ms=typical, worst_ms=worst, over=over, allowed_ms=ALLOWED_STEP)
    print(
        f"\n{len(times)} frames of a drag: {typical:.1f} ms median, "
        f"{times[int(len(times) * 0.95)] * 1000:.1f} ms 95th of a hundred, {worst:.1f} ms worst, "
        f"{over} over {ALLOWED_STEP:.0f} ms"
    )


def _day_shown(hand: Hand) -> object:
    shown = hand.canvas.board.shown
    return None if shown is None else shown.chart.on


def _day_proposed(hand: Hand) -> object:
    proposal = hand.canvas.drags.proposal
    return None if proposal is None else proposal.shown


def _in_turns(*acts: Callable[[], object]) -> list[list[float]]:
    """The times of each, taken in turns, so that what else the machine does falls on all."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(ROUNDS):
        for index, act in enumerate(acts):
            start = time.perf_counter()
            act()
            times[index].append(time.perf_counter() - start)
    return times
