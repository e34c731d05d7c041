"""Sentences of the rules: conditions, facts, dates, missing facts and advisories, by message id.

A pair is a sentence in the singular and the plural, chosen by its argument ``n``.
"""

from __future__ import annotations

from collections.abc import Mapping

from cec_desktop.i18n.markers import N_, NP_

_CONDITIONS: Mapping[str, str | tuple[str, str]] = {
    "class_in_force": N_("The Canadian Experience Class did not exist before {first_day} ({instrument})."),
    "residence_intent": N_("Intends to live in a province other than Quebec: not entered."),
    "residence_intent_in": N_("Intends to live in a province other than Quebec: {place}."),
    "streams": N_("Qualifies through one of the two streams."),
    "stream_graduate": N_("Post-graduation stream: one year of work in Canada after a Canadian credential."),
    "stream_temporary_foreign_worker": N_("Temporary foreign worker stream: two years of work in Canada."),
    "credential_none": N_("No Canadian credential obtained before the application is entered."),
    "credential_met": N_("Credential under clause {clause}, obtained {obtained}: {institution}."),
    "credential_undetermined": N_(
        "Credential obtained {obtained} ({institution}): facts are missing to tell whether it "
        "qualifies under clause {clause}."
    ),
    "credential_not_met": N_(
        "Credential obtained {obtained} ({institution}): its kind, length or place does not qualify."
    ),
    "window": N_("from {first} to {last}"),
    "work_experience_met": N_(
        "Full-time work in Canada or its part-time equivalent, {window}: {counted} h counted, "
        "{required} h required."
    ),
    "work_experience_undetermined": N_(
        "Full-time work in Canada or its part-time equivalent, {window}: {counted} h counted "
        "and {possible} h possible, {required} h required."
    ),
    "work_experience_not_met": N_(
        "Full-time work in Canada or its part-time equivalent, {window}: {counted} h counted, "
        "{required} h required, at most {possible} h possible."
    ),
    "work_experience_short": N_(
        "Full-time work in Canada or its part-time equivalent, {window}: only {counted} h counted, "
        "{required} h required."
    ),
    "occupation_level": N_("In occupations of {levels}."),
    "restricted_occupation": N_("Not a restricted occupation: none has been designated."),
    "lead_statement_met": N_("Performed the actions described in the lead statement of the occupation."),
    "lead_statement_assumed": N_(
        "Performed the actions described in the lead statement of the occupation: assumed, "
        "not confirmed for every job."
    ),
    "lead_statement_no_work": N_("No work to hold against the lead statement of an occupation."),
    "lead_statement_not_met": N_(
        "Did not perform the actions described in the lead statement of the occupation."
    ),
    "main_duties_met": N_(
        "Performed a substantial number of the main duties, including all essential duties."
    ),
    "main_duties_assumed": N_(
        "Performed a substantial number of the main duties, including all essential duties: "
        "assumed, not confirmed for every job."
    ),
    "main_duties_no_work": N_("No work to hold against the main duties of an occupation."),
    "main_duties_not_met": N_("Did not perform a substantial number of the main duties."),
    "language_none": N_("Language proficiency: no test result is entered."),
    "language_none_held": N_("Language proficiency: no result entered holds on this day."),
    "language_met": N_(
        "Language proficiency, {test} of {result}: listening {listening}, reading {reading}, "
        "writing {writing}, speaking {speaking}."
    ),
    "language_not_met": N_(
        "Language proficiency below the threshold, {test} of {result}: listening {listening}, "
        "reading {reading}, writing {writing}, speaking {speaking}."
    ),
    "language_undetermined": N_(
        "Language proficiency not settled, {test} of {result}: listening {listening}, reading "
        "{reading}, writing {writing}, speaking {speaking}."
    ),
    "language_met_undated": N_(
        "Language proficiency, {test}, day of the result not entered: listening {listening}, reading "
        "{reading}, writing {writing}, speaking {speaking}."
    ),
    "language_not_met_undated": N_(
        "Language proficiency below the threshold, {test}, day of the result not entered: listening "
        "{listening}, reading {reading}, writing {writing}, speaking {speaking}."
    ),
    "language_undetermined_undated": N_(
        "Language proficiency not settled, {test}, day of the result not entered: listening {listening}, "
        "reading {reading}, writing {writing}, speaking {speaking}."
    ),
    "language_level_no_work": N_("No work counts, so no language threshold is fixed."),
    "language_level_open": N_("The language threshold hangs on facts that are missing: {levels}."),
    "language_level_by_level": N_(
        "CLB/NCLC {clb} or a combination that serves, for the level with most of the work: {main}."
    ),
    "language_level_by_occupation": N_(
        "CLB/NCLC {clb} in each ability, for the occupation with most of the work: {main}."
    ),
    "work_not_known": N_("not known"),
    "study_excluded": N_("Work during full-time study is left out: none found."),
    "study_excluded_days": NP_(
        "Work during full-time study is left out: {n} day.",
        "Work during full-time study is left out: {n} days.",
    ),
    "study_excluded_open": NP_(
        "Work during full-time study is left out: {n} day not settled.",
        "Work during full-time study is left out: {n} days not settled.",
    ),
    "self_employment_excluded": N_("Self-employment and unauthorized work are left out: none found."),
    "self_employment_excluded_days": NP_(
        "Self-employment and unauthorized work are left out: {n} day.",
        "Self-employment and unauthorized work are left out: {n} days.",
    ),
    "self_employment_excluded_open": NP_(
        "Self-employment and unauthorized work are left out: {n} day not settled.",
        "Self-employment and unauthorized work are left out: {n} days not settled.",
    ),
    "temporary_status": N_("Temporary resident status during the work that counts."),
    "temporary_status_days": NP_(
        "Work without temporary resident status is left out: {n} day.",
        "Work without temporary resident status is left out: {n} days.",
    ),
    "temporary_status_open": NP_(
        "Temporary resident status during the work: {n} day not documented.",
        "Temporary resident status during the work: {n} days not documented.",
    ),
    "study_status_met": N_("Temporary resident status during all full-time study or training in Canada."),
    "study_status_not_met": N_(
        "No temporary resident status during some full-time study or training in Canada."
    ),
    "study_status_undetermined": N_(
        "Temporary resident status during full-time study or training in Canada: not documented."
    ),
}

