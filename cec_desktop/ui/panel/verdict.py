"""The verdict: shape and sentence, the class and the rules it was read by."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.rules.findings import Assessment, MissingFact, Outcome
from cec_desktop.ui.panel.labels import ShapeLabel, WrappedLabel
from cec_desktop.ui.style import dp
from cec_desktop.ui.theme import Theme

_TOKENS = {Outcome.MET: "met", Outcome.NOT_MET: "not-met", Outcome.UNDETERMINED: "undetermined"}
_DECIDES_NOTHING = "undated_entry"


def deciding(assessment: Assessment) -> tuple[MissingFact, ...]:
    """The missing facts that decide the outcome, the one that decides most hours first."""
    facts = [fact for fact in assessment.membership.missing_facts if fact.id != _DECIDES_NOTHING]
    return tuple(sorted(facts, key=lambda fact: -(fact.hours or 0)))


def to_complete(assessment: Assessment) -> tuple[MissingFact, ...]:
    """The missing facts that change nothing yet."""
    return tuple(fact for fact in assessment.membership.missing_facts if fact.id == _DECIDES_NOTHING)


def verdict_sentence(assessment: Assessment, _: Words) -> str:
    """Member, not a member, or how many questions stand open."""
    match assessment.membership.outcome:
        case Outcome.MET:
            return _("Member of the class")
        case Outcome.NOT_MET:
            return _("Not a member")
        case _other:
            questions = len(deciding(assessment))
            if not questions:
                return _("Undetermined")
            return _.plural("Undetermined: {n} question", "Undetermined: {n} questions", questions)


def rules_sentence(assessment: Assessment, _: Words) -> str:
    """The class and the version of the rules; the stream where the class has two; whether it is projected."""
    membership = assessment.membership
    if membership.rules is None:
        return _("The class did not exist on this day.")
    streams = {"graduate": _("post-graduation stream"), "temporary_foreign_worker": _("worker stream")}
    parts = [_("Canadian Experience Class, rules of {day}", day=membership.rules.in_force_from)]
    if membership.stream in streams:
        parts.append(streams[membership.stream])
    if membership.projected:
        parts.append(_("projected"))
    return " · ".join(parts)


class VerdictBlock(QWidget):
    """The answer, larger than anything else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = "neutral"
        self.shape = ShapeLabel(24, theme, self)
        self.sentence = WrappedLabel("name", "text", self)
        self.rules = WrappedLabel("second", "muted", self)
        words = QVBoxLayout()
        words.setSpacing(dp(1))
        words.addWidget(self.sentence)
        words.addWidget(self.rules)
        row = QHBoxLayout(self)
        row.setContentsMargins(dp(16), dp(10), dp(12), dp(10))
        row.setSpacing(dp(12))
        row.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_assessment(self, assessment: Assessment, words: Words) -> None:
        """Say the verdict."""
        outcome = assessment.membership.outcome
        self._token = _TOKENS.get(outcome, "neutral")
        self.shape.show_outcome(outcome.value)
        self.sentence.say(verdict_sentence(assessment, words))
        self.rules.say(rules_sentence(assessment, words))
        self.setAccessibleName(f"{self.sentence.accessibleName()}. {self.rules.accessibleName()}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.shape.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outcome's tint with a bar at its left."""
        painter = QPainter(self)
        tint = "sunken" if self._token == "neutral" else f"{self._token}-tint"
        painter.fillRect(self.rect(), self._theme.colour(tint))
        painter.fillRect(QRect(0, 0, dp(4), self.height()), self._theme.colour(self._token))
        painter.end()
