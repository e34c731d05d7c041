"""Stories of client files as a whole: found, made, copied, archived, deleted and brought back."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from cec_desktop.storage.records import Filter, Sort
from cec_desktop.ui.file_filter import KEPT
from cec_desktop.ui.file_list import SORTS
from cec_desktop.ui.new_file import NewFileDialog
from cec_desktop.ui.rows import SECOND, THIRD
from tests.gui.shell import TODAY, Shell, client

OKAFOR = client("Okafor", "Adaeze", "2026-0042")
NGUYEN = client("Nguyễn", "Thị Hương", "2026-0038")
LI = client("Li", "Wei", "2026-0043")


def choose(shell: Shell, text: str) -> None:
    """Choose an entry of the filter's menu."""
    menu = shell.space.list.filter.menu
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == text).trigger()


def test_search_finds_a_name_whatever_its_accents(shell: Shell) -> None:
    shell.unlocked(OKAFOR, NGUYEN, LI)
    assert shell.search("nguyen") == ["NGUYỄN, Thị Hương"]
    QTest.keyClick(shell.space.list.search, Qt.Key.Key_Return)
    assert shell.window.windowTitle() == "NGUYỄN, Thị Hương – 2026-0038 – CEC Desktop"


def test_search_finds_employers_too(shell: Shell) -> None:
    other = client("Li", "Wei", "2026-0043", jobs=[{"employer": "Café Meridian", "start": "2025-01-06"}])
    shell.unlocked(OKAFOR, other)
    assert shell.search("cafe mer") == ["LI, Wei"]


def test_a_search_without_hits_names_the_nearest_and_what_was_not_searched(shell: Shell) -> None:
    shell.unlocked(OKAFOR, LI)
    shell.choose("Archive", "LI, Wei")
    assert shell.search("okaffor") == []
    empty = shell.space.list.empty
    assert empty.title.text() == "No file matches “okaffor”."
    shell.qtbot.waitUntil(lambda: empty.nearest.text() == "Nearest: OKAFOR, Adaeze")
    assert empty.unseen.text() == "1 other file was not searched."
    shell.click(empty.nearest)
    assert shell.page.session.view.case.file_number == "2026-0042"
    shell.space.list.search.setText("wei")
    shell.space.list.ask()
    shell.click(empty.widen_button)
    assert shell.names() == ["LI, Wei"]


def test_the_list_is_filtered_and_ordered_as_chosen_and_remembers_it(shell: Shell) -> None:
    shell.unlocked(OKAFOR, NGUYEN, LI)
    files = shell.space.list
    files.order.setCurrentIndex(files.order.findData("name"))
    files.order.activated.emit(0)
    assert shell.names() == ["LI, Wei", "NGUYỄN, Thị Hương", "OKAFOR, Adaeze"]
    files.order.setCurrentIndex(files.order.findData("number"))
    files.order.activated.emit(0)
    assert shell.names() == ["NGUYỄN, Thị Hương", "OKAFOR, Adaeze", "LI, Wei"]
    shell.stop()
    shell.start()
    shell.unlock()
    assert shell.space.list.order.currentData() == "number"


def fill(dialog: QDialog, shell: Shell, family: str, born: str, number: str = "") -> NewFileDialog:
    assert isinstance(dialog, NewFileDialog)
    dialog.family_name.clear()
    shell.type(dialog.family_name, family)
    dialog.date_of_birth.field.edit.clear()
    shell.type(dialog.date_of_birth.field.edit, born)
    if number:
        dialog.number.clear()
        shell.type(dialog.number, number)
    shell.click(dialog.yes)
    return dialog


