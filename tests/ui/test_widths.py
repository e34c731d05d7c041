"""How the window narrows, as numbers."""

from __future__ import annotations

import pytest

from cec_desktop.ui.widths import roomy_width, width_class


@pytest.mark.parametrize(
    ("width", "name"),
    [
        (1920, "widest"),
        (1680, "widest"),
        (1679, "wide"),
        (1400, "wide"),
        (1366, "medium"),
        (1320, "medium"),
        (1280, "narrow"),
        (1100, "narrow"),
        (1099, "narrowest"),
        (900, "narrowest"),
        (1, "narrowest"),
    ],
)
def test_each_width_has_its_class(width: int, name: str) -> None:
    assert width_class(width).name == name


def test_large_type_leaves_less_room() -> None:
    assert roomy_width(1440, 1.0) == 1440
    assert roomy_width(1440, 1.1) == 1440
    assert roomy_width(1440, 1.5) < 1200
