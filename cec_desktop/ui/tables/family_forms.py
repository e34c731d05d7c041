"""The forms of the family: spouse or partner, children, relatives in Canada."""

from __future__ import annotations

from typing import Final

from cec_desktop.casefile.model import CaseFile, Relative
from cec_desktop.i18n.words import N_
from cec_desktop.ui.fields.places import CountriesField, CountryField
from cec_desktop.ui.fields.rows_field import Column, RowKind
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.other_forms import of_kind
from cec_desktop.ui.tables.person_form import POLICE
from cec_desktop.ui.tables.spec import FieldSpec, Group

_MARRIED: Final = of_kind(CaseFile, lambda case: case.spouse is not None)

RELATIVES: Final = RowKind(
    empty=Relative(),
    columns=(
        Column("relation", N_("Relation"), makers.text, 130),
        Column("of", N_("Whose"), makers.choice(kinds.WHOSE), 140),
        Column("status", N_("Status in Canada"), makers.text, 150),
        Column("lives_in_canada", N_("Lives in Canada"), makers.answer, 110),
    ),
    add=N_("Add relative"),
    remove=N_("Remove"),
    row=N_("Relative {n}"),
)
FAMILY_FORM: Final = (
    Group(
        N_("Spouse or partner"),
        (
            FieldSpec("spouse", N_("There is a spouse or common-law partner"), makers.spouse, 0),
            FieldSpec("spouse.accompanying", N_("Comes along"), makers.yes_no, 0, when=_MARRIED),
            FieldSpec(
                "spouse.citizen_or_pr",
                N_("Citizen or permanent resident"),
                makers.yes_no,
                0,
                1,
                when=_MARRIED,
            ),
            FieldSpec(
                "spouse.family_name", N_("Family name"), makers.text, 160, 2, first=True, when=_MARRIED
            ),
            FieldSpec("spouse.given_names", N_("Given names"), makers.text, 160, 2, when=_MARRIED),
            FieldSpec("spouse.other_names", N_("Other names"), makers.text, 140, 1, when=_MARRIED),
            FieldSpec("spouse.date_of_birth", N_("Date of birth"), makers.day, 112, when=_MARRIED),
            FieldSpec("spouse.citizenships", N_("Citizenships"), CountriesField, 160, 1, when=_MARRIED),
            FieldSpec(
                "spouse.country_of_residence",
                N_("Country of residence"),
                CountryField,
                150,
                1,
                when=_MARRIED,
            ),
        ),
    ),
    Group(
        N_("Documents of the spouse or partner"),
        (
            FieldSpec("spouse.passport.number", N_("Passport number"), makers.text, 140, when=_MARRIED),
            FieldSpec("spouse.passport.country", N_("Issued by"), CountryField, 150, 1, when=_MARRIED),
            FieldSpec("spouse.passport.expires", N_("Passport expires on"), makers.day, 128, when=_MARRIED),
            FieldSpec("spouse.medical.done_on", N_("Medical examination on"), makers.day, 140, when=_MARRIED),
            FieldSpec("spouse.medical.expires_on", N_("It expires on"), makers.day, 112, when=_MARRIED),
            FieldSpec(
                "spouse.biometrics.given_on", N_("Biometrics given on"), makers.day, 130, when=_MARRIED
            ),
            FieldSpec("spouse.police", N_("Police certificates"), makers.rows(POLICE), 380, 1, when=_MARRIED),
        ),
    ),
    Group(
        N_("Relatives in Canada"),
        (
            FieldSpec(
                "sibling_in_canada",
                N_("Brother or sister of 18 or more, citizen or permanent resident, living in Canada"),
                makers.yes_no,
                0,
            ),
            FieldSpec(
                "relatives_in_canada",
                N_("Relatives in Canada"),
                makers.rows(RELATIVES),
                560,
                1,
                first=True,
                bare=True,
            ),
        ),
    ),
)
CHILD_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("family_name", N_("Family name"), makers.text, 160, 2),
            FieldSpec("given_names", N_("Given names"), makers.text, 160, 2),
            FieldSpec("date_of_birth", N_("Date of birth"), makers.day, 112),
            FieldSpec("relationship", N_("What the child is to the client"), makers.text, 180, 1),
            FieldSpec("accompanying", N_("Comes along"), makers.yes_no, 0, first=True),
            FieldSpec("citizen_or_pr", N_("Citizen or permanent resident"), makers.yes_no, 0),
            FieldSpec("marital_status", N_("Marital status"), makers.choice(kinds.MARITAL), 150),
            FieldSpec(
                "dependent_by_condition", N_("Depends by a physical or mental condition"), makers.yes_no, 0
            ),
            FieldSpec("custody", N_("Custody"), makers.text, 160, 1),
            FieldSpec("citizenships", N_("Citizenships"), CountriesField, 160, 1),
        ),
    ),
    Group(
        N_("Documents"),
        (
            FieldSpec("passport.number", N_("Passport number"), makers.text, 140),
            FieldSpec("passport.country", N_("Issued by"), CountryField, 150, 1),
            FieldSpec("passport.expires", N_("Passport expires on"), makers.day, 128),
            FieldSpec("medical.done_on", N_("Medical examination on"), makers.day, 140),
            FieldSpec("medical.expires_on", N_("It expires on"), makers.day, 112),
            FieldSpec("biometrics.given_on", N_("Biometrics given on"), makers.day, 130),
            FieldSpec("police", N_("Police certificates"), makers.rows(POLICE), 380, 1),
        ),
    ),
)
