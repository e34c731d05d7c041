"""What was tried, and which conditions turn: the long form of the band."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.rules.assess import load_rulebook
from cec_desktop.rules.findings import Outcome
from cec_desktop.ui import style
from cec_desktop.ui.panel.condition_model import OUTCOME_WORDS
from cec_desktop.ui.panel.labels import ShapeLabel
from cec_desktop.ui.panel.short import short_text
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.casefile.message import Message
    from cec_desktop.practice.what_if import Turned


class TrialDetails(QWidget):
    """Two lists beside each other: the changes, and the conditions they turn."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._shown: tuple[tuple[Message, ...], tuple[Turned, ...], date] | None = None
        self._filled: QWidget | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(28), 0, 0, 0)

    def display(self, changes: Sequence[Message], turns: Sequence[Turned], on: date) -> None:
        """Show what was tried and what turns on a day."""
        shown = (tuple(changes), tuple(turns), on)
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        if self._filled is not None:
            self._filled.hide()
            self._filled.deleteLater()
        self._filled = QWidget(self)
        row = QHBoxLayout(self._filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(24))
        if self._shown is not None:
            changes, turns, on = self._shown
            _ = self._words
            tried = [_label(_.message(change)) for change in changes]
            turning = [self._turn(turn, on) for turn in turns]
            row.addLayout(_column(_("Tried"), tried), 2)
            row.addLayout(
                _column(_("Conditions that turn") if turns else _("No condition turns"), turning), 3
            )
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._filled)
        self._filled.show()

    def _turn(self, turn: Turned, on: date) -> QWidget:
        _ = self._words
        line = QWidget(self._filled)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(6))
        states = [state or Outcome.NOT_APPLICABLE for state in (turn.before, turn.after)]
        for number, state in enumerate(states):
            if number:
                row.addWidget(_label("→", ink="muted"))
            shape = ShapeLabel(14, self._theme, line)
            shape.show_outcome(state.value)
            row.addWidget(shape)
        text = _label(short_text(turn.finding, on, load_rulebook(), _))
        row.addWidget(text)
        row.addWidget(_label(_.citation(turn.finding.citation), ink="muted"))
        row.addStretch()
        before, after = (_(OUTCOME_WORDS[state]) for state in states)
        line.setAccessibleName(
            _("{name}: {before}, tried: {after}", name=text.text(), before=before, after=after)
        )
        return line


def _column(heading: str, parts: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(style.dp(2))
    title = QLabel(heading)
    style.set_role(title, "second", "muted")
    for part in (title, *parts):
        column.addWidget(part)
    column.addStretch()
    return column


def _label(text: str, ink: str = "text") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    style.set_role(label, "body" if ink == "text" else "second", ink)
    return label
