"""The colours of a report: the light tokens of the window, whatever its theme: paper and screen agree."""

from __future__ import annotations

from collections.abc import Mapping

TOKENS: Mapping[str, str] = {
    "surface": "#FFFFFF",
    "text": "#1A1F27",
    "muted": "#474D57",
    "border": "#D3D8DF",
    "border-strong": "#7C8593",
    "grid": "#E3E7EC",
    "grid-year": "#B9C1CC",
    "met": "#16703A",
    "not-met": "#B0231C",
    "undetermined": "#865300",
    "undetermined-tint": "#FBF1DC",
    "neutral": "#515B69",
    "status": "#566579",
    "status-tint": "#E6EAF0",
    "work": "#2163B0",
    "work-tint": "#DFEAF8",
    "work-projected": "#A8C6EA",
    "study": "#7A4BA0",
    "study-tint": "#F0E7F7",
    "tests": "#0A726D",
    "tests-tint": "#DDF1EF",
    "shade": "#EAF1FA",
    "ribbon": "#C9DCF3",
    "handle": "#1A1F27",
}
"""Hexadecimal colours by token. ``muted`` is a tone darker than on screen: small grey print thins out."""
