"""Writing a report: the file is whole, or nothing happened."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cec_desktop.i18n.words import words
from cec_desktop.reports.errors import ReportFileError
from cec_desktop.reports.files import write_whole
from cec_desktop.reports.summary import write_summary
from tests.reports import factory


def refused(path: Path, content: bytes = b"new") -> str:
    """The id of what is said when writing fails, checked in both languages."""
    with pytest.raises(ReportFileError) as caught:
        write_whole(path, content)
    said = caught.value.message
    assert words("en").message(said) != words("fr").message(said)
    return said.id


def test_a_summary_lands_whole_and_alone(tmp_path: Path) -> None:
    target = tmp_path / "Résumé – OKAFOR.pdf"
    file = factory.okafor()
    write_summary(
        file,
        factory.assessed(file),
        target,
        language="both",
        paper="letter",
        office=factory.OFFICE,
        prepared_on=factory.TODAY,
    )
    assert target.read_bytes() == factory.pdf(file)
    assert list(tmp_path.iterdir()) == [target]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere" / "summary.pdf") == "report_no_folder"
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "summary.pdf") == "report_no_folder"


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "summary.pdf").mkdir()
    assert refused(tmp_path / "summary.pdf") == "report_is_folder"
    assert list(tmp_path.iterdir()) == [tmp_path / "summary.pdf"]


def test_a_name_that_is_too_long_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 300 + ".pdf")) == "report_name_too_long"


def _failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Who runs the tests may be the administrator, whom no folder refuses.
    monkeypatch.setattr(os, "open", _failing(errno.EACCES))
    assert refused(tmp_path / "summary.pdf") == "report_folder_not_writable"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "report_disk_full"),
        (errno.EDQUOT, "report_disk_full"),
        (errno.EROFS, "report_folder_not_writable"),
        (errno.EIO, "report_not_written"),
    ],
)
def test_a_disk_that_fails_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _failing(code))
    assert refused(target) == said
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_another_program_holds_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", _failing(errno.EACCES))
    assert refused(target) == "report_file_in_use"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_name_beside_the_target_says_nothing_about_the_client(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        seen.append(self)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    write_whole(tmp_path / "OKAFOR Adaeze.pdf", b"new")
    assert seen[0].parent == tmp_path
    assert "OKAFOR" not in seen[0].name


def test_only_its_owner_may_read_a_new_report(tmp_path: Path) -> None:
    write_whole(tmp_path / "summary.pdf", b"new")
    assert (tmp_path / "summary.pdf").stat().st_mode & 0o077 == 0
