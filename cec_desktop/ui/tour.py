"""A short tour of the window: points at its parts one after the other; Escape ends it at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import N_
from cec_desktop.ui import style
from cec_desktop.ui.views import widget_of

if TYPE_CHECKING:
    from cec_desktop.ui.main_window import MainWindow
    from cec_desktop.ui.theme import Theme

_RING, _GAP, _WIDTH = 3, 12, 360


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the window and what is said of it."""

    part: str
    title: str
    text: str


STEPS: Final = (
    Step(
        "list",
        N_("Every client at a glance"),
        N_(
            "The shape says the outcome, the second line the date that comes next. Ctrl+F "
            "searches everything."
        ),
    ),
    Step(
        "date",
        N_("The application date"),
        N_(
            "Everything is judged on this day, under the rules in force on it. Change it and "
            "the page follows."
        ),
    ),
    Step(
        "timeline",
        N_("The timeline"),
        N_(
            "Solid work counts, hatched work does not: point at it to read why. Drag bars, ends and the flag."
        ),
    ),
    Step(
        "tables",
        N_("The same facts in words"),
        N_(
            "Tables and forms hold what the timeline shows. Dates are typed as you say them: "
            "sep 2023, today, +6m."
        ),
    ),
    Step(
        "panel",
        N_("The answer with its reasons"),
        N_(
            "From when, until when, by how much, and every condition with its citation. "
            "Questions are answered here."
        ),
    ),
    Step(
        "what_if",
        N_("Try before you change"),
        N_("Ctrl+T works on a scratch copy and compares. F1 opens the manual. Ctrl+Z takes back any step."),
    ),
)


class Ring(QWidget):
    """A frame around the part spoken of; the pointer goes through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put_around(self, place: QRect) -> None:
        """Lie around a place of the window."""
        self.setGeometry(place)
        inside = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour of the focus."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.colour("focus"), _RING * 2))
        painter.drawRect(self.rect())
        painter.end()


class Callout(QFrame):
    """What is said of a part, with the buttons that go on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        style.set_ground(self, "raised")
        self.title, self.text, self.count = QLabel(self), QLabel(self), QLabel(self)
        self.skip, self.back, self.onward = QPushButton(self), QPushButton(self), QPushButton(self)
        style.set_role(self.title, "heading")
        style.set_role(self.count, "second", "muted")
        style.set_kind(self.skip, "link")
        style.set_kind(self.onward, "primary")
        self.text.setWordWrap(True)
        row = QHBoxLayout()
        for part in (self.count, self.skip):
            row.addWidget(part)
        row.addStretch()
        for button in (self.back, self.onward):
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(16), style.dp(12), style.dp(16), style.dp(12))
        box.setSpacing(style.dp(8))
        box.addWidget(self.title)
        box.addWidget(self.text)
        box.addLayout(row)
        self.setFixedWidth(style.dp(_WIDTH))


class Tour(QObject):
    """Goes round the parts that are there; ends with the last, with Escape, or when the casebook locks."""

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._at = window, 0
        self._ring, self.callout = Ring(window.theme, window), Callout(window)
        self.steps = tuple(step for step in STEPS if self._part(step.part) is not None)
        self.callout.onward.clicked.connect(lambda: self.go(1))
        self.callout.back.clicked.connect(lambda: self.go(-1))
        self.callout.skip.clicked.connect(self.end)
        window.locked.connect(self.end)
        window.language_changed.connect(lambda _language: self._show())
        window.installEventFilter(self)
        for part in (self.callout, self.callout.onward, self.callout.back, self.callout.skip):
            part.installEventFilter(self)
        self._show()

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.steps[self._at]

    def go(self, by: int) -> None:
        """Go on, or back; after the last step the tour is over."""
        if self._at + by >= len(self.steps):
            self.end()
        else:
            self._at = max(0, self._at + by)
            self._show()

    def end(self) -> None:
        """Take everything away."""
        self._window.removeEventFilter(self)
        for part in (self.callout, self._ring):
            part.hide()
            part.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._ring.theme = theme
        self._ring.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape skips, arrows turn; the ring follows the window."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            acts: dict[int, Callable[[], None]] = {
                Qt.Key.Key_Escape: self.end,
                Qt.Key.Key_Right: lambda: self.go(1),
                Qt.Key.Key_Left: lambda: self.go(-1),
            }
            act = acts.get(event.key())
            if act is not None:
                act()
                return True
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        _, step, callout = self._window.words, self.step, self.callout
        last = self._at == len(self.steps) - 1
        callout.title.setText(_(step.title))
        callout.text.setText(_(step.text))
        callout.count.setText(_("{n} of {all}", n=self._at + 1, all=len(self.steps)))
        callout.skip.setText(_("Skip the tour"))
        callout.back.setText(_("Back"))
        callout.onward.setText(_("Done") if last else _("Next"))
        callout.back.setEnabled(self._at > 0)
        callout.setAccessibleName(f"{callout.title.text()}. {callout.text.text()}")
        callout.onward.setAccessibleDescription(callout.accessibleName())
        for part in (self._ring, callout):
            part.show()
            part.raise_()
        self._place()
        callout.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        part = self._part(self.step.part)
        if part is None:
            return
        place = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
        self._ring.put_around(place.adjusted(-2, -2, 2, 2).intersected(self._window.rect()))
        self.callout.adjustSize()
        self.callout.move(
            beside(place, self.callout.size().width(), self.callout.height(), self._window.rect())
        )

    def _part(self, name: str) -> QWidget | None:
        space = self._window.workspace
        page = space.current() if space is not None else None
        if space is not None and name == "list":
            return space.list_pane
        if page is None:
            return None
        return {
            "date": page.header.date,
            "timeline": widget_of(page.views.timeline),
            "tables": widget_of(page.views.tables),
            "panel": page.panel_pane,
            "what_if": page.header.what_if,
        }.get(name)


def beside(place: QRect, width: int, height: int, window: QRect) -> QPoint:
    """Where a box stands beside a place: right, left, below, above, else inside; whole in the window."""
    middle = place.center()
    spots = (
        (place.right() + _GAP, middle.y() - height // 2),
        (place.left() - _GAP - width, middle.y() - height // 2),
        (middle.x() - width // 2, place.bottom() + _GAP),
        (middle.x() - width // 2, place.top() - _GAP - height),
    )
    fitting = (
        spot
        for spot in spots
        if not QRect(*_inside(*spot, width, height, window), width, height).intersects(place)
    )
    x, y = next(fitting, (middle.x() - width // 2, middle.y() - height // 2))
    return QPoint(*_inside(x, y, width, height, window))


def _inside(x: int, y: int, width: int, height: int, window: QRect) -> tuple[int, int]:
    return (
        max(_GAP, min(x, window.width() - width - _GAP)),
        max(_GAP, min(y, window.height() - height - _GAP)),
    )
