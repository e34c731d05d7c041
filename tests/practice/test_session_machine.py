"""Random work on a file, with undo, redo and reopening; after each step screen, disk and history agree."""

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cec_desktop.casefile.edits import (
    Edit,
    add_item,
    change_case,
    change_item,
    move_period,
    remove_item,
    set_application_date,
)
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile, Job
from cec_desktop.casefile.problems import EditRefused
from cec_desktop.casefile.reading import case_to_raw
from cec_desktop.practice.assessing import Rules
from cec_desktop.practice.next_date import outcome_record
from cec_desktop.practice.session import MERGE_SECONDS, CaseSession
from cec_desktop.storage import keys
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.difference import Json, backward
from cec_desktop.storage.records import Kind
from tests.practice.conftest import TODAY
from tests.storage.clients import ANA, PASSPHRASE, client_file

days = st.dates(date(2020, 1, 1), date(2027, 12, 31))


class Desk(RuleBasedStateMachine):
    """A person at work. ``past`` and ``future`` are what undo and redo must bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds, keys._ROUNDS = keys._ROUNDS, 2
        self.folder = tempfile.TemporaryDirectory(prefix="cec-desktop-tests-")
        self.path = Path(self.folder.name, "clients.casebook")
        self.seconds = 0.0
        self.typing_since: float | None = None

    @initialize()
    def begin(self) -> None:
        self.casebook = Casebook.create(self.path, PASSPHRASE, ANA)
        (self.case_id,) = self.casebook.add([client_file()], Kind.CREATED, message("case_created"))
        self.open_session()

    def open_session(self) -> None:
        stored = self.casebook.get(self.case_id)
        self.session = CaseSession(self.casebook, stored, Rules(), TODAY, clock=lambda: self.seconds)
        self.past: list[CaseFile] = []
        self.future: list[CaseFile] = []
        self.typing_since = None

    def apply(self, edit: Edit) -> None:
        before = self.session.view.case
        try:
            self.session.apply(edit)
        except EditRefused:
            assert self.session.view.case == before
            return
        if self.session.view.case == before:
            return
        typing = edit.merge_key is not None
        soon = self.typing_since is not None and self.seconds - self.typing_since <= MERGE_SECONDS
        if not (typing and soon):
            self.past.append(before)
        elif self.past[-1] == self.session.view.case:  # typed back: no step is left
            self.past.pop()
            typing = False
        self.future.clear()
        self.typing_since = self.seconds if typing else None

    @rule(start=days, length=st.integers(-10, 900), goes_on=st.booleans())
    def move_a_job(self, start: date, length: int, goes_on: bool) -> None:
        jobs = self.session.view.case.jobs
        if jobs and jobs[0].id:
            end = None if goes_on else start + timedelta(days=length)
            self.apply(move_period("jobs", jobs[0].id, start, end))

    @rule(start=days, hours=st.integers(0, 60))
    def add_a_job(self, start: date, hours: int) -> None:
        if len(self.session.view.case.jobs) < 4:
            self.apply(add_item("jobs", Job(start=start, hours_per_week=Decimal(hours))))

    @rule(hours=st.integers(-1, 200))
    def change_hours(self, hours: int) -> None:
        jobs = self.session.view.case.jobs
        if jobs and jobs[-1].id:
            self.apply(change_item("jobs", jobs[-1].id, hours_per_week=Decimal(hours)))

    @rule()
    def remove_a_job(self) -> None:
        jobs = self.session.view.case.jobs
        if jobs and jobs[0].id:
            self.apply(remove_item("jobs", jobs[0].id))

    @rule(day=st.none() | days)
    def drag_the_application_date(self, day: date | None) -> None:
        self.apply(set_application_date(day))

    @rule(text=st.text(st.sampled_from("aéœ "), max_size=3), seconds=st.sampled_from([1, 61]))
    def type_a_note(self, text: str, seconds: int) -> None:
        self.seconds += seconds
        self.apply(replace(change_case(notes=text), merge_key="notes"))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.session.view.case)
        self.session.undo()
        assert self.session.view.case == self.past.pop()
        self.typing_since = None

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.session.view.case)
        self.session.redo()
        assert self.session.view.case == self.future.pop()
        self.typing_since = None

    @rule()
    def close_and_open_again(self) -> None:
        seen = self.session.view
        self.casebook.close()
        self.casebook = Casebook.open(self.path, PASSPHRASE, ANA)
        self.open_session()
        assert self.session.view == seen

    @invariant()
    def the_disk_has_what_the_screen_shows(self) -> None:
        assert self.casebook.get(self.case_id).case == self.session.view.case

    @invariant()
    def the_list_shows_the_verdict_of_the_screen(self) -> None:
        (row,) = self.casebook.summaries()
        view = self.session.view
        assert row.outcome in (None, outcome_record(view.case, view.assessment, Rules().pack))

    @invariant()
    def undo_and_redo_are_offered_when_there_is_something(self) -> None:
        assert (self.session.undo_name is not None) == bool(self.past)
        assert (self.session.redo_name is not None) == bool(self.future)

    @invariant()
    def the_history_leads_back_to_the_beginning(self) -> None:
        assert self.casebook.broken_history() is None
        document: Json = case_to_raw(self.session.view.case)
        for operation in reversed(self.casebook.history(self.case_id)):
            document = backward(document, operation.changes or ())
        assert document is None

    def teardown(self) -> None:
        self.casebook.close()
        self.folder.cleanup()
        keys._ROUNDS = self.rounds


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
