"""What a what-if changes, side by side: one cell a figure, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.what_if import Figure
from cec_desktop.ui import style
from cec_desktop.ui.panel.labels import ShapeLabel
from cec_desktop.ui.tables.flow import Want, flow
from cec_desktop.ui.theme import Theme


class FigureCell(QWidget):
    """One figure: what it is, the value of the file, an arrow, and the value of the scratch copy."""

    resized = Signal()
    """It asks for another width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.before, self.arrow, self.after = (QLabel(self) for _ in range(4))
        self.shapes = ShapeLabel(15, theme, self), ShapeLabel(15, theme, self)
        style.set_role(self.name, "second", "muted")
        style.set_role(self.before, "body")
        style.set_role(self.arrow, "body", "muted")
        style.set_role(self.after, "heading")
        row = QHBoxLayout()
        row.setSpacing(style.dp(6))
        for part in (self.shapes[0], self.before, self.arrow, self.shapes[1], self.after):
            row.addWidget(part)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.name)
        box.addLayout(row)

    def say(self, figure: Figure, words: Words) -> None:
        """Show a figure; one that the trial leaves as it is has one value."""
        _ = words
        name, before, after = (_.message(each) for each in (figure.name, figure.before, figure.after))
        self.name.setText(name)
        self.before.setText(before)
        self.after.setText(after)
        self.arrow.setText("→")
        for part in (self.arrow, self.after):
            part.setVisible(figure.changed)
        for shape, outcome in zip(self.shapes, figure.outcomes or (None, None), strict=True):
            shape.setVisible(outcome is not None and (shape is self.shapes[0] or figure.changed))
            if outcome is not None:
                shape.show_outcome(outcome.value)
        self.setAccessibleName(
            _("{name}: {before}, tried: {after}", name=name, before=before, after=after)
            if figure.changed
            else _("{name}: {value}", name=name, value=before)
        )

    def event(self, event: QEvent) -> bool:
        """Words that came, went or were dressed ask for another width."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return handled

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        for shape in self.shapes:
            shape.set_theme(theme)


class FigureRow(QWidget):
    """The cells one after the other; what has no room goes on in the next row."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._figures: tuple[Figure, ...] = ()
        self._cells: list[FigureCell] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def display(self, figures: Sequence[Figure]) -> None:
        """Show figures."""
        if tuple(figures) == self._figures:
            return
        self._figures = tuple(figures)
        while len(self._cells) < len(self._figures):
            cell = FigureCell(self._theme, self)
            cell.resized.connect(self._lay_out)
            self._cells.append(cell)
        for number, cell in enumerate(self._cells):
            cell.setVisible(number < len(self._figures))
        self._say()

    def cells(self) -> dict[str, FigureCell]:
        """The cells in sight by the names of their figures."""
        return {figure.id: cell for figure, cell in zip(self._figures, self._cells, strict=False)}

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for cell in self._cells:
            cell.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cells out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """All cells in one row."""
        cells = list(self.cells().values())
        width = sum(cell.sizeHint().width() for cell in cells) + self._gap * max(0, len(cells) - 1)
        return QSize(width, max((cell.sizeHint().height() for cell in cells), default=0))

    @property
    def _gap(self) -> int:
        return style.dp(24)

    def _say(self) -> None:
        for figure, cell in zip(self._figures, self._cells, strict=False):
            cell.say(figure, self._words)
        self.updateGeometry()
        self._lay_out()

    def _lay_out(self) -> None:
        cells = list(self.cells().values())
        height = max((cell.sizeHint().height() for cell in cells), default=0)
        rows = flow([Want(cell.sizeHint().width()) for cell in cells], max(1, self.width()), self._gap)
        for number, row in enumerate(rows):
            for slot in row:
                cells[slot.index].setGeometry(slot.x, number * (height + style.dp(4)), slot.width, height)
        self.setMinimumHeight(len(rows) * height + max(0, len(rows) - 1) * style.dp(4))
