"""A consultant types a client's jobs into the form below the table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.model import Job, Leave, NocCode
from cec_desktop.ui.fields.choice import ChoiceField, TriStateField
from cec_desktop.ui.fields.line import PAUSE_MS, LineField
from cec_desktop.ui.fields.occupation import OccupationField
from cec_desktop.ui.fields.rows_field import RowsField
from cec_desktop.ui.tables.draft import DRAFT_KEY
from cec_desktop.ui.tables.form import Form
from tests.gui.desk import MEMBER, Desk, click, focused, press, view_of, write


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, MEMBER)


def job(desk: Desk, key: str = "north") -> Job:
    return next(each for each in desk.case.jobs if each.id == key)


def test_a_field_is_saved_when_it_is_left(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("employer"), "Northlight Labs", leave=False)
    assert desk.edits == []
    press(focused(), Qt.Key.Key_Tab)
    assert job(desk).employer == "Northlight Labs"
    assert desk.edits[-1].merge_key == "jobs.north.employer"


def test_enter_saves_and_goes_to_the_next_field(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("employer"), "Northlight Labs", leave=False)
    press(line, Qt.Key.Key_Return)
    assert job(desk).employer == "Northlight Labs"
    assert focused() is form.field("title").focusProxy()


def test_leaving_an_unchanged_field_asks_for_nothing(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    press(desk.line(form.field("employer")), Qt.Key.Key_Tab)
    assert desk.edits == []


def test_an_emptied_field_is_not_known(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("hours_per_week"), "")
    assert job(desk).hours_per_week is None


@pytest.mark.parametrize("typed", ["37.25", "37,25", " 37.25 "])
def test_hours_take_point_or_comma(desk: Desk, typed: str) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("hours_per_week"), typed)
    assert job(desk).hours_per_week == Decimal("37.25")


def test_170_hours_stay_as_typed_with_the_reason_beside(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("hours_per_week"), "170")
    assert job(desk).hours_per_week == Decimal("37.5")
    assert line.text() == "170"
    assert line.property("wrong") is True
    assert form.note("hours_per_week") == "0 to 168: a week has 168 hours."
    assert focused() is line


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("hours_per_week", "170", "0 to 168: a week has 168 hours."),
        ("end", "2024-08-30", "Before the start, 2024-09-16. Kept as typed, not saved."),
        ("start", "2024-09-31", "There is no such day in the calendar."),
    ],
)
def test_what_is_wrong_is_said_while_one_types(desk: Desk, name: str, typed: str, said: str) -> None:
    form = desk.page("jobs", "harbour").form
    line = desk.type(form.field(name), typed, leave=False)
    desk.qtbot.waitUntil(lambda: form.note(name) == said)
    assert line.hasFocus()
    assert line.cursorPosition() == len(typed)
    assert desk.edits == []
    press(line, Qt.Key.Key_Backspace)
    assert form.note(name) != said


def test_what_is_right_is_left_in_peace_while_one_types(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    line = desk.type(form.field("hours_per_week"), "30", leave=False)
    desk.qtbot.wait(PAUSE_MS + 100)
    assert form.note("hours_per_week") == ""
    assert line.property("wrong") is not True
    assert desk.edits == []


def test_the_second_tab_leaves_wrong_words_where_they_are(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("hours_per_week"), "170")
    press(line, Qt.Key.Key_Tab)
    assert focused() is not line
    assert line.text() == "170"
    assert form.wrong_fields() == ["hours_per_week"]


def test_escape_takes_wrong_words_back(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("hours_per_week"), "170")
    press(line, Qt.Key.Key_Escape)
    assert line.text() == "37.5"
    assert form.note("hours_per_week") == ""
    assert line.property("wrong") is False


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2025-06-09", date(2025, 6, 9)),
        ("9 June 2025", date(2025, 6, 9)),
        ("9 juin 2025", date(2025, 6, 9)),
        ("22/06/2025", date(2025, 6, 22)),
        ("2025-06", YearMonth(2025, 6)),
        ("June 2025", YearMonth(2025, 6)),
        ("-18m", date(2025, 5, 22)),
    ],
)
def test_dates_are_read_in_the_forms_people_write(desk: Desk, typed: str, kept: date | YearMonth) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("start"), typed)
    assert job(desk).start == kept


def test_a_date_is_read_back_and_its_other_reading_is_one_click_away(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("start"), "5/9/2025", leave=False)
    assert form.note("start") == "5 September 2025"
    link = next(button for button in form.findChildren(QPushButton) if button.text() == "9 May 2025?")
    click(link)
    assert job(desk).start == date(2025, 5, 9)
    assert len(desk.edits) == 1


def test_a_month_alone_says_that_its_day_is_not_known(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    desk.type(form.field("start"), "2025-06")
    assert form.note("start") == "Month only: 29 of its days stay undetermined"


def test_an_open_end_says_that_it_goes_on(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    desk.type(form.field("end"), "")
    assert job(desk, "harbour").end is None
    assert desk.line(form.field("end")).text() == "goes on"


def test_a_day_that_does_not_exist_keeps_the_focus(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("start"), "2025-06-31", leave=False)
    press(line, Qt.Key.Key_Return)
    assert focused() is line
    assert line.text() == "2025-06-31"
    assert form.note("start") == "There is no such day in the calendar."
    assert job(desk).start == date(2025, 6, 2)


def test_an_end_before_the_start_is_refused_in_words(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    line = desk.type(form.field("end"), "2024-08-30")
    assert form.note("end") == "Before the start, 2024-09-16. Kept as typed, not saved."
    assert line.text() == "2024-08-30"
    assert job(desk, "harbour").end == date(2025, 3, 9)


def test_wrong_words_wait_for_their_row_to_come_back(desk: Desk) -> None:
    page = desk.page("jobs", "harbour")
    desk.type(page.form.field("end"), "2024-08-30")
    page.choose("north")
    assert desk.line(page.form.field("end")).text() == "goes on"
    page.choose("harbour")
    assert desk.line(page.form.field("end")).text() == "2024-08-30"
    assert page.form.wrong_fields() == ["end"]


def test_choosing_another_row_saves_what_was_typed(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    desk.type(page.form.field("title"), "Team lead", leave=False)
    page.choose("harbour")
    assert job(desk).title == "Team lead"
    assert job(desk, "harbour").title is None


def test_typing_goes_on_undisturbed_when_the_file_changes_elsewhere(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("title"), "Team leader", leave=False)
    line.setCursorPosition(4)
    desk.tabs.display(view_of(desk.case.model_copy(update={"destination": "BC"})))
    assert line.text() == "Team leader"
    assert line.cursorPosition() == 4
    assert focused() is line


def test_a_change_made_elsewhere_shows_in_an_untouched_field(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.line(form.field("title"))
    changed = tuple(
        each.model_copy(update={"title": "Architect"}) if each.id == "north" else each
        for each in desk.case.jobs
    )
    desk.tabs.display(view_of(desk.case.model_copy(update={"jobs": changed})))
    assert line.text() == "Architect"


def test_undo_brings_the_old_words_back_into_the_field(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("employer"), "Northlight Labs")
    desk.undo()
    assert line.text() == "Northlight Software Inc."


def test_a_file_that_comes_back_without_the_change_leaves_the_words_and_says_so(desk: Desk) -> None:
    desk.tabs.edit_requested.disconnect()
    desk.tabs.edit_requested.connect(lambda _edit: desk.tabs.display(view_of(desk.case)))
    form = desk.page("jobs", "north").form
    line = desk.type(form.field("employer"), "Northlight Labs")
    assert line.text() == "Northlight Labs"
    assert form.note("employer") == "Not saved; the message in the page says why."


# The occupation.


def test_an_occupation_is_found_by_its_words(desk: Desk) -> None:
    field = desk.page("jobs", "harbour").form.field("noc")
    assert isinstance(field, OccupationField)
    line = desk.type(field, "software devel", leave=False)
    popup = field.popup()
    desk.qtbot.waitUntil(popup.isVisible)
    assert popup.model().index(0, 0).data().startswith("21232 · TEER 1 · Software developers")
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert job(desk, "harbour").noc == NocCode(version="2021", code="21232")
    assert line.text().startswith("21232 · TEER 1 · Software developers")


def test_an_occupation_is_known_by_its_code(desk: Desk) -> None:
    field = desk.page("jobs", "harbour").form.field("noc")
    desk.type(field, "63200")
    assert job(desk, "harbour").noc == NocCode(version="2021", code="63200")


def test_a_code_its_edition_does_not_have_is_refused(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    desk.type(form.field("noc"), "63999")
    assert form.note("noc") == "NOC 2021 has no code 63999."
    assert job(desk, "harbour").noc == NocCode(version="2021", code="21223")


def test_words_of_several_occupations_are_not_guessed_at(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    desk.type(form.field("noc"), "software")
    assert form.note("noc") == "Several occupations have these words. Choose one of the list."


def test_a_code_of_an_older_edition_is_entered_under_it(desk: Desk) -> None:
    field = desk.page("jobs", "harbour").form.field("noc")
    assert isinstance(field, OccupationField)
    desk.type(field, "")
    choose(field.edition, "2016")
    desk.type(field, "2174")
    assert job(desk, "harbour").noc == NocCode(version="2016", code="2174")
    assert desk.line(field).text().startswith("2174 · level A · ")


def popup_rows(field: OccupationField) -> list[str]:
    model = field.popup().model()
    return [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]


@pytest.mark.parametrize("typed", ["cook", "cuisiniere", "6322", "cokos"])
def test_the_list_shows_the_level_of_each_edition(desk: Desk, typed: str) -> None:
    field = desk.page("jobs", "harbour").form.field("noc")
    assert isinstance(field, OccupationField)
    desk.type(field, typed, leave=False)
    assert popup_rows(field)[0] == "63200 · TEER 3 · Cooks · 6322 B"


def test_typos_are_never_taken_unasked(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    desk.type(form.field("noc"), "plmuber")
    assert form.note("noc") == "Several occupations have these words. Choose one of the list."
    assert job(desk, "harbour").noc == NocCode(version="2021", code="21223")


def test_a_code_of_another_edition_is_refused_with_what_it_is_in_this_one(desk: Desk) -> None:
    form = desk.page("jobs", "harbour").form
    desk.type(form.field("noc"), "6322")
    assert form.note("noc") == ("NOC 2021 has no code 6322. What another edition calls so is here: 63200.")


def link_of(form: Form, words: str) -> QPushButton:
    return next(each for each in form.findChildren(QPushButton) if each.text() == words and each.isVisible())


def test_one_click_enters_the_code_of_the_other_edition(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    assert (
        form.note("noc")
        == "In NOC 2016: 2174 · level A · Computer programmers and interactive media developers"
    )
    click(link_of(form, "Enter it too"))
    assert job(desk).noc_also == (NocCode(version="2016", code="2174"),)
    assert form.note("noc") == "Also NOC 2016: 2174, level A"
    assert desk.steps == 1


def test_the_offer_of_the_other_edition_is_reached_with_tab(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    field = form.field("noc")
    assert isinstance(field, OccupationField)
    field.edition.box.setFocus()
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is link_of(form, "Enter it too")
    press(focused(), Qt.Key.Key_Space)
    assert job(desk).noc_also == (NocCode(version="2016", code="2174"),)


def test_of_several_codes_of_the_other_edition_one_is_chosen(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    field = form.field("noc")
    assert isinstance(field, OccupationField)
    desk.type(field, "")
    choose(field.edition, "2016")
    desk.type(field, "2174")
    assert form.note("noc") == ("In NOC 2021 one of: 21230 (TEER 1), 21232 (TEER 1), 21234 (TEER 1)")
    actions = field.other_menu().actions()
    assert [action.text().split(" · ")[0] for action in actions] == ["21230", "21232", "21234"]
    actions[1].trigger()
    assert job(desk).noc_also == (NocCode(version="2021", code="21232"),)


def choose(field: ChoiceField, value: object) -> None:
    """Choose in a list as a person does."""
    box = field.box
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))
    box.activated.emit(box.currentIndex())


# Yes, no, not known.


@pytest.mark.parametrize("answer", [False, None])
def test_an_answer_is_saved_at_once(desk: Desk, answer: bool | None) -> None:
    field = desk.page("jobs", "north").form.field("duties_match")
    assert isinstance(field, TriStateField)
    click(field.button(answer))
    assert job(desk).duties_match is answer


def test_authorization_left_to_the_status_is_shown_as_such(desk: Desk) -> None:
    field = desk.page("jobs", "north").form.field("authorized")
    assert isinstance(field, TriStateField)
    assert field.button(None).isChecked()
    assert field.button(None).text() == "By status"


# Leaves and varying hours.


def test_a_leave_is_added_row_by_row(desk: Desk) -> None:
    field = desk.page("jobs", "harbour").form.field("leaves")
    assert isinstance(field, RowsField)
    field.add_button.click()
    assert desk.edits == []
    row = field.rows[0]
    choose(row.field("kind"), "sick")  # type: ignore[arg-type]
    desk.type(row.field("start"), "2024-10-01")
    desk.type(row.field("end"), "2024-10-04")
    (leave,) = job(desk, "harbour").leaves
    assert (leave.kind, leave.start, leave.end) == ("sick", date(2024, 10, 1), date(2024, 10, 4))


def test_a_leave_that_ends_before_it_starts_is_refused(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    field = form.field("leaves")
    assert isinstance(field, RowsField)
    desk.type(field.rows[0].field("end"), "2026-07-01")
    assert form.note("leaves").startswith("Before the start, 2026-07-06.")
    assert job(desk).leaves[0].end == date(2026, 8, 1)


def test_a_leave_is_removed(desk: Desk) -> None:
    field = desk.page("jobs", "north").form.field("leaves")
    assert isinstance(field, RowsField)
    field.rows[0].remove.click()
    assert job(desk).leaves == ()
    assert field.rows == []
    desk.undo()
    assert [type(each) for each in job(desk).leaves] == [Leave]
    assert len(field.rows) == 1


def test_hours_of_some_weeks_replace_the_hours_a_week(desk: Desk) -> None:
    field = desk.page("jobs", "north").form.field("hours")
    assert isinstance(field, RowsField)
    field.add_button.click()
    row = field.rows[0]
    desk.type(row.field("start"), "2026-01-05")
    desk.type(row.field("end"), "2026-01-11")
    desk.type(row.field("hours"), "12")
    choose(row.field("per"), "week")  # type: ignore[arg-type]
    (hours,) = job(desk).hours
    assert (hours.hours, hours.per) == (Decimal(12), "week")


def test_tab_goes_along_a_leave_and_then_to_the_button(desk: Desk) -> None:
    field = desk.page("jobs", "north").form.field("leaves")
    assert isinstance(field, RowsField)
    desk.line(field.rows[0].field("end"))
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is field.rows[0].remove
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is field.add_button


def test_another_code_of_the_same_job_is_added(desk: Desk) -> None:
    field = desk.page("jobs", "north").form.field("noc_also")
    assert isinstance(field, RowsField)
    field.add_button.click()
    occupation = field.rows[0].field("")
    assert isinstance(occupation, OccupationField)
    choose(occupation.edition, "2016")
    desk.type(occupation, "2174")
    assert job(desk).noc_also == (NocCode(version="2016", code="2174"),)


# Adding, copying, deleting.


def test_insert_begins_a_job_that_is_added_in_one_step(desk: Desk) -> None:
    page = desk.page("jobs")
    press(page.table, Qt.Key.Key_Insert)
    assert page.key == DRAFT_KEY
    assert focused() is page.form.field("employer").focusProxy()
    desk.type(page.form.field("employer"), "Prairie Bank")
    desk.type(page.form.field("start"), "2026-01-05")
    assert len(desk.case.jobs) == 2
    click(page.entry.add_button)
    assert [each.employer for each in desk.case.jobs][-1] == "Prairie Bank"
    assert desk.steps == 1
    assert desk.selected[-1] == ("jobs", desk.case.jobs[-1].id)
    assert page.key == desk.case.jobs[-1].id


def test_a_job_begun_waits_while_another_row_is_looked_at(desk: Desk) -> None:
    page = desk.page("jobs")
    page.begin()
    desk.type(page.form.field("employer"), "Prairie Bank")
    page.choose("north")
    assert desk.line(page.form.field("employer")).text() == "Northlight Software Inc."
    page.choose(DRAFT_KEY)
    assert desk.line(page.form.field("employer")).text() == "Prairie Bank"


def test_a_job_begun_can_be_thrown_away(desk: Desk) -> None:
    page = desk.page("jobs")
    page.begin()
    desk.type(page.form.field("employer"), "Prairie Bank")
    click(page.entry.discard_button)
    assert desk.edits == []
    assert page.table.records.row_of(DRAFT_KEY) == -1
    page.begin()
    assert desk.line(page.form.field("employer")).text() == ""


def test_an_impossible_new_job_is_not_added_and_says_why(desk: Desk) -> None:
    page = desk.page("jobs")
    page.begin()
    desk.type(page.form.field("end"), "2020-01-01")
    desk.type(page.form.field("start"), "2026-01-05")
    page.add_draft()
    assert len(desk.case.jobs) == 2
    assert "end" in page.form.wrong_fields() or "start" in page.form.wrong_fields()


def test_delete_removes_the_job_and_chooses_its_neighbour(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    press(page.table, Qt.Key.Key_Delete)
    assert [each.id for each in desk.case.jobs] == ["harbour"]
    assert page.key == "harbour"
    assert desk.selected[-1] == ("jobs", "harbour")


def test_a_copy_is_chosen_after_it_is_made(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    desk.tabs.corner.copy.click()
    assert [each.employer for each in desk.case.jobs].count("Northlight Software Inc.") == 2
    copy = desk.case.jobs[-1]
    assert page.key == copy.id != "north"


def test_a_field_that_is_not_a_line_keeps_its_place_too(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    field = form.field("note")
    field.setFocus()
    write("Letter dated")
    desk.tabs.display(view_of(desk.case.model_copy(update={"destination": "BC"})))
    write(" May")
    assert desk.tabs.flush()
    assert job(desk).note == "Letter dated May"


def test_every_line_of_the_form_is_named_for_screen_readers(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    unnamed = [field.edit for field in form.findChildren(LineField) if not field.edit.accessibleName()]
    assert unnamed == []


def test_ctrl_z_belongs_to_the_file_until_something_is_typed(desk: Desk) -> None:
    undone: list[bool] = []
    action = QAction("Undo", desk.tabs)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append(True))
    desk.tabs.addAction(action)
    line = desk.line(desk.page("jobs", "north").form.field("employer"))
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    desk.type(desk.page("jobs", "north").form.field("employer"), "N", leave=False)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert line.text() == "Northlight Software Inc."
