"""Invented client files for property tests, thick with edges.

Files are drawn as the exchange format has them, so that an example that fails can be read and kept.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cec_desktop.casefile.model import CaseFile
from cec_desktop.rules.noc import load_noc
from cec_desktop.rules.validation import checked_case_from_raw

Raw = dict[str, Any]
Drawn = st.SearchStrategy[Any]

TURNING_DAYS = (
    "2008-09-16 2008-09-17 2010-04-10 2010-06-25 2010-06-26 2010-12-22 2010-12-23 2011-03-02 "
    "2011-03-03 2012-01-30 2012-01-31 2012-02-29 2013-01-01 2013-01-02 2013-05-03 2013-05-04 "
    "2013-11-08 2013-11-09 2014-12-31 2015-01-01 2016-02-29 2016-11-18 2016-11-19 2017-10-23 "
    "2017-10-24 2020-02-29 2020-03-31 2021-06-29 2021-12-31 2022-01-01 2022-11-15 2022-11-16 "
    "2023-04-24 2023-04-25 2024-01-29 2024-01-30 2024-02-29 2026-06-14 2026-06-15"
)

days_of_application: st.SearchStrategy[date] = st.one_of(
    st.sampled_from([date.fromisoformat(text) for text in TURNING_DAYS.split()]),
    st.dates(date(2008, 9, 1), date(2012, 12, 31)),
    st.dates(date(2013, 1, 1), date(2016, 12, 31)),
    st.dates(date(2017, 1, 1), date(2028, 12, 31)),
)

# Codes that count with either threshold, that do not, that split with and without agreement, the six of 2013.
CODES = {
    "2006": "0011 0611 1411 1241 6242 6211 1231 2161 3232 2171 4131 6421".split(),
    "2011": "0621 1123 1241 1252 1311 6211 6311 6322 2173 2174 3124 6421 7511 5232 7441 1112".split(),
    "2016": "0112 1123 1215 1241 1513 6211 6322 2173 7511 5254 5232 6342 0621 4011 1112".split(),
    "2021": "00018 10019 11200 13110 62010 63200 21232 21223 73300 64200 55109 22232 14103 33102".split(),
}
EMPLOYERS = ("Harbour Analytics", "Northlight Software", "Prairie Bakery")


def usually(value: object, *others: object) -> Drawn:
    """One value most of the time, so that a file as a whole may still be met."""
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(others) if n == 0 else st.just(value))


def often(value: object, *others: object) -> Drawn:
    """One value two times in three."""
    return st.integers(0, 2).flatmap(lambda n: st.sampled_from(others) if n == 0 else st.just(value))


@st.composite
def periods(draw: st.DrawFn, on: date, *, longest: int = 1200, vague: bool = True, back: int = 1300) -> Raw:
    """A period that begins within some years before a day; at times by month, open or undated."""
    start = on - timedelta(days=draw(st.integers(-30, back)))
    end = start + timedelta(
        days=draw(st.one_of(st.integers(0, longest), st.sampled_from([363, 364, 365, 727, 728])))
    )
    return with_edges(draw, start, end, vague=vague)


def with_edges(draw: st.DrawFn, start: date, end: date, *, vague: bool = True) -> Raw:
    """The two days as text; one time in twenty each as a month, and the end open or the start null."""
    at = draw(st.integers(0, 39)) if vague else 10
    first: str | None = start.isoformat()
    last: str | None = end.isoformat()
    if at in (0, 1):
        first = start.strftime("%Y-%m")
    if at in (1, 2):
        last = end.strftime("%Y-%m")
    if at in (3, 4, 5):
        last = None
    if at == 6:
        first = None
    return {"start": first, "end": last}


@st.composite
def occupations(draw: st.DrawFn, version: str | None = None) -> Raw | None:
    if draw(st.integers(0, 29)) == 0:
        return None
    version = version or draw(st.sampled_from(sorted(CODES)))
    return {"version": version, "code": draw(st.sampled_from(CODES[version]))}


hours_a_week: Drawn = st.one_of(
    st.sampled_from([30, 37.5, 40, 15, 20, 22.5, 7, 60, 0, 12.25]),
    st.integers(1, 70),
    st.integers(25, 40),
)


@st.composite
def hours_rows(draw: st.DrawFn, job: Raw, on: date) -> list[Raw]:
    """Rows one after the other, none over another; weeks or stretches."""
    if draw(st.integers(0, 4)):
        return []
    rows: list[Raw] = []
    start = _begins(job, on) + timedelta(days=draw(st.integers(-10, 200)))
    for _ in range(draw(st.integers(1, 3))):
        end = start + timedelta(days=draw(st.sampled_from([0, 6, 13, 13, 27, 90, 364])))
        row = edges(start, end)
        if draw(st.integers(0, 14)) == 0:
            row["end"] = end.strftime("%Y-%m")
            end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
        per = draw(
            usually("week", "period", "period", None) if len(rows) else st.sampled_from(["week", "period"])
        )
        most = 24 if per == "period" and len(row["end"]) == 7 else 24 * ((end - start).days + 1)
        hours = min(
            most, draw(st.sampled_from([0, 10, 37.5, 49, 60.5, 150, 700])), 168 if per == "week" else most
        )
        hours = draw(usually(hours, None))
        open_at = draw(st.integers(0, 39))
        if open_at == 0:
            row["start"] = None
        rows.append({**row, "hours": hours, "per": per})
        if open_at == 1:
            rows[-1]["end"] = None
            break
        start = end + timedelta(days=draw(st.integers(1, 40)))
    return rows


@st.composite
def leaves(draw: st.DrawFn, job: Raw, on: date) -> list[Raw]:
    """Leaves that crowd round the turn of a job's year."""
    rows: list[Raw] = []
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2, 3]))):
        turn = draw(st.sampled_from([0, 364, 728, draw(st.integers(0, 900))]))
        start = _begins(job, on) + timedelta(days=turn + draw(st.integers(-25, 25)))
        end = start + timedelta(days=draw(st.sampled_from([0, 4, 6, 13, 14, 20, 27, 90])))
        kinds = ("unpaid", "parental", "sick", "layoff", "other", None)
        rows.append({"kind": draw(often("paid_vacation", *kinds)), **with_edges(draw, start, end)})
    return rows


