"""Whether an edit would leave the file sound, and the words at the field when it would not."""

from __future__ import annotations

from collections.abc import Sequence

from cec_desktop.casefile.edits import Edit
from cec_desktop.casefile.message import Message
from cec_desktop.casefile.model import CaseFile
from cec_desktop.casefile.problems import EditRefused, Problem
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.validation import checked_edit
from cec_desktop.ui.tables.form import Form
from cec_desktop.ui.tables.place_words import place_words

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


def complaint(
    problems: Sequence[Problem], place: str, label: str, case: CaseFile, words: Words
) -> str | None:
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
        name = label if here.place.startswith(place) else place_words(here.place, case, words)
        sentence = _("{field} {problem}.", field=name, problem=here.message)
    return _("{sentence} Kept as typed, not saved.", sentence=sentence)


def told(problems: Sequence[Problem], case: CaseFile, words: Words) -> str | None:
    """Why an edit is refused, each reason on a line with its place in words; None when nothing is wrong."""
    lines = [refusal_line(problem.place, problem.message, case, words) for problem in problems]
    return "\n".join(lines) or None


def refusal_line(place: str, why: Message, case: CaseFile, words: Words) -> str:
    """One reason with its place in words."""
    _ = words
    where = place_words(place, case, words)
    if not where:
        return _("The file {problem}.", problem=why)
    return _("{place}: {problem}.", place=where, problem=why)


def complain_of(form: Form, place: str, problems: Sequence[Problem], case: CaseFile, words: Words) -> None:
    """Say at each field of a form what is wrong with it."""
    for problem in problems:
        name = form.holding(problem.place.removeprefix(f"{place}."))
        if name is not None:
            sentence = complaint((problem,), f"{place}.{name}", form.label(name), case, words)
            form.field(name).complain(sentence or "")
