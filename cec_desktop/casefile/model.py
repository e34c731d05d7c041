"""What a client file is: frozen, typed values, one class per thing a consultant enters.

A field is declared once, here; the JSON exchange format ``cec-case``, its JSON Schema and the stored
form all follow from it. Absent and null mean what the format says: an absent field with a default
takes the default, null in such a field is "not known", and null elsewhere is "not known" unless the
field's description says "there is none".
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, JsonValue, Tag

from cec_desktop.casefile.fields import (
    Day,
    EdgeDay,
    HoursAWeek,
    HoursNumber,
    Many,
    Money,
    Score,
    Text,
    tag_certificate,
)

FORMAT = "cec-case"
VERSION = 1

LanguageCode = Literal["en", "fr"]
StatusKind = Literal[
    "work_permit",
    "open_work_permit",
    "post_graduation_work_permit",
    "bridging_open_work_permit",
    "study_permit",
    "visitor",
    "temporary_resident_permit",
    "maintained",
    "restoration",
    "refugee_claimant",
    "none",
    "permanent_resident",
    "citizen",
]
LeaveKind = Literal["paid_vacation", "unpaid", "parental", "sick", "layoff", "other"]
AbsencePurpose = Literal["vacation", "remote_work", "study", "family", "other"]
InstitutionKind = Literal["public", "private_quebec_funded", "private_degree_granting", "other"]
Credential = Literal[
    "none",
    "secondary",
    "certificate",
    "diploma",
    "trade_credential",
    "bachelor",
    "second_cycle_professional",
    "master",
    "doctorate",
]
TestKind = Literal[
    "ielts_general",
    "celpip_general",
    "pte_core",
    "tef_canada",
    "tcf_canada",
    "benchmarks",
    "written_evidence",
]
EducationLevel = Literal[
    "none", "secondary", "one_year", "two_year", "three_year", "two_or_more", "masters", "doctoral"
]
MaritalStatus = Literal[
    "never_married", "married", "common_law", "separated", "divorced", "widowed", "annulled"
]
ProgramClass = Literal["cec", "fsw", "fst", "pnp"]
OfferBasis = Literal["lmia", "exempt_treaty", "exempt_r205", "none"]
Activity = Literal["address", "work", "study", "unemployed", "travel", "military", "other"]


class Value(BaseModel):
    """A frozen value; unknown field names and values of another type are errors."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Item(Value):
    """An entry of a list; its id, once given, never changes."""

    id: Annotated[Text, Field(min_length=1)] | None = None


class Period(Item):
    """Days from ``start`` to ``end``, both included; ``end`` null goes on, ``start`` null is not known."""

    start: EdgeDay | None = None
    end: EdgeDay | None = None


class Passport(Value):
    """A travel document."""

    number: Text | None = None
    country: Text | None = None
    expires: Day | None = None


class Medical(Value):
    """The immigration medical examination."""

    done_on: Day | None = None
    expires_on: Day | None = None


class PoliceCertificate(Item):
    """A police certificate of one country."""

    country: Text | None = None
    issued_on: Day | None = None


class Biometrics(Value):
    """Fingerprints and photograph."""

    given_on: Day | None = None


class Client(Value):
    """The principal applicant."""

    family_name: Annotated[Text, Field(min_length=1)]
    given_names: Text | None = None
    other_names: Text | None = None
    sex: Text | None = None
    date_of_birth: Day
    birth_place: Text | None = None
    citizenships: Many[Text] = ()
    country_of_residence: Text | None = None
    marital_status: MaritalStatus | None = None
    relationship_since: Day | None = None
    preferred_language: LanguageCode | None = None
    email: Text | None = None
    phone: Text | None = None
    address: Text | None = None
    uci: Text | None = None
    passport: Passport | None = None
    medical: Medical | None = None
    police: Many[PoliceCertificate] = ()
    biometrics: Biometrics | None = None


class Application(Value):
    """The application once it is real; ``received_on`` fixes the day the law is read on."""

    submitted: bool | None = None
    received_on: Day | None = None
    number: Text | None = None


