"""What the program remembers: typed, spoilt values pass, nothing unknown goes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from cec_desktop.ui.settings import LANGUAGE, LOCK_MINUTES, THEME, USER_NAME, Setting, Settings

FLAG = Setting("test/flag", False)
MANY = Setting("test/many", list[str]())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.ini"


def test_what_was_never_set_is_the_default(file: Path) -> None:
    settings = Settings(file)
    assert settings.get(THEME) == "system"
    assert settings.get(LOCK_MINUTES) == 10
    assert settings.size("list-wide") is None
    assert settings.shape("window") is None


def test_values_come_back_in_their_type_at_the_next_start(file: Path) -> None:
    settings = Settings(file)
    settings.set(LOCK_MINUTES, 30)
    settings.set(USER_NAME, "Zoë Côté; 2")
    settings.set(FLAG, True)
    settings.set(MANY, ["one"])
    settings.set_size("list-wide", 312)
    settings.set_shape("window", QByteArray(b"\x00\x01shape"))
    del settings
    again = Settings(file)
    assert again.get(LOCK_MINUTES) == 30
    assert again.get(USER_NAME) == "Zoë Côté; 2"
    assert again.get(FLAG) is True
    assert again.get(MANY) == ["one"]
    assert again.size("list-wide") == 312
    assert again.shape("window") == QByteArray(b"\x00\x01shape")
    again.set_size("list-wide", None)
    assert again.size("list-wide") is None
    again.set(MANY, [])
    assert Settings(file).get(MANY) == []


def test_a_spoilt_value_reads_as_the_default(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("[window]\ntheme=mauve\nlanguage=xx\n[security]\nlock_minutes=soon\n[size]\nlist=-3\n")
    settings = Settings(file)
    assert settings.get(THEME) == "system"
    assert settings.get(LANGUAGE) == ""
    assert settings.get(LOCK_MINUTES) == 10
    assert settings.size("list") is None


def test_a_value_that_is_no_choice_is_not_taken(file: Path) -> None:
    with pytest.raises(ValueError, match="window/theme"):
        Settings(file).set(THEME, "mauve")


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [
        ("LC_ALL", "fr_CA.UTF-8", "fr"),
        ("LANG", "fr", "fr"),
        ("LANG", "en_CA.UTF-8", "en"),
        ("LANG", "C", "en"),
    ],
)
def test_the_language_follows_the_system_until_one_is_chosen(
    file: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    settings = Settings(file)
    assert settings.language() == language
    settings.set(LANGUAGE, "en")
    assert settings.language() == "en"


def test_a_system_that_names_no_language_is_asked_in_its_own_way(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert Settings(file).language() in ("en", "fr")
