"""Files that are not code are found in a checkout."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cec_desktop.resources import resource, translations
from tests.conftest import ROOT

FACES = ("Regular", "Semibold", "Bold", "Italic")
# Names from every corner, French typography, and the marks a report draws in its text.
NEEDED = "Nguyễn Łukasz Şahin İpek Ağaoğlu Ünal Håkon Čapek «œuvre» – — … ’ ≤ ≥ × ✓ ✗ \u00a0\u202f\u2011"


def test_resources_and_catalogues_stand_beside_the_package() -> None:
    assert resource("fonts", "OFL.txt") == ROOT / "resources" / "fonts" / "OFL.txt"
    assert resource() == ROOT / "resources"
    assert translations() == ROOT / "translations"


def test_a_path_is_given_also_where_nothing_is() -> None:
    assert isinstance(resource("no", "such", "file"), Path)


@pytest.mark.parametrize("face", FACES)
def test_the_report_font_writes_every_name(face: str) -> None:
    with TTFont(resource("fonts", f"SourceSans3-{face}.ttf")) as font:
        known = font.getBestCmap()
        assert "glyf" in font  # what a PDF can embed
    assert [letter for letter in NEEDED if ord(letter) not in known] == []
