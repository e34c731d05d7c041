"""What stands below the lanes of a file in which nothing is entered yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.timeline.bars import Lane

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme


Say = Callable[["Words"], str]


class EmptyFoot(QWidget):
    """Says that two facts are enough for a first answer, with the two buttons that enter them."""

    add_requested = Signal(str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        style.set_ground(self, "surface")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        first, second = QLabel(self), QLabel(self)
        style.set_role(first, "strong")
        style.set_role(second, "second", "muted")
        self._phrases.say(first.setText, lambda _: _("No status and no job yet"))
        self._phrases.say(
            second.setText,
            lambda _: _("Two facts are enough for a first answer: a permit and a job. The rest can wait."),
        )
        # It gives way at the right rather than wrap, so that the foot's height does not hang on its width.
        second.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._phrases.say(second.setToolTip, lambda _: second.text())
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(first)
        text.addWidget(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(14), style.dp(6), style.dp(14), style.dp(6))
        row.setSpacing(style.dp(8))
        row.addLayout(text, 1)
        self.status = self._button("status", lambda _: _("Add status"), Lane.STATUS)
        self.job = self._button("work", lambda _: _("Add job"), Lane.WORK)
        row.addWidget(self.status)
        row.addWidget(self.job)

    def _button(self, icon: str, text: Say, lane: Lane) -> QPushButton:
        button = QPushButton(self)
        self._phrases.say(button.setText, text)
        self._tints.put(button.setIcon, icon)
        button.clicked.connect(lambda: self.add_requested.emit(lane.list_name))
        return button

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
