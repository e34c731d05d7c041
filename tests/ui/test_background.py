"""Work in the background: a function there, its result here; nothing after it was cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from cec_desktop.ui.background import InlineBackground, Task, ThreadBackground


@pytest.fixture
def threads(qtbot: QtBot) -> Iterator[ThreadBackground]:
    background = ThreadBackground()
    yield background
    background.finish()


def unexpected(error: object) -> None:
    raise AssertionError(error)


def test_the_function_runs_elsewhere_and_the_callback_here(qtbot: QtBot, threads: ThreadBackground) -> None:
    here, seen = get_ident(), []
    threads.run(lambda _task: get_ident(), lambda there: seen.append((there, get_ident())), unexpected)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_an_error_comes_to_its_own_callback(qtbot: QtBot, threads: ThreadBackground) -> None:
    def fail(task: Task) -> None:
        raise OSError("no")

    errors: list[Exception] = []
    threads.run(fail, unexpected, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)


def test_progress_arrives_in_order_and_here(qtbot: QtBot, threads: ThreadBackground) -> None:
    here = get_ident()
    said: list[tuple[int, int, int]] = []
    done: list[str] = []

    def count(task: Task) -> str:
        for step in range(3):
            task.progress(step, 3)
        return "all"

    threads.run(count, done.append, unexpected, lambda n, total: said.append((n, total, get_ident())))
    qtbot.waitUntil(lambda: bool(done))
    assert said == [(0, 3, here), (1, 3, here), (2, 3, here)]


def test_a_cancelled_job_is_told_and_says_nothing(qtbot: QtBot, threads: ThreadBackground) -> None:
    begun, go_on, told = Event(), Event(), []

    def wait(task: Task) -> None:
        begun.set()
        go_on.wait(5)
        told.append(task.cancelled())

    job = threads.run(wait, unexpected, unexpected)
    assert begun.wait(5)
    job.cancel()
    go_on.set()
    threads.finish()
    qtbot.wait(1)
    assert told == [True]


def test_at_once_for_tests(qtbot: QtBot) -> None:
    seen: list[int] = []
    InlineBackground().run(lambda _task: 7, seen.append, unexpected)
    assert seen == [7]
