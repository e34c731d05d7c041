"""The firm's picture: seen as it is printed, on white; chosen from a file, or removed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.asking import Asker
from cec_desktop.ui.live import Phrases

LARGEST: Final = 2_000_000
"""Bytes of a picture the casebook takes."""
_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_HEIGHT, _WIDEST = 40, 220


class LogoRow(QWidget):
    """Shows the logo with the buttons that change it."""

    chosen = Signal()
    refused = Signal(object)
    """Why a picture was not taken, as words to say; None takes that back."""

    def __init__(self, asker: Asker, phrases: Phrases) -> None:
        super().__init__()
        self._asker, self._phrases = asker, phrases
        self.content: bytes | None = None
        self.picture, self.none = QLabel(self), QLabel(self)
        self.picture.setStyleSheet("background: #FFFFFF; padding: 3px;")
        style.set_role(self.none, "second", "muted")
        self.choose, self.remove = QPushButton(self), QPushButton(self)
        phrases.say(self.none.setText, lambda _: _("None: the initial of the firm stands in its place"))
        phrases.say(self.picture.setAccessibleName, lambda _: _("Logo of the firm"))
        phrases.say(self.choose.setText, lambda _: _("Choose…"))
        phrases.say(self.remove.setText, lambda _: _("Remove"))
        self.choose.clicked.connect(self.ask)
        self.remove.clicked.connect(lambda: self._take(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.picture)
        row.addWidget(self.none)
        row.addStretch()
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        self.setMinimumHeight(style.dp(_HEIGHT + 6))
        self.setFocusProxy(self.choose)
        self.show_logo(None)

    def show_logo(self, content: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self.content = content
        picture = QPixmap()
        if content is not None:
            picture.loadFromData(content)
        there = not picture.isNull()
        if there:
            room = style.dp(_WIDEST), style.dp(_HEIGHT)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(*room, keep, smooth))
        self.picture.setVisible(there)
        self.none.setVisible(not there)
        self.remove.setVisible(content is not None)

    def ask(self) -> None:
        """Ask for a picture and take it, if it is one a page can carry."""
        _ = self._phrases.words
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg)"
        found = self._asker.files_to_open(self, _("Logo of the firm"), Path.home(), kinds)
        if not found:
            return
        try:
            content = found[0].read_bytes()
        except OSError:
            self.refused.emit(lambda _: _("The picture cannot be read."))
            return
        if not _fits(content):
            self.refused.emit(lambda _: _("This is no PNG or JPEG picture of at most two megabytes."))
            return
        self._take(content)

    def _take(self, content: bytes | None) -> None:
        self.refused.emit(None)
        self.show_logo(content)
        self.chosen.emit()


def _fits(content: bytes) -> bool:
    small = len(content) <= LARGEST and content.startswith(_BEGINNINGS)
    return small and QPixmap().loadFromData(content)
