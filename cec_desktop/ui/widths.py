"""How the window narrows: which panes stand, fold to a rail or say less at which width. Pure numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class WidthClass:
    """What a range of window widths looks like, in logical pixels at the body size of the drawings."""

    name: str
    least: int
    list_width: int
    panel_width: int
    list_rail: bool = False
    panel_rail: bool = False
    short: bool = False
    """Whether there is room for less: short second lines, icons instead of words."""


CLASSES: Final = (
    WidthClass("widest", 1680, 280, 400),
    WidthClass("wide", 1400, 248, 348),
    WidthClass("medium", 1320, 232, 336, short=True),
    WidthClass("narrow", 1100, 248, 320, list_rail=True, short=True),
    WidthClass("narrowest", 0, 248, 320, list_rail=True, panel_rail=True, short=True),
)
MOST_OF_THE_HEIGHT: Final = 0.6
"""What the timeline takes of the height at most."""


_LARGE_TYPE: Final = 1.15
"""Up to so much larger a type than that of the drawings the widths hold as they are."""


def roomy_width(width: int, type_scale: float) -> int:
    """The width as it counts for the classes: large type leaves less room."""
    return round(width / max(1.0, type_scale / _LARGE_TYPE))


def width_class(width: int) -> WidthClass:
    """The class of a window's width."""
    return next(each for each in CLASSES if width >= each.least)
