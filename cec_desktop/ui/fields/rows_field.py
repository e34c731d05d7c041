"""A short list inside a form: leaves of a job, hours that vary, police certificates."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cec_desktop.casefile.model import Value
from cec_desktop.i18n.words import Words
from cec_desktop.ui.fields.field import Field, Setting
from cec_desktop.ui.icons import icon
from cec_desktop.ui.style import dp, set_kind, set_role
from cec_desktop.ui.theme import Theme

Make = Callable[[Words, Theme, QWidget], Field]


@dataclass(frozen=True, slots=True)
class Column:
    """One fact of a row: the name in the model, its words, the field and its width.

    Where the rows are bare values the one column has no name: the fact is the row itself.
    """

    name: str
    label: str
    make: Make
    width: int


@dataclass(frozen=True, slots=True)
class RowKind:
    """What the rows are: an empty one, the columns, and the words of "add" and "remove"."""

    empty: Value | None
    columns: Sequence[Column]
    add: str
    remove: str
    row: str
    """What a row is called for screen readers, with its number {n}."""


class RowsField(Field):
    """Rows of fields with a button to remove each and one to add another.

    A row just added is not in the file before one of its fields is filled in.
    """

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None, *, kind: RowKind) -> None:
        super().__init__(words, theme, parent)
        self._kind = kind
        self._items: tuple[Value, ...] = ()
        self._blank = False
        self._arranged = -1
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(dp(6))
        self._grid.setVerticalSpacing(dp(4))
        self._heads = [QLabel(self) for _column in kind.columns]
        for at, (head, column) in enumerate(zip(self._heads, kind.columns, strict=True)):
            set_role(head, "caption", "muted")
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnMinimumWidth(at, dp(column.width))
        self._grid.setColumnStretch(len(kind.columns) + 1, 1)
        self.add_button = QPushButton(self)
        set_kind(self.add_button, "link")
        self.add_button.clicked.connect(self.add_row)
        self.setFocusProxy(self.add_button)
        self.set_words(words)
        self.set_theme(theme)
        self._arrange()

    @property
    def rows(self) -> Sequence[_Row]:
        """The rows as they stand, a blank one included."""
        return self._rows

    def items_shown(self) -> Sequence[Value]:
        """The items that have a row of fields: all, unless a subclass shows many in another way."""
        return self._items

    @property
    def items(self) -> tuple[Value, ...]:
        """The items of the file."""
        return self._items

    def add_row(self) -> None:
        """A blank row, with the keyboard in its first field."""
        self._blank = True
        self._arrange()
        self._rows[-1].fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_value(self, value: object) -> None:
        """Show the rows of the file."""
        items = value if isinstance(value, tuple) else ()
        if len(items) > len(self._items):
            self._blank = False
        self._items = items
        self._arrange()

    def flush(self) -> bool:
        """Save what is typed in any row."""
        saved = [field.flush() for row in self._rows for field in row.fields]
        return all(saved)

    def typed(self) -> str | None:
        """What stands unsaved in the rows."""
        texts = {
            f"{at}.{name}": text for at, row in enumerate(self._rows) for name, text in row.typed().items()
        }
        return json.dumps(texts) if texts else None

    def put_typed(self, text: str) -> None:
        """Put unsaved words back into their rows."""
        for place, typed in json.loads(text).items():
            at, name = place.split(".", 1)
            if int(at) == len(self._rows):
                self._blank = True
                self._arrange()
            if int(at) < len(self._rows):
                self._rows[int(at)].field(name).put_typed(typed)

    def revert(self) -> None:
        """Take back what is unsaved."""
        self._blank = False
        for row in self._rows:
            for field in row.fields:
                field.revert()
        self._arrange()

    def set_setting(self, setting: Setting) -> None:
        """Tell the rows."""
        super().set_setting(setting)
        for row in self._rows:
            for field in row.fields:
                field.set_setting(setting)

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        super().set_words(words)
        self.add_button.setText(words(self._kind.add))
        for head, column in zip(self._heads, self._kind.columns, strict=True):
            head.setText(words(column.label))
        for at, row in enumerate(self._rows):
            row.set_words(words, at + 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        super().set_theme(theme)
        self.add_button.setIcon(icon("add", theme, "accent"))
        for row in self._rows:
            row.set_theme(theme)

    def set_accessible(self, name: str, description: str) -> None:
        """The rows name themselves; the button says what it adds to."""
        self.setAccessibleName(name)
        self.add_button.setAccessibleDescription(description)

    def _arrange(self) -> None:
        """As many rows as there are items, and a blank one where it was asked for."""
        wanted = [*self.items_shown(), *([self._kind.empty] if self._blank else [])]
        while len(self._rows) > len(wanted):
            self._rows.pop().discard()
        while len(self._rows) < len(wanted):
            self._rows.append(self._new_row())
        for row, item in zip(self._rows, wanted, strict=True):
            row.show(item)
        if self._arranged != len(wanted):
            self._arranged = len(wanted)
            self.place()

    def place(self) -> None:
        """Put the rows under each other, with the button below."""
        for at, row in enumerate(self._rows):
            row.set_words(self.words, at + 1)
            for column, widget in enumerate((*row.fields, row.remove)):
                self._grid.addWidget(widget, at + 1, column)
        for head in self._heads:
            head.setVisible(bool(self._rows))
        below, across = len(self._rows) + 1, len(self._heads)
        self._grid.addWidget(self.add_button, below, 0, 1, across, Qt.AlignmentFlag.AlignLeft)
        self.place_below(self._grid, below + 1, across)
        self.updateGeometry()
        self.noted.emit()

    def place_below(self, grid: QGridLayout, row: int, columns: int) -> None:
        """Put what else there is under the button; nothing, unless a subclass has it."""

    def _new_row(self) -> _Row:
        row = _Row(self, self._kind)
        for column, field in enumerate(row.fields):
            field.set_setting(self.setting)
            field.noted.connect(self._pass_note)
            field.edited.connect(self.edited)
            field.check = partial(self._check, row, self._kind.columns[column].name)
            field.commit = partial(self._commit, row, self._kind.columns[column].name)
        for field, following in zip(row.fields, row.fields[1:], strict=False):
            field.moved_on.connect(partial(following.setFocus, Qt.FocusReason.TabFocusReason))
        row.fields[-1].moved_on.connect(self.moved_on)
        row.remove.clicked.connect(partial(self._remove, row))
        self._order(row)
        return row

    def _order(self, row: _Row) -> None:
        """Tab goes along the rows before it comes to the button."""
        previous = self._before_button()
        for part in (*(part for field in row.fields for part in field.parts()), row.remove):
            QWidget.setTabOrder(previous, part)
            previous = part
        QWidget.setTabOrder(previous, self.add_button)

    def _before_button(self) -> QWidget:
        """What the keyboard comes to before the button: an order begun at anything else is passed over."""
        before = self.add_button.previousInFocusChain()
        while before is not None and before is not self.add_button:
            if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return before
            before = before.previousInFocusChain()
        return self.add_button

    def _with(self, at: int, name: str, value: object) -> tuple[Value, ...]:
        items: list[Value | None] = [*self._items]
        if at == len(items):
            items.append(self._kind.empty)
        row = items[at]
        if not name:
            items[at] = value if isinstance(value, Value) else None
        elif row is not None:
            items[at] = row.model_copy(update={name: value})
        return tuple(item for item in items if item is not None)

    def _check(self, row: _Row, name: str, value: object) -> str | None:
        return self.check(self._with(self._rows.index(row), name, value))

    def _commit(self, row: _Row, name: str, value: object) -> None:
        at = self._rows.index(row)
        items = self._with(at, name, value)
        self._blank = self._blank and at < len(self._items)
        self._items = items
        self.commit(items)

    def _remove(self, row: _Row) -> None:
        for other in self._rows:
            if other is not row:
                other.flush()
        at = self._rows.index(row)
        self._rows.pop(at).discard()
        if at == len(self._items):
            self._blank = False
            self._arrange()
            return
        self._items = self._items[:at] + self._items[at + 1 :]
        self._arrange()
        self.commit(self._items)

    def _pass_note(self) -> None:
        notes = [field.note for row in self._rows for field in row.fields if field.note is not None]
        wrong = [note for note in notes if note.kind == "wrong"]
        self.say(next(iter(wrong or notes), None))


class _Row:
    """The fields of one row."""

    def __init__(self, owner: RowsField, kind: RowKind) -> None:
        self._kind = kind
        self.fields = [column.make(owner.words, owner.theme, owner) for column in kind.columns]
        self.remove = QPushButton(owner)
        set_kind(self.remove, "quiet")
        self.set_theme(owner.theme)
        for widget in (*self.fields, self.remove):
            widget.show()

    def field(self, name: str) -> Field:
        """The field of a fact."""
        return next(
            field
            for field, column in zip(self.fields, self._kind.columns, strict=True)
            if column.name == name
        )

    def show(self, item: Value | None) -> None:
        """Show an item."""
        for field, column in zip(self.fields, self._kind.columns, strict=True):
            field.show_value(getattr(item, column.name) if column.name else item)

    def flush(self) -> None:
        """Save what is typed."""
        for field in self.fields:
            field.flush()

    def typed(self) -> dict[str, str]:
        """Unsaved words by the fact they were typed for."""
        pairs = zip(self._kind.columns, self.fields, strict=True)
        return {column.name: text for column, field in pairs if (text := field.typed()) is not None}

    def set_words(self, words: Words, number: int) -> None:
        """Speak another language."""
        name = words(self._kind.row, n=number)
        self.remove.setAccessibleName(f"{words(self._kind.remove)}, {name}")
        self.remove.setToolTip(words(self._kind.remove))
        for field, column in zip(self.fields, self._kind.columns, strict=True):
            field.set_words(words)
            field.set_accessible(f"{name}, {words(column.label)}", "")

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.remove.setIcon(icon("trash", theme, "muted"))
        for field in self.fields:
            field.set_theme(theme)

    def discard(self) -> None:
        """Take the row away."""
        for widget in (*self.fields, self.remove):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
