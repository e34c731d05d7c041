"""Client files as files."""

from io import BytesIO
from pathlib import Path

import pytest

from cec_desktop.casefile.problems import CaseFileError
from cec_desktop.casefile.reading import write_case
from cec_desktop.practice import files
from cec_desktop.practice.files import FileTroubleError, read_case_file, read_case_stream, write_whole
from tests.storage.clients import client_file


def reason(path: Path) -> str:
    with pytest.raises(CaseFileError) as refused:
        read_case_file(path)
    return refused.value.problems[0].message.id


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.json", write_case(client_file()))
    assert read_case_file(tmp_path / "new" / "a.json") == client_file()


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_bytes(b"")
    assert reason(tmp_path / "none.json") == "file_missing"
    assert reason(tmp_path) == "file_is_folder"
    assert reason(tmp_path / "empty.json") == "file_empty"


def test_the_tables_are_asked_too(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", write_case(client_file()).replace("21232", "99999"))
    assert reason(tmp_path / "a.json") == "noc_code_unknown"


def test_a_file_larger_than_any_client_file_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "huge.json").write_bytes(b"x" * 1_000_001)
    monkeypatch.setattr(files, "LARGEST", 1)
    assert reason(tmp_path / "huge.json") == "file_too_big"


@pytest.mark.parametrize(
    ("error", "said"), [(PermissionError(), "file_no_permission"), (OSError(), "file_not_read")]
)
def test_what_the_system_refuses_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def refuse(self: Path, mode: str) -> BytesIO:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert reason(tmp_path / "a.json") == said


def test_a_client_file_comes_through_a_stream_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_case_stream(BytesIO(write_case(client_file()).encode())) == client_file()
    monkeypatch.setattr(files, "LARGEST", 1)
    with pytest.raises(CaseFileError) as refused:
        read_case_stream(BytesIO(b"x" * 2_000_000))
    assert refused.value.problems[0].message.id == "file_too_big"


def test_a_stream_that_breaks_is_said() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError

    with pytest.raises(CaseFileError) as refused:
        read_case_stream(Broken())
    assert refused.value.problems[0].message.id == "file_not_read"


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    write_whole(target, "before")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileTroubleError):
        write_whole(target, "after")
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]
