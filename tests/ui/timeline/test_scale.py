"""Days become pixels and pixels the same days again, at every zoom."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.timeline.scale import COARSEST, FINEST, FIRST, LAST, Scale, fitting

scales = st.builds(
    Scale,
    left=st.floats(FIRST, LAST, allow_nan=False),
    px=st.floats(COARSEST, FINEST, allow_nan=False),
)
ordinals = st.integers(FIRST, LAST - 1)


@given(scales, ordinals)
def test_a_day_comes_back(scale: Scale, ordinal: int) -> None:
    assert scale.day(scale.x(ordinal)) == date.fromordinal(ordinal)
    assert scale.nearest(scale.x(ordinal)) == ordinal


@given(scales, ordinals)
def test_a_day_is_held_by_all_of_its_stretch(scale: Scale, ordinal: int) -> None:
    assert scale.day(scale.x(ordinal + 0.999)) == date.fromordinal(ordinal)


@given(scales, st.floats(0.01, 100), st.floats(0, 2000))
def test_zooming_keeps_the_day_under_the_pointer(scale: Scale, factor: float, x: float) -> None:
    zoomed = scale.zoomed(factor, x)
    assert zoomed.boundary(x) == pytest.approx(scale.boundary(x), abs=1e-6)
    assert COARSEST <= zoomed.px <= FINEST


def test_panning_right_shows_later_days() -> None:
    assert Scale(1000, 2.0).panned(10).left == 1005


def test_a_fitted_stretch_fills_the_width() -> None:
    scale = fitting(1000, 1100, 550, before=0.05, behind=0.05)
    assert scale.x(1000) == pytest.approx(25)
    assert scale.x(1100) == pytest.approx(525)


def test_a_single_day_can_be_fitted() -> None:
    assert fitting(1000, 1000, 800).px == FINEST


def test_the_view_stays_among_the_days_there_are() -> None:
    assert Scale(FIRST - 500, 1.0).kept(300).left == FIRST
    assert Scale(LAST, 1.0).kept(300).left == LAST - 300


@given(scales, scales, st.floats(0, 1))
def test_a_glide_begins_and_ends_where_it_should(one: Scale, other: Scale, part: float) -> None:
    assert one.between(other, 1) == other
    start = one.between(other, 0)
    assert (start.left, start.px) == pytest.approx((one.left, one.px), rel=1e-6)
    assert min(one.px, other.px) * 0.999 <= one.between(other, part).px <= max(one.px, other.px) * 1.001


def test_a_glide_of_a_zoom_keeps_one_day_still() -> None:
    near, far = Scale(1000, 1.0), Scale(1000, 1.0).zoomed(4, 200)
    for part in (0.25, 0.5, 0.75):
        assert near.between(far, part).boundary(200) == pytest.approx(1200)
