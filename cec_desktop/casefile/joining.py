"""Making one period of several that were cut or entered apart; on plain values, the reverse of splitting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from cec_desktop.casefile.checks import Raw, edge_of
from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.message import Message, message

RawPeriod: TypeAlias = dict[str, Any]

_OWN = {"id", "start", "end", "leaves", "hours"}
"""What periods to be joined may differ in."""
_DAY = timedelta(days=1)


def why_not_joined(periods: Sequence[Raw]) -> Message | None:
    """Why periods, in order of their starts, cannot be joined; None where they can."""
    first = periods[0]
    for period in periods:
        if edge_of(period, "start") is None:
            return message("join_undated")
    if any(_kept(period) != _kept(first) for period in periods[1:]):
        return message("join_differs")
    last = _end(first)
    for period in periods[1:]:
        start = edge_of(period, "start")
        assert start is not None
        if last < date.max and earliest(start) > last + _DAY:
            return message("join_apart", first=last + _DAY, last=earliest(start) - _DAY)
        last = max(last, _end(period))
    return None


def join_periods(periods: Sequence[RawPeriod]) -> RawPeriod:
    """The one period of several, in order of their starts, that nothing keeps apart."""
    joined = dict(periods[0])
    last = max(periods, key=_end)
    if "end" in last:
        joined["end"] = last["end"]
    else:
        joined.pop("end", None)
    for name in ("leaves", "hours"):
        if any(name in period for period in periods):
            rows = [row for period in periods for row in period.get(name, ())]
            joined[name] = list(_whole(rows))
    return joined


def _whole(rows: Sequence[RawPeriod]) -> Iterator[RawPeriod]:
    """Rows without repetition; those that differ only in days and meet become one."""
    kept: list[RawPeriod] = []
    for row in rows:
        same = next((each for each in kept if _facts(each) == _facts(row) and _meet(each, row)), None)
        if same is None:
            kept.append(dict(row))
        elif "end" in row and _end(row) >= _end(same):
            same["end"] = row["end"]
        elif "end" not in row:
            same.pop("end", None)
    yield from kept


def _kept(period: Raw) -> RawPeriod:
    return {name: value for name, value in period.items() if name not in _OWN and value is not None}


def _facts(row: RawPeriod) -> RawPeriod:
    return {name: value for name, value in row.items() if name not in {"id", "start", "end"}}


def _meet(row: RawPeriod, other: RawPeriod) -> bool:
    """Whether a row is the one that went before, or, for what has no hours, goes on the day after it."""
    if (row.get("start"), row.get("end")) == (other.get("start"), other.get("end")):
        return True
    start, end = edge_of(other, "start"), edge_of(row, "end")
    return "hours" not in row and isinstance(start, date) and isinstance(end, date) and start == end + _DAY


def _end(period: Raw) -> date:
    """The last day a period may have; one that goes on has the last there is."""
    end = edge_of(period, "end")
    return date.max if end is None else latest(end)
