"""How long words are, and how large things are at the size of type the system asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ELLIPSIS: Final = "…"


class Type(StrEnum):
    """The kinds of type on the timeline; the painter has a font for each."""

    BODY = "body"
    CAPTION = "caption"
    SECOND = "second"
    HEADING = "heading"


MeasureText = Callable[[str, Type], float]
"""The width of a line of text in logical pixels."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths of the timeline in logical pixels."""

    bar: float = 24
    gap: float = 4
    pad: float = 6
    least_work: float = 46
    names: float = 92
    axis: float = 38
    ribbon: float = 22
    line: float = 1
    letter: float = 1
    """How much larger than drawn the type is; lengths beside words grow with it."""

    @classmethod
    def grown(cls, by: float, names: float = 0) -> Sizes:
        """The sizes for larger type; ``names`` is the width the lanes' names need."""
        return cls(
            bar=round(24 * by),
            gap=round(4 * by),
            pad=round(6 * by),
            least_work=round(46 * by),
            names=max(round(92 * by), round(names)),
            axis=round(38 * by),
            ribbon=round(22 * by),
            letter=by,
        )

    def lane(self, rows: int) -> float:
        """The height of a lane of so many sub-lanes."""
        return 2 * self.pad + rows * self.bar + (rows - 1) * self.gap


def cut(text: str, width: float, measure: MeasureText, type_: Type = Type.BODY) -> str:
    """The text cut to a width with an ellipsis; empty where not even two letters fit."""
    if measure(text, type_) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, type_) <= width:
            low = middle
        else:
            high = middle - 1
    shown = text[:low].rstrip()
    return shown + ELLIPSIS if len(shown) > 1 else ""


def first_words(text: str, width: float, measure: MeasureText, type_: Type = Type.BODY) -> str:
    """As many whole words from the front as fit, without punctuation at their end; empty where none does."""
    parts = text.split()
    for count in range(len(parts), 0, -1):
        shown = " ".join(parts[:count]).rstrip(" ,;:·-–&")
        if shown and measure(shown, type_) <= width:
            return shown
    return ""