_FACTS: Mapping[str, str | tuple[str, str]] = {
    "fact_text": N_("{text}"),
    "fact_day": N_("{day}"),
    "fact_job": N_("{employer}: {hours} h, days counted: {days}"),
    "employer_not_entered": N_("employer not entered"),
    "institution_not_entered": N_("institution not entered"),
    "fact_occupation": N_("NOC {edition} {code}, {level}"),
    "fact_occupation_carried": N_(
        "NOC {edition} {code}, {level} (carried over from NOC {from_edition} {from_code})"
    ),
    "fact_occupation_open": N_("NOC {edition} {code}: carried over to occupations that do not agree"),
    "fact_occupation_none": N_("occupation not entered"),
    "fact_duties_denied": N_("duties of the occupation not performed"),
    "fact_levels": N_(
        "{test}: listening {listening}, reading {reading}, writing {writing}, speaking {speaking}"
    ),
    "fact_days_left_out": NP_("{n} day left out", "{n} days left out"),
    "fact_days_not_known": NP_("{n} day not known", "{n} days not known"),
    "teer_0": N_("TEER 0"),
    "teer_1": N_("TEER 1"),
    "teer_2": N_("TEER 2"),
    "teer_3": N_("TEER 3"),
    "teer_4": N_("TEER 4"),
    "teer_5": N_("TEER 5"),
    "teer_0_1_2_3": N_("TEER Category 0, 1, 2 or 3"),
    "teer_0_1": N_("TEER Category 0 or 1"),
    "teer_2_3": N_("TEER Category 2 or 3"),
    "skill_level_0": N_("Skill Type 0"),
    "skill_level_A": N_("Skill Level A"),
    "skill_level_B": N_("Skill Level B"),
    "skill_level_C": N_("Skill Level C"),
    "skill_level_D": N_("Skill Level D"),
    "skill_level_0_A": N_("Skill Type 0 or Skill Level A"),
    "skill_level_0_A_B": N_("Skill Type 0 or Skill Level A or B"),
    "test_ielts_general": N_("IELTS General Training"),
    "test_celpip_general": N_("CELPIP-General"),
    "test_pte_core": N_("PTE Core"),
    "test_tef_canada": N_("TEF Canada"),
    "test_tcf_canada": N_("TCF Canada"),
    "test_benchmarks": N_("Benchmarks stated"),
    "test_written_evidence": N_("Written evidence"),
    "province_AB": N_("Alberta"),
    "province_BC": N_("British Columbia"),
    "province_MB": N_("Manitoba"),
    "province_NB": N_("New Brunswick"),
    "province_NL": N_("Newfoundland and Labrador"),
    "province_NS": N_("Nova Scotia"),
    "province_NT": N_("Northwest Territories"),
    "province_NU": N_("Nunavut"),
    "province_ON": N_("Ontario"),
    "province_PE": N_("Prince Edward Island"),
    "province_QC": N_("Quebec"),
    "province_SK": N_("Saskatchewan"),
    "province_YT": N_("Yukon"),
}

