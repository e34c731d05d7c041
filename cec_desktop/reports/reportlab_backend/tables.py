"""Strips, findings, shared tables and dates: rows that never tear, under heads that are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cec_desktop.i18n.words import Language
from cec_desktop.reports.blocks import (
    Cell,
    Column,
    Dates,
    FindingRow,
    Findings,
    Line,
    Run,
    Said,
    Strip,
    Table,
)
from cec_desktop.reports.reportlab_backend.composer import (
    Setting,
    emphasized,
    joined,
    stacked_languages,
    text_cell,
)
from cec_desktop.reports.reportlab_backend.marks import outcome_mark
from cec_desktop.reports.reportlab_backend.paper import BODY, CONDITION, LABEL, TABLE_HEAD, VALUE
from cec_desktop.reports.reportlab_backend.pen import Align, Pen
from cec_desktop.reports.reportlab_backend.setting import SetText, set_text
from cec_desktop.reports.reportlab_backend.slabs import CellText, RowStyle, SetCell, Slab, row, stacked
from cec_desktop.reports.reportlab_backend.structure import Element

_STRIP_SHARES = (130.0, 92.0, 90.0, 107.0, 97.0)
_CELL_GAP = 6.0
_RESULT = 74.0
_RESULT_ALONE = 92.0
_MARK = 9.5
_MARK_SPACE = 14.0
_INDENT = 11.0
_DAY = 66.0
_DAY_STYLE = replace(BODY, face="semibold")
_HEAD = RowStyle(2.0, 3.6, 0.8, "text")
_ROW = RowStyle()
_TOTAL = RowStyle(line=0.8, token="text")
_COLUMN_HEAD = "<< /O /Table /Scope /Column >>"


def strip(block: Strip, setting: Setting) -> list[Slab]:
    """Labels over values, side by side, a fine line below."""
    widths = _strip_widths(block, setting.width)
    cells, x = [], 0.0
    for each, taken in zip(block.fields, widths, strict=True):
        width = taken - _CELL_GAP
        element = setting.root.add("P")
        label = set_text(joined(each.label), LABEL, width)
        value = set_text(_plain(each.value), VALUE, width)
        cells.append(SetCell(x, width, stacked([(label, None), (value, None)], element)))
        x += taken
    return row(cells, RowStyle(5, 5, 0.4), width=setting.width, most=setting.most)


def _strip_widths(block: Strip, width: float) -> list[float]:
    """The usual shares; a long value takes what the others have to spare."""
    scale = width / sum(_STRIP_SHARES)
    usual = [share * scale for share in _STRIP_SHARES]
    wanted = [
        max(
            set_text(joined(each.label), LABEL, width).width,
            set_text(_plain(each.value), VALUE, width).width,
        )
        + _CELL_GAP
        + 1
        for each in block.fields
    ]
    lacking = [max(0.0, want - have) for want, have in zip(wanted, usual, strict=True)]
    spare = [max(0.0, have - want) for want, have in zip(wanted, usual, strict=True)]
    given = min(sum(lacking), sum(spare))
    if not given:
        return usual
    return [
        have + given * lack / sum(lacking) - given * free / sum(spare)
        for have, lack, free in zip(usual, lacking, spare, strict=True)
    ]


def findings(block: Findings, setting: Setting) -> list[Slab]:
    """Shape and word, then each language in its column of the same row, children indented."""
    table = setting.root.add("Table")
    result = _RESULT if len(setting.languages) > 1 else _RESULT_ALONE
    columns = _condition_columns(setting, result)
    head = _findings_head(block, setting, table, columns)
    rows: list[Slab] = []
    for finding in block.rows:
        rows += _finding(finding, setting, table, columns, result, (head,))
    return [replace(head, keep_next=True), *_in_company(rows)]


def _in_company(rows: list[Slab]) -> list[Slab]:
    """Neither the first row nor the last stands alone on a page."""
    kept = {0, len(rows) - 2} if len(rows) > 1 else set()
    return [replace(each, keep_next=True) if index in kept else each for index, each in enumerate(rows)]


def _condition_columns(setting: Setting, result: float) -> list[tuple[float, float]]:
    count = len(setting.languages)
    share = (setting.width - result) / count
    return [(result + index * share, share - (8.0 if index < count - 1 else 0.0)) for index in range(count)]


def _findings_head(
    block: Findings, setting: Setting, table: Element, columns: Sequence[tuple[float, float]]
) -> Slab:
    line = table.add("TR")
    first = line.add("TH", attributes=_COLUMN_HEAD)
    cells = [text_cell(joined(block.result_head), TABLE_HEAD, 0, columns[0][0] - 4, first)]
    for (language, said), (x, width) in zip(setting.paired(block.condition_head), columns, strict=True):
        cells.append(text_cell(said, TABLE_HEAD, x, width, line.add("TH", language, attributes=_COLUMN_HEAD)))
    return row(cells, _HEAD, width=setting.width, most=setting.most)[0]


def _finding(
    finding: FindingRow,
    setting: Setting,
    table: Element,
    columns: Sequence[tuple[float, float]],
    result: float,
    heads: tuple[Slab, ...],
) -> list[Slab]:
    indent = finding.depth * _INDENT
    line = table.add("TR")
    cells = [_result_cell(finding, setting, line.add("TD"), result)]
    for (language, said), (x, width) in zip(setting.paired(finding.text), columns, strict=True):
        cells.append(text_cell(said, CONDITION, x + indent, width - indent, line.add("TD", language)))
    return row(cells, _ROW, width=setting.width, most=setting.most, heads=heads)


def _result_cell(finding: FindingRow, setting: Setting, element: Element, result: float) -> SetCell:
    """The shape, then the word in every language: on one line where they fit, else below each other."""
    indent = min(finding.depth, 2) * _INDENT if len(setting.languages) == 1 else 0.0
    x, width = indent + _MARK_SPACE, result - indent - _MARK_SPACE - 4

    def ornament(pen: Pen, left: float, top: float) -> None:
        outcome_mark(pen, finding.outcome, left - _MARK_SPACE, top + 0.5, _MARK)

    one_line = set_text(joined(tuple(emphasized(line) for line in finding.word)), CONDITION, 1000)
    if one_line.width <= width:
        return SetCell(x, width, (CellText(one_line, element),), ornament=ornament)
    paired = [(language, emphasized(line)) for language, line in setting.paired(finding.word)]
    texts = stacked_languages(paired, CONDITION, width)
    return SetCell(x, width, stacked(texts, element), ornament=ornament)


def table(block: Table, setting: Setting) -> list[Slab]:
    """Heads in every language, then the rows; the sum stays with the last of them."""
    element = setting.root.add("Table")
    places = _places(block.columns, setting.width)
    head = _table_head(block.columns, setting, element, places)
    rows: list[Slab] = []
    for index, cells in enumerate(block.rows):
        last = index == len(block.rows) - 1 and bool(block.total)
        style = RowStyle(line=0.8, token="text") if last else _ROW
        rows += _table_row(cells, block.columns, setting, element, places, style, head, last)
    if block.total:
        rows += _table_row(block.total, block.columns, setting, element, places, _TOTAL, head, False)
    return [replace(head, keep_next=True), *_in_company(rows)]


def _places(columns: Sequence[Column], width: float) -> list[tuple[float, float]]:
    scale = width / sum(column.share for column in columns)
    places, x = [], 0.0
    for index, column in enumerate(columns):
        # Figures end where the next column's words begin: they need the wider gap.
        gap = 0.0 if index == len(columns) - 1 else _CELL_GAP * (2.2 if column.numeric else 1)
        places.append((x, column.share * scale - gap))
        x += column.share * scale
    return places


def _align(column: Column) -> Align:
    return "right" if column.numeric else "left"


def _table_head(
    columns: Sequence[Column], setting: Setting, table: Element, places: Sequence[tuple[float, float]]
) -> Slab:
    line = table.add("TR")
    cells = []
    for column, (x, width) in zip(columns, places, strict=True):
        element = line.add("TH", attributes=_COLUMN_HEAD)
        texts = stacked_languages(_distinct(column.head, setting), TABLE_HEAD, width)
        cells.append(SetCell(x, width, stacked(texts, element), _align(column)))
    return row(cells, _HEAD, width=setting.width, most=setting.most)[0]


def _table_row(
    cells: Sequence[Cell],
    columns: Sequence[Column],
    setting: Setting,
    table: Element,
    places: Sequence[tuple[float, float]],
    style: RowStyle,
    head: Slab,
    keep_next: bool,
) -> list[Slab]:
    line = table.add("TR")
    set_cells = []
    for cell, column, (x, width) in zip(cells, columns, places, strict=True):
        element = line.add("TD")
        texts: list[tuple[SetText, Language | None]] = []
        texts += [(set_text(each, BODY, width), None) for each in cell.lines]
        texts += stacked_languages(_distinct(cell.said, setting), BODY, width)
        set_cells.append(SetCell(x, width, stacked(texts, element), _align(column)))
    return row(set_cells, style, width=setting.width, most=setting.most, heads=(head,), keep_next=keep_next)


def _distinct(said: Said, setting: Setting) -> list[tuple[Language, Line]]:
    """What each language says, once where they say the same."""
    seen: dict[Line, Language] = {}
    for language, line in setting.paired(said):
        if line:
            seen.setdefault(line, language)
    return [(language, line) for line, language in seen.items()]


def dates(block: Dates, setting: Setting) -> list[Slab]:
    """A day to keep, and what happens on it in each language."""
    element = setting.root.add("Table")
    columns = _condition_columns(setting, _DAY)
    rows: list[Slab] = []
    for dated in block.rows:
        line = element.add("TR")
        cells = [text_cell(_plain(dated.day.isoformat()), _DAY_STYLE, 0, _DAY, line.add("TH"))]
        for (language, said), (x, width) in zip(setting.paired(dated.text), columns, strict=True):
            cells.append(text_cell(said, BODY, x, width, line.add("TD", language)))
        rows += row(cells, _ROW, width=setting.width, most=setting.most)
    return _in_company(rows)


def _plain(text: str) -> Line:
    return (Run(text),)
