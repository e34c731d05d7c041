"""The office: the list with outcomes and dates, and everything done to client files as wholes."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cec_desktop.casefile.edits import change_case, remove_item, set_application_date
from cec_desktop.casefile.model import Application, CaseFile
from cec_desktop.casefile.reading import read_case, write_case
from cec_desktop.i18n.words import words
from cec_desktop.practice.assessing import Rules
from cec_desktop.practice.files import FileTroubleError
from cec_desktop.practice.importing import ImportRefusedError
from cec_desktop.practice.office import Office
from cec_desktop.rules.findings import Assessment, Outcome
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import CaseGone, FileNumberTaken, WrongPassphrase
from cec_desktop.storage.records import Counts, Filter, Kind, Sort
from cec_desktop.storage.tables import DocumentRow
from tests.practice.conftest import TODAY, Calendar
from tests.storage.clients import ANA, PASSPHRASE, client_file

BORN = date(1996, 5, 17)


def put(office: Office, folder: Path, *cases: CaseFile) -> tuple[str, ...]:
    """Take files in as a consultant does."""
    paths = []
    for case in cases:
        path = folder / f"{case.file_number}.json"
        path.write_text(write_case(case), encoding="utf-8")
        paths.append(path)
    return office.import_files(paths)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_an_office_is_made_locked_and_unlocked(tmp_path: Path) -> None:
    path = tmp_path / "firm" / "clients.casebook"
    with Office.create(path, PASSPHRASE, ANA) as office:
        office.new("Okafor", BORN)
    with pytest.raises(WrongPassphrase):
        Office.unlock(path, "wrong", ANA)
    with Office.unlock(path, PASSPHRASE, ANA) as office:
        assert (office.path, office.author, office.copied_to) == (path, ANA, None)
        assert [row.family_name for row in office.rows()] == ["Okafor"]


def test_a_row_says_outcome_and_what_comes_next(office: Office, inbox: Path) -> None:
    put(office, inbox, client_file())
    (row,) = office.rows()
    assert (row.file_number, row.family_name, row.given_names) == ("2026-0042", "Okafor", "Adaeze")
    assert row.outcome is Outcome.MET
    assert row.next_on == date(2027, 3, 1)
    assert row.days == (date(2027, 3, 1) - TODAY).days
    assert row.next_words
    assert words("en").message(row.next_words) == "until 2027-03-01"
    assert words("fr").message(row.next_words) == "jusqu’au 2027-03-01"
    assert (row.archived, row.binned, row.stale) == (False, False, False)


def test_an_edit_shows_in_the_list_at_once(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    changed: list[frozenset[str]] = []
    end = office.subscribe(changed.append)

    office.open(case_id).apply(remove_item("jobs", "northlight"))
    end()
    office.open(case_id).undo()

    assert changed == [{case_id}]
    (row,) = office.rows()
    assert row.outcome is Outcome.MET


def test_a_session_is_the_same_while_it_stays_open(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    session = office.open(case_id)
    session.apply(change_case(notes="x"))
    assert office.open(case_id) is session
    office.close_case(case_id)
    again = office.open(case_id)
    assert again is not session
    assert again.undo_name is None
    assert again.view.case.notes == "x"


def test_files_opened_last_come_first(office: Office, inbox: Path) -> None:
    ids = put(office, inbox, *(client_file(str(number)) for number in range(3)))
    for case_id in (ids[0], ids[2]):
        office.open(case_id)
    assert [row.file_number for row in office.rows(order=Sort.OPENED)] == ["2", "0", "1"]


def test_new_files_are_numbered_by_the_year(office: Office) -> None:
    assert office.next_file_number() == "2026-0001"
    office.new("Okafor", BORN, "Adaeze")
    office.new("Li", BORN, file_number="2026-0117")
    office.new("Roy", BORN, file_number="2025-0900")
    office.new("Côté", BORN, file_number="2026-0118-B")
    case_id = office.new("Singh", BORN)
    assert office.get(case_id).case.file_number == "2026-0118"
    with pytest.raises(FileNumberTaken):
        office.new("Singh", BORN, file_number="2026-0117")


def test_a_new_file_is_assessed_like_any_other(office: Office) -> None:
    office.new("Okafor", BORN, "Adaeze")
    (row,) = office.rows()
    assert row.outcome is not None
    assert not row.stale
    assert row.given_names == "Adaeze"


def test_the_number_of_a_deleted_file_in_the_middle_is_not_used_again(office: Office) -> None:
    first = office.new("Okafor", BORN)
    office.new("Li", BORN)
    office.delete(first)
    assert office.next_file_number() == "2026-0003"


def test_a_copy_has_everything_but_the_number(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    copy = office.get(office.duplicate(case_id)).case
    assert copy.file_number == "2026-0043"
    assert copy.model_copy(update={"file_number": "2026-0042"}) == office.get(case_id).case


def test_archive_bin_and_back(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    changed: list[frozenset[str]] = []
    office.subscribe(changed.append)

    office.archive(case_id)
    assert (office.counts(), office.rows()) == (Counts(0, 1, 0), ())
    assert office.rows(Filter.ARCHIVED)[0].archived
    office.bin(case_id)
    assert office.counts() == Counts(0, 0, 1)
    assert office.rows(Filter.BIN)[0].binned
    office.restore(case_id)
    office.unarchive(case_id)
    assert office.counts() == Counts(1, 0, 0)
    assert changed == [{case_id}] * 4
    for operation in office.open(case_id).history():
        assert operation.name
        assert words("fr").message(operation.name) != words("en").message(operation.name)


def test_deleting_for_good_ends_the_open_session(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    session = office.open(case_id)
    office.bin(case_id)
    office.delete(case_id)
    with pytest.raises(CaseGone):
        session.apply(change_case(notes="x"))
    with pytest.raises(CaseGone):
        office.open(case_id)
    assert office.id_of("2026-0042") is None


def test_files_come_in_with_ids_and_go_out_the_same(office: Office, inbox: Path) -> None:
    without = client_file().model_copy(
        update={"jobs": tuple(job.model_copy(update={"id": None}) for job in client_file().jobs)}
    )
    (case_id,) = put(office, inbox, without)
    stored = office.get(case_id).case
    assert stored.jobs[0].id

    office.export(case_id, inbox / "out" / "file.json")

    assert read_case((inbox / "out" / "file.json").read_bytes()) == stored
    assert office._casebook.history(case_id)[0].kind is Kind.IMPORTED


def test_one_bad_file_keeps_all_out_and_every_reason_is_said(office: Office, inbox: Path) -> None:
    put(office, inbox, client_file("2026-0001"))
    good = inbox / "good.json"
    good.write_text(write_case(client_file("2026-0002")), encoding="utf-8")
    twice = inbox / "twice.json"
    twice.write_text(write_case(client_file("2026-0002")), encoding="utf-8")
    bad = inbox / "bad.json"
    bad.write_text('{"format": "cec-case", "version": 1, "jobs": [{"end": "soon"}]}', encoding="utf-8")

    with pytest.raises(ImportRefusedError) as refused:
        office.import_files([good, inbox / "2026-0001.json", bad, inbox, inbox / "none.json", twice])

    told = [(each.path.name, each.problem.place) for each in refused.value.problems]
    assert ("2026-0001.json", "file_number") in told
    assert ("twice.json", "file_number") in told
    assert ("bad.json", "jobs[0].end") in told
    assert ("bad.json", "client") in told
    assert ("inbox", "") in told
    assert ("none.json", "") in told
    assert "good.json" not in {name for name, _ in told}
    assert office.counts() == Counts(1, 0, 0)
    assert all(words("fr").message(each.problem.message) for each in refused.value.problems)


def test_an_export_that_cannot_be_written_leaves_what_was_there(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    target = inbox / "folder"
    target.mkdir()
    with pytest.raises(FileTroubleError):
        office.export(case_id, target)
    with pytest.raises(FileTroubleError):
        office.export(case_id, inbox / "2026-0042.json" / "below.json")
    assert sorted(path.name for path in inbox.iterdir()) == ["2026-0042.json", "folder"]


# Outcomes over night


def test_the_next_day_every_outcome_is_computed_again(
    office: Office, inbox: Path, calendar: Calendar
) -> None:
    files = [client_file(str(number)) for number in range(45)]
    ids = put(office, inbox, *files)
    office.bin(ids[0])
    calendar.today = date(2027, 3, 2)
    put(office, inbox, client_file("new"))
    assert sum(row.stale for row in office.rows()) == 44
    told: list[tuple[int, int]] = []

    assert office.refresh_outcomes(lambda done, every: told.append((done, every))) == 44

    assert told == [(10, 44), (20, 44), (30, 44), (40, 44), (44, 44)]
    assert not any(row.stale for row in office.rows())
    assert office.refresh_outcomes() == 0


def test_refreshing_can_be_given_up_and_keeps_what_was_done(
    office: Office, inbox: Path, calendar: Calendar
) -> None:
    put(office, inbox, *(client_file(str(number)) for number in range(25)))
    calendar.today = date(2026, 11, 3)
    answers = iter([False, True])
    assert office.refresh_outcomes(cancelled=lambda: next(answers)) == 10
    assert sum(row.stale for row in office.rows()) == 15


def test_other_rules_make_every_outcome_stale(office: Office, inbox: Path) -> None:
    class OtherRules(Rules):
        pack = "another pack"

    put(office, inbox, client_file())
    later = Office(office._casebook, rules=OtherRules(), today=lambda: TODAY)
    assert [row.stale for row in later.rows()] == [True]
    later.refresh_outcomes()
    assert [row.stale for row in later.rows()] == [False]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    office: Office, inbox: Path, calendar: Calendar
) -> None:
    put(office, inbox, client_file("1"), client_file("2"))
    with office._casebook._write() as session:
        session.query(DocumentRow).filter(DocumentRow.case_row == 1).update({"content": "{}"})
    calendar.today = date(2026, 11, 3)
    assert office.refresh_outcomes() == 1
    assert {row.file_number: row.stale for row in office.rows()} == {"1": True, "2": False}


class SlowRules(Rules):
    """Rules that wait for the person at the desk before they speak of a file."""

    def __init__(self) -> None:
        self.asked, self.answer = threading.Event(), threading.Event()

    def assess(self, case: CaseFile, today: date) -> Assessment:
        if threading.current_thread() is not threading.main_thread():
            self.asked.set()
            assert self.answer.wait(10)
        return super().assess(case, today)


@pytest.fixture
def slow(tmp_path: Path, calendar: Calendar) -> Iterator[tuple[Office, SlowRules]]:
    rules = SlowRules()
    with Office(Casebook.create(tmp_path / "slow.casebook", PASSPHRASE, ANA), rules, calendar) as office:
        yield office, rules


def test_an_edit_made_while_outcomes_are_computed_wins(
    slow: tuple[Office, SlowRules], inbox: Path, calendar: Calendar
) -> None:
    office, rules = slow
    (case_id,) = put(office, inbox, client_file())
    calendar.today = date(2026, 11, 3)
    worker = threading.Thread(target=office.refresh_outcomes)
    worker.start()
    assert rules.asked.wait(10)

    office.open(case_id).apply(remove_item("jobs", "northlight"))
    rules.answer.set()
    worker.join(10)

    (row,) = office.rows()
    assert row.outcome is Outcome.NOT_MET
    assert not row.stale


def test_locking_while_outcomes_are_computed_waits_for_nobody_and_breaks_nothing(
    slow: tuple[Office, SlowRules], inbox: Path, calendar: Calendar
) -> None:
    office, rules = slow
    put(office, inbox, client_file())
    calendar.today = date(2026, 11, 3)
    done: list[int] = []
    worker = threading.Thread(target=lambda: done.append(office.refresh_outcomes()))
    worker.start()
    assert rules.asked.wait(10)

    office.close()
    rules.answer.set()
    worker.join(10)

    assert done == [0]
    assert [path.name for path in office.path.parent.glob("slow.casebook*")] == ["slow.casebook"]
    with Office(Casebook.open(office.path, PASSPHRASE, ANA), today=calendar) as again:
        assert [row.stale for row in again.rows()] == [True]


def test_after_midnight_open_files_are_assessed_for_the_new_day(
    office: Office, inbox: Path, calendar: Calendar
) -> None:
    (case_id,) = put(office, inbox, client_file().model_copy(update={"application_date": None}))
    session = office.open(case_id)
    calendar.today = date(2026, 11, 3)
    office.new_day()
    assert session.view.assessment.on == date(2026, 11, 3)


def test_a_sent_file_counts_down_to_nothing(office: Office, inbox: Path) -> None:
    sent = client_file().model_copy(
        update={"application": Application(submitted=True, received_on=date(2026, 6, 18))}
    )
    put(office, inbox, sent)
    (row,) = office.rows()
    assert (row.next_on, row.days) == (None, None)
    assert row.next_words
    assert words("en").message(row.next_words) == "sent 2026-06-18"


def test_the_list_follows_the_application_date(office: Office, inbox: Path) -> None:
    (case_id,) = put(office, inbox, client_file())
    office.open(case_id).apply(set_application_date(date(2025, 12, 1)))
    (row,) = office.rows()
    assert row.outcome is Outcome.NOT_MET
