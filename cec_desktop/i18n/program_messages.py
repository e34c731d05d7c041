"""Sentences of the two other classes: conditions, points, missing facts and what else is to be known."""

from __future__ import annotations

from cec_desktop.i18n.markers import N_, NP_

_SHARED: dict[str, str | tuple[str, str]] = {
    "program_cec": N_("Canadian Experience Class"),
    "program_fsw": N_("Federal Skilled Worker Class"),
    "program_fst": N_("Federal Skilled Trades Class"),
    "program_pnp": N_("Provincial Nominee Class"),
    "program_text_not_held": N_("The text of that day is not held; what is held begins on {first_day}."),
    "program_not_yet": N_("The class did not exist before {first_day}."),
    "program_fact_job": N_("{employer}: {hours} h"),
    "program_fact_dollars": N_("{amount} dollars"),
    "program_language": N_("Each of the four abilities at CLB/NCLC {clb} or above."),
    "program_language_none": N_(
        "Each of the four abilities at CLB/NCLC {clb} or above: no result holds on this day."
    ),
    "program_points": N_("{points} of {maximum}"),
    "program_points_open": N_("{least} to {most} of {maximum}"),
    "program_funds": NP_(
        "Settlement funds: {least} dollars are asked for a family of {n}.",
        "Settlement funds: {least} dollars are asked for a family of {n}.",
    ),
    "program_funds_open": NP_(
        "Settlement funds: {least} to {most} dollars are asked for a family of up to {n}.",
        "Settlement funds: {least} to {most} dollars are asked for a family of up to {n}.",
    ),
    "program_funds_lifted": N_("Settlement funds: not asked, because of the offer of employment."),
    "program_funds_no_table": N_("Settlement funds: the amounts asked on this day are not held."),
    "program_funds_old": N_(
        "The amounts of the settlement funds were to be renewed by {day}: check the newer ones."
    ),
    "program_text_deduced": N_(
        "The text in force since {first_day} was not read as a whole: parts are taken from later texts."
    ),
    "program_not_verified": N_("The text was last compared with its source on {day}."),
    "program_unauthorized_work": N_(
        "Work in Canada without authorization is entered. The regulations of this class do not leave it out, "
        "unlike those of the Canadian Experience Class; an officer may see it otherwise."
    ),
}

_WORKER: dict[str, str | tuple[str, str]] = {
    "fsw_minimal": N_("Minimal requirements: without them no points are assessed."),
    "fsw_primary": N_(
        "A year of full-time work, or as much part-time work, in the primary occupation over a continuous "
        "period within ten years: {counted} h of {required} h."
    ),
    "fsw_primary_open": N_(
        "A year of full-time work, or as much part-time work, in the primary occupation over a continuous "
        "period within ten years: {counted} h of {required} h, up to {possible} h with facts that are "
        "missing."
    ),
    "fsw_primary_taken": N_(
        "No primary occupation is entered: the occupation with most work is taken for it."
    ),
    "fsw_credential": N_(
        "A Canadian credential, or a foreign one with an equivalency assessment less than five years old."
    ),
    "fsw_body_none": N_("No professional body is held to be designated for the primary occupation."),
    "fsw_body": N_("The foreign credential of this occupation is to be assessed by this body: {body}."),
    "fsw_body_physicians": N_("Medical Council of Canada"),
    "fsw_body_pharmacists": N_("Pharmacy Examining Board of Canada"),
    "fsw_points": N_("Selection grid: {points} points; {pass_mark} are required."),
    "fsw_factor_education": N_("Education: {points} ({row})"),
    "fsw_factor_first_language": N_("First official language: {points} ({row})"),
    "fsw_factor_second_language": N_("Second official language: {points} ({row})"),
    "fsw_factor_experience": N_("Experience: {points} ({row})"),
    "fsw_factor_age": N_("Age: {points} ({row})"),
    "fsw_factor_arranged_employment": N_("Arranged employment: {points} ({row})"),
    "fsw_factor_adaptability": N_("Adaptability: {points} ({row})"),
    "fsw_row_first_language": N_("for each ability 4 at the threshold, 5 one level above, 6 from two on"),
    "fsw_row_second_language": N_("4 when every ability is at CLB/NCLC 5 or above"),
    "fsw_row_years": NP_("{n} year of work", "{n} years of work"),
    "fsw_row_arranged_employment": N_("10 for a qualifying offer"),
    "fsw_row_adaptability": N_("any combination, 10 at most"),
    "fsw_row_to": N_("{one}; with facts that are missing: {other}"),
    "fsw_element_spouse_language": NP_(
        "The spouse or common-law partner has CLB/NCLC {clb} or above in every ability: {n} point",
        "The spouse or common-law partner has CLB/NCLC {clb} or above in every ability: {n} points",
    ),
    "fsw_element_study": NP_(
        "Two academic years of full-time study in Canada: {n} point",
        "Two academic years of full-time study in Canada: {n} points",
    ),
    "fsw_element_spouse_study": NP_(
        "Two academic years of full-time study in Canada by the spouse or common-law partner: {n} point",
        "Two academic years of full-time study in Canada by the spouse or common-law partner: {n} points",
    ),
    "fsw_element_work": NP_(
        "A year of authorized full-time work in Canada in an accepted occupation: {n} point",
        "A year of authorized full-time work in Canada in an accepted occupation: {n} points",
    ),
    "fsw_element_spouse_work": NP_(
        "A year of authorized full-time work in Canada by the spouse or common-law partner: {n} point",
        "A year of authorized full-time work in Canada by the spouse or common-law partner: {n} points",
    ),
    "fsw_element_relative": NP_(
        "A close relative of 18 years or more who lives in Canada as a citizen or permanent resident: "
        "{n} point",
        "A close relative of 18 years or more who lives in Canada as a citizen or permanent resident: "
        "{n} points",
    ),
    "fsw_element_arranged_employment": NP_(
        "Points for arranged employment: {n} point",
        "Points for arranged employment: {n} points",
    ),
    "fsw_substituted_evaluation": N_(
        "Below the required points an officer may put an evaluation of their own in their place, if a second "
        "officer agrees."
    ),
    "fsw_both_days": N_(
        "Requirements and points have to be met on the day of the application and on the day the visa is "
        "issued."
    ),
}

