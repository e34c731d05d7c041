"""A consultant enters the family, the background, the rest of Express Entry; no fact is without a field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.model import Application, CaseFile, Certificate, NocCode, Value
from cec_desktop.ui.fields.choice import AnswerField, ChoiceField, PresenceField, TriStateField
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.fields.rows_field import RowsField
from cec_desktop.ui.tables.form import Form
from cec_desktop.ui.tables.record_kinds import BY_NAME, OF_SPOUSE, RecordKind
from cec_desktop.ui.tables.record_tabs import FAMILY, ORDER
from cec_desktop.ui.tables.spec import rows_of
from cec_desktop.ui.tables.whole_forms import FORMS
from tests.gui.desk import MEMBER, Desk, click, press


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, MEMBER)


def choose(field: Field, value: object) -> None:
    assert isinstance(field, ChoiceField)
    box = field.box
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemData(at) == value))
    box.activated.emit(box.currentIndex())


def answer(field: Field, value: bool) -> None:
    assert isinstance(field, TriStateField)
    click(field.button(value))


def family(desk: Desk) -> Form:
    desk.tabs.strip.choose(desk.order("family"))
    desk.tabs.family_strip.choose(0)
    return desk.tabs.form_page("family").form


def member(desk: Desk, name: str) -> None:
    """Go to a page of the family tab."""
    desk.tabs.strip.choose(desk.order("family"))
    desk.tabs.family_strip.choose(FAMILY.index(name))


# Every fact has a field.


def inner(annotation: object) -> Iterator[type[Value]]:
    """Every class of ours in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from inner(part)


def facts(model: type[Value], place: str = "") -> Iterator[str]:
    """Every fact of a value: lists stand for their entries, codes for themselves."""
    for name, field in model.model_fields.items():
        if name in ("id", "format", "version") or (not place and name in ("office", "application_date")):
            continue
        at = f"{place}{name}"
        parts = [part for part in inner(field.annotation) if part is not NocCode]
        if not parts:
            yield at
        for part in parts:
            yield from facts(part, f"{at}.")


def fields() -> set[str]:
    """Every fact a form has a field for."""
    found = set()
    forms = [("", groups) for _title, groups in FORMS.values()]
    forms += [(f"{name}.", kind.form) for name, kind in BY_NAME.items()]
    for place, groups in forms:
        for spec in (spec for group in groups for spec in group.fields):
            rows = rows_of(spec)
            columns = [column.name for column in rows.columns if column.name] if rows else []
            found |= {f"{place}{spec.name}.{column}" for column in columns} or {f"{place}{spec.name}"}
    return found


def test_every_fact_of_the_format_has_a_field() -> None:
    missing = set(facts(CaseFile)) - fields()
    # The day of the application stands in the head of the file, and is what "received on" replaces.
    assert missing == set()


def test_the_eight_parts_stand_in_tabs(desk: Desk) -> None:
    titles = [desk.tabs.strip.bar.tabText(at).rstrip(" 0123456789") for at in range(len(ORDER))]
    wanted = ["Person", "Status", "Work", "Study", "Language", "Education", "Family", "Notes"]
    assert set(wanted) <= set(titles)


# The spouse.


def test_without_a_spouse_nothing_of_one_is_asked(desk: Desk) -> None:
    form = family(desk)
    assert isinstance(form.field("spouse"), PresenceField)
    assert not form.field("spouse.family_name").isVisibleTo(form)
    documents = next(each for each in form.findChildren(QLabel) if each.text().startswith("Documents of the"))
    assert not documents.isVisible()


def spouses(desk: Desk) -> int:
    return 0 if desk.case.spouse is None else 1


def test_a_spouse_is_made_filled_in_and_taken_away(desk: Desk) -> None:
    form = family(desk)
    answer(form.field("spouse"), True)
    assert desk.case.spouse is not None
    desk.type(form.field("spouse.family_name"), "Okafor")
    desk.type(form.field("spouse.date_of_birth"), "3 March 1995")
    desk.type(form.field("spouse.passport.number"), "A123")
    answer(form.field("spouse.accompanying"), True)
    spouse = desk.case.spouse
    assert (spouse.family_name, spouse.date_of_birth, spouse.accompanying) == (
        "Okafor",
        date(1995, 3, 3),
        True,
    )
    assert spouse.passport is not None
    assert desk.tabs.strip.bar.tabText(desk.order("family")) == "Family 1"
    desk.type(form.field("spouse.family_name"), "")
    assert desk.case.spouse is not None  # of whom less is known, but who is there
    answer(form.field("spouse"), False)
    assert spouses(desk) == 0
    desk.undo()
    assert spouses(desk) == 1


def test_a_language_result_of_the_spouse_is_added(desk: Desk) -> None:
    member(desk, "spouse.language_tests")
    page = desk.tabs.page("spouse.language_tests")
    click(desk.tabs.corner.add)
    choose(page.form.field("test"), "ielts_general")
    desk.type(page.form.field("result_date"), "2026-01-15")
    desk.type(page.form.field("listening"), "7,5")
    page.add_draft()
    assert desk.case.spouse is not None
    (test,) = desk.case.spouse.language_tests
    assert (test.result_date, test.listening) == (date(2026, 1, 15), Decimal("7.5"))
    assert page.table.records.rows[0].cells[0].text == "IELTS General Training"
    assert desk.selected == []  # other views show the client's own entries