@st.composite
def jobs(draw: st.DrawFn, on: date, version: str | None) -> Raw:
    """A job; most facts as the rules want them."""
    job: Raw = draw(periods(on))
    job["employer"] = draw(usually(draw(st.sampled_from(EMPLOYERS)), None))
    job["noc"] = draw(occupations(version))
    own = job["noc"]["version"] if job["noc"] else None
    also = draw(st.permutations([each for each in sorted(CODES) if each != own]))
    also = also[: draw(st.sampled_from([0, 0, 0, 0, 1, 1, 2]))]
    job["noc_also"] = [{"version": each, "code": draw(st.sampled_from(CODES[each]))} for each in also]
    job["hours_per_week"] = draw(usually(draw(hours_a_week), None))
    job["hours"] = draw(hours_rows(job, on))
    job["leaves"] = draw(leaves(job, on))
    job["paid"] = draw(usually(True, True, False, None))
    job["country"] = draw(usually("CA", "CA", "US", None))
    job["physically_in_canada"] = draw(usually(True, True, False, None))
    job["duties_match"] = draw(often(True, None, None, False))
    job["authorized"] = draw(often(None, True, True, False))
    self_employed = draw(usually(False, True, True, None))
    job["self_employed"] = self_employed
    job["publicly_funded_physician"] = draw(usually(self_employed is True, False, True, None))
    return job


PERMITS = ("open_work_permit", "work_permit", "post_graduation_work_permit", "bridging_open_work_permit")
KINDS = (
    *PERMITS,
    "study_permit",
    "visitor",
    "temporary_resident_permit",
    "maintained",
    "maintained",
    "restoration",
    "refugee_claimant",
    "none",
    "permanent_resident",
    "citizen",
)


@st.composite
def statuses(draw: st.DrawFn, on: date) -> list[Raw]:
    """One permit throughout, a chain day after day, or a heap."""
    how = draw(st.integers(0, 9))
    if how < 4:
        kind = draw(st.sampled_from(PERMITS))
        start = on - timedelta(days=draw(st.sampled_from([4000, 1200, 900])))
        return [{"kind": kind, "start": start.isoformat(), "end": None}]
    if how < 8:
        return draw(chains(on))
    return [draw(one_status(draw(periods(on)))) for _ in range(draw(st.integers(0, 4)))]


