"""Sentences of the points: sections, lines, rows of the tables, missing facts, changes and what comes."""

from __future__ import annotations

from cec_desktop.i18n.markers import N_, NP_

_NAMES: dict[str, str | tuple[str, str]] = {
    "crs_section_core": N_("Core factors"),
    "crs_section_spouse": N_("Spouse or common-law partner"),
    "crs_section_transferability": N_("Skill transferability"),
    "crs_section_additional": N_("Additional points"),
    "crs_line_age": N_("Age"),
    "crs_line_education": N_("Education"),
    "crs_line_first_language": N_("First official language"),
    "crs_line_second_language": N_("Second official language"),
    "crs_line_canadian_work": N_("Canadian work experience"),
    "crs_line_spouse_education": N_("Education of the spouse"),
    "crs_line_spouse_language": N_("Official language of the spouse"),
    "crs_line_spouse_canadian_work": N_("Canadian work experience of the spouse"),
    "crs_line_c_education_language": N_("Education and official language"),
    "crs_line_c_education_canadian_work": N_("Education and Canadian work experience"),
    "crs_line_c_education_group": N_("Education, together"),
    "crs_line_c_foreign_language": N_("Foreign work experience and official language"),
    "crs_line_c_foreign_canadian_work": N_("Foreign and Canadian work experience"),
    "crs_line_c_foreign_group": N_("Foreign work experience, together"),
    "crs_line_c_certificate": N_("Certificate of qualification"),
    "crs_line_d_nomination": N_("Provincial nomination"),
    "crs_line_d_job_offer": N_("Arranged employment"),
    "crs_line_d_canadian_study": N_("Study in Canada"),
    "crs_line_d_sibling": N_("Brother or sister in Canada"),
    "crs_line_d_french": N_("Proficiency in French"),
}

_ROWS: dict[str, str | tuple[str, str]] = {
    "crs_row_open": N_("{least}; at best: {most}"),
    "crs_row_pair": N_("{one}; {other}"),
    "crs_row_age": NP_("{n} year old", "{n} years old"),
    "crs_row_years": NP_("{n} year in Canada", "{n} years in Canada"),
    "crs_row_no_year": N_("less than a year in Canada"),
    "crs_row_years_abroad": NP_("{n} year abroad", "{n} years abroad"),
    "crs_row_no_year_abroad": N_("less than a year abroad"),
    "crs_row_no_result": N_("no result that holds"),
    "crs_row_levels": N_("listening {listening}, reading {reading}, writing {writing}, speaking {speaking}"),
    "crs_row_language": N_("{language}: {levels}"),
    "crs_english": N_("in English"),
    "crs_french": N_("in French"),
    "crs_row_band": N_("CLB/NCLC {clb} or above in all abilities"),
    "crs_row_no_band": N_("below CLB/NCLC {clb} in an ability"),
    "crs_row_lowest": N_("lowest ability CLB/NCLC {clb}"),
    "crs_row_group": NP_("at most {n} point", "at most {n} points"),
    "crs_row_yes": N_("yes"),
    "crs_row_no": N_("no"),
    "crs_row_offer_none": N_("no qualifying offer"),
    "crs_row_offer_other": N_("offer in another occupation than senior management"),
    "crs_row_offer_senior": N_("offer in senior management (major group 00)"),
    "crs_row_study_none": N_("no eligible Canadian credential"),
    "crs_row_study_short": N_("Canadian credential of one or two years"),
    "crs_row_study_long": N_("Canadian credential of three years or more, or a graduate degree"),
    "crs_row_no_french": N_("French below NCLC {clb} in an ability"),
    "crs_row_french": N_("French at NCLC {clb}, English below CLB {english} or none"),
    "crs_row_french_with_english": N_("French at NCLC {clb}, English at CLB {english}"),
    "crs_fact_job": N_("{employer}: {hours} h"),
    "crs_level_none": N_("less than secondary school"),
    "crs_level_secondary": N_("secondary school"),
    "crs_level_one_year": N_("one-year post-secondary program"),
    "crs_level_two_year": N_("two-year post-secondary program"),
    "crs_level_three_year": N_("post-secondary program of three years or more"),
    "crs_level_two_or_more": N_("two or more post-secondary programs, one of three years or more"),
    "crs_level_masters": N_("master’s or professional degree"),
    "crs_level_doctoral": N_("doctoral degree"),
}

