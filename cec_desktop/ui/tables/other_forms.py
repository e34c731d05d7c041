"""The forms of status, study, language result, absence, education and personal history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cec_desktop.casefile.model import Education, LanguageTest, Study, Value
from cec_desktop.i18n.words import N_
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.language import load_language
from cec_desktop.ui.fields.numbers import NumberField
from cec_desktop.ui.fields.places import CountryField, ProvinceField
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.makers import on_its_sheet
from cec_desktop.ui.tables.spec import FieldSpec, Group

_TWO_COLUMNS = "tef_canada"


def of_kind(kind: type[Value], test: Callable[..., bool]) -> Callable[[Value], bool]:
    """A condition on items of one kind."""
    return lambda item: isinstance(item, kind) and test(item)


def _says_language(result: LanguageTest) -> bool:
    # A result being entered may not say yet which test it is.
    kind: str | None = result.test
    known = kind is not None and load_language().test_language(kind) is not None
    return result.language is not None or not known


def _assessed(entry: Education) -> bool:
    return entry.canadian is not True or entry.eca is not None


_ASSESSED: Final = of_kind(Education, _assessed)


def _has_columns(result: LanguageTest) -> bool:
    return result.test == _TWO_COLUMNS


def _has_former(result: LanguageTest) -> bool:
    return _has_columns(result) and (result.tef_scale == "since_2019" or result.former is not None)


STATUS_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("kind", N_("Kind"), makers.choice(kinds.STATUS, none=None), 230, 3),
            FieldSpec("start", N_("From"), makers.start, 112),
            FieldSpec("end", N_("To"), makers.end, 112),
            FieldSpec("may_work", N_("May work"), makers.may_work, 0, 1),
            FieldSpec("employer", N_("Employer on the permit"), makers.text, 170, 2),
            FieldSpec("occupation", N_("Occupation on the permit"), makers.text, 170, 2),
            FieldSpec("applied_on", N_("Extension applied for on"), makers.day, 140),
            FieldSpec("decided_on", N_("Decided on"), makers.day, 112),
            FieldSpec("document", N_("Document"), makers.text, 150, 1),
            FieldSpec("note", N_("Note"), makers.memo, 300, 2),
        ),
    ),
)
STUDY_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("program", N_("Program"), makers.text, 190, 3),
            FieldSpec("institution", N_("Institution"), makers.text, 170, 3),
            FieldSpec(
                "institution_kind", N_("Kind of institution"), makers.choice(kinds.INSTITUTION), 190, 1
            ),
            FieldSpec("start", N_("From"), makers.start, 112, first=True),
            FieldSpec("end", N_("To"), makers.end, 112),
            FieldSpec("full_time", N_("Full-time"), makers.yes_no, 0),
            FieldSpec("full_time_months", N_("Months of full-time study"), NumberField, 140),
            FieldSpec("months_in_canada", N_("Of these in Canada (empty: all)"), NumberField, 150),
            FieldSpec("credential", N_("Credential"), makers.choice(kinds.CREDENTIAL), 200, 1),
            FieldSpec("credential_date", N_("Obtained on (empty: not obtained)"), makers.month, 150),
            FieldSpec("country", N_("Country"), CountryField, 150, 1),
            FieldSpec(
                "province",
                N_("Province"),
                ProvinceField,
                150,
                1,
                when=of_kind(Study, lambda study: study.country in ("CA", None)),
            ),
            FieldSpec("distance", N_("By distance"), makers.yes_no, 0),
            FieldSpec("mostly_language_training", N_("Mostly language training"), makers.yes_no, 0),
            FieldSpec("award_with_return_condition", N_("Award that obliges return"), makers.yes_no, 0),
            FieldSpec("note", N_("Note"), makers.memo, 300, 2),
        ),
    ),
)
LANGUAGE_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("test", N_("Test"), makers.test_kind, 200, 2),
            FieldSpec(
                "language",
                N_("Language"),
                makers.choice(kinds.LANGUAGE),
                120,
                when=of_kind(LanguageTest, _says_language),
            ),
            FieldSpec("test_date", N_("Taken on"), makers.day, 112),
            FieldSpec("result_date", N_("Result of"), makers.day, 112),
            FieldSpec("reference", N_("Reference"), makers.text, 150, 1),
        ),
    ),
    Group(
        N_("Scores"),
        (
            FieldSpec(
                "tef_scale",
                N_("Scale of the scores"),
                makers.choice(kinds.TEF_COLUMN),
                210,
                when=of_kind(LanguageTest, _has_columns),
            ),
            *(
                FieldSpec(each, kinds.ABILITY[each], makers.score(each), 136, adapt=on_its_sheet)
                for each in ABILITIES
            ),
        ),
    ),
    Group(
        N_("The same scores on the former scale, where the sheet has them"),
        tuple(
            FieldSpec(
                f"former.{each}",
                kinds.ABILITY[each],
                makers.score(each, "former"),
                136,
                when=of_kind(LanguageTest, _has_former),
                adapt=on_its_sheet,
            )
            for each in ABILITIES
        ),
    ),
)
ABSENCE_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("country", N_("Country"), CountryField, 190, 2),
            FieldSpec("start", N_("From"), makers.start, 112),
            FieldSpec("end", N_("To"), makers.end, 112),
            FieldSpec("purpose", N_("Purpose"), makers.choice(kinds.PURPOSE), 150, 1),
        ),
    ),
)
EDUCATION_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("level", N_("Level"), makers.choice(kinds.EDUCATION, none=None), 230, 2),
            FieldSpec("field", N_("Field of study"), makers.text, 150, 1),
            FieldSpec("completed_on", N_("Completed on"), makers.month, 112),
            FieldSpec("canadian", N_("Canadian"), makers.yes_no, 0),
            FieldSpec(
                "study",
                N_("The study behind it"),
                makers.study,
                200,
                1,
                when=of_kind(Education, lambda entry: entry.canadian is not False),
            ),
            FieldSpec("institution", N_("Institution"), makers.text, 170, 2),
            FieldSpec("country", N_("Country"), CountryField, 150, 1),
        ),
    ),
    Group(
        N_("Educational credential assessment"),
        (
            FieldSpec("eca.organization", N_("Organization"), makers.text, 150, 1, when=_ASSESSED),
            FieldSpec("eca.number", N_("Number"), makers.text, 130, 1, when=_ASSESSED),
            FieldSpec("eca.issued_on", N_("Issued on"), makers.day, 112, when=_ASSESSED),
            FieldSpec(
                "eca_date",
                N_("Issued on, as imported"),
                makers.day,
                108,
                when=of_kind(Education, lambda entry: entry.eca_date is not None),
            ),
        ),
    ),
)
HISTORY_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("activity", N_("Activity"), makers.choice(kinds.ACTIVITY), 160, 1),
            FieldSpec("start", N_("From"), makers.start, 112),
            FieldSpec("end", N_("To"), makers.end, 112),
            FieldSpec("city", N_("City"), makers.text, 150, 1),
            FieldSpec("country", N_("Country"), CountryField, 150, 1),
            FieldSpec("job", N_("The job meant"), makers.job, 190, 1),
            FieldSpec("study", N_("The study meant"), makers.study, 190, 1),
            FieldSpec("note", N_("Note"), makers.memo, 300, 2),
        ),
    ),
)
