"""The form of Express Entry and of what else bears on points and on the other classes."""

from __future__ import annotations

from typing import Final

from cec_desktop.i18n.words import N_
from cec_desktop.ui.fields.numbers import HoursField, NumberField
from cec_desktop.ui.fields.occupation import OccupationField
from cec_desktop.ui.fields.places import ProvinceField
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.spec import FieldSpec, Group

EXPRESS_ENTRY_FORM: Final = (
    Group(
        N_("Profile"),
        (
            FieldSpec("profile.submitted_on", N_("Submitted on"), makers.day, 112),
            FieldSpec("profile.number", N_("Profile number"), makers.text, 170),
        ),
    ),
    Group(
        N_("Invitation to apply"),
        (
            FieldSpec("invitation.issued_on", N_("Issued on"), makers.day, 112),
            FieldSpec(
                "invitation.program_class", N_("For the class"), makers.choice(kinds.PROGRAM_CLASS), 220
            ),
            FieldSpec("invitation.round", N_("Round"), makers.text, 110),
            FieldSpec("invitation.category", N_("Category"), makers.text, 190, 1),
            FieldSpec("invitation.cutoff", N_("Cut-off score"), NumberField, 110),
            FieldSpec("invitation.declined_on", N_("Declined on"), makers.day, 112),
        ),
    ),
    Group(
        N_("Nomination by a province"),
        (
            FieldSpec("nomination.province", N_("Province"), ProvinceField, 150, 1),
            FieldSpec("nomination.issued_on", N_("Issued on"), makers.day, 112),
            FieldSpec("nomination.expires_on", N_("Expires on"), makers.day, 112),
            FieldSpec("nomination.express_entry", N_("Through Express Entry"), makers.yes_no, 0, 1),
        ),
    ),
    Group(
        N_("Job offer"),
        (
            FieldSpec("job_offer.employer", N_("Employer"), makers.text, 170, 2),
            FieldSpec("job_offer.noc", N_("Occupation (NOC code or words)"), OccupationField, 290, 3),
            FieldSpec("job_offer.basis", N_("What makes it count"), makers.choice(kinds.OFFER_BASIS), 220, 1),
            FieldSpec("job_offer.lmia", N_("Labour market impact assessment"), makers.yes_no, 0),
            FieldSpec("job_offer.hours_per_week", N_("Hours a week"), HoursField, 88),
            FieldSpec("job_offer.start", N_("From"), makers.start, 112),
            FieldSpec("job_offer.end", N_("To"), makers.end, 112),
            FieldSpec("job_offer.duration_months", N_("Length in months"), NumberField, 110),
            FieldSpec("job_offer.province", N_("Province"), ProvinceField, 150, 1),
            FieldSpec(
                "job_offer.works_there_on_permit", N_("Works there on a work permit"), makers.yes_no, 0
            ),
            FieldSpec("job_offer.months_worked_there", N_("Months worked there"), NumberField, 130),
        ),
    ),
    Group(
        N_("Certificate of qualification in a trade"),
        (
            FieldSpec("certificate_of_qualification.issued_on", N_("Issued on"), makers.day, 112),
            FieldSpec("certificate_of_qualification.province", N_("Province"), ProvinceField, 150, 1),
            FieldSpec(
                "certificate_of_qualification.noc",
                N_("Occupation (NOC code or words)"),
                OccupationField,
                290,
                3,
            ),
            FieldSpec("certificate_of_qualification.red_seal", N_("Red Seal"), makers.yes_no, 0),
        ),
    ),
    Group(
        N_("Federal skilled workers"),
        (
            FieldSpec(
                "primary_occupation",
                N_("Primary occupation (NOC code or words)"),
                OccupationField,
                290,
                3,
            ),
            FieldSpec("funds.amount", N_("Settlement funds, in Canadian dollars"), NumberField, 210),
            FieldSpec("funds.on", N_("As of"), makers.day, 112),
        ),
    ),
)
