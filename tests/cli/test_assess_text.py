"""What a person reads in the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.client import raw_file, written
from tests.cli.conftest import Run


def lines_under(text: str, heading: str) -> list[str]:
    """The lines of a section, each without its indent, up to the next empty line."""
    lines = text.splitlines()
    start = lines.index(heading) + 2
    end = lines.index("", start) if "" in lines[start:] else len(lines)
    return [line.strip() for line in lines[start:end]]


def test_the_answer_comes_first_with_its_dates_and_margins(cec: Run, tmp_path: Path) -> None:
    ended = cec("assess", written(tmp_path), "--lang", "en")
    assert (ended.status, ended.err) == (0, "")
    head = ended.out.split("Conditions\n")[0]
    assert "File: 2026-0311\nClient: TRỊNH, Bảo\n" in head
    assert "Member of the Canadian Experience Class" in head
    assert "from: 2025-05-30 hours reached" in head
    assert "until: 2026-06-09 IELTS General Training of 2024-06-10 expires" in head
    assert "safe: 2025-06-13" in head
    assert "1,125.71 hours above the 1,560 required, 262 full-time days" in head
    assert "cec-2022-11-16" in head
    assert "2026-06-14" in head


def test_the_same_is_said_in_french(cec: Run, tmp_path: Path) -> None:
    out = cec("assess", written(tmp_path), "--lang", "fr").out
    assert "Fait partie de la catégorie de l’expérience canadienne" in out
    assert "1\u00a0125,71 heures au-delà des 1\u00a0560 exigées" in out
    assert "R87.1(2)a)" in out
    assert "Met:" not in out


def test_conditions_carry_their_citations_and_parts_stand_below_them(cec: Run, tmp_path: Path) -> None:
    out = cec("assess", written(tmp_path), "--lang", "en").out
    assert "[x] Met: Full-time work in Canada or its part-time equivalent" in out
    assert "  [x] Met: In occupations of TEER Category 0, 1, 2 or 3. R87.1(2)(a)" in out


def test_each_job_has_its_periods_with_hours_or_reasons(cec: Run, tmp_path: Path) -> None:
    ledger = lines_under(cec("assess", written(tmp_path), "--lang", "en").out, "Work counted")
    # 60 weeks less two of leave: 58 x 7 days.
    assert ledger[0].startswith("1 Logiciels Saint-Boniface, 21232 · TEER 1: 1,740 h counted on 406 days")
    assert ledger[1] == "from 2025-01-06 to 2025-07-06: 780 h"
    assert ledger[2].startswith("from 2025-07-07 to 2025-07-20: not counted: on leave (R")
    assert ledger[3] == "from 2025-07-21 to 2026-03-01: 960 h"
    assert ledger[4].startswith("2 Assiniboine Analytics, 21232 · TEER 1: 945.71 h counted on 331 days")
    assert ledger[-1].startswith("Counted: 2,")
    assert "1,560 hours required" in ledger[-1]


def test_the_permit_intake_and_what_is_not_assessed_are_said(cec: Run, tmp_path: Path) -> None:
    out = cec("assess", written(tmp_path), "--lang", "en").out
    assert "2026-12-31  Last day to apply to extend the right to work" in out
    assert "covers the day of the application" in " ".join(out.split())
    assert "Within the 60 days to answer the invitation of 2026-01-15: last day 2026-03-16." in out
    assert lines_under(out, "Not assessed")[0].startswith("Inadmissibility")


def test_a_question_says_how_many_hours_hang_on_it(cec: Run, tmp_path: Path) -> None:
    jobs = raw_file()["jobs"]
    jobs[1]["hours_per_week"] = None
    out = cec("assess", written(tmp_path, jobs=jobs), "--lang", "en").out
    assert "Undetermined: 1 question to settle" in out
    (question,) = [" ".join(lines_under(out, "Still to settle"))]
    assert "How many hours a week was the work at Logiciels Saint-Boniface?" in question
    assert "1,740 hours" in question
    assert "not settled: not known" in " ".join(lines_under(out, "Work counted"))


def test_what_looks_wrong_is_said_with_its_place(cec: Run, tmp_path: Path) -> None:
    statuses = [*raw_file()["statuses"], {"kind": "visitor", "start": "2026-01-05", "end": "2026-02-05"}]
    path = written(tmp_path, statuses=statuses)
    (warning,) = [" ".join(lines_under(cec("assess", path, "--lang", "en").out, "To check in the file"))]
    assert warning.startswith("! statuses[1]: Two statuses overlap from 2026-01-05 to 2026-02-05")
    french = " ".join(lines_under(cec("assess", path, "--lang", "fr").out, "À vérifier dans le dossier"))
    assert french.startswith("! statuses[1]\u00a0: ")


def test_a_file_without_work_is_read_too(cec: Run, tmp_path: Path) -> None:
    out = cec("assess", written(tmp_path, jobs=[]), "--lang", "en").out
    assert "Not a member of the Canadian Experience Class" in out
    assert lines_under(out, "Work counted") == ["No work is entered."]


def test_a_day_before_the_class_is_answered(cec: Run, tmp_path: Path) -> None:
    ended = cec("assess", written(tmp_path), "--on", "1996-05-01", "--lang", "en")
    assert ended.status == 0
    assert "Not a member of the Canadian Experience Class" in ended.out
    assert "No rules of this class were in force on this day." in ended.out


def test_several_files_follow_each_other(cec: Run, tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{number}.json", file_number=number) for number in ("B-2", "A-1")]
    out = cec("assess", *paths, "--text", "--lang", "en").out
    assert 0 <= out.index("File: B-2") < out.index("File: A-1")


def test_days_at_both_ends_of_the_calendar_are_answered(cec: Run, tmp_path: Path) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        ended = cec("assess", written(tmp_path), "--on", day)
        assert (ended.status, ended.err) == (0, "")
