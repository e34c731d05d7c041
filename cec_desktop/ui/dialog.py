"""What dialogs of the window look like: labels above fields, what is wrong below, buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.ui import style
from cec_desktop.ui.remark import Remark
from cec_desktop.ui.theme import Theme


class FormDialog(QDialog):
    """A dialog of a few fields; subclasses add fields to `form` and give plain data back."""

    def __init__(
        self, title: str, yes: str, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = self.words = words
        self.theme = theme
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(style.dp(20), style.dp(18), style.dp(20), style.dp(16))
        outer.setSpacing(style.dp(4))
        heading = QLabel(title, self)
        style.set_role(heading, "name")
        outer.addWidget(heading)
        outer.addSpacing(style.dp(6))
        self.form = QVBoxLayout()
        self.form.setSpacing(style.dp(4))
        outer.addLayout(self.form)
        self.wrong = Remark(theme, "not_met", self)
        outer.addWidget(self.wrong)
        outer.addStretch()
        outer.addSpacing(style.dp(6))
        self.yes, self.no = QPushButton(yes, self), QPushButton(_("Cancel"), self)
        style.set_kind(self.yes, "primary")
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        outer.addLayout(row)
        self.setMinimumWidth(style.dp(420))

    def add(self, text: str, field: QWidget) -> None:
        """A field with its label above."""
        label = QLabel(text, self)
        style.set_role(label, "second", "muted")
        label.setBuddy(field)
        target = field
        while (proxy := target.focusProxy()) is not None:
            target = proxy
        target.setAccessibleName(text)
        self.form.addWidget(label)
        self.form.addWidget(field)

    def add_hint(self, text: str) -> QLabel:
        """Words that explain."""
        hint = QLabel(text, self)
        style.set_role(hint, "second", "muted")
        hint.setWordWrap(True)
        self.form.addWidget(hint)
        return hint

    def complain(self, sentence: str, field: QWidget) -> None:
        """Say what is wrong and go to the field."""
        self.wrong.say(sentence)
        field.setFocus()
