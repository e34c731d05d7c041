"""How hard a passphrase is to guess, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.ui.strength import SHORTEST, strength

ORDER = ("too_short", "weak", "fair", "good", "strong")


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", "too_short"),
        ("Tr0ub4d", "too_short"),
        ("12345678901234567890", "weak"),
        ("abcdefghijklmnop", "weak"),
        ("password", "weak"),
        ("correct correct correct correct", "weak"),
        ("Tr0ub4dor&3", "good"),
        ("kestrel orbit velvet", "weak"),
        ("kestrel orbit velvet ninety", "fair"),
        ("kestrel orbit velvet ninety harbour", "good"),
        ("kestrel orbit velvet ninety harbour maple", "strong"),
        ("été à Gaspé près du fleuve", "strong"),
        ("x9$Kq2!vLm8@Tz", "strong"),
    ],
)
def test_what_is_said_of_a_passphrase(passphrase: str, expected: str) -> None:
    assert strength(passphrase) == expected


@given(st.text(max_size=SHORTEST - 1))
def test_what_is_too_short_is_never_more(passphrase: str) -> None:
    assert strength(passphrase) == "too_short"


@given(st.text(min_size=SHORTEST, max_size=40))
def test_repeating_the_last_sign_never_helps_by_more_than_one_sign(passphrase: str) -> None:
    longer = passphrase + passphrase[-1] * 30
    stronger = passphrase + passphrase[-1] * 2
    assert ORDER.index(strength(longer)) <= max(ORDER.index(strength(stronger)), ORDER.index("weak"))
