"""The rows of the file list: names as forms have them, dates in words, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.message import message
from cec_desktop.i18n.words import words
from cec_desktop.practice.list_rows import ListRow
from cec_desktop.rules.findings import Outcome
from cec_desktop.ui.file_list import acts_on
from cec_desktop.ui.file_list_model import FileListModel, client_name
from cec_desktop.ui.rows import SECOND, TRAILING, URGENT
from cec_desktop.ui.theme import theme_named

DAY = date(2026, 11, 14)


def row(days: int | None = 11, *, archived: bool = False, binned: bool = False) -> ListRow:
    return ListRow(
        case_id="1",
        file_number="2026-0038",
        family_name="Nguyễn",
        given_names="Thị Hương",
        outcome=Outcome.MET,
        next_on=DAY,
        next_words=message("list_apply_by", day=DAY),
        days=days,
        archived=archived,
        binned=binned,
        stale=False,
    )


@pytest.fixture
def model(qtbot: QtBot) -> FileListModel:
    model = FileListModel(words("en"), theme_named("light"))
    model.show_rows([row()])
    return model


def test_the_model_is_sound(qtmodeltester: ModelTester, model: FileListModel) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_row_says_name_number_and_next_date(model: FileListModel) -> None:
    index = model.index(0)
    assert index.data() == "NGUYỄN, Thị Hương"
    assert index.data(SECOND) == "2026-0038  apply by 2026-11-14"
    assert index.data(TRAILING) == "11 d"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "NGUYỄN, Thị Hương, 2026-0038, met, apply by 2026-11-14"
    )


def test_the_second_line_is_short_where_there_is_less_room(model: FileListModel) -> None:
    model.set_short(True)
    assert model.index(0).data(SECOND) == "2026-0038  2026-11-14"


@pytest.mark.parametrize(("days", "bold"), [(14, True), (15, False), (0, True), (None, False)])
def test_a_date_within_two_weeks_is_bold(model: FileListModel, days: int | None, bold: bool) -> None:
    model.show_rows([row(days)])
    assert model.index(0).data(URGENT) is bold


def test_a_day_gone_by_counts_nothing_down(model: FileListModel) -> None:
    model.show_rows([row(-3)])
    assert model.index(0).data(TRAILING) == ""


def test_the_rows_change_their_language(qtbot: QtBot, model: FileListModel) -> None:
    with qtbot.waitSignal(model.dataChanged):
        model.set_words(words("fr"))
    assert model.index(0).data(TRAILING) == "11\u00a0j"
    assert "remplie" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_file_that_was_never_assessed_says_so(model: FileListModel) -> None:
    never = ListRow("2", "2026-0001", "Li", None, None, None, None, None, False, False, True)
    model.show_rows([never])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "LI, 2026-0001, not assessed"
    assert model.index(0).data(SECOND) == "2026-0001"


def test_names_are_written_as_forms_have_them() -> None:
    assert client_name("Şahin", None) == "ŞAHIN"
    assert client_name("Ó Súilleabháin", "Ciarán") == "Ó SÚILLEABHÁIN, Ciarán"


@pytest.mark.parametrize(
    ("kept", "acts"),
    [
        ({}, ("open", "duplicate", "archive", "bin")),
        ({"archived": True}, ("open", "duplicate", "unarchive", "bin")),
        ({"binned": True}, ("restore", "delete")),
    ],
)
def test_what_can_be_done_depends_on_where_a_file_is(kept: dict[str, bool], acts: tuple[str, ...]) -> None:
    assert acts_on(row(archived=kept.get("archived", False), binned=kept.get("binned", False))) == acts
