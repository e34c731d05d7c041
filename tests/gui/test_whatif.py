"""Stories of the what-if: a scratch copy in the window, compared, taken over in one step or thrown away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cec_desktop.casefile.model import CaseFile
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.tables.record_tabs import RecordTabs
from cec_desktop.ui.whatif.band import WhatIfBand
from cec_desktop.ui.whatif.frame import TrialFrame
from tests.gui.shell import Shell, client
from tests.gui.test_timeline_in_window import opened as on_timeline
from tests.gui.timeline_desk import d
from tests.ui.timeline.stories import full_life

MBEKI = client("Mbeki", "Lindiwe", "2026-0117")


def opened(shell: Shell) -> None:
    shell.unlocked(MBEKI)
    shell.space.open_case(shell.space.list.model.rows()[0].case_id)
    shell.process()


def band(shell: Shell) -> WhatIfBand:
    band = shell.page.what_if.band
    assert band is not None
    return band


def kept(shell: Shell) -> CaseFile:
    """The client file as the casebook has it."""
    return shell.space.office.get(shell.page.case_id).case


def type_hours(shell: Shell, hours: str) -> None:
    """Type the hours a week of the second job into its form."""
    tables = shell.page.views.tables
    assert isinstance(tables, RecordTabs)
    tables.open_entry("jobs", "redriver")
    field = tables.page("jobs").form.field("hours_per_week")
    assert isinstance(field, LineField)
    field.edit.selectAll()
    shell.type(field.edit, hours)
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    shell.process()


def figure(shell: Shell, name: str) -> str:
    return band(shell).figures.cells()[name].accessibleName()


def test_hours_are_tried_compared_and_thrown_away(shell: Shell) -> None:
    opened(shell)
    before = kept(shell)
    shell.click(shell.page.header.what_if)
    assert band(shell).isVisible()
    assert "the file stays as it is" in band(shell).hint.text()
    assert not band(shell).take_over.isEnabled()

    type_hours(shell, "5")
    assert figure(shell, "outcome") == "Outcome: member, tried: not a member"
    assert figure(shell, "hours").startswith("Hours counted: ")
    assert ", tried: " in figure(shell, "hours")
    assert "Not a member" in shell.texts(shell.page)
    assert kept(shell) == before

    shell.click(band(shell).throw_away)
    assert not band(shell).isVisible()
    assert "Member of the class" in shell.texts(shell.page)
    assert kept(shell) == before


def test_taken_over_it_is_one_step_with_a_name_and_undone_by_one_key(shell: Shell) -> None:
    opened(shell)
    before = kept(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "30")
    shell.page.header.date.field.edit.selectAll()
    shell.type(shell.page.header.date.field.edit, "2026-12-15")
    QTest.keyClick(shell.page.header.date.field.edit, Qt.Key.Key_Return)
    assert kept(shell) == before
    assert "2 changes" in band(shell).hint.text()

    shell.click(band(shell).take_over)
    assert not band(shell).isVisible()
    assert kept(shell).jobs[1].hours_per_week == 30
    assert kept(shell).application_date == d("2026-12-15")
    assert shell.undo_line() == "Take over a what-if of 2 changes"
    assert shell.window.actions_["undo"].text() == "&Undo: Take over a what-if of 2 changes"
    shell.press("Ctrl+Z")
    assert kept(shell) == before


def test_what_is_still_being_typed_is_taken_over_too(shell: Shell) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    field = shell.page.header.date.field.edit
    field.selectAll()
    shell.type(field, "2026-12-20")
    shell.press("Ctrl+Shift+T")
    assert kept(shell).application_date == d("2026-12-20")
    assert shell.undo_line() == "Take over a what-if: Set application date to 2026-12-20"


def test_undo_stays_inside_the_what_if(shell: Shell) -> None:
    opened(shell)
    type_hours(shell, "36")
    shell.press("Ctrl+T")
    assert not shell.window.actions_["undo"].isEnabled()
    type_hours(shell, "5")
    shell.press("Ctrl+Z")
    assert not band(shell).take_over.isEnabled()
    assert kept(shell).jobs[1].hours_per_week == 36
    shell.click(band(shell).throw_away)
    shell.press("Ctrl+Z")
    assert kept(shell).jobs[1].hours_per_week != 36


def test_everything_says_that_it_is_a_what_if(shell: Shell) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    assert shell.window.windowTitle() == "What if: MBEKI, Lindiwe – 2026-0117 – CEC Desktop"
    assert shell.space.tabs.bar.tabToolTip(0).startswith("What if: ")
    assert shell.page.header.what_if.isChecked()
    frame = shell.page.findChild(TrialFrame)
    assert frame is not None
    assert frame.isVisible()
    shell.window.set_language("fr")
    assert shell.window.windowTitle().startswith("Simulation\u00a0: MBEKI")
    assert band(shell).take_over.text() == "Appliquer"
    shell.click(band(shell).throw_away)
    assert not frame.isVisible()
    assert shell.window.windowTitle() == "MBEKI, Lindiwe – 2026-0117 – CEC Desktop"
    assert not shell.page.header.what_if.isChecked()


def test_a_drag_on_the_timeline_tries_and_shows_the_difference_at_once(shell: Shell) -> None:
    hand = on_timeline(shell, full_life())
    before = kept(shell)
    shell.press("Ctrl+T")
    hand.look_at("2024-08-09", 1.0)
    start = hand.end_of("harbour")
    hand.drag(start, start - QPointF(30, 0))
    shell.qtbot.waitUntil(lambda: ", tried: " in figure(shell, "hours"))
    hand.let_go(start - QPointF(30, 0))
    assert shell.page.session.view.case.jobs[1].end == d("2025-02-07")
    assert kept(shell) == before
    assert shell.window.status.saved.text() == ""
    shell.press("Ctrl+Shift+T")
    assert kept(shell).jobs[1].end == d("2025-02-07")


def test_thrown_away_by_mistake_it_comes_back(shell: Shell) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    shell.click(band(shell).throw_away)
    (message,) = shell.page.messages.bars()
    assert "thrown away" in message.text()
    shell.click(message.buttons[0])
    assert band(shell).isVisible()
    assert figure(shell, "outcome") == "Outcome: member, tried: not a member"


def test_locking_keeps_the_what_if_apart_from_the_file(shell: Shell) -> None:
    opened(shell)
    before = kept(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    assert "also when you lock or close" in band(shell).hint.text()
    shell.press("Ctrl+L")
    shell.unlock()
    assert kept(shell) == before
    assert band(shell).isVisible()
    assert figure(shell, "outcome") == "Outcome: member, tried: not a member"
    shell.stop()
    shell.start()
    shell.unlock()
    shell.space.open_case(shell.space.list.model.rows()[0].case_id)
    assert band(shell).isVisible()
    shell.click(band(shell).take_over)
    assert kept(shell).jobs[1].hours_per_week == 5


@pytest.mark.parametrize("keys", ["Ctrl+P", "Ctrl+Shift+E"])
def test_nothing_of_a_what_if_is_handed_out(shell: Shell, keys: str) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    shell.press(keys)
    (message,) = shell.page.messages.bars()
    assert "Take the what-if over or throw it away first." in message.text()
    assert shell.answers.asked == []
    shell.click(band(shell).throw_away)
    assert "first" not in " ".join(bar.text() for bar in shell.page.messages.bars())


def test_the_details_name_what_was_tried_and_what_turns(shell: Shell) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    shell.click(band(shell).more)
    texts = shell.texts(band(shell).details)
    assert "Change job: Red River Software" in texts
    assert "One year of work in three" in texts
    shell.window.set_language("fr")
    assert any("Red River Software" in text for text in shell.texts(band(shell).details))
    assert "Essayé" in shell.texts(band(shell).details)


def test_every_figure_is_in_sight_at_the_smallest_width_in_french(shell: Shell) -> None:
    opened(shell)
    shell.window.set_language("fr")
    shell.window.resize(940, 640)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    shell.page.header.date.field.edit.selectAll()
    shell.type(shell.page.header.date.field.edit, "2026-12-15")
    QTest.keyClick(shell.page.header.date.field.edit, Qt.Key.Key_Return)
    shell.process()
    row = band(shell).figures
    for cell in row.cells().values():
        assert row.rect().contains(cell.geometry()), cell.accessibleName()
        assert cell.width() >= cell.sizeHint().width()


def test_the_keyboard_reaches_the_band(shell: Shell) -> None:
    opened(shell)
    shell.press("Ctrl+T")
    type_hours(shell, "5")
    shell.press("Ctrl+T")
    assert band(shell).throw_away.hasFocus()
    QTest.keyClick(band(shell).throw_away, Qt.Key.Key_Space)
    assert not band(shell).isVisible()
