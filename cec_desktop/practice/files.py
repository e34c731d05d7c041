"""Client files as files: read with every problem named, written whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO

from cec_desktop.casefile.message import Message, message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.reading import CaseFileError, Problem
from cec_desktop.rules.validation import read_checked_case

LARGEST = 20
"""Megabytes of a client file at most; a very full one has a tenth of one."""


class FileTroubleError(Exception):
    """A file cannot be written; ``message`` says which."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.id)
        self.message = reason


def read_case_file(path: Path) -> CaseFile:
    """The client file in a JSON file.

    Raises:
        CaseFileError: it cannot be read, or is not a sound client file; with every reason.
    """
    return read_checked_case(_content(path))


def read_case_stream(stream: BinaryIO) -> CaseFile:
    """The client file in a stream, such as standard input.

    Raises:
        CaseFileError: it cannot be read, or is not a sound client file; with every reason.
    """
    try:
        return read_checked_case(_within_limit(stream))
    except OSError as error:
        raise CaseFileError([Problem("", _reason(error))]) from error


def write_whole(path: Path, text: str) -> None:
    """Write a text file whole or not at all; folders on the way are made.

    Raises:
        FileTroubleError: it cannot be written; what was there is still there.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", delete=False) as file:
            beside = Path(file.name)
            file.write(text)
        beside.replace(path)
    except OSError as error:
        if beside:
            beside.unlink(missing_ok=True)
        raise FileTroubleError(message("file_not_written", file=path.name)) from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _within_limit(file)
    except OSError as error:
        raise CaseFileError([Problem("", _reason(error))]) from error


def _within_limit(stream: BinaryIO) -> bytes:
    """All bytes of a stream; no more than the limit are read, for a device never ends."""
    content = stream.read(LARGEST * 1_000_000 + 1)
    if len(content) > LARGEST * 1_000_000:
        raise CaseFileError([Problem("", message("file_too_big", limit=LARGEST))])
    return content


def _reason(error: OSError) -> Message:
    for kind, reason in (
        (FileNotFoundError, "file_missing"),
        (IsADirectoryError, "file_is_folder"),
        (PermissionError, "file_no_permission"),
    ):
        if isinstance(error, kind):
            return message(reason)
    return message("file_not_read")
