"""What entries and edits are called: message ids, no words."""

from __future__ import annotations

from cec_desktop.casefile.message import Arg, Message, message
from cec_desktop.casefile.model import (
    Absence,
    Child,
    Education,
    HistoryPeriod,
    Item,
    Job,
    LanguageTest,
    PoliceCertificate,
    Relative,
    StatusPeriod,
    Study,
)


def sentence_of_list(verb: str, list_name: str) -> Message:
    """The name of an edit of a list, ``Add job``, and whose it is if not the client's."""
    *person, name = list_name.split(".")
    plain = message(f"{verb}_{name}")
    return message("edit_of_spouse", edit=plain) if person == ["spouse"] else plain


def edit_of_item(name: Message, item: Item) -> Message:
    """The name of an edit of one entry, ``Move job: Harbour Analytics``."""
    called = item_name(item)
    return name if called is None else message("edit_of_item", edit=name, item=called)


def item_name(item: Item) -> Arg:
    """What tells an entry from its neighbours; None where it says nothing of itself."""
    match item:
        case StatusPeriod():
            return message(f"status_{item.kind}")
        case LanguageTest():
            return message(f"test_{item.test}")
        case Education():
            return message(f"education_{item.level}")
        case Job():
            return item.employer or item.title
        case Study():
            return item.institution or item.program
        case Child():
            return " ".join(name for name in (item.given_names, item.family_name) if name) or None
        case Absence() | PoliceCertificate():
            return item.country
        case HistoryPeriod():
            return item.city or item.note
        case Relative():
            return item.relation
    return None
