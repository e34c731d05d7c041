"""Marks for texts that are translated later; the extraction finds them by name."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name extraction tools know
    """Mark a text."""
    return text


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a text in the singular and the plural."""
    return one, many
