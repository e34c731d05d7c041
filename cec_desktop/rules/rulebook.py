"""The law as dated data: read from ``resources/rules``, checked once, then only looked up.

The loader refuses unknown or missing keys, equal or unordered days, and entries without a citation or
the day they were last read. Code holds the kinds of conditions; every number is in the data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from cec_desktop.resources import resource
from cec_desktop.rules.language import LanguageCharts, load_language
from cec_desktop.rules.noc import NocTables, load_noc


class RulebookError(ValueError):
    """The law's data is not well formed; the text names the file and the entry."""


class Dated(Protocol):
    """An entry with its first day in force."""

    @property
    def first_day(self) -> date:
        """First day in force."""


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class Stream:
    """A way into the class: months of the window and full-time weeks of work it asks.

    ``id`` is empty where the class has one way only.
    """

    id: str
    window_months: int
    weeks: int
    after_credential: bool
    citation: str


@dataclass(frozen=True, slots=True, eq=False)
class ClassVersion:
    """One text of section 87.1, from its first day on.

    ``full_time_hours`` are hours a week; ``levels`` gives the language threshold (CLB / NCLC) of each
    occupation level the text accepts; ``combinations`` the four sorted levels that serve instead of a
    threshold; ``decides`` whether the main occupation or the main level fixes the threshold.
    """

    id: str
    first_day: date
    last_day: date | None
    instrument: str
    full_time_hours: Fraction
    decides: str
    written_evidence: bool
    study_needs_status: bool
    levels: Mapping[str, int]
    combinations: Mapping[int, tuple[int, ...]]
    streams: tuple[Stream, ...]
    citations: Mapping[str, str]
    thresholds: tuple[int, ...]
    """All language thresholds of the text, highest first."""


@dataclass(frozen=True, slots=True)
class NocEdition:
    """Editions of the classification in force; more than one during a transition."""

    first_day: date
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestAge:
    """How long a language result holds, in months; whether it still holds on the anniversary."""

    first_day: date
    months: int
    anniversary_counts: bool


@dataclass(frozen=True, slots=True)
class IntakeRule:
    """How applications were taken in: ``open``, ``designated_test``, ``occupations``, ``invitation``."""

    first_day: date
    kind: str
    citation: str
    excluded: tuple[str, ...] = ()
    excluded_edition: str = ""


