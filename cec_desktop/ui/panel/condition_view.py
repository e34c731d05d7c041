"""The tree of conditions as painted: shape, words, citation; as high as its rows, the panel scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cec_desktop.i18n.words import Words
from cec_desktop.rules.findings import Finding, Outcome
from cec_desktop.rules.rulebook import RuleBook
from cec_desktop.ui.icons import paint_icon, paint_outcome
from cec_desktop.ui.panel.condition_model import NODE_ROLE, ConditionModel, Index, Node
from cec_desktop.ui.style import base_pixels, dp, font
from cec_desktop.ui.theme import Theme

_LEFT = 16
_INDENT = 24
_GAP = 8
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WRAP = Qt.TextFlag.TextWordWrap
_MOST_MEASURED = 2000


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ConditionTree) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._view.conditions.node(index)
        return QSize(self._view.viewport().width(), self.height(node) if node is not None else 0)

    def height(self, node: Node) -> int:
        """How high a row is; words are measured once for as long as width and font stay."""
        key = (node.text, node.citation, node.kind, node.depth, self._view.viewport().width(), base_pixels())
        if key not in self._heights:
            if len(self._heights) > _MOST_MEASURED:
                self._heights.clear()
            self._heights[key] = self._measured(node)
        return self._heights[key]

    def _measured(self, node: Node) -> int:
        room = self._words_rect(QRect(0, 0, self._view.viewport().width(), 0), node).width()
        metrics = QFontMetrics(self._font(node))
        height = metrics.boundingRect(0, 0, max(room, 40), 4000, _WRAP, node.text).height()
        return max(dp(20), height) + dp(4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE_ROLE)
        rect: QRect = option.rect
        marked = self._view.is_marked(node)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if marked or pointed:
            painter.fillRect(rect, self.theme.colour("selection" if marked else "hover"))
        self._paint_shape(painter, rect, node, pointed or chosen)
        words = self._words_rect(rect, node)
        if node.kind == "law":
            beside = QRect(words.left() - dp(8), rect.top() + dp(4), dp(2), rect.height() - dp(8))
            painter.fillRect(beside, self.theme.colour("border-strong"))
        painter.setFont(self._font(node))
        painter.setPen(self.theme.colour("text" if node.kind in ("condition", "fold") else "muted"))
        painter.drawText(words, _WRAP | Qt.AlignmentFlag.AlignTop, node.text)
        if node.citation:
            painter.setFont(font("caption"))
            painter.setPen(self.theme.colour("muted"))
            line = QRect(rect.left(), words.top() + 1, rect.width() - dp(_LEFT), words.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, node.citation)
        if marked or chosen:
            painter.setPen(QPen(self.theme.colour("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(3, 1, -3, -1))
        painter.restore()

    def _font(self, node: Node) -> QFont:
        if node.kind in ("condition", "fold"):
            return font("strong" if node.depth == 0 else "body")
        return font("second")

    def _left(self, node: Node) -> int:
        return dp(_LEFT) + node.depth * dp(_INDENT)

    def _words_rect(self, rect: QRect, node: Node) -> QRect:
        left = self._left(node) + dp(16 + _GAP if node.depth == 0 else 14 + _GAP)
        if node.kind == "law":
            left = self._left(node) + dp(_GAP)
        elif node.kind in ("sentence", "fact"):
            left = self._left(node)
        right = dp(_LEFT)
        if node.citation:
            right += QFontMetrics(font("caption")).horizontalAdvance(node.citation) + dp(_GAP)
        return rect.adjusted(left, dp(3), -right, -dp(1))

    def _paint_shape(self, painter: QPainter, rect: QRect, node: Node, pointed: bool) -> None:
        if node.outcome is None:
            return
        size = dp(16 if node.depth == 0 else 14)
        top = rect.top() + dp(4)
        shape = QRectF(rect.left() + self._left(node), top, size, size)
        paint_outcome(painter, shape, node.outcome.value, self.theme)
        if pointed or node.kind == "fold":
            chevron = "chevron-down" if self._view.is_open(node) else "chevron-right"
            left = rect.left() + self._left(node) - dp(13)
            paint_icon(painter, QRectF(left, top + dp(2), dp(11), dp(11)), chevron, self.theme, "muted")


class ConditionTree(QTreeView):
    """Conditions one can walk with the arrow keys; Enter shows the sentence, the law and the facts of one."""

    condition_selected = Signal(str)
    grown = Signal()
    """It became higher, or lower."""
    fact_requested = Signal(str)

    def __init__(self, book: RuleBook, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = words
        self._on = date.min
        self._compact = False
        self._fold_opened = False
        self._collapsed: set[tuple[str, ...]] = set()
        self._findings: tuple[Finding, ...] = ()
        self._marked = ""
        self._rows: list[int] = []
        self.conditions = ConditionModel(book, self)
        self.setModel(self.conditions)
        self._painter = _RowPainter(theme, self)
        self.setItemDelegate(self._painter)
        self._set_up()

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.expanded.connect(self._remember)
        self.collapsed.connect(self._remember)
        self.conditions.rowsInserted.connect(self.fit)
        self.conditions.rowsRemoved.connect(self.fit)

    def show_findings(self, findings: tuple[Finding, ...], on: date) -> None:
        """Show other findings; what was folded or opened stays so."""
        self._findings, self._on = findings, on
        if self.conditions.show_findings(findings, on, self._words, compact=self._compact):
            self._restore()
            self._rows.clear()
        self.fit()

    def set_compact(self, compact: bool) -> None:
        """Fold everything that is met into one row, where there is little height."""
        if compact != self._compact:
            self._compact = compact
            self.show_findings(self._findings, self._on)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.show_findings(self._findings, self._on)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._painter.theme = theme
        self.viewport().update()

    def is_open(self, node: Node) -> bool:
        """Whether rows stand under a row."""
        return bool(node.children) and self.isExpanded(self.conditions.index_of(node))

    def toggle(self, index: QModelIndex) -> None:
        """Enter or a click on the chevron: a fold opens, a condition shows what stands under it."""
        node = self.conditions.node(index)
        if node is None:
            return
        if node.kind == "fold":
            self.setExpanded(index, not self.isExpanded(index))
        elif node.kind == "condition":
            self.conditions.toggle(index, self._on, self._words)
            self.setExpanded(index, True)
        elif node.place:
            self.fact_requested.emit(node.place)

    def mark(self, finding_id: str) -> QRect | None:
        """Mark a condition and unfold what hides it; where it stands, or None where it is not here."""
        node = self.conditions.find(finding_id) if finding_id else None
        self._marked = finding_id if node is not None else ""
        self.viewport().update()
        if node is None:
            return None
        above = node.parent
        while above is not None:
            self.setExpanded(self.conditions.index_of(above), True)
            above = above.parent
        return self.visualRect(self.conditions.index_of(node))

    def is_marked(self, node: Node) -> bool:
        """Whether a row is the condition that was pointed at."""
        return bool(self._marked) and node.finding is not None and node.finding.id == self._marked

    def open_all(self, opened: bool) -> None:
        """Show the sentence, the law and the facts of every condition, or of none."""
        self.conditions.open_all(opened)
        self.show_findings(self._findings, self._on)

    def fit(self) -> None:
        """Be as high as the rows; rows as high as before stand as they are."""
        rows = [self._painter.height(node) for node in self._shown()]
        if rows == self._rows:
            return
        self._rows = rows
        self.doItemsLayout()
        height = sum(rows)
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    def _shown(self) -> Iterator[Node]:
        """The rows in sight, from the top."""
        waiting = list(reversed(self.conditions.roots))
        while waiting:
            node = waiting.pop()
            yield node
            if node.children and self.isExpanded(self.conditions.index_of(node)):
                waiting.extend(reversed(node.children))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter toggles, Right opens, Escape puts the highlight out."""
        index, key = self.currentIndex(), event.key()
        node = self.conditions.node(index)
        bare = node is not None and node.kind == "condition" and not node.children
        if key in _OPENING or (key == Qt.Key.Key_Right and bare):
            self.toggle(index)
        elif key == Qt.Key.Key_Escape:
            self.condition_selected.emit("")
        else:
            super().keyPressEvent(event)
            self._light()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click lights the condition's days; one on the chevron opens it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        node = self.conditions.node(index)
        if node is None:
            return
        left = dp(_LEFT) + node.depth * dp(_INDENT)
        if node.kind in ("fold", "fact") or event.position().x() < left:
            self.toggle(index)
        else:
            self._light()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click shows the sentence, the law and the facts."""
        index = self.indexAt(event.position().toPoint())
        node = self.conditions.node(index)
        if node is not None and node.kind == "condition":
            self.toggle(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _light(self) -> None:
        node = self.conditions.node(self.currentIndex())
        while node is not None and node.finding is None:
            node = node.parent
        self.condition_selected.emit(node.finding.id if node is not None and node.finding else "")

    def _remember(self, index: QModelIndex) -> None:
        node = self.conditions.node(index)
        if node is not None and node.kind == "fold":
            self._fold_opened = self.isExpanded(index)
        elif node is not None:
            if self.isExpanded(index):
                self._collapsed.discard(node.path)
            else:
                self._collapsed.add(node.path)
        self.fit()

    def _restore(self) -> None:
        """Everything stands open but the fold and what the person has folded; what is not met always."""
        self.blockSignals(True)
        for root in self.conditions.roots:
            for node in root.walk():
                settled = node.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE)
                closed = node.path in self._collapsed if node.kind != "fold" else not self._fold_opened
                self.setExpanded(self.conditions.index_of(node), not (closed and settled))
        self.blockSignals(False)
