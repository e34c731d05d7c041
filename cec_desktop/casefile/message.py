"""Sentences by their ids: what the inner rooms say without holding words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by its id, with named arguments.

    Arguments are days, whole numbers, exact hours, texts from the file, further messages, or
    tuples of these (shown as a list).
    """

    id: str
    args: tuple[tuple[str, Arg], ...] = ()


Arg: TypeAlias = "str | int | date | Fraction | Message | tuple[Arg, ...] | None"


def message(id: str, **args: Arg) -> Message:  # noqa: A002 - the id is what callers name
    """A :class:`Message` from keyword arguments."""
    return Message(id, tuple(args.items()))
