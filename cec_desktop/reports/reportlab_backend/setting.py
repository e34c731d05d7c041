"""Sets words in lines: breaks at spaces only, so that dates, numbers and citations stay whole.

A word wider than its column is broken between letters; nothing is ever cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from cec_desktop.reports.blocks import Line, Run
from cec_desktop.reports.fonts import measure, printable
from cec_desktop.reports.shapes import Face

CITATION_SIZE = 7.5

# A number keeps the word it counts: ``12 full-time days`` never breaks after 12. Days of the calendar may.
_NUMBER = re.compile(r"(?<![\w-])(\d(?:[\d.,\u00a0]*\d)?) (?=[^\W\d])")
_BOUND = "\\1\u00a0"
_HYPHEN = re.compile(r"(?<=[^\W\d]-)(?=\w)")
"""Behind a hyphen between letters: days of the calendar stay whole."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and leading in points; the faces and colour of words in it."""

    size: float
    leading: float
    face: Face = "regular"
    strong: Face = "semibold"
    colour: str = "text"

    def secondary(self) -> TextStyle:
        """The same for a language that follows: regular and paler."""
        return TextStyle(self.size, self.leading, "regular", "regular", "muted")


class Ink(NamedTuple):
    """Face, size in points and colour."""

    face: Face
    size: float
    colour: str


class Piece(NamedTuple):
    """Words in one ink on one line."""

    ink: Ink
    text: str

    @property
    def width(self) -> float:
        """Points the words take."""
        return measure(self.text, self.ink.face, self.ink.size)


SetLine: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of words, ready to be drawn."""

    lines: tuple[SetLine, ...]
    style: TextStyle

    @property
    def height(self) -> float:
        """Points the lines take."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((line_width(line) for line in self.lines), default=0.0)


def line_width(line: SetLine) -> float:
    """Points a line takes; the space at its end, which joins it to the next for who listens, takes none."""
    width = sum(piece.width for piece in line)
    ink, text = line[-1]
    return width - measure(" ", ink.face, ink.size) if text.endswith(" ") else width


def set_text(line: Line, style: TextStyle, width: float) -> SetText:
    """Words broken into lines no wider than ``width`` points."""
    setter = _Setter(width)
    for word in _words(line, style):
        setter.add(word)
    return SetText(setter.finished(), style)


Word: TypeAlias = list[Piece]


class _Setter:
    """Fills one line after the other."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._lines: list[SetLine] = []
        self._current: Word = []
        self._used = 0.0

    def add(self, word: Word) -> None:
        """Put a word behind the last, or on a new line where it does not fit."""
        taken = sum(piece.width for piece in word)
        if self._current:
            ink = self._current[-1].ink
            space = measure(" ", ink.face, ink.size)
            self._append(Piece(ink, " "))
            self._used += space
            if self._used + taken > self._width:
                self._break()
        if taken > self._width:
            self._spell(word)
        else:
            for piece in word:
                self._append(piece)
            self._used += taken

    def finished(self) -> tuple[SetLine, ...]:
        """All lines."""
        if self._current:
            self._break()
        return tuple(self._lines)

    def _append(self, piece: Piece) -> None:
        if self._current and self._current[-1].ink == piece.ink:
            self._current[-1] = Piece(piece.ink, self._current[-1].text + piece.text)
        else:
            self._current.append(piece)

    def _break(self) -> None:
        self._lines.append(tuple(self._current))
        self._current, self._used = [], 0.0

    def _spell(self, word: Word) -> None:
        """A word that fits no line: broken behind its hyphens, and where that is not enough by letters."""
        for ink, text in word:
            for part in _HYPHEN.split(text):
                taken = measure(part, ink.face, ink.size)
                if taken > self._width:
                    for letter in part:
                        self._put(Piece(ink, letter), measure(letter, ink.face, ink.size))
                else:
                    self._put(Piece(ink, part), taken)

    def _put(self, piece: Piece, taken: float) -> None:
        """A piece of a word on this line, or where it does not fit on the next."""
        if self._current and self._used + taken > self._width:
            self._break()
        self._append(piece)
        self._used += taken


def _words(line: Line, style: TextStyle) -> Iterator[Word]:
    """The words of a line, each in as many pieces as it has styles."""
    word: Word = []
    for run in line:
        ink, text = _ink(run, style), _NUMBER.sub(_BOUND, printable(run.text))
        first, *others = text.split(" ")
        if first:
            word.append(Piece(ink, first))
        for other in others:
            if word:
                yield word
            word = [Piece(ink, other)] if other else []
    if word:
        yield word


def _ink(run: Run, style: TextStyle) -> Ink:
    if run.style == "strong":
        return Ink(style.strong, style.size, style.colour)
    if run.style == "citation":
        return Ink("regular", min(CITATION_SIZE, style.size), "muted")
    if run.style == "quiet":
        return Ink("regular", style.size, "muted")
    return Ink(style.face, style.size, style.colour)
