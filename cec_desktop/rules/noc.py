"""The National Occupational Classification: codes, levels, titles, and how a code carries between editions.

The editions, their tables and the concordances between them are data (``resources/noc``); a new edition is
added there. Tables are read when first asked for. Which edition an application is judged by is law, and not
decided here.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

from cec_desktop.resources import resource
from cec_desktop.rules.noc_search import TitleIndex

Reader = Callable[[str], str]
"""Gives the text of a file of ``resources/noc`` by its name."""

LANGUAGES = ("en", "fr")
_TITLE_COLUMNS = ["code", "level", "title_en", "title_fr"]
_PAIR_COLUMNS = ["from", "to", "source"]
_EDITION_KEYS = {"id", "codes", "table", "scheme", "level_digit", "levels"}
_COMBINED_KEYS = {"code", "stands_for", "title_en", "title_fr"}
_SCHEMES = {"skill_level", "teer"}

_FIRST_FIELD = re.compile(r"^[^,\n]+", re.MULTILINE)


class NocDataError(ValueError):
    """A table or the list of editions is not what this module can read; the message names the place."""


class UnknownOccupationError(LookupError):
    """An edition that is not held, or a code that its edition does not have."""

    def __init__(self, version: str, code: str | None = None) -> None:
        super().__init__(f"NOC {version}" if code is None else f"NOC {version} {code}")
        self.version = version
        self.code = code


@dataclass(frozen=True, slots=True)
class Combined:
    """A code in common use that stands for several unit groups."""

    code: str
    stands_for: tuple[str, ...]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Edition:
    """One edition: its unit groups and the rule that reads a level off a code."""

    id: str
    scheme: str
    """``skill_level`` (0, A, B, C, D) or ``teer`` (0 to 5)."""
    codes: re.Pattern[str]
    management: str | None
    level_digit: int
    digits: Mapping[str, str]
    table: str
    combined: Mapping[str, Combined]
    read: Reader = field(repr=False, compare=False)

    @cached_property
    def levels(self) -> Mapping[str, str]:
        """The level of every code, by the rule; titles are not parsed for it."""
        codes = _FIRST_FIELD.findall(self.read(self.table))[1:]
        if len(set(codes)) != len(codes) or not all(map(self.codes.fullmatch, codes)):
            raise NocDataError(f"{self.table}: a code is listed twice or is no code of NOC {self.id}")
        levels = {code: self._level(code) for code in codes}
        for code, combined in self.combined.items():
            if not levels.keys() >= set(combined.stands_for):
                raise NocDataError(f"editions.toml: {code} stands for a code NOC {self.id} does not have")
            levels[code] = self._level(code)
        return levels

    def _level(self, code: str) -> str:
        if self.management is not None and code.startswith(self.management):
            return "0"
        level = self.digits.get(code[self.level_digit - 1])
        if level is None:
            raise NocDataError(f"{self.table}: {code} has no level")
        return level

    @cached_property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """The titles of every language, by code."""
        titles: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
        for row in _rows(self.read, self.table, _TITLE_COLUMNS):
            code, _, title_en, title_fr, *_ = row
            if not title_en or not title_fr:
                raise NocDataError(f"{self.table}: {code} lacks a title")
            titles["en"][code], titles["fr"][code] = title_en, title_fr
        for code, combined in self.combined.items():
            for language in LANGUAGES:
                titles[language][code] = combined.titles[language]
        return titles

    @cached_property
    def index(self) -> TitleIndex:
        """What a search looks through.

        A combined code is found by its digits only, so that a search by words offers real groups.
        """
        return TitleIndex.of(self.titles, self.combined)


@dataclass(frozen=True)
class Concordance:
    """The pairs that join an edition to the next."""

    table: str | None
    """None: the codes are the same in both."""
    older: Edition
    newer: Edition
    read: Reader = field(repr=False, compare=False)

    @cached_property
    def _targets(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        forward: dict[str, list[str]] = {}
        backward: dict[str, list[str]] = {}
        for older, newer, *_ in self._pairs():
            forward.setdefault(older, []).append(newer)
            backward.setdefault(newer, []).append(older)
        if not (forward.keys() <= self.older.levels.keys() and backward.keys() <= self.newer.levels.keys()):
            raise NocDataError(f"{self.table}: a pair names a code its edition does not have")
        return forward, backward

    def _pairs(self) -> list[list[str]]:
        if self.table is not None:
            return _rows(self.read, self.table, _PAIR_COLUMNS)
        if self.older.levels.keys() != self.newer.levels.keys():
            raise NocDataError(f"editions.toml: NOC {self.older.id} and {self.newer.id} differ in codes")
        return [[code, code] for code in self.older.levels]

    def carry(self, codes: frozenset[str], *, forward: bool) -> frozenset[str]:
        """All codes the given ones are paired with in the other edition."""
        targets = self._targets[0 if forward else 1]
        return frozenset[str]().union(*(targets.get(code, ()) for code in codes))


@dataclass(frozen=True, eq=False)
class NocTables:
    """All editions held, oldest first."""

    _editions: Mapping[str, Edition] = field(repr=False)
    _concordances: tuple[Concordance, ...] = field(repr=False)
    _carried: dict[tuple[str, str, str], tuple[str, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions, oldest first: ``("2006", "2011", ...)``."""
        return tuple(self._editions)

    def has_edition(self, version: str) -> bool:
        """Whether the edition is held."""
        return version in self._editions

    def has(self, version: str, code: str) -> bool:
        """Whether the edition has the code; False also for an edition that is not held."""
        edition = self._editions.get(version)
        return edition is not None and code in edition.levels

    def scheme(self, version: str) -> str:
        """What the levels of an edition are called: ``skill_level`` or ``teer``.

        Raises:
            UnknownOccupationError: the edition is not held.
        """
        return self._edition(version).scheme

    def level(self, version: str, code: str) -> str:
        """The level of a code: ``0``, ``A`` to ``D`` until NOC 2016, the TEER category ``0`` to ``5`` since.

        Raises:
            UnknownOccupationError: the edition is not held or does not have the code.
        """
        level = self._edition(version).levels.get(code)
        if level is None:
            raise UnknownOccupationError(version, code)
        return level

    def title(self, version: str, code: str, language: str) -> str:
        """The official title of a code in ``en`` or ``fr``.

        Raises:
            UnknownOccupationError: the edition is not held or does not have the code.
        """
        title = self._edition(version).titles[language].get(code)
        if title is None:
            raise UnknownOccupationError(version, code)
        return title

    def carry(self, version: str, code: str, to_version: str) -> tuple[str, ...]:
        """All codes of another edition that a code carries to, sorted.

        By all pairs of each concordance on the way, in either direction, one edition after the other. The
        same edition gives the code itself. Empty where no pair leads on.

        Raises:
            UnknownOccupationError: an edition is not held, or the first does not have the code.
        """
        key = (version, code, to_version)
        found = self._carried.get(key)
        if found is None:
            found = self._carried[key] = self._carry(*key)
        return found

    def same_codes(self, one: str, other: str) -> bool:
        """Whether two editions have the same codes with the same meaning (2011 and 2016).

        Raises:
            UnknownOccupationError: an edition is not held.
        """
        first, last = sorted(self.editions.index(self._edition(version).id) for version in (one, other))
        return all(step.table is None for step in self._concordances[first:last])

    def search(self, text: str, language: str, version: str, limit: int = 20) -> list[tuple[str, str, str]]:
        """Unit groups as (code, level, title) that a code or words of a title may mean, best first.

        Titles are searched in both languages, blind to case and accents, in any order of words, typos
        forgiven; the digits a code begins with count as a word. A whole code of another edition finds what it
        carries over to.

        Raises:
            UnknownOccupationError: the edition is not held.
        """
        edition = self._edition(version)
        own = edition.index.find(text, language)
        found = dict.fromkeys([*self.carried_here(text.strip(), version), *own])
        titles = edition.titles[language]
        return [(code, edition.levels[code], titles[code]) for code in list(found)[:limit]]

    def surely(self, text: str, language: str, version: str) -> list[str]:
        """The codes whose titles have every word as typed, or begun: what may be taken without asking.

        Raises:
            UnknownOccupationError: the edition is not held.
        """
        return self._edition(version).index.surely(text, language)

    def carried_here(self, code: str, version: str) -> tuple[str, ...]:
        """What a code that the edition does not have, but a later or earlier one does, is in the edition.

        Empty where no other edition has it either. The newest edition that has it answers.

        Raises:
            UnknownOccupationError: the edition is not held.
        """
        if not code.isdecimal() or self.has(version, code):
            return ()
        holder = next((each for each in self.editions[::-1] if self.has(each, code)), None)
        return () if holder is None else self.carry(holder, code, self._edition(version).id)

    def _edition(self, version: str) -> Edition:
        edition = self._editions.get(version)
        if edition is None:
            raise UnknownOccupationError(version)
        return edition

    def _carry(self, version: str, code: str, to_version: str) -> tuple[str, ...]:
        source, target = self._edition(version), self._edition(to_version)
        if code not in source.levels:
            raise UnknownOccupationError(version, code)
        if source is target:
            return (code,)
        order = self.editions
        first, last = order.index(version), order.index(to_version)
        combined = source.combined.get(code)
        codes = frozenset(combined.stands_for if combined else (code,))
        forward = first < last
        steps = self._concordances[first:last] if forward else self._concordances[last:first][::-1]
        for step in steps:
            codes = step.carry(codes, forward=forward)
        return tuple(sorted(codes))


