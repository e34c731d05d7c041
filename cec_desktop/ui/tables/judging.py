"""Whether an edit would leave the file sound, and the words at the field when it would not."""

from __future__ import annotations

from collections.abc import Sequence

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import EditRefused, Problem
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.validation import checked_edit

_SENTENCES = {
    "end_before_start": N_("Before the start, {start}."),
    "before_birth": N_("Before the date of birth, {birth}."),
}


def problems_of(edit: Edit, case: CaseFile) -> tuple[Problem, ...]:
    """What would be wrong with the file after an edit; nothing when it would be sound."""
    try:
        checked_edit(edit, case)
    except EditRefused as refusal:
        return refusal.problems
    return ()


def complaint(problems: Sequence[Problem], place: str, label: str, words: Words) -> str | None:
    """The sentence for a field at a place; None when nothing is wrong.

    A problem at another place is told all the same, for the edit of this field brought it about.
    """
    _ = words
    if not problems:
        return None
    here = next((each for each in problems if each.place.startswith(place)), problems[0])
    own = _SENTENCES.get(here.message.id)
    if own is not None:
        sentence = words(own, **dict(here.message.args))
    else:
        name = label if here.place.startswith(place) else here.place.rsplit(".", 1)[-1]
        sentence = _("{field} {problem}.", field=name, problem=here.message)
    return _("{sentence} Kept as typed, not saved.", sentence=sentence)
