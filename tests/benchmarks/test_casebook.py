"""From Enter on the passphrase to the list of 1,000 files, against bare SQLCipher reading the same file.

Both derive the key from the passphrase; imports are warm.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
import sqlcipher3

from cec_desktop.practice.office import Office
from cec_desktop.storage.casebook import Casebook
from cec_desktop.storage.records import Kind
from tests.storage.clients import ANA, NAME, client_file, outcome

FILES = 1_000
ALLOWED = 2.5
ROUNDS = 9
PASSPHRASE = "neuf hérons d'argent"
ROWS = """
    SELECT f.id, f.file_number, f.family_name, f.given_names, f.changed_at, f.opened_at, f.archived_on,
           f.binned_on, o.outcome, o.assessed_on, o.earliest, o.last, o.next_on, o.next_words, o.rules_id,
           o.rule_pack, o.computed_on
    FROM case_file f LEFT JOIN outcome o ON o.case_row = f.row
    WHERE f.archived_on IS NULL AND f.binned_on IS NULL
    ORDER BY o.next_on, f.sort_name
"""


def fill(path: Path) -> None:
    """Make a casebook of a thousand files."""
    with Casebook.create(path, PASSPHRASE, ANA) as casebook:
        cases = [client_file(f"2026-{number:04d}") for number in range(FILES)]
        days = [date(2026, 12, 1) + timedelta(days=number % 400) for number in range(FILES)]
        casebook.add(cases, Kind.IMPORTED, NAME, [outcome(next_on=day) for day in days])


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "clients.casebook"
    fill(path)
    return path


def ours(path: Path) -> int:
    with Office.unlock(path, PASSPHRASE, ANA) as office:
        return len(office.rows())


def bare(path: Path) -> int:
    connection = sqlcipher3.connect(str(path))
    connection.execute("PRAGMA key = '" + PASSPHRASE.replace("'", "''") + "'")
    rows = connection.execute(ROWS).fetchall()
    connection.close()
    return len(rows)


def test_from_enter_to_the_list(benchmark: Any, thousand: Path) -> None:
    baseline = []
    for _ in range(ROUNDS):
        start = perf_counter()
        assert bare(thousand) == FILES
        baseline.append(perf_counter() - start)

    assert benchmark.pedantic(ours, args=(thousand,), rounds=ROUNDS, warmup_rounds=1) == FILES

    taken, least = benchmark.stats.stats.median, median(baseline)
    benchmark.extra_info |= {"bare_ms": least * 1000, "ratio": taken / least, "allowed": ALLOWED}
    times = f"{taken / least:.2f} times, at most {ALLOWED}"
    print(f"\n{FILES} files: {taken * 1000:.0f} ms, bare {least * 1000:.0f} ms, {times}")


def test_an_edit_is_saved(benchmark: Any, thousand: Path) -> None:
    """One transaction with its history, search index and list, in a casebook of 1,000 files."""
    with Casebook.open(thousand, PASSPHRASE, ANA) as casebook:
        (row,) = casebook.summaries(words="2026-0500")
        stored = casebook.get(row.case_id)
        notes = iter(range(10_000))

        def save() -> None:
            nonlocal stored
            after = stored.case.model_copy(update={"notes": f"note {next(notes)}"})
            stored = casebook.save(stored, after, Kind.EDITED, NAME, outcome())

        benchmark.pedantic(save, rounds=50, warmup_rounds=2)


def test_a_search_while_typing(benchmark: Any, thousand: Path) -> None:
    with Casebook.open(thousand, PASSPHRASE, ANA) as casebook:
        found = benchmark.pedantic(casebook.summaries, kwargs={"words": "northl 2026-05"}, rounds=30)
    assert len(found) == 100