def parse_noc(read: Reader) -> NocTables:
    """The tables of a folder; the tables themselves are read when first asked for.

    Raises:
        NocDataError: the list of editions has unknown or missing keys, or its concordances do not join
            each edition to the next. Tables at fault raise it when they are first read.
    """
    data = tomllib.loads(read("editions.toml"))
    _require(data, {"read_on", "edition", "concordance"}, set(), "editions.toml")
    editions = [_edition(row, read) for row in data["edition"]]
    steps = [_concordance_row(row) for row in data["concordance"]]
    expected = [(older.id, newer.id) for older, newer in pairwise(editions)]
    if len({edition.id for edition in editions}) != len(editions):
        raise NocDataError("editions.toml: an edition is listed twice")
    if [(older, newer) for older, newer, _ in steps] != expected:
        raise NocDataError("editions.toml: the concordances do not join each edition to the next")
    concordances = tuple(
        Concordance(table, older, newer, read)
        for (_, _, table), (older, newer) in zip(steps, pairwise(editions), strict=True)
    )
    return NocTables({edition.id: edition for edition in editions}, concordances)


@cache
def load_noc() -> NocTables:
    """The tables shipped with the program."""
    return parse_noc(lambda name: resource("noc", name).read_text(encoding="utf-8"))


def _edition(row: Mapping[str, Any], read: Reader) -> Edition:
    place = f"edition {row.get('id')}"
    _require(row, _EDITION_KEYS, {"management", "combined"}, place)
    if row["scheme"] not in _SCHEMES:
        raise NocDataError(f"{place}: scheme {row['scheme']!r} is not known")
    return Edition(
        id=row["id"],
        scheme=row["scheme"],
        codes=re.compile(row["codes"]),
        management=row.get("management"),
        level_digit=row["level_digit"],
        digits=row["levels"],
        table=row["table"],
        combined={each.code: each for each in (_combined(part, place) for part in row.get("combined", ()))},
        read=read,
    )