_REASONS: Mapping[str, str | tuple[str, str]] = {
    "reason_abroad": N_("outside Canada"),
    "reason_unpaid": N_("not paid"),
    "reason_self_employed": N_("self-employed"),
    "reason_occupation_level": N_("occupation level"),
    "reason_duties": N_("duties not performed"),
    "reason_unauthorized": N_("not authorized to work"),
    "reason_no_status": N_("no temporary resident status"),
    "reason_full_time_study": N_("full-time study"),
    "reason_leave": N_("on leave"),
    "reason_before_credential": N_("before the credential"),
    "reason_outside_window": N_("outside the window"),
    "reason_not_known": N_("not known"),
}

_DATES: Mapping[str, str | tuple[str, str]] = {
    "search_limit": N_("no end within ten years"),
    "law_changes": N_("the rules change ({rules})"),
    "occupations_change": N_("the occupations that count change"),
    "physicians_policy_begins": N_("self-employed work of publicly funded physicians begins to count"),
    "hours_reached": N_("hours reached"),
    "hours_reached_surely": N_("hours reached, even without the days not known"),
    "work_leaves_window": N_("work of {month} leaves the window"),
    "test_result": N_("{test} result of {result}"),
    "test_expires": N_("{test} of {result} expires"),
    "threshold_changes": N_("the language threshold changes"),
    "facts_change": N_("facts of the file change"),
}

_INTAKE: Mapping[str, str | tuple[str, str]] = {
    "designated_test_met": N_(
        "Results of a designated language test, within their age, come with the application."
    ),
    "designated_test_not_met": N_(
        "No results of a designated language test within their age: the application would be returned."
    ),
    "designated_test_undetermined": N_("The day of the language test result is missing."),
    "without_excluded_occupations_met": N_(
        "Qualifies without the occupations excluded by the instructions ({codes})."
    ),
    "without_excluded_occupations_not_met": N_(
        "Does not qualify without the occupations excluded by the instructions ({codes}): the "
        "application would be returned."
    ),
    "without_excluded_occupations_undetermined": N_(
        "Facts are missing to tell whether the client qualifies without the excluded occupations ({codes})."
    ),
    "no_invitation_yet": N_("No invitation to apply is entered; an application needs one."),
    "invitation_class_met": N_("The invitation is for the Canadian Experience Class."),
    "invitation_class_not_met": N_("The invitation is for another class."),
    "invitation_class_undetermined": N_("The class of the invitation is not entered."),
    "invitation_declined_met": N_("The invitation is declined on {day}, after this day."),
    "invitation_declined_not_met": N_("The invitation was declined on {day}."),
    "invitation_day_not_known": N_("The day of the invitation is not entered."),
    "invitation_issued_met": N_("Invited on {day}."),
    "invitation_issued_not_met": N_("The invitation of {day} does not exist on this day."),
    "invitation_in_time_met": N_(
        "Within the {days} days to answer the invitation of {issued}: last day {last}."
    ),
    "invitation_in_time_not_met": N_(
        "Past the {days} days to answer the invitation of {issued}: last day was {last}."
    ),
    "member_at_invitation_met": N_("Member of the class on the day of the invitation, {day}."),
    "member_at_invitation_not_met": N_("Not a member of the class on the day of the invitation, {day}."),
    "member_at_invitation_undetermined": N_(
        "Membership on the day of the invitation, {day}, is undetermined."
    ),
    "member_at_application_met": N_("Member of the class on the day of the application, {day}."),
    "member_at_application_not_met": N_("Not a member of the class on the day of the application, {day}."),
    "member_at_application_undetermined": N_(
        "Membership on the day of the application, {day}, is undetermined."
    ),
}

