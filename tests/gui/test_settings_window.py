"""Stories of the settings: pages in one window; whatever is changed holds at once and is never lost."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from cec_desktop.practice.firm import Firm
from cec_desktop.ui.preferences.window import SettingsWindow
from cec_desktop.ui.preview import PreviewDialog
from cec_desktop.ui.settings import LANGUAGE, LOCK_MINUTES, THEME, USER_NAME
from tests.gui.shell import Shell, client
from tests.gui.test_shell_language import english_left, french_left, nameless
from tests.gui.test_shell_summary import in_preview

OKAFOR = client("Okafor", "Adaeze", "2026-0042")
GREEN = (0, 140, 60)


@pytest.fixture
def opened(shell: Shell) -> Shell:
    shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    return shell


def settings(shell: Shell) -> SettingsWindow:
    """The settings, opened by key where they are not."""
    if shell.window.settings_desk.shown is None:
        shell.press("Ctrl+,")
    shown = shell.window.settings_desk.shown
    assert shown is not None
    assert shown.isVisible()
    shell.process()
    return shown


def turn_to(shell: Shell, title: str) -> None:
    """Click a page at the left."""
    pages = settings(shell).list
    (item,) = pages.findItems(title, Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=pages.visualItemRect(item).center())
    shell.process()


def picture(folder: Path, name: str = "logo.png") -> Path:
    path = folder / name
    Image.new("RGB", (160, 80), GREEN).save(path)
    return path


def firm(shell: Shell) -> Firm:
    return shell.space.office.firm()


def test_the_language_changes_while_the_settings_are_open(opened: Shell) -> None:
    shown = settings(opened)
    opened.click(shown.general.language.buttons["fr"])
    opened.process()
    assert opened.program.settings.get(LANGUAGE) == "fr"
    assert opened.page.header.summary.text() == "Sommaire"
    assert shown.windowTitle() == "Paramètres"
    for row in range(shown.list.count()):
        shown.list.setCurrentRow(row)
        opened.process()
        assert english_left(shown) == set()
    opened.click(opened.window.status.languages["en"])
    opened.process()
    assert shown.general.language.value() == "en"
    assert french_left(shown) == set()


def test_the_theme_changes_while_the_settings_are_open(opened: Shell) -> None:
    shown = settings(opened)
    opened.click(shown.general.theme.buttons["dark"])
    assert opened.program.settings.get(THEME) == "dark"
    assert opened.window.theme.dark
    assert opened.window.actions_["theme_dark"].isChecked()
    opened.window.set_theme("light")
    assert shown.general.theme.value() == "light"


def test_name_and_minutes_hold_at_once(opened: Shell) -> None:
    shown = settings(opened)
    shown.general.user_name.clear()
    opened.type(shown.general.user_name, "M. Tremblay")
    QTest.keyClick(shown.general.user_name, Qt.Key.Key_Tab)
    assert opened.program.settings.get(USER_NAME) == "M. Tremblay"
    lock = shown.general.lock
    lock.setFocus()
    lock.setCurrentIndex(lock.findData(0))
    lock.activated.emit(lock.currentIndex())
    assert opened.program.settings.get(LOCK_MINUTES) == 0
    assert opened.window.status.lock.text() == "Lock"
    opened.press("Ctrl+L")
    opened.process()
    opened.unlock()
    assert opened.space.office.author.name == "M. Tremblay"


def test_a_change_is_never_anonymous(opened: Shell) -> None:
    shown = settings(opened)
    before = opened.program.settings.get(USER_NAME)
    shown.general.user_name.clear()
    opened.click(shown.close_button)
    assert shown.isVisible()
    assert "Your name is needed" in shown.general.wrong.text()
    assert opened.program.settings.get(USER_NAME) == before
    opened.type(shown.general.user_name, "M. Tremblay")
    opened.click(shown.close_button)
    assert not shown.isVisible()
    assert opened.program.settings.get(USER_NAME) == "M. Tremblay"


def test_paper_and_language_of_summaries_are_what_the_preview_starts_with(opened: Shell) -> None:
    turn_to(opened, "Summaries")
    shown = settings(opened)
    opened.click(shown.summaries.language.buttons["fr"])
    opened.click(shown.summaries.paper.buttons["a4"])
    assert (firm(opened).language, firm(opened).paper) == ("fr", "a4")
    opened.click(shown.close_button)
    chosen: list[tuple[str, str]] = []

    def look(dialog: PreviewDialog) -> None:
        chosen.append((dialog.language.currentData(), dialog.paper.currentData()))

    in_preview(opened, look)
    assert chosen == [("fr", "a4")]


def test_firm_consultant_and_logo_stand_on_the_summary(opened: Shell) -> None:
    opened.window.actions_["firm"].trigger()
    shown = settings(opened)
    page = shown.firm
    assert page.isVisible()
    opened.answers.open = [picture(opened.folder)]
    for line, text in (
        (page.firm_name, "Tremblay Immigration Inc."),
        (page.address, "12 Main Street, Moncton NB"),
        (page.consultant, "M. Tremblay"),
        (page.licence, "R000000"),
    ):
        opened.type(line, text)
    opened.click(page.logo.choose)
    details = firm(opened).details
    assert (details.firm, details.consultant) == ("Tremblay Immigration Inc.", "M. Tremblay")
    assert (details.licence, details.address) == ("R000000", "12 Main Street, Moncton NB")
    assert details.logo == opened.answers.open[0].read_bytes()
    assert page.logo.picture.isVisible()
    opened.click(shown.close_button)

    made: list[bytes] = []

    def look(dialog: PreviewDialog) -> None:
        assert dialog.made is not None
        made.append(dialog.made.content)

    in_preview(opened, look)
    pdf = pypdfium2.PdfDocument(BytesIO(made[0]))
    text = pdf[0].get_textpage().get_text_range()
    assert "Tremblay Immigration Inc." in text
    assert "12 Main Street, Moncton NB" in text
    assert "R000000" in text
    head = pdf[0].render(scale=2).to_pil().crop((80, 50, 300, 130)).convert("RGB")
    assert GREEN in {colour for _count, colour in head.getcolors(100_000)}


@pytest.mark.parametrize("name", ["case-0.json", "logo.gif", "missing.png"])
def test_what_is_no_logo_is_refused_in_the_page(opened: Shell, name: str) -> None:
    opened.window.actions_["firm"].trigger()
    page = settings(opened).firm
    if name.endswith("gif"):
        picture(opened.folder, name)
    opened.answers.open = [opened.folder / name]
    opened.click(page.logo.choose)
    assert page.wrong.text()
    assert firm(opened).details.logo is None
    opened.answers.open = [picture(opened.folder)]
    opened.click(page.logo.choose)
    assert page.wrong.text() == ""
    opened.click(page.logo.remove)
    assert firm(opened).details.logo is None
    assert page.logo.none.isVisible()


def test_what_is_being_typed_is_kept_when_the_window_is_closed_or_the_casebook_locked(opened: Shell) -> None:
    opened.window.actions_["firm"].trigger()
    opened.type(settings(opened).firm.firm_name, "Birch & Reed")
    QTest.keyClick(settings(opened), Qt.Key.Key_Escape)
    assert opened.window.settings_desk.shown is None
    assert firm(opened).details.firm == "Birch & Reed"

    opened.window.actions_["firm"].trigger()
    opened.type(settings(opened).firm.phone, "204-555-0142")
    opened.press("Ctrl+L")
    opened.process()
    assert not opened.is_open()
    assert opened.window.settings_desk.shown is None
    opened.unlock()
    assert firm(opened).details.phone == "204-555-0142"


def test_a_locked_window_has_settings_but_no_firm(shell: Shell) -> None:
    shell.casebook(OKAFOR)
    shell.start()
    turn_to(shell, "Firm and consultant")
    shown = settings(shell)
    assert not shown.firm.firm_name.isVisible()
    assert "Unlock one" in " ".join(shell.texts(shown.firm))
    shell.unlock()
    shown = settings(shell)
    assert shown.firm.firm_name.isVisible()


def test_places_are_told_and_can_be_copied(opened: Shell) -> None:
    turn_to(opened, "Places")
    page = settings(opened).places
    said = [path.text() for path in page.paths]
    assert said[0] == str(opened.space.office.path)
    assert str(opened.where.data) in said
    assert str(opened.where.config) in said
    assert all(
        path.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse for path in page.paths
    )


def test_the_keyboard_turns_pages_and_reaches_every_field(opened: Shell) -> None:
    shown = settings(opened)
    shown.list.setFocus()
    titles = []
    for _page in range(shown.list.count()):
        titles.append(shown.list.currentItem().text())
        opened.process()
        assert nameless(shown) == []
        QTest.keyClick(shown.list, Qt.Key.Key_Down)
    assert titles == ["General", "Summaries", "Firm and consultant", "Places"]
    shown.show_page("firm")
    opened.process()
    shown.list.setFocus()
    reached: list[QWidget] = []
    for _step in range(30):
        QTest.keyClick(opened.application.focusWidget() or shown, Qt.Key.Key_Tab)
        focus = opened.application.focusWidget()
        assert focus is not None
        reached.append(focus)
    page = shown.firm
    for field in (page.firm_name, page.address, page.phone, page.consultant, page.licence, page.logo.choose):
        assert field in reached, field.accessibleName()
    assert shown.close_button in reached


def test_choices_say_what_they_choose(opened: Shell) -> None:
    shown = settings(opened)
    for button in shown.general.findChildren(QRadioButton):
        assert button.text()
        assert button.accessibleDescription() in ("Language of the window", "Theme")
    (lock,) = shown.general.findChildren(QComboBox)
    assert lock.accessibleName() == "Lock the casebook when the program is not used"


def test_settings_that_are_open_are_brought_to_the_front(opened: Shell) -> None:
    shown = settings(opened)
    opened.window.actions_["firm"].trigger()
    assert settings(opened) is shown
    assert shown.page_name() == "firm"