@pytest.mark.parametrize("kind", OF_SPOUSE, ids=lambda kind: kind.list_name)
def test_every_list_of_the_spouse_takes_an_entry(desk: Desk, kind: RecordKind) -> None:
    name = kind.list_name
    member(desk, name)
    page = desk.tabs.page(name)
    click(desk.tabs.corner.add)
    for needed in page.kind.needed:
        field = page.form.field(needed)
        assert isinstance(field, ChoiceField)
        choose(field, field.box.itemData(0))
    page.add_draft()
    assert desk.case.spouse is not None
    assert len(getattr(desk.case.spouse, name.removeprefix("spouse."))) == 1
    assert len(page.table.records.rows) == 1
    press(page.table, Qt.Key.Key_Delete)
    assert getattr(desk.case.spouse, name.removeprefix("spouse.")) == ()


def test_the_credential_of_a_spouse_points_at_a_study_of_the_spouse(desk: Desk) -> None:
    for name, field, value in (
        ("spouse.studies", "program", "Nursing"),
        ("spouse.education", "institution", "Hilltop"),
    ):
        member(desk, name)
        page = desk.tabs.page(name)
        click(desk.tabs.corner.add)
        if name.endswith("education"):
            choose(page.form.field("level"), "two_year")
        desk.type(page.form.field(field), value)
        page.add_draft()
    study = desk.tabs.page("spouse.education").form.field("study")
    assert isinstance(study, ChoiceField)
    assert [study.box.itemText(at) for at in range(study.box.count())][1:] == ["Nursing"]


# Children and relatives.


def test_a_child_is_added_with_its_papers(desk: Desk) -> None:
    member(desk, "children")
    page = desk.tabs.page("children")
    click(desk.tabs.corner.add)
    desk.type(page.form.field("given_names"), "Ada")
    desk.type(page.form.field("date_of_birth"), "2019-05-01")
    answer(page.form.field("accompanying"), True)
    desk.type(page.form.field("passport.number"), "C9")
    page.add_draft()
    (child,) = desk.case.children
    assert (child.given_names, child.accompanying) == ("Ada", True)
    assert child.passport is not None
    assert [cell.text for cell in page.table.records.rows[0].cells[:2]] == ["Ada", "2019-05-01"]


def test_a_relative_in_canada_is_a_row(desk: Desk) -> None:
    field = family(desk).field("relatives_in_canada")
    assert isinstance(field, RowsField)
    field.add_button.click()
    desk.type(field.rows[0].field("relation"), "sister")
    lives = field.rows[0].field("lives_in_canada")
    assert isinstance(lives, AnswerField)
    choose(lives, "yes")
    (relative,) = desk.case.relatives_in_canada
    assert (relative.relation, relative.lives_in_canada) == ("sister", True)
    choose(lives, None)
    assert desk.case.relatives_in_canada[0].lives_in_canada is None


# Background, and the rest of Express Entry.


def test_a_background_entry_points_at_a_job_instead_of_repeating_it(desk: Desk) -> None:
    desk.tabs.strip.choose(desk.order("history"))
    page = desk.tabs.page("history")
    click(desk.tabs.corner.add)
    choose(page.form.field("activity"), "work")
    choose(page.form.field("job"), "north")
    page.add_draft()
    assert desk.case.history[0].job == "north"
    texts = [cell.text for cell in page.table.records.rows[0].cells[:3]]
    assert texts == ["Work · Northlight Software Inc.", "2025-06-02", "goes on"]


@pytest.mark.parametrize(
    ("name", "typed", "part", "kept"),
    [
        ("nomination.issued_on", "2026-02-01", "nomination", date(2026, 2, 1)),
        ("job_offer.employer", "Quay Foods", "job_offer", "Quay Foods"),
        ("job_offer.noc", "63200", "job_offer", NocCode(version="2021", code="63200")),
        ("funds.amount", "13 757", "funds", Decimal(13757)),
    ],
)
def test_parts_are_made_by_their_first_fact(
    desk: Desk, name: str, typed: str, part: str, kept: object
) -> None:
    desk.tabs.strip.choose(desk.order("express_entry"))
    form = desk.tabs.form_page("express_entry").form
    desk.type(form.field(name), typed)
    assert getattr(getattr(desk.case, part), name.split(".")[1]) == kept
    desk.type(form.field(name), "")
    assert getattr(desk.case, part) is None


def test_a_certificate_given_by_its_day_alone_becomes_more(qtbot: QtBot) -> None:
    desk = Desk(qtbot, {**MEMBER, "certificate_of_qualification": "2020-05-01"})
    desk.tabs.strip.choose(desk.order("express_entry"))
    form = desk.tabs.form_page("express_entry").form
    assert desk.line(form.field("certificate_of_qualification.issued_on")).text() == "2020-05-01"
    answer(form.field("certificate_of_qualification.red_seal"), True)
    assert desk.case.certificate_of_qualification == Certificate(issued_on=date(2020, 5, 1), red_seal=True)


def test_a_place_of_any_part_is_gone_to(desk: Desk) -> None:
    assert desk.tabs.show_place("nomination.province")
    assert desk.tabs.current == "express_entry"
    assert desk.tabs.show_place("children")
    assert desk.tabs.current == "children"
    assert desk.tabs.page("children").draft is not None
    assert desk.tabs.show_place("sibling_in_canada")
    assert desk.tabs.current == "family"
    assert not desk.tabs.show_place("office")


def test_the_family_page_in_sight_is_remembered(desk: Desk, qtbot: QtBot) -> None:
    member(desk, "children")
    other = Desk(qtbot, MEMBER)
    other.tabs.restore_state(desk.tabs.save_state())
    assert other.tabs.current == "children"


def test_application_details_are_one_part(desk: Desk) -> None:
    desk.tabs.strip.choose(desk.order("person"))
    form = desk.tabs.form_page("person").form
    desk.type(form.field("application.number"), "E001")
    assert desk.case.application == Application(number="E001")
