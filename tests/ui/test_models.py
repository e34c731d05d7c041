"""The item models behind tables and conditions, under Qt's own tester and through changes of their file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cec_desktop.casefile.edits import change_item, remove_item
from cec_desktop.casefile.model import CaseFile
from cec_desktop.i18n.words import words
from cec_desktop.rules.assess import load_rulebook
from cec_desktop.ui.fields.occupation_hits import Hit, Hits
from cec_desktop.ui.panel.condition_model import NODE_ROLE, ConditionModel, Node
from cec_desktop.ui.tables import other_rows
from cec_desktop.ui.tables.ledger import ledger_listing
from cec_desktop.ui.tables.record_model import ROW_ROLE, RecordModel
from cec_desktop.ui.tables.rows import Listing, Sort
from cec_desktop.ui.tables.work_rows import work_listing
from tests.gui.desk import GAP, MEMBER, case_of, view_of

_ = words("en")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
Listings = Callable[[CaseFile], Listing]

LISTINGS: Mapping[str, Listings] = {
    "work": lambda case: work_listing(view_of(case), _),
    "status": lambda case: other_rows.status_listing(view_of(case), _),
    "study": lambda case: other_rows.study_listing(view_of(case), _),
    "language": lambda case: other_rows.language_listing(view_of(case), _),
    "absence": lambda case: other_rows.absence_listing(view_of(case), _),
    "education": lambda case: other_rows.education_listing(view_of(case), _),
}


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, FATAL)


@pytest.mark.parametrize("name", list(LISTINGS))
@pytest.mark.parametrize("raw", [MEMBER, GAP])
def test_every_table_is_a_sound_model(qtbot: QtBot, name: str, raw: Mapping[str, Any]) -> None:
    model = RecordModel()
    tester = watched(model)
    case = case_of(raw)
    model.show_listing(LISTINGS[name](case))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    shorter = remove_item("jobs", case.jobs[0].id or "").change(case)
    model.show_listing(LISTINGS[name](shorter))
    model.set_narrow(True)
    model.sort(-1)
    assert tester.model() is model


def work_model(raw: Mapping[str, Any] = MEMBER) -> tuple[RecordModel, CaseFile]:
    case = case_of(raw)
    model = RecordModel()
    model.show_listing(work_listing(view_of(case), _))
    return model, case


def keys(model: RecordModel) -> list[str]:
    return [row.key for row in model.rows]


def test_the_sum_stays_last_however_the_rows_are_sorted(qtbot: QtBot) -> None:
    model, _case = work_model()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        for column in range(model.columnCount()):
            model.sort(column, order)
            assert model.rows[-1].sort is Sort.SUM


def test_hours_sort_as_numbers_and_not_as_words(qtbot: QtBot) -> None:
    model, _case = work_model()
    hours = [column.id for column in model.columns].index("hours")
    model.sort(hours, Qt.SortOrder.AscendingOrder)
    assert keys(model) == ["harbour", "north", ""]
    model.sort(-1)
    model.sort(hours, Qt.SortOrder.DescendingOrder)
    assert keys(model) == ["north", "harbour", ""]


def test_a_typed_change_tells_only_the_rows_it_touches(qtbot: QtBot) -> None:
    model, case = work_model()
    told: list[int] = []
    model.dataChanged.connect(lambda first, last, _roles: told.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: told.append(-1))
    renamed = change_item("jobs", "harbour", employer="Harbour Ltd.").change(case)
    model.show_listing(work_listing(view_of(renamed), _))
    assert told == [keys(model).index("harbour")]


def test_a_selection_outlives_sorting(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    model, _case = work_model()
    chosen = QPersistentModelIndex(model.index(0, 0))
    key = chosen.data(ROW_ROLE).key
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert chosen.row() == model.row_of(key) == 1


def test_cells_speak_with_their_headings_and_rows_with_their_swatch(qtbot: QtBot) -> None:
    model, _case = work_model()
    said = [model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert said == [
        "Northlight Software Inc., counts",
        "NOC 2021 21232 · TEER 1",
        "From 2025-06-02",
        "To goes on",
    ]


def test_the_sum_can_be_read_but_not_chosen(qtbot: QtBot) -> None:
    model, _case = work_model()
    last = model.rowCount() - 1
    assert not model.flags(model.index(last, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(last, 0).data() == "Counted in the window"


def test_the_weeks_of_a_job_are_a_sound_model(qtbot: QtBot) -> None:
    model = RecordModel()
    tester = watched(model)
    model.show_listing(ledger_listing(view_of(case_of(MEMBER)), 1, _))
    assert model.rowCount() > 70
    assert tester.model() is model


def test_hits_of_the_occupation_search_are_a_sound_model(qtbot: QtBot) -> None:
    model = Hits()
    tester = watched(model)
    model.show([Hit("21232", "TEER 1", "Software developers and programmers", "2174 A")])
    assert model.index(0, 0).data() == "21232 · TEER 1 · Software developers and programmers"
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "21232 · TEER 1 · Software developers and programmers · 2174 A"
    model.show([])
    assert tester.model().rowCount() == 0


def condition_model(raw: Mapping[str, Any], *, compact: bool = False) -> ConditionModel:
    view = view_of(case_of(raw))
    model = ConditionModel(load_rulebook())
    model.tester = watched(model)  # type: ignore[attr-defined]
    findings = view.assessment.membership.conditions
    model.show_findings(findings, view.assessment.on, _, compact=compact)
    return model


def conditions(model: ConditionModel) -> list[Node]:
    return [node for root in model.roots for node in root.walk() if node.kind == "condition"]


@pytest.mark.parametrize("raw", [MEMBER, GAP])
@pytest.mark.parametrize("compact", [False, True])
def test_conditions_are_a_sound_model_through_every_change(
    qtbot: QtBot, raw: Mapping[str, Any], compact: bool
) -> None:
    model = condition_model(raw, compact=compact)
    other = view_of(case_of(GAP))
    for node in conditions(model):
        model.toggle(model.index_of(node), other.assessment.on, _)
    findings = other.assessment.membership.conditions
    model.show_findings(findings, other.assessment.on, words("fr"), compact=not compact)
    for node in conditions(model):
        model.toggle(model.index_of(node), other.assessment.on, words("fr"))
    assert model.rowCount() == len(model.roots)


def test_new_words_of_the_same_conditions_reset_nothing(qtbot: QtBot) -> None:
    model = condition_model(MEMBER)
    view = view_of(case_of(MEMBER))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    findings = view.assessment.membership.conditions
    assert not model.show_findings(findings, view.assessment.on, words("fr"), compact=False)
    assert resets == []
    assert model.index(1, 0).data() == "Une année de travail en trois ans"


def test_a_condition_speaks_its_outcome_and_citation(qtbot: QtBot) -> None:
    model = condition_model(MEMBER)
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "One year of work in three, met, R87.1(2)(a)"
    assert model.index(1, 0).data(NODE_ROLE).finding.id == "work_experience"
