"""Clients are found by what is in their files, as a person types it: without accents, capitals or endings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.model import (
    CaseFile,
    Child,
    Client,
    Education,
    HistoryPeriod,
    Job,
    JobOffer,
    Spouse,
    StatusPeriod,
)
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.records import Kind
from cec_desktop.storage.search import fold, query
from tests.storage.clients import NAME, client_file


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Œuvre", "oeuvre"),
        ("Nguyễn Thị Hương", "nguyen thi huong"),
        ("Đặng", "dang"),
        ("ŞAHİN", "sahin"),
        ("Işık", "isik"),
        ("Traoré", "traore"),
        ("Björk Guðmundsdóttir", "bjork gudmundsdottir"),
        ("Søren Kjær", "soren kjaer"),
        ("Groß", "gross"),
        ("Ħal Għaxaq", "hal ghaxaq"),
        ("O’Neill-Côté", "o’neill-cote"),
        ("ﬁle", "file"),
    ],
)
def test_names_are_folded_to_what_anybody_can_type(written: str, typed: str) -> None:
    assert fold(written) == typed


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_whatever_is_typed_is_a_question_the_index_understands(text: str) -> None:
    assert query(text).count('"') % 2 == 0
    assert not set(query(text)) & set("():^-+")


@pytest.fixture
def full(casebook: Casebook) -> Casebook:
    """A file that says something in every field that is searched, and one that says little."""
    client = Client(
        family_name="Kowalczyk",
        given_names="Łukasz",
        other_names="Kowal",
        date_of_birth=date(1990, 1, 1),
    )
    spouse = Spouse(
        family_name="Nowak",
        given_names="Zofia",
        jobs=(Job(employer="Scierie Boréale", note="à temps partiel"),),
    )
    case = client_file().model_copy(
        update={
            "file_number": "2025-0117",
            "client": client,
            "spouse": spouse,
            "children": (Child(given_names="Jaś"),),
            "statuses": (StatusPeriod(kind="work_permit", employer="Café Meridian", note="LMIA 8123456"),),
            "job_offer": JobOffer(employer="Harbour Analytics"),
            "education": (Education(level="masters", institution="Université de Moncton"),),
            "history": (HistoryPeriod(note="trekking in Nepal"),),
        }
    )
    casebook.add([case, client_file("2026-0001", "Li", None)], Kind.CREATED, NAME)
    return casebook


def found(casebook: Casebook, words: str) -> list[str]:
    return sorted(each.file_number for each in casebook.summaries(words=words))


@pytest.mark.parametrize(
    "words",
    [
        "kowalczyk", "KOWALCZYK lukasz", "kowal", "nowak", "zofia", "jas", "2025-0117", "0117",
        "cafe meridian", "scierie boreale", "harbour", "universite moncton", "temps partiel", "8123456",
        "nepal", "lukasz moncton", "kow luk",
    ],
)  # fmt: skip
def test_found_by(full: Casebook, words: str) -> None:
    assert found(full, words) == ["2025-0117"]


@pytest.mark.parametrize(
    "words", ["okafor", "kowalczyk li", "owalczyk", "'; DROP TABLE case_file", "???", "*"]
)
def test_not_found_by(full: Casebook, words: str) -> None:
    assert found(full, words) == []


def test_nothing_typed_shows_all(full: Casebook) -> None:
    assert found(full, "") == found(full, "  ") == ["2025-0117", "2026-0001"]


def test_signs_of_the_indexs_own_language_are_only_letters(full: Casebook) -> None:
    assert found(full, 'northlight AND "rideau"*') == []
    assert found(full, 'NEAR(northlight "rideau"*') == []
    assert found(full, '"northlight" "rideau"*') == ["2025-0117", "2026-0001"]


def test_an_edit_replaces_what_is_found(full: Casebook) -> None:
    case_id = full.id_of("2025-0117") or ""
    stored = full.get(case_id)
    case: CaseFile = stored.case.model_copy(update={"spouse": None})
    full.save(stored, case, Kind.EDITED, NAME)
    assert found(full, "zofia") == []
    assert found(full, "lukasz") == ["2025-0117"]
