"""Finding a unit group by words of its title in either language, typos forgiven, best first.

Each word asked for has to be a word of the title, or its beginning. Only where no title has them all, one or
two letters may be wrong, and then up to half of the words may be missing: people know job titles that are no
titles of the classification. Titles of the language spoken come before those of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

Titles = Mapping[str, Mapping[str, str]]
"""The titles of an edition, by language and code."""

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"} | dict.fromkeys("‐‑‒–—―", "-"))
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu)'")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset("a an and au aux d de des du en et for in l la le les of or ou the to un une".split())
_ENDINGS = frozenset(("", "e", "es", "s", "x", "ne", "nes"))
"""What may follow without making another word: cook and cooks, logiciel and logiciels."""
_WHOLE, _BEGINS, _TYPO = 0, 1, 3
_FIRST_TYPO, _SECOND_TYPO = 4, 8
"""From how many letters on one wrong letter is forgiven, and a second one."""

Grade = Callable[[str, str], int | None]
"""How badly a word of a title answers a word asked for; None: not at all."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents, ligatures, elided articles and apostrophes."""
    plain = (
        unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    )
    return tuple(_WORD.findall(_ELISION.sub("", plain).replace("'", "")))


@dataclass(frozen=True)
class TitleIndex:
    """The words of every title of an edition, by language, each title after its code."""

    entries: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]

    @classmethod
    def of(cls, titles: Titles, digits_only: Iterable[str] = ()) -> TitleIndex:
        """The index of titles; ``digits_only`` are codes not to be found by words."""
        bare = frozenset(digits_only)
        return cls(
            {
                language: tuple(
                    (code, (code,) if code in bare else (code, *words_of(title)))
                    for code, title in each.items()
                )
                for language, each in titles.items()
            }
        )

    def find(self, text: str, language: str) -> list[str]:
        """Codes that answer, best first."""
        found = self.surely(text, language)
        if found:
            return found
        grades = self._grades(text, _forgiving)
        return self._ranked(grades, language, len(grades)) or self._ranked(
            grades, language, (len(grades) + 1) // 2
        )

    def surely(self, text: str, language: str) -> list[str]:
        """Codes whose titles have every word as it was typed, or begun, best first."""
        grades = self._grades(text, _strict)
        return self._ranked(grades, language, len(grades))

    def _grades(self, text: str, grade: Grade) -> list[Mapping[str, int]]:
        return [_of_vocabulary(word, self._vocabulary, grade) for word in _asked(text)]

    def _ranked(self, grades: list[Mapping[str, int]], language: str, least: int) -> list[str]:
        """Codes whose title answers at least so many of the words."""
        best: dict[str, tuple[int, ...]] = {}
        for spoken, entries in self.entries.items():
            for code, words in entries:
                rank = _rank(words, grades, spoken != language)
                if rank is not None and -rank[0] >= least:
                    best[code] = min(rank, best.get(code, rank))
        return sorted(best, key=lambda code: (best[code], code))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(
            word for entries in self.entries.values() for _code, words in entries for word in words
        )


def _asked(text: str) -> tuple[str, ...]:
    """The words asked for; small ones only where there is nothing else to go by."""
    words = words_of(text)
    return tuple(word for word in words if word not in _SMALL) or words


def _of_vocabulary(wanted: str, vocabulary: Iterable[str], grade: Grade) -> Mapping[str, int]:
    """Each distinct word is held against the one asked for once, however many titles have it."""
    graded = ((word, grade(wanted, word)) for word in vocabulary)
    return {word: found for word, found in graded if found is not None}


def _rank(words: tuple[str, ...], grades: list[Mapping[str, int]], foreign: bool) -> tuple[int, ...] | None:
    """How well a title answers, lower is better: how many words, how well, where the first one stands."""
    answered = [
        min((graded[word], at) for at, word in enumerate(words) if word in graded)
        for graded in grades
        if any(word in graded for word in words)
    ]
    if not answered:
        return None
    wrong, places = sum(found for found, _place in answered), [place for _found, place in answered]
    # Where only the code answers, the length of the title says nothing.
    return -len(answered), wrong, foreign, min(places), len(words) if max(places) else 0


def _strict(wanted: str, word: str) -> int | None:
    if not word.startswith(wanted):
        return None
    return _WHOLE if word[len(wanted) :] in _ENDINGS else _BEGINS


def _forgiving(wanted: str, word: str) -> int | None:
    strict = _strict(wanted, word)
    if strict is not None:
        return strict
    allowed = (len(wanted) >= _FIRST_TYPO) + (len(wanted) >= _SECOND_TYPO)
    # People seldom miss the first letter, and words of another one are many.
    if not allowed or wanted.isdigit() or word[:1] != wanted[:1] or len(word) < len(wanted) - allowed:
        return None
    wrong = _wrong_letters(wanted, word, allowed)
    return None if wrong is None else _TYPO * wrong


def _wrong_letters(wanted: str, word: str, allowed: int) -> int | None:
    """Letters to be changed, put in, left out or swapped until ``wanted`` begins ``word``; None: too many."""
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(wanted, start=1):
        earlier, before, row = before, row, [at]
        for place, other in enumerate(word, start=1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != other))
            swapped = at > 1 and place > 1 and letter == word[place - 2] and wanted[at - 2] == other
            row.append(min(cost, earlier[place - 2] + 1) if swapped else cost)
        if min(row) > allowed:
            return None
    least = min(row)
    return least if least <= allowed else None
