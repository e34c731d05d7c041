"""Entries are called by what tells them apart."""

from __future__ import annotations

import pytest

from cec_desktop.casefile.item_names import item_name
from cec_desktop.casefile.message import Arg, message
from cec_desktop.casefile.model import (
    Absence,
    Child,
    HistoryPeriod,
    Item,
    Job,
    Leave,
    PoliceCertificate,
    Relative,
    StatusPeriod,
    Study,
)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Job(employer="Lakehead Marine", title="Welder"), "Lakehead Marine"),
        (Job(title="Welder"), "Welder"),
        (Job(), None),
        (Study(program="Welding"), "Welding"),
        (StatusPeriod(kind="visitor"), message("status_visitor")),
        (Child(given_names="Zoé", family_name="Okonjo"), "Zoé Okonjo"),
        (Child(given_names="Zoé"), "Zoé"),
        (Child(), None),
        (Absence(country="NG"), "NG"),
        (PoliceCertificate(country="FR"), "FR"),
        (HistoryPeriod(city="Halifax", note="rented"), "Halifax"),
        (HistoryPeriod(note="between jobs"), "between jobs"),
        (Relative(relation="aunt"), "aunt"),
        (Leave(kind="sick"), None),
    ],
)
def test_an_entry_is_called_by_what_tells_it_apart(item: Item, name: Arg) -> None:
    assert item_name(item) == name
