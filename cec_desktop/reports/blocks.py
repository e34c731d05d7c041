"""What a report says, before any paper: headings, running text, tables and findings in one or two languages.

Content builds these values and backends (PDF, plain text) show them. Everything that is said in words is said
once in each language of the document, in the document's order; the first language leads. Names, days and
numbers that are the same in every language stand once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from cec_desktop.i18n.words import Language
from cec_desktop.reports.timeline_data import Timeline
from cec_desktop.rules.findings import Outcome

Style = Literal["plain", "strong", "quiet", "citation"]

UNPRINTED = "[?]"
"""What is printed for words in letters the typeface lacks: a reader sees that something is missing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    style: Style = "plain"


Line: TypeAlias = tuple[Run, ...]
"""Words that follow each other, wrapped where the paper ends."""

Said: TypeAlias = tuple[Line, ...]
"""The same said in each language of the document, in its order."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and what stands small at its right; never the last thing on a page."""

    text: Said
    aside: Said = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, each language in a column of its own."""

    text: Said
    small: bool = False


@dataclass(frozen=True, slots=True)
class StripField:
    """A label with the one value all languages share."""

    label: Said
    value: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The facts a reader looks for first, side by side."""

    fields: tuple[StripField, ...]


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A label, the figure that matters, and the reason behind it."""

    label: Said
    value: Said
    reason: Said


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer: the outcome in a sentence, the day it holds on, and its dates and margin."""

    outcome: Outcome
    title: Said
    notes: tuple[Said, ...]
    rows: tuple[VerdictRow, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One condition: its outcome as a word, what was found with the citation, and how deep it stands."""

    outcome: Outcome
    word: Said
    text: Said
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """Conditions in the regulation's order."""

    result_head: Said
    condition_head: Said
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a shared table: its head, its share of the width, and whether numbers stand in it."""

    head: Said
    share: float
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a shared cell shows: lines for all languages, then a line of its own for each language."""

    lines: tuple[Line, ...] = ()
    said: Said = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A shared table with heads in every language; ``total`` never stands alone on a page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


class Mark(StrEnum):
    """What kind of note it is."""

    QUESTION = "question"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True)
class Notes:
    """Short notes, each behind its mark."""

    mark: Mark
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A day to keep and what happens on it."""

    day: date
    text: Said


@dataclass(frozen=True, slots=True)
class Dates:
    """Days to keep, in order."""

    rows: tuple[DatedLine, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The timeline as a drawing; ``alternative`` says it to whoever cannot see it."""

    timeline: Timeline
    alternative: Said


@dataclass(frozen=True, slots=True)
class Closing:
    """The disclaimer with the line to sign on, kept together."""

    disclaimer: Said
    signer: Line
    date_label: Said


Block: TypeAlias = Heading | Paragraph | Strip | Verdict | Findings | Table | Notes | Dates | Figure | Closing


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page."""

    firm: str
    contact: str
    logo: bytes | None


@dataclass(frozen=True, slots=True)
class Document:
    """A report: what stands on every page, and its blocks in order."""

    languages: tuple[Language, ...]
    title: Said
    subject: str
    client: str
    letterhead: Letterhead
    foot_left: str
    foot_middle: str
    prepared_on: date
    blocks: tuple[Block, ...]


def text_of(line: Line) -> str:
    """The words of a line without their styles."""
    return "".join(run.text for run in line)
