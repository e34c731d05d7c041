"""The band over a page that shows a scratch copy: what it changes, taking it over, throwing it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.what_if import figures, turned
from cec_desktop.ui import style
from cec_desktop.ui.icons import pixmap
from cec_desktop.ui.live import Phrases
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.whatif.cells import FigureRow
from cec_desktop.ui.whatif.details import TrialDetails

if TYPE_CHECKING:
    from cec_desktop.casefile.message import Message
    from cec_desktop.rules.findings import Assessment


class WhatIfBand(QFrame):
    """Stands for as long as the what-if lasts."""

    take_over_requested = Signal()
    throw_away_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._theme = Phrases(words), theme
        self._shown: tuple[Assessment, Assessment, tuple[Message, ...]] | None = None
        style.set_ground(self, "selection")
        self.shape, self.title, self.hint = QLabel(self), QLabel(self), QLabel(self)
        style.set_role(self.title, "heading")
        style.set_role(self.hint, "second", "muted")
        self.hint.setWordWrap(True)
        self.figures = FigureRow(words, theme, self)
        self.more = QPushButton(self)
        style.set_kind(self.more, "link")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_details)
        self.throw_away, self.take_over = QPushButton(self), QPushButton(self)
        style.set_kind(self.take_over, "primary")
        self.throw_away.clicked.connect(self.throw_away_requested)
        self.take_over.clicked.connect(self.take_over_requested)
        self.details = TrialDetails(words, theme, self)
        self.details.hide()
        self._lay_out()
        self._say_phrases()
        self.setFocusProxy(self.throw_away)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.hint)
        first = QHBoxLayout()
        first.setSpacing(style.dp(10))
        first.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(names, 1)
        for button in (self.more, self.throw_away, self.take_over):
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(style.dp(14), style.dp(7), style.dp(14), style.dp(8))
        grid.setVerticalSpacing(style.dp(6))
        grid.addLayout(first, 0, 0)
        grid.addWidget(self.figures, 1, 0)
        grid.addWidget(self.details, 2, 0)

    def _say_phrases(self) -> None:
        say = self._phrases.say
        say(self.title.setText, lambda _: _("What if"))
        say(self.take_over.setText, lambda _: _("Take over"))
        say(self.take_over.setToolTip, lambda _: _("Make these changes in the file, as one step"))
        say(self.throw_away.setText, lambda _: _("Throw away"))
        say(self.throw_away.setToolTip, lambda _: _("Show the file as it is again"))
        say(self.more.setText, lambda _: _("Details"))
        say(self.more.setToolTip, lambda _: _("What was tried, and which conditions turn"))

    def display(self, real: Assessment, tried: Assessment, changes: Sequence[Message]) -> None:
        """Compare what is said of the file with what is said of its scratch copy."""
        self._shown = (real, tried, tuple(changes))
        self.figures.display(figures(real, tried))
        self.details.display(changes, turned(real, tried), tried.on)
        self._say_changes()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.figures.set_words(words)
        self.details.set_words(words)
        self._say_changes()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.shape.setPixmap(pixmap("whatif", theme, style.dp(18), self.devicePixelRatioF(), "accent"))
        self.figures.set_theme(theme)
        self.details.set_theme(theme)

    def _say_changes(self) -> None:
        _ = self._phrases.words
        count = len(self._shown[2]) if self._shown is not None else 0
        self.hint.setText(
            _.plural(
                "{n} change, kept apart from the file until you take it over, also when you lock or close",
                "{n} changes, kept apart from the file until you take them over, also when you lock or close",
                count,
            )
            if count
            else _("Try other dates, hours or scores: the file stays as it is until you take them over")
        )
        self.take_over.setEnabled(bool(count))
        self.more.setVisible(bool(count))
        if not count:
            self.more.setChecked(False)
        self.setAccessibleName(f"{self.title.text()}. {self.hint.text()}")

    def _show_details(self, on: bool) -> None:
        self.details.setVisible(on)
