"""The sentences of a client file: its problems, its warnings, the names of edits and of what they are about.

A problem's sentence follows its place and a colon, ``jobs[2].end: is before start``, and so begins small.
"""

from __future__ import annotations

from collections.abc import Mapping

from cec_desktop.i18n.markers import N_

_FILE_PROBLEMS = {
    "file_empty": N_("is empty"),
    "file_not_json": N_("is not well-formed JSON (line {line}, column {column})"),
    "file_not_utf8": N_("is not text in UTF-8"),
    "file_too_deep": N_("is nested more than {limit} levels deep, which no client file is"),
    "file_too_large": N_("holds more than {limit} values, which no client file does"),
    "file_number_too_long": N_("holds a number of thousands of digits"),
    "format_other": N_("is not {format}: the file is of another format"),
    "version_newer": N_(
        "is {found}: a newer program wrote the file; this one reads the format up to version {known}"
    ),
    "version_invalid": N_("is not a version of this format; its version is the number {known}"),
}

_FIELD_PROBLEMS = {
    "field_missing": N_("is missing"),
    "field_unknown": N_("is not a field of this format"),
    "field_twice": N_("is given twice"),
    "name_not_writable": N_("is a field name with characters that are not text"),
    "object_expected": N_("is not an object with named fields"),
    "list_expected": N_("is not a list"),
    "text_expected": N_("is not text"),
    "text_empty": N_("is empty"),
    "text_too_long": N_("is longer than {limit} characters"),
    "text_not_writable": N_("holds characters that are not text"),
    "yes_no_expected": N_("is neither true nor false"),
    "number_expected": N_("is not a number"),
    "number_negative": N_("is a negative number"),
    "number_too_large": N_("is too large a number"),
    "date_expected": N_("is not a date, which is text such as 2026-11-22"),
    "date_invalid": N_("is not a day of the calendar, written YYYY-MM-DD"),
    "edge_invalid": N_("is not a day or month of the calendar, written YYYY-MM-DD or YYYY-MM"),
    "not_one_of": N_("is {given}, which is none of: {allowed}"),
    "value_invalid": N_("is not a value of this format"),
    "hours_out_of_range": N_("is not between 0 and 168 hours a week"),
    "score_invalid": N_("is neither a number nor a CELPIP code such as M or 4H"),
    "noc_version_form": N_("is not an edition of the NOC, which is text of four digits"),
    "noc_code_form": N_("is not a NOC code, which is text of four or five digits"),
}

_CROSS_PROBLEMS = {
    "end_before_start": N_("is before start ({start})"),
    "before_birth": N_("is before the date of birth ({birth})"),
    "hours_beyond_period": N_("is more hours than these days have"),
    "edition_twice": N_("is NOC {version} once more; there is one code for each edition"),
    "language_required": N_("is missing: this kind of evidence must say its language, en or fr"),
    "level_invalid": N_("is not a level, which is a whole number from 0 to {limit}"),
    "id_twice": N_("is the id of another entry of this list"),
    "noc_version_unknown": N_("is an edition of the NOC that this program does not hold; it holds {held}"),
    "noc_code_unknown": N_("is not a code of NOC {version}"),
    "score_off_scale": N_(
        "is not a score of this test, which goes from {lowest} to {highest} in steps of {step}"
    ),
    "score_off_codes": N_("is not a score of this test, which gives {codes}"),
    "cannot_split": N_("cannot be split"),
    "split_outside": N_("cannot be split on {day}; the day must be inside, after the first"),
    "cannot_join": N_("cannot be joined"),
    "join_undated": N_("cannot be joined with an entry that has no start"),
    "join_differs": N_("cannot be joined with an entry that differs in more than its days"),
    "join_apart": N_("cannot be joined: the days from {first} to {last} lie between"),
}

_WARNINGS = {
    "result_in_future": N_(
        "The result is dated {day}, which is still to come; until then it does not exist."
    ),
    "credential_in_future": N_(
        "The credential is dated {day}, which is still to come; until then it does not exist."
    ),
    "overlapping_statuses": N_(
        "Two statuses overlap from {start} to {end}: {first} and {second}. The better one is used."
    ),
    "overlapping_statuses_on": N_(
        "Two statuses overlap from {start} on: {first} and {second}. The better one is used."
    ),
    "job_without_status": N_("No status is entered from {start} to {end}, while this job was held."),
    "over_60_hours": N_("From {start} to {end} the jobs add up to {hours} hours a week."),
    "gap_in_history": N_("The history has a gap from {first} to {last}."),
    "application_date_differs": N_(
        "The application was received on {received}; the application date {entered} is not used."
    ),
    "reference_not_found": N_("This points at an entry that is not in the file: {entry}."),
}

