"""Slabs to pages: nothing is torn, no heading is left behind, and heads are repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.slabs import Slab

_STRAY: Final = 0.3
"""Less than this share of a page does not fill one of its own."""
_CLOSER: Final = 0.3
"""What remains of the white above a section where that saves a page."""


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
    """Every slab in order on as few pages as keeping together allows; the last page is never a stray.

    Where little is left for it, sections stand closer; where that does not save the page, the sections
    before follow, so that the signature has company.
    """
    room = _Room(first_top, later_top, bottom)
    pages = _filled(slabs, room)
    if len(pages) == 1 or _used(pages[-1]) >= room.stray:
        return pages
    closer = _filled(slabs, room, white=_CLOSER)
    if len(closer) < len(pages):
        return closer
    for index in reversed([index for index, slab in enumerate(slabs) if slab.before and slab.keep_next]):
        moved = _filled(slabs, room, new_page_at=index)
        if len(moved) > len(pages) or _used(moved[-2]) < room.stray * 2:
            break
        if _used(moved[-1]) >= room.stray:
            return moved
    return pages


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the text of the first and of later pages begins, and where it ends."""

    first_top: float
    later_top: float
    bottom: float

    @property
    def stray(self) -> float:
        """What is less than this stands lost on a page of its own."""
        return (self.bottom - self.later_top) * _STRAY


def _filled(
    slabs: Sequence[Slab], room: _Room, *, white: float = 1.0, new_page_at: int | None = None
) -> list[Page]:
    """Pages one after the other; ``white`` is the share that remains of what is free above a section."""
    pages: list[Page] = [[]]
    y = room.first_top
    count = 0
    for group in _groups(slabs):
        breaks = new_page_at is not None and count <= new_page_at < count + len(group)
        count += len(group)
        if pages[-1] and (breaks or y + _height(group, white) > room.bottom):
            pages.append([])
            y = room.later_top
            for head in group[0].heads:
                pages[-1].append(Placed(head, y, first=not pages[-1], repeated=True))
                y += head.height
        for slab in group:
            page = pages[-1]
            if page and y + slab.before * white + slab.height > room.bottom:
                # The group alone is taller than a page.
                page = []
                pages.append(page)
                y = room.later_top
            y += slab.before * white if page else 0.0
            page.append(Placed(slab, y, first=not page))
            y += slab.height
    return pages


def _used(page: Page) -> float:
    """Points from the top of the first to the end of the last slab of a page."""
    return page[-1].top + page[-1].slab.height - page[0].top


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


def _height(group: list[Slab], white: float) -> float:
    return sum(slab.before * white + slab.height for slab in group)
