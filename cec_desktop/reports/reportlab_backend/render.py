"""A document as the bytes of a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

from cec_desktop.reports import blocks
from cec_desktop.reports.blocks import Document, Figure, text_of
from cec_desktop.reports.fonts import measure
from cec_desktop.reports.reportlab_backend import pages, running, tables
from cec_desktop.reports.reportlab_backend.composer import Setting
from cec_desktop.reports.reportlab_backend.figure import draw_figure
from cec_desktop.reports.reportlab_backend.pagination import paginate
from cec_desktop.reports.reportlab_backend.paper import LATER_TOP, PAPERS, PaperName
from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.slabs import Slab
from cec_desktop.reports.reportlab_backend.structure import LOCALES
from cec_desktop.reports.reportlab_backend.verdict import verdict
from cec_desktop.reports.timeline_figure import draw_timeline


def render(document: Document, paper: PaperName) -> bytes:
    """The PDF of a document; the same document gives the same bytes.

    Raises:
        OSError: a font cannot be read, or the logo is no picture.
    """
    buffer = BytesIO()
    pen = Pen(buffer, PAPERS[paper], LOCALES[document.languages[0]])
    pages.described(pen, document)
    top = pages.letterhead(pen, document)
    setting = Setting(pen.paper, document.languages, pen.root)
    placed = paginate(composed(document, setting), top, LATER_TOP, pen.paper.bottom)
    for number, page in enumerate(placed, 1):
        if number > 1:
            pages.running_head(pen, document)
        for each in page:
            each.draw(pen)
        pages.foot(pen, document, number, len(placed))
        pen.next_page()
    pen.finish()
    return buffer.getvalue()


def _figure(block: Figure, setting: Setting) -> list[Slab]:
    drawing = draw_timeline(block.timeline, setting.width, measure)
    alternative = " ".join(text_of(line) for line in block.alternative)
    element = setting.root.add("Figure", alternative=alternative)

    def draw(pen: Pen, top: float, first: bool) -> None:  # noqa: ARG001 - the same everywhere
        with pen.marked(element):
            draw_figure(pen, drawing, top)

    return [Slab(drawing.height, draw)]


_COMPOSERS: dict[type, Callable[[Any, Setting], list[Slab]]] = {
    blocks.Heading: running.heading,
    blocks.Paragraph: running.paragraph,
    blocks.Notes: running.notes,
    blocks.Closing: running.closing,
    blocks.Strip: tables.strip,
    blocks.Findings: tables.findings,
    blocks.Table: tables.table,
    blocks.Dates: tables.dates,
    blocks.Verdict: verdict,
    blocks.Figure: _figure,
}


def composed(document: Document, setting: Setting) -> list[Slab]:
    """All blocks as slabs: words under a table stay with its last row, the signature with what it closes."""
    slabs: list[Slab] = []
    for before, block in pairwise((None, *document.blocks)):
        under_table = isinstance(block, blocks.Paragraph) and isinstance(before, blocks.Table | blocks.Dates)
        if slabs and (under_table or isinstance(block, blocks.Closing)):
            slabs[-1] = replace(slabs[-1], keep_next=True)
        slabs += _COMPOSERS[type(block)](block, setting)
    return slabs
