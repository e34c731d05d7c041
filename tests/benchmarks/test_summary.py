"""The summary against a bare build of the same size: the same pages, rows and words, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.flowables import Flowable

from cec_desktop.reports.blocks import Block, Cell, Dates, Findings, Notes, text_of
from cec_desktop.reports.blocks import Table as Shared
from cec_desktop.reports.fonts import font_name
from cec_desktop.reports.summary import summary_bytes
from tests.reports import factory

LIMIT = 2.0
ROUNDS = 20


def test_a_summary_takes_less_than_twice_a_bare_build(benchmark: BenchmarkFixture) -> None:
    file = factory.okafor()
    assessment = factory.assessed(file)
    pages = len(PdfReader(BytesIO(factory.pdf(file))).pages)
    tables = [rows for rows in map(_rows, factory.document(file).blocks) if rows]

    def built() -> None:
        summary_bytes(
            file,
            assessment,
            language="both",
            paper="letter",
            office=factory.OFFICE,
            prepared_on=factory.TODAY,
        )

    more = pages - len(PdfReader(_bare(tables, 0)).pages)
    assert more >= 0
    assert len(PdfReader(_bare(tables, more)).pages) == pages
    benchmark(built)
    ours, bare = _quickest(built, lambda: _bare(tables, more))
    benchmark.extra_info.update(ratio=ours / bare, bare_seconds=bare, pages=pages, rows=sum(map(len, tables)))
    print(
        f"\nsummary {ours * 1000:.1f} ms, bare {bare * 1000:.1f} ms: ratio {ours / bare:.2f}, at most {LIMIT}"
    )


def _quickest(*builds: Callable[[], object]) -> list[float]:
    """The best time of each, taken in turns, so that what else the machine does falls on both."""
    best = [float("inf")] * len(builds)
    for _ in range(ROUNDS):
        for index, build in enumerate(builds):
            start = time.perf_counter()
            build()
            best[index] = min(best[index], time.perf_counter() - start)
    return best


def _rows(block: Block) -> list[list[str]]:
    """The words of every table row of a block."""
    if isinstance(block, Findings):
        return [[text_of(row.word[0]), *map(text_of, row.text)] for row in block.rows]
    if isinstance(block, Shared):
        return [
            [_cell(cell) for cell in row] for row in (*block.rows, *([block.total] if block.total else []))
        ]
    if isinstance(block, Dates):
        return [[str(row.day), *map(text_of, row.text)] for row in block.rows]
    return [list(map(text_of, item)) for item in block.items] if isinstance(block, Notes) else []


def _cell(cell: Cell) -> str:
    return " ".join(map(text_of, (*cell.lines, *cell.said)))


def _bare(tables: list[list[list[str]]], more: int) -> BytesIO:
    """Platypus alone: the tables with a paragraph a cell in one embedded face, and some more pages."""
    style = ParagraphStyle("bare", fontName=font_name("regular"), fontSize=8.5, leading=10.5)
    story: list[Flowable] = []
    for rows in tables:
        cells = [[Paragraph(text, style) for text in row] for row in rows]
        story.append(Table(cells, colWidths=[(letter[0] - 150) / len(rows[0])] * len(rows[0])))
    for _ in range(more):
        story += [PageBreak(), Paragraph("", style)]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=letter, initialFontName=font_name("regular")).build(story)
    buffer.seek(0)
    return buffer
