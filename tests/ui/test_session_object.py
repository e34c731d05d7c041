"""An open file in the window: previews are paced, the last one is never lost, refusals are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import change_item, set_application_date
from cec_desktop.practice.office import Office
from cec_desktop.practice.view import CaseView
from cec_desktop.storage.author import Author
from cec_desktop.ui.session_object import SessionObject
from tests.samples import sample_raw


class Open:
    """A file that is open, and everything the window was shown."""

    def __init__(self, folder: Path) -> None:
        from cec_desktop.casefile.reading import case_from_raw, write_case

        file = folder / "case.json"
        file.write_text(write_case(case_from_raw(sample_raw())), encoding="utf-8")
        self.office = Office.create(folder / "test.casebook", "secret words", Author("A", "desk"))
        (case_id,) = self.office.import_files([file])
        self.session = SessionObject(self.office.open(case_id))
        self.shown: list[CaseView] = []
        self.refused: list[Exception] = []
        self.done: list[object] = []
        self.session.shown.connect(self.shown.append)
        self.session.refused.connect(self.refused.append)
        self.session.done.connect(self.done.append)


@pytest.fixture
def file(qtbot: QtBot, tmp_path: Path) -> Open:
    return Open(tmp_path)


def day(number: int) -> date:
    return date(2026, 12, number)


def test_the_first_preview_comes_at_once_and_the_last_is_never_lost(qtbot: QtBot, file: Open) -> None:
    for number in range(1, 30):
        file.session.preview(set_application_date(day(number)))
    assert [view.case.application_date for view in file.shown] == [day(1)]
    qtbot.waitUntil(lambda: file.shown[-1].case.application_date == day(29))
    assert len(file.shown) < 10
    assert all(view.preview for view in file.shown)


def test_the_end_of_a_preview_shows_the_file_as_it_is(file: Open) -> None:
    file.session.preview(set_application_date(day(1)))
    file.session.preview(None)
    assert file.shown[-1] is file.session.view
    file.session.preview(None)
    assert len(file.shown) == 2


def test_letting_go_makes_the_edit_and_shows_it_once(qtbot: QtBot, file: Open) -> None:
    file.session.preview(set_application_date(day(1)))
    file.session.preview(set_application_date(day(2)))
    assert file.session.apply(set_application_date(day(3)))
    qtbot.wait(30)
    assert [view.preview for view in file.shown] == [True, False]
    assert file.shown[-1].case.application_date == day(3)
    assert len(file.done) == 1


def test_a_drag_that_ends_where_it_began_goes_back(file: Open) -> None:
    kept = file.session.view.case.application_date
    file.session.preview(set_application_date(day(1)))
    file.session.apply(set_application_date(kept))
    assert file.shown[-1] is file.session.view
    assert file.done == []


def test_a_refused_edit_is_told_and_the_file_shown_as_it_is(file: Open) -> None:
    file.session.preview(set_application_date(day(1)))
    assert not file.session.apply(change_item("jobs", "redriver", end="2020-01-01"))
    assert len(file.refused) == 1
    assert file.shown[-1] is file.session.view
    assert file.session.undo_name is None


def test_undo_and_redo_show_the_file_again(file: Open) -> None:
    before = file.session.view.case
    file.session.apply(set_application_date(day(5)))
    file.session.undo()
    assert file.shown[-1].case == before
    assert file.session.redo_name is not None
    file.session.redo()
    assert file.shown[-1].case.application_date == day(5)


def test_a_closed_file_says_nothing_more(file: Open) -> None:
    file.session.close()
    file.session.apply(set_application_date(day(5)))
    assert file.shown == []