@st.composite
def chains(draw: st.DrawFn, on: date) -> list[Raw]:
    """Status after status, at times with a gap or an overlap, and extensions asked for in time or late."""
    rows: list[Raw] = []
    start = on - timedelta(days=draw(st.integers(400, 1500)))
    for _ in range(draw(st.integers(1, 6))):
        end = start + timedelta(days=draw(st.one_of(st.integers(0, 60), st.integers(60, 700))))
        rows.append(draw(one_status(with_edges(draw, start, end))))
        start = end + timedelta(days=1 + draw(usually(0, 1, -1, 20, -20)))
    return rows


@st.composite
def one_status(draw: st.DrawFn, period: Raw) -> Raw:
    status: Raw = {"kind": draw(st.sampled_from(KINDS)), **period}
    status["may_work"] = draw(usually(None, True, False))
    if status["kind"] == "work_permit":
        status["employer"] = draw(st.sampled_from([None, *EMPLOYERS, *map(str.upper, EMPLOYERS)]))
    if status["kind"] == "maintained" and status["start"] is not None:
        begins = date.fromisoformat(
            status["start"] if len(status["start"]) == 10 else f"{status['start']}-01"
        )
        asked = begins + timedelta(days=draw(st.sampled_from([-60, -2, -1, 0, 1, 30])))
        status["applied_on"] = draw(often(asked.isoformat(), None))
    return status


ABILITIES = ("listening", "reading", "writing", "speaking")
MONTHS: Drawn = st.sampled_from([8, 8, 16, 16, 7, 15, 15.5, 24, 12, 4, None])


@st.composite
def studies(draw: st.DrawFn, on: date) -> Raw:
    """A program of study; its credential falls in the months and years before the day."""
    study: Raw = draw(periods(on, longest=900, back=2200))
    study["full_time"] = draw(usually(True, False, False, None))
    study["country"] = draw(usually("CA", "CA", "FR", None))
    study["distance"] = draw(usually(False, False, True))
    study["institution_kind"] = draw(often("public", *INSTITUTIONS, None))
    study["credential"] = draw(st.sampled_from([*CREDENTIALS, "diploma", "bachelor", "master", "master"]))
    study["full_time_months"] = draw(MONTHS)
    study["months_in_canada"] = draw(often(None, 8, 16, 15))
    study["mostly_language_training"] = draw(usually(False, False, True, None))
    study["award_with_return_condition"] = draw(usually(False, False, True, None))
    study["credential_date"] = draw(credential_dates(on))
    return study


INSTITUTIONS = ("private_quebec_funded", "private_degree_granting", "other")
CREDENTIALS = (
    *("none", "secondary", "certificate", "diploma", "trade_credential", "bachelor"),
    *("second_cycle_professional", "master", "doctorate", None),
)


@st.composite
def credential_dates(draw: st.DrawFn, on: date) -> str | None:
    how = draw(st.integers(0, 11))
    if how == 0:
        return None
    day = on - timedelta(
        days=draw(st.one_of(st.integers(-2, 1600), st.sampled_from([0, 1, 365, 366, 730, 731])))
    )
    if how == 1:
        return day.strftime("%Y-%m")
    if how == 2:
        day = day.replace(year=2008, month=2, day=29) if on > date(2010, 3, 1) else day
    return day.isoformat()


NUMBERS: dict[str, Drawn] = {
    "ielts_general": st.sampled_from([4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8]),
    "celpip_general": st.sampled_from([4, 5, 6, 7, 8, 12, "M"]),
    "former celpip": st.sampled_from(["2L", "2H", "3L", "3H", "4L", "4H", "5L"]),
    "pte_core": st.integers(40, 80),
    "tef_canada": st.integers(190, 300),
    "tcf_canada": st.sampled_from([6, 7, 9, 10, 12]),
    "benchmarks": st.sampled_from([4, 5, 6, 7, 8]),
    "written_evidence": st.sampled_from([4, 5, 6, 7, 8]),
}

TESTS = [kind for kind in NUMBERS if kind != "former celpip"]


