"""Who sits here."""

import getpass
import platform

import pytest

from cec_desktop.practice import people
from cec_desktop.practice.people import account_name, author_here


def test_the_name_that_was_set_comes_first() -> None:
    assert author_here("  Ana Roy ").name == "Ana Roy"
    assert author_here("Ana Roy").machine == platform.node()


def test_else_the_accounts_full_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "aroy")
    monkeypatch.setattr(people, "_full_name", {"aroy": "Ana Roy"}.get)
    assert author_here().name == "Ana Roy"


def test_else_what_the_account_logs_in_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "nobody-of-that-name")
    assert account_name() == "nobody-of-that-name"


def test_an_account_without_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert account_name() == ""
