"""Client files in and out: the JSON exchange format ``cec-case``, every error at once, nothing lost.

Reading goes over the plain values twice: the model says what is wrong with single fields, the checks what is
wrong between them. What needs tables (codes of occupations, scales of tests) is added by callers that have
them; see ``rules/validation.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cec_desktop.casefile.checks import Raw, cross_problems
from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import FORMAT, VERSION, CaseFile
from cec_desktop.casefile.problems import (
    CaseFileError,
    EditRefused,
    Found,
    Path,
    Problem,
    in_file_order,
    place_of,
    shown,
)
from cec_desktop.casefile.source import parse

__all__ = [
    "CaseFileError",
    "Check",
    "EditRefused",
    "Found",
    "Problem",
    "case_from_raw",
    "case_to_raw",
    "place_of",
    "read_case",
    "write_case",
]

Check: TypeAlias = Callable[[Raw], Iterable[Found]]
"""Problems of a file's plain values, beyond what its own fields say."""

_TYPES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "string_type": "text_expected",
    "string_too_short": "text_empty",
    "bool_type": "yes_no_expected",
    "model_type": "object_expected",
    "model_attributes_type": "object_expected",
    "dict_type": "object_expected",
    "tuple_type": "list_expected",
}
_OWN_TYPES = {
    "date_expected",
    "date_invalid",
    "edge_invalid",
    "number_expected",
    "number_negative",
    "number_too_large",
    "hours_out_of_range",
    "score_invalid",
}
_TAGS = ("<date>", "<object>")
_QUOTED = re.compile("'([^']*)'")


def read_case(text: str | bytes, *checks: Check) -> CaseFile:
    """The client file of a JSON text (bytes are UTF-8).

    Raises:
        CaseFileError: with every problem of the text, in its order.
    """
    source = parse(text)
    return case_from_raw(source.raw, *checks, found=source.found)


def case_from_raw(raw: object, *checks: Check, found: Iterable[Found] = ()) -> CaseFile:
    """The client file of plain values; ``found`` are problems already known of them.

    Raises:
        CaseFileError: with every problem of the values, in their order.
    """
    if not isinstance(raw, Mapping):
        raise CaseFileError([Problem("", message("object_expected"))])
    foreign = list(_foreign(raw))
    if foreign:
        raise CaseFileError(in_file_order(raw, foreign))
    known = list(found)
    case: CaseFile | None = None
    try:
        case = CaseFile.model_validate(raw)
    except ValidationError as error:
        known += _field_problems(error)
    for check in (_version, cross_problems, *checks):
        known += check(raw)
    if case is None or known:
        raise CaseFileError(in_file_order(raw, known))
    return case


def case_to_raw(case: CaseFile) -> dict[str, Any]:
    """The plain values of a client file: what is absent stays absent, what is null stays null."""
    return case.model_dump(mode="json", by_alias=True, exclude_unset=True)


def write_case(case: CaseFile) -> str:
    """A client file as readable JSON text, fields in the format's order."""
    return json.dumps(case_to_raw(case), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _foreign(raw: Raw) -> Iterator[Found]:
    """Why no further error of the file would say anything: it is another format, or a newer one."""
    form, version = raw.get("format", FORMAT), raw.get("version")
    if form != FORMAT:
        yield Found(("format",), message("format_other", format=FORMAT))
    elif isinstance(version, int) and version > VERSION:
        yield Found(("version",), message("version_newer", found=shown(version), known=VERSION))


def _version(raw: Raw) -> Iterator[Found]:
    version = raw.get("version", VERSION)
    # Python holds True and 1.0 for 1; the format does not.
    if type(version) is not int or version != VERSION:
        yield Found(("version",), message("version_invalid", known=VERSION))


def _field_problems(error: ValidationError) -> Iterator[Found]:
    for details in error.errors(include_url=False):
        path = tuple(step for step in details["loc"] if step not in _TAGS)
        if path != ("version",) or details["type"] == "missing":
            yield Found(path, _reason(path, details))


def _reason(path: Path, details: ErrorDetails) -> Message:
    kind, context = details["type"], details.get("ctx", {})
    if kind == "literal_error":
        allowed = tuple(_QUOTED.findall(str(context["expected"])))
        return message("not_one_of", given=shown(details["input"]), allowed=allowed)
    if kind == "string_too_long":
        return message("text_too_long", limit=int(context["max_length"]))
    if kind == "string_pattern_mismatch":
        return message("noc_version_form" if path[-1] == "version" else "noc_code_form")
    return message(kind if kind in _OWN_TYPES else _TYPES.get(kind, "value_invalid"))
