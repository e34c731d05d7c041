"""The Federal Skilled Trades Class as clients meet it, R87.2."""

from __future__ import annotations

from datetime import date

import pytest

from cec_desktop.rules.findings import Outcome
from cec_desktop.rules.programs.beside import programs_on
from cec_desktop.rules.programs.book import load_programs
from cec_desktop.rules.rulebook import load_rulebook
from tests.rules.programs.clients import (
    ANALYST,
    ELECTRICIAN,
    ON,
    Raw,
    asked,
    file,
    finding,
    job,
    months_before,
    program,
    read,
    result,
)

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED
OFFER = {"noc": ELECTRICIAN, "hours_per_week": 40, "duration_months": 12, "basis": "lmia"}


def electrician(**changes: object) -> Raw:
    """An electrician qualified long ago, with a certificate, two years of work and modest English."""
    raw = file(
        jobs=[job(ON, 25, noc=ELECTRICIAN, qualified_on="2018-01-15")],
        language_tests=[result(ON, 5, 4, 4, 5)],
        education=[],
        certificate_of_qualification="2024-05-01",
    )
    return {**raw, **changes}


def outcome(raw: Raw, on: date = ON) -> Outcome:
    return program(raw, "fst", on).outcome


def said(raw: Raw, id_: str, on: date = ON) -> Outcome:
    return finding(program(raw, "fst", on), id_).outcome


def test_an_electrician_without_schooling_or_good_english_is_a_member_of_this_class_only() -> None:
    found = programs_on(read(electrician()), ON, ON, load_rulebook())
    assert found.members == ("fst",)
    assert found.of("fst").grid is None


@pytest.mark.parametrize("weak", [(4, 4, 4, 5), (5, 3, 4, 5), (5, 4, 3, 5), (5, 4, 4, 4)])
def test_every_ability_has_its_own_threshold(weak: tuple[int, ...]) -> None:
    assert outcome(electrician(language_tests=[result(ON, *weak)])) is NOT_MET


def test_two_years_within_five_and_after_qualifying() -> None:
    def qualified(day: str | None) -> Outcome:
        raw = electrician(jobs=[job(ON, 25, noc=ELECTRICIAN, qualified_on=day)])
        return said(raw, "experience")

    assert qualified("2024-02-01") is MET
    assert qualified("2024-06-01") is NOT_MET
    short = electrician(jobs=[job(ON, 23, noc=ELECTRICIAN, qualified_on="2018-01-15")])
    assert said(short, "experience") is NOT_MET
    old = job(ON, 100, noc=ELECTRICIAN, qualified_on="2010-01-15", end=months_before(ON, 61))
    assert said(electrician(jobs=[old]), "experience") is NOT_MET


def test_the_day_of_qualifying_is_asked_unless_the_certificate_says_it() -> None:
    undated = [job(ON, 25, noc=ELECTRICIAN)]
    open_ = program(electrician(jobs=undated), "fst")
    assert (open_.outcome, asked(open_)) == (UNDETERMINED, {"jobs[0].qualified_on"})
    certified = electrician(jobs=undated, certificate_of_qualification="2023-11-01")
    assert outcome(certified) is MET


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("72310", True),
        ("72600", False),
        ("73300", True),
        ("82021", True),
        ("83121", True),
        ("92100", True),
        ("93100", True),
        ("93200", False),
        ("63200", True),
        ("63202", True),
        ("62200", True),
        ("62201", False),
        ("70010", False),
        ("22222", False),
    ],
)
def test_trades_are_groups_of_the_classification(code: str, expected: bool) -> None:
    assert load_programs().fst.version[-1].holds(code) is expected


def test_two_years_split_over_two_trades_are_not_two_years_in_one() -> None:
    plumber = {"version": "2021", "code": "72300"}
    jobs = [
        job(ON, 26, noc=ELECTRICIAN, qualified_on="2018-01-15", end=months_before(ON, 13)),
        job(ON, 13, noc=plumber, qualified_on="2018-01-15"),
    ]
    assert said(electrician(jobs=jobs), "experience") is NOT_MET


def test_the_primary_occupation_names_the_trade() -> None:
    plumber = {"version": "2021", "code": "72300"}
    assert outcome(electrician(primary_occupation=ELECTRICIAN)) is MET
    assert said(electrician(primary_occupation=plumber), "experience") is NOT_MET


def test_a_certificate_or_an_offer_in_the_trade() -> None:
    without = electrician(certificate_of_qualification=None)
    assert outcome(without) is NOT_MET
    assert outcome({**without, "job_offer": OFFER}) is MET
    assert outcome({**without, "job_offer": {**OFFER, "noc": ANALYST}}) is NOT_MET
    assert outcome({**without, "job_offer": {**OFFER, "duration_months": 11}}) is NOT_MET
    other = {"issued_on": "2024-05-01", "noc": {"version": "2021", "code": "72300"}}
    assert outcome(electrician(certificate_of_qualification=other)) is NOT_MET


def test_funds_are_lifted_by_an_offer_with_a_permit_only() -> None:
    poor = electrician(funds=None)
    assert said(poor, "funds") is NOT_MET
    assert said({**poor, "job_offer": OFFER}, "funds") is NOT_MET
    permit = [{"kind": "open_work_permit", "start": months_before(ON, 6)}]
    assert said({**poor, "job_offer": OFFER, "statuses": permit}, "funds") is MET


def test_an_analyst_has_no_trade() -> None:
    found = program(file(), "fst")
    assert (found.outcome, finding(found, "trade").message.id) == (NOT_MET, "fst_trade_none")


def test_the_class_began_in_2013_and_knows_the_older_classification() -> None:
    before = program(electrician(), "fst", date(2013, 1, 1))
    assert (before.outcome, before.rules) == (NOT_MET, None)
    on = date(2014, 3, 3)
    raw = file(
        on,
        jobs=[job(on, 25, noc={"version": "2011", "code": "7241"}, qualified_on="2010-01-15")],
        language_tests=[result(on, 5)],
        certificate_of_qualification="2011-05-02",
    )
    found = program(raw, "fst", on)
    assert (finding(found, "experience").outcome, finding(found, "certificate").outcome) == (MET, MET)
    assert found.rules is not None
    assert found.rules.id == "fst-2013-01-02"
