"""What is said of the three classes on a day: frozen values without words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cec_desktop.rules.findings import Advisory, Finding, MissingFact, Outcome, RulesRef

PROGRAMS: Final = ("cec", "fsw", "fst")
"""The classes in the order in which an invitation takes the first that fits."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Points of one factor: surely earned, earned at most, and those there are."""

    id: str
    points: int
    highest: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Points of the selection grid with the pass mark."""

    points: int
    highest: int
    maximum: int
    pass_mark: int
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """One class on one day; ``rules`` is None where no text of that day is held."""

    id: str
    rules: RulesRef | None
    outcome: Outcome
    conditions: tuple[Finding, ...]
    missing_facts: tuple[MissingFact, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Programs:
    """The three classes side by side on one day."""

    on: date
    projected: bool
    programs: tuple[Program, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The classes the client is surely in, in the order of invitations."""
        return tuple(each.id for each in self.programs if each.outcome is Outcome.MET)

    def of(self, id_: str) -> Program:
        """One class by its id."""
        return next(each for each in self.programs if each.id == id_)