def _combined(row: Mapping[str, Any], place: str) -> Combined:
    _require(row, _COMBINED_KEYS, set(), f"{place}: combined")
    titles = {language: row[f"title_{language}"] for language in LANGUAGES}
    return Combined(row["code"], tuple(row["stands_for"]), titles)


def _concordance_row(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    place = f"concordance {row.get('from')}-{row.get('to')}"
    _require(row, {"from", "to"}, {"table", "same_codes"}, place)
    if ("table" in row) == (row.get("same_codes") is True):
        raise NocDataError(f"{place}: wants either a table or same_codes = true")
    return row["from"], row["to"], row.get("table")


def _require(row: Mapping[str, Any], needed: set[str], allowed: set[str], place: str) -> None:
    if missing := needed - row.keys():
        raise NocDataError(f"{place}: lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - needed - allowed:
        raise NocDataError(f"{place}: unknown {', '.join(sorted(unknown))}")


def _rows(read: Reader, table: str, columns: list[str]) -> list[list[str]]:
    head, *rows = csv.reader(read(table).splitlines(), strict=True)
    if head[: len(columns)] != columns:
        raise NocDataError(f"{table}: columns are {', '.join(head)}")
    if any(len(row) != len(head) for row in rows):
        raise NocDataError(f"{table}: a row has not as many fields as there are columns")
    return rows
