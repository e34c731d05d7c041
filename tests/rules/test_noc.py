"""Occupations: what a code is called, which level it has, and what it becomes in another edition."""

import csv
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.resources import resource
from cec_desktop.rules.noc import NocDataError, NocTables, UnknownOccupationError, load_noc, parse_noc

NOC = load_noc()
EDITIONS = ("2006", "2011", "2016", "2021")
PUBLISHED = {
    edition: {
        row["code"]: row
        for row in csv.DictReader(resource("noc", f"{edition}.csv").read_text(encoding="utf-8").splitlines())
    }
    for edition in EDITIONS
}

# Newly eligible, and no longer eligible, since the department reads NOC 2021.
GAINED = [
    "13102",
    "33100",
    "33102",
    "33103",
    "43100",
    "43200",
    "43201",
    "43202",
    "63211",
    "73200",
    "73202",
    "73209",
    "73300",
    "73301",
    "73400",
    "93200",
]
LOST = {"5232": "55109", "5254": "54100", "6342": "64200"}

codes = st.sampled_from([(edition, code) for edition in EDITIONS for code in PUBLISHED[edition]])
editions = st.sampled_from(EDITIONS)


def pairs(table: str) -> set[tuple[str, str]]:
    rows = csv.DictReader(resource("noc", table).read_text(encoding="utf-8").splitlines())
    return {(row["from"], row["to"]) for row in rows}


# --- Codes, levels and titles -------------------------------------------------------------------------


def test_four_editions_are_held_oldest_first() -> None:
    assert NOC.editions == EDITIONS
    assert [len(PUBLISHED[edition]) for edition in EDITIONS] == [520, 500, 500, 516]
    assert NOC.has_edition("2016")
    assert not NOC.has_edition("2026")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_level_read_off_a_code_is_the_one_published(edition: str) -> None:
    read = {code: NOC.level(edition, code) for code in PUBLISHED[edition]}
    assert read == {code: row["level"] for code, row in PUBLISHED[edition].items()}


@pytest.mark.parametrize(
    ("edition", "code", "level"),
    [
        ("2016", "0631", "0"),  # a manager, whatever the second digit
        ("2016", "3012", "A"),  # second digit 0 outside management
        ("2016", "4011", "A"),
        ("2011", "1241", "B"),
        ("2006", "6242", "B"),
        ("2016", "7511", "C"),
        ("2016", "1432", "C"),
        ("2006", "9511", "C"),  # second digit 5
        ("2016", "6731", "D"),
        ("2016", "7445", "C"),  # left blank in one published concordance
        ("2016", "8252", "B"),  # printed C in one published concordance
        ("2021", "82021", "2"),  # printed TEER 3 in one published concordance
        ("2021", "00010", "0"),
        ("2021", "90010", "0"),
        ("2021", "73300", "3"),
        ("2021", "64200", "4"),
        ("2021", "55109", "5"),
    ],
)
def test_levels_of_known_occupations(edition: str, code: str, level: str) -> None:
    assert NOC.level(edition, code) == level


def test_levels_are_skill_levels_until_2016_and_teer_categories_since() -> None:
    assert [NOC.scheme(edition) for edition in EDITIONS] == ["skill_level"] * 3 + ["teer"]
    assert {NOC.level("2016", code) for code in PUBLISHED["2016"]} == set("0ABCD")
    assert {NOC.level("2021", code) for code in PUBLISHED["2021"]} == set("012345")


def test_the_same_digits_are_other_work_in_another_edition() -> None:
    assert NOC.title("2006", "1221", "en") == "Administrative Officers"
    assert NOC.has("2006", "1453")
    assert not NOC.has("2016", "1453")
    assert not NOC.has("2016", "21232")
    assert not NOC.has("2026", "21232")


@pytest.mark.parametrize(
    ("edition", "code", "en", "fr"),
    [
        (
            "2021",
            "21232",
            "Software developers and programmers",
            "Développeurs/développeuses et programmeurs/programmeuses de logiciels",
        ),
        ("2016", "6322", "Cooks", "Cuisiniers/cuisinières"),
        ("2006", "0011", "Legislators", "Membres des corps législatifs"),
    ],
)
def test_titles_in_both_languages(edition: str, code: str, en: str, fr: str) -> None:
    assert NOC.title(edition, code, "en") == en
    assert NOC.title(edition, code, "fr") == fr


def test_the_combined_code_of_senior_managers_is_accepted() -> None:
    assert NOC.has("2021", "00018")
    assert NOC.level("2021", "00018") == "0"
    assert NOC.title("2021", "00018", "fr").startswith("Cadres supérieurs")
    assert not NOC.has("2016", "00018")


