"""Slabs to pages: nothing is torn, no heading is left behind, and heads are repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.slabs import Slab


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab on a page: its top edge; ``first`` on the page; ``repeated`` where it is a head said before."""

    slab: Slab
    top: float
    first: bool
    repeated: bool = False

    def draw(self, pen: Pen) -> None:
        """Draw it, a repeated head as an artifact."""
        if self.repeated:
            with pen.artifact():
                self.slab.draw(pen, self.top, self.first)
        else:
            self.slab.draw(pen, self.top, self.first)


Page: TypeAlias = list[Placed]


def paginate(slabs: Sequence[Slab], first_top: float, later_top: float, bottom: float) -> list[Page]:
    """Every slab in order on as few pages as keeping together allows."""
    pages: list[Page] = [[]]
    y = first_top
    for group in _groups(slabs):
        if pages[-1] and y + _height(group) > bottom:
            pages.append([])
            y = later_top
            for head in group[0].heads:
                pages[-1].append(Placed(head, y, first=not pages[-1], repeated=True))
                y += head.height
        for slab in group:
            page = pages[-1]
            if page and y + slab.before + slab.height > bottom:
                # The group alone is taller than a page.
                page = []
                pages.append(page)
                y = later_top
            y += slab.before if page else 0.0
            page.append(Placed(slab, y, first=not page))
            y += slab.height
    return pages


def _groups(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Slabs that stay together."""
    group: list[Slab] = []
    for slab in slabs:
        group.append(slab)
        if not slab.keep_next:
            yield group
            group = []
    if group:
        yield group


def _height(group: list[Slab]) -> float:
    return sum(slab.before + slab.height for slab in group)
