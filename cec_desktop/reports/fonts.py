"""The report's typeface, embedded as subsets, and the one place where text is made printable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from cec_desktop.reports.blocks import UNPRINTED
from cec_desktop.reports.shapes import Face
from cec_desktop.resources import resource

_FILES: Mapping[Face, str] = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
    "bold": "SourceSans3-Bold.ttf",
}

# What print shows differently from the screen, or not at all.
_REPLACED = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2011": "-"})
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0f\ufeff\u00ad"))
_LACKING = "\uf8ff"
"""Stands for a letter the typeface lacks until the whole word is known; nobody writes it."""
_LACKING_WORDS = re.compile(f"{_LACKING}+(?:[ \u00a0]+{_LACKING}+)*")


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
    controls become spaces, and a letter the typeface lacks with its mark is printed without it. Words of a
    script the typeface lacks altogether become :data:`~cec_desktop.reports.blocks.UNPRINTED`.
    """
    if text.isascii() and text.isprintable():
        return text
    return _LACKING_WORDS.sub(UNPRINTED, _glyphs(text))


def lacks_letters(text: str) -> bool:
    """Whether a text has letters the typeface cannot print at all."""
    return not text.isascii() and _LACKING in _glyphs(text)


def _glyphs(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_REPLACED).translate(_UNSEEN)
    return "".join(_glyph(character) for character in composed)


def _glyph(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return " "
    if character in _held():
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base in _held() else _LACKING


@cache
def _held() -> frozenset[str]:
    """Every character all faces hold."""
    faces = (font_of(face).face.charToGlyph for face in _FILES)
    return frozenset[str]().union(map(chr, set.intersection(*(set(codes) for codes in faces))))


@lru_cache(maxsize=16384)
def _unit_width(text: str, face: Face) -> float:
    return float(stringWidth(text, font_name(face), 1))
