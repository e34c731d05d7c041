"""What is left of a pane that is folded: the outcomes of the list, the verdict of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QToolButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui import style
from cec_desktop.ui.file_list_model import FileListModel
from cec_desktop.ui.icons import paint_icon, paint_outcome
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.rows import RowDelegate
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from cec_desktop.practice.view import CaseView

_VERDICTS: Final = {
    "met": N_("Eligibility: member on {day}"),
    "not_met": N_("Eligibility: not a member on {day}"),
    "undetermined": N_("Eligibility: undetermined on {day}"),
}


class ListRail(QWidget):
    """The folded file list: search, the outcome of every file, a new file."""

    search_requested = Signal()
    new_requested = Signal()
    chosen = Signal(str)
    """The id of a file that was clicked."""

    def __init__(
        self, model: FileListModel, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._phrases, self._tints, self._model = Phrases(words), Tints(theme), model
        style.set_ground(self, "window")
        self.search, self.add = QToolButton(self), QToolButton(self)
        self._tints.put(self.search.setIcon, "search")
        self._tints.put(self.add.setIcon, "add")
        for put in (self.search.setToolTip, self.search.setAccessibleName):
            self._phrases.say(put, lambda _: _("Search files (Ctrl+F)"))
        for put in (self.add.setToolTip, self.add.setAccessibleName):
            self._phrases.say(put, lambda _: _("New file (Ctrl+N)"))
        self.view = QListView(self)
        self.view.setModel(model)
        self._delegate = RowDelegate(theme, 40, self.view)
        self._delegate.shapes_only = True
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._phrases.say(self.view.setAccessibleName, lambda _: _("Client files"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, style.dp(6), 0, style.dp(6))
        box.addWidget(self.search, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.view, 1)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignHCenter)
        self.search.clicked.connect(self.search_requested)
        self.add.clicked.connect(self.new_requested)
        self.view.clicked.connect(lambda index: self._choose(index.row()))

    def choose(self, case_id: str | None) -> None:
        """Show which file is open."""
        at = self._model.place_of(case_id) if case_id is not None else None
        if at is None:
            self.view.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self._model.index(at), flags)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        self._delegate.theme = theme

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._model.rows()[row].case_id)


class PanelRail(QWidget):
    """The folded panel: the outcome, whether something is to be noted, and the verdict in words, upright."""

    opened = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._view: CaseView | None = None
        style.set_ground(self, "surface")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def display(self, view: CaseView) -> None:
        """Show what is said of a file."""
        self._view = view
        self.setAccessibleName(self.sentence())
        self.setToolTip(self.sentence())
        self.update()

    def sentence(self) -> str:
        """The verdict in words."""
        if self._view is None:
            return ""
        assessment = self._view.assessment
        return self._words(_VERDICTS[assessment.membership.outcome.value], day=assessment.on)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        if self._view is not None:
            self.display(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(style.dp(40), style.dp(200))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click brings the panel out."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Arrow, shapes, and the sentence from top to bottom."""
        super().paintEvent(event)
        painter = QPainter(self)
        side, left = style.dp(18), (self.width() - style.dp(18)) / 2
        top = float(style.dp(10))
        painter.save()
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)  # the arrow points to where the panel will be
        paint_icon(painter, QRectF(left, top, side, side), "chevron-right", self._theme, "muted")
        painter.restore()
        if self._view is not None:
            top += style.dp(30)
            outcome = self._view.assessment.membership.outcome.value
            paint_outcome(painter, QRectF(left, top, side, side), outcome, self._theme)
            if self._view.assessment.advisories:
                top += style.dp(30)
                paint_outcome(painter, QRectF(left, top, side, side), "advisory", self._theme)
            self._paint_sentence(painter, top + style.dp(32))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_sentence(self, painter: QPainter, top: float) -> None:
        font = style.font("strong")
        metrics = QFontMetricsF(font)
        room = self.height() - top - style.dp(8)
        text = metrics.elidedText(self.sentence(), Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.translate((self.width() - metrics.height()) / 2 + metrics.descent(), top)
        painter.rotate(90)
        painter.drawText(0, 0, text)
        painter.restore()
