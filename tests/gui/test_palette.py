"""Stories of the palette: Ctrl+K, a few letters, Enter; every file and everything the menus can do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from cec_desktop.storage.records import Filter
from cec_desktop.ui.palette import Palette, likeliest, unlikeness
from tests.gui.shell import Shell, client
from tests.gui.test_shell_language import english_left, nameless

CLIENTS = (
    client("Okafor", "Adaeze", "2026-0042"),
    client("Mbeki", "Lindiwe", "2026-0117"),
    client("Lévesque", "Zoé", "2025-0009"),
)
NAMES = ["OKAFOR, Adaeze", "MBEKI, Lindiwe", "LÉVESQUE, Zoé"]


def go(shell: Shell, act: Callable[[Palette], object]) -> None:
    """Press Ctrl+K where the cursor is and do something in the palette."""

    def within(dialog: QDialog) -> None:
        assert isinstance(dialog, Palette)
        act(dialog)

    shell.window.activateWindow()  # no window manager gives it back after a dialog
    shell.process()
    shell.in_dialog(within)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.process()


def press(palette: Palette, *keys: Qt.Key) -> None:
    focus = palette.focusWidget()
    assert focus is palette.line
    for key in keys:
        QTest.keyClick(focus, key)


def shown(palette: Palette) -> list[tuple[str, str, str]]:
    """The rows: text, what is below, keys."""
    entries = (palette.hits.entry(palette.hits.index(row)) for row in range(palette.hits.rowCount()))
    return [(each.text, each.below, each.keys) for each in entries if each is not None]


def texts(palette: Palette) -> list[str]:
    return [text for text, _below, _keys in shown(palette)]


def open_by_name(shell: Shell, name: str) -> None:
    row = next(row for row in shell.space.list.model.rows() if row.family_name == name)
    shell.space.open_case(row.case_id)
    shell.process()


def number(shell: Shell) -> str:
    """The number of the file that is shown, as the casebook has it."""
    return shell.space.office.get(shell.page.case_id).case.file_number


def test_a_few_letters_of_a_name_open_the_file(shell: Shell) -> None:
    shell.unlocked(*CLIENTS)

    def act(palette: Palette) -> None:
        shell.type(palette.line, "mbk")
        assert texts(palette)[0] == "MBEKI, Lindiwe"
        press(palette, Qt.Key.Key_Return)

    go(shell, act)
    assert number(shell) == "2026-0117"
    assert shell.page.header.name.text() == "MBEKI, Lindiwe"


@pytest.mark.parametrize("typed", ["2025-0009", "zoe lev", "LEVESQUE", "0009"])
def test_a_file_is_found_by_number_and_by_name_without_accents(shell: Shell, typed: str) -> None:
    shell.unlocked(*CLIENTS)

    def act(palette: Palette) -> None:
        shell.type(palette.line, typed)
        assert shown(palette)[0] == ("LÉVESQUE, Zoé", "2025-0009", "")
        press(palette, Qt.Key.Key_Enter)

    go(shell, act)
    assert number(shell) == "2025-0009"


def test_files_opened_last_stand_first_and_arrows_reach_them(shell: Shell) -> None:
    shell.unlocked(*CLIENTS)
    for name in ("Mbeki", "Okafor", "Lévesque"):
        open_by_name(shell, name)

    def act(palette: Palette) -> None:
        assert texts(palette)[:3] == ["LÉVESQUE, Zoé", "OKAFOR, Adaeze", "MBEKI, Lindiwe"]
        press(palette, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
        assert palette.line.accessibleDescription() == "OKAFOR, Adaeze, 2026-0042"
        press(palette, Qt.Key.Key_Return)

    go(shell, act)
    assert number(shell) == "2026-0042"


def test_an_action_is_shown_with_its_keys_and_carried_out(shell: Shell) -> None:
    shell.unlocked(*CLIENTS)
    open_by_name(shell, "Okafor")

    def act(palette: Palette) -> None:
        shell.type(palette.line, "dupl")
        assert shown(palette)[0] == ("Duplicate file", "Case", "Ctrl+D")
        press(palette, Qt.Key.Key_Return)

    go(shell, act)
    assert number(shell) == "2026-0118"
    assert len(shell.space.office.rows(Filter.ALL)) == len(CLIENTS) + 1


def test_it_offers_what_can_be_done_now_and_no_more(shell: Shell) -> None:
    window = shell.unlocked(*CLIENTS)
    offered: list[list[str]] = []
    go(shell, lambda palette: offered.append(texts(palette)))
    open_by_name(shell, "Okafor")
    go(shell, lambda palette: offered.append(texts(palette)))
    without, with_file = offered
    assert "What if" not in without
    assert "What if" in with_file
    assert "Take the what-if over" not in with_file
    assert "Open another casebook…" not in with_file
    enabled = [action for action in window.actions() if action.isEnabled() and action.isVisible()]
    assert len(with_file) == len(NAMES) + len(enabled) - 1  # all but the palette itself


def test_it_speaks_french_and_finds_french(shell: Shell) -> None:
    window = shell.unlocked(*CLIENTS)
    open_by_name(shell, "Okafor")
    window.set_language("fr")

    def act(palette: Palette) -> None:
        assert english_left(palette) == set()
        assert nameless(palette) == []
        assert palette.windowTitle() == "Aller à"
        shell.type(palette.line, "simu")
        assert shown(palette)[0][:2] == ("Simulation", "Dossier")
        press(palette, Qt.Key.Key_Return)

    go(shell, act)
    assert shell.page.what_if.trial is not None


def test_escape_and_enter_on_nothing_change_nothing(shell: Shell) -> None:
    shell.unlocked(*CLIENTS)

    def act(palette: Palette) -> None:
        shell.type(palette.line, "qqqq")
        assert texts(palette) == []
        nothing = [each.text() for each in palette.findChildren(QLabel) if each.isVisible()]
        assert nothing == ["No file and no action is called that."]
        press(palette, Qt.Key.Key_Return)
        assert palette.isVisible()
        press(palette, Qt.Key.Key_Escape)
        assert not palette.isVisible()

    go(shell, act)
    assert shell.space.current() is None


def test_it_wears_the_theme_and_names_what_takes_the_keyboard(shell: Shell) -> None:
    window = shell.unlocked(*CLIENTS)
    grounds = []

    def act(palette: Palette) -> None:
        assert nameless(palette) == []
        picture = palette.grab().toImage()
        grounds.append(picture.pixelColor(picture.width() // 2, picture.height() - 20).lightness())

    for theme in ("light", "dark"):
        window.actions_[f"theme_{theme}"].trigger()
        go(shell, act)
    light, dark = grounds
    assert light > 200
    assert dark < 80


def test_locking_takes_the_palette_and_its_names_away(shell: Shell) -> None:
    window = shell.unlocked(*CLIENTS)
    go(shell, lambda _palette: window.lock())
    shell.qtbot.waitUntil(lambda: not shell.is_open())
    assert QApplication.activeModalWidget() is None
    assert not set(NAMES) & set(shell.texts())


def test_nearer_words_come_first() -> None:
    assert unlikeness(["oka"], "okafor adaeze") == 0
    assert unlikeness(["ada"], "okafor adaeze") == 0
    begun, within, apart = (unlikeness([each], "okafor adaeze") for each in ("oka", "for", "okz"))
    assert begun is not None
    assert within is not None
    assert apart is not None
    assert begun < within < apart
    assert unlikeness(["zoka"], "okafor adaeze") is None
    assert unlikeness(["oka", "mbeki"], "okafor adaeze") is None
    assert likeliest([], "oka") == []
