"""Questions of the panel, answered where they stand: one press, one edit, one step to take back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.model import CaseFile, NocCode
from cec_desktop.i18n.words import Language, words
from cec_desktop.rules.validation import checked_edit
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.panel.panel import EligibilityPanel
from cec_desktop.ui.panel.questions import QuestionBlock
from cec_desktop.ui.theme import theme_named
from tests.gui.desk import GAP, MEMBER, case_of, click, view_of
from tests.gui.test_panel_answers import GRADUATE

WORK: Mapping[str, Any] = {**GAP["jobs"][0], "end": "2026-11-21"}


class Consultant:
    """Somebody who answers questions in the panel; every edit is made, and can be taken back."""

    def __init__(self, qtbot: QtBot, raw: Mapping[str, Any], language: Language = "en") -> None:
        self.case = case_of(raw)
        self.before: list[CaseFile] = []
        self.refuses = False
        self.asked: list[str] = []
        self.panel = EligibilityPanel(words(language), theme_named("light"))
        qtbot.addWidget(self.panel)
        self.panel.edit_requested.connect(self._apply)
        self.panel.fact_requested.connect(self.asked.append)
        self.panel.resize(320, 1100)
        self.panel.display(view_of(self.case))
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()

    def _apply(self, edit: Edit) -> None:
        if self.refuses:
            return
        self.before.append(self.case)
        self.case = checked_edit(edit, self.case)
        self.panel.display(view_of(self.case))

    @property
    def questions(self) -> QuestionBlock:
        """The questions of the panel."""
        return self.panel.questions

    @property
    def question(self) -> str:
        """The question that stands open."""
        return self.questions.first.question.accessibleName() if self.questions.first.isVisible() else ""

    def offered(self) -> list[str]:
        """The words of the buttons under it."""
        answers = self.questions.first.answers
        assert answers is not None
        return [button.text() for button in answers.findChildren(QPushButton) if button.isVisible()]

    def press(self, text: str) -> None:
        """Press one of them."""
        answers = self.questions.first.answers
        assert answers is not None
        click(next(button for button in answers.findChildren(QPushButton) if button.text() == text))

    def field(self) -> LineField:
        """The field under it."""
        answers = self.questions.first.answers
        assert answers is not None
        assert isinstance(answers.field, LineField)
        return answers.field

    def type(self, text: str) -> None:
        """Type into the field and press Enter."""
        line = self.field().edit
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    @property
    def outcome(self) -> str:
        """What the panel says of the client."""
        return self.panel.verdict.shape.outcome


def job(**changes: Any) -> Mapping[str, Any]:
    """A file whose only open question is about its job."""
    status = [{"id": "open", "kind": "open_work_permit", "start": "2024-09-18", "end": "2027-03-17"}]
    return {**GAP, "statuses": status, "jobs": [{**WORK, **changes}]}


# A status for days that have none.


def test_days_between_two_permits_are_maintained_with_one_press(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, GAP)
    assert consultant.question == "Which status did the client hold: 2025-03-15 – 2025-03-17?"
    assert consultant.offered() == ["Maintained", "None", "Another…"]
    consultant.press("Maintained")
    added = consultant.case.statuses[-1]
    assert (added.kind, added.start, added.end) == ("maintained", date(2025, 3, 15), date(2025, 3, 17))
    assert consultant.outcome == "met"
    assert consultant.question == ""
    assert len(consultant.before) == 1


def test_no_status_on_these_days_leaves_the_hours_short(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, GAP)
    consultant.press("None")
    assert consultant.case.statuses[-1].kind == "none"
    assert consultant.outcome == "not_met"


def test_another_status_is_entered_in_its_form(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, GAP)
    consultant.press("Another…")
    assert consultant.asked == ["statuses"]
    assert consultant.before == []


def test_days_before_the_first_permit_cannot_be_maintained(qtbot: QtBot) -> None:
    late = [{**GAP["statuses"][0], "start": "2025-01-06"}, {**GAP["statuses"][1], "start": "2025-03-15"}]
    consultant = Consultant(qtbot, {**GAP, "statuses": late})
    assert consultant.question == "Which status did the client hold: 2024-11-25 – 2025-01-05?"
    assert consultant.offered() == ["None", "Another…"]


def test_of_several_stretches_the_first_is_asked_and_the_others_are_counted(qtbot: QtBot) -> None:
    late = [{**GAP["statuses"][0], "start": "2025-01-06"}, GAP["statuses"][1]]
    consultant = Consultant(qtbot, {**GAP, "statuses": late})
    said = consultant.questions.first.decides.accessibleName()
    assert said.endswith("1 more stretch has no status.")
    consultant.press("None")
    assert consultant.case.statuses[-1].end == date(2025, 1, 5)


# Yes and no.


@pytest.mark.parametrize(
    ("field", "asks", "good"),
    [
        ("paid", "Was the work at Saffron Row Restaurant paid?", "Yes"),
        ("self_employed", "Was the client self-employed in the work at Saffron Row Restaurant?", "No"),
        (
            "physically_in_canada",
            "Was the client physically in Canada while working at Saffron Row Restaurant?",
            "Yes",
        ),
    ],
)
def test_a_fact_about_a_job_is_answered_yes_or_no(qtbot: QtBot, field: str, asks: str, good: str) -> None:
    consultant = Consultant(qtbot, job(**{field: None}))
    assert consultant.question == asks
    assert consultant.offered() == ["Yes", "No", "In the form…"]
    consultant.press(good)
    assert getattr(consultant.case.jobs[0], field) is (good == "Yes")
    assert consultant.outcome == "met"


def test_the_other_answer_decides_against(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(paid=None))
    consultant.press("No")
    assert consultant.outcome == "not_met"


def test_the_form_is_never_out_of_reach(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(paid=None))
    consultant.press("In the form…")
    assert consultant.asked == ["jobs[0].paid"]


def test_a_study_not_known_to_be_full_time_is_asked_by_its_name(qtbot: QtBot) -> None:
    study = {"program": "Culinary diploma", "start": "2025-01-06", "end": "2025-12-19", "full_time": None}
    consultant = Consultant(qtbot, {**job(end="2025-11-23"), "studies": [study]})
    assert consultant.question == "Was the study “Culinary diploma” full-time?"
    consultant.press("No")
    assert consultant.case.studies[0].full_time is False
    assert consultant.outcome == "met"


# Days, numbers and scores.


def test_a_day_that_is_missing_is_typed(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(start="2025-11", end=None))
    assert consultant.question == "On which day exactly did the work at Saffron Row Restaurant begin?"
    consultant.type("17 nov 2025")
    assert consultant.case.jobs[0].start == date(2025, 11, 17)
    assert consultant.outcome == "met"


def test_what_is_no_day_is_refused_in_words_and_stays(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(start="2025-11", end=None))
    consultant.type("31 feb 2025")
    assert consultant.field().edit.text() == "31 feb 2025"
    answers = consultant.questions.first.answers
    assert answers is not None
    assert answers.note.isVisible()
    assert consultant.before == []


def test_an_answer_the_file_refuses_stays_with_the_reason(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(start="2025-11", end=None))
    consultant.refuses = True
    consultant.type("2025-11-17")
    assert consultant.field().edit.text() == "2025-11-17"
    assert consultant.field().wrong


def test_hours_a_week_are_typed(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(hours_per_week=None))
    assert consultant.question == "How many hours a week was the work at Saffron Row Restaurant?"
    consultant.type("37,5")
    assert consultant.case.jobs[0].hours_per_week == Decimal("37.5")
    assert consultant.outcome == "met"


def test_a_score_is_typed_with_its_level_beside_it(qtbot: QtBot) -> None:
    test = {**GAP["language_tests"][0], "reading": None}
    consultant = Consultant(qtbot, {**job(), "language_tests": [test]})
    assert consultant.question == "Which score did CELPIP-General give for reading?"
    consultant.type("6")
    assert consultant.case.language_tests[0].reading == 6
    assert consultant.outcome == "met"


def test_months_of_a_study_of_2008_are_typed(qtbot: QtBot) -> None:
    study = {**GRADUATE["studies"][0], "full_time_months": None}
    consultant = Consultant(qtbot, {**GRADUATE, "studies": [study]})
    assert consultant.question == (
        "How many months of full-time study did “Diploma” take, scheduled breaks left out?"
    )
    consultant.type("18")
    assert consultant.case.studies[0].full_time_months == 18
    assert consultant.outcome == "met"


# Choices.


def test_a_province_is_chosen_from_a_menu(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, {**job(), "destination": None})
    assert consultant.question == "Where does the client intend to live?"
    answers = consultant.questions.first.answers
    assert answers is not None
    assert answers.menu is not None
    assert len(answers.menu.actions()) == 13
    next(action for action in answers.menu.actions() if action.text() == "Manitoba").trigger()
    assert consultant.case.destination == "MB"
    assert consultant.outcome == "met"


def test_an_occupation_carried_to_several_is_chosen_by_its_code(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(noc={"version": "2016", "code": "1525"}))
    assert consultant.question == "Which occupation (NOC) was the work at Saffron Row Restaurant?"
    assert consultant.offered() == ["13201 · TEER 3", "14404 · TEER 4", "In the form…"]
    consultant.press("13201 · TEER 3")
    assert consultant.case.jobs[0].noc_also == (NocCode(version="2021", code="13201"),)
    assert consultant.case.jobs[0].noc == NocCode(version="2016", code="1525")
    assert consultant.outcome == "met"


# Several questions.


@pytest.fixture
def two(qtbot: QtBot) -> Consultant:
    """The days without a status decide more than the duties."""
    return Consultant(qtbot, {**GAP, "destination": None})


def test_a_waiting_question_opens_where_it_stands(two: Consultant) -> None:
    (line,) = two.questions.waiting
    assert line.words.accessibleName() == "Where does the client intend to live?"
    click(line.link)
    assert two.question == "Where does the client intend to live?"
    assert two.asked == []
    (line,) = two.questions.waiting
    assert line.words.accessibleName().startswith("Which status did the client hold")


def test_answering_one_opens_the_next_with_the_keyboard_on_it(two: Consultant) -> None:
    answers = two.questions.first.answers
    assert answers is not None
    answers.first().setFocus()
    QTest.keyClick(answers.first(), Qt.Key.Key_Space)
    assert two.case.statuses[-1].kind == "maintained"
    assert two.question == "Where does the client intend to live?"
    following = two.questions.first.answers
    assert following is not None
    assert following.first().hasFocus()


def test_duties_taken_as_given_are_to_confirm_and_decide_nothing(qtbot: QtBot) -> None:
    unsure = {**GAP["jobs"][0], "duties_match": None}
    consultant = Consultant(qtbot, {**GAP, "jobs": [unsure]})
    assert consultant.panel.verdict.sentence.accessibleName() == "Undetermined: 1 question"
    (line,) = consultant.questions.waiting
    assert line.words.accessibleName() == "Were the main duties of 63200 performed at Saffron Row Restaurant?"
    assert line.decides.accessibleName() == "To confirm; only a “no” changes the outcome."
    click(line.link)
    consultant.press("No")
    assert consultant.case.jobs[0].duties_match is False
    assert consultant.outcome == "not_met"


def test_what_is_being_typed_stays_when_the_file_changes_elsewhere(qtbot: QtBot) -> None:
    consultant = Consultant(qtbot, job(start="2025-11", end=None))
    line = consultant.field().edit
    line.setFocus()
    QTest.keyClicks(line, "2025-11-")
    consultant.panel.display(view_of(consultant.case.model_copy(update={"notes": "called"})))
    assert consultant.field().edit is line
    assert line.text() == "2025-11-"


def test_every_button_says_to_a_screen_reader_what_it_answers(two: Consultant) -> None:
    answers = two.questions.first.answers
    assert answers is not None
    names = [button.accessibleName() for button in answers.findChildren(QPushButton)]
    assert "Maintained: Which status did the client hold: 2025-03-15 – 2025-03-17?" in names


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "raw",
    [
        GAP,
        {**MEMBER, "destination": None},
        job(paid=None),
        job(start="2025-11", end=None),
        job(hours_per_week=None),
        {**job(), "language_tests": [{**GAP["language_tests"][0], "reading": None}]},
    ],
)
def test_no_answer_is_wider_than_the_panel(qtbot: QtBot, raw: Mapping[str, Any], language: Language) -> None:
    consultant = Consultant(qtbot, raw, language)
    page = consultant.panel.pages.widget()
    assert page is not None
    assert page.width() <= consultant.panel.pages.viewport().width()
    wide = [
        child
        for child in page.findChildren(QWidget)
        if child.isVisible() and child.mapTo(page, child.rect().topRight()).x() > page.width()
    ]
    assert wide == []
