"""Language results: from test scores to CLB (English) and NCLC (French) levels.

Each ability is converted by itself, by the chart of the day the test was taken; nothing is rounded or
averaged. What cannot be known - no score, no chart for the day, a code of unknown level - is None and never a
level. The numbers are data (``resources/rules/language.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from cec_desktop.resources import resource
from cec_desktop.rules.charts import ABILITIES, Chart, Era, LanguageTestKind, Scale, Score, read_charts

__all__ = [
    "ABILITIES",
    "Chart",
    "LanguageCharts",
    "LanguageTestKind",
    "Levels",
    "Scale",
    "Score",
    "load_language",
    "parse_language",
]


@dataclass(frozen=True, slots=True)
class Levels:
    """The level of each ability; None is not known, 10 means 10 or above.

    Levels stated outright (kinds ``benchmarks`` and ``written_evidence``) are kept as stated, 0 to 12.
    """

    listening: int | None
    reading: int | None
    writing: int | None
    speaking: int | None

    def each(self) -> tuple[int | None, int | None, int | None, int | None]:
        """The four levels in the order of ``ABILITIES``."""
        return self.listening, self.reading, self.writing, self.speaking

    @property
    def known(self) -> bool:
        """Whether all four are known."""
        return None not in self.each()

    @property
    def minimum(self) -> int | None:
        """The lowest of the four; None when one is not known."""
        levels = [level for level in self.each() if level is not None]
        return min(levels) if len(levels) == len(ABILITIES) else None


class LanguageCharts:
    """Every test kind with its scales and charts.

    ``test`` is a kind of the case file (``ielts_general``, ...); methods raise KeyError for another.
    ``test_date`` is the day the test was taken, by default (the caller's task) the day of the result; None is
    not known. ``tef_scale`` is the column the scores are from, ``former`` or ``since_2019``; None is not
    known. It is ignored for tests whose sheets have one column.
    """

    def __init__(self, tests: Mapping[str, LanguageTestKind]) -> None:
        self._tests = dict(tests)

    def tests(self) -> tuple[LanguageTestKind, ...]:
        """All kinds, in the order forms show them."""
        return tuple(self._tests.values())

    def test(self, test: str) -> LanguageTestKind:
        """One kind: official names, language, sources."""
        return self._tests[test]

    def test_language(self, test: str) -> str | None:
        """The language a test is of, ``en`` or ``fr``; None where the result itself has to say."""
        return self._tests[test].language

    def designated(self, test: str) -> bool:
        """Whether a result of this kind is one of a designated organization (R74(3))."""
        return self._tests[test].designated

    def accepted_on(self, test: str, application_date: date) -> bool:
        """Whether results of the test are accepted for an application made on the day."""
        first = self._tests[test].accepted_from
        return first is None or first <= application_date

    def levels(
        self,
        *,
        test: str,
        test_date: date | None,
        scores: Mapping[str, Score | None],
        tef_scale: str | None = "former",
        former: Mapping[str, Score | None] | None = None,
    ) -> Levels:
        """The level of each ability.

        Scores of the former TEF column win over those of the column since 2019 beside them. With a day or
        column that is not known, a level is given only where all that it may be agree.
        """
        kind = self._tests[test]
        former = former if former is not None and tef_scale != "former" else {}
        found = []
        for ability in ABILITIES:
            other = former.get(ability)
            score = scores.get(ability) if other is None else other
            column = tef_scale if other is None else "former"
            found.append(None if score is None else _level(kind, ability, score, column, test_date))
        return Levels(*found)

    def scale(
        self, test: str, ability: str, *, tef_scale: str | None = "former", test_date: date | None = None
    ) -> Scale:
        """The scale of an ability on a day, for messages and forms; without a day the latest."""
        return _latest(_eras(self._tests[test], tef_scale, test_date)).scales[ability]

    def scale_problem(
        self,
        test: str,
        ability: str,
        score: Score,
        *,
        tef_scale: str | None = "former",
        test_date: date | None = None,
    ) -> Scale | None:
        """The scale a score is off, or None when the score is one the test prints.

        Without a day a score may be of any time of the test.
        """
        eras = _eras(self._tests[test], tef_scale, test_date)
        if any(era.scales[ability].holds(score) for era in eras):
            return None
        return _latest(eras).scales[ability]

    def chart(self, test: str, test_date: date | None, *, tef_scale: str | None = "former") -> Chart | None:
        """The chart read for a day, with its sources; without a day the latest. None when none is held."""
        charts = [
            chart
            for era in _eras(self._tests[test], tef_scale, test_date)
            for chart in era.charts
            if chart.span.covers(test_date)
        ]
        return max(charts, key=lambda chart: chart.span.start or date.min) if charts else None

    def needed_score(
        self,
        test: str,
        ability: str,
        level: int,
        test_date: date | None,
        *,
        tef_scale: str | None = "former",
    ) -> Score | None:
        """The lowest score of an ability that earns a level, by the chart of the day (None: the latest).

        None when no chart is held, or it has no row for the level.
        """
        if self._tests[test].states_levels:
            return level if self.scale(test, ability).holds(level) else None
        chart = self.chart(test, test_date, tef_scale=tef_scale)
        return None if chart is None else chart.needed(ability, level)


def parse_language(text: str) -> LanguageCharts:
    """The charts of a TOML text.

    Raises:
        ChartDataError: the data are not sound; see ``read_charts``.
    """
    return LanguageCharts(read_charts(tomllib.loads(text, parse_float=Decimal)))


@cache
def load_language() -> LanguageCharts:
    """The charts shipped with the program."""
    return parse_language(resource("rules", "language.toml").read_text(encoding="utf-8"))


def _level(
    kind: LanguageTestKind, ability: str, score: Score, column: str | None, day: date | None
) -> int | None:
    possible: set[int | None] = set()
    for era in kind.eras:
        if _of_column(era, column) and era.span.covers(day) and era.scales[ability].holds(score):
            possible.update(_readings(kind, era, ability, score, day))
    return possible.pop() if len(possible) == 1 else None


def _readings(
    kind: LanguageTestKind, era: Era, ability: str, score: Score, day: date | None
) -> Iterator[int | None]:
    """The levels a score on an era's scale may mean; None among them when its day may have no chart."""
    if kind.states_levels:
        yield int(score)
        return
    charts = [chart for chart in era.charts if chart.span.covers(day)]
    if not charts or (day is None and not era.covered):
        yield None
    for chart in charts:
        yield chart.level(ability, score)


def _eras(kind: LanguageTestKind, column: str | None, day: date | None) -> list[Era]:
    """The eras of a column that cover a day, or all of the column when none does."""
    # A column no sheet has is refused elsewhere; its scores are then read on any.
    eras = [era for era in kind.eras if _of_column(era, column)] or list(kind.eras)
    return [era for era in eras if era.span.covers(day)] or eras


def _of_column(era: Era, column: str | None) -> bool:
    return era.column is None or column is None or era.column == column


def _latest(eras: list[Era]) -> Era:
    return max(eras, key=lambda era: era.span.start or date.min)
