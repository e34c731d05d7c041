"""The forms that show the file itself and not one entry of a list: their names and their fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cec_desktop.i18n.words import N_
from cec_desktop.ui.tables import makers
from cec_desktop.ui.tables.express_entry_form import EXPRESS_ENTRY_FORM
from cec_desktop.ui.tables.family_forms import FAMILY_FORM
from cec_desktop.ui.tables.person_form import PERSON_FORM
from cec_desktop.ui.tables.spec import FieldSpec, Group

NOTES_FORM: Final = (Group("", (FieldSpec("notes", N_("Notes"), makers.page, 400, 1),)),)
FORMS: Final[dict[str, tuple[str, Sequence[Group]]]] = {
    "person": (N_("Person"), PERSON_FORM),
    "family": (N_("Spouse and relatives"), FAMILY_FORM),
    "express_entry": (N_("Express Entry"), EXPRESS_ENTRY_FORM),
    "notes": (N_("Notes"), NOTES_FORM),
}
"""The title and the fields of each form, by its name."""


def form_of(place: str) -> str | None:
    """The form that has a place of the file; None when none has."""
    for name, (_title, groups) in FORMS.items():
        for group in groups:
            for spec in group.fields:
                if place == spec.name or place.startswith((f"{spec.name}.", f"{spec.name}[")):
                    return name
    return None
