"""One program at a time."""

import threading
from pathlib import Path

import pytest

from cec_desktop.storage.errors import CasebookInUse, CasebookUnavailable
from cec_desktop.storage.lock import CasebookLock
from tests.storage.clients import ANA, BEN, Clock


def test_the_second_one_is_told_who_was_first(tmp_path: Path) -> None:
    held = CasebookLock(tmp_path / "x", ANA, Clock())
    with pytest.raises(CasebookInUse) as refused:
        CasebookLock(tmp_path / "x", BEN, Clock())
    held.release()
    said = dict(refused.value.message.args)
    assert (said["user"], said["machine"]) == ("Ana Roy", "desk-1")
    assert str(said["since"]).startswith("2026-11-22 ")


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    CasebookLock(tmp_path / "x", ANA, Clock()).release()
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_cannot_be_read_still_means_locked(tmp_path: Path) -> None:
    held = CasebookLock(tmp_path / "x", ANA, Clock())
    held.path.write_text("[", encoding="utf-8")
    with pytest.raises(CasebookInUse) as refused:
        CasebookLock(tmp_path / "x", BEN, Clock())
    held.release()
    assert refused.value.message.id == "casebook_in_use_unknown"


def test_a_forgotten_file_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "x.lock").write_text('{"user": "Ana Roy"}', encoding="utf-8")
    CasebookLock(tmp_path / "x", BEN, Clock()).release()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CasebookUnavailable):
        CasebookLock(tmp_path / "none" / "x", ANA, Clock())


def test_never_two_at_once(tmp_path: Path) -> None:
    """Many take and release it at the same time; whoever has it has it alone."""
    inside, crowd, taken = [0], [0], [0]
    guard = threading.Lock()

    def work() -> None:
        for _ in range(200):
            try:
                lock = CasebookLock(tmp_path / "x", ANA, Clock())
            except CasebookInUse:
                continue
            with guard:
                inside[0] += 1
                taken[0] += 1
                crowd[0] = max(crowd[0], inside[0])
            with guard:
                inside[0] -= 1
            lock.release()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert taken[0] > 0
    assert crowd[0] == 1
