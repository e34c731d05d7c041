"""Stories of the manual: opened by F1 at what is on the screen, searched, read in both languages, offline."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl

from cec_desktop.i18n.words import Language
from cec_desktop.resources import resource
from cec_desktop.ui.actions import SPECS
from cec_desktop.ui.manual.topics import found, topics
from cec_desktop.ui.manual.window import ManualWindow
from tests.gui.shell import Shell, client

OKAFOR = client("Okafor", "Adaeze", "2026-0042")
LANGUAGES: list[Language] = ["en", "fr"]
MOST_BYTES = 3_000_000


def manual(shell: Shell) -> ManualWindow:
    manual = shell.window.help_desk.manual
    assert manual is not None
    assert manual.isVisible()
    return manual


def test_f1_opens_the_page_of_the_screen(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.press("F1")
    assert manual(shell).windowTitle() == "Manual"
    assert manual(shell).list.currentItem().text() == "The list of files"
    manual(shell).reject()
    shell.click_row("OKAFOR, Adaeze")
    shell.press("F1")
    assert manual(shell).list.currentItem().text() == "An open file"
    assert "application date" in manual(shell).page.toPlainText()
    shell.press("Ctrl+T")
    shell.press("F1")
    assert manual(shell).list.currentItem().text() == "What if"


def test_a_locked_window_has_a_manual_too(shell: Shell) -> None:
    shell.casebook(OKAFOR)
    shell.start()
    shell.press("F1")
    assert manual(shell).list.currentItem().text() == "First steps"


def test_words_are_searched_whatever_their_accents(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.window.set_language("fr")
    shell.press("F1")
    shell.type(manual(shell).search, "periode de paie")
    titles = [manual(shell).list.item(row).text() for row in range(manual(shell).list.count())]
    assert titles == ["Tableaux et formulaires"]
    assert "paie" in manual(shell).page.toPlainText()
    shell.type(manual(shell).search, " xyzzy")
    assert manual(shell).nothing.isVisible()
    manual(shell).search.clear()
    assert manual(shell).list.count() == len(topics("fr"))


def test_the_language_changes_on_the_same_page(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.press("F1")
    manual(shell).show_topic("timeline")
    shell.window.set_language("fr")
    assert manual(shell).list.currentItem().text() == "La chronologie"
    assert manual(shell).page.toPlainText().startswith("La chronologie")


def test_links_turn_to_other_topics(shell: Shell) -> None:
    shell.unlocked(OKAFOR)
    shell.press("F1")
    manual(shell).page.anchorClicked.emit(QUrl("panel"))
    assert manual(shell).list.currentItem().text() == "The eligibility panel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_picture_is_there(language: Language) -> None:
    names = {topic.name for topic in topics(language)}
    pictures = 0
    for topic in topics(language):
        for mark, target in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", topic.text):
            if mark:
                pictures += 1
                assert resource("manual", "pictures", target).stat().st_size > 1000, target
                assert target.endswith(f"-{language}.png")
            else:
                assert target in names, target
    assert pictures >= 6


def test_both_languages_have_the_same_topics_pictures_and_keys() -> None:
    english, french = ({topic.name: topic.text for topic in topics(each)} for each in LANGUAGES)
    assert english.keys() == french.keys()
    for name, text in english.items():
        pictures = [re.findall(r"\((\w+)-(?:en|fr)\.png\)", each) for each in (text, french[name])]
        assert pictures[0] == pictures[1], name
        assert text.count("\n## ") == french[name].count("\n## "), name


def test_the_keys_it_names_are_the_program_s() -> None:
    known = {keys for spec in SPECS.values() for keys in spec.keys}
    text = next(topic.text for topic in topics("en") if topic.name == "keys")
    named = set(re.findall(r"\bCtrl\+Shift\+[A-Z]\b|\bCtrl\+[A-Z0-9]\b|\bF\d\b", text))
    assert named
    assert named <= known


def test_a_word_is_found_in_the_right_topic() -> None:
    assert [topic.name for topic in found("en", "scratch copy")] == ["what-if"]
    assert found("en", "xyzzy") == ()


def test_pictures_stay_small() -> None:
    files = list(resource("manual", "pictures").glob("*.png"))
    assert files
    assert sum(file.stat().st_size for file in files) < MOST_BYTES
