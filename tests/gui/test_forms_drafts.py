"""Nothing that was typed is lost: not by a lock, not by closing, not by the power going out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cec_desktop.practice.office import Office
from cec_desktop.storage.author import Author
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.tables.draft import DRAFT_KEY
from cec_desktop.ui.tables.record_page import RecordPage
from cec_desktop.ui.tables.record_tabs import RecordTabs
from cec_desktop.ui.tables.varying_hours import VaryingHoursField
from tests.conftest import ROOT
from tests.gui.desk import focused
from tests.gui.shell import PASSPHRASE, Shell, client

FILE = client("Okafor", "Adaeze", "2026-0042")


def tabs(shell: Shell) -> RecordTabs:
    found = shell.page.views.tables
    assert isinstance(found, RecordTabs)
    return found


def page(shell: Shell, list_name: str = "jobs") -> RecordPage:
    tabs(shell).strip.choose(1)
    return tabs(shell).page(list_name)


def type_into(shell: Shell, name: str, text: str, list_name: str = "jobs") -> LineField:
    field = page(shell, list_name).form.field(name)
    assert isinstance(field, LineField)
    field.edit.setFocus()
    field.edit.selectAll()
    shell.type(field.edit, text)
    return field


def text_of(shell: Shell, name: str) -> str:
    field = page(shell).form.field(name)
    assert isinstance(field, LineField)
    return field.edit.text()


def said_above(shell: Shell) -> list[str]:
    """The messages above the views of the file."""
    return [bar.text() for bar in shell.page.messages.bars()]


def kept(shell: Shell) -> Any:
    """What lies in the casebook beside the file, once the program is closed."""
    with Office.unlock(shell.where.default_casebook, PASSPHRASE, Author("A", "b")) as office:
        (row,) = office.rows()
        return office.open(row.case_id).draft()


@pytest.fixture
def open_file(shell: Shell) -> Shell:
    shell.unlocked(FILE)
    shell.space.open_case(shell.space.office.rows()[0].case_id)
    return shell


def test_a_wrong_date_outlives_a_lock(open_file: Shell) -> None:
    shell = open_file
    end = page(shell).form.field("end")
    type_into(shell, "end", "2020-01-01")
    shell.press("Ctrl+L")
    shell.unlock()
    assert text_of(shell, "end") == "2020-01-01"
    assert page(shell).form.note("end").endswith("Kept as typed, not saved.")
    assert end is not page(shell).form.field("end")
    (said,) = said_above(shell)
    assert (
        said == "Typed before and not saved: Job Red River Software, To. It stands again where it was typed."
    )


def test_what_is_right_and_not_left_yet_is_saved_by_the_lock(open_file: Shell) -> None:
    shell = open_file
    type_into(shell, "employer", "Northlight Labs")
    shell.press("Ctrl+L")
    shell.unlock()
    assert "Northlight Labs" in {job.employer for job in shell.page.session.view.case.jobs}
    assert said_above(shell) == []


def test_half_a_job_outlives_closing_the_program(open_file: Shell) -> None:
    shell = open_file
    page(shell).begin()
    type_into(shell, "employer", "Prairie Bank")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_into(shell, "start", "2026-02-31")
    shell.stop()
    assert shell.answers.asked == []  # nothing is lost, so nothing is asked
    shell.start()
    shell.unlock()
    shell.space.open_case(shell.space.office.rows()[0].case_id)
    assert page(shell).key != DRAFT_KEY  # it waits, and does not push itself forward
    page(shell).choose(DRAFT_KEY)
    assert (text_of(shell, "employer"), text_of(shell, "start")) == ("Prairie Bank", "2026-02-31")
    type_into(shell, "start", "2026-02-28")
    page(shell).add_draft()
    assert shell.page.session.view.case.jobs[-1].start == date(2026, 2, 28)
    shell.page.keeper.keep()
    shell.stop()
    assert kept(shell) is None


def test_closing_a_file_keeps_what_is_wrong_in_it(open_file: Shell) -> None:
    shell = open_file
    type_into(shell, "end", "2020-01-01")
    case_id = shell.page.case_id
    assert shell.space.close_case(case_id)
    shell.space.open_case(case_id)
    assert text_of(shell, "end") == "2020-01-01"


def test_what_was_kept_is_gone_once_it_is_put_right(open_file: Shell) -> None:
    shell = open_file
    type_into(shell, "end", "2020-01-01")
    shell.press("Ctrl+L")
    shell.unlock()
    type_into(shell, "end", "2026-10-31")
    assert page(shell).flush()
    shell.qtbot.waitUntil(lambda: said_above(shell) == [])
    shell.stop()
    assert kept(shell) is None


def offers(shell: Shell) -> list[QPushButton]:
    (bar,) = shell.page.messages.bars()
    return list(bar.buttons)


def test_one_goes_to_what_was_kept(open_file: Shell) -> None:
    shell = open_file
    type_into(shell, "end", "2020-01-01")
    shell.press("Ctrl+L")
    shell.unlock()
    tabs(shell).strip.choose(0)
    shell.click(offers(shell)[0])
    assert tabs(shell).current == "jobs"
    assert focused() is page(shell).form.field("end").focusProxy()


def test_what_was_kept_can_be_thrown_away(open_file: Shell) -> None:
    shell = open_file
    before = text_of(shell, "end")
    type_into(shell, "end", "2020-01-01")
    shell.press("Ctrl+L")
    shell.unlock()
    shell.click(offers(shell)[1])
    assert text_of(shell, "end") == before
    assert said_above(shell) == []
    shell.stop()
    assert kept(shell) is None


def test_a_half_typed_application_date_is_kept_too(open_file: Shell) -> None:
    shell = open_file
    field = shell.page.header.date.field
    field.edit.setFocus()
    field.edit.selectAll()
    shell.type(field.edit, "2026-13-01")
    shell.press("Ctrl+L")
    shell.unlock()
    assert shell.page.header.date.field.edit.text() == "2026-13-01"


def test_pasted_pay_periods_outlive_a_lock(open_file: Shell) -> None:
    shell = open_file
    field = page(shell).form.field("hours")
    assert isinstance(field, VaryingHoursField)
    field.paste().put_lines("2026-01-05\t2026-01-18\t75")
    shell.press("Ctrl+L")
    shell.qtbot.waitUntil(lambda: not shell.is_open())
    shell.unlock()
    again = page(shell).form.field("hours")
    assert isinstance(again, VaryingHoursField)
    assert page(shell).form.note("hours").startswith("Pay periods that were pasted")
    dialog = again.paste()
    assert dialog.lines.toPlainText() == "2026-01-05\t2026-01-18\t75"
    dialog.take_over()
    assert shell.page.session.view.case.jobs[-1].hours[-1].hours == 75
    shell.stop()
    assert kept(shell) is None


KILLED = """
import os, signal, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui import test_forms_drafts as story

