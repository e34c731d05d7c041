"""The tags a firm gives a client file: short words of its own, kept in the office's part of the file."""

from __future__ import annotations

from collections.abc import Iterable

from cec_desktop.casefile.edits import Edit, change_case
from cec_desktop.casefile.message import message
from cec_desktop.casefile.model import CaseFile

LONGEST_TAG = 40
"""Letters a tag may have."""
_FIELD = "tags"


def tags_of(case: CaseFile) -> tuple[str, ...]:
    """The tags of a file, in the order they were given; what is no tag there is passed over."""
    raw = case.office.get(_FIELD) if case.office else None
    return cleaned(each for each in raw if isinstance(each, str)) if isinstance(raw, list) else ()


def cleaned(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without blanks around them; each once, whatever its case."""
    by_word: dict[str, str] = {}
    for tag in tags:
        word = " ".join(tag.split())[:LONGEST_TAG].strip()
        if word:
            by_word.setdefault(word.casefold(), word)
    return tuple(by_word.values())


def set_tags(tags: Iterable[str]) -> Edit:
    """Give a file other tags; the rest of what the office keeps in it stays."""
    wanted = cleaned(tags)

    def change(case: CaseFile) -> CaseFile:
        office = {name: value for name, value in (case.office or {}).items() if name != _FIELD}
        if wanted:
            office[_FIELD] = list(wanted)
        return change_case(office=office or None).change(case)

    return Edit(message("change_tags"), change)