_TRADES: dict[str, str | tuple[str, str]] = {
    "fst_trade": N_("In a skilled trade occupation."),
    "fst_trade_none": N_("No work in a skilled trade occupation is entered."),
    "fst_language": N_(
        "CLB/NCLC {listening} or above in listening, {speaking} in speaking, {reading} in reading and "
        "{writing} in writing."
    ),
    "fst_language_none": N_(
        "CLB/NCLC {listening} or above in listening, {speaking} in speaking, {reading} in reading and "
        "{writing} in writing: no result holds on this day."
    ),
    "fst_experience": N_(
        "Two years of full-time work, or as much part-time work, in the trade within five years, after "
        "becoming qualified to practise it independently: {counted} h of {required} h."
    ),
    "fst_experience_open": N_(
        "Two years of full-time work, or as much part-time work, in the trade within five years, after "
        "becoming qualified to practise it independently: {counted} h of {required} h, up to {possible} h "
        "with facts that are missing."
    ),
    "fst_requirements": N_(
        "Meets the employment requirements of the occupation, but for a certificate of qualification: taken "
        "to be so."
    ),
    "fst_requirements_none": N_("Employment requirements of the occupation: there is no trade to ask for."),
    "fst_requirements_to_confirm": N_(
        "Confirm that the client meets the employment requirements that the classification gives for the "
        "trade."
    ),
    "fst_certificate_or_offer": N_("A certificate of qualification, or an offer of employment in the trade."),
    "fst_certificate": N_("Certificate of qualification of a province or of Canada in the trade."),
    "fst_offer": N_("Offer of full-time work in the trade for a year or more, with what supports it."),
    "fst_offer_none": N_("Offer of employment: none is entered."),
    "fst_substituted_evaluation": N_(
        "An officer may put an evaluation of their own in place of the requirements, if another officer "
        "agrees."
    ),
}

_MISSING: dict[str, str | tuple[str, str]] = {
    "qualified_day_not_known": N_(
        "From which day on was the client qualified to practise independently at {employer}?"
    ),
    "assessing_body_not_known": N_("Was the credential assessed by this body: {body}?"),
    "permit_on_day_not_known": N_("Does the client hold a right to work in Canada on the day?"),
    "study_end_not_known": N_("On which day did the study “{study}” end?"),
    "relative_not_known_relation": N_("How is the relative in Canada related?"),
    "relative_not_known_status": N_("Is the relative in Canada a citizen or permanent resident?"),
    "relative_not_known_lives_in_canada": N_("Does the relative live in Canada?"),
    "funds_amount_not_known": N_("How much are the settlement funds?"),
    "child_birth_not_known": N_("When was the child born?"),
}

PROGRAM_MESSAGES: dict[str, str | tuple[str, str]] = {**_SHARED, **_WORKER, **_TRADES, **_MISSING}
