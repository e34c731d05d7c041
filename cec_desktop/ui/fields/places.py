"""Countries and provinces: chosen by their names in either language, kept by their codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from cec_desktop.i18n.words import LANGUAGES, N_, Words
from cec_desktop.ui.fields.choice import ChoiceField, translated
from cec_desktop.ui.fields.field import UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.theme import Theme

PROVINCES: Sequence[tuple[str, str]] = (
    ("AB", N_("Alberta")),
    ("BC", N_("British Columbia")),
    ("MB", N_("Manitoba")),
    ("NB", N_("New Brunswick")),
    ("NL", N_("Newfoundland and Labrador")),
    ("NS", N_("Nova Scotia")),
    ("NT", N_("Northwest Territories")),
    ("NU", N_("Nunavut")),
    ("ON", N_("Ontario")),
    ("PE", N_("Prince Edward Island")),
    ("QC", N_("Quebec")),
    ("SK", N_("Saskatchewan")),
    ("YT", N_("Yukon")),
)

_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
_SEPARATOR = re.compile(r"\s*[,;/]\s*")


@cache
def countries(language: str) -> Mapping[str, str]:
    """Names of the countries and territories of ISO 3166, by their codes of two letters."""
    from babel import Locale  # heavy, and not needed to start

    names = Locale.parse(f"{language}_CA").territories
    return {
        code: name for code, name in names.items() if _COUNTRY.fullmatch(code) and code not in _NO_COUNTRY
    }


def country_name(words: Words, code: str) -> str:
    """The name of a country; what is no code is shown as it is."""
    # The most frequent by far, and the same in both languages.
    return "Canada" if code == "CA" else countries(words.language).get(code, code)


def province_name(words: Words, code: str) -> str:
    """The name of a province or territory; what is no code is shown as it is."""
    return translated(PROVINCES)(words, code)


def country_code(text: str) -> str | None:
    """The code of a country given by code, or by its name in either language, whole or begun.

    None where no country, or more than one, is meant.
    """
    wanted = _plain(text)
    by_name = {_plain(name): code for language in LANGUAGES for code, name in countries(language).items()}
    if text.strip().upper() in countries("en"):
        return text.strip().upper()
    if wanted in by_name:
        return by_name[wanted]
    begun = {code for name, code in by_name.items() if len(wanted) > 2 and name.startswith(wanted)}
    return begun.pop() if len(begun) == 1 else None


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold().replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class CountryField(LineField):
    """One country."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, theme, parent)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.edit.setCompleter(self._completer)
        self._named = ""
        # The names of two hundred countries are worth waiting for only where one is typed.
        self.edit.textEdited.connect(self._name)

    def read(self, text: str) -> object:
        """The code of the country typed."""
        _ = self.words
        if not text.strip():
            return None
        code = country_code(text)
        if code is None:
            raise UnreadableError(_("No country of this name. Choose one of the list."))
        return code

    def write(self, value: object) -> str:
        """The country's name."""
        return country_name(self.words, value) if isinstance(value, str) else ""

    def _name(self) -> None:
        if self._named != self.words.language:
            self._named = self.words.language
            self._names.setStringList(sorted(countries(self._named).values(), key=_plain))


class CountriesField(LineField):
    """Several countries, separated by commas."""

    def read(self, text: str) -> object:
        """The codes of the countries typed."""
        _ = self.words
        codes: list[str] = []
        for part in filter(None, _SEPARATOR.split(text.strip())):
            code = country_code(part)
            if code is None:
                raise UnreadableError(_("No country is called “{name}”.", name=part))
            if code not in codes:
                codes.append(code)
        return tuple(codes)

    def write(self, value: object) -> str:
        """The names, separated by commas."""
        return ", ".join(country_name(self.words, code) for code in value) if isinstance(value, tuple) else ""


class ProvinceField(ChoiceField):
    """A province or territory of Canada."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            words, theme, parent, values=[code for code, _ in PROVINCES], name=translated(PROVINCES)
        )
