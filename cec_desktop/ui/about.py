"""What the program is, which versions of the law it holds, and on what it is built."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cec_desktop.i18n.words import Words
from cec_desktop.reports.content.names import instrument_name
from cec_desktop.rules.assess import load_rulebook
from cec_desktop.ui import style
from cec_desktop.ui.icons import pixmap
from cec_desktop.ui.theme import Theme
from cec_desktop.version import VERSION


class AboutDialog(QDialog):
    """Shows versions; every line can be copied."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words
        self.setWindowTitle(_("About CEC Desktop"))
        box = QVBoxLayout(self)
        box.setContentsMargins(style.dp(24), style.dp(20), style.dp(24), style.dp(16))
        box.setSpacing(style.dp(8))
        box.addLayout(self._head(_, theme))
        self._paragraph(
            box,
            _(
                "Client files of the Canadian Experience Class: a timeline, eligibility with its reasons, "
                "and a summary in both languages. It works without a network and sends nothing anywhere."
            ),
        )
        rule = QFrame(self)
        rule.setProperty("rule", "across")
        box.addWidget(rule)
        self.law = self._law(box, _)
        self._paragraph(
            box,
            _(
                "It says what follows from the facts entered. It is no legal advice, and officers decide "
                "what is left to them."
            ),
        )
        close = QPushButton(_("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        box.addLayout(row)
        self.setFixedWidth(style.dp(520))

    def _head(self, _: Words, theme: Theme) -> QHBoxLayout:
        picture, name, version = QLabel(self), QLabel("CEC Desktop", self), QLabel(self)
        picture.setPixmap(pixmap("app", theme, style.dp(44), self.devicePixelRatioF(), "accent"))
        style.set_role(name, "title")
        style.set_role(version, "second", "muted")
        version.setText(
            _(
                "Version {number} · Python {python} · Qt {qt}",
                number=VERSION,
                python=platform.python_version(),
                qt=qVersion(),
            )
        )
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(name)
        names.addWidget(version)
        row = QHBoxLayout()
        row.setSpacing(style.dp(14))
        row.addWidget(picture)
        row.addLayout(names, 1)
        return row

    def _law(self, box: QVBoxLayout, _: Words) -> QLabel:
        book = load_rulebook()
        lines = [_("Law compared with the official text to {day}.", day=book.verified_to)]
        lines += [
            _(
                "Rules in force from {day} ({instrument})",
                day=each.first_day,
                instrument=instrument_name(_, each.instrument),
            )
            for each in book.versions
        ]
        return self._paragraph(box, "\n".join(lines))

    def _paragraph(self, box: QVBoxLayout, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(label)
        return label
