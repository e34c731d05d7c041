"""Placing slabs on pages: order is kept, nothing is torn, headings keep their company."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.reports.blocks import Cell, Column, Dates, Paragraph, Run, Table
from cec_desktop.reports.reportlab_backend.composer import Setting
from cec_desktop.reports.reportlab_backend.pagination import Page, paginate
from cec_desktop.reports.reportlab_backend.paper import PAPERS
from cec_desktop.reports.reportlab_backend.pen import Pen
from cec_desktop.reports.reportlab_backend.render import composed
from cec_desktop.reports.reportlab_backend.slabs import Slab
from cec_desktop.reports.reportlab_backend.structure import Element
from cec_desktop.reports.reportlab_backend.tables import dates, table
from tests.reports import factory

FIRST, LATER, BOTTOM = 72.0, 62.0, 740.0


def _nothing(pen: Pen, top: float, first: bool) -> None:
    """Draws nothing."""


def slab(height: float, *, keep: bool = False, before: float = 0.0) -> Slab:
    return Slab(height, _nothing, before, keep)


def paged(slabs: list[Slab]) -> list[Page]:
    return paginate(slabs, FIRST, LATER, BOTTOM)


@given(st.lists(st.builds(slab, st.floats(1, 300), keep=st.booleans(), before=st.floats(0, 20)), max_size=60))
def test_every_slab_stands_once_in_order_above_the_foot(slabs: list[Slab]) -> None:
    pages = paged(slabs)
    placed = [each.slab for page in pages for each in page if not each.repeated]
    assert [id(each) for each in placed] == [id(each) for each in slabs]
    for page in pages:
        tops = [each.top for each in page]
        assert tops == sorted(tops)
        assert all(each.top + each.slab.height <= BOTTOM + 1e-6 for each in page)
        for above, below in pairwise(page):
            assert above.top + above.slab.height <= below.top + 1e-6


@given(st.lists(st.builds(slab, st.floats(1, 120), keep=st.just(False)), min_size=1, max_size=40), st.data())
def test_a_heading_is_never_the_last_of_its_page(slabs: list[Slab], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(slabs) - 1))
    slabs.insert(index, slab(20, keep=True))
    for page in paged(slabs)[:-1]:
        assert not page[-1].slab.keep_next


def test_white_above_is_dropped_at_the_top_of_a_page() -> None:
    first, second = paged([slab(660), slab(50, before=12)])
    assert second[0].top == LATER
    assert second[0].first
    assert first[0].top == FIRST


def test_heads_are_repeated_where_a_table_is_broken() -> None:
    head = slab(20)
    rows = [Slab(30, _nothing, heads=(head,)) for _ in range(60)]
    pages = paged([replace(head, keep_next=True), *rows])
    assert len(pages) == 3
    for page in pages[1:]:
        assert page[0].slab is head
        assert page[0].repeated
        assert page[0].first
        assert page[1].top == LATER + head.height


def test_a_group_taller_than_a_page_is_laid_out_all_the_same() -> None:
    pages = paged([slab(300, keep=True) for _ in range(5)])
    assert sum(len(page) for page in pages) == 5
    assert len(pages) == 3


def section(rows: int) -> list[Slab]:
    """A heading with rows of 30 points."""
    return [slab(20, keep=True, before=9), *(slab(30) for _ in range(rows))]


def test_sections_stand_closer_where_that_saves_a_page() -> None:
    slabs = [slab(70), *(each for _ in range(5) for each in section(3)), slab(5)]
    (page,) = paged(slabs)
    assert [each.slab for each in page] == slabs
    free = [below.top - above.top - above.slab.height for above, below in pairwise(page)]
    assert 0 < max(free) < 9


def test_a_short_last_page_gets_the_section_before_for_company() -> None:
    slabs = [slab(400), *section(4), *section(3), *section(3)]
    first, second = paged(slabs)
    assert first[-1].slab is slabs[5]
    assert [each.slab for each in second] == slabs[6:]


def test_a_last_page_with_enough_on_it_stays() -> None:
    slabs = [slab(400), *section(7), *section(7)]
    first, second = paged(slabs)
    assert first[-1].slab is slabs[8]
    assert second[0].slab is slabs[9]


def test_the_sum_of_a_table_never_stands_alone() -> None:
    for count in range(1, 40):
        document = factory.document(factory.many_jobs(count))
        block = next(each for each in document.blocks if isinstance(each, Table))
        setting = Setting(PAPERS["letter"], document.languages, Element("Document"))
        slabs = table(block, setting)
        last = [each for each in paged([slab(300), *slabs])[-1] if not each.repeated]
        assert last[-1].slab is slabs[-1]
        assert len(last) > 1, f"{count} jobs leave the sum alone"


def test_a_row_taller_than_a_page_is_broken_between_lines() -> None:
    setting = Setting(PAPERS["letter"], ("en",), Element("Document"))
    endless = Table((Column((), 1),), ((Cell(((Run("word " * 4000),),)),),))
    slabs = table(endless, setting)
    assert len(slabs) > 2
    assert all(each.height < BOTTOM - LATER for each in slabs)
    assert len(paged(slabs)) > 1


def test_small_print_stays_with_its_table() -> None:
    document = factory.document(factory.okafor())
    setting = Setting(PAPERS["letter"], document.languages, Element("Document"))
    place = next(index for index, each in enumerate(document.blocks) if isinstance(each, Table))
    assert isinstance(document.blocks[place + 1], Paragraph)
    alone = composed(replace(document, blocks=document.blocks[place : place + 1]), setting)
    together = composed(replace(document, blocks=document.blocks[place : place + 2]), setting)
    assert not alone[-1].keep_next
    assert together[len(alone) - 1].keep_next


def test_the_signature_never_stands_on_a_page_of_its_own() -> None:
    document = factory.document(factory.okafor())
    setting = Setting(PAPERS["letter"], document.languages, Element("Document"))
    slabs = composed(document, setting)
    for filler in range(0, 600, 40):
        last = paged([slab(filler), *slabs])[-1]
        assert len(last) >= 4, "the heading and text of what was not assessed come along"


def test_no_row_of_dates_stands_alone() -> None:
    document = factory.document(factory.okafor())
    dated = next(each for each in document.blocks if isinstance(each, Dates))
    rows = dates(dated, Setting(PAPERS["letter"], document.languages, Element("Document")))
    assert len(rows) == 4
    for filler in range(500, 660, 4):
        counts = [sum(each.slab in rows for each in page) for page in paged([slab(filler), *rows])]
        assert 1 not in counts
