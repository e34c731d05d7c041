"""The window: opened by the command line without a command, and for the demonstration."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cec_desktop.commands.parser import Call
from cec_desktop.commands.refusal import Refusal
from cec_desktop.i18n.words import Words


def open_window(call: Call) -> int:
    """Open the window and return its exit status.

    Raises:
        Refusal: there is no screen, or a library is missing.
    """
    if not has_screen():
        _ = call.words
        raise Refusal([_("There is no screen to open a window on. What works without: cec-desktop --help")])
    with qt_libraries(call.words):
        from cec_desktop import app

        return app.open_window(call.asked)


def open_demo(call: Call) -> int:
    """Open the window on a throw-away casebook of invented clients and return its exit status.

    Raises:
        Refusal: a library is missing.
    """
    with qt_libraries(call.words):
        from cec_desktop import app

        return app.open_demo(call.asked)


@contextmanager
def qt_libraries(_: Words) -> Iterator[None]:
    """Say in a sentence that the system lacks a library the window needs.

    Raises:
        Refusal: it does.
    """
    try:
        yield
    except ImportError as error:
        if not (error.name or "").startswith("PySide6"):
            raise
        raise Refusal(
            [_("The window needs a library that this system lacks: {reason}", reason=str(error))]
        ) from error


def has_screen() -> bool:
    """Whether a window could be seen: a display on systems that may have none."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
