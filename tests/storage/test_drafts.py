"""Words that were typed and not saved are kept beside their client file, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cec_desktop.casefile.message import message
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.difference import Json
from cec_desktop.storage.errors import CaseGone
from cec_desktop.storage.records import Kind
from tests.storage.clients import ANA, NAME, PASSPHRASE, client_file

TYPED: Json = {"forms": {"jobs": {"northlight": {"end": "2025-02-31"}}}}


@pytest.fixture
def case_id(casebook: Casebook) -> str:
    return casebook.add([client_file()], Kind.CREATED, NAME)[0]


def test_a_draft_outlives_the_casebook_being_closed(casebook: Casebook, case_id: str, path: Path) -> None:
    casebook.keep_draft(case_id, TYPED)
    casebook.close()
    with Casebook.open(path, PASSPHRASE, ANA) as again:
        assert again.draft(case_id) == TYPED


def test_a_draft_takes_the_place_of_the_one_before_and_goes_with_none(
    casebook: Casebook, case_id: str
) -> None:
    casebook.keep_draft(case_id, TYPED)
    casebook.keep_draft(case_id, {"forms": {}})
    assert casebook.draft(case_id) == {"forms": {}}
    casebook.keep_draft(case_id, None)
    assert casebook.draft(case_id) is None


def test_a_draft_is_no_part_of_the_file(casebook: Casebook, case_id: str) -> None:
    before = casebook.get(case_id), casebook.history(case_id), casebook.summaries()
    casebook.keep_draft(case_id, TYPED)
    assert (casebook.get(case_id), casebook.history(case_id), casebook.summaries()) == before
    assert casebook.summaries(words="2025-02-31") == ()


def test_a_deleted_file_takes_its_draft_along(casebook: Casebook, case_id: str) -> None:
    casebook.keep_draft(case_id, TYPED)
    casebook.delete(case_id, message("case_deleted"))
    assert casebook.draft(case_id) is None
    with pytest.raises(CaseGone):
        casebook.keep_draft(case_id, TYPED)


def test_drafts_are_encrypted_like_everything_else(casebook: Casebook, case_id: str, path: Path) -> None:
    casebook.keep_draft(case_id, {"note": "a very secret word"})
    casebook.close()
    assert b"a very secret word" not in path.read_bytes()
