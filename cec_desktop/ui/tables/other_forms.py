"""The forms of status, study, language result, absence, education, person and Express Entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cec_desktop.casefile.model import (
    CaseFile,
    Education,
    LanguageTest,
    PoliceCertificate,
    Study,
    Value,
)
from cec_desktop.i18n.words import N_
from cec_desktop.rules.charts import ABILITIES
from cec_desktop.rules.language import load_language
from cec_desktop.ui.fields.numbers import NumberField
from cec_desktop.ui.fields.places import CountriesField, CountryField, ProvinceField
from cec_desktop.ui.fields.rows_field import Column, RowKind
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.makers import on_its_sheet
from cec_desktop.ui.tables.spec import FieldSpec, Group

_TWO_COLUMNS = "tef_canada"
_PARTNER = ("married", "common_law", "separated", "divorced", "widowed", "annulled")


def _of(kind: type[Value], test: Callable[..., bool]) -> Callable[[Value], bool]:
    """A condition on items of one kind."""
    return lambda item: isinstance(item, kind) and test(item)


def _says_language(result: LanguageTest) -> bool:
    # A result being entered may not say yet which test it is.
    kind: str | None = result.test
    known = kind is not None and load_language().test_language(kind) is not None
    return result.language is not None or not known


def _assessed(entry: Education) -> bool:
    return entry.canadian is not True or entry.eca is not None


_ASSESSED: Final = _of(Education, _assessed)


def _has_columns(result: LanguageTest) -> bool:
    return result.test == _TWO_COLUMNS


def _has_former(result: LanguageTest) -> bool:
    return _has_columns(result) and (result.tef_scale == "since_2019" or result.former is not None)


def _has_partner(case: CaseFile) -> bool:
    client = case.client
    return client.marital_status in _PARTNER or client.relationship_since is not None


STATUS_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("kind", N_("Kind"), makers.choice(kinds.STATUS, none=None), 230, 3),
            FieldSpec("start", N_("From"), makers.start, 108),
            FieldSpec("end", N_("To"), makers.end, 108),
            FieldSpec("may_work", N_("May work"), makers.may_work, 0, 1),
            FieldSpec("employer", N_("Employer on the permit"), makers.text, 170, 2),
            FieldSpec("occupation", N_("Occupation on the permit"), makers.text, 170, 2),
            FieldSpec("applied_on", N_("Extension applied for on"), makers.day, 140),
            FieldSpec("decided_on", N_("Decided on"), makers.day, 108),
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
            FieldSpec("start", N_("From"), makers.start, 108, first=True),
            FieldSpec("end", N_("To"), makers.end, 108),
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
                when=_of(Study, lambda study: study.country in ("CA", None)),
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
                when=_of(LanguageTest, _says_language),
            ),
            FieldSpec("test_date", N_("Taken on"), makers.day, 108),
            FieldSpec("result_date", N_("Result of"), makers.day, 108),
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
                when=_of(LanguageTest, _has_columns),
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
                when=_of(LanguageTest, _has_former),
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
            FieldSpec("start", N_("From"), makers.start, 108),
            FieldSpec("end", N_("To"), makers.end, 108),
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
            FieldSpec("completed_on", N_("Completed on"), makers.month, 108),
            FieldSpec("canadian", N_("Canadian"), makers.yes_no, 0),
            FieldSpec(
                "study",
                N_("The study behind it"),
                makers.study,
                200,
                1,
                when=_of(Education, lambda entry: entry.canadian is not False),
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
            FieldSpec("eca.issued_on", N_("Issued on"), makers.day, 108, when=_ASSESSED),
            FieldSpec(
                "eca_date",
                N_("Issued on, as imported"),
                makers.day,
                108,
                when=_of(Education, lambda entry: entry.eca_date is not None),
            ),
        ),
    ),
)
POLICE: Final = RowKind(
    empty=PoliceCertificate(),
    columns=(
        Column("country", N_("Country"), CountryField, 180),
        Column("issued_on", N_("Issued on"), makers.day, 108),
    ),
    add=N_("Add police certificate"),
    remove=N_("Remove"),
    row=N_("Police certificate {n}"),
)
PERSON_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("client.family_name", N_("Family name"), makers.needed_text, 160, 2),
            FieldSpec("client.given_names", N_("Given names"), makers.text, 160, 2),
            FieldSpec("client.other_names", N_("Other names"), makers.text, 140, 1),
            FieldSpec("client.date_of_birth", N_("Date of birth"), makers.needed_day, 108),
            FieldSpec("client.sex", N_("Sex"), makers.choice(kinds.SEX), 130),
            FieldSpec("client.birth_place", N_("Place of birth"), makers.text, 140, 1),
            FieldSpec("client.citizenships", N_("Citizenships"), CountriesField, 160, 1),
            FieldSpec("client.country_of_residence", N_("Country of residence"), CountryField, 150, 1),
            FieldSpec("client.marital_status", N_("Marital status"), makers.choice(kinds.MARITAL), 150),
            FieldSpec(
                "client.relationship_since",
                N_("Since"),
                makers.day,
                108,
                when=_of(
                    CaseFile,
                    _has_partner,
                ),
            ),
            FieldSpec(
                "client.preferred_language", N_("Preferred language"), makers.choice(kinds.LANGUAGE), 130
            ),
        ),
    ),
    Group(
        N_("Application"),
        (
            FieldSpec("file_number", N_("File number"), makers.file_number, 130),
            FieldSpec("destination", N_("Will live in"), ProvinceField, 170, 1),
            FieldSpec(
                "first_official_language",
                N_("First official language"),
                makers.choice(kinds.LANGUAGE, N_("the one with more points")),
                230,
            ),
            FieldSpec("application.submitted", N_("Submitted"), makers.yes_no, 0),
            FieldSpec("application.received_on", N_("Received on"), makers.day, 108),
            FieldSpec("application.number", N_("Application number"), makers.text, 140),
        ),
    ),
    Group(
        N_("Contact"),
        (
            FieldSpec("client.email", N_("Email"), makers.text, 190, 1),
            FieldSpec("client.phone", N_("Telephone"), makers.text, 150),
            FieldSpec("client.address", N_("Address"), makers.memo, 260, 2),
        ),
    ),
    Group(
        N_("Documents"),
        (
            FieldSpec("client.uci", N_("Unique client identifier (UCI)"), makers.text, 160),
            FieldSpec("client.passport.number", N_("Passport number"), makers.text, 140),
            FieldSpec("client.passport.country", N_("Issued by"), CountryField, 150, 1),
            FieldSpec("client.passport.expires", N_("Passport expires on"), makers.day, 120),
            FieldSpec("client.medical.done_on", N_("Medical examination on"), makers.day, 130),
            FieldSpec("client.medical.expires_on", N_("It expires on"), makers.day, 108),
            FieldSpec("client.biometrics.given_on", N_("Biometrics given on"), makers.day, 120),
            FieldSpec("client.police", N_("Police certificates"), makers.rows(POLICE), 380, 1),
        ),
    ),
)
EXPRESS_ENTRY_FORM: Final = (
    Group(
        N_("Profile"),
        (
            FieldSpec("profile.submitted_on", N_("Submitted on"), makers.day, 108),
            FieldSpec("profile.number", N_("Profile number"), makers.text, 170),
        ),
    ),
    Group(
        N_("Invitation to apply"),
        (
            FieldSpec("invitation.issued_on", N_("Issued on"), makers.day, 108),
            FieldSpec(
                "invitation.program_class", N_("For the class"), makers.choice(kinds.PROGRAM_CLASS), 220
            ),
            FieldSpec("invitation.round", N_("Round"), makers.text, 110),
            FieldSpec("invitation.category", N_("Category"), makers.text, 190, 1),
            FieldSpec("invitation.cutoff", N_("Cut-off score"), NumberField, 110),
            FieldSpec("invitation.declined_on", N_("Declined on"), makers.day, 108),
        ),
    ),
)
NOTES_FORM: Final = (Group("", (FieldSpec("notes", N_("Notes"), makers.page, 400, 1),)),)
