"""Stories of the tour: short, pointed at the real parts, skipped by a key, found again in the Help menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from cec_desktop.ui.help_desk import TOUR_SEEN
from cec_desktop.ui.tour import STEPS, Tour, beside
from tests.gui.shell import Shell


def tour(shell: Shell) -> Tour:
    tour = shell.window.help_desk.tour
    assert tour is not None
    return tour


def try_it(shell: Shell) -> None:
    """The first start: nothing is there, the invented clients are tried."""
    shell.start()
    shell.window.demo_requested.emit()
    shell.process()


def test_the_first_try_goes_round_the_window_on_an_invented_client(shell: Shell) -> None:
    try_it(shell)
    assert shell.space.current() is not None
    seen = []
    window = shell.window.rect()
    for step in STEPS:
        callout = tour(shell).callout
        assert callout.isVisible()
        assert window.contains(callout.geometry()), step.part
        assert not callout.geometry().intersects(tour(shell)._ring.geometry()) or step.part == "timeline"
        seen.append(callout.title.text())
        shell.click(callout.onward)
    assert seen == [step.title for step in STEPS]
    assert shell.window.help_desk.tour is None


def test_escape_skips_it_and_it_does_not_come_again_by_itself(shell: Shell) -> None:
    try_it(shell)
    QTest.keyClick(tour(shell).callout.onward, Qt.Key.Key_Escape)
    assert shell.window.help_desk.tour is None
    assert shell.program.settings.get(TOUR_SEEN)
    shell.stop()
    try_it(shell)
    assert shell.window.help_desk.tour is None


def test_it_starts_again_from_the_help_menu(shell: Shell) -> None:
    try_it(shell)
    shell.click(tour(shell).callout.skip)
    shell.window.actions_["tour"].trigger()
    assert tour(shell).callout.isVisible()
    QTest.keyClick(tour(shell).callout.onward, Qt.Key.Key_Right)
    assert tour(shell).step is STEPS[1]
    QTest.keyClick(tour(shell).callout.onward, Qt.Key.Key_Left)
    assert tour(shell).step is STEPS[0]


def test_it_changes_its_language_and_ends_with_the_lock(shell: Shell) -> None:
    try_it(shell)
    shell.window.set_language("fr")
    assert tour(shell).callout.skip.text() == "Passer la visite"
    shell.press("Ctrl+L")
    shell.process()
    assert shell.window.help_desk.tour is None


@pytest.mark.parametrize(
    "place",
    [QRect(0, 0, 250, 800), QRect(1000, 0, 400, 800), QRect(300, 30, 600, 60), QRect(300, 600, 600, 250)],
)
def test_the_box_stands_beside_what_it_speaks_of(place: QRect) -> None:
    spot = beside(place, 360, 150, QRect(0, 0, 1440, 900))
    assert isinstance(spot, QPoint)
    assert not QRect(spot.x(), spot.y(), 360, 150).intersects(place)
