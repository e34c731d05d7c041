"""How long the rules engine takes for a large file, beside counting every day slowly.

Targets on an ordinary workstation for ten jobs, ten statuses and five studies: one day under 1 ms,
everything with all dates under 3 ms (medians). The same file with a leave and a row of varying hours in
every job is measured beside it.
Nothing is asserted of speed here; ``make bench`` shows and keeps the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.assess import assess
from cec_desktop.rules.judge import Judge
from cec_desktop.rules.membership import membership_on
from cec_desktop.rules.rulebook import load_rulebook
from cec_desktop.rules.validation import checked_case_from_raw
from tests.oracle.compare import differences
from tests.oracle.naive import Naive

ON = date(2024, 6, 3)
DAYS_TRIED = 2 * 3652
"""Days of ten years either way."""
CODES = ("21232", "21223", "63200", "64100", "22310")
KINDS = ("study_permit", "post_graduation_work_permit", "maintained", "work_permit", "visitor")


def large_file() -> CaseFile:
    """Ten jobs that overlap, ten statuses one after the other, five programs of study."""
    full = full_file()
    return full.model_copy(
        update={"jobs": tuple(job.model_copy(update={"leaves": (), "hours": ()}) for job in full.jobs)}
    )


def full_file() -> CaseFile:
    """The same with a vacation and a fortnight of other hours in every job."""
    return checked_case_from_raw(
        {
            "format": "cec-case",
            "version": 1,
            "file_number": "2024-0001",
            "application_date": ON.isoformat(),
            "destination": "NS",
            "client": {"family_name": "Okafor", "date_of_birth": "1990-05-17"},
            "statuses": [_status(n) for n in range(10)],
            "jobs": [_job(n) for n in range(10)],
            "studies": [_study(n) for n in range(5)],
            "absences": [{"start": "2023-12-20", "end": "2024-01-05", "purpose": "vacation"}],
            "language_tests": [_test("ielts_general", 7.0), _test("celpip_general", 8)],
            "invitation": {"issued_on": "2024-05-22", "class": "cec"},
        }
    )


def _dates(start: date, days: int) -> dict[str, str]:
    return {"start": start.isoformat(), "end": (start + timedelta(days=days - 1)).isoformat()}


def _status(n: int) -> dict[str, Any]:
    start = date(2020, 9, 1) + timedelta(days=180 * n)
    more = {"applied_on": (start - timedelta(days=20)).isoformat()} if KINDS[n % 5] == "maintained" else {}
    return {"kind": KINDS[n % 5], **_dates(start, 180), **more}


def _job(n: int) -> dict[str, Any]:
    start = date(2020, 11, 1) + timedelta(days=130 * n)
    return {
        "employer": f"Employer {n}",
        **_dates(start, 300),
        "hours_per_week": 12.5 + 2.5 * n,
        "noc": {"version": "2021" if n % 3 else "2016", "code": CODES[n % 5] if n % 3 else "2174"},
        "authorized": True if n % 2 else None,
        "leaves": [{"kind": "paid_vacation", **_dates(start + timedelta(days=100), 18)}],
        "hours": [{**_dates(start + timedelta(days=30), 14), "hours": 61, "per": "period"}],
    }


def _study(n: int) -> dict[str, Any]:
    start = date(2018, 9, 4) + timedelta(days=365 * n)
    return {"full_time": n < 3, "credential": "diploma", "full_time_months": 8, **_dates(start, 240)}


def _test(kind: str, score: float) -> dict[str, Any]:
    abilities = dict.fromkeys(("listening", "reading", "writing", "speaking"), score)
    return {"test": kind, "language": "en", "result_date": "2023-03-10", **abilities}


@pytest.fixture(params=[large_file, full_file], ids=["large", "full"])
def case(request: pytest.FixtureRequest) -> CaseFile:
    """The file, once what is timed and the slow count are seen to agree on it."""
    case: CaseFile = request.param()
    assert differences(case, ON, assess(case, ON, ON, load_rulebook()), Naive(case)) == []
    return case


def test_membership_on_one_day(benchmark: BenchmarkFixture, case: CaseFile) -> None:
    book = load_rulebook()

    benchmark(lambda: membership_on(Judge(case, book), ON, ON))

    _beside(benchmark, lambda: Naive(case).on(ON))


def test_everything_with_all_dates(benchmark: BenchmarkFixture, case: CaseFile) -> None:
    book = load_rulebook()

    benchmark(lambda: assess(case, ON, ON, book))

    naive = Naive(case)
    tried = [ON + timedelta(days=n) for n in range(20)]
    _beside(benchmark, lambda: [naive.on(day) for day in tried], times=DAYS_TRIED / len(tried))


def _beside(benchmark: BenchmarkFixture, slow: Callable[[], object], times: float = 1) -> None:
    """Time the slow count once, print how many times longer it takes, and keep it with the figures.

    ``times`` scales a sample of days up to all that would be tried.
    """
    began = perf_counter()
    slow()
    taken = (perf_counter() - began) * times
    if benchmark.stats is None:
        return
    median = benchmark.stats.stats.median
    benchmark.extra_info["slow_count_seconds"] = taken
    benchmark.extra_info["times_slower"] = taken / median
    figures = f"{median * 1000:.2f} ms; slow count {taken * 1000:,.0f} ms, {taken / median:,.0f} times"
    print(f"\n{benchmark.name}: {figures}")
