"""Scales of language tests and the charts that turn their scores into CLB or NCLC levels, as data holds them.

A scale says which scores a test prints, a chart which level a score earns; both are dated by the day the
test was taken. The reader refuses what it does not know, what overlaps and what has no source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeAlias

Score: TypeAlias = int | Decimal | str
"""A score as the test prints it: a number, or a code such as ``M`` or ``4H`` of CELPIP."""

ABILITIES = ("listening", "reading", "writing", "speaking")
LANGUAGES = ("en", "fr")
TOP_LEVEL = 10
"""The highest row of every chart; it stands for this level or above."""

_SURE = ("several", "one", "deduced")


class ChartDataError(ValueError):
    """The file of charts is not what this module can read; the message names the place."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where numbers were read, and the day somebody last compared them."""

    key: str
    what: str
    where: str
    read_on: date


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included; None is open."""

    start: date | None
    end: date | None

    def covers(self, day: date | None) -> bool:
        """Whether the day lies inside; a day that is not known lies inside every span."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Scale:
    """The scores an ability may have: a range with a step, or codes (then without a step, low to high)."""

    lowest: Score
    highest: Score
    step: Decimal | None = None
    codes: tuple[Score, ...] = ()

    def holds(self, score: Score) -> bool:
        """Whether the test prints such a score. Text that only looks like a number is no number."""
        if isinstance(score, bool) or (isinstance(score, Decimal) and not score.is_finite()):
            return False
        if self.codes:
            return score in self.codes
        if isinstance(score, str) or isinstance(self.lowest, str) or isinstance(self.highest, str):
            return False
        # The remainder is exact at any number of decimals, which a quotient would not be.
        return self.lowest <= score <= self.highest and score % (self.step or 1) == 0


@dataclass(frozen=True, slots=True)
class Chart:
    """Which level a score earns, for tests taken inside its span."""

    id: str
    span: Span
    minimums: Mapping[str, tuple[Decimal | int, ...]]
    """By ability the lowest score of each level, lowest level first; empty for a chart of codes."""
    lowest_level: int
    codes: Mapping[Score, int]
    sources: tuple[Source, ...]
    sure: str
    """``several`` independent sources, ``one``, or ``deduced`` in part."""
    read_on: date
    note: str | None = None

    def level(self, ability: str, score: Score) -> int | None:
        """The highest level whose minimum the score reaches; 10 is 10 or above.

        A score below the lowest row gives the level under that row: the true level is not printed and may
        be lower still, but it is surely less than every level of the chart. None: a code whose level is not
        known.
        """
        if isinstance(score, str) or not self.minimums:
            return self.codes.get(score)
        return self.lowest_level - 1 + bisect_right(self.minimums[ability], score)

    def needed(self, ability: str, level: int) -> Score | None:
        """The lowest score that surely earns a level; None where the chart has no row for it."""
        if not self.minimums:
            return next((code for code, earned in self.codes.items() if earned >= level), None)
        row = level - self.lowest_level
        return self.minimums[ability][row] if 0 <= row < len(self.minimums[ability]) else None


@dataclass(frozen=True, slots=True)
class Era:
    """What a test printed over a span of days, and the charts that read it."""

    span: Span
    column: str | None
    """``former`` or ``since_2019`` where a result sheet has two columns of scores."""
    scales: Mapping[str, Scale]
    charts: tuple[Chart, ...]
    covered: bool
    """Whether the charts reach over every day of the span."""


@dataclass(frozen=True, slots=True)
class LanguageTestKind:
    """A language test, or another way levels are shown."""

    id: str
    names: Mapping[str, str]
    """The official name by language."""
    language: str | None
    """The language it tests, ``en`` or ``fr``; None where the result itself says so."""
    designated: bool
    """Whether it is a result of a designated organization, R74(3)."""
    states_levels: bool
    """Whether the scores are the levels themselves."""
    accepted_from: date | None
    """The first day of applications it is accepted for; None: no bound is held."""
    eras: tuple[Era, ...]
    sources: tuple[Source, ...]


