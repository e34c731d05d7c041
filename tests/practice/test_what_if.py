"""What if: dates, hours and scores are tried on a scratch copy, compared, taken over or thrown away."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cec_desktop.casefile.edits import (
    Edit,
    add_item,
    change_case,
    change_client,
    change_item,
    change_part,
    move_period,
    remove_item,
    set_application_date,
)
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.casefile.problems import EditRefused
from cec_desktop.i18n.words import LANGUAGES, words
from cec_desktop.practice.office import Office
from cec_desktop.practice.session import CaseSession
from cec_desktop.practice.what_if import Figure, differences, figures, turned
from cec_desktop.rules.findings import Outcome
from cec_desktop.storage.records import Kind
from tests.practice.conftest import Calendar
from tests.storage.clients import client_file

PART_TIME = change_item("jobs", "northlight", hours_per_week=Decimal(20))
LATER = move_period("jobs", "northlight", date(2026, 3, 2), None)


@pytest.fixture
def session(office: Office) -> CaseSession:
    (case_id,) = office._casebook.add([client_file()], Kind.CREATED, message("case_created"))
    return office.open(case_id)


def saved(office: Office, session: CaseSession) -> CaseFile:
    return office.get(session.case_id).case


def by_id(*pair: object) -> dict[str, Figure]:
    before, after = pair
    return {figure.id: figure for figure in figures(before, after)}  # type: ignore[arg-type]


def test_what_is_tried_is_not_in_the_file(office: Office, session: CaseSession) -> None:
    before, operations = session.view, session.history()
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.apply(LATER)

    assert trial.view.case.jobs[0].hours_per_week == Decimal(20)
    assert trial.view.assessment.membership.outcome is Outcome.NOT_MET
    assert session.view is before
    assert saved(office, session) == before.case
    assert session.history() == operations
    assert session.undo_name is None


def test_a_trial_undoes_its_own_steps_and_no_others(office: Office, session: CaseSession) -> None:
    session.apply(set_application_date(date(2026, 12, 1)))
    trial = session.try_out()
    assert trial.undo_name is None
    trial.apply(PART_TIME)
    trial.undo()
    assert trial.view.case == saved(office, session)
    trial.redo()
    assert trial.view.case.jobs[0].hours_per_week == Decimal(20)
    trial.undo()
    trial.undo()
    assert session.view.case.application_date == date(2026, 12, 1)


def test_taken_over_it_is_one_named_step_that_undo_takes_back(office: Office, session: CaseSession) -> None:
    before = session.view.case
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.apply(set_application_date(date(2027, 1, 4)))
    trial.take_over()

    assert session.view.case == trial.view.case == saved(office, session)
    assert session.undo_name == message("what_if_changes_taken_over", n=2)
    assert session.history()[-1].name == session.undo_name
    session.undo()
    assert session.view.case == before == saved(office, session)
    assert session.undo_name is None


def test_one_change_taken_over_is_named_by_it(session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.take_over()
    assert session.undo_name is not None
    said = {language: words(language).message(session.undo_name) for language in LANGUAGES}
    assert said["en"] == "Take over a what-if: Change job: Northlight Software Inc."
    assert said["fr"].startswith("Appliquer une simulation\u00a0: ")


def test_thrown_away_nothing_of_it_is_left(office: Office, session: CaseSession) -> None:
    before = session.view
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.throw_away()
    assert session.view is before
    assert session.kept_trial() is None
    assert saved(office, session) == before.case


def test_thrown_away_by_mistake_it_comes_back(session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.throw_away()
    trial.resume()
    kept = session.kept_trial()
    assert kept is not None
    assert kept.view.case == trial.view.case


def test_locking_keeps_it_beside_the_file(office: Office, session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.stop()
    office.close_case(session.case_id)

    again = office.open(session.case_id)
    kept = again.kept_trial()
    assert kept is not None
    assert again.view.case.jobs[0].hours_per_week == Decimal("37.5")
    assert kept.view.case.jobs[0].hours_per_week == Decimal(20)
    kept.take_over()
    assert again.view.case.jobs[0].hours_per_week == Decimal(20)
    assert again.kept_trial() is None


def test_tried_and_typed_back_there_is_nothing_to_keep(session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(PART_TIME)
    trial.undo()
    assert trial.tried() == ()
    assert session.kept_trial() is None


def test_a_file_that_went_on_is_not_overwritten(session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(PART_TIME)
    session.apply(change_case(notes="the permit was renewed"))

    for go_on in (trial.take_over, trial.resume):
        with pytest.raises(EditRefused):
            go_on()
    assert session.view.case.notes == "the permit was renewed"
    assert session.view.case.jobs[0].hours_per_week == Decimal("37.5")
    assert session.kept_trial() is None


def test_a_number_in_use_by_another_file_is_refused_and_the_trial_goes_on(
    office: Office, session: CaseSession
) -> None:
    office._casebook.add([client_file("2026-0099")], Kind.CREATED, message("case_created"))
    trial = session.try_out()
    trial.apply(change_case(file_number="2026-0099"))
    with pytest.raises(EditRefused):
        trial.take_over()
    assert session.view.case.file_number == "2026-0042"
    assert session.kept_trial() is not None


def test_deleting_the_client_deletes_what_was_tried(office: Office, session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(change_client(given_names="Ifeoma"))
    name = f"what_if/{session.case_id}"
    assert office._casebook.setting(name) is not None
    trial.stop()
    office.delete(session.case_id)
    assert office._casebook.setting(name) is None


def test_another_day_begins_in_the_trial_too(
    office: Office, session: CaseSession, calendar: Calendar
) -> None:
    trial = session.try_out()
    calendar.today += timedelta(days=1)
    office.new_day()
    assert trial.view.assessment.today == calendar.today
    trial.stop()
    calendar.today += timedelta(days=1)
    office.new_day()
    assert trial.view.assessment.today == calendar.today - timedelta(days=1)


def test_outcome_dates_and_hours_stand_side_by_side(session: CaseSession) -> None:
    trial = session.try_out()
    same = by_id(session.view.assessment, trial.view.assessment)
    assert list(same) == ["outcome", "earliest", "last", "hours"]
    assert not any(figure.changed for figure in same.values())

    trial.apply(PART_TIME)
    found = by_id(session.view.assessment, trial.view.assessment)
    assert found["outcome"].outcomes == (Outcome.MET, Outcome.NOT_MET)
    for name in ("outcome", "earliest", "hours"):
        assert found[name].changed, name
    tally = trial.view.assessment.membership.hours
    assert tally is not None
    assert found["hours"].after == message(
        "what_if_counted_hours", counted=tally.counted, required=tally.required
    )
    day = trial.view.assessment.dates.earliest
    assert day is not None
    assert found["earliest"].after == message("what_if_day", day=day)


def test_what_is_said_only_of_a_change_joins_when_it_changes(session: CaseSession) -> None:
    trial = session.try_out()
    trial.apply(set_application_date(date(2027, 1, 4)))
    assert "on" in by_id(session.view.assessment, trial.view.assessment)
    trial.apply(change_item("language_tests", "ielts", reading=Decimal(4)))
    found = by_id(session.view.assessment, trial.view.assessment)
    assert found["language"].changed
    assert found["outcome"].changed


@pytest.mark.parametrize(
    "edit",
    [
        remove_item("jobs", "northlight"),
        remove_item("language_tests", "ielts"),
        change_item("jobs", "northlight", duties_match=None),
        change_item("jobs", "northlight", noc=None),
        set_application_date(date(2005, 1, 4)),
        change_case(destination="QC"),
    ],
)
def test_every_figure_has_words_in_both_languages(session: CaseSession, edit: Edit) -> None:
    trial = session.try_out()
    trial.apply(edit)
    for language in LANGUAGES:
        _ = words(language)
        for figure in figures(session.view.assessment, trial.view.assessment):
            for said in (figure.name, figure.before, figure.after):
                assert _.message(said)


def test_conditions_that_turn_are_named(session: CaseSession) -> None:
    trial = session.try_out()
    assert turned(session.view.assessment, trial.view.assessment) == ()
    trial.apply(change_case(destination="QC"))
    found = {
        each.finding.id: (each.before, each.after)
        for each in turned(session.view.assessment, trial.view.assessment)
    }
    assert found == {"residence_intent": (Outcome.MET, Outcome.NOT_MET)}


def test_what_differs_is_named_like_the_edits_that_make_it(session: CaseSession) -> None:
    before = session.view.case
    trial = session.try_out()
    for edit in (
        PART_TIME,
        add_item("jobs", Job(employer="Harbour Analytics", start=date(2024, 9, 2))),
        remove_item("studies", "lakeshore"),
        change_client(given_names="Ada"),
        change_case(destination="BC", notes=None),
        set_application_date(None),
        change_part("spouse", family_name="Roy"),
    ):
        trial.apply(edit)
    en = words("en")
    assert {en.message(each) for each in differences(before, trial.view.case)} == {
        "Change job: Northlight Software Inc.",
        "Add job: Harbour Analytics",
        "Delete study: Collège Lakeshore",
        "Change client details",
        "Change destination",
        "Change notes",
        "Clear application date",
        "Change spouse or partner",
    }
    assert trial.tried() == tuple(differences(before, trial.view.case))
