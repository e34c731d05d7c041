"""Sets words in lines: breaks at spaces only, so that dates, numbers and citations stay whole.

A word wider than its column is broken between letters; nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from cec_desktop.reports.blocks import Line, Run
from cec_desktop.reports.fonts import measure, printable
from cec_desktop.reports.shapes import Face

CITATION_SIZE = 7.5


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
        return replace(self, face="regular", strong="regular", colour="muted")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one face, size and colour on one line."""

    text: str
    face: Face
    size: float
    colour: str

    @property
    def width(self) -> float:
        """Points the words take."""
        return measure(self.text, self.face, self.size)


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
    """Points a line takes."""
    return sum(piece.width for piece in line)


def set_text(line: Line, style: TextStyle, width: float) -> SetText:
    """Words broken into lines no wider than ``width`` points."""
    lines: list[SetLine] = []
    current: list[Piece] = []
    used = 0.0
    for word in _words(line, style):
        taken = sum(piece.width for piece in word)
        space = _space(current)
        if current and used + space + taken > width:
            lines.append(_merged(current))
            current, used, space = [], 0.0, 0.0
        for part in _fitting(word, taken, width):
            if part is not word and current:
                lines.append(_merged(current))
                current, used, space = [], 0.0, 0.0
            if current:
                current.append(replace(current[-1], text=" "))
            current.extend(part)
            used += space + sum(piece.width for piece in part)
    if current:
        lines.append(_merged(current))
    return SetText(tuple(lines), style)


Word: TypeAlias = list[Piece]


def _words(line: Line, style: TextStyle) -> Iterator[Word]:
    """The words of a line, each in as many pieces as it has styles."""
    word: Word = []
    for run in line:
        plain = _piece(run, style)
        first, *others = plain.text.split(" ")
        if first:
            word.append(replace(plain, text=first))
        for text in others:
            if word:
                yield word
            word = [replace(plain, text=text)] if text else []
    if word:
        yield word


def _piece(run: Run, style: TextStyle) -> Piece:
    text = printable(run.text)
    if run.style == "strong":
        return Piece(text, style.strong, style.size, style.colour)
    if run.style == "citation":
        return Piece(text, "regular", min(CITATION_SIZE, style.size), "muted")
    return Piece(text, style.face, style.size, "muted" if run.style == "quiet" else style.colour)


def _space(current: Word) -> float:
    return measure(" ", current[-1].face, current[-1].size) if current else 0.0


def _fitting(word: Word, taken: float, width: float) -> Iterator[Word]:
    """The word itself, or its letters in as many parts as it takes."""
    if taken <= width:
        yield word
        return
    part: Word = []
    room = width
    for piece in word:
        start = 0
        for end in range(1, len(piece.text) + 1):
            letter = measure(piece.text[end - 1], piece.face, piece.size)
            if letter > room and (part or end - 1 > start):
                part.append(replace(piece, text=piece.text[start : end - 1]))
                yield [each for each in part if each.text]
                part, start, room = [], end - 1, width
            room -= letter
        part.append(replace(piece, text=piece.text[start:]))
    yield [each for each in part if each.text]


def _merged(pieces: Word) -> SetLine:
    """Neighbours in the same style as one piece."""
    merged: Word = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.face, last.size, last.colour) == (piece.face, piece.size, piece.colour):
            merged[-1] = replace(last, text=last.text + piece.text)
        else:
            merged.append(piece)
    return tuple(merged)
