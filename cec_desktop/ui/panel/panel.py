"""The eligibility panel: the answer first, then dates, margins, questions, conditions, intake and notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.assess import load_rulebook
from cec_desktop.rules.findings import Finding, Outcome
from cec_desktop.ui.panel.bridge import BridgeBlock
from cec_desktop.ui.panel.condition_view import ConditionTree
from cec_desktop.ui.panel.labels import ShapeLine, WrappedLabel
from cec_desktop.ui.panel.meters import HoursMeter, LanguageMeter
from cec_desktop.ui.panel.more import MoreButton
from cec_desktop.ui.panel.questions import QuestionBlock
from cec_desktop.ui.panel.short import intake_text
from cec_desktop.ui.panel.span_bar import SpanBlock
from cec_desktop.ui.panel.verdict import VerdictBlock
from cec_desktop.ui.style import dp, set_ground, set_role
from cec_desktop.ui.theme import Theme

COMPACT_HEIGHT = 690
"""Below this height what is met folds into one row."""
_MARGIN = 16


class EligibilityPanel(QWidget):
    """Shows what is said of a file on the day of the application; an answer to a question is an edit."""

    edit_requested = Signal(object)
    preview_requested = Signal(object)
    selection_requested = Signal(str, str)
    fact_requested = Signal(str)
    """The place of a fact to go to: ``jobs[1].noc``."""
    condition_selected = Signal(str)
    """The id of the condition that was chosen, whose days should be lit; empty for none."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._view: CaseView | None = None
        self._selected: tuple[str, str] = ("", "")
        book = load_rulebook()
        self._make_head()
        self.verdict = VerdictBlock(theme, self)
        self.span = SpanBlock(theme, self)
        self.hours = HoursMeter(theme, self)
        self.language = LanguageMeter(theme, self)
        self.bridge = BridgeBlock(theme, self)
        self.questions = QuestionBlock(words, theme, self)
        self._conditions_head = QLabel(self)
        set_role(self._conditions_head, "heading")
        self._conditions_count = QLabel(self)
        set_role(self._conditions_count, "second", "muted")
        self.conditions = ConditionTree(book, words, theme, self)
        self.intake = ShapeLine(theme, self, role="strong")
        self.intake_conditions = ConditionTree(book, words, theme, self)
        self._notes: list[_Note] = []
        self._compared = WrappedLabel("caption", "muted", self)
        self._lay_out()
        self._connect()
        self._name()

    def _make_head(self) -> None:
        self._title = QLabel(self)
        set_role(self._title, "heading")
        self._preview = QLabel(self)
        set_role(self._preview, "second", "undetermined")
        self._preview.hide()
        self._day = QLabel(self)
        set_role(self._day, "second", "muted")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(dp(_MARGIN), dp(4), dp(_MARGIN - 6), dp(4))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._preview)
        head.addSpacing(dp(8))
        head.addWidget(self._day)
        head.addSpacing(dp(2))
        self._once_more = QTimer(self, singleShot=True, interval=0)
        self._once_more.timeout.connect(self._lay_out_again)
        self._page = QWidget(self)
        set_ground(self._page, "surface")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, dp(12), 0, dp(14))
        self._column.setSpacing(dp(12))
        for block in self._blocks():
            self._column.addLayout(_inset(block))
        conditions = QHBoxLayout()
        conditions.setContentsMargins(dp(_MARGIN), 0, dp(_MARGIN), 0)
        conditions.addWidget(self._conditions_head)
        conditions.addStretch(1)
        conditions.addWidget(self._conditions_count)
        self._conditions_row = QWidget(self._page)
        self._conditions_row.setLayout(conditions)
        # Room to spare goes below everything, never between the heading and its conditions.
        self._conditions_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tree = QVBoxLayout()
        tree.setSpacing(dp(4))
        tree.addWidget(self._conditions_row)
        tree.addWidget(self.conditions)
        self._column.addLayout(tree)
        self._column.addWidget(_rule(self._page))
        intake = QVBoxLayout()
        intake.setSpacing(dp(4))
        intake.addLayout(_inset(self.intake))
        intake.addWidget(self.intake_conditions)
        self._column.addLayout(intake)
        self._column.addWidget(_rule(self._page))
        self._notes_column = QVBoxLayout()
        self._notes_column.setContentsMargins(dp(_MARGIN), 0, dp(_MARGIN), 0)
        self._notes_column.setSpacing(dp(8))
        self._column.addLayout(self._notes_column)
        self._column.addLayout(_inset(self._compared))
        self._column.addStretch(1)
        self.pages = QScrollArea(self)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setWidgetResizable(True)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setWidget(self._page)
        # Made after what it stands above: the keyboard comes to the questions and conditions first.
        self.more = MoreButton(self._theme, self)
        head.addWidget(self.more)
        set_ground(self, "surface")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(_rule(self))
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.more.copy.triggered.connect(self._copy)
        self.more.show_all.triggered.connect(lambda: self._open_all(opened=True))
        self.more.hide_all.triggered.connect(lambda: self._open_all(opened=False))
        self.questions.fact_requested.connect(self.fact_requested)
        self.questions.answered.connect(self.edit_requested)
        self.intake.link.clicked.connect(lambda: self.fact_requested.emit("invitation.issued_on"))
        for tree in (self.conditions, self.intake_conditions):
            tree.fact_requested.connect(self.fact_requested)
            tree.condition_selected.connect(self.condition_selected)
            tree.grown.connect(self._settle)

    def _blocks(
        self,
    ) -> tuple[VerdictBlock, SpanBlock, HoursMeter, LanguageMeter, BridgeBlock, QuestionBlock]:
        return (self.verdict, self.span, self.hours, self.language, self.bridge, self.questions)

    # The contract of a view.

    def display(self, view: CaseView) -> None:
        """Show what is said of a file; a preview is marked as one."""
        self._view = view
        _, assessment = self._words, view.assessment
        self._day.setText(_("on {day}", day=assessment.on))
        self._preview.setText(_("preview") if view.preview else "")
        self._preview.setVisible(view.preview)
        self.verdict.show_assessment(assessment, _)
        self.span.show_assessment(assessment, _)
        self.hours.show_assessment(assessment, _)
        self.language.show_view(view, _)
        self.bridge.show_assessment(assessment, _)
        self.questions.show_view(view, _)
        self._show_conditions(view)
        self._show_intake(view)
        self._show_notes(view)

    def select(self, list_name: str, item_id: str) -> None:
        """Another view has chosen an entry; the panel speaks of the whole file and stays as it is."""
        self._selected = (list_name, item_id)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.conditions.set_words(words)
        self.intake_conditions.set_words(words)
        self._name()
        if self._view is not None:
            self.display(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        for block in self._blocks():
            block.set_theme(theme)
        for tree in (self.conditions, self.intake_conditions):
            tree.set_theme(theme)
        for line in (self.intake, *self._notes):
            line.set_theme(theme)
        self.more.set_theme(theme)

    @property
    def is_preview(self) -> bool:
        """Whether what is shown has not happened yet."""
        return self._preview.isVisibleTo(self)

    def notes(self) -> list[tuple[str, str]]:
        """The advisories and warnings shown: shape and words."""
        return [(line.shape.outcome, line.words.accessibleName()) for line in self._notes]

    def point_at(self, condition_id: str) -> None:
        """Mark a condition, unfold what hides it and bring it into sight; empty takes the mark away."""
        for tree in (self.conditions, self.intake_conditions):
            where = tree.mark(condition_id)
            if where is not None and tree.isVisibleTo(self):
                middle = tree.viewport().mapTo(self._page, where.center())
                self.pages.ensureVisible(middle.x(), middle.y(), 0, where.height())

    def focus_conditions(self) -> None:
        """Put the keyboard on the conditions."""
        self.conditions.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what is met where there is little height."""
        super().resizeEvent(event)
        for tree in (self.conditions, self.intake_conditions):
            tree.set_compact(self.height() < dp(COMPACT_HEIGHT))
        self._conditions_row.setVisible(self.height() >= dp(COMPACT_HEIGHT) or not self._all_met())

    # Parts.

    def _copy(self) -> None:
        """Put what is said of the file on the clipboard, as the command line prints it."""
        if self._view is not None:
            from cec_desktop.reports.assessment_text import assessment_text

            text = assessment_text(self._view.case, self._view.assessment, self._words.language)
            QGuiApplication.clipboard().setText(text)

    def _open_all(self, *, opened: bool) -> None:
        for tree in (self.conditions, self.intake_conditions):
            tree.open_all(opened)

    def _settle(self) -> None:
        """Lay the page out before it is painted, so that nothing overlaps for the blink of an eye.

        Conditions that grow while the page is being laid out leave parts of it where they were before;
        it is laid out once more when that is done.
        """
        self._settle_now()
        self._once_more.start()

    def _lay_out_again(self) -> None:
        self._column.invalidate()
        self._settle_now()

    def _settle_now(self) -> None:
        if self._page.isVisible():
            room = self.pages.viewport().size()
            self._column.activate()
            self._page.resize(
                room.width(), max(room.height(), self._column.totalHeightForWidth(room.width()))
            )

    def _show_conditions(self, view: CaseView) -> None:
        _, findings = self._words, view.assessment.membership.conditions
        self.conditions.show_findings(findings, view.assessment.on)
        self._conditions_head.setText(_("Conditions"))
        self._conditions_count.setText(count_words(findings, _))
        self._conditions_row.setVisible(self.height() >= dp(COMPACT_HEIGHT) or not self._all_met())

    def _all_met(self) -> bool:
        if self._view is None:
            return False
        findings = self._view.assessment.membership.conditions
        return all(finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE) for finding in findings)

    def _show_intake(self, view: CaseView) -> None:
        _, intake = self._words, view.assessment.intake
        missing = any(finding.id == "no_invitation_yet" for finding in intake.conditions)
        self.intake.say(intake.outcome.value, intake_text(intake, _), _("Add…") if missing else "")
        self.intake.link.setAccessibleName(_("Add the invitation"))
        parts = () if missing else intake.conditions
        self.intake_conditions.setVisible(bool(parts))
        self.intake_conditions.show_findings(parts, view.assessment.on)

    def _show_notes(self, view: CaseView) -> None:
        """Advisories, then what looks wrong in the file; neither is a verdict."""
        _, assessment = self._words, view.assessment
        notes = [(_.message(advisory.message), "") for advisory in assessment.advisories]
        notes += [(_.message(warning.message), warning.place) for warning in assessment.warnings]
        while len(self._notes) > len(notes):
            gone = self._notes.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._notes) < len(notes):
            line = _Note(self._theme, self._page)
            line.asked.connect(self.fact_requested)
            self._notes_column.addWidget(line)
            self._notes.append(line)
        for line, (text, place) in zip(self._notes, notes, strict=True):
            line.show_note(text, place, _)
        rules = assessment.membership.rules
        compared = (
            _("The law was compared with the official text to {day}.", day=rules.verified_to) if rules else ""
        )
        self._compared.say(compared)

    def _name(self) -> None:
        _ = self._words
        self._title.setText(_("Eligibility"))
        self.more.set_words(_)
        for part in (self, self.pages):
            part.setAccessibleName(_("Eligibility"))
        self.conditions.setAccessibleName(_("Conditions"))
        self.intake_conditions.setAccessibleName(_("Intake"))


class _Note(ShapeLine):
    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, role="second")
        self._place = ""
        self.link.clicked.connect(lambda: self.asked.emit(self._place))

    def show_note(self, text: str, place: str, _: Words) -> None:
        self._place = place
        self.say("advisory", text, _("Show") if place else "")
        self.link.setAccessibleName(_("Show: {text}", text=text))


def count_words(findings: tuple[Finding, ...], _: Words) -> str:
    """How many conditions are met, not met and undetermined."""
    counts = {outcome: sum(each.outcome is outcome for each in findings) for outcome in Outcome}
    asked = len(findings) - counts[Outcome.NOT_APPLICABLE]
    if counts[Outcome.MET] == asked:
        return _("{met} of {asked} met", met=asked, asked=asked)
    parts = [
        _.plural("{n} met", "{n} met", counts[Outcome.MET]) if counts[Outcome.MET] else "",
        _.plural("{n} not met", "{n} not met", counts[Outcome.NOT_MET]) if counts[Outcome.NOT_MET] else "",
        _.plural("{n} undetermined", "{n} undetermined", counts[Outcome.UNDETERMINED])
        if counts[Outcome.UNDETERMINED]
        else "",
    ]
    return ", ".join(filter(None, parts))


def _inset(block: QWidget) -> QHBoxLayout:
    """A block with the panel's margins at its sides; a hidden one leaves no space behind."""
    row = QHBoxLayout()
    row.setContentsMargins(dp(_MARGIN), 0, dp(_MARGIN), 0)
    row.addWidget(block)
    return row


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("rule", "across")
    return line
