"""How long points take, beside the naive way: counting day by day, and preparing the file anew each time.

Targets on an ordinary workstation: a score under 0.2 ms, what would help under 50 ms, three years of scores
under 100 ms (medians). Nothing is asserted of speed here; ``make bench`` shows and keeps the figures.
"""

from __future__ import annotations

from datetime import date, timedelta

from pytest_benchmark.fixture import BenchmarkFixture

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.crs.course import score_over_time
from cec_desktop.rules.crs.helping import what_would_help
from cec_desktop.rules.crs.standing import CrsFile, best_choice
from cec_desktop.rules.rulebook import load_rulebook
from tests.benchmarks.test_engine import _beside
from tests.rules.crs import slow
from tests.rules.crs.files import Raw, education, raw_file, read, result, work

ON = date(2026, 3, 2)
DAYS = 3 * 365
LEVELS = {"listening": 8, "reading": 7, "writing": 7, "speaking": 9}


def _raw() -> Raw:
    spouse = {
        "accompanying": True,
        "citizen_or_pr": False,
        "statuses": [{"kind": "open_work_permit", "start": "2020-01-01"}],
        "jobs": work(ON, 1),
        "education": education(ON, "three_year"),
        "language_tests": [result(ON, LEVELS, "en")],
    }
    return raw_file(
        ON,
        jobs=[*work(ON, 3), *({**job, "end": "2021-01-01"} for job in work(ON, 8, country="PT"))],
        education=[
            *education(ON, "three_year"),
            {"level": "one_year", "canadian": True, "completed_on": "2022-06-01"},
        ],
        language_tests=[result(ON, LEVELS, "en"), result(ON, LEVELS, "fr")],
        spouse=spouse,
    )


def _forgetful(file: CrsFile) -> CrsFile:
    """The file with nothing of an earlier round left to look up."""
    file.forget()
    best_choice.cache_clear()
    return file


def _score(file: CrsFile) -> int:
    standing = file.on(ON)
    assert standing is not None
    return min(choice.points.total for choice in standing.scenarios(file.book))


def _file(case: CaseFile) -> CrsFile:
    return CrsFile(case, load_rulebook())


def test_a_score_of_a_file_that_is_open(benchmark: BenchmarkFixture) -> None:
    raw = _raw()
    file = _file(read(raw))

    assert benchmark(lambda: _score(_forgetful(file))) == slow.total(raw, ON)

    _beside(benchmark, lambda: slow.total(raw, ON))


def test_a_score_of_a_file_just_read(benchmark: BenchmarkFixture) -> None:
    raw = _raw()
    case = read(raw)

    assert benchmark(lambda: _score(_forgetful(_file(case)))) == slow.total(raw, ON)

    _beside(benchmark, lambda: slow.total(raw, ON))


def test_what_would_help(benchmark: BenchmarkFixture) -> None:
    raw = _raw()
    file = _file(read(raw))

    found = benchmark(lambda: what_would_help(_forgetful(file), ON))

    _beside(benchmark, lambda: slow.total(raw, ON), times=len(found))


def test_three_years_of_scores(benchmark: BenchmarkFixture) -> None:
    file = _file(read(_raw()))

    benchmark(lambda: score_over_time(_forgetful(file), ON))

    tried = [ON + timedelta(days=n) for n in range(5)]
    _beside(benchmark, lambda: [slow.total(_raw(), day) for day in tried], times=DAYS / len(tried))
