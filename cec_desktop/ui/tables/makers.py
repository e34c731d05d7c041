"""Short names for making fields, so that forms read as lists."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from cec_desktop.casefile.model import LanguageTest, Spouse, Value
from cec_desktop.i18n.words import N_, Words
from cec_desktop.rules.language import load_language
from cec_desktop.ui.fields.choice import (
    AnswerField,
    Answers,
    ChoiceField,
    PresenceField,
    TriStateField,
    translated,
)
from cec_desktop.ui.fields.date_field import DateField
from cec_desktop.ui.fields.field import Field, Setting
from cec_desktop.ui.fields.line import TextField
from cec_desktop.ui.fields.memo import MemoField
from cec_desktop.ui.fields.rows_field import Make, RowKind, RowsField
from cec_desktop.ui.fields.scores import ScoreField, Sheet
from cec_desktop.ui.tables import kinds
from cec_desktop.ui.theme import Theme

text: Make = TextField
needed_text: Make = partial(TextField, needed=True)
file_number: Make = partial(TextField, needed=True, longest=40)
yes_no: Make = TriStateField
authorized: Make = partial(TriStateField, answers=Answers(unknown=N_("By status")))
may_work: Make = partial(TriStateField, answers=Answers(unknown=N_("By kind")))
day: Make = DateField
needed_day: Make = partial(DateField, needed=True)
start: Make = partial(DateField, months=True, edge=True)
end: Make = partial(DateField, months=True, goes_on=True, edge=True)
month: Make = partial(DateField, months=True)
memo: Make = MemoField
page: Make = partial(MemoField, lines=10)


def choice(names: kinds.Names, none: str | None = N_("not known")) -> Make:
    """A list of named values."""
    return partial(ChoiceField, values=list(names), name=translated(list(names.items())), none=none)


def rows(kind: RowKind) -> Make:
    """A short list inside the form."""
    return partial(RowsField, kind=kind)


def test_kind(words: Words, theme: Theme, parent: QWidget) -> Field:
    """The kinds of language tests, by their official names."""
    return ChoiceField(
        words,
        theme,
        parent,
        values=[kind.id for kind in load_language().tests()],
        name=lambda _, kind: kinds.test_name(kind, _),
        none=None,
    )


def score(ability: str, column: str | None = None) -> Make:
    """The score of an ability."""
    return partial(ScoreField, ability=ability, column=column)


def on_its_sheet(field: Field, item: Value) -> None:
    """Tell a score which test, day and column it is read by."""
    if isinstance(field, ScoreField) and isinstance(item, LanguageTest):
        kind: str | None = item.test  # a result being entered may not say yet what it is
        field.set_sheet(Sheet.of(item, load_language()) if kind is not None else None)


class EntryChoice(ChoiceField):
    """One of the jobs or studies of the person the form speaks of."""

    def __init__(
        self, words: Words, theme: Theme, parent: QWidget | None = None, *, list_name: str, none: str
    ) -> None:
        self._list_name = list_name
        self._names: dict[str, str] = {}
        super().__init__(
            words,
            theme,
            parent,
            values=[],
            name=lambda _words, entry: self._names.get(entry, entry),
            none=none,
        )

    def set_setting(self, setting: Setting) -> None:
        """Offer the entries the file has now."""
        super().set_setting(setting)
        names = dict(setting.jobs if self._list_name == "jobs" else setting.studies)
        if names != self._names:
            self._names = names
            self._values = list(names)
            self._fill()


study: Make = partial(EntryChoice, list_name="studies", none=N_("none of the studies entered"))
job: Make = partial(EntryChoice, list_name="jobs", none=N_("none of the jobs entered"))


spouse: Make = partial(PresenceField, part=Spouse)


def answer(words: Words, theme: Theme, parent: QWidget) -> Field:
    """Yes, no or not known as a list, where three buttons have no room."""
    return AnswerField(words, theme, parent)
