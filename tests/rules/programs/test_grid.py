"""The grid against a slow scorer, and what can never lower the points of a client."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.rules.findings import Outcome
from cec_desktop.rules.programs.beside import ProgramsFile
from cec_desktop.rules.programs.book import load_programs
from cec_desktop.rules.programs.grid import Candidate, points_of
from cec_desktop.rules.rulebook import load_rulebook
from tests.rules.programs import slow
from tests.rules.programs.clients import ANALYST, CASHIER, ON, Raw, assessed, file, program, read, result

LEVELS = ("secondary", "one_year", "two_year", "three_year", "masters", "doctoral")
fours = st.tuples(*[st.integers(3, 11)] * 4)


@st.composite
def jobs(draw: st.DrawFn) -> list[Raw]:
    made = []
    for _ in range(draw(st.integers(0, 3))):
        start = ON - timedelta(days=draw(st.integers(1, 4500)))
        end = start + timedelta(days=draw(st.integers(0, 2500)))
        made.append(
            {
                "employer": draw(st.sampled_from(["Uma", "Duas"])),
                "country": draw(st.sampled_from(["CA", "BR"])),
                "start": start.isoformat(),
                "end": end.isoformat(),
                "hours_per_week": draw(st.sampled_from([15, 20, 29.5, 30, 40])),
                "noc": draw(st.sampled_from([ANALYST, CASHIER])),
                "duties_match": True,
            }
        )
    return made


@st.composite
def clients(draw: st.DrawFn) -> Raw:
    """Files in which all that earns points is known."""
    tests = [result(ON, *draw(fours), language=language) for language in draw(st.sets(st.sampled_from("ef")))]
    for test in tests:
        test["language"] = {"e": "en", "f": "fr"}[test["language"]]
    relative = {"relation": draw(st.sampled_from(["uncle", "cousin"])), "of": "client", "status": "citizen"}
    changes: dict[str, Any] = {
        "jobs": draw(jobs()),
        "statuses": [{"kind": "open_work_permit", "start": "2012-01-01"}],
        "language_tests": tests,
        "education": [assessed(level) for level in draw(st.lists(st.sampled_from(LEVELS), max_size=2))],
        "first_official_language": draw(st.sampled_from([None, "en", "fr"])),
        "relatives_in_canada": [{**relative, "lives_in_canada": draw(st.booleans())}],
        "studies": [
            {"full_time": True, "full_time_months": draw(st.sampled_from([12, 16])), "country": "CA"}
            | {"start": "2018-09-01", "end": "2020-04-30"}
        ],
    }
    if draw(st.booleans()):
        changes["job_offer"] = {"noc": draw(st.sampled_from([ANALYST, CASHIER])), "basis": "lmia"}
    if draw(st.booleans()):
        changes["spouse"] = {
            "accompanying": draw(st.booleans()),
            "citizen_or_pr": draw(st.booleans()),
            "language_tests": [result(ON, *draw(fours))],
        }
    return file(
        age=draw(st.integers(17, 50)) if not changes["jobs"] else draw(st.integers(30, 50)), **changes
    )


@given(clients())
def test_the_points_are_those_of_the_slow_scorer(raw: Raw) -> None:
    raw["statuses"][0]["start"] = "2016-01-01" if not raw["jobs"] else raw["statuses"][0]["start"]
    raw["statuses"] = [each for each in raw["statuses"] if each["start"] > raw["client"]["date_of_birth"]]
    grid = program(raw, "fsw").grid
    assert grid is not None
    assert grid.points == grid.highest == slow.total(read(raw), ON)


candidates = st.builds(
    Candidate,
    st.integers(0, 7),
    fours,
    st.none() | fours,
    st.integers(0, 9),
    st.integers(15, 60),
    *[st.booleans()] * 7,
)


@given(candidates, st.sampled_from(Candidate._fields), st.integers(0, 3))
def test_a_better_fact_never_lowers_the_points(candidate: Candidate, field: str, at: int) -> None:
    """A better test, a higher credential, another year of work, an offer, an element of adaptability."""
    before = getattr(candidate, field)
    if field == "age":
        return
    better: Any
    if field in ("first", "second"):
        four = before or (4, 4, 4, 4)
        better = tuple(level + (place == at) for place, level in enumerate(four))
    elif isinstance(before, bool):
        better = True
    else:
        better = min(before + 1, 7) if field == "education" else before + 1
    improved: Candidate = candidate._replace(**{field: better})
    grid = load_programs().fsw.grid
    assert points_of(improved, grid, 7).total >= points_of(candidate, grid, 7).total
    assert points_of(improved, grid, 7).total <= grid.maximum == 100


@given(clients(), st.integers(0, 3))
def test_a_better_test_never_takes_a_client_out_of_a_class(raw: Raw, at: int) -> None:
    raw = _without_early_status(raw)
    if not raw["language_tests"]:
        return
    better = copy.deepcopy(raw)
    ability = ("listening", "reading", "writing", "speaking")[at]
    better["language_tests"][0][ability] = min(12, better["language_tests"][0][ability] + 1)
    rules = load_rulebook()
    before, after = ProgramsFile(read(raw), rules), ProgramsFile(read(better), rules)
    for each in ("cec", "fsw", "fst"):
        if before.outcome(each, ON) is Outcome.MET:
            assert after.outcome(each, ON) is Outcome.MET
    low, high = program(raw, "fsw").grid, program(better, "fsw").grid
    assert low is not None
    assert high is not None
    assert high.points >= low.points


@given(clients(), st.integers(0, 5000))
def test_the_short_answer_is_that_of_the_long_one(raw: Raw, days: int) -> None:
    raw, day = _without_early_status(raw), ON - timedelta(days=days)
    prepared = ProgramsFile(read(raw), load_rulebook())
    full = prepared.on(day, ON)
    assert [each.outcome for each in full.programs] == [
        prepared.outcome(each, day) for each in ("cec", "fsw", "fst")
    ]


@given(clients(), st.sampled_from(["destination", "sibling_in_canada"]))
def test_a_fact_taken_away_never_turns_met_into_not_met(raw: Raw, field: str) -> None:
    raw = _without_early_status(raw)
    known, unknown = program(raw, "fsw").outcome, program({**raw, field: None}, "fsw").outcome
    assert known is unknown or unknown is Outcome.UNDETERMINED


def _without_early_status(raw: Raw) -> Raw:
    born = date.fromisoformat(raw["client"]["date_of_birth"])
    return {
        **raw,
        "statuses": [each for each in raw["statuses"] if date.fromisoformat(each["start"]) > born],
    }
