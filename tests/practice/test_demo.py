"""The demonstration: invented clients in a casebook that is thrown away."""

from pathlib import Path

import pytest

from cec_desktop.casefile.reading import write_case
from cec_desktop.practice import demo
from cec_desktop.practice.demo import DEMO_PASSPHRASE, open_demo
from cec_desktop.practice.importing import ImportRefusedError
from cec_desktop.practice.office import Office
from tests.storage.clients import ANA, client_file


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for the folder of the demonstration's files."""
    folder = tmp_path / "resources" / "demo"
    folder.mkdir(parents=True)
    for number in ("2010-0005", "2026-0042"):
        (folder / f"{number}.json").write_text(write_case(client_file(number)), encoding="utf-8")
    monkeypatch.setattr(demo, "resource", (tmp_path / "resources").joinpath)
    return folder


def test_the_demonstration_is_open_and_assessed(shipped: Path, tmp_path: Path) -> None:
    with open_demo(tmp_path, ANA) as office:
        assert len(office.rows()) == len(list(shipped.iterdir()))
        assert not any(row.stale for row in office.rows())
        path = office.path
    with Office.unlock(path, DEMO_PASSPHRASE, ANA) as office:
        assert office.counts().active == 2


def test_files_that_do_not_fit_leave_no_casebook_locked(shipped: Path, tmp_path: Path) -> None:
    (shipped / "bad.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ImportRefusedError):
        open_demo(tmp_path, ANA)
    Office.unlock(tmp_path / "demonstration.casebook", DEMO_PASSPHRASE, ANA).close()
