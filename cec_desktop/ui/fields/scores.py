"""A score on the scale of its test, with the level it earns beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QWidget

from cec_desktop.casefile.model import LanguageTest
from cec_desktop.i18n.words import Words
from cec_desktop.rules.language import LanguageCharts, Scale, load_language
from cec_desktop.ui.fields.field import UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.fields.numbers import read_decimal
from cec_desktop.ui.style import set_role
from cec_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a score is read by: the test, the day it was taken, the column of the sheet, the language."""

    test: str
    day: date | None
    column: str | None
    language: str | None

    @staticmethod
    def of(result: LanguageTest, charts: LanguageCharts) -> Sheet:
        """The sheet of a result in the file."""
        language = charts.test_language(result.test) or result.language
        return Sheet(result.test, result.test_date or result.result_date, result.tef_scale, language)


def scale_words(words: Words, scale: Scale) -> str:
    """The scores a test prints."""
    _ = words
    if scale.codes:
        return _("This test prints {codes}.", codes=", ".join(words.value(code) for code in scale.codes))
    step = scale.step or Decimal(1)
    if step == 1:
        return _("{lowest} to {highest}.", lowest=scale.lowest, highest=scale.highest)
    return _(
        "{lowest} to {highest} in steps of {step}.", lowest=scale.lowest, highest=scale.highest, step=step
    )


def level_name(words: Words, language: str | None, level: int) -> str:
    """A level by the name of its scale: CLB for English, NCLC for French; 10 is 10 or above."""
    _ = words
    shown = f"{level}+" if level == 10 else str(level)
    if language == "fr":
        return _("NCLC {level}", level=shown)
    return _("CLB {level}", level=shown) if language == "en" else _("level {level}", level=shown)


class ScoreField(LineField):
    """The score of one ability."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ability: str,
        charts: LanguageCharts | None = None,
        column: str | None = None,
    ) -> None:
        super().__init__(words, theme, parent)
        self._ability = ability
        self._column = column
        self._charts = charts or load_language()
        self._sheet: Sheet | None = None
        self.level = QLabel(self)
        set_role(self.level, "second", "muted")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.level)

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Read scores by another test, day or column; None: which test is not known yet."""
        self._sheet = sheet
        self._say_level(self.value)

    def show_value(self, value: object) -> None:
        """Show a score and its level."""
        super().show_value(value)
        if not self.is_dirty():
            self._say_level(value)

    def read(self, text: str) -> object:
        """The score, as a number or as the code the test prints."""
        plain = text.strip().upper()
        if not plain:
            return None
        score = read_decimal(plain) or (Decimal(0) if plain == "0" else plain)
        off = self._off(score)
        if off is not None:
            raise UnreadableError(scale_words(self.words, off))
        return score

    def write(self, value: object) -> str:
        """The score as the language writes it."""
        if isinstance(value, Decimal):
            return self.words.number(value)
        return value if isinstance(value, str) else ""

    def while_typing(self, text: str) -> None:
        """The level follows the typing."""
        super().while_typing(text)
        try:
            self._say_level(self.read(text))
        except UnreadableError:
            self._say_level(None)

    def revert(self) -> None:
        """Show the saved score and its level."""
        super().revert()
        self._say_level(self.value)

    def set_words(self, words: Words) -> None:
        """Name the level in another language."""
        super().set_words(words)
        self._say_level(self.value)

    def _off(self, score: Decimal | str) -> Scale | None:
        """The scale a score is off."""
        sheet = self._sheet
        if sheet is None:
            return None
        column = self._column or sheet.column
        return self._charts.scale_problem(
            sheet.test, self._ability, score, tef_scale=column, test_date=sheet.day
        )

    def _say_level(self, score: object) -> None:
        _ = self.words
        sheet = self._sheet
        if sheet is None or not isinstance(score, Decimal | str):
            self.level.clear()
            return
        levels = self._charts.levels(
            test=sheet.test,
            test_date=sheet.day,
            scores={self._ability: score},
            tef_scale=self._column or sheet.column,
        )
        level = getattr(levels, self._ability)
        known = level is not None
        self.level.setText(level_name(self.words, sheet.language, level) if known else _("no level"))
