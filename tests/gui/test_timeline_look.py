"""What is painted: fills at the middle of bars, edges on whole pixels, both themes, every ratio."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cec_desktop.ui.patterns import Fill
from cec_desktop.ui.theme import Theme, high_contrast_theme
from cec_desktop.ui.timeline.bars import Lane, Stretch
from cec_desktop.ui.timeline.geometry import Rect
from tests.gui.timeline_desk import ALT, DARK, LIGHT, Desk, use_own_font
from tests.ui.timeline.stories import FR, at, full_life, gap_of_three_days, nothing_yet

pytestmark = pytest.mark.usefixtures("own_font")


@pytest.fixture
def own_font(qtbot: QtBot) -> Iterator[None]:
    yield from use_own_font()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.look_at("2023-08-15", 0.95)
    return desk


def inks(image: QImage, rect: Rect, ratio: float = 1.0) -> set[str]:
    """The colours inside a rectangle of the view."""
    return {
        image.pixelColor(x, y).name()
        for x in range(round(rect.x * ratio), round(rect.right * ratio))
        for y in range(round(rect.y * ratio), round(rect.bottom * ratio))
    }


def part(desk: Desk, item_id: str, fill: Fill | None) -> Rect:
    """A strip of the widest stretch of a bar with a fill, between its upper edge and its words."""
    placed = desk.scene.placed(desk.key(item_id))
    assert placed is not None
    pieces = [piece for piece in placed.pieces if piece.stretch.fill is fill]
    piece = max(pieces, key=lambda each: each.right - each.x)
    right = min(piece.right, desk.scene.lanes_width) - 4
    return desk.scene.rect(Rect(right - 12, placed.rect.y + 2, 12, 2))


def name(theme: Theme, token: str) -> str:
    return QColor(theme.hex(token)).name()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_kind_of_days_has_its_fill(desk: Desk, theme: Theme) -> None:
    desk.timeline.set_theme(theme)
    image = desk.picture()
    north = next(bar for bar in desk.scene.chart.bars if bar.key.item_id == "north")
    assert [stretch.fill for stretch in north.stretches][3] is Fill.PROJECTED
    assert inks(image, part(desk, "north", Fill.COUNTS)) == {name(theme, "work")}
    assert inks(image, part(desk, "kudi", Fill.OUTSIDE)) == {name(theme, "work-tint")}
    projected = inks(image, part(desk, "north", Fill.PROJECTED))
    assert projected == {name(theme, "work-projected")}
    hatched = inks(image, part(desk, "cafe", Fill.NOT_COUNTED))
    assert {name(theme, "work"), name(theme, "surface")} <= hatched
    assert inks(image, part(desk, "pgwp", None)) == {name(theme, "status-tint")}
    assert inks(image, part(desk, "lake", None)) == {name(theme, "study-tint")}
    assert name(theme, "tests-tint") in inks(image, part(desk, "new", None))


def test_a_leave_is_cut_out_of_its_job_with_the_same_hatch(desk: Desk) -> None:
    found = inks(desk.picture(), part(desk, "north", Fill.NOT_COUNTED))
    assert {name(LIGHT, "work"), name(LIGHT, "surface")} <= found


def test_part_time_study_and_an_expired_test_are_hollow_and_dashed(desk: Desk) -> None:
    image = desk.picture()
    rect = desk.rect("french")
    assert inks(image, part(desk, "french", None)) == {name(LIGHT, "surface")}
    edge = [image.pixelColor(x, round(rect.y)).name() for x in range(round(rect.x), round(rect.right))]
    assert {name(LIGHT, "study"), name(LIGHT, "surface")} <= set(edge)
    assert inks(image, part(desk, "old", None)) == {name(LIGHT, "surface")}


def test_what_is_not_known_is_dotted_with_a_question(qtbot: QtBot) -> None:
    desk = Desk(qtbot, gap_of_three_days())
    desk.look_at("2025-02-10", 11)
    image = desk.picture()
    for item_id in ("gap:", "row"):
        placed = desk.scene.placed(desk.key(item_id))
        assert placed is not None
        piece = next(each for each in placed.pieces if each.stretch.fill is Fill.NOT_KNOWN)
        rect = desk.scene.rect(Rect(piece.x, placed.rect.y, piece.right - piece.x, placed.rect.h))
        found = inks(image, rect.grown(-2))
        assert {name(LIGHT, "undetermined"), name(LIGHT, "undetermined-tint")} <= found
        middle = image.pixelColor(round(rect.middle[0]) - 5, round(rect.middle[1]))
        assert middle.name() == name(LIGHT, "undetermined")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_edges_fall_on_whole_pixels(desk: Desk, ratio: float) -> None:
    image = desk.picture(ratio)
    rect = desk.rect("pgwp")
    x = round((rect.x + rect.w / 2) * ratio)
    rows = range(round((rect.y - 3) * ratio), round((rect.y + 8) * ratio))
    column = [image.pixelColor(x, y).name() for y in rows]
    # From the ground over the edge into the tint there is no half-tone.
    assert set(column) == {name(LIGHT, token) for token in ("shade", "status", "status-tint")}
    assert column.count(name(LIGHT, "status")) == max(1, round(ratio))


def test_the_window_is_shaded_and_nothing_else(desk: Desk) -> None:
    image = desk.picture()
    box = desk.scene.box(Lane.STUDY)
    y = round(desk.scene.y(box.bottom) - 4)
    window = desk.scene.chart.window
    assert window is not None

    def ground(day: str) -> str:
        return image.pixelColor(round(desk.scene.x(at(day) + 0.5)), y).name()

    assert ground("2023-11-15") == name(LIGHT, "surface")
    assert ground("2024-03-13") == name(LIGHT, "shade")
    assert ground("2027-02-14") == name(LIGHT, "surface")


def test_the_line_of_the_application_date_has_surface_on_either_side(desk: Desk) -> None:
    image = desk.picture()
    x, y = round(desk.scene.handle), round(desk.rect("permit").middle[1])
    across = [image.pixelColor(x + step, y).name() for step in range(-2, 2)]
    assert across == [name(LIGHT, token) for token in ("surface", "handle", "handle", "surface")]


def test_a_drag_shows_ghost_guide_and_day(desk: Desk) -> None:
    desk.look_at("2024-08-09", 1.43)
    rect = desk.rect("harbour")
    end = QPointF(rect.right - 1, rect.middle[1])
    desk.drag(end, end - QPointF(28, 0), let_go=False)
    desk.qtbot.waitUntil(lambda: desk.rect("harbour").right < rect.right - 20)
    image, scene = desk.picture(), desk.scene
    ghost = Rect(rect.right - 12, rect.y, 11, rect.h)
    assert name(LIGHT, "work") in inks(image, ghost)
    assert name(LIGHT, "shade") in inks(image, ghost)
    boundary = scene.x(at("2025-02-18"))
    assert name(LIGHT, "focus") in inks(image, Rect(boundary - 1, scene.top, 2, scene.bottom - scene.top))
    assert name(LIGHT, "accent") in inks(image, Rect(boundary - 20, scene.sizes.axis * 0.6, 10, 10))
    desk.release(end)


def test_what_is_drawn_is_seen_even_if_nobody_answers(desk: Desk) -> None:
    desk.timeline.preview_requested.disconnect()
    desk.look_at("2024-08-09", 1.43)
    y = desk.rect("lake").middle[1]
    start, end = (QPointF(desk.scene.x(at(day)), y) for day in ("2025-02-01", "2025-06-01"))
    desk.drag(start, end, let_go=False)
    middle = desk.picture().pixelColor(round((start.x() + end.x()) / 2), round(y)).name()
    assert middle == name(LIGHT, "study-tint")
    desk.release(end)


def test_a_refused_drag_is_framed_in_its_outcome(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life(), width=1440)
    desk.look_at("1995-06-01", 0.1)
    rect = desk.rect("kudi")
    start = QPointF(rect.x + 1, rect.middle[1])
    target = QPointF(desk.scene.x(at("1995-12-01")), start.y())
    desk.drag(start, target, let_go=False, modifiers=ALT)
    found = desk.colours(target.x() - 4, rect.y - 5, 200, rect.h + 10)
    assert name(LIGHT, "not-met") in found
    desk.release(target)


def test_what_is_selected_is_framed_with_two_pixels_of_surface_between(desk: Desk) -> None:
    desk.timeline.select(*desk.key("harbour"))
    image, rect = desk.picture(), desk.rect("harbour")
    x = round(rect.x + rect.w / 2)
    column = [image.pixelColor(x, round(rect.y) - step).name() for step in range(1, 5)]
    assert column == [name(LIGHT, token) for token in ("surface", "surface", "focus", "focus")]


def test_what_is_pointed_at_gets_a_stronger_edge(desk: Desk) -> None:
    rect = desk.rect("pgwp")
    at_rest = desk.picture().pixelColor(round(rect.middle[0]), round(rect.y) + 1).name()
    desk.move(QPointF(*rect.middle), Qt.MouseButton.NoButton)
    pointed = desk.picture().pixelColor(round(rect.middle[0]), round(rect.y) + 1).name()
    assert (at_rest, pointed) == (name(LIGHT, "status-tint"), name(LIGHT, "status"))


def test_the_keyboard_leaves_a_ring_wherever_it_is(desk: Desk) -> None:
    desk.canvas.setFocus()
    ring = name(LIGHT, "focus")
    box = desk.scene.box(Lane.STATUS)
    assert ring in desk.colours(2, desk.scene.y(box.top) + 2, 90, box.height - 5)
    desk.keys(Qt.Key.Key_Up)
    flag = desk.scene.flag
    assert ring in desk.colours(flag.x - 3, flag.y - 1, flag.w + 6, flag.h + 2)


def test_a_condition_lights_its_stretches_and_dims_the_rest(desk: Desk) -> None:
    before = desk.picture()
    desk.timeline.highlight_condition("self_employment_excluded")
    lit = desk.canvas.board.marks.lit
    assert lit is not None
    assert lit.keys == {desk.key("free")}
    image = desk.picture()
    rect = desk.rect("pgwp")
    dimmed = image.pixelColor(round(rect.right) - 8, round(rect.middle[1]))
    assert dimmed != before.pixelColor(round(rect.right) - 8, round(rect.middle[1]))
    assert name(LIGHT, "focus") in inks(image, desk.rect("free").grown(5))
    desk.timeline.highlight_condition(None)
    assert desk.picture() == before


def test_work_itself_lights_what_counts_and_the_leave(desk: Desk) -> None:
    desk.timeline.highlight_condition("work_experience")
    lit = desk.canvas.board.marks.lit
    assert lit is not None
    north = next(bar for bar in desk.scene.chart.bars if bar.key.item_id == "north")
    lit_days = {stretch.fill for stretch in north.stretches if (north.key, stretch.first) in lit.stretches}
    assert {Fill.COUNTS, Fill.PROJECTED, Fill.NOT_COUNTED} <= lit_days


def test_what_is_lit_follows_the_file(desk: Desk) -> None:
    desk.timeline.highlight_condition("self_employment_excluded")
    desk.canvas.setFocus()
    desk.timeline.select(*desk.key("free"))
    desk.keys(Qt.Key.Key_Delete)
    assert desk.canvas.board.marks.lit is None


def test_a_condition_without_days_lights_the_entries_it_rests_on(desk: Desk) -> None:
    desk.timeline.highlight_condition("language")
    lit = desk.canvas.board.marks.lit
    assert lit is not None
    assert lit.keys == {desk.key("new")}
    assert not lit.stretches
    desk.timeline.highlight_condition("")
    assert desk.canvas.board.marks.lit is None


def test_what_is_pointed_at_names_its_condition(desk: Desk) -> None:
    pointed: list[str] = []
    desk.timeline.condition_pointed.connect(pointed.append)
    desk.move(desk.place("2025-06-15", "free"), Qt.MouseButton.NoButton)
    desk.move(desk.place("2025-04-15", "cafe"), Qt.MouseButton.NoButton)
    desk.move(desk.place("2024-12-01", "harbour"), Qt.MouseButton.NoButton)
    assert pointed == ["self_employment_excluded", "occupation_level", ""]


def test_pointing_tells_days_reason_and_citation(desk: Desk) -> None:
    stretch = next(
        each
        for bar in desk.scene.chart.bars
        if bar.key.item_id == "free"
        for each in bar.stretches
        if each.fill is Fill.NOT_COUNTED
    )
    assert isinstance(stretch, Stretch)
    told = _tooltip(desk, QPointF(*desk.rect("free").middle))
    assert told == [
        "Web design",
        "2025-05-01 to 2025-11-30, 214 days, 30 weeks 4 days",
        "Does not count: 2025-05-01 – 2025-11-30, 214 days",
        "self-employed, R87.1(3)(b)",
        "W: week by week",
    ]
    desk.timeline.set_words(FR)
    assert _tooltip(desk, QPointF(*desk.rect("free").middle))[3] == "travail autonome, R87.1(3)b)"


def _tooltip(desk: Desk, place: QPointF) -> list[str]:
    event = QHelpEvent(QEvent.Type.ToolTip, place.toPoint(), desk.surface.mapToGlobal(place.toPoint()))
    QApplication.sendEvent(desk.surface, event)
    desk.qtbot.waitUntil(QToolTip.isVisible)
    text = QToolTip.text()
    QToolTip.hideText()
    return text.splitlines()


def test_the_language_changes_live(desk: Desk) -> None:
    desk.timeline.set_words(FR)
    assert [desk.scene.texts.lanes[lane] for lane in Lane] == ["Statut", "Travail", "Études", "Tests"]
    ribbon = desk.scene.texts.ribbon[0].replace("\u00a0", " ")
    assert ribbon == "3 ans avant la demande : 2023-11-22 – 2026-11-21"
    assert desk.scene.texts.hours.endswith("\u00a0h")
    assert desk.timeline.toolbar.snap.text().strip() == "Aimanter"


def test_empty_lanes_ask(qtbot: QtBot) -> None:
    desk = Desk(qtbot, nothing_yet())
    assert desk.scene.texts.prompts == {
        Lane.STATUS: "1 What did the client hold? Drag here, or press S",
        Lane.WORK: "2 Where did the client work? Drag here, or press J",
    }
    box = desk.scene.box(Lane.STATUS)
    assert box.prompt is not None
    assert name(LIGHT, "status") in desk.colours(*desk.scene.rect(box.prompt))


def test_the_day_of_the_flag_is_always_in_sight(desk: Desk) -> None:
    for left in ("2010-01-01", "2024-01-01", "2040-01-01"):
        desk.look_at(left, 1.0)
        flag = desk.scene.flag
        assert name(LIGHT, "handle") in desk.colours(flag.x + 1, flag.y + 2, 6, 6)
        assert desk.scene.left - 1 <= flag.x
        assert flag.right <= desk.surface.width() + 1


def test_larger_type_makes_everything_larger(qtbot: QtBot) -> None:
    desk = Desk(qtbot, full_life())
    small = desk.rect("pgwp").h
    font = QApplication.font()
    font.setPixelSize(20)
    QApplication.setFont(font)
    desk.qtbot.waitUntil(lambda: desk.rect("pgwp").h > small)
    assert desk.rect("pgwp").h == pytest.approx(24 * 20 / 12.5, abs=1)
    assert desk.scene.left >= 140


def test_with_high_contrast_the_window_has_an_edge_and_the_grid_is_thinned_out(desk: Desk) -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    theme = high_contrast_theme(palette)
    desk.timeline.set_theme(theme)
    image, scene = desk.picture(), desk.scene
    month = scene.x(at("2024-03-01"))
    below = scene.y(scene.box(Lane.STUDY).bottom) - 4
    assert inks(image, Rect(month - 2, below, 4, 2)) == {"#000000"}
    window = scene.chart.window
    assert window is not None
    ribbon = Rect(scene.x(window[0]) + 40, scene.sizes.axis + 3, 4, 1)
    assert inks(image, ribbon) == {"#ffffff"}
    assert inks(image, part(desk, "cafe", Fill.NOT_COUNTED)) >= {"#000000", "#ffffff"}


def test_nothing_but_the_view_is_painted_over(desk: Desk) -> None:
    whole = Rect(0, 0, desk.surface.width(), desk.surface.height())
    assert QColor("#FF00FF").name() not in inks(desk.picture(), whole)
