"""The colours can be read and told apart in both themes; icons take them on."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from cec_desktop.resources import resource
from cec_desktop.ui import icons, patterns, style
from cec_desktop.ui.theme import (
    GRAPHIC_CONTRAST,
    GRAPHIC_PAIRS,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Theme,
    contrast,
    high_contrast_theme,
    theme_named,
)

THEMES = [theme_named("light"), theme_named("dark")]
OUTCOMES = ["met", "not_met", "undetermined", "not_applicable", "advisory"]


def named(theme: Theme) -> str:
    return theme.name


@pytest.fixture
def canvas() -> Iterator[tuple[QImage, QPainter]]:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    yield image, painter
    painter.end()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", THEMES, ids=named)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_words_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    assert contrast(theme.hex(pair[0]), theme.hex(pair[1])) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES, ids=named)
@pytest.mark.parametrize("pair", GRAPHIC_PAIRS, ids="-on-".join)
def test_lines_and_shapes_can_be_seen(theme: Theme, pair: tuple[str, str]) -> None:
    assert contrast(theme.hex(pair[0]), theme.hex(pair[1])) >= GRAPHIC_CONTRAST


def test_both_themes_have_the_same_colours() -> None:
    assert THEMES[0].tokens.keys() == THEMES[1].tokens.keys()


def test_an_unknown_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme_named("light").colour("mauve")


def test_a_high_contrast_palette_drops_the_tints(qtbot: QtBot) -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#FFFF00"))
    theme = high_contrast_theme(palette)
    assert theme.dark
    assert theme.hex("work-tint") == theme.hex("surface") == "#000000"
    assert theme.hex("work") == "#ffffff"
    assert theme.hex("focus") == "#ffff00"


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_every_icon_can_be_drawn(qtbot: QtBot, theme: Theme) -> None:
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    assert "search" in names
    for name in names:
        image = icons.icon(name, theme).pixmap(16, 16).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), name


def test_an_icon_takes_the_colour_of_the_theme(qtbot: QtBot) -> None:
    dark = theme_named("dark")
    image = icons.icon("flag", dark, "accent").pixmap(64, 64).toImage()
    strongest = max((image.pixelColor(x, y) for x in range(64) for y in range(64)), key=QColor.alpha)
    assert strongest == dark.colour("accent")


def test_an_icon_is_sharp_on_a_fine_screen(qtbot: QtBot) -> None:
    pixmap = icons.outcome_pixmap("met", theme_named("light"), 16, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)
    assert pixmap.deviceIndependentSize().width() == 16


def test_outcomes_differ_by_shape_alone(qtbot: QtBot, canvas: tuple[QImage, QPainter]) -> None:
    image, painter = canvas
    shapes = set()
    for outcome in OUTCOMES:
        image.fill(QColor("#FFFFFF"))
        icons.paint_outcome(painter, QRectF(0, 0, 64, 64), outcome, theme_named("light"))
        shapes.add(tuple(image.pixelColor(x, y) == QColor("#FFFFFF") for x in range(64) for y in range(64)))
    assert len(shapes) == len(OUTCOMES)


def test_an_unknown_outcome_is_an_error(canvas: tuple[QImage, QPainter]) -> None:
    with pytest.raises(KeyError):
        icons.paint_outcome(canvas[1], QRectF(0, 0, 16, 16), "perhaps", theme_named("light"))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("fill", list(patterns.Fill))
def test_every_fill_is_told_apart_and_seamless(qtbot: QtBot, ratio: float, fill: patterns.Fill) -> None:
    theme = theme_named("light")
    image = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 40, 40), patterns.fill_brush(fill, theme, ratio))
    painter.end()
    period = round(20 * ratio) if fill is patterns.Fill.NOT_KNOWN else round(8 * ratio)
    for x in range(image.width() - period):
        assert image.pixelColor(x, 3) == image.pixelColor(x + period, 3)


def test_hatch_and_dots_show_ground_and_ink(qtbot: QtBot) -> None:
    theme = theme_named("dark")
    for fill, ground in (
        (patterns.Fill.NOT_COUNTED, "surface"),
        (patterns.Fill.NOT_KNOWN, "undetermined-tint"),
    ):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        patterns.paint_fill(painter, QRectF(0, 0, 40, 40), fill, theme, 1.0)
        painter.end()
        inside = {image.pixelColor(x, y).name().upper() for x in range(2, 38) for y in range(2, 38)}
        assert theme.hex(ground) in inside
        assert len(inside) > 2


def test_the_style_sheet_names_only_colours_and_icons_there_are(qtbot: QtBot) -> None:
    sheet = style.style_sheet(theme_named("dark"), style.IconFiles())
    assert "@" not in sheet
    assert not re.search(r"\bicon\(|\d+u\b", sheet)


def test_lengths_and_type_grow_with_the_font(qtbot: QtBot) -> None:
    assert style.font("name").pixelSize() > style.font("body").pixelSize() > 0
    assert style.font("caption").pixelSize() >= 11
    assert style.dp(46) >= 40


def test_the_palette_greys_what_is_off(qtbot: QtBot) -> None:
    palette = style.palette(theme_named("light"))
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off == theme_named("light").colour("disabled")
    assert palette.color(QPalette.ColorRole.Base) == theme_named("light").colour("surface")
