"""The edge of the command line: whatever happens becomes a sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import Words

FAULT: Final = 1
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
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is not None and not self._end(error):
            return False
        return error is not None

    def _end(self, error: BaseException) -> bool:
        """Whether the error is dealt with."""
        if isinstance(error, Refusal):
            self.status = error.status
            _complain(error.lines)
        elif isinstance(error, BrokenPipeError):
            _close_output()
        elif isinstance(error, KeyboardInterrupt):
            self.status = INTERRUPTED
        elif isinstance(error, Exception) and not sys.flags.dev_mode:
            self.status = FAULT
            _complain([self._fault(error)])
        else:
            return False
        return True

    def _fault(self, error: Exception) -> str:
        """What failed and where, without anything of a client's."""
        _ = self._words
        if isinstance(error, OSError):
            return _("The system refused: {reason}.", reason=error.strerror or type(error).__name__)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return _(
            "The program made a mistake and stopped; your files are as they were. "
            "Please report it with this: {kind}, {place}.",
            kind=type(error).__name__,
            place=place,
        )


def _complain(lines: Sequence[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _close_output() -> None:
    """Whoever read has read enough; Python shall not complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
