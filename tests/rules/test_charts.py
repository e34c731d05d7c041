"""The file of scales and charts: what is not sound is refused before anything is converted by it."""

from datetime import date
from decimal import Decimal

import pytest

from cec_desktop.resources import resource
from cec_desktop.rules.charts import ChartDataError, Span
from cec_desktop.rules.language import LanguageCharts, parse_language

SHIPPED = resource("rules", "language.toml").read_text(encoding="utf-8")

SOUND = """
[[source]]
key = "A"
what = "a chart"
where = "an office"
read_on = 2026-01-02

[[test]]
id = "bands"
name_en = "Bands"
name_fr = "Bandes"
language = "en"
designated = true
citation = ["A"]

[[test.scale]]
from = 2010-01-01
listening = { lowest = 0, highest = 9, step = 0.5 }
reading = { lowest = 0, highest = 9, step = 0.5 }
writing = { lowest = 0, highest = 9, step = 0.5 }
speaking = { lowest = 0, highest = 9, step = 0.5 }

[[test.scale.chart]]
id = "bands-2010"
from = 2010-01-01
to = 2019-12-31
rows = [[10, 8.5, 8, 8, 8], [9, 7, 7, 7, 7]]
citation = ["A"]
sure = "several"
read_on = 2026-01-02

[[test.scale.chart]]
id = "bands-2020"
from = 2020-01-01
rows = [[10, 9, 9, 9, 9], [9, 7, 7, 7, 7]]
citation = ["A"]
sure = "one"
read_on = 2026-01-02

[[test]]
id = "codes"
name_en = "Codes"
name_fr = "Codes"
designated = true
citation = ["A"]

[[test.scale]]
codes = ["M", 1, 2]

[[test.scale.chart]]
id = "codes"
levels = [["M", 0], [1, 5], [2, 10]]
citation = ["A"]
sure = "deduced"
read_on = 2026-01-02
"""


def changed(old: str, new: str) -> LanguageCharts:
    assert old in SOUND
    return parse_language(SOUND.replace(old, new, 1))


def test_the_charts_shipped_are_sound() -> None:
    assert len(parse_language(SHIPPED).tests()) == 7


def test_a_sound_file_is_read_exactly() -> None:
    kind = parse_language(SOUND).test("bands")
    assert kind.eras[0].scales["listening"].step == Decimal("0.5")
    assert kind.eras[0].covered
    assert kind.eras[0].charts[0].sources[0].where == "an office"


def test_a_span_holds_both_its_days_and_days_not_known() -> None:
    span = Span(date(2010, 1, 1), date(2010, 12, 31))
    days = (date(2009, 12, 31), date(2010, 1, 1), date(2010, 12, 31), date(2011, 1, 1), None)
    assert [span.covers(day) for day in days] == [False, True, True, False, True]
    assert Span(None, None).covers(date.min)


