"""What keeps a command from being done, for a reason that lies outside the program."""

from __future__ import annotations

from collections.abc import Iterable


class Refusal(Exception):  # noqa: N818 - it reads as what happened
    """Bad input or usage: ``lines`` go to standard error, nothing to standard output."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
