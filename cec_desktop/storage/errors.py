"""What can go wrong with a casebook, each with a sentence a person can act on."""

# ruff: noqa: N818 - an error is named by what happened

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from cec_desktop.casefile.message import Message, message

# SQLite says these in words; the driver passes no codes on.
_NO_ROOM = "disk is full"
_READ_ONLY = ("readonly database", "unable to open")
_BUSY = "is locked"


class CasebookError(Exception):
    """The casebook cannot do what was asked; ``message`` says why, and nothing was changed."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.id)
        self.message = reason


class CasebookMissing(CasebookError):
    """There is no file at the path."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_missing", file=path.name))


class CasebookExists(CasebookError):
    """A new casebook was to be made where a file already is."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_exists", file=path.name))


class NotACasebook(CasebookError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_not_one", file=path.name))


class EmptyPassphrase(CasebookError):
    """A casebook is never made without a passphrase."""

    def __init__(self) -> None:
        super().__init__(message("casebook_empty_passphrase"))


class WrongPassphrase(CasebookError):
    """The passphrase does not open the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_wrong_passphrase", file=path.name))


class NewerSchema(CasebookError):
    """A later version of the program wrote the file; it was not touched."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_newer_schema", file=path.name))


class CasebookInUse(CasebookError):
    """Another program has the casebook open."""

    def __init__(self, path: Path, user: str, machine: str, since: str) -> None:
        super().__init__(
            message("casebook_in_use", file=path.name, user=user, machine=machine, since=since)
            if user
            else message("casebook_in_use_unknown", file=path.name)
        )


class CasebookClosed(CasebookError):
    """The casebook was closed, as when the program locked itself."""

    def __init__(self) -> None:
        super().__init__(message("casebook_closed"))


class CasebookMoved(CasebookError):
    """The file was moved, deleted or replaced while it was open; nothing more is written to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_moved", file=path.name))


class CasebookDamaged(CasebookError):
    """The file opens, but what it holds cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(message("casebook_damaged", file=path.name))


class CasebookUnavailable(CasebookError):
    """The surroundings refuse: disk full, no permission, another program in the way."""


class UpgradeFailed(CasebookError):
    """Bringing an older casebook up to date failed; the file is as it was, and so is the copy."""

    def __init__(self, path: Path, copy: Path) -> None:
        super().__init__(message("casebook_upgrade_failed", file=path.name, copy=copy.name))


class FileNumberTaken(CasebookError):
    """Another client file of the casebook has the number."""

    def __init__(self, file_number: str) -> None:
        super().__init__(message("casebook_number_taken", number=file_number))


class CaseGone(CasebookError):
    """The client file is not, or no longer, in the casebook."""

    def __init__(self) -> None:
        super().__init__(message("casebook_case_gone"))


class CaseUnreadable(CasebookError):
    """A stored client file is not sound for this version of the program; it stays as it is."""

    def __init__(self, file_number: str) -> None:
        super().__init__(message("casebook_case_unreadable", number=file_number))


class CaseChanged(CasebookError):
    """The client file was changed since it was read; nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__(message("casebook_case_changed"))


def unavailable(path: Path, error: OSError) -> CasebookUnavailable:
    """What the system says of a file that cannot be reached."""
    reason = "casebook_no_permission" if isinstance(error, PermissionError) else "casebook_unreachable"
    return CasebookUnavailable(message(reason, file=path.name))


def database_error(path: Path, error: DBAPIError) -> CasebookError:
    """The plain error behind one of the database driver."""
    said = str(error.orig)
    if _NO_ROOM in said:
        return CasebookUnavailable(message("casebook_disk_full", file=path.name))
    if any(words in said for words in _READ_ONLY):
        return CasebookUnavailable(message("casebook_no_permission", file=path.name))
    if _BUSY in said:
        return CasebookUnavailable(message("casebook_busy", file=path.name))
    return CasebookDamaged(path)
