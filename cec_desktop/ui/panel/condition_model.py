"""The conditions as a tree model: conditions, their parts, on request their sentence, the law and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.findings import Finding, Outcome
from cec_desktop.rules.rulebook import RuleBook
from cec_desktop.ui.panel.law import law_words
from cec_desktop.ui.panel.short import short_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NODE_ROLE: Final = Role.UserRole + 1
NO_INDEX: Final = QModelIndex()
FOLDED: Final = "folded"
_SECTION: Final = re.compile(r"(?P<section>[A-Z]+[\d.]+)(?P<part>\(\d+\))")

_DETAILS: Final = ("sentence", "law", "fact")

OUTCOME_WORDS: Final = {
    Outcome.MET: N_("met"),
    Outcome.NOT_MET: N_("not met"),
    Outcome.UNDETERMINED: N_("undetermined"),
    Outcome.NOT_APPLICABLE: N_("not asked"),
}


@dataclass(eq=False)
class Node:
    """A row: a condition, a sentence, law or fact under one, or the fold that holds what is met."""

    kind: Literal["condition", "sentence", "law", "fact", "fold"]
    path: tuple[str, ...]
    text: str
    citation: str = ""
    outcome: Outcome | None = None
    finding: Finding | None = None
    place: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    number: int = 0

    @property
    def depth(self) -> int:
        """How many rows stand above it."""
        return 0 if self.parent is None else self.parent.depth + 1

    @property
    def row(self) -> int:
        """Its place among its parent's rows."""
        return 0 if self.parent is None else self.parent.children.index(self)

    def walk(self) -> Iterator[Node]:
        """The row and every row under it."""
        yield self
        for child in self.children:
            yield from child.walk()


