"""The edge of the command line: whatever happens becomes a sentence and an exit status, never a traceback."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import Words

FAULT: Final = 1
REFUSED: Final = 2
INTERRUPTED: Final = 130
"""What shells expect of a program ended with Ctrl+C."""


class Console:
    """Ends a command: leave the block, then ask for ``status``.

    With Python's development mode (``python -X dev``) a fault of ours shows its traceback as usual.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.status = 0

    def __enter__(self) -> Self:
        # A terminal that lacks a letter shows a question mark in its place.
        _reconfigure(errors="replace")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        return error is not None and self._end(error)

    def _end(self, error: BaseException) -> bool:
        """Whether the error is dealt with."""
        if isinstance(error, Refusal):
            self.status = REFUSED
            _complain(error.lines)
        elif isinstance(error, KeyboardInterrupt):
            self.status = INTERRUPTED
        elif isinstance(error, BrokenPipeError):
            _drop_output()
        elif isinstance(error, OSError):
            self.status = REFUSED
            _complain([self._system_refusal(error)])
        elif isinstance(error, Exception) and not sys.flags.dev_mode:
            self.status = FAULT
            _complain([self._fault(error)])
        else:
            return False
        return True

    def _system_refusal(self, error: OSError) -> str:
        _ = self._words
        reason = error.strerror or type(error).__name__
        if error.filename is None:
            _drop_output()
            return _("The system refused: {reason}.", reason=reason)
        return _("The system refused {file}: {reason}.", file=str(error.filename), reason=reason)

    def _fault(self, error: Exception) -> str:
        """What failed and where, without anything of a client's."""
        _ = self._words
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return _(
            "The program made a mistake and stopped; your files are as they were. "
            "Please report it with this: {kind}, {place}.",
            kind=type(error).__name__,
            place=f"{Path(frame.filename).name}:{frame.lineno}",
        )


@contextmanager
def collecting_paused() -> Iterator[None]:
    """Let garbage lie for a short run: what is imported stays, and searching it takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def write_json(text: str) -> None:
    """Print JSON, which is UTF-8 whatever the terminal's letters are."""
    _reconfigure(encoding="utf-8")
    print(text, end="")


def _reconfigure(*, encoding: str | None = None, errors: str | None = None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _complain(lines: Sequence[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _drop_output() -> None:
    """Nobody reads any more, or nothing can be written; Python shall not try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
