"""The painted part of the timeline: axis, window, lanes and bars, and what pointer and keys do on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QToolTip, QWidget

from cec_desktop.casefile.problems import EditRefused
from cec_desktop.rules.validation import checked_edit
from cec_desktop.ui.timeline.accessible import announce_change, make_accessible
from cec_desktop.ui.timeline.bar_menu import bar_menu
from cec_desktop.ui.timeline.bars import Bar, Key, Lane, Stretch, lane_of
from cec_desktop.ui.timeline.board import Board
from cec_desktop.ui.timeline.choosing import Chooser
from cec_desktop.ui.timeline.dragging import Drags
from cec_desktop.ui.timeline.keyboard import Keyboard
from cec_desktop.ui.timeline.lighting import condition_at, lit_by
from cec_desktop.ui.timeline.measure import Sizes, Type
from cec_desktop.ui.timeline.mouse import Mouse
from cec_desktop.ui.timeline.operations import Operations
from cec_desktop.ui.timeline.painter import paint
from cec_desktop.ui.timeline.pencil import Fonts, Pencil
from cec_desktop.ui.timeline.pinching import accept_pinches, take_pinch
from cec_desktop.ui.timeline.scene import Part, Scene
from cec_desktop.ui.timeline.telling import Teller
from cec_desktop.ui.timeline.wording import lane_name
from cec_desktop.ui.timeline.zooming import Fit, Zoomer

if TYPE_CHECKING:
    from cec_desktop.casefile.edits import Edit
    from cec_desktop.i18n.words import Words
    from cec_desktop.practice.view import CaseView
    from cec_desktop.ui.theme import Theme

_NAME_ROOM = 46.0
"""Room beside a lane's name: margin, icon, gap, margin."""


