"""Sentences of the message ids that the case file and the rules use, which hold no words themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cec_desktop.i18n.words import Words


class MessageLike(Protocol):
    """A message id with named arguments."""

    @property
    def id(self) -> str:
        """The sentence."""

    @property
    def args(self) -> tuple[tuple[str, object], ...]:
        """Its fields by name."""


@cache
def sentences() -> Mapping[str, str | tuple[str, str]]:
    """English source sentence of every message id; singular and plural where it counts something."""
    from cec_desktop.i18n.case_messages import CASE_MESSAGES
    from cec_desktop.i18n.crs_messages import CRS_MESSAGES
    from cec_desktop.i18n.law_messages import LAW_MESSAGES
    from cec_desktop.i18n.office_messages import OFFICE_MESSAGES
    from cec_desktop.i18n.pay_messages import PAY_MESSAGES
    from cec_desktop.i18n.program_messages import PROGRAM_MESSAGES
    from cec_desktop.i18n.report_messages import REPORT_MESSAGES
    from cec_desktop.i18n.what_if_messages import WHAT_IF_MESSAGES

    return {
        **CASE_MESSAGES,
        **CRS_MESSAGES,
        **LAW_MESSAGES,
        **OFFICE_MESSAGES,
        **PAY_MESSAGES,
        **PROGRAM_MESSAGES,
        **REPORT_MESSAGES,
        **WHAT_IF_MESSAGES,
    }


def sentence(words: Words, message: MessageLike) -> str:
    """The sentence of a message in the language of ``words``.

    Raises:
        KeyError: no sentence is known for the id.
    """
    text = sentences()[message.id]
    arguments = dict(message.args)
    if isinstance(text, str):
        return words(text, **arguments)
    number = arguments.pop("n", 0)
    return words.plural(*text, number if isinstance(number, int) else 0, **arguments)
