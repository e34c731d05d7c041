"""What other programs read: the `cec-assessment` object, its names, numbers and order."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.client import raw_file, written
from tests.cli.conftest import Run


def assessed(cec: Run, *arguments: str) -> dict[str, Any]:
    ended = cec("assess", "--json", *arguments)
    assert (ended.status, ended.err) == (0, "")
    (line,) = ended.out.splitlines()
    value: dict[str, Any] = json.loads(line, parse_float=Decimal)
    return value


@pytest.fixture
def member(cec: Run, tmp_path: Path) -> dict[str, Any]:
    return assessed(cec, written(tmp_path))


def test_the_object_has_the_fields_of_the_format_in_their_order(member: dict[str, Any]) -> None:
    assert list(member) == [
        "format",
        "version",
        "file_number",
        "on",
        "cec",
        "intake",
        "advisories",
        "warnings",
        "crs",
    ]
    assert list(member["cec"]) == [
        "rules",
        "outcome",
        "stream",
        "projected",
        "window",
        "hours",
        "margin_days",
        "language",
        "conditions",
        "missing_facts",
        "work",
        "earliest_date",
        "earliest_reason",
        "last_date",
        "last_reason",
        "safe_date",
        "earliest_possible_date",
        "permit_bridge",
    ]
    assert (member["format"], member["version"]) == ("cec-assessment", 1)
    assert (member["file_number"], member["on"]) == ("2026-0311", "2026-03-02")


def test_the_member_is_met_with_the_hours_worked_out_by_hand(member: dict[str, Any]) -> None:
    cec = member["cec"]
    assert (cec["outcome"], cec["stream"], cec["projected"]) == ("met", None, False)
    assert cec["window"] == {"start": "2023-03-02", "end": "2026-03-01"}
    assert cec["hours"] == {
        "counted": Decimal("2685.71"),
        "possible": Decimal("2685.71"),
        "required": Decimal("1560.00"),
        "margin": Decimal("1125.71"),
        "stream": None,
    }
    assert cec["margin_days"] == 262


def test_hours_are_numbers_of_two_decimals(cec: Run, tmp_path: Path) -> None:
    out = cec("assess", "--json", written(tmp_path)).out
    assert '"required": 1560.00' in out
    assert '"hours": 30.00' in out
    assert '"margin_days": 262,' in out


def test_the_dates_worked_out_by_hand_come_with_their_reasons(member: dict[str, Any]) -> None:
    cec = member["cec"]
    assert (cec["earliest_date"], cec["safe_date"]) == ("2025-05-30", "2025-06-13")
    assert (cec["last_date"], cec["earliest_possible_date"]) == ("2026-06-09", "2025-05-30")
    assert cec["earliest_reason"] == {
        "id": "hours_reached",
        "text": {"en": "hours reached", "fr": "heures atteintes"},
    }
    assert cec["last_reason"]["id"] == "test_expires"
    assert cec["language"] == {
        "required_clb": 7,
        "achieved_clb": 8,
        "test": "ielts_general",
        "valid_until": "2026-06-09",
    }


def test_the_permit_carries_past_the_application(member: dict[str, Any]) -> None:
    assert member["cec"]["permit_bridge"] == {
        "authorized_until": "2026-12-31",
        "extend_by": "2026-12-31",
        "covers_earliest": True,
        "covers_safe": True,
        "covers_application": True,
    }


def test_the_rules_say_when_they_hold_and_when_they_were_compared(member: dict[str, Any]) -> None:
    assert member["cec"]["rules"] == {
        "id": "cec-2022-11-16",
        "in_force_from": "2022-11-16",
        "in_force_to": None,
        "verified_to": "2026-06-14",
    }


def test_a_job_is_named_by_its_id_else_by_its_place(member: dict[str, Any]) -> None:
    assert [job["job"] for job in member["cec"]["work"]] == ["jobs[0]", "software"]


def test_the_periods_of_a_job_say_what_counts_and_what_does_not(member: dict[str, Any]) -> None:
    first, second = member["cec"]["work"]
    assert first["periods"] == [
        {
            "start": "2024-02-05",
            "end": "2024-12-31",
            "counts": True,
            "hours": Decimal("945.71"),
            "reasons": [],
        }
    ]
    # 26 weeks before the leave, 32 after it.
    counted = [(each["start"], each["end"], each["hours"]) for each in second["periods"] if each["counts"]]
    assert counted == [
        ("2025-01-06", "2025-07-06", Decimal("780.00")),
        ("2025-07-21", "2026-03-01", Decimal("960.00")),
    ]
    (leave,) = (each for each in second["periods"] if not each["counts"])
    assert (leave["start"], leave["end"], leave["hours"]) == ("2025-07-07", "2025-07-20", Decimal("0.00"))
    (reason,) = leave["reasons"]
    assert list(reason) == ["id", "citation", "text"]
    assert (reason["id"], reason["text"]) == ("leave", {"en": "on leave", "fr": "en congé"})


def test_every_week_of_a_job_stands_in_the_ledger(member: dict[str, Any]) -> None:
    first, second = member["cec"]["work"]
    # Two days of the 48th week, 2 x 20/7, shown rounded down.
    assert [week["hours"] for week in first["weeks"]] == [Decimal("20.00")] * 47 + [Decimal("5.71")]
    assert first["weeks"][-1] == {"start": "2024-12-30", "hours": Decimal("5.71"), "reasons": []}
    hours = [week["hours"] for week in second["weeks"]]
    assert hours == [Decimal("30.00")] * 26 + [Decimal("0.00")] * 2 + [Decimal("30.00")] * 32
    on_leave = [week for week in second["weeks"] if week["reasons"]]
    assert [week["start"] for week in on_leave] == ["2025-07-07", "2025-07-14"]
    assert {reason["id"] for week in on_leave for reason in week["reasons"]} == {"leave"}


def test_the_conditions_are_a_tree_in_both_languages(member: dict[str, Any]) -> None:
    conditions = member["cec"]["conditions"]
    work = next(each for each in conditions if each["id"] == "work_experience")
    assert list(work) == ["id", "citation", "outcome", "text", "facts", "conditions"]
    assert (work["citation"], work["outcome"]) == ("R87.1(2)(a)", "met")
    assert work["text"]["en"].endswith("2,685.71 h counted, 1,560 h required.")
    assert work["text"]["fr"].endswith("2\u00a0685,71\u00a0h comptées, 1\u00a0560\u00a0h exigées.")
    assert {"occupation_level", "restricted_occupation"} <= {each["id"] for each in work["conditions"]}
    assert [fact["place"] for fact in work["facts"]] == ["jobs[0]", "jobs[1]"]


def test_the_value_of_a_fact_is_text_in_the_language_chosen(cec: Run, tmp_path: Path) -> None:
    path = written(tmp_path)
    for language, expected in (("en", "TEER 1"), ("fr", "FÉER 1")):
        conditions = assessed(cec, path, "--lang", language)["cec"]["conditions"]
        work = next(each for each in conditions if each["id"] == "work_experience")
        level = next(each for each in work["conditions"] if each["id"] == "occupation_level")
        assert expected in level["facts"][0]["value"]


def test_an_invitation_in_time_is_taken_in(member: dict[str, Any]) -> None:
    intake = member["intake"]
    assert intake["outcome"] == "met"
    assert {each["outcome"] for each in intake["conditions"]} == {"met"}


def test_without_an_invitation_the_member_is_not_taken_in(cec: Run, tmp_path: Path) -> None:
    said = assessed(cec, written(tmp_path, invitation=None))
    assert said["cec"]["outcome"] == "met"
    assert said["intake"]["outcome"] == "not_met"
    assert [each["id"] for each in said["intake"]["conditions"]] == ["no_invitation_yet"]


def test_the_points_stand_in_the_fields_of_the_format(member: dict[str, Any]) -> None:
    crs = member["crs"]
    assert list(crs) == [
        *("rules", "exact", "reason", "total", "total_max", "sections", "lines", "missing_facts"),
    ]
    assert (crs["rules"], crs["exact"], crs["reason"]) == ({"id": "crs-2025-03-25"}, True, None)
    # 30 years old: 105; listening, reading and speaking at CLB 9, writing at 8: 3 x 31 + 23; one year: 40.
    assert crs["sections"] == {"core": 261, "spouse": 0, "transferability": 0, "additional": 0}
    assert (crs["total"], crs["total_max"]) == (261, 276)
    assert [each["place"] for each in crs["missing_facts"]] == ["sibling_in_canada"]


def test_there_were_no_points_before_2015(cec: Run, tmp_path: Path) -> None:
    assert assessed(cec, "--on", "2014-12-31", written(tmp_path))["crs"] is None


def test_a_shortfall_rounds_away_from_zero(cec: Run, tmp_path: Path) -> None:
    # On 2025-02-03 the second job has lasted four weeks: 945.714... + 120 = 1,065.714...,
    # which is 494.285... short; 494.285... x 7/30 = 115.33... days.
    said = assessed(cec, written(tmp_path), "--on", "2025-02-03")["cec"]
    assert said["outcome"] == "not_met"
    assert said["hours"]["counted"] == Decimal("1065.71")
    assert said["hours"]["margin"] == Decimal("-494.29")
    assert said["margin_days"] == -116
    assert said["earliest_date"] == "2025-05-30"


def test_another_day_is_assessed_when_asked_for(cec: Run, tmp_path: Path) -> None:
    said = assessed(cec, written(tmp_path), "--on", "2026-06-10")
    assert said["on"] == "2026-06-10"
    assert said["cec"]["outcome"] == "not_met"  # the test result held to the day before
    assert said["cec"]["projected"] is True
    assert "projected" in [each["id"] for each in said["advisories"]]


def test_a_day_after_the_last_comparison_of_the_law_is_said(cec: Run, tmp_path: Path) -> None:
    said = assessed(cec, written(tmp_path), "--on", "2026-06-15")
    advisory = next(each for each in said["advisories"] if each["id"] == "law_not_verified")
    assert list(advisory) == ["id", "text"]
    assert "2026-06-14" in advisory["text"]["fr"]


def test_before_the_class_there_are_no_rules(cec: Run, tmp_path: Path) -> None:
    said = assessed(cec, written(tmp_path), "--on", "2008-09-16")["cec"]
    assert (said["outcome"], said["rules"], said["window"], said["hours"]) == ("not_met", None, None, None)
    assert (said["margin_days"], said["language"], said["work"]) == (None, None, [])
    assert [each["id"] for each in said["conditions"]] == ["class_in_force"]


def test_without_an_application_date_today_is_assessed(cec: Run, tmp_path: Path) -> None:
    assert assessed(cec, written(tmp_path, application_date=None))["on"] == "2026-03-10"


def test_a_submitted_application_is_assessed_on_the_day_it_was_received(cec: Run, tmp_path: Path) -> None:
    sent = {"submitted": True, "received_on": "2026-03-05"}
    path = written(tmp_path, application=sent)
    said = assessed(cec, path)
    assert said["on"] == "2026-03-05"
    warning = next(each for each in said["warnings"] if each["id"] == "application_date_differs")
    assert (list(warning), warning["place"]) == (["place", "id", "text"], "application_date")
    assert assessed(cec, path, "--on", "2026-03-02")["on"] == "2026-03-02"


def test_a_missing_fact_is_listed(cec: Run, tmp_path: Path) -> None:
    jobs = raw_file()["jobs"]
    jobs[1]["hours_per_week"] = None
    said = assessed(cec, written(tmp_path, jobs=jobs))
    cec_part = said["cec"]
    assert cec_part["outcome"] == "undetermined"
    assert cec_part["hours"]["counted"] == Decimal("945.71")
    assert cec_part["hours"]["possible"] == Decimal("2685.71")
    (fact,) = cec_part["missing_facts"]
    assert (fact["place"], fact["id"]) == ("jobs[1].hours_per_week", "hours_not_known")
    assert fact["text"] == {
        "en": "How many hours a week was the work at Logiciels Saint-Boniface?",
        "fr": fact["text"]["fr"],
    }
    assert cec_part["earliest_date"] is None
    assert cec_part["earliest_reason"] is None
    assert cec_part["earliest_possible_date"] == "2025-05-30"


def test_two_runs_print_the_same(cec: Run, tmp_path: Path) -> None:
    path = written(tmp_path)
    assert cec("assess", "--json", path).out == cec("assess", "--json", path).out


def test_several_files_are_one_object_a_line_in_their_order(cec: Run, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{number}.json", file_number=number) for number in ("B-2", "A-1", "C-3")]
    ended = cec("assess", "--json", *paths)
    assert [json.loads(line)["file_number"] for line in ended.out.splitlines()] == ["B-2", "A-1", "C-3"]


def test_a_file_may_come_through_standard_input(cec: Run) -> None:
    ended = cec("assess", "-", "--json", typed=json.dumps(raw_file()).encode())
    assert ended.status == 0
    assert json.loads(ended.out)["cec"]["outcome"] == "met"


def test_options_may_stand_before_and_between_files(cec: Run, tmp_path: Path) -> None:
    first, second = written(tmp_path, "a.json"), written(tmp_path, "b.json", file_number="b")
    orders = [
        ("--json", "--on", "2026-03-02", first, second),
        (first, "--on=2026-03-02", "--json", second),
        (first, second, "--json", "--on", "2026-03-02"),
    ]
    assert len({cec("assess", *order).out for order in orders}) == 1


def test_part_time_work_and_a_vacation_add_up_for_a_second_client(cec: Run, tmp_path: Path) -> None:
    # 25 weeks of 22.5 hours are 562.5; from 2025-06-02 to 2026-11-21 there are 538 days, all of which count
    # (two weeks of paid vacation too), 538 x 30/7 = 2,305.714...; together 2,868.214..., which is
    # 1,308.214... more than 1,560 and 305.25 full-time days. 1,560 - 562.5 = 997.5 hours take 232.75, so 233
    # days of the second job, to 2026-01-20; two weeks more take 246.75, so 247 days, to 2026-02-03.
    second = {
        "employer": "Northern Software",
        "start": "2025-06-02",
        "hours_per_week": 37.5,
        "noc": {"version": "2021", "code": "21232"},
        "duties_match": True,
        "leaves": [{"kind": "paid_vacation", "start": "2026-07-06", "end": "2026-07-17"}],
    }
    first = {
        "employer": "Harbour Statistics",
        "start": "2024-09-16",
        "end": "2025-03-09",
        "hours_per_week": 22.5,
        "noc": {"version": "2021", "code": "21223"},
        "duties_match": True,
    }
    permit = {"kind": "post_graduation_work_permit", "start": "2024-09-01", "end": "2027-08-31"}
    test = {**raw_file()["language_tests"][0], "result_date": "2025-03-02"}
    path = written(
        tmp_path,
        application_date="2026-11-22",
        statuses=[permit],
        jobs=[first, second],
        language_tests=[test],
        invitation=None,
    )
    said = assessed(cec, path)
    assert said["cec"]["hours"]["counted"] == Decimal("2868.21")
    assert (said["cec"]["hours"]["margin"], said["cec"]["margin_days"]) == (Decimal("1308.21"), 305)
    dates = [said["cec"][name] for name in ("earliest_date", "safe_date", "last_date")]
    assert dates == ["2026-01-21", "2026-02-04", "2027-03-01"]
    assert [job["periods"][0]["hours"] for job in said["cec"]["work"]] == [
        Decimal("562.50"),
        Decimal("2305.71"),
    ]
