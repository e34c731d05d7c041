"""Room for a table and the form of the row chosen: beside or below each other, or the table alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.splitter import Splitter
from cec_desktop.ui.style import dp, set_role
from cec_desktop.ui.tables.entry_pane import EntryPane
from cec_desktop.ui.tables.record_table import RecordTable
from cec_desktop.ui.theme import Theme

BESIDE_WIDTH = 1000
"""From this width on the form stands to the right of the table."""
FORM_WIDTH = 360
STANDING_HEIGHT = 290
"""Below this height the form opens on Enter instead of standing."""


class TableAndForm(QWidget):
    """Lays out a table, what stands in its place while it is empty, and the form."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._moved = False
        self._wanted = False
        self._opened = False
        self.splitter = Splitter(Qt.Orientation.Vertical, words, theme, self)
        self.stack = QStackedWidget(self.splitter)
        self._nothing = QLabel(self.stack)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(dp(14))
        set_role(self._nothing, "body", "muted")
        self.splitter.splitterMoved.connect(self._splitter_moved)
        self.splitter.reset_requested.connect(self._reset_split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def hold(self, table: RecordTable, entry: EntryPane) -> None:
        """Take the table, a child of the stack, and the form, a child of the splitter.

        They are made where they stay: moving a form into its place makes every part of it be styled again.
        """
        self._table, self._entry = table, entry
        self.stack.addWidget(table)
        self.stack.addWidget(self._nothing)
        self.splitter.setStretchFactor(0, 1)

    @property
    def emptiness(self) -> str:
        """What stands in the table's place while the list is empty."""
        return self._nothing.text() if self.stack.currentWidget() is self._nothing else ""

    def show_rows(self, any_rows: bool) -> None:
        """Show the table, or what stands in its place."""
        self.stack.setCurrentIndex(0 if any_rows else 1)

    def show_form(self, wanted: bool) -> None:
        """Show the form, where there is room for it to stand; without an entry there is none."""
        self._wanted = wanted
        self.fit()

    def open_form(self) -> None:
        """Show the form whatever room there is."""
        self._opened = True
        self.fit()

    def close_form(self) -> None:
        """Where there is little height the form folds away."""
        self._opened = False
        self.fit()

    def set_words(self, words: Words, nothing: str) -> None:
        """Speak another language."""
        self._words = words
        self.splitter.set_words(words)
        self._nothing.setText(nothing)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.splitter.set_theme(theme)

    def fit(self) -> None:
        """The form beside the table where there is width, below it where there is height, else on Enter."""
        beside = self.width() >= dp(BESIDE_WIDTH)
        across = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() != across:
            self.splitter.setOrientation(across)
            self.splitter.set_words(self._words)
            self._moved = False
        stands = beside or self.height() >= dp(STANDING_HEIGHT)
        shown = self._wanted and (stands or self._opened)
        self._entry.setVisible(shown)
        if shown and not self._moved:
            self._split(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit table and form to the new size."""
        super().resizeEvent(event)
        self.fit()

    def _split(self, beside: bool) -> None:
        """The table takes what its rows need, at most three fifths; the form has the rest."""
        if beside:
            self.splitter.setSizes([self.width() - dp(FORM_WIDTH), dp(FORM_WIDTH)])
            return
        wanted = min(self._table.wanted_height(), max(self.height() * 3 // 5, self.height() - dp(210)))
        table = max(dp(26 * 3), min(wanted, self.height() - dp(130)))
        table = self._table.whole_rows(table)
        self.splitter.setSizes([table, self.height() - table - self.splitter.handleWidth()])

    def _splitter_moved(self) -> None:
        self._moved = True

    def _reset_split(self) -> None:
        self._moved = False
        self.fit()
