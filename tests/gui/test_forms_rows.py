"""A consultant works on whole rows: several at once, cut, joined, ended; and reads why days count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cec_desktop.i18n.words import words
from cec_desktop.ui.tables.day_question import DayQuestion
from cec_desktop.ui.tables.ledger import LedgerDialog
from cec_desktop.ui.tables.place_words import place_words
from cec_desktop.ui.tables.record_page import RecordPage
from tests.gui.desk import JOB, MEMBER, Desk, case_of, click, press, view_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def jobs(*raw: dict[str, Any]) -> dict[str, Any]:
    return {**MEMBER, "jobs": [{**JOB, "leaves": [], **each} for each in raw]}


@pytest.fixture(autouse=True)
def no_double_clicks(qapp: QApplication) -> Iterator[None]:
    """Clicks of one story never make a pair with those of the story before."""
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(interval)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(
        qtbot,
        jobs(
            {"id": "c", "start": "2026-01-01", "end": None},
            {"id": "b", "start": "2025-06-01", "end": "2025-12-31"},
            {"id": "a", "start": "2025-01-01", "end": "2025-05-31"},
        ),
    )


def click_row(page: RecordPage, key: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    table = page.table
    rect = table.visualRect(table.records.index(table.records.row_of(key), 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, rect.center())


def act(page: RecordPage, said: str) -> None:
    """Choose an entry of the menu of the rows chosen."""
    menu = page.acts.menu()
    next(each for each in menu.actions() if each.text() == said).trigger()
    menu.close()


def offered(page: RecordPage) -> list[str]:
    menu = page.acts.menu()
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def in_question(do: Callable[[DayQuestion], object]) -> None:
    """Answer the question for a day that comes up next."""

    def soon() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, DayQuestion)
        try:
            do(question)
        finally:
            question.reject()

    QTimer.singleShot(0, soon)


def type_day(desk: Desk, question: DayQuestion, text: str) -> None:
    desk.type(question.day.field, text, leave=False)
    press(question.day.field.edit, Qt.Key.Key_Return)


def test_several_rows_are_chosen_with_ctrl_and_shift(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    click_row(page, "a", CTRL)
    assert page.keys == ["c", "a"]
    click_row(page, "c")
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert page.keys == ["c", "b"]
    click_row(page, "c")
    assert page.keys == ["c"]


def test_several_rows_are_deleted_in_one_step_and_come_back_in_one(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    click_row(page, "b", CTRL)
    press(page.table, Qt.Key.Key_Delete)
    assert [job.id for job in desk.case.jobs] == ["a"]
    assert page.key == "a"
    assert desk.steps == 1
    desk.undo()
    assert len(desk.case.jobs) == 3


def test_several_rows_are_copied_in_one_step(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    click_row(page, "a", CTRL)
    click(desk.tabs.corner.copy)
    assert len(desk.case.jobs) == 5
    assert desk.steps == 1


def test_several_rows_stay_chosen_when_the_file_changes(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    click_row(page, "b", CTRL)
    desk.tabs.display(view_of(desk.case.model_copy(update={"destination": "BC"})))
    assert set(page.keys) == {"b", "c"}


def test_jobs_that_follow_each_other_are_joined(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    click_row(page, "a", SHIFT)
    act(page, "Join")
    (job,) = desk.case.jobs
    assert (job.id, job.start, job.end) == ("a", date(2025, 1, 1), None)
    assert page.key == "a"
    assert desk.steps == 1


def test_a_job_is_split_on_a_day(desk: Desk) -> None:
    page = desk.page("jobs", "b")
    in_question(lambda question: type_day(desk, question, "1 Sep 2025"))
    act(page, "Split on…")
    assert [(str(job.start), str(job.end)) for job in desk.case.jobs[1:3]] == [
        ("2025-06-01", "2025-08-31"),
        ("2025-09-01", "2025-12-31"),
    ]
    assert desk.steps == 1


def test_a_day_outside_is_refused_in_words_while_the_question_stays(desk: Desk) -> None:
    page = desk.page("jobs", "b")
    said: list[str] = []

    def answer(question: DayQuestion) -> None:
        type_day(desk, question, "2026-09-01")
        said.append(question.wrong.text())
        assert question.isVisible()

    in_question(answer)
    act(page, "Split on…")
    (why,) = said
    assert why.startswith("Job Northlight Software Inc.: cannot be split on 2026-09-01; ")
    assert len(desk.case.jobs) == 3


def test_a_job_is_ended_on_the_day_proposed(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    proposed: list[object] = []

    def answer(question: DayQuestion) -> None:
        proposed.append(question.day.field.value)
        click(question.yes)

    in_question(answer)
    act(page, "End on…")
    assert proposed == [date(2026, 11, 3)]  # today
    assert desk.case.jobs[0].end == date(2026, 11, 3)


def test_what_is_offered_fits_what_is_chosen(desk: Desk) -> None:
    page = desk.page("jobs", "b")
    one = [
        "Open",
        "Days that count, and why others do not",
        "Week by week",
        "Split on…",
        "End on…",
        "Duplicate",
        "Delete",
    ]
    assert offered(page) == one
    click_row(page, "a", CTRL)
    assert offered(page) == ["Open", "End on…", "Join", "Duplicate", "Delete"]
    study = desk.page("studies", "lake")
    assert offered(study) == ["Open", "End on…", "Duplicate", "Delete"]
    test = desk.page("language_tests", "ielts")
    assert offered(test) == ["Open", "Duplicate", "Delete"]


def test_the_menu_opens_with_the_menu_key_at_the_row(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.page("jobs", "b")
    opened: list[QPoint] = []
    page.table.menu_asked.disconnect()
    page.table.menu_asked.connect(opened.append)
    rect = page.table.visualRect(page.table.records.index(page.table.records.row_of("a"), 0))
    page.table.customContextMenuRequested.emit(rect.center())
    assert page.key == "a"  # a click beside what is chosen chooses first
    assert len(opened) == 1


def test_letters_do_in_the_table_what_they_do_in_the_timeline(desk: Desk) -> None:
    page = desk.page("jobs", "c")
    page.table.setFocus()
    press(page.table, Qt.Key.Key_D)
    counts = [len(desk.case.jobs)]
    desk.undo()
    page.choose("c")
    click_row(page, "b", CTRL)
    press(page.table, Qt.Key.Key_M)
    assert [*counts, len(desk.case.jobs)] == [4, 2]
    press(page.table, Qt.Key.Key_W)
    assert [each.isVisible() for each in desk.tabs.findChildren(LedgerDialog)] == [True]
    desk.tabs.findChildren(LedgerDialog)[0].close()
    in_question(lambda question: type_day(desk, question, "2025-03-31"))
    page.choose("a")
    press(page.table, Qt.Key.Key_E)
    assert desk.case.jobs[-1].end == date(2025, 3, 31)


def test_a_letter_that_stands_for_nothing_here_does_nothing(desk: Desk) -> None:
    page = desk.page("language_tests", "ielts")
    for key in (Qt.Key.Key_K, Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_W, Qt.Key.Key_X):
        press(page.table, key)
    assert desk.edits == []


def test_the_rest_stands_behind_one_button(desk: Desk) -> None:
    desk.page("jobs", "b")
    click(desk.tabs.corner.more)
    menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    assert [action.text() for action in menus[0].actions()][-1] == "Delete"
    menus[0].close()


# Days, with reasons and sections.


def test_every_day_of_a_job_is_told_with_reason_and_section(qtbot: QtBot) -> None:
    desk = Desk(qtbot, MEMBER)
    page = desk.page("jobs", "north")
    act(page, "Days that count, and why others do not")
    (ledger,) = desk.tabs.findChildren(LedgerDialog)
    rows = [[cell.text for cell in row.cells] for row in ledger.days.records.rows]
    assert rows == [
        ["2025-06-02", "2026-07-05", "399", "yes", "1,710.0", "", ""],
        ["2026-07-06", "2026-08-01", "27", "no", "0", "on leave", "R73(2)"],
        ["2026-08-02", "2026-11-21", "112", "yes", "480.0", "", ""],
        ["", "", "511", "", "2,190.0", "Counted in the window", ""],
    ]
    assert ledger.focusWidget() is ledger.days
    ledger.close()


def test_the_weeks_stand_behind_the_next_tab(qtbot: QtBot) -> None:
    desk = Desk(qtbot, MEMBER)
    desk.page("jobs", "north")
    click(desk.tabs.corner.weeks)
    (ledger,) = desk.tabs.findChildren(LedgerDialog)
    assert ledger.parts.currentWidget() is ledger.table
    assert [ledger.parts.tabText(at) for at in range(2)] == ["Days", "Weeks"]
    ledger.close()


# Words for places.


def test_a_problem_elsewhere_names_its_place_in_words(qtbot: QtBot) -> None:
    leave = {"id": "l", "kind": "sick", "start": "2025-07-01", "end": "2025-07-31"}
    desk = Desk(qtbot, jobs({"id": "b", "start": "2025-06-01", "end": "2025-12-31", "leaves": [leave]}), "fr")
    desk.tabs.strip.choose(desk.order("person"))
    form = desk.tabs.form_page("person").form
    desk.type(form.field("client.date_of_birth"), "2025-09-01")
    assert "jobs[" not in form.note("client.date_of_birth")
    assert form.note("client.date_of_birth").startswith("Avant la date de naissance")


@pytest.mark.parametrize(
    ("place", "english", "french"),
    [
        ("jobs[1].end", "Job Northlight Software Inc., To", "Emploi Northlight Software Inc., Au"),
        ("jobs[1].leaves[0].start", "Job Northlight Software Inc., Leave 1, From", None),
        ("jobs[1].noc.code", "Job Northlight Software Inc., Occupation (NOC code or words)", None),
        ("jobs[2]", "New job", "Nouvel emploi"),
        ("jobs", "Work", "Travail"),
        ("statuses[0].start", "Status Study permit, From", "Statut Permis d’études, Du"),
        ("language_tests[0].former.reading", "Language result IELTS General Training, Reading", None),
        ("client.passport.expires", "Passport expires on", None),
        ("application_date", "Application date", None),
        ("invitation.class", "For the class", None),
        ("spouse.jobs[0].start", "Spouse or partner, New job, From", None),
        ("", "", ""),
    ],
)
def test_places_are_named_as_in_tables_and_forms(place: str, english: str, french: str | None) -> None:
    case = case_of(MEMBER)
    assert place_words(place, case, words("en")) == english
    if french is not None:
        assert place_words(place, case, words("fr")) == french
