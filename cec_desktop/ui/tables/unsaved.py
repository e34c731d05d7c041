"""What is typed into the pages of a file and not saved: as plain values that can be kept and put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from cec_desktop.casefile.items import NoSuchItemError, item_place
from cec_desktop.casefile.model import CaseFile, Item
from cec_desktop.i18n.words import Words
from cec_desktop.ui.tables import record_kinds
from cec_desktop.ui.tables.draft import Draft
from cec_desktop.ui.tables.place_words import place_words
from cec_desktop.ui.tables.record_kinds import RecordKind, unfinished

if TYPE_CHECKING:
    from cec_desktop.ui.tables.form import Form

Plain = dict[str, Any]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Of one page: words by entry and field, and entries that were begun."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    begun: Mapping[str, Draft] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts or self.begun)

    def plain(self) -> Plain:
        """As plain values."""
        texts = {item_id: dict(each) for item_id, each in self.texts.items()}
        begun = {key: _plain_draft(draft) for key, draft in self.begun.items()}
        return {**({"texts": texts} if texts else {}), **({"begun": begun} if begun else {})}

    def places(self, list_name: str, case: CaseFile, words: Words) -> list[str]:
        """Where the words belong, as the person knows the places."""
        found = [
            _place(list_name, item_id, name, case, words)
            for item_id, texts in self.texts.items()
            for name in texts
        ]
        if self.begun and list_name in record_kinds.BY_NAME:
            found.append(words(record_kinds.BY_NAME[list_name].new))
        return list(dict.fromkeys(filter(None, found)))


def texts_of(form: Form) -> dict[str, dict[str, str]]:
    """The unsaved words of a form, by the entry they are of."""
    return {key[2]: texts for key, texts in form.unsaved().items()}


def read_unsaved(raw: object, kind: RecordKind | None) -> Unsaved:
    """What :meth:`Unsaved.plain` gave; what makes no sense any more is passed over."""
    if not isinstance(raw, dict):
        return Unsaved()
    texts = {
        str(item_id): {str(name): str(text) for name, text in each.items()}
        for item_id, each in _object(raw, "texts").items()
        if isinstance(each, dict)
    }
    begun = {}
    for key, each in _object(raw, "begun").items():
        draft = _read_draft(each, kind) if kind is not None and isinstance(each, dict) else None
        if draft is not None:
            begun[str(key)] = draft
    return Unsaved(texts, begun)


def _plain_draft(draft: Draft) -> Plain:
    item = draft.item.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    return {"item": {name: value for name, value in item.items() if value is not None}, "fills": draft.fills}


def _read_draft(raw: Plain, kind: RecordKind) -> Draft | None:
    """An entry begun; what it needs and did not say yet is still missing."""
    model = type(kind.empty)
    given = _object(raw, "item")
    missing = [name for name in kind.needed if name not in given]
    try:
        whole = model.model_validate({**given, **{name: _any_of(model, name) for name in missing}})
    except ValidationError:
        return None
    facts = {name: getattr(whole, name) for name in whole.model_fields_set - set(missing)}
    fills = raw.get("fills", 0)
    item = unfinished(model, **facts, **dict.fromkeys(missing)) if missing else whole
    return Draft(kind, item, fills if isinstance(fills, int) else 0)


def _any_of(model: type[Item], name: str) -> object:
    """Some value a field may have."""
    return get_args(model.model_fields[name].annotation)[0]


def _object(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = raw.get(name)
    return value if isinstance(value, dict) else {}


def _place(list_name: str, item_id: str, name: str, case: CaseFile, words: Words) -> str:
    if list_name not in record_kinds.BY_NAME:
        return place_words(name, case, words)
    try:
        return place_words(f"{item_place(case, list_name, item_id)}.{name}", case, words)
    except NoSuchItemError:
        return words(record_kinds.BY_NAME[list_name].new)
