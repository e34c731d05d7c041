"""The rules of the program, by a name that changes with them."""

from datetime import date
from pathlib import Path

import pytest

from cec_desktop.practice import assessing
from cec_desktop.practice.assessing import Rules
from tests.storage.clients import client_file


def test_a_file_is_assessed_on_its_own_day() -> None:
    today = date(2026, 11, 2)
    assessment = Rules().assess(client_file(), today)
    assert (assessment.on, assessment.today) == (date(2026, 11, 22), today)
    undated = client_file().model_copy(update={"application_date": None})
    assert Rules().preview(undated, today).on == today


def test_the_pack_changes_with_the_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("rules", "noc"):
        (tmp_path / folder).mkdir()
    law = tmp_path / "rules" / "cec.toml"
    law.write_text("weeks = 52", encoding="utf-8")
    monkeypatch.setattr(assessing, "resource", tmp_path.joinpath)
    fingerprint = assessing._fingerprint.__wrapped__
    before = fingerprint()
    assert fingerprint() == before
    law.write_text("weeks = 53", encoding="utf-8")
    assert fingerprint() != before


def test_the_pack_is_one_short_name() -> None:
    assert Rules().pack == Rules().pack
    assert len(Rules().pack) == 16
