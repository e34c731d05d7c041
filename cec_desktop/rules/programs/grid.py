"""The 67 points: facts in, points out, by the tables of R78 to R83."""

from __future__ import annotations

from typing import Final, NamedTuple

from cec_desktop.rules.programs.book import Grid

Four = tuple[int, int, int, int]
"""Levels of listening, reading, writing, speaking."""

FACTORS: Final = (
    *("education", "first_language", "second_language", "experience", "age"),
    *("arranged_employment", "adaptability"),
)
"""The factors in the order of R76(1)(a)."""

ELEMENTS: Final = (
    *("spouse_language", "study", "spouse_study", "work", "spouse_work"),
    *("relative", "arranged_employment"),
)
"""The elements of adaptability in the order of R83(1)."""


class Candidate(NamedTuple):
    """What the grid asks; ``education`` is the place of the level, ``years`` are completed years of work."""

    education: int
    first: Four | None
    second: Four | None
    years: int
    age: int
    offer: bool
    spouse_language: bool
    study: bool
    spouse_study: bool
    work: bool
    spouse_work: bool
    relative: bool


class GridPoints(NamedTuple):
    """Points of each factor, in their order, and of each element of adaptability before its maximum."""

    factors: tuple[int, ...]
    elements: tuple[int, ...]

    @property
    def total(self) -> int:
        """All points."""
        return sum(self.factors)


def points_of(candidate: Candidate, grid: Grid, threshold: int) -> GridPoints:
    """The points of a candidate; ``threshold`` is that of R75(2)(d)."""
    elements = _elements(candidate, grid)
    factors = (
        grid.education.points[candidate.education],
        min(
            grid.first_language.maximum,
            sum(_ability(each, grid, threshold) for each in candidate.first or ()),
        ),
        _second(candidate.second, grid),
        grid.experience.points[min(candidate.years, len(grid.experience.points) - 1)],
        age_points(candidate.age, grid),
        grid.arranged_employment.points if candidate.offer else 0,
        min(grid.adaptability.maximum, sum(elements)),
    )
    return GridPoints(factors, elements)


def age_points(age: int, grid: Grid) -> int:
    """R81: none below the first year of age, then all, then one less for each year past the last."""
    rule = grid.age
    if age < rule.first:
        return 0
    return max(0, rule.maximum - max(0, age - rule.last))


def _ability(level: int, grid: Grid, threshold: int) -> int:
    rows = grid.first_language.points
    return 0 if level < threshold else rows[min(level - threshold, len(rows) - 1)]


def _second(levels: Four | None, grid: Grid) -> int:
    rule = grid.second_language
    return rule.points if levels is not None and min(levels) >= rule.clb else 0


def _elements(candidate: Candidate, grid: Grid) -> tuple[int, ...]:
    worth = grid.adaptability.points
    held = (
        (candidate.spouse_language, worth.spouse_language),
        (candidate.study, worth.study),
        (candidate.spouse_study, worth.spouse_study),
        (candidate.work, worth.work),
        (candidate.spouse_work, worth.spouse_work),
        (candidate.relative, worth.relative),
        (candidate.offer, worth.arranged_employment),
    )
    return tuple(points if fact else 0 for fact, points in held)
