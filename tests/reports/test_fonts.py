"""Text on its way to print: composed, without controls, never without its letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.reports.fonts import font_of, lacks_letters, measure, printable
from cec_desktop.reports.palette import TOKENS
from cec_desktop.reports.shapes import Face
from cec_desktop.ui.theme import theme_named

FACES: tuple[Face, ...] = ("regular", "semibold", "bold")


@pytest.mark.parametrize("name", ["Nguyễn", "Łukasz", "Şahin", "Đặng Thị Hồng", "O’Brien", "Žižek"])
def test_marks_are_composed_and_every_face_holds_the_letters(name: str) -> None:
    assert printable(unicodedata.normalize("NFD", name)) == name
    for face in FACES:
        assert {ord(letter) for letter in name} <= set(font_of(face).face.charToGlyph)


@given(st.text())
def test_what_is_printed_has_no_controls_and_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert not any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in once)
    assert printable(once) == once
    assert measure(once, "regular", 9) >= 0


def test_lines_and_hidden_characters_become_plain() -> None:
    assert printable("one\ntwo\tthree") == "one two three"
    assert printable("a\u200bb\u00adc") == "abc"
    assert printable("1\u202f560") == "1\u00a0560"
    assert printable("2026\u201111\u201122") == "2026-11-22"


def test_a_letter_the_typeface_lacks_is_printed_without_its_mark() -> None:
    lacking = next(
        chr(code)
        for code in range(0x1E00, 0x1F00)
        if code not in font_of("regular").face.charToGlyph and unicodedata.decomposition(chr(code))
    )
    assert printable(lacking) == unicodedata.normalize("NFKD", lacking)[0]


@pytest.mark.parametrize(
    "name", ["Щербаков Юрий", "Παπαδόπουλος Ωμέγα", "Nguyễn Thị Hương", "Żółć Gęślą", "İbrahim Ğıöçü"]
)
def test_scripts_the_typeface_has_are_printed(name: str) -> None:
    assert printable(name) == name
    assert not lacks_letters(name)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("李 Li", "[?] Li"),
        ("محمد عبد الله", "[?]"),
        ("ਹਰਲੀਨ Singh ਕੌਰ", "[?] Singh [?]"),
        ("Café 株式会社 \U0001f642 Ltd.", "Café [?] Ltd."),
    ],
)
def test_words_in_letters_the_typeface_lacks_are_marked_and_never_boxes(name: str, printed: str) -> None:
    assert printable(name) == printed
    assert lacks_letters(name)


def test_figures_have_one_width() -> None:
    for face in FACES:
        assert len({measure(digit, face, 10) for digit in "0123456789"}) == 1


def test_paper_and_screen_show_the_same_colours() -> None:
    theme = theme_named("light")
    differing = {token for token, colour in TOKENS.items() if theme.hex(token).upper() != colour.upper()}
    assert differing == {"muted"}, "small grey print is a tone darker on paper"
