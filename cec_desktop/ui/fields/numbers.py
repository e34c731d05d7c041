"""Fields for numbers: hours a week, months of study, scores."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.theme import Theme

_NUMBER = re.compile(r"\d+(\.\d+)?|\.\d+")
_GROUPED = re.compile(r"(\d{1,3})((?:,\d{3})+)(\.\d+)?")
_BLANKS = re.compile(r"[\s\u00a0\u202f]")


def read_decimal(text: str) -> Decimal | None:
    """The number a text says, with point or comma; None when it says none.

    A comma before exactly three digits groups thousands, as English writes them; any other is decimal.
    """
    plain = _BLANKS.sub("", text)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


class NumberField(LineField):
    """A number from zero to ``highest``; empty is not known."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, highest: Decimal | None = None
    ) -> None:
        super().__init__(words, theme, parent)
        self._highest = highest

    def read(self, text: str) -> object:
        """The number typed; point and comma both do."""
        _ = self.words
        if not text.strip():
            return None
        number = read_decimal(text)
        if number is None:
            raise UnreadableError(_("A number is needed here, such as {number}.", number=Decimal("37.5")))
        if self._highest is not None and number > self._highest:
            raise UnreadableError(self.too_high(self._highest))
        return number

    def write(self, value: object) -> str:
        """The number as the language writes it."""
        return self.words.number(value) if isinstance(value, Decimal) else ""

    def too_high(self, highest: Decimal) -> str:
        """Why a larger number cannot be."""
        _ = self.words
        return _("0 to {highest}.", highest=highest)


class HoursField(NumberField):
    """Hours a week."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, theme, parent, highest=Decimal(168))

    def too_high(self, highest: Decimal) -> str:
        """A week has no more hours."""
        _ = self.words
        return _("0 to {highest}: a week has {highest} hours.", highest=highest)
