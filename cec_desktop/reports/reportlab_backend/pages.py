"""What stands on every page: the letterhead on the first, a running head on the others, the foot on all."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.utils import ImageReader

from cec_desktop.casefile.message import message
from cec_desktop.i18n.words import words
from cec_desktop.reports.blocks import Document, Letterhead, Run, text_of
from cec_desktop.reports.errors import LogoError
from cec_desktop.reports.fonts import measure
from cec_desktop.reports.reportlab_backend.paper import (
    FIRM,
    FIRST_TOP,
    FOOT,
    HEAD,
    LABEL,
    MARGIN,
    RUNNING,
    RUNNING_TITLE,
    SECOND_TITLE,
    TITLE,
    Paper,
)
from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.setting import SetText, set_text

_LOGO = 26.0
_LOGO_WIDEST = 90.0
_LOGO_GAP = 9.0
_TITLE_GAP = 10.0
_RULE = 0.8
_ABOVE_RULE = 6.0
_WIDE = 10_000.0


def letterhead(pen: Pen, document: Document) -> float:
    """Logo, firm and address at the left, the title in every language at the right, a rule below.

    Returns where the rule lies: as a rule at the same height, lower only under a very long name.
    """
    width = pen.paper.text_width
    titles = _titles(document)
    title_width = max(text.width for text in titles)
    bottom = max(FIRST_TOP, _firm(pen, document.letterhead, width - title_width - 20) + _ABOVE_RULE)
    y = HEAD - 1.0
    heading = pen.root.add("H1")
    for language, text in zip(document.languages, titles, strict=True):
        with pen.marked(heading.add("Span", language)):
            pen.write(text, width - text.width, y)
        y += text.height - 1
    with pen.artifact():
        pen.rule(0, bottom, width, "text", _RULE)
    return bottom


def _titles(document: Document) -> list[SetText]:
    styles = [TITLE, SECOND_TITLE]
    return [set_text(line, style, _WIDE) for line, style in zip(document.title, styles, strict=False)]


def _firm(pen: Pen, head: Letterhead, room: float) -> float:
    """The firm and where it is found, in as many lines as it takes; returns where they end."""
    if not head.firm and not head.logo:
        return HEAD
    left = _logo(pen, head) + _LOGO_GAP
    firm = set_text((Run(head.firm),), FIRM, room - left)
    contact = set_text((Run(head.contact),), LABEL, room - left)
    y = HEAD + max(0.0, (_LOGO - firm.height - contact.height) / 2)
    for text in (firm, contact):
        if text.lines:
            with pen.marked(pen.root.add("P")):
                pen.write(text, left, y)
        y += text.height
    return y


def _logo(pen: Pen, head: Letterhead) -> float:
    """The firm's picture, or its initial in a frame; returns the width it takes."""
    top = pen.paper.height - HEAD - _LOGO
    if head.logo is None:
        with pen.artifact():
            pen.frame(0.5, HEAD, _LOGO, _LOGO, "text", 1.1)
            initial = set_text((Run(head.firm[:1].upper()),), TITLE, _LOGO)
            pen.write(initial, 0.5, HEAD + (_LOGO - initial.height) / 2, _LOGO, "middle")
        return _LOGO
    picture = _picture(head.logo)
    across, down = picture.getSize()
    width = min(_LOGO_WIDEST, _LOGO * across / down)
    with pen.marked(pen.root.add("Figure", alternative=head.firm or "Logo")):
        pen.drawImage(picture, MARGIN, top, width, _LOGO, mask="auto", preserveAspectRatio=True, anchor="w")
    return width


def _picture(content: bytes) -> ImageReader:
    try:
        picture = ImageReader(BytesIO(content))
        picture.getRGBData()  # type: ignore[no-untyped-call] # left untyped by the stubs
    except (OSError, ValueError, SyntaxError) as error:
        # SyntaxError is how the library for pictures reports a broken PNG.
        raise LogoError(message("report_logo_unreadable")) from error
    return picture


def running_head(pen: Pen, document: Document) -> None:
    """Title and client on later pages; said before, so not said again to whoever listens."""
    width = pen.paper.text_width
    titles = [set_text(line, RUNNING_TITLE, _WIDE) for line in document.title[:1]]
    titles += [set_text(line, RUNNING.secondary(), _WIDE) for line in document.title[1:]]
    taken = sum(title.width + _TITLE_GAP for title in titles)
    name = _fitted(document.client, RUNNING.size, width - taken)
    client = set_text((Run(name),), RUNNING, _WIDE)
    with pen.artifact():
        x = 0.0
        for title in titles:
            pen.write(title, x, HEAD - 0.5)
            x += title.width + _TITLE_GAP
        pen.write(client, width - client.width, HEAD - 0.5)
        pen.rule(0, HEAD + 16, width, "text", _RULE)


def foot(pen: Pen, document: Document, page: int, pages: int) -> None:
    """File and client, who answers for it, and the number of the page in every language."""
    paper: Paper = pen.paper
    spoken = [words(language) for language in document.languages]
    numbers = " · ".join(_("Page {page} of {pages}", page=page, pages=pages) for _ in spoken)
    right = set_text((Run(numbers),), FOOT, _WIDE)
    room = (paper.text_width - right.width) / 2 - 8
    left = set_text((Run(_fitted(document.foot_left, FOOT.size, room)),), FOOT, _WIDE)
    middle = set_text((Run(_fitted(document.foot_middle, FOOT.size, room)),), FOOT, _WIDE)
    y = paper.foot + 5
    with pen.artifact():
        pen.rule(0, paper.foot, paper.text_width, "border-strong", 0.5)
        pen.write(left, 0, y)
        pen.write(middle, left.width + (paper.text_width - left.width - right.width - middle.width) / 2, y)
        pen.write(right, paper.text_width - right.width, y)


def _fitted(text: str, size: float, room: float) -> str:
    """A running text cut with an ellipsis where it is too long; it stands in full on the first page."""
    if measure(text, "regular", size) <= room:
        return text
    while text and measure(text + "…", "regular", size) > room:
        text = text[:-1].rstrip()
    return text + "…"


def described(pen: Pen, document: Document) -> None:
    """Title, author, subject and day, as viewers show them."""
    title = " · ".join(dict.fromkeys(text_of(line) for line in document.title))
    pen.setTitle(f"{title} – {document.client}")
    pen.setAuthor(document.letterhead.firm or document.foot_middle)
    pen.setSubject(document.subject)
    pen.setCreator("cec-desktop")
    day = document.prepared_on.strftime("D:%Y%m%d000000Z")
    pen.setDateFormatter(lambda *_: day)
    pen.setViewerPreference("DisplayDocTitle", "true")
