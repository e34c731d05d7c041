"""The lines of a pasted table of hours, taken apart: dates, hours, and what could not be understood."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from cec_desktop.casefile.dates import Edge
from cec_desktop.casefile.message import Message, message
from cec_desktop.practice.typed_dates import DateReading, UnreadableDateError, read_date

Per = Literal["week", "period"]

_BLANKS = re.compile(r"[\s\u00a0\u202f]+")
_NUMBER = re.compile(r"[+-]?\d[\d\u00a0\u202f ',]*(?:[.,]\d+)?|[.,]\d+")
_UNIT = re.compile(r"\s*(?:h|hrs?|hours?|heures?)\.?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:to|until|au|à|jusqu['’]au|[-–—→])\s+", re.IGNORECASE)
_HOURS_HEAD = re.compile(r"\b(?:h|hrs?|hours?|heures?)\b", re.IGNORECASE)
_A_WEEK = re.compile(
    r"(?:/|per|a|par|an?)?\s*(?:7|weeks?|wk|semaines?|sem\.?)$|^weekly$|^hebdo", re.IGNORECASE
)
_OPEN = {"goes on", "ongoing", "en cours", "…", "..."}
_FAULTS = {"short_year": "pay_short_year", "no_such_day": "pay_no_such_day"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart; ``number`` counts from 1 as a person does."""

    number: int
    text: str
    start: Edge | None = None
    end: Edge | None = None
    open_end: bool = False
    hours: Decimal | None = None
    per: Per = "period"
    problem: Message | None = None


def read_lines(text: str, today: date, *, day_first: bool = True) -> list[Line]:
    """The lines of a text but empty ones and the heading.

    Day and month are read in the order that all lines allow; where both are possible, ``day_first`` decides.
    """
    rows = _rows(text)
    hours_column: int | None = None
    if rows and _is_heading(rows[0][1], today):
        named = [at for at, cell in enumerate(rows[0][1]) if _HOURS_HEAD.search(cell)]
        hours_column = named[0] if len(named) == 1 else None
        rows = rows[1:]
    order = _order(rows, today, day_first)
    raw = text.splitlines()
    return [_line(number, raw[number - 1], cells, hours_column, today, order) for number, cells in rows]


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The cells of each line that has any, with its number."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in _cells(line)]
        if any(cells):
            found.append((number, cells))
    return found


def _cells(line: str) -> list[str]:
    mark = next((mark for mark in ("\t", ";", "|") if mark in line), None)
    if mark is not None:
        return next(csv.reader([line], delimiter=mark), [])
    if "," in line:
        return _mended(next(csv.reader([line], skipinitialspace=True), []))
    parts = re.split(r"\s{2,}", line.strip())
    return parts if len(parts) > 1 else _BLANKS.split(line.strip())


def _mended(cells: list[str]) -> list[str]:
    """Commas between the columns and in the hours: the digits after the last one belong to the hours."""
    *head, whole, rest = cells if len(cells) > 2 else ("", "", "")
    if whole.strip().isdigit() and re.fullmatch(r"\d{1,2}", rest.strip()) and len(head) >= 1:
        return [*head, f"{whole.strip()},{rest.strip()}"]
    return cells


def _is_heading(cells: Sequence[str], today: date) -> bool:
    """Words, and neither a date nor a number."""
    return all(_date(cell, today, True) is None and _number(cell) is None for cell in cells if cell)


def _order(rows: Sequence[tuple[int, list[str]]], today: date, day_first: bool) -> bool:
    """Whether days come first: as soon as one line allows one order only, all follow it."""
    for _at, cells in rows:
        for cell in (part for whole in cells for part in _BETWEEN.split(whole)):
            first, second = _date(cell, today, True), _date(cell, today, False)
            slashed = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}", cell.strip())
            if slashed is None or first is None or second is None or first.value != second.value:
                continue
            day, month = int(slashed[1]), int(slashed[2])
            if day != month:
                return day > month
    return day_first


def _line(
    number: int, text: str, cells: list[str], hours_column: int | None, today: date, day_first: bool
) -> Line:
    dates: list[Edge] = []
    numbers: list[Decimal] = []
    per: Per = "period"
    open_end = False
    doubtful: tuple[str, Message] | None = None
    for at, cell in enumerate(cells):
        for part in _BETWEEN.split(cell):
            reading = _date(part, today, day_first)
            number_here = _number(part)
            if not part:
                # A last day left out before hours a week: the hours go on.
                open_end = open_end or (at == 1 and len(dates) == 1)
            elif reading is not None:
                dates.append(reading.value)
            elif number_here is not None and (hours_column in (None, at)):
                numbers.append(number_here)
            elif part.casefold() in _OPEN:
                open_end = True
            elif _A_WEEK.search(part):
                per = "week"
            elif number_here is None and any(letter.isdigit() for letter in part) and len(dates) < 2:
                doubtful = doubtful or (part, _fault(part, today, day_first))
    problem = _problem(dates, numbers, doubtful)
    ends = dates[1] if len(dates) > 1 else None
    return Line(
        number,
        text,
        dates[0] if dates else None,
        ends,
        open_end and ends is None and per == "week",
        numbers[0] if len(numbers) == 1 else None,
        per,
        problem,
    )


def _problem(
    dates: Sequence[Edge], numbers: Sequence[Decimal], doubtful: tuple[str, Message] | None
) -> Message | None:
    if doubtful is not None:
        return doubtful[1]
    if not dates:
        return message("pay_no_date")
    if not numbers:
        return message("pay_no_hours")
    if len(numbers) > 1:
        return message("pay_several_numbers", numbers=tuple(f"{each:f}" for each in numbers))
    return None


def _date(text: str, today: date, day_first: bool) -> DateReading | None:
    plain = text.strip()
    # A bare number of hours is never a date, and a date relative to another one never stands in a table.
    if not plain or plain[0] in "+-" or not any(letter.isdigit() for letter in plain):
        return None
    if plain.isdigit() and len(plain) != 8:
        return None
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return None
    try:
        return read_date(plain, anchor=today, today=today, months=True, day_first=day_first)
    except UnreadableDateError:
        return None


def _fault(text: str, today: date, day_first: bool) -> Message:
    try:
        read_date(text.strip(), anchor=today, today=today, months=True, day_first=day_first)
    except UnreadableDateError as error:
        return message(_FAULTS.get(error.fault, "pay_date_unreadable"), text=text.strip())
    return message("pay_date_unreadable", text=text.strip())


def _number(text: str) -> Decimal | None:
    """Hours as people write them, with a unit or without: 75, 75.5, 75,5 h, 1 250,25."""
    plain = _UNIT.sub("", text.strip())
    if not _NUMBER.fullmatch(plain):
        return None
    bare = re.sub(r"[\s\u00a0\u202f']", "", plain)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    bare = bare.replace(",", ".")
    return Decimal(bare) if re.fullmatch(r"\d+(\.\d+)?|\.\d+", bare) else None
