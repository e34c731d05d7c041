"""Asks for the day on which what is selected is split, or ends: a small box below it, by keys alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from cec_desktop.ui import style
from cec_desktop.ui.fields.date_field import DateField
from cec_desktop.ui.fields.field import Setting
from cec_desktop.ui.remark import Remark

if TYPE_CHECKING:
    from cec_desktop.ui.timeline.bars import Bar
    from cec_desktop.ui.timeline.canvas import TimelineCanvas


class DayAsk(QFrame):
    """Enter does it, Escape or a click elsewhere leaves it; a day nothing can be cut on is refused here."""

    def __init__(self, canvas: TimelineCanvas, bars: Sequence[Bar], *, splits: bool) -> None:
        super().__init__(canvas, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._canvas, self._splits = canvas, splits
        _, theme = canvas.board.words, canvas.theme
        style.set_ground(self, "raised")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = QLabel(self._words(len(bars)), self)
        style.set_role(self._label, "strong")
        self.field = DateField(_, theme, self, needed=True)
        self.field.setFixedWidth(style.dp(116))
        self.button = QPushButton(_("Split") if splits else _("End here"), self)
        self.button.setDefault(True)
        self._remark = Remark(theme, "not_met", self)
        self._lay_out()
        self._begin(self._likely(bars))
        self._place(bars[0])

    def _words(self, count: int) -> str:
        _ = self._canvas.board.words
        if self._splits:
            return _.plural("Split on, with the second part beginning:", "Split {n} entries on:", count)
        return _.plural("Last day:", "Last day of {n} entries:", count)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.dp(6))
        row.addWidget(self.field)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.dp(12), style.dp(10), style.dp(12), style.dp(8))
        column.setSpacing(style.dp(6))
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self._remark)

    def _begin(self, day: date) -> None:
        shown = self._canvas.board.shown
        today = day if shown is None else shown.chart.today
        self.field.set_setting(Setting(None if shown is None else shown.chart.on, today))
        self.field.set_accessible(self._label.text(), "")
        self.field.show_value(day)
        self.field.edit.selectAll()
        self.field.noted.connect(self._say_note)
        self.field.moved_on.connect(self._act)
        self.button.clicked.connect(self._act)

    def _likely(self, bars: Sequence[Bar]) -> date:
        """Today, or the application date, where one can be cut there; else the middle of the first."""
        shown = self._canvas.board.shown
        fits = self._fitting
        for day in () if shown is None else (shown.chart.today, shown.chart.on):
            if fits(day):
                return day
        return date.fromordinal((bars[0].first + min(bars[0].after, bars[0].first + 730)) // 2)

    def _fitting(self, day: date) -> int:
        acts = self._canvas.operations
        return len(acts.to_split(day) if self._splits else acts.to_end(day))

    def _say_note(self) -> None:
        note = self.field.note
        self._remark.say(note.text if note is not None and note.kind == "wrong" else "")
        self.adjustSize()

    def _act(self) -> None:
        if not self.field.flush():
            return
        day = self.field.value
        if not isinstance(day, date) or not self._fitting(day):
            _ = self._canvas.board.words
            self._remark.say(_("Nothing that is selected can be cut on this day."))
            self.adjustSize()
            return
        self.close()
        if self._splits:
            self._canvas.operations.split(day)
        else:
            self._canvas.operations.end(day)
        self._canvas.setFocus()

    def _place(self, bar: Bar) -> None:
        scene = self._canvas.scene()
        rect = None if scene is None else scene.bar_rect(bar)
        viewport = self._canvas.viewport()
        x = 0 if rect is None else min(max(rect.x, self._canvas.board.sizes.names), viewport.width() - 40)
        y = 0 if rect is None else rect.bottom + 6
        self.adjustSize()
        corner = viewport.mapToGlobal(QPoint(round(x), round(y)))
        screen = viewport.screen().availableGeometry()
        corner.setX(min(corner.x(), screen.right() - self.width()))
        corner.setY(min(corner.y(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