def test_a_new_file_asks_for_what_every_file_has_and_opens(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.in_dialog(lambda dialog: fill(dialog, shell, "Şahin", "1991-04-30"))
    shell.press("Ctrl+N")
    assert shell.page.session.view.case.client.family_name == "Şahin"
    assert shell.page.session.view.case.file_number == "2026-0043"
    shell.space.list.ask()
    assert "ŞAHIN" in shell.names()


def test_enter_goes_on_from_the_day_of_birth(shell: Shell) -> None:
    shell.unlocked(OKAFOR)

    def enter(dialog: QDialog) -> None:
        assert isinstance(dialog, NewFileDialog)
        shell.type(dialog.family_name, "Şahin")
        shell.type(dialog.date_of_birth.field.edit, "1991-04-30")
        QTest.keyClick(dialog.date_of_birth.field.edit, Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.number
        QTest.keyClick(dialog.number, Qt.Key.Key_Return)

    shell.in_dialog(enter)
    shell.press("Ctrl+N")
    assert shell.page.session.view.case.client.family_name == "Şahin"


def test_a_new_file_is_refused_in_words_and_what_was_typed_stays(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    said = []

    def try_out(dialog: QDialog) -> None:
        made = fill(dialog, shell, "", "1991-04-30")
        said.append(made.wrong.text())
        fill(dialog, shell, "Şahin", "soon")
        said.append(made.wrong.text())
        fill(dialog, shell, "Şahin", "1991-04-30", "2026-0042")
        said.append(made.wrong.text())
        assert made.family_name.text() == "Şahin"
        shell.click(made.no)

    shell.in_dialog(try_out)
    shell.click(shell.space.list.new_file)
    assert said == [
        "Every file has a family name.",
        "Every file has the day of birth.",
        "Another file has this number.",
    ]
    assert shell.names() == ["OKAFOR, Adaeze"]


def test_a_deleted_file_comes_back_with_undo(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR, LI)
    shell.click_row("OKAFOR, Adaeze")
    window.actions_["bin"].trigger()
    assert shell.undo_line() == "Delete OKAFOR, Adaeze"
    assert window.actions_["undo"].text() == "&Undo: Delete OKAFOR, Adaeze"
    shell.space.list.ask()
    assert shell.names() == ["LI, Wei"]
    assert shell.space.current() is None
    line = window.status.undo_line()
    assert line is not None
    shell.click(line.button)
    shell.space.list.ask()
    assert sorted(shell.names()) == ["LI, Wei", "OKAFOR, Adaeze"]
    assert shell.page.session.view.case.file_number == "2026-0042"
    assert shell.undo_line() == ""


def test_a_file_in_the_bin_can_be_restored_or_deleted_for_good(shell: Shell) -> None:
    shell.unlocked(OKAFOR, LI)
    for name in ("OKAFOR, Adaeze", "LI, Wei"):
        shell.choose("Delete", name)
        shell.space.list.ask()
    files = shell.space.list
    choose(shell, "Bin")
    files.order.setCurrentIndex(files.order.findData("name"))
    files.order.activated.emit(0)
    assert shell.names() == ["LI, Wei", "OKAFOR, Adaeze"]
    shell.choose("Restore from the bin", "LI, Wei")
    shell.answers.yes = False
    shell.choose("Delete for good…", "OKAFOR, Adaeze")
    assert "OKAFOR, Adaeze" in shell.answers.asked[-1]
    files.ask()
    assert shell.names() == ["OKAFOR, Adaeze"]
    shell.answers.yes = True
    shell.choose("Delete for good…", "OKAFOR, Adaeze")
    files.ask()
    assert shell.names() == []
    assert shell.space.office.id_of("2026-0042") is None


def test_a_file_is_archived_and_taken_out_again(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR, LI)
    shell.choose("Archive", "LI, Wei")
    shell.space.list.ask()
    assert shell.names() == ["OKAFOR, Adaeze"]
    assert shell.space.list.counted.text() == "1 active, 1 archived"
    shell.press("Ctrl+Z")
    shell.space.list.ask()
    assert len(shell.names()) == 2
    assert not window.actions_["undo"].isEnabled()


def test_a_copy_gets_the_next_number_and_opens(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    shell.press("Ctrl+D")
    assert shell.page.session.view.case.file_number == "2026-0043"
    assert len(shell.space.tabs.pages()) == 2


def test_files_are_imported_all_or_none_with_every_reason(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    good, bad = shell.folder / "good.json", shell.folder / "bad.json"
    good.write_text(json.dumps(LI), encoding="utf-8")
    bad.write_text(json.dumps({**NGUYEN, "destination": 7, "notes": 3}), encoding="utf-8")
    shell.answers.open = [good, bad]
    window.actions_["import"].trigger()
    (said,) = shell.messages()
    assert said.count("bad.json: ") == 2
    assert "destination" in said
    assert shell.names() == ["OKAFOR, Adaeze"]
    shell.answers.open = [good]
    window.actions_["import"].trigger()
    assert shell.messages() == ["1 client file imported."]
    assert shell.page.session.view.case.file_number == "2026-0043"


def test_the_open_file_is_exported_as_it_stands(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    target = shell.folder / "out" / "okafor.json"
    shell.answers.save = target
    window.actions_["export"].trigger()
    assert shell.answers.proposed[-1].name == "2026-0042_OKAFOR.json"
    assert json.loads(target.read_text(encoding="utf-8"))["file_number"] == "2026-0042"
    assert shell.messages() == ["Client file written: okafor.json."]


def test_an_export_that_fails_is_said_and_leaves_nothing(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    (shell.folder / "a file").write_text("")
    shell.answers.save = Path(shell.folder, "a file", "okafor.json")
    window.actions_["export"].trigger()
    assert shell.messages() == ["okafor.json could not be written; nothing was changed."]


def test_files_open_as_tabs_and_close(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR, LI)
    for name in ("OKAFOR, Adaeze", "LI, Wei", "OKAFOR, Adaeze"):
        shell.click_row(name)
    tabs = shell.space.tabs
    assert [tabs.bar.tabText(at) for at in range(tabs.bar.count())] == ["OKAFOR, Adaeze", "LI, Wei"]
    assert window.windowTitle().startswith("OKAFOR")
    shell.press("Ctrl+Tab")
    assert window.windowTitle().startswith("LI, Wei")
    shell.press("Ctrl+W")
    assert window.windowTitle().startswith("OKAFOR")
    shell.press("Ctrl+W")
    assert window.windowTitle() == "CEC Desktop"
    assert not window.actions_["summary"].isEnabled()


def test_the_application_date_is_typed_and_undone_by_name(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    shell.press("Ctrl+Shift+D")
    edit = shell.page.header.date.field.edit
    assert edit.hasFocus()
    edit.selectAll()
    shell.type(edit, "2026-12-24")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.status.saved.text().startswith("Saved ")
    named = window.actions_["undo"].text()
    assert "2026-12-24" in named
    assert shell.undo_line() == named.removeprefix("&Undo: ")
    shell.press("Ctrl+Z")
    assert edit.text() == "2026-11-22"
    shell.press("Ctrl+Shift+Z")
    assert edit.text() == "2026-12-24"
    stored = shell.space.office.get(shell.page.case_id).case
    assert str(stored.application_date) == "2026-12-24"


def test_a_date_that_is_none_turns_red_keeps_what_was_typed_and_saves_nothing(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    header = shell.page.header
    edit = header.date.field.edit
    height = header.height()
    edit.selectAll()
    shell.type(edit, "5/9/2023")
    shell.process()
    assert (header.note.text(), header.other.text()) == ("5 September 2023", "9 May 2023?")
    assert header.height() == height
    edit.selectAll()
    shell.type(edit, "2026-02-30")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "2026-02-30"
    assert edit.property("wrong")
    assert header.note.text() == "There is no such day in the calendar."
    assert str(shell.page.session.view.case.application_date) == "2026-11-22"


def test_a_day_is_chosen_in_the_calendar(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    field = shell.page.header.date
    calendar = field.calendar()
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-22"
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert str(shell.page.session.view.case.application_date) == "2026-11-25"
    calendar.deleteLater()


def test_the_menu_of_a_row_opens_where_it_was_clicked(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    row = shell.space.list.model.rows()[0]
    menu = shell.space.list.menu_of(row)
    assert [entry.text() for entry in menu.actions()] == ["Open", "Duplicate", "Archive", "Delete"]
    menu.deleteLater()
    shell.space.list._show_menu(QPoint(5, 9999))  # below the last row: nothing opens


def test_the_list_offers_only_filters_and_orders_the_casebook_knows() -> None:
    assert {value for value, _text in KEPT} <= set(Filter)
    assert {value for value, _text in SORTS} <= set(Sort)


def test_search_finds_everything_as_one_types(shell: Shell) -> None:
    job = {"id": "j", "employer": "Bytown Foods", "title": "Pastry cook", "start": "2025-01-06"}
    shell.unlocked(OKAFOR, client("Li", "Wei", "2026-0043", jobs=[job]))
    shell.press("Ctrl+F")
    shell.type(shell.space.list.search, "pastr")
    shell.qtbot.waitUntil(lambda: shell.names() == ["LI, Wei"])


def test_the_list_is_narrowed_and_says_so_until_it_is_widened(shell: Shell) -> None:
    nobody = client("Mbeki", "Thandiwe", "2026-0050", jobs=[], language_tests=[])
    shell.unlocked(OKAFOR, nobody)
    files = shell.space.list
    assert not files.filter.line.isVisible()
    choose(shell, "Not met")
    assert shell.names() == ["MBEKI, Thandiwe"]
    assert files.filter.line.text == "Not met"
    choose(shell, "Any outcome")
    choose(shell, "Date within 90 days")
    assert len(shell.names()) == 2
    assert files.filter.line.text == "Date within 90 days"
    shell.stop()
    shell.start()
    shell.unlock()
    assert shell.space.list.filter.line.text == "Date within 90 days"
    shell.window.resize(1440, 900)
    shell.process()
    shell.click(shell.space.list.filter.line.clear)
    assert len(shell.names()) == 2
    assert not shell.space.list.filter.line.isVisible()


def test_a_row_shows_the_earliest_date_and_the_next_expiry(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    row = shell.space.list.model.rows()[0]
    assert row.earliest is not None
    assert row.expires_on is not None
    shown = f"{shell.space.list.model.index(0).data(SECOND)} {shell.space.list.model.index(0).data(THIRD)}"
    assert shell.window.words.day(row.earliest) in shown
    assert shell.window.words.day(row.expires_on) in shown


def test_the_office_lives_on_the_day_of_the_window(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    assert shell.space.open_case(shell.space.list.model.rows()[0].case_id)
    assert shell.page.session.view.assessment.today == TODAY
