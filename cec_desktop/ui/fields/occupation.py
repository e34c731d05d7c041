"""The occupation chooser: by code or by words of the title, in the edition the code belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cec_desktop.casefile.model import NocCode
from cec_desktop.i18n.words import Words
from cec_desktop.rules.noc import NocTables, UnknownOccupationError, load_noc
from cec_desktop.ui.fields.choice import ChoiceField
from cec_desktop.ui.fields.field import Setting, UnreadableError
from cec_desktop.ui.fields.line import LineField
from cec_desktop.ui.style import dp, font
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

_MOST = 50
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole.UserRole


def level_words(words: Words, tables: NocTables, version: str, code: str) -> str:
    """The level of a code as the edition calls it: TEER 1, or level B; empty for a code it does not have."""
    _ = words
    try:
        scheme, level = tables.scheme(version), tables.level(version, code)
    except UnknownOccupationError:
        return ""
    if scheme == "teer":
        return _("TEER {level}", level=level)
    return _("level {level}", level=level)


def title_words(words: Words, tables: NocTables, version: str, code: str) -> str:
    """The official title of a code; empty for a code the edition does not have."""
    try:
        return tables.title(version, code, words.language)
    except UnknownOccupationError:
        return ""


def occupation_words(words: Words, tables: NocTables, noc: NocCode) -> str:
    """Code, level and title: only the title may be cut, so it comes last."""
    parts = (
        noc.code,
        level_words(words, tables, noc.version, noc.code),
        title_words(words, tables, noc.version, noc.code),
    )
    return " · ".join(filter(None, parts))


class Hits(QAbstractListModel):
    """What the search found, best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str]] = []
        self._whole: list[str] = []

    def show(self, rows: list[tuple[str, str, str]]) -> None:
        """Code, level in words and title of each hit."""
        self.beginResetModel()
        self._rows = rows
        self._whole = [" · ".join((code, level, title)) for code, level, title in rows]
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole hit as text, or its three parts."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return self._whole[index.row()]
        return self._rows[index.row()] if role == _ROLE else None


class _HitPainter(QStyledItemDelegate):
    """A hit: the code strong, the title, and at the right the level."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row; the width is the list's, and long titles are cut."""
        return QSize(0, dp(26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        code, level, title = index.data(_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ground = "selection" if state & QStyle.StateFlag.State_Selected else "surface"
        painter.save()
        painter.fillRect(rect, self.theme.colour(ground))
        inner = rect.adjusted(dp(8), 0, -dp(8), 0)
        painter.setFont(font("heading"))
        painter.setPen(self.theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, code)
        left = painter.fontMetrics().horizontalAdvance("00000") + dp(12)
        painter.setFont(font("second"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, level)
        right = painter.fontMetrics().horizontalAdvance(level) + dp(12)
        painter.setFont(font("body"))
        painter.setPen(self.theme.colour("text"))
        room = inner.adjusted(left, 0, -right, 0)
        cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, cut)
        painter.restore()


class OccupationField(LineField):
    """An occupation of the National Occupational Classification, with the edition beside it."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, tables: NocTables | None = None
    ) -> None:
        self._tables = tables or load_noc()
        super().__init__(words, theme, parent)
        self.edition = ChoiceField(
            words,
            theme,
            self,
            values=self._tables.editions[::-1],
            name=lambda _words, edition: edition,
            none=None,
        )
        self.edition.show_value(self._tables.editions[-1])
        self.edition.commit = self._edition_chosen
        self.edition.setFixedWidth(dp(72))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.edition)
        self._hits = Hits(self)
        self._painter = _HitPainter(theme, self)
        self._popup = QListView()
        self._completer = self._make_completer()
        self.edit.textEdited.connect(self._search)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._hits, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        completer.setPopup(self._popup)
        self._popup.setItemDelegate(self._painter)
        self._popup.setMinimumWidth(dp(440))
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.activated[str].connect(self._taken)  # type: ignore[index]
        self.edit.setCompleter(completer)
        return completer

    def popup(self) -> QAbstractItemView:
        """The list of what the search found."""
        return self._popup

    def show_value(self, value: object) -> None:
        """Show an occupation in its own edition."""
        if isinstance(value, NocCode) and not self.is_dirty():
            self.edition.show_value(value.version)
        super().show_value(value)
        # A long title is cut by the edge of the line.
        self.edit.setToolTip(self.write(value))

    def read(self, text: str) -> object:
        """The occupation of a code typed, or of words that only one title has."""
        _ = self.words
        plain = text.strip()
        if not plain:
            return None
        version = self._version
        code = plain.split(" ", 1)[0].split("·", 1)[0]
        if self._tables.has(version, code):
            return NocCode(version=version, code=code)
        if code.isdigit():
            raise UnreadableError(_("NOC {version} has no code {code}.", version=version, code=code))
        hits = self._tables.search(plain, self.words.language, version, 2)
        if len(hits) == 1:
            return NocCode(version=version, code=hits[0][0])
        if hits:
            raise UnreadableError(_("Several occupations have these words. Choose one of the list."))
        raise UnreadableError(_("No occupation of NOC {version} has these words.", version=version))

    def write(self, value: object) -> str:
        """Code, level and title."""
        return occupation_words(self.words, self._tables, value) if isinstance(value, NocCode) else ""

    def set_words(self, words: Words) -> None:
        """Show titles in another language."""
        super().set_words(words)
        self.edition.set_words(words)
        self._hits.show([])

    def set_theme(self, theme: Theme) -> None:
        """Paint the hits with another theme."""
        super().set_theme(theme)
        self._painter.theme = theme

    def set_setting(self, setting: Setting) -> None:
        """The edition field goes along."""
        super().set_setting(setting)
        self.edition.set_setting(setting)
        if setting.edition and self.value is None and not self.is_dirty():
            self.edition.show_value(setting.edition)

    def parts(self) -> tuple[QWidget, ...]:
        """The line, then the edition."""
        return (self.edit, self.edition.box)

    def set_accessible(self, name: str, description: str) -> None:
        """Name both parts."""
        _ = self.words
        super().set_accessible(name, description)
        self.edition.set_accessible(_("Edition"), "")

    @property
    def _version(self) -> str:
        return str(self.edition.box.currentData())

    def _search(self, text: str) -> None:
        hits = self._tables.search(text, self.words.language, self._version, _MOST)
        level = partial(level_words, self.words, self._tables, self._version)
        self._hits.show([(code, level(code), title) for code, _, title in hits])

    def _taken(self, text: str) -> None:
        self.edit.setText(text)
        self.flush()

    def _edition_chosen(self, version: object) -> None:
        """Another edition: the same digits if it has them, else the code is asked for again."""
        value = self.value
        if not isinstance(value, NocCode) or not isinstance(version, str):
            return
        self.edit.setText(value.code)
        self.flush()
