"""Who sits here: the name that is kept with every change."""

from __future__ import annotations

import getpass
import platform
import sys

from cec_desktop.storage.author import Author


def author_here(name: str = "") -> Author:
    """The person at this desk: the name that was set, else the full name of the system's account."""
    return Author(name.strip() or account_name(), platform.node())


def account_name() -> str:
    """The full name of the system's account, else the name it logs in with."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in a container
        return ""
    return _full_name(login) or login


def _full_name(login: str) -> str:
    if sys.platform == "win32":
        import ctypes

        display = 3  # NameDisplay
        buffer = ctypes.create_unicode_buffer(256)
        size = ctypes.c_ulong(len(buffer))
        known = ctypes.windll.secur32.GetUserNameExW(display, buffer, ctypes.byref(size))
        return buffer.value if known else ""
    import pwd

    try:
        return pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
