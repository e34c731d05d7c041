"""Where the fields of a form stand: rows filled from left to right, spare room shared. Without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Want:
    """How wide a field has to be, and its share of what is left over in its row."""

    width: int
    stretch: int = 0
    first: bool = False
    """Whether it begins a row."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a field stands: which of the fields, from which x, how wide."""

    index: int
    x: int
    width: int


def flow(wants: Sequence[Want], width: int, gap: int) -> list[list[Slot]]:
    """Rows of slots for fields in their order, no row wider than ``width``.

    A field that alone is wider than the row is narrowed to it.
    """
    rows: list[list[int]] = []
    used = 0
    for index, want in enumerate(wants):
        wide = min(want.width, width)
        if rows and not want.first and used + gap + wide <= width:
            rows[-1].append(index)
            used += gap + wide
        else:
            rows.append([index])
            used = wide
    return [_row(wants, row, width, gap) for row in rows]


def _row(wants: Sequence[Want], row: list[int], width: int, gap: int) -> list[Slot]:
    widths = [min(wants[index].width, width) for index in row]
    spare = width - sum(widths) - gap * (len(row) - 1)
    shares = sum(wants[index].stretch for index in row)
    slots: list[Slot] = []
    x = 0
    for index, wide in zip(row, widths, strict=True):
        stretch = wants[index].stretch
        extra = spare * stretch // shares if shares else 0
        slots.append(Slot(index, x, wide + extra))
        x += wide + extra + gap
    return slots
