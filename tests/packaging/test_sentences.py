"""What is asked of a sentence and of its translation."""

from pathlib import Path

import pytest
import sentences


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Open", "Ouvrir"),
        ("{name} is away", "{name} est absent"),
        ("{a} and {b}", "{b} et {a}"),
        (("{n} file", "{n} files"), ("{n} dossier", "{n} dossiers")),
        (("one file", "{n} files"), ("un dossier", "{n} dossiers")),
        (("{n} file", "{n} files"), ("un dossier", "{n} dossiers")),
        ("Name: {name}", "Nom\u00a0: {name}"),
        ("Saved at 14:32", "Enregistré à 14:32"),
        ("At least 1,560 h; really?", "Au moins 1\u00a0560\u00a0h; vraiment?"),
        ("“yes”", "«\u00a0oui\u00a0»"),
        ("50 % of it", "50\u00a0% de cela"),
    ],
)
def test_good_translations(source: sentences.Text, translation: sentences.Text) -> None:
    assert sentences.problems("fr", source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "problem"),
    [
        ("Open", "", "not translated"),
        (("{n} file", "{n} files"), ("", ""), "not translated"),
        (("{n} file", "{n} files"), ("{n} dossier", ""), "not translated"),
        (("{n} file", "{n} files"), "{n} dossiers", "2 form(s) wanted, 1 given"),
        ("{name} is away", "Absent", "fields [] where the source has ['name']"),
        ("{name} is away", "{nom} est absent", "fields ['nom'] where the source has ['name']"),
        (("{n} file", "{n} files"), ("un dossier", "dossiers"), "fields [] where the source has ['n']"),
        (("{n} of {x}", "{n} of {x}"), ("un", "{n} de {x}"), "fields [] where the source has ['n', 'x']"),
        ("{} is away", "{} est absent", "the source has a field without a plain name: ['']"),
        ("{name} is away", "{name est absent", "expected '}' before end of string"),
        ("Name: {name}", "Nom : {name}", "a colon takes U+00A0 before it"),
        ("Name: {name}", "Nom: {name}", "a colon takes U+00A0 before it"),
        ("Really?", "Vraiment\u00a0?", "no space before ; ? !"),
        ("“yes”", "« oui »", "guillemets take U+00A0 inside"),
        ("1,560 hours", "1 560 heures", "a number takes U+00A0"),
    ],
)
def test_bad_translations(source: sentences.Text, translation: sentences.Text, problem: str) -> None:
    assert sentences.problems("fr", source, translation) == [problem]


def test_french_typography_is_asked_of_french_alone() -> None:
    assert sentences.problems("en", "Name: {name}", "Name: {name}") == []


@pytest.mark.parametrize(
    "line",
    [
        '_(f"Hello {name}")',
        'N_("a" + name)',
        'NP_("{n} file", f"{n} files")',
        'self._.plural("{n} file", f"{n} files", n)',
        'words.pgettext("menu", "Open %s" % name)',
    ],
)
def test_a_sentence_put_together_at_run_time_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "view.py").write_text(f"\n{line}\n", encoding="utf-8")
    (found,) = sentences.unmarkable(tmp_path)
    assert found.startswith(f"{tmp_path.name}/view.py:2: ")


def test_plain_sentences_and_looked_up_ones_are_fine(tmp_path: Path) -> None:
    code = '_("Hello {name}", name=f"{a} {b}")\n_(SENTENCES[key])\nprint(f"{a}")\n'
    (tmp_path / "view.py").write_text(code, encoding="utf-8")
    assert sentences.unmarkable(tmp_path) == []
