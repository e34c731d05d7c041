"""Pay periods as payrolls print them become rows of hours; what cannot be taken says why and stays."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cec_desktop.casefile.model import HoursRow, Job
from cec_desktop.i18n.words import words
from cec_desktop.practice.pay_files import LARGEST_FILE, read_pay_file
from cec_desktop.practice.pay_periods import PayPeriods, read_pay_periods, taken_over, written_out

TODAY = date(2026, 11, 3)
JOB = Job(employer="Quay Foods", start=date(2024, 1, 1), end=date(2024, 12, 31))


def d(text: str) -> date:
    return date.fromisoformat(text)


def read(text: str, job: Job = JOB, **options: Any) -> PayPeriods:
    return read_pay_periods(text, job, TODAY, **options)


def only(text: str) -> tuple[str, str, Decimal | None]:
    (period,) = read(text).periods
    assert period.problem is None
    return str(period.start), str(period.end), period.hours


def problem(text: str, **options: Any) -> str:
    found = [each.problem for each in read(text, **options).periods if each.problem is not None]
    return words("en").message(found[0])


@pytest.mark.parametrize(
    "line",
    [
        "2024-01-01\t2024-01-14\t75.5",
        "2024-01-01\t2024-01-14\t75,5",
        "2024-01-01;2024-01-14;75,5",
        "2024-01-01,2024-01-14,75.5",
        "2024-01-01,2024-01-14,75,5",
        '2024-01-01,2024-01-14,"75,5"',
        "2024-01-01, 2024-01-14, 75.5 h",
        "2024-01-01 2024-01-14 75.5",
        "2024-01-01 to 2024-01-14\t75.5 hours",
        "1 Jan 2024\t14 Jan 2024\t75,5 heures",
        "1er janvier 2024 au 14 janvier 2024;75,5",
        "01/01/2024\t14/01/2024\t75.50",
        "1/1/2024\t1/14/2024\t75.50",
        "75.5\t2024-01-01\t2024-01-14",
        "Quay Foods\t2024-01-01\t2024-01-14\t75.5",
    ],
)
def test_what_spreadsheets_and_payrolls_print(line: str) -> None:
    assert only(line) == ("2024-01-01", "2024-01-14", Decimal("75.5"))


@pytest.mark.parametrize("head", ["From\tTo\tHours", "Du\tAu\tHeures", "Period\t\t"])
def test_a_heading_is_passed_over_and_lines_keep_their_numbers(head: str) -> None:
    (period,) = read(f"{head}\n\n2024-01-01\t2024-01-14\t75").periods
    assert (period.line, period.hours) == (3, Decimal(75))


def test_a_heading_says_which_number_is_the_hours() -> None:
    text = "From\tTo\tRate\tHours\tPay\n2024-01-01\t2024-01-14\t25.00\t75\t1875.00"
    assert read(text).periods[0].hours == Decimal(75)


def test_one_line_decides_the_order_of_day_and_month_for_all() -> None:
    lines = "3/4/2024\t3/17/2024\t70\n4/1/2024\t4/14/2024\t60"
    assert [str(each.start) for each in read(lines).periods] == ["2024-03-04", "2024-04-01"]
    assert str(read("3/4/2024\t5/4/2024\t10").periods[0].start) == "2024-04-03"
    assert str(read("3/4/2024\t5/4/2024\t10", day_first=False).periods[0].start) == "2024-03-04"


def test_days_one_after_the_other_are_days() -> None:
    found = read("2024-01-01\t8\n2024-01-02\t7,5\n2024-01-04\t8")
    assert found.single == "day"
    assert [(each.start, each.end) for each in found.periods] == [
        (d(day), d(day)) for day in ("2024-01-01", "2024-01-02", "2024-01-04")
    ]


def test_one_date_with_many_hours_ends_its_pay_period() -> None:
    found = read("2024-01-14\t75\n2024-01-28\t70\n2024-02-25\t60")
    assert found.single == "last"
    assert [(str(each.start), str(each.end)) for each in found.periods] == [
        ("2024-01-01", "2024-01-14"),
        ("2024-01-15", "2024-01-28"),
        ("2024-02-12", "2024-02-25"),
    ]


def test_one_date_can_be_said_to_begin_its_pay_period() -> None:
    found = read("2024-01-01\t75\n2024-01-15\t70", single="first")
    assert [str(each.end) for each in found.periods] == ["2024-01-14", "2024-01-28"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-02-30\t2024-03-14\t70", "“2024-02-30” is no day of the calendar"),
        ("1/14/24\t1/28/24\t70", "“1/14/24” needs a year of four digits"),
        ("2024-01-14x\t2024-01-28\t70", "“2024-01-14x” is no date"),
        ("total\t840", "no date was found"),
        ("2024-01-01\t2024-01-14\t", "no hours were found"),
        ("2024-01-01\t2024-01-14\tsick", "no hours were found"),
        ("2024-01-01\t2024-01-14\t75\t25", "which number is the hours is not clear: 75, 25"),
        ("2024-01-14\t2024-01-01\t75", "ends before it starts"),
        ("2024-01-01\t2024-01-14\t336.5", "336.5 hours are more than 14 days have"),
        ("2023-12-25\t2024-01-07\t75", "starts before the job, 2024-01-01"),
        ("2024-12-23\t2025-01-05\t75", "ends after the job, 2024-12-31"),
        ("2024-01-01\t2024-01-14\t75\n2024-01-14\t2024-01-20\t30", "has days of line 1 too"),
        ("2024-03-14\t75", "one date alone: how many days it stands for is not clear"),
    ],
)
def test_what_cannot_be_taken_says_why(text: str, said: str) -> None:
    assert problem(text) == said


def test_hours_entered_before_are_not_entered_twice_unless_they_are_replaced() -> None:
    held = HoursRow(id="a", start=d("2024-01-01"), end=d("2024-01-14"), hours=Decimal(60), per="period")
    job = JOB.model_copy(update={"hours": (held,)})
    text = "2024-01-08\t2024-01-21\t75"
    assert problem(text, job=job).startswith("has days for which hours are entered already")
    found = read(text, job=job, replacing=True)
    (row,) = taken_over(job, found, replacing=True)
    assert (row.start, row.hours) == (d("2024-01-08"), Decimal(75))


def test_lines_left_over_come_back_as_they_were() -> None:
    bad = ["2024-02-30\t2024-03-01\t5", "  nonsense 7 "]
    found = read("\n".join(["2024-01-01\t2024-01-14\t75", *bad]))
    assert len(found.good) == 1
    assert found.left_over == "\n".join(bad)


def test_rows_that_are_the_same_days_keep_their_identity() -> None:
    held = HoursRow(id="a", start=d("2024-01-01"), end=d("2024-01-14"), hours=Decimal(60), per="period")
    job = JOB.model_copy(update={"hours": (held,)})
    found = read("2024-01-01\t2024-01-14\t75", job=job, replacing=True)
    assert [(row.id, row.hours) for row in taken_over(job, found, replacing=True)] == [("a", Decimal(75))]


starts = st.dates(date(2024, 1, 1), date(2024, 12, 1))
rows = st.builds(
    lambda start, days, hours, weekly: HoursRow(
        start=start,
        end=min(start + timedelta(days=days), d("2024-12-31")),
        hours=Decimal(hours) / 4,
        per="week" if weekly else "period",
    ),
    starts,
    st.integers(0, 27),
    st.integers(0, 96),
    st.booleans(),
)


@given(rows, st.sampled_from([".", ","]))
def test_what_is_written_out_reads_as_it_was(row: HoursRow, mark: str) -> None:
    (found,) = read(written_out([row], mark)).periods
    assert found.problem is None
    assert found.row() == row


def test_hours_a_week_that_go_on_are_written_out_too() -> None:
    row = HoursRow(start=d("2024-01-01"), end=None, hours=Decimal("22.5"), per="week")
    assert read(written_out([row]), Job(start=d("2024-01-01"))).periods[0].row() == row


@given(st.text(max_size=120))
def test_no_line_is_lost_whatever_is_pasted(text: str) -> None:
    found = read(text)
    numbers = [each.line for each in found.periods]
    filled = [at for at, line in enumerate(text.splitlines(), start=1) if line.strip("\t;,| ").strip()]
    assert numbers == sorted(set(numbers))
    assert len([at for at in filled if at not in numbers]) <= 1  # a heading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_any_spreadsheet_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "pay.csv"
    file.write_bytes("Début;Fin;Heures\n2024-01-01;2024-01-14;75,5\n".encode(encoding))
    assert only(read_pay_file(file).split("\n", 1)[1]) == ("2024-01-01", "2024-01-14", Decimal("75.5"))


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"1" * (LARGEST_FILE + 1)])
def test_what_is_no_text_of_hours_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "pay.xlsx"
    file.write_bytes(content)
    with pytest.raises(UnicodeError):
        read_pay_file(file)
