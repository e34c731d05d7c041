"""What a sentence and its translation must keep to: forms, fields, and the typography of French."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

# English and French both have one form for one and one for many.
PLURAL_FORMS: Final = 2
COUNT: Final = "n"

# How many of a call's first arguments are texts that the catalogues must be able to read.
_MARKERS: Final = {"_": 1, "N_": 1, "NP_": 2, "plural": 2, "pgettext": 2}
_FRENCH: Final = (
    (re.compile(r"\S[ \u202f]:(?!\w)"), "a colon takes U+00A0 before it"),
    (re.compile(r"[^\s:]:(?=\s|$)"), "a colon takes U+00A0 before it"),
    (re.compile(r"[ \u00a0\u202f][;?!]"), "no space before ; ? !"),
    (re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"), "guillemets take U+00A0 inside"),
    (re.compile(r"\d[ \u202f](?=\d{3}\b|%|\$)"), "a number takes U+00A0"),
)

Text = str | tuple[str, ...] | list[str]


def problems(language: str, source: Text, translation: Text) -> list[str]:
    """Return what is wrong with one translation of one sentence; an empty list when nothing is."""
    wanted = [source] if isinstance(source, str) else list(source)
    given = [translation] if isinstance(translation, str) else list(translation or [""])
    if not all(given):
        return ["not translated"]
    if len(given) != len(wanted):
        return [f"{len(wanted)} form(s) wanted, {len(given)} given"]
    found = []
    for one, text in zip(wanted, given, strict=True):
        found += _field_problems(one, text, may_drop_count=len(wanted) == PLURAL_FORMS and one == wanted[0])
        if language == "fr":
            found += [rule for pattern, rule in _FRENCH if pattern.search(text)]
    return found


def unmarkable(package: Path) -> list[str]:
    """Return the calls whose text is put together at run time, so that no catalogue can hold it."""
    found = []
    for path, tree in parsed(package).items():
        for call, count in _calls(tree):
            if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in call.args[:count]):
                place = path.relative_to(package.parent).as_posix()
                found.append(f"{place}:{call.lineno}: a sentence must be one plain text with named fields")
    return found


def parsed(package: Path) -> dict[Path, ast.Module]:
    """Return the syntax tree of every Python file of a package.

    Raises:
        SyntaxError: a file is not Python.
    """
    files = sorted(package.rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for path in files}


def fields(text: str) -> set[str]:
    """Return the names of the fields of a text.

    Raises:
        ValueError: a brace is not closed.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _field_problems(source: str, text: str, *, may_drop_count: bool) -> list[str]:
    try:
        wanted, given = fields(source), fields(text)
    except ValueError as error:
        return [str(error)]
    unnamed = sorted(name for name in wanted if not name.isidentifier())
    if unnamed:
        return [f"the source has a field without a plain name: {unnamed}"]
    free = {COUNT} if may_drop_count else set()
    if wanted - free == given - free:
        return []
    return [f"fields {sorted(given)} where the source has {sorted(wanted)}"]


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _MARKERS:
                yield node, _MARKERS[name]
