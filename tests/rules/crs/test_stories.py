"""What a consultant is told of a client's points: what is open, what would help, what is coming."""

from __future__ import annotations

from datetime import date

import pytest

from cec_desktop.resources import resource
from cec_desktop.rules.crs.course import score_over_time
from cec_desktop.rules.crs.findings import CrsScore, Help
from cec_desktop.rules.crs.helping import what_would_help
from cec_desktop.rules.crs.score import score_case
from cec_desktop.rules.crs.standing import CrsFile
from cec_desktop.rules.crs.tables import CrsDataError, parse_crs
from cec_desktop.rules.rulebook import load_rulebook
from tests.rules.crs.files import DEVELOPER, Raw, education, raw_file, read, result, work

ON = date(2026, 3, 2)
SEVEN = dict.fromkeys(("listening", "reading", "writing", "speaking"), 7)
NINE = dict.fromkeys(SEVEN, 9)


def scored(raw: Raw, on: date = ON) -> CrsScore:
    score = score_case(read(raw), on, load_rulebook())
    assert score is not None
    return score


def points(raw: Raw, line: str, on: date = ON) -> int:
    return next(each.points for each in scored(raw, on).lines if each.id == line)


def test_the_new_rules_are_known_as_announced_only() -> None:
    last, first = (scored(raw_file(day), day) for day in (date(2026, 11, 2), date(2026, 11, 3)))

    assert (last.exact, last.reason, last.notes) == (True, None, ())
    assert (first.exact, first.reason, first.rules.id) == (False, "version_unknown", "crs-2025-03-25")
    assert first.notes[0].id == "crs_not_exact"


def test_there_were_no_points_before_2015() -> None:
    day = date(2014, 12, 31)
    assert score_case(read(raw_file(day)), day, load_rulebook()) is None


def test_two_jobs_abroad_of_eight_months_count_only_without_a_break() -> None:
    first = {"start": "2020-01-06", "end": "2020-09-04"}
    common = {"country": "PT", "hours_per_week": 40, "noc": DEVELOPER}
    joined = [{**common, **first}, {**common, "start": "2020-09-07", "end": "2021-05-07"}]
    broken = [{**common, **first}, {**common, "start": "2020-11-02", "end": "2021-06-30"}]
    tests = [result(ON, NINE, "en")]

    assert points(raw_file(ON, jobs=joined, language_tests=tests), "c_foreign_language") == 25
    assert points(raw_file(ON, jobs=broken, language_tests=tests), "c_foreign_language") == 0


def test_an_assessment_lasts_five_years() -> None:
    entry = {"level": "three_year", "canadian": False, "completed_on": "2012-06-01"}
    raw = raw_file(ON, education=[{**entry, "eca": {"issued_on": "2021-03-03"}}])

    assert points(raw, "education", date(2026, 3, 2)) == 120
    assert points(raw, "education", date(2026, 3, 3)) == 0


def test_a_bachelor_and_a_diploma_are_two_credentials() -> None:
    diploma = {"level": "one_year", "canadian": True, "completed_on": "2024-06-01"}
    raw = raw_file(ON, education=[*education(ON, "three_year"), diploma])

    assert (points(raw, "education"), points(raw, "d_canadian_study")) == (128, 15)
    assert [each.id for each in scored(raw).advisories] == ["canadian_study_assumed"]


def test_a_distance_program_earns_no_points_for_study_in_canada() -> None:
    study = {"id": "far", "full_time": True, "full_time_months": 16, "distance": True}
    diploma = {"level": "two_year", "canadian": True, "completed_on": "2024-06-01", "study": "far"}

    assert points(raw_file(ON, education=[diploma], studies=[study]), "d_canadian_study") == 0


def test_open_facts_of_the_spouse_give_a_range_and_their_names() -> None:
    raw = raw_file(ON, spouse={"education": education(ON, "masters")})
    score = scored(raw)

    assert (score.total, score.total_max) == (110, 110)
    assert [fact.place for fact in score.missing_facts] == ["spouse.accompanying", "spouse.citizen_or_pr"]


