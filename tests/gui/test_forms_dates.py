"""A consultant types dates without a calendar, or with one, and never takes a hand off the keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.model import Job
from cec_desktop.ui.fields.calendar_popup import CalendarPopup
from cec_desktop.ui.fields.date_field import DateField
from tests.gui.desk import MEMBER, Desk, click, press, view_of

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, MEMBER)


def job(desk: Desk, key: str = "north") -> Job:
    return next(each for each in desk.case.jobs if each.id == key)


def field(desk: Desk, name: str = "start", key: str = "north") -> DateField:
    found = desk.page("jobs", key).form.field(name)
    assert isinstance(found, DateField)
    return found


def read_back(desk: Desk, typed: str, name: str = "start") -> str:
    desk.type(field(desk, name), typed, leave=False)
    return desk.page("jobs").form.note(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2025-06-05", date(2025, 6, 5)),
        ("5/6/2025", date(2025, 6, 5)),
        ("sep 2025", YearMonth(2025, 9)),
        ("sept. 2025", YearMonth(2025, 9)),
        ("-2w", date(2026, 11, 8)),
        ("today", date(2026, 11, 3)),
        ("aujourd’hui", date(2026, 11, 3)),
        ("aujourd'hui", date(2026, 11, 3)),
    ],
)
def test_what_one_types_is_understood(desk: Desk, typed: str, kept: date | YearMonth) -> None:
    desk.type(field(desk), typed)
    assert job(desk).start == kept


def test_a_date_counted_from_the_application_says_so(desk: Desk) -> None:
    assert read_back(desk, "+6m", "end") == "22 May 2027, counted from the application"
    press(field(desk, "end").edit, Qt.Key.Key_Return)
    assert job(desk).end == date(2027, 5, 22)


def american(monkeypatch: pytest.MonkeyPatch) -> None:
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: locale))


def test_a_locale_that_writes_the_month_first_reads_it_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    american(monkeypatch)
    assert read_back(desk, "5/9/2025") == "9 May 2025"
    links = [each.text() for each in desk.page("jobs").form.findChildren(QPushButton)]
    assert "5 September 2025?" in links


def test_french_reads_the_day_first_whatever_the_locale(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    american(monkeypatch)
    desk = Desk(qtbot, MEMBER, "fr")
    assert read_back(desk, "5/9/2025") == "5 septembre 2025"


def test_the_other_reading_is_taken_by_keyboard(desk: Desk) -> None:
    read_back(desk, "5/9/2025")
    QTest.keyClick(field(desk).edit, Qt.Key.Key_Return, ALT)
    assert job(desk).start == date(2025, 5, 9)


@pytest.mark.parametrize(("typed", "days"), [("2025-06", 29), ("feb 2025", 27), ("2025-07", 30)])
def test_a_month_says_how_many_days_it_leaves_open(desk: Desk, typed: str, days: int) -> None:
    assert read_back(desk, typed) == f"Month only: {days} of its days stay undetermined"


def test_the_days_a_month_leaves_open_are_not_counted_but_possible(desk: Desk) -> None:
    before = view_of(desk.case).assessment.membership.hours
    desk.type(field(desk), "2025-06")
    hours = view_of(desk.case).assessment.membership.hours
    assert before is not None
    assert hours is not None
    # From 2 June to 29 June, four weeks of thirty hours that count.
    assert before.counted - hours.counted == 4 * 30
    assert hours.possible > hours.counted
    assert desk.page("jobs").form.note("start") == "Month only: 29 of its days stay undetermined"


# The calendar.


def open_calendar(line: QLineEdit) -> CalendarPopup:
    """Open the calendar with Alt+Down."""
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    popups = [each for each in QApplication.topLevelWidgets() if isinstance(each, CalendarPopup)]
    return next(each for each in popups if each.isVisible())


def keys(popup: CalendarPopup, *pressed: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    table = popup.calendar.findChild(QTableView, "qt_calendar_calendarview")
    assert table is not None
    for key in pressed:
        QTest.keyClick(table, key, held or Qt.KeyboardModifier.NoModifier)


def test_the_calendar_opens_on_the_day_and_goes_by_keyboard(desk: Desk) -> None:
    line = desk.line(field(desk))
    popup = open_calendar(line)
    assert popup.calendar.selectedDate().toPython() == date(2025, 6, 2)
    keys(popup, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert job(desk).start == date(2025, 6, 10)
    assert line.hasFocus()
    assert desk.steps == 1


def test_the_calendar_goes_by_months_and_years(desk: Desk) -> None:
    popup = open_calendar(desk.line(field(desk)))
    keys(popup, Qt.Key.Key_PageUp)
    keys(popup, Qt.Key.Key_PageUp, held=CTRL)
    keys(popup, Qt.Key.Key_Return)
    assert job(desk).start == date(2024, 5, 2)


def test_escape_closes_the_calendar_and_changes_nothing(desk: Desk) -> None:
    line = desk.line(field(desk))
    popup = open_calendar(line)
    keys(popup, Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert desk.edits == []
    assert line.text() == "2025-06-02"


def button(popup: CalendarPopup, words: str) -> QPushButton:
    return next(each for each in popup.findChildren(QPushButton) if each.text() == words)


def test_the_calendar_takes_a_month_alone_today_and_an_open_end(desk: Desk) -> None:
    popup = open_calendar(desk.line(field(desk, "start", "harbour")))
    click(button(popup, "The month alone"))
    assert job(desk, "harbour").start == YearMonth(2024, 9)
    popup = open_calendar(desk.line(field(desk, "end", "harbour")))
    click(button(popup, "Goes on"))
    assert job(desk, "harbour").end is None
    popup = open_calendar(desk.line(field(desk, "end", "harbour")))
    click(button(popup, "Today"))
    assert job(desk, "harbour").end == date(2026, 11, 3)


def test_a_day_that_must_be_exact_offers_no_month(desk: Desk) -> None:
    form = desk.page("jobs", "north").form
    found = form.field("qualified_on")
    popup = open_calendar(desk.line(found))
    assert [each.text() for each in popup.findChildren(QPushButton)] == ["Today"]
    popup.close()


def test_the_button_in_the_line_opens_the_calendar_too(desk: Desk) -> None:
    line = desk.line(field(desk))
    (action,) = line.actions()
    assert action.toolTip() == "Choose in the calendar (Alt+Down)"
    action.trigger()
    assert any(
        isinstance(each, CalendarPopup) and each.isVisible() for each in QApplication.topLevelWidgets()
    )


def test_what_is_typed_and_not_left_stays_while_the_calendar_is_looked_at(desk: Desk) -> None:
    line = desk.type(field(desk), "3 July 2025", leave=False)
    popup = open_calendar(line)
    assert popup.calendar.selectedDate().toPython() == date(2025, 7, 3)
    keys(popup, Qt.Key.Key_Escape)
    assert line.text() == "3 July 2025"
    assert desk.edits == []


def test_arrows_without_alt_move_the_day(desk: Desk) -> None:
    line = desk.line(field(desk))
    press(line, Qt.Key.Key_Up)
    assert line.text() == "2025-06-03"
