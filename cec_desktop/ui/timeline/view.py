"""The timeline of an open file: toolbar, lanes, tray, overview; it asks for edits and makes none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.casefile.edits import remove_item
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Key, Lane
from cec_desktop.ui.timeline.canvas import TimelineCanvas
from cec_desktop.ui.timeline.empty import EmptyFoot
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.gestures.dating import DateEntry
from cec_desktop.ui.timeline.overview import Overview
from cec_desktop.ui.timeline.readout import readout
from cec_desktop.ui.timeline.readout_box import ReadoutBox
from cec_desktop.ui.timeline.toolbar import TimelineToolbar
from cec_desktop.ui.timeline.tray import Tray
from cec_desktop.ui.timeline.zooming import STEP, Fit

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView
    from cec_desktop.ui.theme import Theme
    from cec_desktop.ui.timeline.bars import Chip

LOW_WINDOW: Final = 680
"""In windows lower than this tray and overview wait behind the toolbar."""


class TimelineView(QWidget):
    """A file's status, work, studies and tests over time."""

    edit_requested = Signal(object)
    """An edit to make."""
    preview_requested = Signal(object)
    """An edit to show without making it; None ends that."""
    selection_requested = Signal(str, str)
    """The list and id of an entry to select; both empty for none."""
    open_requested = Signal(str, str)
    """The list and id of an entry whose form should open; the id of a gap begins with ``gap:``."""
    add_requested = Signal(str, object, object)
    """The list an entry should be added to, with its first and last day where they are given."""
    weeks_requested = Signal(str)
    """The id of the job whose week-by-week ledger should open."""
    condition_pointed = Signal(str)
    """The id of the condition that decides what is pointed at, or the keyboard is on; empty for none."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._theme = words, theme
        self._folded = False
        self.toolbar = TimelineToolbar(words, theme, self)
        self.canvas = TimelineCanvas(words, theme, self)
        board, fonts = self.canvas.board, self.canvas.fonts
        self.tray = Tray(board.sizes.names, words, theme, fonts, self)
        self.overview = Overview(board, words, theme, fonts, self)
        self.empty = EmptyFoot(words, theme, self)
        self.readout = ReadoutBox(self, theme, fonts)
        self._wanted_height = 0
        self._chip_over = False
        self._top: QWidget | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.toolbar)
        box.addWidget(self.canvas, 1)
        for part in (self.tray, self.overview, self.empty):
            box.addWidget(part)
            part.hide()
        self.setFocusProxy(self.canvas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        canvas, zoomer = self.canvas, self.canvas.zoomer
        canvas.edit_requested.connect(self.edit_requested)
        canvas.preview_requested.connect(self.preview_requested)
        canvas.selection_requested.connect(self.selection_requested)
        canvas.open_requested.connect(self.open_requested)
        canvas.add_requested.connect(self.add_requested)
        canvas.weeks_requested.connect(self.weeks_requested)
        canvas.condition_pointed.connect(self.condition_pointed)
        canvas.shown.connect(self._follow)
        canvas.told.connect(self._tell)
        for part in (self.toolbar, self.empty):
            part.add_requested.connect(lambda list_name: self.add_requested.emit(list_name, None, None))
        self.toolbar.zoom_requested.connect(lambda step: zoomer.zoom(STEP**step))
        self.toolbar.fit_requested.connect(self._fit)
        self.toolbar.snap_toggled.connect(self._snap)
        self.toolbar.draw_toggled.connect(self._draw)
        self.toolbar.strips_toggled.connect(lambda _on: self._show_parts())
        self.overview.scale_requested.connect(zoomer.show)
        self.tray.selection_requested.connect(self._choose_chip)
        self.tray.open_requested.connect(self.open_requested)
        self.tray.dragged.connect(self._drag_chip)
        self.tray.dropped.connect(canvas.drags.release)
        self.tray.taken_back.connect(canvas.drags.cancel)
        self.tray.remove_requested.connect(lambda *key: self.edit_requested.emit(remove_item(*key)))

    # What every view of a file can do

    def display(self, view: CaseView) -> None:
        """Show a file, or a preview of it while a drag lasts."""
        self.canvas.display(view)
        if view.preview:
            return  # what stands below the lanes stays while a drag lasts
        self._show_parts()
        if self._wanted_height != self.sizeHint().height():
            self._wanted_height = self.sizeHint().height()
            self.updateGeometry()

    def select(self, list_name: str, item_id: str) -> None:
        """Show which entry is selected."""
        self.canvas.chooser.select(list_name, item_id)
        self.tray.select(Key(list_name, item_id) if item_id else None)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.toolbar.set_words(words)
        self.overview.set_words(words)
        self.empty.set_words(words)
        self.canvas.set_words(words)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        for part in (self.toolbar, self.canvas, self.overview, self.empty, self.readout):
            part.set_theme(theme)
        self._dress()

    def set_folded(self, folded: bool) -> None:
        """Fold to the overview, or show the lanes again."""
        self._folded = folded
        self._show_parts()
        self.updateGeometry()

    def act(self, act: str) -> None:
        """Press a button of the toolbar, as a menu does.

        Args:
            act: ``zoom_in``, ``zoom_out``, ``fit_life``, ``fit_window`` or ``snap``.

        Raises:
            KeyError: there is no such button.
        """
        bar = self.toolbar
        buttons = {
            "zoom_in": bar.closer,
            "zoom_out": bar.farther,
            "fit_life": bar.life,
            "fit_window": bar.window_fit,
            "snap": bar.snap,
        }
        buttons[act].click()

    def highlight_condition(self, condition_id: str | None) -> None:
        """Light the stretches a condition decided and dim the rest; None or empty ends it."""
        self.canvas.highlight_condition(condition_id)

    def sizeHint(self) -> QSize:
        """As high as the lanes and the strips below them want."""
        height = self.toolbar.sizeHint().height()
        if not self._folded:
            height += round(self.canvas.lanes_height)
        height += sum(part.sizeHint().height() for part in self._wanted_parts())
        return QSize(900, height)

    def minimumSizeHint(self) -> QSize:
        """The least size it can do with."""
        sizes = self.canvas.board.sizes
        lanes = 0 if self._folded else round(sizes.axis + sizes.ribbon + sizes.lane(1))
        strips = sum(part.sizeHint().height() for part in self._wanted_parts())
        return QSize(300, self.toolbar.sizeHint().height() + lanes + strips)

    # Following the canvas

    def _follow(self) -> None:
        shown = self.canvas.board.shown
        if shown is None:
            return
        zoomer = self.canvas.zoomer
        self.toolbar.display(shown.chart, zoomer.fit)
        self.overview.show_view(zoomer.lanes_width)

    def _tell(self) -> None:
        drags, board = self.canvas.drags, self.canvas.board
        scene, proposal = self.canvas.scene(), drags.proposal
        if proposal is None or scene is None:
            self.readout.say(None, Rect(0, 0, 0, 0), None, Rect(0, 0, 0, 0))
            return
        said = readout(board, proposal, drags.refusal)
        corner = self.canvas.viewport().mapTo(self, QPointF(0, 0))
        x, right = scene.x(proposal.first), scene.x(proposal.after)
        bar = scene.placed(proposal.key)
        rect = scene.rect(bar.rect) if bar is not None else Rect(x, scene.top, right - x, scene.sizes.bar)
        if proposal.lane is None:
            rect = scene.flag
        guide = scene.x(proposal.edge)
        self.readout.say(
            said,
            rect.moved(corner.x(), corner.y()),
            guide + corner.x(),
            Rect(2, 2, self.width() - 4, self.height() - 4),
        )

    def _fit(self, fit: Fit) -> None:
        self.canvas.zoomer.glide_to_fit(fit)
        self._follow()

    def _snap(self, on: bool) -> None:
        self.canvas.drags.snapping = on

    def _draw(self, on: bool) -> None:
        self.canvas.mouse.draws = on

    def _choose_chip(self, list_name: str, item_id: str) -> None:
        self.select(list_name, item_id)
        self.selection_requested.emit(list_name, item_id)

    def _drag_chip(self, chip: Chip, place: tuple[QPointF, bool]) -> None:
        """An entry of the tray is dragged over the lanes, or elsewhere."""
        at, free = place
        canvas = self.canvas
        over = QPointF(canvas.viewport().mapFromGlobal(at))
        x = over.x() - canvas.board.sizes.names
        self._chip_over = x >= 0 and canvas.viewport().rect().contains(over.toPoint())
        if canvas.drags.active:
            canvas.drags.move(x, free=free)
        else:
            canvas.drags.begin(DateEntry(chip, lambda: self._chip_over), x, free=free)

    # What is shown below the lanes

    def _wanted_parts(self) -> list[QWidget]:
        shown = self.canvas.board.base
        if shown is None:
            return []
        if self._folded:
            return [self.overview]
        chart = shown.chart
        if not chart.bars and not chart.chips:
            return [self.empty]
        if self._low and not self.toolbar.strips.isChecked():
            return []
        return [self.tray, self.overview] if chart.chips else [self.overview]

    @property
    def _low(self) -> bool:
        return self.window().height() < LOW_WINDOW and self.window() is not self

    def _show_parts(self) -> None:
        shown, wanted = self.canvas.board.base, self._wanted_parts()
        self.toolbar.offer_strips(self._low and not self._folded)
        self.canvas.setVisible(not self._folded)
        if shown is not None:
            fills = {stretch.fill for bar in shown.chart.in_lane(Lane.WORK) for stretch in bar.stretches}
            self.tray.display(shown.chart.chips, [fill for fill in _LEGEND if fill in fills])
        for part in (self.tray, self.overview, self.empty):
            part.setVisible(part in wanted)

    def _dress(self) -> None:
        board, fonts = self.canvas.board, self.canvas.fonts
        self.tray.dress(board.sizes.names, self._words, self._theme, fonts)
        self.overview.set_fonts(fonts)
        self.readout.set_fonts(fonts)
        self._show_parts()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the system's type changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch how high the window is."""
        super().showEvent(event)
        if self._top is not self.window():
            if self._top is not None:
                self._top.removeEventFilter(self)
            self._top = self.window()
            self._top.installEventFilter(self)
        self._show_parts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window took another height: show what has room."""
        if watched is self._top and event.type() is QEvent.Type.Resize:
            self._show_parts()
        return super().eventFilter(watched, event)


_LEGEND: Final = (Fill.COUNTS, Fill.NOT_COUNTED, Fill.NOT_KNOWN, Fill.PROJECTED)
