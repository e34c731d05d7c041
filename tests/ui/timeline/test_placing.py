"""Words on a bar go to the first place that takes them."""

import pytest

from cec_desktop.ui.timeline.bars import Names
from cec_desktop.ui.timeline.measure import Type, cut, first_words
from cec_desktop.ui.timeline.placing import CLEAR, PAD, Label, Room, Tone, place
from tests.ui.timeline.stories import letters

MAINTAINED = Names("Statut conservé", "Conservé", note="Saffron Row", joint=", ")
CAFE = Names("Café Meridian", note="TEER 5")


def placed(names: Names, inside: float, outside: float = 0) -> list[tuple[str, Tone]]:
    room = Room(100, 100 + inside, 100 + inside, 100 + inside + outside)
    return [(label.text, label.tone) for label in place(names, room, letters)]


def width(text: str) -> float:
    return letters(text, Type.BODY)


def test_name_and_note_stand_inside_when_they_fit() -> None:
    room = width("Café Meridian · TEER 5") + 2 * PAD
    assert placed(CAFE, room) == [("Café Meridian · TEER 5", Tone.INSIDE)]
    assert placed(CAFE, room - 1, 200) != [("Café Meridian · TEER 5", Tone.INSIDE)]


def test_the_note_goes_outside_before_the_name_does() -> None:
    assert placed(CAFE, width("Café Meridian") + 2 * PAD, 100) == [
        ("Café Meridian", Tone.INSIDE),
        ("TEER 5", Tone.OUTSIDE),
    ]


def test_both_go_outside_a_short_bar() -> None:
    assert placed(CAFE, 10, 200) == [("Café Meridian, TEER 5", Tone.OUTSIDE)]


def test_whole_first_words_are_left_with_the_reason_beside_them() -> None:
    assert placed(CAFE, width("Café") + 2 * PAD, width("TEER 5") + CLEAR) == [
        ("Café", Tone.INSIDE),
        ("TEER 5", Tone.OUTSIDE),
    ]


def test_whole_first_words_come_before_cut_ones() -> None:
    assert placed(CAFE, width("Café") + 2 * PAD) == [("Café", Tone.INSIDE)]


def test_a_cut_word_ends_in_an_ellipsis() -> None:
    assert placed(CAFE, 26 + 2 * PAD) == [("Ca…", Tone.INSIDE)]


def test_a_bar_without_room_says_nothing() -> None:
    assert placed(CAFE, 12) == []


def test_a_kind_falls_back_on_its_short_form_never_on_its_first_word() -> None:
    assert placed(MAINTAINED, width("Conservé, Saffron Row") + 2 * PAD) == [
        ("Conservé, Saffron Row", Tone.INSIDE)
    ]
    assert placed(MAINTAINED, width("Conservé") + 2 * PAD) == [("Conservé", Tone.INSIDE)]
    assert placed(MAINTAINED, width("Statut") + 2 * PAD) == [("Conse…", Tone.INSIDE)]


def test_what_stands_aside_goes_to_the_far_end_or_nowhere() -> None:
    job = Names("Saffron Row, cook", "Saffron Row", aside="30 h a week")
    room = Room(100, 400, 400, 700)
    assert place(job, room, letters) == (
        Label("Saffron Row, cook", 106, 119, Tone.INSIDE),
        Label("30 h a week", 317, 77, Tone.INSIDE),
    )
    assert placed(job, width("Saffron Row, cook") + 2 * PAD, 500) == [("Saffron Row, cook", Tone.INSIDE)]


@pytest.mark.parametrize(
    ("text", "room", "left"),
    [("Guichet Nord", 200, "Guichet Nord"), ("Guichet Nord", 50, "Guiche…"), ("Ab", 7, "")],
)
def test_cutting(text: str, room: float, left: str) -> None:
    assert cut(text, room, letters) == left


def test_first_words_lose_what_hangs_at_their_end() -> None:
    assert first_words("Smith & Sons, Halifax", 100, letters) == "Smith & Sons"
    assert first_words("Smith & Sons", 60, letters) == "Smith"
