"""The typeface that comes with the program, for where the system has none or pictures must not vary."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from cec_desktop.resources import resource

_FAMILY: Final = "Source Sans 3"
_PIXELS: Final = 13


def use_own_font(application: QApplication) -> None:
    """Use the program's typeface.

    Raises:
        FileNotFoundError: it is not where it should be.
    """
    paths = sorted(resource("fonts").glob("*.ttf"))
    if not paths:
        raise FileNotFoundError(_FAMILY)
    for path in paths:
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(_FAMILY)
    font.setPixelSize(_PIXELS)
    application.setFont(font)
