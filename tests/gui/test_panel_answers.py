"""What the panel says of a client: the answer, its dates and margins, questions, conditions and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cec_desktop.i18n.words import Language, words
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.ui.panel.condition_model import Node
from cec_desktop.ui.panel.law import law_words
from cec_desktop.ui.panel.panel import EligibilityPanel
from cec_desktop.ui.panel.span_bar import ends_of
from cec_desktop.ui.theme import theme_named
from tests.gui.desk import GAP, MEMBER, case_of, click, view_of

SHORT: Mapping[str, Any] = {
    **GAP,
    "statuses": [{"kind": "open_work_permit", "start": "2024-09-18", "end": "2027-03-17"}],
    "jobs": [{**GAP["jobs"][0], "start": "2026-02-16", "end": None}],
}
"""Some 1,195 of 1,560 hours on the day of the application."""
NEVER: Mapping[str, Any] = {**SHORT, "destination": "QC"}
GRADUATE: Mapping[str, Any] = {
    "format": "cec-case",
    "version": 1,
    "file_number": "2010-0005",
    "application_date": "2010-05-01",
    "destination": "MB",
    "client": {"family_name": "Delgado", "given_names": "Inés", "date_of_birth": "1985-01-01"},
    "statuses": [
        {"kind": "study_permit", "start": "2006-08-01", "end": "2008-08-31"},
        {"kind": "post_graduation_work_permit", "start": "2008-09-01", "end": "2011-08-31"},
    ],
    "jobs": [
        {
            "employer": "Prairie Bank",
            "start": "2008-10-01",
            "hours_per_week": 37.5,
            "noc": {"version": "2006", "code": "1114"},
        }
    ],
    "studies": [
        {
            "program": "Diploma",
            "institution": "Red River College",
            "institution_kind": "public",
            "full_time": True,
            "full_time_months": 18,
            "start": "2006-09-01",
            "end": "2008-05-30",
            "credential": "diploma",
            "credential_date": "2008-06-15",
        }
    ],
    "language_tests": [
        {
            "test": "ielts_general",
            "result_date": "2009-06-20",
            "listening": 7,
            "reading": 6,
            "writing": 6,
            "speaking": 7,
        }
    ],
}


class Reader:
    """Somebody who reads the panel."""

    def __init__(self, qtbot: QtBot, raw: Mapping[str, Any], language: Language = "en") -> None:
        self.case = case_of(raw)
        self.panel = EligibilityPanel(words(language), theme_named("light"))
        qtbot.addWidget(self.panel)
        self.asked: list[str] = []
        self.lit: list[str] = []
        self.panel.fact_requested.connect(self.asked.append)
        self.panel.condition_selected.connect(self.lit.append)
        self.panel.resize(348, 1100)
        self.panel.display(view_of(self.case))
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    def nodes(self) -> Iterator[Node]:
        """Every row of the conditions."""
        for root in self.panel.conditions.conditions.roots:
            yield from root.walk()

    def texts(self) -> list[str]:
        """The words of every row of the conditions."""
        return [node.text for node in self.nodes()]

    def point_at(self, text: str) -> None:
        """Put the keyboard on a condition."""
        tree = self.panel.conditions
        node = next(node for node in self.nodes() if node.text == text)
        tree.setCurrentIndex(tree.conditions.index_of(node))
        tree.setFocus()

    def press(self, key: Qt.Key) -> None:
        """Press a key in the conditions."""
        QTest.keyClick(self.panel.conditions, key)


@pytest.fixture
def member(qtbot: QtBot) -> Reader:
    return Reader(qtbot, MEMBER)


@pytest.fixture
def undetermined(qtbot: QtBot) -> Reader:
    return Reader(qtbot, GAP)


# The verdict.


@pytest.mark.parametrize(
    ("raw", "shape", "sentence"),
    [
        (MEMBER, "met", "Member of the class"),
        (SHORT, "not_met", "Not a member"),
        (GAP, "undetermined", "Undetermined: 1 question"),
        ({**GAP, "destination": None}, "undetermined", "Undetermined: 2 questions"),
    ],
)
def test_the_answer_comes_first_in_shape_and_words(
    qtbot: QtBot, raw: Mapping[str, Any], shape: str, sentence: str
) -> None:
    verdict = Reader(qtbot, raw).panel.verdict
    assert verdict.shape.outcome == shape
    assert verdict.sentence.accessibleName() == sentence


def test_the_rules_it_was_read_by_stand_below_it(member: Reader) -> None:
    rules = member.panel.verdict.rules.accessibleName()
    assert rules == "Canadian Experience Class, rules of 2022-11-16 · projected"


def test_a_graduate_of_2010_is_told_the_stream(qtbot: QtBot) -> None:
    rules = Reader(qtbot, GRADUATE).panel.verdict.rules.accessibleName()
    assert rules == "Canadian Experience Class, rules of 2008-09-17 · post-graduation stream"


def test_a_day_before_the_class_says_so(qtbot: QtBot) -> None:
    reader = Reader(qtbot, {**GRADUATE, "application_date": "2008-09-16"})
    assert reader.panel.verdict.rules.accessibleName() == "The class did not exist on this day."
    assert not reader.panel.hours.isVisible()


# From when, until when.


def test_both_ends_stand_with_their_reasons(member: Reader) -> None:
    dates = view_of(member.case).assessment.dates
    span = member.panel.span
    assert span.start.accessibleName() == f"from {dates.earliest}"
    assert span.start_reason.accessibleName() == "hours reached"
    assert span.end.accessibleName() == f"until {dates.last}"
    assert span.end_reason.accessibleName() == "IELTS General Training of 2025-03-02 expires"
    assert span.safe.accessibleName().startswith(f"Safe from {dates.safe}: ")


def test_never_replaces_the_bar(qtbot: QtBot) -> None:
    span = Reader(qtbot, NEVER).panel.span
    assert span.never.accessibleName() == "Never within ten years"
    assert not span.bar.isVisible()


def test_what_hangs_on_a_question_is_not_shown_as_sure(undetermined: Reader) -> None:
    ends = ends_of(view_of(undetermined.case).assessment)
    assert ends is not None
    assert ends.sure is None
    assert ends.possible is not None
    assert undetermined.panel.span.start_reason.accessibleName() == "if the questions are answered so"


def test_the_bar_keeps_every_mark_inside(member: Reader) -> None:
    assessment = view_of(member.case).assessment
    ends = ends_of(assessment)
    assert ends is not None
    assert ends.sure is not None
    for day in (assessment.on, assessment.today, *ends.sure):
        assert 0 < ends.share(day) < 1


# Margins.


def test_hours_never_stand_without_their_margin(member: Reader) -> None:
    membership = view_of(member.case).assessment.membership
    assert membership.hours is not None
    hours = member.panel.hours
    assert hours.counted.accessibleName().endswith("h of 1,560 h")
    margin = float(membership.hours.margin)
    assert (
        hours.margin.accessibleName()
        == f"{int(margin * 10) / 10:,} h to spare · {membership.margin_days} days"
    )


def test_what_is_still_to_be_worked_is_told_apart(member: Reader) -> None:
    detail = member.panel.hours.detail.accessibleName()
    assert detail.endswith("77.1 h projected (18 days)")


def test_a_shortfall_is_rounded_up(qtbot: QtBot) -> None:
    reader = Reader(qtbot, SHORT)
    tally = view_of(reader.case).assessment.membership.hours
    assert tally is not None
    assert reader.panel.hours.margin.accessibleName().startswith("364.3 h short · ")
    assert float(tally.margin) == pytest.approx(-364.2857, abs=1e-3)


def test_open_days_are_said_as_possible_hours(undetermined: Reader) -> None:
    assert undetermined.panel.hours.counted.accessibleName() == "1,547.1 h of 1,560 h"
    assert undetermined.panel.hours.margin.accessibleName() == "1,560 h possible"


def test_language_shows_four_levels_and_the_one_asked(member: Reader) -> None:
    language = member.panel.language
    assert language.level.accessibleName() == "CLB 8 of 7 required"
    assert [cell[:2] for cell in language.cells.cells] == [
        ("Listening", "9"),
        ("Reading", "9"),
        ("Writing", "8"),
        ("Speaking", "9"),
    ]
    assert language.test.accessibleName() == "IELTS General Training of 2025-03-02, valid until 2027-03-01"


def test_an_ability_below_the_level_carries_the_shape(qtbot: QtBot) -> None:
    low = {**MEMBER["language_tests"][0], "writing": 5}
    reader = Reader(qtbot, {**MEMBER, "language_tests": [low]})
    outcomes = [cell[2] for cell in reader.panel.language.cells.cells]
    assert outcomes == ["met", "met", "not_met", "met"]


def test_a_combination_of_2010_serves_without_a_mark(qtbot: QtBot) -> None:
    mixed = {**GRADUATE["language_tests"][0], "listening": 7.5, "writing": 5.5}
    reader = Reader(qtbot, {**GRADUATE, "language_tests": [mixed]})
    language = reader.panel.language
    assert reader.panel.verdict.shape.outcome == "met"
    assert language.level.accessibleName() == "CLB 6 of 7, reached by a combination of levels"
    assert {cell[2] for cell in language.cells.cells} == {"met"}


def test_no_test_is_said_with_what_is_asked(qtbot: QtBot) -> None:
    reader = Reader(qtbot, {**MEMBER, "language_tests": []})
    assert reader.panel.language.level.accessibleName() == "No language test CLB 7 required"


# The permit bridge.


def test_a_permit_that_carries_says_so_in_one_line(member: Reader) -> None:
    bridge = member.panel.bridge
    assert bridge.until.accessibleName() == "Last day of authorized work: 2027-08-31"
    assert bridge.extend.accessibleName() == "Last day to apply for an extension: 2027-08-31"
    lines = [line for line in bridge.lines if line.isVisible()]
    assert [(line.shape.outcome, line.words.accessibleName()) for line in lines] == [
        ("met", "Carries to the earliest and the safe day and past the application")
    ]


def test_a_permit_that_ends_before_the_application_is_told_line_by_line(qtbot: QtBot) -> None:
    ending = [MEMBER["statuses"][0], {**MEMBER["statuses"][1], "end": "2026-11-15"}]
    reader = Reader(qtbot, {**MEMBER, "statuses": ending})
    lines = [line for line in reader.panel.bridge.lines if line.isVisible()]
    assert (lines[-1].shape.outcome, lines[-1].words.accessibleName()) == (
        "not_met",
        "Does not carry past the application, 2026-11-22",
    )


# Questions.


def test_the_question_that_decides_most_stands_open(undetermined: Reader) -> None:
    questions = undetermined.panel.questions
    assert questions.head.accessibleName() == "What would decide it"
    assert (
        questions.first.question.accessibleName()
        == "Which status did the client hold: 2025-03-15 – 2025-03-17?"
    )
    assert questions.first.decides.accessibleName() == "Decides 12.8 h: 1,560 with it, 1,547.1 without."


def test_under_the_cap_less_hangs_on_an_answer_than_its_days_have(qtbot: QtBot) -> None:
    second = {**GAP["jobs"][0], "id": "second", "employer": "Second"}
    reader = Reader(qtbot, {**GAP, "jobs": [GAP["jobs"][0], second]})
    said = reader.panel.questions.first.decides.accessibleName()
    assert said == "Decides 12.8 h: 1,560 with it, 1,547.1 without."


def test_a_member_is_asked_nothing(member: Reader) -> None:
    assert not member.panel.questions.isVisible()


def test_an_undated_job_is_to_complete_and_no_question(qtbot: QtBot) -> None:
    reader = Reader(qtbot, {**MEMBER, "jobs": [*MEMBER["jobs"], {"employer": "Tutor Hub"}]})
    assert reader.panel.verdict.sentence.accessibleName() == "Member of the class"
    assert reader.panel.questions.head.accessibleName() == "To complete"
    assert not reader.panel.questions.first.isVisible()


# Conditions.


def test_conditions_stand_in_the_regulations_order(member: Reader) -> None:
    roots = member.panel.conditions.conditions.roots
    assert [node.citation for node in roots] == [
        "R87.1(1)",
        "R87.1(2)(a)",
        "R87.1(2)(b)",
        "R87.1(2)(c)",
        "R87.1(2)(d)",
        "R87.1(2)(e)",
        "R87.1(3)(a)",
        "R87.1(3)(b)",
        "R87.1(3)(c)",
    ]
    assert roots[1].text == "One year of work in three"


def test_enter_shows_the_sentence_the_law_and_the_facts(member: Reader) -> None:
    member.point_at("One year of work in three")
    member.press(Qt.Key.Key_Return)
    texts = member.texts()
    assert any(text.startswith("Full-time work in Canada or its part-time equivalent") for text in texts)
    assert any(text.startswith("The law, R87.1(2)(a): At least 1,560 hours of paid work") for text in texts)
    assert any(text.startswith("Northlight Software Inc.: ") for text in texts)
    member.press(Qt.Key.Key_Return)
    assert not any(text.startswith("Northlight Software Inc.: ") for text in member.texts())


def test_a_fact_leads_to_its_place(member: Reader) -> None:
    member.point_at("One year of work in three")
    member.press(Qt.Key.Key_Return)
    fact = next(node for node in member.nodes() if node.text.startswith("Northlight"))
    member.point_at(fact.text)
    member.press(Qt.Key.Key_Return)
    assert member.asked == ["jobs[1]"]


def test_walking_the_conditions_lights_their_days(member: Reader) -> None:
    member.point_at("Will live outside Quebec: Ontario")
    member.press(Qt.Key.Key_Down)
    assert member.lit[-1] == "work_experience"
    member.press(Qt.Key.Key_Escape)
    assert member.lit[-1] == ""


def test_a_click_lights_a_condition(member: Reader, qtbot: QtBot) -> None:
    tree = member.panel.conditions
    node = next(node for node in member.nodes() if node.text == "No full-time study during work")
    rect = tree.visualRect(tree.conditions.index_of(node))
    click(tree.viewport(), rect.center())
    assert member.lit[-1] == "study_excluded"


def test_the_law_is_told_by_the_text_of_the_day(qtbot: QtBot) -> None:
    reader = Reader(qtbot, GRADUATE)
    reader.point_at("One year of work in two")
    reader.press(Qt.Key.Key_Return)
    law = next(text for text in reader.texts() if text.startswith("The law, R87.1(2)(a)(i): "))
    assert "At least 1,950 hours of paid work in Canada after the credential, full-time at 37.5 hours" in law
    assert "within the 2 years before the application" in law


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "raw", [MEMBER, GRADUATE, {**MEMBER, "invitation": {"issued_on": "2026-11-01", "class": "cec"}}]
)
@pytest.mark.parametrize("day", [None, "2010-05-01", "2012-02-29", "2014-06-02", "2018-01-15", "2022-03-01"])
def test_every_condition_tells_its_law(raw: Mapping[str, Any], day: str | None, language: Language) -> None:
    case = case_of({**raw, **({"application_date": day} if day else {})})
    assessment = view_of(case).assessment
    waiting = [*assessment.membership.conditions, *assessment.intake.conditions]
    silent = []
    while waiting:
        finding = waiting.pop()
        law = law_words(finding, assessment.on, load_rulebook(), words(language))
        if words(language).citation(finding.citation) not in law:
            silent.append(finding.id)
        waiting += finding.conditions
    assert silent == []


def test_the_facts_and_the_law_of_all_conditions_open_and_close_at_once(member: Reader) -> None:
    before = member.texts()
    member.panel.more.show_all.trigger()
    assert sum(text.startswith("The law, ") for text in member.texts()) == 11
    member.panel.more.hide_all.trigger()
    assert member.texts() == before


def test_the_assessment_is_copied_as_text(member: Reader) -> None:
    member.panel.more.copy.trigger()
    copied = QApplication.clipboard().text()
    assert "[x] Member of the Canadian Experience Class" in copied
    assert "Client: OKAFOR, Adaeze" in copied


def test_a_condition_pointed_at_is_marked_and_brought_into_sight(member: Reader) -> None:
    member.panel.resize(348, 720)
    tree = member.panel.conditions
    plain = tree.grab().toImage()
    member.panel.point_at("temporary_status")
    assert tree.grab().toImage() != plain
    (marked,) = [node for node in member.nodes() if tree.is_marked(node)]
    assert marked.text == "Temporary resident while working"
    where = tree.visualRect(tree.conditions.index_of(marked)).center()
    in_view = tree.viewport().mapTo(member.panel.pages.viewport(), where)
    assert member.panel.pages.viewport().rect().contains(in_view)
    member.panel.point_at("")
    assert tree.grab().toImage() == plain


def test_pointing_at_a_condition_opens_the_fold_it_is_in(member: Reader) -> None:
    member.panel.resize(348, 600)
    (fold,) = member.panel.conditions.conditions.roots
    assert not member.panel.conditions.is_open(fold)
    member.panel.point_at("study_excluded")
    assert member.panel.conditions.is_open(fold)


def test_what_was_opened_stays_open_when_the_file_changes(member: Reader) -> None:
    member.point_at("One year of work in three")
    member.press(Qt.Key.Key_Return)
    member.panel.display(view_of(member.case.model_copy(update={"application_date": date(2026, 12, 1)})))
    assert any(text.startswith("Northlight Software Inc.: ") for text in member.texts())


def test_with_little_height_what_is_met_folds_into_one_row(member: Reader) -> None:
    member.panel.resize(348, 600)
    (fold,) = member.panel.conditions.conditions.roots
    assert (fold.text, fold.citation) == ("9 of 9 conditions met", "R87.1(1) – (3)")
    member.point_at("9 of 9 conditions met")
    assert not member.panel.conditions.is_open(fold)
    member.press(Qt.Key.Key_Return)
    assert member.panel.conditions.is_open(fold)
    member.panel.resize(348, 1100)
    assert len(member.panel.conditions.conditions.roots) == 9


def test_what_is_not_met_never_folds(qtbot: QtBot) -> None:
    reader = Reader(qtbot, SHORT)
    reader.panel.resize(348, 600)
    first, fold = reader.panel.conditions.conditions.roots
    assert first.text == "One year of work in three"
    assert fold.text == "8 conditions met"


def test_two_streams_stand_under_one_condition(qtbot: QtBot) -> None:
    texts = Reader(qtbot, GRADUATE).texts()
    assert "One of the two streams" in texts
    assert {"Post-graduation stream", "Temporary foreign worker stream"} <= set(texts)
    assert {"One year of work in two", "Two years of work in three"} <= set(texts)


# Intake and notes.


def test_no_invitation_is_said_with_the_way_to_add_one(member: Reader) -> None:
    assert member.panel.intake.words.accessibleName() == "Intake: no invitation entered"
    assert member.panel.intake.shape.outcome == "not_met"
    member.panel.intake.link.click()
    assert member.asked == ["invitation.issued_on"]


def test_an_invitation_shows_the_last_day_to_answer(qtbot: QtBot) -> None:
    reader = Reader(qtbot, {**MEMBER, "invitation": {"issued_on": "2026-11-01", "class": "cec"}})
    assert reader.panel.intake.words.accessibleName() == "Intake: apply by 2026-12-31"
    assert reader.panel.intake_conditions.isVisible()


def test_advisories_carry_the_triangle_and_no_verdict(member: Reader) -> None:
    assessment = view_of(member.case).assessment
    notes = member.panel.notes()
    assert [shape for shape, _text in notes] == ["advisory"] * len(notes)
    sentences = [text for _shape, text in notes]
    assert sentences[: len(assessment.advisories)] == [
        words("en").message(advisory.message) for advisory in assessment.advisories
    ]
    assert "The law was compared with the official text to 2026-06-14 only." in sentences


# Languages, widths, previews.


def test_a_preview_is_marked_as_one(member: Reader) -> None:
    member.panel.display(view_of(member.case, preview=True))
    assert member.panel.is_preview
    member.panel.display(view_of(member.case))
    assert not member.panel.is_preview


def test_the_language_switches_live(member: Reader) -> None:
    member.panel.set_words(words("fr"))
    assert member.panel.verdict.sentence.accessibleName() == "Fait partie de la catégorie"
    assert "Une année de travail en trois ans" in member.texts()
    assert [node.citation for node in member.nodes()][1] == "R87.1(2)a)"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [320, 348, 400])
@pytest.mark.parametrize("raw", [MEMBER, GAP, SHORT, GRADUATE])
def test_nothing_is_wider_than_the_panel(
    qtbot: QtBot, raw: Mapping[str, Any], width: int, language: Language
) -> None:
    panel = Reader(qtbot, raw, language).panel
    panel.resize(width, 900)
    page = panel.pages.widget()
    assert page is not None
    assert page.width() <= panel.pages.viewport().width()
    wide = [
        child
        for child in page.findChildren(QWidget)
        if child.isVisible() and child.mapTo(page, child.rect().topRight()).x() > page.width()
    ]
    assert wide == []


def test_the_theme_switches_live(member: Reader) -> None:
    before = member.panel.grab().toImage()
    member.panel.set_theme(theme_named("dark"))
    assert member.panel.grab().toImage() != before