class ConditionModel(QAbstractItemModel):
    """Findings in the regulation's order. ``toggle`` shows or hides the sentence, law and facts of one."""

    def __init__(self, book: RuleBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._roots: list[Node] = []
        self._open: set[tuple[str, ...]] = set()
        self._words: Words | None = None
        self._nodes: dict[int, Node] = {}
        self._last_number = 0

    @property
    def roots(self) -> Sequence[Node]:
        """The rows without a parent."""
        return self._roots

    def show_findings(self, findings: tuple[Finding, ...], on: date, words: Words, *, compact: bool) -> bool:
        """Show other findings; True when the rows are others, and not only their words."""
        self._words = words
        builder = _Builder(on, words, self._book, self._open)
        roots = [builder.node(finding, None, ()) for finding in findings]
        if compact:
            roots = _folded(roots, words)
        old = [(node.path, node.kind) for root in self._roots for node in root.walk()]
        new = [(node.path, node.kind) for root in roots for node in root.walk()]
        if old == new:
            self._retell(roots)
            return False
        self.beginResetModel()
        self._roots = roots
        self._nodes.clear()
        self.endResetModel()
        return True

    def toggle(self, index: Index, on: date, words: Words) -> None:
        """Show or hide the sentence, the law and the facts of a condition."""
        node = self.node(index)
        if node is None or node.kind != "condition" or node.finding is None:
            return
        details = [child for child in node.children if child.kind in _DETAILS]
        if details:
            self._open.discard(node.path)
            self.beginRemoveRows(self.index_of(node), 0, len(details) - 1)
            del node.children[: len(details)]
            for gone in details:
                self._nodes.pop(gone.number, None)
            self.endRemoveRows()
            return
        self._open.add(node.path)
        added = _Builder(on, words, self._book, self._open).details(node)
        self.beginInsertRows(self.index_of(node), 0, len(added) - 1)
        node.children[:0] = added
        self.endInsertRows()

    def open_all(self, opened: bool) -> None:
        """Remember that every condition, or none, shows what stands under it; ``show_findings`` follows."""
        rows = (node for root in self._roots for node in root.walk() if node.kind == "condition")
        self._open = {node.path for node in rows} if opened else set()

    def node(self, index: Index) -> Node | None:
        """The row at an index."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a row."""
        row = self._roots.index(node) if node.parent is None else node.row
        return self.createIndex(row, 0, self._id(node))

    def find(self, finding_id: str) -> Node | None:
        """The row of a condition, wherever it stands."""
        rows = (node for root in self._roots for node in root.walk())
        return next((node for node in rows if node.finding and node.finding.id == finding_id), None)

    def _id(self, node: Node) -> int:
        """A number for a row: a number outlives the row safely, where a pointer would not."""
        if node.number == 0:
            self._last_number += 1
            node.number = self._last_number
            self._nodes[node.number] = node
        return node.number

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """The index of a place in the tree."""
        above = self.node(parent)
        rows = self._roots if above is None else above.children
        if column != 0 or not 0 <= row < len(rows):
            return NO_INDEX
        return self.createIndex(row, 0, self._id(rows[row]))

    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        """The row above."""
        node = self.node(index)
        return NO_INDEX if node is None or node.parent is None else self.index_of(node.parent)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many rows are under a row."""
        above = self.node(parent)
        return len(self._roots if above is None else above.children)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Words, accessible text, and the row itself."""
        node = self.node(index)
        if node is None:
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            whole = node.finding is not None and role == Role.ToolTipRole
            return f"{node.text} ({node.citation})" if whole and node.citation else node.text
        if role == Role.AccessibleTextRole:
            return self._said(node)
        return node if role == NODE_ROLE else None

    def _said(self, node: Node) -> str:
        words = self._words
        outcome = words(OUTCOME_WORDS[node.outcome]) if words is not None and node.outcome is not None else ""
        return ", ".join(filter(None, (node.text, outcome, node.citation)))

    def _retell(self, roots: list[Node]) -> None:
        old = [node for root in self._roots for node in root.walk()]
        new = [node for root in roots for node in root.walk()]
        for there, fresh in zip(old, new, strict=True):
            same = (there.text, there.citation, there.outcome) == (fresh.text, fresh.citation, fresh.outcome)
            there.text, there.citation, there.outcome = fresh.text, fresh.citation, fresh.outcome
            there.finding, there.place = fresh.finding, fresh.place
            if not same:
                index = self.index_of(there)
                self.dataChanged.emit(index, index)


class _Builder:
    """Makes rows of findings."""

    def __init__(self, on: date, words: Words, book: RuleBook, opened: set[tuple[str, ...]]) -> None:
        self._on = on
        self._words = words
        self._book = book
        self._open = opened

    def node(self, finding: Finding, parent: Node | None, above: tuple[str, ...]) -> Node:
        path = (*above, finding.id)
        text = short_text(finding, self._on, self._book, self._words)
        # What the part shares with the whole is not said twice.
        shared = (
            parent is not None and parent.finding is not None and parent.finding.citation == finding.citation
        )
        citation = "" if shared else self._words.citation(finding.citation)
        node = Node("condition", path, text, citation, finding.outcome, finding, "", parent)
        if path in self._open:
            node.children += self.details(node)
        node.children += [self.node(part, node, path) for part in finding.conditions]
        return node

    def details(self, node: Node) -> list[Node]:
        """The whole sentence, what the law asks, then the facts."""
        finding = node.finding
        assert finding is not None
        sentence = self._words.message(finding.message)
        rows = [Node("sentence", (*node.path, "sentence"), sentence, parent=node)]
        law = law_words(finding, self._on, self._book, self._words)
        rows += [Node("law", (*node.path, "law"), law, parent=node)] if law else []
        for number, fact in enumerate(finding.facts):
            text = self._words.message(fact.value)
            rows.append(Node("fact", (*node.path, f"fact {number}"), text, place=fact.place, parent=node))
        return rows


def _folded(roots: list[Node], words: Words) -> list[Node]:
    """What is not met or not known stands first; all that is met folds into one row."""
    met = [node for node in roots if node.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE)]
    if len(met) < 2:
        return roots
    all_met = len(met) == len(roots)
    text = (
        words.plural("{n} of {n} condition met", "{n} of {n} conditions met", len(met))
        if all_met
        else words.plural("{n} condition met", "{n} conditions met", len(met))
    )
    fold = Node("fold", (FOLDED,), text, _range(met), Outcome.MET)
    for node in met:
        node.parent = fold
    fold.children = met
    return [*(node for node in roots if node not in met), fold]


def _range(nodes: list[Node]) -> str:
    """From which section to which."""
    citations = [node.citation for node in nodes if node.citation]
    if len(citations) < 2:
        return "".join(citations)
    first, last = _SECTION.match(citations[0]), _SECTION.match(citations[-1])
    if first is not None and last is not None and first["section"] == last["section"]:
        return f"{first[0]} – {last['part']}"
    return f"{citations[0]} – {citations[-1]}"
