"""Where casebooks live, and which were opened last."""

from pathlib import Path

import pytest

from cec_desktop.practice.files import FileTroubleError
from cec_desktop.practice.places import Places, places


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return Places(tmp_path / "data", tmp_path / "config")


def test_the_system_says_where_data_is_kept() -> None:
    found = places()
    assert found.data.name == found.config.name == "cec-desktop"
    assert found.default_casebook == found.data / "clients.casebook"


def test_the_casebook_opened_last_comes_first(here: Places, tmp_path: Path) -> None:
    first, second = tmp_path / "a.casebook", tmp_path / "b.casebook"
    for path in (first, second, first):
        here.remember(path)
    assert here.recent_casebooks() == (first, second)
    here.forget(first)
    assert here.recent_casebooks() == (second,)


def test_ten_are_remembered(here: Places, tmp_path: Path) -> None:
    for number in range(12):
        here.remember(tmp_path / str(number))
    assert [path.name for path in here.recent_casebooks()] == [str(number) for number in range(11, 1, -1)]


def test_the_current_one_is_the_last_that_is_still_there(here: Places, tmp_path: Path) -> None:
    assert here.current_casebook == here.default_casebook
    kept, gone = tmp_path / "kept.casebook", tmp_path / "gone.casebook"
    kept.write_bytes(b"")
    here.remember(kept)
    here.remember(gone)
    assert here.current_casebook == kept


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', "[1, null]"])
def test_a_spoilt_list_is_an_empty_one(here: Places, content: str) -> None:
    here.config.mkdir()
    (here.config / "casebooks.json").write_text(content, encoding="utf-8")
    assert here.recent_casebooks() == ()
    here.remember(Path("/somewhere/x"))
    assert len(here.recent_casebooks()) == 1


def test_a_list_that_cannot_be_written_is_said(here: Places) -> None:
    here.config.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(FileTroubleError):
        here.remember(Path("x"))