def test_a_code_an_edition_does_not_have_is_never_given_a_level() -> None:
    for edition, code in (("2021", "21299"), ("2016", "00018"), ("2026", "21232"), ("2021", "")):
        with pytest.raises(UnknownOccupationError, match=f"NOC {edition}"):
            NOC.level(edition, code)
        with pytest.raises(UnknownOccupationError):
            NOC.title(edition, code, "en")
        with pytest.raises(UnknownOccupationError):
            NOC.carry(edition, code, "2021")
    with pytest.raises(UnknownOccupationError, match="NOC 2026"):
        NOC.carry("2021", "21232", "2026")


# --- From one edition to another ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "code", "to", "targets"),
    [
        ("2016", "6322", "2021", ("63200",)),
        ("2016", "2174", "2021", ("21230", "21232", "21234")),  # broken up
        ("2021", "21232", "2016", ("2174",)),
        ("2006", "0011", "2011", ("0011", "0012")),  # split
        ("2011", "3124", "2006", ("3152", "3232")),  # new in 2011
        ("2011", "2174", "2016", ("2174",)),
        ("2006", "2174", "2021", ("21230", "21232", "21234")),  # two concordances on the way
        ("2021", "21234", "2006", ("2174", "2175")),
        ("2021", "00018", "2016", ("0012", "0013", "0014", "0015", "0016")),
        ("2016", "0433", "2021", ("10012", "40040", "40042")),  # a pair of each publisher alone
    ],
)
def test_a_code_carries_to_all_its_counterparts(
    edition: str, code: str, to: str, targets: tuple[str, ...]
) -> None:
    assert NOC.carry(edition, code, to) == targets


@given(codes)
def test_in_its_own_edition_a_code_is_itself(occupation: tuple[str, str]) -> None:
    edition, code = occupation
    assert NOC.carry(edition, code, edition) == (code,)


@given(codes, editions)
def test_what_a_code_becomes_can_become_it_again(occupation: tuple[str, str], to: str) -> None:
    edition, code = occupation
    targets = NOC.carry(edition, code, to)
    assert targets
    assert list(targets) == sorted(set(targets))
    assert all(NOC.has(to, target) for target in targets)
    assert all(code in NOC.carry(to, target, edition) for target in targets)


@given(st.sampled_from(sorted(PUBLISHED["2006"])))
def test_two_steps_are_one_step_after_the_other(code: str) -> None:
    one_by_one = {
        target for middle in NOC.carry("2006", code, "2016") for target in NOC.carry("2016", middle, "2021")
    }
    assert set(NOC.carry("2006", code, "2021")) == one_by_one


@pytest.mark.parametrize(
    ("table", "older", "newer"), [("2006-2011.csv", "2006", "2011"), ("2016-2021.csv", "2016", "2021")]
)
def test_every_pair_is_used_and_no_group_is_left_out(table: str, older: str, newer: str) -> None:
    forward = {(code, to) for code in PUBLISHED[older] for to in NOC.carry(older, code, newer)}
    backward = {(to, code) for code in PUBLISHED[newer] for to in NOC.carry(newer, code, older)}
    assert forward == backward == pairs(table)


def test_the_codes_of_2011_and_2016_are_the_same() -> None:
    assert all(NOC.carry("2011", code, "2016") == (code,) for code in PUBLISHED["2011"])
    assert all(NOC.carry("2016", code, "2011") == (code,) for code in PUBLISHED["2016"])


@pytest.mark.parametrize("code", GAINED)
def test_sixteen_occupations_came_in_with_noc_2021(code: str) -> None:
    assert NOC.level("2021", code) == "3"
    assert "C" in {NOC.level("2016", old) for old in NOC.carry("2021", code, "2016")}


@pytest.mark.parametrize(("old", "new"), LOST.items())
def test_three_occupations_went_out_with_noc_2021(old: str, new: str) -> None:
    assert new in NOC.carry("2016", old, "2021")
    assert NOC.carry("2021", new, "2016") == (old,)
    assert NOC.level("2016", old) == "B"
    assert NOC.level("2021", new) in "45"


def test_the_level_of_one_edition_does_not_tell_that_of_the_next() -> None:
    moves = {
        (NOC.level("2016", code), NOC.level("2021", to))
        for code in PUBLISHED["2016"]
        for to in NOC.carry("2016", code, "2021")
    }
    assert {("B", "2"), ("B", "3"), ("B", "4"), ("B", "5"), ("C", "3"), ("C", "4"), ("C", "5")} <= moves


# --- Search -------------------------------------------------------------------------------------------


def found(text: str, language: str = "en", edition: str = "2021") -> list[str]:
    return [code for code, _, _ in NOC.search(text, language, edition)]


def test_a_hit_is_code_level_and_title() -> None:
    assert NOC.search("plumb", "en", "2021") == [("72300", "2", "Plumbers")]


