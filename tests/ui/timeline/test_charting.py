"""What of a client's life stands on the timeline, and how its days fare."""

from datetime import date

from cec_desktop.casefile.dates import YearMonth
from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.timeline.bars import Bar, Dress, Lane
from cec_desktop.ui.timeline.charting import item_of, key_of, work_of
from tests.ui.timeline.stories import (
    TODAY,
    at,
    bar,
    case_of,
    chart,
    day,
    full_life,
    gap_of_three_days,
    nothing_yet,
    view_of,
)

LIFE = chart(full_life())


def fills(of: Bar) -> list[tuple[str, str, Fill | None]]:
    return [(day(each.first), day(each.after - 1), each.fill) for each in of.stretches]


def test_every_dated_entry_stands_in_its_lane() -> None:
    found = {lane: [each.key.item_id for each in LIFE.in_lane(lane)] for lane in Lane}
    assert found == {
        Lane.STATUS: ["study", "pgwp", "kept", "permit"],
        Lane.WORK: ["kudi", "harbour", "cafe", "free", "north"],
        Lane.STUDY: ["lake", "french"],
        Lane.TESTS: ["old", "new"],
    }


def test_an_entry_without_a_day_waits_in_the_tray() -> None:
    assert [chip.text for chip in LIFE.chips] == ["Tutor Hub, no start date"]
    assert [chip.text for chip in chart(full_life(), "fr").chips] == ["Tutor Hub, début inconnu"]


def test_entries_of_every_lane_may_wait_for_a_day() -> None:
    raw = nothing_yet() | {
        "statuses": [{"kind": "visitor"}],
        "studies": [{"institution": "Lakeshore College"}],
        "language_tests": [
            {"test": "tef_canada"},
            {"test": "written_evidence", "language": "en", "listening": 7},
        ],
    }
    assert [chip.said for chip in chart(raw).chips] == [
        "Status, Visitor, no start date",
        "Study, Lakeshore College, no start date",
        "Test, TEF Canada, no result date",
        "Test, Written evidence",
    ]


def test_a_french_test_earns_levels_of_the_french_scale() -> None:
    raw = full_life()
    raw["language_tests"][1] = {
        "id": "tef",
        "test": "tef_canada",
        "result_date": "2025-12-18",
        "listening": 250,
        "reading": 210,
        "writing": 320,
        "speaking": 320,
    }
    assert bar(chart(raw), "tef").names.note.startswith("NCLC ")


def test_a_leave_is_cut_out_of_its_job_and_days_after_today_are_projected() -> None:
    north = bar(LIFE, "north")
    assert fills(north)[:4] == [
        ("2026-02-23", "2026-07-05", Fill.COUNTS),
        ("2026-07-06", "2026-08-01", Fill.NOT_COUNTED),
        ("2026-08-02", "2026-11-02", Fill.COUNTS),
        ("2026-11-03", "2026-11-21", Fill.PROJECTED),
    ]
    assert north.stretches[4].fill is Fill.OUTSIDE
    assert north.stretches[1].leave == 0
    assert north.goes_on


def test_the_stretches_of_a_bar_leave_no_day_out() -> None:
    for each in LIFE.bars:
        assert each.stretches[0].first == each.first
        assert each.stretches[-1].after == each.after
        pairs = zip(each.stretches, each.stretches[1:], strict=False)
        assert all(one.after == other.first for one, other in pairs)


def test_work_before_the_window_is_only_tinted() -> None:
    assert fills(bar(LIFE, "kudi")) == [
        ("2018-07-02", "2023-11-21", Fill.OUTSIDE),
        ("2023-11-22", "2023-12-28", Fill.NOT_COUNTED),
    ]


def test_work_that_does_not_count_says_why() -> None:
    assert bar(LIFE, "cafe").names.note == "TEER 5"
    assert bar(LIFE, "free").names.note == "self-employed"
    assert bar(chart(full_life(), "fr"), "cafe").names.note == "FÉER 5"


def test_an_employer_goes_without_its_legal_form() -> None:
    assert bar(LIFE, "harbour").names.forms == ("Harbour Analytics",)
    assert bar(LIFE, "north").names.forms == (
        "Northlight Software, Software developer",
        "Northlight Software",
    )


def test_what_is_heard_of_a_bar() -> None:
    assert bar(LIFE, "harbour").said == "Job, Harbour Analytics, 2024-09-16 to 2025-03-09, 175 days count"
    assert bar(LIFE, "cafe").said == (
        "Job, Café Meridian, 2025-03-31 to 2026-02-13, 0 days count, 320 days do not count (TEER 5)"
    )
    assert bar(LIFE, "study").said == "Status, Study permit, 2022-08-20 to 2024-08-31"
    assert bar(LIFE, "new").said == "Test, IELTS General, CLB 8, 2025-03-02 to 2027-03-01"
    assert bar(LIFE, "north").said.startswith(
        "Job, Northlight Software, from 2026-02-23, goes on, 245 days count"
    )
    heard = bar(chart(full_life(), "fr"), "harbour").said
    assert heard == "Emploi, Harbour Analytics, du 2024-09-16 au 2025-03-09, 175 jours comptent"


