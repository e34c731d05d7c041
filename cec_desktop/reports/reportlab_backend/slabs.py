"""Bands over the full width of the text, the smallest things a page is made of; a row of cells is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from cec_desktop.i18n.words import Language
from cec_desktop.reports.reportlab_backend.pen import Align, Pen
from cec_desktop.reports.reportlab_backend.setting import SetText
from cec_desktop.reports.reportlab_backend.structure import Element

Draw: TypeAlias = Callable[[Pen, float, bool], None]
"""Draws a slab whose top lies at a height; the flag tells whether it is the first of its page."""


@dataclass(frozen=True, slots=True)
class Slab:
    """``before`` is white above it, dropped where it begins a page; ``heads`` are repeated then."""

    height: float
    draw: Draw
    before: float = 0.0
    keep_next: bool = False
    heads: tuple[Slab, ...] = ()


@dataclass(frozen=True, slots=True)
class CellText:
    """Words in a cell: ``y`` below the cell's top, the element they belong to, and their language."""

    text: SetText
    element: Element
    y: float = 0.0
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell of a row: its words one below the other, and what else is drawn in it."""

    x: float
    width: float
    texts: tuple[CellText, ...] = ()
    align: Align = "left"
    ornament: Callable[[Pen, float, float], None] | None = None
    """Draws a shape at the cell's left edge and top."""

    @property
    def height(self) -> float:
        """Points the words take."""
        return max((each.y + each.text.height for each in self.texts), default=0.0)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """White above and below the words of a row, and the line under it."""

    above: float = 3.6
    below: float = 3.9
    line: float = 0.4
    token: str = "border"


def stacked(texts: Sequence[tuple[SetText, Language | None]], element: Element) -> tuple[CellText, ...]:
    """Words one below the other, all of one element."""
    cells, y = [], 0.0
    for text, language in texts:
        cells.append(CellText(text, element, y, language))
        y += text.height
    return tuple(cells)


def row(
    cells: Sequence[SetCell],
    style: RowStyle,
    *,
    width: float,
    most: float,
    heads: tuple[Slab, ...] = (),
    keep_next: bool = False,
) -> list[Slab]:
    """A row as one slab; only one taller than ``most`` is broken, between lines, in all cells at once."""
    parts = _broken(cells, most - style.above - style.below)
    slabs = []
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        own = style if last else replace(style, line=0.0)
        slabs.append(_row(part, own, width, heads, last and keep_next))
    return slabs


def _row(
    cells: Sequence[SetCell], style: RowStyle, width: float, heads: tuple[Slab, ...], keep_next: bool
) -> Slab:
    height = style.above + max((cell.height for cell in cells), default=0.0) + style.below

    def draw(pen: Pen, top: float, first: bool) -> None:  # noqa: ARG001 - a row looks the same everywhere
        for cell in cells:
            _draw_cell(pen, cell, top + style.above)
        if style.line:
            with pen.artifact():
                pen.rule(0, top + height, width, style.token, style.line)

    return Slab(height, draw, keep_next=keep_next, heads=heads)


def _draw_cell(pen: Pen, cell: SetCell, top: float) -> None:
    if cell.ornament is not None:
        with pen.artifact():
            cell.ornament(pen, cell.x, top)
    for each in cell.texts:
        if each.text.lines:
            with pen.marked(each.element, each.language):
                pen.write(each.text, cell.x, top + each.y, cell.width, cell.align)


def _broken(cells: Sequence[SetCell], most: float) -> list[list[SetCell]]:
    """Cells cut into parts no taller than ``most``; nearly always one part."""
    if max((cell.height for cell in cells), default=0.0) <= most:
        return [list(cells)]
    columns = [_cut(cell, most) for cell in cells]
    count = max(len(column) for column in columns)
    return [[column[index] for column in columns if index < len(column)] for index in range(count)]


def _cut(cell: SetCell, most: float) -> list[SetCell]:
    parts: list[list[CellText]] = [[]]
    used = 0.0
    for each in cell.texts:
        leading = each.text.style.leading
        lines = each.text.lines
        while lines:
            room = max(int((most - used) // leading), 0)
            if not room:
                parts.append([])
                used = 0.0
                continue
            part = SetText(lines[:room], each.text.style)
            parts[-1].append(CellText(part, each.element, used, each.language))
            used += part.height
            lines = lines[room:]
    return [
        SetCell(cell.x, cell.width, tuple(part), cell.align, cell.ornament if index == 0 else None)
        for index, part in enumerate(parts)
    ]