@pytest.mark.parametrize(
    "text", ["software dev", "DEV software", "programmers  software", "21232 soft", "21232"]
)
def test_words_are_found_in_any_order_by_their_beginnings(text: str) -> None:
    assert found(text)[0] == "21232"


@pytest.mark.parametrize(
    "text", ["developpeuse logiciel", "DÉVELOPPEURS LOGICIELS", "programmeuses de logiciels"]
)
def test_case_accents_and_gender_do_not_matter(text: str) -> None:
    assert found(text, "fr")[0] == "21232"


def test_an_elided_article_is_no_word() -> None:
    assert found("l'architecture", "fr") == found("architecture", "fr") == found("d’architecture", "fr")
    assert "20011" in found("architecture", "fr")


def test_a_ligature_is_two_letters() -> None:
    assert found("manœuvres", "fr", "2016") == found("manoeuvres", "fr", "2016") != []


def test_the_digits_a_code_begins_with_are_searched_too() -> None:
    assert found("212") == [code for code in PUBLISHED["2021"] if code.startswith("212")]
    assert found("00018") == ["00018"]
    assert "00018" not in found("senior managers")


def test_whole_words_come_before_beginnings() -> None:
    titles = [title for _, _, title in NOC.search("cook", "en", "2006")]
    assert titles == ["Cooks"]
    first = NOC.search("art", "en", "2021")[0]
    assert {"art", "arts"} & set(first[2].lower().replace(",", " ").split())


def test_nothing_asked_or_nothing_there_finds_nothing() -> None:
    assert NOC.search("", "en", "2021") == []
    assert NOC.search(" / - ", "en", "2021") == []
    assert NOC.search("zzz", "en", "2021") == []
    assert NOC.search("日本", "en", "2021") == []


def test_no_more_hits_than_asked_for() -> None:
    assert len(NOC.search("a", "en", "2021")) == 20
    assert len(NOC.search("a", "en", "2021", limit=3)) == 3


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cook", "63200"),
        ("cuisinier", "63200"),
        ("web developer", "21234"),
        ("développeuse web", "21234"),
        ("commis comptabilite", "14200"),
        ("truck driver", "73300"),
        ("teacher", "41220"),
        ("sofware enginer", "21231"),
        ("acountant", "11100"),
        ("comtable", "11100"),
        ("electritien industriel", "72201"),
        ("wleder", "72106"),
        ("plumber aprentice", "72300"),
        ("senior software engineer", "21231"),
        ("adjoint administratif bilingue", "13110"),
    ],
)
def test_the_group_meant_comes_first_in_either_language(typed: str, code: str, language: str) -> None:
    assert found(typed, language)[0] == code


@pytest.mark.parametrize("typed", ["infirmiere", "infirmière", "infirmieres"])
def test_all_nurses_come_before_their_aides(typed: str) -> None:
    assert set(found(typed, "fr")[:3]) == {"31301", "31302", "32101"}


def test_typos_are_forgiven_only_where_nothing_else_is_found() -> None:
    assert "63201" not in found("cook")  # butchers, for no title begins so
    assert found("welder") == found("soudeur") == ["72106"]
    assert found("wedler")[0] == "72106"


def test_what_was_mistyped_or_left_over_is_never_sure() -> None:
    assert NOC.surely("plumber", "en", "2021") == ["72300"]
    assert NOC.surely("plmuber", "en", "2021") == []
    assert NOC.surely("plumber apprentice", "en", "2021") == []


def test_a_code_of_another_edition_finds_what_it_has_become() -> None:
    assert found("6322")[0] == "63200"
    assert found("2174") == ["21230", "21232", "21234"]
    assert found("63200", edition="2016") == ["6322"]
    assert NOC.carried_here("6322", "2021") == ("63200",)
    assert NOC.carried_here("6322", "2016") == ()
    assert NOC.carried_here("9999", "2021") == ()


@given(codes, st.sampled_from(["en", "fr"]))
def test_every_group_is_found_by_its_own_title(occupation: tuple[str, str], language: str) -> None:
    edition, code = occupation
    title = NOC.title(edition, code, language)
    hits = NOC.search(title.upper(), language, edition, limit=1000)
    assert (code, NOC.level(edition, code), title) in hits


@given(st.text(max_size=30), st.sampled_from(["en", "fr"]), editions)
def test_any_text_can_be_searched(text: str, language: str, edition: str) -> None:
    assert len(NOC.search(text, language, edition)) <= 20


# --- A new edition is data only; what is not sound is refused -----------------------------------------

