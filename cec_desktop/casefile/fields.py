"""Field types of the case file: strict days, month-only edges, exact numbers and test scores.

No text is read as a number and no number as a text; a value of the wrong kind raises an error that
carries a message id (no words) for the place it stands at.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cec_desktop.casefile.dates import Edge, YearMonth, parse_day, parse_edge

HOURS_IN_A_WEEK = 168
LARGEST_NUMBER = 10**12
"""Beyond it a JSON number is no longer sure to be read as it was written."""
SCORE_CODE = "M|[0-9][LH]"
"""Scores of CELPIP that are no numbers."""


def _error(kind: str) -> PydanticCustomError:
    # The id doubles as the English fallback; readers see the sentence of the catalogue.
    return PydanticCustomError(kind, kind)


def read_day(value: object) -> date:
    """A day from ``YYYY-MM-DD`` text, or a day as it is."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise _error("date_expected")
    try:
        return parse_day(value)
    except ValueError:
        raise _error("date_invalid") from None


def read_edge(value: object) -> Edge:
    """A day or a month from text, or either as it is."""
    if isinstance(value, date | YearMonth):
        return value
    if not isinstance(value, str):
        raise _error("date_expected")
    try:
        return parse_edge(value)
    except ValueError:
        raise _error("edge_invalid") from None


def read_number(value: object) -> Decimal:
    """A finite, non-negative number with the digits a JSON number keeps; booleans and text are refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _error("number_expected")
    number = Decimal(value)
    if not number.is_finite():
        raise _error("number_expected")
    if number < 0:
        raise _error("number_negative")
    if number > LARGEST_NUMBER:
        raise _error("number_too_large")
    # What is held is what would be read again after writing.
    return number if isinstance(value, int) else Decimal(repr(float(value)))


def read_hours_a_week(value: object) -> Decimal:
    """Hours a week, 0 to 168."""
    number = read_number(value)
    if number > HOURS_IN_A_WEEK:
        raise _error("hours_out_of_range")
    return number


def read_score(value: object) -> Decimal | str:
    """A score as the test prints it: a number, or a code such as CELPIP's ``M`` or ``4H``."""
    if isinstance(value, str):
        if not re.fullmatch(SCORE_CODE, value):
            raise _error("score_invalid")
        return value
    return read_number(value)


def number_to_json(number: Decimal | str) -> int | float | str:
    """A JSON number: whole when it is whole."""
    if isinstance(number, str):
        return number
    return int(number) if number == number.to_integral_value() else float(number)


def tag_certificate(value: object) -> str:
    """Whether a certificate of qualification is given as a bare day or as an object."""
    return "<date>" if isinstance(value, str | date) else "<object>"


T = TypeVar("T")

_NUMBER_SCHEMA = {"type": "number", "minimum": 0, "maximum": LARGEST_NUMBER}
_ISO = PlainSerializer(lambda day: day.isoformat(), return_type=str)
_NUMBER = PlainSerializer(number_to_json)

# JSON has lists only; strictness stays on for what is inside.
Many = Annotated[tuple[T, ...], Field(strict=False)]
Text = Annotated[str, Field(strict=True)]
Day = Annotated[date, PlainValidator(read_day), _ISO, WithJsonSchema({"type": "string", "format": "date"})]
EdgeDay = Annotated[
    Edge,
    PlainValidator(read_edge),
    _ISO,
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}),
]
HoursNumber = Annotated[Decimal, PlainValidator(read_number), _NUMBER, WithJsonSchema(_NUMBER_SCHEMA)]
HoursAWeek = Annotated[
    Decimal,
    PlainValidator(read_hours_a_week),
    _NUMBER,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": HOURS_IN_A_WEEK}),
]
Money = HoursNumber
Score = Annotated[
    Decimal | str,
    PlainValidator(read_score),
    _NUMBER,
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"type": "string", "pattern": f"^({SCORE_CODE})$"}]}),
]
