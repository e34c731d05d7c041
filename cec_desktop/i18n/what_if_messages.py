"""Sentences of the what-if: what is compared, how it stands, and what was tried."""

from __future__ import annotations

from cec_desktop.i18n.markers import N_, NP_

WHAT_IF_MESSAGES: dict[str, str | tuple[str, str]] = {
    # What is compared.
    "what_if_outcome": N_("Outcome"),
    "what_if_on": N_("Assessed on"),
    "what_if_earliest": N_("Member from"),
    "what_if_last": N_("Member until"),
    "what_if_safe": N_("Safe from"),
    "what_if_hours": N_("Hours counted"),
    "what_if_language": N_("Language level"),
    "what_if_intake": N_("Intake"),
    # How it stands.
    "what_if_is_met": N_("member"),
    "what_if_is_not_met": N_("not a member"),
    "what_if_is_undetermined": N_("undetermined"),
    "what_if_is_not_applicable": N_("not asked"),
    "what_if_day": N_("{day}"),
    "what_if_open_day": N_("{day} at best"),
    "what_if_never": N_("not within ten years"),
    "what_if_no_day": N_("no day"),
    "what_if_no_hours": N_("no hours"),
    "what_if_no_level": N_("no level"),
    "what_if_counted_hours": N_("{counted} of {required}"),
    "what_if_open_hours": N_("{least} to {most} of {required}"),
    "what_if_level": N_("CLB/NCLC {clb}"),
    "what_if_intake_met": N_("taken in"),
    "what_if_intake_not_met": N_("not taken in"),
    "what_if_intake_undetermined": N_("undetermined"),
    "what_if_intake_not_applicable": N_("not asked"),
    # What was done.
    "what_if_taken_over": N_("Take over a what-if: {what}"),
    "what_if_changes_taken_over": NP_(
        "Take over a what-if of {n} change", "Take over a what-if of {n} changes"
    ),
    "what_if_outdated": N_(
        "The file was changed since this what-if was begun. Throw it away and begin another."
    ),
}
