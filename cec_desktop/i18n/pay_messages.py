"""Why a line of pasted pay periods cannot be taken over."""

from __future__ import annotations

from collections.abc import Mapping

from cec_desktop.i18n.markers import N_

PAY_MESSAGES: Mapping[str, str] = {
    "pay_no_date": N_("no date was found"),
    "pay_date_unreadable": N_("“{text}” is no date"),
    "pay_short_year": N_("“{text}” needs a year of four digits"),
    "pay_no_such_day": N_("“{text}” is no day of the calendar"),
    "pay_no_hours": N_("no hours were found"),
    "pay_several_numbers": N_("which number is the hours is not clear: {numbers}"),
    "pay_length_unknown": N_("one date alone: how many days it stands for is not clear"),
    "pay_end_before_start": N_("ends before it starts"),
    "pay_too_many_hours": N_("{hours} hours are more than {days} days have"),
    "pay_before_job": N_("starts before the job, {start}"),
    "pay_after_job": N_("ends after the job, {end}"),
    "pay_overlaps_line": N_("has days of line {line} too"),
    "pay_overlaps_entered": N_("has days for which hours are entered already, from {start}"),
}
"""English source sentence of every message id of pay periods."""