_MISSING: dict[str, str | tuple[str, str]] = {
    "crs_completed_not_known": N_("On which day exactly was the credential completed?"),
    "crs_canadian_not_known": N_("Is the credential a Canadian one?"),
    "crs_assessment_not_known": N_("On which day was the educational credential assessment issued?"),
    "crs_test_language_not_known": N_("Which language was tested in {test}?"),
    "crs_accompanying_not_known": N_("Does the spouse or common-law partner come along?"),
    "crs_spouse_settled_not_known": N_(
        "Is the spouse or common-law partner a citizen or permanent resident?"
    ),
    "crs_certificate_day_not_known": N_("On which day was the certificate of qualification issued?"),
    "crs_nomination_day_not_known": N_("On which day was the provincial nomination issued?"),
    "crs_nomination_kind_not_known": N_("Is the provincial nomination one through Express Entry?"),
    "crs_offer_not_known_noc": N_("Which occupation (NOC) is the offer in?"),
    "crs_offer_not_known_end": N_("On which day exactly does the job offered end?"),
    "crs_offer_not_known_basis": N_(
        "What supports the offer: a labour market impact assessment or an exemption?"
    ),
    "crs_offer_not_known_works_there_on_permit": N_(
        "Does the client work for the employer on a work permit?"
    ),
    "crs_offer_not_known_months_worked_there": N_("How many months has the client worked for the employer?"),
    "crs_study_not_known_country": N_("In which country was the study?"),
    "crs_study_not_known_full_time": N_("Was the study full-time?"),
    "crs_study_not_known_full_time_months": N_("How many months of full-time study were there?"),
    "crs_study_not_known_distance": N_("Was it distance learning?"),
    "crs_study_not_known_mostly_language_training": N_("Was the study mostly language training?"),
    "crs_sibling_not_known": N_(
        "Does a brother or sister of 18 years or more live in Canada as a citizen or permanent resident?"
    ),
}

_NOTES: dict[str, str | tuple[str, str]] = {
    "crs_canadian_study_assumed": N_(
        "Points for study in Canada: no study is entered behind the Canadian credential; it is taken to be "
        "eligible."
    ),
    "crs_job_offer_assumed": N_(
        "Points for arranged employment: hours or length of the offer are not entered; it is taken to be "
        "full-time for a year or more."
    ),
    "crs_not_exact": N_(
        "Not exact: new rules in force from {first_day} are known as announced only, without their points "
        "(high-wage occupations). The score is that of the rules of {version}."
    ),
    "crs_mixed_english": N_(
        "Points for French: English reaches the level in some abilities only. The text is silent; the lower "
        "points are given."
    ),
}

_CHANGES: dict[str, str | tuple[str, str]] = {
    "crs_change_first_language_listening": N_("One level more in listening, {language}"),
    "crs_change_first_language_reading": N_("One level more in reading, {language}"),
    "crs_change_first_language_writing": N_("One level more in writing, {language}"),
    "crs_change_first_language_speaking": N_("One level more in speaking, {language}"),
    "crs_change_first_language_all": N_("CLB/NCLC {clb} in all abilities, {language}"),
    "crs_change_second_language": N_(
        "CLB/NCLC {clb} in all abilities of the second official language, {language}"
    ),
    "crs_change_spouse_language": N_("Test of the spouse with CLB/NCLC {clb} in all abilities"),
    "crs_change_credential_assessment": N_("Educational credential assessment: {level}"),
    "crs_change_credential_assessment_all": N_(
        "Educational credential assessment of all foreign credentials"
    ),
    "crs_change_spouse_assessment": N_("Educational credential assessment of the spouse: {level}"),
    "crs_change_spouse_assessment_all": N_(
        "Educational credential assessment of all foreign credentials of the spouse"
    ),
    "crs_change_canadian_program": N_("A one-year post-secondary program in Canada"),
    "crs_change_work_three_months": N_("Three more months of full-time work in Canada"),
    "crs_change_work_next_year": NP_(
        "Full-time work in Canada until {n} year is complete",
        "Full-time work in Canada until {n} years are complete",
    ),
    "crs_change_nomination": N_("A provincial nomination"),
    "crs_change_certificate": N_("A certificate of qualification in a trade"),
    "crs_change_job_offer": N_("A qualifying offer of arranged employment"),
    "crs_change_without_spouse": N_("The spouse or common-law partner does not come along"),
    "crs_change_with_spouse": N_("The spouse or common-law partner comes along"),
}

_STEPS: dict[str, str | tuple[str, str]] = {
    "crs_step_age": NP_("turns {n} year old", "turns {n} years old"),
    "crs_step_canadian_reached": NP_(
        "{n} year of work in Canada complete",
        "{n} years of work in Canada complete",
    ),
    "crs_step_canadian_lost": NP_(
        "work in Canada leaves the ten years: {n} year left",
        "work in Canada leaves the ten years: {n} years left",
    ),
    "crs_step_foreign_reached": NP_(
        "{n} year of work abroad complete",
        "{n} years of work abroad complete",
    ),
    "crs_step_foreign_lost": NP_(
        "work abroad leaves the ten years: {n} year left",
        "work abroad leaves the ten years: {n} years left",
    ),
    "crs_step_education": N_("credentials that count change"),
    "crs_step_claims": N_("nomination, offer or certificate changes"),
    "crs_step_spouse": N_("facts of the spouse change"),
    "crs_step_announced": N_("new rules whose points are not known"),
}

CRS_MESSAGES: dict[str, str | tuple[str, str]] = {
    **_NAMES,
    **_ROWS,
    **_MISSING,
    **_NOTES,
    **_CHANGES,
    **_STEPS,
}
