"""The form of the client and of the application."""

from __future__ import annotations

from typing import Final

from cec_desktop.casefile.model import CaseFile, PoliceCertificate
from cec_desktop.i18n.words import N_
from cec_desktop.ui.fields.places import CountriesField, CountryField, ProvinceField
from cec_desktop.ui.fields.rows_field import Column, RowKind
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.other_forms import of_kind
from cec_desktop.ui.tables.spec import FieldSpec, Group

_PARTNER = ("married", "common_law", "separated", "divorced", "widowed", "annulled")


def _has_partner(case: CaseFile) -> bool:
    client = case.client
    return client.marital_status in _PARTNER or client.relationship_since is not None


POLICE: Final = RowKind(
    empty=PoliceCertificate(),
    columns=(
        Column("country", N_("Country"), CountryField, 180),
        Column("issued_on", N_("Issued on"), makers.day, 112),
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
            FieldSpec("client.date_of_birth", N_("Date of birth"), makers.needed_day, 112),
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
                when=of_kind(CaseFile, _has_partner),
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
            FieldSpec("application.received_on", N_("Received on"), makers.day, 112),
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
            FieldSpec("client.passport.expires", N_("Passport expires on"), makers.day, 112),
            FieldSpec("client.medical.done_on", N_("Medical examination on"), makers.day, 130),
            FieldSpec("client.medical.expires_on", N_("It expires on"), makers.day, 112),
            FieldSpec("client.biometrics.given_on", N_("Biometrics given on"), makers.day, 112),
            FieldSpec("client.police", N_("Police certificates"), makers.rows(POLICE), 380, 1),
        ),
    ),
)
