"""The words beside a field: a date read back, a month alone, or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Note
from cec_desktop.ui.icons import outcome_pixmap, pixmap
from cec_desktop.ui.style import dp, restyle, set_kind, set_role
from cec_desktop.ui.theme import Theme

_SHAPES = {"month": "undetermined", "wrong": "not_met"}
_INKS = {"wrong": "not-met", "hint": "muted"}


class NoteLine(QWidget):
    """Shape, sentence, and where there is another reading, a link to it."""

    followed = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._note: Note | None = None
        self._shape = QLabel(self)
        self._text = QLabel(self)
        set_role(self._text, "second")
        self._link = QPushButton(self)
        set_kind(self._link, "link")
        # A click must not take the keyboard, or leaving the field would save the reading not meant.
        self._link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._link.setProperty("size", "small")
        self._link.clicked.connect(self.followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(dp(5))
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._row = row

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text() if self._note is not None else ""

    @property
    def link(self) -> QPushButton:
        """The other reading."""
        return self._link

    def show_note(self, note: Note | None) -> None:
        """Show a note, or nothing."""
        _ = self._words
        self._note = note
        self.setVisible(note is not None)
        if note is None:
            return
        # A sentence takes the whole width and wraps; a reading stands before its link.
        self._text.setWordWrap(not note.link)
        self._row.setStretch(1, 0 if note.link else 1)
        self._row.setStretch(3, 1 if note.link else 0)
        self._text.setText(note.text)
        hint = note.kind == "hint"
        self._link.setText(note.link if hint or not note.link else _("{reading}?", reading=note.link))
        self._link.setVisible(bool(note.link))
        # What stands there for good is reached by keyboard too; while one types, Tab would save first.
        self._link.setFocusPolicy(Qt.FocusPolicy.TabFocus if hint else Qt.FocusPolicy.NoFocus)
        self._paint_shape()

    def wanted_width(self) -> int:
        """How wide the words are on one line."""
        if self._note is None:
            return 0
        link = self._link.sizeHint().width() + dp(5) if self._note.link else 0
        return dp(14 + 5 + 4) + self._text.fontMetrics().horizontalAdvance(self._note.text) + link

    def set_words(self, words: Words) -> None:
        """Speak another language; the field says its note again by itself."""
        self._words = words

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        if self._note is not None:
            self._paint_shape()

    def _paint_shape(self) -> None:
        if self._note is None:
            return
        self._shape.setVisible(self._note.kind != "hint")
        shape = _SHAPES.get(self._note.kind)
        ratio, size = self.devicePixelRatioF(), dp(14)
        picture = (
            pixmap("calendar", self._theme, size, ratio, "muted")
            if shape is None
            else outcome_pixmap(shape, self._theme, size, ratio)
        )
        self._shape.setPixmap(picture)
        self._shape.setFixedSize(QSize(size, size + dp(2)))
        self._text.setProperty("ink", _INKS.get(self._note.kind, "text"))
        restyle(self._text)
