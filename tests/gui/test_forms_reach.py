"""Without a mouse and without eyes: every field has a name, and Tab and Enter go through all of them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import move_period, split_item
from cec_desktop.i18n.words import LANGUAGES, Language
from cec_desktop.ui.tables.form_page import FormPage
from cec_desktop.ui.tables.record_page import RecordPage
from cec_desktop.ui.tables.record_tabs import FAMILY, ORDER, RecordTabs
from tests.gui.desk import MEMBER, Desk, focused, press
from tests.gui.shell import Shell, client

FULL: dict[str, Any] = {
    **MEMBER,
    "spouse": {"family_name": "Okafor", "police": [{"id": "p", "country": "NG"}]},
    "relatives_in_canada": [{"id": "r", "relation": "sister"}],
    "absences": [{"id": "a", "country": "FR", "start": "2025-12-20", "end": "2026-01-08"}],
    "education": [{"id": "e", "level": "three_year", "canadian": False}],
    "history": [{"id": "h", "activity": "work", "job": "north"}],
    "children": [{"id": "c", "given_names": "Ada"}],
}
PAGES = (*ORDER, *FAMILY[1:])
KINDS = (QLineEdit, QComboBox, QAbstractButton, QPlainTextEdit, QAbstractItemView)


def show(tabs: RecordTabs, name: str) -> RecordPage | FormPage:
    if name in FAMILY:
        tabs.strip.choose(ORDER.index(FAMILY[0]))
        tabs.family_strip.choose(FAMILY.index(name))
    else:
        tabs.strip.choose(ORDER.index(name))
    page = tabs._pages[name]
    if isinstance(page, RecordPage) and page.item is None:
        page.begin()
    return page


def reachable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.fixture(params=LANGUAGES)
def desk(qtbot: QtBot, request: pytest.FixtureRequest) -> Desk:
    language: Language = request.param
    return Desk(qtbot, FULL, language)


@pytest.mark.parametrize("name", PAGES)
def test_everything_the_keyboard_reaches_has_a_name(desk: Desk, name: str) -> None:
    page = show(desk.tabs, name)
    parts = [each for each in page.findChildren(QWidget) if isinstance(each, KINDS) and reachable(each)]
    assert parts
    unnamed = [
        type(each).__name__
        for each in parts
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
    ]
    assert unnamed == []


@pytest.mark.parametrize("name", ["person", "jobs", "statuses", "language_tests", "children", "family"])
def test_tab_goes_through_a_form_from_its_top_to_its_end(desk: Desk, name: str) -> None:
    page = show(desk.tabs, name)
    form = page.form
    form.focus_first()
    seen: list[QWidget] = []
    while form.isAncestorOf(focused()) and focused() not in seen and len(seen) < 200:
        seen.append(focused())
        press(focused(), Qt.Key.Key_Tab)
    wanted = [
        each
        for each in form.findChildren(QWidget)
        if reachable(each) and isinstance(each, KINDS) and not _second_answer(each)
    ]
    assert [each.accessibleName() for each in wanted if each not in seen] == []
    heights = [each.mapTo(form, QPoint(0, 0)).y() for each in seen if form.isAncestorOf(each)]
    # Fields of one row may stand a little higher or lower than each other.
    assert all(later >= earlier - 40 for earlier, later in pairwise(heights))


def _second_answer(widget: QWidget) -> bool:
    """Of several answers Tab comes to the one that is given; arrows go to the others."""
    return isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked()


def test_enter_goes_through_the_fields_of_a_form_and_begins_again(qtbot: QtBot) -> None:
    desk = Desk(qtbot, FULL)
    form = desk.page("statuses", "pgwp").form
    form.focus_first()
    first = focused()
    names = [focused().accessibleName()]
    for _at in range(20):
        if isinstance(focused(), QPlainTextEdit):  # where Enter is a new line, Tab goes on
            break
        press(focused(), Qt.Key.Key_Return)
        names.append(focused().accessibleName())
    assert names[:3] == ["Kind", "From", "To"]
    assert first.accessibleName() == "Kind"
    assert len(set(names)) == len(names)


def test_a_table_is_walked_opened_and_left_by_keyboard(qtbot: QtBot) -> None:
    desk = Desk(qtbot, FULL)
    page = desk.page("jobs", "north")
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Down)
    assert page.key == "harbour"
    press(page.table, Qt.Key.Key_Return)
    assert focused() is page.form.field("employer").focusProxy()
    press(focused(), Qt.Key.Key_Escape)
    assert focused() is page.table


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_for_a_row_has_no_two_entries_alike(qtbot: QtBot, language: Language) -> None:
    desk = Desk(qtbot, FULL, language)
    menu = desk.page("jobs", "north").acts.menu()
    texts = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert len(set(texts)) == len(texts)


# What the whole window says of an edit it refuses.


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "That was not done. Job Red River Software, To: is before start (2024-05-13).",
        ),
        (
            "fr",
            "Cela n’a pas été fait. Emploi Red River Software, Au\u00a0: précède le début (2024-05-13).",
        ),
    ],
)
def test_a_refused_edit_is_told_by_the_names_on_the_screen(shell: Shell, language: str, said: str) -> None:
    window = shell.unlocked(client("Okafor", "Adaeze", "2026-0042"))
    shell.space.open_case(shell.space.office.rows()[0].case_id)
    window.set_language(language)
    job = shell.page.session.view.case.jobs[-1]
    assert not shell.page.session.apply(move_period("jobs", job.id or "", job.start, date(2020, 1, 1)))
    (bar,) = shell.page.messages.bars()
    assert bar.text() == said
    assert not shell.page.session.apply(split_item("jobs", job.id or "", date(2020, 1, 1)))
    assert "jobs[" not in shell.page.messages.bars()[0].text()


def test_a_click_into_a_table_and_keys_do_the_same(qtbot: QtBot) -> None:
    desk = Desk(qtbot, FULL)
    page = desk.page("jobs", "north")
    rect = page.table.visualRect(page.table.records.index(page.table.records.row_of("harbour"), 0))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    clicked = desk.selected[-1]
    QApplication.processEvents()
    page.choose("north")
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Down)
    assert desk.selected[-1] == clicked == ("jobs", "harbour")