def read_charts(data: Mapping[str, Any]) -> dict[str, LanguageTestKind]:
    """The tests of a parsed file, in its order.

    Raises:
        ChartDataError: unknown or missing keys, a source that is missing or not used, spans that overlap or
            leave their scale, a minimum off its scale, or rows that do not rise with the level.
    """
    _require(data, {"source", "test"}, set(), "charts")
    book = _Sources(data["source"])
    tests = [_test(row, book) for row in data["test"]]
    if len({test.id for test in tests}) != len(tests):
        raise ChartDataError("a test is listed twice")
    ids = [chart.id for test in tests for era in test.eras for chart in era.charts]
    if len(set(ids)) != len(ids):
        raise ChartDataError("a chart is listed twice")
    book.check_all_used()
    return {test.id: test for test in tests}


class _Sources:
    """The sources of a file, and which of them something cites."""

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        self._by_key: dict[str, Source] = {}
        self._used: set[str] = set()
        for row in rows:
            _require(row, {"key", "what", "where", "read_on"}, set(), f"source {row.get('key')}")
            if row["key"] in self._by_key:
                raise ChartDataError(f"source {row['key']} is listed twice")
            self._by_key[row["key"]] = Source(**row)

    def cited(self, keys: Sequence[str], place: str) -> tuple[Source, ...]:
        if not keys or not set(keys) <= self._by_key.keys():
            raise ChartDataError(f"{place}: the citation names no source, or one that is not listed")
        self._used.update(keys)
        return tuple(self._by_key[key] for key in keys)

    def check_all_used(self) -> None:
        if unused := self._by_key.keys() - self._used:
            raise ChartDataError(f"nothing cites {', '.join(sorted(unused))}")


def _test(row: Mapping[str, Any], book: _Sources) -> LanguageTestKind:
    place = f"test {row.get('id')}"
    needed = {"id", "name_en", "name_fr", "designated", "citation", "scale"}
    _require(row, needed, {"language", "accepted_from", "states_levels"}, place)
    if row.get("language", "en") not in LANGUAGES:
        raise ChartDataError(f"{place}: language {row['language']!r} is not known")
    eras = tuple(_era(part, book, place) for part in row["scale"])
    for column in {era.column for era in eras}:
        _apart([era.span for era in eras if era.column == column], f"{place}: scale {column or ''}")
    states_levels = row.get("states_levels", False)
    if any(bool(era.charts) == states_levels for era in eras):
        raise ChartDataError(f"{place}: wants either charts or states_levels")
    return LanguageTestKind(
        id=row["id"],
        names={language: row[f"name_{language}"] for language in LANGUAGES},
        language=row.get("language"),
        designated=row["designated"],
        states_levels=states_levels,
        accepted_from=row.get("accepted_from"),
        eras=eras,
        sources=book.cited(row["citation"], place),
    )


def _era(row: Mapping[str, Any], book: _Sources, place: str) -> Era:
    by_codes = "codes" in row
    _require(
        row, {"codes"} if by_codes else set(ABILITIES), {"from", "to", "column", "chart"}, f"{place}: scale"
    )
    span = _span(row, f"{place}: scale")
    if by_codes:
        codes = tuple(row["codes"])
        scales = dict.fromkeys(ABILITIES, Scale(codes[0], codes[-1], codes=codes))
    else:
        scales = {ability: _range(row[ability], f"{place}: {ability}") for ability in ABILITIES}
    charts = tuple(_chart(part, scales, book) for part in row.get("chart", ()))
    _apart([chart.span for chart in charts], f"{place}: charts")
    for chart in charts:
        if not _inside(chart.span, span):
            raise ChartDataError(f"chart {chart.id} leaves the days of its scale")
    return Era(span, row.get("column"), scales, charts, _covered(span, charts))


def _range(row: Mapping[str, Any], place: str) -> Scale:
    _require(row, {"lowest", "highest", "step"}, set(), place)
    lowest, highest, step = row["lowest"], row["highest"], Decimal(row["step"])
    if step <= 0 or lowest >= highest or lowest % step or highest % step:
        raise ChartDataError(f"{place}: the ends of a scale are multiples of its step, the lower one first")
    return Scale(lowest, highest, step)


