"""Words, dates and numbers in Canadian English and Canadian French.

The language is always an argument: ``_ = words("fr")``, then ``_("File {number}", number="2026-0042")``.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from cec_desktop.i18n.markers import N_ as N_
from cec_desktop.i18n.messages import sentence
from cec_desktop.resources import translations

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from cec_desktop.i18n.messages import MessageLike

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")
DOMAIN = "cec_desktop"
NO_BREAK_SPACE = "\u00a0"

_PARAGRAPH = re.compile(r"\(([a-z]|[ivx]+)\)")


@lru_cache(maxsize=4096)
def _formatted(number: int | Decimal, language: Language) -> str:
    """A number as a language writes it; a drag writes the same few numbers many times a second."""
    from babel.numbers import format_decimal  # heavy, and not needed to start

    return format_decimal(number, "#,##0.######", locale=f"{language}_CA")


@cache
def words(language: Language) -> Words:
    """The words of a language.

    Raises:
        FileNotFoundError: the compiled catalogue is missing.
    """
    return Words(language)


class Words:
    """Translates, and writes numbers, hours, days and citations the way the language does."""

    def __init__(self, language: Language) -> None:
        self.language = language
        # Opened by its path: gettext's own search asks the system's locales first.
        with (translations() / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            self._catalogue = gettext.GNUTranslations(file)

    def __call__(self, text: str, /, **fields: object) -> str:
        """The text in this language, with its named fields filled."""
        return self._filled(self._catalogue.gettext(text), fields)

    def plural(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """The form for ``n``; the field ``n`` is filled with the number as the language writes it."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": self.number(n), **fields})

    def pgettext(self, context: str, text: str, /, **fields: object) -> str:
        """The text as used in a context, where one English word has several French ones."""
        return self._filled(self._catalogue.pgettext(context, text), fields)

    def message(self, message: MessageLike) -> str:
        """The sentence of a message id with its arguments, in this language."""
        return sentence(self, message)

    def value(self, value: object) -> str:
        """An argument of a message as the language writes it."""
        if value is None:
            return self("not known")
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, int):
            return self.number(value)
        if isinstance(value, tuple):
            return ", ".join(self.value(item) for item in value)
        return self._exact(value)

    def _exact(self, value: object) -> str:
        """Hours, decimal numbers and messages within messages; their types are not needed to start."""
        from decimal import Decimal
        from fractions import Fraction

        if isinstance(value, Fraction):
            return self.hours(value)
        return self.number(value) if isinstance(value, Decimal) else self.message(cast("MessageLike", value))

    def day(self, day: date) -> str:
        """A day, the same in both languages: ``2026-11-22``."""
        return day.isoformat()

    def number(self, number: int | Decimal) -> str:
        """A number with the language's grouping and decimal mark."""
        if isinstance(number, int) and -1000 < number < 1000:
            return str(number)
        return _formatted(number, self.language)

    def hours(self, hours: Fraction) -> str:
        """Hours, rounded down to two decimals, so that a shortfall never looks like enough."""
        from decimal import ROUND_FLOOR, Decimal

        exact = Decimal(hours.numerator * 100 // hours.denominator) / 100
        return self.number(exact.quantize(Decimal("0.01"), ROUND_FLOOR).normalize() + 0)

    def citation(self, citation: str) -> str:
        """A citation in the language's form: R87.1(2)(a), in French R87.1(2)a)."""
        return citation if self.language == "en" else _PARAGRAPH.sub(r"\1)", citation)

    def _filled(self, text: str, fields: Mapping[str, object]) -> str:
        if not fields:
            return text
        return text.format_map({name: self.value(value) for name, value in fields.items()})
