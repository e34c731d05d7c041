"""Messages are stored without words and come back the same."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.message import Arg, Message
from cec_desktop.storage.message_text import message_from_text, message_to_text

texts = st.text(max_size=5)
plain: st.SearchStrategy[Arg] = (
    st.none() | texts | st.integers() | st.dates() | st.fractions().filter(lambda each: each.denominator > 1)
)


def messages(arguments: st.SearchStrategy[Arg]) -> st.SearchStrategy[Message]:
    named = st.lists(st.tuples(texts, arguments), max_size=3).map(tuple)
    return st.builds(Message, id=texts, args=named)


arguments: st.SearchStrategy[Arg] = st.recursive(
    plain, lambda inner: messages(inner) | st.lists(inner, max_size=3).map(tuple), max_leaves=8
)


@given(messages(arguments))
def test_there_and_back(stored: Message) -> None:
    assert message_from_text(message_to_text(stored)) == stored


def test_hours_stay_exact_and_days_stay_days() -> None:
    stored = Message("hours_reached", (("hours", Fraction(10, 3)), ("on", date(2026, 1, 21))))
    assert dict(message_from_text(message_to_text(stored)).args) == {
        "hours": Fraction(10, 3),
        "on": date(2026, 1, 21),
    }
