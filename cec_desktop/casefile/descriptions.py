"""What each field of the exchange format means, for the programs of others; read only to publish the schema.

By class and field; ``*`` holds fields that mean the same wherever they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NOT_KNOWN = "Null or absent: not known."
_THERE_IS_NONE = "Null or absent: there is none."
_COUNTRY = "Country, ISO 3166-1 alpha-2."
_PROVINCE = "Province or territory of Canada, two letters such as ON."
_SCORE = (
    "A number on the scale of the test, or a CELPIP code such as M or 4H; for benchmarks and "
    "written_evidence the CLB or NCLC level itself, a whole number from 0 to 12. Null or absent: not known."
)
_LIST = "Complete: what is not in the list does not exist."

DESCRIPTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "*": {
        "id": "Names the entry within its list. An entry without one gets one, which then never changes.",
        "start": (
            "First day; or a month YYYY-MM, all days of which but the last are then uncertain. "
            "Null or absent: not known, and the entry changes no hours."
        ),
        "end": (
            "Last day, which belongs to the period; or a month YYYY-MM, all days of which but the first are "
            "then uncertain. Null or absent: goes on."
        ),
        "note": "Free text.",
        "number": "Number, as printed.",
        "country": _COUNTRY,
        "province": _PROVINCE,
        "employer": "Name of the employer.",
        "family_name": "Family name, as in the passport.",
        "given_names": "Given names, as in the passport.",
        "other_names": "Other names used.",
        "date_of_birth": "Day of birth.",
        "citizenships": "Countries of citizenship, ISO 3166-1 alpha-2.",
        "country_of_residence": _COUNTRY,
        "marital_status": "Marital status.",
        "passport": "Passport or travel document.",
        "medical": "Immigration medical examination.",
        "police": "Police certificates.",
        "biometrics": "Fingerprints and photograph.",
        "issued_on": "Day of issue.",
        "accompanying": f"Whether the person comes along to Canada. {_NOT_KNOWN}",
        "citizen_or_pr": f"Whether the person is a citizen or permanent resident of Canada. {_NOT_KNOWN}",
        "listening": _SCORE,
        "reading": _SCORE,
        "writing": _SCORE,
        "speaking": _SCORE,
        "statuses": (
            "Legal status in Canada, by period. The only list that need not be complete: a day no status "
            "covers is not known."
        ),
        "jobs": f"Work, in Canada and elsewhere. {_LIST}",
        "studies": f"Programs of study. {_LIST}",
        "language_tests": f"Results of language tests, and levels stated by other evidence. {_LIST}",
        "education": f"Every completed credential. {_LIST}",
        "history": "Personal history and addresses, by month.",
        "noc": f"Occupation, by the edition the code belongs to. {_NOT_KNOWN}",
        "hours_per_week": f"Hours of work a week. {_NOT_KNOWN}",
    },
    "Passport": {"expires": "Last day of validity."},
    "Medical": {"done_on": "Day of the examination.", "expires_on": "Last day of validity."},
    "Biometrics": {"given_on": "Day they were given."},
    "Client": {
        "sex": "As in the passport.",
        "birth_place": "Place of birth.",
        "relationship_since": "Since when the client is married or lives in a common-law relationship.",
        "preferred_language": "Language the client is served in.",
        "email": "E-mail address.",
        "phone": "Telephone number.",
        "address": "Postal address.",
        "uci": "Unique client identifier of the department.",
    },
    "Application": {
        "submitted": f"Whether the application has been made. {_NOT_KNOWN}",
        "received_on": "Day it was received; once submitted, the day the law is read on.",
    },
    "StatusPeriod": {
        "kind": "Kind of status; what it implies is a matter of law.",
        "may_work": "Whether work was authorized. Null or absent: as the kind implies.",
        "employer": "The employer a work permit is bound to.",
        "occupation": "The occupation a work permit is bound to.",
        "applied_on": "For maintained status, the day the extension was applied for.",
        "decided_on": "Day the application was decided.",
        "document": "Number of the permit or record.",
    },
    "NocCode": {
        "version": "Edition of the National Occupational Classification, text such as 2021.",
        "code": "Code of a unit group, text of four or five digits.",
    },
    "HoursRow": {
        "hours": f"Hours, each week or over the whole stretch. {_NOT_KNOWN}",
        "per": f"Whether the hours are those of a week, or of the whole stretch. {_NOT_KNOWN}",
    },
    "Leave": {"kind": f"Why no work was done. {_NOT_KNOWN}"},
    "Job": {
        "employer_country": f"Country the employer is in. {_COUNTRY}",
        "title": "Title of the position.",
        "country": f"Country the work was done in. {_COUNTRY} Null: not known.",
        "noc_also": "Codes of the same job in other editions, at most one for each.",
        "hours": "Varying hours; on the days of a row they replace hours_per_week.",
        "paid": "Whether wages were paid or commission was earned. Null: not known.",
        "self_employed": "Whether it was self-employment. Null: not known.",
        "authorized": "Whether the work was authorized. Null or absent: as the status of each day implies.",
        "duties_match": (
            "Whether the lead statement, the main and all essential duties of the occupation were performed. "
            f"{_NOT_KNOWN}"
        ),
        "physically_in_canada": "Whether the work was done while in Canada. Null: not known.",
        "publicly_funded_physician": (
            "Whether it was work of a physician providing publicly funded medical services. Null: not known."
        ),
        "qualified_on": "Since when the client is qualified for the occupation.",
        "leaves": "Stretches in which no work was done.",
    },
    "Absence": {
        "country": f"Where the client was. {_COUNTRY}",
        "purpose": "Why the client was out of Canada.",
    },
    "Study": {
        "institution": "Name of the institution.",
        "institution_kind": f"Kind of institution. {_NOT_KNOWN}",
        "country": f"Country of the institution. {_COUNTRY} Null: not known.",
        "program": "Name of the program.",
        "full_time": f"Whether it was full-time. {_NOT_KNOWN}",
        "full_time_months": (
            f"Months of full-time study or training, scheduled breaks left out. {_NOT_KNOWN}"
        ),
        "months_in_canada": "How many of these months were spent in Canada. Null or absent: all.",
        "distance": "Whether it was by distance. Null: not known.",
        "credential": f"Credential of the program. {_NOT_KNOWN}",
        "credential_date": "Day or month the credential was obtained. Null or absent: not obtained.",
        "mostly_language_training": "Whether most of it was the study of English or French. Null: not known.",
        "award_with_return_condition": (
            "Whether it was under an award that obliges the student to return home. Null: not known."
        ),
    },
    "LanguageTest": {
        "test": (
            "The test; benchmarks is a designated test whose report or chart is not held, written_evidence "
            "is other evidence, which needs no date."
        ),
        "test_date": "Day the test was taken, which chooses the chart. Null or absent: the result date.",
        "result_date": f"Day of the result, from which its age counts. {_NOT_KNOWN}",
        "language": "Language of the evidence; required for benchmarks and written_evidence.",
        "tef_scale": "The column of a TEF sheet the scores are from. Null: not known.",
        "former": "Scores of the former column of a TEF sheet, beside those since 2019; they win.",
        "reference": "Number of the report.",
    },
    "Eca": {"organization": "Organization that made the assessment."},
    "Education": {
        "level": "Level of the credential; two_or_more may be given outright, else it is derived.",
        "canadian": f"Whether the credential is Canadian. {_NOT_KNOWN}",
        "study": "Id of the study behind it.",
        "institution": "Name of the institution.",
        "field": "Field of study.",
        "eca": f"Educational credential assessment. {_THERE_IS_NONE}",
        "eca_date": f"Day of the assessment, where nothing else of it is known. {_THERE_IS_NONE}",
        "completed_on": f"Day or month of completion. {_NOT_KNOWN}",
    },
    "Invitation": {
        "issued_on": "Day of the invitation.",
        "class": "Class the client was invited under.",
        "round": "Number of the round of invitations.",
        "category": "Category of the round.",
        "cutoff": "Lowest score invited in the round.",
        "declined_on": f"Day the invitation was declined. {_THERE_IS_NONE}",
    },
    "Profile": {"submitted_on": "Day the profile was submitted."},
    "Nomination": {
        "expires_on": "Last day of validity.",
        "express_entry": "Whether it was made through Express Entry. Null: not known.",
    },
    "JobOffer": {
        "basis": f"What makes the offer count. {_NOT_KNOWN}",
        "lmia": "True is read as the basis lmia.",
        "works_there_on_permit": f"Whether the client works there on a work permit. {_NOT_KNOWN}",
        "months_worked_there": f"Months worked there. {_NOT_KNOWN}",
        "duration_months": f"Length of the offer in months. {_NOT_KNOWN}",
    },
    "Certificate": {
        "noc": "Occupation the certificate is for.",
        "red_seal": f"Whether it bears the Red Seal. {_NOT_KNOWN}",
    },
    "Relative": {
        "relation": "What the relative is to the person.",
        "of": "Whose relative: the client's or the spouse's.",
        "status": "Status in Canada.",
        "lives_in_canada": f"Whether the relative lives in Canada. {_NOT_KNOWN}",
    },
    "Funds": {"amount": "Canadian dollars.", "on": "Day of the statement."},
    "HistoryPeriod": {
        "activity": f"What the client did; address is where the client lived. {_NOT_KNOWN}",
        "city": "City or town.",
        "job": "Id of the job, instead of typing it again.",
        "study": "Id of the study, instead of typing it again.",
    },
    "Child": {
        "relationship": "What the child is to the client.",
        "custody": "Who has custody.",
        "dependent_by_condition": (
            f"Whether the child depends on the parents for a physical or mental condition. {_NOT_KNOWN}"
        ),
    },
    "CaseFile": {
        "format": "Always cec-case.",
        "version": "Version of the format.",
        "file_number": "Number of the file, unique within a casebook.",
        "application_date": f"Day the application is, or will be, made. {_NOT_KNOWN}",
        "application": f"The application, once it is real. {_THERE_IS_NONE}",
        "destination": f"Province or territory the client intends to live in. {_NOT_KNOWN}",
        "client": "The principal applicant.",
        "first_official_language": "For points. Null or absent: the one that gives more.",
        "absences": f"Stays outside Canada. {_LIST}",
        "invitation": f"Invitation to apply. {_THERE_IS_NONE}",
        "profile": f"Express Entry profile. {_THERE_IS_NONE}",
        "nomination": f"Nomination by a province. {_THERE_IS_NONE}",
        "job_offer": f"Arranged employment. {_THERE_IS_NONE}",
        "certificate_of_qualification": (
            f"Certificate in a skilled trade: its day, or more of it. {_THERE_IS_NONE}"
        ),
        "primary_occupation": f"Main occupation, for the federal skilled worker class. {_THERE_IS_NONE}",
        "sibling_in_canada": (
            "Whether the client or spouse has a sibling of 18 or more in Canada who is a citizen or "
            f"permanent resident. {_NOT_KNOWN}"
        ),
        "relatives_in_canada": "Relatives in Canada.",
        "funds": f"Settlement funds. {_THERE_IS_NONE}",
        "spouse": f"Spouse or common-law partner. {_THERE_IS_NONE}",
        "children": "Children, accompanying or not.",
        "office": "The firm's own data; any fields.",
        "notes": "Free text.",
    },
}
"""A sentence or two for each field; a test holds that none is missing and none is left over."""