def test_a_gap_between_charts_is_allowed_and_known() -> None:
    with_gap = changed('id = "bands-2020"\nfrom = 2020-01-01', 'id = "bands-2020"\nfrom = 2020-01-02')
    assert not with_gap.test("bands").eras[0].covered
    same = {"listening": 7, "reading": 7, "writing": 7, "speaking": 7}
    assert with_gap.levels(test="bands", test_date=date(2020, 1, 1), scores=same).minimum is None
    assert with_gap.levels(test="bands", test_date=None, scores=same).minimum is None
    assert parse_language(SOUND).levels(test="bands", test_date=None, scores=same).minimum == 9


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('where = "an office"', 'where = ""', "source A: lacks where"),
        ('where = "an office"', 'where = "an office"\ncolour = "red"', "source A: unknown colour"),
        ("read_on = 2026-01-02\n\n[[test]]", "\n[[test]]", "source A: lacks read_on"),
        ('[[source]]\nkey = "A"', '[[source]]\nkey = "B"', "not listed"),
        ('designated = true\ncitation = ["A"]', "designated = true\ncitation = []", "names no source"),
        ('designated = true\ncitation = ["A"]', "designated = true", "test bands: lacks citation"),
        ('citation = ["A"]\nsure = "one"', 'sure = "one"', "chart bands-2020: lacks citation"),
        (
            'citation = ["A"]\nsure = "one"',
            'citation = ["Z"]\nsure = "one"',
            "chart bands-2020: the citation",
        ),
        ('sure = "one"', 'sure = "quite"', "chart bands-2020: sure is one of"),
        ('sure = "one"\nread_on = 2026-01-02', 'sure = "one"', "chart bands-2020: lacks read_on"),
        ('sure = "one"', 'sure = "one"\ncutoff = 3', "chart bands-2020: unknown cutoff"),
        ('name_fr = "Bandes"\n', "", "test bands: lacks name_fr"),
        ('language = "en"', 'language = "de"', "language 'de'"),
        ('id = "codes"\nname', 'id = "bands"\nname', "a test is listed twice"),
        ('id = "bands-2020"', 'id = "bands-2010"', "a chart is listed twice"),
    ],
)
def test_what_is_unknown_missing_or_without_source_is_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(ChartDataError, match=words):
        changed(old, new)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '"bands-2020"\nfrom = 2020-01-01',
            '"bands-2020"\nfrom = 2019-12-31',
            "bands: charts: spans overlap",
        ),
        ('"bands-2020"\nfrom = 2020-01-01', '"bands-2020"\nfrom = 2010-01-01', "spans overlap"),
        ("to = 2019-12-31\n", "", "spans overlap"),
        ("to = 2019-12-31", "to = 2009-12-31", "bands-2010: ends before it begins"),
        ('"bands-2010"\nfrom = 2010-01-01', '"bands-2010"\nfrom = 2009-12-31', "bands-2010 leaves the days"),
        ('"bands-2010"\nfrom = 2010-01-01', '"bands-2010"', "bands-2010 leaves the days"),
        (
            "[[test.scale]]\nfrom = 2010-01-01",
            "[[test.scale]]\nto = 2030-01-01",
            "bands-2020 leaves the days",
        ),
        (
            '[[test.scale]]\ncodes = ["M", 1, 2]',
            '[[test.scale]]\ncodes = [1, 2]\n[[test.scale]]\ncodes = ["M", 1, 2]',
            "spans overlap",
        ),
    ],
)
def test_spans_that_overlap_or_leave_their_scale_are_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(ChartDataError, match=words):
        changed(old, new)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[9, 7, 7, 7, 7]]", "[9, 9, 7, 7, 7]]", "listening do not rise"),
        ("[9, 7, 7, 7, 7]]", "[9, 7, 8, 7, 7]]", "reading do not rise"),
        ("[10, 8.5, 8, 8, 8]", "[10, 8.3, 8, 8, 8]", "listening is off its scale"),
        ("[10, 8.5, 8, 8, 8]", "[10, 8.5, 8, 8, 9.5]", "speaking is off its scale"),
        ("[10, 8.5, 8, 8, 8]", '[10, "M", 8, 8, 8]', "listening is off its scale"),
        ("[9, 7, 7, 7, 7]]", "[8, 7, 7, 7, 7]]", "one by one"),
        ("[10, 8.5, 8, 8, 8], ", "", "one by one"),
        ("[9, 7, 7, 7, 7]]", "[9, 7, 7, 7]]", "one score for each ability"),
        ('[["M", 0], [1, 5], [2, 10]]', '[["M", 0], [1, 11], [2, 10]]', "levels do not rise"),
        ('[["M", 0], [1, 5], [2, 10]]', '[[1, 5], ["M", 0], [2, 10]]', "in the order of their scale"),
        ('[["M", 0], [1, 5], [2, 10]]', '[["M", 0], [1, 5], [1, 5]]', "codes stand once"),
        ('[["M", 0], [1, 5], [2, 10]]', '[["M", 0], [1, 5], [3, 10]]', "codes stand once"),
        ('[["M", 0], [1, 5], [2, 10]]', '[["M", 0], [1, 5], [2]]', "a code and its level"),
        ("highest = 9, step = 0.5", "highest = 9.3, step = 0.5", "multiples of its step"),
        ("highest = 9, step = 0.5", "highest = 9, step = 0", "multiples of its step"),
        ("lowest = 0, highest = 9", "lowest = 9, highest = 9", "the lower one first"),
        ("lowest = 0, highest = 9, ", "highest = 9, ", "bands: listening: lacks lowest"),
        ("reading = { lowest = 0, highest = 9, step = 0.5 }\n", "", "lacks reading"),
        ('name_fr = "Codes"', 'name_fr = "Codes"\nstates_levels = true', "either charts or states_levels"),
    ],
)
def test_numbers_that_cannot_be_a_chart_are_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(ChartDataError, match=words):
        changed(old, new)


def test_a_source_nothing_cites_is_refused() -> None:
    spare = '[[source]]\nkey = "B"\nwhat = "x"\nwhere = "y"\nread_on = 2026-01-02\n'
    with pytest.raises(ChartDataError, match="nothing cites B"):
        parse_language(spare + SOUND)
    with pytest.raises(ChartDataError, match="source A is listed twice"):
        parse_language(spare.replace('"B"', '"A"') + SOUND)
