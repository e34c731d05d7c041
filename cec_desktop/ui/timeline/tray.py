"""The tray of entries without a day, with the legend of the fills at its right end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolButton, QWidget

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Chip, Key
from cec_desktop.ui.timeline.geometry import Rect
from cec_desktop.ui.timeline.measure import Type
from cec_desktop.ui.timeline.pencil import Fonts, Pencil

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from cec_desktop.i18n.words import Words
    from cec_desktop.ui.theme import Theme

HEIGHT: Final = 30
DRAG_FROM: Final = 4.0
"""Pixels the pointer moves before a press is a drag."""
_CHIP: Final = 21
_ICON: Final = 16
_NAME_X: Final = 12.0
_SWATCH: Final = (18.0, 12.0)


class ChipButton(QAbstractButton):
    """An entry without a day: a click selects it, a double click or Enter opens it, a drag gives it a day."""

    opened = Signal()
    removed = Signal()
    dragged = Signal(object)
    """Where on the screen the entry was dragged to (a QPointF), and whether it should snap to nothing."""
    dropped = Signal()
    taken_back = Signal()

    def __init__(self, chip: Chip, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._theme, self._fonts = theme, fonts
        self.chosen = False
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setText(chip.text)
        self.setAccessibleName(chip.said)
        self.setToolTip(chip.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        width = self._fonts.width(self.chip.text, Type.BODY) + _ICON + 22
        return QSize(round(width), round(_CHIP * self._fonts.growth))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button went down: a click, or the beginning of a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moved: from some pixels on the entry goes along."""
        far = self._pressed is not None and (event.position() - self._pressed).manhattanLength() >= DRAG_FROM
        if not self._dragging and far:
            self._dragging = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.DragMoveCursor)
            self.grabKeyboard()
        if self._dragging:
            free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.dragged.emit((event.globalPosition(), free))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The button was let go: the entry stays where it was dragged to."""
        self._pressed = None
        if self._dragging:
            self._end_drag()
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """It was hidden: what was being dragged goes back."""
        super().hideEvent(event)
        self._take_back()

    def _take_back(self) -> None:
        if self._dragging:
            self._end_drag()
            self._pressed = None
            self.taken_back.emit()

    def _end_drag(self) -> None:
        self._dragging = False
        self.releaseKeyboard()
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click."""
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key went down."""
        if self._dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it."""
        painter = QPainter(self)
        pencil = Pencil(painter, self._theme, self._fonts)
        whole = Rect(0, 0, self.width(), self.height())
        token = self.chip.lane.token
        if self.hasFocus() or self.chosen:
            pencil.rounded(whole, "surface", "focus", width=2)
        else:
            pencil.rounded(whole, "hover" if self.underMouse() else "surface", token, dashed=True)
        pencil.icon(7, whole.h / 2, _ICON, token, token)
        pencil.text(_ICON + 13, whole.h / 2, self.chip.text, Type.BODY, "text")
        painter.end()


