"""Where the program keeps things on this computer: the folders the system gives to this person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.preferences.page import Page, Said
from cec_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder, and what is kept there."""

    what: Said
    path: Path

    @property
    def folder(self) -> Path:
        """The folder to look into."""
        return self.path if self.path.is_dir() else self.path.parent


class PlacesPage(Page):
    """Paths that can be copied, each with a button that shows its folder."""

    def __init__(self, places: Sequence[Place], words: Words, theme: Theme) -> None:
        super().__init__(lambda _: _("Places"), words, theme)
        self.add_hint(
            lambda _: _(
                "Clients stand in casebooks alone, encrypted. Settings and problem reports hold nothing "
                "about them. Make backup copies of the casebooks."
            )
        )
        self.paths: list[QLabel] = []
        for place in places:
            self.add(place.what, self._row(place))

    def _row(self, place: Place) -> QWidget:
        row = QWidget(self)
        path, show = QLabel(str(place.path), row), QPushButton(row)
        path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        path.setWordWrap(True)
        path.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.phrases.say(show.setText, lambda _: _("Open folder"))
        self.phrases.say(show.setAccessibleName, lambda _: _("Open folder: {what}", what=place.what(_)))
        show.setEnabled(place.folder.is_dir())
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.folder))))
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.dp(10))
        box.addWidget(path, 1)
        box.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.paths.append(path)
        row.setFocusProxy(path)
        return row
