"""The report's typeface, embedded as subsets, and the one place where text is made printable."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from cec_desktop.reports.shapes import Face
from cec_desktop.resources import resource

_FILES: Mapping[Face, str] = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
    "bold": "SourceSans3-Bold.ttf",
}

# What print shows differently from the screen, or not at all.
_REPLACED = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2011": "-"})
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff\u00ad"))


@cache
def font_name(face: Face) -> str:
    """The registered name of a face.

    Raises:
        OSError: the font file is missing or unreadable.
    """
    name = f"CecReport-{face}"
    registerFont(TTFont(name, str(resource("fonts", _FILES[face]))))
    return name


@cache
def font_of(face: Face) -> TTFont:
    """A face as the library holds it."""
    font = getFont(font_name(face))
    assert isinstance(font, TTFont)
    return font


def measure(text: str, face: Face, size: float) -> float:
    """The width of a text in points."""
    return _unit_width(text, face) * size


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text as the typeface can print it.

    Letters and their marks are composed (U+0065 U+0302 U+0303 becomes one letter), line ends and other
    controls become spaces, and a letter the typeface lacks with its mark is printed without it.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text).translate(_REPLACED).translate(_UNSEEN)
    return "".join(_glyph(character) for character in composed)


def _glyph(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return " "
    if character in _held():
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base in _held() else character


@cache
def _held() -> frozenset[str]:
    """Every character all faces hold."""
    faces = (font_of(face).face.charToGlyph for face in _FILES)
    return frozenset[str]().union(map(chr, set.intersection(*(set(codes) for codes in faces))))


@lru_cache(maxsize=16384)
def _unit_width(text: str, face: Face) -> float:
    return float(stringWidth(text, font_name(face), 1))
