"""When the program itself is at fault: one hook that logs, and a report that can be copied and sent.

Neither the log nor the report holds anything of a client: types and places in the code, never values.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from cec_desktop.version import VERSION

_LARGEST_LOG: Final = 200_000
_PACKAGES: Final = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "pydantic", "reportlab")

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report_of(error: BaseException) -> str:
    """An exception as types and places in the code, with what it was raised from; no values."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {_inside(frame.filename)}:{frame.lineno} {frame.name}")  # noqa: PERF401
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def versions() -> str:
    """The versions of everything that has a part in an error."""
    import platform  # slow to import, and asked for only here
    from importlib.metadata import PackageNotFoundError, version

    lines = [f"CEC Desktop {VERSION}", f"Python {platform.python_version()}", platform.platform()]
    for package in _PACKAGES:
        try:
            lines.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            lines.append(f"{package} ?")
    return "\n".join(lines)


class CrashGuard:
    """The log and the hook; the newest report is kept for the window to show."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self._folder, self._now = folder, now
        self._showing = False
        self._native: TextIO | None = None
        self.last_report = ""
        self.left_behind = ""
        """What a start that ended in the machine itself left behind."""
        self.show: Callable[[str], object] | None = None
        """Shows a report to the person; set once there is a window."""

    @property
    def log_file(self) -> Path:
        """Where the log lies."""
        return self._folder / "log.txt"

    def install(self) -> None:
        """Catch what nobody caught, in every thread, and faults of the machine."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            native = self._folder / "crash.txt"
            if native.exists():
                self.left_behind = native.read_text(encoding="utf-8", errors="replace")
            self._native = native.open("w", encoding="utf-8")
        except OSError:
            return  # a place that cannot be written costs the log, not the start
        faulthandler.enable(self._native)

    def uninstall(self) -> None:
        """Leave the hooks as Python has them; a clean end leaves no crash file."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            Path(self._native.name).unlink(missing_ok=True)
            self._native = None

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and show it; one that comes while another is shown is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    def take(self, error: BaseException) -> None:
        """Log an exception that was caught but is our own fault, and show it."""
        self.last_report = f"{versions()}\n\n{report_of(error)}"
        self.log(report_of(error))
        if self.show is not None and not self._showing:
            self._showing = True
            try:
                self.show(self.last_report)
            finally:
                self._showing = False

    def log(self, text: str) -> None:
        """Add lines to the log; a log that cannot be written is let be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self.log_file.exists() and self.log_file.stat().st_size > _LARGEST_LOG:
                self.log_file.replace(self.log_file.with_suffix(".old.txt"))
            with self.log_file.open("a", encoding="utf-8") as file:
                file.write(f"{self._now().isoformat(timespec='seconds')}\n{text}\n\n")
        except OSError:
            return


def _inside(filename: str) -> str:
    """A file of the code without the folders before it, which may name a person."""
    parts = Path(filename).parts
    for root in ("cec_desktop", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return Path(filename).name
