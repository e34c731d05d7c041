"""Working in an open file: every edit is saved, named, undone and redone; views follow."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cec_desktop.casefile.edits import (
    Edit,
    change_case,
    change_client,
    change_item,
    move_period,
    remove_item,
    set_application_date,
)
from cec_desktop.casefile.message import message
from cec_desktop.casefile.problems import EditRefused
from cec_desktop.i18n.words import LANGUAGES, words
from cec_desktop.practice.assessing import Rules
from cec_desktop.practice.office import Office
from cec_desktop.practice.session import MERGE_SECONDS, CaseSession
from cec_desktop.practice.view import CaseView
from cec_desktop.rules.findings import Outcome
from cec_desktop.storage.errors import CaseChanged
from cec_desktop.storage.records import Kind
from tests.practice.conftest import TODAY
from tests.storage.clients import client_file


class Stopwatch:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def session(office: Office, watch: Stopwatch) -> CaseSession:
    casebook = office._casebook
    (case_id,) = casebook.add([client_file()], Kind.CREATED, message("case_created"))
    return CaseSession(casebook, casebook.get(case_id), Rules(), TODAY, clock=watch)


def note(text: str) -> Edit:
    return change_case(notes=text)


def typed(text: str) -> Edit:
    """One more letter in the field of notes."""
    return replace(note(text), merge_key="notes")


def stored(session: CaseSession) -> object:
    return session._casebook.get(session.case_id).case


def test_an_edit_is_seen_and_saved(session: CaseSession) -> None:
    seen: list[CaseView] = []
    session.subscribe(seen.append)

    session.apply(move_period("jobs", "northlight", date(2025, 7, 1), None))

    assert seen == [session.view]
    assert session.view.case.jobs[0].start == date(2025, 7, 1)
    assert not session.view.preview
    assert stored(session) == session.view.case


def test_the_verdict_follows_the_edit(session: CaseSession) -> None:
    seen = [session.view]
    session.subscribe(seen.append)
    session.apply(remove_item("jobs", "northlight"))
    session.undo()
    outcomes = [view.assessment.membership.outcome for view in seen]
    assert outcomes == [Outcome.MET, Outcome.NOT_MET, Outcome.MET]


def test_undo_and_redo_go_back_and_forth(session: CaseSession) -> None:
    start = session.view.case
    session.apply(change_item("jobs", "northlight", hours_per_week=Decimal(20)))
    changed = session.view.case

    session.undo()
    assert session.view.case == start == stored(session)
    session.redo()
    assert session.view.case == changed == stored(session)


def test_the_menu_names_what_would_be_undone(session: CaseSession) -> None:
    assert (session.undo_name, session.redo_name) == (None, None)
    edit = set_application_date(date(2026, 12, 1))
    session.apply(edit)
    assert (session.undo_name, session.redo_name) == (edit.name, None)
    session.undo()
    assert (session.undo_name, session.redo_name) == (None, edit.name)
    for language in LANGUAGES:
        assert words(language).message(edit.name)


def test_with_nothing_to_undo_nothing_happens(session: CaseSession) -> None:
    before = session.view
    session.undo()
    session.redo()
    assert session.view is before
    assert len(session.history()) == 1


def test_a_new_edit_ends_what_could_be_redone(session: CaseSession) -> None:
    session.apply(note("one"))
    session.undo()
    session.apply(note("two"))
    assert session.redo_name is None
    session.undo()
    assert session.view.case == client_file()


def test_typing_in_one_field_for_a_while_is_one_step(session: CaseSession, watch: Stopwatch) -> None:
    for letters in ("H", "Ha", "Hal", "Hali"):
        session.apply(typed(letters))
        watch.seconds += MERGE_SECONDS
    session.undo()
    assert session.view.case == client_file()
    session.redo()
    assert session.view.case.notes == "Hali"


def test_after_a_while_typing_is_another_step(session: CaseSession, watch: Stopwatch) -> None:
    session.apply(typed("one"))
    watch.seconds += MERGE_SECONDS + 1
    session.apply(typed("one two"))
    session.undo()
    assert session.view.case.notes == "one"


def test_another_field_is_another_step(session: CaseSession) -> None:
    session.apply(typed("one"))
    session.apply(replace(change_client(given_names="Ada"), merge_key="given_names"))
    session.apply(typed("two"))
    for expected in (("one", "Ada"), ("one", "Adaeze"), ("met at the Rideau clinic", "Adaeze")):
        session.undo()
        assert (session.view.case.notes, session.view.case.client.given_names) == expected


def test_what_is_typed_after_an_undo_is_a_step_of_its_own(session: CaseSession) -> None:
    session.apply(typed("one"))
    session.apply(note("two"))
    session.undo()
    session.apply(typed("three"))
    session.undo()
    assert session.view.case.notes == "one"


def test_what_is_typed_and_typed_back_leaves_no_step(session: CaseSession) -> None:
    session.apply(typed("x"))
    session.apply(typed("met at the Rideau clinic"))
    assert session.undo_name is None
    assert session.view.case == client_file()


def test_an_edit_that_changes_nothing_is_no_step(session: CaseSession) -> None:
    told: list[CaseView] = []
    session.subscribe(told.append)
    session.apply(note("met at the Rideau clinic"))
    assert session.undo_name is None
    assert told == []
    assert len(session.history()) == 1


def test_every_edit_undo_and_redo_is_one_row_of_the_history(session: CaseSession) -> None:
    session.apply(note("one"))
    session.undo()
    session.redo()
    kinds = [operation.kind for operation in session.history()]
    assert kinds == [Kind.CREATED, Kind.EDITED, Kind.UNDONE, Kind.REDONE]
    names = [operation.name for operation in session.history()]
    assert names[2] == message("edit_undone", what=note("one").name)
    for language in LANGUAGES:
        assert all(words(language).message(name) for name in names if name)


def test_an_unsound_edit_is_refused_and_changes_nothing(session: CaseSession) -> None:
    before = session.view
    with pytest.raises(EditRefused) as refused:
        session.apply(move_period("jobs", "northlight", date(2025, 7, 1), date(2025, 6, 1)))
    assert [problem.place for problem in refused.value.problems] == ["jobs[0].end"]
    assert session.view is before
    assert session.undo_name is None
    assert stored(session) == before.case


def test_a_code_the_tables_do_not_have_is_refused(session: CaseSession) -> None:
    with pytest.raises(EditRefused):
        session.apply(change_item("jobs", "northlight", noc={"version": "2021", "code": "99999"}))
    assert stored(session) == client_file()


def test_a_preview_saves_nothing_and_tells_nobody(session: CaseSession) -> None:
    told: list[CaseView] = []
    session.subscribe(told.append)
    before = session.view

    seen = session.preview(set_application_date(date(2025, 7, 1)))

    assert seen.preview
    assert seen.case.application_date == date(2025, 7, 1)
    assert seen.assessment.on == date(2025, 7, 1)
    assert seen.assessment.membership.outcome is Outcome.NOT_MET
    assert session.view is before
    assert stored(session) == before.case
    assert told == []


def test_a_preview_of_something_unsound_is_refused(session: CaseSession) -> None:
    with pytest.raises(EditRefused):
        session.preview(move_period("jobs", "northlight", date(2025, 7, 1), date(2025, 6, 1)))


def test_a_file_number_in_use_is_refused_at_its_field(session: CaseSession) -> None:
    session._casebook.add([client_file("2026-0001")], Kind.CREATED, message("case_created"))
    with pytest.raises(EditRefused) as refused:
        session.apply(change_case(file_number="2026-0001"))
    assert [problem.place for problem in refused.value.problems] == ["file_number"]
    session.apply(change_case(file_number="2026-0002"))
    assert session._casebook.id_of("2026-0002") == session.case_id


def test_nothing_is_overwritten_that_was_changed_elsewhere(session: CaseSession) -> None:
    other = CaseSession(session._casebook, session._casebook.get(session.case_id), Rules(), TODAY)
    other.apply(note("elsewhere"))
    before = session.view
    with pytest.raises(CaseChanged):
        session.apply(note("here"))
    assert session.view is before
    assert session.undo_name is None


def test_whoever_unsubscribes_hears_no_more(session: CaseSession) -> None:
    first: list[CaseView] = []
    second: list[CaseView] = []
    end = session.subscribe(first.append)
    session.subscribe(second.append)
    session.apply(note("one"))
    end()
    end()
    session.apply(note("two"))
    assert (len(first), len(second)) == (1, 2)


def test_midnight_brings_a_new_assessment_and_no_new_row(session: CaseSession) -> None:
    session.apply(set_application_date(None))
    told: list[CaseView] = []
    session.subscribe(told.append)
    session.set_today(TODAY)
    assert told == []
    session.set_today(date(2026, 11, 3))
    assert [view.assessment.on for view in told] == [date(2026, 11, 3)]
    assert session.undo_name is not None
    assert len(session.history()) == 2
