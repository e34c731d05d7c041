"""How a form is declared: groups of fields, each with its place in the model, its words and its width."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QWidget

from cec_desktop.casefile.model import (
    Application,
    Biometrics,
    Certificate,
    Eca,
    Funds,
    Invitation,
    JobOffer,
    Medical,
    Nomination,
    Passport,
    Profile,
    Scores,
    Spouse,
    Value,
)
from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.fields.rows_field import RowKind
from cec_desktop.ui.theme import Theme

Make = Callable[[Words, Theme, QWidget], Field]
Adapt = Callable[[Field, Value], None]

_PARTS: Mapping[str, type[Value]] = {
    "application": Application,
    "biometrics": Biometrics,
    "certificate_of_qualification": Certificate,
    "eca": Eca,
    "former": Scores,
    "funds": Funds,
    "invitation": Invitation,
    "job_offer": JobOffer,
    "medical": Medical,
    "nomination": Nomination,
    "passport": Passport,
    "profile": Profile,
    "spouse": Spouse,
}
_STAYS_EMPTY = {"spouse"}
"""A spouse of whom nothing is known is there all the same."""


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


def rows_of(spec: FieldSpec) -> RowKind | None:
    """The rows a field holds; None where it holds one value."""
    kind = getattr(spec.make, "keywords", {}).get("kind")
    return kind if isinstance(kind, RowKind) else None


def value_at(item: Value, name: str) -> object:
    """The value of a field; None where the part that would hold it is not there."""
    value: object = item
    for step in name.split("."):
        value = getattr(_whole(value), step) if value is not None else None
    return value


def changes_for(item: Value, name: str, value: object) -> dict[str, object]:
    """What has to change in the item for one of its fields to have a value.

    A part that is left with nothing in it is taken away: there is none.
    """
    head, _, tail = name.partition(".")
    if not tail:
        return {head: value}
    part = _whole(getattr(item, head)) if getattr(item, head) is not None else _PARTS[head]()
    assert isinstance(part, Value)
    changed = part.model_copy(update=changes_for(part, tail, value))
    empty = changed == type(changed)() and head not in _STAYS_EMPTY
    return {head: None if empty else changed}


def _whole(part: object) -> object:
    """A certificate that is given by its day alone, as the object the day stands for."""
    return Certificate(issued_on=part) if isinstance(part, date) else part