class TimelineCanvas(QAbstractScrollArea):
    """Paints a file's periods and turns what pointer and keys do into requests; it changes nothing itself."""

    edit_requested = Signal(object)
    preview_requested = Signal(object)
    selection_requested = Signal(str, str)
    open_requested = Signal(str, str)
    add_requested = Signal(str, object, object)
    weeks_requested = Signal(str)
    condition_pointed = Signal(str)
    """The id of the condition that decides what is pointed at, or the keyboard is on; empty for none."""
    shown = Signal()
    """Another file, or another preview of it, is on show."""
    told = Signal()
    """What is proposed, or why not, changed: the readout says it."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fonts = Fonts()
        self._words, self._theme = words, theme
        self.board = Board(words, self.fonts.width, self._sizes())
        self.zoomer = Zoomer(self, self.board)
        self.drags = Drags(self, self.board, self.zoomer)
        self.chooser = Chooser(self)
        self.operations = Operations(self.chooser, self.board, self.ask)
        self.keyboard = Keyboard(self, self.board, self.zoomer)
        self.mouse = Mouse(self.viewport(), self, self.board, self.drags, self.zoomer)
        self.teller = Teller(self)
        self._condition: str | None = None
        self._pointed = ""
        self.menu: QMenu | None = None
        self.day_ask: QWidget | None = None
        """The question for a day, while it is open."""
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.zoomer.moved.connect(self._moved)
        self.drags.edit_requested.connect(self.edit_requested)
        self.drags.preview_requested.connect(self.preview_requested)
        self.drags.changed.connect(self._proposed)
        self.drags.drawn.connect(self._drawn)
        accept_pinches(self.viewport())
        make_accessible(self)
        self._say_name()

    # What is shown

    def display(self, view: CaseView) -> None:
        """Show a file, or a preview of it while a drag lasts."""
        if not view.preview and self.drags.interrupt():
            self.mouse.drop()
        before = self.board.base
        self.board.display(view)
        if before is None or before.chart.file_number != view.case.file_number:
            self._show_other_file()
        elif not view.preview and before.chart.window != self._window and self.zoomer.fit is Fit.WINDOW:
            self._follow_window()
        if not view.preview and not self.drags.active:
            self.chooser.prune()
        if self._condition is not None:
            self._light()
        self.drags.remark()
        self._set_range()
        self.viewport().update()
        self.shown.emit()
        if not self.drags.proposing:  # else it is told at the end of the move
            self.told.emit()
        if not view.preview:
            announce_change(self, self.board.marks.selected, self.board.marks.part)

    @property
    def _window(self) -> tuple[int, int] | None:
        return None if self.board.shown is None else self.board.shown.chart.window

    def _show_other_file(self) -> None:
        self._condition = None
        self.chooser.clear()
        self.board.first_rows.clear()
        self.verticalScrollBar().setValue(0)
        self.zoomer.fit = Fit.WINDOW
        self.zoomer.refit()

    def _follow_window(self) -> None:
        """The window moved: what a drag moved in sight stays, else the view goes along."""
        scene = self.scene()
        if scene is not None and not scene.docked:
            self.zoomer.fit = Fit.FREE
        else:
            self.zoomer.glide_to_fit(Fit.WINDOW)

    def highlight_condition(self, condition_id: str | None) -> None:
        """Light the stretches a condition decided and dim the rest; None ends it."""
        self._condition = condition_id or None
        self._light()
        self.viewport().update()

    def _light(self) -> None:
        shown = self.board.shown
        lit = None
        if shown is not None and self._condition is not None:
            lit = lit_by(self._condition, shown.view, shown.chart)
        self.board.mark(lit=lit)

    def point(self, stretch: Stretch | None) -> None:
        """Say which condition decides the stretch that is pointed at, or the keyboard is on."""
        shown = self.board.shown
        condition = "" if shown is None else condition_at(stretch, shown.view)
        if condition != self._pointed:
            self._pointed = condition
            self.condition_pointed.emit(condition)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.board.set_words(words)
        self._retype()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.viewport().update()

    @property
    def theme(self) -> Theme:
        """The theme worn."""
        return self._theme

    def scene(self) -> Scene | None:
        """The picture as it is now; None while no file is shown."""
        size = self.viewport().size()
        return self.board.scene(size.width(), size.height(), self.verticalScrollBar().value())

    @property
    def lanes_height(self) -> float:
        """The height the lanes want, with axis and ribbon."""
        sizes = self.board.sizes
        return sizes.axis + sizes.ribbon + self.board.lanes_height()

    # What keys and pointer ask for

    def ask(self, edit: Edit) -> bool:
        """Ask for an edit; False when it would be refused, which the readout then says."""
        self.teller.notice = ""
        if self.board.base is not None:
            try:
                checked_edit(edit, self.board.base.view.case)
            except EditRefused as error:
                text = "; ".join(self._words.message(problem.message) for problem in error.problems)
                self.teller.refuse(text, self.board.bar(self.board.marks.selected))
                return False
        self.edit_requested.emit(edit)
        bar = self.board.bar(self.board.marks.selected)
        if bar is not None:
            edge = bar.after if self.board.marks.part == Part.END else bar.first
            self.zoomer.reveal(edge, edge + 1)
        return True

    def say_fixed(self) -> None:
        """Say that the application date is a fact that cannot be moved."""
        if (scene := self.scene()) is not None:
            _ = self._words
            text = _("Received on {day}: the date can no longer be moved", day=scene.chart.on)
            self.teller.refuse(text)

    def open(self, bar: Bar) -> None:
        """Open an entry; a gap opens as the status that would fill it."""
        self.open_requested.emit(*bar.key)

    def ask_day(self, splits: bool) -> bool:
        """Ask for the day on which what is selected is split, or ends; False when nothing is selected."""
        bars = self.operations.chosen
        shown = self.board.shown
        if not bars or shown is None:
            return False
        from cec_desktop.ui.timeline.day_ask import DayAsk

        self.day_ask = DayAsk(self, bars, splits=splits)
        return True

    def show_weeks(self, bar: Bar) -> None:
        """Ask for the week-by-week ledger of a job."""
        self.weeks_requested.emit(bar.key.item_id)

    def add(self, lane: Lane) -> None:
        """Ask for a new entry of a lane."""
        self.add_requested.emit(lane.list_name, None, None)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it."""
        painter = QPainter(self.viewport())
        pencil = Pencil(painter, self._theme, self.fonts)
        scene = self.scene()
        if scene is None:
            painter.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        else:
            paint(pencil, scene, self.board.marks, focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything for the new size."""
        super().resizeEvent(event)
        self.zoomer.set_width(self.viewport().width())
        self._set_range()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._retype()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is pointed at, and forget it when the pointer leaves."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.teller.pointed_at(event.pos(), event.globalPos())
            return True
        if take_pinch(self, event):
            return True
        if event.type() is QEvent.Type.Leave and not self.drags.active:
            self.mouse.leave()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button went down."""
        QToolTip.hideText()
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button went up."""
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click."""
        self.mouse.double(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turned."""
        if self.mouse.wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key went down."""
        if self.drags.active:
            if event.key() == Qt.Key.Key_Escape:
                self.mouse.drop()
                self.drags.cancel()
            event.accept()
            return
        before = self.board.marks.selected
        if not self.keyboard.press(event):
            event.ignore()
        elif self.board.marks.selected not in (before, None):
            self.teller.come_to()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the entry pointed at, or with the selected one from the keyboard."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        found = None if by_key else self.mouse.hit(place)
        bar = self.board.bar(self.board.marks.selected) if found is None else found.bar
        scene = self.scene()
        if bar is None or scene is None or self.drags.active:
            return
        self.chooser.focus_on(bar.key)
        rect = scene.bar_rect(bar)
        day = scene.layout.scale.day(place.x() - scene.left) if found is not None else None
        at = event.globalPos()
        if by_key and rect is not None:
            at = self.viewport().mapToGlobal(QPointF(rect.x, rect.bottom)).toPoint()
        self.menu = bar_menu(self, bar, day)
        self.menu.popup(at)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the parts of the selected bar before it leaves the timeline."""
        return self.keyboard.step_part(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard came."""
        super().focusInEvent(event)
        marks = self.board.marks
        if marks.selected is None and marks.lane is None and not marks.on_handle:
            self.board.mark(lane=Lane.STATUS)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left."""
        super().focusOutEvent(event)
        self.keyboard.forget()
        self.teller.notice = ""
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """It was hidden: what was being dragged goes back."""
        super().hideEvent(event)
        self.mouse.drop()
        self.drags.cancel()

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(800, round(self.lanes_height))

    # Helpers

    def _sizes(self) -> Sizes:
        names = max(self.fonts.width(lane_name(lane, self._words), Type.HEADING) for lane in Lane)
        return Sizes.grown(self.fonts.growth, names + _NAME_ROOM * self.fonts.growth)

    def _retype(self) -> None:
        self.fonts = Fonts()
        self.board.set_type(self.fonts.width, self._sizes())
        self._say_name()
        self.zoomer.refit()
        self._set_range()
        self.updateGeometry()
        self.shown.emit()

    def _say_name(self) -> None:
        _ = self._words
        self.setAccessibleName(_("Timeline"))

    def _set_range(self) -> None:
        shown = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(shown)
        bar.setSingleStep(round(self.board.sizes.bar))
        bar.setRange(0, max(0, round(self.lanes_height) - shown) if self.board.shown else 0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The lanes were scrolled."""
        self.viewport().update()

    def _moved(self) -> None:
        self.viewport().update()
        self.shown.emit()
        self.told.emit()

    def _proposed(self) -> None:
        self.viewport().update()
        self.told.emit()

    def _drawn(self, list_name: str, item_id: str) -> None:
        """A drawn period was added: select it, and open it where more is to be said of it."""
        key = Key(list_name, item_id)
        if self.board.bar(key) is None:
            return
        self.chooser.choose(key)
        if lane_of(list_name) is not Lane.STATUS:
            self.open_requested.emit(list_name, item_id)
