"""Reads a PDF back: its words page by page, its fonts, and its structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


@cache
def reader(content: bytes) -> PdfReader:
    """The PDF, opened strictly."""
    return PdfReader(BytesIO(content), strict=True)


def plain(text: str) -> str:
    """Words with single spaces, whatever broke or bound them."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


@cache
def pages(content: bytes) -> tuple[str, ...]:
    """The words of each page."""
    return tuple(plain(page.extract_text()) for page in reader(content).pages)


def words(content: bytes) -> str:
    """The words of the whole document."""
    return " ".join(pages(content))


def fonts(content: bytes) -> dict[str, bool]:
    """Every font a page names, and whether it is embedded."""
    found = {}
    for page in reader(content).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            entry = font.get_object()
            found[entry["/BaseFont"]] = "/FontFile2" in entry.get("/FontDescriptor", {})
    return found


def catalogue(content: bytes) -> Any:
    """The root of the document."""
    return reader(content).trailer["/Root"]


def elements(content: bytes) -> list[Any]:
    """The nodes of the structure tree in reading order."""
    return list(_below(catalogue(content)["/StructTreeRoot"]["/K"]))


def marked_content(content: bytes) -> list[bytes]:
    """The operators of each page."""
    pages: list[Any] = list(reader(content).pages)
    return [page.get_contents().get_data() for page in pages]


def left_edges(content: bytes) -> list[float]:
    """Where each piece of text begins, in points."""
    found: list[float] = []

    def visit(text: str, _form: object, matrix: list[float], _font: object, _size: object) -> None:
        if text.strip():
            found.append(matrix[4])

    for page in reader(content).pages:
        page.extract_text(visitor_text=visit)
    return found


def _below(node: Any) -> Iterator[Any]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for kid in node:
            yield from _below(kid)
    elif isinstance(node, DictionaryObject) and node.get("/Type") == "/StructElem":
        yield node
        yield from _below(node["/K"])