def _chart(row: Mapping[str, Any], scales: Mapping[str, Scale], book: _Sources) -> Chart:
    place = f"chart {row.get('id')}"
    content = "levels" if "levels" in row else "rows"
    _require(row, {"id", content, "citation", "sure", "read_on"}, {"from", "to", "note"}, place)
    if row["sure"] not in _SURE:
        raise ChartDataError(f"{place}: sure is one of {', '.join(_SURE)}")
    minimums: dict[str, tuple[Decimal | int, ...]] = {}
    codes: dict[Score, int] = {}
    lowest_level = 0
    if content == "rows":
        lowest_level, minimums = _minimums(row["rows"], scales, place)
    else:
        codes = _codes(row["levels"], scales, place)
    return Chart(
        id=row["id"],
        span=_span(row, place),
        minimums=minimums,
        lowest_level=lowest_level,
        codes=codes,
        sources=book.cited(row["citation"], place),
        sure=row["sure"],
        read_on=row["read_on"],
        note=row.get("note"),
    )


def _minimums(
    rows: Sequence[Sequence[Any]], scales: Mapping[str, Scale], place: str
) -> tuple[int, dict[str, tuple[Decimal | int, ...]]]:
    levels = [row[0] for row in rows]
    if not levels or levels != list(range(TOP_LEVEL, TOP_LEVEL - len(levels), -1)):
        raise ChartDataError(f"{place}: rows go down from level {TOP_LEVEL} one by one")
    if any(len(row) != 1 + len(ABILITIES) for row in rows):
        raise ChartDataError(f"{place}: a row is a level and one score for each ability")
    minimums = {
        ability: tuple(row[at] for row in reversed(rows)) for at, ability in enumerate(ABILITIES, start=1)
    }
    for ability, scores in minimums.items():
        if not all(scales[ability].holds(score) for score in scores):
            raise ChartDataError(f"{place}: a minimum for {ability} is off its scale")
        if any(lower >= higher for lower, higher in pairwise(scores)):
            raise ChartDataError(f"{place}: minimums for {ability} do not rise with the level")
    return levels[-1], minimums


def _codes(rows: Sequence[Sequence[Any]], scales: Mapping[str, Scale], place: str) -> dict[Score, int]:
    if any(len(row) != 2 for row in rows):
        raise ChartDataError(f"{place}: a row is a code and its level")
    codes: dict[Score, int] = {row[0]: row[1] for row in rows}
    known = [code for code in scales[ABILITIES[0]].codes if code in codes]
    if known != [row[0] for row in rows]:
        raise ChartDataError(f"{place}: codes stand once, in the order of their scale")
    if any(lower > higher for lower, higher in pairwise(codes.values())):
        raise ChartDataError(f"{place}: levels do not rise with the codes")
    return codes


def _span(row: Mapping[str, Any], place: str) -> Span:
    span = Span(row.get("from"), row.get("to"))
    if span.start is not None and span.end is not None and span.end < span.start:
        raise ChartDataError(f"{place}: ends before it begins")
    return span


def _apart(spans: Sequence[Span], place: str) -> None:
    for earlier, later in pairwise(sorted(spans, key=lambda span: span.start or date.min)):
        if earlier.end is None or later.start is None or later.start <= earlier.end:
            raise ChartDataError(f"{place}: spans overlap")


def _inside(inner: Span, outer: Span) -> bool:
    return (outer.start is None or (inner.start is not None and inner.start >= outer.start)) and (
        outer.end is None or (inner.end is not None and inner.end <= outer.end)
    )


def _covered(span: Span, charts: Sequence[Chart]) -> bool:
    spans = sorted((chart.span for chart in charts), key=lambda each: each.start or date.min)
    if not spans or spans[0].start != span.start or spans[-1].end != span.end:
        return False
    return all(
        earlier.end is not None and later.start == earlier.end + timedelta(days=1)
        for earlier, later in pairwise(spans)
    )


def _require(row: Mapping[str, Any], needed: set[str], allowed: set[str], place: str) -> None:
    if missing := {key for key in needed if row.get(key) in (None, "")}:
        raise ChartDataError(f"{place}: lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - needed - allowed:
        raise ChartDataError(f"{place}: unknown {', '.join(sorted(unknown))}")
