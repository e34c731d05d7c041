"""Asks for the tags of a client file: those it has, to be removed, and a line to type new ones in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPushButton, QWidget

from cec_desktop.casefile.tags import LONGEST_TAG, cleaned
from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.dialog import FormDialog
from cec_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagsDialog(FormDialog):
    """Use :meth:`ask`."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        tags: Sequence[str],
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        _ = words
        super().__init__(_("Tags"), _("Keep tags"), words, theme, parent)
        self.answer: tuple[str, ...] | None = None
        self.line, self.view = QLineEdit(self), QListView(self)
        self._tags = QStringListModel(list(tags), self)
        self.view.setModel(self._tags)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setMinimumHeight(style.dp(120))
        self.add(_("New tag"), self.line)
        self.add_hint(_("Enter adds it; commas part several."))
        self.add(_("Tags of this file"), self.view)
        self.remove = QPushButton(_("Remove"), self)
        self.remove.setAutoDefault(False)
        self.form.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._complete(known)
        self.remove.clicked.connect(self._remove)
        self.view.selectionModel().currentChanged.connect(lambda *_rows: self._allow())
        for part in (self.line, self.view):
            part.installEventFilter(self)
        self._allow()
        self.line.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, words: Words, theme: Theme, tags: Sequence[str], known: Sequence[str]
    ) -> tuple[str, ...] | None:
        """The tags wanted; None when the person changed their mind. `known`: tags of all files."""
        dialog = cls(words, theme, tags, known, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def accept(self) -> None:
        """Close with what is listed and what still stands in the line, where that can be a tag."""
        if self._add():
            self.answer = tuple(self._tags.stringList())
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the line adds what is typed, Delete in the list removes a tag."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line and event.key() in _ENTER and self.line.text().strip():
                self._add()
                return True
            if watched is self.view and event.key() in _REMOVE:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def _complete(self, known: Sequence[str]) -> None:
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.line.setCompleter(completer)

    def _add(self) -> bool:
        """Put what is typed among the tags; False when a tag would be too long."""
        _, typed = self.words, self.line.text().split(",")
        if any(len(" ".join(each.split())) > LONGEST_TAG for each in typed):
            self.complain(_("A tag has at most {n} letters.", n=LONGEST_TAG), self.line)
            return False
        self.wrong.say("")
        self._tags.setStringList(list(cleaned([*self._tags.stringList(), *typed])))
        self.line.clear()
        self._allow()
        return True

    def _remove(self) -> None:
        at = self.view.currentIndex()
        if at.isValid():
            self._tags.removeRow(at.row())
        self._allow()
        if not self._tags.rowCount():
            self.line.setFocus()

    def _allow(self) -> None:
        self.remove.setEnabled(self.view.currentIndex().isValid())
