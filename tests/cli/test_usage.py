"""Help and mistakes at the prompt, in both languages."""

from __future__ import annotations

import pytest

from cec_desktop.cli import COMMANDS
from cec_desktop.commands.parser import asked_language, system_language
from cec_desktop.version import VERSION
from tests.cli.conftest import Run

NAMES = [command.name for command in COMMANDS]


def test_the_help_names_every_command(cec: Run) -> None:
    ended = cec("--help", "--lang", "en")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("usage: cec-desktop")
    listed = {line.split()[0] for line in ended.out.splitlines() if line.startswith("  ")}
    assert set(NAMES) <= listed


@pytest.mark.parametrize("command", NAMES)
def test_each_command_explains_itself_in_both_languages(cec: Run, command: str) -> None:
    english, french = (cec(command, "--help", "--lang", language) for language in ("en", "fr"))
    assert (english.status, french.status, english.err, french.err) == (0, 0, "", "")
    assert english.out.startswith(f"usage: cec-desktop {command} ")
    assert french.out.startswith(f"utilisation\u00a0: cec-desktop {command} ")
    for words in ("usage:", "options:", "show this help", "arguments:"):
        assert words not in french.out
    assert "options\u00a0:" in french.out
    assert "-h, --help" in french.out


def test_help_wins_over_what_else_is_wrong(cec: Run) -> None:
    assert cec("assess", "--help", "--bogus").status == 0


def test_the_version_is_told(cec: Run) -> None:
    assert cec("--version").out == f"{VERSION}\n"


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (["assess"], "missing: CASE.json", "il manque\u00a0: DOSSIER.json"),
        (["assess", "x", "--on"], "--on needs a value", "--on exige une valeur"),
        (["assess", "x", "--json=1"], "--json takes no value", "--json ne prend pas de valeur"),
        (
            ["assess", "x", "--on", "2026-02-30"],
            "--on: is not a day of the calendar, written YYYY-MM-DD",
            "--on: n’est pas un jour du calendrier, écrit AAAA-MM-JJ",
        ),
        (
            ["assess", "x", "--on", "20260302"],
            "--on: is not a day of the calendar, written YYYY-MM-DD",
            "--on: n’est pas un jour du calendrier, écrit AAAA-MM-JJ",
        ),
        (
            ["assess", "x", "--json", "--text"],
            "--json and --text exclude each other",
            "--json et --text s’excluent",
        ),
        (["assess", "x", "--jso"], "unknown argument: --jso", "argument inconnu\u00a0: --jso"),
        (
            ["assess", "x", "--why", "--now"],
            "unknown arguments: --why --now",
            "arguments inconnus\u00a0: --why --now",
        ),
        (["summary", "a", "b", "-o", "c.pdf"], "unknown argument: b", "argument inconnu\u00a0: b"),
        (["summary", "a"], "missing: -o FILE.pdf", "il manque\u00a0: -o FICHIER.pdf"),
        (
            ["summary", "a", "-o", "c.pdf", "--paper", "a3"],
            "--paper takes one of letter, a4, not a3",
            "--paper prend une de ces valeurs\u00a0: letter, a4; et non a3",
        ),
        (["export"], "missing: NUMBER", "il manque\u00a0: NUMÉRO"),
        (
            ["export", "1", "2"],
            "several client files need -o FOLDER",
            "plusieurs dossiers de client exigent -o RÉPERTOIRE",
        ),
        (
            ["export", "1", "--all"],
            "--all and single numbers exclude each other",
            "--all et des numéros s’excluent",
        ),
        (
            ["list", "--archived", "--bin"],
            "--archived and --bin exclude each other",
            "--archived et --bin s’excluent",
        ),
    ],
)
def test_a_mistake_is_named_below_the_usage(
    cec: Run, arguments: list[str], english: str, french: str
) -> None:
    command = arguments[0]
    for language, said in (("en", english), ("fr", french)):
        ended = cec(*arguments, "--lang", language)
        assert (ended.status, ended.out) == (2, "")
        usage, error = ended.err.splitlines()
        assert f"cec-desktop {command} " in usage
        assert error.endswith(said)


def test_an_unknown_command_is_answered_with_those_there_are(cec: Run) -> None:
    ended = cec("asses", "x.json", "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.splitlines()[1] == (
        f"cec-desktop: error: asses is not a command; there are: {', '.join(NAMES)}"
    )


def test_a_language_there_is_not_is_refused(cec: Run) -> None:
    assert "--lang takes one of en, fr, not de" in cec("assess", "x", "--lang", "de").err
    assert "--lang takes one of en, fr, not both" in cec("list", "--lang", "both").err


def test_the_language_may_stand_before_the_command(cec: Run) -> None:
    assert cec("--lang", "fr", "assess", "--help").out.startswith("utilisation")
    assert cec("--lang=fr", "assess", "--help").out.startswith("utilisation")


def test_the_language_asked_for_is_found_anywhere() -> None:
    assert asked_language(["assess", "x", "--lang", "fr"]) == "fr"
    assert asked_language(["--lang=en", "assess"]) == "en"
    assert asked_language(["summary", "x", "--lang", "both"]) is None
    assert asked_language(["assess", "--lang"]) is None


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "fy_NL.UTF-8"}, "en"),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}, "en"),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "", "LANG": "fr_CA"}, "fr"),
    ],
)
def test_the_system_decides_where_nobody_asks(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language


def test_the_help_follows_the_locale(cec: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    monkeypatch.delenv("LANGUAGE")
    assert cec("assess", "--help").out.startswith("utilisation")


def test_after_two_dashes_nothing_is_an_option(cec: Run) -> None:
    assert cec("assess", "--lang", "en", "--", "--json", "-x").err.splitlines() == [
        "--json: there is no such file",
        "-x: there is no such file",
    ]
    assert cec("schema", "--lang", "en", "--", "x").err.endswith("unknown argument: x\n")
