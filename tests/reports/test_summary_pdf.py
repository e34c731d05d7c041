"""The summary as the client holds it: every page, both papers, every choice of language."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

import pytest

from cec_desktop.casefile.model import CaseFile
from cec_desktop.reports.errors import LogoError
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.reports.summary import PaperSize, SummaryLanguage
from tests.reports import factory, reading

LETTER, A4, MARGIN = (612, 792), (595, 842), 48
CLIENTS = {
    "member": factory.okafor,
    "undetermined": factory.undocumented,
    "graduate": factory.graduate_of_2010,
    "newcomer": factory.newcomer,
    "thirty jobs": factory.many_jobs,
}
CHOICES = list(product(("en", "fr", "both"), ("letter", "a4")))


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(("language", "paper"), CHOICES)
def test_every_client_prints_in_every_language_on_both_papers(
    client: str, language: SummaryLanguage, paper: PaperSize
) -> None:
    content = factory.pdf(CLIENTS[client](), language, paper)

    text = reading.words(content)
    assert ("Eligibility summary" in text) == (language != "fr")
    assert ("Sommaire d’admissibilité" in text) == (language != "en")
    assert not re.search(r"\{\w*\}", text), "a field was not filled"
    assert all(reading.fonts(content).values()), "a font is not embedded"
    assert not any("Helvetica" in name for name in reading.fonts(content))


@pytest.mark.parametrize(("paper", "size"), [("letter", LETTER), ("a4", A4)])
def test_the_paper_is_the_one_asked_for(paper: PaperSize, size: tuple[int, int]) -> None:
    boxes = {
        (round(page.mediabox.width), round(page.mediabox.height))
        for page in reading.reader(factory.pdf(factory.okafor(), "both", paper)).pages
    }
    assert boxes == {size}


def test_every_page_says_which_of_how_many_it_is_in_both_languages() -> None:
    pages = reading.pages(factory.pdf(factory.many_jobs()))
    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)} · Page {number} sur {len(pages)}" in text


def test_later_pages_name_the_client_and_every_page_who_answers_for_it() -> None:
    first, *others = reading.pages(factory.pdf(factory.okafor()))
    assert others
    for text in others:
        assert "Eligibility summary" in text[:80]
        assert "OKAFOR, Adaeze" in text
    for text in (first, *others):
        assert "Tremblay Immigration Inc. · Marie Tremblay, RCIC · CRIC R000000" in text


def test_the_preferred_language_of_the_client_leads() -> None:
    french = factory.okafor(client={"preferred_language": "fr"})
    english = factory.okafor(client={"preferred_language": "en"})
    assert _first(reading.words(factory.pdf(french)), "Sommaire", "Eligibility") == "Sommaire"
    assert _first(reading.words(factory.pdf(english)), "Sommaire", "Eligibility") == "Eligibility"
    assert "1 612,5" in reading.words(factory.pdf(french))
    assert reading.catalogue(factory.pdf(french))["/Lang"] == "fr-CA"


def _first(text: str, *candidates: str) -> str:
    return min(candidates, key=text.index)


def test_title_author_subject_and_day_are_set() -> None:
    info = reading.reader(factory.pdf(factory.okafor())).metadata
    assert info is not None
    assert info.title == "Eligibility summary · Sommaire d’admissibilité – OKAFOR, Adaeze"
    assert info.author == "Tremblay Immigration Inc."
    assert info.subject == "File 2026-0042 · Dossier 2026-0042"
    assert str(info.creation_date).startswith("2026-11-02")


def test_the_same_file_gives_the_same_bytes() -> None:
    assert factory.pdf(factory.okafor()) == factory.pdf(factory.okafor())


@pytest.mark.parametrize("name", ["Nguyễn", "Łukasz", "Şahin", "Ó Súilleabháin", "Çelik-Özgür", "Đặng"])
def test_names_of_the_world_print_right(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)
    text = reading.words(factory.pdf(factory.okafor(client={"given_names": apart}), "en"))
    assert name in text


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Letters. The typeface of this document lacks letters of some names of the file"),
        ("fr", "Lettres. La police de ce document n’a pas les lettres de certains noms du dossier"),
    ],
)
def test_letters_that_cannot_be_printed_are_marked_and_said(language: SummaryLanguage, says: str) -> None:
    file = factory.okafor(client={"family_name": "王", "given_names": "Wei"})
    text = reading.words(factory.pdf(file, language))
    assert "[?], Wei" in text
    assert says in text
    assert "王" not in text
    assert says not in reading.words(factory.pdf(factory.okafor(), language))


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("client", CLIENTS)
def test_the_signature_has_company(client: str, language: SummaryLanguage, paper: PaperSize) -> None:
    pages = reading.pages(factory.pdf(CLIENTS[client](), language, paper))
    last = pages[-1]
    assert any(title in last for title in ("Dates to keep", "Dates à retenir"))
    assert any(title in last for title in ("Not assessed", "Non évalué"))


def test_markup_in_a_name_is_only_text() -> None:
    raw = "Smith & <b>Sons</b> &amp; {co}"
    jobs = [factory.job(raw, "2026-02-23", None, 37.5, "21232")]
    assert raw in reading.words(factory.pdf(factory.okafor(jobs=jobs)))


def test_long_names_wrap_and_lose_no_letter() -> None:
    unbreakable, spaced = (
        "Q" * 90,
        "Great Northern Consolidated Mining and Smelting Company of Manitoba Limited",
    )
    jobs = [
        factory.job(unbreakable, "2025-01-06", "2025-06-30", 37.5, "21232"),
        factory.job(spaced, "2025-07-01", None, 37.5, "21232"),
    ]
    long_name = {"family_name": "W" * 60, "given_names": "Wolfeschlegelsteinhausenbergerdorff " * 2}
    content = factory.pdf(factory.okafor(jobs=jobs, client=long_name), "both", "a4")
    text = reading.words(content)
    assert text.replace(" ", "").count(unbreakable) == 1
    assert spaced in text
    lefts = reading.left_edges(content)
    assert min(lefts) >= MARGIN - 0.1
    assert max(lefts) < A4[0] - MARGIN


def test_the_heads_of_a_long_table_are_repeated() -> None:
    pages = reading.pages(factory.pdf(factory.many_jobs()))
    with_rows = [text for text in pages if re.search(r"Employer number \d", text)]
    assert len(with_rows) >= 2
    assert all("Not counted, and why" in text for text in with_rows)


def test_an_office_without_details_leaves_no_traces() -> None:
    text = reading.words(factory.pdf(factory.okafor(), office=OfficeDetails()))
    assert "RCIC" not in text
    assert ", ," not in text
    assert "· ·" not in text


def test_a_long_firm_moves_the_rest_down_instead_of_running_into_it() -> None:
    long_firm = OfficeDetails(firm="Associated Consultants of " * 5, address="1200, rue Exemple, " * 9)
    usual, lower = (_height_of("Client", office) for office in (factory.OFFICE, long_firm))
    assert lower < usual


def _height_of(label: str, office: OfficeDetails) -> float:
    """How far above the foot of the first page a word stands."""
    heights: dict[str, float] = {}

    def visit(text: str, _form: object, matrix: list[float], _font: object, _size: object) -> None:
        heights.setdefault(text.strip(), matrix[5])

    content = factory.pdf(factory.okafor(), "en", office=office)
    reading.reader(content).pages[0].extract_text(visitor_text=visit)
    return heights[label]


def test_the_firms_logo_takes_the_place_of_its_initial() -> None:
    office = OfficeDetails(firm="Tremblay Immigration Inc.", logo=_PNG)
    content = factory.pdf(factory.okafor(), office=office)
    assert len(reading.reader(content).pages[0].images) == 1
    assert content == factory.pdf(factory.okafor(), office=office)


def test_a_logo_that_is_no_picture_is_refused_in_words() -> None:
    for junk in (b"", b"not a picture", _PNG[:40]):
        with pytest.raises(LogoError) as caught:
            factory.pdf(factory.newcomer(), office=OfficeDetails(firm="Tremblay", logo=junk))
        assert caught.value.message.id == "report_logo_unreadable"


def _grey_png() -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 4, 2, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\x20\x60\xa0\xe0" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


_PNG = _grey_png()


# Whoever cannot see the page


def test_the_structure_names_every_heading_table_and_figure() -> None:
    elements = reading.elements(factory.pdf(factory.okafor()))
    roles = [str(element["/S"]) for element in elements]
    assert roles[0] == "/Document"
    assert roles.count("/H1") == 1
    assert roles.count("/H2") == 8
    assert roles.count("/Table") == 5
    figure = next(element for element in elements if element["/S"] == "/Figure")
    assert "1,612.5 of 1,560 hours count" in reading.plain(str(figure["/Alt"]))


def test_each_column_speaks_its_own_language() -> None:
    elements = reading.elements(factory.pdf(factory.okafor()))
    spoken = {str(element["/Lang"]) for element in elements if "/Lang" in element}
    assert spoken == {"en-CA", "fr-CA"}


def test_every_piece_of_content_is_marked_and_owned() -> None:
    content = factory.pdf(factory.many_jobs())
    owners = reading.catalogue(content)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for index, code in enumerate(reading.marked_content(content)):
        assert code.count(b"BDC") + code.count(b"BMC") == code.count(b"EMC")
        numbers = [int(number) for number in re.findall(rb"/MCID (\d+)", code)]
        assert numbers == list(range(len(numbers)))
        assert owners[2 * index] == index
        assert len(owners[2 * index + 1]) == len(numbers)


def test_heads_said_before_are_not_said_again() -> None:
    content = factory.pdf(factory.many_jobs())
    heads = [element for element in reading.elements(content) if element["/S"] == "/TH"]
    assert len(reading.pages(content)) > 3
    assert len(heads) > 20
    on_other_pages = [kid for head in heads for kid in head["/K"] if isinstance(kid, dict)]
    assert on_other_pages == []


def test_a_class_that_did_not_exist_yet_is_said_plainly() -> None:
    file: CaseFile = factory.okafor(application_date="2007-05-01")
    text = reading.words(factory.pdf(file, "en"))
    assert "No rules of this class were in force on this day." in text
    assert "Not a member of the Canadian Experience Class" in text
