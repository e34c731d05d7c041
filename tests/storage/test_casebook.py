"""A consultant's day with the casebook, as far as the file on disk is concerned."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.tags import set_tags
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.errors import (
    CasebookClosed,
    CasebookMoved,
    CasebookUnavailable,
    CaseChanged,
    CaseGone,
    CaseUnreadable,
    FileNumberTaken,
)
from cec_desktop.storage.records import ANY, Counts, Filter, Kind, Narrowing, Sort
from cec_desktop.storage.tables import DocumentRow
from tests.storage.clients import ANA, NAME, PASSPHRASE, client_file, outcome

DAY = date(2026, 11, 22)


def add(casebook: Casebook, *cases: CaseFile) -> tuple[str, ...]:
    return casebook.add(cases, Kind.CREATED, message("case_created"))


def numbers(
    casebook: Casebook,
    which: Filter = Filter.ACTIVE,
    order: Sort = Sort.NUMBER,
    narrowing: Narrowing = ANY,
) -> Sequence[str]:
    return [each.file_number for each in casebook.summaries(which, order=order, narrowing=narrowing)]


def test_a_new_casebook_is_empty(casebook: Casebook) -> None:
    assert casebook.summaries() == ()
    assert casebook.counts() == Counts(0, 0, 0)
    assert casebook.broken_history() is None


def test_what_is_put_in_comes_out_the_same_after_reopening(path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        (case_id,) = add(casebook, client_file())
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        assert casebook.get(case_id).case == client_file()
        assert casebook.id_of("2026-0042") == case_id
        assert casebook.id_of("2026-0043") is None


def test_an_edit_is_saved_at_once(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    before = casebook.get(case_id)
    after = before.case.model_copy(update={"notes": "moved to Halifax"})

    saved = casebook.save(before, after, Kind.EDITED, NAME, outcome("not_met"))

    assert casebook.get(case_id) == saved
    assert saved.revision == before.revision + 1
    (row,) = casebook.summaries(words="halifax")
    assert row.outcome == outcome("not_met")
    assert casebook.summaries(words="rideau") == ()


def test_an_edit_of_something_older_overwrites_nothing(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    opened_twice = casebook.get(case_id)
    casebook.save(opened_twice, opened_twice.case.model_copy(update={"notes": "one"}), Kind.EDITED, NAME)

    with pytest.raises(CaseChanged):
        casebook.save(opened_twice, opened_twice.case.model_copy(update={"notes": "two"}), Kind.EDITED, NAME)

    assert casebook.get(case_id).case.notes == "one"
    assert len(casebook.history(case_id)) == 2


def test_a_file_number_is_given_once(casebook: Casebook) -> None:
    first, second = add(casebook, client_file("2026-0001"), client_file("2026-0002"))
    stored = casebook.get(second)

    with pytest.raises(FileNumberTaken):
        casebook.save(stored, stored.case.model_copy(update={"file_number": "2026-0001"}), Kind.EDITED, NAME)
    with pytest.raises(FileNumberTaken):
        add(casebook, client_file("2026-0001"))

    assert casebook.get(second) == stored
    assert casebook.get(first).case.file_number == "2026-0001"


def test_several_files_go_in_together_or_not_at_all(casebook: Casebook) -> None:
    with pytest.raises(FileNumberTaken):
        add(casebook, client_file("2026-0001"), client_file("2026-0002"), client_file("2026-0001"))
    assert numbers(casebook) == []
    assert casebook.broken_history() is None


def test_the_archive_and_the_bin_are_apart_from_the_active_files(casebook: Casebook) -> None:
    ids = add(casebook, *(client_file(f"2026-000{n}") for n in range(1, 5)))
    casebook.archive(ids[1], DAY, NAME)
    casebook.bin(ids[2], DAY, NAME)
    casebook.archive(ids[3], DAY, NAME)
    casebook.bin(ids[3], DAY, NAME)

    assert numbers(casebook) == ["2026-0001"]
    assert numbers(casebook, Filter.ARCHIVED) == ["2026-0002"]
    assert numbers(casebook, Filter.BIN) == ["2026-0003", "2026-0004"]
    assert numbers(casebook, Filter.ALL) == ["2026-0001", "2026-0002"]
    assert casebook.counts() == Counts(active=1, archived=1, binned=2)

    casebook.archive(ids[1], None, NAME)
    casebook.bin(ids[2], None, NAME)
    casebook.bin(ids[3], None, NAME)
    assert numbers(casebook) == ["2026-0001", "2026-0002", "2026-0003"]
    assert numbers(casebook, Filter.ARCHIVED) == ["2026-0004"]


def test_a_deleted_file_is_gone(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    stored = casebook.get(case_id)
    casebook.delete(case_id, NAME)

    for act in (
        lambda: casebook.get(case_id),
        lambda: casebook.save(stored, stored.case, Kind.EDITED, NAME),
        lambda: casebook.archive(case_id, DAY, NAME),
        lambda: casebook.bin(case_id, DAY, NAME),
        lambda: casebook.delete(case_id, NAME),
        lambda: casebook.opened(case_id),
    ):
        with pytest.raises(CaseGone):
            act()
    assert add(casebook, client_file())[0] != case_id


def test_the_list_is_ordered_as_asked(casebook: Casebook) -> None:
    files = (client_file("3", "Zoé"), client_file("1", "Élan"), client_file("2", "eland"))
    last, first, middle = add(casebook, *files)
    for case_id, next_on in ((last, date(2026, 12, 1)), (middle, date(2026, 11, 30))):
        casebook.put_outcomes({case_id: (1, outcome(next_on=next_on))})
    casebook.opened(first)
    casebook.opened(last)
    stored = casebook.get(first)
    casebook.save(stored, stored.case.model_copy(update={"notes": "x"}), Kind.EDITED, NAME)

    assert numbers(casebook, order=Sort.NAME) == ["1", "2", "3"]
    assert numbers(casebook, order=Sort.NEXT_DATE) == ["2", "3", "1"]
    assert numbers(casebook, order=Sort.OPENED) == ["3", "1", "2"]
    assert numbers(casebook, order=Sort.CHANGED)[0] == "1"


def test_the_list_is_filtered_by_outcome(casebook: Casebook) -> None:
    ids = add(casebook, *(client_file(str(n)) for n in range(4)))
    for case_id, word in zip(ids, ("met", "not_met", "undetermined"), strict=False):
        casebook.put_outcomes({case_id: (1, outcome(word))})
    casebook.archive(add(casebook, client_file("old"))[0], DAY, NAME)

    for word, number in (("met", "0"), ("not_met", "1"), ("undetermined", "2")):
        assert numbers(casebook, narrowing=Narrowing(outcome=word)) == [number]


def test_the_list_is_narrowed_to_dates_that_are_near(casebook: Casebook) -> None:
    ids = add(casebook, *(client_file(str(n)) for n in range(4)))
    near, far = date(2026, 12, 1), date(2027, 12, 1)
    for case_id, next_on, expires_on in zip(ids, (near, far, far, None), (far, near, far, None), strict=True):
        casebook.put_outcomes({case_id: (1, replace(outcome(next_on=next_on), expires_on=expires_on))})

    assert numbers(casebook, narrowing=Narrowing(until=near)) == ["0", "1"]
    assert numbers(casebook, narrowing=Narrowing(until=far)) == ["0", "1", "2"]


def test_the_list_is_ordered_by_what_the_rules_say(casebook: Casebook) -> None:
    ids = add(casebook, *(client_file(str(n)) for n in range(4)))
    said = (
        outcome("not_met"),
        replace(outcome("met"), earliest=date(2027, 5, 1), expires_on=date(2026, 12, 1)),
        replace(outcome("undetermined"), earliest=None, expires_on=date(2027, 12, 1)),
    )
    for case_id, each in zip(ids, said, strict=False):
        casebook.put_outcomes({case_id: (1, each)})

    assert numbers(casebook, order=Sort.OUTCOME) == ["1", "2", "0", "3"]
    assert numbers(casebook, order=Sort.EARLIEST) == ["0", "1", "2", "3"]
    assert numbers(casebook, order=Sort.EXPIRY) == ["1", "2", "0", "3"]


def test_tags_are_listed_and_filter_the_list(casebook: Casebook) -> None:
    first, second = add(casebook, client_file("1"), client_file("2"))
    for case_id, tags in ((first, ("urgent", "École")), (second, ("urgent",))):
        stored = casebook.get(case_id)
        casebook.save(stored, set_tags(tags).change(stored.case), Kind.EDITED, NAME)

    assert casebook.tags() == ("École", "urgent")
    assert numbers(casebook, narrowing=Narrowing(tag="urgent")) == ["1", "2"]
    assert numbers(casebook, narrowing=Narrowing(tag="École")) == ["1"]
    (row,) = casebook.summaries(words="ecole")
    assert set(row.tags) == {"École", "urgent"}

    stored = casebook.get(first)
    casebook.save(stored, set_tags(()).change(stored.case), Kind.EDITED, NAME)
    assert casebook.tags() == ("urgent",)
    casebook.delete(second, NAME)
    assert casebook.tags() == ()


def test_an_index_of_an_older_program_is_made_anew(casebook: Casebook) -> None:
    add(casebook, client_file("1"))
    with casebook._write() as session:
        session.execute(text("DELETE FROM case_search"))
    casebook.index_anew()
    assert [each.file_number for each in casebook.summaries(words="northlight")] == ["1"]
    with casebook._write() as session:
        session.execute(text("DELETE FROM case_search"))
    casebook.index_anew()  # made already
    assert casebook.summaries(words="northlight") == ()


def test_an_outcome_is_stale_on_another_day_and_under_other_rules(casebook: Casebook) -> None:
    fresh, never, binned = add(casebook, client_file("1"), client_file("2"), client_file("3"))
    casebook.put_outcomes({fresh: (1, outcome())})
    casebook.bin(binned, DAY, NAME)

    assert casebook.stale("pack-1", DAY) == (never,)
    assert set(casebook.stale("pack-2", DAY)) == {fresh, never}
    assert set(casebook.stale("pack-1", date(2026, 11, 23))) == {fresh, never}


def test_an_outcome_of_an_older_text_of_the_file_is_dropped(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    stored = casebook.get(case_id)
    casebook.save(stored, stored.case.model_copy(update={"notes": "x"}), Kind.EDITED, NAME, outcome("met"))

    casebook.put_outcomes({case_id: (stored.revision, outcome("not_met"))})

    (row,) = casebook.summaries()
    assert row.outcome == outcome("met")


def test_numbers_are_found_by_their_beginning(casebook: Casebook) -> None:
    add(casebook, client_file("2026-0001"), client_file("2025-0009"), client_file("2026_%"))
    assert set(casebook.file_numbers("2026-")) == {"2026-0001"}
    assert set(casebook.file_numbers("2026_%")) == {"2026_%"}
    assert len(casebook.file_numbers()) == 3


def test_settings_of_the_firm_are_kept(path: Path) -> None:
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        assert casebook.setting("firm") is None
        casebook.set_setting("firm", {"name": "Étude Roy"})
        casebook.set_setting("firm", {"name": "Étude Roy et associés"})
    with Casebook.open(path, PASSPHRASE, ANA) as casebook:
        assert casebook.setting("firm") == {"name": "Étude Roy et associés"}


def test_a_full_disk_is_said_plainly_and_loses_nothing(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    stored = casebook.get(case_id)
    with casebook._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(CasebookUnavailable) as refused:
        casebook.save(stored, stored.case.model_copy(update={"notes": "x" * 50_000}), Kind.EDITED, NAME)

    assert refused.value.message.id == "casebook_disk_full"
    assert casebook.get(case_id) == stored
    assert casebook.broken_history() is None


@pytest.mark.parametrize("what", ["moved", "deleted", "replaced"])
def test_nothing_is_called_saved_that_went_into_a_file_nobody_finds(casebook: Casebook, what: str) -> None:
    (case_id,) = add(casebook, client_file())
    stored = casebook.get(case_id)
    elsewhere = casebook.path.with_name("elsewhere.casebook")
    casebook.path.rename(elsewhere)
    if what == "deleted":
        elsewhere.unlink()
    if what == "replaced":
        casebook.path.write_bytes(elsewhere.read_bytes())
    changed = stored.case.model_copy(update={"notes": "Called the employer."})

    with pytest.raises(CasebookMoved):
        casebook.save(stored, changed, Kind.EDITED, NAME)
    assert casebook.get(case_id) == stored

    if what == "moved":
        elsewhere.rename(casebook.path)
        assert casebook.save(stored, changed, Kind.EDITED, NAME).case.notes == "Called the employer."


def test_a_closed_casebook_is_locked_for_every_thread(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    casebook.close()
    casebook.close()
    for act in (casebook.summaries, lambda: casebook.get(case_id), lambda: casebook.delete(case_id, NAME)):
        with pytest.raises(CasebookClosed):
            act()
    assert [path.name for path in casebook.path.parent.iterdir()] == [casebook.path.name]


def test_several_threads_work_in_one_casebook(casebook: Casebook) -> None:
    ids = add(casebook, *(client_file(str(number)) for number in range(4)))

    def work(case_id: str) -> None:
        stored = casebook.get(case_id)
        for number in range(20):
            after = stored.case.model_copy(update={"notes": f"note {number}"})
            stored = casebook.save(stored, after, Kind.EDITED, NAME, outcome())
            casebook.summaries(words="note")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, ids))

    assert {casebook.get(case_id).case.notes for case_id in ids} == {"note 19"}
    assert casebook.broken_history() is None
    assert sum(len(casebook.history(case_id)) for case_id in ids) == 4 * 21


def test_a_file_this_version_cannot_read_is_named_and_kept(casebook: Casebook) -> None:
    (case_id,) = add(casebook, client_file())
    with casebook._write() as session:
        session.query(DocumentRow).update({"content": '{"format": "cec-case", "version": 99}'})

    with pytest.raises(CaseUnreadable) as refused:
        casebook.get(case_id)

    assert dict(refused.value.message.args) == {"number": "2026-0042"}
    assert numbers(casebook) == ["2026-0042"]
