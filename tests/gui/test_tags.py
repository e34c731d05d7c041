"""Stories of tags: typed in and taken away in the window with keys alone, kept in the casebook, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView

from cec_desktop.casefile.tags import LONGEST_TAG, tags_of
from cec_desktop.ui.tags_dialog import TagsDialog
from tests.gui.shell import Shell, client
from tests.gui.test_palette import go, press
from tests.gui.test_shell_language import english_left, nameless


def opened(shell: Shell, *tags: str) -> None:
    more: dict[str, Any] = {"office": {"tags": list(tags), "shelf": "B4"}} if tags else {}
    shell.unlocked(client("Okafor", "Adaeze", "2026-0042", **more))
    shell.space.open_case(shell.space.list.model.rows()[0].case_id)
    shell.process()


def asked(shell: Shell, act: Callable[[TagsDialog], object]) -> None:
    """Choose Case > Tags… and do something in what it asks."""

    def within(dialog: QDialog) -> None:
        assert isinstance(dialog, TagsDialog)
        act(dialog)

    shell.in_dialog(within)
    shell.window.actions_["tags"].trigger()
    shell.process()


def key(dialog: TagsDialog, *keys: Qt.Key) -> None:
    """Press keys where the cursor is."""
    for each in keys:
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, each)


def listed(dialog: TagsDialog) -> list[str]:
    view = dialog.findChild(QListView)
    assert view is not None
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def kept(shell: Shell) -> tuple[str, ...]:
    """The tags as the casebook has them."""
    return tags_of(shell.space.office.get(shell.page.case_id).case)


def test_tags_are_typed_in_kept_shown_and_undone_in_one_step(shell: Shell) -> None:
    opened(shell)

    def act(dialog: TagsDialog) -> None:
        assert dialog.focusWidget() is dialog.line
        shell.type(dialog.line, "urgent")
        key(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        shell.type(dialog.line, "pro bono, Urgent")
        key(dialog, Qt.Key.Key_Return)
        assert listed(dialog) == ["urgent", "pro bono"]
        key(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    asked(shell, act)
    assert kept(shell) == ("urgent", "pro bono")
    assert shell.space.office.tags() == ("pro bono", "urgent")
    assert shell.page.header.about.accessibleName().endswith("tags: urgent, pro bono")
    assert shell.undo_line() == "Change tags"
    shell.press("Ctrl+Z")
    assert kept(shell) == ()
    assert shell.space.office.tags() == ()
    assert "tags" not in shell.page.header.about.accessibleName()
    shell.press("Ctrl+Y")
    assert kept(shell) == ("urgent", "pro bono")


def test_a_tag_is_removed_with_the_keyboard_and_the_rest_of_the_office_s_part_stays(shell: Shell) -> None:
    opened(shell, "urgent", "pro bono")

    def act(dialog: TagsDialog) -> None:
        key(dialog, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.view
        key(dialog, Qt.Key.Key_Home, Qt.Key.Key_Delete)
        assert listed(dialog) == ["pro bono"]
        key(dialog, Qt.Key.Key_Return)

    asked(shell, act)
    assert kept(shell) == ("pro bono",)
    stored = shell.space.office.get(shell.page.case_id).case
    assert stored.office == {"tags": ["pro bono"], "shelf": "B4"}


def test_escape_keeps_the_tags_as_they_were(shell: Shell) -> None:
    opened(shell, "urgent")

    def act(dialog: TagsDialog) -> None:
        shell.type(dialog.line, "late")
        key(dialog, Qt.Key.Key_Return, Qt.Key.Key_Escape)

    asked(shell, act)
    assert kept(shell) == ("urgent",)
    assert shell.undo_line() == ""


def test_keeping_the_same_tags_is_no_edit(shell: Shell) -> None:
    opened(shell, "urgent")
    asked(shell, lambda dialog: key(dialog, Qt.Key.Key_Return))
    assert shell.page.session.undo_name is None
    assert shell.undo_line() == ""


def test_a_tag_that_is_too_long_is_refused_and_not_cut(shell: Shell) -> None:
    opened(shell)
    long = "x" * (LONGEST_TAG + 1)

    def act(dialog: TagsDialog) -> None:
        shell.type(dialog.line, long)
        key(dialog, Qt.Key.Key_Return)
        assert dialog.wrong.text() == "A tag has at most 40 letters."
        assert dialog.line.text() == long
        key(dialog, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Return)

    asked(shell, act)
    assert kept(shell) == ("x" * LONGEST_TAG,)


def test_the_palette_reaches_the_tags(shell: Shell) -> None:
    opened(shell)

    def in_tags() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TagsDialog)
        shell.type(dialog.line, "urgent")
        key(dialog, Qt.Key.Key_Return, Qt.Key.Key_Return)

    def act(palette: Any) -> None:
        shell.type(palette.line, "tags")
        press(palette, Qt.Key.Key_Return)
        QTimer.singleShot(0, in_tags)

    go(shell, act)
    assert kept(shell) == ("urgent",)


def test_the_dialog_speaks_french_and_names_everything(shell: Shell) -> None:
    opened(shell, "urgent")
    shell.window.set_language("fr")

    def act(dialog: TagsDialog) -> None:
        assert english_left(dialog) == set()
        assert nameless(dialog) == []
        assert dialog.windowTitle() == "Étiquettes"

    asked(shell, act)
    assert shell.page.header.about.accessibleName().endswith("étiquettes\u00a0: urgent")