class StatusPeriod(Period):
    """Legal status in Canada over a period; ``may_work`` null: what the kind implies."""

    kind: StatusKind
    may_work: bool | None = None
    employer: Text | None = None
    occupation: Text | None = None
    applied_on: Day | None = None
    decided_on: Day | None = None
    document: Text | None = None
    note: Text | None = None


class NocCode(Value):
    """A code of the National Occupational Classification and the edition it belongs to."""

    version: Annotated[Text, Field(pattern="^[0-9]{4}$")]
    code: Annotated[Text, Field(pattern="^[0-9]{4,5}$")]


class HoursRow(Period):
    """Hours of one stretch of a job: a week, or over the whole stretch."""

    hours: HoursNumber | None = None
    per: Literal["week", "period"] | None = None


class Leave(Period):
    """A stretch of a job in which no work was done."""

    kind: LeaveKind | None = None


class Job(Period):
    """One job; ``hours_per_week`` in hours, ``authorized`` null: what the status implies."""

    employer: Text | None = None
    employer_country: Text | None = "CA"
    title: Text | None = None
    country: Text | None = "CA"
    province: Text | None = None
    noc: NocCode | None = None
    noc_also: Many[NocCode] = ()
    hours_per_week: HoursAWeek | None = None
    hours: Many[HoursRow] = ()
    paid: bool | None = True
    self_employed: bool | None = False
    authorized: bool | None = None
    duties_match: bool | None = None
    physically_in_canada: bool | None = True
    publicly_funded_physician: bool | None = False
    qualified_on: Day | None = None
    leaves: Many[Leave] = ()
    note: Text | None = None


class Absence(Period):
    """A stay outside Canada."""

    country: Text | None = None
    purpose: AbsencePurpose | None = None


class Study(Period):
    """A program of study; months are months of full-time study, scheduled breaks left out."""

    institution: Text | None = None
    institution_kind: InstitutionKind | None = None
    country: Text | None = "CA"
    province: Text | None = None
    program: Text | None = None
    full_time: bool | None = None
    full_time_months: HoursNumber | None = None
    months_in_canada: HoursNumber | None = None
    distance: bool | None = False
    credential: Credential | None = None
    credential_date: EdgeDay | None = None
    mostly_language_training: bool | None = False
    award_with_return_condition: bool | None = False
    note: Text | None = None


class Scores(Value):
    """Scores of the four abilities on a test's scale."""

    listening: Score | None = None
    reading: Score | None = None
    writing: Score | None = None
    speaking: Score | None = None


class LanguageTest(Item):
    """A language test result, or levels stated by other evidence."""

    test: TestKind
    test_date: Day | None = None
    result_date: Day | None = None
    language: LanguageCode | None = None
    listening: Score | None = None
    reading: Score | None = None
    writing: Score | None = None
    speaking: Score | None = None
    tef_scale: Literal["former", "since_2019"] | None = "former"
    former: Scores | None = None
    reference: Text | None = None


class Eca(Value):
    """An educational credential assessment; there is none when null."""

    organization: Text | None = None
    number: Text | None = None
    issued_on: Day | None = None


class Education(Item):
    """A completed credential."""

    level: EducationLevel
    canadian: bool | None = None
    study: Text | None = None
    institution: Text | None = None
    country: Text | None = None
    field: Text | None = None
    eca: Eca | None = None
    eca_date: Day | None = None
    completed_on: EdgeDay | None = None