def test_a_test_stands_for_the_days_its_result_holds() -> None:
    old, new = bar(LIFE, "old"), bar(LIFE, "new")
    assert (day(old.first), day(old.after - 1)) == ("2023-02-18", "2025-02-17")
    assert (old.dress, old.names.note) == (Dress.HOLLOW, "CLB 7 · expired")
    assert (new.dress, new.names.note) == (Dress.SOLID, "CLB 8")
    assert new.marked


def test_maintained_status_and_part_time_study_are_drawn_apart() -> None:
    assert bar(LIFE, "kept").dress is Dress.DASHED
    assert bar(LIFE, "french").dress is Dress.HOLLOW
    assert bar(LIFE, "lake").dress is Dress.SOLID


def test_days_without_a_status_are_a_gap_that_asks() -> None:
    found = chart(gap_of_three_days())
    gap = next(each for each in found.bars if each.dress is Dress.GAP)
    assert fills(gap) == [("2025-03-15", "2025-03-17", Fill.NOT_KNOWN)]
    assert gap.said == "Nothing entered, 2025-03-15 – 2025-03-17, 3 days"
    assert not gap.movable
    row = bar(found, "row")
    assert ("2025-03-15", "2025-03-17", Fill.NOT_KNOWN) in fills(row)
    assert "3 days not known" in row.said


def test_work_before_the_first_status_waits_for_one() -> None:
    raw = gap_of_three_days()
    raw["statuses"][0]["start"] = "2024-12-01"
    gaps = [each for each in chart(raw).bars if each.dress is Dress.GAP]
    assert [(day(each.first), day(each.after - 1)) for each in gaps] == [
        ("2024-11-22", "2024-11-30"),
        ("2025-03-15", "2025-03-17"),
    ]


def test_a_month_without_a_day_is_not_known_but_for_its_last_day() -> None:
    raw = full_life()
    raw["studies"][0]["start"] = "2023-09"
    lake = bar(chart(raw), "lake")
    assert lake.start == YearMonth(2023, 9)
    assert fills(lake) == [
        ("2023-09-01", "2023-09-29", Fill.NOT_KNOWN),
        ("2023-09-30", "2024-08-15", None),
    ]


def test_a_month_that_is_start_and_end_is_not_known_at_all() -> None:
    raw = full_life()
    raw["studies"][0] |= {"start": "2023-09", "end": "2023-09"}
    assert fills(bar(chart(raw), "lake")) == [("2023-09-01", "2023-09-30", Fill.NOT_KNOWN)]


def test_what_is_entered_of_an_empty_file() -> None:
    empty = chart(nothing_yet())
    assert (empty.bars, empty.chips) == ((), ())
    assert empty.window == (at("2023-11-22"), at("2026-11-22"))
    assert empty.window_months == 36


def test_before_the_class_existed_there_is_no_window() -> None:
    raw = full_life() | {"application_date": "2008-01-15"}
    found = chart(raw)
    assert found.window is None
    assert {stretch.fill for each in found.in_lane(Lane.WORK) for stretch in each.stretches} == {Fill.OUTSIDE}


def test_a_received_application_has_a_fixed_day() -> None:
    raw = full_life() | {"application": {"submitted": True, "received_on": "2026-11-10"}}
    found = chart(raw)
    assert found.on_fixed
    assert found.on == date(2026, 11, 10)
    assert not LIFE.on_fixed


def test_without_an_application_date_today_stands_for_it() -> None:
    raw = full_life()
    del raw["application_date"]
    assert chart(raw).on == TODAY


def test_entries_are_found_by_their_keys() -> None:
    case = case_of(full_life())
    view = view_of(case)
    key = key_of("jobs", 1, case.jobs[1])
    assert item_of(case, key) is case.jobs[1]
    work = work_of(view, key)
    assert work is not None
    assert work.index == 1
    assert item_of(case, key._replace(item_id="gone")) is None


def test_a_dragged_job_tells_its_hours() -> None:
    from cec_desktop.ui.timeline.charting import chart_of
    from tests.ui.timeline.stories import EN

    view = view_of(full_life())
    dragged = chart_of(view, EN, bar(LIFE, "harbour").key)
    assert bar(dragged, "harbour").names.aside == "562.5 h"
    assert bar(LIFE, "harbour").names.aside == "22.5\u00a0h\u00a0a\u00a0week"