@dataclass(frozen=True, slots=True)
class InvitationDays:
    """Days to answer an invitation issued from ``first_day`` on."""

    first_day: date
    days: int
    citation: str
    uncertain_to: date | None = None


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What a kind of status implies; ``may_work`` is ``yes``, ``no``, ``ask``, ``permit`` or ``before``."""

    resident: bool
    may_work: str


@dataclass(frozen=True, slots=True)
class GraduateRule:
    """Credentials of the graduate stream, R87.1(2)(a)(i)(A) to (D); lengths in months of full-time study."""

    program_months: int
    presence_months: int
    route_d_months: int
    route_d_first_months: int
    route_d_total_months: int
    route_d_gap_months: int
    route_d_credentials: tuple[str, ...]
    route_d_first_kinds: tuple[str, ...]
    credentials: Mapping[str, tuple[str, ...]]
    citation: str


@dataclass(frozen=True, slots=True)
class CountingRule:
    """Numbers of the counting that no version changes, in days and weeks."""

    vacation_days: int
    vacation_year_days: int
    spare_weeks: int
    weeks_a_year: int


@dataclass(frozen=True, slots=True, eq=False)
class WorkTerms:
    """What decides whether a day of work counts: equal for all days between two changes of the law.

    ``physicians`` is whether self-employed publicly funded physicians count; None where it is not known.
    """

    full_time_hours: Fraction
    levels: Mapping[str, int]
    editions: tuple[str, ...]
    physicians: bool | None
    decides: str
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook:
    """The whole law the program knows."""

    verified_to: date
    versions: tuple[ClassVersion, ...]
    noc_editions: tuple[NocEdition, ...]
    test_ages: tuple[TestAge, ...]
    intakes: tuple[IntakeRule, ...]
    invitation_days: tuple[InvitationDays, ...]
    physicians_from: date
    physicians_citation: str
    statuses: Mapping[str, StatusRule]
    graduate: GraduateRule
    counting: CountingRule
    reasons: Mapping[str, str]
    noc: NocTables
    language: LanguageCharts

    def version_on(self, day: date) -> ClassVersion | None:
        """The text in force on a day; None before the class existed."""
        return on_day(self.versions, day)

    def changes(self) -> tuple[date, ...]:
        """Every day on which something changes that membership rests on, in order."""
        entries: tuple[Dated, ...] = (*self.versions, *self.noc_editions, *self.test_ages)
        return tuple(sorted({entry.first_day for entry in entries} | {self.physicians_from}))


def on_day(entries: Sequence[D], day: date) -> D | None:
    """The entry in force on a day: the last that began on or before it."""
    return next((entry for entry in reversed(entries) if entry.first_day <= day), None)


def in_force(entries: Sequence[D], day: date) -> D:
    """As :func:`on_day`, where a day before the first entry takes the first entry."""
    return on_day(entries, day) or entries[0]


@cache
def load_rulebook() -> RuleBook:
    """The law shipped with the program.

    Raises:
        RulebookError: an entry is malformed.
    """
    return read_rulebook(resource("rules"))


def read_rulebook(folder: Path) -> RuleBook:
    """Read and check ``cec.toml`` and ``intake.toml`` of a folder.

    Raises:
        RulebookError: an entry is malformed.
    """
    cec = _table(folder / "cec.toml")
    intake = _table(folder / "intake.toml")
    for name, table, keys in (
        ("cec.toml", cec, {"verified_to", "verified_source", "reasons", "counting", "graduate", "version"}),
        (
            "intake.toml",
            intake,
            {"noc_edition", "test_age", "intake", "invitation_days", "physicians", "status"},
        ),
    ):
        if set(table) != keys:
            raise RulebookError(f"{name}: {sorted(set(table) ^ keys)}")
    cited = {"citation", "read_on"}
    physicians = _checked("intake.toml: physicians", intake["physicians"], {"first_day", *cited})
    return RuleBook(
        verified_to=cec["verified_to"],
        versions=_versions(cec["version"]),
        noc_editions=_dated(
            "noc_edition",
            intake["noc_edition"],
            NocEdition,
            {"editions"},
            lambda e: {"editions": tuple(e["editions"])},
        ),
        test_ages=_dated("test_age", intake["test_age"], TestAge, {"months", "anniversary_counts"}),
        intakes=_dated(
            "intake",
            intake["intake"],
            IntakeRule,
            {"kind", "citation"},
            lambda e: {"excluded": tuple(e["excluded"])} if "excluded" in e else {},
            {"excluded", "excluded_edition"},
        ),
        invitation_days=_dated(
            "invitation_days",
            intake["invitation_days"],
            InvitationDays,
            {"days", "citation"},
            None,
            {"uncertain_to"},
        ),
        physicians_from=physicians["first_day"],
        physicians_citation=physicians["citation"],
        statuses=_statuses(intake["status"]),
        graduate=_graduate(cec["graduate"]),
        counting=_counting(cec["counting"]),
        reasons=dict(cec["reasons"]),
        noc=load_noc(),
        language=load_language(),
    )


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"{path.name}: {error}") from error


def _checked(
    place: str, entry: Mapping[str, Any], required: set[str], optional: set[str] | None = None
) -> Mapping[str, Any]:
    missing, unknown = required - set(entry), set(entry) - required - (optional or set())
    if missing or unknown:
        raise RulebookError(f"{place}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    if "citation" in required and not entry["citation"]:
        raise RulebookError(f"{place}: no citation")
    return entry


def _ordered(place: str, entries: tuple[D, ...]) -> tuple[D, ...]:
    days = [entry.first_day for entry in entries]
    if not days or days != sorted(set(days)):
        raise RulebookError(f"{place}: days are missing, equal or out of order")
    return entries


def _dated(
    name: str,
    entries: list[dict[str, Any]],
    kind: type[D],
    keys: set[str],
    change: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
    optional: set[str] | None = None,
) -> tuple[D, ...]:
    built = []
    for index, entry in enumerate(entries):
        required = {"first_day", "citation", "read_on", *keys}
        _checked(f"intake.toml: {name}[{index}]", entry, required, optional)
        kept = {
            key: value for key, value in entry.items() if key in keys | {"first_day"} | (optional or set())
        }
        built.append(kind(**{**kept, **(change(entry) if change else {})}))
    return _ordered(f"intake.toml: {name}", tuple(built))


def _versions(entries: list[dict[str, Any]]) -> tuple[ClassVersion, ...]:
    required = {
        *("id", "first_day", "instrument", "read_on", "full_time_hours", "decides", "written_evidence"),
        *("study_needs_status", "levels", "stream", "citations"),
    }
    built = []
    for index, entry in enumerate(entries):
        place = f"cec.toml: version[{index}]"
        _checked(place, entry, required, {"combinations"})
        later = entries[index + 1]["first_day"] if index + 1 < len(entries) else None
        if later is not None and later <= entry["first_day"]:
            raise RulebookError(f"{place}: days are equal or out of order")
        if not all(entry["citations"].values()):
            raise RulebookError(f"{place}: no citation")
        built.append(
            ClassVersion(
                id=entry["id"],
                first_day=entry["first_day"],
                last_day=later - timedelta(days=1) if later else None,
                instrument=entry["instrument"],
                full_time_hours=Fraction(entry["full_time_hours"]),
                decides=entry["decides"],
                written_evidence=entry["written_evidence"],
                study_needs_status=entry["study_needs_status"],
                levels=dict(entry["levels"]),
                combinations={int(clb): tuple(four) for clb, four in entry.get("combinations", {}).items()},
                streams=tuple(_stream(place, stream) for stream in entry["stream"]),
                citations=dict(entry["citations"]),
                thresholds=tuple(sorted(set(entry["levels"].values()), reverse=True)),
            )
        )
    return _ordered("cec.toml: version", tuple(built))


def _stream(place: str, entry: dict[str, Any]) -> Stream:
    keys = {"id", "window_months", "weeks", "after_credential", "citation"}
    _checked(f"{place}: stream", entry, keys)
    if entry["window_months"] % 12:
        # The search for dates steps over whole years of months.
        raise RulebookError(f"{place}: a window must be whole years")
    return Stream(**entry)


def _statuses(table: Mapping[str, Any]) -> Mapping[str, StatusRule]:
    kinds = {name: entry for name, entry in table.items() if isinstance(entry, dict)}
    _checked(
        "intake.toml: status", {k: v for k, v in table.items() if k not in kinds}, {"citation", "read_on"}
    )
    for name, entry in kinds.items():
        _checked(f"intake.toml: status.{name}", entry, {"resident", "may_work"})
        if entry["may_work"] not in {"yes", "no", "ask", "permit", "before"}:
            raise RulebookError(f"intake.toml: status.{name}: may_work")
    return {name: StatusRule(**entry) for name, entry in kinds.items()}


def _graduate(entry: dict[str, Any]) -> GraduateRule:
    keys = set(GraduateRule.__dataclass_fields__)
    _checked("cec.toml: graduate", entry, {*keys, "read_on"})
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items() if key in keys
    }
    values["credentials"] = {kind: tuple(names) for kind, names in entry["credentials"].items()}
    return GraduateRule(**values)


def _counting(entry: dict[str, Any]) -> CountingRule:
    keys = set(CountingRule.__dataclass_fields__)
    _checked("cec.toml: counting", entry, {*keys, "citation", "read_on"})
    return CountingRule(**{key: entry[key] for key in keys})
