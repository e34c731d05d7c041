"""Gives `import` back to Python once Qt is there; imported for this effect, before every module with Qt.

PySide6 replaces `__import__` by a function that reads the source of every module imported later, to see
whether it may switch on PySide's other spelling of names (`__feature__`). This program never does, and the
reading takes a fifth of the time that the modules behind the passphrase need.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts the other function there

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
