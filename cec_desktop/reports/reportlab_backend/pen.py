"""A canvas that draws from the top left corner, in the colours of the report, and marks what it draws.

Everything is either content of the structure tree or an artifact (rules, running heads, grounds).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, Literal

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from cec_desktop.i18n.words import Language
from cec_desktop.reports.fonts import font_name, font_of
from cec_desktop.reports.palette import TOKENS
from cec_desktop.reports.reportlab_backend.paper import MARGIN, Paper
from cec_desktop.reports.reportlab_backend.setting import Ink, Piece, SetText, TextStyle, line_width
from cec_desktop.reports.reportlab_backend.structure import LOCALES, Element, write_structure

Align = Literal["left", "middle", "right"]

# Fonts go into the file as they are: written in ASCII they would take a quarter more room.
rl_config.useA85 = 0

# Where the first baseline lies below the top of a line, as a share of the size.
_ASCENT = 0.93
_TAB_ORDER = PDFName("S")


@cache
def colour(token: str) -> Color:
    """The colour of a token."""
    return HexColor(TOKENS[token])


@cache
def ink(token: str) -> str:
    """The colour of a token as operands: red, green, blue."""
    red, green, blue = colour(token).rgb()
    return f"{red:.4g} {green:.4g} {blue:.4g}"


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
    def marked(self, element: Element, language: Language | None = None) -> Iterator[None]:
        """Everything drawn inside belongs to the element, in a language where that is not the element's."""
        if self._unmarked:
            yield
            return
        element.marks.append((self._page_index, self._marks))
        spoken = f"/Lang ({LOCALES[language]}) " if language else ""
        self.addLiteral(f"/{element.role} <<{spoken}/MCID {self._marks}>> BDC")
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
        top, bottom = self.up(y), self.up(y if y2 is None else y2)
        self.operate(
            f"{ink(token)} RG {width:g} w {MARGIN + x1:.2f} {top:.2f} m {MARGIN + x2:.2f} {bottom:.2f} l S"
        )

    def ground(self, x: float, y: float, width: float, height: float, token: str) -> None:
        """A filled rectangle, ``y`` its top."""
        self.operate(f"{ink(token)} rg {self._box(x, y, width, height)} re f")

    def frame(self, x: float, y: float, width: float, height: float, token: str, line: float) -> None:
        """An empty rectangle, ``y`` its top."""
        self.operate(f"{ink(token)} RG {line:g} w {self._box(x, y, width, height)} re S")

    def up(self, y: float) -> float:
        """A height from the top edge as the format counts it, from the bottom."""
        return self.paper.height - y

    def operate(self, operators: str) -> None:
        """Operators of the format as they stand; far quicker than a call for each line of a hatch."""
        self.addLiteral(operators)

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        return f"{MARGIN + x:.2f} {self.up(y + height):.2f} {width:.2f} {height:.2f}"

    def write(self, text: SetText, x: float, y: float, width: float = 0, align: Align = "left") -> None:
        """Lines of words, ``y`` the top of the first; aligned in ``width``."""
        if not text.lines:
            return
        style = text.style
        baseline = self.up(y) - _baseline(style)
        operators = ["BT"]
        last: Ink | None = None
        for index, line in enumerate(text.lines):
            free = width - line_width(line) if align != "left" else 0.0
            left = MARGIN + x + (free if align == "right" else free / 2)
            operators.append(f"1 0 0 1 {left:.2f} {baseline - index * style.leading:.2f} Tm")
            for piece in line:
                if last is None or last.colour != piece.ink.colour:
                    operators.append(f"{ink(piece.ink.colour)} rg")
                last = piece.ink
                operators += self._shown(piece)
        self.operate(" ".join([*operators, "ET"]))

    def words(self, piece: Piece, x: float, y: float) -> None:
        """Words on one line, ``y`` their baseline."""
        shown = " ".join(self._shown(piece))
        self.operate(f"BT {ink(piece.ink.colour)} rg {MARGIN + x:.2f} {self.up(y):.2f} Td {shown} ET")

    def _shown(self, piece: Piece) -> Iterator[str]:
        """The operators that show words: their codes in the subset of the face that holds them."""
        font, document = font_of(piece.ink.face), self._doc  # type: ignore[attr-defined] # left out of the stubs
        for subset, codes in font.splitString(piece.text, document):
            yield f"{font.getSubsetInternalName(subset, document)} {piece.ink.size:g} Tf <{codes.hex()}> Tj"


def _baseline(style: TextStyle) -> float:
    return (style.leading - style.size) / 2 + style.size * _ASCENT - style.size * 0.12
