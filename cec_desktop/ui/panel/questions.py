"""What would decide an undetermined outcome: the question that decides most stands open, the others wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import Assessment, MissingFact, Outcome
from cec_desktop.ui.panel.labels import ShapeLabel, ShapeLine, WrappedLabel
from cec_desktop.ui.panel.verdict import deciding, to_complete
from cec_desktop.ui.style import dp, set_kind
from cec_desktop.ui.tables.other_rows import gaps
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import range_words, tenths


def question_words(fact: MissingFact, view: CaseView, _: Words) -> str:
    """The question; of the status it names the days, where only one stretch has none."""
    if fact.id == "status_not_known":
        holes = gaps(view, _)
        if len(holes) == 1:
            days = range_words(holes[0].first, holes[0].after, _)
            return _("Which status did the client hold: {days}?", days=days)
    return _.message(fact.message)


def decides_words(fact: MissingFact, assessment: Assessment, _: Words) -> str:
    """What hangs on the answer, in hours where it decides hours."""
    tally = assessment.membership.hours
    if fact.hours is None:
        return _("Decides whether the condition is met.")
    if tally is None:
        return _("Decides {hours} h.", hours=tenths(fact.hours, _))
    # Where the cap bites, less hangs on the answer than the hours of the days themselves.
    hours = min(fact.hours, tally.possible - tally.counted)
    most = tally.counted + hours
    return _(
        "Decides {hours} h: {most} with it, {counted} without.",
        hours=tenths(hours, _),
        most=tenths(most, _),
        counted=tenths(tally.counted, _),
    )


class _OpenQuestion(QWidget):
    """The question that decides most, in its tint, with the button that answers it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shape = ShapeLabel(16, theme, self)
        self.shape.show_outcome("undetermined")
        self.question = WrappedLabel("strong", "text", self)
        self.decides = WrappedLabel("second", "muted", self)
        self.answer = QPushButton(self)
        set_kind(self.answer, "small")
        words = QVBoxLayout()
        words.setSpacing(dp(4))
        words.addWidget(self.question)
        words.addWidget(self.decides)
        words.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(dp(12), dp(9), dp(12), dp(11))
        row.setSpacing(dp(8))
        row.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.colour("undetermined-tint"))
        painter.setPen(QPen(self.theme.colour("undetermined"), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
        painter.end()


class QuestionBlock(QWidget):
    """All questions of an assessment; a button goes to the field that answers."""

    fact_requested = Signal(str)

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._first_place = ""
        self.head = WrappedLabel("heading", "text", self)
        self.first = _OpenQuestion(theme, self)
        self.first.answer.clicked.connect(lambda: self.fact_requested.emit(self._first_place))
        self.waiting: list[_Waiting] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(dp(6))
        self._column.addWidget(self.head)
        self._column.addWidget(self.first)

    def show_view(self, view: CaseView, words: Words) -> None:
        """Show the questions of a file; none where nothing is open."""
        _ = words
        self._words, self._view = words, view
        assessment = view.assessment
        undetermined = assessment.membership.outcome is Outcome.UNDETERMINED
        questions = deciding(assessment) if undetermined else ()
        others = to_complete(assessment)
        self.setVisible(bool(questions or others))
        self.head.say(_("What would decide it") if questions else _("To complete"))
        self.first.setVisible(bool(questions))
        if questions:
            self._show_first(questions[0], view)
        self._show_waiting([*questions[1:], *others], view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.first.theme = theme
        self.first.shape.set_theme(theme)
        self.first.update()
        for line in self.waiting:
            line.set_theme(theme)

    def _show_first(self, fact: MissingFact, view: CaseView) -> None:
        _ = self._words
        self._first_place = fact.place
        self.first.question.say(question_words(fact, view, _))
        self.first.decides.say(decides_words(fact, view.assessment, _))
        self.first.answer.setText(_("Answer…"))
        self.first.answer.setAccessibleName(_("Answer: {question}", question=question_words(fact, view, _)))

    def _show_waiting(self, facts: Sequence[MissingFact], view: CaseView) -> None:
        while len(self.waiting) > len(facts):
            line = self.waiting.pop()
            line.hide()
            line.deleteLater()
        while len(self.waiting) < len(facts):
            line = _Waiting(self._theme, self)
            line.answered.connect(self.fact_requested)
            self._column.addWidget(line)
            self.waiting.append(line)
        for line, fact in zip(self.waiting, facts, strict=True):
            line.show_fact(fact, view, self._words)


class _Waiting(ShapeLine):
    """A question of one line."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._place = ""
        self.link.clicked.connect(lambda: self.answered.emit(self._place))

    def show_fact(self, fact: MissingFact, view: CaseView, _: Words) -> None:
        """Show a question and what hangs on it."""
        self._place = fact.place
        text = question_words(fact, view, _)
        if fact.hours is not None:
            text = _("{question} ({hours} h)", question=text, hours=tenths(fact.hours, _))
        self.say("undetermined", text, _("Answer…"))
        self.link.setAccessibleName(_("Answer: {question}", question=text))
