"""Work off the window's thread: a plain function, and a callback on the window's thread with its result.

Nothing else crosses threads. The function gets a :class:`Task` to report progress to and to ask whether
it is still wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Result = TypeVar("Result")


class Task(Protocol):
    """What work in the background knows of the window."""

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is."""

    def cancelled(self) -> bool:
        """Whether the result is no longer wanted."""


class Background(Protocol):
    """Runs functions off the window's thread."""

    def run(
        self,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Start `work`; exactly one of `done` and `failed` is called, unless the job is cancelled."""


class Job(QObject):
    """Work that was started; its callbacks run on the thread that made it."""

    ended = Signal()
    _finished = Signal(object)
    _failed = Signal(object)
    _progressed = Signal(int, int)

    def __init__(
        self,
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__()
        self._cancelled = Event()
        self._done: Callable[[object], None] = cast("Callable[[object], None]", done)
        self._fail = failed
        self._progress = progress
        # Bound methods: Qt delivers to the thread their object lives in.
        self._finished.connect(self._deliver_result)
        self._failed.connect(self._deliver_error)
        self._progressed.connect(self._deliver_progress)

    def cancel(self) -> None:
        """The result is no longer wanted: no callback will be called."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._cancelled.is_set()

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; callable from any thread."""
        self._progressed.emit(done, total)

    def carry_out(self, work: Callable[[Task], object]) -> None:
        """Run the work here and now, and announce how it ended."""
        try:
            result = work(self)
        except Exception as error:  # noqa: BLE001 - handed whole to the callback, which tells kinds apart
            self._failed.emit(error)
        else:
            self._finished.emit(result)

    def _deliver_result(self, result: object) -> None:
        self.ended.emit()
        if not self.cancelled():
            self._done(result)

    def _deliver_error(self, error: Exception) -> None:
        self.ended.emit()
        if not self.cancelled():
            self._fail(error)

    def _deliver_progress(self, done: int, total: int) -> None:
        if self._progress is not None and not self.cancelled():
            self._progress(done, total)


class _Runner(QRunnable):
    def __init__(self, job: Job, work: Callable[[Task], object]) -> None:
        super().__init__()
        self._job, self._work = job, work

    def run(self) -> None:
        self._job.carry_out(self._work)


class ThreadBackground:
    """A small pool of threads that belongs to the window."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)
        self._running: set[Job] = set()

    def run(
        self,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Start `work` on a thread of the pool."""
        job = Job(done, failed, progress)
        # Kept until the end is announced: a job that goes away takes its signals with it.
        self._running.add(job)
        job.ended.connect(lambda: self._running.discard(job))
        self._pool.start(_Runner(job, work))
        return job

    def finish(self) -> None:
        """Cancel what runs and wait for the threads to end."""
        for job in tuple(self._running):
            job.cancel()
        self._pool.waitForDone()
        self._running.clear()


class InlineBackground:
    """Runs the work at once on the calling thread: for tests and for a program without a window."""

    def run(
        self,
        work: Callable[[Task], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Run `work` and its callback before returning."""
        job = Job(done, failed, progress)
        job.carry_out(work)
        return job