@st.composite
def language_tests(draw: st.DrawFn, on: date) -> Raw:
    """A result of about the age that matters, of about the level that matters."""
    kind = draw(st.sampled_from([*TESTS, "benchmarks", "benchmarks", "benchmarks", "ielts_general"]))
    aged = st.one_of(
        st.integers(-3, 800), st.sampled_from([0, 1, 365, 366, 364, 730, 731, 729]), st.integers(5, 300)
    )
    day = on - timedelta(days=draw(aged))
    test: Raw = {"test": kind, "language": "fr" if kind in ("tef_canada", "tcf_canada") else "en"}
    test["result_date"] = draw(usually(day.isoformat(), None, draw(leap_results(on))))
    if kind == "written_evidence":
        test["result_date"] = draw(st.sampled_from([None, (on - timedelta(days=900)).isoformat()]))
    if test["result_date"] and draw(st.integers(0, 9)) == 0:
        sat = date.fromisoformat(test["result_date"]) - timedelta(days=draw(st.integers(1, 40)))
        test["test_date"] = sat.isoformat()
    if kind == "tef_canada" and draw(st.integers(0, 3)) == 0 and _sat(test) >= "2019-10-01":
        test["tef_scale"] = "since_2019"
    former_celpip = kind == "celpip_general" and "" < _sat(test) < "2014-04-01"
    for ability in ABILITIES:
        test[ability] = draw(scores("former celpip" if former_celpip else kind, ability))
        if "tef_scale" in test:
            test[ability] = draw(st.integers(330, 480))
    if "tef_scale" in test and draw(st.booleans()):
        test["former"] = {ability: draw(scores(kind, ability)) for ability in ABILITIES}
    return test


def _sat(test: Raw) -> str:
    return test.get("test_date") or test["result_date"] or ""


def scores(kind: str, ability: str) -> Drawn:
    numbers = NUMBERS[kind]
    if kind == "tcf_canada" and ability in ("listening", "reading"):
        numbers = st.integers(360, 520)
    if kind == "tef_canada" and ability in ("writing", "speaking"):
        numbers = st.integers(220, 360)
    return st.integers(0, 59).flatmap(lambda n: st.none() if n == 0 else numbers)


@st.composite
def leap_results(draw: st.DrawFn, on: date) -> str:
    year = on.year - draw(st.integers(0, 3))
    return f"{year}-02-29" if calendar.isleap(year) else f"{year}-02-28"


@st.composite
def invitations(draw: st.DrawFn, on: date) -> Raw | None:
    how = draw(st.integers(0, 3))
    if how == 0:
        return None
    before = st.one_of(st.integers(-5, 100), st.sampled_from([0, 59, 60, 61, 89, 90, 91]))
    issued = on - timedelta(days=draw(before))
    if draw(st.integers(0, 7)) == 0:
        issued = draw(
            st.sampled_from([date(2023, 4, 24), date(2023, 4, 25), date(2020, 3, 1), date(2021, 6, 28)])
        )
    row: Raw = {"class": draw(usually("cec", "cec", "fsw", None))}
    row["issued_on"] = draw(usually(issued.isoformat(), issued.isoformat(), None))
    declined = issued + timedelta(days=draw(st.integers(0, 70)))
    row["declined_on"] = draw(usually(None, declined.isoformat()))
    return row


@st.composite
def raw_cases(draw: st.DrawFn, on: date, *, most_jobs: int = 4) -> Raw:
    """A whole file for about the day."""
    version = draw(st.sampled_from([None, None, *sorted(CODES)]))
    case: Raw = {"format": "cec-case", "version": 1, "file_number": "X"}
    case["client"] = {"family_name": "Invented", "date_of_birth": "1980-01-31"}
    case["destination"] = draw(usually("ON", "ON", "QC", None))
    case["jobs"] = draw(st.lists(jobs(on, version), min_size=0, max_size=most_jobs))
    case["statuses"] = draw(statuses(on))
    case["studies"] = draw(st.lists(studies(on), max_size=1 if on.year > 2012 else 3))
    case["absences"] = draw(st.lists(periods(on, longest=60), max_size=draw(st.sampled_from([0, 1, 1, 2]))))
    case["language_tests"] = draw(st.lists(language_tests(on), min_size=draw(usually(1, 0)), max_size=2))
    case["invitation"] = draw(invitations(on))
    return case


