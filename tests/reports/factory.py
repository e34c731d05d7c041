"""Invented clients, their assessments, and the summaries made of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cec_desktop.casefile.model import CaseFile
from cec_desktop.reports.blocks import Document
from cec_desktop.reports.office_details import OfficeDetails
from cec_desktop.reports.summary import PaperSize, SummaryLanguage, summary_bytes
from cec_desktop.reports.summary_content import summary_document
from cec_desktop.rules.assess import assess, day_of, load_rulebook
from cec_desktop.rules.findings import Assessment

TODAY = date(2026, 11, 2)
OFFICE = OfficeDetails(
    firm="Tremblay Immigration Inc.",
    address="1200, rue Exemple, Ottawa (Ontario)",
    phone="613-555-0142",
    consultant="Marie Tremblay",
    licence="R000000",
)

_NOC = "2021"


def case(**fields: Any) -> CaseFile:
    """A client file of the given fields over the least a file must have."""
    client = {"family_name": "Okafor", "given_names": "Adaeze", "date_of_birth": "1996-05-17"}
    raw = {"format": "cec-case", "version": 1, "file_number": "2026-0042", "destination": "ON", **fields}
    raw["client"] = {**client, **fields.get("client", {})}
    return CaseFile.model_validate(raw)


def job(
    employer: str, start: str, end: str | None, hours: float | None, code: str, **more: Any
) -> dict[str, Any]:
    """A job in Ontario with a code of NOC 2021."""
    noc = {"version": _NOC, "code": code}
    basic = {"employer": employer, "start": start, "province": "ON", "noc": noc, "duties_match": True}
    return {**basic, "end": end, "hours_per_week": hours, **more}


def ielts(day: str, score: float = 7.0) -> dict[str, Any]:
    """A result of IELTS General Training with the same score in each ability."""
    abilities = ("listening", "reading", "writing", "speaking")
    return {"test": "ielts_general", "result_date": day, **dict.fromkeys(abilities, score)}


def okafor(**changes: Any) -> CaseFile:
    """Five jobs, of which two count: between study, service and freelance work, two in data and software."""
    unpaid = {"kind": "unpaid", "start": "2026-07-06", "end": "2026-08-01"}
    fields: dict[str, Any] = {
        "application_date": "2026-11-22",
        "client": {"preferred_language": "en"},
        "statuses": [
            {"kind": "study_permit", "start": "2023-08-20", "end": "2024-08-31"},
            {"kind": "post_graduation_work_permit", "start": "2024-09-01", "end": "2025-08-31"},
            {"kind": "maintained", "start": "2025-09-01", "end": "2026-01-26", "applied_on": "2025-08-11"},
            {"kind": "work_permit", "start": "2026-01-27", "end": "2027-01-26"},
        ],
        "jobs": [
            job("Lakeshore Polytechnic", "2023-10-02", "2024-04-19", 15, "14300"),
            job("Harbour Analytics Ltd.", "2024-09-16", "2025-03-09", 22.5, "21234"),
            job("Café Meridian", "2025-03-31", "2026-02-13", 25, "65200"),
            job("Freelance web design", "2025-05-01", "2025-11-30", 12, "21234", self_employed=True),
            job("Northlight Software Inc.", "2026-02-23", None, 37.5, "21232", leaves=[unpaid]),
        ],
        "studies": [
            {
                "program": "Graduate certificate",
                "institution_kind": "public",
                "full_time": True,
                "start": "2023-08-28",
                "end": "2024-08-16",
                "credential": "certificate",
            },
            {"program": "French", "full_time": False, "start": "2025-09-08", "end": "2025-12-12"},
        ],
        "language_tests": [
            ielts("2023-02-20", 6.0),
            ielts("2025-03-02", 7.0),
            {
                "test": "tef_canada",
                "result_date": "2025-12-19",
                "listening": 190,
                "reading": 155,
                "writing": 190,
                "speaking": 190,
            },
        ],
    }
    return case(**{**fields, **changes})


def undocumented() -> CaseFile:
    """A client whose status is not entered for the second half of the work, and one score is missing."""
    test = {**ielts("2025-03-02"), "speaking": None}
    return case(
        application_date="2026-11-22",
        client={"preferred_language": "fr"},
        statuses=[{"kind": "open_work_permit", "start": "2024-09-01", "end": "2026-03-01"}],
        jobs=[job("Atelier Nguyễn", "2025-06-02", None, 37.5, "21232")],
        language_tests=[test],
    )


def graduate_of_2010() -> CaseFile:
    """The founding text: two streams, skill levels, written in NOC 2006."""
    noc = {"version": "2006", "code": "2174"}
    return case(
        application_date="2010-03-15",
        statuses=[
            {"kind": "study_permit", "start": "2006-08-20", "end": "2008-08-31"},
            {"kind": "post_graduation_work_permit", "start": "2008-09-01", "end": "2010-08-31"},
        ],
        jobs=[job("Prairie Data Co-op", "2008-12-01", None, 37.5, "2174", noc=noc)],
        studies=[
            {
                "institution": "Red River University",
                "institution_kind": "public",
                "program": "Computing",
                "start": "2006-09-01",
                "end": "2008-06-30",
                "full_time": True,
                "full_time_months": 18,
                "credential": "bachelor",
                "credential_date": "2008-06-30",
            }
        ],
        language_tests=[ielts("2009-06-01", 7.5)],
    )


def newcomer() -> CaseFile:
    """Nothing but a name: not a member, and no day in sight."""
    return case(application_date="2026-11-22")


def many_jobs(count: int = 30) -> CaseFile:
    """A client with a job a month, long names among them, several at a time."""
    jobs = []
    for index in range(count):
        start = date(2024, 1, 8) + timedelta(days=31 * index)
        name = f"Employer number {index + 1}" if index % 3 else "X" * 64
        jobs.append(job(name, start.isoformat(), (start + timedelta(days=45)).isoformat(), 20, "21232"))
    permit = {"kind": "open_work_permit", "start": "2023-06-01", "end": "2027-05-31"}
    return case(
        application_date="2026-11-22", statuses=[permit], jobs=jobs, language_tests=[ielts("2026-01-15")]
    )


def assessed(file: CaseFile, today: date = TODAY) -> Assessment:
    """The file assessed on its own day."""
    return assess(file, day_of(file, today), today, load_rulebook())


def document(file: CaseFile, language: SummaryLanguage = "both", office: OfficeDetails = OFFICE) -> Document:
    """The blocks of the file's summary."""
    return summary_document(file, assessed(file), language=language, office=office, prepared_on=TODAY)


def pdf(
    file: CaseFile,
    language: SummaryLanguage = "both",
    paper: PaperSize = "letter",
    office: OfficeDetails = OFFICE,
) -> bytes:
    """The file's summary as a PDF."""
    return summary_bytes(
        file, assessed(file), language=language, paper=paper, office=office, prepared_on=TODAY
    )
