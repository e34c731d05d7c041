"""Writes a file whole or not at all: beside its target under a random name, flushed to disk, then renamed."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from cec_desktop.casefile.message import Message, message
from cec_desktop.reports.errors import ReportFileError


def write_whole(path: Path, content: bytes) -> None:
    """Put the content in place of whatever the path held.

    The name of the temporary file says nothing about the client. On failure nothing of it stays.

    Raises:
        ReportFileError: the folder is missing or cannot be written to, the path is a folder, another
            program holds the file, the disk is full, or the disk fails.
    """
    try:
        _refuse_folder(path)
        _replace(path, content)
    except OSError as error:
        raise ReportFileError(_said(error, path)) from error


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _replace(path: Path, content: bytes) -> None:
    beside = path.parent / f".{secrets.token_hex(8)}.part"
    # Only its owner may read it: it holds what the client told in confidence.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network shares cannot; the file itself is complete.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _said(error: OSError, path: Path) -> Message:
    folder, name = str(path.parent), path.name
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return message("report_no_folder", folder=folder)
    if isinstance(error, IsADirectoryError):
        return message("report_is_folder", name=name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return message("report_disk_full", folder=folder)
    if isinstance(error, PermissionError):
        # An existing file in a folder that can be written to is held by another program.
        if path.exists() and os.access(path.parent, os.W_OK):
            return message("report_file_in_use", name=name)
        return message("report_folder_not_writable", folder=folder)
    if error.errno == errno.EROFS:
        return message("report_folder_not_writable", folder=folder)
    if error.errno == errno.ENAMETOOLONG:
        return message("report_name_too_long", name=name)
    return message("report_not_written", name=name, reason=error.strerror or "")
