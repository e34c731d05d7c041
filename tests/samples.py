"""A client file most stories begin with; the client is invented."""

from __future__ import annotations

import copy
from typing import Any

_SAMPLE: dict[str, Any] = {
    "format": "cec-case",
    "version": 1,
    "file_number": "2026-0117",
    "application_date": "2026-11-22",
    "destination": "MB",
    "client": {
        "family_name": "Mbeki",
        "given_names": "Lindiwe Ayanda",
        "date_of_birth": "1994-02-09",
        "citizenships": ["ZA"],
        "preferred_language": "en",
    },
    "statuses": [
        {"kind": "study_permit", "start": "2021-08-15", "end": "2023-07-31"},
        {
            "kind": "post_graduation_work_permit",
            "start": "2023-08-01",
            "end": "2026-12-31",
            "document": "U900100200",
        },
    ],
    "jobs": [
        {
            "id": "prairie",
            "employer": "Prairie Mutual",
            "title": "Claims clerk",
            "start": "2023-09-05",
            "end": "2024-04-30",
            "hours_per_week": 20,
            "province": "MB",
            "noc": {"version": "2021", "code": "14201"},
        },
        {
            "id": "redriver",
            "employer": "Red River Software",
            "title": "Web developer",
            "start": "2024-05-13",
            "hours_per_week": 37.5,
            "province": "MB",
            "noc": {"version": "2021", "code": "21234"},
            "duties_match": True,
            "hours": [{"start": "2024-12-02", "end": "2024-12-15", "hours": 52.5, "per": "period"}],
            "leaves": [{"kind": "paid_vacation", "start": "2025-07-07", "end": "2025-07-18"}],
        },
    ],
    "studies": [
        {
            "id": "assiniboine",
            "institution": "Assiniboine Technical College",
            "institution_kind": "public",
            "program": "Web development",
            "full_time": True,
            "full_time_months": 16,
            "credential": "diploma",
            "credential_date": "2023-06-16",
            "start": "2021-09-07",
            "end": "2023-04",
        }
    ],
    "language_tests": [
        {
            "test": "ielts_general",
            "test_date": "2025-06-07",
            "result_date": "2025-06-20",
            "listening": 7.5,
            "reading": 7,
            "writing": 6.5,
            "speaking": 7,
        }
    ],
    "education": [
        {"level": "three_year", "canadian": False, "country": "ZA", "completed_on": "2016-11"},
        {"level": "two_year", "canadian": True, "study": "assiniboine", "completed_on": "2023-06-16"},
    ],
    "history": [
        {"activity": "study", "study": "assiniboine"},
        {"activity": "unemployed", "start": "2023-05", "end": "2023-08"},
        {"activity": "work", "job": "prairie"},
        {"activity": "work", "start": "2024-05", "city": "Winnipeg", "country": "CA", "job": "redriver"},
    ],
}


def sample_raw() -> dict[str, Any]:
    """The plain values of the file, free to change."""
    return copy.deepcopy(_SAMPLE)
