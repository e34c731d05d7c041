"""Client files out of thin air: wide ones that use every field, narrow ones that a rule can bite on.

The wide ones follow the model, so that a new field is part of every property at once.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cec_desktop.casefile.dates import Edge, earliest, latest, parse_edge
from cec_desktop.casefile.model import CaseFile, HoursRow, Item, Job, LanguageTest, NocCode, Period, Value
from cec_desktop.casefile.reading import case_from_raw

Raw = dict[str, Any]

FIRST_DAY, LAST_DAY = date(2004, 1, 1), date(2029, 12, 31)
CODES = (
    {"version": "2006", "code": "2173"},
    {"version": "2006", "code": "6242"},
    {"version": "2011", "code": "6322"},
    {"version": "2016", "code": "1111"},
    {"version": "2021", "code": "21232"},
    {"version": "2021", "code": "63200"},
    {"version": "2021", "code": "65201"},
)
_SCORES: Mapping[str, SearchStrategy[Any]] = {
    "ielts_general": st.integers(0, 18).map(lambda halves: halves / 2),
    "celpip_general": st.sampled_from(["M", *range(1, 13)]),
    "pte_core": st.integers(10, 90),
    "tef_canada": st.integers(0, 300),
    "tcf_canada": st.integers(0, 20),
    "benchmarks": st.integers(0, 12),
    "written_evidence": st.integers(0, 12),
}
ABILITIES = ("listening", "reading", "writing", "speaking")

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
days = st.dates(FIRST_DAY, LAST_DAY).map(date.isoformat)
edges = days | days.map(lambda day: day[:7])
hours = st.integers(0, 60) | st.integers(0, 240).map(lambda quarters: quarters / 4)
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)


def raw_cases() -> SearchStrategy[Raw]:
    """Plain values of sound files in which any field may be absent, null or filled."""
    return raw_values(CaseFile)


def case_files() -> SearchStrategy[CaseFile]:
    """Sound files in which any field may be absent, null or filled."""
    return raw_cases().map(case_from_raw)


@cache
def raw_values(model: type[Value]) -> SearchStrategy[Raw]:
    """Plain values of one part of a file."""
    if model is NocCode:
        return st.sampled_from(CODES).map(dict)
    if model is LanguageTest:
        return _language_tests()
    hints = typing.get_type_hints(model, include_extras=True)
    required: dict[str, SearchStrategy[Any]] = {}
    optional: dict[str, SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        target = required if field.is_required() else optional
        named = _named(model, name)
        target[field.alias or name] = _of(hints[name]) if named is None else named
    return st.fixed_dictionaries(required, optional=optional).map(lambda raw: _sound(model, raw))


def _named(model: type[Value], name: str) -> SearchStrategy[Any] | None:
    if name == "file_number":
        return st.text("0123456789-ABC", min_size=1, max_size=40)
    if name == "family_name":
        return st.sampled_from(["Nguyễn", "Łukasz", "Şahin", "O’Neill", "李"])
    if name == "date_of_birth":
        return st.dates(date(1950, 1, 1), date(2003, 12, 31)).map(date.isoformat)
    if name == "id" and issubclass(model, Item):
        return st.none() | st.sampled_from("abcdef")
    return st.none() | st.integers(0, 24) if model is HoursRow and name == "hours" else None


def _of(hint: Any) -> SearchStrategy[Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(args[0])
    if origin in (Union, types.UnionType):
        return st.one_of([_of(arg) for arg in args])
    if origin is Literal:
        return st.sampled_from(args)
    if origin is dict:
        return st.dictionaries(texts, anything, max_size=3)
    if isinstance(hint, type) and issubclass(hint, Value):
        return raw_values(hint)
    return {types.NoneType: st.none(), bool: st.booleans()}[hint]


def _annotated(inner: Any) -> SearchStrategy[Any]:
    """Days, edges, numbers and lists, which carry their validators with them."""
    if inner is date:
        return days
    if inner == Edge:
        return edges
    if inner is Decimal:
        return hours
    if inner is str:
        return texts
    if get_origin(inner) is tuple:
        item = _of(get_args(inner)[0])
        return st.lists(item, max_size=2, unique_by=_identity)
    return _of(inner)


def _identity(item: object) -> object:
    given = item.get("id") if isinstance(item, dict) else None
    return given or id(item)


def _sound(model: type[Value], raw: Raw) -> Raw:
    """The same part with its ends in order and its codes of different editions."""
    if "start" in raw and "end" in raw and raw["start"] and raw["end"]:
        first, last = parse_edge(raw["start"]), parse_edge(raw["end"])
        if latest(last) < earliest(first):
            raw = {**raw, "start": raw["end"], "end": raw["start"]}
    if model is Job and raw.get("noc_also"):
        taken = (raw.get("noc") or {}).get("version")
        by_edition = {code["version"]: code for code in raw["noc_also"] if code["version"] != taken}
        raw = {**raw, "noc_also": list(by_edition.values())}
    return raw


def _language_tests() -> SearchStrategy[Raw]:
    return st.sampled_from(sorted(_SCORES)).flatmap(_tests_of)


def _tests_of(kind: str) -> SearchStrategy[Raw]:
    scores = dict.fromkeys(ABILITIES, st.none() | _SCORES[kind])
    stated = kind in ("benchmarks", "written_evidence")
    languages = st.sampled_from(["en", "fr"])
    # CELPIP printed other codes before 2014-04-01.
    test_days = st.dates(date(2014, 4, 1), LAST_DAY).map(date.isoformat)
    return st.fixed_dictionaries(
        {"test": st.just(kind), **({"language": languages} if stated else {})},
        optional={
            "id": st.none() | st.sampled_from("abcdef"),
            "test_date": test_days,
            "result_date": test_days,
            "reference": texts,
            **({} if stated else {"language": st.none() | languages}),
            **scores,
            **({"former": st.fixed_dictionaries({}, optional=scores)} if kind == "tef_canada" else {}),
        },
    )


@st.composite
def working_cases(draw: st.DrawFn, on: date = date(2026, 11, 22)) -> CaseFile:
    """Files of people who work near the requirement on a day: the narrow ones."""
    first = on - timedelta(days=3 * 366)
    near = st.dates(first, on + timedelta(days=60)).map(date.isoformat)
    raw = {
        "format": "cec-case",
        "version": 1,
        "file_number": "P-1",
        "application_date": on.isoformat(),
        "destination": draw(st.sampled_from(["ON", "ON", "QC"])),
        "client": {"family_name": "Okonkwo", "date_of_birth": "1990-01-01"},
        "statuses": draw(st.lists(_period(near, kind=_STATUSES), max_size=3)),
        "jobs": draw(
            st.lists(
                _period(
                    near,
                    noc=st.sampled_from(CODES),
                    hours_per_week=st.sampled_from([15, 22.5, 30, 37.5, 44]),
                    leaves=st.lists(_period(near, kind=st.just("paid_vacation")), max_size=1),
                ),
                min_size=1,
                max_size=4,
            )
        ),
        "studies": draw(st.lists(_period(near, full_time=st.booleans()), max_size=1)),
        "absences": draw(st.lists(_period(near), max_size=1)),
        "language_tests": draw(st.lists(_language_tests(), max_size=2, unique_by=_identity)),
    }
    return case_from_raw(raw)


_STATUSES = st.sampled_from(
    ["open_work_permit", "post_graduation_work_permit", "maintained", "study_permit", "visitor"]
)


def _period(near: SearchStrategy[str], **fields: SearchStrategy[Any]) -> SearchStrategy[Raw]:
    shape: dict[str, SearchStrategy[Any]] = {"start": near, "end": st.none() | near, **fields}
    return st.fixed_dictionaries(shape).map(lambda raw: _sound(Period, raw))
