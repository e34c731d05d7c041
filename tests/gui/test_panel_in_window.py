"""The panel in the whole window: an answer is saved, named, seen everywhere and taken back."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtWidgets import QPushButton

from cec_desktop.practice.office import Office
from cec_desktop.resources import resource
from cec_desktop.ui.panel.panel import EligibilityPanel
from cec_desktop.ui.timeline.bars import Dress, Lane
from cec_desktop.ui.timeline.view import TimelineView
from tests.gui.desk import GAP
from tests.gui.shell import Shell


def panel_of(shell: Shell) -> EligibilityPanel:
    """Open the file with three days without a status; its panel."""
    window = shell.unlocked(dict(GAP))
    window.resize(1440, 900)
    shell.click_row(shell.names()[0])
    shell.process()
    panel = shell.page.views.panel
    assert isinstance(panel, EligibilityPanel)
    return panel


def raw_demo(name: str) -> dict[str, Any]:
    """A client of the demonstration."""
    raw: dict[str, Any] = json.loads(resource("demo", f"{name}.json").read_text(encoding="utf-8"))
    return raw


def answer(shell: Shell, panel: EligibilityPanel, text: str) -> None:
    """Press an answer of the open question."""
    answers = panel.questions.first.answers
    assert answers is not None
    shell.click(next(each for each in answers.findChildren(QPushButton) if each.text() == text))
    shell.process()


def gaps_drawn(shell: Shell) -> int:
    """Stretches without a status on the timeline."""
    timeline = shell.page.views.timeline
    assert isinstance(timeline, TimelineView)
    shown = timeline.canvas.board.shown
    assert shown is not None
    return sum(bar.dress is Dress.GAP for bar in shown.chart.in_lane(Lane.STATUS))


def stored_kinds(office: Office, case_id: str) -> list[str]:
    """The kinds of status as the casebook has them."""
    return [status.kind for status in office.get(case_id).case.statuses]


def test_an_answer_is_saved_seen_everywhere_and_taken_back_in_one_step(shell: Shell) -> None:
    panel = panel_of(shell)
    office, case_id = shell.space.office, shell.page.case_id
    assert panel.verdict.shape.outcome == "undetermined"
    assert gaps_drawn(shell) == 1

    answer(shell, panel, "Maintained")
    assert stored_kinds(office, case_id) == ["open_work_permit", "work_permit", "maintained"]
    assert panel.verdict.shape.outcome == "met"
    assert gaps_drawn(shell) == 0
    assert shell.undo_line().startswith("Add status")

    shell.press("Ctrl+Z")
    shell.process()
    assert stored_kinds(office, case_id) == ["open_work_permit", "work_permit"]
    assert panel.verdict.shape.outcome == "undetermined"
    assert panel.questions.first.question.accessibleName().startswith("Which status did the client hold")


def test_another_status_leads_to_the_table_of_statuses(shell: Shell) -> None:
    panel = panel_of(shell)
    answer(shell, panel, "Another…")
    assert getattr(shell.page.views.tables, "current", "") == "statuses"


def test_conditions_stand_right_under_their_heading_in_every_file(shell: Shell) -> None:
    """A page laid out while its conditions still grew once kept the room they no longer took."""
    shell.unlocked(*(raw_demo(name) for name in ("8-nearly-there", "7-member")))
    shell.window.resize(1440, 900)
    for name in shell.names():
        shell.click_row(name)
        shell.process()
        panel = shell.page.views.panel
        assert isinstance(panel, EligibilityPanel)
        page = panel.conditions.parentWidget()
        assert page is not None
        heading = page.childAt(panel.conditions.x() + 20, panel.conditions.y() - 12)
        assert heading is not None, name
        assert panel.intake_conditions.y() > panel.conditions.geometry().bottom()
        assert panel.intake_conditions.y() - panel.conditions.geometry().bottom() < 80, name
