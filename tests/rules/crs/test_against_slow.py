"""The scorer against one that counts day by day, and its ranges against every value a fact may have."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.rules.crs.course import score_over_time
from cec_desktop.rules.crs.helping import what_would_help
from cec_desktop.rules.crs.score import score_case
from cec_desktop.rules.crs.standing import CrsFile
from cec_desktop.rules.rulebook import load_rulebook
from tests.oracle.effort import examples
from tests.rules.crs import slow
from tests.rules.crs.files import ABILITIES, DEVELOPER, SENIOR, Raw, raw_file, read

LEVELS = ("secondary", "one_year", "two_year", "three_year", "masters", "doctoral", "two_or_more")
DRIVER, CASHIER = {"version": "2021", "code": "75110"}, {"version": "2021", "code": "65100"}
NURSE = {"version": "2021", "code": "31301"}
days_of_score = st.dates(date(2015, 1, 1), date(2027, 6, 30)) | st.sampled_from(
    [date(2016, 11, 19), date(2017, 6, 5), date(2020, 10, 20), date(2024, 2, 29), date(2025, 3, 25)]
)


def _day(draw: st.DrawFn, on: date, least: int, most: int) -> date:
    return on - timedelta(days=draw(st.integers(least, most)))


def _period(draw: st.DrawFn, on: date) -> Raw:
    start = _day(draw, on, 30, 4200)
    end = draw(
        st.none() | st.integers(100, 2500).map(lambda days: (start + timedelta(days=days)).isoformat())
    )
    return {"start": start.isoformat(), "end": end}


def _job(draw: st.DrawFn, on: date, country: str) -> Raw:
    return {
        **_period(draw, on),
        "country": country,
        "hours_per_week": draw(st.sampled_from([15, 22.5, 30, 40])),
        "noc": draw(st.sampled_from([DEVELOPER, DEVELOPER, NURSE, CASHIER])),
        "duties_match": True,
        "authorized": True,
    }


def _credential(draw: st.DrawFn, on: date) -> Raw:
    eca = st.none() | st.integers(0, 2400).map(lambda d: {"issued_on": (on - timedelta(days=d)).isoformat()})
    canadian = draw(st.booleans())
    return {
        "level": draw(st.sampled_from(LEVELS)),
        "canadian": canadian,
        "completed_on": _day(draw, on, -300, 3000).isoformat(),
        "eca": None if canadian else draw(eca),
    }


def _result(draw: st.DrawFn, on: date) -> Raw:
    level = draw(st.integers(3, 10))
    levels = {ability: max(0, min(12, level + draw(st.integers(-1, 2)))) for ability in ABILITIES}
    taken = _day(draw, on, -100, 900).isoformat()
    return {
        "test": "benchmarks",
        "language": draw(st.sampled_from(["en", "en", "fr"])),
        "result_date": taken,
        **levels,
    }


def _many(draw: st.DrawFn, make: Any, *args: Any, most: int = 2) -> list[Raw]:
    return [make(draw, *args) for _ in range(draw(st.integers(0, most)))]


@st.composite
def files_on(draw: st.DrawFn) -> tuple[Raw, date]:
    """A file without open facts, and the day it is scored on."""
    on = draw(days_of_score)
    status = {"kind": "open_work_permit", "start": (on - timedelta(days=4300)).isoformat()}
    person = {
        "statuses": [status],
        "jobs": [*_many(draw, _job, on, "CA"), *_many(draw, _job, on, "PT")],
        "education": _many(draw, _credential, on, most=3),
        "language_tests": _many(draw, _result, on, most=3),
    }
    raw = raw_file(on, **person, sibling_in_canada=draw(st.booleans()))
    raw["client"]["date_of_birth"] = (on - timedelta(days=draw(st.integers(17 * 365, 47 * 365)))).isoformat()
    raw["jobs"] = [job for job in raw["jobs"] if job["start"] > raw["client"]["date_of_birth"]]
    raw["statuses"][0]["start"] = max(status["start"], raw["client"]["date_of_birth"])
    raw["first_official_language"] = draw(st.sampled_from([None, None, "en", "fr"]))
    if draw(st.integers(0, 4)) == 0:
        raw["nomination"] = {"issued_on": _day(draw, on, -30, 300).isoformat(), "province": "NS"}
    if draw(st.integers(0, 3)) == 0:
        raw["certificate_of_qualification"] = _day(draw, on, -30, 300).isoformat()
    if draw(st.integers(0, 3)) == 0:
        noc = draw(st.sampled_from([DEVELOPER, SENIOR]))
        raw["job_offer"] = {
            "basis": draw(st.sampled_from(["lmia", "none"])),
            "noc": noc,
            "duration_months": 12,
        }
    if draw(st.booleans()):
        theirs = {
            "jobs": _many(draw, _job, on, "CA"),
            "education": _many(draw, _credential, on),
            "language_tests": _many(draw, _result, on),
        }
        raw["spouse"] = {
            **theirs,
            "statuses": [status],
            "accompanying": draw(st.sampled_from([True, True, False])),
            "citizen_or_pr": draw(st.sampled_from([False, False, True])),
        }
    return raw, on


@given(files_on())
@examples(60)
def test_every_score_is_that_of_counting_slowly(given_file: tuple[Raw, date]) -> None:
    raw, on = given_file

    score = score_case(read(raw), on, load_rulebook())

    assert score is not None
    assert (score.total, score.total_max) == (slow.total(raw, on),) * 2
    assert score.missing_facts == ()
    assert score.exact is (on < date(2026, 11, 3))


@given(files_on(), st.data())
@examples(20)
def test_a_range_ends_where_the_values_of_its_open_fact_do(
    given_file: tuple[Raw, date], data: st.DataObject
) -> None:
    raw, on = given_file
    opened = data.draw(st.sampled_from(_open_facts(raw)))
    *places, field = opened[0]
    values = opened[1]

    totals = [slow.total(_with(raw, places, field, value), on) for value in values]
    score = score_case(read(_with(raw, places, field, None)), on, load_rulebook())

    assert score is not None
    assert (score.total, score.total_max) == (min(totals), max(totals))
    if min(totals) < max(totals):
        assert [fact.place for fact in score.missing_facts] == [_place([*places, field])]


Path = list[str | int]


def _open_facts(raw: Raw) -> list[tuple[Path, list[Any]]]:
    found: list[tuple[Path, list[Any]]] = [(["sibling_in_canada"], [True, False])]
    if raw.get("spouse"):
        found.append((["spouse", "accompanying"], [True, False]))
    for index, _ in enumerate(raw["language_tests"]):
        found.append((["language_tests", index, "reading"], list(range(11))))
    return found


def _with(raw: Raw, places: Path, field: str | int, value: Any) -> Raw:
    changed = copy.deepcopy(raw)
    part: Any = changed
    for place in places:
        part = part[place]
    part[field] = value
    return changed


def _place(path: Path) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


@given(files_on(), st.lists(st.integers(0, 1095), min_size=6, max_size=6))
@examples(15)
def test_the_course_is_the_score_of_each_of_its_days(given_file: tuple[Raw, date], ahead: list[int]) -> None:
    raw, on = given_file
    case, rules = read(raw), load_rulebook()

    steps = score_over_time(CrsFile(case, rules), on)

    edges = [day for step in steps for day in (step.first, step.last)]
    for day in [*(on + timedelta(days=days) for days in ahead), *edges]:
        score = score_case(case, day, rules)
        (step,) = [each for each in steps if each.first <= day <= each.last]
        assert score is not None
        assert (step.total, step.total_max, step.exact) == (score.total, score.total_max, score.exact)
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(steps))


@given(files_on())
@examples(15)
def test_every_gain_of_a_nomination_or_of_going_alone_is_that_of_the_changed_file(
    given_file: tuple[Raw, date],
) -> None:
    raw, on = given_file
    found = {each.ids: each.gain for each in what_would_help(CrsFile(read(raw), load_rulebook()), on)}
    changed = {("nomination",): {**raw, "nomination": {"issued_on": on.isoformat(), "province": "NS"}}}
    if raw.get("spouse"):
        changed["without_spouse",] = {**raw, "spouse": {**raw["spouse"], "accompanying": False}}
    for ids, other in changed.items():
        gain = slow.total(other, on) - slow.total(raw, on)
        assert found.get(ids, 0) == max(0, gain)
