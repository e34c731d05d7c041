"""Messages as stored text: ids and arguments, no words, so that a list speaks either language."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from functools import lru_cache

from cec_desktop.casefile.message import Arg, Message


def message_to_text(message: Message) -> str:
    """A message as JSON text."""
    return json.dumps(_packed(message), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def message_from_text(text: str) -> Message:
    """The message that :func:`message_to_text` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text is something else.
    """
    raw = json.loads(text)
    return Message(raw["id"], tuple((name, _unpacked(value)) for name, value in raw["args"]))


def _packed(value: Arg) -> object:
    if isinstance(value, Message):
        return {"id": value.id, "args": [[name, _packed(arg)] for name, arg in value.args]}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Fraction):
        return {"hours": str(value)}
    return [_packed(item) for item in value] if isinstance(value, tuple) else value


def _unpacked(raw: object) -> Arg:
    if isinstance(raw, list):
        return tuple(_unpacked(item) for item in raw)
    if not isinstance(raw, dict):
        return raw if isinstance(raw, str | int) else None
    if "day" in raw:
        return date.fromisoformat(raw["day"])
    if "hours" in raw:
        return Fraction(raw["hours"])
    return Message(raw["id"], tuple((name, _unpacked(value)) for name, value in raw["args"]))
