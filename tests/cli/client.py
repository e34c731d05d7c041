"""The client these stories are about, and their file; the client is invented.

Worked out by hand for an application on 2026-03-02, under the rules of 2022-11-16 (1,560 hours in three
years, at most 30 a week, a day brings a seventh of a week):

* Assistant, 20 hours a week, 2024-02-05 (a Monday) to 2024-12-31: 47 weeks and 2 days,
  47 x 20 + 2 x 20/7 = 940 + 5.714... = 945.714...
* Programmer, 37.5 hours a week, of which 30 count, from 2025-01-06 (a Monday) to the day before the
  application, 2026-03-01 (a Sunday): 60 weeks, of which two are unpaid leave: 58 x 30 = 1,740.
* Together 2,685.714..., which is 1,125.714... more than 1,560; a full-time day is 30/7 hours, so that is
  1,125.714... x 7/30 = 262.66... days.
* 1,560 - 945.714... = 614.285... hours are missing at the start of the second job: 143.33... days of it, so
  144 days, the last of which is 2025-05-29. The client is a member from the day after.
* Two weeks more, 60 hours: 157.33..., so 158 days, to 2025-06-12; the safe date is the day after. A calendar
  year of days has been worked by then (331 + 158).
* The test result of 2024-06-10 holds for two years, to 2026-06-09.
* The invitation of 2026-01-15 can be answered for 60 days.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

_FILE: dict[str, Any] = {
    "format": "cec-case",
    "version": 1,
    "file_number": "2026-0311",
    "application_date": "2026-03-02",
    "destination": "MB",
    "client": {"family_name": "Trịnh", "given_names": "Bảo", "date_of_birth": "1995-03-08"},
    "statuses": [{"kind": "post_graduation_work_permit", "start": "2024-01-01", "end": "2026-12-31"}],
    "jobs": [
        {
            "employer": "Assiniboine Analytics",
            "start": "2024-02-05",
            "end": "2024-12-31",
            "hours_per_week": 20,
            "noc": {"version": "2021", "code": "21232"},
            "duties_match": True,
        },
        {
            "id": "software",
            "employer": "Logiciels Saint-Boniface",
            "start": "2025-01-06",
            "hours_per_week": 37.5,
            "noc": {"version": "2021", "code": "21232"},
            "duties_match": True,
            "leaves": [{"kind": "unpaid", "start": "2025-07-07", "end": "2025-07-20"}],
        },
    ],
    "language_tests": [
        {
            "test": "ielts_general",
            "result_date": "2024-06-10",
            "listening": 8,
            "reading": 7,
            "writing": 6.5,
            "speaking": 7,
        }
    ],
    "invitation": {"issued_on": "2026-01-15", "class": "cec"},
}


def raw_file(**changes: Any) -> dict[str, Any]:
    """The plain values of the file, with some changed."""
    return {**copy.deepcopy(_FILE), **changes}


def written(folder: Path, name: str = "trinh.json", **changes: Any) -> str:
    """Write the file and return its path as it would be typed."""
    path = folder / name
    path.write_text(json.dumps(raw_file(**changes), ensure_ascii=False), encoding="utf-8")
    return str(path)
