"""The two themes: one table of named colours that feeds the palette, the style sheet and every painter.

The name of a colour says its use (`muted`, `not-met-tint`), never its hue. `TEXT_PAIRS` and
`GRAPHIC_PAIRS` list which colour may stand on which ground; each pair keeps the contrast that WCAG 2
asks of text (4.5) and of graphics (3.0) in both themes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtGui import QColor, QPalette

ThemeName = Literal["light", "dark"]

_LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "window": "#F0F2F5",
        "surface": "#FFFFFF",
        "sunken": "#F7F8FA",
        "raised": "#FFFFFF",
        "hover": "#EDF1F6",
        "selection": "#DCE8F7",
        "border": "#D3D8DF",
        "border-strong": "#7C8593",
        "grid": "#E3E7EC",
        "grid-year": "#B9C1CC",
        "text": "#1A1F27",
        "muted": "#515B69",
        "disabled": "#8B94A1",
        "accent": "#1A5DAB",
        "accent-hover": "#154C8D",
        "on-accent": "#FFFFFF",
        "focus": "#1A5DAB",
        "met": "#16703A",
        "met-tint": "#E5F3EA",
        "not-met": "#B0231C",
        "not-met-tint": "#FBEAE8",
        "undetermined": "#865300",
        "undetermined-tint": "#FBF1DC",
        "advisory": "#865300",
        "neutral": "#515B69",
        "on-outcome": "#FFFFFF",
        "status": "#566579",
        "status-tint": "#E6EAF0",
        "work": "#2163B0",
        "work-tint": "#DFEAF8",
        "work-projected": "#A8C6EA",
        "on-work": "#FFFFFF",
        "study": "#7A4BA0",
        "study-tint": "#F0E7F7",
        "tests": "#0A726D",
        "tests-tint": "#DDF1EF",
        "shade": "#EAF1FA",
        "ribbon": "#C9DCF3",
        "handle": "#1A1F27",
        "on-handle": "#FFFFFF",
        "today": "#515B69",
    }
)
_DARK: Mapping[str, str] = MappingProxyType(
    {
        "window": "#14171B",
        "surface": "#1C2025",
        "sunken": "#181B20",
        "raised": "#282D35",
        "hover": "#252A32",
        "selection": "#22394F",
        "border": "#363C46",
        "border-strong": "#77818F",
        "grid": "#2A2F37",
        "grid-year": "#4A525E",
        "text": "#E7EAEE",
        "muted": "#A7B0BC",
        "disabled": "#6E7784",
        "accent": "#86B7F4",
        "accent-hover": "#A5CAF8",
        "on-accent": "#0C1826",
        "focus": "#86B7F4",
        "met": "#70CC8E",
        "met-tint": "#1B3324",
        "not-met": "#FF9389",
        "not-met-tint": "#42211F",
        "undetermined": "#F0C064",
        "undetermined-tint": "#3B2F14",
        "advisory": "#F0C064",
        "neutral": "#A7B0BC",
        "on-outcome": "#14171B",
        "status": "#9DACC0",
        "status-tint": "#2C343F",
        "work": "#7DB1F0",
        "work-tint": "#233850",
        "work-projected": "#3D6390",
        "on-work": "#0C1826",
        "study": "#C4A2E9",
        "study-tint": "#382D46",
        "tests": "#62C8BF",
        "tests-tint": "#1B3B39",
        "shade": "#1F2833",
        "ribbon": "#2F4B6B",
        "handle": "#F2F4F7",
        "on-handle": "#14171B",
        "today": "#A7B0BC",
    }
)

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0

_TEXT_GROUNDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *("surface", "window", "sunken", "raised", "hover", "selection"),
            *("met-tint", "not-met-tint", "undetermined-tint"),
            *("work-tint", "work-projected", "status-tint", "study-tint", "tests-tint", "ribbon"),
        ),
        "muted": (
            *("surface", "window", "sunken", "raised", "hover", "selection", "shade"),
            *("met-tint", "not-met-tint", "undetermined-tint"),
        ),
        "accent": ("surface", "window", "sunken", "selection"),
        "on-accent": ("accent", "accent-hover"),
        "met": ("surface", "met-tint"),
        "not-met": ("surface", "sunken", "not-met-tint"),
        "undetermined": ("surface", "undetermined-tint"),
        "on-work": ("work",),
        "on-handle": ("handle",),
        "on-outcome": ("met", "not-met", "undetermined"),
    }
)
_GRAPHIC_GROUNDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "border-strong": ("surface", "window", "sunken", "raised"),
        "focus": ("surface", "window", "sunken", "shade", "selection"),
        "work": ("surface", "shade", "work-tint"),
        "status": ("surface", "shade", "status-tint"),
        "study": ("surface", "shade", "study-tint"),
        "tests": ("surface", "shade", "tests-tint"),
        "met": ("surface", "window", "shade", "selection"),
        "not-met": ("surface", "window", "shade", "selection"),
        "undetermined": ("surface", "window", "shade", "selection"),
        "advisory": ("surface", "window", "shade"),
        "handle": ("surface", "shade"),
        "today": ("shade",),
    }
)


def _pairs(grounds: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((ink, ground) for ink, all_grounds in grounds.items() for ground in all_grounds)


TEXT_PAIRS = _pairs(_TEXT_GROUNDS)
"""(ink, ground) pairs in which the ink is words: at least `TEXT_CONTRAST` to one."""
GRAPHIC_PAIRS = _pairs(_GRAPHIC_GROUNDS)
"""(ink, ground) pairs in which the ink is a line or a shape: at least `GRAPHIC_CONTRAST` to one."""


@dataclass(frozen=True)
class Theme:
    """The colours of one look of the window, by name."""

    name: str
    dark: bool
    tokens: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """The colour of a token.

        Raises:
            KeyError: there is no such token.
        """
        return QColor(self.tokens[token])

    def hex(self, token: str) -> str:
        """The colour of a token as ``#RRGGBB``.

        Raises:
            KeyError: there is no such token.
        """
        return self.tokens[token]

    def __hash__(self) -> int:
        return hash((self.name, self.tokens["surface"], self.tokens["text"]))


def theme_named(name: ThemeName) -> Theme:
    """The light or the dark theme."""
    return _THEMES[name]


def high_contrast_theme(palette: QPalette) -> Theme:
    """A theme from a system palette of high contrast: its colours, lanes in its text colour, no tints."""
    text = palette.color(QPalette.ColorRole.WindowText).name()
    ground = palette.color(QPalette.ColorRole.Window).name()
    selection = palette.color(QPalette.ColorRole.Highlight).name()
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    grounds = ("window", "surface", "sunken", "raised", "hover", "shade")
    inverse = ("on-accent", "on-outcome", "on-work", "on-handle")
    tokens = dict.fromkeys(_LIGHT, text)
    tokens |= dict.fromkeys(
        (*grounds, *inverse, *(name for name in _LIGHT if name.endswith("-tint"))), ground
    )
    tokens |= {"selection": ground, "work-projected": ground, "ribbon": ground, "focus": selection}
    tokens |= {"grid": text, "grid-year": text}
    return Theme("high-contrast", dark, MappingProxyType(tokens))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours given as ``#RRGGBB``, as WCAG 2 defines it: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {"light": Theme("light", False, _LIGHT), "dark": Theme("dark", True, _DARK)}
)
