"""Where the words of a bar go: inside, outside at its right, cut, or nowhere."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from cec_desktop.ui.timeline.bars import Names
from cec_desktop.ui.timeline.measure import MeasureText, Type, cut, first_words

PAD: Final = 6.0
"""Room between the edge of a stretch and its words."""
CLEAR: Final = 6.0
"""Room between words outside a bar and what comes next."""
ASIDE_GAP: Final = 14.0
"""The least room between a name and what stands at the bar's far end."""
_LEAST: Final = 24.0
"""A stretch narrower than this takes no cut words."""
_LETTER: Final = 12.0
"""Where not even this is free, no word is tried."""


class Tone(StrEnum):
    """What words stand on."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class Label(NamedTuple):
    """Words at a place; ``x`` is their left end."""

    text: str
    x: float
    width: float
    tone: Tone


class Room(NamedTuple):
    """Where words may go: inside from ``left`` to ``right``, outside from ``beyond`` to ``limit``."""

    left: float
    right: float
    beyond: float
    limit: float


def place(names: Names, room: Room, measure: MeasureText) -> tuple[Label, ...]:
    """The words of a bar by the first way that fits.

    In this order: name and note inside; name inside and note outside; both outside; whole first words
    inside; cut with an ellipsis; nothing.
    """
    if room.right - room.left - 2 * PAD < _LETTER and room.limit - room.beyond - CLEAR < _LETTER:
        return ()
    placing = _Placing(names, room, measure)
    for way in (placing.with_aside, placing.joined, placing.note_outside, placing.outside):
        for name in names.forms:
            if labels := way(name):
                return labels
    # Of a kind that has a short form the first word alone would say nothing.
    shortest = names.forms[-1]
    return placing.first_words_and_note(shortest) or placing.first_words(shortest) or placing.cut(shortest)


class _Placing:
    """The ways words can be placed; each gives no labels where it does not fit."""

    def __init__(self, names: Names, room: Room, measure: MeasureText) -> None:
        self._names, self._room, self._measure = names, room, measure
        self._inside = room.right - room.left - 2 * PAD
        self._outside = room.limit - room.beyond - CLEAR

    def with_aside(self, name: str) -> tuple[Label, ...]:
        """The name, and at the far end what has room there."""
        aside = self._names.aside
        width = self._width(aside)
        if not aside or self._width(name) + ASIDE_GAP + width > self._inside:
            return ()
        return self._within(name), Label(aside, self._room.right - PAD - width, width, Tone.INSIDE)

    def joined(self, name: str) -> tuple[Label, ...]:
        """Name and note inside."""
        text = self._names.joined(name)
        return (self._within(text),) if self._width(text) <= self._inside else ()

    def note_outside(self, name: str) -> tuple[Label, ...]:
        """The name inside, the note outside."""
        note = self._names.note
        if not note or self._width(note) > self._outside or self._width(name) > self._inside:
            return ()
        return self._within(name), self._after(note)

    def outside(self, name: str) -> tuple[Label, ...]:
        """Both outside."""
        text = f"{name}, {self._names.note}" if self._names.note else name
        return (self._after(text),) if self._width(text) <= self._outside else ()

    def first_words_and_note(self, name: str) -> tuple[Label, ...]:
        """Whole first words inside, the note outside."""
        note, shown = self._names.note, self.first_words(name)
        return (*shown, self._after(note)) if note and shown and self._width(note) <= self._outside else ()

    def first_words(self, name: str) -> tuple[Label, ...]:
        """Whole first words inside."""
        text = first_words(name, self._inside, self._measure) if self._inside >= _LETTER else ""
        return (self._within(text),) if text else ()

    def cut(self, name: str) -> tuple[Label, ...]:
        """As many letters as fit."""
        text = cut(name, self._inside, self._measure) if self._inside >= _LEAST else ""
        return (self._within(text),) if text else ()

    def _width(self, text: str) -> float:
        return self._measure(text, Type.BODY) if text else 0.0

    def _within(self, text: str) -> Label:
        return Label(text, self._room.left + PAD, self._width(text), Tone.INSIDE)

    def _after(self, text: str) -> Label:
        return Label(text, self._room.beyond + CLEAR, self._width(text), Tone.OUTSIDE)
