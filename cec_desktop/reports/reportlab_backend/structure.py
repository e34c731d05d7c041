"""The structure tree of a tagged PDF: what is a heading, a paragraph, a table cell, and in which language.

Readers that speak a page aloud follow this tree; without it two columns in two languages are read across.
ReportLab leaves the slots of the catalogue empty, so the objects are written here (ISO 32000-1, 14.7).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString

from cec_desktop.i18n.words import Language

LOCALES: dict[Language, str] = {"en": "en-CA", "fr": "fr-CA"}


class Numbering(Protocol):
    """What is asked of the library's document: its catalogue, and a number for each object."""

    Catalog: Any
    Reference: Callable[[PDFObject], PDFObjectReference]


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree; its content is marked on pages while it is drawn."""

    role: str
    language: Language | None = None
    alternative: str = ""
    attributes: str = ""
    kids: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page and number of each piece of marked content."""

    def add(
        self, role: str, language: Language | None = None, *, alternative: str = "", attributes: str = ""
    ) -> Element:
        """A new node below this one."""
        kid = Element(role, language, alternative, attributes)
        self.kids.append(kid)
        return kid


class _Raw(PDFObject):
    """An object whose text is known, once everything it points at has a number."""

    __RefOnly__ = 1

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, document: Numbering) -> bytes:
        """The object as it stands in the file."""
        return self.text


def write_structure(document: Numbering, root: Element, pages: int) -> None:
    """Put the tree into the document and tie every page to it."""
    writer = _Writer(document, list(_filled(root)))
    owners = writer.write()
    numbers = b" ".join(b"%d [%s]" % (page, b" ".join(owners.get(page, ()))) for page in range(pages))
    parents = _Raw(b"<< /Nums [%s] >>" % numbers)
    writer.root.text = b"<< /Type /StructTreeRoot /K %s /ParentTree %s /ParentTreeNextKey %d >>" % (
        writer.reference(root),
        _number(document, parents),
        pages,
    )
    document.Catalog.StructTreeRoot = writer.root
    document.Catalog.MarkInfo = _Raw(b"<< /Marked true >>")


class _Writer:
    """Numbers the nodes that hold something, then writes who belongs to whom."""

    def __init__(self, document: Numbering, nodes: list[Element]) -> None:
        self.document = document
        self.root = _Raw()
        self._root_number = _number(document, self.root)
        self._nodes = nodes
        self._objects = {id(node): _Raw() for node in nodes}
        self._numbers = {key: _number(document, each) for key, each in self._objects.items()}
        self._pages: dict[int, bytes] = {}

    def reference(self, node: Element) -> bytes:
        """How other objects point at a node."""
        return self._numbers[id(node)]

    def write(self) -> dict[int, list[bytes]]:
        """Write every node; returns for each page the owners of its marked pieces, in their order."""
        parents = {id(kid): node for node in self._nodes for kid in node.kids}
        owners: dict[int, dict[int, bytes]] = {}
        for node in self._nodes:
            above = parents.get(id(node))
            parent = self.reference(above) if above else self._root_number
            self._objects[id(node)].text = self._text(node, parent)
            for page, number in node.marks:
                owners.setdefault(page, {})[number] = self.reference(node)
        return {page: [own[number] for number in sorted(own)] for page, own in owners.items()}

    def _text(self, node: Element, parent: bytes) -> bytes:
        kids = [self._numbers[id(kid)] for kid in node.kids if id(kid) in self._numbers]
        page = b""
        if node.marks:
            first = node.marks[0][0]
            page = b" /Pg " + self._page(first)
            kids += [self._mark(mark, first) for mark in node.marks]
        return b"<< /Type /StructElem /S /%s /P %s%s /K [%s]%s >>" % (
            node.role.encode(),
            parent,
            page,
            b" ".join(kids),
            self._extras(node),
        )

    def _extras(self, node: Element) -> bytes:
        extra = b""
        if node.language:
            extra += b" /Lang (%s)" % LOCALES[node.language].encode()
        if node.alternative:
            extra += b" /Alt " + _bytes(PDFString(node.alternative).format(self.document))
        if node.attributes:
            extra += b" /A " + node.attributes.encode()
        return extra

    def _mark(self, mark: tuple[int, int], first: int) -> bytes:
        page, number = mark
        if page == first:
            return b"%d" % number
        return b"<< /Type /MCR /Pg %s /MCID %d >>" % (self._page(page), number)

    def _page(self, index: int) -> bytes:
        if index not in self._pages:
            page = PDFObjectReference(f"Page{index + 1}")
            self._pages[index] = _bytes(page.format(self.document))
        return self._pages[index]


def _filled(node: Element) -> Iterator[Element]:
    """The nodes with content below them, parents first."""
    below = [found for kid in node.kids for found in _filled(kid)]
    if below or node.marks:
        yield node
        yield from below


def _number(document: Numbering, item: _Raw) -> bytes:
    return _bytes(document.Reference(item).format(document))


def _bytes(text: str | bytes) -> bytes:
    return text.encode("latin-1") if isinstance(text, str) else text
