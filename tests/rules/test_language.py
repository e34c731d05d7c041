"""Language results: which benchmark levels a client's test scores earn."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.rules.language import ABILITIES, Levels, Score, load_language

CHARTS = load_language()
SCORED = ("ielts_general", "celpip_general", "pte_core", "tef_canada", "tcf_canada")
STATED = ("benchmarks", "written_evidence")
RECENT = date(2025, 2, 20)
LAST_OLD_TEF = date(2023, 12, 10)
FIRST_NEW_TEF = date(2023, 12, 11)


def scores(*values: Score | float | None) -> dict[str, Score | None]:
    """Scores in the order listening, reading, writing, speaking."""
    exact = [Decimal(str(value)) if isinstance(value, float) else value for value in values]
    return dict(zip(ABILITIES, exact, strict=True))


def levels(
    test: str,
    *values: Score | float | None,
    on: date | None = RECENT,
    column: str | None = "former",
    former: Mapping[str, Score | None] | None = None,
) -> tuple[int | None, ...]:
    found = CHARTS.levels(test=test, test_date=on, scores=scores(*values), tef_scale=column, former=former)
    return found.each()


# --- Worked conversions -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "values", "expected"),
    [
        # An examination paper for consultants.
        ("ielts_general", (8, 7, 6, 7.5), (9, 9, 7, 10)),
        ("ielts_general", (7.5, 6, 6.5, 7), (8, 7, 8, 9)),
        ("ielts_general", (8.5, 3, 9, 3.5), (10, 3, 10, 3)),
        ("ielts_general", (7, 5.5, 5, 5.5), (7, 6, 5, 6)),
        ("ielts_general", (0, 0, 0, 0), (3, 3, 3, 3)),
        ("celpip_general", (12, 9, "M", 7), (10, 9, 0, 7)),
        ("celpip_general", (0, 1, 2, 3), (0, 1, 2, 3)),
        ("celpip_general", (10, 11, 4, 5), (10, 10, 4, 5)),
        ("pte_core", (82, 77, 88, 83), (9, 8, 9, 8)),
        ("pte_core", (90, 60, 68, 10), (10, 7, 6, 2)),
        ("tef_canada", (249, 206, 450, 310), (7, 6, 10, 7)),
        # Above the published band of level 10, still 10 or above.
        ("tef_canada", (360, 300, 450, 450), (10, 10, 10, 10)),
        ("tcf_canada", (458, 452, 10, 16), (7, 6, 7, 10)),
        ("tcf_canada", (523, 523, 20, 3), (9, 8, 10, 3)),
    ],
)
def test_each_ability_is_converted_by_itself(
    test: str, values: tuple[Score, ...], expected: tuple[int, ...]
) -> None:
    assert levels(test, *values) == expected


@pytest.mark.parametrize(
    ("on", "values", "expected"),
    [
        (date(2022, 5, 1), (449, 450, 566, 299), (6, 7, 10, 3)),
        (date(2019, 10, 1), (450, 399, 400, 699), (7, 5, 6, 10)),
        (LAST_OLD_TEF, (434, 450, 450, 456), (6, 7, 7, 7)),
        (FIRST_NEW_TEF, (434, 433, 428, 456), (7, 6, 7, 7)),
    ],
)
def test_tef_scores_out_of_699_are_read_by_the_chart_of_their_day(
    on: date, values: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert levels("tef_canada", *values, on=on, column="since_2019") == expected


def test_the_weakest_ability_decides() -> None:
    result = Levels(9, 9, 7, 10)
    assert (result.known, result.minimum) == (True, 7)


def test_without_one_of_the_four_there_is_no_lowest_level() -> None:
    result = Levels(9, None, 7, 10)
    assert (result.known, result.minimum) == (False, None)


# --- Which chart is held ------------------------------------------------------------------------------


def test_ielts_results_before_the_chart_are_not_known() -> None:
    assert levels("ielts_general", 8, 7, 7, 7, on=date(2008, 11, 27)) == (None,) * 4
    assert levels("ielts_general", 8, 7, 7, 7, on=date(2008, 11, 28)) == (9, 9, 9, 9)


def test_celpip_codes_changed_in_april_2014() -> None:
    last, first = date(2014, 3, 31), date(2014, 4, 1)
    assert levels("celpip_general", "4H", "4L", "3H", "3L", on=last) == (8, 7, 6, 5)
    assert levels("celpip_general", "5H", "5L", "2H", 1, on=last) == (10, 9, 4, 0)
    assert levels("celpip_general", 8, 7, 6, 5, on=first) == (8, 7, 6, 5)
    assert levels("celpip_general", 8, "M", 6, 5, on=last) == (None,) * 4
    assert levels("celpip_general", "4H", "5H", "2H", "3L", on=first) == (None,) * 4


def test_the_level_of_one_old_celpip_code_was_never_found() -> None:
    assert levels("celpip_general", "2L", "3L", 0, "5H", on=date(2012, 6, 1)) == (None, 5, 0, 10)


def test_a_tef_sheet_before_october_2019_has_no_score_out_of_699() -> None:
    early = date(2019, 9, 30)
    assert levels("tef_canada", 450, 450, 450, 450, on=early, column="since_2019") == (None,) * 4
    assert levels("tef_canada", 249, 207, 310, 310, on=early) == (7, 7, 7, 7)


def test_the_former_tef_score_wins_over_the_one_beside_it() -> None:
    former = scores(249, 207, 310, 309)
    for column in ("since_2019", None):
        found = levels("tef_canada", 433, 600, 600, 600, on=FIRST_NEW_TEF, column=column, former=former)
        assert found == (7, 7, 7, 6)


def test_a_former_tef_score_that_was_not_copied_leaves_the_one_beside_it() -> None:
    former = scores(249, None, 310, None)
    found = levels("tef_canada", 699, 434, 699, None, on=FIRST_NEW_TEF, column="since_2019", former=former)
    assert found == (7, 7, 7, None)


def test_a_column_not_known_counts_only_where_both_agree() -> None:
    # 600 is off the former scale, 100 below every row of both; 300 is level 10 or 3.
    found = levels("tef_canada", 600, 100, 300, 300, on=date(2022, 5, 1), column=None)
    assert found == (10, 3, None, None)


def test_a_missing_score_is_not_known() -> None:
    assert levels("celpip_general", 9, None, 9, 9) == (9, None, 9, 9)
    assert CHARTS.levels(test="pte_core", test_date=RECENT, scores={}).each() == (None,) * 4


def test_a_day_not_known_counts_only_where_every_day_gives_the_same() -> None:
    assert levels("tcf_canada", 458, 453, 10, 10, on=None) == (7, 7, 7, 7)
    # A day without a chart is possible.
    assert levels("ielts_general", 8, 8, 8, 8, on=None) == (None,) * 4
    # Only one of the two sets of codes has these.
    assert levels("celpip_general", 7, "M", 0, "4H", on=None) == (7, 0, 0, 8)
    # 0 is the same in both, 1 is not.
    assert levels("celpip_general", 1, 12, "2L", 5, on=None) == (None, 10, None, 5)
    # The charts of 2019 and 2023 agree on the first two only.
    assert levels("tef_canada", 699, 299, 440, 450, on=None, column="since_2019") == (10, 3, None, None)


@pytest.mark.parametrize("test", STATED)
def test_levels_stated_outright_are_taken_as_stated(test: str) -> None:
    assert levels(test, 0, 7, 12, Decimal("5.0"), on=None) == (0, 7, 12, 5)
    assert levels(test, None, 7, 7, 7) == (None, 7, 7, 7)


# --- Scores no test prints ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "ability", "score"),
    [
        ("ielts_general", "listening", Decimal("6.3")),
        ("ielts_general", "listening", Decimal("6.50000000000000000000000000000000001")),
        ("ielts_general", "reading", Decimal("9.5")),
        ("ielts_general", "reading", -1),
        ("ielts_general", "reading", Decimal("1E+30")),
        ("ielts_general", "reading", Decimal("1E-300000")),
        ("ielts_general", "reading", Decimal("NaN")),
        ("ielts_general", "reading", Decimal("Infinity")),
        ("ielts_general", "reading", "7"),
        ("celpip_general", "writing", "7"),
        ("celpip_general", "writing", "m"),
        ("celpip_general", "writing", 13),
        ("celpip_general", "writing", Decimal("6.5")),
        ("celpip_general", "writing", "4H"),
        ("celpip_general", "writing", True),
        ("pte_core", "speaking", 9),
        ("pte_core", "speaking", 91),
        ("pte_core", "speaking", Decimal("60.5")),
        ("tef_canada", "listening", 361),
        ("tef_canada", "reading", 301),
        ("tef_canada", "writing", 451),
        ("tcf_canada", "writing", 21),
        ("tcf_canada", "listening", 700),
        ("benchmarks", "listening", 13),
        ("benchmarks", "listening", Decimal("7.5")),
        ("written_evidence", "listening", "7"),
    ],
)
def test_a_score_off_its_scale_is_refused_and_earns_nothing(test: str, ability: str, score: Score) -> None:
    scale = CHARTS.scale_problem(test, ability, score, test_date=RECENT)
    assert scale == CHARTS.scale(test, ability, test_date=RECENT)
    assert scale is not None
    found = CHARTS.levels(test=test, test_date=RECENT, scores={ability: score})
    assert found == Levels(None, None, None, None)


@pytest.mark.parametrize(
    ("test", "ability", "score"),
    [
        ("ielts_general", "listening", Decimal("6.50")),
        ("ielts_general", "listening", 9),
        ("celpip_general", "writing", "M"),
        ("celpip_general", "writing", Decimal("7.0")),
        ("pte_core", "speaking", 10),
        ("tef_canada", "listening", 360),
        ("tcf_canada", "writing", 0),
        ("tcf_canada", "listening", 0),
        ("benchmarks", "listening", 12),
    ],
)
def test_a_score_on_its_scale_is_no_problem(test: str, ability: str, score: Score) -> None:
    assert CHARTS.scale_problem(test, ability, score, test_date=RECENT) is None


def test_celpip_codes_are_refused_outside_their_time() -> None:
    def problem(score: Score, on: date | None) -> bool:
        return CHARTS.scale_problem("celpip_general", "reading", score, test_date=on) is not None

    assert problem("4H", date(2014, 4, 1))
    assert not problem("4H", date(2014, 3, 31))
    assert problem("M", date(2014, 3, 31))
    assert problem(7, date(2014, 3, 31))
    # Without a day, either will do, but nothing else.
    assert not problem("4H", None)
    assert not problem(7, None)
    assert problem("6H", None)


def test_a_tef_score_is_held_to_its_own_column() -> None:
    def problem(score: Score, column: str | None) -> bool:
        found = CHARTS.scale_problem("tef_canada", "listening", score, tef_scale=column, test_date=RECENT)
        return found is not None

    assert problem(400, "former")
    assert not problem(400, "since_2019")
    assert not problem(400, None)
    assert problem(700, None)


def test_a_message_can_name_the_scale() -> None:
    ielts = CHARTS.scale("ielts_general", "reading")
    assert (ielts.lowest, ielts.highest, ielts.step) == (0, 9, Decimal("0.5"))
    celpip = CHARTS.scale("celpip_general", "reading")
    assert (celpip.lowest, celpip.highest, celpip.step) == ("M", 12, None)
    assert CHARTS.scale("celpip_general", "reading", test_date=date(2013, 1, 1)).codes[-1] == "5H"
    assert CHARTS.scale("tef_canada", "reading").highest == 300
    assert CHARTS.scale("tef_canada", "reading", tef_scale="since_2019").highest == 699
    # A column that did not exist yet is still held to its own scale.
    early = CHARTS.scale("tef_canada", "reading", tef_scale="since_2019", test_date=date(2018, 1, 1))
    assert early.highest == 699


# --- What a panel and a form ask ----------------------------------------------------------------------


def test_pte_core_is_accepted_from_the_end_of_january_2024() -> None:
    assert not CHARTS.accepted_on("pte_core", date(2024, 1, 29))
    assert CHARTS.accepted_on("pte_core", date(2024, 1, 30))
    assert all(
        CHARTS.accepted_on(test, date(2008, 9, 17)) for test in (*SCORED, *STATED) if test != "pte_core"
    )


def test_every_kind_of_the_case_file_is_there_with_its_language() -> None:
    assert [kind.id for kind in CHARTS.tests()] == [*SCORED, *STATED]
    assert [CHARTS.test_language(test) for test in SCORED] == ["en", "en", "en", "fr", "fr"]
    assert [CHARTS.test_language(test) for test in STATED] == [None, None]
    assert all(kind.names["en"] and kind.names["fr"] for kind in CHARTS.tests())
    assert CHARTS.test("ielts_general").names["fr"] == "IELTS General Training"


def test_only_written_evidence_is_no_designated_test() -> None:
    assert [test for test in (*SCORED, *STATED) if not CHARTS.designated(test)] == ["written_evidence"]


@pytest.mark.parametrize(
    ("test", "ability", "level", "on", "score"),
    [
        ("ielts_general", "reading", 5, RECENT, 4),
        ("ielts_general", "listening", 8, RECENT, Decimal("7.5")),
        ("ielts_general", "listening", 3, RECENT, None),
        ("ielts_general", "listening", 7, date(2008, 1, 1), None),
        ("celpip_general", "listening", 7, RECENT, 7),
        ("celpip_general", "listening", 10, RECENT, 10),
        ("celpip_general", "listening", 7, date(2013, 1, 1), "4L"),
        ("celpip_general", "listening", 11, RECENT, None),
        ("pte_core", "writing", 7, None, 69),
        ("tef_canada", "listening", 7, RECENT, 249),
        ("tcf_canada", "speaking", 9, RECENT, 14),
        ("benchmarks", "speaking", 7, None, 7),
        ("benchmarks", "speaking", 13, None, None),
    ],
)
def test_the_score_a_level_asks_for(
    test: str, ability: str, level: int, on: date | None, score: Score | None
) -> None:
    assert CHARTS.needed_score(test, ability, level, on) == score


def test_the_score_asked_for_follows_the_tef_column_and_day() -> None:
    def needed(on: date | None) -> Score | None:
        return CHARTS.needed_score("tef_canada", "writing", 7, on, tef_scale="since_2019")

    assert (needed(LAST_OLD_TEF), needed(FIRST_NEW_TEF), needed(None)) == (450, 428, 428)
    assert needed(date(2019, 9, 30)) is None


def test_the_chart_of_a_day_names_its_sources() -> None:
    chart = CHARTS.chart("tef_canada", LAST_OLD_TEF, tef_scale="since_2019")
    assert chart is not None
    assert (chart.id, chart.sure, chart.read_on) == ("tef-2019-10-01", "one", date(2025, 12, 7))
    assert [source.key for source in chart.sources] == ["IRCC-RESULTS"]
    assert CHARTS.chart("ielts_general", date(2008, 1, 1)) is None
    assert CHARTS.chart("benchmarks", RECENT) is None


def test_a_kind_nobody_knows_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        CHARTS.levels(test="ielts_academic", test_date=RECENT, scores={})


# --- Every chart --------------------------------------------------------------------------------------

ALL_CHARTS = [(kind, era, chart) for kind in CHARTS.tests() for era in kind.eras for chart in era.charts]


def test_the_charts_held() -> None:
    assert [chart.id for _, _, chart in ALL_CHARTS] == [
        "ielts-2008-11-28",
        "celpip-before-2014-04-01",
        "celpip-2014-04-01",
        "pte-core",
        "tef-former",
        "tef-2019-10-01",
        "tef-2023-12-11",
        "tcf",
    ]


def test_every_minimum_rises_with_the_level_in_every_ability() -> None:
    for _, _, chart in ALL_CHARTS:
        for ability, minimums in chart.minimums.items():
            rises = all(lower < higher for lower, higher in pairwise(minimums))
            assert rises, (chart.id, ability)
            assert chart.lowest_level + len(minimums) - 1 == 10


def test_every_minimum_earns_its_level_and_a_step_less_does_not() -> None:
    for kind, era, chart in ALL_CHARTS:
        for ability, minimums in chart.minimums.items():
            step = era.scales[ability].step
            assert step is not None
            for level, score in enumerate(minimums, start=chart.lowest_level):
                assert chart.level(ability, score) == level
                assert chart.level(ability, score - step) == level - 1
                assert chart.needed(ability, level) == score
                assert kind.language is not None


@given(st.sampled_from(range(len(ALL_CHARTS))), st.sampled_from(ABILITIES), st.data())
def test_a_better_score_never_earns_a_lower_level(held: int, ability: str, data: st.DataObject) -> None:
    _, era, chart = ALL_CHARTS[held]
    scale = era.scales[ability]
    if scale.codes:
        places = st.integers(0, len(scale.codes) - 1)
        low, high = sorted([data.draw(places), data.draw(places)])
        pair: tuple[Score, Score] = (scale.codes[low], scale.codes[high])
    else:
        assert isinstance(scale.highest, int)
        assert scale.step is not None
        steps = st.integers(0, int(scale.highest / scale.step))
        low, high = sorted([data.draw(steps), data.draw(steps)])
        pair = (low * scale.step, high * scale.step)
    lower, higher = (chart.level(ability, score) for score in pair)
    if lower is not None and higher is not None:
        assert 0 <= lower <= higher <= 10


@given(st.sampled_from(SCORED), st.sampled_from(ABILITIES), st.integers(0, 10), st.dates(date(2008, 1, 1)))
def test_the_score_asked_for_earns_the_level(test: str, ability: str, level: int, on: date) -> None:
    score = CHARTS.needed_score(test, ability, level, on)
    if score is not None:
        found = CHARTS.levels(test=test, test_date=on, scores={ability: score})
        earned = getattr(found, ability)
        assert earned is not None
        assert earned >= level
