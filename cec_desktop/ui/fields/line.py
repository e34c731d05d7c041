"""Fields of one line that are typed into: reading on leaving, keeping what is wrong, Enter, Escape, undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field, Note, UnreadableError
from cec_desktop.ui.theme import Theme

PAUSE_MS = 600
"""After so long without a key what is typed is judged, before the field is left."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class LineEdit(QLineEdit):
    """A line that asks its field before it lets the focus go, and leaves undo to the file when clean."""

    left = Signal()
    entered = Signal()
    escaped = Signal()
    offer_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.may_leave: Callable[[], bool] = _always
        self.is_dirty: Callable[[], bool] = _always

    def event(self, event: QEvent) -> bool:
        """Let the window have Ctrl+Z while nothing is typed here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys) and not self.is_dirty():
                event.ignore()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: stay where the words just turned out wrong."""
        return True if not self.may_leave() else super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving, however the focus goes; not when only a menu opens."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Alt it takes what the note offers; Escape takes back."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.offer_taken if alt else self.entered).emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _always() -> bool:
    return True


class LineField(Field):
    """A field typed into; subclasses say how its text is read and written."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, theme, parent)
        self.edit = LineEdit(self)
        self.edit.may_leave = self._may_leave
        self.edit.is_dirty = self.is_dirty
        self._value: object = None
        self._shown = ""
        self._warned = ""
        self._pause: QTimer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.left.connect(self.flush)
        self.edit.entered.connect(self._enter)
        self.edit.escaped.connect(self.revert)
        self.edit.offer_taken.connect(lambda: self.follow_link())
        self.edit.textEdited.connect(self._edited)
        self.edit.textChanged.connect(self.edited)

    # What a subclass fills in.

    def read(self, text: str) -> object:
        """The value of what was typed.

        Raises:
            UnreadableError: with the sentence that says why it is none.
        """
        return text.strip() or None

    def write(self, value: object) -> str:
        """The text that shows a value."""
        return "" if value is None else str(value)

    def while_typing(self, text: str) -> None:
        """What to say while the person types; nothing, unless a subclass knows better."""
        self.say(None)

    # What every line does.

    @property
    def value(self) -> object:
        """The value last shown or saved."""
        return self._value

    def is_dirty(self) -> bool:
        """Whether something stands here that is not saved."""
        return self.edit.text() != self._shown

    def show_value(self, value: object) -> None:
        """Show a value unless something unsaved stands here; the cursor keeps its place."""
        dirty = self.is_dirty()
        self._value = value
        self._shown = self.write(value)
        if dirty:
            return
        self._put(self._shown)
        self.say(self.note_at_rest())

    def note_at_rest(self) -> Note | None:
        """The note while nothing is being typed; none, unless a subclass knows better."""
        return None

    def flush(self) -> bool:
        """Save what is typed; False when it cannot be read or is refused."""
        if not self.is_dirty():
            self.say(self.note_at_rest())
            return True
        try:
            value = self.read(self.edit.text())
        except UnreadableError as fault:
            self.complain(str(fault))
            return False
        return self._save(value)

    def _save(self, value: object) -> bool:
        _ = self.words
        refusal = self.check(value)
        if refusal is not None:
            self.complain(refusal)
            return False
        changed, typed = value != self._value, self.edit.text()
        # First clean, then told: the new file that comes back finds nothing unsaved here.
        self._value = value
        self._shown = self.write(value)
        self._put(self._shown)
        self.say(self.note_at_rest())
        if changed:
            self.commit(value)
            if self._value != value:
                # The file came back without it: the casebook refused what the field could not know.
                self.edit.setText(typed)
                self.complain(_("Not saved; the message in the page says why."))
                return False
        return True

    def typed(self) -> str | None:
        """What stands here unsaved."""
        return self.edit.text() if self.is_dirty() else None

    def put_typed(self, text: str) -> None:
        """Put unsaved words back and say again what is wrong with them."""
        self.edit.setText(text)
        try:
            refusal = self.check(self.read(text))
        except UnreadableError as fault:
            refusal = str(fault)
        if refusal is not None:
            self.complain(refusal)

    def revert(self) -> None:
        """Show the saved value again."""
        self._put(self._shown)
        self.edit.selectAll()
        self.say(self.note_at_rest())

    def set_words(self, words: Words) -> None:
        """Write the value in the new language; unsaved words stay."""
        super().set_words(words)
        dirty = self.is_dirty()
        self._shown = self.write(self._value)
        if dirty:
            if self.wrong:
                self.put_typed(self.edit.text())
        else:
            self._put(self._shown)
            self.say(self.note_at_rest())

    def _put(self, text: str) -> None:
        if self.edit.text() == text:
            return
        cursor = self.edit.cursorPosition()
        self.edit.setText(text)
        self.edit.setCursorPosition(cursor if self.edit.hasFocus() else 0)

    def _edited(self, text: str) -> None:
        self._warned = ""
        self.while_typing(text)
        if self._pause is None:  # most fields are only looked at
            self._pause = QTimer(self)
            self._pause.setSingleShot(True)
            self._pause.setInterval(PAUSE_MS)
            self._pause.timeout.connect(self._judge)
        self._pause.start()

    def choosing(self) -> bool:
        """Whether a list to choose from is open, so that what is typed is no answer yet."""
        completer: QCompleter | None = self.edit.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()

    def _judge(self) -> None:
        """Say what is wrong with what is typed so far; nothing is saved before the field is left."""
        if not self.is_dirty() or not self.edit.hasFocus() or self.choosing():
            return
        try:
            refusal = self.check(self.read(self.edit.text()))
        except UnreadableError as fault:
            refusal = str(fault)
        if refusal is not None:
            self.complain(refusal)

    def _enter(self) -> None:
        if self.flush():
            self.moved_on.emit()
        else:
            self.edit.selectAll()

    def _may_leave(self) -> bool:
        """The first Tab away from wrong words stays and says why; the second goes."""
        if self.flush() or self._warned == self.edit.text():
            return True
        self._warned = self.edit.text()
        self.edit.selectAll()
        return False


class TextField(LineField):
    """Free text of one line; empty is not known."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        needed: bool = False,
        longest: int | None = None,
    ) -> None:
        super().__init__(words, theme, parent)
        self._needed = needed
        self._longest = longest

    def read(self, text: str) -> object:
        """The text without blanks around it."""
        _ = self.words
        found = text.strip() or None
        if found is None and self._needed:
            raise UnreadableError(_("Every file has this. It cannot be empty."))
        if found is not None and self._longest is not None and len(found) > self._longest:
            raise UnreadableError(_("At most {n} characters.", n=self._longest))
        return found