_MISSING: Mapping[str, str | tuple[str, str]] = {
    "destination_not_known": N_("Where does the client intend to live?"),
    "study_status_not_known": N_("Which status did the client hold during the full-time study in Canada?"),
    "credential_not_known": N_("A fact about the credential “{study}” is missing."),
    "credential_not_known_country": N_("In which country was the study “{study}”?"),
    "credential_not_known_credential": N_("Which credential did the study “{study}” lead to?"),
    "credential_not_known_credential_date": N_("On which day exactly was the credential “{study}” obtained?"),
    "credential_not_known_institution_kind": N_("Of which kind is the institution of the study “{study}”?"),
    "credential_not_known_full_time_months": N_(
        "How many months of full-time study did “{study}” take, scheduled breaks left out?"
    ),
    "credential_not_known_months_in_canada": N_(
        "For how many months of the study “{study}” was the client in Canada?"
    ),
    "credential_not_known_mostly_language_training": N_("Was the study “{study}” mostly language training?"),
    "credential_not_known_award_with_return_condition": N_(
        "Did an award for the study “{study}” oblige the client to return home?"
    ),
    "status_not_known": N_("Which status did the client hold on the days of work that no status covers?"),
    "study_not_known": N_("Was the study full-time, and from which day to which?"),
    "absence_not_known": N_("On which days exactly was the client outside Canada?"),
    "authorization_not_known": N_("Was the client authorized to work at {employer}?"),
    "occupation_not_known": N_("Which occupation (NOC) was the work at {employer}?"),
    "hours_not_known": N_("How many hours a week was the work at {employer}?"),
    "edge_not_known_start": N_("On which day exactly did the work at {employer} begin?"),
    "edge_not_known_end": N_("On which day exactly did the work at {employer} end?"),
    "leave_not_known": N_("Which kind of leave from {employer}, and on which days exactly?"),
    "job_fact_not_known": N_("A fact about the work at {employer} is missing."),
    "job_fact_not_known_country": N_("Was the work at {employer} in Canada?"),
    "job_fact_not_known_paid": N_("Was the work at {employer} paid?"),
    "job_fact_not_known_self_employed": N_("Was the client self-employed in the work at {employer}?"),
    "job_fact_not_known_physically_in_canada": N_(
        "Was the client physically in Canada while working at {employer}?"
    ),
    "job_fact_not_known_publicly_funded_physician": N_(
        "Was the work at {employer} that of a publicly funded physician?"
    ),
    "result_date_not_known": N_("On which day was the result of {test} issued?"),
    "level_not_known_listening": N_("Which score did {test} give for listening?"),
    "level_not_known_reading": N_("Which score did {test} give for reading?"),
    "level_not_known_writing": N_("Which score did {test} give for writing?"),
    "level_not_known_speaking": N_("Which score did {test} give for speaking?"),
    "undated_entry": N_("An entry without a start date changes no hours."),
}

_ADVISORIES: Mapping[str, str | tuple[str, str]] = {
    "close_call_calendar_year": N_(
        "Close call: the hours are met on {days} qualifying days, fewer than the {needed} of "
        "the calendar; an officer may count months."
    ),
    "close_call_hours": N_(
        "Close call: {margin} h above the requirement, less than {spare} h to spare; an "
        "officer may count months."
    ),
    "threshold_readings_differ": N_(
        "The regulation asks CLB/NCLC {law} (occupation with most work); the instructions, "
        "read by level, ask {other}. The regulation decides."
    ),
    "threshold_tie": N_(
        "Exact tie between occupations of different thresholds: the higher, CLB/NCLC {clb}, applies."
    ),
    "vacation_over_two_weeks": N_(
        "Paid vacation past two weeks in a year of the job is left out; an officer may count more ({jobs})."
    ),
    "foreign_employer": N_(
        "Employer outside Canada, work done in Canada: it counts by the regulation, but some "
        "officers dispute it ({jobs})."
    ),
    "law_not_verified": N_("The law was compared with the official text to {verified_to} only."),
    "noc_editions_differ": N_(
        "The two editions of the classification that may be read place this work at different levels "
        "({jobs})."
    ),
    "duties_to_confirm": N_(
        "Duties taken as those of the occupation; confirm with the employer's letter ({jobs})."
    ),
    "study_abroad": N_(
        "Work during full-time study outside Canada or by distance is left out; this reading is disputed."
    ),
    "closed_permit": N_(
        "A work permit without an employer is taken to cover the job; check the permit's conditions."
    ),
    "physician_policy": N_(
        "Self-employment counts under the public policy for physicians only with an "
        "invitation issued on or after {first_day}."
    ),
    "caps_2013_2014": N_(
        "Applications of 2013 and 2014 were capped; whether a cap was reached is no fact of the file."
    ),
    "invitation_90_days_2020": N_(
        "Invitations of March 2020: the day from which 90 days applied was not found; 2020-03-01 is used."
    ),
    "maintained_not_shown": N_(
        "Maintained status is taken as entered; the day the extension was applied for is missing."
    ),
    "projected": N_(
        "Projected: ongoing jobs and open-ended status are taken to go on as they are after {today}."
    ),
}

