"""Other programs can check a client file by the published schema, and it agrees with the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from cec_desktop.casefile.descriptions import DESCRIPTIONS
from cec_desktop.casefile.schema import case_schema
from tests.samples import sample_raw
from tests.strategies import Raw, raw_cases

SCHEMA = case_schema()
KNOWN_KEYWORDS = {
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "title",
    "description",
    "default",
    "format",
    "type",
    "const",
    "enum",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "anyOf",
    "oneOf",
    "if",
    "then",
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
    "number": (int, float),
    "integer": (int, float),
}


def faults(schema: Any, value: Any, place: str = "") -> Iterator[str]:
    """Places where a value breaks a schema: as much of draft 2020-12 as the published schema uses."""
    if "$ref" in schema:
        yield from faults(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, place)
    if "anyOf" in schema and not any(holds(each, value) for each in schema["anyOf"]):
        yield place
    if "oneOf" in schema and sum(holds(each, value) for each in schema["oneOf"]) != 1:
        yield place
    if "if" in schema and holds(schema["if"], value):
        yield from faults(schema["then"], value, place)
    if not plain_holds(schema, value):
        yield place
    if isinstance(value, dict):
        yield from object_faults(schema, value, place)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(schema.get("items", {}), item, f"{place}[{index}]")


def holds(schema: Any, value: Any) -> bool:
    return not list(faults(schema, value))


def object_faults(schema: Any, value: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}.{name}" for name in schema.get("required", ()) if name not in value)
    for name, inner in value.items():
        more = schema.get("additionalProperties", True)
        part = schema.get("properties", {}).get(name, more)
        if part is False:
            yield f"{place}.{name}"
        elif part is not True:
            yield from faults(part, inner, f"{place}.{name}")


def plain_holds(schema: Any, value: Any) -> bool:
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(is_of(kind, value) for kind in kinds):
        return False
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        return False
    if isinstance(value, str):
        right = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
        return right and re.search(schema.get("pattern", ""), value) is not None
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return bool(low <= value <= high)
    return True


def is_of(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, TYPES[kind])


def schemas_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for name in ("$defs", "properties"):
        for part in schema.get(name, {}).values():
            yield from schemas_in(part)
    for name in ("items", "if", "then", "additionalProperties"):
        yield from schemas_in(schema.get(name))
    for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from schemas_in(part)


def test_the_schema_says_what_it_is() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:cec-desktop:cec-case:1"
    assert SCHEMA["title"] == "cec-case, version 1"
    assert SCHEMA["required"] == ["format", "version", "file_number", "client"]
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_checker_here_knows_every_word_the_schema_uses() -> None:
    used = {keyword for schema in schemas_in(SCHEMA) for keyword in schema}

    assert used <= KNOWN_KEYWORDS


def test_no_object_takes_fields_it_does_not_name() -> None:
    parts = [SCHEMA, *SCHEMA["$defs"].values()]

    assert all(part["additionalProperties"] is False for part in parts if "properties" in part)


def test_every_field_is_described_and_no_description_is_left_over() -> None:
    parts = {"CaseFile": SCHEMA, **SCHEMA["$defs"]}
    fields = {name: set(part["properties"]) for name, part in parts.items() if "properties" in part}

    own = {name: texts for name, texts in DESCRIPTIONS.items() if name != "*"}
    assert all(texts.keys() <= fields[name] for name, texts in own.items())
    assert DESCRIPTIONS["*"].keys() <= {field for names in fields.values() for field in names}
    for name, part in parts.items():
        for field, schema in part.get("properties", {}).items():
            assert schema["description"].endswith("."), f"{name}.{field}"


def test_the_sample_is_valid() -> None:
    assert list(faults(SCHEMA, sample_raw())) == []


@given(raw_cases())
@settings(max_examples=60)
def test_whatever_the_reader_takes_is_valid(raw: Raw) -> None:
    assert list(faults(SCHEMA, raw)) == []


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("version", 2, ".version"),
        ("surprise", 1, ".surprise"),
        ("file_number", "", ".file_number"),
        ("jobs", [{"hours_per_week": "37.5"}], ".jobs[0].hours_per_week"),
        ("jobs", [{"hours_per_week": 169}], ".jobs[0].hours_per_week"),
        ("jobs", [{"noc": {"version": "2021", "code": "212320"}}], ".jobs[0].noc"),
        ("statuses", [{"kind": "tourist"}], ".statuses[0].kind"),
        ("statuses", [{}], ".statuses[0].kind"),
        ("studies", [{"start": "2024-1-1"}], ".studies[0].start"),
        ("language_tests", [{"test": "benchmarks", "reading": 7}], ".language_tests[0].language"),
        (
            "language_tests",
            [{"test": "benchmarks", "language": "en", "reading": 7.5}],
            ".language_tests[0].reading",
        ),
        ("certificate_of_qualification", {"red_seal": "yes"}, ".certificate_of_qualification"),
    ],
)
def test_whatever_a_schema_can_tell_it_tells(field: str, value: Any, place: str) -> None:
    assert list(faults(SCHEMA, {**sample_raw(), field: value})) == [place]
