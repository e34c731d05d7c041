"""README.md promises what the program does: its examples, its pictures, its dates."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import pytest

from cec_desktop.cli import COMMANDS
from cec_desktop.practice.demo import DEMO_PASSPHRASE
from cec_desktop.practice.places import SUFFIX
from cec_desktop.rules.assess import load_rulebook
from tests.cli.conftest import Run
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 150_000


def examples() -> Iterator[list[str]]:
    """Every call of the program that stands in an indented line, without the other programs of a pipe."""
    for line in re.findall(r"(?m)^ {4}(cec-desktop .*)$", README):
        words = shlex.split(line.replace("|", " | "), comments=True)
        while words:
            end = words.index("|") if "|" in words else len(words)
            if words[0] == "cec-desktop" and len(words[:end]) > 1:
                yield words[1:end]
            words = words[end + 1 :]


@pytest.mark.parametrize("example", list(examples()), ids=" ".join)
def test_every_example_uses_commands_and_options_that_there_are(cec: Run, example: list[str]) -> None:
    known = {command.name for command in COMMANDS}
    assert example[0] in known or example[0].startswith("--")
    explained = cec(*(example[:1] if example[0] in known else []), "--help", "--lang", "en").out
    for option in (word for word in example[1:] if word.startswith("-") and word != "-"):
        assert re.search(rf"(?m)^ .*{re.escape(option)}\b", explained), option


def test_there_are_examples() -> None:
    assert {"assess", "summary", "import", "export", "list"} <= {example[0] for example in examples()}


def test_the_pictures_are_there_and_small() -> None:
    names = re.findall(r"\((docs/pictures/[^)]+)\)", README)
    assert len(names) >= 3
    assert [name for name in names if not 0 < (ROOT / name).stat().st_size < LARGEST_PICTURE] == []


def test_the_day_to_which_the_law_was_compared_is_the_rulebook_s() -> None:
    assert f"official text to {load_rulebook().verified_to}" in README


def test_the_published_passphrase_and_the_place_of_data_are_the_program_s() -> None:
    assert f"its passphrase, `{DEMO_PASSPHRASE}`, is public" in README
    assert f"`clients{SUFFIX}`" in README


def test_every_link_into_the_project_leads_somewhere() -> None:
    pages = {"README.md": README, "CONTRIBUTING.md": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")}
    links = [link for page in pages.values() for link in re.findall(r"\]\(([^):]+)\)", page)]
    assert [link for link in links if not (ROOT / link).exists()] == []