_LAW: Mapping[str, str | tuple[str, str]] = {
    "law_residence_intent": N_(
        "The class is for those who intend to live in a province or territory other than Quebec. "
        "Work done in Quebec counts all the same."
    ),
    "law_streams": N_(
        "One of two ways is enough: work after a Canadian credential, or longer work as a temporary "
        "foreign worker."
    ),
    "law_credential": N_(
        "A diploma, degree or trade credential of a recognized post-secondary institution, after "
        "{months} months of full-time study in Canada; a graduate degree of {short} months serves soon "
        "after an earlier credential. Language courses, and awards that oblige to return home, do not serve."
    ),
    "law_work_experience": N_(
        "At least {hours} hours of paid work in Canada, full-time at {week} hours a week or as much "
        "part-time, within the {years} years before the application. More hours in a week add nothing; "
        "the day of the application is left out."
    ),
    "law_work_experience_after_credential": N_(
        "At least {hours} hours of paid work in Canada after the credential, full-time at {week} hours a "
        "week or as much part-time, within the {years} years before the application. More hours in a week "
        "add nothing; the day of the application is left out."
    ),
    "law_occupation_level": N_(
        "Only work in occupations of {levels} of the National Occupational Classification counts."
    ),
    "law_restricted_occupation": N_("Work in an occupation the Minister has restricted does not count."),
    "law_lead_statement": N_(
        "In the job, the client did what the lead statement of the occupation describes."
    ),
    "law_main_duties": N_(
        "In the job, the client did a substantial number of the occupation's main duties, and all of the "
        "essential ones."
    ),
    "law_language": N_(
        "Listening, reading, writing and speaking, in English or in French, are shown by an approved test of "
        "a designated organization, each at the level asked."
    ),
    "law_language_or_written": N_(
        "Listening, reading, writing and speaking, in English or in French, are shown by a test of a "
        "designated organization or by other evidence in writing, each at the level asked."
    ),
    "law_language_level_by_occupation": N_(
        "CLB/NCLC {first} in each ability for {high}, {second} for {low}. With several occupations, that of "
        "the occupation with most of the work."
    ),
    "law_language_level_by_level_or_combination": N_(
        "CLB/NCLC {first} in each ability for {high}, {second} for {low}, or a combination around it. With "
        "both, that of the level with most of the work."
    ),
    "law_study_excluded": N_(
        "Work done during full-time study does not count, be it a co-op term or a job on or off campus."
    ),
    "law_self_employment_excluded": N_("Self-employment and work without authorization do not count."),
    "law_self_employment_excluded_but_physicians": N_(
        "Self-employment and work without authorization do not count. By a public policy, self-employment "
        "of publicly funded physicians invited on or after {first_day} counts."
    ),
    "law_temporary_status": N_("Work counts only on days of temporary resident status."),
    "law_temporary_status_and_study": N_(
        "Work counts only on days of temporary resident status, and full-time study or training in Canada "
        "asks for that status too."
    ),
    "law_study_status": N_(
        "Full-time study or training in Canada asks for temporary resident status on all of its days."
    ),
    "law_designated_test": N_(
        "An application without results of a designated language test within their age is returned."
    ),
    "law_without_excluded_occupations": N_(
        "An application cannot rest on the occupations the instructions exclude; others may carry it."
    ),
    "law_no_invitation_yet": N_("Since 2015, only those invited under Express Entry may apply."),
    "law_invitation_class": N_("The invitation names the class for which one may apply."),
    "law_invitation_not_declined": N_("An invitation that was declined can no longer be answered."),
    "law_invitation_issued": N_("The application follows the invitation."),
    "law_invitation_in_time": N_(
        "The application is made within the days the instructions allow; the day of the invitation is left "
        "out."
    ),
    "law_member_at_invitation": N_("The class must be met on the day of the invitation."),
    "law_member_at_application": N_("The class must be met on the day the application is received."),
}
"""What the law asks, in our own plain words; the regulation alone is the law."""

LAW_MESSAGES: Mapping[str, str | tuple[str, str]] = {
    **_CONDITIONS,
    **_FACTS,
    **_REASONS,
    **_DATES,
    **_INTAKE,
    **_MISSING,
    **_ADVISORIES,
    **_LAW,
}
