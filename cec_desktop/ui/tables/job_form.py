"""The form of a job: every fact the format knows of it."""

from __future__ import annotations

from functools import partial
from typing import Final

from cec_desktop.casefile.model import HoursRow, Job, Leave, Value
from cec_desktop.i18n.words import N_
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.fields.numbers import HoursField, NumberField
from cec_desktop.ui.fields.occupation import OccupationField
from cec_desktop.ui.fields.places import CountryField, ProvinceField
from cec_desktop.ui.fields.rows_field import Column, RowKind
from cec_desktop.ui.tables import kinds, makers
from cec_desktop.ui.tables.spec import FieldSpec, Group
from cec_desktop.ui.tables.varying_hours import VaryingHoursField


def _in_canada(item: Value) -> bool:
    return isinstance(item, Job) and item.country in ("CA", None)


def _may_be_self_employed(item: Value) -> bool:
    return isinstance(item, Job) and (item.self_employed is not False or bool(item.publicly_funded_physician))


def _with_other_editions(field: Field, item: Value) -> None:
    if isinstance(field, OccupationField) and isinstance(item, Job):
        field.set_also(item.noc_also)


def _of_its_job(field: Field, item: Value) -> None:
    if isinstance(field, VaryingHoursField) and isinstance(item, Job):
        field.set_job(item)


LEAVES: Final = RowKind(
    empty=Leave(),
    columns=(
        Column("kind", N_("Kind"), makers.choice(kinds.LEAVE), 140),
        Column("start", N_("From"), makers.start, 112),
        Column("end", N_("To"), makers.end, 112),
    ),
    add=N_("Add leave"),
    remove=N_("Remove"),
    row=N_("Leave {n}"),
)
HOURS: Final = RowKind(
    empty=HoursRow(),
    columns=(
        Column("start", N_("From"), makers.start, 112),
        Column("end", N_("To"), makers.end, 112),
        Column("hours", N_("Hours"), NumberField, 80),
        Column("per", N_("Counted"), makers.choice(kinds.PER), 100),
    ),
    add=N_("Add hours of some weeks"),
    remove=N_("Remove"),
    row=N_("Hours, row {n}"),
)
JOB_FORM: Final = (
    Group(
        "",
        (
            FieldSpec("employer", N_("Employer"), makers.text, 170, 3),
            FieldSpec("title", N_("Job title"), makers.text, 150, 2),
            FieldSpec(
                "noc",
                N_("Occupation (NOC code or words)"),
                OccupationField,
                290,
                4,
                adapt=_with_other_editions,
            ),
            FieldSpec("start", N_("From"), makers.start, 112, first=True),
            FieldSpec("end", N_("To"), makers.end, 112),
            FieldSpec("hours_per_week", N_("Hours a week"), HoursField, 88),
            FieldSpec("duties_match", N_("Duties as in the NOC"), makers.yes_no, 0),
            FieldSpec("authorized", N_("Authorized to work"), makers.authorized, 0, 1),
        ),
    ),
    Group(N_("Leaves"), (FieldSpec("leaves", N_("Leaves"), makers.rows(LEAVES), 450, 1, bare=True),)),
    Group(
        N_("Hours that vary, instead of the hours a week"),
        (
            FieldSpec(
                "hours",
                N_("Hours that vary"),
                partial(VaryingHoursField, kind=HOURS),
                490,
                1,
                bare=True,
                adapt=_of_its_job,
            ),
        ),
    ),
    Group(
        N_("Where and how"),
        (
            FieldSpec("country", N_("Country of the work"), CountryField, 150, 1),
            FieldSpec("province", N_("Province"), ProvinceField, 150, 1, when=_in_canada),
            FieldSpec("employer_country", N_("Country of the employer"), CountryField, 150, 1),
            FieldSpec("paid", N_("Paid"), makers.yes_no, 0),
            FieldSpec("self_employed", N_("Self-employed"), makers.yes_no, 0),
            FieldSpec("physically_in_canada", N_("Physically in Canada"), makers.yes_no, 0),
            FieldSpec(
                "publicly_funded_physician",
                N_("Publicly funded physician"),
                makers.yes_no,
                190,
                when=_may_be_self_employed,
            ),
            FieldSpec("qualified_on", N_("Qualified in the occupation on"), makers.day, 140),
            FieldSpec(
                "noc_also",
                N_("The same job in other NOC editions"),
                makers.rows(
                    RowKind(
                        empty=None,
                        columns=(Column("", N_("Occupation (NOC code or words)"), OccupationField, 330),),
                        add=N_("Add a code of another edition"),
                        remove=N_("Remove"),
                        row=N_("Code {n}"),
                    )
                ),
                400,
                1,
            ),
            FieldSpec("note", N_("Note"), makers.memo, 300, 1),
        ),
    ),
)
