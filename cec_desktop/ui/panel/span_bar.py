"""From when, until when: a bar of days with today and the application, and the reason for each end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.rules.findings import Assessment, Outcome
from cec_desktop.ui.panel.labels import WrappedLabel
from cec_desktop.ui.patterns import dots_brush, hatch_brush
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.theme import Theme

_LEAST_DAYS = 120
_FAR = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Ends:
    """What the bar shows: the days of membership, sure and possible, and the days around them."""

    first: date
    last: date
    sure: tuple[date, date] | None
    possible: tuple[date, date] | None

    def share(self, day: date) -> float:
        """Where a day lies in the bar, from 0 to 1."""
        return (day - self.first).days / max(1, (self.last - self.first).days)


def ends_of(assessment: Assessment) -> Ends | None:
    """The bar of an assessment; None when the client is never a member within ten years."""
    dates, on, today = assessment.dates, assessment.on, assessment.today
    if dates.earliest is None and dates.earliest_possible is None:
        return None
    marks = [on, today]
    starts = [day for day in (dates.earliest, dates.earliest_possible) if day is not None]
    # Far ends would squeeze what matters: three years to either side say enough.
    marks += [max(day, on - _FAR) for day in starts]
    marks += [min(dates.last, on + _FAR)] if dates.last is not None else []
    first, last = min(marks), max(marks)
    pad = timedelta(days=max(_LEAST_DAYS // 4, (last - first).days // 6))
    first, last = first - pad, last + pad
    sure = possible = None
    if dates.earliest is not None:
        sure = (dates.earliest, dates.last or last)
    if dates.earliest_possible is not None and dates.earliest_possible != dates.earliest:
        before = dates.earliest - timedelta(days=1) if dates.earliest is not None else last
        possible = (dates.earliest_possible, before)
    return Ends(first, last, sure, possible)


class _Bar(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ends: Ends | None = None
        self.on = self.today = date.min
        self.today_word = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(dp(200), dp(16) + dp(14) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ends is None:
            return
        painter = QPainter(self)
        bar = QRectF(0.5, dp(16) + 0.5, self.width() - 1, dp(14))
        self._paint_days(painter, bar, self.ends)
        self._paint_today(painter, bar, self.ends)
        self._paint_flag(painter, bar, self.ends)
        painter.end()

    def _paint_days(self, painter: QPainter, bar: QRectF, ends: Ends) -> None:
        ratio = self.devicePixelRatioF()
        painter.fillRect(bar, hatch_brush(self.theme, ratio, "muted", "surface"))
        for days, brush in (
            (ends.possible, dots_brush(self.theme, ratio)),
            (ends.sure, self.theme.colour("met")),
        ):
            if days is None:
                continue
            left = bar.left() + bar.width() * min(1.0, max(0.0, ends.share(days[0])))
            right = bar.left() + bar.width() * min(1.0, max(0.0, ends.share(days[1] + timedelta(days=1))))
            painter.fillRect(QRectF(left, bar.top(), max(2.0, right - left), bar.height()), brush)
        painter.setPen(QPen(self.theme.colour("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)

    def _paint_today(self, painter: QPainter, bar: QRectF, ends: Ends) -> None:
        x = round(bar.left() + bar.width() * ends.share(self.today)) + 0.5
        pen = QPen(self.theme.colour("muted"), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, bar.top() - dp(3)), QPointF(x, bar.bottom()))
        painter.setFont(font("caption"))
        width = QFontMetricsF(font("caption")).horizontalAdvance(self.today_word)
        flag = bar.left() + bar.width() * ends.share(self.on)
        # Left of its line, unless that leaves the bar; never under the flag.
        left = x - width - 4 if x - width - 4 >= 0 and not x - width - 6 < flag < x else x + 4
        if not left - 2 <= flag + dp(8) <= left + width or flag < left - dp(10):
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QPointF(min(left, self.width() - width), bar.top() - dp(5)), self.today_word)

    def _paint_flag(self, painter: QPainter, bar: QRectF, ends: Ends) -> None:
        x = bar.left() + bar.width() * ends.share(self.on)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("surface"), 4))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setPen(QPen(self.theme.colour("handle"), 2))
        painter.drawLine(QPointF(x, bar.top() - dp(13)), QPointF(x, bar.bottom() + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("handle"))
        top = bar.top() - dp(14)
        side = -1 if x > self.width() - dp(10) else 1
        tip = [(0, 0), (dp(9), 0), (dp(6), dp(3)), (dp(9), dp(6)), (0, dp(6))]
        painter.drawPolygon(
            QPolygonF([QPointF(x - side + side * across, top + down) for across, down in tip])
        )


class SpanBlock(QWidget):
    """The bar, both dates with their reasons, and the safe date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(theme, self)
        self.never = WrappedLabel("strong", "text", self)
        self.start = WrappedLabel("body", "text", self)
        self.start_reason = WrappedLabel("second", "muted", self)
        self.end = WrappedLabel("body", "text", self)
        self.end_reason = WrappedLabel("second", "muted", self)
        self.safe = WrappedLabel("second", "muted", self)
        for label in (self.end, self.end_reason):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, labels in ((left, (self.start, self.start_reason)), (right, (self.end, self.end_reason))):
            column.setSpacing(0)
            for label in labels:
                column.addWidget(label)
            column.addStretch(1)
        self._ends = QHBoxLayout()
        self._ends.setSpacing(dp(10))
        self._ends.addLayout(left, 1)
        self._ends.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(dp(4))
        whole.addWidget(self.bar)
        whole.addWidget(self.never)
        whole.addLayout(self._ends)
        whole.addWidget(self.safe)

    def show_assessment(self, assessment: Assessment, words: Words) -> None:
        """Show the dates of an assessment."""
        _, dates = words, assessment.dates
        self.bar.ends = ends_of(assessment)
        self.bar.on, self.bar.today = assessment.on, assessment.today
        self.bar.today_word = _.pgettext("short", "today")
        self.bar.setVisible(self.bar.ends is not None)
        self.bar.update()
        self.never.say("" if self.bar.ends is not None else _("Never within ten years"))
        self._say_start(assessment, _)
        # Without a last day the first one's reason has the whole width.
        self._ends.setStretch(1, 1 if dates.last is not None else 0)
        self.end.say_day(_("until {day}", day=dates.last) if dates.last is not None else "")
        self.end_reason.say(_.message(dates.last_reason) if dates.last_reason and dates.last else "")
        self.safe.say(self._safe(assessment, _))
        parts = (self.start, self.start_reason, self.end, self.end_reason)
        self.bar.setAccessibleName(
            ", ".join(part.accessibleName() for part in parts if part.accessibleName())
        )

    def _say_start(self, assessment: Assessment, _: Words) -> None:
        dates = assessment.dates
        if dates.earliest is not None:
            self.start.say_day(_("from {day}", day=dates.earliest))
            self.start_reason.say(_.message(dates.earliest_reason) if dates.earliest_reason else "")
        elif dates.earliest_possible is not None:
            self.start.say_day(_("from {day}", day=dates.earliest_possible))
            asked = assessment.membership.outcome is Outcome.UNDETERMINED
            self.start_reason.say(
                _("if the questions are answered so") if asked else _("if what is not entered yet allows it")
            )
        else:
            self.start.say("")
            self.start_reason.say("")

    def _safe(self, assessment: Assessment, _: Words) -> str:
        dates = assessment.dates
        if dates.safe is not None:
            return _("Safe from {day}: a full calendar year and two weeks' hours to spare", day=dates.safe)
        if dates.earliest is not None:
            return _("No safe day: it ends before a calendar year and two weeks' hours to spare are reached")
        if assessment.membership.outcome is Outcome.UNDETERMINED:
            return _("No day is sure before the questions are answered.")
        return ""

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.bar.theme = theme
        self.bar.update()
