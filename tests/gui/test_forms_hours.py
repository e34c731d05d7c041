"""A consultant pastes pay periods for a job, looks at what was understood, and takes them over."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import Job
from cec_desktop.ui.tables.pay_dialog import PayDialog
from cec_desktop.ui.tables.varying_hours import VaryingHoursField
from tests.gui.desk import JOB, MEMBER, Desk, click, view_of

LINES = "From\tTo\tHours\n2025-06-02\t2025-06-15\t75,5\n2025-06-16\t2025-06-29\t40\n"


def plain(raw: dict[str, Any]) -> dict[str, Any]:
    return {**MEMBER, "jobs": [{**JOB, "leaves": [], **raw}]}


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, plain({}))


def field_of(desk: Desk) -> VaryingHoursField:
    field = desk.page("jobs", "north").form.field("hours")
    assert isinstance(field, VaryingHoursField)
    return field


def dialog_of(field: VaryingHoursField) -> PayDialog:
    assert field.dialog is not None
    return field.dialog


def open_dialog(desk: Desk) -> PayDialog:
    field = field_of(desk)
    click(field.paste_button)
    return dialog_of(field)


def paste(dialog: PayDialog, text: str) -> None:
    """Paste as Ctrl+V does."""
    QApplication.clipboard().setText(text)
    dialog.lines.setFocus()
    QTest.keyClick(dialog.lines, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def job(desk: Desk) -> Job:
    return desk.case.jobs[0]


def test_pasted_pay_periods_are_previewed_and_taken_over_in_one_step(desk: Desk) -> None:
    dialog = open_dialog(desk)
    paste(dialog, LINES)
    texts = [[cell.text for cell in row.cells] for row in dialog.table.records.rows]
    assert texts == [
        ["2", "2025-06-02", "2025-06-15", "14", "75.5", "37.7", ""],
        ["3", "2025-06-16", "2025-06-29", "14", "40", "20.0", ""],
        ["", "", "", "", "115.5", "", "2 lines"],
    ]
    assert desk.edits == []
    click(dialog.take_button)
    assert [(row.start, row.hours, row.per) for row in job(desk).hours] == [
        (date(2025, 6, 2), Decimal("75.5"), "period"),
        (date(2025, 6, 16), Decimal(40), "period"),
    ]
    assert desk.steps == 1
    desk.undo()
    assert job(desk).hours == ()


def test_the_hours_of_pay_periods_are_what_counts(desk: Desk) -> None:
    before = view_of(desk.case).assessment.membership.work[0].hours
    dialog = open_dialog(desk)
    paste(dialog, LINES)
    click(dialog.take_button)
    after = view_of(desk.case).assessment.membership.work[0].hours
    # Four weeks at the 30 hours that count of 37.5 have become two at 30 and two at 20.
    assert before - after == 2 * (30 - 20)


def test_wrong_lines_stay_with_their_reasons_while_the_good_are_taken(desk: Desk) -> None:
    dialog = open_dialog(desk)
    paste(dialog, LINES + "2025-06-31\t2025-07-13\t70\n2025-01-01\t2025-01-14\t70\n")
    remarks = [row.cells[-1].text for row in dialog.table.records.rows[2:4]]
    assert remarks == ["“2025-06-31” is no day of the calendar", "starts before the job, 2025-06-02"]
    assert dialog.take_button.text() == "Take over 2 of 4"
    click(dialog.take_button)
    assert len(job(desk).hours) == 2
    assert dialog.isVisible()
    assert dialog.lines.toPlainText() == "2025-06-31\t2025-07-13\t70\n2025-01-01\t2025-01-14\t70"
    assert dialog.said.text().startswith("2 lines were taken over. 2 lines cannot be taken over")


def test_nothing_good_is_nothing_to_take_over(desk: Desk) -> None:
    dialog = open_dialog(desk)
    paste(dialog, "hello\nthere 7")
    assert not dialog.take_button.isEnabled()


def test_what_one_date_stands_for_is_asked_only_where_there_is_one(desk: Desk) -> None:
    dialog = open_dialog(desk)
    paste(dialog, LINES)
    assert not dialog.single.isVisible()
    dialog.lines.setPlainText("2025-06-15\t75\n2025-06-29\t70")
    assert dialog.single.isVisible()
    assert dialog.found.periods[0].start == date(2025, 6, 2)
    dialog.single.setCurrentIndex(1)
    dialog.single.activated.emit(1)
    assert dialog.found.periods[0].start == date(2025, 6, 15)


def test_a_file_is_read_beside_what_stands_there(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_bytes("2025-06-30;2025-07-13;60,25\r\n".encode("cp1252"))
    dialog = open_dialog(desk)
    dialog._choose = lambda _parent, _title: file
    paste(dialog, LINES)
    click(dialog.file_button)
    assert [period.hours for period in dialog.found.good] == [Decimal("75.5"), Decimal(40), Decimal("60.25")]


def test_a_file_that_is_no_text_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "pay.xlsx"
    file.write_bytes(b"PK\x03\x04\x00\x00")
    dialog = open_dialog(desk)
    dialog._choose = lambda _parent, _title: file
    click(dialog.file_button)
    assert dialog.said.text() == "pay.xlsx cannot be read as text."


def link(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words)


def test_lines_that_were_not_taken_over_wait_with_the_job(desk: Desk) -> None:
    dialog = open_dialog(desk)
    paste(dialog, LINES)
    click(dialog.close_button)
    form = desk.page("jobs", "north").form
    assert form.note("hours") == "Pay periods that were pasted and not taken over wait here."
    click(link(form, "Go on with them"))
    assert dialog_of(field_of(desk)).lines.toPlainText() == LINES.rstrip()


def many(count: int) -> list[dict[str, Any]]:
    first = date(2025, 6, 2)
    return [
        {
            "id": f"p{at}",
            "start": (first + timedelta(days=14 * at)).isoformat(),
            "end": (first + timedelta(days=14 * at + 13)).isoformat(),
            "hours": 60 + at,
            "per": "period",
        }
        for at in range(count)
    ]


def test_many_rows_are_bars_and_lines_instead_of_fields(qtbot: QtBot) -> None:
    desk = Desk(qtbot, plain({"hours": many(20)}))
    field = field_of(desk)
    assert field.rows == []
    assert field.summary.text() == "20 rows of hours · 2025-06-02 to 2026-03-08 · 1,390 h in all"
    bars = field.chart.bars()
    assert len(bars) == 20
    assert bars[0].height() < bars[-1].height()
    assert all(left.right() <= right.left() for left, right in pairwise(bars))


def test_many_rows_are_changed_as_lines_in_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot, plain({"hours": many(20)}))
    field = field_of(desk)
    click(field.edit_button)
    dialog = dialog_of(field)
    text = dialog.lines.toPlainText()
    assert text.splitlines()[0] == "2025-06-02\t2025-06-15\t60"
    dialog.lines.setPlainText(text.replace("\t60", "\t66"))
    click(dialog.take_button)
    assert [row.id for row in job(desk).hours] == [f"p{at}" for at in range(20)]
    assert job(desk).hours[0].hours == Decimal(66)
    assert desk.steps == 1


def test_a_few_rows_keep_their_fields(qtbot: QtBot) -> None:
    desk = Desk(qtbot, plain({"hours": many(3)}))
    assert len(field_of(desk).rows) == 3
