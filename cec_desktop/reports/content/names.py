"""Names of the things a file lists, as the report prints them: long where there is room, short where not."""

from __future__ import annotations

from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import Client, Credential, StatusKind
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.conditions import level_message
from cec_desktop.rules.findings import Occupation, Outcome

_STATUSES: dict[StatusKind, tuple[str, str]] = {
    "work_permit": (N_("Work permit"), N_("Permit")),
    "open_work_permit": (N_("Open work permit"), N_("Open permit")),
    "post_graduation_work_permit": (N_("Post-graduation work permit"), N_("PGWP")),
    "bridging_open_work_permit": (N_("Bridging open work permit"), N_("BOWP")),
    "study_permit": (N_("Study permit"), N_("Study")),
    "visitor": (N_("Visitor"), N_("Visitor")),
    "temporary_resident_permit": (N_("Temporary resident permit"), N_("TRP")),
    "maintained": (N_("Maintained status"), N_("Maintained")),
    "restoration": (N_("Restoration of status"), N_("Restoration")),
    "refugee_claimant": (N_("Refugee claimant"), N_("Claimant")),
    "none": (N_("No status"), N_("No status")),
    "permanent_resident": (N_("Permanent resident"), N_("PR")),
    "citizen": (N_("Canadian citizen"), N_("Citizen")),
}

_CREDENTIALS: dict[Credential, str] = {
    "none": N_("Program without a credential"),
    "secondary": N_("Secondary school"),
    "certificate": N_("Certificate"),
    "diploma": N_("Diploma"),
    "trade_credential": N_("Trade credential"),
    "bachelor": N_("Bachelor’s degree"),
    "second_cycle_professional": N_("Professional degree"),
    "master": N_("Master’s degree"),
    "doctorate": N_("Doctorate"),
}


def status_name(_: Words, kind: StatusKind) -> str:
    """A kind of status."""
    return _(_STATUSES[kind][0])


def short_status_name(_: Words, kind: StatusKind) -> str:
    """A kind of status in a word."""
    return _(_STATUSES[kind][1])


def credential_name(_: Words, credential: Credential | None) -> str:
    """What a program of study leads to."""
    return _("Study") if credential is None else _(_CREDENTIALS[credential])


def name_of_test(_: Words, test: str) -> str:
    """A language test, or another way levels are shown."""
    return _.message(message(f"test_{test}"))


def client_name(client: Client) -> str:
    """The client as the forms write a name: ``OKAFOR, Adaeze``."""
    return ", ".join(part for part in (client.family_name.upper(), client.given_names) if part)


def outcome_word(_: Words, outcome: Outcome) -> str:
    """The outcome of a condition, in a word."""
    if outcome is Outcome.MET:
        return _.pgettext("condition", "Met")
    if outcome is Outcome.NOT_MET:
        return _.pgettext("condition", "Not met")
    if outcome is Outcome.UNDETERMINED:
        return _.pgettext("condition", "Undetermined")
    return _.pgettext("condition", "Not asked")


def level_name(_: Words, occupation: Occupation) -> str:
    """The level of an occupation: a TEER category since NOC 2021, a skill level before."""
    if occupation.level is None:
        return _("level not known")
    return _.message(level_message((occupation.level,), occupation.scheme))


def instrument_name(_: Words, instrument: str) -> str:
    """A statutory instrument by its series: SOR in English, DORS in French."""
    if instrument.startswith("SOR/"):
        return _("SOR/{number}", number=instrument.removeprefix("SOR/"))
    return instrument
