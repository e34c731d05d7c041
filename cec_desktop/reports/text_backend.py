"""A document as plain text: for mail, for a terminal, for readers that speak, and for tests."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from functools import singledispatchmethod

from cec_desktop.i18n.words import Language, words
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
    title = _joined(document.title)
    lines = [title, "=" * len(title)]
    head = document.letterhead
    if head.firm:
        lines.append(" · ".join(part for part in (head.firm, head.contact) if part))
    writer = _Writer(document.languages)
    for block in document.blocks:
        lines += writer.lines(block)
    return "\n".join(lines) + "\n"


def block_text(block: Block, language: Language = "en") -> str:
    """One block alone, said in one language."""
    return "\n".join(_Writer((language,)).lines(block)).strip("\n") + "\n"


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


def _joined(said: Said) -> str:
    return " · ".join(dict.fromkeys(text_of(line) for line in said if line))


def _cell(cell: Cell) -> str:
    parts: list[Line] = [*cell.lines, *dict.fromkeys(cell.said)]
    return " ".join(text_of(part) for part in parts if part)


class _Writer:
    """Writes each kind of block in the languages of a document."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages

    def lines(self, block: Block) -> Iterator[str]:
        """The lines of a block."""
        write: Callable[[Block], Iterator[str]] = self._lines
        return write(block)

    @singledispatchmethod
    def _lines(self, block: Block) -> Iterator[str]:
        raise TypeError(type(block))

    @_lines.register
    def _(self, block: blocks.Heading) -> Iterator[str]:
        title = _joined(block.text)
        yield from ("", title, "-" * len(title))

    @_lines.register
    def _(self, block: blocks.Paragraph) -> Iterator[str]:
        for line in block.text:
            yield from wrapped(text_of(line))

    @_lines.register
    def _(self, block: blocks.Strip) -> Iterator[str]:
        yield ""
        for each in block.fields:
            yield self._labelled(_joined(each.label), each.value)

    @_lines.register
    def _(self, block: blocks.Verdict) -> Iterator[str]:
        for index, title in enumerate(block.title):
            yield from ("", f"{_MARKS[block.outcome]} {text_of(title)}")
            yield from (f"    {text_of(note[index])}" for note in block.notes)
            for row in block.rows:
                value = " ".join(map(text_of, (row.value[index], *row.reason[index : index + 1])))
                said = self._labelled(text_of(row.label[index]), value, index)
                yield from wrapped(said, " " * 4, " " * 6)
        yield ""

    @_lines.register
    def _(self, block: blocks.Findings) -> Iterator[str]:
        for row in block.rows:
            indent = _INDENT * row.depth
            for index, text in enumerate(row.text):
                mark = "   " if index else _MARKS[row.outcome]
                said = self._labelled(text_of(row.word[index]), text_of(text), index)
                yield from wrapped(said, f"{indent}{mark} ", f"{indent}    ")

    @_lines.register
    def _(self, block: blocks.Table) -> Iterator[str]:
        heads = [_joined(column.head) for column in block.columns]
        for cells in (*block.rows, block.total):
            if cells:
                yield from self._row(heads, [_cell(cell) for cell in cells])

    @_lines.register
    def _(self, block: blocks.Notes) -> Iterator[str]:
        for item in block.items:
            for index, line in enumerate(item):
                yield from wrapped(text_of(line), f"{' ' if index else _NOTES[block.mark]} ", _INDENT)

    @_lines.register
    def _(self, block: blocks.Dates) -> Iterator[str]:
        for row in block.rows:
            yield from wrapped(f"{row.day}  {_joined(row.text)}", "", " " * 12)

    @_lines.register
    def _(self, block: blocks.Figure) -> Iterator[str]:
        for line in block.alternative:
            yield from wrapped(text_of(line))

    @_lines.register
    def _(self, block: blocks.Closing) -> Iterator[str]:
        yield ""
        for line in block.disclaimer:
            yield from wrapped(text_of(line))
        if block.signer:
            yield from ("", text_of(block.signer))

    def _row(self, heads: Sequence[str], cells: Sequence[str]) -> list[str]:
        """The first two cells lead; the others follow with their heads."""
        lead = " ".join(cell for cell in cells[:2] if cell)
        others = zip(heads[2:], cells[2:], strict=True)
        rest = [self._labelled(head, cell) for head, cell in others if cell]
        return wrapped("; ".join([lead, *rest]), "", _INDENT * 2)

    def _labelled(self, label: str, value: str, index: int = 0) -> str:
        """A label and its value, with the colon of the language."""
        _ = words(self._languages[index])
        return _("{label}: {value}", label=label, value=value)
