"""Files of pay periods, as spreadsheets save them: comma or tab separated, in whatever encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

LARGEST_FILE = 2_000_000
"""Bytes; a life of daily hours is a hundredth of it."""


def read_pay_file(path: Path) -> str:
    """The text of a file: UTF-8 or UTF-16 where it says so or can be, else the old Western one of Windows.

    Raises:
        OSError: it cannot be read.
        UnicodeError: it is no text, or far too long for one of hours.
    """
    content = path.read_bytes()
    if len(content) > LARGEST_FILE:
        raise UnicodeError(path.name)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    if b"\x00" in content:
        raise UnicodeError(path.name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