def test_power_goes_out(shell):
    shell.unlocked(story.FILE)
    shell.space.open_case(shell.space.office.rows()[0].case_id)
    story.tabs(shell).show_place("client.family_name")
    name = story.tabs(shell).form_page("person").form.field("client.family_name")
    name.edit.selectAll()
    QTest.keyClick(name.edit, Qt.Key.Key_Delete)
    story.type_into(shell, "title", "Team lead, half ty")
    shell.qtbot.wait(1200)
    print(shell.where.default_casebook, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_what_was_typed_outlives_the_power_going_out(shell: Shell, tmp_path: Path) -> None:
    story = tmp_path / "test_killed.py"
    story.write_text(KILLED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.gui.conftest", "-s", str(story)]
    own = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [
            *command,
            f"--basetemp={tmp_path / 'killed'}",
            f"--rootdir={ROOT}",
            "-c",
            str(ROOT / "pyproject.toml"),
        ],
        env=own,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == -signal.SIGKILL, run.stdout + run.stderr
    path = Path(next(line for line in run.stdout.splitlines() if line.endswith(".casebook")))
    with Office.unlock(path, PASSPHRASE, Author("A", "b")) as office:
        (row,) = office.rows()
        draft = office.open(row.case_id).draft()
        assert office.get(row.case_id).case.jobs[-1].title != "Team lead, half ty"
    assert draft == {
        "pages": {
            "jobs": {"texts": {"redriver": {"title": "Team lead, half ty"}}},
            "person": {"texts": {"": {"client.family_name": ""}}},
        }
    }
