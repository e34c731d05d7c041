"""What would decide an undetermined outcome: one question stands open with its answers, the others wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.fields.field import Setting
from cec_desktop.ui.panel.answer_row import AnswerRow
from cec_desktop.ui.panel.asking import Question, open_questions, other_questions
from cec_desktop.ui.panel.labels import TOP, ShapeLabel, ShapeLine, WrappedLabel
from cec_desktop.ui.style import dp
from cec_desktop.ui.tables.form_page import setting_of
from cec_desktop.ui.theme import Theme


class _OpenQuestion(QWidget):
    """The question that stands open, in its tint, with what answers it."""

    answered = Signal(object)
    form_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shape = ShapeLabel(16, theme, self)
        self.shape.show_outcome("undetermined")
        self.question = WrappedLabel("strong", "text", self)
        self.decides = WrappedLabel("second", "muted", self)
        self.answers: AnswerRow | None = None
        self._asked: tuple[str, str, str] | None = None
        self._words_column = QVBoxLayout()
        self._words_column.setSpacing(dp(4))
        self._words_column.addWidget(self.question)
        self._words_column.addWidget(self.decides)
        row = QHBoxLayout(self)
        row.setContentsMargins(dp(12), dp(9), dp(12), dp(11))
        row.setSpacing(dp(8))
        row.addWidget(self.shape, 0, TOP)
        row.addLayout(self._words_column, 1)

    def ask(self, question: Question, setting: Setting, words: Words) -> None:
        """Ask a question; the answers stay while it is the same, and what is being typed with them."""
        asked, before = (question.place, question.text, words.language), self._asked
        self._asked = asked
        self.question.say(question.text)
        self.decides.say(question.decides)
        if asked == before and self.answers is not None and self.answers.take(question.answer):
            return
        had_keyboard = self._has_keyboard()
        self._forget()
        answers = AnswerRow(question.text, question.answer, setting, words, self.theme, self)
        answers.answered.connect(self.answered)
        answers.form_requested.connect(lambda: self.form_requested.emit(question.place))
        self._words_column.addWidget(answers)
        self.answers = answers
        if had_keyboard:
            answers.first().setFocus()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return self.answers is not None and focus is not None and self.answers.isAncestorOf(focus)

    def _forget(self) -> None:
        if self.answers is not None:
            self._words_column.removeWidget(self.answers)
            self.answers.hide()
            self.answers.deleteLater()
            self.answers = None

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.theme = theme
        self.shape.set_theme(theme)
        if self.answers is not None:
            self.answers.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.colour("undetermined-tint"))
        painter.setPen(QPen(self.theme.colour("undetermined"), 1))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 3, 3)
        painter.end()


class QuestionBlock(QWidget):
    """All questions of a file; a waiting one that can be answered here opens in place."""

    fact_requested = Signal(str)
    """The place whose form should open."""
    answered = Signal(object)
    """The edit that answers a question."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._chosen = ""
        self.head = WrappedLabel("heading", "text", self)
        self.first = _OpenQuestion(theme, self)
        self.first.answered.connect(self._answer)
        self.first.form_requested.connect(self.fact_requested)
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
        deciding, others = open_questions(view, words), other_questions(view, words)
        self.setVisible(bool(deciding or others))
        self.head.say(_("What would decide it") if deciding else _("To complete"))
        questions = [*deciding, *others]
        asked = next((each for each in questions if each.place == self._chosen), None)
        if asked is None:
            self._chosen = ""
            asked = deciding[0] if deciding else None
        self.first.setVisible(asked is not None)
        if asked is not None:
            self.first.ask(asked, setting_of(view), words)
        self._show_waiting([each for each in questions if each is not asked])

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.first.set_theme(theme)
        for line in self.waiting:
            line.set_theme(theme)

    def _answer(self, edit: object) -> None:
        """Hand the answer on; a question that is still asked after it was refused, and that is said."""
        before, answers = self._view, self.first.answers
        self.answered.emit(edit)
        if self._view is before and answers is not None:
            answers.still_asked()

    def _open(self, question: Question) -> None:
        """Open a waiting question in place; one that only a form answers leads there."""
        if question.answer is None:
            self.fact_requested.emit(question.place)
        elif self._view is not None:
            self._chosen = question.place
            self.show_view(self._view, self._words)
            if self.first.answers is not None:
                self.first.answers.first().setFocus()

    def _show_waiting(self, questions: Sequence[Question]) -> None:
        while len(self.waiting) > len(questions):
            line = self.waiting.pop()
            line.hide()
            line.deleteLater()
        while len(self.waiting) < len(questions):
            line = _Waiting(self._theme, self)
            line.opened.connect(self._open)
            self._column.addWidget(line)
            self.waiting.append(line)
        for line, question in zip(self.waiting, questions, strict=True):
            line.show_question(question, self._words)


class _Waiting(ShapeLine):
    """A question of one line, and in a second what hangs on it."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.decides = WrappedLabel("second", "muted", self)
        self.lines.addWidget(self.decides)
        self._question: Question | None = None
        self.link.clicked.connect(lambda: self.opened.emit(self._question))

    def show_question(self, question: Question, _: Words) -> None:
        """Show a question and what hangs on it."""
        self._question = question
        self.say("undetermined", question.text, _("Answer…"))
        self.decides.say(question.decides)
        self.link.setAccessibleName(_("Answer: {question}", question=question.text))
