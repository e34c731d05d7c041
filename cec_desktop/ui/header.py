"""The head of an open file: who it is, the day of the application, and the summary."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.day_field import DayField
from cec_desktop.ui.fields.field import Note, Setting
from cec_desktop.ui.file_list_model import client_name
from cec_desktop.ui.icons import outcome_pixmap, pixmap
from cec_desktop.ui.live import Phrases, Tints
from cec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from cec_desktop.casefile.model import CaseFile
    from cec_desktop.practice.view import CaseView


class FileHeader(QWidget):
    """Name, number, one line about the client, application date and Summary."""

    edit_requested = Signal(object)
    summary_requested = Signal()
    what_if_requested = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases, self._tints = Phrases(words), Tints(theme)
        self._view: CaseView | None = None
        style.set_ground(self, "surface")
        self.name, self.number, self.about = _NameLabel(self), QLabel(self), _CutLabel(self)
        style.set_role(self.name, "name")
        style.set_role(self.number, "body", "muted")
        style.set_role(self.about, "second", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(style.dp(14), style.dp(5), style.dp(14), style.dp(5))
        row.setSpacing(style.dp(10))
        row.addLayout(self._names(), 1)
        row.addLayout(self._date(words, theme))
        self.what_if = QPushButton(self)
        self.what_if.setCheckable(True)
        self._tints.put(self.what_if.setIcon, "whatif")
        self._phrases.say(self.what_if.setAccessibleName, lambda _: _("What if"))
        self._phrases.say(self.what_if.setToolTip, lambda _: _("Try changes on a scratch copy (Ctrl+T)"))
        self.what_if.clicked.connect(self._ask_what_if)
        row.addWidget(self.what_if)
        self.summary = QPushButton(self)
        style.set_kind(self.summary, "primary")
        self._tints.put(self.summary.setIcon, "pdf", "on-accent")
        self._phrases.say(self.summary.setText, lambda _: _("Summary"))
        self._phrases.say(self.summary.setToolTip, lambda _: _("Summary of the file as PDF (Ctrl+P)"))
        self.summary.clicked.connect(self.summary_requested)
        row.addWidget(self.summary)
        self.set_theme(theme)

    def _names(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(style.dp(9))
        first.addWidget(self.name)
        first.addWidget(self.number, 1, Qt.AlignmentFlag.AlignBottom)
        for label in (self.name, self.number):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addLayout(first)
        column.addWidget(self.about)
        column.addStretch()
        return column

    def _date(self, words: Words, theme: Theme) -> QVBoxLayout:
        self._flag, self._label = QLabel(self), QLabel(self)
        style.set_role(self._label, "body", "muted")
        self.date = DayField(words, theme, self)
        self.date.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.date.on_commit(self._set_date)
        self.date.field.noted.connect(self._say_note)
        self._label.setBuddy(self.date)
        row = QHBoxLayout()
        row.setSpacing(style.dp(6))
        for part in (self._flag, self._label, self.date):
            row.addWidget(part)
        self._wrong, self.note, self.other = QLabel(self), QLabel(self), QPushButton(self)
        style.set_role(self.note, "second")
        style.set_kind(self.other, "link")
        self.other.setProperty("size", "small")
        self.other.clicked.connect(self.date.field.follow_link)
        note_row = QHBoxLayout()
        note_row.setSpacing(style.dp(5))
        note_row.addStretch()
        for hidden in (self._wrong, self.note, self.other):
            note_row.addWidget(hidden)
            hidden.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addLayout(row)
        column.addLayout(note_row)
        column.addStretch()
        return column

    def display(self, view: CaseView) -> None:
        """Show a file; a preview shows its application date only."""
        self._view = view
        case = view.case
        self.name.say(client_name(case.client.family_name, case.client.given_names))
        self.number.setText(case.file_number)
        self.about.say(self._about(case, view.assessment.today))
        received = _received(case)
        self.date.field.set_setting(Setting(case.application_date, view.assessment.today))
        self.date.field.show_value(received or case.application_date)
        self.date.setEnabled(received is None)
        self._name_date(received is not None)
        self._name_what_if()

    def showEvent(self, event: QShowEvent) -> None:
        """As high with a note under the date as without, so that nothing below moves while one types."""
        super().showEvent(event)
        with_note = self.date.sizeHint().height() + self.other.sizeHint().height() + style.dp(10)
        self.setMinimumHeight(max(style.dp(58), with_note))

    def show_trial(self, on: bool) -> None:
        """Say whether a scratch copy is shown in the place of the file."""
        self.what_if.setChecked(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The what-if keeps its icon alone where there is no room for its words."""
        super().resizeEvent(event)
        self._name_what_if()

    def flush(self) -> bool:
        """Save a date that is being typed; False when it cannot be read."""
        return self.date.field.flush()

    def set_words(self, words: Words) -> None:
        """Speak another language."""
        self._phrases.speak(words)
        self.date.set_words(words)
        self._name_what_if()
        if self._view is not None:
            self.display(self._view)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._tints.wear(theme)
        self.date.set_theme(theme)
        ratio = self.devicePixelRatioF()
        self._flag.setPixmap(pixmap("flag", theme, style.dp(16), ratio, "muted"))
        self._wrong.setPixmap(outcome_pixmap("not_met", theme, style.dp(14), ratio))

    def _name_date(self, received: bool) -> None:
        _ = self._phrases.words
        self._label.setText(_("Received") if received else _("Application"))
        name = _("Day the application was received") if received else _("Day of the application")
        self.date.field.set_accessible(name, "")
        self.date.setToolTip(name)

    def _ask_what_if(self, on: bool) -> None:
        self.what_if.setChecked(not on)  # whether there is one is said by who begins it
        self.what_if_requested.emit()

    def _name_what_if(self) -> None:
        row, _ = self.layout(), self._phrases.words
        said, shown = _("What if"), self.what_if.text()
        metrics = self.what_if.fontMetrics()
        added = metrics.horizontalAdvance(said) - metrics.horizontalAdvance(shown)
        roomy = row is None or row.sizeHint().width() + added <= self.width()
        self.what_if.setText(said if roomy else "")

    def _about(self, case: CaseFile, today: date) -> str:
        """Birth, age, citizenship, marital status, destination: what is known of them."""
        from cec_desktop.casefile.tags import tags_of
        from cec_desktop.ui.fields.places import country_name, province_name
        from cec_desktop.ui.tables.kinds import MARITAL

        _, client = self._phrases.words, case.client
        parts = [_born(case, today, _)]
        parts += [country_name(_, code) for code in client.citizenships]
        if client.marital_status is not None:
            married = _(MARITAL[client.marital_status])
            parts.append(married[0].lower() + married[1:])
        if case.destination is not None:
            parts.append(_("will live in {province}", province=province_name(_, case.destination)))
        if tags := tags_of(case):
            parts.append(_("tags: {tags}", tags=", ".join(tags)))
        return " · ".join(parts)

    def _set_date(self, value: object) -> None:
        from cec_desktop.casefile.edits import set_application_date

        self.edit_requested.emit(set_application_date(cast("date | None", value)))

    def _say_note(self) -> None:
        note: Note | None = self.date.field.note
        wrong = note is not None and note.kind == "wrong"
        self._wrong.setVisible(wrong)
        self.note.setVisible(note is not None)
        self.other.setVisible(note is not None and bool(note.link))
        if note is not None:
            self.note.setText(note.text)
            self.other.setText(f"{note.link}?")


class _CutLabel(QLabel):
    """A line that is cut where there is no room, and whole in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a text as far as it fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._cut()
        return super().event(event)

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


class _NameLabel(_CutLabel):
    """A name that takes the room it needs, and gives way where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a name as far as it fits."""
        super().say(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the whole name."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())


def _received(case: CaseFile) -> date | None:
    application = case.application
    return application.received_on if application is not None and application.submitted else None


def _born(case: CaseFile, today: date, _: Words) -> str:
    day = case.client.date_of_birth
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    match case.client.sex:
        case "F":
            return _.pgettext("of a woman", "Born {day}, {age}", day=day, age=age)
        case "M":
            return _.pgettext("of a man", "Born {day}, {age}", day=day, age=age)
    return _.pgettext("of a person", "Born {day}, {age}", day=day, age=age)