@st.composite
def good_raw_cases(draw: st.DrawFn, on: date) -> Raw:
    """A file close to being met, with one thing or two gone odd; most of it certain."""
    case: Raw = draw(raw_cases(on, most_jobs=2))
    plain = {"version": "2011" if on.year < 2022 else "2021", "code": "2174" if on.year < 2022 else "21232"}
    start = on - timedelta(days=draw(st.sampled_from([364, 365, 363, 380, 500, 728, 740, 727, 1095])))
    end = on - timedelta(days=draw(st.sampled_from([1, 1, 1, 30, 200])))
    job: Raw = {
        "start": start.isoformat(),
        "end": draw(st.sampled_from([None, end.isoformat()])),
        "noc": plain,
    }
    job["hours_per_week"] = draw(st.sampled_from([30, 37.5, 37.5, 40, 20]))
    job["authorized"] = True
    job["leaves"] = draw(st.one_of(st.just([]), leaves(job, on)))
    case["jobs"] = [job, *case["jobs"]]
    if draw(st.integers(0, 3)):
        case["statuses"] = [{"kind": "open_work_permit", "start": "2004-01-01", "end": None}]
    if draw(st.integers(0, 3)):
        case["studies"] = []
    case["destination"] = "ON"
    test = {
        "test": "benchmarks",
        "language": "en",
        **dict.fromkeys(ABILITIES, draw(st.sampled_from([5, 6, 7, 7, 8]))),
    }
    test["result_date"] = (on - timedelta(days=draw(st.sampled_from([10, 100, 300])))).isoformat()
    case["language_tests"] = [test, *case["language_tests"]]
    return case


FLAWS: list[Raw] = [
    *({"country": each} for each in ("FR", None)),
    *({"distance": each} for each in (True, None)),
    *({"full_time": each} for each in (False, None)),
    *({"institution_kind": each} for each in (*INSTITUTIONS, None)),
    *({"credential": each} for each in CREDENTIALS),
    *({"full_time_months": each} for each in (7.5, 15.5, None)),
    *({"months_in_canada": each} for each in (7, 8, 15.5, 16)),
    *({"mostly_language_training": each} for each in (True, None)),
    *({"award_with_return_condition": each} for each in (True, None)),
]


@st.composite
def graduate_raw_cases(draw: st.DrawFn, on: date) -> Raw:
    """A graduate of 2008-2012: credential, then about a year of work at 37.5 hours."""
    case: Raw = draw(good_raw_cases(on))
    worked = draw(st.sampled_from([364, 365, 380, 363, 500]))
    obtained = on - timedelta(days=worked + draw(st.sampled_from([0, 1, 2, 40])))
    began = on - timedelta(days=worked)
    case["jobs"][0] |= {"start": began.isoformat(), "end": None, "hours_per_week": 37.5}
    study = draw(studies(on)) | {
        "credential": "diploma",
        "institution_kind": "public",
        "full_time_months": 16,
    }
    study |= {"country": "CA", "months_in_canada": None, "distance": False}
    study |= {"mostly_language_training": False, "award_with_return_condition": False}
    study |= {
        "start": (obtained - timedelta(days=600)).isoformat(),
        "end": obtained.isoformat(),
        "full_time": True,
    }
    study["credential_date"] = obtained.isoformat()
    if draw(st.integers(0, 2)) == 0:
        study |= draw(st.sampled_from(FLAWS))
    if draw(st.booleans()):
        gap = draw(st.sampled_from([700, 729, 730, 731, 732, 20]))
        first = study | {"credential": draw(st.sampled_from(["bachelor", "diploma"])), "full_time_months": 8}
        first["credential_date"] = (obtained - timedelta(days=gap)).isoformat()
        first |= {
            "start": (obtained - timedelta(days=gap + 240)).isoformat(),
            "end": first["credential_date"],
        }
        study |= {"credential": draw(st.sampled_from(["master", "doctorate"])), "full_time_months": 8}
        if draw(st.integers(0, 2)) == 0:
            first |= draw(st.sampled_from(FLAWS))
        case["studies"] = [first, study]
    else:
        case["studies"] = [*case["studies"], study]
    return case


@st.composite
def threshold_raw_cases(draw: st.DrawFn, on: date) -> Raw:
    """Work of both thresholds in nearly equal parts, some of it undecided, and levels between the two."""
    case: Raw = draw(good_raw_cases(on))
    version = "2006" if on.year < 2012 else "2011" if on.year < 2017 else "2016" if on.year < 2022 else "2021"
    length = draw(st.sampled_from([182, 183, 200, 364]))
    rows: list[Raw] = []
    for _ in range(draw(st.integers(2, 4))):
        start = on - timedelta(days=draw(st.sampled_from([length, 2 * length, 2 * length, 700])))
        job: Raw = {**edges(start, start + timedelta(days=length - 1)), "authorized": True}
        job["hours_per_week"] = draw(often(30, 37.5, 15, 20, None))
        code = draw(st.sampled_from([each for each in CODES[version] if each[1] in "0123"]))
        job["noc"] = draw(
            usually(
                {"version": version, "code": code},
                None,
                *({"version": v, "code": CODES[v][n]} for v in CODES for n in range(6)),
            )
        )
        job["paid"] = draw(usually(True, None))
        rows.append(job)
    case["jobs"] = rows
    case["studies"] = []
    levels = dict.fromkeys(ABILITIES, draw(st.sampled_from([5, 6, 6])))
    result = (on - timedelta(days=100)).isoformat()
    case["language_tests"] = [{"test": "benchmarks", "language": "en", "result_date": result, **levels}]
    return case


