"""The tabs as a whole: what other views ask of them, languages, themes, room, the week-by-week ledger."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import StatusPeriod
from cec_desktop.i18n.words import words
from cec_desktop.ui.style import Styler
from cec_desktop.ui.tables.ledger import LedgerDialog
from cec_desktop.ui.tables.record_tabs import ORDER
from cec_desktop.ui.theme import theme_named
from tests.gui.desk import GAP, MEMBER, Desk, focused, press, view_of


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, MEMBER)


def title(desk: Desk, name: str) -> str:
    return desk.tabs.strip.bar.tabText(ORDER.index(name))


def test_tabs_say_how_much_they_hold(desk: Desk) -> None:
    assert title(desk, "jobs") == "Work 2"
    assert title(desk, "absences") == "Absences"


def test_the_timeline_chooses_a_row(desk: Desk) -> None:
    desk.tabs.select("statuses", "pgwp")
    assert desk.tabs.current == "statuses"
    assert desk.tabs.page("statuses").key == "pgwp"
    assert desk.selected == []


def test_choosing_a_row_tells_the_timeline(desk: Desk) -> None:
    table = desk.page("jobs", "north").table
    press(table, Qt.Key.Key_Down)
    assert desk.selected[-1] == ("jobs", "harbour")


def test_the_sum_row_cannot_be_chosen(desk: Desk) -> None:
    table = desk.page("jobs", "harbour").table
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Down)
    assert desk.tabs.page("jobs").key == "harbour"


@pytest.mark.parametrize(
    ("place", "tab", "key", "name"),
    [
        ("jobs[1].noc", "jobs", "north", "noc"),
        ("jobs[0].hours_per_week", "jobs", "harbour", "hours_per_week"),
        ("language_tests[0].result_date", "language_tests", "ielts", "result_date"),
        ("studies[0].credential_date", "studies", "lake", "credential_date"),
    ],
)
def test_a_question_leads_to_its_field(desk: Desk, place: str, tab: str, key: str, name: str) -> None:
    assert desk.tabs.show_place(place)
    assert desk.tabs.current == tab
    page = desk.tabs.page(tab)
    assert page.key == key
    assert focused() is page.form.field(name).focusProxy()


def test_the_question_of_residence_leads_to_the_person(desk: Desk) -> None:
    assert desk.tabs.show_place("destination")
    assert desk.tabs.current == "person"
    assert focused() is desk.tabs.form_page("person").form.field("destination").focusProxy()


def test_the_question_of_status_leads_to_the_gap(qtbot: QtBot) -> None:
    desk = Desk(qtbot, GAP)
    assert desk.tabs.show_place("statuses")
    page = desk.tabs.page("statuses")
    assert page.draft is not None
    assert page.draft.fills == 3


@pytest.mark.parametrize("place", ["jobs[7].noc", "spouse.jobs[0].noc", "office"])
def test_a_place_without_a_field_changes_nothing_in_the_file(desk: Desk, place: str) -> None:
    assert not desk.tabs.show_place(place)
    assert desk.edits == []


def test_the_timeline_opens_an_entry_in_its_form(desk: Desk) -> None:
    desk.tabs.open_entry("studies", "lake")
    assert focused() is desk.tabs.page("studies").form.field("program").focusProxy()
    assert desk.selected == []


def test_days_drawn_in_a_lane_begin_a_status(desk: Desk) -> None:
    desk.tabs.add("statuses", date(2027, 9, 1), date(2028, 8, 31))
    page = desk.tabs.page("statuses")
    assert page.draft is not None
    item = page.draft.item
    assert isinstance(item, StatusPeriod)
    assert (item.start, item.end) == (date(2027, 9, 1), date(2028, 8, 31))


def test_languages_switch_while_words_are_being_typed(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    line = desk.type(page.form.field("hours_per_week"), "170")
    desk.tabs.set_words(words("fr"))
    assert title(desk, "jobs") == "Travail 2"
    assert page.form.label("employer") == "Employeur"
    assert line.text() == "170"
    assert page.form.note("hours_per_week").startswith("De 0 à 168")
    assert page.table.records.rows[0].cells[3].text == "en cours"
    desk.type(page.form.field("hours_per_week"), "37,25")
    assert line.text() == "37,25"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_tab_opens_in_every_language_and_theme(qtbot: QtBot, language: str, theme: str) -> None:
    desk = Desk(qtbot, MEMBER, "en")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    styler = Styler(application)
    styler.dress(theme_named(theme))  # type: ignore[arg-type]
    desk.tabs.set_theme(theme_named(theme))  # type: ignore[arg-type]
    desk.tabs.set_words(words(language))
    for at in range(len(ORDER)):
        desk.tabs.strip.choose(at)
        assert not desk.tabs.grab().isNull()
    application.setStyleSheet("")


def test_tabs_without_room_stand_behind_more(desk: Desk) -> None:
    desk.tabs.resize(480, 400)
    bar = desk.tabs.strip.bar
    hidden = [at for at in range(bar.count()) if not bar.isTabVisible(at)]
    assert hidden
    assert desk.tabs.strip.more.isVisible()
    menu = desk.tabs.strip.more.menu()
    assert [action.text() for action in menu.actions()] == [bar.tabText(at) for at in hidden]
    menu.actions()[-1].trigger()
    assert desk.tabs.current == ORDER[hidden[-1]]
    assert bar.isTabVisible(hidden[-1])


def test_where_there_is_width_the_form_stands_beside_the_table(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    assert page.room.splitter.orientation() is Qt.Orientation.Vertical
    desk.tabs.resize(1200, 560)
    assert page.room.splitter.orientation() is Qt.Orientation.Horizontal
    assert page.form.isVisible()


def test_where_there_is_little_height_the_form_opens_on_enter(desk: Desk) -> None:
    desk.tabs.resize(800, 220)
    page = desk.page("jobs", "north")
    assert not page.form.isVisible()
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert focused() is page.form.field("employer").focusProxy()
    press(focused(), Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert focused() is page.table


def test_a_narrow_table_keeps_dates_whole_and_drops_days(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    desk.tabs.resize(620, 560)
    table, columns = page.table, [column.id for column in page.table.records.columns]
    assert table.isColumnHidden(columns.index("days"))
    at = columns.index("start")
    assert table.columnWidth(at) >= table.sizeHintForIndex(table.records.index(0, at)).width()
    assert table.records.index(0, columns.index("noc")).data() == "21232"


def test_a_column_is_hidden_by_choice_and_stays_hidden(desk: Desk, qtbot: QtBot) -> None:
    table = desk.page("jobs").table
    columns = [column.id for column in table.records.columns]
    next(action for action in table.column_menu().actions() if action.text() == "h/week").trigger()
    assert table.isColumnHidden(columns.index("week"))
    state = desk.tabs.save_state()
    other = Desk(qtbot, MEMBER)
    other.tabs.restore_state(state)
    assert other.tabs.page("jobs").table.isColumnHidden(columns.index("week"))


@pytest.mark.parametrize("state", [b"", b"[]", b"{}", b'{"tab": 3, "hidden": {"jobs": 1}}'])
def test_a_spoilt_state_is_passed_over(desk: Desk, state: bytes) -> None:
    desk.tabs.restore_state(QByteArray(state))
    assert desk.tabs.current == "jobs"


def test_the_weeks_of_a_job_stand_in_a_table(desk: Desk) -> None:
    desk.page("jobs", "north")
    desk.tabs.corner.weeks.click()
    (ledger,) = desk.tabs.findChildren(LedgerDialog)
    rows = ledger.table.records.rows
    assert [cell.text for cell in rows[0].cells] == ["2025-06-02", "2025-06-08", "30.0", ""]
    leave = next(row for row in rows if row.key == "2026-07-06")
    assert leave.cells[2].text == "0"
    assert leave.cells[3].text.startswith("on leave (R")
    work = next(each for each in view_of(desk.case).assessment.membership.work if each.index == 1)
    assert rows[-1].cells[2].text == f"{float(work.hours):,.1f}"
    ledger.close()


def test_the_weeks_follow_an_edit_and_close_with_their_job(desk: Desk) -> None:
    page = desk.page("jobs", "north")
    desk.tabs.show_weeks("north")
    (ledger,) = desk.tabs.findChildren(LedgerDialog)
    desk.type(page.form.field("hours_per_week"), "15")
    assert ledger.table.records.rows[0].cells[2].text == "15.0"
    page.remove()
    assert not ledger.isVisible()


def test_another_file_begins_anew(desk: Desk) -> None:
    page = desk.page("jobs")
    page.begin()
    desk.tabs.display(view_of(Desk(desk.qtbot, GAP).case))
    assert page.draft is None
    assert page.key == "saffron"


def test_an_empty_list_says_what_belongs_there(desk: Desk) -> None:
    page = desk.page("absences")
    assert page.emptiness == "No absence is entered. A day abroad counts only as paid vacation of a job."
