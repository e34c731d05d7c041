"""Varying hours as small bars: each as wide as its days, as high as its hours a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cec_desktop.casefile.dates import earliest, latest
from cec_desktop.casefile.model import HoursRow
from cec_desktop.i18n.words import Words
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.theme import Theme

_WEEK = 7


def hours_a_week(row: HoursRow, open_end: date) -> Fraction | None:
    """The hours of a row as so many a week; None where they or its days are not known."""
    if row.hours is None or row.start is None:
        return None
    if row.per == "week":
        return Fraction(row.hours)
    end = latest(row.end) if row.end is not None else open_end
    days = (end - earliest(row.start)).days + 1
    return Fraction(row.hours) * _WEEK / days if days > 0 else None


class HoursChart(QWidget):
    """The bars, with the line of full-time hours across them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[HoursRow] = ()
        self._full_time = Fraction(30)
        self._open_end = date.max
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[HoursRow], open_end: date, full_time: Fraction, words: Words) -> None:
        """Show rows of hours; one that goes on is drawn to ``open_end``."""
        self._rows = [row for row in rows if row.start is not None and earliest(row.start) <= open_end]
        self._open_end, self._full_time = open_end, full_time
        _ = words
        self.setAccessibleName(
            _.plural("Bar chart of {n} row of hours", "Bar chart of {n} rows of hours", len(self._rows))
        )
        self.setVisible(bool(self._rows))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as two lines."""
        return QSize(dp(260), dp(44))

    def bars(self) -> list[QRectF]:
        """Where each row's bar stands, in the order of the rows; one without hours has no height."""
        if not self._rows:
            return []
        first = min(earliest(row.start) for row in self._rows if row.start is not None).toordinal()
        last = max(self._last(row) for row in self._rows).toordinal() + 1
        heights = [hours_a_week(row, self._open_end) or Fraction(0) for row in self._rows]
        top = max(*heights, self._full_time)
        room = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        scale = room.width() / max(1, last - first)
        found = []
        for row, high in zip(self._rows, heights, strict=True):
            assert row.start is not None
            left = room.left() + (earliest(row.start).toordinal() - first) * scale
            right = room.left() + (self._last(row).toordinal() + 1 - first) * scale
            height = room.height() * float(high / top)
            found.append(QRectF(left, room.bottom() - height, max(1.0, right - left - 1), height))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars on a base line, and where full time is."""
        painter = QPainter(self)
        painter.setFont(font("caption"))
        painter.setPen(QPen(self._theme.colour("border-strong"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for bar in self.bars():
            painter.fillRect(bar, self._theme.colour("work"))
        heights = [hours_a_week(row, self._open_end) or Fraction(0) for row in self._rows]
        if heights:
            line = (
                self.height()
                - 1
                - (self.height() - 1) * float(self._full_time / max(*heights, self._full_time))
            )
            pen = QPen(self._theme.colour("text"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(0, round(line), self.width(), round(line))

    def _last(self, row: HoursRow) -> date:
        return (
            latest(row.end) if row.end is not None else max(self._open_end, earliest(row.start or date.min))
        )
