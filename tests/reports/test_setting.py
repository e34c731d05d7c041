"""Lines of words: nothing is lost, nothing sticks out, dates and citations stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.reports.blocks import Run, Style
from cec_desktop.reports.reportlab_backend.setting import SetText, TextStyle, line_width, set_text

BODY = TextStyle(9, 11.5)
STYLES: tuple[Style, ...] = ("plain", "strong", "quiet", "citation")
letters = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=30)
runs = st.lists(
    st.builds(Run, st.lists(letters, max_size=8).map(" ".join), st.sampled_from(STYLES)), max_size=4
)


def lines(text: SetText) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in text.lines]


@given(runs, st.floats(40, 400))
def test_no_line_is_too_wide_and_no_letter_is_lost(line: list[Run], width: float) -> None:
    text = set_text(tuple(line), BODY, width)
    assert all(line_width(each) <= width + 0.01 for each in text.lines)
    written = "".join(run.text for run in line)
    assert "".join("".join(lines(text)).split()) == "".join(written.split())


def test_lines_break_at_spaces_only() -> None:
    text = set_text((Run("valid to 2027-03-01, R87.1(2)(a)(i) and R73(1)"),), BODY, 60)
    assert lines(text) == ["valid to", "2027-03-01,", "R87.1(2)(a)(i)", "and R73(1)"]


def test_a_name_wider_than_its_column_breaks_behind_its_hyphens() -> None:
    text = set_text((Run("Featherstonehaugh-Cholmondeley-Marjoribanks"),), BODY, 90)
    assert lines(text) == ["Featherstonehaugh-", "Cholmondeley-", "Marjoribanks"]


def test_a_number_keeps_the_word_it_counts() -> None:
    text = set_text((Run("above the 1,560 required, 12 full-time days"),), BODY, 100)
    assert not any(line.endswith("12") for line in lines(text))
    assert set_text((Run("reading 7, writing 9"),), BODY, 1000).lines[0][0].text == "reading 7, writing 9"


def test_a_word_in_two_styles_does_not_come_apart() -> None:
    text = set_text((Run("Nearly there", "strong"), Run(", on 2026-11-22")), BODY, 60)
    assert lines(text)[0] == "Nearly there,"


def test_lines_that_go_on_end_in_a_space_that_takes_no_room() -> None:
    text = set_text((Run("words that go on and on and on"),), BODY, 70)
    first, *_, last = text.lines
    assert first[-1].text.endswith(" ")
    assert not last[-1].text.endswith(" ")
    assert line_width(first) <= 70


def test_styles_choose_the_face() -> None:
    line = (Run("a "), Run("b ", "strong"), Run("c ", "quiet"), Run("R73(1)", "citation"))
    inks = [piece.ink for piece in set_text(line, BODY, 500).lines[0]]
    assert [(ink.face, ink.size, ink.colour) for ink in inks] == [
        ("regular", 9, "text"),
        ("semibold", 9, "text"),
        ("regular", 9, "muted"),
        ("regular", 7.5, "muted"),
    ]
