"""Cutting a period in two at a day, with what lies inside it; on plain values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeAlias

from cec_desktop.casefile.checks import Raw, edge_of
from cec_desktop.casefile.dates import earliest, latest

RawPeriod: TypeAlias = dict[str, Any]


def can_split(period: Raw, on: date) -> bool:
    """Whether the day surely lies in the period, after its first."""
    start, end = edge_of(period, "start"), edge_of(period, "end")
    return start is not None and latest(start) < on and (end is None or on <= earliest(end))


def split_period(period: Raw, on: date) -> tuple[RawPeriod, RawPeriod]:
    """The part that ends the day before ``on``, and the part that starts on it.

    Leaves are cut with it. Rows of hours stay whole in each part they touch: hours spread over a stretch then
    weigh the same on each of its days.
    """
    first = {**period, "end": (on - timedelta(days=1)).isoformat()}
    second = {**period, "start": on.isoformat()}
    if "hours" in period:
        first["hours"] = [row for row in period["hours"] if _starts_before(row, on)]
        second["hours"] = [row for row in period["hours"] if _lasts_to(row, on)]
    if "leaves" in period:
        first["leaves"] = list(_cut(period["leaves"], on, 0))
        second["leaves"] = list(_cut(period["leaves"], on, 1))
    return first, second


def _cut(rows: list[Raw], on: date, side: int) -> Iterator[Raw]:
    """The rows one part keeps; one whose month-only edge leaves it open where it lies is kept whole."""
    for row in rows:
        if can_split(row, on):
            yield split_period(row, on)[side]
        elif (_starts_before(row, on), _lasts_to(row, on))[side]:
            yield row


def _starts_before(row: Raw, on: date) -> bool:
    """Whether a row may start before the day; one without a start stays with the first part."""
    start = edge_of(row, "start")
    return start is None or earliest(start) < on


def _lasts_to(row: Raw, on: date) -> bool:
    end = edge_of(row, "end")
    return edge_of(row, "start") is not None and (end is None or latest(end) >= on)
