"""Which files the list shows: where they are kept, their outcome, how near a date is, their tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from cec_desktop.i18n.words import N_, Words
from cec_desktop.ui import style
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.settings import LIST_FILTER, LIST_OUTCOME, LIST_SORT, LIST_WITHIN, Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

KEPT: Final = (
    ("active", N_("Active")),
    ("archived", N_("Archived")),
    ("bin", N_("Bin")),
    ("all", N_("All")),
)
OUTCOMES: Final = (
    ("", N_("Any outcome")),
    ("met", N_("Met")),
    ("not_met", N_("Not met")),
    ("undetermined", N_("Undetermined")),
)
WITHIN: Final = (0, 7, 30, 90)
"""Days within which a date is to come; 0 asks nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the list is asked to show; what is empty or 0 is not asked."""

    which: str = "active"
    words: str = ""
    order: str = "next_date"
    outcome: str = ""
    within: int = 0
    tag: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether more is asked than where the files are kept and which words they hold."""
        return bool(self.outcome or self.within or self.tag)


def kept_question(settings: Settings) -> Question:
    """What was asked last, but for words and tags, which are about clients."""
    return Question(
        which=settings.get(LIST_FILTER),
        order=settings.get(LIST_SORT),
        outcome=settings.get(LIST_OUTCOME),
        within=settings.get(LIST_WITHIN),
    )


def keep_question(settings: Settings, question: Question) -> None:
    """Remember what is asked, but for words and tags."""
    settings.set(LIST_FILTER, question.which)
    settings.set(LIST_SORT, question.order)
    settings.set(LIST_OUTCOME, question.outcome)
    settings.set(LIST_WITHIN, question.within)


def said_within(days: int, _: Words) -> str:
    """A choice of the deadlines in words."""
    return _.plural("Date within {n} day", "Date within {n} days", days) if days else _("Any date")


def said_narrowing(question: Question, _: Words) -> str:
    """What is asked besides the place and the words typed."""
    outcome = _(dict(OUTCOMES)[question.outcome]) if question.outcome else ""
    within = said_within(question.within, _) if question.within else ""
    tag = _("tag {tag}", tag=question.tag) if question.tag else ""
    return " · ".join(part for part in (outcome, within, tag) if part)


class FileFilter(QObject):
    """The button with the choices, and the line that says what the list is narrowed to."""

    changed = Signal()
    """Something else is asked."""
    opening = Signal()
    """The choices are about to be shown: the tags should be those of now."""

    def __init__(self, phrases: Phrases, tints: Tints, parent: QWidget) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self.question = Question()
        self._tags: Sequence[str] = ()
        self.button = QPushButton(parent)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setIconSize(QSize(style.dp(14), style.dp(14)))
        tints.put(self.button.setIcon, "filter")
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.line = _NarrowedLine(phrases, parent)
        self.line.clear.clicked.connect(self.widen)
        self.say()

    def show_tags(self, tags: Sequence[str]) -> None:
        """The tags there are to choose from."""
        self._tags = tags

    def ask(self, question: Question) -> None:
        """Take over what is asked, without telling anybody."""
        self.question = question
        self.say()

    def choose(self, **changes: str | int) -> None:
        """Ask something else: ``which``, ``outcome``, ``within``, ``tag``."""
        self.question = replace(self.question, **changes)  # type: ignore[arg-type]
        self.say()
        self.changed.emit()

    def widen(self) -> None:
        """Ask no more than where the files are kept."""
        self.choose(outcome="", within=0, tag="")

    def say(self) -> None:
        """Say what is asked in the language of now."""
        _, asked = self._phrases.words, self.question
        kept = _(dict(KEPT)[asked.which])
        self.button.setText(kept)
        narrowing = said_narrowing(asked, _)
        whole = f"{kept} · {narrowing}" if narrowing else kept
        self.button.setAccessibleName(_("Which files: {choice}", choice=whole))
        self.button.setToolTip(_("Where files are kept, outcome, next dates, tags"))
        self.line.say(narrowing)

    def _fill(self) -> None:
        self.opening.emit()
        self.menu.clear()
        _ = self._phrases.words
        self._section("which", [(value, _(text)) for value, text in KEPT])
        self._section("outcome", [(value, _(text)) for value, text in OUTCOMES])
        self._section("within", [(days, said_within(days, _)) for days in WITHIN])
        if self._tags:
            plain = [(tag, tag.replace("&", "&&")) for tag in self._tags]
            self._section("tag", [("", _("Any tag")), *plain])

    def _section(self, field: str, choices: Sequence[tuple[str | int, str]]) -> None:
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        group = QActionGroup(self.menu)
        for value, text in choices:
            choice = self.menu.addAction(text)
            choice.setCheckable(True)
            choice.setChecked(getattr(self.question, field) == value)
            choice.triggered.connect(partial(self._chosen, field, value))
            group.addAction(choice)

    def _chosen(self, field: str, value: str | int, _on: bool = True) -> None:
        self.choose(**{field: value})


class _NarrowedLine(QWidget):
    """What the list is narrowed to, and the way back; hidden where it is not."""

    def __init__(self, phrases: Phrases, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self._label, self.clear = QLabel(self), QPushButton(self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.set_role(self._label, "second")
        style.set_kind(self.clear, "link")
        self.clear.setProperty("size", "small")
        phrases.say(self.clear.setText, lambda _: _("Show all"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.dp(6))
        row.addWidget(self._label, 1)
        row.addWidget(self.clear)
        self.hide()

    def say(self, text: str) -> None:
        """Show what is asked; nothing hides the line."""
        self._whole = text
        self._label.setToolTip(text)
        self._cut()
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What the list is narrowed to, in words."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self._label.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self._label.width()
        )
        self._label.setText(cut)
