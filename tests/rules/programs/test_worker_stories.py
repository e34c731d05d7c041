"""The Federal Skilled Worker Class as clients meet it: R75 first, then the 67 points of R76."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cec_desktop.rules.findings import Outcome
from tests.rules.programs.clients import (
    ANALYST,
    CASHIER,
    ON,
    Raw,
    asked,
    assessed,
    file,
    finding,
    job,
    months_before,
    points,
    program,
    result,
    total,
)

MET, NOT_MET, UNDETERMINED = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED
PERMIT = [{"kind": "open_work_permit", "start": "2010-01-01"}]
LMIA = {"noc": ANALYST, "hours_per_week": 40, "duration_months": 24, "basis": "lmia"}
SPOUSE = {"accompanying": True, "citizen_or_pr": False}


def outcome(raw: Raw, on: date = ON) -> Outcome:
    return program(raw, "fsw", on).outcome


def said(raw: Raw, id_: str, on: date = ON) -> Outcome:
    return finding(program(raw, "fsw", on), id_).outcome


def canadian(months: int, **changes: Any) -> Raw:
    return job(ON, months, country="CA", employer="Prairie Data", **changes)


# --- Worked examples of a practice examination for consultants --------------------------------------------


def test_a_manager_of_32_with_a_master_and_a_year_in_canada_has_76() -> None:
    raw = file(
        age=32,
        education=[assessed("masters")],
        jobs=[job(ON, 36, end=months_before(ON, 13)), canadian(13)],
        statuses=PERMIT,
    )
    assert points(raw) == {
        "education": 23,
        "first_language": 20,
        "second_language": 0,
        "experience": 11,
        "age": 12,
        "arranged_employment": 0,
        "adaptability": 10,
    }
    assert total(raw) == 76


def test_a_worker_of_38_with_seven_years_and_an_assessed_offer_has_80() -> None:
    raw = file(age=38, jobs=[job(ON, 84)], job_offer={**LMIA, "works_there_on_permit": False})
    assert list(points(raw).values()) == [21, 20, 0, 15, 9, 10, 5]
    assert total(raw) == 80


def test_a_graduate_of_27_with_a_canadian_diploma_and_an_offer_has_80() -> None:
    study = {
        "id": "college",
        "full_time": True,
        "full_time_months": 16,
        "start": "2022-09-01",
        "end": "2024-04-30",
    }
    raw = file(
        age=27,
        studies=[study],
        education=[{"level": "two_year", "canadian": True, "study": "college", "completed_on": "2024-05-01"}],
        jobs=[canadian(16)],
        statuses=PERMIT,
        job_offer={**LMIA, "works_there_on_permit": True},
    )
    assert list(points(raw).values()) == [19, 20, 0, 9, 12, 10, 10]
    assert total(raw) == 80


def test_abilities_are_paid_one_by_one() -> None:
    """IELTS listening 8, reading 7, writing 6, speaking 7.5: levels 9, 9, 7 and 10 earn 6, 6, 4 and 6."""
    test = {"test": "ielts_general", "result_date": months_before(ON, 6)}
    raw = file(language_tests=[{**test, "listening": 8, "reading": 7, "writing": 6, "speaking": 7.5}])
    assert points(raw)["first_language"] == 22


# --- Every row of the grid --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("secondary", 5),
        ("one_year", 15),
        ("two_year", 19),
        ("three_year", 21),
        ("two_or_more", 22),
        ("masters", 23),
        ("doctoral", 25),
    ],
)
def test_education_r78(level: str, expected: int) -> None:
    assert points(file(education=[assessed(level)]))["education"] == expected


@pytest.mark.parametrize(("level", "expected"), [(7, 16), (8, 20), (9, 24), (10, 24)])
def test_first_language_r79(level: int, expected: int) -> None:
    assert points(file(language_tests=[result(ON, level)]))["first_language"] == expected


@pytest.mark.parametrize(("weakest", "expected"), [(4, 0), (5, 4), (9, 4)])
def test_second_language_r79(weakest: int, expected: int) -> None:
    french = result(ON, weakest, 9, 9, 9, language="fr")
    raw = file(language_tests=[result(ON, 9), french], first_official_language="en")
    assert points(raw)["second_language"] == expected


@pytest.mark.parametrize(
    ("years", "expected"), [(1, 9), (2, 11), (3, 11), (4, 13), (5, 13), (6, 15), (9, 15)]
)
def test_experience_r80(years: int, expected: int) -> None:
    assert points(file(age=40, jobs=[job(ON, 12 * years)]))["experience"] == expected


@pytest.mark.parametrize(
    ("age", "expected"),
    [(18, 12), (35, 12), (36, 11), (40, 7), (46, 1), (47, 0), (60, 0)],
)
def test_age_r81(age: int, expected: int) -> None:
    raw = file(age=age, jobs=[job(ON, 13)])
    assert points(raw)["age"] == expected


def test_hours_past_full_time_and_a_second_job_count_once_r80_4() -> None:
    two = [job(ON, 13, hours_per_week=60), job(ON, 13, employer="Outra", hours_per_week=40)]
    assert points(file(jobs=two))["experience"] == 9


# --- Adaptability, R83 ------------------------------------------------------------------------------------


def test_a_year_of_full_time_work_in_canada_earns_ten() -> None:
    assert points(file(jobs=[canadian(13)], statuses=PERMIT))["adaptability"] == 10


def test_part_time_work_in_canada_makes_no_year_of_full_time_work() -> None:
    raw = file(jobs=[job(ON, 36), canadian(40, hours_per_week=20)], statuses=PERMIT)
    assert points(raw)["adaptability"] == 0


def test_work_in_canada_without_a_right_to_work_earns_none() -> None:
    raw = file(jobs=[job(ON, 36), canadian(13)], statuses=[{"kind": "visitor", "start": "2010-01-01"}])
    assert points(raw)["adaptability"] == 0


def test_a_low_skilled_year_counts_for_the_spouse_only() -> None:
    mine = file(jobs=[job(ON, 60, end=months_before(ON, 24)), canadian(13, noc=CASHIER)], statuses=PERMIT)
    theirs = file(spouse={**SPOUSE, "jobs": [canadian(13, noc=CASHIER)], "statuses": PERMIT})
    assert (points(mine)["adaptability"], points(theirs)["adaptability"]) == (0, 5)


def test_the_spouse_speaks_studied_and_there_is_an_aunt_ten_at_most() -> None:
    spouse = {
        **SPOUSE,
        "language_tests": [result(ON, 4)],
        "studies": [{"full_time": True, "full_time_months": 16, "start": "2015-09-01", "end": "2017-06-30"}],
    }
    aunt = {"relation": "aunt", "of": "client", "status": "citizen", "lives_in_canada": True}
    assert points(file(spouse={**SPOUSE, "language_tests": [result(ON, 4)]}))["adaptability"] == 5
    assert points(file(spouse={**SPOUSE, "language_tests": [result(ON, 4, 4, 3, 4)]}))["adaptability"] == 0
    assert points(file(spouse=spouse))["adaptability"] == 10
    assert points(file(spouse=spouse, relatives_in_canada=[aunt]))["adaptability"] == 10


@pytest.mark.parametrize(
    "relation",
    ["mother", "Grandfather", "son", "grandchild", "sister", "oncle", "nièce", "neveu"],
)
def test_relatives_of_r83_5(relation: str) -> None:
    relative = {"relation": relation, "of": "client", "status": "permanent_resident", "lives_in_canada": True}
    assert points(file(relatives_in_canada=[relative]))["adaptability"] == 5


def test_a_cousin_or_an_uncle_abroad_earns_none() -> None:
    cousin = {"relation": "cousin", "of": "client", "status": "citizen", "lives_in_canada": True}
    abroad = {"relation": "uncle", "of": "client", "status": "citizen", "lives_in_canada": False}
    assert points(file(relatives_in_canada=[cousin, abroad]))["adaptability"] == 0


def test_a_spouse_who_stays_or_is_a_citizen_adds_nothing() -> None:
    for change in ({"accompanying": False}, {"citizen_or_pr": True}):
        raw = file(spouse={**SPOUSE, **change, "language_tests": [result(ON, 9)]})
        assert points(raw)["adaptability"] == 0


# --- Arranged employment, R82, and funds, R76(1)(b) -------------------------------------------------------


def test_an_assessed_offer_from_abroad_earns_fifteen_but_asks_for_funds() -> None:
    raw = file(job_offer={**LMIA, "works_there_on_permit": False}, funds=None)
    earned = points(raw)
    assert (earned["arranged_employment"], earned["adaptability"]) == (10, 5)
    assert said(raw, "funds") is NOT_MET


def test_with_a_permit_the_offer_lifts_the_funds() -> None:
    for there in (True, False):
        raw = file(job_offer={**LMIA, "works_there_on_permit": there}, funds=None, statuses=PERMIT)
        assert said(raw, "funds") is MET


def test_an_exempt_offer_needs_a_year_with_that_employer_on_a_permit() -> None:
    exempt = {**LMIA, "basis": "exempt_treaty", "works_there_on_permit": True}
    for months, expected in ((12, 10), (11, 0)):
        raw = file(job_offer={**exempt, "months_worked_there": months}, statuses=PERMIT)
        assert points(raw)["arranged_employment"] == expected


def test_the_end_of_points_for_offers_in_the_ranking_did_not_touch_r82() -> None:
    raw = file(date(2025, 3, 25), job_offer={**LMIA, "works_there_on_permit": False})
    assert points(raw, date(2025, 3, 25))["arranged_employment"] == 10


@pytest.mark.parametrize(
    "change", [{"noc": CASHIER}, {"hours_per_week": 29}, {"duration_months": 11}, {"basis": "none"}]
)
def test_offers_that_earn_none(change: Raw) -> None:
    assert points(file(job_offer={**LMIA, **change}))["arranged_employment"] == 0


@pytest.mark.parametrize(
    ("on", "amount", "expected"),
    [
        (date(2025, 6, 30), 18288, MET),
        (date(2025, 7, 1), 18288, NOT_MET),
        (date(2025, 7, 1), 19001, MET),
        (date(2024, 6, 30), 90000, UNDETERMINED),
    ],
)
def test_funds_for_two_by_the_table_of_the_day(on: date, amount: int, expected: Outcome) -> None:
    raw = file(on, spouse={**SPOUSE, "accompanying": False}, funds={"amount": amount})
    assert said(raw, "funds", on) is expected


def test_every_family_member_counts_and_grown_children_do_not() -> None:
    children = [{"date_of_birth": "2005-06-01"}, {"date_of_birth": "2001-06-01"}]
    raw = file(spouse=SPOUSE, children=children, funds={"amount": 23359})
    assert said(raw, "funds") is NOT_MET
    assert said({**raw, "funds": {"amount": 23360}}, "funds") is MET


# --- Minimal requirements, R75(2) -------------------------------------------------------------------------


def test_a_break_of_a_month_splits_the_continuous_year() -> None:
    parts = [
        job(ON, 24, end=months_before(ON, 15)),
        job(ON, 14, end=months_before(ON, 4), employer="Outra"),
    ]
    raw = file(jobs=parts)
    assert said(raw, "primary_occupation") is NOT_MET
    assert points(raw)["experience"] == 9
    assert outcome(raw) is NOT_MET


def test_part_time_over_two_years_is_as_good_as_a_year() -> None:
    assert said(file(jobs=[job(ON, 25, hours_per_week=15)]), "primary_occupation") is MET
    assert said(file(jobs=[job(ON, 23, hours_per_week=15)]), "primary_occupation") is NOT_MET


def test_the_year_has_to_be_in_the_primary_occupation_named() -> None:
    clerk = {"version": "2021", "code": "12200"}
    raw = file(jobs=[job(ON, 60)], primary_occupation=clerk)
    assert said(raw, "primary_occupation") is NOT_MET
    assert said({**raw, "primary_occupation": ANALYST}, "primary_occupation") is MET


def test_self_employment_and_work_as_a_student_count_here() -> None:
    raw = file(
        jobs=[canadian(14, self_employed=True)],
        studies=[{"full_time": True, "start": "2020-01-01", "full_time_months": 40}],
        statuses=[{"kind": "study_permit", "start": "2010-01-01"}],
    )
    assert said(raw, "primary_occupation") is MET
    assert program(raw, "cec").outcome is NOT_MET


def test_one_ability_below_seven_refuses() -> None:
    raw = file(language_tests=[result(ON, 9, 9, 9, 6)], education=[assessed("doctoral")])
    assert (said(raw, "language"), outcome(raw)) == (NOT_MET, NOT_MET)


def test_a_result_holds_for_less_than_two_years() -> None:
    test = {**result(ON, 9), "result_date": "2024-03-02"}
    raw = file(language_tests=[test])
    assert said(raw, "language", date(2026, 3, 1)) is MET
    assert said(raw, "language", date(2026, 3, 2)) is NOT_MET


def test_a_foreign_degree_without_an_assessment_is_no_credential() -> None:
    entry = {"level": "doctoral", "canadian": False, "completed_on": "2015-06-01"}
    raw = file(education=[entry])
    assert (said(raw, "credential"), outcome(raw)) == (NOT_MET, NOT_MET)
    assert said(file(education=[{**entry, "canadian": True}]), "credential") is MET


def test_a_physician_needs_the_assessment_of_the_medical_council() -> None:
    physician = {"version": "2021", "code": "31102"}
    degree = assessed("masters")
    raw = file(jobs=[job(ON, 36, noc=physician)], education=[degree], language_tests=[result(ON, 9)])
    assert said(raw, "professional_body") is UNDETERMINED
    assert "education[0].eca.organization" in asked(program(raw, "fsw"))
    raw["education"][0]["eca"]["organization"] = "Medical Council of Canada"
    assert said(raw, "professional_body") is MET


def test_quebec_is_not_for_this_class() -> None:
    assert outcome(file(destination="QC")) is NOT_MET


# --- What is open -----------------------------------------------------------------------------------------


def test_a_missing_fact_is_asked_only_where_it_may_decide() -> None:
    sure = file(language_tests=[result(ON, 9)], education=[assessed("masters")], sibling_in_canada=None)
    assert (outcome(sure), asked(program(sure, "fsw"))) == (MET, set())

    # 21 + 16 + 9 + 12 = 58 points: a brother or sister alone does not help, with the spouse's test it does.
    short = file(language_tests=[result(ON, 7)], jobs=[job(ON, 13)], sibling_in_canada=None)
    assert outcome(short) is NOT_MET
    helped = {**short, "education": [assessed("masters")], "spouse": {**SPOUSE, "accompanying": None}}
    helped["spouse"]["language_tests"] = [result(ON, 5)]
    found = program(helped, "fsw")
    assert found.outcome is UNDETERMINED
    assert asked(found) == {"spouse.accompanying", "sibling_in_canada"}


def test_hours_and_occupations_that_are_missing_are_named() -> None:
    raw = file(jobs=[job(ON, 36, hours_per_week=None, noc=None)], language_tests=[result(ON, 9)])
    found = program(raw, "fsw")
    assert found.outcome is UNDETERMINED
    assert {"jobs[0].hours_per_week", "jobs[0].noc"} <= asked(found)


# --- By date ----------------------------------------------------------------------------------------------


def test_the_texts_follow_each_other() -> None:
    for day, rules in (
        (date(2013, 5, 4), "fsw-2013-05-04"),
        (date(2016, 11, 18), "fsw-2013-05-04"),
        (date(2016, 11, 19), "fsw-2016-11-19"),
        (date(2022, 11, 16), "fsw-2022-11-16"),
    ):
        ref = program(file(day), "fsw", day).rules
        assert ref is not None
        assert ref.id == rules


def test_before_the_grid_of_2013_the_text_is_not_held() -> None:
    found = program(file(date(2012, 3, 1)), "fsw", date(2012, 3, 1))
    assert (found.outcome, found.rules, found.conditions[0].message.id) == (
        UNDETERMINED,
        None,
        "program_text_not_held",
    )


def test_what_is_deduced_or_out_of_date_is_said() -> None:
    def advised(on: date) -> set[str]:
        return {each.id for each in program(file(on), "fsw", on).advisories}

    assert "program_text_deduced" in advised(date(2015, 3, 2))
    assert "funds_may_be_old" in advised(date(2026, 11, 22))
    assert "law_not_verified" in advised(date(2026, 11, 22))
    assert not advised(date(2026, 3, 2)) & {"program_text_deduced", "funds_may_be_old", "law_not_verified"}
