"""Catalogues follow the code: the stories of a developer who adds, translates and removes sentences."""

import gettext
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import catalogues
from catalogues import Checkout
from tests.conftest import ROOT

FRENCH = {
    "Hello {name}": "Bonjour {name}",
    "{n} file": ["{n} dossier", "{n} dossiers"],
    "menu\x04Open": "Ouvrir",
    "Open": "Ouvert",
}
CODE = """
_("Hello {name}", name=name)
self.words.plural("{n} file", "{n} files", count)
_.pgettext("menu", "Open")
STATE = N_("Open")
"""

Run = Callable[..., int]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    tree = Checkout(tmp_path)
    tree.package.mkdir()
    write(tree, CODE)
    return tree


@pytest.fixture
def run(checkout: Checkout) -> Run:
    return lambda *arguments: catalogues.main([str(argument) for argument in arguments], checkout)


@pytest.fixture
def french(tmp_path: Path) -> Path:
    path = tmp_path / "french.json"
    path.write_text(json.dumps(FRENCH), encoding="utf-8")
    return path


def write(checkout: Checkout, code: str) -> None:
    (checkout.package / "view.py").write_text(code, encoding="utf-8")


def test_a_new_sentence_is_english_at_once_and_waits_for_its_french(
    checkout: Checkout, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("update") == 0
    assert run("check") == 1
    listed = capsys.readouterr().err.splitlines()
    assert sorted(listed) == sorted(
        f"fr: {text!r}: not translated" for text in ("Hello {name}", "{n} file", "Open", "Open")
    )


def test_filled_catalogues_are_complete_and_say_what_they_should(
    checkout: Checkout, run: Run, french: Path
) -> None:
    assert run("fill", french) == 0
    assert run("check") == 0
    assert run("compile") == 0

    fr = gettext.translation(catalogues.DOMAIN, checkout.translations, ["fr"])
    en = gettext.translation(catalogues.DOMAIN, checkout.translations, ["en"])
    assert fr.gettext("Hello {name}") == "Bonjour {name}"
    assert [fr.ngettext("{n} file", "{n} files", n) for n in (0, 1, 2)] == [
        "{n} dossier",
        "{n} dossier",
        "{n} dossiers",
    ]
    assert [en.ngettext("{n} file", "{n} files", n) for n in (0, 1)] == ["{n} files", "{n} file"]
    assert fr.pgettext("menu", "Open") == "Ouvrir"
    assert fr.gettext("Open") == "Ouvert"


def test_a_changed_sentence_is_a_new_one_and_nothing_is_guessed(
    checkout: Checkout, run: Run, french: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("fill", french)
    write(checkout, CODE.replace("Hello {name}", "Hello, {name}"))

    assert run("check") == 1
    listed = capsys.readouterr().err
    assert "en: not in the catalogue: 'Hello, {name}'" in listed
    assert "fr: no longer in the code: 'Hello {name}'" in listed

    run("update")
    text = checkout.po("fr").read_text(encoding="utf-8")
    assert "Bonjour" not in text
    assert "fuzzy" not in text


def test_a_fuzzy_entry_fails_the_check(
    checkout: Checkout, run: Run, french: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("fill", french)
    path = checkout.po("fr")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "Open"', '#, fuzzy\nmsgid "Open"', 1), encoding="utf-8")
    assert run("check") == 1
    assert "fr: 'Open': fuzzy" in capsys.readouterr().err


def test_a_catalogue_edited_by_hand_is_noticed(checkout: Checkout, run: Run, french: Path) -> None:
    run("fill", french)
    checkout.po("fr").write_bytes(checkout.po("fr").read_bytes() + b"\n# a remark\n")
    assert run("check") == 1
    run("update")
    assert run("check") == 0


def test_update_leaves_an_unchanged_file_untouched(checkout: Checkout, run: Run, french: Path) -> None:
    run("fill", french)
    before = [checkout.po(language).stat() for language in catalogues.LANGUAGES]
    run("update")
    after = [checkout.po(language).stat() for language in catalogues.LANGUAGES]
    assert [(x.st_ino, x.st_mtime_ns) for x in before] == [(x.st_ino, x.st_mtime_ns) for x in after]


def test_wrong_french_is_refused_and_the_rest_is_kept(
    checkout: Checkout, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.json"
    texts = {"Hello {name}": "Bonjour {nom}", "Nowhere": "Nulle part", "Open": "Ouvert"}
    path.write_text(json.dumps(texts), encoding="utf-8")
    assert run("fill", path) == 1
    assert capsys.readouterr().err.splitlines() == [
        "'Hello {name}': fields ['nom'] where the source has ['name']",
        "no such sentence: 'Nowhere'",
    ]
    text = checkout.po("fr").read_text(encoding="utf-8")
    assert "Ouvert" in text
    assert "nom}" not in text


def test_code_that_cannot_be_read_changes_nothing(
    checkout: Checkout, run: Run, french: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("fill", french)
    before = checkout.po("fr").read_bytes()
    write(checkout, "_('half a line'")
    assert run("update") == 1
    assert "view.py:1: '(' was never closed; nothing was changed" in capsys.readouterr().err
    assert checkout.po("fr").read_bytes() == before


def test_only_stale_catalogues_are_compiled(checkout: Checkout, run: Run, french: Path) -> None:
    run("fill", french)
    first = catalogues.compile_all(checkout)
    inodes = [path.stat().st_ino for path in first]
    assert [path.stat().st_ino for path in catalogues.compile_all(checkout)] == inodes

    later = checkout.mo("fr").stat().st_mtime_ns + 1
    os.utime(checkout.po("fr"), ns=(later, later))
    again = [path.stat().st_ino for path in catalogues.compile_all(checkout)]
    assert again[0] == inodes[0]
    assert again[1] != inodes[1]


FILLER = """
import pathlib, sys
sys.path.insert(0, sys.argv[1])
import catalogues
sys.exit(catalogues.main(["fill", sys.argv[3]], catalogues.Checkout(pathlib.Path(sys.argv[2]))))
"""


def test_several_fill_at_once_and_nothing_is_lost(checkout: Checkout) -> None:
    texts = [f"Sentence {number}" for number in range(4)]
    write(checkout, "\n".join(f'_("{text}")' for text in texts))
    workers = []
    for text in texts:
        path = checkout.root / f"{text}.json"
        path.write_text(json.dumps({text: f"{text} en français"}), encoding="utf-8")
        command = [sys.executable, "-c", FILLER, str(ROOT / "packaging"), str(checkout.root), str(path)]
        workers.append(subprocess.Popen(command))
    assert [worker.wait() for worker in workers] == [0, 0, 0, 0]
    stored = checkout.po("fr").read_text(encoding="utf-8")
    assert [text for text in texts if f"{text} en français" not in stored] == []
