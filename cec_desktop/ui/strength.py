"""How hard a passphrase is to guess, in words. An honest estimate, not a promise."""

from __future__ import annotations

import math
import re
from typing import Final, Literal

Strength = Literal["too_short", "weak", "fair", "good", "strong"]

SHORTEST: Final = 8
"""Characters a passphrase must have."""
_BITS: Final[tuple[tuple[float, Strength], ...]] = ((40, "weak"), (60, "fair"), (75, "good"))
_BITS_OF_A_WORD: Final = 12.9
"""What a word drawn at random from a list of 7,776 is worth; a person's own choice is worth less."""


def strength(passphrase: str) -> Strength:
    """How strong a passphrase looks to somebody who tries common patterns first."""
    if len(passphrase) < SHORTEST:
        return "too_short"
    bits = _bits(passphrase)
    return next((name for limit, name in _BITS if bits < limit), "strong")


def _bits(passphrase: str) -> float:
    """Bits of a guess: by words where it is made of words, else by the kinds of signs it uses."""
    telling = _without_patterns(passphrase)
    words = [word for word in re.split(r"[\s\-_.,]+", passphrase.strip()) if word]
    by_signs = len(telling) * math.log2(_alphabet(passphrase))
    if len(words) > 2 and all(word.isalpha() for word in words):
        return min(by_signs, len({word.casefold() for word in words}) * _BITS_OF_A_WORD)
    return by_signs


def _without_patterns(passphrase: str) -> str:
    """Repeated signs and runs (aaa, 123, abc, 321) count once."""
    kept = passphrase[:2]
    for at in range(2, len(passphrase)):
        steps = {ord(passphrase[at - one]) - ord(passphrase[at - one - 1]) for one in (0, 1)}
        if not (len(steps) == 1 and steps <= {-1, 0, 1}):
            kept += passphrase[at]
    return kept


def _alphabet(passphrase: str) -> int:
    kinds = (("[a-z]", 26), ("[A-Z]", 26), ("[0-9]", 10), (r"[\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]", 33))
    size = sum(many for pattern, many in kinds if re.search(pattern, passphrase))
    return max(size + (60 if not passphrase.isascii() else 0), 2)
