"""What drags propose, without a window."""

from collections.abc import Collection, Hashable
from datetime import date

import pytest

from cec_desktop.casefile.model import Item, LanguageTest, Period
from cec_desktop.ui.timeline.bars import Key, Lane
from cec_desktop.ui.timeline.charting import item_of
from cec_desktop.ui.timeline.gestures.application import DragApplication
from cec_desktop.ui.timeline.gestures.base import Act, Gesture, Proposal, Stage
from cec_desktop.ui.timeline.gestures.draw import DrawPeriod
from cec_desktop.ui.timeline.gestures.pan import Pan
from cec_desktop.ui.timeline.gestures.periods import EndPeriod, MovePeriod, ResizePeriod
from cec_desktop.ui.timeline.moves import Moving
from cec_desktop.ui.timeline.scale import Scale
from cec_desktop.ui.timeline.snapping import Draw, Snapped, Target
from cec_desktop.ui.timeline.targets import snap_model, target_words
from tests.ui.timeline.stories import EN, at, bar, chart, day, full_life, view_of

VIEW = view_of(full_life())
CASE, CHART = VIEW.case, chart(full_life())
SNAPPING = snap_model(CHART, VIEW.assessment.dates)


class Rehearsal(Stage):
    """A stage without a window that keeps what was proposed last."""

    def __init__(self, left: str, px: float) -> None:
        self.where = Scale(at(left), px)
        self.proposal: Proposal | None = None
        self.committed = False

    @property
    def scale(self) -> Scale:
        return self.where

    def snap(
        self, edges: Collection[int], moved: float, ignored: Collection[Hashable], *, free: bool
    ) -> Snapped:
        return SNAPPING.snap(edges, moved, self.where.px, ignored=ignored, free=free)

    def propose(self, proposal: Proposal | None) -> None:
        self.proposal = proposal

    def commit(self) -> None:
        self.committed = True

    def show(self, scale: Scale) -> None:
        self.where = scale

    def drag(self, gesture: Gesture, to: str, *, free: bool = False) -> Proposal:
        gesture.move(self, self.where.x(at(to)), free=free)
        assert self.proposal is not None
        return self.proposal


@pytest.fixture
def stage() -> Rehearsal:
    return Rehearsal("2024-08-01", 1.4)


def period(proposal: Proposal) -> tuple[str, str]:
    return day(proposal.first), day(proposal.after - 1)


def entry(proposal: Proposal) -> Item:
    assert proposal.key is not None
    item = item_of(proposal.edit.change(CASE), proposal.key)
    assert item is not None
    return item


def grabbed(text: str) -> float:
    """Somewhere inside a day."""
    return at(text) + 0.3


def test_dragging_an_end_meets_the_day_a_test_expires(stage: Rehearsal) -> None:
    harbour = bar(CHART, "harbour")
    gesture = ResizePeriod(harbour, Moving.END, harbour.after)
    proposal = stage.drag(gesture, "2025-02-16")
    assert period(proposal) == ("2024-09-16", "2025-02-17")
    assert (proposal.act, proposal.shown) == (Act.END_MOVED, date(2025, 2, 17))
    assert proposal.target is not None
    assert proposal.target.draw is Draw.TEST_EXPIRES
    assert target_words(proposal.target, proposal.shown, CHART, EN) == "IELTS General expires"


def test_alt_drags_freely(stage: Rehearsal) -> None:
    harbour = bar(CHART, "harbour")
    proposal = stage.drag(ResizePeriod(harbour, Moving.END, harbour.after), "2025-02-16", free=True)
    assert period(proposal) == ("2024-09-16", "2025-02-15")
    assert proposal.target is None


def test_an_edge_stops_at_the_other_one(stage: Rehearsal) -> None:
    harbour = bar(CHART, "harbour")
    start = stage.drag(ResizePeriod(harbour, Moving.START, harbour.first), "2025-08-20", free=True)
    assert period(start) == ("2025-03-09", "2025-03-09")
    end = stage.drag(ResizePeriod(harbour, Moving.END, harbour.after), "2024-08-20", free=True)
    assert period(end) == ("2024-09-16", "2024-09-16")


def test_moving_keeps_the_length_and_may_meet_with_either_end(stage: Rehearsal) -> None:
    harbour = bar(CHART, "harbour")
    gesture = MovePeriod(harbour, grabbed("2024-12-01"))
    proposal = stage.drag(gesture, "2024-12-22")
    # Its end meets the start of the next job, 2025-03-31.
    assert period(proposal) == ("2024-10-07", "2025-03-30")
    assert proposal.target is not None
    assert (proposal.target.draw, proposal.shown) == (Draw.PERIOD_START, date(2025, 3, 30))


def test_moving_what_goes_on_moves_its_start(stage: Rehearsal) -> None:
    north = bar(CHART, "north")
    proposal = stage.drag(MovePeriod(north, grabbed("2026-05-01")), "2026-04-20", free=True)
    item = entry(proposal)
    assert isinstance(item, Period)
    assert (item.start, item.end) == (date(2026, 2, 12), None)


