"""The form of one entry, with a heading and two buttons while the entry is being added."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.practice.view import CaseView
from cec_desktop.ui.style import dp, set_ground, set_kind, set_role
from cec_desktop.ui.tables.draft import Draft
from cec_desktop.ui.tables.form_page import scrolled
from cec_desktop.ui.tables.record_kinds import RecordKind
from cec_desktop.ui.theme import Theme
from cec_desktop.ui.timeline.wording import tenths


class EntryPane(QWidget):
    """Head, form and foot; head and foot only of an entry that is not in the file yet."""

    def __init__(self, kind: RecordKind, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = words
        set_ground(self, "sunken")
        area, self.form = scrolled(kind.form, words, theme, self)
        self._title, self._fills, self._with_this = QLabel(self), QLabel(self), QLabel(self)
        set_role(self._title, "heading")
        set_role(self._fills, "second", "muted")
        self.add_button, self.discard_button = QPushButton(self), QPushButton(self)
        set_kind(self.add_button, "primary")
        self._head = _row((self._title, self._fills), (14, 8, 14, 0), self)
        self._foot = _row((self.add_button, self.discard_button, self._with_this), (14, 0, 14, 10), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(area, 1)
        column.addWidget(self._foot)
        self.set_words(words)

    @property
    def promise(self) -> str:
        """What the entry being added would bring, in words."""
        return self._with_this.text()

    def show_draft(self, draft: Draft | None, view: CaseView) -> None:
        """Say what is being added and what it would bring; nothing of an entry that is in the file."""
        self._head.setVisible(draft is not None)
        self._foot.setVisible(draft is not None)
        if draft is None:
            return
        _ = self._words
        self._title.setText(_(self._kind.new))
        fills = _.plural("fills the gap of {n} day", "fills the gap of {n} days", draft.fills)
        self._fills.setText(fills if draft.fills else "")
        after = draft.assessed(view)
        hours = after.membership.hours if after is not None else None
        if hours is None:
            self._with_this.clear()
            return
        counted = tenths(hours.counted, _)
        words = _("With this: {counted} of {required} h", counted=counted, required=hours.required)
        self._with_this.setText(words)

    def set_words(self, words: Words) -> None:
        """Speak another language; the owner shows the draft again."""
        _ = self._words = words
        self.form.set_words(words)
        self.add_button.setText(_(self._kind.add))
        self.discard_button.setText(_("Discard"))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.form.set_theme(theme)


def _row(widgets: tuple[QWidget, ...], margins: tuple[int, int, int, int], parent: QWidget) -> QWidget:
    """Widgets side by side, at the left."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(*(dp(margin) if margin else 0 for margin in margins))
    row.setSpacing(dp(8))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
