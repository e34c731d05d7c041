"""A document as plain text: for mail, for readers that speak, and for tests."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cec_desktop.reports import blocks
from cec_desktop.reports.blocks import Block, Cell, Document, Line, Said, text_of
from cec_desktop.rules.findings import Outcome

WIDTH = 96
_INDENT = "  "
_MARKS = {
    Outcome.MET: "[x]",
    Outcome.NOT_MET: "[ ]",
    Outcome.UNDETERMINED: "[?]",
    Outcome.NOT_APPLICABLE: "[-]",
}
_NOTES = {blocks.Mark.QUESTION: "?", blocks.Mark.ADVISORY: "!"}


def as_text(document: Document) -> str:
    """All blocks in order, every line at most ``WIDTH`` characters where words allow it."""
    lines = [_joined(document.title), "=" * min(WIDTH, len(_joined(document.title)))]
    if document.letterhead.firm:
        lines += [
            " · ".join(part for part in (document.letterhead.firm, document.letterhead.contact) if part)
        ]
    for block in document.blocks:
        lines += _WRITERS[type(block)](block)
    return "\n".join(lines) + "\n"


def block_text(block: Block) -> str:
    """One block alone."""
    return "\n".join(_WRITERS[type(block)](block)).strip("\n") + "\n"


def _joined(said: Said) -> str:
    return " · ".join(dict.fromkeys(text_of(line) for line in said if line))


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """A text on lines of at most ``WIDTH`` characters; ``first`` and ``rest`` stand before them."""
    # A hyphen is part of a date or a code: lines break at spaces only.
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _heading(block: blocks.Heading) -> Iterator[str]:
    title = _joined(block.text)
    yield from ("", title, "-" * len(title))


def _paragraph(block: blocks.Paragraph) -> Iterator[str]:
    for line in block.text:
        yield from wrapped(text_of(line))


def _strip(block: blocks.Strip) -> Iterator[str]:
    yield ""
    for each in block.fields:
        yield f"{_joined(each.label)}: {each.value}"


def _verdict(block: blocks.Verdict) -> Iterator[str]:
    for index, title in enumerate(block.title):
        yield from ("", f"{_MARKS[block.outcome]} {text_of(title)}")
        yield from (f"    {text_of(note[index])}" for note in block.notes)
        for row in block.rows:
            reason = f" {text_of(row.reason[index])}" if row.reason else ""
            yield from wrapped(
                f"{text_of(row.label[index])}: {text_of(row.value[index])}{reason}", " " * 4, " " * 6
            )
    yield ""


def _findings(block: blocks.Findings) -> Iterator[str]:
    for row in block.rows:
        indent = _INDENT * row.depth
        for index, text in enumerate(row.text):
            mark = _MARKS[row.outcome] if not index else "   "
            said = f"{text_of(row.word[index])}: {text_of(text)}"
            yield from wrapped(said, f"{indent}{mark} ", f"{indent}    ")


def _table(block: blocks.Table) -> Iterator[str]:
    heads = [_joined(column.head) for column in block.columns]
    for cells in (*block.rows, *((block.total,) if block.total else ())):
        yield from _table_row(heads, cells)


def _table_row(heads: Sequence[str], cells: Sequence[Cell]) -> Iterator[str]:
    """The first two cells lead; the others follow with their heads."""
    shown = [_cell(cell) for cell in cells]
    lead = " ".join(part for part in shown[:2] if part)
    rest = [f"{head}: {text}" for head, text in zip(heads[2:], shown[2:], strict=True) if text]
    yield from wrapped("; ".join([lead, *rest]), "", _INDENT * 2)


def _cell(cell: Cell) -> str:
    parts: list[Line] = [*cell.lines, *dict.fromkeys(cell.said)]
    return " ".join(text_of(part) for part in parts if part)


def _notes(block: blocks.Notes) -> Iterator[str]:
    for item in block.items:
        for index, line in enumerate(item):
            yield from wrapped(text_of(line), f"{' ' if index else _NOTES[block.mark]} ", _INDENT)


def _dates(block: blocks.Dates) -> Iterator[str]:
    for row in block.rows:
        yield from wrapped(f"{row.day}  {_joined(row.text)}", "", " " * 12)


def _figure(block: blocks.Figure) -> Iterator[str]:
    for line in block.alternative:
        yield from wrapped(text_of(line))


def _closing(block: blocks.Closing) -> Iterator[str]:
    yield ""
    for line in block.disclaimer:
        yield from wrapped(text_of(line))
    if block.signer:
        yield from ("", text_of(block.signer))


_WRITERS: dict[type, Callable[[Any], Iterator[str]]] = {
    blocks.Heading: _heading,
    blocks.Paragraph: _paragraph,
    blocks.Strip: _strip,
    blocks.Verdict: _verdict,
    blocks.Findings: _findings,
    blocks.Table: _table,
    blocks.Notes: _notes,
    blocks.Dates: _dates,
    blocks.Figure: _figure,
    blocks.Closing: _closing,
}
