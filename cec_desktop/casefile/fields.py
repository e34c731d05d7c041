"""Field types of the case file: strict days, month-only edges, exact numbers and test scores.

No text is read as a number and no number as a text; a value of the wrong kind raises an error that
carries a message id (no words) for the place it stands at.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cec_desktop.casefile.dates import Edge, YearMonth, parse_day, parse_edge

HOURS_IN_A_WEEK = 168
SCORE_PATTERN = r"^[0-9]*[MLH]?$"


def _error(kind: str) -> PydanticCustomError:
    # The id doubles as the English fallback; readers see the sentence of the catalogue.
    return PydanticCustomError(kind, kind)  # type: ignore[arg-type]


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
    """An exact, finite, non-negative number; booleans and text are refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _error("number_expected")
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise _error("number_expected")
    if number < 0:
        raise _error("number_negative")
    return number


def read_hours_a_week(value: object) -> Decimal:
    """Hours a week, 0 to 168."""
    number = read_number(value)
    if number > HOURS_IN_A_WEEK:
        raise _error("hours_out_of_range")
    return number


def read_score(value: object) -> Decimal | str:
    """A score as the test prints it: a number, or a code such as CELPIP's ``M`` or ``4H``."""
    if isinstance(value, str):
        if not value or len(value) > 3:
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

_NUMBER_SCHEMA = {"type": "number", "minimum": 0}
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
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}),
]
HoursNumber = Annotated[Decimal, PlainValidator(read_number), _NUMBER, WithJsonSchema(_NUMBER_SCHEMA)]
HoursAWeek = Annotated[
    Decimal,
    PlainValidator(read_hours_a_week),
    _NUMBER,
    WithJsonSchema({**_NUMBER_SCHEMA, "maximum": HOURS_IN_A_WEEK}),
]
Money = HoursNumber
Score = Annotated[
    Decimal | str,
    PlainValidator(read_score),
    _NUMBER,
    WithJsonSchema(
        {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": SCORE_PATTERN}]}
    ),
]
