"""What single fields cannot say: periods, births, identities and levels held against each other.

The checks read plain values and not the model, so that one wrong field never hides what is wrong with
another; a field they cannot read is left to the model, which reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from cec_desktop.casefile.dates import Edge, earliest, latest, parse_day, parse_edge
from cec_desktop.casefile.fields import HOURS_IN_A_WEEK
from cec_desktop.casefile.message import message
from cec_desktop.casefile.problems import Found, Path

Raw: TypeAlias = Mapping[str, Any]
Placed: TypeAlias = "tuple[Path, Raw]"
DayT = TypeVar("DayT", bound=Edge)

HOURS_IN_A_DAY = 24
HIGHEST_LEVEL = 12
ABILITIES = ("listening", "reading", "writing", "speaking")
LEVEL_KINDS = ("benchmarks", "written_evidence")
"""Kinds of language tests whose scores are the levels themselves."""
PERIOD_LISTS = ("statuses", "jobs", "absences", "studies", "history")
JOB_PERIOD_LISTS = ("hours", "leaves")
PEOPLE: tuple[tuple[Path, str], ...] = (((), "client"), (("spouse",), "spouse"))
"""Where a person's lists stand, and where the person's date of birth stands."""


def cross_problems(raw: Raw) -> Iterator[Found]:
    """Everything wrong between fields of a file, as far as the fields can be read."""
    yield from _identities(raw)
    for where, person in PEOPLE:
        holder = part(raw, *where)
        born = day_of(part(raw, person), "date_of_birth")
        for path, period in _periods(holder, where):
            yield from _period(path, period, born)
        for path, job in items(holder, where, "jobs"):
            yield from _hours_rows(path, job)
            yield from _other_editions(path, job)
        for path, test in items(holder, where, "language_tests"):
            yield from _levels(path, test)
    yield from _end_before_start(("job_offer",), part(raw, "job_offer"))


def part(raw: Raw, *names: str | int) -> Raw:
    """The object inside an object, empty where there is none."""
    inner: object = raw
    for name in names:
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    return inner if isinstance(inner, Mapping) else {}


def items(holder: Raw, where: Path, name: str) -> Iterator[Placed]:
    """The objects of a list, each with its path."""
    entries = holder.get(name)
    for index, item in enumerate(entries if isinstance(entries, list | tuple) else ()):
        if isinstance(item, Mapping):
            yield (*where, name, index), item


def edge_of(item: Raw, name: str) -> Edge | None:
    """A day or a month, None where there is none that can be read."""
    return _read(parse_edge, item.get(name))


def day_of(item: Raw, name: str) -> date | None:
    """A day, None where there is none that can be read."""
    return _read(parse_day, item.get(name))


def number_of(item: Raw, name: str) -> Decimal | None:
    """A number, None where there is none."""
    value = item.get(name)
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _read(parse: Callable[[str], DayT], value: object) -> DayT | None:
    try:
        return parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _periods(holder: Raw, where: Path) -> Iterator[Placed]:
    for name in PERIOD_LISTS:
        for path, period in items(holder, where, name):
            yield path, period
            for inner in JOB_PERIOD_LISTS if name == "jobs" else ():
                yield from items(period, path, inner)


def _period(path: Path, period: Raw, born: date | None) -> Iterator[Found]:
    yield from _end_before_start(path, period)
    # The start says it for both ends; an end alone says it for itself.
    name = "start" if edge_of(period, "start") is not None else "end"
    edge = edge_of(period, name)
    if born is not None and edge is not None and latest(edge) < born:
        yield Found((*path, name), message("before_birth", birth=born))


def _end_before_start(path: Path, period: Raw) -> Iterator[Found]:
    start, end = edge_of(period, "start"), edge_of(period, "end")
    if start is not None and end is not None and latest(end) < earliest(start):
        yield Found((*path, "end"), message("end_before_start", start=start.isoformat()))


def _hours_rows(path: Path, job: Raw) -> Iterator[Found]:
    for place, row in items(job, path, "hours"):
        hours = number_of(row, "hours")
        if hours is None:
            continue
        if row.get("per") == "week" and hours > HOURS_IN_A_WEEK:
            yield Found((*place, "hours"), message("hours_out_of_range"))
        start, end = edge_of(row, "start"), edge_of(row, "end")
        if row.get("per") == "period" and start is not None and end is not None:
            days = (latest(end) - earliest(start)).days + 1
            if hours > HOURS_IN_A_DAY * days > 0:
                yield Found((*place, "hours"), message("hours_beyond_period"))


def _other_editions(path: Path, job: Raw) -> Iterator[Found]:
    seen = {part(job, "noc").get("version")} - {None}
    for place, code in items(job, path, "noc_also"):
        version = code.get("version")
        if isinstance(version, str) and version in seen:
            yield Found((*place, "version"), message("edition_twice", version=version))
        if isinstance(version, str):
            seen.add(version)


def _levels(path: Path, test: Raw) -> Iterator[Found]:
    kind = test.get("test")
    if kind not in LEVEL_KINDS:
        return
    if test.get("language") is None:
        yield Found((*path, "language"), message("language_required"))
    for name in ABILITIES:
        score = number_of(test, name)
        if isinstance(test.get(name), str) or (score is not None and not _is_level(score)):
            yield Found((*path, name), message("level_invalid", limit=HIGHEST_LEVEL))


def _is_level(score: Decimal) -> bool:
    return 0 <= score <= HIGHEST_LEVEL and score == score.to_integral_value()


def _identities(raw: Raw) -> Iterator[Found]:
    """Ids given twice in one list, in whatever list of the format."""
    for name, value in raw.items():
        if name != "office":
            yield from _identities_below(value, (name,))


def _identities_below(value: object, path: Path) -> Iterator[Found]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _identities_below(inner, (*path, name))
    elif isinstance(value, list | tuple):
        yield from _twice(value, path)
        for index, inner in enumerate(value):
            yield from _identities_below(inner, (*path, index))


def _twice(entries: Iterable[object], path: Path) -> Iterator[Found]:
    seen: set[str] = set()
    for index, item in enumerate(entries):
        given = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(given, str) and given in seen:
            yield Found((*path, index, "id"), message("id_twice"))
        elif isinstance(given, str):
            seen.add(given)
