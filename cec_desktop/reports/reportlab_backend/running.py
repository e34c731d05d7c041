"""Headings, running text in columns, notes, and the closing with the line to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from cec_desktop.i18n.words import Language
from cec_desktop.reports.blocks import Closing, Heading, Mark, Notes, Paragraph, Run, text_of
from cec_desktop.reports.reportlab_backend.composer import Setting, joined, text_cell
from cec_desktop.reports.reportlab_backend.marks import outcome_mark
from cec_desktop.reports.reportlab_backend.paper import BODY, CONDITION, HEADING, LABEL, SMALL
from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.setting import SetText, set_text
from cec_desktop.reports.reportlab_backend.slabs import CellText, RowStyle, SetCell, Slab, row
from cec_desktop.rules.findings import Outcome

_HEADING_HEIGHT = 20.0
_HEADING_BEFORE = 9.0
_RULE = 0.8
_NOTE_INDENT = 16.0
_NOTE_MARK = 10.0
_SIGNATURE = 40.0


def heading(block: Heading, setting: Setting) -> list[Slab]:
    """A heading under a rule, which a page's own head replaces where the heading comes first."""
    element = setting.root.add("H2")
    texts = list(_inline(block, setting))
    aside = set_text(joined(block.aside), LABEL, setting.width)
    aside_element = setting.root.add("P")

    def draw(pen: Pen, top: float, first: bool) -> None:
        if not first:
            with pen.artifact():
                pen.rule(0, top, setting.width, "text", _RULE)
        x = 0.0
        for text, language in texts:
            with pen.marked(element, language):
                pen.write(text, x, top + 5)
            x += text.width
        if aside.lines:
            with pen.marked(aside_element):
                pen.write(aside, setting.width - aside.width, top + 6)

    return [Slab(_HEADING_HEIGHT, draw, before=_HEADING_BEFORE, keep_next=True)]


def _inline(block: Heading, setting: Setting) -> Iterator[tuple[SetText, Language]]:
    """The heading in every language, one behind the other; once where they agree."""
    texts = {text_of(line): language for language, line in reversed(setting.paired(block.text))}
    for index, (text, language) in enumerate(reversed(texts.items())):
        said = (Run(f"\u00a0· {text}" if index else text),)
        yield set_text(said, HEADING.secondary() if index else HEADING, setting.width), language


def paragraph(block: Paragraph, setting: Setting) -> list[Slab]:
    """Each language in its column."""
    style = SMALL if block.small else BODY
    cells = []
    for (language, line), (x, width) in zip(setting.paired(block.text), setting.columns, strict=True):
        cells.append(text_cell(line, style, x, width, setting.root.add("P", language)))
    return row(cells, RowStyle(4.5, 4, 0), width=setting.width, most=setting.most)


def notes(block: Notes, setting: Setting) -> list[Slab]:
    """Each note behind its mark, the languages side by side."""
    outcome = Outcome.UNDETERMINED if block.mark is Mark.QUESTION else None
    slabs = []
    for item in block.items:
        cells = []
        for (language, line), (x, width) in zip(setting.paired(item), setting.columns, strict=True):
            text = set_text(line, BODY, width - _NOTE_INDENT)
            words = CellText(text, setting.root.add("P", language))

            def ornament(pen: Pen, left: float, top: float) -> None:
                outcome_mark(pen, outcome, left - _NOTE_INDENT, top + 0.6, _NOTE_MARK)

            cells.append(SetCell(x + _NOTE_INDENT, width - _NOTE_INDENT, (words,), ornament=ornament))
        slabs += row(cells, RowStyle(1.5, 3, 0), width=setting.width, most=setting.most)
    return slabs


def closing(block: Closing, setting: Setting) -> list[Slab]:
    """The disclaimer, and below it the lines to sign and date on; they stay together."""
    cells = []
    for (language, line), (x, width) in zip(setting.paired(block.disclaimer), setting.columns, strict=True):
        cells.append(text_cell(line, CONDITION, x, width, setting.root.add("P", language)))
    slabs = row(cells, RowStyle(8, 0, 0), width=setting.width, most=setting.most, keep_next=True)
    return [*slabs, _signature(block, setting)]


def _signature(block: Closing, setting: Setting) -> Slab:
    columns = setting.paper.columns(2)
    signer, day = setting.root.add("P"), setting.root.add("P")
    texts = (
        (set_text(block.signer, BODY, columns[0][1]), signer),
        (set_text(joined(block.date_label), BODY, columns[1][1]), day),
    )
    height = _SIGNATURE + 4 + max(text.height for text, _ in texts)

    def draw(pen: Pen, top: float, first: bool) -> None:  # noqa: ARG001 - the same everywhere
        for (x, width), (text, element) in zip(columns, texts, strict=True):
            with pen.artifact():
                pen.rule(x, top + _SIGNATURE, x + width, "text", 0.6)
            if text.lines:
                with pen.marked(element):
                    pen.write(text, x, top + _SIGNATURE + 4)

    return Slab(height, draw)