def test_moving_a_test_moves_its_result(stage: Rehearsal) -> None:
    new = bar(CHART, "new")
    proposal = stage.drag(MovePeriod(new, grabbed("2025-06-01")), "2025-06-11", free=True)
    item = entry(proposal)
    assert isinstance(item, LanguageTest)
    assert item.result_date == date(2025, 3, 12)


def test_dragging_the_arrow_of_what_goes_on_gives_it_an_end(stage: Rehearsal) -> None:
    north = bar(CHART, "north")
    proposal = stage.drag(EndPeriod(north), "2026-09-16", free=True)
    item = entry(proposal)
    assert isinstance(item, Period)
    assert item.end == date(2026, 9, 15)
    assert stage.drag(EndPeriod(north), "2026-01-01", free=True).after == north.first + 1


@pytest.mark.parametrize(
    ("pressed", "released"), [("2025-04-03", "2025-07-20"), ("2025-07-20", "2025-04-03")]
)
def test_drawing_either_way(stage: Rehearsal, pressed: str, released: str) -> None:
    proposal = stage.drag(DrawPeriod(CASE, Lane.WORK, at(pressed)), released, free=True)
    assert period(proposal) == ("2025-04-03", "2025-07-19")
    assert proposal.act is Act.DRAWN
    item = entry(proposal)
    assert isinstance(item, Period)
    assert (item.start, item.end) == (date(2025, 4, 3), date(2025, 7, 19))


def test_a_drawn_entry_keeps_its_id_while_it_grows(stage: Rehearsal) -> None:
    gesture = DrawPeriod(CASE, Lane.STATUS, at("2027-03-01"))
    assert stage.drag(gesture, "2027-05-01").key == stage.drag(gesture, "2027-06-01").key


def test_a_shaking_hand_draws_nothing(stage: Rehearsal) -> None:
    pressed = at("2025-04-03")
    DrawPeriod(CASE, Lane.WORK, pressed).move(stage, stage.where.x(pressed) + 2, free=False)
    assert stage.proposal is None


def test_drawing_a_test_gives_its_result_a_day(stage: Rehearsal) -> None:
    item = entry(stage.drag(DrawPeriod(CASE, Lane.TESTS, at("2026-04-03")), "2026-07-20", free=True))
    assert isinstance(item, LanguageTest)
    assert item.result_date == date(2026, 4, 3)


def test_dragging_the_application_date(stage: Rehearsal) -> None:
    gesture = DragApplication(date(2026, 11, 22), at("2026-11-22") + 0.3)
    proposal = stage.drag(gesture, "2026-12-15", free=True)
    changed = proposal.edit.change(CASE)
    assert changed.application_date == proposal.shown == date(2026, 12, 15)
    assert proposal.key is None


def test_the_application_date_is_drawn_to_the_first_day_of_membership(stage: Rehearsal) -> None:
    assert VIEW.assessment.dates.earliest == date(2026, 11, 10)
    gesture = DragApplication(date(2026, 11, 22), at("2026-11-22"))
    proposal = stage.drag(gesture, "2026-11-12")
    assert proposal.shown == date(2026, 11, 10)
    assert proposal.target is not None
    assert target_words(proposal.target, proposal.shown, CHART, EN) == "member from 2026-11-10"


def test_the_application_date_does_not_stick_to_where_it_was(stage: Rehearsal) -> None:
    gesture = DragApplication(date(2026, 11, 22), at("2026-11-22"))
    assert stage.drag(gesture, "2026-11-20").shown == date(2026, 11, 20)


def test_panning_keeps_the_day_under_the_pointer(stage: Rehearsal) -> None:
    grabbed_day = stage.where.boundary(300)
    Pan(grabbed_day).move(stage, 120, free=False)
    assert stage.where.boundary(120) == pytest.approx(grabbed_day)


def test_releasing_asks_and_cancelling_takes_back(stage: Rehearsal) -> None:
    harbour = bar(CHART, "harbour")
    gesture = ResizePeriod(harbour, Moving.END, harbour.after)
    stage.drag(gesture, "2025-02-01")
    gesture.cancel(stage)
    assert stage.proposal is None
    assert not stage.committed
    stage.drag(gesture, "2025-02-01")
    gesture.release(stage)
    assert stage.committed


def test_what_an_edge_snapped_to_is_said() -> None:
    shown = date(2025, 5, 1)
    said = {
        draw: target_words(Target(shown.toordinal(), draw, Key("jobs", "cafe")), shown, CHART, EN)
        for draw in Draw
    }
    assert said == {
        Draw.MONTH: "start of a month",
        Draw.WINDOW_START: "start of the window",
        Draw.TODAY: "today",
        Draw.MEMBER_FROM: "member from 2025-05-01",
        Draw.MEMBER_UNTIL: "member until 2025-05-01",
        Draw.APPLICATION: "application date",
        Draw.PERIOD_START: "Café Meridian begins",
        Draw.PERIOD_END: "Café Meridian ends",
        Draw.TEST_EXPIRES: "Café Meridian expires",
    }
    assert (
        target_words(Target(shown.toordinal(), Draw.MONTH), date(2025, 4, 30), CHART, EN) == "end of a month"
    )