LIST = """
read_on = 2030-01-01
[[edition]]
id = "2021"
codes = "[0-9]{5}"
table = "2021.csv"
scheme = "teer"
level_digit = 2
levels = { 0 = "0", 1 = "1" }
[[edition]]
id = "2031"
codes = "[A-Z][0-9]{3}"
table = "2031.csv"
scheme = "teer"
level_digit = 3
levels = { 0 = "0", 1 = "1", 2 = "2" }
[[concordance]]
from = "2021"
to = "2031"
table = "2021-2031.csv"
"""
SECOND = '[[edition]]\nid = "2031"'
COMBINED = """
[[edition.combined]]
code = "00018"
stands_for = ["99999"]
title_en = "All"
title_fr = "Tous"
"""
FOLDER = {
    "editions.toml": LIST,
    "2021.csv": "code,level,title_en,title_fr\n00010,0,Legislators,Élus\n21232,1,Developers,Développeurs\n",
    "2031.csv": "code,level,title_en,title_fr\nA001,0,Lawmakers,Élus\nB212,1,Developers,Développeuses\n",
    "2021-2031.csv": "from,to,source\n00010,A001,x\n21232,B212,x\n21232,A001,x\n",
}


def tables(changes: Mapping[str, str] | None = None) -> NocTables:
    folder = FOLDER | dict(changes or {})
    return parse_noc(lambda name: folder[name])


def listing(old: str, new: str) -> Mapping[str, str]:
    assert old in LIST
    return {"editions.toml": LIST.replace(old, new, 1)}


def test_an_edition_is_added_by_data_alone() -> None:
    noc = tables()
    assert noc.editions == ("2021", "2031")
    assert noc.level("2031", "B212") == "1"
    assert noc.carry("2021", "21232", "2031") == ("A001", "B212")
    assert noc.carry("2031", "A001", "2021") == ("00010", "21232")
    assert noc.search("develop", "en", "2031") == [("B212", "1", "Developers")]


def test_a_code_no_pair_names_leads_nowhere() -> None:
    noc = tables({"2021-2031.csv": "from,to,source\n00010,A001,x\n"})
    assert noc.carry("2021", "21232", "2031") == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (listing('scheme = "teer"', 'scheme = "stars"'), "scheme 'stars'"),
        (listing('scheme = "teer"', 'scheme = "teer"\ncolour = "red"'), "unknown colour"),
        (listing('table = "2021.csv"\n', ""), "lacks table"),
        (listing('id = "2031"', 'id = "2021"'), "listed twice"),
        (listing('to = "2031"', 'to = "2041"'), "do not join"),
        (listing('table = "2021-2031.csv"', ""), "either a table or same_codes"),
        (listing('table = "2021-2031.csv"', 'table = "2021-2031.csv"\nsame_codes = true'), "either a table"),
        (listing("read_on = 2030-01-01", ""), "lacks read_on"),
    ],
)
def test_an_unsound_list_of_editions_is_refused(changes: Mapping[str, str], words: str) -> None:
    with pytest.raises(NocDataError, match=words):
        tables(changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"2021.csv": FOLDER["2021.csv"] + "00010,0,Again,Encore\n"}, "listed twice"),
        ({"2021.csv": FOLDER["2021.csv"] + "1001,0,Short,Court\n"}, "no code of NOC 2021"),
        ({"2021.csv": FOLDER["2021.csv"] + "19001,9,High,Haut\n"}, "19001 has no level"),
        (listing(SECOND, COMBINED + SECOND), "00018 stands for"),
    ],
)
def test_an_unsound_table_is_refused_when_its_codes_are_read(changes: Mapping[str, str], words: str) -> None:
    noc = tables(changes)
    with pytest.raises(NocDataError, match=words):
        noc.has("2021", "21232")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("code,teer,title_en,title_fr\n21232,1,Developers,Développeurs\n", "columns are code, teer"),
        ("code,level,title_en,title_fr\n21232,1,Developers\n", "not as many fields"),
        ("code,level,title_en,title_fr\n21232,1,Developers,\n", "21232 lacks a title"),
    ],
)
def test_an_unsound_table_is_refused_when_its_titles_are_read(table: str, words: str) -> None:
    with pytest.raises(NocDataError, match=words):
        tables({"2021.csv": table}).title("2021", "21232", "en")


def test_a_pair_of_codes_nobody_has_is_refused() -> None:
    noc = tables({"2021-2031.csv": "from,to,source\n21232,Z999,x\n"})
    with pytest.raises(NocDataError, match="a pair names a code"):
        noc.carry("2021", "21232", "2031")


def test_editions_said_to_share_their_codes_must_do_so() -> None:
    noc = tables(listing('table = "2021-2031.csv"', "same_codes = true"))
    with pytest.raises(NocDataError, match="differ in codes"):
        noc.carry("2021", "21232", "2031")


def test_only_the_tables_asked_for_are_read() -> None:
    read: list[str] = []

    def reader(name: str) -> str:
        read.append(name)
        return FOLDER[name]

    noc = parse_noc(reader)
    noc.level("2031", "B212")
    noc.level("2031", "A001")
    assert read == ["editions.toml", "2031.csv"]