class Invitation(Value):
    """An invitation to apply under Express Entry."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", populate_by_name=False)

    issued_on: Day | None = None
    program_class: Annotated[ProgramClass | None, Field(alias="class")] = None
    round: Text | None = None
    category: Text | None = None
    cutoff: HoursNumber | None = None
    declined_on: Day | None = None


class Profile(Value):
    """An Express Entry profile."""

    submitted_on: Day | None = None
    number: Text | None = None


class Nomination(Value):
    """A provincial nomination."""

    province: Text | None = None
    issued_on: Day | None = None
    expires_on: Day | None = None
    express_entry: bool | None = True


class JobOffer(Value):
    """Arranged employment; ``lmia`` true is read as the basis ``lmia``."""

    employer: Text | None = None
    noc: NocCode | None = None
    hours_per_week: HoursAWeek | None = None
    basis: OfferBasis | None = None
    lmia: bool | None = None
    works_there_on_permit: bool | None = None
    months_worked_there: HoursNumber | None = None
    duration_months: HoursNumber | None = None
    province: Text | None = None
    start: EdgeDay | None = None
    end: EdgeDay | None = None


class Certificate(Value):
    """A certificate of qualification in a skilled trade."""

    issued_on: Day | None = None
    province: Text | None = None
    noc: NocCode | None = None
    red_seal: bool | None = None


class Relative(Item):
    """A relative in Canada."""

    relation: Text | None = None
    of: Literal["client", "spouse"] | None = None
    status: Text | None = None
    lives_in_canada: bool | None = None


class Funds(Value):
    """Settlement funds, in Canadian dollars, on a day."""

    amount: Money | None = None
    on: Day | None = None


class HistoryPeriod(Period):
    """A stretch of personal history; may point at a job or study by id instead of repeating it."""

    activity: Activity | None = None
    city: Text | None = None
    country: Text | None = None
    note: Text | None = None
    job: Text | None = None
    study: Text | None = None


class Spouse(Value):
    """The spouse or common-law partner; there is none when null."""

    accompanying: bool | None = None
    citizen_or_pr: bool | None = None
    family_name: Text | None = None
    given_names: Text | None = None
    other_names: Text | None = None
    date_of_birth: Day | None = None
    citizenships: Many[Text] = ()
    country_of_residence: Text | None = None
    passport: Passport | None = None
    medical: Medical | None = None
    police: Many[PoliceCertificate] = ()
    biometrics: Biometrics | None = None
    statuses: Many[StatusPeriod] = ()
    jobs: Many[Job] = ()
    studies: Many[Study] = ()
    education: Many[Education] = ()
    language_tests: Many[LanguageTest] = ()
    history: Many[HistoryPeriod] = ()


class Child(Item):
    """A child of the client."""

    family_name: Text | None = None
    given_names: Text | None = None
    date_of_birth: Day | None = None
    accompanying: bool | None = None
    citizen_or_pr: bool | None = None
    citizenships: Many[Text] = ()
    passport: Passport | None = None
    medical: Medical | None = None
    police: Many[PoliceCertificate] = ()
    biometrics: Biometrics | None = None
    marital_status: MaritalStatus | None = None
    relationship: Text | None = None
    custody: Text | None = None
    dependent_by_condition: bool | None = None


class CaseFile(Value):
    """One client file, whole: what is read, edited, assessed, stored and handed out."""

    format: Literal["cec-case"]
    version: Literal[1]
    file_number: Annotated[Text, Field(min_length=1, max_length=40)]
    application_date: Day | None = None
    application: Application | None = None
    destination: Text | None = None
    client: Client
    first_official_language: LanguageCode | None = None
    statuses: Many[StatusPeriod] = ()
    jobs: Many[Job] = ()
    absences: Many[Absence] = ()
    studies: Many[Study] = ()
    language_tests: Many[LanguageTest] = ()
    education: Many[Education] = ()
    invitation: Invitation | None = None
    profile: Profile | None = None
    nomination: Nomination | None = None
    job_offer: JobOffer | None = None
    certificate_of_qualification: (
        Annotated[
            Annotated[Day, Tag("<date>")] | Annotated[Certificate, Tag("<object>")],
            Discriminator(tag_certificate),
        ]
        | None
    ) = None
    primary_occupation: NocCode | None = None
    sibling_in_canada: bool | None = None
    relatives_in_canada: Many[Relative] = ()
    funds: Funds | None = None
    spouse: Spouse | None = None
    children: Many[Child] = ()
    history: Many[HistoryPeriod] = ()
    office: dict[str, JsonValue] | None = None
    notes: Text | None = None


def new_case(file_number: str, family_name: str, date_of_birth: date) -> CaseFile:
    """An empty client file with the three facts every file must have."""
    client = Client(family_name=family_name, date_of_birth=date_of_birth)
    return CaseFile(format="cec-case", version=1, file_number=file_number, client=client)
