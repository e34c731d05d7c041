"""A consultant's desk for tests: a file, the tables and forms on it, and a session that keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.items import with_ids
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import Language, words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.assess import assess, day_of, load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw, checked_edit
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.tables.record_page import RecordPage
from cec_desktop.ui.tables.record_tabs import RecordTabs
from cec_desktop.ui.theme import theme_named

TODAY = date(2026, 11, 3)


def view_of(case: CaseFile, *, today: date = TODAY, preview: bool = False) -> CaseView:
    """A file with what is said of it."""
    return CaseView(case, assess(case, day_of(case, today), today, load_rulebook()), preview)


def case_of(raw: Mapping[str, Any]) -> CaseFile:
    """A file of plain values, checked, with an id on every entry."""
    return with_ids(checked_case_from_raw(raw))


class Desk:
    """The tables and forms of one open file; every edit asked for is made, and can be undone."""

    def __init__(self, qtbot: QtBot, raw: Mapping[str, Any], language: Language = "en") -> None:
        self.qtbot = qtbot
        self.case = case_of(raw)
        self.edits: list[Edit] = []
        self.selected: list[tuple[str, str]] = []
        self._before: list[CaseFile] = []
        self.tabs = RecordTabs(words(language), theme_named("light"))
        qtbot.addWidget(self.tabs)
        self.tabs.edit_requested.connect(self._apply)
        self.tabs.selection_requested.connect(lambda *chosen: self.selected.append(chosen))
        self.tabs.resize(900, 560)
        self.tabs.display(view_of(self.case))
        with qtbot.waitExposed(self.tabs):
            self.tabs.show()
        self.tabs.activateWindow()

    def _apply(self, edit: Edit) -> None:
        after = checked_edit(edit, self.case)
        if after == self.case:
            return
        merges = self.edits and edit.merge_key and self.edits[-1].merge_key == edit.merge_key
        if not merges:
            self._before.append(self.case)
        self.edits.append(edit)
        self.case = after
        self.tabs.display(view_of(after))

    def undo(self) -> None:
        """Take the last step back, as the session does."""
        self.case = self._before.pop()
        self.tabs.display(view_of(self.case))

    @property
    def steps(self) -> int:
        """How many undo steps there are."""
        return len(self._before)

    def page(self, list_name: str, key: str = "") -> RecordPage:
        """Go to a list, and to an entry of it."""
        self.tabs.strip.choose(self.order(list_name))
        page = self.tabs.page(list_name)
        if key:
            page.choose(key)
        return page

    def order(self, name: str) -> int:
        """The position of a tab."""
        from cec_desktop.ui.tables.record_tabs import ORDER

        return ORDER.index(name)

    def line(self, field: Field) -> QLineEdit:
        """The line of a field, with the keyboard on it and its words selected."""
        assert isinstance(field, LineField)
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        field.edit.selectAll()
        return field.edit

    def type(self, field: Field, text: str, *, leave: bool = True) -> QLineEdit:
        """Replace what stands in a field by typing, and leave it with Tab."""
        line = self.line(field)
        if not text:
            QTest.keyClick(line, Qt.Key.Key_Delete)
        for letter in text:
            # QTest knows ASCII only.
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(line, key)
        if leave:
            QTest.keyClick(line, Qt.Key.Key_Tab)
        return line


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key."""
    QTest.keyClick(widget, key)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, in its middle where no place is given."""
    where = at or widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def write(text: str) -> None:
    """Type plain words wherever the keyboard is."""
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


JOB = {
    "id": "north",
    "employer": "Northlight Software Inc.",
    "title": "Software developer",
    "start": "2025-06-02",
    "hours_per_week": 37.5,
    "province": "ON",
    "noc": {"version": "2021", "code": "21232"},
    "duties_match": True,
    "leaves": [{"id": "holiday", "kind": "unpaid", "start": "2026-07-06", "end": "2026-08-01"}],
}
MEMBER: Mapping[str, Any] = {
    "format": "cec-case",
    "version": 1,
    "file_number": "2026-0042",
    "application_date": "2026-11-22",
    "destination": "ON",
    "client": {"family_name": "Okafor", "given_names": "Adaeze", "date_of_birth": "1996-05-17"},
    "statuses": [
        {"id": "study", "kind": "study_permit", "start": "2022-08-20", "end": "2024-08-31"},
        {"id": "pgwp", "kind": "post_graduation_work_permit", "start": "2024-09-01", "end": "2027-08-31"},
    ],
    "jobs": [
        {
            "id": "harbour",
            "employer": "Harbour Analytics Ltd.",
            "start": "2024-09-16",
            "end": "2025-03-09",
            "hours_per_week": 22.5,
            "noc": {"version": "2021", "code": "21223"},
            "duties_match": True,
        },
        JOB,
    ],
    "studies": [
        {
            "id": "lake",
            "institution": "Lakeshore College",
            "program": "Graduate certificate",
            "full_time": True,
            "full_time_months": 16,
            "credential": "certificate",
            "credential_date": "2024-06-20",
            "start": "2022-09-01",
            "end": "2024-04-30",
        }
    ],
    "language_tests": [
        {
            "id": "ielts",
            "test": "ielts_general",
            "result_date": "2025-03-02",
            "listening": 8,
            "reading": 7,
            "writing": 6.5,
            "speaking": 7,
        }
    ],
}
GAP: Mapping[str, Any] = {
    "format": "cec-case",
    "version": 1,
    "file_number": "2025-0117",
    "application_date": "2026-11-22",
    "destination": "BC",
    "client": {"family_name": "Singh", "given_names": "Harleen", "date_of_birth": "1994-02-08"},
    "statuses": [
        {"id": "open", "kind": "open_work_permit", "start": "2024-09-18", "end": "2025-03-14"},
        {"id": "permit", "kind": "work_permit", "start": "2025-03-18", "end": "2027-03-17"},
    ],
    "jobs": [
        {
            "id": "saffron",
            "employer": "Saffron Row Restaurant",
            "start": "2024-11-25",
            "end": "2025-11-23",
            "hours_per_week": 30,
            "noc": {"version": "2021", "code": "63200"},
            "duties_match": True,
        }
    ],
    "language_tests": [
        {
            "id": "celpip",
            "test": "celpip_general",
            "result_date": "2025-06-20",
            "listening": 6,
            "reading": 6,
            "writing": 6,
            "speaking": 7,
        }
    ],
}
"""Nothing is entered for 2025-03-15 to 2025-03-17, and three days of work hang on it."""