@st.composite
def physician_raw_cases(draw: st.DrawFn, on: date) -> Raw:
    """A self-employed physician, invited before or after the policy, or not yet."""
    case: Raw = draw(good_raw_cases(on))
    case["jobs"][0] |= {
        "noc": {"version": "2021", "code": "31102"},
        "self_employed": draw(often(True, None, False)),
        "publicly_funded_physician": draw(often(True, None, False)),
    }
    issued = draw(st.sampled_from([None, "2023-04-24", "2023-04-25", (on - timedelta(days=20)).isoformat()]))
    case["invitation"] = draw(often({"issued_on": issued, "class": "cec"}, None))
    return case


@st.composite
def six_occupations_raw_cases(draw: st.DrawFn, on: date) -> Raw:
    """Work in occupations the instructions of 2013 and 2014 left out, and in others."""
    case: Raw = draw(good_raw_cases(on))
    barred = ("1221", "1241", "1311", "6211", "6311", "6322", "1411", "5243", "2174", "6212")
    for job in case["jobs"]:
        version = draw(st.sampled_from(["2006", "2011", "2011", "2016"]))
        code = draw(st.sampled_from([each for each in barred if load_noc().has(version, each)]))
        job["noc"] = {"version": version, "code": code}
        if draw(st.integers(0, 3)) == 0:
            job["noc"] = {
                "version": "2021",
                "code": draw(st.sampled_from(["62010", "63200", "13110", "12200"])),
            }
        job["noc_also"] = []
    return case


@st.composite
def cases_on(draw: st.DrawFn) -> tuple[Raw, date]:
    """A file and the day it is judged on."""
    on = draw(days_of_application)
    near: list[Drawn] = [raw_cases(on), good_raw_cases(on), good_raw_cases(on), threshold_raw_cases(on)]
    if on < date(2013, 1, 2):
        near += [graduate_raw_cases(on)] * 3
    if on >= date(2023, 4, 1):
        near.append(physician_raw_cases(on))
    if date(2013, 10, 1) <= on < date(2015, 2, 1):
        near += [six_occupations_raw_cases(on)] * 2
    return draw(st.one_of(near)), on


@st.composite
def cases_near_membership(draw: st.DrawFn) -> tuple[Raw, date]:
    """A file that is met about some day, and a day months before or after it."""
    about = draw(days_of_application)
    graduate = about < date(2013, 1, 2) and draw(st.booleans())
    case: Raw = draw(graduate_raw_cases(about) if graduate else good_raw_cases(about))
    case["jobs"][0] |= {"hours_per_week": 40, "start": (about - timedelta(days=800)).isoformat()}
    if about >= date(2013, 1, 2):
        started = about - timedelta(days=draw(st.sampled_from([400, 380, 370, 800, 300])))
        case["jobs"][0]["start"] = started.isoformat()
    case["jobs"][0]["end"] = draw(
        often(None, (about + timedelta(days=draw(st.integers(0, 300)))).isoformat())
    )
    case["statuses"] = draw(often([{"kind": "open_work_permit", "start": "2004-01-01"}], case["statuses"]))
    if not graduate:
        case["studies"] = draw(often([], case["studies"]))
    case["language_tests"][0] |= dict.fromkeys(ABILITIES, draw(often(8, 7, 6, 5)))
    return case, about + timedelta(days=draw(st.one_of(st.integers(-60, 60), st.integers(-1000, 900))))


def edges(start: date, end: date) -> Raw:
    """Both days of a period as text."""
    return {"start": start.isoformat(), "end": end.isoformat()}


def read(raw: Raw) -> CaseFile:
    """The file, as the program reads it; one that would be refused is a fault of these strategies."""
    return checked_case_from_raw(raw)


def _begins(job: Raw, on: date) -> date:
    text = job["start"]
    if text is None:
        return on
    return date.fromisoformat(text if len(text) == 10 else f"{text}-01")
