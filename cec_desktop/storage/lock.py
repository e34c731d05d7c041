"""One program at a time has a casebook open, and it says who.

The lock is the operating system's own on a small file beside the casebook, so that it ends with the
program, however that ends; the text in the file only tells who holds it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cec_desktop.storage.author import Author
from cec_desktop.storage.errors import CasebookInUse, unavailable

_LIMIT = 4096


def _lock_whole(descriptor: int) -> None:
    """Lock or raise OSError at once."""
    if sys.platform == "win32":
        import msvcrt

        # Beyond the text: a locked byte cannot be read by the program that wants to know who holds it.
        os.lseek(descriptor, _LIMIT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class CasebookLock:
    """The lock on one casebook, held until :meth:`release`."""

    def __init__(self, casebook: Path, author: Author, now: Callable[[], datetime]) -> None:
        """Take the lock.

        Raises:
            CasebookInUse: another program holds it.
            CasebookUnavailable: the folder cannot be written.
        """
        self.path = casebook.with_name(casebook.name + ".lock")
        try:
            self._descriptor = self._taken()
        except BlockingIOError:
            raise self._held(casebook) from None
        except OSError as error:
            if sys.platform == "win32" and self.path.exists():
                raise self._held(casebook) from None
            raise unavailable(casebook, error) from error
        since = now().isoformat(timespec="minutes")
        holder = {"user": author.name, "machine": author.machine, "since": since}
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, json.dumps(holder).encode()[:_LIMIT])

    def release(self) -> None:
        """Let go; the file beside the casebook disappears."""
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._descriptor)
        if sys.platform == "win32":
            with suppress(OSError):  # another program may have taken it in between
                self.path.unlink()

    def _taken(self) -> int:
        while True:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock_whole(descriptor)
                if self._still_there(descriptor):
                    return descriptor
            except OSError:
                os.close(descriptor)
                raise
            os.close(descriptor)  # the holder before us has just removed this file: take the next one

    def _still_there(self, descriptor: int) -> bool:
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        return False

    def _held(self, casebook: Path) -> CasebookInUse:
        with suppress(OSError, ValueError, KeyError, TypeError):
            holder = json.loads(self.path.read_bytes()[:_LIMIT])
            since = datetime.fromisoformat(str(holder["since"])).astimezone()
            return CasebookInUse(
                casebook, str(holder["user"]), str(holder["machine"]), f"{since:%Y-%m-%d %H:%M}"
            )
        return CasebookInUse(casebook, "", "", "")
