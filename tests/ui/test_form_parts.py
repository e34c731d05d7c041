"""What forms and tables are made of, without a window: rows of fields, numbers, countries, table rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.model import Client, Education, Passport
from cec_desktop.i18n.words import words
from cec_desktop.ui.fields.numbers import read_decimal
from cec_desktop.ui.fields.places import countries, country_code, country_name
from cec_desktop.ui.tables.flow import Want, flow
from cec_desktop.ui.tables.other_rows import status_listing
from cec_desktop.ui.tables.rows import Swatch
from cec_desktop.ui.tables.spec import changes_for, value_at
from cec_desktop.ui.tables.work_rows import work_listing
from tests.gui.desk import GAP, JOB, MEMBER, case_of, view_of

EN, FR = words("en"), words("fr")
WANTS = st.lists(
    st.builds(Want, st.integers(20, 400), st.integers(0, 4), st.booleans()), min_size=1, max_size=12
)


@given(WANTS, st.integers(120, 1200))
def test_fields_keep_their_order_and_never_leave_the_form(wants: list[Want], width: int) -> None:
    rows = flow(wants, width, 10)
    assert [slot.index for row in rows for slot in row] == list(range(len(wants)))
    for row in rows:
        edges = [(slot.x, slot.x + slot.width) for slot in row]
        assert edges[-1][1] <= width
        assert all(right + 10 <= left for (_x, right), (left, _r) in pairwise(edges))
        assert all(slot.width >= min(wants[slot.index].width, width) for slot in row)


def test_spare_room_goes_to_the_fields_that_stretch() -> None:
    ((first, second),) = flow([Want(100), Want(100, 1)], 400, 10)
    assert (first.width, second.x, second.width) == (100, 110, 290)


def test_a_field_may_begin_a_row() -> None:
    assert [len(row) for row in flow([Want(50), Want(50, first=True), Want(50)], 400, 10)] == [1, 2]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("37.5", "37.5"),
        ("37,5", "37.5"),
        ("1,560", "1560"),
        ("1 560,25", "1560.25"),
        ("1\u00a0560", "1560"),
        ("1,234,567.5", "1234567.5"),
        (".5", "0.5"),
        ("0", "0"),
    ],
)
def test_numbers_as_people_write_them(text: str, number: str) -> None:
    assert read_decimal(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "-1", "1e3", "37.5.1", "forty", "½", "NaN", "0x10"])
def test_what_is_no_number(text: str) -> None:
    assert read_decimal(text) is None


def test_every_country_is_found_by_both_its_names_and_its_code() -> None:
    for language in ("en", "fr"):
        names = countries(language)
        assert len(names) > 240
        assert {country_code(name) for name in names.values()} == set(names)
    assert all(country_code(code.lower()) == code for code in countries("en"))


def test_canada_needs_no_list_of_countries() -> None:
    assert country_name(EN, "CA") == countries("en")["CA"] == countries("fr")["CA"]


def test_a_part_is_made_by_its_first_fact_and_goes_with_its_last() -> None:
    client = Client(family_name="Okafor", date_of_birth=date(1996, 5, 17))
    made = changes_for(client, "passport.number", "A1")
    assert made == {"passport": Passport(number="A1")}
    holder = client.model_copy(update=made)
    assert value_at(holder, "passport.number") == "A1"
    assert changes_for(holder, "passport.number", None) == {"passport": None}


def test_a_fact_of_a_part_that_is_not_there_is_not_known() -> None:
    assert value_at(Education(level="secondary"), "eca.number") is None


# What the tables say.


def test_a_job_is_told_with_its_days_its_hours_and_what_is_left_out() -> None:
    row = work_listing(view_of(case_of(MEMBER)), EN).rows[0]
    assert [cell.text for cell in row.cells] == [
        "Northlight Software Inc.",
        "21232 · TEER 1",
        "2025-06-02",
        "goes on",
        "37.5",
        "511",
        "2,190.0",
        "27 d unpaid leave, > 30 h",
    ]
    assert (row.swatch, row.said) == (Swatch.COUNTS, "counts")


def test_a_job_that_does_not_count_says_why_with_its_section() -> None:
    shop = {**JOB, "id": "shop", "noc": {"version": "2021", "code": "65200"}, "leaves": []}
    row = work_listing(view_of(case_of({**MEMBER, "jobs": [shop]})), FR).rows[0]
    assert row.cells[-1].text == "FÉER 5 · R87.1(2)a)"
    assert row.swatch is Swatch.NOT_COUNTED
    assert "2025-06-02" in row.cells[-1].tip


def test_the_sum_counts_a_day_of_two_jobs_once() -> None:
    twin = {**JOB, "id": "twin", "employer": "Second"}
    rows = work_listing(view_of(case_of({**MEMBER, "jobs": [JOB, twin]})), EN).rows
    assert {row.cells[5].text for row in rows} == {"511"}
    assert rows[-1].cells[6].text == "2,190.0"


def test_a_code_of_another_edition_is_shown_as_it_counts_now() -> None:
    old = {**JOB, "noc": {"version": "2016", "code": "2174"}}
    cell = work_listing(view_of(case_of({**MEMBER, "jobs": [old]})), EN).rows[0].cells[1]
    assert "entered as 2174 of NOC 2016" in cell.tip or cell.text.startswith("2174")


@pytest.mark.parametrize(
    ("status", "resident", "work"),
    [
        ({"kind": "open_work_permit"}, "yes", "yes"),
        ({"kind": "work_permit", "employer": "Saffron Row"}, "yes", "yes, for this employer"),
        ({"kind": "study_permit"}, "yes", "while studying"),
        ({"kind": "visitor"}, "yes", "no"),
        ({"kind": "refugee_claimant"}, "no", "not known"),
        ({"kind": "none"}, "no", "no"),
        ({"kind": "visitor", "may_work": True}, "yes", "yes"),
    ],
)
def test_what_a_status_implies_stands_in_its_row(status: dict[str, object], resident: str, work: str) -> None:
    period = {**status, "start": "2024-01-01", "end": "2027-01-31"}
    row = status_listing(view_of(case_of({**GAP, "statuses": [period]})), EN).rows[0]
    assert (row.cells[4].text, row.cells[5].text) == (resident, work)
