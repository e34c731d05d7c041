"""A consultant enters status, study, language, absences, education, the person, Express Entry and notes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.findings import Outcome
from cec_desktop.ui.fields.choice import ChoiceField, TriStateField
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.fields.rows_field import RowsField
from cec_desktop.ui.fields.scores import ScoreField
from cec_desktop.ui.tables.form import Form
from cec_desktop.ui.tables.rows import Sort
from tests.gui.desk import GAP, MEMBER, Desk, click, focused, press, view_of, write


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, MEMBER)


@pytest.fixture
def gap(qtbot: QtBot) -> Desk:
    return Desk(qtbot, GAP)


def choose(field: Field, value: object) -> None:
    assert isinstance(field, ChoiceField)
    box = field.box
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))
    box.activated.emit(box.currentIndex())


def shown(form: Form, name: str) -> bool:
    return form.field(name).isVisibleTo(form)


# Status.


def gap_key(desk: Desk) -> str:
    rows = desk.page("statuses").table.records.rows
    return next(row.key for row in rows if row.sort is Sort.GAP)


def test_days_without_a_status_have_a_row_of_their_own(gap: Desk) -> None:
    row = next(row for row in gap.page("statuses").table.records.rows if row.sort is Sort.GAP)
    texts = [cell.text for cell in row.cells]
    assert texts == [
        "Nothing entered",
        "2025-03-15",
        "2025-03-17",
        "3",
        "not known",
        "not known",
        "3 days of work wait for it",
    ]


def test_a_gap_is_filled_with_what_the_form_proposes(gap: Desk) -> None:
    assert view_of(gap.case).assessment.membership.outcome is Outcome.UNDETERMINED
    page = gap.page("statuses")
    page.choose(gap_key(gap))
    assert page.draft is not None
    assert page.entry.add_button.isVisibleTo(page)
    click(page.entry.add_button)
    added = gap.case.statuses[-1]
    assert (added.kind, added.start, added.end) == ("maintained", date(2025, 3, 15), date(2025, 3, 17))
    assert view_of(gap.case).assessment.membership.outcome is Outcome.MET
    assert gap.steps == 1


def test_the_form_says_what_filling_the_gap_would_bring(gap: Desk) -> None:
    page = gap.page("statuses")
    page.choose(gap_key(gap))
    assert page.entry.promise == "With this: 1,560 of 1,560 h"
    choose(page.form.field("kind"), "none")
    assert page.entry.promise == "With this: 1,547.1 of 1,560 h"
    assert gap.edits == []


def test_a_status_needs_a_kind(desk: Desk) -> None:
    page = desk.page("statuses")
    desk.tabs.corner.add.click()
    page.add_draft()
    assert len(desk.case.statuses) == 2
    assert page.form.note("kind") == "This is needed."
    assert focused() is page.form.field("kind").focusProxy()
    choose(page.form.field("kind"), "visitor")
    page.add_draft()
    assert desk.case.statuses[-1].kind == "visitor"


def test_may_work_is_left_to_the_kind_until_it_is_said(desk: Desk) -> None:
    field = desk.page("statuses", "pgwp").form.field("may_work")
    assert isinstance(field, TriStateField)
    assert field.button(None).isChecked()
    click(field.button(False))
    assert desk.case.statuses[1].may_work is False


def test_a_refused_choice_stays_and_says_why(desk: Desk) -> None:
    form = desk.page("language_tests", "ielts").form
    choose(form.field("test"), "celpip_general")
    assert desk.case.language_tests[0].test == "ielts_general"
    assert form.wrong_fields() == ["test"]
    assert form.field("test").note is not None


# Language.


def test_a_score_shows_the_level_it_earns(desk: Desk) -> None:
    form = desk.page("language_tests", "ielts").form
    field = form.field("listening")
    assert isinstance(field, ScoreField)
    assert field.level.text() == "CLB 9"
    desk.type(field, "6", leave=False)
    assert field.level.text() == "CLB 7"
    press(field.edit, Qt.Key.Key_Return)
    assert desk.case.language_tests[0].listening == Decimal(6)


def test_a_score_off_the_scale_is_refused_with_the_scale(desk: Desk) -> None:
    form = desk.page("language_tests", "ielts").form
    desk.type(form.field("writing"), "6.3")
    assert form.note("writing") == "0 to 9 in steps of 0.5."
    assert desk.case.language_tests[0].writing == Decimal("6.5")


def test_celpip_takes_its_code(gap: Desk) -> None:
    form = gap.page("language_tests", "celpip").form
    gap.type(form.field("reading"), "m")
    assert gap.case.language_tests[0].reading == "M"


def test_the_former_column_is_asked_only_of_the_newer_tef_sheet(desk: Desk) -> None:
    page = desk.page("language_tests")
    page.begin()
    choose(page.form.field("test"), "tef_canada")
    assert shown(page.form, "tef_scale")
    assert not shown(page.form, "former.listening")
    choose(page.form.field("tef_scale"), "since_2019")
    assert shown(page.form, "former.listening")
    desk.type(page.form.field("listening"), "500")
    desk.type(page.form.field("former.listening"), "298")
    page.add_draft()
    added = desk.case.language_tests[-1]
    assert added.former is not None
    assert (added.listening, added.former.listening) == (Decimal(500), Decimal(298))


def test_the_table_says_levels_and_the_last_day(desk: Desk) -> None:
    (row,) = desk.page("language_tests").table.records.rows
    assert [cell.text for cell in row.cells] == [
        "IELTS General Training",
        "2025-03-02",
        "9",
        "9",
        "8",
        "9",
        "CLB 8",
        "2027-03-01",
        "serves this application",
    ]


# Study, absences, education.


def test_a_credential_date_may_be_a_month(desk: Desk) -> None:
    form = desk.page("studies", "lake").form
    desk.type(form.field("credential_date"), "2024-06")
    assert desk.case.studies[0].credential_date == YearMonth(2024, 6)


def test_a_province_is_asked_only_of_studies_in_canada(desk: Desk) -> None:
    form = desk.page("studies", "lake").form
    assert shown(form, "province")
    desk.type(form.field("country"), "Nigeria")
    assert desk.case.studies[0].country == "NG"
    assert not shown(form, "province")


@pytest.mark.parametrize("typed", ["NG", "nigeria", "Nigéria", "nige"])
def test_a_country_is_known_by_its_code_and_its_names(desk: Desk, typed: str) -> None:
    page = desk.page("absences")
    page.begin()
    line = desk.type(page.form.field("country"), typed, leave=False)
    press(line, Qt.Key.Key_Return)
    if typed == "nige":  # Niger begins so too
        assert page.form.note("country") == "No country of this name. Choose one of the list."
    else:
        page.add_draft()
        assert desk.case.absences[0].country == "NG"


def test_an_absence_is_counted_in_days(desk: Desk) -> None:
    page = desk.page("absences")
    page.begin()
    desk.type(page.form.field("country"), "France")
    desk.type(page.form.field("start"), "2025-12-20")
    desk.type(page.form.field("end"), "2026-01-08")
    choose(page.form.field("purpose"), "family")
    page.add_draft()
    (row,) = page.table.records.rows
    assert [cell.text for cell in row.cells] == ["France", "2025-12-20", "2026-01-08", "20", "Family"]


def test_a_credential_points_at_the_study_behind_it(desk: Desk) -> None:
    page = desk.page("education")
    page.begin()
    choose(page.form.field("level"), "one_year")
    choose(page.form.field("study"), "lake")
    page.add_draft()
    assert (desk.case.education[0].level, desk.case.education[0].study) == ("one_year", "lake")


def test_an_assessment_is_kept_in_one_part(desk: Desk) -> None:
    page = desk.page("education")
    page.begin()
    choose(page.form.field("level"), "three_year")
    desk.type(page.form.field("eca.organization"), "WES")
    desk.type(page.form.field("eca.issued_on"), "2024-01-15")
    page.add_draft()
    eca = desk.case.education[0].eca
    assert eca is not None
    assert (eca.organization, eca.issued_on) == ("WES", date(2024, 1, 15))
    desk.type(page.form.field("eca.organization"), "")
    desk.type(page.form.field("eca.issued_on"), "")
    assert desk.case.education[0].eca is None


# The person.


def person(desk: Desk) -> Form:
    desk.tabs.strip.choose(desk.order("person"))
    return desk.tabs.form_page("person").form


def test_a_file_keeps_its_family_name(desk: Desk) -> None:
    form = person(desk)
    desk.type(form.field("client.family_name"), "")
    assert form.note("client.family_name") == "Every file has this. It cannot be empty."
    assert desk.case.client.family_name == "Okafor"


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("client.given_names", "Adaeze Ngozi", "Adaeze Ngozi"),
        ("client.date_of_birth", "17 May 1995", date(1995, 5, 17)),
        ("client.citizenships", "Nigeria, canada", ("NG", "CA")),
        ("client.country_of_residence", "CA", "CA"),
        ("client.email", "adaeze@example.org", "adaeze@example.org"),
        ("client.uci", "1234-5678", "1234-5678"),
    ],
)
def test_facts_of_the_person(desk: Desk, name: str, typed: str, kept: object) -> None:
    desk.type(person(desk).field(name), typed)
    assert getattr(desk.case.client, name.removeprefix("client.")) == kept


def test_a_country_nobody_knows_keeps_the_words(desk: Desk) -> None:
    form = person(desk)
    line = desk.type(form.field("client.citizenships"), "Nigeria, Atlantis")
    assert form.note("client.citizenships") == "No country is called “Atlantis”."
    assert line.text() == "Nigeria, Atlantis"


def test_a_passport_is_made_by_its_first_fact_and_goes_with_its_last(desk: Desk) -> None:
    form = person(desk)
    desk.type(form.field("client.passport.number"), "A01234567")
    assert desk.case.client.passport is not None
    assert desk.case.client.passport.number == "A01234567"
    desk.type(form.field("client.passport.number"), "")
    assert desk.case.client.passport is None


def test_a_police_certificate_is_added(desk: Desk) -> None:
    field = person(desk).field("client.police")
    assert isinstance(field, RowsField)
    field.add_button.click()
    desk.type(field.rows[0].field("country"), "Nigeria")
    desk.type(field.rows[0].field("issued_on"), "2026-05-01")
    (certificate,) = desk.case.client.police
    assert (certificate.country, certificate.issued_on) == ("NG", date(2026, 5, 1))


def test_the_application_becomes_real(desk: Desk) -> None:
    form = person(desk)
    field = form.field("application.submitted")
    assert isinstance(field, TriStateField)
    click(field.button(True))
    desk.type(form.field("application.received_on"), "2026-11-20")
    application = desk.case.application
    assert application is not None
    assert (application.submitted, application.received_on) == (True, date(2026, 11, 20))


def test_where_the_client_will_live(desk: Desk) -> None:
    choose(person(desk).field("destination"), "QC")
    assert desk.case.destination == "QC"
    assert view_of(desk.case).assessment.membership.outcome is Outcome.NOT_MET


# Express Entry and notes.


def test_an_invitation_opens_the_intake(desk: Desk) -> None:
    desk.tabs.strip.choose(desk.order("express_entry"))
    form = desk.tabs.form_page("express_entry").form
    desk.type(form.field("invitation.issued_on"), "2026-11-01")
    choose(form.field("invitation.program_class"), "cec")
    assert desk.case.invitation is not None
    assert desk.case.invitation.program_class == "cec"
    assert view_of(desk.case).assessment.intake.outcome is Outcome.MET
    desk.type(form.field("invitation.cutoff"), "518")
    assert desk.case.invitation.cutoff == Decimal(518)


def notes(desk: Desk) -> CaseFile:
    return desk.case


def test_notes_are_saved_after_a_pause(desk: Desk) -> None:
    desk.tabs.strip.choose(desk.order("notes"))
    field = desk.tabs.form_page("notes").form.field("notes")
    field.setFocus()
    write("Called the employer.")
    assert desk.case.notes is None
    desk.qtbot.waitUntil(lambda: desk.case.notes == "Called the employer.")
    write(" Letter to come.")
    assert desk.tabs.flush()
    assert notes(desk).notes == "Called the employer. Letter to come."
    assert desk.steps == 1


def test_leaving_the_tab_saves_the_notes(desk: Desk) -> None:
    desk.tabs.strip.choose(desk.order("notes"))
    field = desk.tabs.form_page("notes").form.field("notes")
    field.setFocus()
    write("Called.")
    desk.tabs.strip.choose(desk.order("jobs"))
    assert desk.case.notes == "Called."