class Tray(QWidget):
    """Shows the chips that fit, the others in a menu."""

    selection_requested = Signal(str, str)
    open_requested = Signal(str, str)
    remove_requested = Signal(str, str)
    dragged = Signal(object, object)
    """A chip, and where it was dragged to: see :attr:`ChipButton.dragged`."""
    dropped = Signal()
    taken_back = Signal()

    def __init__(self, names_width: float, words: Words, theme: Theme, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._names, self._words, self._theme, self._fonts = names_width, words, theme, fonts
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[ChipButton] = []
        self._fills: tuple[Fill, ...] = ()
        self._selected: Key | None = None
        self._more = QToolButton(self)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(400, round(HEIGHT * self._fonts.growth))

    def minimumSizeHint(self) -> QSize:
        """The least size it can do with."""
        return QSize(80, round(HEIGHT * self._fonts.growth))

    @property
    def chips(self) -> list[ChipButton]:
        """The chips there are, in view or not."""
        return self._buttons

    def display(self, chips: Sequence[Chip], fills: Sequence[Fill]) -> None:
        """Show entries without a day, and the legend of fills."""
        self._fills = tuple(fills)
        if tuple(chips) != self._chips:
            focused = next((button.chip.key for button in self._buttons if button.hasFocus()), None)
            self._chips = tuple(chips)
            self._rebuild()
            for button in self._buttons:
                if button.chip.key == focused:
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(chips))
        self._lay_out()
        self.update()

    def select(self, key: Key | None) -> None:
        """Show which entry is selected."""
        self._selected = key
        for button in self._buttons:
            button.chosen = button.chip.key == key
            button.update()

    def dress(self, names_width: float, words: Words, theme: Theme, fonts: Fonts) -> None:
        """Take words, colours, type."""
        self._names, self._words, self._theme, self._fonts = names_width, words, theme, fonts
        self._rebuild()
        self._lay_out()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything for the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it."""
        painter = QPainter(self)
        pencil = Pencil(painter, self._theme, self._fonts)
        height = self.height()
        pencil.fill(Rect(0, 0, self.width(), height), "surface")
        pencil.fill(Rect(0, 0, self._names, height), "sunken")
        pencil.text(_NAME_X, height / 2, self._words.pgettext("lane", "Undated"), Type.CAPTION, "muted")
        pencil.down(self._names, 0, height, "border")
        pencil.across(0, self.width(), height - pencil.thick(1), "border")
        self._paint_legend(pencil)
        painter.end()

    def legend(self) -> list[tuple[Fill, str]]:
        """The fills in the picture with their words, as many as have room."""
        _ = self._words
        said = {
            Fill.COUNTS: _.pgettext("legend", "counts"),
            Fill.NOT_COUNTED: _.pgettext("legend", "does not count"),
            Fill.NOT_KNOWN: _.pgettext("legend", "not known"),
            Fill.PROJECTED: _.pgettext("legend", "projected"),
            Fill.OUTSIDE: _.pgettext("legend", "outside the window"),
        }
        return [(fill, said[fill]) for fill in self._fills]

    def _legend_width(self) -> float:
        return sum(_SWATCH[0] + 24 + self._fonts.width(text, Type.SECOND) for _, text in self.legend())

    def _paint_legend(self, pencil: Pencil) -> None:
        if self._more.isVisible() or self._chips_right() + self._legend_width() > self.width():
            return
        x, middle = self.width() - self._legend_width(), self.height() / 2
        for fill, text in self.legend():
            swatch = Rect(x, middle - _SWATCH[1] / 2, *_SWATCH)
            pencil.pattern(swatch, fill)
            if fill is Fill.PROJECTED:
                pencil.frame(swatch, "work", dashed=True)
            elif fill is not Fill.COUNTS:
                pencil.frame(swatch, "undetermined" if fill is Fill.NOT_KNOWN else "work")
            pencil.text(x + _SWATCH[0] + 7, middle, text, Type.SECOND, "muted")
            x += _SWATCH[0] + 24 + self._fonts.width(text, Type.SECOND)

    def _chips_right(self) -> float:
        return (
            max((button.geometry().right() for button in self._buttons if button.isVisible()), default=0)
            + 24.0
        )

    def _rebuild(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for chip in self._chips:
            button = ChipButton(chip, self._theme, self._fonts, self)
            button.clicked.connect(lambda _on=False, key=chip.key: self.selection_requested.emit(*key))
            button.opened.connect(lambda key=chip.key: self.open_requested.emit(*key))
            button.dragged.connect(lambda place, chip=chip: self.dragged.emit(chip, place))
            button.dropped.connect(self.dropped)
            button.taken_back.connect(self.taken_back)
            if chip.leave is None:  # a leave is deleted in the form of its job
                button.removed.connect(lambda key=chip.key: self.remove_requested.emit(*key))
            self._buttons.append(button)
        self.select(self._selected)

    def _lay_out(self) -> None:
        x, height = self._names + 8, self.height()
        right = self.width() - 8.0
        hidden: list[Chip] = []
        room = right - self._more.sizeHint().width()
        for number, button in enumerate(self._buttons):
            size = button.sizeHint()
            last = number == len(self._buttons) - 1
            fits = not hidden and x + size.width() <= (right if last else room)
            button.setVisible(fits)
            if fits:
                button.setGeometry(round(x), (height - size.height()) // 2, size.width(), size.height())
                x += size.width() + 6
            else:
                hidden.append(button.chip)
        self._offer(hidden, x)

    def _offer(self, hidden: Sequence[Chip], x: float) -> None:
        """The chips without room, in a menu."""
        menu = self._more.menu()
        menu.clear()
        for chip in hidden:
            action = QAction(chip.text, menu)
            action.triggered.connect(lambda _on=False, key=chip.key: self.open_requested.emit(*key))
            menu.addAction(action)
        self._more.setText(self._words.plural("{n} more", "{n} more", len(hidden)))
        self._more.setVisible(bool(hidden))
        if hidden:
            size = self._more.sizeHint()
            self._more.setGeometry(
                round(x), (self.height() - size.height()) // 2, size.width(), size.height()
            )
