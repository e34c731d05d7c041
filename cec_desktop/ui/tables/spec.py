"""How a form is declared: groups of fields, each with its place in the model, its words and its width."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from cec_desktop.casefile.model import (
    Application,
    Biometrics,
    Eca,
    Invitation,
    Medical,
    Passport,
    Profile,
    Scores,
    Value,
)
from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.theme import Theme

Make = Callable[[Words, Theme, QWidget], Field]
Adapt = Callable[[Field, Value], None]

_PARTS: Mapping[str, type[Value]] = {
    "application": Application,
    "biometrics": Biometrics,
    "eca": Eca,
    "former": Scores,
    "invitation": Invitation,
    "medical": Medical,
    "passport": Passport,
    "profile": Profile,
}


def _always(_item: Value) -> bool:
    return True


def _as_it_is(_field: Field, _item: Value) -> None:
    return None


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field: where its value stands in the item (``passport.number``), its words, how it is made.

    ``width`` is in the pixels of the drawings; ``stretch`` its share of spare room; ``first`` begins a row;
    a ``bare`` one stands without its label, where the heading above says the same.
    ``when`` says whether the item has this fact at all, ``adapt`` tells the field what it must know of the
    rest of the item.
    """

    name: str
    label: str
    make: Make
    width: int
    stretch: int = 0
    first: bool = False
    bare: bool = False
    when: Callable[[Value], bool] = field(default=_always)
    adapt: Adapt = field(default=_as_it_is)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together under a heading, or at the top without one."""

    title: str
    fields: Sequence[FieldSpec]


def value_at(item: Value, name: str) -> object:
    """The value of a field; None where the part that would hold it is not there."""
    value: object = item
    for step in name.split("."):
        value = getattr(value, step) if value is not None else None
    return value


def changes_for(item: Value, name: str, value: object) -> dict[str, object]:
    """What has to change in the item for one of its fields to have a value.

    A part that is left with nothing in it is taken away: there is none.
    """
    head, _, tail = name.partition(".")
    if not tail:
        return {head: value}
    part = getattr(item, head) or _PARTS[head]()
    changed = part.model_copy(update=changes_for(part, tail, value))
    empty = all(getattr(changed, each) is None for each in type(changed).model_fields)
    return {head: None if empty else changed}
