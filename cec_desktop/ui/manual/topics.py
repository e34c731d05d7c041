"""The manual as it lies beside the program: a Markdown file a topic, in both languages; no window needed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cec_desktop.resources import resource

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Language


@dataclass(frozen=True, slots=True)
class Topic:
    """One page; `name` is the same in both languages."""

    name: str
    title: str
    text: str


@cache
def topics(language: Language) -> tuple[Topic, ...]:
    """Every topic in the order of the manual.

    Raises:
        OSError: the manual cannot be read.
    """
    return tuple(_topic(path) for path in sorted(resource("manual", language).glob("*.md")))


def _topic(path: Path) -> Topic:
    text = path.read_text(encoding="utf-8")
    return Topic(path.stem.partition("-")[2], text.partition("\n")[0].removeprefix("# ").strip(), text)


def found(language: Language, words: str) -> tuple[Topic, ...]:
    """The topics that hold every word, whatever its case and accents; all where no word is given."""
    wanted = _folded(words).split()
    return tuple(topic for topic in topics(language) if all(word in _folded(topic.text) for word in wanted))


def _folded(text: str) -> str:
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign)
    )
    return re.sub(r"[’']", "'", plain)
