"""Sentences of what keeps a report from being written."""

from __future__ import annotations

from collections.abc import Mapping

from cec_desktop.i18n.markers import N_

REPORT_MESSAGES: Mapping[str, str] = {
    "report_no_folder": N_("There is no folder {folder}; nothing was written."),
    "report_is_folder": N_("{name} is a folder; choose another name."),
    "report_folder_not_writable": N_("No permission to write into {folder}; nothing was written."),
    "report_file_in_use": N_("{name} is open in another program or protected; it was left as it is."),
    "report_disk_full": N_("The disk of {folder} is full; nothing was written."),
    "report_name_too_long": N_("The name {name} is too long for this disk; choose a shorter one."),
    "report_not_written": N_("{name} could not be written: {reason}."),
    "report_logo_unreadable": N_("The firm's logo is not a picture that can be read; use PNG or JPEG."),
}