def helped(raw: Raw) -> dict[tuple[str, ...], Help]:
    return {each.ids: each for each in what_would_help(CrsFile(read(raw), load_rulebook()), ON)}


def test_what_would_help_is_sorted_and_exact() -> None:
    raw = raw_file(
        ON, jobs=work(ON, 1), education=education(ON, "masters"), language_tests=[result(ON, SEVEN, "en")]
    )
    found = list(helped(raw).values())

    gains = [each.gain for each in found]
    assert gains == sorted(gains, reverse=True)
    assert min(each.highest for each in found) > 0
    # Four abilities from 17 to 31 points, and 25 more for the master's; the group was 50 already.
    assert helped(raw)["first_language_all_9",].gain == 4 * 14
    nominated = helped(raw)["nomination",]
    assert (nominated.gain, nominated.highest, nominated.effective) == (600, 600, ON)
    assert {len(each.ids) for each in found} == {1, 2}


def test_an_assessment_is_worth_what_the_file_scores_with_it() -> None:
    bare = raw_file(ON, education=[{"level": "three_year", "canadian": False, "completed_on": "2012-06-01"}])
    assessed = raw_file(ON, education=education(ON, "three_year"))

    assert helped(bare)["credential_assessment",].gain == scored(assessed).total - scored(bare).total == 120


def test_going_without_the_spouse_is_worth_what_the_file_scores_alone() -> None:
    spouse = {"accompanying": True, "citizen_or_pr": False}
    raw = raw_file(ON, spouse=spouse, language_tests=[result(ON, NINE, "en")])
    alone = raw_file(ON, spouse={**spouse, "accompanying": False}, language_tests=[result(ON, NINE, "en")])

    assert helped(raw)["without_spouse",].gain == scored(alone).total - scored(raw).total > 0


def test_the_year_of_work_is_complete_on_the_day_the_file_says() -> None:
    job = {**work(ON, 1)[0], "start": "2025-06-02", "hours_per_week": 30}
    raw = raw_file(ON, jobs=[job])

    change = helped(raw)["work_three_months",]
    assert (change.gain, change.effective) == (40, date(2026, 6, 2))
    assert points(raw, "canadian_work", date(2026, 5, 31)) == 0
    assert points(raw, "canadian_work", date(2026, 6, 1)) == 40


def test_the_score_over_time_changes_on_birthdays_years_of_work_and_the_end_of_a_test() -> None:
    job = {**work(ON, 1)[0], "start": "2025-06-02", "hours_per_week": 30}
    tests = [{**result(ON, SEVEN, "en"), "result_date": "2025-03-10"}]
    raw = raw_file(ON, jobs=[job], language_tests=tests)
    raw["client"]["date_of_birth"] = "1996-08-15"
    file = CrsFile(read(raw), load_rulebook())

    steps = score_over_time(file, ON)

    assert steps[0].first == ON
    assert steps[-1].last == date(2029, 3, 2)
    why = {step.first: [reason.id for reason in step.reasons] for step in steps}
    assert why[date(2026, 6, 1)] == ["crs_step_canadian_reached"]
    assert why[date(2026, 8, 15)] == ["crs_step_age"]
    assert why[date(2026, 11, 3)] == ["crs_step_announced"]
    assert why[date(2027, 3, 10)] == ["test_expires"]
    for step in steps:
        for day in (step.first, step.last):
            assert scored(raw, day).total == step.total


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("youngest = 17", "yuongest = 17"),
        ("points = [0, 5, 7, 8, 9, 10]", "points = [0, 5, 7, 8, 9]"),
        ("points = [0, 5, 7, 8, 9, 10]", "points = [0, 5, 4, 8, 9, 10]"),
        ("first_day = 2017-06-06", "first_day = 2016-11-19"),
        ('d_sibling = "MI 8(2), table D"', 'd_sibling = ""'),
    ],
)
def test_unsound_tables_are_refused(old: str, new: str) -> None:
    text = resource("rules", "crs.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(CrsDataError):
        parse_crs(text.replace(old, new))
