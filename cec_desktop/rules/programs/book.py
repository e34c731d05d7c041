"""The law of the two other classes as dated data: read once, checked, then only looked up.

Every number is in ``fsw.toml``, ``fst.toml`` and ``funds.toml`` of ``resources/rules``; unknown or missing
keys, values of another type, days out of order and entries without a citation are refused.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import Field, ValidationError

from cec_desktop.casefile.fields import Many
from cec_desktop.casefile.model import Value
from cec_desktop.resources import resource
from cec_desktop.rules.findings import RulesRef

Sure = Literal["law", "several", "one", "deduced"]
Cited = Annotated[str, Field(min_length=1)]


class ProgramDataError(ValueError):
    """The data are not well formed; the text names the file and the entry."""


class Read(Value):
    """An entry that somebody compared with its source on a day."""

    read_on: date
    sure: Sure
    note: str = ""


class Dated(Protocol):
    """An entry with its first day."""

    @property
    def first_day(self) -> date:
        """First day in force."""


D = TypeVar("D", bound=Dated)


class Version(Read):
    """One text of a class, from its first day on."""

    id: str
    first_day: date
    instrument: str


class Requirements(Read):
    """R75(2): months of the window, weeks of full-time work, the language threshold."""

    window_months: int
    weeks: int
    gap_days: int
    clb: int
    citation: Cited


class ProfessionalBody(Read):
    """A body designated for one occupation; ``names`` are what a file may call it."""

    id: str
    codes: Many[str]
    names: Many[str]
    citation: Cited


class Points(Value):
    """A factor that pays by rows."""

    points: Many[int]
    maximum: int
    citation: Cited


class SecondLanguage(Value):
    """R79(3)(b): all points at a level in each ability."""

    clb: int
    points: int
    maximum: int
    citation: Cited


class Age(Value):
    """R81: all points from the first to the last year of age, then one less a year."""

    first: int
    last: int
    maximum: int
    citation: Cited


class ArrangedEmployment(Value):
    """R82: hours a week, months of the offer, months worked for the employer."""

    points: int
    maximum: int
    hours: int
    months: int
    worked_months: int
    citation: Cited


class AdaptabilityPoints(Value):
    """R83(1): the elements, each with its points (or its citation)."""

    spouse_language: int
    study: int
    spouse_study: int
    work: int
    spouse_work: int
    relative: int
    arranged_employment: int


class AdaptabilityCitations(Value):
    """Where each element stands."""

    spouse_language: Cited
    study: Cited
    spouse_study: Cited
    work: Cited
    spouse_work: Cited
    relative: Cited
    arranged_employment: Cited


class Adaptability(Value):
    """R83: months of study that are two academic years, days of full-time work that are a year."""

    maximum: int
    spouse_clb: int
    study_months: int
    work_days: int
    citation: Cited
    points: AdaptabilityPoints
    citations: AdaptabilityCitations


class Grid(Read):
    """The selection grid, R78 to R83, with the pass mark of R76(2)."""

    pass_mark: int
    citation: Cited
    education: Points
    first_language: Points
    second_language: SecondLanguage
    experience: Points
    age: Age
    arranged_employment: ArrangedEmployment
    adaptability: Adaptability

    @property
    def maximum(self) -> int:
        """All points there are."""
        return sum(
            factor.maximum
            for factor in (
                self.education,
                self.first_language,
                self.second_language,
                self.experience,
                self.age,
                self.arranged_employment,
                self.adaptability,
            )
        )


class Relatives(Read):
    """R83(5): the words relatives and their status may be entered by."""

    related: Many[str]
    not_related: Many[str]
    settled: Many[str]
    citation: Cited


class FswCitations(Value):
    """Where each condition stands."""

    residence_intent: Cited
    primary_occupation: Cited
    lead_statement: Cited
    main_duties: Cited
    language: Cited
    credential: Cited
    professional_body: Cited
    minimal_requirements: Cited
    points: Cited
    funds: Cited
    both_days: Cited
    substituted_evaluation: Cited


class FswRules(Value):
    """The Federal Skilled Worker Class."""

    verified_to: date
    verified_source: str
    first_day_of_class: date
    first_day_citation: Cited
    version: Many[Version]
    requirements: Requirements
    professional_body: Many[ProfessionalBody]
    grid: Grid
    citations: FswCitations
    relatives: Relatives


class TradesVersion(Version):
    """One text of the Federal Skilled Trades Class: its trades by the digits their codes begin with."""

    groups: Many[str]
    but_not: Many[str]

    def holds(self, code: str) -> bool:
        """Whether a code is that of a skilled trade occupation."""
        return code.startswith(tuple(self.groups)) and not code.startswith(("-", *self.but_not))


class TradeRequirements(Read):
    """R87.2(3): window, weeks of work, the threshold of each ability, and what an offer has to be."""

    window_months: int
    weeks: int
    listening: int
    reading: int
    writing: int
    speaking: int
    offer_hours: int
    offer_months: int
    offer_worked_months: int
    citation: Cited

    @property
    def levels(self) -> tuple[int, int, int, int]:
        """Thresholds of listening, reading, writing, speaking."""
        return self.listening, self.reading, self.writing, self.speaking


class FstCitations(Value):
    """Where each condition stands."""

    residence_intent: Cited
    trade: Cited
    language: Cited
    experience: Cited
    lead_statement: Cited
    main_duties: Cited
    employment_requirements: Cited
    certificate_or_offer: Cited
    certificate: Cited
    offer: Cited
    funds: Cited
    substituted_evaluation: Cited


class FstRules(Value):
    """The Federal Skilled Trades Class."""

    verified_to: date
    verified_source: str
    version: Many[TradesVersion]
    requirements: TradeRequirements
    citations: FstCitations


class Amounts(Read):
    """Funds asked of a family, in Canadian dollars, from a day on."""

    first_day: date
    renewed_by: date
    amounts: Many[int]
    each_further: int

    def for_family(self, persons: int) -> int:
        """The amount for a family of so many persons."""
        further = max(0, persons - len(self.amounts))
        return self.amounts[min(persons, len(self.amounts)) - 1] + further * self.each_further


class DependentChild(Read):
    """Until which age a child is a family member, from a day on."""

    first_day: date
    under: int
    citation: Cited


class FundsRules(Value):
    """Settlement funds."""

    citation: Cited
    amounts: Many[Amounts]
    dependent_child: Many[DependentChild]


@dataclass(frozen=True, eq=False)
class ProgramBook:
    """The law of both classes and of the funds they ask for."""

    fsw: FswRules
    fst: FstRules
    funds: FundsRules

    @cached_property
    def related(self) -> frozenset[str]:
        """Words of relatives that earn points."""
        return frozenset(self.fsw.relatives.related)


def on_day(entries: Sequence[D], day: date) -> D | None:
    """The entry in force on a day: the last that began on or before it."""
    at = bisect_right([entry.first_day for entry in entries], day) - 1
    return None if at < 0 else entries[at]


def rules_ref(versions: Sequence[Version], version: Version, verified_to: date) -> RulesRef:
    """Which text was applied, from when and until when it is in force."""
    later = next((each.first_day for each in versions if each.first_day > version.first_day), None)
    return RulesRef(
        version.id,
        version.first_day,
        later - timedelta(days=1) if later else None,
        verified_to,
        version.instrument,
    )


@cache
def load_programs() -> ProgramBook:
    """The law shipped with the program.

    Raises:
        ProgramDataError: an entry is malformed.
    """
    return read_programs(resource("rules"))


def read_programs(folder: Path) -> ProgramBook:
    """Read and check ``fsw.toml``, ``fst.toml`` and ``funds.toml`` of a folder.

    Raises:
        ProgramDataError: an entry is malformed.
    """
    fsw = _read(folder / "fsw.toml", FswRules)
    fst = _read(folder / "fst.toml", FstRules)
    funds = _read(folder / "funds.toml", FundsRules)
    for name, entries in (
        ("fsw.toml: version", fsw.version),
        ("fst.toml: version", fst.version),
        ("funds.toml: amounts", funds.amounts),
        ("funds.toml: dependent_child", funds.dependent_child),
    ):
        _ordered(name, entries)
    return ProgramBook(fsw, fst, funds)


V = TypeVar("V", bound=Value)


def _read(path: Path, kind: type[V]) -> V:
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ProgramDataError(f"{path.name}: {error}") from error
    except ValidationError as error:
        places = (".".join(map(str, each["loc"])) + ": " + each["msg"] for each in error.errors())
        raise ProgramDataError(f"{path.name}: " + "; ".join(places)) from error


def _ordered(place: str, entries: Sequence[Dated]) -> None:
    days = [entry.first_day for entry in entries]
    if not days or days != sorted(set(days)):
        raise ProgramDataError(f"{place}: days are missing, equal or out of order")
