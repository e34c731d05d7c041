"""The timeline's layout: days become shapes that never leave the figure and never hang on colour alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.reports.blocks import Figure
from cec_desktop.reports.shapes import Badge, Box, Drawing, Face, OutcomeMark, Stroke, Words
from cec_desktop.reports.timeline_data import Bar, Edge, Fill, Lane, Stretch, Timeline
from cec_desktop.reports.timeline_figure import draw_timeline
from cec_desktop.reports.timeline_scale import scale_of
from cec_desktop.rules.findings import Span
from tests.reports import factory

WIDTH = 516.0
ON = date(2026, 11, 22)
WINDOW = Span(date(2023, 11, 22), date(2026, 11, 21))
LEGEND = {fill: f"{fill.value} in words" for fill in Fill}


def measure(text: str, face: Face, size: float) -> float:
    """Letters of half the size: enough to tell what fits."""
    return len(text) * size / 2


def timeline(*bars: Bar, kind: str = "work", **changes: object) -> Timeline:
    names = ("Lane", "Voie")
    base = Timeline(ON, date(2026, 11, 2), WINDOW, "3 years", (Lane(kind, names, bars),), LEGEND)
    return replace(base, **changes)  # type: ignore[arg-type]


def drawn(*bars: Bar, kind: str = "work", **changes: object) -> Drawing:
    return draw_timeline(timeline(*bars, kind=kind, **changes), WIDTH, measure)


def job(start: date, end: date | None, *fills: Fill, number: int = 1, hours: str = "") -> Bar:
    """A job of equally long stretches."""
    last = end or ON
    length = ((last - start).days + 1) // max(len(fills), 1)
    stretches = []
    for index, fill in enumerate(fills):
        first = start + timedelta(days=index * length)
        stop = last if index == len(fills) - 1 else first + timedelta(days=length - 1)
        stretches.append(Stretch(first, stop, fill))
    return Bar(start, end, number=number, hours=hours, stretches=tuple(stretches))


def boxes(drawing: Drawing, fill: str) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.fill == fill]


def words(drawing: Drawing) -> dict[str, Words]:
    return {shape.text: shape for shape in drawing.shapes if isinstance(shape, Words)}


def test_each_fate_of_a_day_has_a_fill_of_its_own() -> None:
    start, end = date(2024, 1, 1), date(2024, 12, 31)
    counted = drawn(job(start, end, Fill.COUNTS))
    assert [box.pattern for box in boxes(counted, "work")] == ["solid", "solid"]  # the bar and the legend

    left_out = [box for box in drawn(job(start, end, Fill.NOT_COUNTED)).shapes if isinstance(box, Box)]
    assert {box.pattern for box in left_out if box.ink == "work"} == {"hatch"}
    assert {box.edge for box in left_out if box.ink == "work"} == {"work"}

    unknown = drawn(job(start, end, Fill.NOT_KNOWN))
    assert {box.pattern for box in boxes(unknown, "undetermined-tint")} == {"dots"}
    assert sum(isinstance(shape, OutcomeMark) for shape in unknown.shapes) == 1

    projected = drawn(job(start, end, Fill.PROJECTED))
    assert boxes(projected, "work-projected")
    assert any(isinstance(shape, Stroke) and shape.dashed for shape in projected.shapes)


def test_outside_the_window_a_bar_is_open_where_it_goes_on() -> None:
    start, end = date(2023, 10, 1), date(2024, 6, 30)
    stretches = (
        Stretch(start, date(2023, 11, 21), Fill.OUTSIDE),
        Stretch(date(2023, 11, 22), end, Fill.COUNTS),
    )
    shapes = drawn(Bar(start, end, number=1, stretches=stretches)).shapes
    scale = scale_of(timeline(), 58, WIDTH)
    upright = [
        shape.x1
        for shape in shapes
        if isinstance(shape, Stroke) and shape.x1 == shape.x2 and shape.colour == "work"
    ]
    assert upright == [scale.start_of(start)]


def test_a_single_day_left_out_shows_between_weeks_that_count() -> None:
    day = date(2025, 3, 3)
    stretches = (
        Stretch(date(2025, 1, 6), day - timedelta(days=1), Fill.COUNTS),
        Stretch(day, day, Fill.NOT_COUNTED),
        Stretch(day + timedelta(days=1), date(2025, 6, 30), Fill.COUNTS),
    )
    shapes = [
        shape
        for shape in drawn(Bar(stretches[0].start, stretches[-1].end, number=1, stretches=stretches)).shapes
        if isinstance(shape, Box) and shape.fill in ("work", "surface")
    ]
    gap = next(box for box in shapes if box.fill == "surface")
    solid = [box for box in shapes if box.fill == "work" and box.y == gap.y]
    assert gap.width >= 1.6
    assert shapes.index(gap) > max(shapes.index(box) for box in solid), "the gap is painted over"


def test_the_number_stands_where_the_work_counts_and_the_hours_beside_it() -> None:
    bar = job(date(2024, 1, 1), date(2025, 12, 31), Fill.NOT_COUNTED, Fill.COUNTS, number=7, hours="900 h")
    drawing = drawn(bar)
    badge = next(shape for shape in drawing.shapes if isinstance(shape, Badge))
    solid = boxes(drawing, "work")[0]
    assert badge.text == "7"
    assert solid.x < badge.x < solid.x + solid.width
    assert words(drawing)["900 h"].x > badge.x


def test_two_jobs_that_follow_each_other_do_not_look_like_one() -> None:
    second = date(2025, 7, 1)
    shapes = drawn(
        job(date(2025, 1, 1), second - timedelta(days=1), Fill.COUNTS, number=2),
        job(second, date(2025, 12, 31), Fill.COUNTS, number=1),
    ).shapes
    x = scale_of(timeline(), 58, WIDTH).start_of(second)
    assert any(
        isinstance(shape, Stroke) and shape.colour == "surface" and shape.x1 == shape.x2 == x
        for shape in shapes
    )


def test_every_job_in_sight_has_its_number_and_others_are_named_at_the_edge() -> None:
    bars = [
        job(date(2019, 1, 1), date(2019, 12, 31), Fill.OUTSIDE, number=4),
        job(date(2024, 1, 1), date(2024, 1, 2), Fill.COUNTS, number=3),
        job(date(2024, 1, 3), date(2024, 1, 4), Fill.COUNTS, number=2),
        job(date(2029, 1, 1), date(2029, 12, 31), Fill.OUTSIDE, number=1),
    ]
    drawing = drawn(*bars)
    badges = [shape for shape in drawing.shapes if isinstance(shape, Badge)]
    assert sorted(badge.text for badge in badges) == ["2", "3"]
    assert badges[0].y != badges[1].y or abs(badges[0].x - badges[1].x) >= 2 * badges[0].radius
    assert any(text.startswith("← 4") and "→ 1" in text for text in words(drawing))


def test_a_name_goes_inside_else_in_short_else_beside_else_is_cut() -> None:
    long, short = ("Post-graduation work permit",), ("PGWP",)

    def shown(start: date, end: date | None, *others: Bar) -> Words:
        found = words(drawn(Bar(start, end, long, short), *others, kind="status"))
        return next(text for name, text in found.items() if name[:4] in ("Post", "PGWP"))

    assert shown(date(2024, 1, 1), date(2025, 6, 30)).text == "Post-graduation work permit"
    assert shown(date(2024, 1, 1), date(2024, 3, 15)).text == "PGWP"
    beside = shown(date(2024, 1, 1), date(2024, 1, 10))
    assert (beside.text, beside.colour) == ("Post-graduation work permit", "muted")
    neighbour = Bar(date(2024, 1, 11), date(2024, 3, 15), ("Other",))
    crowded = drawn(Bar(date(2024, 1, 1), date(2024, 1, 10), long, short), neighbour, kind="status")
    assert not any(name[:4] in ("Post", "PGWP") for name in words(crowded))
    follower = Bar(date(2024, 4, 21), date(2024, 12, 31), ("Other",))
    cut = drawn(Bar(date(2024, 1, 1), date(2024, 4, 20), ("Quite some permit",)), follower, kind="status")
    assert "Quite s…" in words(cut)


def test_no_words_stand_across_the_line_of_the_application() -> None:
    bar = Bar(date(2026, 10, 25), date(2027, 3, 1), ("Permit",))
    drawing = drawn(bar, kind="status", ends=(date(2027, 6, 1),))
    line = next(shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.colour == "handle")
    name = words(drawing)["Permit"]
    assert name.x > line.x1


def test_an_expired_test_is_hollow_and_maintained_status_dashed() -> None:
    period = (date(2024, 1, 1), date(2025, 1, 1), ("Name",))
    assert boxes(drawn(Bar(*period), kind="tests"), "tests-tint")
    assert boxes(drawn(Bar(*period, edge=Edge.HOLLOW), kind="tests"), "surface")
    dashed = drawn(Bar(*period, edge=Edge.DASHED), kind="status")
    assert boxes(dashed, "status-tint")
    assert any(isinstance(shape, Stroke) and shape.dashed for shape in dashed.shapes)


def test_many_rows_grow_thin_but_keep_their_numbers() -> None:
    bars = [job(date(2024, 1, 1), None, Fill.COUNTS, number=number) for number in range(1, 26)]
    drawing = drawn(*bars)
    assert drawing.height < 330
    assert sum(isinstance(shape, Badge) for shape in drawing.shapes) == 25


def test_the_figure_fits_a_page_whatever_is_entered() -> None:
    bars = tuple(Bar(date(2024, 1, 1), None, ("Name",)) for _ in range(200))
    jobs = tuple(job(date(2024, 1, 1), None, Fill.COUNTS, number=number) for number in range(1, 201))
    lanes = [Lane(kind, ("Lane",), bars) for kind in ("status", "study", "tests")]
    drawing = draw_timeline(
        replace(timeline(), lanes=(Lane("work", ("Work",), jobs), *lanes)), WIDTH, measure
    )
    assert drawing.height < 650


def test_the_legend_names_only_what_occurs() -> None:
    found = words(drawn(job(date(2024, 1, 1), date(2024, 12, 31), Fill.COUNTS, Fill.NOT_COUNTED)))
    assert {"counts in words", "not_counted in words"} <= found.keys()
    assert "projected in words" not in found


def test_the_flag_stays_in_the_figure() -> None:
    for ends in ((), (date(2027, 8, 1),)):
        flag = next(box for box in drawn(ends=ends).shapes if isinstance(box, Box) and box.fill == "handle")
        assert flag.x >= 58
        assert flag.x + flag.width <= WIDTH


@given(
    start=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    length=st.none() | st.integers(1, 3000),
    fills=st.lists(st.sampled_from(list(Fill)), max_size=4),
    on=st.dates(date(2008, 9, 17), date(2030, 12, 31)),
)
def test_nothing_leaves_the_figure(start: date, length: int | None, fills: list[Fill], on: date) -> None:
    end = None if length is None else start + timedelta(days=length + len(fills))
    window = Span(date(on.year - 3, on.month, 1), on - timedelta(days=1))
    bar = job(start, end, *fills) if end is None or end >= start else job(start, None)
    period = Bar(start, end, ("A long name", "Un nom long"), ("Short",))
    both = (Lane("work", ("Work",), (bar,)), Lane("status", ("Status",), (period,)))
    drawing = draw_timeline(replace(timeline(), on=on, window=window, lanes=both), WIDTH, measure)
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            assert shape.width >= 0
            assert shape.height > 0
            assert -0.5 <= shape.x <= shape.x + shape.width <= WIDTH + 2
            assert shape.y + shape.height <= drawing.height + 0.5
        elif isinstance(shape, Words) and shape.align == "left":
            assert shape.x + measure(shape.text, shape.face, shape.size) <= WIDTH + 2


def test_a_file_is_drawn_with_the_hours_that_count() -> None:
    figure = next(block for block in factory.document(factory.okafor()).blocks if isinstance(block, Figure))
    work = next(lane for lane in figure.timeline.lanes if lane.kind == "work")
    fills = {bar.number: [stretch.fill for stretch in bar.stretches] for bar in work.bars}
    assert fills[1] == [
        *(Fill.COUNTS, Fill.NOT_COUNTED, Fill.COUNTS),
        *(Fill.PROJECTED, Fill.OUTSIDE),
    ]
    assert fills[2] == [Fill.NOT_COUNTED]
    assert fills[5] == [Fill.OUTSIDE, Fill.NOT_COUNTED]
    projected = next(bar for bar in work.bars if bar.number == 1).stretches[3]
    assert projected.start == factory.TODAY + timedelta(days=1)
    assert projected.end == date(2026, 11, 21)
