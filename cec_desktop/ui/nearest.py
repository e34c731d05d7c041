"""The file whose name comes closest to what was typed, for when nothing was found."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow

_CANDIDATES = 200
"""Names that are compared letter by letter; comparing ten thousand so would take seconds."""
_LIKENESS = 0.5


def nearest(rows: Sequence[ListRow], typed: str) -> ListRow | None:
    """The nearest of many files by family name, given name or both; None where none is near."""
    word = typed.strip().casefold()
    if not word:
        return None
    by_name: dict[str, ListRow] = {}
    for row in rows:
        for part in (row.family_name, row.given_names or "", f"{row.family_name} {row.given_names}"):
            by_name.setdefault(part.casefold(), row)
    pairs = _pairs(word)
    likely = sorted(by_name, key=lambda name: -len(pairs & _pairs(name)))[:_CANDIDATES]
    found = get_close_matches(word, likely, 1, _LIKENESS)
    return by_name[found[0]] if found else None


def _pairs(word: str) -> set[str]:
    """The pairs of neighbouring letters, the edges counted as letters."""
    edged = f" {word} "
    return {edged[at : at + 2] for at in range(len(edged) - 1)}
