"""The JSON Schema of the exchange format, for other programs; it follows from the model.

It says what single fields may hold. What holds between fields (an end not before its start), and codes and
scores that need tables, only the program itself checks.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from cec_desktop.casefile.checks import ABILITIES, HIGHEST_LEVEL, LEVEL_KINDS
from cec_desktop.casefile.descriptions import DESCRIPTIONS
from cec_desktop.casefile.model import FORMAT, VERSION, CaseFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:cec-desktop:{FORMAT}:{VERSION}"
TITLE = f"{FORMAT}, version {VERSION}"


def case_schema() -> dict[str, Any]:
    """The schema of a client file, draft 2020-12; every field with what it and its null mean."""
    schema = CaseFile.model_json_schema(by_alias=True, schema_generator=_Untitled)
    parts = schema["$defs"]
    for name, part in {**parts, "CaseFile": schema}.items():
        part.pop("title", None)
        if "description" in part:
            part["description"] = part["description"].replace("``", "")
        for field, field_schema in part.get("properties", {}).items():
            field_schema["description"] = _description(name, field)
    parts["LanguageTest"].update(_stated_levels())
    return {"$schema": DIALECT, "$id": IDENTIFIER, "title": TITLE, **schema}


class _Untitled(GenerateJsonSchema):
    """Leaves out titles made from the names of fields, which say nothing more."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - pydantic's own
        return False


def _description(name: str, field: str) -> str:
    return DESCRIPTIONS.get(name, {}).get(field) or DESCRIPTIONS["*"][field]


def _stated_levels() -> dict[str, Any]:
    """The one check between fields that a schema can say: levels stated outright are levels of a language."""
    level = {"type": ["integer", "null"], "minimum": 0, "maximum": HIGHEST_LEVEL}
    return {
        "if": {"properties": {"test": {"enum": list(LEVEL_KINDS)}}, "required": ["test"]},
        "then": {
            "required": ["language"],
            "properties": {"language": {"enum": ["en", "fr"]}, **dict.fromkeys(ABILITIES, level)},
        },
    }
