"""A canvas that draws from the top left corner, in the colours of the report, and marks what it draws.

Everything is either content of the structure tree or an artifact (rules, running heads, grounds).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from cec_desktop.reports.fonts import font_name
from cec_desktop.reports.palette import TOKENS
from cec_desktop.reports.reportlab_backend.paper import MARGIN, Paper
from cec_desktop.reports.reportlab_backend.setting import SetText, TextStyle, line_width
from cec_desktop.reports.reportlab_backend.structure import Element, write_structure

Align = Literal["left", "middle", "right"]

# Where the first baseline lies below the top of a line, as a share of the size.
_ASCENT = 0.93
_DASHES = (2.2, 1.5)
_TAB_ORDER = PDFName("S")


@cache
def colour(token: str) -> Color:
    """The colour of a token."""
    return HexColor(TOKENS[token])


class Pen(Canvas):
    """Draws on one paper; ``x`` counts from the left margin, ``y`` from the top edge."""

    def __init__(self, buffer: BytesIO, paper: Paper, language: str) -> None:
        super().__init__(
            buffer,
            pagesize=(paper.width, paper.height),
            invariant=1,
            pageCompression=1,
            initialFontName=font_name("regular"),  # type: ignore[arg-type] # the stubs have it wrong
            lang=language,
            pdfVersion=(1, 7),
        )
        self.paper = paper
        self.root = Element("Document")
        self._page_index = 0
        self._marks = 0
        self._unmarked = False

    # Marking

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Everything drawn inside belongs to the element."""
        if self._unmarked:
            yield
            return
        element.marks.append((self._page_index, self._marks))
        self.addLiteral(f"/{element.role} <</MCID {self._marks}>> BDC")
        self._marks += 1
        self._unmarked = True
        yield
        self._unmarked = False
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Everything drawn inside is decoration, or said elsewhere already."""
        if self._unmarked:
            yield
            return
        self.addLiteral("/Artifact BMC")
        self._unmarked = True
        yield
        self._unmarked = False
        self.addLiteral("EMC")

    def next_page(self) -> None:
        """Close the page."""
        self.showPage()
        self._page_index += 1
        self._marks = 0

    def finish(self) -> None:
        """Write the structure and close the document."""
        document: Any = self._doc  # type: ignore[attr-defined] # left out of the stubs
        for index, page in enumerate(document.Pages.pages):
            # The page has no slots of its own for these two entries.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = _TAB_ORDER
        write_structure(document, self.root, self._page_index)
        self.save()

    # Drawing

    def rule(
        self, x1: float, y: float, x2: float, token: str, width: float, *, y2: float | None = None
    ) -> None:
        """A straight line, level unless ``y2`` is given."""
        self.setStrokeColor(colour(token))
        self.setLineWidth(width)
        height = self.paper.height
        self.line(MARGIN + x1, height - y, MARGIN + x2, height - (y if y2 is None else y2))

    def dash(self, *, on: bool) -> None:
        """Begin or end dashes."""
        self.setDash(list(_DASHES) if on else [])

    def ground(self, x: float, y: float, width: float, height: float, token: str) -> None:
        """A filled rectangle, ``y`` its top."""
        self.setFillColor(colour(token))
        self.rect(MARGIN + x, self.paper.height - y - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, token: str, line: float) -> None:
        """An empty rectangle, ``y`` its top."""
        self.setStrokeColor(colour(token))
        self.setLineWidth(line)
        self.rect(MARGIN + x, self.paper.height - y - height, width, height, stroke=1, fill=0)

    def write(self, text: SetText, x: float, y: float, width: float = 0, align: Align = "left") -> None:
        """Lines of words, ``y`` the top of the first; aligned in ``width``."""
        if not text.lines:
            return
        style = text.style
        baseline = self.paper.height - y - _baseline(style)
        drawn = self.beginText(0, 0)
        state: tuple[object, ...] = ()
        for index, line in enumerate(text.lines):
            free = width - line_width(line) if align != "left" else 0.0
            left = MARGIN + x + (free if align == "right" else free / 2)
            drawn.setTextOrigin(left, baseline - index * style.leading)
            for piece in line:
                if state[:2] != (piece.face, piece.size):
                    drawn.setFont(font_name(piece.face), piece.size, style.leading)
                if state[2:] != (piece.colour,):
                    drawn.setFillColor(colour(piece.colour))
                state = (piece.face, piece.size, piece.colour)
                drawn.textOut(piece.text)
        self.drawText(drawn)


def _baseline(style: TextStyle) -> float:
    return (style.leading - style.size) / 2 + style.size * _ASCENT - style.size * 0.12
