"""Hours and language: what there is against what is asked, with the margin in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.findings import Assessment, HoursTally, LanguageStanding, Outcome
from cec_desktop.rules.language import load_language
from cec_desktop.rules.projection import Split, split_hours
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.ui.icons import paint_outcome
from cec_desktop.ui.panel.labels import WrappedLabel
from cec_desktop.ui.patterns import dots_brush
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import days_words, tenths

_ABILITIES: Final[Mapping[str, Callable[[Words], str]]] = {
    "listening": lambda _: _.pgettext("short", "Listening"),
    "reading": lambda _: _.pgettext("short", "Reading"),
    "writing": lambda _: _.pgettext("short", "Writing"),
    "speaking": lambda _: _.pgettext("short", "Speaking"),
}


def margin_words(assessment: Assessment, _: Words) -> str:
    """How far above or below the requirement, in hours and in full-time days."""
    membership = assessment.membership
    tally = membership.hours
    if tally is None:
        return ""
    if membership.outcome is Outcome.UNDETERMINED and tally.possible >= tally.required > tally.counted:
        return _("{hours} h possible", hours=_short(tally.possible, _))
    days = membership.margin_days
    if tally.margin >= 0:
        text = _("{hours} h to spare", hours=_short(tally.margin, _))
    else:
        text = _("{hours} h short", hours=_short(-tally.margin, _, up=True))
    return f"{text} · {days_words(abs(days), _)}" if days is not None else text


def _short(hours: Fraction, _: Words, *, up: bool = False) -> str:
    """Hours to a tenth; what is missing is rounded up, so that it never looks smaller than it is."""
    return tenths(-((-hours * 10) // 1) / Fraction(10) if up else hours, _)


class _HoursBar(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tally: HoursTally | None = None
        self.split = Split(Fraction(0), Fraction(0), 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(dp(200), dp(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        tally = self.tally
        if tally is None:
            return
        painter = QPainter(self)
        bar = QRectF(0.5, dp(2) + 0.5, self.width() - 1, dp(9))
        whole = max(tally.required, tally.counted, tally.possible) * Fraction(105, 100)
        worked = float(self.split.worked / whole) * bar.width()
        counted = float(tally.counted / whole) * bar.width()
        possible = float(tally.possible / whole) * bar.width()
        painter.fillRect(bar, self.theme.colour("surface"))
        painter.fillRect(self._part(bar, 0, worked), self.theme.colour("work"))
        if counted > worked:
            self._paint_projected(painter, self._part(bar, worked, counted))
        if possible > counted + 0.5:
            painter.fillRect(
                self._part(bar, counted, possible), dots_brush(self.theme, self.devicePixelRatioF())
            )
        painter.setPen(QPen(self.theme.colour("border-strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        required = bar.left() + float(tally.required / whole) * bar.width()
        painter.fillRect(QRectF(required - 2, 0, 4, self.height()), self.theme.colour("surface"))
        painter.fillRect(QRectF(required - 1, 0, 2, self.height()), self.theme.colour("handle"))
        painter.end()

    def _part(self, bar: QRectF, start: float, end: float) -> QRectF:
        return QRectF(bar.left() + start, bar.top(), max(0.0, end - start), bar.height())

    def _paint_projected(self, painter: QPainter, part: QRectF) -> None:
        painter.fillRect(part, self.theme.colour("work-projected"))
        pen = QPen(self.theme.colour("work"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(part.topLeft(), part.topRight()))
        painter.drawLine(QLineF(part.bottomLeft(), part.bottomRight()))


class HoursMeter(QWidget):
    """Hours counted against hours required: never a bare tick, always the margin."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counted = WrappedLabel("body", "text", self)
        self.margin = WrappedLabel("second", "muted", self)
        self.margin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.bar = _HoursBar(theme, self)
        self.detail = WrappedLabel("second", "muted", self)
        head = QHBoxLayout()
        head.setSpacing(dp(8))
        self.counted.setWordWrap(False)
        head.addWidget(self.counted)
        head.addWidget(self.margin, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dp(3))
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.detail)

    def show_assessment(self, assessment: Assessment, words: Words) -> None:
        """Show the hours of an assessment."""
        _, tally = words, assessment.membership.hours
        self.setVisible(tally is not None)
        if tally is None:
            return
        counted = _("{hours} h", hours=tenths(tally.counted, _))
        self.counted.say_two(counted, _("of {hours} h", hours=tally.required))
        self.margin.say(margin_words(assessment, _))
        split = split_hours(assessment)
        self.bar.tally, self.bar.split = tally, split
        self.bar.update()
        self.detail.say(self._detail(split, _))
        parts = (self.counted, self.margin, self.detail)
        self.bar.setAccessibleName(", ".join(part.accessibleName() for part in parts if part.text()))

    def _detail(self, split: Split, _: Words) -> str:
        if not split.projected:
            return ""
        return _(
            "{worked} h to today, {projected} h projected ({days})",
            worked=tenths(split.worked, _),
            projected=tenths(split.projected, _),
            days=days_words(split.days, _),
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.bar.theme = theme
        self.bar.update()


class _Cells(QWidget):
    """The four abilities side by side; a level that is not enough carries the shape that says so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cells: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(dp(200), dp(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.colour("border"), 1))
        painter.setBrush(self.theme.colour("surface"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        width = self.width() / max(1, len(self.cells))
        for at, cell in enumerate(self.cells):
            self._paint_cell(painter, QRectF(at * width, 0, width, self.height()), cell)
            if at:
                painter.setPen(QPen(self.theme.colour("border"), 1))
                painter.drawLine(QLineF(round(at * width) + 0.5, 0, round(at * width) + 0.5, self.height()))
        painter.end()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: tuple[str, str, str]) -> None:
        name, level, outcome = cell
        inner = rect.adjusted(dp(5), dp(4), -dp(1), -dp(4))
        painter.setFont(font("caption"))
        painter.setPen(self.theme.colour("muted"))
        cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, cut)
        painter.setFont(font("heading"))
        painter.setPen(self.theme.colour("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, level)
        if outcome != Outcome.MET.value:
            left = inner.left() + painter.fontMetrics().horizontalAdvance(level) + dp(5)
            size = dp(13)
            paint_outcome(painter, QRectF(left, inner.bottom() - size - 1, size, size), outcome, self.theme)


def serves_as_combination(standing: LanguageStanding, on: date) -> bool:
    """Whether levels below the one asked serve all the same, by a combination of the text of the day."""
    version = load_rulebook().version_on(on)
    required, levels = standing.required_clb, standing.levels
    if version is None or required is None or levels is None or required not in version.combinations:
        return False
    known = sorted(0 if level is None else level for level in levels)
    combination = version.combinations[required]
    enough = all(level >= least for level, least in zip(known, combination, strict=True))
    return enough and known[0] < required


class LanguageMeter(QWidget):
    """The level of each ability against the level asked, and by which test."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = WrappedLabel("body", "text", self)
        self.cells = _Cells(theme, self)
        self.test = WrappedLabel("second", "muted", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(dp(4))
        column.addWidget(self.level)
        column.addWidget(self.cells)
        column.addWidget(self.test)

    def show_view(self, view: CaseView, words: Words) -> None:
        """Show the language standing of a file."""
        _, standing = words, view.assessment.membership.language
        self.setVisible(standing is not None)
        if standing is None:
            return
        self.level.say_two(*self._head(standing, view, _))
        self.test.say(self._test(standing, _))
        combined = serves_as_combination(standing, view.assessment.on)
        self.cells.cells = [
            (_ABILITIES[ability](_), *self._cell(level, standing, combined=combined))
            for ability, level in zip(ABILITIES, standing.levels or (None,) * 4, strict=True)
        ]
        self.cells.setVisible(standing.levels is not None)
        self.cells.setAccessibleName(", ".join(f"{name} {level}" for name, level, _o in self.cells.cells))
        self.cells.update()

    def _head(self, standing: LanguageStanding, view: CaseView, _: Words) -> tuple[str, str]:
        required = standing.required_clb
        if standing.test is None:
            asked = _("CLB {level} required", level=str(required)) if required is not None else ""
            return _("No language test"), asked
        achieved = "–" if standing.achieved_clb is None else str(standing.achieved_clb)
        french = self._is_french(standing, view)
        level = _("NCLC {level}", level=achieved) if french else _("CLB {level}", level=achieved)
        if required is None:
            return level, ""
        if serves_as_combination(standing, view.assessment.on):
            return level, _("of {level}, reached by a combination of levels", level=str(required))
        return level, _("of {level} required", level=str(required))

    def _is_french(self, standing: LanguageStanding, view: CaseView) -> bool:
        tests = view.case.language_tests
        stated = tests[standing.index].language if standing.index is not None else None
        return standing.test is not None and (load_language().test_language(standing.test) or stated) == "fr"

    def _test(self, standing: LanguageStanding, _: Words) -> str:
        if standing.test is None:
            return ""
        parts = [kinds.test_name(standing.test, _)]
        if standing.result_date is not None:
            parts[0] = _("{test} of {day}", test=parts[0], day=standing.result_date)
        if standing.valid_until is not None:
            parts.append(_("valid until {day}", day=standing.valid_until))
        return ", ".join(parts)

    def _cell(self, level: int | None, standing: LanguageStanding, *, combined: bool) -> tuple[str, str]:
        if level is None:
            return "–", Outcome.UNDETERMINED.value
        enough = combined or standing.required_clb is None or level >= standing.required_clb
        return str(level), (Outcome.MET if enough else Outcome.NOT_MET).value

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.cells.theme = theme
        self.cells.update()
