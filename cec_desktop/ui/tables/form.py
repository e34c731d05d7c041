"""A form: labelled fields laid out to the width there is, bound to one item; keeps unsaved words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from cec_desktop.casefile.model import Value
from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field, Setting
from cec_desktop.ui.fields.memo import MemoField
from cec_desktop.ui.style import dp, set_role
from cec_desktop.ui.tables.flow import Slot, Want, flow
from cec_desktop.ui.tables.note_line import NoteLine
from cec_desktop.ui.tables.spec import FieldSpec, Group, value_at
from cec_desktop.ui.theme import Theme

Key = tuple[str, str, str]
"""Which item a form shows: file number, list, id."""
Check = Callable[[str, object], str | None]
Commit = Callable[[str, object], None]

_BESIDE = 150
"""A note stands beside its field where at least this much room is left in the row."""


class _Box:
    """A field with its label, and its note from the first time that it has one."""

    def __init__(self, spec: FieldSpec, words: Words, theme: Theme, sheet: QWidget) -> None:
        self.spec = spec
        self._words, self._theme, self._sheet = words, theme, sheet
        self.label = QLabel(sheet)
        set_role(self.label, "second", "muted")
        self.field: Field = spec.make(words, theme, sheet)
        self.label.setBuddy(self.field)
        self.label.setText(words(spec.label))
        self.there = True
        self._note: NoteLine | None = None
        self.name()

    @property
    def note_text(self) -> str:
        """The words beside the field, empty when there are none."""
        return self._note.text if self._note is not None else ""

    def note(self) -> NoteLine:
        """The note."""
        if self._note is None:
            self._note = NoteLine(self._words, self._theme, self._sheet)
            self._note.followed.connect(self.field.follow_link)
        return self._note

    def show_note(self) -> None:
        """Show what the field has to say."""
        note = self.field.note if self.there else None
        if note is not None or self._note is not None:
            self.note().show_note(note)
            if note is not None and self.note().link.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(self.field.parts()[-1], self.note().link)
        self.name()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.label.setText(words(self.spec.label))
        self.field.set_words(words)
        if self._note is not None:
            self._note.set_words(words)
        self.name()

    def name(self) -> None:
        """Say label and note to screen readers."""
        self.field.set_accessible(self.label.text(), self.note_text)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.field.set_theme(theme)
        if self._note is not None:
            self._note.set_theme(theme)

    def show_if(self, there: bool) -> None:
        """Show or hide the whole box."""
        self.there = there
        self.label.setVisible(there and not self.spec.bare)
        self.field.setVisible(there)
        if not there and self._note is not None:
            self._note.hide()

    def want(self) -> Want:
        """How wide the box has to be."""
        label = self.label.sizeHint().width()
        least = self.field.minimumSizeHint().width()
        return Want(max(dp(self.spec.width), label, least), self.spec.stretch, self.spec.first)


class Form(QWidget):
    """Fields of one item. It saves nothing itself: ``check`` judges a value, ``commit`` takes it."""

    edited = Signal()
    """What stands in a field unsaved is other than before."""
    look_at = Signal(QWidget)
    """Something the person should see now: a note that has just come up."""

    def __init__(
        self, groups: Sequence[Group], words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.check: Check = _accept
        self.commit: Commit = _ignore
        self._words = words
        self._item: Value | None = None
        self._key: Key | None = None
        self._unsaved: dict[Key, dict[str, str]] = {}
        self._groups = groups
        self._titles = [QLabel(self) for _group in groups]
        self._boxes = [[_Box(spec, words, theme, self) for spec in group.fields] for group in groups]
        for title in self._titles:
            set_role(title, "heading")
        for box in self._all():
            box.field.noted.connect(partial(self._noted, box))
            box.field.moved_on.connect(partial(self._move_on, box))
            box.field.check = partial(self._check, box.spec.name)
            box.field.commit = partial(self._commit, box.spec.name)
            box.field.commit_other = self._commit
            box.field.edited.connect(self.edited)
        self._title()

    @property
    def key(self) -> Key | None:
        """Which item is shown."""
        return self._key

    def field(self, name: str) -> Field:
        """The field of a fact.

        Raises:
            KeyError: the form has no such field.
        """
        return self._box(name).field

    def holding(self, place: str) -> str | None:
        """The name of the field that a place of the item lies in; None where the form has none."""
        names = [box.spec.name for box in self._all()]
        inside = [name for name in names if place == name or place.startswith((f"{name}.", f"{name}["))]
        return max(inside, key=len, default=None)

    def label(self, name: str) -> str:
        """The words above a field."""
        return self._box(name).label.text()

    def note(self, name: str) -> str:
        """The words beside a field, empty when there are none."""
        return self._box(name).note_text

    def show_item(self, key: Key, item: Value, setting: Setting) -> None:
        """Show an item; before another one, what is typed is saved, and its own unsaved words come back."""
        other = key != self._key
        if other:
            self.leave()
        self._key, self._item = key, item
        for box in self._all():
            box.field.set_setting(setting)
            box.spec.adapt(box.field, item)
            box.field.show_value(value_at(item, box.spec.name))
            box.show_if(box.spec.when(item))
        if other:
            self.put_unsaved(key, self._unsaved.pop(key, {}))
        self.arrange()

    def leave(self) -> None:
        """Save what can be saved and put the rest by, for when the item is shown again."""
        self.flush()
        if self._key is None:
            return
        unsaved = self._typed()
        if unsaved:
            self._unsaved[self._key] = unsaved
        for box in self._all():
            box.field.revert()
        self._key = None

    def unsaved(self) -> dict[Key, dict[str, str]]:
        """Every word that is not saved, by item and field, of the item shown and of those shown before."""
        now = {self._key: self._typed()} if self._key is not None else {}
        return {key: texts for key, texts in {**self._unsaved, **now}.items() if texts}

    def put_unsaved(self, key: Key, texts: Mapping[str, str]) -> None:
        """Put unsaved words of an item back: at once where it is shown, else when it is."""
        if key != self._key:
            self._unsaved[key] = dict(texts)
            return
        names = {box.spec.name for box in self._all()}
        for name in texts.keys() & names:
            self._box(name).field.put_typed(texts[name])

    def drop_unsaved(self) -> None:
        """Throw away every word that is not saved, of whatever item."""
        self._unsaved.clear()
        for box in self._all():
            box.field.revert()

    def _typed(self) -> dict[str, str]:
        found = ((box.spec.name, box.field.typed()) for box in self._all() if box.there)
        return {name: text for name, text in found if text is not None}

    def flush(self) -> bool:
        """Save what is typed; False when some of it is wrong."""
        saved = [box.field.flush() for box in self._all() if box.there]
        return all(saved)

    def forget(self, key: Key) -> None:
        """Drop the unsaved words of an item that is no more."""
        self._unsaved.pop(key, None)
        if key == self._key:
            for box in self._all():
                box.field.revert()
            self._key = None

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; False when the form does not show it."""
        box = next((box for box in self._all() if box.spec.name == name and box.there), None)
        if box is None:
            return False
        box.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        box = next((box for box in self._all() if box.there), None)
        if box is not None:
            box.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong_fields(self) -> list[str]:
        """The names of fields whose words could not be saved."""
        return [box.spec.name for box in self._all() if box.there and box.field.wrong]

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        for box in self._all():
            box.set_words(words)
        self._title()
        if self._key is not None:
            self.arrange()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for box in self._all():
            box.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the fields out to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self._alone:
            self.arrange()

    def sizeHint(self) -> QSize:
        """As wide as one column, as high as the fields need now."""
        return QSize(dp(320), self.minimumHeight())

    def arrange(self) -> None:
        """Lay everything out, and ask for the height it takes."""
        margin, y = dp(14), dp(10)
        width = self.width() - 2 * margin
        if width <= 0:
            return
        for title, boxes in zip(self._titles, self._boxes, strict=True):
            there = [box for box in boxes if box.there]
            title.setVisible(bool(there and title.text()))
            if not there:
                continue
            if title.text():
                y += dp(6)
                title.setGeometry(margin, y, width, title.sizeHint().height())
                y += title.sizeHint().height() + dp(6)
            y = self._arrange_group(there, margin, y, width)
        self.setMinimumHeight(y + dp(4))

    def _arrange_group(self, boxes: list[_Box], left: int, y: int, width: int) -> int:
        for row in flow([box.want() for box in boxes], width, dp(10)):
            y = self._arrange_row([(boxes[slot.index], slot) for slot in row], left, y, width) + dp(8)
        return y

    def _arrange_row(self, row: list[tuple[_Box, Slot]], left: int, y: int, width: int) -> int:
        labels = [box.label.sizeHint().height() for box, _slot in row if not box.spec.bare]
        label_height = max(labels, default=0)
        top = y + label_height + (dp(3) if labels else 0)
        bottom = top
        for box, slot in row:
            box.label.setGeometry(left + slot.x, y, slot.width, label_height)
            height = max(box.field.sizeHint().height(), dp(28), self._rest(top) if self._alone else 0)
            box.field.setGeometry(left + slot.x, top, slot.width, height)
            bottom = max(bottom, top + height)
        return self._arrange_notes(row, left, top, bottom, width)

    @property
    def _alone(self) -> bool:
        """Whether one field of several lines is all there is, and so takes the page."""
        boxes = self._all()
        return len(boxes) == 1 and isinstance(boxes[0].field, MemoField)

    def _rest(self, top: int) -> int:
        area = self.parentWidget()
        return area.height() - top - dp(12) if area is not None else 0

    def _arrange_notes(
        self, row: list[tuple[_Box, Slot]], left: int, top: int, bottom: int, width: int
    ) -> int:
        for at, (box, slot) in enumerate(row):
            if box.field.note is None:
                continue
            room = width - slot.x - slot.width - dp(10)
            if at == len(row) - 1 and room >= min(dp(_BESIDE), box.note().wanted_width()):
                height = max(box.note().heightForWidth(room), dp(18))
                box.note().setGeometry(left + slot.x + slot.width + dp(10), top + dp(5), room, height)
                bottom = max(bottom, top + dp(5) + height)
            else:
                wide = width - slot.x
                if wide < min(box.note().wanted_width(), width):
                    slot_x, wide = 0, width
                else:
                    slot_x = slot.x
                height = max(box.note().heightForWidth(wide), dp(18))
                box.note().setGeometry(left + slot_x, bottom + dp(3), wide, height)
                bottom += dp(3) + height
        return bottom

    def _noted(self, box: _Box) -> None:
        box.show_note()
        self.arrange()
        at = QApplication.focusWidget()
        if box.field.wrong and at is not None and box.field.isAncestorOf(at):
            self.look_at.emit(box.note())

    def _move_on(self, box: _Box) -> None:
        """Enter goes to the next field, from the last to the first."""
        there = [each for each in self._all() if each.there]
        following = there[(there.index(box) + 1) % len(there)]
        following.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _check(self, name: str, value: object) -> str | None:
        return self.check(name, value)

    def _commit(self, name: str, value: object) -> None:
        self.commit(name, value)

    def _box(self, name: str) -> _Box:
        for box in self._all():
            if box.spec.name == name:
                return box
        raise KeyError(name)

    def _all(self) -> list[_Box]:
        return [box for boxes in self._boxes for box in boxes]

    def _title(self) -> None:
        for title, group in zip(self._titles, self._groups, strict=True):
            title.setText(self._words(group.title) if group.title else "")


def _accept(_name: str, _value: object) -> str | None:
    return None


def _ignore(_name: str, _value: object) -> None:
    return None
