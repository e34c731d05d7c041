"""Sentences of the casebook and of the services around it: what went wrong, was done, comes next."""

from __future__ import annotations

from cec_desktop.i18n.markers import N_, NP_

OFFICE_MESSAGES: dict[str, str | tuple[str, str]] = {
    # The casebook cannot be opened or written.
    "casebook_missing": N_("There is no casebook {file} in this place."),
    "casebook_exists": N_("There is a file {file} already; choose another name."),
    "casebook_not_one": N_("{file} is not a casebook, or only a part of one."),
    "casebook_empty_passphrase": N_("A casebook needs a passphrase."),
    "casebook_wrong_passphrase": N_("This passphrase does not open {file}."),
    "casebook_newer_schema": N_(
        "{file} was written by a newer version of this program. Nothing was changed; "
        "install that version to open it."
    ),
    "casebook_in_use": N_("{file} is open already: {user} on {machine}, since {since}."),
    "casebook_in_use_unknown": N_("{file} is open in another program."),
    "casebook_closed": N_("The casebook is locked."),
    "casebook_damaged": N_("{file} is damaged and cannot be read. Restore a backup copy."),
    "casebook_upgrade_failed": N_(
        "{file} could not be brought up to date. It is as it was before; a copy is kept as {copy}."
    ),
    "casebook_no_permission": N_("{file} cannot be opened for writing: no permission for this place."),
    "casebook_unreachable": N_("{file} cannot be reached."),
    "casebook_disk_full": N_("{file} could not be saved: the disk is full. The last change was not kept."),
    "casebook_moved": N_(
        "{file} was moved, deleted or replaced while it was open. The last change was not kept. Put the file "
        "back, or export the client files that are open, before going on."
    ),
    "casebook_busy": N_("{file} is being used by another program. The last change was not kept."),
    "casebook_number_taken": N_("The file number {number} is in use already."),
    "casebook_case_gone": N_("This client file is no longer in the casebook."),
    "casebook_case_changed": N_("This client file was changed elsewhere. Open it again to see the change."),
    "casebook_case_unreadable": N_(
        "The client file {number} cannot be read by this version of the program. It stays as it is."
    ),
    # Files beside the casebook.
    "file_missing": N_("there is no such file"),
    "file_is_folder": N_("is a folder, not a file"),
    "file_no_permission": N_("no permission for this file"),
    "file_not_read": N_("cannot be read"),
    "file_too_big": N_("is larger than {limit} megabytes; no client file is"),
    "file_not_written": N_("{file} could not be written; nothing was changed."),
    "number_twice": N_("the file number {number} is given twice"),
    # Passphrases.
    "passphrase_file_empty": N_("The passphrase file {file} is empty."),
    "passphrase_file_unreadable": N_("The passphrase file {file} cannot be read."),
    "passphrase_no_terminal": N_("There is no terminal to ask for the passphrase; use --passphrase-file."),
    "passphrases_differ": N_("The two passphrases are not the same."),
    "keychain_unavailable": N_("This system's keychain cannot be used."),
    # What was done, as the history and the Edit menu name it.
    "case_created": N_("New client file"),
    "case_imported": N_("Import of a client file"),
    "case_duplicated": N_("Copy of a client file"),
    "case_archived": N_("Move to the archive"),
    "case_unarchived": N_("Take out of the archive"),
    "case_binned": N_("Move to the bin"),
    "case_restored": N_("Take out of the bin"),
    "case_deleted": N_("Delete for good"),
    "edit_undone": N_("Undone: {what}"),
    "edit_redone": N_("Redone: {what}"),
    # The second line of a row of the list.
    "list_from": N_("from {day}"),
    "list_until": N_("until {day}"),
    "list_apply_by": N_("apply by {day}"),
    "list_extend_by": N_("extend by {day}"),
    "list_status_ends": N_("status ends {day}"),
    "list_test_expires": N_("test expires {day}"),
    "list_passport_expires": N_("passport expires {day}"),
    "list_medical_expires": N_("medical expires {day}"),
    "list_sent": N_("sent {day}"),
    "list_questions": NP_("{n} question", "{n} questions"),
    "list_not_within": N_("not within ten years"),
}
