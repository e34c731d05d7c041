"""Shapes of a drawing in points, x to the right and y downwards from its top left corner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cec_desktop.rules.findings import Outcome

Face = Literal["regular", "semibold", "bold"]

Measure: TypeAlias = Callable[[str, Face, float], float]
"""The width of a text in a face at a size, in points."""

Pattern = Literal["solid", "hatch", "dots"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle filled with a colour or a pattern of it; ``edge`` is stroked all round."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    pattern: Pattern = "solid"
    ink: str | None = None
    """The colour of the pattern's lines or dots."""
    edge: str | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 0.75
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A text on one line, ``y`` its baseline; ``align`` says what ``x`` is."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str = "text"
    align: Literal["left", "middle", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Badge:
    """A number in a circle, its centre at ``x``, ``y``; ``ring`` is its edge."""

    x: float
    y: float
    radius: float
    text: str
    ring: str | None


@dataclass(frozen=True, slots=True)
class OutcomeMark:
    """The shape of an outcome (None: of an advisory), its centre at ``x``, ``y``."""

    x: float
    y: float
    size: float
    outcome: Outcome | None


Shape: TypeAlias = Box | Stroke | Words | Badge | OutcomeMark


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order they are painted, and the height they take."""

    height: float
    shapes: tuple[Shape, ...]
