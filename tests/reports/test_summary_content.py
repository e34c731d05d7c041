"""What the summary says, read from its blocks and its plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import words
from cec_desktop.reports.blocks import Document, Figure, Findings, Heading, Table, Verdict, text_of
from cec_desktop.reports.content.speaker import languages_of
from cec_desktop.reports.summary import SummaryLanguage, summary_text
from cec_desktop.reports.summary_content import summary_document
from cec_desktop.rules.findings import Assessment, Outcome
from tests.reports import factory
from tests.reports.reading import plain

HEADINGS = [
    "Timeline",
    "Conditions",
    "Work counted",
    "Language",
    "Intake of the application",
    "Please note",
    "Dates to keep",
    "Not assessed",
]


def said_of(file: CaseFile, language: SummaryLanguage, assessment: Assessment | None = None) -> str:
    """The summary in words, its spaces plain."""
    found = assessment or factory.assessed(file)
    return plain(summary_text(file, found, language=language, prepared_on=factory.TODAY))


def headings(document: Document) -> list[str]:
    return [text_of(block.text[0]) for block in document.blocks if isinstance(block, Heading)]


def block(document: Document, kind: type) -> object:
    return next(each for each in document.blocks if isinstance(each, kind))


def test_the_sections_stand_in_their_order() -> None:
    assert headings(factory.document(factory.okafor())) == HEADINGS


def test_open_questions_get_a_section_of_their_own() -> None:
    found = headings(factory.document(factory.undocumented(), "en"))
    assert found == [*HEADINGS[:5], "Still to settle", *HEADINGS[5:]]


def test_the_answer_comes_with_its_dates_their_reasons_and_the_margin() -> None:
    said = said_of(factory.okafor(), "en")
    assert "[x] Member of the Canadian Experience Class" in said
    assert "from: 2026-11-10 hours reached" in said
    assert "until: 2027-03-01 IELTS General Training of 2025-03-02 expires" in said
    assert "safe: 2026-11-24 a full calendar year and two weeks to spare" in said
    assert "margin: 52.5 hours above the 1,560 required, 12 full-time days" in said
    assert "Rules cec-2022-11-16, in force since 2022-11-16 (SOR/2022-220)" in said
    assert "compared with the official text to 2026-06-14" in said


def test_the_same_answer_in_french() -> None:
    said = said_of(factory.okafor(), "fr")
    assert "[x] Fait partie de la catégorie de l’expérience canadienne" in said
    assert "marge : 52,5 heures au-delà des 1 560 exigées, 12 jours à temps plein" in said
    assert "(DORS/2022-220)" in said
    assert "R87.1(2)a)" in said
    assert "R87.1(2)(a)" not in said


def test_who_is_not_a_member_yet_reads_from_when() -> None:
    file = factory.okafor(application_date="2026-11-03")
    document = factory.document(file, "en")
    verdict = block(document, Verdict)
    assert isinstance(verdict, Verdict)
    assert verdict.outcome is Outcome.NOT_MET
    rows = {text_of(row.label[0]): text_of(row.value[0]) for row in verdict.rows}
    assert rows["member from"] == "2026-11-10"
    assert plain(rows["margin"]) == "28.93 hours"


def test_who_never_will_be_reads_that_no_day_is_in_sight() -> None:
    document = factory.document(factory.newcomer(), "en")
    verdict = block(document, Verdict)
    assert isinstance(verdict, Verdict)
    assert [text_of(row.value[0]) for row in verdict.rows] == ["no day", "1,560 hours"]


def test_open_questions_name_what_they_ask_about_and_what_hangs_on_them() -> None:
    said = said_of(factory.undocumented(), "en")
    assert "[?] Undetermined: 2 questions to settle" in said
    assert "possible: 2026-06-01 at the earliest" in said
    assert "? Status. Which status did the client hold" in said
    assert "It decides 1,135.71 hours." in said
    assert "? IELTS General Training, speaking. Which score" in said


def test_each_job_has_its_number_hours_and_reasons() -> None:
    said = said_of(factory.okafor(), "en")
    assert "1 Northlight Software Inc. 21232 · TEER 1; Period: 2026-02-23 – goes on; h/week: 37.5" in said
    assert "Days: 245; Hours: 1,050; Not counted, and why: 27 days: on leave R73(2)" in said
    assert "2 Café Meridian 65200 · TEER 5" in said
    assert "Not counted, and why: occupation level R87.1(2)(a)" in said
    assert "Not counted, and why: self-employed R87.1(3)(b)" in said
    assert "occupation level R87.1(2)(a), full-time study R87.1(3)(a)" in said
    assert "Counted; Days: 420; Hours: 1,612.5" in said


@pytest.mark.parametrize(
    ("language", "split"),
    [
        ("en", "1,531.07 h to 2026-11-02, 81.43 h projected; 1,560 hours required"),
        ("fr", "1 531,07 h au 2026-11-02, 81,43 h projetées; 1 560 heures exigées"),
    ],
)
def test_the_sum_tells_what_was_worked_from_what_is_projected(language: SummaryLanguage, split: str) -> None:
    assert split in said_of(factory.okafor(), language).replace("\u00a0", " ")


def test_a_sum_without_projected_hours_has_nothing_to_split() -> None:
    past = [factory.job("Harbour Analytics Ltd.", "2024-09-16", "2025-03-09", 22.5, "21234")]
    said = said_of(factory.okafor(jobs=past), "en")
    assert "Hours: 562.5; Not counted, and why: 1,560 hours required" in said
    assert "projected;" not in said


def test_every_note_begins_with_its_subject_and_a_full_stop() -> None:
    said = said_of(factory.okafor(), "en")
    assert "Close call. 52.5 h above the requirement" in said
    assert "Projected. Ongoing jobs and open-ended status" in said


def test_a_client_without_work_is_not_said_to_have_performed_any() -> None:
    said = said_of(factory.newcomer(), "en")
    assert "No work to hold against the lead statement of an occupation." in said
    assert "Performed" not in said


def test_a_result_without_its_day_says_so() -> None:
    test = {**factory.ielts("2025-03-02"), "result_date": None}
    said = said_of(factory.okafor(language_tests=[test]), "en")
    assert "IELTS General Training, day of the result not entered: listening not known" in said
    assert "? IELTS General Training. On which day was the result of IELTS General Training issued?" in said
    assert "of not known" not in said
    assert "Which score" not in said


def test_a_firm_whose_name_ends_in_a_full_stop_gets_no_second_one() -> None:
    jobs = [factory.job("Old Mill Ltd.", "2025-06-02", None, 37.5, "21232", duties_match=None)]
    said = said_of(factory.okafor(jobs=jobs), "en")
    assert "confirm with the employer's letter (Old Mill Ltd.)." in said


def test_the_numbers_of_the_table_are_those_of_the_timeline() -> None:
    document = factory.document(factory.okafor())
    figure = block(document, Figure)
    table = block(document, Table)
    assert isinstance(figure, Figure)
    assert isinstance(table, Table)
    work = next(lane for lane in figure.timeline.lanes if lane.kind == "work")
    starts = {bar.number: bar.start.isoformat() for bar in work.bars}
    rows = {int(text_of(row[0].lines[0])): text_of(row[2].lines[0])[:10] for row in table.rows}
    assert rows == starts


def test_hours_that_overlap_have_no_sum_of_days() -> None:
    jobs = [
        factory.job("Morning Press", "2025-06-02", None, 15, "21232"),
        factory.job("Evening Press", "2025-06-02", None, 10, "21232"),
    ]
    table = block(factory.document(factory.okafor(jobs=jobs)), Table)
    assert isinstance(table, Table)
    assert text_of(table.total[4].lines[0]) == ""
    assert text_of(table.total[5].lines[0]) != ""


def test_what_is_not_known_of_a_job_is_said() -> None:
    bare = {"hours_per_week": None, "noc": None, "employer": None}
    varying = {"hours": [{"start": "2026-03-01", "end": "2026-03-31", "hours": 80, "per": "period"}]}
    jobs = [
        {**factory.job("", "2026-01-05", None, None, "21232"), **bare},
        {**factory.job("Varying Ltd.", "2026-02-01", None, 20, "21232"), **varying},
        {**factory.job("Never Begun Ltd.", "2026-02-01", None, 20, "21232"), "start": None},
    ]
    said = said_of(factory.okafor(jobs=jobs), "en")
    assert "Employer not named occupation not known" in said
    assert "h/week: ?" in said
    assert "h/week: varies" in said
    assert "3 Never Begun Ltd. 21232 · TEER 1; Period: start not known" in said


def test_every_result_shows_scores_levels_and_its_last_day() -> None:
    said = said_of(factory.okafor(), "en")
    assert "IELTS General Training, CLB 2025-03-02; Listening: 7 → 7; Reading: 7 → 9" in said
    assert "Valid to: 2027-03-01" in said
    assert "TEF Canada, NCLC 2025-12-19" in said
    assert "CLB/NCLC 7 is required in each ability; one test reaches 7 in all four." in said


def test_evidence_in_writing_has_no_last_day_and_no_scores_of_its_own() -> None:
    evidence = {"test": "written_evidence", "language": "fr", **dict.fromkeys(("listening", "reading"), 8)}
    said = said_of(factory.okafor(language_tests=[evidence]), "en")
    assert "Written evidence, NCLC not known; Listening: 8; Reading: 8; Writing: ?" in said
    assert "Valid to: no limit" in said


def test_the_permit_bridge_stands_by_the_dates() -> None:
    said = said_of(factory.okafor(), "en")
    assert "2027-01-26 Last day to apply to extend the right to work; last day of authorized work" in said
    assert "Right to work: covers the earliest date; covers the safe date; covers the day of the" in said
    early = factory.okafor(
        statuses=[{"kind": "open_work_permit", "start": "2024-09-01", "end": "2026-11-05"}]
    )
    assert "ends before the day of the application: extend it in time" in said_of(early, "en")
    visitor = factory.okafor(statuses=[{"kind": "visitor", "start": "2024-09-01", "end": None}])
    assert "The file shows no right to work." in said_of(visitor, "en")
    endless = factory.okafor(statuses=[{"kind": "open_work_permit", "start": "2024-09-01", "end": None}])
    assert "The right to work has no last day in the file." in said_of(endless, "en")


def test_the_last_day_to_answer_an_invitation_is_a_date_to_keep() -> None:
    file = factory.okafor(invitation={"issued_on": "2026-11-12", "class": "cec"})
    said = said_of(file, "en")
    assert "2027-01-11 Last day to answer the invitation to apply" in said
    assert "[x] Met: Member of the class on the day of the invitation, 2026-11-12." in said


def test_the_tree_of_conditions_keeps_its_depth_and_order() -> None:
    findings = block(factory.document(factory.graduate_of_2010(), "en"), Findings)
    assert isinstance(findings, Findings)
    shown = [(row.depth, text_of(row.text[0]).rsplit(" ", 1)[1]) for row in findings.rows]
    assert shown[:4] == [
        (0, "R87.1(1)"),
        (0, "R87.1(2)(a)"),
        (1, "R87.1(2)(a)(i)"),
        (2, "R87.1(2)(a)(i)(A)-(D)"),
    ]


def test_the_founding_text_names_its_stream_and_its_levels() -> None:
    said = said_of(factory.graduate_of_2010(), "en")
    assert "as a graduate, after studies in Canada" in said
    assert "2174 · Skill Level A" in said
    assert "No further condition of intake applied on this day." in said


def test_what_was_not_assessed_is_said_in_both_languages() -> None:
    said = said_of(factory.newcomer(), "both")
    for phrase in ("Inadmissibility", "misrepresentation", "medical examination"):
        assert phrase in said
    for phrase in ("interdiction de territoire", "fausses déclarations", "visite médicale"):
        assert phrase in said


def test_a_day_that_is_not_the_applications_is_named_so() -> None:
    file = factory.okafor(application_date="2027-01-04")
    assessment = factory.assessed(factory.okafor())
    said = said_of(file, "en", assessment)
    assert "Day assessed: 2026-11-22" in said


def test_advisories_are_said_once() -> None:
    assessment = factory.assessed(factory.okafor())
    assert assessment.advisories
    twice = replace(assessment, advisories=(*assessment.advisories, *assessment.advisories))
    assert said_of(factory.okafor(), "en", twice) == said_of(factory.okafor(), "en", assessment)


def test_no_sentence_is_left_in_the_wrong_language() -> None:
    for file in (factory.okafor(), factory.undocumented(), factory.newcomer()):
        french = said_of(file, "fr")
        for foreign in ("Member", "hours", "Status", "Work ", "Language", "the ", " of "):
            assert foreign not in french.replace("IELTS General Training", ""), foreign


@pytest.mark.parametrize(
    ("choice", "preferred", "expected"),
    [
        ("both", None, ("en", "fr")),
        ("both", "fr", ("fr", "en")),
        ("en", "fr", ("en",)),
        ("fr", "en", ("fr",)),
    ],
)
def test_the_order_of_languages(choice: str, preferred: str | None, expected: tuple[str, ...]) -> None:
    assert languages_of(choice, preferred) == expected  # type: ignore[arg-type]


def test_another_language_is_refused() -> None:
    file = factory.newcomer()
    with pytest.raises(ValueError, match="de"):
        summary_document(
            file,
            factory.assessed(file),
            language="de",
            office=factory.OFFICE,
            prepared_on=date(2026, 11, 2),
        )


def test_every_sentence_of_a_report_that_fails_exists_in_both_languages() -> None:
    from cec_desktop.i18n.report_messages import REPORT_MESSAGES

    for source in REPORT_MESSAGES.values():
        assert words("fr")(source) != source
