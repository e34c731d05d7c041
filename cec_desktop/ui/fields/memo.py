"""Text of several lines: notes, an address. Saves when left, and while a long text grows after a pause."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field
from cec_desktop.ui.style import dp
from cec_desktop.ui.theme import Theme

PAUSE_MS = 1500
"""After so long without a key what is typed so far is saved."""


class _Page(QPlainTextEdit):
    left = Signal()
    escaped = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.document().isUndoAvailable():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The window has Ctrl+Z while nothing was typed here since the last save.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)


class MemoField(Field):
    """Several lines; Enter is a new line, Tab goes on."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(words, theme, parent)
        self._value: str | None = None
        self.page = _Page(self)
        self.page.setTabChangesFocus(True)
        self.lines = lines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.setFocusProxy(self.page)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.page.left.connect(self.flush)
        self.page.escaped.connect(self.revert)
        self.page.textChanged.connect(self._pause.start)
        self.page.textChanged.connect(self.edited)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(dp(200), self.lines * self.page.fontMetrics().lineSpacing() + dp(14))

    def show_value(self, value: object) -> None:
        """Show a text unless something unsaved stands here; the cursor keeps its place."""
        dirty = self.typed() is not None
        self._value = value if isinstance(value, str) else None
        if not dirty:
            self._put(self._value or "")

    def flush(self) -> bool:
        """Save the text."""
        self._pause.stop()
        text = self.typed()
        if text is not None:
            self._value = text or None
            self.commit(self._value)
        return True

    def typed(self) -> str | None:
        """The text where it is not saved."""
        text = self.page.toPlainText()
        return text if text != (self._value or "") else None

    def put_typed(self, text: str) -> None:
        """Put an unsaved text back."""
        self.page.setPlainText(text)

    def revert(self) -> None:
        """Show the saved text again."""
        self._put(self._value or "")

    def _put(self, text: str) -> None:
        if self.page.toPlainText() == text:
            return
        position = self.page.textCursor().position()
        self.page.setPlainText(text)
        self._pause.stop()
        cursor = self.page.textCursor()
        cursor.setPosition(min(position, len(text)))
        self.page.setTextCursor(cursor)
