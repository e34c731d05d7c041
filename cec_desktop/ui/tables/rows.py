"""What a table shows: columns, and rows of words. Values, so that they are tested without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from cec_desktop.casefile.dates import Edge, earliest, latest
from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.timeline.wording import edge_words, tenths


class Swatch(StrEnum):
    """The small sample of the timeline's fill in front of a row."""

    NONE = "none"
    COUNTS = "counts"
    PROJECTED = "projected"
    NOT_COUNTED = "not_counted"
    NOT_KNOWN = "not_known"
    OUTSIDE = "outside"
    STATUS = "status"
    MAINTAINED = "maintained"
    GAP = "gap"
    STUDY = "study"
    PART_TIME = "part_time"
    TEST = "test"
    EXPIRED = "expired"
    DRAFT = "draft"
    WRONG = "wrong"


class Sort(StrEnum):
    """What a row is."""

    ITEM = "item"
    GAP = "gap"
    """Days for which nothing is entered."""
    DRAFT = "draft"
    """Being entered, not in the file yet."""
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``spare`` ones go first where room is short, the ``wide`` ones take what is left."""

    id: str
    title: str
    number: bool = False
    wide: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell; ``short`` where room is short, ``tip`` on hover; ``order`` is what sorts."""

    text: str
    short: str = ""
    tip: str = ""
    quiet: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``key`` is the entry's id, ``said`` the swatch in words."""

    key: str
    cells: tuple[Cell, ...]
    swatch: Swatch = Swatch.NONE
    said: str = ""
    sort: Sort = Sort.ITEM


@dataclass(frozen=True, slots=True)
class Listing:
    """A table's columns and rows in one language."""

    columns: Sequence[Column]
    rows: tuple[Row, ...]


def start_cell(edge: Edge | None, words: Words) -> Cell:
    """The first day of a period; a start that is not known is said."""
    _ = words
    if edge is None:
        return Cell(_("not known"), quiet=True, order="")
    return Cell(edge.isoformat(), order=edge.isoformat())


def end_cell(edge: Edge | None, words: Words) -> Cell:
    """The last day of a period, or that it goes on."""
    return Cell(edge_words(edge, words), order=edge.isoformat() if edge else "9999")


def day_cell(day: date | None, words: Words) -> Cell:
    """A single day, empty where there is none."""
    return Cell(words.day(day) if day else "", order=day.isoformat() if day else "")


def days_between(start: Edge | None, end: Edge | None, open_end: date) -> int | None:
    """Days of a period, both ends included; one that goes on is counted to ``open_end``."""
    if start is None:
        return None
    last = open_end if end is None else latest(end)
    return max(0, (last - earliest(start)).days + 1)


def aligned_tenths(hours: Fraction, words: Words) -> str:
    """Hours to one decimal that is always shown, so that the figures of a column stand under each other."""
    text = tenths(hours, words)
    mark = "," if words.language == "fr" else "."
    return text if mark in text or not hours else f"{text}{mark}0"


def fact_words(fact: bool | None, words: Words) -> str:
    """A yes-no fact."""
    _ = words
    return _("not known") if fact is None else _("yes") if fact else _("no")


def last_day(view: CaseView) -> date:
    """The day to which what goes on is counted: the day before the application."""
    return date.fromordinal(view.assessment.on.toordinal() - 1)