_ITEM_EDITS = {
    "edit_of_item": N_("{edit}: {item}"),
    "edit_of_spouse": N_("{edit} (spouse or partner)"),
    "add_statuses": N_("Add status"),
    "add_jobs": N_("Add job"),
    "add_absences": N_("Add absence"),
    "add_studies": N_("Add study"),
    "add_language_tests": N_("Add language test"),
    "add_education": N_("Add credential"),
    "add_history": N_("Add history entry"),
    "add_children": N_("Add child"),
    "add_relatives_in_canada": N_("Add relative"),
    "add_police": N_("Add police certificate"),
    "change_statuses": N_("Change status"),
    "change_jobs": N_("Change job"),
    "change_absences": N_("Change absence"),
    "change_studies": N_("Change study"),
    "change_language_tests": N_("Change language test"),
    "change_education": N_("Change credential"),
    "change_history": N_("Change history entry"),
    "change_children": N_("Change child"),
    "change_relatives_in_canada": N_("Change relative"),
    "change_police": N_("Change police certificate"),
    "change_hours": N_("Change hours"),
    "change_leaves": N_("Change leaves"),
    "change_occupation": N_("Change occupation"),
    "move_start": N_("Change start"),
    "move_end": N_("Change end"),
    "move_statuses": N_("Move status"),
    "move_jobs": N_("Move job"),
    "move_absences": N_("Move absence"),
    "move_studies": N_("Move study"),
    "move_history": N_("Move history entry"),
    "remove_statuses": N_("Delete status"),
    "remove_jobs": N_("Delete job"),
    "remove_absences": N_("Delete absence"),
    "remove_studies": N_("Delete study"),
    "remove_language_tests": N_("Delete language test"),
    "remove_education": N_("Delete credential"),
    "remove_history": N_("Delete history entry"),
    "remove_children": N_("Delete child"),
    "remove_relatives_in_canada": N_("Delete relative"),
    "remove_police": N_("Delete police certificate"),
    "duplicate_statuses": N_("Duplicate status"),
    "duplicate_jobs": N_("Duplicate job"),
    "duplicate_absences": N_("Duplicate absence"),
    "duplicate_studies": N_("Duplicate study"),
    "duplicate_language_tests": N_("Duplicate language test"),
    "duplicate_education": N_("Duplicate credential"),
    "duplicate_history": N_("Duplicate history entry"),
    "duplicate_children": N_("Duplicate child"),
    "duplicate_relatives_in_canada": N_("Duplicate relative"),
    "duplicate_police": N_("Duplicate police certificate"),
    "split_statuses": N_("Split status"),
    "split_jobs": N_("Split job"),
    "split_absences": N_("Split absence"),
    "split_studies": N_("Split study"),
    "split_history": N_("Split history entry"),
    "join_statuses": N_("Join statuses"),
    "join_jobs": N_("Join jobs"),
    "join_absences": N_("Join absences"),
    "join_history": N_("Join history entries"),
    "move_several": N_("Move {n} entries"),
    "end_several": N_("End {n} entries on {day}"),
    "remove_several": N_("Delete {n} entries"),
    "duplicate_several": N_("Duplicate {n} entries"),
    "split_several": N_("Split {n} entries on {day}"),
}

_FILE_EDITS = {
    "set_application_date": N_("Set application date to {day}"),
    "clear_application_date": N_("Clear application date"),
    "change_file": N_("Change file details"),
    "change_file_number": N_("Change file number"),
    "change_client": N_("Change client details"),
    "change_spouse": N_("Change spouse or partner"),
    "change_destination": N_("Change destination"),
    "change_notes": N_("Change notes"),
    "change_application": N_("Change application details"),
    "change_invitation": N_("Change invitation"),
    "change_profile": N_("Change Express Entry profile"),
    "change_nomination": N_("Change nomination"),
    "change_job_offer": N_("Change job offer"),
    "change_funds": N_("Change funds"),
    "change_office": N_("Change office data"),
    "change_tags": N_("Change tags"),
}

_LABELS = {
    "status_work_permit": N_("Work permit"),
    "status_open_work_permit": N_("Open work permit"),
    "status_post_graduation_work_permit": N_("Post-graduation work permit"),
    "status_bridging_open_work_permit": N_("Bridging open work permit"),
    "status_study_permit": N_("Study permit"),
    "status_visitor": N_("Visitor"),
    "status_temporary_resident_permit": N_("Temporary resident permit"),
    "status_maintained": N_("Maintained status"),
    "status_restoration": N_("Restoration of status"),
    "status_refugee_claimant": N_("Refugee claimant"),
    "status_none": N_("No status"),
    "status_permanent_resident": N_("Permanent resident"),
    "status_citizen": N_("Citizen"),
    "education_none": N_("No credential"),
    "education_secondary": N_("Secondary school"),
    "education_one_year": N_("One-year credential"),
    "education_two_year": N_("Two-year credential"),
    "education_three_year": N_("Credential of three years or more"),
    "education_two_or_more": N_("Two or more credentials"),
    "education_masters": N_("Master's degree"),
    "education_doctoral": N_("Doctorate"),
}

CASE_MESSAGES: Mapping[str, str] = {
    **_FILE_PROBLEMS,
    **_FIELD_PROBLEMS,
    **_CROSS_PROBLEMS,
    **_WARNINGS,
    **_ITEM_EDITS,
    **_FILE_EDITS,
    **_LABELS,
}
"""English source sentence of every message id of the case file."""
