"""A dragged edge is drawn to the day that is meant, and to none that is not."""

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.timeline.snapping import NEAR, Draw, SnapModel, Target, nearest_month
from tests.ui.timeline.stories import at, day

MAY = at("2025-05-10")


def model(*targets: Target) -> SnapModel:
    return SnapModel(targets)


def test_an_edge_within_reach_meets_the_target() -> None:
    snapped = model(Target(MAY + 3, Draw.PERIOD_END, "other")).snap([MAY], 1.0, 2.0)
    assert (snapped.shift, snapped.target) == (3, Target(MAY + 3, Draw.PERIOD_END, "other"))


def test_reach_is_a_matter_of_pixels_not_of_days() -> None:
    targets = model(Target(MAY + 4, Draw.PERIOD_END))
    assert targets.snap([MAY], 0.0, NEAR / 4).target is not None
    assert targets.snap([MAY], 0.0, NEAR / 3.9).target is None


def test_nothing_near_rounds_to_the_nearest_day() -> None:
    assert model().snap([MAY], 2.6, 10.0).shift == 3
    assert model().snap([MAY], -2.6, 10.0).shift == -3


def test_the_nearest_target_wins() -> None:
    found = model(Target(MAY + 1, Draw.TODAY), Target(MAY + 4, Draw.PERIOD_END)).snap([MAY], 1.5, 1.0)
    assert found.shift == 1


def test_among_equally_near_ones_the_more_meaningful_wins() -> None:
    found = model(Target(MAY, Draw.TODAY), Target(MAY, Draw.TEST_EXPIRES)).snap([MAY], 0.2, 1.0)
    assert found.target == Target(MAY, Draw.TEST_EXPIRES)


def test_a_period_does_not_meet_its_own_ends() -> None:
    targets = model(Target(MAY, Draw.PERIOD_START, "own"), Target(MAY + 2, Draw.PERIOD_END, "other"))
    assert targets.snap([MAY], 0.4, 3.0, ignored=["own"]).shift == 2
    assert targets.snap([MAY], 0.4, 3.0).shift == 0


def test_of_two_moving_edges_the_one_that_meets_decides() -> None:
    found = model(Target(MAY + 103, Draw.PERIOD_START)).snap([MAY, MAY + 100], 2.0, 2.0)
    assert found.shift == 3


def test_free_means_free() -> None:
    assert model(Target(MAY + 1, Draw.TODAY)).snap([MAY], 0.0, 1.0, free=True).target is None


def test_the_first_of_a_month_draws_when_months_are_wide_enough() -> None:
    edge = at("2025-04-29")
    assert model().snap([edge], 0.0, 1.5).target == Target(at("2025-05-01"), Draw.MONTH)
    assert model().snap([edge], 0.0, 0.2).target is None


def test_a_period_end_beats_the_first_of_the_month() -> None:
    end = Target(at("2025-05-01"), Draw.PERIOD_END, "other")
    assert model(end).snap([at("2025-04-29")], 0.0, 1.5).target == end


def test_the_nearest_first_of_a_month() -> None:
    assert day(nearest_month(at("2025-12-20"))) == "2026-01-01"
    assert day(nearest_month(at("2025-12-10"))) == "2025-12-01"


@given(
    st.lists(st.integers(MAY - 50, MAY + 50), max_size=8),
    st.floats(-40, 40),
    st.floats(0.05, 40),
)
def test_snapping_never_moves_further_than_its_reach(days: list[int], moved: float, px: float) -> None:
    found = SnapModel(Target(day, Draw.PERIOD_END) for day in days).snap([MAY], moved, px)
    assert abs(found.shift - moved) <= max(NEAR / px, 0.5) + 1e-9
