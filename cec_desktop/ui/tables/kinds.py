"""The names of every fixed choice of the case file, in the order in which forms offer them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.language import load_language
from cec_desktop.ui.timeline.wording import STATUS_NAMES

Names = Mapping[str, str]

STATUS: Final[Names] = STATUS_NAMES
LEAVE: Final[Names] = {
    "paid_vacation": N_("Paid vacation"),
    "unpaid": N_("Unpaid leave"),
    "parental": N_("Parental leave"),
    "sick": N_("Sick leave"),
    "layoff": N_("Layoff"),
    "other": N_("Other leave"),
}
PER: Final[Names] = {"week": N_("a week"), "period": N_("in all")}
PURPOSE: Final[Names] = {
    "vacation": N_("Vacation"),
    "remote_work": N_("Remote work"),
    "study": N_("Studies"),
    "family": N_("Family"),
    "other": N_("Other purpose"),
}
INSTITUTION: Final[Names] = {
    "public": N_("Public"),
    "private_quebec_funded": N_("Private, funded by Quebec"),
    "private_degree_granting": N_("Private, may grant degrees"),
    "other": N_("Other institution"),
}
CREDENTIAL: Final[Names] = {
    "none": N_("No credential"),
    "secondary": N_("Secondary school diploma"),
    "certificate": N_("Certificate"),
    "diploma": N_("Diploma"),
    "trade_credential": N_("Trade or apprenticeship credential"),
    "bachelor": N_("Bachelor's degree"),
    "second_cycle_professional": N_("Professional degree of the second cycle"),
    "master": N_("Master's degree"),
    "doctorate": N_("Doctorate"),
}
EDUCATION: Final[Names] = {
    "none": N_("Less than secondary school"),
    "secondary": N_("Secondary school"),
    "one_year": N_("One-year credential"),
    "two_year": N_("Two-year credential"),
    "three_year": N_("Credential of three years or more"),
    "two_or_more": N_("Two or more credentials"),
    "masters": N_("Master's or professional degree"),
    "doctoral": N_("Doctorate"),
}
MARITAL: Final[Names] = {
    "never_married": N_("Never married"),
    "married": N_("Married"),
    "common_law": N_("Common-law"),
    "separated": N_("Separated"),
    "divorced": N_("Divorced"),
    "widowed": N_("Widowed"),
    "annulled": N_("Marriage annulled"),
}
SEX: Final[Names] = {"F": N_("Female"), "M": N_("Male"), "X": N_("Another gender (X)")}
LANGUAGE: Final[Names] = {"en": N_("English"), "fr": N_("French")}
PROGRAM_CLASS: Final[Names] = {
    "cec": N_("Canadian Experience Class"),
    "fsw": N_("Federal Skilled Worker"),
    "fst": N_("Federal Skilled Trades"),
    "pnp": N_("Provincial Nominee"),
}
OFFER_BASIS: Final[Names] = {
    "lmia": N_("Labour market impact assessment (LMIA)"),
    "exempt_treaty": N_("Exempt by a treaty"),
    "exempt_r205": N_("Exempt under R205"),
    "none": N_("None of these"),
}
ACTIVITY: Final[Names] = {
    "address": N_("Address"),
    "work": N_("Work"),
    "study": N_("Studies"),
    "unemployed": N_("Unemployed"),
    "travel": N_("Travel"),
    "military": N_("Military service"),
    "other": N_("Other activity"),
}
WHOSE: Final[Names] = {"client": N_("Of the client"), "spouse": N_("Of the spouse")}
TEF_COLUMN: Final[Names] = {
    "former": N_("Former scale (to 450)"),
    "since_2019": N_("Scale since 2019 (to 699)"),
}
TESTS: Final = (
    "ielts_general",
    "celpip_general",
    "pte_core",
    "tef_canada",
    "tcf_canada",
    "benchmarks",
    "written_evidence",
)
ABILITY: Final[Names] = {
    "listening": N_("Listening"),
    "reading": N_("Reading"),
    "writing": N_("Writing"),
    "speaking": N_("Speaking"),
}
ABILITY_SHORT: Final[Names] = {
    "listening": N_("List."),
    "reading": N_("Read."),
    "writing": N_("Writ."),
    "speaking": N_("Speak."),
}


def name(names: Names, value: str, words: Words) -> str:
    """The name of a choice; one this version does not know is shown as it is."""
    return words(names[value]) if value in names else value


def test_name(kind: str, words: Words) -> str:
    """The official name of a language test."""
    return load_language().test(kind).names[words.language]
