"""From text to plain values: JSON read strictly, with the place of whatever JSON itself lets pass.

A name given twice, NaN, or half a character would silently lose or break a fact, so they are problems here.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.problems import CaseFileError, Found, Path, Problem

DEEPEST = 40
"""Levels of nesting read; a client file has six, the firm's own data may have more."""
MOST_VALUES = 100_000
"""Values read; a very full client file has a few thousand."""

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass
class Source:
    """The plain values of a text, and what was wrong with single values."""

    raw: Any
    found: list[Found] = field(default_factory=list)


class _Object(dict[str, Any]):
    """An object of the text that remembers the names given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(name for name, _ in pairs) if len(self) < len(pairs) else {}
        self.twice = [name for name, count in counts.items() if count > 1]


def parse(text: str | bytes) -> Source:
    """The values of a JSON text; bytes are UTF-8. Unsound values are left out of what is checked further.

    Raises:
        CaseFileError: the text is no JSON at all, or far larger than a client file can be.
    """
    plain = _decoded(text).removeprefix("\ufeff")
    if not plain.strip():
        _refuse(message("file_empty"))
    try:
        tree = json.loads(plain, object_pairs_hook=_Object, parse_constant=float)
    except json.JSONDecodeError as error:
        _refuse(message("file_not_json", line=error.lineno, column=error.colno))
    except RecursionError:
        _refuse(message("file_too_deep", limit=DEEPEST))
    except ValueError:
        # An integer of thousands of digits; Python refuses to read it, and does not say where it stands.
        _refuse(message("file_number_too_long"))
    return _Reader().read(tree)


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        _refuse(message("file_not_utf8"))


def _refuse(reason: Message) -> NoReturn:
    raise CaseFileError([Problem("", reason)]) from None


class _Reader:
    """Copies a parsed text into plain dicts and lists and notes what no client file may hold."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.values = 0

    def read(self, tree: object) -> Source:
        return Source(self._plain(tree, ()), self.found)

    def _plain(self, value: object, path: Path) -> object:
        self._count(path)
        if isinstance(value, dict):
            return dict(self._fields(value, path))
        if isinstance(value, list):
            return [self._plain(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, float) and not math.isfinite(value):
            self._note(path, message("number_expected"))
        elif isinstance(value, str) and _NO_TEXT.search(value):
            self._note(path, message("text_not_writable"))
        return value

    def _fields(self, value: dict[str, object], path: Path) -> Iterator[tuple[str, object]]:
        for name in value.twice if isinstance(value, _Object) else ():
            self._note((*path, name), message("field_twice"))
        for given, inner in value.items():
            name = _NO_TEXT.sub("\ufffd", given)
            if name != given:
                self._note((*path, name), message("name_not_writable"))
            yield name, self._plain(inner, (*path, name))

    def _count(self, path: Path) -> None:
        self.values += 1
        if len(path) > DEEPEST:
            _refuse(message("file_too_deep", limit=DEEPEST))
        if self.values > MOST_VALUES:
            _refuse(message("file_too_large", limit=MOST_VALUES))

    def _note(self, path: Path, reason: Message) -> None:
        self.found.append(Found(path, reason))
