"""What stands in the file list when nothing is found: the nearest name, and what was not searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.file_list_model import client_name

if TYPE_CHECKING:
    from cec_desktop.practice.list_rows import ListRow
    from cec_desktop.ui.live import Phrases


class NothingFound(QWidget):
    """Stands in for the list when nothing is found."""

    widen = Signal()
    nearest_chosen = Signal(str)

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._shown: tuple[str, ListRow | None, int] = ("", None, 0)
        self.title, self.unseen = QLabel(self), QLabel(self)
        self.nearest, self.widen_button = QPushButton(self), QPushButton(self)
        style.set_role(self.title, "strong")
        style.set_role(self.unseen, "second", "muted")
        for label in (self.title, self.unseen):
            label.setWordWrap(True)
        for button in (self.nearest, self.widen_button):
            style.set_kind(button, "link")
        phrases.say(self.widen_button.setText, lambda _: _("Search them too"))
        self.widen_button.clicked.connect(self.widen)
        self.nearest.clicked.connect(self._choose_nearest)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(12), style.dp(14), style.dp(12), style.dp(14))
        left = Qt.AlignmentFlag.AlignLeft
        box.addWidget(self.title)
        box.addWidget(self.nearest, 0, left)
        box.addWidget(self.unseen)
        box.addWidget(self.widen_button, 0, left)
        box.addStretch()

    def say(self, words: str, nearest: ListRow | None, unseen: int) -> None:
        """What was looked for, the name that comes nearest, and how many files were not searched."""
        self._shown = (words, nearest, unseen)
        self.say_again()

    def say_again(self) -> None:
        """The same in the language of now."""
        _ = self._phrases.words
        words, nearest, unseen = self._shown
        self.title.setText(
            _("No file matches “{words}”.", words=words.strip()) if words.strip() else _("No file here.")
        )
        self.nearest.setVisible(nearest is not None)
        if nearest is not None:
            name = client_name(nearest.family_name, nearest.given_names)
            self.nearest.setText(_("Nearest: {name}", name=name))
        self.unseen.setVisible(bool(unseen))
        self.widen_button.setVisible(bool(unseen))
        self.unseen.setText(
            _.plural("{n} other file was not searched.", "{n} other files were not searched.", unseen)
        )

    def _choose_nearest(self) -> None:
        nearest = self._shown[1]
        if nearest is not None:
            self.nearest_chosen.emit(nearest.case_id)
