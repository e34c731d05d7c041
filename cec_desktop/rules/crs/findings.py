"""What is said of a score: sections, lines, what would help, how it goes on. Frozen values without words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cec_desktop.casefile.message import Message
from cec_desktop.rules.findings import Advisory, Fact, MissingFact, RulesRef


@dataclass(frozen=True, slots=True)
class CrsLine:
    """One line of the tables; ``points`` are sure, ``highest`` the other end where facts are missing.

    ``maximum`` is the most the table pays, ``row`` the row that applied, ``facts`` what it rests on.
    """

    id: str
    points: int
    highest: int
    maximum: int
    citation: str
    row: Message
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class CrsSection:
    """A section of the tables with its lines; numbers as of a line."""

    id: str
    points: int
    highest: int
    maximum: int
    citation: str
    lines: tuple[CrsLine, ...]


@dataclass(frozen=True, slots=True)
class CrsScore:
    """The score of a file on a day; ``total`` is sure, ``total_max`` possible with the missing facts.

    ``rules`` is the last complete version. Where a later one is in force, ``exact`` is false and ``reason``
    says why. ``couple`` is whether a spouse's column applies, None where not known.
    """

    on: date
    rules: RulesRef
    exact: bool
    reason: str | None
    total: int
    total_max: int
    maximum: int
    couple: bool | None
    sections: tuple[CrsSection, ...]
    missing_facts: tuple[MissingFact, ...]
    advisories: tuple[Advisory, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def lines(self) -> tuple[CrsLine, ...]:
        """All lines in the order of the tables."""
        return tuple(line for section in self.sections for line in section.lines)


@dataclass(frozen=True, slots=True)
class Help:
    """One change, or two together, that raises the score.

    ``gain`` is what it surely adds to the score of the day, all else equal; ``highest`` at most, where facts
    are missing. ``effective`` is the first day it can take effect.
    """

    changes: tuple[Message, ...]
    ids: tuple[str, ...]
    gain: int
    highest: int
    effective: date


@dataclass(frozen=True, slots=True)
class Step:
    """Days on end with the same score, and what made it another than before."""

    first: date
    last: date
    total: int
    total_max: int
    exact: bool
    reasons: tuple[Message, ...] = ()
