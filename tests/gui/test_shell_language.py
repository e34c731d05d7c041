"""The whole window speaks English and French, changes while it is open, and every dialog speaks both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QTabBar, QWidget

from cec_desktop.i18n.words import Language
from cec_desktop.ui.tables.tab_strip import TabStrip
from tests.conftest import ROOT
from tests.gui.shell import Shell, client

OKAFOR = client("Okafor", "Adaeze", "2026-0042")
LANGUAGES: list[Language] = ["en", "fr"]


@cache
def catalogue() -> dict[str, str]:
    """Every sentence without fields, with its French."""
    with (ROOT / "translations/fr/LC_MESSAGES/cec_desktop.po").open("rb") as file:
        entries = read_po(file, locale="fr_CA")
    return {
        entry.id: entry.string
        for entry in entries
        if isinstance(entry.id, str) and isinstance(entry.string, str) and entry.id and "{" not in entry.id
    }


def english_with_french() -> dict[str, str]:
    """The sentences that differ between the two languages."""
    return {english: french for english, french in catalogue().items() if english != french}


OWN_NAMES = {"English", "Français"}
"""A language is named in itself."""


def every_text(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text a person or a screen reader can meet in a widget, with where it stands."""
    for part in [widget, *(child for child in widget.findChildren(QWidget) if child.isVisible())]:
        where = f"{type(part).__name__} {part.objectName()}"
        for name in ("text", "title", "placeholderText"):
            say = getattr(part, name, None)
            if callable(say) and not (isinstance(part, QLineEdit) and name == "text"):
                yield where, str(say())
        yield where, part.toolTip()
        yield where, part.accessibleName()
        yield where, part.accessibleDescription()
        if isinstance(part, QComboBox):
            yield from ((where, part.itemText(at)) for at in range(part.count()))
        if isinstance(part, QTabBar):
            yield from ((where, part.tabText(at)) for at in range(part.count()))
        yield from ((f"{where} action", action.text()) for action in part.actions())


def english_left(widget: QWidget) -> set[tuple[str, str]]:
    """Texts that are still English though the catalogue has French for them."""
    known = english_with_french()
    return {(where, text) for where, text in every_text(widget) if text in known.keys() - OWN_NAMES}


def french_left(widget: QWidget) -> set[tuple[str, str]]:
    """Texts that are still French."""
    known = set(english_with_french().values()) - catalogue().keys() - OWN_NAMES
    return {(where, text) for where, text in every_text(widget) if text in known}


def test_the_catalogue_is_read() -> None:
    assert english_with_french()["Unlock"] == "Déverrouiller"


def test_the_locked_window_changes_its_language_at_once(shell: Shell) -> None:
    shell.casebook()
    window = shell.start()
    assert ("QPushButton ", "Unlock") in english_left(window)
    shell.click(window.status.languages["fr"])
    assert english_left(window) == set()
    shell.click(window.unlock.make_new)
    assert english_left(window) == set()
    shell.click(window.status.languages["en"])
    assert french_left(window) == set()


def test_the_unlocked_window_changes_its_language_at_once_and_remembers_it(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    strip = window.findChild(TabStrip)
    assert strip is not None
    for row in range(strip.bar.count()):
        window.set_language("en")
        strip.choose(row)
        shell.click(window.status.languages["fr"])
        shell.process()
        assert english_left(window) == set(), strip.bar.tabText(row)
    assert window.status.languages["fr"].isChecked()
    assert window.actions_["language_fr"].isChecked()
    shell.click(window.status.languages["en"])
    shell.process()
    assert french_left(window) == set()
    window.actions_["language_fr"].trigger()
    shell.stop()
    window = shell.start()
    assert window.unlock.passphrase.unlock.text() == "Déverrouiller"


def test_a_message_that_is_up_changes_its_language(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.choose("Delete", "OKAFOR, Adaeze")
    assert shell.undo_line() == "Delete OKAFOR, Adaeze"
    window.set_language("fr")
    assert shell.undo_line() == "Supprimer OKAFOR, Adaeze"
    assert window.actions_["undo"].text() == "&Annuler\u00a0: Supprimer OKAFOR, Adaeze"


def test_a_refusal_under_the_passphrase_changes_its_language(shell: Shell) -> None:
    shell.casebook()
    window = shell.start()
    shell.unlock("wrong horse")
    window.set_language("fr")
    assert window.unlock.passphrase.wrong.text() == "Cette phrase de passe n’ouvre pas clients.casebook."


def opened_dialogs(shell: Shell) -> dict[str, Callable[[], object]]:
    actions = shell.window.actions_
    return {name: actions[name].trigger for name in ("new_file", "about", "report", "summary")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["new_file", "about", "report", "summary"])
def test_every_dialog_opens_in_both_languages_with_names_for_everything(
    shell: Shell, language: Language, name: str
) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    window.set_language(language)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        wrong = english_left(dialog) if language == "fr" else french_left(dialog)
        assert wrong == set()
        assert nameless(dialog) == []
        assert dialog.windowTitle() not in english_with_french() or language == "en"
        seen.append(dialog.windowTitle())

    shell.in_dialog(look)
    opened_dialogs(shell)[name]()
    assert len(seen) == 1


def nameless(widget: QWidget) -> list[str]:
    """Parts that take the keyboard but have nothing a screen reader could say."""
    from PySide6.QtCore import Qt

    found = []
    for part in widget.findChildren(QWidget):
        takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isVisible()
        text = getattr(part, "text", None)
        said = part.accessibleName() or (callable(text) and not isinstance(part, QLineEdit) and text())
        if takes and part.focusProxy() is None and not said:
            found.append(f"{type(part).__name__} in {type(part.parent()).__name__}")
    return found


def test_everything_that_takes_the_keyboard_has_a_name(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    shell.process()
    assert nameless(window) == []
    window.lock()
    assert nameless(window) == []


def test_qts_own_words_follow(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    for language, word in (("fr", "Tout sélectionner"), ("en", "Select All"), ("fr", "Tout sélectionner")):
        window.set_language(language)
        menu = shell.space.list.search.createStandardContextMenu()
        said = [entry.text().replace("&", "") for entry in menu.actions()]
        assert any(word in text for text in said), said
        menu.deleteLater()


def test_menus_have_no_key_twice(shell: Shell) -> None:
    window = shell.unlocked(OKAFOR)
    shell.click_row("OKAFOR, Adaeze")
    for language in LANGUAGES:
        window.set_language(language)
        menus = [action.menu() for action in window.menuBar().actions()]
        assert doubled(window.menuBar().actions()) == []
        for menu in menus:
            assert isinstance(menu, QMenu)
            assert doubled(menu.actions()) == [], menu.title()


def doubled(actions: list[QAction]) -> list[str]:
    keys = [
        text[text.index("&") + 1].casefold()
        for action in actions
        if action.isVisible() and "&" in (text := action.text().replace("&&", ""))
    ]
    return sorted({key for key in keys if keys.count(key) > 1})


def test_no_dialog_is_left_open(qapp: QApplication) -> None:
    assert qapp.activeModalWidget() is None
