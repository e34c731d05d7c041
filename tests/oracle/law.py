"""The numbers of the law, written in plainly a second time.

Nothing here is read from ``resources/rules``: were the shipped data wrong, these would still be right, and
the comparison would say so.
"""

from __future__ import annotations

import calendar
import csv
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from cec_desktop.resources import resource

# Section 87.1 of the Regulations was made or amended on these days: SOR/2008-254 s. 3 (in force 2008-09-17),
# SOR/2011-54 s. 2, SOR/2012-274 s. 13, SOR/2016-298 s. 8, SOR/2021-242 s. 6(E), SOR/2022-220 s. 7.
AMENDED = (
    date(2008, 9, 17),
    date(2011, 3, 3),
    date(2013, 1, 2),
    date(2016, 11, 19),
    date(2022, 1, 1),
    date(2022, 11, 16),
)
CLASS_OPENS = date(2008, 9, 17)
ONE_STREAM_FROM = date(2013, 1, 2)
STUDY_STATUS_UNTIL = date(2016, 11, 18)
WRITTEN_EVIDENCE_UNTIL = date(2011, 3, 2)
PTE_CORE_FROM = date(2024, 1, 30)
PHYSICIANS_FROM = date(2023, 4, 25)
LAW_VERIFIED_TO = date(2026, 6, 14)

WORKER = "temporary_foreign_worker"
GRADUATE = "graduate"

VACATION_DAYS = 14
JOB_YEAR = 52 * 7

# Ministerial instructions of 2013-11-09 and 2014-05-01: occupations that cannot support an application.
SIX_OCCUPATIONS = frozenset({"1221", "1241", "1311", "6211", "6311", "6322"})


def rules_id(on: date) -> str | None:
    """The version of section 87.1 in force on a day."""
    in_force = [day for day in AMENDED if day <= on]
    return f"cec-{in_force[-1].isoformat()}" if in_force else None


def full_time(on: date) -> Fraction:
    """Hours of a full-time week: 37.5 before 2013-01-02, 30 since (R73(1))."""
    return Fraction(30) if on >= ONE_STREAM_FROM else Fraction(75, 2)


def same_day(day: date, months: int) -> date:
    """The same day of another month, or that month's last day (Interpretation Act s. 28)."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def days_of(start: date, end: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


@dataclass(frozen=True)
class Stream:
    """A way to qualify: how long a window, how many weeks of full-time work."""

    name: str | None
    months: int
    weeks: int


def streams(on: date) -> list[Stream]:
    """R87.1(2)(a): 24 months in 36, or 12 in 24 after a credential; one year in three since 2013-01-02."""
    if on >= ONE_STREAM_FROM:
        return [Stream(None, 36, 52)]
    return [Stream(WORKER, 36, 104), Stream(GRADUATE, 24, 52)]


def result_holds(result: date, on: date) -> bool:
    """Whether a language result of a day serves an application made on another."""
    years = 1 if on < date(2010, 12, 23) else 2
    anniversary = same_day(result, 12 * years)
    if on < result:
        return False
    return on < anniversary if on >= date(2015, 1, 1) else on <= anniversary


def levels_pass(levels: list[int], threshold: int, on: date) -> bool:
    """R74(1); before 2013 also 6-7-7-8 for 7 and 4-5-5-6 for 5 (R87.1(2)(b))."""
    if min(levels) >= threshold:
        return True
    if on >= ONE_STREAM_FROM:
        return False
    wanted = [threshold - 1, threshold, threshold, threshold + 1]
    return all(level >= want for level, want in zip(sorted(levels), wanted, strict=True))


def invitation_days(issued: date) -> int | None:
    """Days to answer an invitation; None before there were any (A10.3(1)(k) and instructions)."""
    if issued < date(2015, 1, 1):
        return None
    if date(2016, 11, 19) <= issued <= date(2018, 6, 25):
        return 90
    if date(2020, 3, 1) <= issued <= date(2021, 6, 28):
        return 90
    return 60


def edition(on: date, written_in: str) -> str:
    """The NOC edition in force on a day; 2012-01-31 to 2013-05-03 a 2006 code is read as 2006."""
    if on <= date(2012, 1, 30):
        return "2006"
    if on <= date(2013, 5, 3):
        return "2006" if written_in == "2006" else "2011"
    if on <= date(2017, 10, 23):
        return "2011"
    if on <= date(2022, 11, 15):
        return "2016"
    return "2021"


def level(version: str, code: str) -> str:
    """0, A to D, or the TEER category, by the digits of the code."""
    if version == "2021":
        return code[1]
    if code[0] == "0":
        return "0"
    return {"0": "A", "1": "A", "2": "B", "3": "B", "4": "C", "5": "C", "6": "D", "7": "D"}[code[1]]


def accepted(version: str, code: str) -> bool:
    """Skill type 0, levels A and B until NOC 2016; TEER categories 0 to 3 since NOC 2021."""
    return level(version, code) in ("0123" if version == "2021" else "0AB")


def threshold(version: str, code: str) -> int:
    """Benchmark 7 for 0, A and TEER 0 and 1; 5 for B and TEER 2 and 3."""
    return 7 if level(version, code) in ("01" if version == "2021" else "0A") else 5


SENIOR_MANAGERS = ("00011", "00012", "00013", "00014", "00015")
"""What the combined code 00018 stands for."""

_EDITIONS = ["2006", "2011", "2016", "2021"]
_PAIRS: dict[str, list[tuple[str, str]]] = {}


def _pairs(table: str) -> list[tuple[str, str]]:
    if table not in _PAIRS:
        rows = csv.reader(resource("noc", table).read_text(encoding="utf-8").splitlines()[1:])
        _PAIRS[table] = [(row[0], row[1]) for row in rows]
    return _PAIRS[table]


def same_codes(version: str, other: str) -> bool:
    """2011 and 2016 have the same codes."""
    return version == other or {version, other} == {"2011", "2016"}


def carried(version: str, code: str, to: str) -> list[str]:
    """All codes of another edition a code leads to, one edition after the other, by all pairs."""
    if version == to:
        return [code]
    place, goal = _EDITIONS.index(version), _EDITIONS.index(to)
    codes = set(SENIOR_MANAGERS) if code == "00018" else {code}
    while place != goal:
        step = 1 if goal > place else -1
        between = tuple(sorted((_EDITIONS[place], _EDITIONS[place + step])))
        if between != ("2011", "2016"):  # 2011 and 2016 have the same codes
            pairs = _pairs(f"{between[0]}-{between[1]}.csv")
            if step == 1:
                codes = {new for old, new in pairs if old in codes}
            else:
                codes = {old for old, new in pairs if new in codes}
        place += step
    return sorted(codes)
